"""The project's file is replaced while the window has it open: the window says so, saves the work, goes on there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from core.model import Form
from core.store import Project, verify
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import choose, idle, trigger
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import SAMPLES, make_project, stored


@pytest.fixture
def newcomer(tmp_path: Path) -> bytes:
    other = tmp_path / "other" / "press.citata"
    other.parent.mkdir()
    make_project(other, SAMPLES)
    return other.read_bytes()


def by_renaming(path: Path, data: bytes) -> None:
    path.with_name("sync.tmp").write_bytes(data)
    path.with_name("sync.tmp").replace(path)


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def with_noise(path: Path, data: bytes) -> None:
    path.write_bytes(b"something else " * 30000)


def parted(path: Path, data: bytes) -> None:
    path.with_name(path.name + "-wal").unlink()


HOW = pytest.mark.parametrize("how", [by_renaming, in_place, with_noise, parted])
How = Callable[[Path, bytes], None]


@HOW
def test_an_edit_goes_into_what_is_saved_under_another_name(
    window: MainWindow, project_path: Path, newcomer: bytes, how: How
) -> None:
    window.session.select("q2")
    trigger(window, "mixed")
    how(project_path, newcomer)
    found = project_path.read_bytes()
    window.session.select("q2")
    idle(window, lambda: trigger(window, "direct"))
    project = window.session.project
    assert project is not None
    assert project.path != project_path
    assert project.path.parent == project_path.parent
    assert not project.read_only
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.DIRECT
    assert stored(window) == window.session.layer
    said = window.notice.text.text()
    assert str(project_path) in said
    assert str(project.path) in said
    assert project_path.read_bytes() == found
    assert not project_path.with_name("press.citata-wal").exists()
    assert not project_path.with_name("press.citata-shm").exists()
    assert window.session.undo()
    assert window.session.layer.quotation("q2").form is Form.MIXED
    assert verify(project.path).findings == []
    assert window.settings.values.last_project == str(project.path)


@HOW
def test_it_is_noticed_without_an_edit(window: MainWindow, project_path: Path, newcomer: bytes, how: How) -> None:
    window.session.select("q2")
    trigger(window, "direct")
    layer = window.session.layer
    how(project_path, newcomer)
    window.commands.care.standby.news.setInterval(10)
    until(lambda: "replaced or written" in window.notice.text.text(), "the project under another name")
    wait_idle(window)
    assert window.session.layer == layer
    assert "was replaced or written over" in window.notice.text.text()


def test_an_edit_that_was_written_but_not_told_so_is_not_written_twice(
    window: MainWindow, project_path: Path, newcomer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is replaced between the write and the look after it."""
    project = window.session.project
    assert project is not None
    look = project.place_trouble
    replaced: list[int] = []

    def is_written() -> bool:
        with closing(sqlite3.connect(f"{project_path.as_uri()}?mode=ro", uri=True)) as db:
            return bool(db.execute("SELECT 1 FROM quotation WHERE id = 'q2' AND form = 'direct'").fetchall())

    def replaced_meanwhile() -> object:
        if not replaced and is_written():
            replaced.append(1)
            by_renaming(project_path, newcomer)
        return look()

    monkeypatch.setattr(project, "place_trouble", replaced_meanwhile)
    window.session.select("q2")
    idle(window, lambda: trigger(window, "direct"))
    assert replaced
    assert window.session.project is not project
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.DIRECT
    assert "you go on there" in window.notice.text.text()
    assert stored(window) == window.session.layer


def test_where_it_cannot_be_saved_beside_one_says_where(
    window: MainWindow, project_path: Path, newcomer: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.select("q2")
    trigger(window, "direct")
    project, layer = window.session.project, window.session.layer
    assert project is not None

    def full() -> Path:
        raise UserError("disk-full", path=str(project_path.parent))

    monkeypatch.setattr(project, "rescue", full)
    window.commands.care.standby.news.stop()  # the test alone asks, so that it sees every answer
    by_renaming(project_path, newcomer)
    idle(window, window.commands.care.standby.tell)
    assert "no room left" in window.notice.text.text()
    window.commands.care.standby.tell()
    assert "is not the file that was opened" in window.notice.text.text()
    out = tmp_path / "elsewhere.citata"
    choose(monkeypatch, out)
    idle(window, window.notice.action.click)
    assert window.session.project is not None
    assert window.session.project.path == out
    assert window.session.layer == layer


def test_a_window_that_closes_stays_to_say_where_the_work_is(
    window: MainWindow, project_path: Path, newcomer: bytes, settings: Settings
) -> None:
    window.session.select("q2")
    trigger(window, "direct")
    layer = window.session.layer
    in_place(project_path, newcomer)
    assert not window.close()
    assert window.isVisible()
    (saved,) = project_path.parent.glob("press.saved-*.citata")
    assert str(saved) in window.notice.text.text()
    assert settings.values.last_project == str(saved)
    assert project_path.read_bytes() == newcomer
    with Project.open(saved, "vera", read_only=True) as project:
        assert project.layer("most", "vera") == layer
    assert window.close()


def test_a_project_that_closes_says_so_too(window: MainWindow, project_path: Path, newcomer: bytes) -> None:
    window.session.select("q2")
    trigger(window, "direct")
    by_renaming(project_path, newcomer)
    trigger(window, "close-project")
    QApplication.processEvents()
    (saved,) = project_path.parent.glob("press.saved-*.citata")
    assert window.session.project is None
    assert window.notice.isVisible()
    assert str(saved) in window.notice.text.text()


def test_a_project_with_a_second_name_is_read_and_saved_elsewhere(
    empty_window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = empty_window
    os.link(project_path, tmp_path / "second.citata")
    assert window.desk.open_project(project_path)
    assert not window.session.writable
    assert "second name" in window.notice.text.text()
    out = tmp_path / "elsewhere.citata"
    choose(monkeypatch, out)
    idle(window, window.notice.action.click)
    assert window.session.project is not None
    assert window.session.project.path == out
    assert window.session.writable


def test_a_pipe_named_as_a_project_is_refused_at_once(window: MainWindow, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.citata"
    os.mkfifo(pipe)
    before = window.session.project
    assert not window.desk.open_project(pipe)
    assert "it is a pipe" in window.notice.text.text()
    assert window.session.project is before
