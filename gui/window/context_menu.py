"""The menu of the text: what can be done with the words or the item under the mouse, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from gui.canvas.view import TextView
from gui.commands.command_set import CommandSet
from gui.desk.session import Session
from gui.look.languages import tr
from gui.words.layers import looking_words

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
    "accept", "reject", "unsure", "note", "show-taught", LINE, *FORMS, LINE, "speaker", "no-speaker", "no-cue",
    "no-mention", LINE, "edges", "content", "split", "join", LINE, *ACTOR,
)  # fmt: skip
ENTITY = (
    "accept", "reject", "unsure", "note", "show-taught", LINE, LABELS, LINE, "speaker", "edges", LINE, *ACTOR,
    "occurrences",
)  # fmt: skip
NOTHING = ("select-quoted", "select-clause", "select-sentence", LINE, "next-open", "find", LINE, "annotate")


def context_menu(commands: CommandSet, session: Session, view: TextView) -> QMenu:
    """Return the menu for what is selected; what cannot be done now is left out."""
    menu = QMenu(view.window())
    commands.fill_entities()
    if session.looking is not None:
        menu.addAction(looking_words(session.looking)).setEnabled(False)
        menu.addSeparator()
    for name in _rows(session, view):
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


def show_context_menu(commands: CommandSet, session: Session, view: TextView, point: QPoint, offset: int) -> None:
    """Show the menu at ``point``, in pixels of the screen, for the item at ``offset`` where no words are selected."""
    take_up(session, view, offset)
    menu = context_menu(commands, session, view)
    menu.exec(point)
    menu.deleteLater()


ARTICLES = (
    "article-details", "open-link", LINE, "status-new", "status-in-progress", "status-done", LINE, "give-articles",
    "annotate-articles", "export-articles", LINE, "remove-articles", "bring-back",
)  # fmt: skip
"""Rows for articles selected in the list: ids of commands."""
ONE = ("article-details", "open-link")
"""Commands that are about one article."""


def article_menu(commands: CommandSet, count: int, parent: QWidget) -> QMenu:
    """Return the menu for so many selected articles of the list; what cannot be done now is left out."""
    menu = QMenu(parent)
    counted = _counted(count)
    for name in ARTICLES:
        if name == LINE:
            menu.addSeparator()
            continue
        action = commands.actions[name]
        if not action.isEnabled() or (count > 1 and name in ONE):
            continue
        if name in counted:
            row = menu.addAction(action.icon(), counted[name])
            row.triggered.connect(action.trigger)
        else:
            menu.addAction(action)
    return menu


def show_article_menu(commands: CommandSet, count: int, parent: QWidget, point: QPoint) -> None:
    """Show the menu for so many selected articles at ``point``, in pixels of the screen."""
    menu = article_menu(commands, count, parent)
    if not menu.isEmpty():
        menu.exec(point)
    menu.deleteLater()


def _counted(count: int) -> dict[str, str]:
    """Return what commands are called for so many articles."""
    return {
        "give-articles": tr("Give out %n article(s)…", count),
        "annotate-articles": tr("Pre-annotate %n article(s)", count),
        "export-articles": tr("Export %n article(s)…", count),
        "remove-articles": tr("Remove %n article(s)…", count),
        "bring-back": tr("Bring back %n article(s)", count),
    }


def take_up(session: Session, view: TextView, offset: int) -> None:
    """Select the item at ``offset``, in code points, unless words are selected or one that lies there is already."""
    here = view.marks_at(offset)
    if view.selection is None and here and session.selected not in {mark.item for mark in here}:
        session.select(here[0].item)


def _rows(session: Session, view: TextView) -> Sequence[str]:
    if view.selection is not None:
        return WORDS
    if session.quotation is not None:
        return QUOTATION
    return ENTITY if session.entity is not None else NOTHING
