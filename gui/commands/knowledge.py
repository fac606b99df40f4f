"""Commands on what the project taught: show it."""

from __future__ import annotations

from gui.desk.desk import Desk
from gui.learning.running import LearningDesk
from gui.learning.window import KnowledgeWindow


class KnowledgeCommands:
    """Commands on the knowledge of the project; one window of it is open at a time."""

    def __init__(self, desk: Desk, learning: LearningDesk) -> None:
        self._desk, self._learning = desk, learning

    def open(self) -> KnowledgeWindow:
        """Show what the project has taught."""
        window = self._desk.window.findChild(KnowledgeWindow)
        if window is None:
            window = KnowledgeWindow(self._desk, self._learning)
        window.show()
        window.activateWindow()
        return window
