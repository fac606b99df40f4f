"""What became of every proposal, by rule and score, as a table that can be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout

from core.formats.base import replacing
from core.language import number
from core.model import AUTO, GOLD, is_machine
from core.report.ledger import Ledger
from core.report.ledger_table import ledger_csv, ledger_head, ledger_lines
from core.report.project import open_ledger
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.look.choice_box import ChoiceBox
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button, plain_tree, rows_of
from gui.look.widgets import label, open_at
from gui.review.agreement import fill
from gui.words.layers import layer_words


class LedgerDialog(QDialog):
    """The ledger of the project, of everybody or of one person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.ledger: Ledger | None = None
        self.setWindowTitle(tr("What became of the proposals"))
        open_at(self, 1180, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        project = desk.session.project
        self.who = ChoiceBox()
        self.who.addItem(tr("All people"), None)
        for name in project.annotators() if project is not None else ():
            if not is_machine(name):
                self.who.addItem(tr("the adjudicated layer") if name == GOLD else name, name)
        self.who.setAccessibleName(tr("Whose work"))
        self.beside = ChoiceBox()
        self.beside.addItem(tr("Beside the proposals that the work began with"), None)
        machines = [name for name in project.annotators() if is_machine(name)] if project is not None else []
        for name in machines:
            self.beside.addItem(layer_words(name), name)
        self.beside.setAccessibleName(tr("Beside which proposals"))
        self.beside.setVisible(machines not in ([], [AUTO]))
        self.state = label("soft", wrap=True)
        self.table = plain_tree()
        self.table.setAccessibleName(tr("What became of the proposals"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        save = plain_button(tr("CSV…"))
        self.buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        explain(self.who, tr("Whose decisions are counted"))
        explain(self.beside, tr("Which proposals the work is held beside, seen by the annotator or not"))
        explain(save, tr("Save the rows as a table"))
        explain_standard(self.buttons)
        save.clicked.connect(self._save)
        top = QHBoxLayout()
        top.addWidget(self.who)
        top.addWidget(self.beside)
        top.addWidget(self.state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.reject)
        self.who.currentIndexChanged.connect(self.compute)
        self.beside.currentIndexChanged.connect(self.compute)
        self.compute()

    def compute(self) -> None:
        """Read the layers, off the GUI thread."""
        project, name, beside = self._desk.session.project, self.who.currentData(), self.beside.currentData()
        if project is None:
            return
        self.state.setText(tr("Reading…"))

        def work(report: Report) -> Ledger:
            return open_ledger(project, None if name is None else [name], report, proposer=beside)

        self._desk.run(Job(tr("Reading the layers"), 0, work), self._show)

    def _show(self, ledger: object) -> None:
        assert isinstance(ledger, Ledger)
        self.ledger = ledger
        rows = ledger_lines(ledger)
        fill(self.table, ledger_head(), [line.cells for line in rows], words=4)
        for row, line in zip(rows_of(self.table), rows, strict=True):
            row.setToolTip(1, line.rule)
        total = ledger.total()
        kept = f"{number(100 * total.precision, 1)} %" if total.precision is not None else "—"
        said = tr("%n proposal(s)", total.proposed)
        self.state.setText(
            f"{said}, {tr('kept: {kept}', kept=kept)}" if rows else tr("Nobody has worked on proposals here.")
        )

    def _save(self) -> None:
        if self.ledger is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save"), "ledger.csv", "*.csv")
        if chosen:
            with replacing(Path(chosen)) as out:
                out.write(ledger_csv(self.ledger).encode())
