"""Where a proposal that the project taught comes from: in the tip, in the inspector, and the way to its entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.learning.project import Learning
from core.model import Entity
from core.model.marks import marks_of
from gui.learning.window import KnowledgeWindow
from gui.window.context_menu import context_menu
from gui.window.main_window import MainWindow
from tests.gui.learning.test_knowledge_window import opened, project
from tests.gui.waiting import until, wait_idle
from tests.learning_samples import made


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project in which Anna has put the factory right in four articles; Vera, whose window it is, has begun none."""
    return made(tmp_path / "press.citata")


@pytest.fixture
def at_learned(window: MainWindow) -> MainWindow:
    """The window on an article whose names the project taught; the first of them is selected."""
    page = opened(window)
    page.switch.click()
    until(lambda: page.entries.topLevelItemCount() and page.undo.isEnabled(), "it has learned")
    wait_idle(window)
    page.close()
    until(lambda: window.findChild(KnowledgeWindow) is None, "the window is closed")
    window.desk.open_article("a-5")
    window.session.select(learned(window).id)
    window.inspector.refresh()
    return window


def learned(window: MainWindow) -> Entity:
    assert window.session.layer is not None
    return next(one for one in window.session.layer.entities() if "learned" in one.extra)


def tip(window: MainWindow) -> str:
    item = window.session.item
    assert item is not None
    assert window.view.tooltip_for is not None
    return window.view.tooltip_for(list(marks_of(item))[:1])


def version(window: MainWindow) -> str:
    told = Learning(project(window)).told().current
    assert told is not None
    return told.version


def test_tip_and_inspector_say_what_taught_a_proposal(at_learned: MainWindow) -> None:
    why = at_learned.inspector.entity.why
    for words in (tip(at_learned), why.taught.text()):
        assert "Learned here: “Ромашка”: ORG, from 3 articles" in words
        assert "a-1: “…" in words
        assert "Ромашка молчит" in words
        assert "a-2: “" in words
        assert "a-3" not in words
        assert f"Version {version(at_learned)}" in words
    assert "name that this project taught" in why.words.text()


def test_what_was_proposed_without_knowledge_says_nothing_of_it(window: MainWindow) -> None:
    window.desk.open_article("a-5")
    assert window.session.layer is not None
    window.session.select(window.session.layer.entities()[0].id)
    window.inspector.refresh()
    why = window.inspector.entity.why
    assert why.isVisibleTo(window)
    assert not why.taught.isVisibleTo(window)
    assert not why.show_taught.isVisibleTo(window)
    assert not window.commands.actions["show-taught"].isEnabled()
    assert "Version" not in tip(window)


def test_the_button_and_the_menu_lead_to_the_entry(at_learned: MainWindow) -> None:
    at_learned.inspector.entity.why.show_taught.click()
    page = at_learned.findChild(KnowledgeWindow)
    assert page is not None
    until(lambda: page.entries.current is not None, "the entries are read")
    assert page.entries.current is not None
    assert page.entries.current.id == "names:ромашка"
    page.field.setText("Гранит")
    page.entries.setCurrentItem(None)
    menu = context_menu(at_learned.commands, at_learned.session, at_learned.view)
    assert at_learned.commands.actions["show-taught"] in menu.actions()
    at_learned.commands.actions["show-taught"].trigger()
    until(lambda: page.entries.current is not None, "the entries are read again")
    assert page.field.text() == ""
    assert page.entries.current.id == "names:ромашка"


def test_of_an_entry_that_is_gone_only_the_version_is_told(at_learned: MainWindow) -> None:
    was = version(at_learned)
    Learning(project(at_learned)).forget("names:ромашка")
    at_learned.inspector.refresh()
    why = at_learned.inspector.entity.why
    assert why.taught.text() == f"Made with what this project taught, version {was}"
    assert not why.show_taught.isVisibleTo(at_learned)
    assert was in tip(at_learned)
    assert "Ромашка молчит" not in tip(at_learned)
    at_learned.commands.actions["show-taught"].trigger()
    assert at_learned.findChild(KnowledgeWindow) is None
