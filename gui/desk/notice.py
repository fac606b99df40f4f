"""The sentence over the text: what is amiss and what to do, or what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from gui.look.languages import tr
from gui.look.parts import keys_shown, restyle
from gui.look.theme import Palette, icon
from gui.look.widgets import named

GAP, WIDEST = 12, 860
"""Pixels around the notice, and how wide it gets."""
_PLACED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Notice(QFrame):
    """A sentence over the top of the text: what is wrong and what to do, or what was done.

    It floats over the text, so that nothing moves when it comes and goes.
    """

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._palette = palette
        self._run: Callable[[], object] | None = None
        self._more: Callable[[], object] | None = None
        self._holds: Callable[[], bool] | None = None
        self._over: tuple[QWidget, ...] = ()
        self.icon = QLabel()
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action, self.more = named(QPushButton(), "link"), named(QPushButton(), "link")
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.clicked.connect(self.hide)
        self.action.clicked.connect(lambda: self._do(self._run))
        self.more.clicked.connect(lambda: self._do(self._more))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self.icon)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.more)
        layout.addWidget(self.close_button)
        self._gone = QTimer(self, singleShot=True, interval=8000)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def float_over(self, *widgets: QWidget) -> None:
        """Lie over the top edge of the first of ``widgets`` that is in sight, all of them inside the parent."""
        self._over = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACED and self.isVisible():
            QTimer.singleShot(0, self, self._position)
        return False

    def _position(self) -> None:
        widget = next((one for one in self._over if one.isVisible()), None)
        host = self.parentWidget()
        if widget is None or host is None:
            return
        width = min(widget.width() - 2 * GAP, WIDEST)
        left = (widget.width() - width) // 2
        self.setGeometry(left, widget.mapTo(host, QPoint(0, 0)).y() + GAP, width, self.heightForWidth(width))
        self.raise_()

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
        self.more.hide()
        self.text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setProperty("level", level)
        restyle(self)
        colour = {"bad": self._palette.bad, "warn": self._palette.warn}.get(level, self._palette.accent)
        self.icon.setPixmap(icon("info" if level == "info" else "warning", colour).pixmap(18, 18))
        self.close_button.setIcon(icon("cross", self._palette.soft))
        self.close_button.setToolTip(f"{tr('Close')} ({keys_shown('Escape')})")
        self.close_button.setAccessibleName(tr("Close"))
        self.show()
        self._position()
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
            self._position()

    def look_again(self) -> None:
        """Hide a sentence whose cause is gone."""
        if not self.isHidden() and self._holds is not None and not self._holds():
            self.hide()

    def offer_more(self, words: str, run: Callable[[], object]) -> None:
        """Offer a second way on, beside the action of the sentence that is shown."""
        self._more = run
        self.more.setText(words)
        self.more.show()
        self._position()

    def _do(self, run: Callable[[], object] | None) -> None:
        self.hide()
        if run is not None:
            run()
