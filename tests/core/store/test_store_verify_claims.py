"""What docs/project-file.md says of every column is checked: a value that is not so is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.model.details import change_details, remove
from core.model.knowledge import Ruling, Switch
from core.model.register import Source, add
from core.store import Assignment, Change, KnowledgeLog, Project, Registers, Reviews, repair, verify
from tests.store_samples import annotated, some_work

TIME = "2026-01-01T00:00:00.000000Z"
CONFLICT = (
    "INSERT INTO conflict (uid, layer, item, at, author, source, base, ours, theirs, settled_at, settled_by, choice)"
    " VALUES ('0123456789abcdef', 2, 'e_1', '2026-01-01T00:00:00.000000Z', 'Анна', 'к', '[]', '[]',"
    " '[]', NULL, NULL, NULL)"
)
BRANCH = (
    "INSERT INTO branch VALUES ('0123456789abcdef', 2, 2, 0, '2026-01-01T00:00:00.000000Z', 'Анна', 'x', '[]', '[]')"
)
FOREIGN = "2026-01-01T00:00:00+03:00"

CLAIMS = {
    "article": (
        "id = '' WHERE key = 1", "title = 'Другой'", "digest = 'x'", "length = length + 1", "sought = ''",
        f"added_at = '{FOREIGN}'",
    ),
    "article_text": ("text = text || '!'", "meta = '{\"a\": 1}'", "meta = 'x'"),
    "layer": (
        "annotator = '' WHERE key = 2", "status = 'x'", "note = CAST(x'd0' AS TEXT)", "flags = '{}'", "extra = '[]'",
        "settled = settled + 1", "total = total + 1", f"started_at = '{FOREIGN}'", "changed_at = '2026'",
    ),
    "actor": ("kind = 'x'", "aliases = '{}'", "name = 'Другой'", "note = 'x'", "extra = '[]'", "source = 's_1'"),
    "entity": (
        "label = 'ORG'", "start = start + 1", '"end" = "end" + 1', "actor = 'x'", "state = 'x'", "guessed = '[\"x\"]'",
        "score = 9e999", "rule = 'x'", "note = 'x'", "flags = '{}'", "extra = '[]'", "text = 'x'",
    ),
    "quotation": (
        "form = 'x'", "start = start + 1", "ranges = '[]'", "cue_start = 0", "mention_end = 1000", "speaker = 'x'",
        "parent = 'x'", "state = 'x'", "guessed = '[\"x\"]'", "score = 'x'", "rule = 'x'", "note = 'x'",
        "flags = '{}'", "extra = '[]'", "text = 'x'", "cue = 'x'", "mention = 'x'",
    ),
    "log": (
        "uid = 'x' || id", f"at = '{FOREIGN}'", "author = ''", "name = ''", "removed = 'x'", "added = '[]'",
        "undoes = id", "layer = 77",
    ),
    "assignment": ("annotator = ''", f"at = '{FOREIGN}'", "author = ''", "start = 'x'", "article = 77"),
    "comment": (
        "uid = 'x' || id", "article = 77", "annotator = ''", "item = ''", f"at = '{FOREIGN}'", "author = ''",
        "text = CAST(x'd0' AS TEXT)", "answers = id", "settles = 2",
    ),
    "conflict": (
        "uid = 'x'", "layer = 77", "item = ''", f"at = '{FOREIGN}'", "author = ''", "source = x'00'", "base = '{}'",
        "ours = 'x'", "theirs = 'x'", f"settled_at = '{TIME}'", "settled_by = 'Анна'", "choice = 'x'",
    ),
    "branch": (
        "uid = 'x'", "merge = 77", "number = -1", f"at = '{FOREIGN}'", "author = ''", "name = ''", "removed = 'x'",
        "added = 'x'", "layer = 77",
    ),
    "value": ("value = 'x'",),
    "removed": ("article = 77", "after = 'x'", f"at = '{FOREIGN}'", "author = ''"),
    "source": (
        "id = 's_2'", "name = ''", "kind = 'x'", "gender = 'x'", "aliases = '{}'", "role = 'x'", "note = x'ff'",
        "identifier = 'x'", "merged = 's_9'", "extra = '[]'",
    ),
    "source_log": (
        "uid = 'x' || id", "source = 's_9'", "act = 'x'", "after = 'x'", f"at = '{FOREIGN}'", "author = ''",
        "name = ''", "was = '{}'", "becomes = 'null'", "links = '[1]'", "undoes = 'x'",
    ),
    "article_log": (
        "uid = 'x' || id", "article = 77", "act = 'x'", "after = 'x'", f"at = '{FOREIGN}'", "author = ''", "name = ''",
        "was = '{}'", "becomes = '{}'", "undoes = 'x'",
    ),
    "learned": (
        "uid = 'x' || id", "after = 'x'", f"at = '{FOREIGN}'", "author = ''", "name = ''", "body = '{}'",
        "body = 'x'", "undoes = 'x'",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("claims") / "п.citata"
    with annotated(path) as project:
        some_work(project, 4)
        thread = Reviews(project).comment("a-1", "Анна", "Почему?", item="q_1")
        Reviews(project).answer(thread.id, "Потому.", settles=True)
        Reviews(project).assign([Assignment(article="a-1", annotator="Анна")])
        project.set_value("place", {"article": "a-1"})
        project.change_articles([change_details(project.article("a-1"), "Цех", {"source": "Голос"})], "set-details")
        project.change_articles(remove(["a-2"]), "remove-article")
        Registers(project).change("add-source", add(Source(id="s_1", name="Пётр Лугин")))
        KnowledgeLog(project).add(Change(Ruling.SWITCH, Switch(True)))
    spoil(path, CONFLICT, BRANCH)
    assert verify(path).findings == []
    return path


def spoil(path: Path, *statements: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA ignore_check_constraints = 1")
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()


@pytest.mark.parametrize(("table", "change"), [(table, change) for table, found in CLAIMS.items() for change in found])
def test_every_column_is_checked(sound: Path, tmp_path: Path, table: str, change: str) -> None:
    path = tmp_path / "п.citata"
    path.write_bytes(sound.read_bytes())
    spoil(path, f"UPDATE {table} SET {change}")  # noqa: S608
    assert verify(path).findings != []
    out = tmp_path / "цел.citata"
    repair(path, out)
    assert verify(out).findings == []


def test_every_column_of_every_table_is_in_the_table(sound: Path) -> None:
    with Project.open(sound, "Анна", read_only=True):
        conn = sqlite3.connect(sound)
        tables = [name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {
            (table, row[1])
            for table in tables
            if table in CLAIMS
            for row in conn.execute(f"PRAGMA table_info({table})")
        }
        conn.close()
    assert {name for name in tables if not name.startswith(("sqlite_", "_"))} == CLAIMS.keys()
    claimed = {(table, change.split(" = ")[0].strip('"')) for table, found in CLAIMS.items() for change in found}
    keys = {"key", "id", "end", "cue_end", "mention_start", "layer", "article"}
    assert {column for column in columns - claimed if column[1] not in keys} == set()
