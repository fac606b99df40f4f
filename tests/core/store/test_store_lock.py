"""Two windows on one project: the second looks and says who writes; it takes over when that one is gone or dead."""

from __future__ import annotations

import errno
import fcntl
import getpass
import os
import platform
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Range, edits
from core.store import Project, verify
from tests.store_samples import annotated, do, work
from tests.waiting import Child

HOLD = """
import sys
from pathlib import Path
from core.store import Project
project = Project.open(Path(sys.argv[1]), "Борис")
print("read-only" if project.read_only else "open", flush=True)
sys.stdin.readline()
project.close()
print("closed", flush=True)
"""


class Other(Child):
    """Another Citata, in a process of its own."""

    def __init__(self, path: Path) -> None:
        super().__init__("-c", HOLD, str(path))
        self.said = self.line("whether it could write")

    def close(self) -> None:
        self.tell("")
        assert self.line("the word that the project is closed") == "closed"
        self.end()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "общий.citata"
    annotated(found).close()
    return found


@pytest.fixture
def other(path: Path) -> Iterator[Other]:
    with Other(path) as made:
        yield made


def test_the_second_looks_and_says_who_writes_since_when(path: Path, other: Other) -> None:
    assert other.said == "open"
    with Project.open(path, "Анна") as project:
        assert project.read_only
        assert project.holder is not None
        assert (project.holder.user, project.holder.machine) == (getpass.getuser(), platform.node())
        assert project.holder.pid == other.process.pid
        assert project.read_only_because is not None
        said = str(project.read_only_because)
        assert getpass.getuser() in said
        assert platform.node() in said
        assert f"{project.holder.since.astimezone():%Y-%m-%d %H:%M}" in said
        layer = work(project)
        with pytest.raises(UserError) as caught:
            project.commit(layer, edits.add_entity("PER", Range(0, 3)))
        assert caught.value.code == "project-held"
        with pytest.raises(UserError) as caught:
            project.take_over()
        assert caught.value.code == "project-held"
        assert len(project.article_rows("Анна")) == 2


def test_it_takes_over_when_the_first_has_closed(path: Path, other: Other) -> None:
    with Project.open(path, "Анна") as project:
        other.close()
        project.take_over()
        assert not project.read_only
        assert project.holder is None
        layer = do(project, edits.add_entity("PER", Range(0, 3)))
        project.take_over()  # has it already
        with Other(path) as third:
            assert third.said == "read-only"
            third.close()
    with Project.open(path, "Анна", read_only=True) as project:
        assert project.layer("a-1", "Анна") == layer
    assert verify(path).findings == []


def test_it_takes_over_when_the_first_is_dead(path: Path, other: Other) -> None:
    with Project.open(path, "Анна") as project:
        other.kill()
        assert (path.parent / f".{path.name}.lock").exists()
        project.take_over()
        do(project, edits.add_entity("PER", Range(0, 3)))
    with Project.open(path, "Анна") as project:
        assert not project.read_only


def test_a_lock_left_by_a_killed_process_holds_nobody_up(path: Path, other: Other) -> None:
    other.kill()
    with Project.open(path, "Анна") as project:
        assert not project.read_only


def test_two_projects_of_one_process_do_not_both_write(path: Path) -> None:
    with Project.open(path, "Анна") as first, Project.open(path, "Анна") as second:
        assert (first.read_only, second.read_only) == (False, True)
        assert second.holder is not None
        assert second.holder.pid == os.getpid()
        do(first, edits.add_entity("PER", Range(0, 3)))
        assert second.layer("a-1", "Анна") == first.layer("a-1", "Анна")


def test_who_looks_learns_that_something_changed(path: Path) -> None:
    with Project.open(path, "Анна") as first, Project.open(path, "Анна", read_only=True) as second:
        assert not second.changed_elsewhere()
        do(first, edits.add_entity("PER", Range(0, 3)))
        assert second.changed_elsewhere()
        assert not second.changed_elsewhere()
        assert second.layer("a-1", "Анна") == first.layer("a-1", "Анна")


def test_a_lock_file_without_sense_names_nobody(path: Path, other: Other) -> None:
    lock = path.parent / f".{path.name}.lock"
    lock.write_bytes(b"{")
    with Project.open(path, "Анна") as project:
        assert project.holder is not None
        assert project.holder.user == "?"


def test_a_failed_take_over_stays_a_look(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.open(path, "Анна", read_only=True) as project:
        moved = path.with_name("прочь.citata")
        path.rename(moved)
        with pytest.raises(UserError) as caught:
            project.take_over()
        assert caught.value.code == "file-missing"
        moved.rename(path)
        assert project.read_only
        assert len(project.article_rows("Анна")) == 2
        project.take_over()
        assert not project.read_only


def test_a_user_without_a_name_has_a_number(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    with Project.open(path, "Анна"), Project.open(path, "Анна") as second:
        assert second.holder is not None
        assert second.holder.user == str(os.getuid())


def test_a_lock_removed_between_two_steps_is_taken_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = path.parent / f".{path.name}.lock"
    opened: list[str] = []
    real = os.open

    def removed_once(name: Path | str, flags: int, mode: int = 0o777) -> int:
        descriptor = real(name, flags, mode)
        if Path(name) == lock and not opened:
            opened.append(str(name))
            lock.unlink()  # its holder closes at this very moment
        return descriptor

    monkeypatch.setattr(os, "open", removed_once)
    with Project.open(path, "Анна") as project:
        assert not project.read_only
        assert opened
        assert lock.exists()
        with Project.open(path, "Анна") as second:
            assert second.read_only


def test_a_file_system_without_locks_goes_by_what_the_lock_file_says(
    path: Path, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with Project.open(path, "Анна") as project:
        assert project.holder is not None
        assert project.holder.pid == other.process.pid
        other.kill()
        project.take_over()
        assert not project.read_only
        lock = path.parent / f".{path.name}.lock"
        lock.write_bytes(lock.read_bytes().replace(platform.node().encode(), b"elsewhere"))
        with Project.open(path, "Анна") as second:
            assert second.read_only
        monkeypatch.setattr(os, "kill", lambda pid, number: none(0, 0))
        lock.write_bytes(lock.read_bytes().replace(b"elsewhere", platform.node().encode()))
        with Project.open(path, "Анна") as second:
            assert second.read_only  # another user's process: it cannot be asked


def test_any_other_trouble_with_the_lock_is_a_reason_not_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(descriptor: int, operation: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", broken)
    with Project.open(path, "Анна") as project:
        assert "Input/output error" in str(project.read_only_because)


def test_others_may_read_who_has_the_project(path: Path) -> None:
    mask = os.umask(0o002)
    try:
        with Project.open(path, "Анна"):
            assert (path.parent / f".{path.name}.lock").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(mask)
