"""Folders for a while: those of living processes stay, those of killed ones go; renaming in one step."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from core import temporary
from core.formats.base import replacing
from core.formats.folders import MARK, writing_folder
from core.store import Project
from core.temporary import BESIDE, EXCHANGE, LONG, NO_REPLACE, HeldFolder, folder_beside, private_folder, sweep
from tests.waiting import Child

HOLDER = """
import sys
from pathlib import Path
from core.temporary import BESIDE, HeldFolder
held = HeldFolder(Path(sys.argv[1]), BESIDE)
(held.path / "half").write_text("made")
print(held.path, flush=True)
sys.stdin.read()
"""


def test_a_folder_beside_a_file_goes_at_the_end(tmp_path: Path) -> None:
    with folder_beside(tmp_path / ("очень длинное имя " * 7)) as folder:
        assert folder.parent == tmp_path
        assert folder.name.startswith(".")
        (folder / "a").touch()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_goes_and_what_a_living_one_holds_stays(tmp_path: Path) -> None:
    with Child("-c", HOLDER, str(tmp_path)) as other:
        folder = Path(other.line("the folder"))
        sweep(tmp_path)
        assert (folder / "half").exists()
        other.kill()
        sweep(tmp_path)
        assert list(tmp_path.iterdir()) == []


def test_one_process_does_not_sweep_its_own(tmp_path: Path) -> None:
    with folder_beside(tmp_path / "a") as first, folder_beside(tmp_path / "b") as second:
        sweep(tmp_path)
        assert first.exists()
        assert second.exists()


def test_opening_a_project_sweeps_beside_it_among_its_backups_and_among_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    path = tmp_path / "п.citata"
    Project.create(path, "Анна").close()
    strays = [tmp_path / ".citata-x.part", tmp_path / "п.citata-backups" / ".citata-x.part"]
    strays.append(tmp_path / "tmp" / "citata-x.private")
    for stray in strays:
        stray.mkdir(parents=True)
        (stray / "project.citata").write_bytes(b"half")
    old, fresh = tmp_path / ".п.citata.abcd1234.restored", tmp_path / ".п.citata.abcd1235.restored"
    old.touch()
    fresh.touch()
    os.utime(old, (0, 0))
    foreign = tmp_path / ".заметки.part"
    foreign.touch()
    Project.open(path, "Анна", read_only=True).close()
    assert all(stray.exists() for stray in strays)
    Project.open(path, "Анна").close()
    assert not any(stray.exists() for stray in strays)
    assert (old.exists(), fresh.exists(), foreign.exists()) == (False, True, True)


def test_a_link_or_a_file_of_such_a_name_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "ценное"
    precious.mkdir()
    (precious / "роман").touch()
    (tmp_path / ".citata-1.part").symlink_to(precious)
    (tmp_path / ".citata-2.part").touch()
    sweep(tmp_path)
    assert (precious / "роман").exists()
    assert (tmp_path / ".citata-2.part").exists()


def test_without_locks_a_folder_goes_after_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def none(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    held = HeldFolder(tmp_path, BESIDE)
    sweep(tmp_path)
    assert held.path.exists()
    now = held.path.stat().st_mtime
    os.utime(held.path, (now - LONG - 60, now - LONG - 60))
    sweep(tmp_path)
    assert not held.path.exists()
    held.remove()


def test_a_folder_swept_before_it_was_locked_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = tempfile.mkdtemp

    def swept_once(**named: object) -> str:
        made.append(real(**named))  # type: ignore[call-overload]
        if len(made) == 1:
            sweep(tmp_path)
        return made[-1]

    monkeypatch.setattr(temporary.tempfile, "mkdtemp", swept_once)
    with folder_beside(tmp_path / "a") as folder:
        assert len(made) == 2
        assert folder.exists()


def test_private_folders_are_for_nobody_else() -> None:
    with private_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_renaming_in_one_step(tmp_path: Path) -> None:
    one, two = tmp_path / "один", tmp_path / "два"
    one.write_text("1")
    two.write_text("2")
    if not temporary.rename_by_system(one, two, EXCHANGE):
        pytest.skip("this file system cannot do it")
    assert (one.read_text(), two.read_text()) == ("2", "1")
    with pytest.raises(FileExistsError):
        temporary.rename_by_system(one, two, NO_REPLACE)
    with pytest.raises(FileNotFoundError):
        temporary.rename_by_system(tmp_path / "нет", two, EXCHANGE)


@pytest.mark.parametrize("by_system", [True, False])
def test_an_exported_folder_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_system: bool) -> None:
    if not by_system:
        monkeypatch.setattr("core.formats.folders.rename_by_system", lambda old, new, how: False)
    for words in ("старое", "новое"):
        with writing_folder(tmp_path / "out") as folder:
            (folder / words).touch()
    assert {one.name for one in (tmp_path / "out").iterdir()} == {MARK, "новое"}
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_what_fails_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("прежнее")

    def half() -> None:
        with replacing(tmp_path / "out") as out:
            out.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert (tmp_path / "out").read_text() == "прежнее"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(("age", "goes"), [(LONG - 60, False), (LONG + 60, True)])
def test_without_locks_a_folder_of_less_than_a_day_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: int, goes: bool
) -> None:
    import fcntl
    import time

    def none(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    stray = tmp_path / ".citata-x.part"
    stray.mkdir()
    os.utime(stray, (time.time() - age, time.time() - age))
    sweep(tmp_path)
    assert stray.exists() is not goes
    assert LONG == 24 * 60 * 60


def test_only_folders_of_that_name_are_swept(tmp_path: Path) -> None:
    names = (".citata-a.part", ".citata-.part", "citata-a.private", ".citata-a.parts", "x.citata-a.part", ".citata-a")
    for name in names:
        (tmp_path / name / "in").mkdir(parents=True)
    sweep(tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == set(names[2:])
    sweep(tmp_path, temporary.PRIVATE)
    assert {one.name for one in tmp_path.iterdir()} == set(names[3:])
    sweep(tmp_path / "not there")


def test_many_folders_leave_no_file_open(tmp_path: Path) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("no list of open files here")
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        (tmp_path / ".citata-left.part").mkdir()
        with folder_beside(tmp_path / "a"), private_folder():
            assert not (tmp_path / ".citata-left.part").exists()
            sweep(tmp_path)
    assert len(os.listdir("/proc/self/fd")) == before
