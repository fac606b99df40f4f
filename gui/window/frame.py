"""The window's frame: its parts, how they are laid out, where they stood, and what is said in passing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.desk.settings import Settings
from gui.inspector.inspector import Inspector
from gui.look.languages import Translations
from gui.look.parts import Elided
from gui.look.widgets import named
from gui.window.articles import ArticlePanel
from gui.window.chips import Chips
from gui.window.header import Header
from gui.window.welcome import EmptyProject, Welcome

WIDTHS = (270, 760, 330)
"""First widths of list, text and inspector, in pixels."""


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
        self._build()

    def _build(self) -> None:
        article = named(QFrame(), "paper")
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self.column = column
        self.middle = QStackedWidget()
        for page in (self.welcome, self.empty, article):
            self.middle.addWidget(page)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.stack = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.stack.addWidget(self.middle)
        self.stack.setStretchFactor(0, 1)
        self.stack.setHandleWidth(1)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.notice)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for widget, least in ((self.articles, 200), (centre, 360), (self.inspector, 310)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(list(WIDTHS))
        self.setCentralWidget(self.splitter)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.hint, 1)
        self.statusBar().addPermanentWidget(self.jobs)
        self.statusBar().addPermanentWidget(self.chips)
        self.statusBar().addPermanentWidget(self.layer_label)
        self.resize(1280, 800)

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

    def _remember_geometry(self) -> None:
        """Keep size, position and widths for the next start."""
        self.settings.change(
            geometry={
                "window": self.saveGeometry().toBase64().toStdString(),
                "splitter": self.splitter.saveState().toBase64().toStdString(),
            }
        )
