"""Making and opening project files: ours, older, newer, foreign, damaged, missing; what is refused is not touched."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.model import Status
from core.store import (
    KnowledgeLog,
    Project,
    Registers,
    Reviews,
    backups_of,
    migrations,
    open_conflicts,
    placing,
    verify,
)
from core.store.database import Database
from core.store.migrations import APPLICATION_ID, VERSION
from tests.paths import DATA, ROOT
from tests.store_samples import annotated, some_work


def refused(path: Path) -> UserError:
    """Return the trouble that opening gives, having seen that nothing in the folder was changed by it."""
    before = {entry.name: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()}
    with pytest.raises(UserError) as caught:
        Project.open(path, "Анна")
    after = {entry.name: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()}
    assert after == before
    assert str(path) in str(caught.value)
    return caught.value


def test_a_new_project_is_ours_and_current(tmp_path: Path) -> None:
    path = tmp_path / "новый проект ?#%.citata"
    with Project.create(path, "Анна") as project:
        assert not project.read_only
        assert project.annotators() == []
        assert [label.id for label in project.schema.labels] == ["PER", "ORG", "LOC"]
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert conn.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    conn.close()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [path.name]


def test_the_connection_keeps_every_promise(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "Анна") as project:
        got = {
            name: project._db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "journal_mode")
        }
    assert got == {
        "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "journal_mode": "wal",
    }  # fmt: skip


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    path.write_text("мой роман", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Project.create(path, "Анна")
    assert caught.value.code == "file-exists"
    assert path.read_text(encoding="utf-8") == "мой роман"
    assert os.listdir(tmp_path) == ["p.citata"]


def without_renaming(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a system that has no call to rename without replacing (macOS, an old kernel, a network share)."""
    monkeypatch.setattr(placing, "rename_by_system", lambda part, path, how: False)


@pytest.mark.parametrize("by_link", [False, True])
def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_link: bool
) -> None:
    path = tmp_path / "p.citata"
    if by_link:
        without_renaming(monkeypatch)
    rename = placing._rename_new

    def late(source: Path, target: Path) -> None:
        path.write_text("чужое", encoding="utf-8")
        rename(source, target)

    monkeypatch.setattr(placing, "_rename_new", late)
    with pytest.raises(UserError) as caught:
        Project.create(path, "Анна")
    assert caught.value.code == "file-exists"
    assert path.read_text(encoding="utf-8") == "чужое"
    assert os.listdir(tmp_path) == ["p.citata"]


def test_a_file_system_without_links_overwrites_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.citata"

    def no_links(source: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    without_renaming(monkeypatch)
    monkeypatch.setattr(os, "link", no_links)
    with Project.create(path, "Анна") as project:
        project.save_copy(tmp_path / "копия.citata")
    assert verify(tmp_path / "копия.citata").findings == []

    def meanwhile(source: Path, target: Path) -> None:
        other.write_text("чужое", encoding="utf-8")
        no_links(source, target)

    other = tmp_path / "другой.citata"
    monkeypatch.setattr(os, "link", meanwhile)
    with pytest.raises(UserError) as caught:
        Project.create(other, "Анна")
    assert caught.value.code == "file-exists"
    assert other.read_text(encoding="utf-8") == "чужое"


def _text(path: Path) -> None:
    path.write_text("Не база данных. " * 500, encoding="utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _other_database(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE article (id TEXT)")
    conn.commit()
    conn.close()


@pytest.mark.parametrize("make", [_text, _empty, _other_database, Path.mkdir])
def test_what_is_not_ours_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "p.citata")
    assert refused(tmp_path / "p.citata").code == "file-not-ours"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "p.citata").code == "file-missing"
    assert list(tmp_path.iterdir()) == []


def change(path: Path, *statements: str) -> None:
    """Do to a project file what another program might do."""
    conn = sqlite3.connect(path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()


def test_a_newer_file_is_refused_with_its_version(tmp_path: Path) -> None:
    Project.create(tmp_path / "p.citata", "Анна").close()
    change(tmp_path / "p.citata", f"PRAGMA user_version = {VERSION + 4}")
    error = refused(tmp_path / "p.citata")
    assert error.code == "file-newer"
    assert str(VERSION + 4) in str(error)


def test_a_version_that_never_was_is_damage(tmp_path: Path) -> None:
    Project.create(tmp_path / "p.citata", "Анна").close()
    change(tmp_path / "p.citata", "PRAGMA user_version = -3")
    assert refused(tmp_path / "p.citata").code == "file-damaged"


def test_a_torn_schema_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    annotated(path).close()
    data = bytearray(path.read_bytes())
    data[100:400] = b"\xa5" * 300  # the root page of the schema, behind the file's header
    path.write_bytes(data)
    assert refused(path).code == "file-damaged"


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_files_of_every_version_are_migrated_whole(tmp_path: Path, version: int) -> None:
    facts = json.loads((DATA / f"version-{version}.json").read_text(encoding="utf-8"))
    path = tmp_path / f"version-{version}.citata"
    shutil.copyfile(DATA / path.name, path)
    with Project.open(path, "Ольга") as project:
        assert project._db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert [msgspec.to_builtins(project.article(f"a-{n}")) for n in (1, 2)] == facts["articles"]
        assert found_layers(project) == facts["layers"]
        history = {
            f"{article.id}/{layer.annotator}": [
                entry.edit.name for entry in project.history(article.id, layer.annotator)
            ]
            for article, layer in project.records()
        }
        assert history == facts["edits"]
        assert project.value("last") == {"article": "a-2", "n": 3}
        assert [(given.article, given.annotator) for given in Reviews(project).assignments()] == [("a-1", "Ольга")]
        assert len(Reviews(project).comments("a-1")) == (2 if version >= 2 else 0)
        assert len(open_conflicts(project)) == (1 if version >= 3 else 0)
        register = Registers(project).register()
        assert json.loads(msgspec.json.encode(list(register))) == facts.get("sources", [])
        knowledge = KnowledgeLog(project).told()
        assert json.loads(msgspec.json.encode(knowledge.current)) == facts.get("knowledge")
        assert (knowledge.on, knowledge.forgotten) == (version >= 7, frozenset())
        made = [backup.why for backup in project.backups() if backup.why.startswith("version")]
        assert made == ([f"version-{version}"] if version < VERSION else [])
    assert verify(path).findings == []


def found_layers(project: Project) -> list[dict[str, object]]:
    found = [
        {
            "article": article.id,
            "annotator": layer.annotator,
            "items": sorted(msgspec.to_builtins(layer.everything()), key=lambda item: item.get("id", "head")),
        }
        for article, layer in project.records()
    ]
    plain: list[dict[str, object]] = json.loads(json.dumps(found))
    return plain


def test_an_older_file_can_be_looked_at_without_being_changed(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    shutil.copyfile(DATA / "version-1.citata", path)
    before = path.read_bytes()
    with Project.open(path, "Ольга", read_only=True) as project:
        layer = project.layer("a-1", "Ольга")
        assert layer is not None
        assert layer.head.status is Status.DONE
        copy = project._copy
        assert copy is not None
        assert copy.path.exists()
    assert not copy.path.exists()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_migration_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.citata"
    shutil.copyfile(DATA / "version-1.citata", path)

    def breaks(db: Database) -> None:
        db.execute("CREATE TABLE half (done TEXT)")
        db.execute("INSERT INTO nowhere VALUES (1)")

    last = migrations.migrations._migrations[-1]
    monkeypatch.setattr(last, "fn", breaks)
    with pytest.raises(sqlite3.OperationalError):
        Project.open(path, "Ольга")
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA user_version").fetchone() == (1,)
    assert conn.execute("SELECT count(*) FROM sqlite_schema WHERE name IN ('half', 'comment')").fetchone() == (0,)
    conn.close()
    monkeypatch.undo()
    with Project.open(path, "Ольга") as project:
        assert project.layer("a-1", "Ольга") is not None
    assert verify(path).findings == []


def test_no_migration_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    shutil.copyfile(DATA / "version-1.citata", path)
    (tmp_path / "p.citata-backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Project.open(path, "Ольга")
    assert caught.value.code == "backup-failed"
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA user_version").fetchone() == (1,)
    conn.close()


def test_the_backup_of_a_migration_opens_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    shutil.copyfile(DATA / "version-1.citata", path)
    Project.open(path, "Ольга").close()
    (backup,) = [one for one in backups_of(path) if one.why == "version-1"]
    conn = sqlite3.connect(backup.path)
    assert conn.execute("PRAGMA user_version").fetchone() == (1,)
    conn.close()
    with Project.open(backup.path, "Ольга", read_only=True) as project:
        assert len(project.history("a-1", "Ольга")) == 9


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    project = annotated(tmp_path / "p.citata")
    some_work(project, 1)
    project.close()
    project.close()
    assert not (tmp_path / "p.citata-wal").exists()
    assert not (tmp_path / ".p.citata.lock").exists()


def test_the_manual_of_the_file_names_every_table() -> None:
    manual = (ROOT / "docs" / "project-file.md").read_text(encoding="utf-8")
    tables = {name for kind, name, _ in migrations.expected_schema(VERSION) if kind == "table"}
    assert [name for name in tables if f"`{name}`" not in manual and not name.startswith("_")] == []
    assert f"`user_version` {VERSION})" in manual
