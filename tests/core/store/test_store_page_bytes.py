"""Pages of real SQLite files, read one by one, give what SQLite reads; what is spoilt in them costs only itself."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.store import pages
from core.store.pages import SHAPES, Damaged, Pages, Record, Row, Shape, Value, read_record
from tests.store_samples import annotated

BY_TABLE = {shape.table: shape for shape in SHAPES}
NUMBERS = [0, 1, -1, 127, 128, -128, -129, 32767, 32768, 1 << 23, -(1 << 23) - 1, 1 << 31, 1 << 47, -(1 << 47) - 1,
           (1 << 63) - 1, -(1 << 63)]  # fmt: skip


def created(shape: Shape) -> str:
    """Return the statement for a table whose rows stand on pages as those of our projects do."""
    if shape.rowid is not None:
        columns = ", ".join(f"{name} {'INTEGER PRIMARY KEY' if name == shape.rowid else ''}" for name in shape.columns)
        return f"CREATE TABLE {shape.table} ({columns})"
    key = shape.columns[0] if shape.table == "value" else ", ".join(shape.columns[:2])
    return f"CREATE TABLE {shape.table} ({', '.join(shape.columns)}, PRIMARY KEY ({key})) WITHOUT ROWID"


def drawn(shape: Shape, number: int, size: int, draw: random.Random) -> Record:
    """Return a row: its first columns of the types that tell it, a text of ``size`` letters, any values behind."""
    values: Record = []
    for at, name in enumerate(shape.columns):
        if name == shape.rowid:
            values.append(number)
        elif at < len(shape.kinds):
            values.append(f"{number:05}" if shape.kinds[at] is str else number)
        else:
            values.append(
                draw.choice([None, draw.choice(NUMBERS), draw.random(), "ё" * draw.randrange(9), b"\xff\x00"])
            )
    values[-1] = "x" * size
    return values


def made(path: Path, page: int, rows: dict[str, list[Record]], *more: str) -> Path:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute(f"PRAGMA page_size = {page}")
        db.execute("BEGIN")
        for table, values in rows.items():
            db.execute(created(BY_TABLE[table]))
            marks = ", ".join("?" * len(BY_TABLE[table].columns))
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 (names of ours)
        for statement in more:
            db.execute(statement)
        db.execute("COMMIT")
    return path


def found(given: Pages) -> dict[str, list[Record]]:
    out: dict[str, list[Record]] = {}
    for row in pages.rows(given):
        out.setdefault(row.shape.table, []).append(row.values)
    return {table: sorted(values, key=repr) for table, values in out.items()}


def ordered(rows: dict[str, list[Record]]) -> dict[str, list[Record]]:
    return {table: sorted(values, key=repr) for table, values in rows.items()}


@pytest.mark.parametrize("page", [512, 1024, 4096, 65536])
def test_rows_of_every_table_and_length_are_read_as_sqlite_wrote_them(tmp_path: Path, page: int) -> None:
    """Lengths around those from which a row goes on on further pages."""
    draw = random.Random(page)
    most = page - 35, (page - 12) * 64 // 255 - 23
    sizes = sorted({0, 1, *(one + off for one in most for off in range(-120, 12, 4)), page, 2 * page - 8, 3 * page})
    rows = {
        shape.table: [drawn(shape, number + 1, max(0, size), draw) for number, size in enumerate(sizes)]
        for shape in SHAPES
    }
    path = made(tmp_path / "п.db", page, rows)
    given = Pages(path.read_bytes())
    assert (given.size, given.usable, given.count) == (page, page, path.stat().st_size // page)
    assert found(given) == ordered(rows)


@pytest.mark.parametrize("off", range(-3, 4))
@pytest.mark.parametrize("table", ["article_text", "value"])
def test_the_lengths_at_which_a_row_leaves_its_page(tmp_path: Path, off: int, table: str) -> None:
    """To the byte: what fits, what just does not, and what fills its last further page just so."""
    page = 512
    usual = page - 35 if table == "article_text" else (page - 12) * 64 // 255 - 23
    bases = [usual, usual + page - 4, usual + 2 * (page - 4), (page - 12) * 32 // 255 - 23 + page - 4]
    rows: list[Record] = []
    for number, base in enumerate(bases):
        for less in range(24):
            key = 24 * number + less + 1
            text = "x" * (base + off - less)
            rows.append([key, text, None] if table == "article_text" else [f"{key:03}", text])
    path = made(tmp_path / "п.db", page, {table: rows})
    assert found(Pages(path.read_bytes())) == ordered({table: rows})


@pytest.mark.parametrize(
    ("table", "columns", "more"),
    [
        ("actor", 6, ["[]", None]),
        ("entity", 13, ["[]"]),
        ("assignment", 4, ["proposals"]),
        ("log", 9, []),
    ],
)
def test_a_row_of_an_older_version_gets_what_its_migration_gave_it(
    tmp_path: Path, table: str, columns: int, more: list[Value]
) -> None:
    shape = BY_TABLE[table]
    old = shape._replace(columns=shape.columns[:columns])
    values = drawn(old, 7, 3, random.Random(1))
    with contextlib.closing(sqlite3.connect(tmp_path / "п.db", isolation_level=None)) as db:
        db.execute(created(old))
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", values)  # noqa: S608
    kept = found(Pages((tmp_path / "п.db").read_bytes()))[table]
    assert kept == [values + more]


def test_rows_of_another_shape_are_left_out(tmp_path: Path) -> None:
    """Too few or too many columns, or first ones of another type."""
    path = tmp_path / "п.db"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE TABLE a (k INTEGER PRIMARY KEY, x)")
        db.execute("INSERT INTO a VALUES (1, 'two columns with a number are nobody''s')")
        db.execute("CREATE TABLE b (k, x, PRIMARY KEY (k)) WITHOUT ROWID")
        db.executemany("INSERT INTO b VALUES (?, ?)", [(1, "x"), ("y", 2), ("key", "value")])
        db.execute(f"CREATE TABLE c (k INTEGER PRIMARY KEY, {', '.join(f'c{n}' for n in range(40))})")
        db.execute(f"INSERT INTO c VALUES ({', '.join('1' * 41)})")  # noqa: S608
    assert found(Pages(path.read_bytes())) == {"value": [["key", "value"]]}


# -- the file's header and its free pages -----------------------------------------------------------------------------


def header(**changed: int) -> bytes:
    """Return the first page of a file: magic, page size in two bytes, reserved bytes of a page."""
    head = bytearray(pages.MAGIC.ljust(4096, b"\0"))
    head[16:18] = changed.get("size", 1024).to_bytes(2, "big")
    head[20] = changed.get("reserved", 0)
    return bytes(head)


@pytest.mark.parametrize(
    ("given", "size", "usable", "count"),
    [
        (header(), 1024, 1024, 4),
        (header(size=1), 65536, 65536, 1),
        (header(size=512), 512, 512, 8),
        (header(size=256), 4096, 4096, 1),
        (header(size=1025), 4096, 4096, 1),
        (header(size=0), 4096, 4096, 1),
        (header(reserved=8), 1024, 1016, 4),
        (header(reserved=31), 1024, 993, 4),
        (header(reserved=32), 1024, 992, 4),
        (header(reserved=33), 1024, 1024, 4),
        (b"x" + header(reserved=8)[1:], 4096, 4096, 1),
        (header()[:20], 1024, 1024, 1),
        (header()[:21], 1024, 1024, 1),
        (header() + b"x", 1024, 1024, 5),
        (b"", 4096, 4096, 0),
    ],
)
def test_what_the_header_says_of_the_pages(given: bytes, size: int, usable: int, count: int) -> None:
    found = Pages(given)
    assert (found.size, found.usable, found.count) == (size, usable, count)


def test_a_page_of_the_wal_stands_for_that_of_the_file() -> None:
    given = Pages(header() + b"tail", {7: b"b" * 1024})
    assert given.count == 7
    assert given.page(7) == b"b" * 1024
    assert given.page(5) == b"tail" + b"\0" * 1020
    assert given.page(6) == b"\0" * 1024
    assert given.page(1) == header()[:1024]
    assert Pages(header(), {2: b"b"}).count == 4
    assert Pages(b"noise", {1: header(size=512)[:512]}).size == 512


def trunks(*lists: tuple[int, list[int]], first: int, count: int = 12) -> Pages:
    """Return pages with free lists: of each trunk page, in turn from page 2, the next one and the pages it names."""
    data = bytearray(header(size=512)[:512] + bytes(512 * (count - 1)))
    data[32:36] = first.to_bytes(4, "big")
    for at, (following, named) in enumerate(lists, 1):
        data[512 * at : 512 * at + 8 + 4 * len(named)] = struct.pack(
            f">{2 + len(named)}I", following, len(named), *named
        )
    return Pages(bytes(data))


@pytest.mark.parametrize(
    ("given", "free"),
    [
        (trunks(first=0), set()),
        (trunks((3, [5, 6]), (0, [7]), first=2), {2, 3, 5, 6, 7}),
        (trunks((2, [5]), first=2), {2, 5}),
        (trunks((0, []), first=12), {12}),
        (trunks((0, []), first=13), set()),
        (trunks((13, [4]), first=2), {2, 4}),
        (trunks((0, list(range(126))), first=2), {2, *range(126)}),
        (trunks((3, list(range(4, 130))), (0, [9]), first=2), {2, 3, *range(4, 130)}),
    ],
)
def test_which_pages_are_free(given: Pages, free: set[int]) -> None:
    assert given.free() == free


def test_a_free_list_longer_than_its_page_is_read_no_further() -> None:
    data = bytearray(trunks((3, [5]), (0, [7]), first=2)._data)
    data[512 + 4 : 512 + 8] = (127).to_bytes(4, "big")
    assert Pages(bytes(data)).free() == {2}


def test_rows_on_free_pages_are_gone(tmp_path: Path) -> None:
    """What a person took away must not come back."""
    rows: list[Record] = [[number, f"text {number} " * 30, "{}"] for number in range(1, 60)]
    path = made(tmp_path / "п.db", 1024, {"article_text": rows}, "DELETE FROM article_text WHERE article > 9")
    left = found(Pages(path.read_bytes()))["article_text"]
    assert [row for row in left if int(str(row[0])) <= 9] == ordered({"t": rows[:9]})["t"]
    assert len(left) < 16  # beside them only what was left on the pages in use


# -- single records ---------------------------------------------------------------------------------------------------


def packed(number: int) -> bytes:
    """Return a number of up to 63 bits as SQLite packs it."""
    if number >= 1 << 56:
        head, out = number >> 8, [number & 0xFF]
        out[:0] = [head >> 7 * step & 0x7F | 0x80 for step in range(7, -1, -1)]
        return bytes(out)
    out = [number & 0x7F]
    while number >> 7:
        number >>= 7
        out.insert(0, number & 0x7F | 0x80)
    return bytes(out)


def record(*types: int, body: bytes = b"", head: int | None = None) -> bytes:
    kinds = b"".join(packed(kind) for kind in types)
    return packed(len(kinds) + 1 if head is None else head) + kinds + body


@pytest.mark.parametrize(
    ("payload", "values"),
    [
        (record(), []),
        (record(0, 8, 9), [None, 0, 1]),
        (record(1, body=b"\xff"), [-1]),
        (record(2, body=b"\x01\x00"), [256]),
        (record(3, body=b"\x01\x00\x00"), [65536]),
        (record(4, body=b"\x80\x00\x00\x00"), [-(1 << 31)]),
        (record(5, body=b"\x00\x01\x00\x00\x00\x00"), [1 << 32]),
        (record(6, body=b"\x7f" + b"\xff" * 7), [(1 << 63) - 1]),
        (record(7, body=struct.pack(">d", 2.5)), [2.5]),
        (record(12, 13), [b"", ""]),
        (record(14, 15, body=b"ab"), [b"a", "b"]),
        (record(17, body=b"\xd1\xff"), [b"\xd1\xff"]),
        (record(13 + 2 * 200, 1, body=b"x" * 200 + b"\x05"), ["x" * 200, 5]),
        (record(1, body=b"\x05 and more"), [5]),
    ],
)
def test_a_record_of_any_type(payload: bytes, values: Record) -> None:
    assert read_record(payload) == values


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"\x00", "a header that leaves the record"),
        (b"\x05\x01\x01", "a header that leaves the record"),
        (record(10), "a type that there is not"),
        (record(11), "a type that there is not"),
        (b"\x0a" + b"\xff" * 9, "a type that there is not"),
        (record(1), "a value that leaves the record"),
        (record(6, body=b"1234567"), "a value that leaves the record"),
        (record(7, body=b"1234567"), "a value that leaves the record"),
        (record(15, 15, body=b"x"), "a value that leaves the record"),
    ],
)
def test_bytes_that_are_no_record(payload: bytes, why: str) -> None:
    with pytest.raises(Damaged, match=why):
        read_record(payload)


@pytest.mark.parametrize("number", [number for number in NUMBERS if number >= 0] + [1 << 56, (1 << 56) - 1, 1 << 62])
def test_packed_numbers(tmp_path: Path, number: int) -> None:
    """A row's number is one; SQLite packs it in one to nine bytes."""
    rows: list[Record] = [[number, "text", "{}"], [-5, "text", "{}"]]
    path = made(tmp_path / "п.db", 4096, {"article_text": rows})
    assert found(Pages(path.read_bytes())) == ordered({"article_text": rows})
    assert pages._varint(packed(number), 0) == (number, len(packed(number)))


# -- pages that are spoilt --------------------------------------------------------------------------------------------


def leaf(
    kind: int, cells: list[bytes], *, count: int | None = None, at: list[int] | None = None, last: bytes = bytes(512)
) -> Pages:
    """Return a file of one header page, a page of this kind with cells on it, and a last one."""
    page, places = bytearray(512), list[int]()
    end = 512
    for cell in cells:
        end -= len(cell)
        page[end : end + len(cell)] = cell
        places.append(end)
    first = 12 if kind == 2 else 8
    page[0] = kind
    page[3:5] = (len(cells) if count is None else count).to_bytes(2, "big")
    for number, place in enumerate(at if at is not None else places):
        page[first + 2 * number : first + 2 * number + 2] = place.to_bytes(2, "big")
    return Pages(header(size=512)[:512] + bytes(page) + last)


KEY_AND_VALUE = record(15, 15, body=b"kv")
CELL = packed(len(KEY_AND_VALUE)) + KEY_AND_VALUE


def values(given: Pages) -> list[Record]:
    return [row.values for row in pages.rows(given)]


def test_cells_of_each_kind_of_page() -> None:
    text = record(0, 15, 15, body=b"tm")
    assert values(leaf(0x0A, [CELL])) == [["k", "v"]]
    assert values(leaf(0x02, [b"\0\0\0\x09" + CELL])) == [["k", "v"]]
    assert values(leaf(0x0D, [packed(len(text)) + b"\x07" + text])) == [[7, "t", "m"]]
    assert values(leaf(0x05, [CELL])) == []
    assert values(leaf(0x00, [CELL])) == []
    assert values(leaf(0x0D, [packed(len(KEY_AND_VALUE)) + b"\x07" + KEY_AND_VALUE])) == []
    assert values(leaf(0x0A, [packed(len(text)) + text])) == []


def test_a_cell_outside_its_page_or_in_its_list_is_passed_over() -> None:
    whole = 512 - len(CELL)
    assert values(leaf(0x0A, [CELL], count=3, at=[512, 13, whole])) == [["k", "v"]]
    assert values(leaf(0x0A, [CELL], count=2, at=[511, whole])) == [["k", "v"]]
    assert values(leaf(0x0A, [CELL], count=200)) == [["k", "v"]]
    assert values(leaf(0x0A, [CELL], count=400)) == []
    just_behind = leaf(0x0A, [], count=1, at=[10])
    data = bytearray(just_behind._data)
    data[512 + 10 : 512 + 10 + len(CELL)] = CELL
    assert values(Pages(bytes(data))) == [["k", "v"]]


def test_a_record_that_leaves_its_page_or_file_is_passed_over() -> None:
    assert values(leaf(0x0A, [CELL[:-1]])) == []
    assert values(leaf(0x0A, [packed(100) + KEY_AND_VALUE])) == []
    assert values(leaf(0x0A, [packed(3 * 512 + 1) + KEY_AND_VALUE])) == []
    assert values(leaf(0x0A, [b"\x00" + KEY_AND_VALUE])) == []
    assert values(leaf(0x0A, [CELL, packed(100) + KEY_AND_VALUE, CELL])) == [["k", "v"]] * 2


@pytest.mark.parametrize(
    ("following", "kept"),
    [(3, b"further"), (0, b"\xff" * 7), (4, b"\xff" * 7)],
)
def test_a_record_whose_further_page_is_lost_keeps_its_beginning(following: int, kept: bytes) -> None:
    """Bytes that are no text stand for what is lost, so that nobody takes it for the text."""
    least = (512 - 12) * 32 // 255 - 23
    size = least + (512 - 4)  # so much stands on the page itself that the rest fills one further page
    payload = (record(0, 13 + 2 * (size - 5), 0) + b"t" * (size - 5))[:least]
    further = (3).to_bytes(4, "big") + (b"further" * 80)[:508]  # the page after it is itself: it is read once
    given = leaf(0x0D, [packed(size) + b"\x07" + payload + following.to_bytes(4, "big")], last=further)
    rest = further[4:] if following == 3 else b"\xff" * 508
    assert rest.startswith(kept)
    assert values(given) == [[7, pages.text_or_bytes(payload[5:] + rest), None]]


# -- the WAL ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def wal(tmp_path: Path) -> Iterator[Callable[[], tuple[bytes, bytes]]]:
    """A project in three transactions, the last of them not over; returns its bytes and those of its WAL."""
    path = tmp_path / "п.db"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA page_size = 512")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute(created(BY_TABLE["value"]))

    def written() -> tuple[bytes, bytes]:
        return path.read_bytes(), path.with_name("п.db-wal").read_bytes()

    db.execute("INSERT INTO value VALUES ('a', 'first')")
    db.execute("UPDATE value SET value = 'second' WHERE key = 'a'")
    db.execute("INSERT INTO value VALUES ('b', ?)", ("long " * 600,))
    yield written
    db.close()
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_the_newest_page_of_every_whole_transaction_counts(wal: Callable[[], tuple[bytes, bytes]]) -> None:
    data, log = wal()
    newest = found(Pages(data, pages.wal_pages(log)))
    assert newest == {"value": [["a", "second"], ["b", "long " * 600]]}


def test_a_wal_is_read_to_the_first_frame_that_does_not_hold(wal: Callable[[], tuple[bytes, bytes]]) -> None:
    """Frame by frame: a byte of each part of it spoilt ends the reading there."""
    _, log = wal()
    frames = (len(log) - 32) // (24 + 512)
    seen: list[int] = []
    for number in range(frames):
        start = 32 + number * (24 + 512)
        ends = set()
        for at in (start, start + 4, start + 8, start + 15, start + 16, start + 23, start + 24, start + 24 + 511):
            spoilt = bytearray(log)
            spoilt[at] ^= 0x41
            ends.add(repr(sorted(pages.wal_pages(bytes(spoilt)).items())))
        cut_off = pages.wal_pages(log[:start])
        assert ends == {repr(sorted(cut_off.items()))}
        assert repr(sorted(pages.wal_pages(log[: start + 24 + 511]).items())) in ends
        seen.append(len(cut_off))
    seen.append(len(pages.wal_pages(log)))
    assert seen == sorted(seen)
    assert len(set(seen)) > 2
    assert pages.wal_pages(log + b"x" * 600) == pages.wal_pages(log)


def test_what_is_no_wal_has_no_pages(wal: Callable[[], tuple[bytes, bytes]]) -> None:
    _, log = wal()
    assert pages.wal_pages(log)
    assert pages.wal_pages(log[:31]) == pages.wal_pages(log[:32]) == pages.wal_pages(b"") == {}
    for at in (0, 1, 2, 3):
        assert pages.wal_pages(log[:at] + b"\x99" + log[at + 1 :]) == {}
    for size in (0, 511, 65537, 1 << 31):
        assert pages.wal_pages(log[:8] + size.to_bytes(4, "big") + log[12:]) == {}


def rewritten(log: bytes, order: str, commits: dict[int, int]) -> bytes:
    """Return a WAL with its checksums in the other byte order, and with other sizes at the commits."""
    head = log[:3] + (b"\x83" if order == ">" else b"\x82") + log[4:24]
    sums = added(head, (0, 0), order)
    out = head + struct.pack(">II", *sums)
    for number, at in enumerate(range(32, len(log) - 535, 536)):
        frame = log[at : at + 4] + commits.get(number, int.from_bytes(log[at + 4 : at + 8], "big")).to_bytes(4, "big")
        page = log[at + 24 : at + 536]
        sums = added(page, added(frame, sums, order), order)
        out += frame + log[at + 8 : at + 16] + struct.pack(">II", *sums) + page
    return out


def added(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """Add up as the format says: two sums, each of the words so far and of the other sum."""
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        one = (one + words[at] + two) % (1 << 32)
        two = (two + words[at + 1] + one) % (1 << 32)
    return one, two


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_byte_orders_are_read(wal: Callable[[], tuple[bytes, bytes]], order: str) -> None:
    _, log = wal()
    assert pages.wal_pages(rewritten(log, order, {})) == pages.wal_pages(log)


def test_a_transaction_that_made_the_file_shorter_drops_the_pages_behind(
    wal: Callable[[], tuple[bytes, bytes]],
) -> None:
    _, log = wal()
    frames = (len(log) - 32) // 536
    whole = pages.wal_pages(log)
    shorter = pages.wal_pages(rewritten(log, "<", {frames - 1: 2}))
    assert shorter == {number: page for number, page in whole.items() if number <= 2}
    open_ended = pages.wal_pages(rewritten(log, "<", {frames - 1: 0}))
    assert len(open_ended) < len(whole)


def test_a_row_says_of_which_table_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "п.db", 4096, {"value": [["k", "v"]]})
    assert list(pages.rows(Pages(path.read_bytes()))) == [Row(BY_TABLE["value"], ["k", "v"])]


def test_the_shapes_are_those_of_a_projects_tables(tmp_path: Path) -> None:
    """A table without row numbers stores the columns of its key first."""
    annotated(tmp_path / "п.citata").close()
    with contextlib.closing(sqlite3.connect(tmp_path / "п.citata")) as db:
        for shape in SHAPES:
            told = [(row[1], row[5]) for row in db.execute(f"PRAGMA table_info({shape.table})")]
            ordered_ = told if shape.rowid else sorted(told, key=lambda column: column[1] or len(told) + 1)
            assert [name for name, _ in ordered_] == list(shape.columns)
            assert shape.rowid is None or (shape.rowid, 1) in told


def test_further_pages_in_a_circle_are_read_once() -> None:
    least = (512 - 12) * 32 // 255 - 23
    size = least + 2 * (512 - 4)
    payload = (record(0, 13 + 2 * (size - 5), 0) + b"t" * (size - 5))[:least]
    further = (3).to_bytes(4, "big") + b"f" * 508
    given = leaf(0x0D, [packed(size) + b"\x07" + payload + (3).to_bytes(4, "big")], last=further)
    ((_, text, _),) = values(given)
    assert text == payload[5:] + b"f" * 508 + b"\xff" * 508
