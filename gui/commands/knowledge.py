"""Commands on what the project taught: show it, or that of it which a proposal comes from."""

from __future__ import annotations

from gui.desk.desk import Desk
from gui.learning.running import LearningDesk
from gui.learning.window import KnowledgeWindow
from gui.look.languages import tr


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

    def show_taught(self) -> None:
        """Show the entry that the selected proposal comes from, among what the project has taught."""
        item = self._desk.session.item
        lesson = self._desk.session.lesson(item) if item is not None else None
        if lesson is None or lesson.entry is None:
            self._desk.say(tr("What taught this is not among what the project teaches now."))
        else:
            self.open().show_entry(lesson.entry.id)
