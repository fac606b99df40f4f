"""Read a damaged SQLite file page by page: every page that is whole gives its rows, whatever became of the others.

SQLite itself finds rows through trees of pages: where a page high in a tree is lost, it finds nothing below it, and in
a file that was cut short nothing at all. Here each leaf page is read for itself (https://www.sqlite.org/fileformat2.html)
and its rows are told by their shape: the kind of page, the number of columns and what the first ones are.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

Value: TypeAlias = int | float | str | bytes | None
Record: TypeAlias = list[Value]

MAGIC = b"SQLite format 3\x00"
PAGE_SIZE = 4096
"""What our files have; taken where the header does not say."""
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_MOST_RESERVED = 32
"""Bytes that a file may keep free at the end of each page; ours keeps none, and more is damage to the header."""
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Damaged(ValueError):
    """These bytes are no record."""


class Shape(NamedTuple):
    """How the rows of a table stand on pages: ``columns`` in their stored order, ``fewest`` of an older version.

    ``rowid`` names the column that is the row's number, which is not in the record; None for tables without it.
    ``kinds`` are the types of the first columns that can be nothing else.
    """

    table: str
    columns: tuple[str, ...]
    fewest: int
    rowid: str | None
    kinds: tuple[type, ...]


class Row(NamedTuple):
    """A row as a page has it."""

    shape: Shape
    values: Record


_NONE = type(None)
_LOG = ("uid", "layer", "at", "author", "name", "removed", "added")
_SHARED = ("state", "score", "rule", "note", "flags", "extra", "text")
SHAPES = (
    Shape("value", ("key", "value"), 2, None, (str, str)),
    Shape("article", ("key", "id", "title", "digest", "length", "sought", "added_at"), 7, "key", (_NONE,)),
    Shape("article_text", ("article", "text", "meta"), 3, "article", (_NONE,)),
    Shape(
        "layer",
        ("key", "article", "annotator", "status", "note", "flags", "extra", "settled", "total", "started_at",
         "changed_at"),
        11, "key", (_NONE, int),
    ),
    Shape("actor", ("layer", "id", "name", "kind", "note", "extra", "aliases", "source"), 6, None, (int, str)),
    Shape(
        "entity", ("layer", "id", "label", "start", "end", "actor", *_SHARED, "guessed"), 13, None, (int, str, str, int)
    ),
    Shape(
        "quotation",
        ("layer", "id", "form", "start", "end", "ranges", "cue_start", "cue_end", "mention_start", "mention_end",
         "speaker", "parent", *_SHARED, "cue", "mention", "guessed"),
        21, None, (int, str, str, int),
    ),
    Shape("log", ("id", *_LOG, "undoes"), 9, "id", (_NONE, str, int)),
    Shape("assignment", ("article", "annotator", "at", "author", "start"), 4, None, (int, str)),
    Shape(
        "comment",
        ("id", "uid", "article", "annotator", "item", "at", "author", "text", "answers", "settles"),
        10, "id", (_NONE, str, int),
    ),
    Shape(
        "conflict",
        ("id", "uid", "layer", "item", "at", "author", "source", "base", "ours", "theirs", "settled_at", "settled_by",
         "choice"),
        13, "id", (_NONE, str, int),
    ),
    Shape(
        "branch",
        ("layer", "uid", "merge", "number", "at", "author", "name", "removed", "added"),
        9, None, (int, str, int, int),
    ),
    Shape("removed", ("article", "after", "at", "author"), 4, None, (int, int, str, str)),
    Shape(
        "article_log",
        ("id", "uid", "article", "act", "after", "at", "author", "name", "was", "becomes", "undoes"),
        11, "id", (_NONE, str, int, str, int),
    ),
    Shape(
        "source",
        ("id", "name", "kind", "gender", "aliases", "role", "note", "identifier", "merged", "extra"),
        10, None, (str, str),
    ),
    Shape(
        "source_log",
        ("id", "uid", "source", "act", "after", "at", "author", "name", "was", "becomes", "links", "undoes"),
        12, "id", (_NONE, str, str, str, int),
    ),
    Shape(
        "learned",
        ("id", "uid", "after", "at", "author", "name", "body", "undoes"),
        8, "id", (_NONE, str, int, str, str),
    ),
)  # fmt: skip
"""The tables of a project whose rows people made, as their rows stand on pages."""
_DEFAULTS = {"aliases": "[]", "guessed": "[]", "start": "proposals"}
"""What columns that a migration added are in rows that were written before it."""


class Pages:
    """The pages of a file, by number from 1; ``over`` are newer ones, of the WAL."""

    def __init__(self, data: bytes, over: dict[int, bytes] | None = None) -> None:
        self._data, self._over = data, over or {}
        head = self._over.get(1, data[:100])
        told = int.from_bytes(head[16:18], "big")
        told = 65536 if told == 1 else told
        sound = head[:16] == MAGIC and told in _PAGE_SIZES
        self.size = told if sound else PAGE_SIZE
        reserved = sum(head[20:21]) if sound else 0
        self.usable = self.size - (reserved if reserved <= _MOST_RESERVED else 0)
        self.count = max([-(-len(data) // self.size), *self._over])

    def page(self, number: int) -> bytes:
        """Return a page; what a file that was cut short lacks of it is zero bytes."""
        found = self._over.get(number)
        if found is None:
            found = self._data[(number - 1) * self.size : number * self.size]
        return found.ljust(self.size, b"\0")

    def free(self) -> set[int]:
        """Return the pages that the file says are in no use, as far as the list of them can be read."""
        found: set[int] = set()
        trunk = int.from_bytes(self.page(1)[32:36], "big")
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            count = int.from_bytes(page[4:8], "big")
            if count > self.usable // 4 - 2:
                return found
            found.update(struct.unpack_from(f">{count}I", page, 8))
            trunk = int.from_bytes(page[:4], "big")
        return found


def rows(pages: Pages) -> Iterator[Row]:
    """Yield every row of ours that a whole page has, in the order of the pages."""
    free = pages.free()
    for number in range(1, pages.count + 1):
        if number not in free:
            yield from _rows_of(pages, number)


def _rows_of(pages: Pages, number: int) -> Iterator[Row]:
    page, start = pages.page(number), 100 if number == 1 else 0
    kind = page[start]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + (12 if kind == _INDEX_INNER else 8)
    if first + 2 * count > pages.usable:
        return
    for at in struct.unpack_from(f">{count}H", page, first):
        if at >= first + 2 * count:
            try:
                found = _row(pages, page, at, kind)
            except (Damaged, IndexError, struct.error, OverflowError):
                continue
            if found is not None:
                yield found


def _row(pages: Pages, page: bytes, at: int, kind: int) -> Row | None:
    """Return the row of a cell; None where it is one of an index or of a table that is not ours."""
    if kind == _INDEX_INNER:
        at += 4
    size, at = _varint(page, at)
    rowid = 0
    if kind == _TABLE_LEAF:
        rowid, at = _varint(page, at)
    record = read_record(_payload(pages, page, at, size, kind))
    for shape in SHAPES:
        if (shape.rowid is not None) == (kind == _TABLE_LEAF) and _fits(shape, record):
            missing = shape.columns[len(record) :]
            values = [*record, *(_DEFAULTS.get(name) for name in missing)]
            if shape.rowid is not None:
                values[0] = rowid
            return Row(shape, values)
    return None


def _fits(shape: Shape, record: Sequence[Value]) -> bool:
    if not shape.fewest <= len(record) <= len(shape.columns):
        return False
    return all(isinstance(value, kind) for value, kind in zip(record, shape.kinds, strict=False))


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number as SQLite packs it (signed, 64 bits), and where it ends."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    value = value << 8 | data[at + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), at + 9


def _payload(pages: Pages, page: bytes, at: int, size: int, kind: int) -> bytes:
    """Return the bytes of a record; where its further pages are lost, bytes that are no text stand for them."""
    usable = pages.usable
    least = (usable - 12) * 32 // 255 - 23
    most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if not 0 < size <= pages.count * pages.size:
        raise Damaged("longer than the file")
    local = size if size <= most else least + (size - least) % (usable - 4)
    local = local if local <= most else least
    end = at + local
    if end + (4 if local < size else 0) > usable:
        raise Damaged("it leaves its page")
    if local == size:
        return page[at:end]
    parts, seen = [page[at:end]], set[int]()
    following = int.from_bytes(page[end : end + 4], "big")
    while 0 < following <= pages.count and following not in seen:
        seen.add(following)
        further = pages.page(following)
        parts.append(further[4:usable])
        following = int.from_bytes(further[:4], "big")
    return b"".join(parts)[:size].ljust(size, b"\xff")


def read_record(payload: bytes) -> Record:
    """Return the values of a record; text that is no UTF-8 stays bytes. Raises Damaged."""
    header, at = _varint(payload, 0)
    if not at <= header <= len(payload):
        raise Damaged("a header that leaves the record")
    types: list[int] = []
    while at < header:
        kind, at = _varint(payload, at)
        if kind < 0 or kind in (10, 11):
            raise Damaged("a type that there is not")
        types.append(kind)
    at, found = header, Record()
    for kind in types:
        size = (kind - 12) // 2 if kind >= 12 else _INTEGERS.get(kind, 8 if kind == 7 else 0)
        if at + size > len(payload):
            raise Damaged("a value that leaves the record")
        found.append(_value(kind, payload[at : at + size]))
        at += size
    return found


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return data if kind % 2 == 0 else text_or_bytes(data)
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind == 0:
        return None
    return kind - 8 if kind in (8, 9) else int.from_bytes(data, "big", signed=True)


def text_or_bytes(data: bytes) -> str | bytes:
    """Return a text, or its bytes where they are no UTF-8: one such value must not hide the rest of its table."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


# -- the WAL ---------------------------------------------------------------------------------------------------------


_ORDERS = {b"\x37\x7f\x06\x82": "<", b"\x37\x7f\x06\x83": ">"}
"""How a WAL begins, and the order of bytes that its sums are made in."""


def wal_pages(wal: bytes) -> dict[int, bytes]:
    """Return the pages of all whole transactions of a WAL, the newest of each."""
    head = wal[:24].ljust(24, b"\0")
    order = _ORDERS.get(head[:4])
    size = int.from_bytes(head[8:12], "big")
    if order is None or size not in _PAGE_SIZES:
        return {}
    done: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    sums = _checksum(head, (0, 0), order)
    for at in range(32, len(wal) - size - 23, 24 + size):
        frame = wal[at : at + 24]
        page = wal[at + 24 : at + 24 + size]
        sums = _checksum(page, _checksum(frame[:8], sums, order), order)
        if frame[8:16] != wal[16:24] or sums != struct.unpack(">II", frame[16:24]):
            break
        number, commit = struct.unpack(">II", frame[:8])
        pending[number] = page
        if commit:
            done.update(pending)
            done = {one: kept for one, kept in done.items() if one <= commit}
            pending = {}
    return done


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = sums
    for left, right in struct.iter_unpack(order + "II", data):
        one = (one + left + two) & 0xFFFFFFFF
        two = (two + right + one) & 0xFFFFFFFF
    return one, two
