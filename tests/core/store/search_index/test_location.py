"""Which file is believed to be a search index, why not, and how one is taken away."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from core.store.paths import COMPANIONS, companion
from core.store.search_index import location
from core.store.search_index.location import Unusable, folder_of, make_file, open_file, throw_away


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / location.NAME
    make_file(found).close()
    return found


def sql(statement: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as conn:
            conn.execute(statement)
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    return run


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def zeroed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\x05" * 4096
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda path: path.unlink(), "there is none yet"),
        (as_folder, "another program made it"),
        (sql("PRAGMA application_id = 5"), "another program made it"),
        (sql("PRAGMA user_version = 1"), "another version of Citata made it"),
        (sql("PRAGMA user_version = 3"), "another version of Citata made it"),
        (sql("DROP INDEX span_owner"), "another version of Citata made it"),
        (sql("CREATE TABLE more (x)"), "another version of Citata made it"),
        (lambda path: path.write_bytes(b"noise" * 3000), "it is damaged"),
        (zeroed, "it is damaged"),
    ],
)
def test_what_is_not_ours_is_not_believed(path: Path, spoil: Callable[[Path], None], reason: str) -> None:
    open_file(path).close()
    spoil(path)
    with pytest.raises(Unusable) as caught:
        open_file(path)
    assert caught.value.reason == str(caught.value) == reason


def test_a_large_one_is_not_read_through_when_it_is_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zeroed(path)
    monkeypatch.setattr(location, "CHECKED_BYTES", path.stat().st_size - 1)
    open_file(path).close()
    monkeypatch.setattr(location, "CHECKED_BYTES", path.stat().st_size)
    with pytest.raises(Unusable):
        open_file(path)


def test_whatever_stands_in_its_place_goes_with_what_belongs_to_it(path: Path) -> None:
    for suffix in COMPANIONS:
        companion(path, suffix).write_bytes(b"x")
    throw_away(path)
    assert list(path.parent.iterdir()) == []
    throw_away(path)
    path.mkdir()
    (path / "letter.txt").write_text("mine", "utf-8")
    throw_away(path)
    (aside,) = path.parent.iterdir()
    assert (aside.name[: len(path.name) + 1], len(aside.name)) == (f"{path.name}.", len(path.name) + 9)
    assert (aside / "letter.txt").read_text("utf-8") == "mine"


def test_what_a_killed_process_left_beside_it_is_no_part_of_a_new_one(path: Path) -> None:
    path.unlink()
    companion(path, "-wal").write_bytes(b"noise" * 1000)
    companion(path, "-journal").write_bytes(b"noise" * 1000)
    made = make_file(path)
    assert made.execute("SELECT count(*) FROM article").fetchone() == (0,)
    assert made.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    made.close()
    open_file(path).close()


def test_its_folder_is_called_like_the_project() -> None:
    names = {"п.citata": "п.citata-search", "a.b.citata": "a.b.citata-search", "old.db": "old.db.citata-search"}
    assert {name: folder_of(Path("x") / name) for name in names} == {one: Path("x") / to for one, to in names.items()}
