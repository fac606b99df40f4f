"""What an import refused or repaired: file, line, field, reason."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.transfer import Imported
from gui.i18n import sentence, tr

MOST = 1000
"""Rows shown; the copy has them all."""


def reason_alone(error: UserError) -> str:
    """Return the sentence without the place that the table shows beside it."""
    facts = {name: value for name, value in error.facts.items() if name not in ("line", "field")}
    return sentence(UserError(error.code, **facts))


def rows_of(done: Imported) -> list[tuple[str, str, str, str]]:
    """Return (file, line, field, reason) of every refusal, then every note with its article."""
    refused = [
        (one.source, str(one.line) if one.line else "", one.field, reason_alone(one.error)) for one in done.refused
    ]
    return refused + [(article, "", "", note) for article, note in done.notes]


class RefusedDialog(QDialog):
    """Show the refusals and notes of an import."""

    def __init__(self, parent: QWidget, done: Imported) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        self.resize(820, 460)
        self._rows = rows_of(done)
        self.table = QTableWidget(min(len(self._rows), MOST), 4)
        self.table.setHorizontalHeaderLabels([tr("File or article"), tr("Line"), tr("Field"), tr("Reason")])
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for at, row in enumerate(self._rows[:MOST]):
            for column, text in enumerate(row):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.table.setItem(at, column, cell)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, 70)
        self.table.resizeRowsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copied = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copied.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("These were left out or changed; everything else is in the project.")))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows))
