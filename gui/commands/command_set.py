"""The table of commands as Qt actions: menus, keys, what is enabled and checked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from core.errors import UserError
from core.language import number
from core.model import Quotation
from core.model.knowledge import LEARNED
from gui.commands import table
from gui.commands.groups import Groups, Parts
from gui.commands.hints import hint
from gui.commands.menu import ReasonMenu
from gui.commands.own_keys import keys_of
from gui.commands.reasons import why_not
from gui.commands.row import TEXT, Command
from gui.commands.table import CHILDREN, COMMANDS, MENUS, NUMBERS, SUBMENUS
from gui.commands.table_more import MORE_NUMBERS
from gui.desk.acts import Done
from gui.desk.desk import Desk
from gui.look.keys import chords, normal
from gui.look.languages import tr
from gui.look.parts import keys_shown
from gui.look.theme import icon
from gui.look.tooltips import renew, use_keys
from gui.words.items import edit_words

SEVERAL = (
    "status-new", "status-in-progress", "status-done", "give-articles", "annotate-articles", "export-articles",
    "remove-articles", "bring-back",
)  # fmt: skip
"""Commands that act on all articles selected in the list."""
LABEL_NEEDS = ("article", "writable")
"""What must be there for a label to be given, as for undo."""


class CommandSet(QObject):
    """One QAction for every command of the table, and the handlers behind them."""

    hinted = Signal(str)
    """What the keys do just now."""

    def __init__(self, desk: Desk, host: QMainWindow, parts: Parts) -> None:
        """``host`` gets the menus and the keys."""
        super().__init__(host)
        use_keys(lambda command_id: keys_of(table.command(command_id), desk.settings))
        self._desk, self._host, self._view, self._articles = desk, host, parts.view, parts.articles
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self.groups = Groups(desk, parts, self.actions, self.menus, self.why_not)
        self.panels, self.care, self.review = self.groups.panels, self.groups.care, self.groups.review
        self._by_chord: dict[str, list[Command]] = {}
        self._facts: frozenset[str] = frozenset()
        self._counted = 0
        """How many selected articles the commands speak of."""
        self._icons = ""
        """The colour in which the commands have their icons; empty before they have any."""
        for command in COMMANDS:
            if command.id:
                self._make(command)
        self._build_menus()
        self.retranslate()
        self._give_keys()
        desk.commands_changed.connect(self.refresh)
        desk.keys_changed.connect(self.take_keys)
        desk.command_wanted.connect(self.trigger)

    # -- building --------------------------------------------------------------------------------------------------

    def _make(self, command: Command) -> None:
        action = QAction(self)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        keys = keys_of(command, self._desk.settings)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if command.scope == TEXT:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for key in keys:
            self._by_chord.setdefault(normal(key), []).append(command)
        action.triggered.connect(self._handler(command))
        self.actions[command.id] = action

    def _give_keys(self) -> None:
        """Let the window and the text hear the keys; last, since they are told of every change of their actions."""
        text = {command.id for command in COMMANDS if command.scope == TEXT}
        self._view.addActions([action for name, action in self.actions.items() if name in text])
        self._host.addActions([action for name, action in self.actions.items() if name not in text])

    def _handler(self, command: Command) -> Callable[[], None]:
        if command in NUMBERS or command in MORE_NUMBERS:
            digit, go_on = int(command.keys[0][-1]), command in MORE_NUMBERS

            def number() -> None:
                if not self.review.takes(command.id):
                    self.groups.entity.press(digit, go_on=go_on)

            return number
        if command.id in SUBMENUS:
            return lambda: None

        def run() -> None:
            if not self.review.takes(command.id):
                self.groups.handler(command.handler)()

        return run

    def _show_enter(self, command: Command) -> None:
        """Let the menu say Enter where Qt would say Return: Qt shows what follows a tab as the shortcut."""
        action, keys = self.actions[command.id], keys_of(command, self._desk.settings)
        words = action.text().partition("\t")[0]
        action.setText(f"{words}\t{keys_shown(keys[0])}" if keys and "Return" in keys[0] else words)

    def take_keys(self) -> None:
        """Read the keys from the settings again."""
        self._by_chord.clear()
        for command in COMMANDS:
            if command.id and command.id in self.actions:
                keys = keys_of(command, self._desk.settings)
                self.actions[command.id].setShortcuts([QKeySequence(key) for key in keys])
                self._show_enter(command)
                for key in keys:
                    self._by_chord.setdefault(normal(key), []).append(command)
        renew(self._host)

    def trigger(self, command_id: str) -> None:
        """Run a command as by its key; nothing happens where it cannot be given now."""
        self.actions[command_id].trigger()

    def _build_menus(self) -> None:
        bar = self._host.menuBar()
        for menu_id, _ in MENUS:
            menu: QMenu = ReasonMenu(self._host, self.why_not)
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
        self.groups.entity.fill_menu(self.menus["entity"], self._rows("entity"))

    def labels(self) -> list[QAction]:
        """Return the commands that give the labels of the project."""
        return list(self.groups.entity.actions)

    def _rows(self, menu: str) -> list[QAction | None]:
        """Return the actions of a menu in the order of the table; None for a line."""
        return [self.actions.get(command.id) for command in COMMANDS if command.menu == menu]

    def _filler(self, command: Command, menu: QMenu) -> Callable[[], object]:
        return lambda: self.groups.handler(command.handler)(menu)

    def retranslate(self) -> None:
        """Put menus and commands into the window's language."""
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
        if self._icons:
            self.show_icons()
        self._counted = 0
        self.fill_entities()
        self.refresh(force=True)

    def show_icons(self) -> None:
        """Give the commands their icons in the theme's colour: seen in menus only, so put off."""
        colour = self._desk.palette.soft
        if self._icons != colour:
            self._icons = colour
            for command in COMMANDS:
                if command.icon:
                    self.actions[command.id].setIcon(icon(command.icon, colour))

    # -- state -----------------------------------------------------------------------------------------------------

    def facts(self) -> frozenset[str]:
        """Return what is there now, in the words of ``Command.needs``."""
        session = self._desk.session
        item = session.item
        selection = self._view.selection is not None
        selected, removed = self._articles.selected_count(), self._articles.shows_removed
        found = {
            "project": session.project is not None,
            "article": session.layer is not None,
            "articles": not removed and (selected > 0 or session.layer is not None),
            "removed-articles": removed and selected > 0,
            "writable": session.writable,
            "project-writable": session.project_writable,
            "bringable": session.project is None or session.project_writable,
            "looking": session.looking is not None and session.layer is not None,
            "standing-in": self._desk.stands_in,
            "narrowed": self._desk.settings.values.stops != "all",
            "trail": self.groups.is_on_trail,
            "read-only": session.project is not None and session.project.read_only,
            "item": item is not None,
            "learned": item is not None and LEARNED in item.extra,
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
            self.hinted.emit(hint(facts))
        self._count_selected()
        self._refresh_checks()
        self.refresh_undo()

    def _count_selected(self) -> None:
        """Say of commands that act on several selected articles on how many."""
        count = self._articles.selected_count()
        if count == self._counted:
            return
        self._counted = count
        for name in SEVERAL:
            words = tr(table.command(name).text)
            self.actions[name].setText(f"{words} ({number(count)})" if count > 1 else words)
            self._show_enter(table.command(name))

    def why_not(self, command_id: str) -> str:
        """Return why a command (or, for no id, a label) cannot be given now; empty where it can."""
        action = self.actions.get(command_id)
        if action is not None and action.isEnabled():
            return ""
        needs = table.command(command_id).needs if action is not None else LABEL_NEEDS
        needs = LABEL_NEEDS if command_id in ("undo", "redo") else needs
        nothing = {"undo": tr("There is nothing to take back."), "redo": tr("There is nothing to do again.")}
        return why_not(needs, self.facts(), self._desk.session) or nothing.get(command_id, "")

    def know_undo(self) -> None:
        """Read what can be undone once the article is painted; where that fails, whoever asks to undo is told."""
        if self._desk.session.project is not None:
            with suppress(UserError):
                self._desk.session.acts()
                self._desk.session.undo_stack()
            self.refresh_undo()

    def refresh_undo(self) -> None:
        """Say what undo and redo would do."""
        session = self._desk.session
        ready = session.project is not None and session.undo_known
        for name, plain, found in (
            ("undo", tr("Undo"), session.to_undo if ready else None),
            ("redo", tr("Redo"), session.to_redo if ready else None),
        ):
            action = self.actions[name]
            of_articles = isinstance(found, Done)
            action.setEnabled(found is not None and (session.project_writable if of_articles else session.writable))
            if isinstance(found, Done):
                action.setText(f"{plain}: {found.act.words()}")
            else:
                action.setText(f"{plain}: {edit_words(found.edit)}" if found is not None else plain)

    def _refresh_checks(self) -> None:
        desk, session = self._desk, self._desk.session
        item, layer = session.item, session.layer
        for name, on in (
            ("unsure", item is not None and "unsure" in item.flags),
            ("article-unsure", layer is not None and "unsure" in layer.head.flags),
            ("show-articles", desk.settings.values.show_articles),
            ("show-inspector", desk.settings.values.show_inspector),
            ("show-legend", desk.settings.values.show_legend),
            ("focus-mode", desk.settings.values.focus_mode),
            ("walk-by-score", desk.settings.values.navigate_by_score),
            *self.panels.checked(),
            *self.review.checked(),
            *self.care.checked(),
            ("full-screen", self._host.isFullScreen()),
        ):
            self.actions[name].setChecked(on)

    # -- keys ------------------------------------------------------------------------------------------------------

    def takes_sign(self, event: QKeyEvent) -> bool:
        """Tell whether a key types a command's sign, in the text or with Ctrl, so that ``press`` is to run it.

        Qt matches a sign by all that its key types in any layout, and where it finds two shortcuts runs neither.
        """
        here = self._view.hasFocus() or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sign = 0x20 < event.key() < 0x7F and not chr(event.key()).isalnum()
        return here and sign and any(pressed in self._by_chord for pressed in chords(event))

    def press(self, event: QKeyEvent) -> bool:
        """Run the command of a key that Qt's own shortcuts did not take: letters of another layout."""
        in_text = self._view.hasFocus()
        for pressed in chords(event):
            meant = [one for one in self._by_chord.get(pressed, ()) if one.scope != TEXT or in_text]
            if meant:
                return self._run_first(meant)
        return False

    def _run_first(self, commands: list[Command]) -> bool:
        for command in commands:
            action = self.actions[command.id]
            if action.isEnabled():
                action.trigger()
                return True
        if why := self.why_not(commands[0].id):
            self._desk.say(why)
        return bool(why)
