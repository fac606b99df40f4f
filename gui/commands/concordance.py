"""Commands on the concordance: show it, show a query in it, go from line to line while reading articles."""

from __future__ import annotations

from core.corpus.lines import Line
from gui.canvas.view import TextView
from gui.concordance.trail import Trail
from gui.concordance.window import ConcordanceWindow
from gui.desk.desk import Desk


class ConcordanceCommands:
    """Commands on the concordance; a project has one window of it, which keeps its lines while it is closed."""

    def __init__(self, desk: Desk, view: TextView) -> None:
        self._desk, self._view = desk, view
        self._window: ConcordanceWindow | None = None
        self.trail = Trail(desk, view)
        desk.strip_made.emit(self.trail.bar)
        self.trail.returned.connect(self._return)
        self.trail.wanted.connect(lambda row: self._window.open_place(row) if self._window is not None else None)
        self.trail.moved.connect(desk.commands_changed)
        desk.session.closing.connect(self._forget)

    def _forget(self) -> None:
        """Let go of the window, which ends with its project."""
        self._window = None

    def window(self) -> ConcordanceWindow:
        """Return the window on the open project; it is made where there is none."""
        if self._window is None:
            made = self._window = ConcordanceWindow(self._desk)
            made.opened.connect(self._open)
            made.renewed.connect(self.trail.end)
        return self._window

    def open(self) -> ConcordanceWindow:
        """Show the concordance; words selected in the text are looked for where nothing is yet."""
        window = self.window()
        fresh = not window.isVisible()
        window.show()
        window.activateWindow()
        if fresh:
            window.bar.field.setFocus()
            window.bar.field.line.selectAll()
        return window

    def show_query(self, text: str) -> None:
        """Show the lines of a query: a bar of a chart, a row of a table."""
        self.open().show_query(text)

    def _open(self, row: int, line: Line) -> None:
        window = self.window()
        said = self.trail.go(row, line, window.model.total, window.query_text)
        if self.trail.row == row:
            window.step_aside()
        if said:
            window.say(said)
            self._desk.say(said)

    def _return(self, row: int) -> None:
        self.window().come_back(row)

    def back(self) -> None:
        """Go back to the line whose place is open."""
        self.trail.back()

    def next(self) -> None:
        """Open the place of the next line."""
        self.trail.step(1)

    def previous(self) -> None:
        """Open the place of the line before."""
        self.trail.step(-1)
