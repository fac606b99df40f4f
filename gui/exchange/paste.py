"""Make an article of the text on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from core.errors import UserError
from core.exchange.choices import typed_date
from core.formats.base import Record, make_article
from core.formats.plain import decode_text, title_of
from core.model.layer import Layer
from core.store import Project
from gui.desk.desk import Desk
from gui.exchange.importing import start_records
from gui.exchange.source import Choice
from gui.look.languages import sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import add_row, label, open_at

ID_LENGTH = 60
"""Code points of an id made from a title."""


def id_from(title: str | None) -> str:
    """Return an id as one can read it: the title's words with hyphens; ``pasted`` where there is none."""
    words = re.findall(r"\w+", (title or "").lower())
    made = "-".join(words)
    return made if len(made) <= ID_LENGTH else made[:ID_LENGTH].rpartition("-")[0] or made[:ID_LENGTH]


class PasteDialog(QDialog):
    """Ask for title and details of a pasted text; a text that is there already is opened instead."""

    def __init__(self, desk: Desk, pasted: str) -> None:
        super().__init__(desk.window)
        self._desk = desk
        project = desk.session.project
        assert project is not None
        self._project = project
        self.setWindowTitle(tr("Paste as article"))
        open_at(self, 640, 560)
        self._fault = ""
        try:
            text, _ = decode_text(pasted.encode("utf-8", "surrogatepass"), tr("The clipboard"), encoding="utf-8")
        except UserError as error:
            text, self._fault = pasted, sentence(error)
        title = title_of(text) or ""
        digest = make_article("", None, text).digest
        self._text, self._twin = text, project.digests().get(digest, "")
        self.title = QLineEdit(title)
        self.id = QLineEdit(self._free(id_from(title) or "pasted"))
        self.details = {name: QLineEdit() for name in ("source", "author", "published", "url")}
        self.shown = QPlainTextEdit(text[:100_000], readOnly=True)
        self.shown.setTabChangesFocus(True)
        self.annotate = QCheckBox(tr("Pre-annotate the new articles"))
        self.annotate.setChecked(True)
        self.hint = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = tr("Open it") if self._twin else tr("Add article")
        self.go = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._explain()
        self.go.setDefault(True)  # in the dialog by now: else Cancel stays the default once it had the focus
        for field in (self.id, self.details["published"]):
            field.textChanged.connect(self._refresh)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self._refresh()
        self.title.selectAll()

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.title, tr("The title of the article"))
        explain(self.id, tr("The name of the article in files; every article has its own"))
        explain(self.details["source"], tr("The newspaper or site"))
        explain(self.details["author"], tr("Who wrote the article"))
        explain(self.details["published"], tr("The day of publication: 2026-01-31 or 31.01.2026"))
        explain(self.details["url"], tr("The address of the page"))
        explain(self.shown, tr("The text as it comes in"))
        explain(self.annotate, tr("The program proposes quotations and entities in new texts"))
        explain_standard(self.buttons)
        twin = tr("Open the article that has this text")
        explain(self.go, twin if self._twin else tr("Add the article and open it"), key="Return")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        details = self.details
        for words, field in (
            (tr("Title"), self.title), (tr("Id"), self.id), (tr("Source"), details["source"]),
            (tr("Author"), details["author"]), (tr("Published"), details["published"]), (tr("Address"), details["url"]),
        ):  # fmt: skip
            add_row(form, words, field)
            field.setAccessibleName(words)
            field.setEnabled(not self._twin)
        details["published"].setPlaceholderText(tr("2026-01-31"))
        self.shown.setAccessibleName(tr("Text"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(form)
        number = f"{len(self._text):,}".replace(",", "\u202f")
        layout.addWidget(label("heading", tr("Text: {number} characters", number=number)))
        layout.addWidget(self.shown, 1)
        layout.addWidget(self.annotate)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.annotate.setEnabled(not self._twin)

    def _free(self, article_id: str) -> str:
        """Return the id, or the next one that no article has."""
        number, found = 1, article_id
        while self._project.has_article(found):
            number += 1
            found = f"{article_id}-{number}"
        return found

    def _refresh(self) -> None:
        fault = self._fault
        if not fault and not self._twin:
            chosen = self.id.text().strip()
            if not chosen:
                fault = tr("Give the article an id.")
            elif self._project.has_article(chosen):
                fault = tr("There is an article of this id already.")
            elif typed_date(self.details["published"].text()) is None:
                fault = tr("Type a date as 2026-01-31 or 31.01.2026.")
        twin = tr("The project has this text already, as {id}.", id=self._twin) if self._twin else ""
        self.hint.setText(fault or twin)
        self.hint.setVisible(bool(fault or twin))
        self.go.setEnabled(not fault)

    def start(self) -> None:
        """Add the article, or open the one that has the text."""
        if not self.go.isEnabled():
            return
        desk, twin = self._desk, self._twin
        if twin:
            self.accept()
            desk.open_article(twin)
            return
        meta = {name: field.text().strip() for name, field in self.details.items() if field.text().strip()}
        if "published" in meta:
            meta["published"] = typed_date(meta["published"]) or ""
        article = make_article(self.id.text().strip(), self.title.text().strip() or None, self._text, meta)
        record = Record(article, Layer(article, desk.session.author))

        def read(project: Project) -> Iterator[Record]:
            yield record

        choice = Choice(annotate=self.annotate.isChecked())
        if start_records(desk, read, choice, lambda: desk.open_article(article.id)):
            self.accept()
