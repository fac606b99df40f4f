"""The table of commands against the window made from it: menus, handlers, what is enabled when."""

from __future__ import annotations

from importlib.resources import files

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.commands.table import COMMANDS, MENUS, NUMBERS, SUBMENUS, command
from gui.commands.table_more import MORE_NUMBERS
from gui.look.languages import tr
from gui.window.main_window import MainWindow

ROWS = [row for row in COMMANDS if row.id]


def test_ids_are_unique_and_menus_known() -> None:
    ids = [row.id for row in ROWS]
    assert len(ids) == len(set(ids))
    assert {row.menu for row in COMMANDS if row.menu} <= {menu for menu, _ in MENUS}
    assert command("undo").menu == "edit"
    with pytest.raises(KeyError):
        command("")


def test_every_command_is_in_its_menu_with_its_key_and_words(window: MainWindow) -> None:
    shown = {
        menu: {action.objectName(): action for action in window.commands.menus[menu].actions()} for menu, _ in MENUS
    }
    for row in ROWS:
        if not row.menu:
            assert row.id in window.commands.actions
            continue
        action = shown[row.menu][row.id]
        words, _, keys = action.text().partition("\t")
        assert words.split(":")[0] in tr(row.text), row.id
        assert keys == (row.keys[0].replace("Return", "Enter") if "Return" in "".join(row.keys[:1]) else ""), row.id
        if row.id not in SUBMENUS and row.keys:
            assert not action.shortcut().isEmpty(), row.id
        if row.icon:
            assert files("resources").joinpath("icons", f"{row.icon}.svg").is_file(), row.id


def test_what_cannot_be_done_is_off(empty_window: MainWindow) -> None:
    for row in ROWS:
        if row.needs and row.needs != ("bringable",) and row.id not in SUBMENUS:
            assert not empty_window.commands.actions[row.id].isEnabled(), row.id


def test_what_is_selected_decides_what_is_on(window: MainWindow) -> None:
    actions: dict[str, QAction] = window.commands.actions
    assert not actions["cue"].isEnabled()
    window.session.select("q1")
    assert actions["cue"].isEnabled()
    assert not actions["add-range"].isEnabled()
    window.view.select(0, 5)
    assert actions["add-range"].isEnabled()
    window.session.select("e1")
    assert not actions["cue"].isEnabled()
    assert actions["accept"].isEnabled()


def test_submenus_fill_when_they_open(window: MainWindow) -> None:
    for name in SUBMENUS:
        menu: QMenu = window.commands.menus[name]
        menu.aboutToShow.emit()
        assert menu.actions(), name


def test_the_hint_names_the_keys_that_matter(window: MainWindow) -> None:
    window.session.select("q1")
    assert "1–9: speaker" in window.hint.text()
    window.session.select("e1")
    assert "1–9: label" in window.hint.text()


def test_every_handler_of_the_table_exists_and_a_misspelt_one_is_refused(window: MainWindow) -> None:
    """They are looked up when a command is given first, so that a start does not read the code of all commands."""
    groups = window.commands.groups
    for row in COMMANDS:
        if row.handler and row not in (*NUMBERS, *MORE_NUMBERS):
            assert callable(groups.handler(row.handler)), row.id
    assert groups.handler("item.accept") == groups.item.accept
    for wrong in ("item.acept", "itm.accept", "item"):
        with pytest.raises(AttributeError):
            groups.handler(wrong)
