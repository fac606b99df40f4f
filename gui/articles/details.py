"""Title and details of an article, to be read and changed; the page it came from is a click away."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.formats.dates import iso_date
from core.model import Article
from core.model.details import DATES, LINKS, USUAL, ArticleEdit, change_details, link_of
from gui.desk.acts import ArticlesEdited
from gui.desk.desk import Desk
from gui.look.languages import mark, sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import add_row, label, open_at
from gui.words.care import moment_words

NAMES: dict[str, str] = {
    "source": mark("Source"),
    "published": mark("Published"),
    "date": mark("Date"),
    "author": mark("Author"),
    "url": mark("Address of the page"),
    "language": mark("Language"),
    "section": mark("Section"),
    "encoding": mark("Encoding"),
    "footnotes": mark("Footnotes"),
    "version_of": mark("New version of"),
}
"""What details are called; others are called by their key."""
LONG = 120
"""Characters from which on a detail has several lines."""
LINES = 4


def name_of(key: str) -> str:
    """Return what a detail is called."""
    return tr(NAMES[key]) if key in NAMES else key


def links_of(article: Article) -> list[str]:
    """Return the addresses of pages among the details of an article."""
    found = (link_of(value) for key, value in article.meta.items() if key in LINKS)
    return [one for one in found if one is not None]


def open_link(address: str) -> None:
    """Show a page in the browser."""
    QDesktopServices.openUrl(QUrl(address))


class DetailsDialog(QDialog):
    """The title and every detail of an article; a new one can be added."""

    def __init__(self, desk: Desk, article: Article) -> None:
        super().__init__(desk.window)
        self._desk, self._article = desk, article
        self._may_write = desk.session.project_writable
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Title and details"))
        open_at(self, 620, 520)
        self.title = QLineEdit(article.title or "")
        self.title.setPlaceholderText(article.id)
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.more_name, self.more_value = QLineEdit(), QLineEdit()
        self.said = label("wrong", wrap=True)
        self.said.hide()
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel if self._may_write else buttons.Close)
        self._lay_out()
        self.buttons.accepted.connect(self.take)
        self.buttons.rejected.connect(self.reject)
        explain_standard(self.buttons)
        self.title.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 10, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self._add(form, tr("Title"), self.title)
        for key in dict.fromkeys((*USUAL, *self._article.meta)):
            self._add_detail(form, key, self._article.meta.get(key, ""))
        if self._may_write:
            self._add_empty(form)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(area, 1)
        layout.addWidget(self.said)
        layout.addWidget(label("soft", self._about(), wrap=True))
        layout.addWidget(self.buttons)

    def _add(
        self, form: QFormLayout, words: str, field: QLineEdit | QPlainTextEdit, aside: QWidget | None = None
    ) -> None:
        field.setReadOnly(not self._may_write)
        field.setAccessibleName(words)
        explain(field, tr("{name} of the article, as it is kept in the project", name=words))
        if aside is None:
            add_row(form, words, field)
            return
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(field, 1)
        both.addWidget(aside)
        add_row(form, words, both)

    def _add_detail(self, form: QFormLayout, key: str, value: str) -> None:
        field: QLineEdit | QPlainTextEdit
        if "\n" in value or len(value) > LONG:
            field = QPlainTextEdit(value)
            field.setTabChangesFocus(True)
            field.setFixedHeight(field.fontMetrics().lineSpacing() * LINES + 14)
        else:
            field = QLineEdit(value)
            field.setCursorPosition(0)
            if key in DATES:
                field.setPlaceholderText(tr("2026-01-31"))
        self.fields[key] = field
        self._add(form, name_of(key), field, self._opener(field) if key in LINKS else None)

    def _opener(self, field: QLineEdit | QPlainTextEdit) -> QWidget:
        """Return the button that opens the address in a field; it can be pressed while there is one of a page."""
        button = plain_button(tr("Open in the browser"))
        button.setAccessibleName(tr("Open the page in the browser"))

        explain(button, tr("Open the page in the browser"))

        def check() -> None:
            button.setEnabled(link_of(_typed(field)) is not None)

        def run() -> None:
            address = link_of(_typed(field))
            if address is not None:
                open_link(address)

        field.textChanged.connect(check)
        button.clicked.connect(run)
        check()
        return button

    def _add_empty(self, form: QFormLayout) -> None:
        """Add a row for a detail that the article has not got."""
        self.more_name.setPlaceholderText(tr("Another detail"))
        self.more_name.setAccessibleName(tr("Name of another detail"))
        self.more_value.setAccessibleName(tr("Value of the other detail"))
        explain(self.more_name, tr("Name of another detail"))
        explain(self.more_value, tr("Value of the other detail"))
        form.addRow(self.more_name, self.more_value)

    def _about(self) -> str:
        """Return what cannot be changed, and who changed something last."""
        article, project = self._article, self._desk.session.project
        lines = [f"{article.id} · {tr('%n character(s)', len(article.text))}"]
        acts = project.article_acts(article.id) if project is not None else []
        if acts:
            lines.append(tr("Last changed: {who}, {when}", who=acts[-1].author, when=moment_words(acts[-1].at)))
        return "\n".join(lines)

    def edit(self) -> ArticleEdit:
        """Return the edit that makes the article what is written here; UserError as from ``change_details``."""
        meta = {key: _typed(field) for key, field in self.fields.items()}
        meta = {key: iso_date(value) if key in DATES else value for key, value in meta.items()}
        name, value = self.more_name.text().strip(), self.more_value.text().strip()
        if value:
            meta[name] = value
        kept = {key: value for key, value in self._article.meta.items() if meta.get(key, "").strip() == value.strip()}
        return change_details(self._article, self.title.text(), {**meta, **kept})

    def take(self) -> None:
        """Write what was typed, or say what is wrong with it."""
        try:
            edit = self.edit()
        except UserError as error:
            self.said.setText(sentence(error))
            self.said.show()
            self._focus_wrong(error)
            return
        self.accept()
        if edit:
            self._desk.session.act(ArticlesEdited([edit], "set-details"))

    def _focus_wrong(self, error: UserError) -> None:
        """Give the keyboard to the field that the sentence is about."""
        wrong = error.facts.get("value", error.facts.get("key"))
        for key, field in (*self.fields.items(), ("", self.more_value)):
            typed = _typed(field).strip()
            if typed and wrong in (typed, iso_date(typed) if key in DATES else typed):
                field.setFocus()
                return
        self.more_name.setFocus()


def _typed(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def show_details(desk: Desk, article_id: str) -> None:
    """Show title and details of an article."""
    project = desk.session.project
    if project is None:
        return
    try:
        dialog = DetailsDialog(desk, project.article(article_id, removed=True))
    except UserError as error:
        desk.show_error(error)
        return
    dialog.open()
