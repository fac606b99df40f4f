"""The labels of the project: entity types with their names, colours and keys, and the policies for edges."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from core.errors import UserError
from core.model.schema import Label, Schema, check_schema
from core.report.palettes import legible, suggest
from gui.desk.desk import Desk
from gui.look.languages import sentence, tr
from gui.look.theme import THEMES, dot
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import label, named, open_at, tick

ID, ENGLISH, RUSSIAN, LIGHT, DARK, KEY = range(6)


class LabelsDialog(QDialog):
    """Edit the labels; what does not hold is said before anything is written."""

    def __init__(self, desk: Desk, used: frozenset[str], taken: frozenset[str]) -> None:
        super().__init__(desk.window)
        assert desk.session.schema is not None
        self._desk = desk
        self._taken = frozenset(key for key in taken if len(key) == 1)
        self._used = used
        schema = desk.session.schema
        self.setWindowTitle(tr("Labels of the project"))
        open_at(self, 880, 480)
        self.table = named(QTableWidget(0, 6), "roomy")
        self.table.setHorizontalHeaderLabels(
            [tr("Id"), tr("Name in English"), tr("Name in Russian"), tr("Colour, light"), tr("Colour, dark"), tr("Key")]
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 16)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setAccessibleName(tr("Labels"))
        self.marks = tick(tr("Direct content includes its quotation marks"), schema.marks_inside)
        self.stop = tick(tr("A full stop after the closing mark belongs to the content"), schema.full_stop_inside)
        self.add = plain_button(tr("Add a label"))
        self.remove = plain_button(tr("Take the label away"))
        self.guidelines = plain_button(tr("Guidelines"))
        self.said = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        for row in schema.labels:
            self._put(row)
        self.add.clicked.connect(self.add_label)
        self.remove.clicked.connect(self.remove_label)
        self.guidelines.clicked.connect(self.show_guidelines)
        self.table.cellDoubleClicked.connect(self._colour)
        self.table.cellActivated.connect(self._colour)
        self.table.itemChanged.connect(lambda _: self.check())
        self.table.currentCellChanged.connect(lambda *_: self._offer())
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        for part, words in (
            (self.marks, tr("What “Edges as the project wants them” makes of quotation marks")),
            (self.stop, tr("What “Edges as the project wants them” makes of a full stop")),
        ):
            explain(part, words, "tidy")
        explain(self.add, tr("A new label, with colours that no other one has"))
        explain(self.guidelines, tr("The guidelines of the project, at the section of this label"))
        explain_standard(self.buttons)
        self.check()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addWidget(self.remove)
        line.addStretch(1)
        line.addWidget(self.guidelines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addWidget(label("heading", tr("Policy for edges")))
        layout.addWidget(self.marks)
        layout.addWidget(self.stop)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        for column, width in ((ID, 100), (ENGLISH, 170), (RUSSIAN, 170), (LIGHT, 150), (DARK, 150), (KEY, 80)):
            self.table.setColumnWidth(column, width)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _put(self, row: Label) -> None:
        at = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(at)
        values = (row.id, row.names.get("en", ""), row.names.get("ru", ""), row.light, row.dark, row.key)
        for column, value in enumerate(values):
            cell = QTableWidgetItem(value)
            if column in (LIGHT, DARK):
                cell.setIcon(dot(value))
            if column == ID and row.id in self._used:
                cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
                cell.setToolTip(tr("Entities of the project bear this label."))
            self.table.setItem(at, column, cell)
        self.table.blockSignals(False)

    def add_label(self) -> None:
        """Add a row with colours that no other label has."""
        rows = self.labels()
        taken = {row.id for row in rows}
        number = next(n for n in range(1, 1000) if f"LABEL{n}" not in taken)
        light, dark = suggest([row.light for row in rows])
        keys = {row.key for row in rows}
        key = next((str(n) for n in range(1, 10) if str(n) not in keys), "")
        self._put(Label(id=f"LABEL{number}", names={}, light=light, dark=dark, key=key))
        self.table.setCurrentCell(self.table.rowCount() - 1, ID)
        self.table.editItem(self._cell(self.table.rowCount() - 1, ID))
        self.check()

    def remove_label(self) -> None:
        """Take the current row away, unless entities bear its label."""
        at = self.table.currentRow()
        if at >= 0 and self._text(at, ID) not in self._used:
            self.table.removeRow(at)
            self.check()

    def show_guidelines(self) -> None:
        """Open the guidelines of the project at the section of the current label."""
        from gui.help.guidelines import GuidelinesWindow
        from gui.help.guidelines_text import label_names

        at = self.table.currentRow()
        names = label_names(self._desk.session.schema, self._text(at, ID)) if at >= 0 else []
        found = self.findChild(GuidelinesWindow) or GuidelinesWindow(self._desk, self)
        found.show_section(names)

    def _offer(self) -> None:
        at = self.table.currentRow()
        bound = at >= 0 and self._text(at, ID) in self._used
        self.remove.setEnabled(at >= 0 and not bound)
        taken = tr("Entities of the project bear this label.")
        explain(self.remove, taken if bound else tr("The label of this row is no longer offered"))

    def _colour(self, row: int, column: int) -> None:
        if column not in (LIGHT, DARK):
            return
        chosen = QColorDialog.getColor(QColor(self._text(row, column)), self, tr("Colour"))
        if chosen.isValid():
            self._cell(row, column).setText(chosen.name())

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.table.item(row, column)
        assert cell is not None
        return cell

    def _text(self, row: int, column: int) -> str:
        return self._cell(row, column).text().strip()

    def labels(self) -> tuple[Label, ...]:
        """Return the labels as the table has them now."""
        out = []
        for at in range(self.table.rowCount()):
            value = [self._text(at, column) for column in range(6)]
            names = {code: name for code, name in (("en", value[ENGLISH]), ("ru", value[RUSSIAN])) if name}
            out.append(
                Label(id=value[ID], names=names or {"en": value[ID]}, light=value[LIGHT].lower(),
                      dark=value[DARK].lower(), key=value[KEY].upper())
            )  # fmt: skip
        return tuple(out)

    # -- holding -----------------------------------------------------------------------------------------------------

    def wanted(self) -> Schema:
        """Return the schema as the dialog has it now; UserError where it does not hold."""
        assert self._desk.session.schema is not None
        made = replace(
            self._desk.session.schema,
            labels=self.labels(),
            marks_inside=self.marks.isChecked(),
            full_stop_inside=self.stop.isChecked(),
        )
        return check_schema(made, tr("this table"))

    def check(self) -> None:
        """Say what does not hold, or which colours are hard to read or to tell apart."""
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        try:
            made = self.wanted()
        except UserError as error:
            save.setEnabled(False)
            self.said.setText(sentence(error))
            return
        save.setEnabled(True)
        self.said.setText("\n".join(self._doubts(made.labels)))
        self.table.blockSignals(True)
        for at in range(self.table.rowCount()):
            for column in (LIGHT, DARK):
                self._cell(at, column).setIcon(dot(self._text(at, column)))
        self.table.blockSignals(False)
        self._offer()

    def _doubts(self, labels: tuple[Label, ...]) -> list[str]:
        said = [tr("The key {key} of {label} has a command already.", key=row.key, label=row.id)
                for row in labels if row.key and row.key in self._taken]  # fmt: skip
        for name, palette in THEMES.items():
            colours = {row.id: row.dark if palette.dark else row.light for row in labels}
            for label_id, other in legible(colours, palette.canvas.paper):
                theme = tr("dark") if palette.dark else tr("light")
                if other is None:
                    said.append(tr("{label}: contrast below 4.5:1 in the {theme} theme.", label=label_id, theme=theme))
                else:
                    said.append(tr("{label} and {other} look alike to some colour-blind people in the {theme} theme.",
                                   label=label_id, other=other, theme=theme))  # fmt: skip
            assert name
        return said

    def save(self) -> None:
        """Write the labels to the project."""
        project = self._desk.session.project
        if project is None:
            return
        try:
            project.set_schema(self.wanted())
        except UserError as error:
            self.said.setText(sentence(error))
            return
        self.accept()
