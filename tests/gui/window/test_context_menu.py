"""The menu of the text offers what can be done with what lies under the mouse."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from gui.commands.table import command
from gui.window.context_menu import ENTITY, LABELS, LINE, NOTHING, QUOTATION, WORDS, context_menu, take_up
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import press, select


def ids(menu: QMenu) -> set[str]:
    return {action.objectName() for action in menu.actions() if action.objectName()}


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_every_row_is_a_command_or_a_menu(window: MainWindow) -> None:
    for name in {*WORDS, *QUOTATION, *ENTITY, *NOTHING} - {LABELS, LINE}:
        assert name in window.commands.menus or command(name)


def test_selected_words_can_be_given_any_label_before_the_menu_of_entities_was_ever_open(window: MainWindow) -> None:
    select(window, "Мост")
    menu = context_menu(window.commands, window.session, window.view)
    assert texts(menu)[:3] == ["Person\t1", "Organisation\t2", "Place\t3"]
    assert {"direct", "indirect", "mixed", "occurrences", "copy"} <= ids(menu)
    assert not {"accept", "rename-actor"} & ids(menu)
    menu.actions()[0].trigger()
    assert window.session.entity is not None


def test_a_quotation_and_an_entity_have_menus_of_their_own(window: MainWindow) -> None:
    press(window, "Tab")
    seen = set()
    while window.session.item is not None and len(seen) < 2:
        menu = context_menu(window.commands, window.session, window.view)
        quotation = window.session.quotation is not None
        seen.add(quotation)
        assert ("no-cue" in ids(menu)) is quotation
        assert ("Person\t1" in texts(menu)) is not quotation
        assert {"accept", "reject", "speaker"} <= ids(menu)
        press(window, "Tab")
    assert seen == {True, False}


def test_the_item_under_the_mouse_is_taken_up_first(window: MainWindow) -> None:
    layer = window.session.layer
    assert layer is not None
    entity = layer.entities()[0]
    take_up(window.session, window.view, entity.range.start + 1)
    assert window.session.selected == window.view.marks_at(entity.range.start + 1)[0].item
    outer = window.view.marks_at(entity.range.start + 1)[-1].item
    window.session.select(outer)
    take_up(window.session, window.view, entity.range.start + 1)
    assert window.session.selected == outer
