"""The legend: all marks of the text with a name and a sentence, in a panel beside the text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from core.model.schema import Schema
from gui.desk.desk import Desk
from gui.help.legend_entries import Entry, sections
from gui.help.sample_page import SamplePage
from gui.look.languages import tr
from gui.look.text_look import Look
from gui.look.theme import icon
from gui.look.tooltips import explain
from gui.look.widgets import em, label, named

LEAST = 240
"""Least width of the legend, in pixels for letters of usual size."""


class Legend(QFrame):
    """Rows of pictures and words; drawn when it is seen, in the look of the text beside it."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self._look, self._language = Look(), ""
        self._schema: Schema | None = None
        self._page: SamplePage | None = None
        self._drawn: tuple[object, ...] = ()
        self.title = label("title")
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.clicked.connect(self.closed)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 4)
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.area, 1)
        self.setMinimumWidth(round(LEAST * em(self)))
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._draw)

    def show_marks(self, look: Look, schema: Schema) -> None:
        """Show the marks in the look of the text, with the labels of a project."""
        self._look, self._schema, self._language = look, schema, self._desk.language
        self.title.setText(tr("Legend"))
        explain(self.close_button, tr("Close the legend"), "show-legend")
        self.close_button.setAccessibleName(tr("Close the legend"))
        self.close_button.setIcon(icon("cross", self._desk.palette.soft))
        self.area.setAccessibleName(tr("Legend"))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Make the rows anew where anything of them is not as it was drawn."""
        if self._schema is None or self.isHidden():
            return
        wide = max(120, self.area.viewport().width() - 28)
        wanted = (self._look, self._schema, self._language, wide, self.devicePixelRatioF())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        held = self.area.verticalScrollBar().value()
        if self._page is None:
            self._page = SamplePage()
            self._page.setParent(self, Qt.WindowType.Window)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(4)
        for section in sections(self._schema, self._language):
            column.addSpacing(8)
            column.addWidget(label("heading", section.title))
            for entry in section.entries:
                self._add(column, entry, self._page, wide)
        column.addStretch(1)
        self.area.setWidget(inside)
        self.area.verticalScrollBar().setValue(held)

    def _add(self, column: QVBoxLayout, entry: Entry, page: SamplePage, wide: int) -> None:
        assert self._schema is not None
        shown = named(QLabel(), "sample")
        shown.setPixmap(page.picture(entry.sample, self._look, self._schema, wide))
        shown.setAccessibleName(entry.name)
        column.addSpacing(4)
        column.addWidget(shown)
        column.addWidget(label("title", entry.name, wrap=True))
        column.addWidget(label("soft", entry.words, wrap=True))
