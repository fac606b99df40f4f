"""The desk alone, over a bare widget: opening, settings and jobs need no window, which only hears what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from gui.app import make_app
from gui.desk.desk import Desk
from gui.desk.jobs import Job
from gui.desk.settings import Settings
from gui.look.languages import Translations
from tests.gui.waiting import emits


@pytest.fixture
def desk(qtbot: QtBot, settings: Settings) -> Iterator[Desk]:
    make_app()
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Desk(settings, Translations(), parent)
    qtbot.addWidget(made.notice)
    qtbot.addWidget(made.jobs)
    yield made
    made.close_project()


def heard(signal: object) -> list[tuple[object, ...]]:
    """Return a list that gets what a signal says from now on."""
    found: list[tuple[object, ...]] = []
    signal.connect(lambda *said: found.append(said))  # type: ignore[attr-defined]
    return found


def test_a_project_opens_on_its_first_article_and_the_text_is_wanted(desk: Desk, project_path: Path) -> None:
    opened, wanted = heard(desk.project_opened), heard(desk.text_wanted)
    assert desk.open_project(project_path)
    assert desk.session.article is not None
    assert (len(opened), len(wanted)) == (1, 1)
    assert desk.settings.values.last_project == str(project_path.resolve())
    assert desk.open_project(project_path)
    assert len(opened) == 1, "it is open already"


def test_a_project_that_cannot_be_opened_is_told_and_nothing_is_opened(desk: Desk, tmp_path: Path) -> None:
    failed, opened = heard(desk.session.failed), heard(desk.project_opened)
    assert not desk.open_project(tmp_path / "none.citata")
    assert [error.code for (error,) in failed if isinstance(error, UserError)] == ["file-missing"]
    assert opened == []


def test_settings_are_written_before_they_take_effect(desk: Desk) -> None:
    seen: list[float] = []
    desk.settings_changed.connect(lambda: seen.append(Settings(desk.settings.path).values.reading_size))
    desk.change(reading_size=21.0)
    assert seen == [21.0]


def test_a_panel_that_is_wanted_is_remembered(desk: Desk) -> None:
    desk.settings.change(show_inspector=False)
    wanted = heard(desk.panels_changed)
    desk.show_panel("show_inspector")
    assert desk.settings.values.show_inspector
    assert len(wanted) == 1


def test_a_job_that_fails_is_handed_on_with_what_would_have_followed(desk: Desk) -> None:
    def work(report: object) -> None:
        raise UserError("disk-full", path="p")

    def ended(done: object) -> None:
        raise AssertionError

    job = Job("work", 0, work)
    with emits(desk.job_failed, "the failure") as failed, emits(desk.jobs.idle, "the job's end"):
        assert desk.run(job, ended)
    assert failed.args is not None
    assert failed.args[:2] == [job, ended]
    assert isinstance(failed.args[2], UserError)
    assert failed.args[2].code == "disk-full"


def test_nothing_is_changed_while_a_work_has_the_file_for_itself(desk: Desk, project_path: Path) -> None:
    desk.open_project(project_path)
    with emits(desk.jobs.idle, "the work's end"):
        desk.run_alone(Job("work", 0, lambda report: None), lambda done: None)
        assert not desk.session.writable
    assert desk.session.writable
