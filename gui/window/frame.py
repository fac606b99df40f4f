"""The window's frame: its parts, how they are laid out, where they stood, and what is said in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.desk.settings import Settings
from gui.inspector.inspector import Inspector
from gui.look.languages import Translations
from gui.look.parts import Elided
from gui.look.widgets import em, free_room, named, open_at
from gui.window.articles import ArticlePanel
from gui.window.chips import Chips
from gui.window.header import Header
from gui.window.welcome import EmptyProject, Welcome

if TYPE_CHECKING:
    from gui.help.legend import Legend

WIDTHS = (270, 760, 330)
"""First widths of list, text and inspector, in pixels for letters of usual size."""
TEXT = 360
"""Least width of the text, in pixels."""
NOTCH = 120
"""A notch of the wheel, in eighths of a degree."""


class WindowFrame(QMainWindow):
    """Article list on the left, the text in the middle, the inspector on the right, a status bar below."""

    def __init__(self, settings: Settings, translations: Translations) -> None:
        super().__init__()
        self.desk = Desk(settings, translations, self)
        self.settings, self.session = settings, self.desk.session
        self.notice, self.jobs = self.desk.notice, self.desk.jobs
        palette = self.desk.palette
        self.view = TextView()
        self.articles = ArticlePanel(self.session, palette)
        self.inspector = Inspector(self.session, palette, self.desk.language)
        self.header = Header(palette)
        self.welcome, self.empty = Welcome(), EmptyProject()
        self.layer_label, self.hint, self.chips = QLabel(), Elided(), Chips()
        self.legend: Legend | None = None
        """Beside the text, once it was wanted."""
        self._turned = 0
        """How far the wheel was turned with Ctrl since the last step, in eighths of a degree."""
        self._build()

    def _build(self) -> None:
        """Lay the parts out from the outside in: what moves into another widget is styled anew with all it holds."""
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.setCentralWidget(self.splitter)
        self.centre = centre = QWidget()
        scale = em(self)
        self.articles.setMinimumWidth(round(200 * scale))
        centre.setMinimumWidth(TEXT)
        for widget in (self.articles, centre, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([round(width * scale) for width in WIDTHS])
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.stack = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.notice)
        self._below = rows
        self.middle = QStackedWidget()
        self.stack.addWidget(self.middle)
        self.stack.setStretchFactor(0, 1)
        self.stack.setHandleWidth(1)
        article = named(QFrame(), "paper")
        for page in (self.welcome, self.empty, article):
            self.middle.addWidget(page)
        self.column = column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.body = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        column.addWidget(self.body, 1)
        self.body.addWidget(self.view)
        self.body.setStretchFactor(0, 1)
        self.body.setHandleWidth(1)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.hint, 1)
        self.statusBar().addPermanentWidget(self.jobs)
        self.statusBar().addPermanentWidget(self.chips)
        self.statusBar().addPermanentWidget(self.layer_label)
        open_at(self, 1280, 800)

    def take_strip(self, strip: QWidget) -> None:
        """Put a feature's bar below the text, above what is said."""
        self._below.insertWidget(1, strip)

    def focus_text(self) -> None:
        """Give the keyboard to the text."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """Say something in passing, in the status bar."""
        self.statusBar().showMessage(text, 6000)

    def _restore(self) -> None:
        geometry = self.settings.values.geometry
        for name, restore in (("window", self.restoreGeometry), ("splitter", self.splitter.restoreState)):
            if geometry.get(name):
                restore(QByteArray.fromBase64(geometry[name].encode()))

        self._come_into_sight()

    def _come_into_sight(self) -> None:
        """Make a window that was remembered from another screen no larger than this one, and bring it there."""
        if self.isMaximized() or self.isFullScreen():
            return
        room = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(free_room(self)))
        place = self.geometry()
        aside = max(room.left() - place.left(), min(0, room.right() - place.right()))
        down = max(room.top() - place.top(), min(0, room.bottom() - place.bottom()))
        if aside or down:
            self.move(self.pos() + QPoint(aside, down))

    def fold(self, *, wanted: bool) -> None:
        """Show the article list where it is ``wanted`` and the screen has room for it beside what else is shown."""
        parts = (self.splitter.widget(at) for at in range(self.splitter.count()))
        shown = [part for part in parts if part is not None and (part is self.articles or not part.isHidden())]
        fits = sum(_least_width(part) for part in shown) <= free_room(self).width()
        self.articles.setVisible(wanted and fits)

    def show_legend(self, *, wanted: bool) -> None:
        """Show the legend beside the text, or hide it; it is made when it is wanted first."""
        schema = self.session.schema
        if self.legend is None and wanted:
            from gui.help.legend import Legend

            self.legend = Legend(self.desk)
            self.legend.closed.connect(lambda: self.desk.change(show_legend=False))
            self.legend.closed.connect(self.focus_text)
            self.body.addWidget(self.legend)
        if self.legend is not None:
            self.legend.setVisible(wanted)
            self.centre.setMinimumWidth(TEXT + (self.legend.minimumWidth() if wanted else 0))
            if wanted and schema is not None:
                self.legend.show_marks(self.view.look, schema)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel over the text: larger or smaller, a step for every notch."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / NOTCH)
            self._turned -= steps * NOTCH
            for _ in range(abs(steps)):
                self.desk.trigger("larger" if steps > 0 else "smaller")
            event.accept()

    def _remember_geometry(self) -> None:
        """Keep size, position and widths for the next start."""
        self.settings.change(
            geometry={
                "window": self.saveGeometry().toBase64().toStdString(),
                "splitter": self.splitter.saveState().toBase64().toStdString(),
            }
        )


def _least_width(part: QWidget) -> int:
    return max(part.minimumWidth(), part.minimumSizeHint().width())
