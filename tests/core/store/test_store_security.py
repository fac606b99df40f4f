"""What a foreign or hostile project file could try, row by row as in docs/security.md: none of it runs."""

from __future__ import annotations

import ast
import re
import sqlite3
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UserError
from core.formats.zips import open_zip, unpack
from core.model import Range, edits
from core.store import Project, merge_copy, restore_backup, verify
from core.store.connection import connect
from core.store.migrations import VERSION, expected_schema
from tests.paths import ROOT
from tests.store_samples import annotated, do, make_article, work

HOSTILE = [
    "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM entity; END",
    "CREATE TRIGGER idx__sqlite_migrations AFTER INSERT ON log BEGIN DELETE FROM entity; END",
    "CREATE VIEW v AS SELECT * FROM article",
    "CREATE VIEW _sqlite_migrations_v AS SELECT * FROM article",
    "CREATE TABLE t (x TEXT DEFAULT (hex(randomblob(9))))",
    "CREATE INDEX i ON article (lower(title))",
    "ALTER TABLE article ADD COLUMN y TEXT GENERATED ALWAYS AS (hex(id))",
    "DROP INDEX log_layer",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "чужой.citata"
    annotated(found).close()
    return found


def tamper(path: Path, statement: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute(statement)
    conn.commit()
    conn.close()


@pytest.mark.parametrize("statement", HOSTILE)
@pytest.mark.parametrize(
    "use",
    [
        lambda path: Project.open(path, "Анна"),
        lambda path: Project.open(path, "Анна", read_only=True),
        verify,
        lambda path: restore_backup(path.with_name("другой.citata"), path),
        lambda path: _merge(path),
    ],
    ids=["open", "look", "verify", "restore", "merge"],
)
def test_a_schema_that_is_not_ours_is_refused_before_anything_is_used(
    path: Path, statement: str, use: Callable[[Path], object]
) -> None:
    tamper(path, statement)
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        use(path)
    assert caught.value.code == "file-foreign-schema"
    assert path.read_bytes() == before


def _merge(path: Path) -> None:
    with Project.create(path.with_name("наш.citata"), "Анна") as project:
        merge_copy(project, path)


def test_a_virtual_table_in_the_schema_is_refused(path: Path) -> None:
    tamper(path, "CREATE VIRTUAL TABLE s USING fts5 (x)")
    with pytest.raises(UserError) as caught:
        Project.open(path, "Анна")
    assert caught.value.code == "file-foreign-schema"


def test_the_schema_itself_cannot_be_called_from(path: Path) -> None:
    """``trusted_schema=OFF``: a default or index of a file cannot call functions with side effects."""
    tamper(path, "CREATE VIEW v AS SELECT fts3_tokenizer('simple') AS x")
    db = connect(path, "ro")
    with pytest.raises(sqlite3.OperationalError):
        db.execute("SELECT x FROM v").fetchall()
    db.close()


def test_no_extension_can_be_loaded(path: Path) -> None:
    with Project.open(path, "Анна") as project, pytest.raises(sqlite3.OperationalError, match="not authorized"):
        project._db.execute("SELECT load_extension('evil')")


def test_defensive_mode_is_on_where_python_reaches_it(path: Path) -> None:
    """Since Python 3.12; before, the comparison of the schema and the pragmas stand alone."""
    with Project.open(path, "Анна") as project:
        reached = getattr(project._db.conn, "getconfig", None)
        on = reached(sqlite3.SQLITE_DBCONFIG_DEFENSIVE) if reached is not None else None  # type: ignore[attr-defined]
    assert on is (True if sys.version_info >= (3, 12) else None)


def test_who_looks_cannot_write(path: Path) -> None:
    with Project.open(path, "Анна", read_only=True) as project, pytest.raises(sqlite3.OperationalError):
        project._db.execute("DELETE FROM article")


STRANGE = "'; DROP TABLE article; --\" OR 1=1 \\ % _ ? :x {name} <b>жирный</b> & \x00 \u202e"


def test_text_from_data_is_never_sql(tmp_path: Path) -> None:
    with annotated(tmp_path / "п.citata", STRANGE) as project:
        article = make_article(STRANGE, STRANGE * 3, STRANGE)
        project.add_article(article)
        layer = do(project, edits.add_entity(STRANGE, Range(0, 5)), STRANGE)
        layer, _ = project.commit(layer, edits.set_note(layer, "head", STRANGE))
        layer, _ = project.commit(layer, edits.toggle_flag(layer, "head", STRANGE))
        project.set_value(STRANGE, STRANGE)
        assert project.layer(STRANGE, STRANGE) == layer
        assert project.article(STRANGE) == article
        assert project.value(STRANGE) == STRANGE
        assert project.history(STRANGE, STRANGE, item=STRANGE) == []
        assert [row.id for row in project.article_rows(STRANGE) if row.flags] == [STRANGE]
        assert project.layers_of(STRANGE) == [STRANGE]
        assert len(project.article_rows(STRANGE)) == 3
    assert verify(tmp_path / "п.citata").findings == []


def test_facts_from_a_file_are_filled_into_sentences_as_text(tmp_path: Path) -> None:
    """A title or path like ``{path.__class__}`` stays what it is: only our own sentences are templates."""
    with annotated(tmp_path / "п.citata") as project, pytest.raises(UserError) as caught:
        project.article("{path.__class__} %s {0}")
    assert "{path.__class__} %s {0}" in str(caught.value)


def test_an_item_of_a_log_can_only_be_an_item(path: Path) -> None:
    with Project.open(path, "Анна") as project:
        do(project, edits.accept(work(project), ["q_1"]))
    tamper(path, 'UPDATE log SET added = \'[{"item": "os.system", "id": "x", "__reduce__": ["a"]}]\'')
    with Project.open(path, "Анна") as project, pytest.raises(UserError) as caught:
        project.history("a-1", "Анна")
    assert caught.value.code == "file-damaged"


STATEMENTS = {
    "articles.article_rows": "the order of ORDERS, the conditions of _where",
    "articles.article_keys": "the order of ORDERS, the conditions of _where",
    "articles.article_count": "the conditions of _where",
    "articles.keys_here": "the conditions HERE and _CHOSEN",
    "article_edits.held": "a condition of ours",
    "article_edits.purge": "the tables of _OF_LAYERS and _OF_ARTICLES",
    "conflicts.count_open": "the query _OPEN",
    "learned.not_begun": "the condition HERE",
    "project.annotators": "the condition _LAYER_HERE",
    "project.digests": "the condition HERE",
    "project.records": "the condition HERE",
    "review.assignments": "the condition HERE",
    "checks.keys": "a table and a column that the checks name",
    "checks.covered_text": "the columns of rows.QUOTATION",
    "layers._select": "a table and the columns of rows",
    "layers._insert": "a table and the columns of rows",
    "layers.copy_rows": "a table and the columns of rows",
    "project.flags_used": "a table of ours",
    "check_values.there": "a table that the checks name",
    "register_edits.appearances": "the conditions HERE, _SPOKEN and those of ours",
    "check_tables._select": "a table of TABLES and its columns",
    "check_tables.copy": "a table of TABLES, its columns, as many question marks",
    "recovered._insert": "a table of SHAPES, its columns, as many question marks",
    "recovered._take_table": "a table of SHAPES, its columns, its key",
    "recovered._take_names": "a table, columns and an index of _NAMED_BY",
    "salvage_rows._in_backups": "a table and a column of _NEVER_CHANGED",
    "sources.numbers": "a table and a column that salvage names",
    "changes._goes_on": "the two logs",
    "asking.article_keys": "the conditions of _ARTICLES and _OF_LAYERS",
    "columns._last_chunk": "a table of PARTS",
    "columns.keys_with_flags": "a table of PARTS",
    "items._number": "a table and a column of ours",
    "items._last": "a table of ours",
    "items.choose_best": "a table of columns.PARTS",
    "items._keys_of": "a table of columns.PARTS",
    "telling.speakers_like": "as many conditions as there are beginnings",
    "telling.names": "a table and a column of ours",
    "telling.named": "the query _NAMED",
    "registered.speakers": "the query SPEAKERS",
}
"""The functions that build a statement, and of what: only names of ours."""


def test_every_statement_takes_its_values_as_parameters() -> None:
    """Every place where something is put into SQL is marked for the linter (S608) and listed in ``STATEMENTS``.

    A new one: give values as parameters (``?``). If it can only be a name, take that from a constant of ours, mark the
    line ``# noqa: S608``, and list the function here with what it puts in; a reviewer then reads the line.
    """
    found = set()
    for source in sorted((ROOT / "core").rglob("*.py")):
        text = source.read_text(encoding="utf-8")
        lines = [number for number, line in enumerate(text.splitlines(), 1) if "noqa: S608" in line]
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
        for line in lines:
            names = [node.name for node in functions if node.lineno <= line <= (node.end_lineno or 0)]
            found.add(f"{source.stem}.{names[-1] if names else line}")
    assert found == set(STATEMENTS)


def test_the_schema_of_a_version_is_what_its_migrations_make() -> None:
    assert len({expected_schema(version) for version in range(1, VERSION + 1)}) == VERSION
    assert {kind for kind, _, _ in expected_schema(VERSION)} == {"table", "index"}


def test_the_table_in_the_manual_names_tests_that_exist() -> None:
    manual = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+)`", manual)
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert len(named) >= 10
    assert [name for name in named if f"def {name}(" not in tests] == []


def _sources(folder: str) -> dict[str, ast.Module]:
    return {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / folder).rglob("*.py"))}


def test_no_member_of_an_archive_climbs_out(tmp_path: Path) -> None:
    archive, inside = tmp_path / "a.zip", tmp_path / "in" / "side"
    inside.mkdir(parents=True)
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "w") as made:
        for name in ("../up.txt", "/root.txt", "a/../../up.txt", "..\\up.txt", "C:\\up.txt", "good/text.txt"):
            made.writestr(name, "текст")
        made.writestr(link, "/etc/passwd")
    with archive.open("rb") as file:
        refused = [name for name, _ in unpack(open_zip(file, archive), inside, archive)]
    assert len(refused) == 6
    written = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(written) == ["a.zip", "in/side/good/text.txt"]


def test_labels_that_show_data_show_it_as_text() -> None:
    """A bare ``QLabel`` guesses whether it was given markup: one that is set later must say that it was not.

    The page of Markdown is HTML by purpose; that markup in it stays text, tests/gui/help/test_manual.py checks.
    """
    for name, tree in _sources("gui").items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "setHtml"
                and name != "browser.py"
            ):
                raise AssertionError(name)
            if isinstance(node, ast.Attribute) and node.attr in ("RichText", "MarkdownText"):
                raise AssertionError(name)
