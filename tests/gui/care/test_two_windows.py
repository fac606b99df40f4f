"""Two windows on one project, each a process: the second looks, follows, and takes over when the first is gone."""

from __future__ import annotations

import getpass
import os
import platform
import signal
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from core.model import Form
from core.store import Project, verify
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import trigger
from tests.gui.waiting import until
from tests.gui.window_helpers import stored
from tests.waiting import Child


class Neighbour(Child):
    """Another process with a window on the project."""

    def __init__(self, project: Path, settings: Path) -> None:
        words = ("-m", "tests.gui.care_neighbour", str(project), str(settings))
        super().__init__(*words, environment={"QT_QPA_PLATFORM": "offscreen"})
        assert self.line("the window with the project") == "open"


@pytest.fixture
def neighbour(project_path: Path, tmp_path: Path) -> Iterator[Neighbour]:
    with Neighbour(project_path, tmp_path / "neighbour.json") as made:
        yield made


@pytest.fixture
def second(neighbour: Neighbour, empty_window: MainWindow, project_path: Path) -> MainWindow:
    """The second window, which looks at the file often."""
    assert empty_window.desk.open_project(project_path)
    empty_window.commands.care.standby.timer.setInterval(20)
    return empty_window


def test_the_second_says_who_has_it_and_changes_nothing(second: MainWindow, neighbour: Neighbour) -> None:
    said = second.notice.text.text()
    for part in (getpass.getuser(), platform.node(), f"{datetime.now():%Y-%m-%d}", str(neighbour.process.pid)):
        assert part in said
    assert second.notice.action.text() == "Take over"
    second.session.select("q2")
    assert not second.commands.actions["direct"].isEnabled()
    second.notice.action.click()
    assert not second.session.writable
    assert str(neighbour.process.pid) in second.notice.text.text()


def test_the_second_shows_what_the_first_writes(second: MainWindow, neighbour: Neighbour) -> None:
    second.view.select(20, 20)
    second.session.select("q2")
    for form in (Form.DIRECT, Form.MIXED):
        neighbour.tell("edit")
        assert neighbour.line("the edit") == "done"
        until(lambda form=form: second.session.layer.quotation("q2").form is form, "the first one's edit")
        assert second.view.layer == second.session.layer
        assert second.view.caret == 20
        assert second.session.selected == "q2"
        assert not second.session.writable


def test_the_second_takes_over_when_the_first_is_closed(second: MainWindow, neighbour: Neighbour) -> None:
    neighbour.tell("edit")
    neighbour.tell("close")
    assert [neighbour.line("the edit"), neighbour.line("the end")] == ["done", "closed"]
    until(lambda: second.session.writable, "the take-over of the project")
    assert "You can write in it now" in second.notice.text.text()
    work_goes_on(second)


def test_the_second_takes_over_when_the_first_is_killed(
    second: MainWindow, neighbour: Neighbour, project_path: Path
) -> None:
    neighbour.tell("edit")
    assert neighbour.line("the edit") == "done"
    os.kill(neighbour.process.pid, signal.SIGKILL)
    neighbour.process.wait()
    until(lambda: second.session.writable, "the take-over of the project")
    work_goes_on(second)
    assert verify(project_path).findings == []


def work_goes_on(second: MainWindow) -> None:
    """See the first one's work, add to it, take both back."""
    assert not second.commands.care.standby.timer.isActive()
    assert second.session.layer is not None
    assert second.session.layer.quotation("q2").form is Form.DIRECT
    second.session.select("q2")
    trigger(second, "indirect")
    assert stored(second) == second.session.layer
    assert second.session.undo()
    assert second.session.undo()
    assert second.session.layer.quotation("q2").form is Form.INDIRECT
    assert second.session.layer.quotation("q2").state.value == "auto"


def test_looking_at_the_past_is_not_disturbed(second: MainWindow, neighbour: Neighbour) -> None:
    for _ in range(2):
        neighbour.tell("edit")
        assert neighbour.line("the edit") == "done"
    until(lambda: second.session.layer.quotation("q2").form is Form.MIXED, "the first one's second edit")
    trigger(second, "as-of")
    bar = second.commands.care.past.bar
    until(bar.isVisible, "the bar of the past")
    bar.slider.setValue(0)
    shown = second.session.layer
    neighbour.tell("edit")
    neighbour.tell("close")
    assert [neighbour.line("the edit"), neighbour.line("the end")] == ["done", "closed"]
    until(lambda: not second.session.project.read_only, "the take-over of the project")
    assert second.session.layer == shown
    bar.leave.click()
    assert second.session.writable
    assert second.session.layer.quotation("q2").form is Form.DIRECT


def test_a_window_that_writes_does_not_watch(window: MainWindow, project_path: Path) -> None:
    assert not window.commands.care.standby.timer.isActive()
    window.commands.care.standby.look()
    assert window.session.writable
    with Project.open(project_path, "anna") as project:
        assert project.read_only
