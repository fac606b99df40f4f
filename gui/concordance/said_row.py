"""How many lines there are, what is to be said of them, and how far a search is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from core.language import number
from gui.look.languages import tr
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import label


class SaidRow(QWidget):
    """One row above the lines; it is as high with a search as without."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.said = label("title"), label("soft", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the search"))
        self.progress.setFixedWidth(160)
        self.halt = plain_button(tr("Stop"))
        explain(self.halt, tr("End the search; what the index has taken in stays"), key="Escape")
        self.said.setMinimumHeight(self.halt.sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.count)
        row.addWidget(self.said, 1)
        row.addWidget(self.progress)
        row.addWidget(self.halt)
        self.count.hide()

    def say(self, words: str) -> None:
        """Say something beside the number of lines."""
        self.said.setText(words)

    def show_count(self, lines: int, articles: int) -> None:
        """Say how many lines there are, in how many articles."""
        self.count.show()
        words = tr("%n line(s)", lines)
        self.count.setText(tr("{lines} in {articles}", lines=words, articles=tr("%n article(s)", articles)))

    def show_busy(self, *, busy: bool) -> None:
        """Show that a search runs, or that none does."""
        self.progress.setVisible(busy)
        self.halt.setVisible(busy)

    def begin(self) -> None:
        """Say that a search begins; how long it takes is not known."""
        self.say(tr("Searching…"))
        self.progress.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Say how much the index has taken in."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.say(tr("Indexing: {done} of {total}", done=number(done), total=number(total)))
