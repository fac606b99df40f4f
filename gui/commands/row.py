"""A row of the table of commands."""

from __future__ import annotations

from typing import NamedTuple

WINDOW, TEXT = "window", "text"
"""Where a command's keys work: anywhere in the window, or while the text has the keyboard."""


class Command(NamedTuple):
    """One thing a person can ask for.

    ``handler`` is ``group.method`` of the command groups (gui/commands); ``needs`` names what must be there
    (``CommandSet.facts``); ``keys`` are physical keys by their Latin letters, the first is shown in the menu.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    handler: str
    needs: tuple[str, ...] = ()
    scope: str = WINDOW
    icon: str = ""
    checkable: bool = False


SEPARATOR = ""
"""A row with this id draws a line in its menu."""


def line(menu: str) -> Command:
    """Return the row that draws a line in a menu."""
    return Command(SEPARATOR, menu, "", (), "")
