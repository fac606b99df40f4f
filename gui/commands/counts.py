"""Commands on counts: show their window; what is chosen in it is shown as lines of the concordance."""

from __future__ import annotations

from collections.abc import Callable

from gui.counts.window import CountsWindow
from gui.desk.desk import Desk


class CountsCommands:
    """Commands on counts; a project has one window of them, which keeps what it shows while it is closed."""

    def __init__(self, desk: Desk, show_query: Callable[[str], object]) -> None:
        """``show_query`` shows the lines of a query."""
        self._desk, self._show_query = desk, show_query
        self._window: CountsWindow | None = None
        desk.session.closing.connect(self._forget)

    def _forget(self) -> None:
        """Let go of the window, which ends with its project."""
        self._window = None

    def open(self) -> CountsWindow:
        """Show the counts of the project."""
        if self._window is None:
            self._window = CountsWindow(self._desk)
            self._window.concordance_wanted.connect(self._show_query)
        self._window.show()
        self._window.activateWindow()
        return self._window
