"""Commands on the concordance: show it, show a query in it, go from line to line while reading articles."""

from __future__ import annotations

from core.corpus.lines import Line
from gui.canvas.view import TextView
from gui.concordance.trail import Trail
from gui.concordance.window import ConcordanceWindow
from gui.desk.desk import Desk

LONGEST = 80
"""Code points of selected words that are taken for a query."""


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
        desk.settings_changed.connect(self._follow_look)

    def _forget(self) -> None:
        """Let go of the window, which ends with its project."""
        self._window = None

    def _follow_look(self) -> None:
        """Draw in the colours of another theme; in another language the window is another one."""
        window = self._window
        if window is None:
            return
        if window.language == self._desk.language:
            window.set_palette(self._desk.palette)
            return
        shown, query = window.isVisible(), window.query_text
        self._forget()
        self.trail.end()
        window.end()
        if shown and query:
            self.show_query(query)

    def window(self) -> ConcordanceWindow:
        """Return the window on the open project; it is made where there is none."""
        if self._window is None:
            made = self._window = ConcordanceWindow(self._desk)
            made.opened.connect(self._open)
            made.renewed.connect(self.trail.end)
        return self._window

    def open(self) -> ConcordanceWindow:
        """Show the concordance; words that are selected in the text stand in its field then."""
        window = self.window()
        fresh, selected = not window.isVisible(), self._selected()
        window.show()
        window.activateWindow()
        if fresh:
            if selected:
                window.bar.show_text(selected)
            window.bar.field.setFocus()
            window.bar.field.line.selectAll()
        return window

    def _selected(self) -> str:
        """Return the words that are selected in the text, as a query for them in any form; empty where it is much."""
        span = self._view.selection
        words = " ".join(self._view.text[slice(*span)].replace('"', " ").split()) if span is not None else ""
        return "" if len(words) > LONGEST else f'"{words}"' if " " in words else words

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
