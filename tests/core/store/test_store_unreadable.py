"""What of a file cannot be read is told as that, wherever it is read: the logs and the register; and why, in words."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.model import edits
from core.model.knowledge import Ruling, Switch
from core.model.register import Source, add
from core.store import Change, KnowledgeLog, Project, Registers, worklog
from core.store.reasons import reason_of
from core.store.rows import BadRow
from core.store.search_index import registered
from tests.store_samples import annotated, do
from tests.store_samples import work as begun


def spoilt(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(statement)
        db.commit()


def knowledge(project: Project) -> object:
    return KnowledgeLog(project).acts()


def work(project: Project) -> object:
    return list(worklog.edits(project))


def sources(project: Project) -> object:
    with project._reading() as db:
        return registered.read(db, project.path)


@pytest.mark.parametrize(
    ("statement", "read", "reason"),
    [
        ("UPDATE learned SET body = x'ff'", knowledge, "the log of the knowledge cannot be read: "),
        ("UPDATE learned SET body = '{'", knowledge, "the log of the knowledge cannot be read: "),
        ("UPDATE log SET at = 'once'", work, "the log cannot be read: "),
        ("UPDATE log SET added = x'ff'", work, "the log cannot be read: "),
        ("UPDATE source SET name = x'ff'", sources, "the register cannot be read: "),
    ],
)
def test_a_row_that_makes_no_sense_is_told_with_the_file(
    tmp_path: Path, statement: str, read: Callable[[Project], object], reason: str
) -> None:
    path = tmp_path / "п.citata"
    with annotated(path) as project:
        KnowledgeLog(project).add(Change(Ruling.SWITCH, Switch(True)))
        Registers(project).change("add-source", add(Source(id="s_1", name="Пётр Лугин")))
        do(project, edits.set_note(begun(project), "q_1", "раз"))
        assert read(project)
    spoilt(path, statement)
    with Project.open(path, "Анна", read_only=True) as project:
        with pytest.raises(UserError) as told:
            read(project)
        assert told.value.code == "file-damaged"
        assert told.value.facts["path"] == str(path)
        assert str(told.value.facts["reason"]).startswith(reason)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (BadRow("its id is no text"), "its id is no text"),
        (sqlite3.DatabaseError("database disk image is malformed"), "database disk image is malformed"),
        (RecursionError("maximum recursion depth exceeded"), "its JSON is nested too deeply"),
        (msgspec.DecodeError("JSON is malformed"), "its JSON makes no sense: JSON is malformed"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "it has text that is no UTF-8"),
        (KeyError("q1"), "it names what is not there"),
        (IndexError("list index out of range"), "it names what is not there"),
        (TypeError("unhashable type"), "a value of it has a wrong type"),
        (ValueError("no"), "a value of it has a wrong type"),
    ],
)
def test_why_something_cannot_be_read(error: Exception, words: str) -> None:
    assert reason_of(error) == words
