"""The bar over the text while another's layer is looked at: whose it is, that it stays as it is, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from gui.desk.session import Session
from gui.look.languages import tr
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain, key_of
from gui.look.trees import plain_button
from gui.look.widgets import label
from gui.words.layers import looking_words


class LookBar(QFrame):
    """Say whose layer is looked at; compare it with one's own, or go back."""

    compared = Signal()
    """The layer that is looked at is to be compared with one's own."""
    left = Signal()
    """Back to one's own layer."""

    def __init__(self, session: Session, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("past")
        self._session = session
        self.icon = QLabel()
        self.said, self.missing = label("title", wrap=True), label("soft", wrap=True)
        self.compare, self.back = plain_button(""), plain_button("")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(10)
        line.addWidget(self.icon)
        line.addWidget(self.said, 1)
        line.addWidget(self.missing)
        line.addWidget(self.compare)
        line.addWidget(self.back)
        self.compare.clicked.connect(self.compared)
        self.back.clicked.connect(self.left)
        for button in (self.compare, self.back):
            button.installEventFilter(self)
        self.set_palette(palette)
        session.project_changed.connect(self.refresh)
        session.article_changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Show what is looked at now; hide while it is one's own layer that is open."""
        session = self._session
        looking, project, article = session.looking, session.project, session.article
        self.setVisible(looking is not None and article is not None)
        if looking is None or project is None or article is None:
            return
        there = looking in project.layers_of(article.id)
        self.said.setText(looking_words(looking))
        self.missing.setText(tr("This article has no such layer."))
        self.missing.setVisible(not there)
        self.compare.setVisible(there)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes back to one's own layer."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.compare.setText(tr("Compare with mine"))
        self.back.setText(tr("Back to mine"))
        explain(self.compare, tr("See where this layer differs from yours, and decide"), "compare-with-mine")
        explain(self.back, tr("Show your own layer again"), key=key_of("own-layer") or "Escape")
        self.refresh()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.icon.setPixmap(icon("eye", palette.warn).pixmap(18, 18))
