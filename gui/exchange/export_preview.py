"""What an export will write, while one chooses: counts, what the format cannot hold, the beginning of the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import (
    QFormLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.exchange.preview import Preview, preview_export
from core.exchange.selection import Split, Wanted
from core.formats import Format
from core.formats.base import Options
from core.model import AUTO, GOLD, Form
from core.model.schema import Schema
from core.store import Project
from core.words.exchange import lost_words
from gui.desk.jobs import Report
from gui.desk.latest import Latest, Show
from gui.look.languages import sentence, tr
from gui.look.widgets import label
from gui.words.exchange import counted_words, unsettled_words
from gui.words.items import form_words, label_words
from gui.words.layers import layer_words

FIRST = 3
"""Layers of which the sample is made before all are counted."""
SAMPLE_OF = {"quotes-xlsx": "quotes-csv", "quotes-parquet": "quotes-csv", "spacy": "prodigy"}
"""Binary formats, and the readable one that shows the same."""
_LAYER = "layer "


class ExportPreview(QWidget):
    """Counts and a sample of what is wanted; a newer wish takes the place of an older one."""

    ready = Signal(bool)
    """Whether there is anything to write; false while that is not known yet."""

    def __init__(self, project: Project, schema: Schema, language: str) -> None:
        super().__init__()
        self._project, self._schema, self._language = project, schema, language
        self._latest = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._asked: tuple[Format, Wanted, Options, Split | None] | None = None
        self.counted: Preview | None = None
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setRange(0, 0)
        self.count = label("title", wrap=True)
        self.rows = {name: label("", wrap=True) for name in ("layers", "quotations", "entities", "parts")}
        self.lost = label("", wrap=True)
        self.sample = QPlainTextEdit(readOnly=True)
        self.sample.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.sample.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.sample.setAccessibleName(tr("Beginning of the file"))
        self.sample.setToolTip(tr("How the file begins with what is chosen now"))
        self.sample.setTabChangesFocus(True)
        self._lay_out()
        self._soon.timeout.connect(self._begin)
        self._latest.shown.connect(self._show_first)
        self._latest.progressed.connect(self._show_progress)
        self._latest.ended.connect(self._show_whole)
        self._latest.failed.connect(self._show_error)

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(3)
        for name, words in (
            ("layers", tr("Layers")), ("quotations", tr("Quotations")), ("entities", tr("Entities")),
            ("parts", tr("Split")),
        ):  # fmt: skip
            form.addRow(label("soft", words), self.rows[name])
        form.addRow(label("soft", tr("Cannot be held")), self.lost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.count)
        layout.addWidget(self.progress)
        layout.addLayout(form)
        self._beginning = label("heading", tr("Beginning of the file"))
        layout.addWidget(self._beginning)
        layout.addWidget(self.sample, 1)

    # -- asking --------------------------------------------------------------------------------------------------------

    def ask(self, row: Format, wanted: Wanted, options: Options, split: Split | None) -> None:
        """Look at what these choices give, soon."""
        self._asked = (row, wanted, options, split)
        self.counted = None
        self.ready.emit(False)
        self._soon.start()

    def say(self, words: str) -> None:
        """Say why there is nothing to look at."""
        self._soon.stop()
        self._latest.stop()
        self._clear()
        self.count.setText(words)
        self.ready.emit(False)

    def stop(self) -> None:
        """Stop looking; the dialog closes."""
        self._soon.stop()
        self._latest.stop()

    def _begin(self) -> None:
        if self._asked is None:
            return
        row, wanted, options, split = self._asked
        project = self._project
        self.count.setText(tr("Counting…"))
        self.progress.show()

        def work(report: Report, show: Show) -> Preview:
            readable = SAMPLE_OF.get(row.name, row.name)
            show(preview_export(project, format=readable, wanted=wanted, options=options, limit=FIRST))
            return preview_export(
                project, format=row.name, wanted=wanted, options=options, split=split, progress=report
            )

        self._latest.start(work)

    # -- showing -------------------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        self.progress.hide()
        self.sample.clear()
        for name in self.rows:
            self._form.setRowVisible(self.rows[name], False)
        self._form.setRowVisible(self.lost, False)

    def _show_first(self, found: object) -> None:
        assert isinstance(found, Preview)
        assert self._asked is not None
        name = self._asked[0].name
        words = tr("Beginning of the file")
        if name in SAMPLE_OF:
            words = tr("Beginning of the file, as it would be in {format}", format=SAMPLE_OF[name])
        self._beginning.setText(words)
        self.sample.setPlainText(found.sample if found.articles else "")
        self.ready.emit(bool(found.articles))

    def _show_progress(self, done: int, text: str) -> None:
        if done % 50 == 0:
            self.count.setText(tr("Counting… {number}", number=done))

    def _why_nothing(self) -> str:
        """Say why nothing would be written."""
        if self._asked is not None and self._asked[1].settled:
            return tr("Nothing fits: no such article is marked done. Mark it done (menu Article), or choose work that "
                      "is still open under “Whose word”.")  # fmt: skip
        return tr("Nothing fits: choose another layer or other filters.")

    def _show_whole(self, found: object) -> None:
        assert isinstance(found, Preview)
        self.counted = found
        self.progress.hide()
        if not found.articles:
            self._clear()
            self.count.setText(self._why_nothing())
            return
        counts = dict(found.counts)
        layers = [(name.removeprefix(_LAYER), number) for name, number in counts.items() if name.startswith(_LAYER)]
        forms = [(form_words(one).lower(), counts[one.value]) for one in Form if one.value in counts]
        known = {one.value for one in Form}
        labels = [
            (label_words(self._schema, name, self._language), number)
            for name, number in counts.items()
            if not name.startswith(_LAYER) and name not in known
        ]
        names = {AUTO: tr("proposals"), GOLD: tr("adjudicated")}
        self._row("layers", [(names.get(name, layer_words(name)), number) for name, number in layers])
        self._row("quotations", forms)
        self._row("entities", labels)
        self._row("parts", [(tr(name), number) for name, number in found.parts])
        total = sum(number for _, number in (*forms, *labels))
        self.count.setText(
            "\n".join(
                (
                    unsettled_words(found.unsettled) or tr("Everything in it is settled."),
                    f"{tr('%n layer(s)', found.articles)}, {tr('%n item(s)', total)}",
                )
            )
        )
        self._show_lost(found)
        self.ready.emit(True)

    def _row(self, name: str, rows: Sequence[tuple[str, int]]) -> None:
        self.rows[name].setText(counted_words(rows) or tr("none"))
        self._form.setRowVisible(self.rows[name], bool(rows) or name in ("quotations", "entities"))

    def _show_lost(self, found: Preview) -> None:
        lost = [(lost_words(what), number) for what, number in found.lost]
        self.lost.setText(counted_words(lost) if lost else tr("nothing is lost"))
        self._form.setRowVisible(self.lost, True)

    def _show_error(self, error: object) -> None:
        assert isinstance(error, UserError)
        self._clear()
        self.count.setText(sentence(error))
