"""Ask what to export and whereto, showing what will be written."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.formats import FORMATS, Format
from core.formats.jsonl import write_record
from core.model import AUTO, GOLD, Status
from core.transfer import Wanted, export_project, wanted_records
from gui.i18n import tr
from gui.jobs import Job, Report
from gui.widgets import add_row, label, tick
from gui.words import status_words

if TYPE_CHECKING:
    from gui.main_window import MainWindow

PREVIEWED = 3
"""Records shown."""
LONGEST = 4000
"""Characters shown of each."""


class ExportDialog(QDialog):
    """Choose format, layers and status; see the first records; write the file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        assert window.session.project is not None
        self._window = window
        self._project = window.session.project
        self.setWindowTitle(tr("Export"))
        self.resize(760, 600)
        self.format = QComboBox()
        for row in FORMATS:
            if row.writes:
                self.format.addItem(f"{row.title} ({row.suffixes[0]})", row.name)
        self.layer = QComboBox()
        self.layer.addItem(tr("Everybody's, else the proposals"), None)
        for name in self._project.annotators():
            words = {AUTO: tr("Proposals (auto)"), GOLD: tr("Adjudicated")}.get(name, name)
            self.layer.addItem(words, name)
        self.statuses = {
            status: tick(status_words(status), True)
            for status in (Status.NEW, Status.IN_PROGRESS, Status.DONE, Status.IN_REVIEW, Status.REVIEWED,
                           Status.RETURNED)
        }  # fmt: skip
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        self.browse = QPushButton(tr("Choose…"), autoDefault=False)
        self.preview = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setAccessibleName(tr("Preview"))
        self.count = label("soft")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self.show_preview)
        self._lay_out()
        self._connect()
        self._suggest_path()
        self.show_preview()

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        boxes = QHBoxLayout()
        boxes.setSpacing(14)
        for box in self.statuses.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        where.setSpacing(8)
        add_row(form, tr("Format"), self.format)
        add_row(form, tr("Layer"), self.layer)
        add_row(form, tr("Status"), boxes)
        add_row(form, tr("File"), where)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(label("heading", tr("Preview")))
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._suggest_path)
        self.layer.currentIndexChanged.connect(self._soon.start)
        for box in self.statuses.values():
            box.toggled.connect(self._soon.start)
        self.path.textChanged.connect(lambda: self.go.setEnabled(self._can_go()))
        self.browse.clicked.connect(self._ask_path)
        self.buttons.accepted.connect(self.start)
        self.buttons.rejected.connect(self.reject)

    def chosen_format(self) -> Format:
        """Return the chosen row of the table of formats."""
        return next(row for row in FORMATS if row.name == self.format.currentData())

    def wanted(self) -> Wanted:
        """Return which layers are wanted."""
        name = self.layer.currentData()
        picked = frozenset(status for status, box in self.statuses.items() if box.isChecked())
        return Wanted(
            annotators=None if name is None else frozenset([name]),
            statuses=None if len(picked) == len(self.statuses) else picked,
        )

    def show_preview(self) -> None:
        """Show the first records as they will be written, and how many there are."""
        records = wanted_records(self._project, self.wanted())
        shown = list(itertools.islice(records, PREVIEWED))
        lines = [write_record(record.article, record.layer).decode("utf-8", "replace") for record in shown]
        self.preview.setPlainText("\n".join(_cut(line) for line in lines))
        self.count.setText(
            tr("The first %n record(s); the file has everything that fits.", len(shown))
            if shown
            else tr("Nothing fits: choose another layer or status.")
        )
        self._any = bool(shown)
        self.go.setEnabled(self._can_go())

    def _can_go(self) -> bool:
        return self._any and bool(self.path.text().strip())

    _any = False

    def _suggest_path(self) -> None:
        folder = self._window.settings.values.export_folder or str(self._project.path.parent)
        row = self.chosen_format()
        now = Path(self.path.text()) if self.path.text() else Path(folder) / self._project.path.stem
        self.path.setText(str(now.with_suffix("" if row.folder else row.suffixes[0])))

    def _ask_path(self) -> None:
        row = self.chosen_format()
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), self.path.text(), f"{row.title} (*{row.suffixes[0]})")
        if name:
            self.path.setText(name)

    def start(self) -> None:
        """Write the file in a thread; the dialog closes, the window tells how it went."""
        out, wanted, row, project = Path(self.path.text()), self.wanted(), self.chosen_format(), self._project
        self._window.settings.change(export_folder=str(out.parent))

        def work(report: Report) -> object:
            def progress(done: int, text: str) -> None:
                if not report(done, text):
                    raise UserError("export-stopped", path=str(out))

            return export_project(project, out, format=row.name, wanted=wanted, progress=progress)

        window = self._window
        if window.run(Job(tr("Exporting"), 0, work), lambda done: told(window, out, done)):
            self.accept()


def told(window: QWidget, out: Path, done: object) -> None:
    """Tell what was written."""
    from core.formats.base import Summary
    from gui.main_window import MainWindow

    if not isinstance(done, Summary) or not isinstance(window, MainWindow):
        return
    text = tr("{articles} written to {path}.", articles=tr("%n record(s)", done.articles), path=str(out))
    if done.lost:
        lost = ", ".join(f"{name}: {number}" for name, number in done.lost.items())
        window.notice.show_text(f"{text} {tr('The format cannot hold: {lost}', lost=lost)}", level="warn")
    else:
        window.notice.show_text(text)


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[:LONGEST] + " …"
