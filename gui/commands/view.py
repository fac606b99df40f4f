"""How the window looks, and help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from gui.canvas.view import TextView
from gui.commands.about import about
from gui.commands.choices import Choice, choices
from gui.commands.own_keys import keys_of
from gui.commands.palette import CommandPalette
from gui.commands.preferences import THEMES, SettingsDialog
from gui.commands.sheet import Sheet
from gui.commands.table import command
from gui.desk.desk import Desk
from gui.desk.settings import Preferences
from gui.look.languages import LANGUAGES, in_every_language, mark, tr
from gui.look.parts import keys_shown

if TYPE_CHECKING:
    from gui.tour.tour import Tour

KINDS: tuple[tuple[str, str], ...] = (
    ("direct", mark("Direct quotations")),
    ("indirect", mark("Indirect quotations")),
    ("mixed", mark("Mixed quotations")),
    ("cue", mark("Cues")),
    ("mention", mark("Speaker mentions")),
    ("entity", mark("Entities")),
    ("auto", mark("Proposals")),
)


class ViewCommands:
    """Commands of the View menu, and the settings."""

    def __init__(self, desk: Desk, view: TextView) -> None:
        self._desk, self._view = desk, view

    def settings(self) -> None:
        """Open the settings."""
        SettingsDialog(self._desk).exec()

    def show_articles(self) -> None:
        """Show or hide the article list."""
        self._toggle("show_articles")

    def show_inspector(self) -> None:
        """Show or hide the inspector."""
        self._toggle("show_inspector")

    def focus_mode(self) -> None:
        """Dim or show all but the current paragraph."""
        self._toggle("focus_mode")

    def _toggle(self, name: str) -> None:
        self._desk.change(**{name: not getattr(self._desk.settings.values, name)})

    def focus_text(self) -> None:
        """Give the keyboard to the text."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def larger(self) -> None:
        """Make the article's text larger."""
        self._size(self._desk.settings.values.reading_size + 1)

    def smaller(self) -> None:
        """Make the article's text smaller."""
        self._size(self._desk.settings.values.reading_size - 1)

    def normal_size(self) -> None:
        """Give the article's text its first size."""
        self._size(Preferences().reading_size)

    def _size(self, size: float) -> None:
        self._desk.change(reading_size=size)

    def kinds(self, menu: QMenu) -> None:
        """List the kinds of marks, to show or hide."""
        menu.clear()
        hidden = self._desk.settings.values.hidden_kinds
        for kind, words in KINDS:
            action = menu.addAction(tr(words))
            action.setData(" ".join(in_every_language(words)))
            action.setCheckable(True)
            action.setChecked(kind not in hidden)
            action.triggered.connect(lambda _=False, kind=kind: self._toggle_kind(kind))

    def _toggle_kind(self, kind: str) -> None:
        hidden = set(self._desk.settings.values.hidden_kinds) ^ {kind}
        self._desk.change(hidden_kinds=sorted(hidden))

    def theme(self, menu: QMenu) -> None:
        """List the themes."""
        self._choices(menu, "theme", THEMES)

    def language(self, menu: QMenu) -> None:
        """List the languages."""
        self._choices(menu, "language", (("system", mark("As the system")), *LANGUAGES.items()))

    def _choices(self, menu: QMenu, setting: str, choices: Sequence[tuple[str, str]]) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for name, words in choices:
            action = menu.addAction(tr(words))
            action.setData(" ".join(in_every_language(words)))
            action.setCheckable(True)
            action.setChecked(getattr(self._desk.settings.values, setting) == name)
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self._choose(setting, name))

    def _choose(self, setting: str, name: str) -> None:
        self._desk.change(**{setting: name})

    def full_screen(self) -> None:
        """Fill the screen, or not any more."""
        window = self._desk.window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


class HelpCommands:
    """Commands of the Help menu."""

    def __init__(
        self, desk: Desk, actions: Mapping[str, QAction], menus: Mapping[str, QMenu], why_not: Callable[[str], str]
    ) -> None:
        self._desk, self._actions, self._menus, self._why_not = desk, actions, menus, why_not

    def sheet(self) -> None:
        """Show every command with its keys."""
        Sheet(self._desk).exec()

    def palette(self) -> None:
        """Find a command by its name and run it."""
        palette = CommandPalette(self._desk, self.choices())
        if palette.exec() and palette.chosen is not None:
            palette.chosen.run()

    def choices(self) -> list[Choice]:
        """Return what the palette offers now."""
        return choices(self._desk, self._actions, self._menus, self._why_not)

    def tour(self) -> None:
        """Do the main work once, step by step."""
        self._tour.start()

    @cached_property
    def _tour(self) -> Tour:
        from gui.tour.tour import Tour

        made = Tour(self._desk, self._key)
        self._desk.strip_made.emit(made.strip)
        return made

    def _key(self, command_id: str) -> str:
        """Return the key of a command as the system writes it, or its name in the menu where it has none."""
        found = command(command_id)
        keys = keys_of(found, self._desk.settings)
        return keys_shown(keys[0]) if keys else tr(found.text)

    def about(self) -> None:
        """Tell what this program is."""
        about(self._desk.window)
