"""The sentence below the text: what is amiss and what to do, or what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from gui.look.announce import announce
from gui.look.languages import tr
from gui.look.parts import restyle
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.widgets import named


class Notice(QFrame):
    """A sentence in a bar of its own: what is wrong and what to do, or what was done.

    The bar stands below the text: it covers nothing, and the lines above it stay where they are.
    """

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._palette = palette
        self._run: Callable[[], object] | None = None
        self._also: Callable[[], object] | None = None
        self._more: Callable[[], object] | None = None
        self._holds: Callable[[], bool] | None = None
        self.icon = QLabel()
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action, self.also, self.more = (named(QPushButton(), "link") for _ in range(3))
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.clicked.connect(self.hide)
        self.action.clicked.connect(lambda: self._do(self._run))
        self.also.clicked.connect(lambda: self._do(self._also))
        self.more.clicked.connect(lambda: self._do(self._more))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self.icon)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.also)
        layout.addWidget(self.more)
        layout.addWidget(self.close_button)
        self._gone = QTimer(self, singleShot=True, interval=8000)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        self.close_button.setIcon(icon("cross", palette.soft))

    def show_text(
        self,
        text: str,
        *,
        level: str = "info",
        action: str = "",
        run: Callable[[], object] | None = None,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Show a sentence; ``info`` without an action goes by itself, ``warn`` and ``bad`` stay until closed.

        ``holds`` tells whether what the sentence says is still so: ``look_again`` takes it away when it is not.
        """
        self._run, self._holds = run, holds
        self.also.hide()
        self.more.hide()
        self.text.setText(text)
        self.action.setText(action)
        explain(self.action, action.rstrip("…"))
        self.action.setVisible(bool(action))
        self.setProperty("level", level)
        restyle(self)
        colour = {"bad": self._palette.bad, "warn": self._palette.warn}.get(level, self._palette.accent)
        self.icon.setPixmap(icon("info" if level == "info" else "warning", colour).pixmap(18, 18))
        self.close_button.setIcon(icon("cross", self._palette.soft))
        explain(self.close_button, tr("Close"), key="Escape")
        self.close_button.setAccessibleName(tr("Close"))
        self.show()
        announce(text)
        self._gone.stop()
        if level == "info" and not action:
            self._gone.start()

    def say_too(self, text: str) -> None:
        """Say something besides what is said; alone, it is a warning."""
        if self.isHidden():
            self.show_text(text, level="warn")
        else:
            self._gone.stop()
            self.text.setText(f"{self.text.text()}\n{text}")
            announce(text)

    def look_again(self) -> None:
        """Hide a sentence whose cause is gone."""
        if not self.isHidden() and self._holds is not None and not self._holds():
            self.hide()

    def offer_more(self, words: str, run: Callable[[], object]) -> None:
        """Offer a second way on, beside the action of the sentence that is shown."""
        self._more = run
        self.more.setText(words)
        explain(self.more, words.rstrip("…"))
        self.more.show()

    def offer_also(self, words: str, run: Callable[[], object]) -> None:
        """Offer a way on between the action of the sentence and that of ``offer_more``."""
        self._also = run
        self.also.setText(words)
        explain(self.also, words.rstrip("…"))
        self.also.show()

    def _do(self, run: Callable[[], object] | None) -> None:
        self.hide()
        if run is not None:
            run()
