"""How a format is written where it leaves something open, and the split into train, dev and test."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.exchange.selection import Split
from core.formats.base import Options
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, tr
from gui.look.widgets import roomy, tick

OPTIONS: dict[str, tuple[str, ...]] = {
    "doccano": ("offsets",),
    "label-studio": ("offsets", "predictions"),
    "conll": ("part",),
    "quotes-csv": ("context",),
    "quotes-xlsx": ("context",),
    "quotes-parquet": ("context",),
    "webannotation": ("context",),
    "huggingface": ("context", "licence"),
}
"""What each format leaves open; the others leave nothing."""
PARTS = (("train", mark("train")), ("dev", mark("dev")), ("test", mark("test")))


class FormatOptions(QWidget):
    """The fields of the chosen format, and no others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offsets = ChoiceBox()
        self.offsets.addItem(tr("Code points (Python)"), "code-points")
        self.offsets.addItem(tr("UTF-16 units (JavaScript, Java)"), "utf-16")
        self.part = ChoiceBox()
        self.part.addItem(tr("Entities"), "entities")
        self.part.addItem(tr("Parts of quotations"), "quotations")
        self.predictions = tick(tr("Write as predictions, not annotations"), False)
        self.context = roomy(QSpinBox(maximum=5000, singleStep=50, value=200))
        self.unsettled = tick(tr("Write open proposals too"), False)
        self.licence = QLineEdit(placeholderText="cc-by-4.0")
        self._rows = {
            "offsets": (tr("Offsets count"), self.offsets),
            "part": (tr("Holds"), self.part),
            "predictions": ("", self.predictions),
            "context": (tr("Context, characters"), self.context),
            "licence": (tr("Licence"), self.licence),
            "unsettled": ("", self.unsettled),
        }
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(6)
        for words, field in self._rows.values():
            name = QLabel(words)
            name.setBuddy(field)
            name.setMinimumHeight(field.sizeHint().height())
            field.setAccessibleName(words or getattr(field, "text", str)())
            self.form.addRow(name, field)
        for box in (self.offsets, self.part):
            box.currentIndexChanged.connect(self.changed)
        for tick_box in (self.predictions, self.unsettled):
            tick_box.toggled.connect(self.changed)
        self.context.valueChanged.connect(self.changed)
        self.licence.textChanged.connect(self.changed)

    def show_format(self, name: str, *, unsettled: bool = False) -> None:
        """Show what a format leaves open; ``unsettled``: ask whether open items go out as well."""
        asked = (*OPTIONS.get(name, ()), *(("unsettled",) if unsettled else ()))
        for key, (_, field) in self._rows.items():
            self.form.setRowVisible(field, key in asked)
        self.setVisible(bool(asked))

    def options(self) -> Options:
        """Return how to write."""
        return Options(
            offsets=self.offsets.currentData(),
            part=self.part.currentData(),
            predictions=self.predictions.isChecked(),
            context=self.context.value(),
            licence=self.licence.text().strip(),
            unsettled=self.unsettled.isChecked() and not self.unsettled.isHidden(),
        )


class SplitFields(QWidget):
    """Shares of train, dev and test in percent, and the seed that draws them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = tick(tr("Split by article"), False)
        self.on.setToolTip(tr("Parts for training, validation and test, each article whole in one of them"))
        self.shares = {name: roomy(QSpinBox(maximum=100, suffix=" %")) for name, _ in PARTS}
        for (name, words), share in zip(PARTS, (80, 10, 10), strict=True):
            self.shares[name].setValue(share)
            self.shares[name].setAccessibleName(tr(words))
        self.seed = roomy(QSpinBox(maximum=999_999_999))
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setToolTip(tr("The same seed draws the same articles again."))
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, field in (*((tr(words), self.shares[name]) for name, words in PARTS), (tr("Seed"), self.seed)):
            column = QVBoxLayout()
            column.setSpacing(2)
            name_label = QLabel(words)
            name_label.setObjectName("soft")
            name_label.setBuddy(field)
            column.addWidget(name_label)
            field.setMinimumWidth(72)
            column.addWidget(field)
            row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.on)
        layout.addWidget(self._fields)
        self._fields.hide()
        self.on.toggled.connect(self._fields.setVisible)
        self.on.toggled.connect(self.changed)
        for spin in (*self.shares.values(), self.seed):
            spin.valueChanged.connect(self.changed)

    def fault(self) -> str:
        """Return what is wrong with the shares; empty where nothing is."""
        total = sum(spin.value() for spin in self.shares.values())
        if not self.on.isChecked() or total == 100:
            return ""
        return tr("The shares add up to {total} %, not to 100 %.", total=total)

    def split(self) -> Split | None:
        """Return the split that is asked for; None where none is."""
        if not self.on.isChecked():
            return None
        shares = tuple((name, float(spin.value())) for name, spin in self.shares.items() if spin.value())
        return Split(shares, self.seed.value())
