"""Two windows on one project, each a process: the second looks, follows, and takes over when the first is gone."""

from __future__ import annotations

import getpass
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from core.model import Form
from core.store import Project, verify
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import trigger
from tests.gui.window_helpers import stored
from tests.paths import ROOT


class Neighbour:
    """Another process with a window on the project."""

    def __init__(self, project: Path, settings: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.gui.care_neighbour", str(project), str(settings)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        )
        assert self.heard() == "open"

    def heard(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tell(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()


@pytest.fixture
def neighbour(project_path: Path, tmp_path: Path) -> Iterator[Neighbour]:
    made = Neighbour(project_path, tmp_path / "neighbour.json")
    yield made
    made.end()


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


def test_the_second_shows_what_the_first_writes(second: MainWindow, neighbour: Neighbour, qtbot) -> None:  # type: ignore[no-untyped-def]
    second.view.select(20, 20)
    second.session.select("q2")
    for form in (Form.DIRECT, Form.MIXED):
        neighbour.tell("edit")
        assert neighbour.heard() == "done"
        qtbot.waitUntil(lambda form=form: second.session.layer.quotation("q2").form is form, timeout=10_000)
        assert second.view.layer == second.session.layer
        assert second.view.caret == 20
        assert second.session.selected == "q2"
        assert not second.session.writable


def test_the_second_takes_over_when_the_first_is_closed(
    second: MainWindow, neighbour: Neighbour, qtbot  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    neighbour.tell("edit")
    neighbour.tell("close")
    assert [neighbour.heard(), neighbour.heard()] == ["done", "closed"]
    qtbot.waitUntil(lambda: second.session.writable, timeout=10_000)
    assert "You can write in it now" in second.notice.text.text()
    work_goes_on(second)


def test_the_second_takes_over_when_the_first_is_killed(
    second: MainWindow, neighbour: Neighbour, project_path: Path, qtbot  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    neighbour.tell("edit")
    assert neighbour.heard() == "done"
    os.kill(neighbour.process.pid, signal.SIGKILL)
    neighbour.process.wait()
    qtbot.waitUntil(lambda: second.session.writable, timeout=10_000)
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


def test_looking_at_the_past_is_not_disturbed(second: MainWindow, neighbour: Neighbour, qtbot) -> None:  # type: ignore[no-untyped-def]
    for _ in range(2):
        neighbour.tell("edit")
        assert neighbour.heard() == "done"
    qtbot.waitUntil(lambda: second.session.layer.quotation("q2").form is Form.MIXED, timeout=10_000)
    trigger(second, "as-of")
    bar = second.commands.care.past.bar
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    bar.slider.setValue(0)
    shown = second.session.layer
    neighbour.tell("edit")
    neighbour.tell("close")
    assert [neighbour.heard(), neighbour.heard()] == ["done", "closed"]
    qtbot.waitUntil(lambda: not second.session.project.read_only, timeout=10_000)
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
