"""The table of commands made real: menus, keys, what is enabled and checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from core.model import Quotation
from gui.commands.article import ArticleCommands
from gui.commands.care import CareCommands
from gui.commands.content import ContentCommands
from gui.commands.edges import EdgeCommands
from gui.commands.edit import EditCommands
from gui.commands.entity import EntityCommands
from gui.commands.hints import hint
from gui.commands.item import ItemCommands
from gui.commands.navigation import WalkCommands
from gui.commands.panels import PanelCommands
from gui.commands.project import ProjectCommands
from gui.commands.quotation import QuotationCommands
from gui.commands.review import ReviewCommands
from gui.commands.row import TEXT, Command
from gui.commands.source import SourceCommands
from gui.commands.table import CHILDREN, COMMANDS, MENUS, NUMBERS, SUBMENUS
from gui.commands.table_more import MORE_NUMBERS
from gui.commands.view import HelpCommands, ViewCommands
from gui.look.keys import chord, normal
from gui.look.languages import tr
from gui.look.parts import keys_shown
from gui.look.theme import icon
from gui.words.items import edit_words

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class CommandSet(QObject):
    """One QAction for every command of the table, and the handlers behind them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        entity = EntityCommands(window)
        self.groups: dict[str, object] = {
            "project": ProjectCommands(window),
            "edit": EditCommands(window),
            "quotation": QuotationCommands(window),
            "edges": EdgeCommands(window),
            "content": ContentCommands(window),
            "source": SourceCommands(window),
            "walk": WalkCommands(window),
            "panels": PanelCommands(window),
            "care": CareCommands(window),
            "review": ReviewCommands(window),
            "entity": entity,
            "item": ItemCommands(window),
            "article": ArticleCommands(window),
            "view": ViewCommands(window),
            "help": HelpCommands(window),
        }
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._by_chord: dict[str, list[Command]] = {}
        self._facts: frozenset[str] = frozenset()
        for command in COMMANDS:
            if command.id:
                self._make(command)
        self._build_menus()
        self.retranslate()

    # -- building --------------------------------------------------------------------------------------------------

    def _make(self, command: Command) -> None:
        action = QAction(self._window)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        keys = self.keys_of(command)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if command.scope == TEXT:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._window.view.addAction(action)
        else:
            self._window.addAction(action)
        for key in keys:
            self._by_chord.setdefault(normal(key), []).append(command)
        action.triggered.connect(self._handler(command))
        self.actions[command.id] = action

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Return the keys of a command: the user's own, else the table's."""
        own = self._window.settings.values.shortcuts.get(command.id)
        return tuple(own) if own is not None else command.keys

    def _handler(self, command: Command) -> Callable[[], None]:
        if command in NUMBERS or command in MORE_NUMBERS:
            digit, go_on = int(command.keys[0][-1]), command in MORE_NUMBERS

            def number() -> None:
                if not self.review.takes(command.id):
                    self._entity.press(digit, go_on=go_on)

            return number
        if command.id in SUBMENUS:
            return lambda: None
        group, name = command.handler.split(".")
        method = getattr(self.groups[group], name)

        def run() -> None:
            if not self.review.takes(command.id):
                method()

        return run

    def _show_enter(self, command: Command) -> None:
        """Let the menu say Enter where Qt would say Return: what follows a tab stands in the shortcut's place."""
        action, keys = self.actions[command.id], self.keys_of(command)
        words = action.text().partition("\t")[0]
        action.setText(f"{words}\t{keys_shown(keys[0])}" if keys and "Return" in keys[0] else words)

    def take_keys(self) -> None:
        """Take the keys from the settings again."""
        self._by_chord.clear()
        for command in COMMANDS:
            if command.id and command.id in self.actions:
                keys = self.keys_of(command)
                self.actions[command.id].setShortcuts([QKeySequence(key) for key in keys])
                self._show_enter(command)
                for key in keys:
                    self._by_chord.setdefault(normal(key), []).append(command)

    def letters(self) -> frozenset[str]:
        """Return the keys without Ctrl or Alt that commands have in the text, but for the digits."""
        digits = {normal(key) for command in (*NUMBERS, *MORE_NUMBERS) for key in command.keys}
        return frozenset(key for key in self._by_chord if "Ctrl" not in key and "Alt" not in key) - digits

    @property
    def panels(self) -> PanelCommands:
        """Find bar, drawer and their dialogs."""
        group = self.groups["panels"]
        assert isinstance(group, PanelCommands)
        return group

    @property
    def care(self) -> CareCommands:
        """Copies, backups, checks, merging, and trouble with the file."""
        group = self.groups["care"]
        assert isinstance(group, CareCommands)
        return group

    @property
    def review(self) -> ReviewCommands:
        """Comparing and adjudicating."""
        group = self.groups["review"]
        assert isinstance(group, ReviewCommands)
        return group

    @property
    def _entity(self) -> EntityCommands:
        group = self.groups["entity"]
        assert isinstance(group, EntityCommands)
        return group

    def _build_menus(self) -> None:
        bar = self._window.menuBar()
        for menu_id, _ in MENUS:
            menu = QMenu(self._window)
            menu.setToolTipsVisible(False)
            self.menus[menu_id] = menu
            if menu_id not in CHILDREN:
                bar.addMenu(menu)
        for command in COMMANDS:
            if command.menu not in self.menus:
                continue
            menu = self.menus[command.menu]
            if command.menu in CHILDREN and menu.isEmpty():
                self.menus[CHILDREN[command.menu]].addMenu(menu)
            if not command.id:
                menu.addSeparator()
            elif command.id in SUBMENUS:
                inner = QMenu(menu)
                self.menus[command.id] = inner
                inner.menuAction().setObjectName(command.id)
                menu.addMenu(inner)
                inner.aboutToShow.connect(self._filler(command, inner))
            else:
                menu.addAction(self.actions[command.id])
        self.menus["entity"].aboutToShow.connect(self.fill_entities)

    def fill_entities(self) -> None:
        """Put the labels of the project into their menu as they can be given now."""
        self._entity.fill_menu(self.menus["entity"], self._rows("entity"))

    def labels(self) -> list[QAction]:
        """Return the commands that give the labels of the project."""
        return list(self._entity.actions)

    def _rows(self, menu: str) -> list[QAction | None]:
        """Return the actions of a menu in the order of the table; None for a line."""
        return [self.actions.get(command.id) for command in COMMANDS if command.menu == menu]

    def _filler(self, command: Command, menu: QMenu) -> Callable[[], None]:
        group, name = command.handler.split(".")
        method = getattr(self.groups[group], name)
        return lambda: method(menu)

    def retranslate(self) -> None:
        """Put menus and commands into the window's language, and icons into the theme's colour."""
        colour = self._window.palette_.soft
        for menu_id, text in MENUS:
            self.menus[menu_id].setTitle(tr(text))
        for command in COMMANDS:
            if not command.id:
                continue
            text = tr(command.text)
            if command.id in self.menus:
                self.menus[command.id].setTitle(text)
                continue
            action = self.actions[command.id]
            action.setText(text)
            self._show_enter(command)
            if command.icon:
                action.setIcon(icon(command.icon, colour))
        self.fill_entities()
        self.refresh(force=True)

    # -- state -----------------------------------------------------------------------------------------------------

    def facts(self) -> frozenset[str]:
        """Return what is there now, in the words of ``Command.needs``."""
        window, session = self._window, self._window.session
        item = session.item
        selection = window.view.selection is not None
        found = {
            "project": session.project is not None,
            "article": session.layer is not None,
            "writable": session.writable,
            "read-only": session.project is not None and session.project.read_only,
            "item": item is not None,
            "quotation": isinstance(item, Quotation),
            "text-selection": selection,
            "selection": selection or isinstance(item, Quotation),
            **self.review.facts(),
        }
        return frozenset(name for name, there in found.items() if there)

    def refresh(self, *, force: bool = False) -> None:
        """Enable what can be done now."""
        facts = self.facts()
        if facts != self._facts or force:
            self._facts = facts
            for command in COMMANDS:
                if command.id and command.id not in ("undo", "redo"):
                    can = facts.issuperset(command.needs) or self.review.wants(command.id)
                    self.actions[command.id].setEnabled(can)
            self._window.hint.set_whole(hint(facts))
        self._refresh_checks()
        self.refresh_undo()

    def refresh_undo(self) -> None:
        """Say what undo and redo would do."""
        session = self._window.session
        ready = session.layer is not None and session.undo_known
        stack = session.undo_stack() if ready else None
        for name, plain, step in (
            ("undo", tr("Undo"), stack.to_undo if stack else None),
            ("redo", tr("Redo"), stack.to_redo if stack else None),
        ):
            action = self.actions[name]
            action.setEnabled(step is not None and session.writable)
            action.setText(f"{plain}: {edit_words(step.edit)}" if step is not None else plain)

    def _refresh_checks(self) -> None:
        window, session = self._window, self._window.session
        item, layer = session.item, session.layer
        for name, on in (
            ("unsure", item is not None and "unsure" in item.flags),
            ("article-unsure", layer is not None and "unsure" in layer.head.flags),
            ("show-articles", window.settings.values.show_articles),
            ("show-inspector", window.settings.values.show_inspector),
            ("focus-mode", window.settings.values.focus_mode),
            ("walk-by-score", window.settings.values.walk_by_score),
            *self.panels.checked(),
            *self.review.checked(),
            *self.care.checked(),
            ("full-screen", window.isFullScreen()),
        ):
            self.actions[name].setChecked(on)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Run the command of a key that Qt's own shortcuts did not take: letters of another layout."""
        in_text = self._window.view.hasFocus()
        for command in self._by_chord.get(chord(event), ()):
            if command.scope == TEXT and not in_text:
                continue
            action = self.actions[command.id]
            if action.isEnabled():
                action.trigger()
                return True
        return False
