"""The strip of the tour between text and status bar: what to do now, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gui.look.announce import announce
from gui.look.languages import tr
from gui.look.widgets import label, named


class TourStrip(QFrame):
    """A bar of its own below the text: it covers nothing and takes no key from it."""

    back, forward, left = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tour")
        self.title, self.words = label("heading"), QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.back_button, self.next_button, self.leave_button = QPushButton(), QPushButton(), QPushButton()
        for button, signal in (
            (self.back_button, self.back),
            (self.next_button, self.forward),
            (self.leave_button, self.left),
        ):
            named(button, "link").setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the text
            button.clicked.connect(signal)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.title)
        told.addWidget(self.words)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 12, 8)
        line.setSpacing(10)
        line.addLayout(told, 1)
        for button in (self.back_button, self.next_button, self.leave_button):
            line.addWidget(button)

    def show_step(self, number: int, count: int, title: str, words: str, *, done: bool, before: str) -> None:
        """Show a step by its number from 1 and what to do in it; ``before``: what was just done, said first."""
        self.title.setText(tr("Tour, {number} of {count}: {title}", number=number, count=count, title=title))
        self.words.setText(" ".join(part for part in (before, words) if part))
        self.back_button.setText(tr("Back"))
        self.back_button.setToolTip(tr("Show the step before this one"))
        self.back_button.setEnabled(number > 1)
        self.next_button.setText(tr("Next") if done else tr("Skip"))
        self.next_button.setToolTip(tr("Go to the next step") if done else tr("Go on without doing this step"))
        self._show_leave()
        announce(f"{self.title.text()}. {self.words.text()}")

    def show_end(self, words: str) -> None:
        """Say that the tour is over."""
        self.title.setText(tr("That was the tour"))
        self.words.setText(words)
        self.next_button.hide()
        self.back_button.hide()
        self._show_leave()
        announce(f"{self.title.text()}. {words}")

    def _show_leave(self) -> None:
        self.leave_button.setText(tr("Leave the tour"))
        self.leave_button.setToolTip(tr("Go back to where you were; the tour is found again in the Help menu"))
