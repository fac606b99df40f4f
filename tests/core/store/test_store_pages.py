"""Pages read for themselves give what SQLite gives, row for row; a byte that is wrong costs what it belongs to."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from core.store.database import Database
from core.store.migrations import VERSION, migrate
from core.store.pages import SHAPES, Damaged, Pages, Value, read_record, rows, text_or_bytes, wal_pages

SIZES = (512, 1024, 4096, 8192, 65536)
TEXTS = "CREATE TABLE article_text (article INTEGER PRIMARY KEY, text, meta)"
ASSIGNMENTS = (
    "CREATE TABLE assignment (article, annotator, at, author, start, PRIMARY KEY (article, annotator)) WITHOUT ROWID"
)
"""Two tables of ours with columns that take any value: one with row numbers, one without."""
BOUNDS = [
    sign * (1 << bits) + off for bits in (0, 7, 8, 15, 16, 23, 24, 31, 32, 47, 48, 62) for sign in (1, -1)
    for off in (-1, 0, 1)
]  # fmt: skip
SINGLE: list[Value] = [
    None, *BOUNDS, (1 << 63) - 1, -(1 << 63), 0.0, -1.5, 1e300, 0.1, "", "а", "слово", "🏭" * 40,
    b"", b"\x00", b"\xff" * 9,
]  # fmt: skip


@contextlib.contextmanager
def base(path: Path, size: int = 512, *statements: str, mode: str = "DELETE") -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA page_size = {size}")
        db.execute("PRAGMA auto_vacuum = NONE")
        db.execute(f"PRAGMA journal_mode = {mode}")
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("PRAGMA synchronous = OFF")
        for statement in statements:
            db.execute(statement)
        yield db


def selected(db: sqlite3.Connection, table: str) -> list[tuple[Value, ...]]:
    return sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608


def read(pages: Pages, table: str) -> list[tuple[Value, ...]]:
    return sorted((tuple(row.values) for row in rows(pages) if row.shape.table == table), key=repr)


def drawn(draw: random.Random, longest: int) -> Value:
    kind = draw.randrange(6)
    if kind == 0:
        return "ю" * draw.randrange(longest // 2)
    if kind == 1:
        return draw.randbytes(draw.randrange(longest))
    return draw.choice(SINGLE)


# -- what SQLite wrote -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_every_row_that_sqlite_gives_stands_on_its_pages(tmp_path: Path, size: int) -> None:
    """Values of all types and sizes, rows on chains of pages, trees of several storeys, rows changed and deleted."""
    draw = random.Random(size)
    path = tmp_path / "п.sqlite"
    with base(path, size, TEXTS, ASSIGNMENTS, "CREATE INDEX seen ON article_text (text, meta)") as db:
        db.execute("BEGIN")
        for number in range(400):
            longest = size * 3 if number % 25 == 0 else 90
            db.execute("INSERT INTO article_text VALUES (?, ?, ?)", (number, drawn(draw, longest), drawn(draw, 40)))
            row = (number % 7, f"A{number}", drawn(draw, longest), drawn(draw, 40), drawn(draw, 9))
            db.execute("INSERT INTO assignment VALUES (?, ?, ?, ?, ?)", row)
        for number, value in enumerate(SINGLE):
            db.execute("INSERT INTO article_text VALUES (?, ?, ?)", (1000 + number, value, 1))
        for key in BOUNDS:
            db.execute("INSERT OR IGNORE INTO article_text VALUES (?, 'key', NULL)", (key,))
        db.execute("DELETE FROM article_text WHERE article % 3 = 1")
        db.execute("DELETE FROM assignment WHERE article = 5")
        db.execute("UPDATE article_text SET text = text || text WHERE article % 5 = 0 AND typeof(text) = 'text'")
        db.execute("COMMIT")
        given = Pages(path.read_bytes())
        assert given.size == given.usable == size
        assert (given.count,) == db.execute("PRAGMA page_count").fetchone()
        for table in ("article_text", "assignment"):
            assert len(selected(db, table)) > 250
            assert read(given, table) == selected(db, table)


@pytest.mark.parametrize("size", [512, 1024, 4096])
def test_rows_are_read_whether_they_just_fit_their_page_or_just_do_not(tmp_path: Path, size: int) -> None:
    """The sizes at which a row begins to stand on pages of its own, and those at which one page more is needed."""
    path = tmp_path / "п.sqlite"
    with base(path, size, TEXTS, ASSIGNMENTS) as db:
        db.execute("BEGIN")
        inner = (size - 12) * 64 // 255
        for number, length in enumerate((*range(size - 48, size - 30), *range(2 * size - 80, 2 * size + 20, 3))):
            db.execute("INSERT INTO article_text VALUES (?, ?, 1)", (number, "x" * length))
        for number, length in enumerate((*range(inner - 45, inner - 22), *range(size - 20, size + 90, 3))):
            db.execute("INSERT INTO assignment VALUES (1, ?, ?, 1, 1)", (f"{number:03d}", "y" * length))
        db.execute("COMMIT")
        for table in ("article_text", "assignment"):
            assert read(Pages(path.read_bytes()), table) == selected(db, table)


def test_a_page_of_64_kibibytes_may_hold_more_than_4096_rows(tmp_path: Path) -> None:
    path = tmp_path / "п.sqlite"
    with base(path, 65536, TEXTS) as db:
        db.execute("BEGIN")
        db.executemany("INSERT INTO article_text VALUES (?, NULL, NULL)", [(number,) for number in range(6500)])
        db.execute("COMMIT")
        assert read(Pages(path.read_bytes()), "article_text") == selected(db, "article_text")


def test_what_was_deleted_stays_deleted(tmp_path: Path) -> None:
    path = tmp_path / "п.sqlite"
    with base(path, 512, TEXTS, ASSIGNMENTS) as db:
        db.execute("BEGIN")
        for number in range(900):
            db.execute("INSERT INTO article_text VALUES (?, ?, 1)", (number, "слово" * 30))
        db.execute("COMMIT")
        db.execute("BEGIN")
        db.execute("DELETE FROM article_text WHERE article >= 20")
        db.execute("COMMIT")
        given = Pages(path.read_bytes())
        (free,) = db.execute("PRAGMA freelist_count").fetchone()
        assert free > 2 * 126  # several pages list them
        assert len(given.free()) == free
        assert read(given, "article_text") == selected(db, "article_text")


def test_bytes_that_a_file_keeps_free_on_each_page_are_none_of_a_row(tmp_path: Path) -> None:
    path = tmp_path / "п.sqlite"
    with base(path, 512) as db:
        db.execute("PRAGMA user_version = 1")
    for reserved in (32, 8):
        data = bytearray(path.read_bytes())
        data[20] = reserved
        data[105:107] = (512 - reserved).to_bytes(2, "big")
        (path.with_suffix(".r")).write_bytes(data)
        with base(path.with_suffix(".r"), 512, TEXTS) as db:
            for number in range(60):
                db.execute("INSERT INTO article_text VALUES (?, ?, 1)", (number, "x" * number * 20))
            given = Pages(path.with_suffix(".r").read_bytes())
            assert given.usable == 512 - reserved
            assert read(given, "article_text") == selected(db, "article_text")


COLUMN = {
    "INTEGER": lambda draw: draw.randrange(1, 1 << 40),
    "TEXT": lambda draw: f"{draw.randrange(1 << 40):x}" + "ж" * draw.randrange(30),
    "REAL": lambda draw: draw.randrange(1, 100) + 0.5,
}  # fmt: skip


def fill(db: Database, draw: random.Random) -> None:
    """Put drawn rows into every table of a project, of whatever version it is."""
    for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"):
        columns = db.execute(f"PRAGMA table_info({table})").fetchall()
        if table in {shape.table for shape in SHAPES}:
            for _ in range(9):
                row = {name: COLUMN[kind](draw) for _, name, kind, *_ in columns}
                if "end" in row:
                    row["start"], row["end"] = 3, draw.randrange(4, 300)
                marks = ", ".join("?" * len(row))
                names = ", ".join(f'"{name}"' for name in row)
                db.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608


def test_the_rows_of_every_table_of_every_version_have_their_names(tmp_path: Path) -> None:
    """Columns that a migration added have in older rows what the migration says."""
    path = tmp_path / "п.sqlite"
    draw = random.Random(4)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as conn:
        db = Database(conn)
        for version in range(1, VERSION + 1):
            migrate(db, version)
            conn.execute("PRAGMA foreign_keys = OFF")
            fill(db, draw)
        given = Pages(path.read_bytes())
        tables = {shape.table: shape for shape in SHAPES}
        assert set(tables) == {
            "value", "article", "article_text", "layer", "actor", "entity", "quotation", "log", "assignment",
            "comment", "conflict", "branch", "removed", "article_log", "source", "source_log", "learned",
        }  # fmt: skip
        for name, shape in tables.items():
            columns = ", ".join(f'"{column}"' for column in shape.columns)
            there = conn.execute(f"SELECT {columns} FROM {name}").fetchall()  # noqa: S608
            assert len(there) >= {"learned": 4, "source": 9, "source_log": 9}.get(
                name, 18
            )  # what the last version brought
            assert len(shape.columns) == len(conn.execute(f"PRAGMA table_info({name})").fetchall())
            assert read(given, name) == sorted(there, key=repr), name


# -- pages made by hand: at every boundary, both sides ----------------------------------------------------------------


def varint(number: int) -> bytes:
    """Pack a number as SQLite does."""
    number &= (1 << 64) - 1
    if number >= 1 << 56:
        head = bytes(0x80 | (number >> (8 + 7 * step)) & 0x7F for step in range(7, -1, -1))
        return head + bytes([number & 0xFF])
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(0x80 | number & 0x7F)
    return bytes(reversed(groups))


def record(*values: Value) -> bytes:
    """Return a record of values: small numbers, text, bytes, none."""
    types, body = b"", b""
    for value in values:
        if isinstance(value, int):
            types, body = types + b"\x06", body + value.to_bytes(8, "big", signed=True)
        elif value is not None:
            data = value.encode() if isinstance(value, str) else bytes(value)  # type: ignore[arg-type]
            types, body = types + varint(12 + 2 * len(data) + isinstance(value, str)), body + data
        else:
            types += b"\x00"
    return varint(len(types) + 1) + types + body


def cell(number: int, *values: Value) -> bytes:
    payload = record(*values)
    return varint(len(payload)) + varint(number) + payload


def leaf(*cells: bytes, size: int = 512, kind: int = 13, start: int = 0) -> bytearray:
    """Return a page with cells at its end, the first one last."""
    page, end = bytearray(size), size
    first = start + (12 if kind == 2 else 8)
    page[start] = kind
    page[start + 3 : start + 5] = len(cells).to_bytes(2, "big")
    for at, one in enumerate(cells):
        end -= len(one)
        page[end : end + len(one)] = one
        page[first + 2 * at : first + 2 * at + 2] = end.to_bytes(2, "big")
    return page


def file(*pages: bytes | bytearray, size: int = 512, reserved: int = 0, free: int = 0) -> bytes:
    """Return a file of pages behind a first page that holds nothing."""
    first = leaf(size=size, start=100)
    first[:100] = header(size, reserved, free)
    return bytes(first) + b"".join(map(bytes, pages))


def header(size: int, reserved: int = 0, free: int = 0) -> bytes:
    head = bytearray(100)
    head[:16] = b"SQLite format 3\x00"
    head[16:18] = (1 if size == 65536 else size).to_bytes(2, "big")
    head[20] = reserved
    head[32:36] = free.to_bytes(4, "big")
    return bytes(head)


def keys(data: bytes, over: dict[int, bytes] | None = None) -> list[Value]:
    return [row.values[0] for row in rows(Pages(data, over))]


def numbered(count: int, first: int = 2) -> list[bytearray]:
    """Return pages with a row each, which has the number of its page."""
    return [leaf(cell(number, None, "т", "{}")) for number in range(first, first + count)]


def test_a_header_that_makes_no_sense_leaves_the_pages_of_our_own_size() -> None:
    page = leaf(cell(7, None, "т", "{}"), size=4096)
    whole = file(page, size=4096)
    assert keys(whole) == [7]
    for at, byte in ((0, 0), (15, 1), (16, 0), (16, 0x30), (16, 0x18)):
        spoilt = bytearray(whole)
        spoilt[at] = byte
        assert (Pages(bytes(spoilt)).size, keys(bytes(spoilt))) == (4096, [7])
    for told, size in ((1, 65536), (256, 4096), (512, 512), (513, 4096), (2048, 2048), (32768, 32768), (0, 4096)):
        data = header(2)[:16] + told.to_bytes(2, "big") + bytes(82)
        assert Pages(data).size == size
    assert keys(bytes(4096) + page) == [7]


def test_a_file_reserves_32_bytes_of_a_page_at_most() -> None:
    assert [Pages(header(512, reserved)).usable for reserved in (0, 1, 31, 32, 33)] == [512, 511, 481, 480, 512]
    assert [Pages(header(1024, reserved)).usable for reserved in (32, 33, 255)] == [992, 1024, 1024]
    spoilt = b"\0" + header(512, 9)[1:]
    assert Pages(spoilt).usable == 4096


def test_a_file_cut_short_has_zero_bytes_where_it_ends() -> None:
    whole = file(*numbered(3))
    assert Pages(b"").count == 0
    assert [Pages(whole[:length]).count for length in (1, 20, 21, 512, 513, 1024, 1025)] == [1, 1, 1, 1, 2, 2, 3]
    assert (Pages(whole[:20]).size, Pages(whole[:20]).usable) == (512, 512)
    given = Pages(whole[:600])
    assert given.page(2) == whole[512:600] + bytes(424)
    assert given.page(9) == bytes(512)
    assert keys(whole[: 3 * 512]) == [2, 3]
    assert keys(whole[: 3 * 512 - 1]) == [2, 3]  # with another last letter
    assert keys(whole[: 3 * 512 - 8]) == [2]
    assert list(rows(Pages(b""))) == []


def test_newer_pages_stand_for_those_of_the_file() -> None:
    whole = file(*numbered(2))
    newer = leaf(cell(77, None, "т", "{}"))
    assert keys(whole, {2: bytes(newer)}) == [77, 3]
    assert keys(whole, {5: bytes(newer)}) == [2, 3, 77]
    assert Pages(whole, {5: bytes(newer)}).count == 5
    first = bytearray(file()[:512])
    first[:100] = header(512, 8)
    assert (Pages(whole, {1: bytes(first)}).usable, Pages(whole).usable) == (504, 512)


def test_rows_stand_on_leaves_and_between_the_leaves_of_trees_without_row_numbers() -> None:
    named = record(4, "Анна", "сегодня", "Б", "x")
    assigned = varint(len(named)) + named
    pages = [
        leaf(cell(5, None, "т", "{}")), leaf(assigned, kind=10), leaf(b"\0\0\0\x09" + assigned, kind=2),
        leaf(cell(6, None, "т", "{}"), kind=5), leaf(cell(6, None, "т", "{}"), kind=12), leaf(kind=0),
    ]  # fmt: skip
    found = [(row.shape.table, row.values) for row in rows(Pages(file(*pages)))]
    expected = ("assignment", [4, "Анна", "сегодня", "Б", "x"])
    assert found == [("article_text", [5, "т", "{}"]), expected, expected]
    on_first = leaf(cell(5, None, "т", "{}"), start=100)
    on_first[:100] = header(512)
    assert keys(bytes(on_first)) == [5]


@pytest.mark.parametrize("kind", [13, 10])
def test_cells_are_taken_where_pages_say_and_only_behind_that(kind: int) -> None:
    named = record(4, "Анна", "x", "y", "z")
    one = cell(4, None, "т", "{}") if kind == 13 else varint(len(named)) + named
    page = leaf(kind=kind)
    page[3:5] = (1).to_bytes(2, "big")
    found = []
    for at in (0, 7, 9, 10, 11, 200, 512 - len(one), 513 - len(one), 511, 512, 600, 65535):
        changed = bytearray(page)
        changed[at : at + len(one)] = one if at >= 10 else b""
        changed = changed[:512]
        changed[:8], changed[8:10] = page[:8], at.to_bytes(2, "big")
        found.append(bool(keys(file(changed))))
    assert found == [False, False, False, True, True, True, True, False, False, False, False, False]


def test_a_page_that_says_it_has_more_cells_than_it_can_is_not_believed() -> None:
    page = leaf(*(cell(number, None, "т", "{}") for number in range(3)))
    at = bytes(page[8:10])
    for count, expected in ((0, 0), (1, 1), (3, 3), (5, 3), (200, 3), (252, 0), (253, 0), (65535, 0)):
        page[3:5] = count.to_bytes(2, "big")
        assert len(keys(file(page))) == expected, count
    inner = leaf(kind=2)
    inner[3:5] = (250).to_bytes(2, "big")
    assert keys(file(inner)) == []
    page[3:5] = (2).to_bytes(2, "big")
    page[10:12] = at
    assert keys(file(page)) == [0, 0]


def test_one_bad_cell_does_not_hide_the_others() -> None:
    good = [cell(number, None, "т", "{}") for number in (1, 3)]
    for bad in (b"\xff" * 9, b"\x05\x02\x06\x00", varint(1 << 62) + b"\x01", varint(-4) + b"\x01", b"\x00\x00"):
        assert keys(file(leaf(good[0], bad, good[1]))) == [1, 3]


# -- rows on chains of pages -------------------------------------------------------------------------------------------

LONG = "".join(chr(0x430 + number % 32) for number in range(900))
"""1800 bytes: on a page of 512 bytes 39 to 477 of its record, the rest on further ones of 508 bytes each."""


def chained(following: Sequence[int], *, usable: int = 512, count: int = 3) -> bytes:
    """Return a file with one long row on page 2, whose rest stands on pages 3 to ``2 + count``.

    ``following`` are the numbers in the row and on its pages that say which page comes next.
    """
    payload = record(None, LONG, "{}")
    least = (usable - 12) * 32 // 255 - 23
    local = least + (len(payload) - least) % (usable - 4)
    local = local if local <= usable - 35 else least
    page = leaf(varint(len(payload)) + b"\x09" + payload[:local] + following[0].to_bytes(4, "big"), size=usable)
    rest = [payload[at : at + usable - 4] for at in range(local, len(payload), usable - 4)]
    pages = [page + bytes(512 - usable)]
    for number, part in zip(following[1:], rest, strict=True):
        pages.append(bytearray((number.to_bytes(4, "big") + part).ljust(512, b"\0")))
    assert len(rest) == count
    return file(*pages, reserved=512 - usable)


def text_of(data: bytes) -> Value:
    (row,) = rows(Pages(data))
    assert (row.shape.table, row.values[0]) == ("article_text", 9)
    return row.values[1]


@pytest.mark.parametrize("usable", [512, 500])
def test_a_chain_of_pages_is_followed_to_its_end(usable: int) -> None:
    assert text_of(chained([3, 4, 5, 0], usable=usable)) == LONG
    assert text_of(chained([3, 4, 5, 77], usable=usable)) == LONG  # what its last page says comes next is not of it
    assert text_of(chained([3, 4, 5, 3], usable=usable)) == LONG


@pytest.mark.parametrize(
    ("following", "kept"),
    [
        ([0, 4, 5, 0], 0), ([6, 4, 5, 0], 0), ([3, 0, 5, 0], 1), ([3, 3, 5, 0], 1), ([3, 4, 6, 0], 2),
        ([3, 4, 0, 0], 2), ([3, 4, 3, 0], 2), ([3, 4, 1 << 31, 0], 2),
    ],
)  # fmt: skip
def test_what_a_broken_chain_lacks_is_no_text(following: list[int], kept: int) -> None:
    value = text_of(chained(following))
    payload = record(None, LONG, "{}")
    data = LONG.encode()
    local = 39 + (len(payload) - 39) % 508
    local = local if local <= 477 else 39
    there = local - (len(payload) - len(data) - 2) + kept * 508
    assert value == data[:there] + b"\xff" * (len(data) - there)


def test_a_row_with_further_pages_has_room_for_the_number_of_the_next() -> None:
    payload = record(None, LONG, "{}")
    local = 39 + (len(payload) - 39) % 508
    head = varint(len(payload)) + b"\x09"
    for room, expected in ((40, True), (4, True), (3, False), (0, False)):
        page = leaf()
        page[3:5] = (1).to_bytes(2, "big")
        at = 512 - room - local - len(head)
        page[8:10] = at.to_bytes(2, "big")
        page[at : at + len(head) + local] = head + payload[:local]
        assert bool(keys(file(page, *[bytes(512)] * 3))) == expected


def test_a_record_as_long_as_the_file_is_the_longest() -> None:
    for extra, expected in ((0, 1), (1, 0)):
        size = 2 * 512 + extra
        one = varint(size) + b"\x09" + varint(5) + b"\x00" + varint(12 + 2 * (size - 5)) + b"\x0c"
        assert len(list(rows(Pages(file(leaf(one.ljust(480, b"x"))))))) == expected


# -- pages in no use ---------------------------------------------------------------------------------------------------


def trunk(following: int, *listed: int, told: int | None = None) -> bytes:
    count = len(listed) if told is None else told
    return struct.pack(f">II{len(listed)}I", following, count, *listed).ljust(512, b"\0")


@pytest.mark.parametrize(
    ("free", "lists", "expected"),
    [
        (0, {}, set()),
        (4, {4: trunk(0)}, {4}),
        (4, {4: trunk(0, 2, 7)}, {4, 2, 7}),
        (4, {4: trunk(5, 2), 5: trunk(0, 3)}, {4, 2, 5, 3}),
        (4, {4: trunk(5, 2), 5: trunk(4, 3)}, {4, 2, 5, 3}),
        (9, {}, {9}),
        (10, {}, set()),
        (4, {4: trunk(9)}, {4, 9}),
        (4, {4: trunk(10)}, {4}),
        (4, {4: trunk(1 << 31, 2)}, {4, 2}),
        (4, {4: trunk(0, *[2] * 126)}, {4, 2}),
        (4, {4: trunk(5, *[2] * 126, told=127), 5: trunk(0, 3)}, {4}),
    ],
)
def test_pages_in_no_use_are_those_that_their_list_names(
    free: int, lists: dict[int, bytes], expected: set[int]
) -> None:
    pages = [lists.get(number, bytes(page)) for number, page in enumerate(numbered(8), 2)]
    data = file(*pages, free=free)
    assert Pages(data).free() == expected
    assert keys(data) == [number for number in range(2, 10) if number not in {*expected, *lists}]


# -- which table a row is of -------------------------------------------------------------------------------------------

OTHERS: dict[str, Value] = {"n": None, "i": 7, "s": "слово"}
KINDS = {
    "value": "ss", "article": "n", "article_text": "n", "layer": "ni", "actor": "is", "entity": "issi",
    "quotation": "issi", "log": "nsi", "assignment": "is", "comment": "nsi", "conflict": "nsi", "branch": "isii",
    "removed": "iiss", "article_log": "nsisi", "source": "ss", "source_log": "nsssi",
    "learned": "nsiss",
}  # fmt: skip
COUNTS = {
    "value": (2, 2), "article": (7, 7), "article_text": (3, 3), "layer": (11, 11), "actor": (6, 8), "entity": (13, 14),
    "quotation": (21, 22), "log": (9, 9), "assignment": (4, 5), "comment": (10, 10), "conflict": (13, 13),
    "branch": (9, 9), "removed": (4, 4), "article_log": (11, 11), "source": (10, 10), "source_log": (12, 12),
    "learned": (8, 8),
}  # fmt: skip


def table_of(values: list[Value], *, numbered: bool) -> str | None:
    payload = record(*values)
    page = leaf(varint(len(payload)) + b"\x05" + payload) if numbered else leaf(varint(len(payload)) + payload, kind=10)
    return next((row.shape.table for row in rows(Pages(file(page)))), None)


@pytest.mark.parametrize("table", KINDS)
def test_a_row_is_told_by_its_first_values_and_how_many_it_has(table: str) -> None:
    kinds, (fewest, most) = KINDS[table], COUNTS[table]
    by_number = kinds[0] == "n"
    row = [OTHERS[kind] for kind in kinds] + [b"x"] * 30
    for count in (fewest, most):
        assert table_of(row[:count], numbered=by_number) == table
    for count in (fewest - 1, most + 1):
        assert table_of(row[:count], numbered=by_number) != table
    for at in range(len(kinds)):
        other = [*row[:at], b"x", *row[at + 1 : most]]
        assert table_of(other, numbered=by_number) != table
    assert table_of(row[:most], numbered=not by_number) != table


# -- records -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("payload", "values"),
    [
        (b"\x01", []),
        (b"\x03\x00\x08", [None, 0]),
        (b"\x02\x09", [1]),
        (b"\x02\x01\xff", [-1]),
        (b"\x02\x02\x80\x00", [-32768]),
        (b"\x02\x03\x01\x00\x00", [65536]),
        (b"\x02\x04\x7f\xff\xff\xff", [2147483647]),
        (b"\x02\x05\x01\x00\x00\x00\x00\x00", [1 << 40]),
        (b"\x02\x06\x01\x00\x00\x00\x00\x00\x00\x00", [1 << 56]),
        (b"\x02\x07\x3f\xf8\x00\x00\x00\x00\x00\x00", [1.5]),
        (b"\x03\x0c\x0d", [b"", ""]),
        (b"\x03\x0e\x0f\x41\x42", [b"A", "B"]),
        (b"\x02\x0f\xff", [b"\xff"]),
        (b"\x04\x01\x11\x01\x05\xd1\x8e\x06", [5, "ю", 6]),
        (b"\x81\x00" + bytes(126), [None] * 126),
        (b"\x02\x01\x07 and more", [7]),
    ],
)
def test_records_are_read(payload: bytes, values: list[Value]) -> None:
    found = read_record(payload)
    assert found == values
    assert list(map(type, found)) == list(map(type, values))


@pytest.mark.parametrize(
    "payload",
    [
        b"\x00",  # a header that ends before it begins
        b"\x03\x00",  # one longer than the record
        b"\x02\x0a", b"\x02\x0b",  # types that there are not
        b"\x0a" + varint(-1), b"\x0a" + varint(-(1 << 63)),
        b"\x02\x01", b"\x02\x02\x00", b"\x02\x06" + bytes(7), b"\x02\x07" + bytes(7), b"\x02\x0f",
        b"\x03\x01\x0e\x01",
        varint(-3) + b"\x00",
    ],
)  # fmt: skip
def test_bytes_that_are_no_record_are_refused(payload: bytes) -> None:
    with pytest.raises(Damaged):
        read_record(payload)


@pytest.mark.parametrize(
    "number", [0, 1, 127, 128, 16383, 16384, (1 << 56) - 1, 1 << 56, (1 << 63) - 1, -1, -(1 << 63)]
)
def test_row_numbers_of_all_lengths_are_read(number: int) -> None:
    assert keys(file(leaf(cell(number, None, "т", "{}")))) == [number]


def test_text_that_is_none_stays_bytes() -> None:
    assert text_or_bytes("ёж".encode()) == "ёж"
    assert text_or_bytes(b"\xd1") == b"\xd1"


# -- every byte of a page, spoilt one by one ---------------------------------------------------------------------------


def test_a_byte_that_is_wrong_costs_only_what_it_belongs_to() -> None:
    """Each byte of a page with three rows in each of four ways: rows are lost or changed only where it stands."""
    cells = [cell(number, None, f"слово {number}", "{}") for number in (1, 2, 3)]
    page = leaf(*cells)
    before = [row.values for row in rows(Pages(file(page)))]
    spans = []
    for at, one in enumerate(cells):
        start = int.from_bytes(page[8 + 2 * at : 10 + 2 * at], "big")
        spans.append({8 + 2 * at, 9 + 2 * at, *range(start, start + len(one))})
    touched = 0
    for at in {*range(512)} - {0, 3, 4}:  # without the kind of the page and how many cells it has
        for change in (0xFF, 0x80, 0x01, 0x10):
            spoilt = bytearray(page)
            spoilt[at] ^= change
            after = [row.values for row in rows(Pages(file(spoilt)))]
            assert [row for row in before if row in after] == [
                row for row, span in zip(before, spans, strict=True) if at not in span or row in after
            ]
            touched += after != before
            assert after == before or any(at in span for span in spans)
    assert touched == 262


# -- the WAL -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_what_waits_in_the_wal_of_sqlite_lies_over_the_file(tmp_path: Path, size: int) -> None:
    path = tmp_path / "п.sqlite"
    wal = tmp_path / "п.sqlite-wal"
    with base(path, size, TEXTS, mode="WAL") as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("INSERT INTO article_text VALUES (1, 'раз', 1)")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert wal_pages(wal.read_bytes()) == {}
        for number in range(2, 60):
            db.execute("INSERT INTO article_text VALUES (?, ?, 2)", (number, "два" * number))
        db.execute("DELETE FROM article_text WHERE article % 4 = 0")
        data, log = path.read_bytes(), wal.read_bytes()
        assert read(Pages(data, wal_pages(log)), "article_text") == selected(db, "article_text")
        assert read(Pages(data), "article_text") == [(1, "раз", 1)]
        frame = 24 + size
        cut = wal_pages(log[: len(log) - 1])
        assert cut == wal_pages(log[: 32 + frame * ((len(log) - 32) // frame - 1)])


Frame = tuple[int, int, int]
"""A page's number, how many pages the file has after the transaction (0: it goes on), and what fills the page."""


def sums_of(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = before
    for at in range(0, len(data), 8):
        left, right = struct.unpack(f"{order}II", data[at : at + 8])
        one = (one + left + two) % (1 << 32)
        two = (two + right + one) % (1 << 32)
    return one, two


def wal_of(*frames: Frame, size: int = 512, order: str = "<", magic: bytes | None = None) -> bytes:
    mark = magic or (b"\x37\x7f\x06\x83" if order == ">" else b"\x37\x7f\x06\x82")
    salt = b"salt+and"
    head = mark + struct.pack(">III", 3007000, size, 5) + salt
    sums = sums_of(head, (0, 0), order)
    made = head + struct.pack(">II", *sums)
    for number, commit, fill in frames:
        begin = struct.pack(">II", number, commit)
        page = bytes((fill + at) % 256 for at in range(size))
        sums = sums_of(page, sums_of(begin, sums, order), order)
        made += begin + salt + struct.pack(">II", *sums) + page
    return made


def fills(found: dict[int, bytes]) -> dict[int, int]:
    return {number: page[0] for number, page in found.items()}


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        ([], {}),
        ([(2, 0, 1)], {}),
        ([(2, 2, 1)], {2: 1}),
        ([(2, 0, 1), (3, 3, 2)], {2: 1, 3: 2}),
        ([(2, 3, 1), (2, 3, 9)], {2: 9}),
        ([(2, 3, 1), (2, 0, 9)], {2: 1}),
        ([(2, 0, 1), (2, 3, 5), (3, 0, 9)], {2: 5}),
        ([(2, 3, 1), (3, 3, 2), (1, 2, 7)], {2: 1, 1: 7}),
        ([(2, 0, 1), (4, 3, 2)], {2: 1}),
    ],
)
def test_whole_transactions_of_a_wal_count(order: str, frames: list[Frame], expected: dict[int, int]) -> None:
    assert fills(wal_pages(wal_of(*frames, order=order))) == expected


def test_a_wal_counts_as_far_as_its_sums_hold() -> None:
    whole = wal_of((2, 2, 1), (3, 3, 2), (4, 4, 3))
    frame = 24 + 512
    lengths = {length: fills(wal_pages(whole[:length])) for length in (0, 3, 12, 23, 24, 31, 32, 32 + frame - 1)}
    assert set(map(len, lengths.values())) == {0}
    assert fills(wal_pages(whole[: 32 + frame])) == {2: 1}
    assert fills(wal_pages(whole[: 32 + 2 * frame - 1])) == {2: 1}
    assert fills(wal_pages(whole[: 32 + 2 * frame])) == {2: 1, 3: 2}
    for at in (*range(24), 40, 60, 200):  # of the second frame: its number, its salt, its sums, its page
        spoilt = bytearray(whole)
        spoilt[32 + frame + at] ^= 1
        assert fills(wal_pages(bytes(spoilt))) == {2: 1}, at
    for at in (*range(24), 32, 39, 40, 47, 48, 56):  # of the header, of the first frame
        spoilt = bytearray(whole)
        spoilt[at] ^= 1
        assert wal_pages(bytes(spoilt)) == {}, at


@pytest.mark.parametrize(
    ("size", "count"), [(256, 0), (512, 1), (520, 0), (1001, 0), (1024, 1), (32768, 1), (65536, 1), (131072, 0), (8, 0)]
)
def test_a_wal_has_pages_of_a_size_that_sqlite_has(size: int, count: int) -> None:
    if size % 8:
        whole = bytearray(wal_of((1, 1, 3), size=1024))
        whole[8:12] = size.to_bytes(4, "big")
        assert wal_pages(bytes(whole)) == {}
    else:
        assert len(wal_pages(wal_of((1, 1, 3), size=size))) == count


@pytest.mark.parametrize("magic", [b"\x37\x7f\x06\x81", b"\x37\x7f\x06\x84", b"\x37\x7f\x07\x82", b"\0\x7f\x06\x83"])
def test_what_does_not_begin_like_a_wal_is_none(magic: bytes) -> None:
    assert wal_pages(wal_of((1, 1, 3), magic=magic)) == {}
    assert wal_pages(wal_of((1, 1, 3), magic=magic, order=">")) == {}
