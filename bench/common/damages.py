"""The damages of ``bench/damage.py``: each changes a project file and says in a few words how."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
Damage = Callable[[Path, random.Random], str]


def overwrite(path: Path, at: int, data: bytes) -> None:
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(data)


def noise(path: Path, draw: random.Random) -> str:
    size = draw.choice((16, 200, 1000, PAGE, 9000, 9000, 20_000))
    at = draw.randrange(PAGE, path.stat().st_size - min(size, 9000))
    overwrite(path, at, draw.randbytes(size)[: path.stat().st_size - at])
    return f"{size} bytes at {at}"


def noise_page(path: Path, draw: random.Random) -> str:
    page = draw.randrange(1, path.stat().st_size // PAGE)
    overwrite(path, page * PAGE, draw.choice((draw.randbytes(PAGE), bytes(PAGE))))
    return f"page {page + 1}"


def root(path: Path, draw: random.Random) -> str:
    with contextlib.closing(sqlite3.connect(path)) as conn:
        found = conn.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 1").fetchall()
    names = draw.sample(found, draw.choice((1, 1, 2)))
    for _, page in names:
        overwrite(path, (page - 1) * PAGE, draw.randbytes(PAGE))
    return ", ".join(name for name, _ in names)


def first_page(path: Path, draw: random.Random) -> str:
    size = draw.choice((20, 500, PAGE))
    overwrite(path, draw.randrange(100) if size < PAGE else 0, draw.randbytes(size))
    return f"{size} bytes"


def header(path: Path, draw: random.Random) -> str:
    places = [draw.randrange(100) for _ in range(draw.randint(1, 3))]
    for at in places:
        overwrite(path, at, bytes([draw.randrange(256)]))
    return f"bytes {places}"


def flips(path: Path, draw: random.Random) -> str:
    data = bytearray(path.read_bytes())
    count = draw.choice((1, 3, 30))
    for _ in range(count):
        data[draw.randrange(PAGE, len(data))] ^= 1 << draw.randrange(8)
    path.write_bytes(data)
    return f"{count} bits"


def truncation(path: Path, draw: random.Random) -> str:
    size = path.stat().st_size
    left = draw.choice((draw.randrange(size), draw.randrange(size // PAGE) * PAGE, size - draw.randrange(1, PAGE)))
    with open(path, "r+b") as file:
        file.truncate(left)
    return f"{left} of {size} bytes"


def swapped(path: Path, draw: random.Random) -> str:
    data = bytearray(path.read_bytes())
    one, two = (draw.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]
    path.write_bytes(data)
    return f"pages {one // PAGE + 1} and {two // PAGE + 1}"


COLUMNS = {
    "value": ("value",),
    "article": ("id", "title", "digest", "length", "sought", "added_at"),
    "article_text": ("text", "meta"),
    "layer": ("annotator", "status", "note", "flags", "extra", "settled", "total", "started_at", "changed_at"),
    "actor": ("id", "name", "kind", "aliases", "note", "extra"),
    "entity": ("id", "label", "start", "end", "actor", "state", "score", "rule", "note", "flags", "extra", "text",
               "guessed"),
    "quotation": ("form", "start", "end", "ranges", "cue_start", "cue_end", "speaker", "parent", "state", "score",
                  "flags"),
    "log": ("uid", "layer", "at", "author", "name", "removed", "added", "undoes"),
    "assignment": ("annotator", "at", "author", "start"),
    "comment": ("uid", "annotator", "item", "at", "author", "text", "answers", "settles"),
    "conflict": ("uid", "item", "at", "base", "ours", "theirs", "choice"),
    "branch": ("uid", "merge", "number", "at", "removed", "added"),
}  # fmt: skip


def set_values(path: Path, draw: random.Random, values: tuple[object, ...], columns: dict[str, tuple[str, ...]]) -> str:
    """Set a column of one or some rows to something that it must not hold."""
    table = draw.choice(sorted(columns))
    column = draw.choice(columns[table])
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA ignore_check_constraints = 1")
        number = "rowid" if table in ("article", "article_text", "layer", "log", "comment", "conflict") else None
        names = {"entity": "id", "quotation": "id", "actor": "id", "value": "key", "branch": "uid"}
        key = number or names.get(table, "article")
        keys = [row[0] for row in conn.execute(f"SELECT DISTINCT {key} FROM {table}")]  # noqa: S608
        chosen = draw.sample(keys, min(len(keys), draw.choice((1, 1, 3))))
        value = draw.choice(values)
        sql = f'UPDATE OR IGNORE {table} SET "{column}" = {value} WHERE {key} = ?'  # noqa: S608
        for one in chosen:
            conn.execute(sql, (one,))
        conn.commit()
    return f"{table}.{column} = {str(value)[:30]} of {chosen}"


def wrong_type(path: Path, draw: random.Random) -> str:
    free = {"value": ("value",), "assignment": ("annotator",), "comment": ("annotator", "author", "text", "item")}
    columns = {  # without those in which -7 is as good a word as another
        table: kept
        for table, names in COLUMNS.items()
        if (kept := tuple(n for n in names if n not in free.get(table, ())))
    }
    return set_values(path, draw, ("x'00ff'", "-7", "'слово'", "3.5", "''", "9223372036854775807"), columns)


def undecodable(path: Path, draw: random.Random) -> str:
    return set_values(path, draw, ("CAST(x'd0' AS TEXT)", "CAST(x'41ffd0b041' AS TEXT)"), COLUMNS)


def score(path: Path, draw: random.Random) -> str:
    scores = {"entity": ("score",), "quotation": ("score",)}
    return set_values(path, draw, ("9e999", "-9e999", "'высокий'", "x'01'"), scores)


def deep_json(path: Path, draw: random.Random) -> str:
    columns = {
        "article_text": ("meta",), "layer": ("flags", "extra"), "actor": ("aliases", "extra"), "value": ("value",),
        "entity": ("flags", "extra", "guessed"), "quotation": ("flags", "extra", "ranges"),
        "log": ("removed", "added"), "branch": ("added",), "conflict": ("ours",),
    }  # fmt: skip
    deep = f"replace(hex(zeroblob({draw.choice((2000, 100_000))})), '00', '%s')"
    values = (deep % "[", f"'{{\"a\":' || {deep % '['}", f"({deep % '['} || {deep % ']'})")
    return set_values(path, draw, values, columns)


def missing_rows(path: Path, draw: random.Random) -> str:
    tables = ("entity", "quotation", "actor", "log", "article_text", "layer", "article")  # what others tell of
    table = draw.choice(tables)
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute(f"DELETE FROM {table} WHERE abs(random()) % {draw.choice((2, 10, 30))} = 0")  # noqa: S608
        conn.commit()
    return f"rows of {table}"


def dangling(path: Path, draw: random.Random) -> str:
    statement = draw.choice(
        (
            "UPDATE entity SET actor = 'nobody' WHERE actor = 'a_1'",
            "UPDATE quotation SET speaker = 'nobody', parent = id",
            "UPDATE log SET undoes = 100000 WHERE id % 7 = 0",
            "UPDATE log SET undoes = id WHERE id % 9 = 0",
            "UPDATE log SET layer = 77 WHERE id % 11 = 0",
            "UPDATE branch SET merge = 1",
            "UPDATE comment SET answers = id",
            "UPDATE layer SET article = 99 WHERE key = 3",
            'UPDATE entity SET start = start + 2, "end" = "end" + 2 WHERE id LIKE \'e_%1\'',
            "UPDATE entity SET \"end\" = 100000 WHERE id LIKE 'e_%2'",
            "UPDATE quotation SET ranges = '[[5,3]]' WHERE id = 'q_1'",
            'UPDATE log SET added = \'[{"item":"entity","id":"x","label":"PER","range":[1,1e999]}]\' WHERE id = 9',
            "UPDATE log SET added = removed WHERE id % 13 = 0",
        )
    )
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA ignore_check_constraints = 1")
        conn.execute(statement)
        conn.commit()
    return statement


DAMAGES: dict[str, Damage] = {
    "noise": noise, "page": noise_page, "root": root, "first-page": first_page, "header": header, "flips": flips,
    "truncation": truncation, "swapped": swapped, "type": wrong_type, "text": undecodable, "score": score,
    "deep": deep_json, "missing": missing_rows, "links": dangling,
}  # fmt: skip
