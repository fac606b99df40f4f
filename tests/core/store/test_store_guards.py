"""The small guards of the store, each from both sides: what is kept, refused, moved aside, read again."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from core.errors import UserError
from core.store import Project, backups_of, opening, placing, rescue, shadow
from core.store.backups import folder_of
from core.store.connection import (
    connect,
    connect_now,
    has_wal,
    one_line,
    part_of,
    peek,
    reporting,
    translate,
    wal_path,
    writing,
)
from core.store.lock import lock_path
from core.store.migrations import VERSION
from core.store.rows import BadRow
from core.store.shadow import Shadow
from tests.store_samples import annotated, some_work

ShadowOf = Callable[[Path], Shadow]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with some work in it."""
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        some_work(project, 2)
    return found


def spoil(path: Path, *statements: str) -> Path:
    conn = sqlite3.connect(path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()
    return path


# -- what SQLite and the system say ------------------------------------------------------------------------------------

SQLITE = {
    "SQLITE_FULL": "disk-full", "SQLITE_BUSY": "file-locked", "SQLITE_LOCKED": "file-locked",
    "SQLITE_READONLY": "file-read-only", "SQLITE_PERM": "file-read-only", "SQLITE_CANTOPEN": "file-cannot-open",
    "SQLITE_CORRUPT": "file-damaged", "SQLITE_NOTADB": "file-not-ours", "SQLITE_IOERR": "file-trouble",
    "SQLITE_SCHEMA": "file-damaged", "SQLITE_MISMATCH": "file-damaged", "SQLITE_FORMAT": "file-damaged",
    "SQLITE_INTERNAL": "file-damaged", "SQLITE_PROTOCOL": "file-locked", "SQLITE_NOLFS": "file-trouble",
    "SQLITE_NOTFOUND": "file-trouble", "SQLITE_TOOBIG": "file-trouble", "SQLITE_ERROR": None, "SQLITE_MISUSE": None,
    "SQLITE_CONSTRAINT": None,
}  # fmt: skip


def sqlite_error(words: str, code: int | None = None) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(("name", "expected"), SQLITE.items())
def test_each_code_of_sqlite_has_its_trouble(name: str, expected: str | None, tmp_path: Path) -> None:
    code = getattr(sqlite3, name)
    for extended in (code, code | 5 << 8, code | 255 << 8):
        found = translate(sqlite_error("слово", extended), tmp_path)
        assert (found and found.code) == expected
        if found is not None:
            assert found.facts == {"path": str(tmp_path), "reason": "слово"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("unsupported file format", "file-damaged"), ("database disk image is malformed", "file-damaged"),
        ("JSON cannot hold BLOB values", "file-damaged"), ("Could not decode to UTF-8 column", "file-damaged"),
        ("no such table: x", None),
    ],
)  # fmt: skip
def test_damage_is_told_by_its_words_too(words: str, expected: str | None, tmp_path: Path) -> None:
    for error in (sqlite_error(words), sqlite_error(words, sqlite3.SQLITE_ERROR)):
        found = translate(error, tmp_path)
        assert (found and found.code) == expected
        with pytest.raises(UserError if expected else sqlite3.OperationalError), reporting(tmp_path):
            raise error
    full = translate(sqlite_error(words, sqlite3.SQLITE_FULL), tmp_path)
    assert full is not None
    assert full.code == "disk-full"  # a code of its own says more
    assert one_line("*** in database main ***\nPage 3: x\n  Page 4: y") == "Page 3: x; Page 4: y"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EFBIG, "disk-full"),
        (errno.EROFS, "file-read-only"), (errno.EACCES, "file-read-only"), (errno.EPERM, "file-read-only"),
        (errno.ENOENT, "file-missing"), (errno.EIO, "file-trouble"), (None, "file-trouble"),
    ],
)  # fmt: skip
def test_each_trouble_of_the_system_is_named(number: int | None, expected: str, tmp_path: Path) -> None:
    error = OSError("слово") if number is None else OSError(number, "слово", "/x")
    with pytest.raises(UserError) as caught, reporting(tmp_path):
        raise error
    assert caught.value.code == expected
    assert caught.value.facts == {"path": str(tmp_path) if number is None else "/x", "reason": "слово"}


def test_values_that_make_no_sense_are_damage_and_half_characters_are_not(tmp_path: Path) -> None:
    for error in (BadRow("x"), msgspec.DecodeError("x"), UnicodeDecodeError("utf-8", b"\xd0", 0, 1, "x")):
        with pytest.raises(UserError) as caught, reporting(tmp_path):
            raise error
        assert (caught.value.code, caught.value.facts["path"]) == ("file-damaged", str(tmp_path))
    with pytest.raises(UserError) as caught, reporting(tmp_path):
        "\ud800".encode()
    assert caught.value.code == "not-unicode"
    with pytest.raises(KeyError), reporting(tmp_path):
        raise KeyError("x")


# -- opening -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (f"PRAGMA user_version = {VERSION}", None), (f"PRAGMA user_version = {VERSION + 1}", "file-newer"),
        ("PRAGMA user_version = 0", "file-damaged"), ("PRAGMA user_version = -1", "file-damaged"),
        (f"PRAGMA user_version = {VERSION - 1}", "file-foreign-schema"), ("PRAGMA application_id = 1", "file-not-ours"),
        ("CREATE TABLE strange (x)", "file-foreign-schema"), ("DROP INDEX log_layer", "file-foreign-schema"),
    ],
)  # fmt: skip
def test_every_way_in_asks_whether_it_is_ours(path: Path, statement: str, code: str | None) -> None:
    spoil(path, statement)
    before = path.read_bytes()
    ways: tuple[Callable[[], object], ...] = (
        lambda: opening.open_to_look(path).remove(),
        lambda: opening._open_copy(path).remove(),
        lambda: peek(path),
        lambda: opening.open_to_write(path).conn.close(),
        lambda: Project.open(path, "А", read_only=True).close(),
    )
    facts = {"file-newer": {"version": VERSION + 1, "known": VERSION}}.get(code or "", {})
    for way in ways:
        if code is None:
            way()
        else:
            with pytest.raises(UserError) as caught:
                way()
            assert caught.value.code == code
            assert facts.items() <= caught.value.facts.items()
    if code is not None:
        assert path.read_bytes() == before


def test_a_look_at_a_private_copy_takes_the_copy_away_again(path: Path) -> None:
    look = opening._open_copy(path)
    assert look.copy is not None
    folder = look.copy.path
    assert look.db.execute("SELECT count(*) FROM article").fetchone() == (2,)
    assert folder.is_dir()
    look.remove()
    assert not folder.exists()
    assert opening.open_to_look(path).copy is None


def test_where_the_lock_cannot_stand_the_reason_is_said(path: Path) -> None:
    lock_path(path).mkdir()
    with Project.open(path, "Анна") as project:
        assert project.read_only_because is not None
        assert project.read_only_because.code == "file-read-only"
        assert project.read_only_because.facts["reason"] == os.strerror(errno.EISDIR)


def test_changes_wait_beside_a_file_where_the_wal_has_bytes(path: Path) -> None:
    assert not has_wal(path)
    wal_path(path).touch()
    assert not has_wal(path)
    wal_path(path).write_bytes(b"x")
    assert has_wal(path)


# -- giving a file its name --------------------------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.parametrize("size", [0, 1])
def test_what_a_file_that_is_gone_left_beside_it_is_kept_where_it_has_bytes(tmp_path: Path, size: int) -> None:
    part, path = tmp_path / "part", tmp_path / "п.citata"
    part.write_bytes(b"new")
    for suffix in ("-wal", "-journal", "-shm"):
        (tmp_path / f"п.citata{suffix}").write_bytes(b"x" * size)
    placing.appear(part, path)
    assert path.read_bytes() == b"new"
    (left, *more) = [name for name in names(tmp_path) if name != "п.citata"] or [""]
    if size:
        assert (left[-8:], [one[-4:] for one in more]) == ("-journal", ["-wal"])
        assert all(name.startswith("п.replaced-") and ".citata-" in name for name in (left, *more))
    else:
        assert left == ""
    part.write_bytes(b"newer")
    with pytest.raises(UserError) as caught:
        placing.appear(part, path)
    assert (caught.value.code, path.read_bytes(), part.exists()) == ("file-exists", b"new", True)
    dangling = tmp_path / "ссылка.citata"
    dangling.symlink_to(tmp_path / "нет")
    with pytest.raises(UserError):
        placing.appear(part, dangling)


def test_only_second_names_of_ours_are_dropped(path: Path) -> None:
    folder = path.parent
    assert placing.drop_second_names(path)
    ours = [folder / "п.replaced-2026.citata", folder / ".п.citata.abcd.part"]
    others = [folder / "п.replaced-2026.txt", folder / "другой.replaced-2026.citata"]
    for one in ours:
        os.link(path, one)
    same_name = folder / "п.replaced-2025.citata"
    same_name.write_bytes(b"another file")
    assert placing.drop_second_names(path)
    assert [one.exists() for one in ours] == [False, False]
    assert same_name.read_bytes() == b"another file"
    for one in others:
        os.link(path, one)
        assert not placing.drop_second_names(path)
        assert one.exists()
        one.unlink()
        assert placing.drop_second_names(path)


# -- names and backups -------------------------------------------------------------------------------------------------


def test_a_rescued_project_gets_a_name_that_is_free(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 5, 4, 3, 2, 1)
    monkeypatch.setattr(rescue, "datetime", SimpleNamespace(now=lambda: moment))
    found = []
    for _ in range(3):
        found.append(rescue.rescue_name(path))
        found[-1].symlink_to("нет")
    assert [one.name for one in found] == [f"п.saved-2026-05-04T03-02-01{end}.citata" for end in ("", "-2", "-3")]
    assert {one.parent for one in found} == {path.parent}
    home = path.parent / "дом"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    assert rescue.rescue_name(path.parent / "нет" / "п.citata").parent == home


def test_backups_are_the_files_with_the_names_that_we_give(path: Path) -> None:
    assert folder_of(Path("/x/п.citata")) == Path("/x/п.citata-backups")
    assert folder_of(Path("/x/п.db")) == Path("/x/п.db.citata-backups")
    folder = folder_of(path)
    folder.mkdir(exist_ok=True)
    for name in (
        "2026-01-02T03-04-05-daily.citata", "2026-01-02T03-04-05.000007-manual.citata",
        "2026-01-02T03-04-04.999999-version-1.citata", "2026-01-02T03-04-05.07-manual.citata", "x-daily.citata",
        "2026-01-02T03-04-05-daily.citata-wal", "2026-01-02T03-04-05-Daily.citata", "2026-01-02T03-04-05.citata",
    ):  # fmt: skip
        (folder / name).write_bytes(b"12345")
    (folder / "2027-01-02T03-04-05-daily.citata").mkdir()
    found = [(one.at, one.why, one.size) for one in backups_of(path)]
    assert found == [
        (datetime(2026, 1, 2, 3, 4, 5, 7, tzinfo=UTC), "manual", 5),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "daily", 5),
        (datetime(2026, 1, 2, 3, 4, 4, 999999, tzinfo=UTC), "version-1", 5),
    ]


# -- the file kept in memory -------------------------------------------------------------------------------------------


class Clock:
    """A clock that a test sets; every look at it lets ``step`` seconds pass."""

    def __init__(self) -> None:
        self.at, self.step = 1000.0, 0.0

    def monotonic(self) -> float:
        self.at += self.step
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time as the shadow sees it."""
    found = Clock()
    monkeypatch.setattr(shadow, "time", found)
    return found


@pytest.fixture
def shadow_of() -> Iterator[ShadowOf]:
    """Make a shadow of a project, for a test to read."""
    with contextlib.ExitStack() as undo:

        def made(path: Path) -> Shadow:
            kept = Shadow(connect_now(path), lambda: True)
            undo.callback(kept.close)
            return kept

        yield made


def renewed(kept: Shadow) -> bool:
    kept.renew()
    return kept.take() is not None


def test_the_bytes_of_a_project_are_read_and_dropped(path: Path, clock: Clock, shadow_of: ShadowOf) -> None:
    kept = shadow_of(path)
    assert kept.take() is None
    assert renewed(kept)
    data = kept.take()
    assert data is not None
    again = path.with_name("снова.citata")
    again.write_bytes(data)
    look = opening.open_to_look(again)
    assert look.db.execute("SELECT count(*) FROM article").fetchone() == (2,)
    look.remove()
    kept.forget()
    assert kept.take() is None
    clock.at += 1
    assert renewed(kept)
    path.unlink()
    kept.renew()
    assert kept.take() == data  # it is known: nothing is read again


def test_a_file_that_is_another_one_is_not_kept(path: Path, clock: Clock, shadow_of: ShadowOf) -> None:
    with contextlib.closing(connect_now(path)) as db:
        assert not renewed(Shadow(db, lambda: False))
    kept = shadow_of(path)
    path.write_bytes(b"no project" * 10000)
    assert not renewed(kept)
    assert clock.at == 1000


def test_reading_it_again_waits_for_twenty_times_as_long_as_it_took(
    path: Path, clock: Clock, shadow_of: ShadowOf
) -> None:
    kept = shadow_of(path)
    clock.step = 1.5  # asking, beginning and ending: 1.5 seconds each
    assert renewed(kept)
    ended = clock.at
    clock.step = 0
    kept.forget()
    for after, expected in ((0.0, False), (29.5, False), (30.0, True)):
        clock.at = ended + after
        assert renewed(kept) is expected


def test_a_project_larger_than_there_is_room_for_is_not_read_again(
    path: Path, clock: Clock, shadow_of: ShadowOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shadow, "LARGEST", path.stat().st_size)
    assert renewed(shadow_of(path))
    monkeypatch.setattr(shadow, "LARGEST", path.stat().st_size - 1)
    kept = shadow_of(path)
    assert not renewed(kept)
    monkeypatch.setattr(shadow, "LARGEST", path.stat().st_size)
    assert not renewed(kept)


def test_a_part_of_a_transaction_that_the_disk_ended_raises_what_ended_it(tmp_path: Path) -> None:
    with contextlib.closing(connect(tmp_path / "x.db", "rwc")) as db:
        db.execute("CREATE TABLE t (n)")

        def ended() -> None:
            with writing(db), part_of(db):
                db.execute("INSERT INTO t VALUES (1)")
                db.execute("ROLLBACK")  # so a full disk may end it
                raise UserError("disk-full", path="x", reason="full")

        with pytest.raises(UserError) as caught:
            ended()
        assert caught.value.code == "disk-full"
        with writing(db):
            db.execute("INSERT INTO t VALUES (2)")
            with part_of(db), contextlib.suppress(UserError), part_of(db):
                db.execute("INSERT INTO t VALUES (3)")
                raise UserError("disk-full", path="x", reason="full")
        assert db.execute("SELECT n FROM t").fetchall() == [(2,)]
