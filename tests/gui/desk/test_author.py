"""Whose work it is: the name is asked once and kept for each project; another name is an act that stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from core.store import Project
from gui.commands.preferences import SettingsDialog
from gui.desk import settings as module
from gui.desk.name_dialog import NameDialog, OtherNameDialog
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import make_project, stored

OK = QDialogButtonBox.StandardButton.Ok


def when_asked(answer: Callable[[NameDialog], object]) -> list[str]:
    """Answer the next name dialog as a person does; returns what was suggested, filled once it was asked."""
    suggested: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, NameDialog):
            QTimer.singleShot(5, look)
            return
        suggested.append(dialog.name)
        answer(dialog)

    QTimer.singleShot(0, look)
    return suggested


def write(name: str) -> Callable[[NameDialog], None]:
    def answer(dialog: NameDialog) -> None:
        dialog.field.setCurrentText(name)
        dialog.buttons.button(OK).click()

    return answer


@pytest.fixture
def nobody(empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that has never been told who annotates, on the account of ``login``."""
    monkeypatch.setattr(module.getpass, "getuser", lambda: "login")
    empty_window.settings.values.author = ""
    empty_window.settings.values.authors = {}
    empty_window.session.author = ""
    return empty_window


def test_the_name_is_asked_before_the_first_project_and_not_again(nobody: MainWindow, tmp_path: Path) -> None:
    suggested = when_asked(write("  Вера   Ким "))
    assert nobody.desk.open_project(tmp_path / "one.citata", create=True)
    assert suggested == ["login"]
    assert nobody.session.author == "Вера Ким"
    assert nobody.session.project is not None
    assert nobody.session.project.author == "Вера Ким"
    assert nobody.desk.open_project(tmp_path / "two.citata", create=True)
    assert nobody.session.author == "Вера Ким"
    again = Settings(nobody.settings.path)
    assert set(again.values.authors.values()) == {"Вера Ким"}
    assert len(again.values.authors) == 2


def test_who_does_not_say_a_name_opens_nothing(nobody: MainWindow, tmp_path: Path) -> None:
    when_asked(lambda dialog: dialog.reject())
    assert not nobody.desk.open_project(tmp_path / "one.citata", create=True)
    assert nobody.session.project is None
    assert not (tmp_path / "one.citata").exists()


def test_files_without_a_project_ask_for_the_name_first(nobody: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Порт закрыт.", "utf-8")
    when_asked(lambda dialog: dialog.reject())
    nobody.take_files([tmp_path / "news.txt"])
    assert nobody.session.project is None
    assert list(tmp_path.glob("*.citata")) == []


@pytest.mark.parametrize("name", ["", "  ", "auto", "adjudicated"])
def test_a_layer_of_the_program_is_nobodys_name(empty_window: MainWindow, name: str) -> None:
    dialog = NameDialog(empty_window, "Who?", "…", "vera")
    assert dialog.buttons.button(OK).isEnabled()
    dialog.field.setCurrentText(name)
    assert not dialog.buttons.button(OK).isEnabled()
    assert bool(dialog.said.text()) == bool(name.strip())


def test_another_name_is_an_act_that_the_header_says_until_one_is_back(window: MainWindow, tmp_path: Path) -> None:
    sign = window.header.stand_in
    assert not sign.isVisible()
    assert not window.commands.actions["own-name"].isEnabled()
    when_asked(write("anna"))
    window.commands.actions["other-name"].trigger()
    assert window.session.author == "anna"
    assert sign.isVisible()
    assert sign.text() == "Working as anna"
    assert window.header.layers.text() == "Mine (anna)"
    window.session.select("q2")
    window.commands.actions["direct"].trigger()
    assert stored(window, annotator="anna") is not None
    assert stored(window) is None
    window.desk.open_article("zavod")
    assert sign.isVisible()
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert window.session.author == "vera"
    assert not sign.isVisible()
    assert window.settings.values.author == "vera"


def test_the_next_opening_is_under_ones_own_name_again(window: MainWindow, tmp_path: Path, project_path: Path) -> None:
    when_asked(write("anna"))
    window.commands.actions["other-name"].trigger()
    window.desk.close_project()
    assert window.desk.open_project(project_path)
    assert window.session.author == "vera"
    assert not window.header.stand_in.isVisible()


def test_a_name_can_become_ones_own_in_one_project(window: MainWindow, tmp_path: Path) -> None:
    def mine(dialog: NameDialog) -> None:
        assert isinstance(dialog, OtherNameDialog)
        dialog.mine.setChecked(True)
        write("Вера")(dialog)

    when_asked(mine)
    window.commands.actions["other-name"].trigger()
    assert window.session.author == "Вера"
    assert not window.header.stand_in.isVisible()
    other = tmp_path / "other.citata"
    make_project(other, ())
    assert window.desk.open_project(other)
    assert window.session.author == "vera"


def test_a_project_that_cannot_be_opened_changes_nobodys_name(window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.citata"
    broken.write_text("no project")
    window.settings.keep_author(broken, "anna")
    assert not window.desk.open_project(broken)
    assert window.session.author == "vera"
    assert window.session.project is not None


def test_people_of_the_project_are_offered(window: MainWindow) -> None:
    assert window.session.project is not None
    with Project.open(window.session.project.path, "x", read_only=True) as there:
        assert there.annotators() == ["auto"]
    seen: list[list[str]] = []

    def look(dialog: NameDialog) -> None:
        seen.append([dialog.field.itemText(at) for at in range(dialog.field.count())])
        dialog.reject()

    window.session.select("q2")
    window.commands.actions["direct"].trigger()
    window.desk.set_author("anna")
    when_asked(look)
    window.commands.actions["other-name"].trigger()
    assert seen == [["anna", "vera"]]
    assert window.session.author == "anna"


def test_the_settings_lead_to_the_same_act(window: MainWindow) -> None:
    dialog = SettingsDialog(window.desk)
    assert dialog.name.text() == "vera"
    when_asked(write("rita"))
    dialog.author.click()
    assert window.session.author == "rita"
    assert dialog.name.text() == "rita"
    assert window.header.stand_in.isVisible()
