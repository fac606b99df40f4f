"""Help: the manual at the section about what has the keyboard, keys, palette, what the program is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from core.model.marks import Mark
from gui.canvas.tip import tell_selected
from gui.canvas.view import TextView
from gui.commands.about import about
from gui.commands.choices import Choice, choices
from gui.commands.own_keys import keys_of
from gui.commands.palette import CommandPalette
from gui.commands.sheet import Sheet
from gui.commands.table import command
from gui.desk.desk import Desk
from gui.help.guidelines import GuidelinesWindow
from gui.help.guidelines_text import names_of
from gui.help.manual import ManualWindow
from gui.help.telling import told
from gui.help.topics import topic_for
from gui.inspector.speaker import SpeakerBox
from gui.look.languages import tr
from gui.look.tooltips import keys_shown

if TYPE_CHECKING:
    from gui.tour.tour import Tour


class HelpCommands:
    """Commands of the Help menu."""

    def __init__(
        self,
        desk: Desk,
        view: TextView,
        speakers: QWidget,
        actions: Mapping[str, QAction],
        menus: Mapping[str, QMenu],
        why_not: Callable[[str], str],
    ) -> None:
        self._view, self._speakers = view, speakers
        self._desk, self._actions, self._menus, self._why_not = desk, actions, menus, why_not
        self._manual: ManualWindow | None = None
        self._guidelines: GuidelinesWindow | None = None

    def manual(self) -> None:
        """Open the manual at the section about what has the keyboard."""
        window = self._desk.window
        if self._manual is None:
            self._manual = ManualWindow(self._desk, window)
        focus = QApplication.focusWidget()
        here = focus if focus is not None and window.isAncestorOf(focus) else None
        self._manual.show_topic(topic_for(here, reviewing=self._desk.session.reviewing))

    def manual_over(self, dialog: QWidget) -> None:
        """Open the manual over a dialog, which would keep the window's own manual from being used."""
        found = dialog if isinstance(dialog, ManualWindow) else dialog.findChild(ManualWindow)
        (found or ManualWindow(self._desk, dialog)).show_topic(topic_for(dialog))

    def told(self, marks: list[Mark]) -> str:
        """Return what is known of marks on the text, the shortest first."""
        return told(self._desk.session, marks)

    def tell(self) -> None:
        """Tell what is known of the selected item."""
        tell_selected(self._view)

    def guidelines(self) -> None:
        """Open the guidelines of the project at the section about what is selected, or chosen."""
        session = self._desk.session
        if self._guidelines is None:
            self._guidelines = GuidelinesWindow(self._desk, self._desk.window)
        focus = QApplication.focusWidget()
        speaker = focus is not None and any(isinstance(part, SpeakerBox) for part in _around(focus))
        self._guidelines.show_section(names_of(session.item, session.schema, speaker=speaker))

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

        made = Tour(self._desk, self._key, self._place)
        self._desk.strip_made.emit(made.strip)
        return made

    def _place(self, name: str) -> tuple[QWidget, QRect | None]:
        """Return the part of the window that the tour speaks of: the text, the speakers, or a menu by its id."""
        if name in self._menus:
            bar = self._menus[name].menuAction().associatedObjects()[0]
            assert isinstance(bar, QMenuBar)
            return bar, bar.actionGeometry(self._menus[name].menuAction())
        return (self._speakers if name == "speaker" else self._view), None

    def _key(self, command_id: str) -> str:
        """Return the key of a command as the system writes it, or its name in the menu where it has none."""
        found = command(command_id)
        keys = keys_of(found, self._desk.settings)
        return keys_shown(keys[0]) if keys else tr(found.text)

    def about(self) -> None:
        """Tell what this program is."""
        about(self._desk.window)


def _around(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and what it stands in."""
    part: QWidget | None = widget
    while part is not None:
        yield part
        part = part.parentWidget()
