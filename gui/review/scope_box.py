"""What a project's annotators annotate: quotations, entities, or the entities of some labels."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QGroupBox

from core.model.schema import Schema
from core.model.scope import Scope
from gui.look.languages import tr
from gui.look.many_choice import ManyChoice
from gui.look.tooltips import explain
from gui.look.widgets import label, tick
from gui.words.items import label_words


class ScopeBox(QGroupBox):
    """Choose the scope; what is left out stays a proposal that nobody is asked about."""

    changed = Signal()
    """Another scope is chosen, one that holds something."""

    def __init__(self, scope: Scope, schema: Schema, language: str) -> None:
        super().__init__(tr("What is annotated"))
        self.quotations = tick(tr("Quotations"), scope.quotations)
        self.entities = tick(tr("Entities"), scope.entities)
        words = [(one.id, label_words(schema, one.id, language)) for one in schema.labels]
        self.labels = ManyChoice(tr("of all labels"), words)
        self.labels.setAccessibleName(tr("Labels"))
        self.labels.choose(*scope.labels)
        explain(self.quotations, tr("Quotations are annotated in this project"))
        explain(self.entities, tr("Entities are annotated in this project"))
        explain(self.labels, tr("Which labels are annotated; none chosen: all"))
        self._order = [one.id for one in schema.labels]
        self.said = label("soft", wrap=True)
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.quotations, 0, 0, 1, 2)
        grid.addWidget(self.entities, 1, 0)
        grid.addWidget(self.labels, 1, 1)
        grid.addWidget(self.said, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
        for box in (self.quotations, self.entities):
            box.toggled.connect(self._change)
        self.labels.changed.connect(self._change)
        self._say()

    @property
    def scope(self) -> Scope | None:
        """The scope as it is chosen; None where nothing would be annotated."""
        quotations, entities = self.quotations.isChecked(), self.entities.isChecked()
        if not quotations and not entities:
            return None
        chosen = (self.labels.values or frozenset()) if entities else frozenset()
        labels = tuple(one for one in self._order if one in chosen) if len(chosen) < len(self._order) else ()
        return Scope(quotations=quotations, entities=entities, labels=labels)

    def _change(self) -> None:
        self._say()
        if self.scope is not None:
            self.changed.emit()

    def _say(self) -> None:
        self.labels.setEnabled(self.entities.isChecked())
        if self.scope is None:
            self.said.setText(tr("Something must be annotated: tick quotations, entities, or both."))
        else:
            self.said.setText(tr("Progress, “done”, agreement and exports count this alone; the rest stays proposals."))
