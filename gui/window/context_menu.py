"""The menu of the text: what can be done with the words or the item under the mouse, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

LABELS = "labels"
"""Stands for the labels of the project."""
LINE = ""
FORMS = ("direct", "indirect", "mixed")
ACTOR = ("rename-actor", "split-actor", "merge-actors", "light-actor")
WORDS = (
    LABELS, LINE, *FORMS, LINE, "cue", "mention", "add-range", "cut-range", "replace-range", LINE, "name-speaker",
    "occurrences", "copy",
)  # fmt: skip
"""Rows for selected words: ids of commands, and of menus within menus."""
QUOTATION = (
    "accept", "reject", "unsure", "note", LINE, *FORMS, LINE, "speaker", "no-speaker", "no-cue", "no-mention", LINE,
    "edges", "content", "split", "join", LINE, *ACTOR,
)  # fmt: skip
ENTITY = ("accept", "reject", "unsure", "note", LINE, LABELS, LINE, "speaker", "edges", LINE, *ACTOR, "occurrences")
NOTHING = ("select-quoted", "select-clause", "select-sentence", LINE, "next-open", "find", LINE, "annotate")


def context_menu(window: MainWindow) -> QMenu:
    """Return the menu for what is selected; what cannot be done now is left out."""
    commands = window.commands
    menu = QMenu(window)
    commands.fill_entities()
    for name in _rows(window):
        if name == LINE:
            menu.addSeparator()
        elif name == LABELS:
            menu.addActions(commands.labels())
        elif name in commands.menus:
            inside = commands.menus[name]
            if any(action.isEnabled() for action in inside.actions() if not action.isSeparator()):
                menu.addMenu(inside)
        elif commands.actions[name].isEnabled():
            menu.addAction(commands.actions[name])
    return menu


def show_context_menu(window: MainWindow, place: QPoint, offset: int) -> None:
    """Show the menu at ``place``, in pixels of the screen, for the item at ``offset`` where no words are selected."""
    take_up(window, offset)
    menu = context_menu(window)
    menu.exec(place)
    menu.deleteLater()


def take_up(window: MainWindow, offset: int) -> None:
    """Select the item at ``offset``, in code points, unless words are selected or one that lies there is already."""
    here = window.view.marks_at(offset)
    if window.view.selection is None and here and window.session.selected not in {mark.item for mark in here}:
        window.session.select(here[0].item)


def _rows(window: MainWindow) -> Sequence[str]:
    if window.view.selection is not None:
        return WORDS
    if window.session.quotation is not None:
        return QUOTATION
    return ENTITY if window.session.entity is not None else NOTHING
