"""A finished project gets the name of another one: on file systems that lack a call, beside readers, over damage."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.model.layer import Layer
from core.store import Project, connection, placing, restore_backup, verify
from tests.store_samples import annotated, some_work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of which a copy was saved before its last edits."""
    found = tmp_path / "папка" / "п.citata"
    found.parent.mkdir()
    with annotated(found) as project:
        some_work(project, 2)
        project.save_copy(tmp_path / "раньше.citata")
        project.wait_for_backup()
        some_work(project, 5)
    return found


@pytest.fixture
def earlier(path: Path) -> Path:
    return path.parent.with_name("раньше.citata")


def layer_of(path: Path) -> Layer | None:
    with Project.open(path, "Анна", read_only=True) as project:
        return project.layer("a-1", "Анна")


def names(path: Path) -> set[str]:
    """Return what stands in the project's folder, but for its backups."""
    return {one.name for one in path.parent.iterdir() if not one.name.endswith("-backups")}


def leave_wal(path: Path) -> Layer:
    """Leave a project as a killed process does, the last edits in its WAL only; return the layer with them."""
    project = Project.open(path, "Анна")
    project.wait_for_backup()
    (*_, last) = some_work(project, 4)
    left = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    project.close()
    for suffix, data in left.items():
        path.with_name(path.name + suffix).write_bytes(data)
    return last


def lacking(number: int) -> object:
    """Return what stands for a system call that fails with a number."""

    def call(*given: object, **named: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


# -- file systems that lack a call -------------------------------------------------------------------------------------


def test_where_the_system_cannot_rename_without_replacing_the_name_is_given_by_a_link(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on NFS: the file has one name afterwards, and another file is not replaced."""
    monkeypatch.setattr(placing, "rename_by_system", lambda part, path, how: False)
    new = path.with_name("новый.citata")
    with Project.create(new, "Анна") as project:
        assert not project.read_only  # a second name would make it that
    assert new.stat().st_nlink == 1
    assert names(path) == {"п.citata", "новый.citata"}
    part = path.with_name("part")
    part.write_bytes(b"new")
    with pytest.raises(FileExistsError):
        placing._rename_new(part, new)
    assert part.read_bytes() == b"new"
    placing._rename_new(part, path.with_name("другой"))
    assert (part.exists(), path.with_name("другой").stat().st_nlink) == (False, 1)


def test_the_replaced_project_is_kept_as_a_copy_where_the_file_system_has_no_links(
    path: Path, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on FAT and some network shares."""
    now, then = layer_of(path), layer_of(earlier)
    monkeypatch.setattr(os, "link", lacking(errno.EPERM))
    kept = restore_backup(path, earlier)
    assert kept is not None
    assert kept.parent == path.parent
    assert names(path) == {path.name, kept.name}
    assert layer_of(path) == then != now
    assert layer_of(kept) == now
    assert verify(kept).findings == []


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EROFS, "file-read-only")])
def test_where_the_old_project_cannot_be_kept_it_is_not_replaced(
    path: Path, earlier: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(os, "link", lacking(number))
    with pytest.raises(UserError) as caught:
        restore_backup(path, earlier)
    assert caught.value.code == code
    assert path.read_bytes() == before
    assert names(path) == {path.name}


# -- what waits in the WAL ---------------------------------------------------------------------------------------------


@pytest.fixture
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that has begun to read the project."""
    found = sqlite3.connect(path, isolation_level=None)
    yield found
    found.close()


def test_a_project_that_another_program_just_reads_is_not_replaced(
    path: Path, earlier: Path, reader: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits in the WAL cannot be brought into the file: the kept file would lack the last edits."""
    monkeypatch.setattr(connection, "OPENING_SECONDS", 0.05)
    last = leave_wal(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM log").fetchone()
    with pytest.raises(UserError) as caught:
        restore_backup(path, earlier)
    assert (caught.value.code, caught.value.facts["path"]) == ("file-locked", str(path))
    assert layer_of(path) == last
    reader.execute("COMMIT")
    kept = restore_backup(path, earlier)
    assert kept is not None
    assert layer_of(kept) == last
    assert layer_of(path) == layer_of(earlier)


def test_the_wal_of_a_damaged_project_is_kept_with_it(path: Path, earlier: Path) -> None:
    """Nobody can bring it into the file, and nobody may: what is restored must not have it beside it."""
    leave_wal(path)
    wal = path.with_name(path.name + "-wal").read_bytes()
    noise = bytes(range(256)) * 400
    path.write_bytes(noise)
    kept = restore_backup(path, earlier)
    assert kept is not None
    assert kept.read_bytes() == noise
    assert kept.with_name(kept.name + "-wal").read_bytes() == wal
    assert names(path) == {path.name, kept.name, kept.name + "-wal"}
    assert layer_of(path) == layer_of(earlier)
