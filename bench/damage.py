"""Damage a project of three annotators in every way, and see what opening, checking and repairing make of it.

    python bench/damage.py [--count 400] [--seed 1] [--only noise,header] [--keep FOLDER]

Each damaged file is opened, verified and repaired in a process of its own. Counted are processes that ended with a
traceback, repaired files that do not pass ``verify``, and items that are gone, changed or back again without being
named in the report. A file may be refused, with a sentence, where nothing in it can be read. The last line is JSON;
with ``--keep`` the files of every fault stay in FOLDER.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import msgspec

from core.errors import UserError
from core.model import AUTO, Actor, Article, Entity, Form, Item, Quotation, Range, State, Status, edits
from core.model.layer import Layer
from core.model.text import digest
from core.store import (
    Assignment,
    Project,
    Reviews,
    back_up_now,
    merge_copy,
    open_conflicts,
    repair,
    verify,
)

ANNOTATORS = ("Анна", "Борис", "Вера")
PAGE = 4096
Damage = Callable[[Path, random.Random], str]

# -- the project -------------------------------------------------------------------------------------------------------


def make_project(path: Path) -> None:
    """Make a project with layers of three annotators, comments, assignments, a backup, and edits since it."""
    draw = random.Random(7)
    with Project.create(path, "Анна") as project:
        for number in range(6):
            words = " ".join(f"слово{draw.randrange(1000)}" for _ in range(220 + 400 * (number == 5)))
            text = f"«Мост № {number} откроют», — сказала Нина Белова. {words}."
            article = Article(id=f"статья-{number}", title=f"Мост {number}", text=text, digest=digest(text), meta={})
            project.add_article(article)
            project.commit(auto := project.working_layer(article.id, AUTO), edits.fill(auto, proposals(text, draw)))
        for annotator in ANNOTATORS:
            project.author = annotator
            work(project, draw, 14)
        Reviews(project).assign([Assignment(article=f"статья-{n}", annotator=ANNOTATORS[n % 3]) for n in range(6)])
        for number in range(12):
            thread = Reviews(project).comment(f"статья-{number % 6}", ANNOTATORS[number % 3], f"Почему? {number}")
            Reviews(project).answer(thread.id, "Потому.", settles=number % 2 == 0)
        project.set_value("place", {"article": "статья-1"})
        other = path.with_name("other.citata")
        project.save_copy(other)
        with Project.open(other, "Глеб") as copy:
            copy.author = "Анна"
            work(copy, draw, 3)
        work(project, draw, 3)
        merge_copy(project, other)
        back_up_now(path, "manual")
        for annotator in ANNOTATORS:
            project.author = annotator
            work(project, draw, 8)


def proposals(text: str, draw: random.Random) -> list[Item]:
    actors = [Actor(id=f"a_{n}", name=f"Имя {n}") for n in range(3)]
    starts = draw.sample(range(60, len(text) - 40), 48)
    entities = [
        Entity(
            id=f"e_{n}",
            label="PER",
            range=Range(at, at + 6),
            actor=f"a_{n % 3}" if n % 4 == 0 else None,
            score=0.5,
            state=State.AUTO,
        )
        for n, at in enumerate(starts)
    ]
    quotations = [
        Quotation(
            id=f"q_{n}",
            form=Form.DIRECT,
            ranges=(Range(n * 9, n * 9 + 8),),
            speaker=f"a_{n % 3}",
            cue=Range(20, 25),
            state=State.AUTO,
        )
        for n in range(4)
    ]
    return [*actors, *entities, *quotations]


def work(project: Project, draw: random.Random, count: int) -> None:
    """Make edits of every kind in the author's layers of all articles."""
    for row in project.article_rows(project.author):
        layer = project.working_layer(row.id, project.author)
        for number in range(count):
            at = draw.randrange(len(layer.article.text) - 12)
            names = [item.id for item in layer.annotations()]
            one = draw.choice(names)
            edit = (
                edits.add_entity("ORG", Range(at, at + 5)),
                edits.set_note(layer, one, f"заметка {at}"),
                edits.add_quotation(Form.INDIRECT, [Range(at, at + 9)]),
                edits.delete(layer, [one]),
                edits.set_status(layer, draw.choice((Status.IN_PROGRESS, Status.DONE))),
            )[number % 5]
            with contextlib.suppress(UserError):
                layer, _ = project.commit(layer, edit)


def snapshot(path: Path) -> dict[str, Any]:
    """Return all that a project holds, as plain values."""
    with Project.open(path, "damage", read_only=True) as project:
        found = {(article.id, layer.annotator): layer for article, layer in project.records()}
        rows = project.article_rows("damage")
        return {
            "layers": {"\t".join(name): items_of(layer) for name, layer in found.items()},
            "texts": {row.id: project.article(row.id).digest for row in rows},
            "comments": sorted(f"{c.article} {c.author} {c.text}" for c in Reviews(project).comments()),
            "assignments": sorted(f"{a.article} {a.annotator}" for a in Reviews(project).assignments()),
            "conflicts": sorted(f"{c.article} {c.conflict.item}" for c in open_conflicts(project)),
            "values": json.dumps(project.value("place")),
        }


def items_of(layer: Layer) -> dict[str, Any]:
    return {item.id: msgspec.to_builtins(item) for item in layer.everything()}


# -- damages -----------------------------------------------------------------------------------------------------------


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
    return set_values(path, draw, ("x'00ff'", "-7", "'слово'", "3.5", "''", "9223372036854775807"), COLUMNS)


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

# -- one damaged file, in a process of its own -------------------------------------------------------------------------


def examine(path: Path) -> dict[str, Any]:
    """Open, verify and repair the file; a known trouble is a code here, anything else ends the process."""
    found: dict[str, Any] = {"opened": use(path)}
    try:
        found["findings"] = [str(one) for one in verify(path).findings]
    except UserError as error:
        found["findings"] = [str(error)]
    out = path.with_name("repaired.citata")
    try:
        report = repair(path, out)
    except UserError as error:
        found["refused"] = error.code
        return found
    found["report"] = msgspec.to_builtins(report)
    found["sentences"] = [str(one) for one in report.repaired]
    found["still"] = [str(one) for one in verify(out).findings]
    found["after"] = snapshot(out)
    return found


def use(path: Path) -> str:
    """Open a copy as the window does and read all of it; return the code of what stopped that."""
    copy = path.with_name("used.citata")
    shutil.copyfile(path, copy)
    try:
        with Project.open(copy, "Анна") as project:
            codes = set()
            reads: list[Callable[[], object]] = [
                project.annotators, project.labels_used, project.flags_used, project.digests, project.scope,
                lambda: project.value("place"), lambda: open_conflicts(project), lambda: Reviews(project).comments(),
                lambda: Reviews(project).assignments(), lambda: Reviews(project).states(),
                lambda: list(project.records()), lambda: str(project.article_rows("Анна")),
            ]  # fmt: skip
            for row in [f"статья-{number}" for number in range(6)]:
                reads += [
                    lambda row=row: project.working_layer(row, "Анна"),
                    lambda row=row: project.history(row, "Анна"),
                ]
            for read in reads:
                try:
                    read()
                except UserError as error:
                    codes.add(error.code)
            return " ".join(sorted(codes)) or "ok"
    except UserError as error:
        return error.code


# -- what is missing without a word ------------------------------------------------------------------------------------


def silent(before: dict[str, Any], found: dict[str, Any]) -> tuple[int, int, int, list[str]]:
    """Return how many items are lost or otherwise than they were, and how many of those are named.

    And how many no place of the file names, in layers that are said to be incomplete; and what is lost in silence.
    """
    report, after = found["report"], found["after"]
    if any(one["code"] == "repair-id" for one in report["repaired"]):
        after = with_old_ids(before, after)
    lines = [msgspec.json.decode(line) for line in (*report["lost"], *report["restored"])]
    named = {(one["article"], one["annotator"], one.get("id") or one["item"]["id"]) for one in lines}
    facts = [one["facts"] for one in report["repaired"]]
    named |= {(one["article"], one["annotator"], one["item"]) for one in facts if "item" in one and "article" in one}
    heads = {
        (one["facts"]["article"], one["facts"]["annotator"])
        for one in report["repaired"]
        if one["code"] == "repair-head"
    }
    named |= {(*one, "head") for one in heads}
    by_number = {one[2] for one in named if one[0] == "?" or one[1].startswith("layer ")}
    unnamed: list[str] = []
    lost = listed = 0
    for name, items in before["layers"].items():
        article, annotator = name.split("\t")
        now = after["layers"].get(name, {})
        gone_layer = name not in after["layers"]
        for item in items.keys() | now.keys():
            if items.get(item) == now.get(item):
                continue
            if item == "head" and gone_layer:
                continue
            lost += 1
            if (article, annotator, item) in named or item in by_number:
                listed += 1
            else:
                how = "lost" if item not in now else "back" if item not in items else "changed"
                unnamed.append(f"{how} {article} {annotator} {item}")
    said_of = ("repair-uncounted", "repair-layer-lost")
    torn = {
        (one["facts"]["article"], one["facts"]["annotator"]) for one in report["repaired"] if one["code"] in said_of
    }
    guessed = {one["facts"]["article"] for one in report["repaired"] if one["code"] == "repair-layer-guessed"}
    without = [one for one in unnamed if tuple(one.split(" ")[1:3]) in torn or one.split(" ")[1] in guessed]
    unnamed = [one for one in unnamed if one not in without]
    said = "\n".join(found["sentences"])
    for article, text in before["texts"].items():
        if after["texts"].get(article) != text and article not in said and "article number" not in said:
            unnamed.append(f"text of {article}")
    for what, table in (
        ("comments", "comment"),
        ("assignments", "assignment"),
        ("conflicts", "conflict"),
        ("values", "value"),
    ):
        lost_text = any(
            code["code"].startswith(("repair-article", "repair-id", "repair-layer-lost")) for code in report["repaired"]
        )
        if before[what] != after[what] and f"table {table}" not in said and not lost_text:
            unnamed.append(f"{what}: {before[what]} {after[what]}"[:300])
    return lost, listed, len(without), unnamed


def with_old_ids(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what a repaired project holds under the ids that its texts had: it says of which it is not certain."""
    ids = {text: article for article, text in before["texts"].items()}
    old = {article: ids.get(text, article) for article, text in after["texts"].items()}
    layers = {f"{old[name.split(chr(9))[0]]}\t{name.split(chr(9))[1]}": held for name, held in after["layers"].items()}
    return after | {"layers": layers, "texts": {old[article]: text for article, text in after["texts"].items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=420)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--examine", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.examine:
        print(json.dumps(examine(chosen.examine)))
        return
    kinds = [kind for kind in DAMAGES if not chosen.only or kind in chosen.only.split(",")]
    came = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="citata-damage-") as made:
        folder = Path(made)
        sound = folder / "sound" / "p.citata"
        sound.parent.mkdir()
        make_project(sound)
        before = json.loads(json.dumps(snapshot(sound)))  # as it comes from the other process
        for number in range(chosen.count):
            kind = kinds[number % len(kinds)]
            one_damage(
                folder, sound, before, (number, kind), random.Random(f"{chosen.seed} {number}"), came, chosen.keep
            )
    for kind in kinds:
        print(f"{kind:12}", ", ".join(f"{came[f'{kind} {what}']} {what}" for what in OUTCOMES))
    totals = {what: sum(came[f"{kind} {what}"] for kind in kinds) for what in OUTCOMES}
    print(
        json.dumps({"bench": "damage", **totals, "faults": totals["tracebacks"] + totals["unsound"] + totals["silent"]})
    )
    sys.exit(bool(totals["tracebacks"] + totals["unsound"] + totals["silent"]))


OUTCOMES = (
    "damages",
    "tracebacks",
    "refused",
    "repaired",
    "unsound",
    "unnoticed",
    "items",
    "listed",
    "nameless",
    "silent",
)
"""Files; processes that failed; refused with a sentence; repaired; not sound after it; differing although ``verify``
found nothing; items lost or not as they were; those that the report names; those without a name left, in layers that
it says are incomplete; those that it does not tell of."""


def one_damage(
    folder: Path,
    sound: Path,
    before: dict[str, Any],
    which: tuple[int, str],
    draw: random.Random,
    came: Counter[str],
    keep: Path | None,
) -> None:
    """Damage a copy of the project, with its backups every second time, and count what came of it."""
    number, kind = which
    place = folder / f"{number}"
    place.mkdir()
    path = place / "p.citata"
    shutil.copyfile(sound, path)
    backed = draw.random() < 0.5
    if backed:
        shutil.copytree(sound.with_name("p.citata-backups"), place / "p.citata-backups")
    what = f"{number} {kind}{' (backup)' if backed else ''}: {DAMAGES[kind](path, draw)}"
    if keep is not None:
        shutil.copyfile(path, place / "damaged.citata")
    done = subprocess.run(
        [sys.executable, __file__, "--examine", str(path)], capture_output=True, text=True, timeout=300, check=False
    )
    came[f"{kind} damages"] += 1
    faults: list[str] = []
    if done.returncode:
        came[f"{kind} tracebacks"] += 1
        faults = done.stderr.strip().splitlines()[-12:]
    else:
        faults = judge(before, json.loads(done.stdout.splitlines()[-1]), kind, came, what)
    if faults:
        print(what, *faults[:12], sep="\n    ", flush=True)
    if faults and keep is not None:
        shutil.copytree(place, keep / f"{number}-{kind}", dirs_exist_ok=True)
    shutil.rmtree(place)


def judge(before: dict[str, Any], found: dict[str, Any], kind: str, came: Counter[str], what: str) -> list[str]:
    """Count what came of one file; return what must not be."""
    if "refused" in found:
        came[f"{kind} refused"] += 1
        print(f"refused ({found['refused']}): {what}")
        return []
    came[f"{kind} repaired"] += 1
    lost, listed, nameless, unnamed = silent(before, found)
    counts = {"items": lost, "listed": listed, "nameless": nameless, "silent": len(unnamed)}
    came.update({f"{kind} {what}": number for what, number in counts.items()})
    if found["still"]:
        came[f"{kind} unsound"] += 1
    if lost and not found["findings"]:
        came[f"{kind} unnoticed"] += 1
    return [*unnamed, *(f"still: {one}" for one in found["still"])]


if __name__ == "__main__":
    main()
