"""What the palette offers: commands, and what stands in menus that fill themselves: labels, themes, views, formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from core.formats import FORMATS
from gui.commands.own_keys import keys_of
from gui.commands.synonyms import SYNONYMS
from gui.commands.table import COMMANDS, MENUS, SUBMENUS, command
from gui.desk.desk import Desk
from gui.exchange.export_dialog import ExportDialog
from gui.look.filter import fold
from gui.look.languages import in_every_language, tr
from gui.look.parts import keys_shown
from gui.words.exchange import title_words


class Choice(NamedTuple):
    """Something that can be chosen: its words, the menu it stands in, its key, its id, and what runs it.

    ``why`` is why it cannot be chosen now; ``found_by`` holds its words in every language, and other ones.
    """

    words: str
    menu: str
    key: str
    id: str
    run: Callable[[], object]
    why: str = ""
    found_by: str = ""

    def rank(self, parts: list[str]) -> int | None:
        """Return how well typed words fit: 0 for the words that are shown, 1 for others; None where they do not."""
        shown = fold(f"{self.menu}: {self.words}")
        if all(part in shown for part in parts):
            return 0
        words = fold(f"{shown} {self.found_by}".replace("&", "")).split()
        return 1 if all(any(word.startswith(part) for word in words) for part in parts) else None


def choices(
    desk: Desk, actions: Mapping[str, QAction], menus: Mapping[str, QMenu], why_not: Callable[[str], str]
) -> list[Choice]:
    """Return everything that the palette offers, in the order of the menus."""
    return [
        *_commands(desk, actions, why_not),
        *_labels(menus, why_not("")),
        *_inner(menus),
        *_formats(desk, why_not("export")),
    ]


def _commands(desk: Desk, actions: Mapping[str, QAction], why_not: Callable[[str], str]) -> Iterator[Choice]:
    titles = dict(MENUS)
    for row in COMMANDS:
        if not row.id or row.menu not in titles or row.id in SUBMENUS or row.id == "palette":
            continue
        action, keys = actions[row.id], keys_of(row, desk.settings)
        yield Choice(
            tr(row.text),
            tr(titles[row.menu]).replace("&", ""),
            keys_shown(keys[0]) if keys else "",
            row.id,
            action.trigger,
            why_not(row.id),
            " ".join([*in_every_language(row.text), *in_every_language(titles[row.menu]), SYNONYMS.get(row.id, "")]),
        )


def _labels(menus: Mapping[str, QMenu], why: str) -> Iterator[Choice]:
    """Yield the labels of the project, which are those actions of their menu that no row of the table names."""
    menu = menus["entity"]
    menu.aboutToShow.emit()
    for action in menu.actions():
        if not action.isSeparator() and not action.objectName():
            words, _, key = action.text().partition("\t")
            yield Choice(words, menu.title().replace("&", ""), key, "", action.trigger, why, str(action.data()))


def _inner(menus: Mapping[str, QMenu]) -> Iterator[Choice]:
    """Yield what stands in the menus that fill themselves: recent projects, kinds of marks, themes, languages."""
    for name in SUBMENUS:
        menu = menus[name]
        menu.aboutToShow.emit()
        for action in menu.actions():
            if not action.isSeparator() and action.isEnabled():
                words = [*in_every_language(command(name).text), str(action.data() or "")]
                yield Choice(action.text(), menu.title().replace("&", ""), "", "", action.trigger, "", " ".join(words))


def _formats(desk: Desk, why: str) -> Iterator[Choice]:
    """Yield the formats that can be written."""
    for row in FORMATS:
        if row.writes:
            words = " ".join([*in_every_language(row.title), *row.suffixes, row.name, SYNONYMS["export"]])

            def run(name: str = row.name) -> None:
                ExportDialog(desk, name).exec()

            yield Choice(tr("Export: {format}", format=title_words(row)), tr("Formats"), "", "", run, why, words)
