"""What verifying finds and repairing does where one value of one row is spoilt: every column, several values."""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from core.errors import UserError
from core.model import Actor, Entity, Form, Quotation, Range, edits
from core.model.details import change_details, remove
from core.model.knowledge import Ruling, Switch
from core.model.layer import Edit
from core.model.register import Source, add, describe
from core.store import (
    ArticleQuery,
    Assignment,
    Change,
    KnowledgeLog,
    Links,
    Project,
    Registers,
    Reviews,
    back_up_now,
    repair,
    verify,
)
from core.store.backups import folder_of
from core.store.pages import SHAPES, Shape
from tests.golden import same_as_golden
from tests.store_samples import annotated, do, work

GOLDEN = Path(__file__).parent / "golden" / "repair"
VALUES = (("NULL", False), ("'⌧'", False), ("-1", False), ("x'ff00'", False), ("x'ff00'", True))
"""What a column is set to, and whether there is a backup."""
EDITED = [shape for shape in SHAPES if shape.table in ("removed", "article_log", "source", "source_log", "learned")]
FILLED = [shape for shape in SHAPES if shape not in EDITED and shape.table not in ("conflict", "branch")]
_RANDOM = re.compile(r"\b[0-9a-f]{16}\b")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)?")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an actor, entities, nested quotations, notes, comments, an assignment; nothing in it is random."""
    path = tmp_path_factory.mktemp("made") / "п.citata"
    with annotated(path) as project:
        one = Actor(id="a_1", name="Анна Зуева", aliases=("Зуева",))
        items = (
            one,
            Entity(id="e_3", label="PER", range=Range(6, 12), actor="a_1"),
            Quotation(id="q_3", form=Form.INDIRECT, ranges=(Range(30, 60),), speaker="a_1", note="да"),
            Quotation(id="q_4", form=Form.DIRECT, ranges=(Range(35, 40),), cue=Range(14, 20), parent="q_3"),
        )
        do(project, Edit("add-entity", (), items))
        do(project, edits.set_note(work(project), "q_3", "заметка"))
        do(project, edits.set_note(work(project, "a-2"), "head", "о статье"), "a-2")
        reviews = Reviews(project)
        reviews.comment("a-1", "Анна", "Почему?")
        reviews.comment("a-1", "Анна", "Потому.", item="q_3")
        reviews.assign([Assignment(article="a-2", annotator="Анна"), Assignment(article="a-2", annotator="Борис")])
        project.set_value("place", 7)
    shutil.rmtree(folder_of(path), ignore_errors=True)  # the day's own, where its thread was quick enough
    back_up_now(path, "manual")
    return path


@pytest.fixture(scope="module")
def edited(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project after a title was edited and another article removed, backed up after it."""
    path = Path(shutil.copy(made, tmp_path_factory.mktemp("edited") / "п.citata"))
    with Project.open(path, "Анна") as project:
        article = project.article("a-1")
        project.change_articles([change_details(article, "Цех", {"source": "Голос"})], "set-details")
        project.change_articles(remove(["a-2"]), "remove-article")
        source = Source(id="s_1", name="Анна Зуева", aliases=("Зуева",), role="мэр", identifier="Q1")
        Registers(project).change("add-source", add(source), [Links("a-1", "Анна", ("a_1",), "s_1")])
        Registers(project).change("describe-source", describe(source, replace(source, note="да")))
        knowledge = KnowledgeLog(project)
        switched = knowledge.add(Change(Ruling.SWITCH, Switch(True)))
        knowledge.add(Change(Ruling.UNDO, undoes=switched))
    shutil.rmtree(folder_of(path), ignore_errors=True)
    back_up_now(path, "manual")
    return path


def spoilt(made: Path, folder: Path, statement: str, *, backed: bool) -> Path | None:
    """Return a copy of the project after a statement; None where SQLite itself refuses it or it changes nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = Path(shutil.copy(made, folder / "п.citata"))
    if backed:
        shutil.copytree(folder_of(made), folder_of(path))
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = 1")
        db.execute("PRAGMA synchronous = OFF")
        try:
            changed = db.execute(statement).rowcount
        except sqlite3.Error:
            return None
        db.commit()
    return path if changed else None


def contents(path: Path) -> dict[str, str]:
    """Return what is in a project: texts, layers, items, and how many rows stand beside them."""
    found: dict[str, str] = {}
    with Project.open(path, "Анна", read_only=True) as project:
        for row in project.article_rows("Анна", ArticleQuery(removed=True)):
            found[row.id] = "removed"
        found |= {f"source {one.id}": str(one) for one in Registers(project).register()}
        found |= {f"knowledge {act.name}": f"{act.author} {act.body}" for act in KnowledgeLog(project).acts()}
        for act in project.article_acts():
            found[f"act {act.name} of {act.author}"] = str(act.edits)
        for article, layer in project.records():
            found[article.id] = f"{article.title} {article.meta} {article.text}"
            for item in layer.items.values():
                found[f"{layer.annotator} {article.id} {item.id}"] = msgspec.json.encode(item).decode()
    with contextlib.closing(sqlite3.connect(path)) as db:
        for table in ("log", "comment", "assignment", "value"):
            found[f"rows of {table}"] = str(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
    return found


def differences(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield f"now {name}: {after.get(name, 'gone')}"


def told(path: Path, made: Path, out: Path) -> str:
    """Return what verifying finds and repairing says of a file, and what is not as before in the repaired one."""
    lines = []
    try:
        lines += [f"found {one.code} {sorted(one.facts.items())}" for one in verify(path).findings]
        report = repair(path, out)
        lines += [f"repaired {one.code} {sorted(one.facts.items())}" for one in report.repaired]
        lines += [f"lost {one}" for one in report.lost]
        lines += [f"restored {one}" for one in report.restored]
        lines += [f"{report.articles} articles, {report.layers} layers, {report.uncounted} uncounted"]
        lines += ["complete" if report.complete else "not complete", *differences(contents(made), contents(out))]
    except UserError as error:
        lines.append(f"refused {error.code}")
    said = "\n".join(lines).replace(str(path.parent), "FOLDER").replace("\0", "␀")
    return _TIME.sub("TIME", _RANDOM.sub("RANDOM", said))


def row_of(shape: Shape, number: int) -> str:
    keys = [shape.rowid] if shape.rowid else list(shape.columns[: 1 if shape.table == "value" else 2])
    listed = ", ".join(keys)
    return f"({listed}) = (SELECT {listed} FROM {shape.table} ORDER BY {listed} LIMIT 1 OFFSET {number})"  # noqa: S608


@pytest.mark.parametrize("shape", FILLED, ids=[shape.table for shape in FILLED])
def test_one_value_spoilt(made: Path, tmp_path: Path, shape: Shape) -> None:
    every_value_spoilt(made, tmp_path, shape, 1)


@pytest.mark.parametrize("shape", EDITED, ids=[shape.table for shape in EDITED])
def test_one_value_of_the_edits_of_articles_spoilt(edited: Path, tmp_path: Path, shape: Shape) -> None:
    every_value_spoilt(edited, tmp_path, shape, 0)


def every_value_spoilt(made: Path, tmp_path: Path, shape: Shape, number: int) -> None:
    """Hold it against the golden file: what comes of it stands once, below all the changes that it comes of."""
    outcomes: dict[str, list[str]] = {}
    for column in shape.columns:
        for value, backed in VALUES:
            statement = f'UPDATE {shape.table} SET "{column}" = {value} WHERE {row_of(shape, number)}'  # noqa: S608
            path = spoilt(made, tmp_path / "f", statement, backed=backed)
            if path is not None:
                found = told(path, made, tmp_path / "f" / "цел.citata")
                outcomes.setdefault(found, []).append(f"{column} = {value}{' with a backup' * backed}")
    out = ["\n".join([*changes, *(f"  {line}" for line in found.split("\n"))]) for found, changes in outcomes.items()]
    same_as_golden(GOLDEN / f"{shape.table}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("backed", [False, True], ids=["alone", "with-backup"])
def test_rows_lost(made: Path, tmp_path: Path, backed: bool) -> None:
    out = []
    for shape in FILLED:
        for where in (row_of(shape, 0), row_of(shape, 1), "1"):
            statement = f"DELETE FROM {shape.table} WHERE {where}"  # noqa: S608
            path = spoilt(made, tmp_path / "f", statement, backed=backed)
            if path is not None:
                found = told(path, made, tmp_path / "f" / "цел.citata")
                out += [f"{shape.table}, {where[-1:]}", *(f"  {line}" for line in found.split("\n"))]
    same_as_golden(GOLDEN / f"lost-{'with-backup' if backed else 'alone'}.txt", "\n".join(out) + "\n")
