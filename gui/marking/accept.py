"""Accept many proposals as one act: which kinds, and how sure at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QSlider, QVBoxLayout

from core.model import Annotation, Quotation, Range
from gui.desk.desk import Desk
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import label, tick
from gui.marking.done import unseen_words
from gui.words.items import FORMS, form_words, label_words


class AcceptDialog(QDialog):
    """Choose among the open proposals of an article; says how many they are before anything is done."""

    def __init__(self, desk: Desk, waiting: Sequence[Annotation], seen: Range) -> None:
        """``seen``: what of the text is in the window."""
        super().__init__(desk.window)
        self._waiting, self._seen = tuple(waiting), seen
        self.setWindowTitle(tr("Accept many"))
        self.setMinimumWidth(400)
        counts = Counter(kind_of(item) for item in self._waiting)
        schema, language = desk.session.schema, desk.language
        order = [form.value for form in FORMS]
        self.kinds = {}
        for kind in sorted(counts, key=lambda name: (name not in order, name)):
            form = next((form for form in FORMS if form.value == kind), None)
            words = form_words(form) if form is not None else label_words(schema, kind, language)
            self.kinds[kind] = tick(f"{words} ({counts[kind]})", form is not None)
        if not any(box.isChecked() for box in self.kinds.values()):
            for box in self.kinds.values():
                box.setChecked(True)
        self.least = QSlider(Qt.Orientation.Horizontal)
        self.least.setRange(0, 100)
        self.least.setValue(80)
        self.least.setAccessibleName(tr("At least as sure as"))
        self.shown = label("soft")
        self.said = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        for box in self.kinds.values():
            explain(box, tr("Whether proposals of this kind are accepted"))
        explain(self.least, tr("Proposals that are less sure stay open"))
        explain(self.go, tr("Accept these proposals, as one edit"), key="Return")
        explain_standard(self.buttons)
        give_help_key(self)
        self._lay_out()
        self.least.valueChanged.connect(self.show_count)
        for box in self.kinds.values():
            box.toggled.connect(self.show_count)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.show_count()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label("heading", tr("Kinds")))
        for box in self.kinds.values():
            layout.addWidget(box)
        layout.addSpacing(6)
        layout.addWidget(label("heading", tr("At least as sure as")))
        line = QHBoxLayout()
        line.addWidget(self.least, 1)
        line.addWidget(self.shown)
        layout.addLayout(line)
        layout.addWidget(self.said)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)

    def chosen(self) -> list[Annotation]:
        """Return the proposals that would be accepted."""
        least = self.least.value() / 100
        return [
            item
            for item in self._waiting
            if self.kinds[kind_of(item)].isChecked() and (item.score if item.score is not None else 0.0) >= least
        ]

    def show_count(self) -> None:
        """Say how sure, how many that makes, how sure the least is, and how many are out of sight."""
        chosen = self.chosen()
        lowest = min((item.score for item in chosen if item.score is not None), default=None)
        sure = tr("The least sure of the proposals: {score} %", score=round(100 * lowest)) if lowest is not None else ""
        self.shown.setText(f"{self.least.value()} %")
        self.said.setText("\n".join((sure, unseen_words(chosen, self._seen))).strip() or " ")
        self.go.setText(tr("Accept these %n", len(chosen)))
        self.go.setEnabled(bool(chosen))


def kind_of(item: Annotation) -> str:
    """Return the form of a quotation, the label of an entity."""
    return item.form.value if isinstance(item, Quotation) else item.label
