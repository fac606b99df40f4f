"""The words of the corpus in the index: their forms and lemmas, where each stands, and which stands where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.store import rows
from core.store.database import Database
from core.store.search_index.packing import Numbers, Spoilt, pack, pack_rising, unpack, unpack_rising

CHUNK = 1 << 16
"""Words in one row of ``stream``, and those whose beginnings of paragraphs are one row of ``paragraph``."""
SEGMENTS = 1 << 20
"""Numbers of segments that a word has room for in the key of a posting."""
SMALL = 1 << 18
"""Words of a segment from which on it is left as it is; smaller ones are put together as they come."""
BETWEEN = 0
"""What stands between two articles in the stream."""

Lemmas = Callable[[str], Iterable[str]]


# -- the forms -------------------------------------------------------------------------------------------------------


def ids_of(db: Database, forms: Sequence[str]) -> dict[str, int]:
    """Return the numbers of those forms that the corpus has."""
    found = db.conn.execute(
        "SELECT form, id FROM word WHERE form IN (SELECT value FROM json_each(?))", (rows.write_json(list(forms)),)
    )
    return dict(found.fetchall())


def add_forms(db: Database, forms: Sequence[str], lemmas: Lemmas) -> dict[str, int]:
    """Return the numbers of forms; those that are new get one, and their lemmas."""
    known = ids_of(db, forms)
    last = int(db.conn.execute("SELECT coalesce(max(id), 0) FROM word").fetchone()[0])
    new = {form: last + at for at, form in enumerate((one for one in forms if one not in known), 1)}
    db.conn.executemany("INSERT INTO word (id, form) VALUES (?, ?)", [(id_, form) for form, id_ in new.items()])
    pairs = sorted((lemma, id_) for form, id_ in new.items() for lemma in set(lemmas(form)))
    db.conn.executemany("INSERT INTO lemma (lemma, word) VALUES (?, ?)", pairs)
    return known | new


def ids_of_lemmas(db: Database, lemmas: Sequence[str]) -> list[int]:
    """Return the numbers of all forms that may belong to one of the lemmas."""
    sql = "SELECT DISTINCT word FROM lemma WHERE lemma IN (SELECT value FROM json_each(?))"
    return [int(row[0]) for row in db.conn.execute(sql, (rows.write_json(list(lemmas)),))]


def forms_like(db: Database, beginning: str) -> list[tuple[int, str]]:
    """Return the forms, with their numbers, that begin so."""
    end = beginning + "\U0010ffff"
    sql = "SELECT id, form FROM word WHERE form >= ? AND form < ?" if beginning else "SELECT id, form FROM word"
    return [(int(id_), str(form)) for id_, form in db.conn.execute(sql, (beginning, end) if beginning else ())]


def forms_of(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """Return the forms of some numbers."""
    sql = "SELECT id, form FROM word WHERE id IN (SELECT value FROM json_each(?))"
    return dict(db.conn.execute(sql, (rows.write_json([int(one) for one in ids]),)).fetchall())


# -- where they stand ------------------------------------------------------------------------------------------------


def end_of(db: Database) -> int:
    """Return the number that the next article's first word gets."""
    return int(db.conn.execute('SELECT coalesce(max("end"), 0) FROM segment').fetchone()[0])


def append(db: Database, ids: NDArray[np.uint32]) -> None:
    """Add words, articles parted by ``BETWEEN`` and the last one too, as a segment of their own."""
    start = end_of(db)
    _append_stream(db, start, ids)
    number = int(db.conn.execute("SELECT coalesce(max(id), 0) + 1 FROM segment").fetchone()[0])
    _write_segment(db, number, start, ids)
    _put_together(db)


def _append_stream(db: Database, start: int, ids: NDArray[np.uint32]) -> None:
    chunk, inside = divmod(start, CHUNK)
    if inside:
        before = stream(db, start - inside, start)
        ids = np.concatenate([before, ids])
    pieces = [(chunk + at // CHUNK, pack(ids[at : at + CHUNK])) for at in range(0, len(ids), CHUNK)]
    sql = "INSERT INTO stream (chunk, ids) VALUES (?, ?) ON CONFLICT (chunk) DO UPDATE SET ids = excluded.ids"
    db.conn.executemany(sql, pieces)


def append_paragraphs(db: Database, starts: Sequence[int]) -> None:
    """Add words, rising and after all that are there, that begin a paragraph."""
    found = np.array(starts, np.int64)
    edges = np.flatnonzero(np.diff(found // CHUNK)) + 1
    for piece in np.split(found, edges):
        if len(piece):
            chunk = int(piece[0]) // CHUNK
            every = np.concatenate([_paragraphs(db, [chunk]), piece])
            sql = (
                "INSERT INTO paragraph (chunk, starts) VALUES (?, ?)"
                " ON CONFLICT (chunk) DO UPDATE SET starts = excluded.starts"
            )
            db.conn.execute(sql, (chunk, pack_rising(every)))


def _paragraphs(db: Database, chunks: Sequence[int]) -> Numbers:
    sql = "SELECT starts FROM paragraph WHERE chunk IN (SELECT value FROM json_each(?)) ORDER BY chunk"
    found = [unpack_rising(row[0]) for row in db.conn.execute(sql, (rows.write_json(list(chunks)),))]
    return np.concatenate(found) if found else np.empty(0, np.int64)


def begin_paragraphs(db: Database, positions: Numbers) -> NDArray[np.bool_]:
    """Return which of some rising positions begin a paragraph, the first of their articles left aside."""
    chunks = positions // CHUNK
    starts = _paragraphs(db, chunks[np.append(True, np.diff(chunks) > 0)].tolist() if len(chunks) else [])
    if not len(starts):
        return np.zeros(len(positions), bool)
    at = np.minimum(np.searchsorted(starts, positions), len(starts) - 1)
    return np.asarray(starts[at] == positions)


def _write_segment(db: Database, number: int, start: int, ids: NDArray[np.uint32]) -> None:
    order = np.argsort(ids, kind="stable")
    sorted_ids = ids[order]
    edges = np.flatnonzero(np.diff(sorted_ids)) + 1
    starts = np.concatenate([[0], edges, [len(ids)]])
    places = order + start
    db.conn.executemany(
        "INSERT INTO posting (key, positions) VALUES (?, ?)",
        (
            (int(sorted_ids[low]) * SEGMENTS + number, pack_rising(places[low:high]))
            for low, high in pairwise(starts)
            if sorted_ids[low] != BETWEEN
        ),
    )
    db.conn.execute('INSERT INTO segment (id, start, "end") VALUES (?, ?, ?)', (number, start, start + len(ids)))


def _put_together(db: Database) -> None:
    """Make one segment of the last two while they are small and alike in size: few remain, and words move rarely."""
    while True:
        last = db.conn.execute('SELECT id, start, "end" FROM segment ORDER BY id DESC LIMIT 2').fetchall()
        if len(last) < 2:
            return
        (new, middle, end), (old, start, _) = last
        if middle - start >= SMALL or middle - start > 2 * (end - middle):
            return
        ids = stream(db, start, end)
        words = np.unique(ids)
        keys = ((int(word) * SEGMENTS + number,) for number in (old, new) for word in words)
        db.conn.executemany("DELETE FROM posting WHERE key = ?", keys)
        db.conn.execute("DELETE FROM segment WHERE id IN (?, ?)", (old, new))
        _write_segment(db, old, start, ids)


def positions(db: Database, word: int) -> Numbers:
    """Return where a word stands, by its number, rising."""
    sql = "SELECT positions FROM posting WHERE key BETWEEN ? AND ? ORDER BY key"
    found = [unpack_rising(row[0]) for row in db.conn.execute(sql, (word * SEGMENTS, word * SEGMENTS + SEGMENTS - 1))]
    if not found:
        return np.empty(0, np.int64)
    return found[0] if len(found) == 1 else np.concatenate(found)


def stream(db: Database, start: int, end: int) -> NDArray[np.uint32]:
    """Return the numbers of the words from one position to another."""
    first, last = start // CHUNK, -(-end // CHUNK)
    sql = "SELECT ids FROM stream WHERE chunk >= ? AND chunk < ? ORDER BY chunk"
    pieces = [unpack(row[0]) for row in db.conn.execute(sql, (first, last))]
    found = np.concatenate(pieces) if pieces else np.empty(0, np.uint32)
    out = found[start - first * CHUNK : end - first * CHUNK]
    if len(out) != end - start:
        raise Spoilt("a piece of the corpus is missing")
    return out


def words_beside(
    db: Database, positions: Numbers, shifts: Sequence[int], going_on: Callable[[], bool]
) -> list[NDArray[np.uint32]] | None:
    """Return which words stand so many words from rising positions, a list for every shift.

    ``BETWEEN`` before the first and after the last word; each chunk is read once or twice. None where ``going_on``
    ends it.
    """
    out = [np.full(len(positions), BETWEEN, np.uint32) for _ in shifts]
    last = end_of(db)
    edges = np.concatenate([[0], np.flatnonzero(np.diff(positions // CHUNK)) + 1, [len(positions)]])
    for low, high in pairwise(edges):
        if low == high:
            continue
        if not going_on():
            return None
        some = positions[low:high]
        start = max(0, int(some[0]) + min(shifts))
        ids = stream(db, start, max(start, min(last, int(some[-1]) + max(shifts) + 1)))
        for column, shift in zip(out, shifts, strict=True):
            at = some + shift - start
            there = (at >= 0) & (at < len(ids))
            column[low:high][there] = ids[at[there]]
    return out
