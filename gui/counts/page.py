"""What every page of the window does: it has a question, shows the answer, and gives what it shows to be taken out."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.corpus.counting.types import Scope
from gui.counts.asker import Question
from gui.counts.pictures import Plan
from gui.counts.sheet import Line, Sheet
from gui.counts.sheet_table import SheetTable
from gui.look.theme import Palette


class Page(QWidget):
    """A page. ``is_scoped``: query and states of the window count for it."""

    asked = Signal()
    """Something else is to be counted."""
    opened = Signal(str)
    """The quotations of a query are to be shown."""
    is_scoped = True

    def wish(self) -> Hashable:
        """Return what is asked beside the scope: the same wish has the same answer."""
        return None

    def question(self, scope: Scope) -> Question | None:
        """Return what counts; None where something must be told first."""
        raise NotImplementedError

    def show_found(self, found: object) -> None:
        """Show what was counted."""
        raise NotImplementedError

    def show_nothing(self, words: str) -> None:
        """Show that there is nothing, and why."""
        raise NotImplementedError

    def basis(self) -> str:
        """Say of what the figures are counted."""
        return ""

    def sheet(self) -> Sheet | None:
        """Return the table that is exported, copied and printed, its lines as they are sorted."""
        return None

    def chosen(self) -> list[Line]:
        """Return the lines that are copied."""
        return []

    def plan(self) -> Plan | None:
        """Return the chart that is saved and printed."""
        return None

    def use_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""

    def start(self) -> QWidget:
        """Return the widget that gets the keyboard when the page is shown."""
        return self


def sheet_of(table: SheetTable, basis: str = "") -> Sheet | None:
    """Return what a table shows, in the order that is shown; None where it is empty."""
    sheet = table.model_.sheet
    lines = tuple(table.shown_lines())
    return sheet._replace(lines=lines, basis=basis or sheet.basis) if lines else None
