"""The parts of the dashboard: tiles with one figure, cards with bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.counts.bars import Bar, BarList
from gui.look.languages import tr
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import em, label, named


class Tile(QPushButton):
    """One figure: what it is, how much, and of what; a click leads on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.query = ""
        self.setAccessibleName(name)
        explain(self, tr("Show these quotations"))
        self.name, self.figure, self.about = label("soft", name), label("figure"), label("soft", wrap=True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(2)
        for part in (self.name, self.figure, self.about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        layout.addStretch(1)

    def sizeHint(self) -> QSize:
        width = round(150 * em(self))
        return QSize(width, max(self._column.sizeHint().height(), self._column.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(120 * em(self)), self.sizeHint().height())

    def show_figure(self, figure: str, about: str, query: str = "", tip: str = "") -> None:
        """Show a figure; ``about`` says of what it is, ``query`` lists what it counts."""
        self.query = query
        self.figure.setText(figure)
        self.about.setText(about)
        self.setAccessibleName(f"{self.name.text()}: {figure}. {about}")
        explain(self, tip or tr("Show these quotations"))


class Card(QFrame):
    """A heading, bars, and a way to the whole table."""

    opened = Signal(str)
    """A query."""
    more = Signal()
    """The whole table is wanted."""

    def __init__(self, palette: Palette, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.bars = BarList(palette, title)
        self.about = label("soft", wrap=True)
        self.about.hide()
        self.table = named(plain_button(tr("Table")), "link")
        self.table.setAccessibleName(tr("Table: {title}", title=title))
        explain(self.table, tr("Show all of it as a table, with a chart beside it"))
        top = QHBoxLayout()
        top.addWidget(label("heading", title), 1)
        top.addWidget(self.table)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 10, 12)
        self.column.setSpacing(4)
        self.column.addLayout(top)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.about)
        self.column.addStretch(1)
        self.bars.opened.connect(self.opened)
        self.table.clicked.connect(self.more)

    def show_bars(self, bars: Sequence[Bar], about: str = "") -> None:
        """Show bars, and what is to be said below them."""
        self.bars.setVisible(bool(bars))
        self.bars.show_bars(bars)
        self.about.setText(about if bars else tr("Nothing to count."))
        self.about.setVisible(not bars or bool(about))

    def add(self, part: QWidget) -> None:
        """Add a part below the bars."""
        self.column.insertWidget(self.column.count() - 2, part)
