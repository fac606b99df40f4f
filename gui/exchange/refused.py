"""What an import refused or repaired: file, line, field, reason; savable as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.exchange.transfer import Imported
from core.formats.base import replacing
from core.words.exchange import note_words
from gui.look.languages import sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import label, open_at
from gui.words.exchange import reason_words

MOST = 1000
"""Rows shown; the copy and the file have them all."""
Row = tuple[str, str, str, str]


def rows_of(done: Imported) -> list[Row]:
    """Return (file, line, field, reason) of every refusal, then every note with its article."""
    refused = [
        (one.source, str(one.line) if one.line else "", one.field, reason_words(one.error)) for one in done.refused
    ]
    return refused + [(article, "", "", note_words(note)) for article, note in told_notes(done)]


def told_notes(done: Imported) -> list[tuple[str, str]]:
    """Return the notes that one should see: that a text was UTF-8 is none of them."""
    return [(article, note) for article, note in done.notes if note != "read as utf-8"]


def save_rows(path: Path, rows: list[Row]) -> None:
    """Write rows to a file: CSV by its name, else tab-separated lines. Raises UserError ``file-unwritable``."""
    head = (tr("File or article"), tr("Line"), tr("Field"), tr("Reason"))
    out = io.StringIO()
    comma = path.suffix.lower() == ".csv"
    writer = csv.writer(out, delimiter="," if comma else "\t", lineterminator="\n")
    writer.writerows([head, *((" ".join(_plain(cell).split()) for cell in row) for row in rows)])
    with replacing(path) as file:
        file.write(b"\xef\xbb\xbf" * comma + out.getvalue().encode("utf-8", "backslashreplace"))


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


class RefusedDialog(QDialog):
    """Show the refusals and notes of an import."""

    def __init__(self, parent: QWidget, done: Imported) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        open_at(self, 860, 480)
        self._rows = rows_of(done)
        self.table = QTableWidget(min(len(self._rows), MOST), 4)
        self.table.setHorizontalHeaderLabels([tr("File or article"), tr("Line"), tr("Field"), tr("Reason")])
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setObjectName("roomy")
        self.table.setAccessibleName(tr("What was refused or changed"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy, self.save = plain_button(tr("Copy")), plain_button(tr("Save as…"))
        for button in (self.copy, self.save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        explain(self.copy, tr("Copy all rows"))
        explain(self.save, tr("Save all rows as a table"))
        explain_standard(buttons)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_save)
        buttons.rejected.connect(self.reject)
        self.said = label("soft", wrap=True)
        self.said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        words = tr("These were left out or changed; everything else is in the project.")
        layout.addWidget(label("", words, wrap=True))
        layout.addWidget(self.table, 1)
        if len(self._rows) > MOST:
            more = tr("The first {shown} of {all}; copy or save to have them all.", shown=MOST, all=len(self._rows))
            layout.addWidget(label("soft", more))
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        for at, row in enumerate(self._rows[:MOST]):
            for column, text in enumerate(row):
                shown = Path(text).name if column == 0 and "/" in text else text
                cell = QTableWidgetItem(shown)
                cell.setToolTip(text)
                cell.setData(int(Qt.ItemDataRole.AccessibleTextRole), shown or tr("empty"))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.table.setItem(at, column, cell)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, 70)
        self.table.setColumnWidth(2, 140)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().sectionResized.connect(self.table.resizeRowsToContents)
        self.table.resizeRowsToContents()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows))

    def _ask_save(self) -> None:
        filters = f"{tr('Tab-separated text')} (*.tsv);;CSV (*.csv)"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save as"), f"{tr('refused')}.tsv", filters)
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Save every row, and say how it went."""
        try:
            save_rows(path, self._rows)
        except UserError as error:
            self.said.setText(sentence(error))
        else:
            self.said.setText(tr("Saved as {path}.", path=str(path)))
        self.said.show()
