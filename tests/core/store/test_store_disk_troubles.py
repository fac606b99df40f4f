"""What a disk, another program or another user does to a project: verifying, rescuing, repairing, merging, opening."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.model import edits
from core.model.schema import standard
from core.store import Project, Reviews, back_up_now, damage, merge_copy, repair, shadow, verify
from core.store.backups import backups_of, folder_of
from core.store.database import Database
from core.store.paths import check_plain
from tests.store_samples import OTHER, annotated, do, make_article, some_work, work

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with some work in it and without backups."""
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        some_work(project, 4)
        project.wait_for_backup()
    shutil.rmtree(folder_of(found), ignore_errors=True)
    return found


def spoil(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def overwrite_page(path: Path, name: str) -> None:
    """Write over the first page of a table or index."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\x5a" * PAGE)


def foreign(path: Path) -> Path:
    """Write a database of another program."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmark (address TEXT)")
        db.execute("INSERT INTO bookmark VALUES ('https://example.org')")
        db.commit()
    return path


# -- the quick check of what stands open -------------------------------------------------------------------------------


def test_a_quick_check_that_is_ended_says_nothing(path: Path) -> None:
    spoil(
        path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
        " INSERT INTO value SELECT 'n' || i, '1' FROM n",
    )  # fmt: skip
    asked: list[bool] = []

    def fewer_than(count: int) -> bool:
        asked.append(True)
        return len(asked) < count

    assert damage(path, lambda: fewer_than(1000)) is None
    assert 4 < len(asked) < 1000
    asked.clear()
    assert damage(path, lambda: fewer_than(2)) is None
    assert len(asked) == 2


def test_a_quick_check_tells_damage_alone(path: Path, tmp_path: Path) -> None:
    """A damaged list of tables is damage; another program's file, or none, is told where projects are opened."""
    assert damage(path) is None
    assert damage(foreign(tmp_path / "чужой.citata")) is None
    assert damage(tmp_path / "нет.citata") is None
    (tmp_path / "текст.citata").write_bytes(b"no project at all " * 2000)
    assert damage(tmp_path / "текст.citata") is None
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\x5a" * 8)
    found = damage(path)
    assert found is not None
    assert (found.code, found.facts["path"]) == ("file-damaged", str(path))


# -- a file written over while it is open ------------------------------------------------------------------------------


def test_a_large_project_written_over_with_what_it_held_is_saved_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sync client brings back the bytes of the last checkpoint: with the WAL above them they are the project."""
    monkeypatch.setattr(shadow, "LARGEST", 0)
    with contextlib.suppress(UserError), Project.open(path, "Анна") as project:
        held = path.read_bytes()
        (*_, last) = some_work(project, 4)
        path.write_bytes(held)
    assert project.rescued is not None
    assert verify(project.rescued).findings == []
    with Project.open(project.rescued, "Анна", read_only=True) as saved:
        assert saved.layer("a-1", "Анна") == last
        assert len(saved.history("a-1", "Анна")) == 9  # its start, four edits before and four now: none is of a repair


def by_another_program(path: Path) -> None:
    path.write_bytes(foreign(path.with_name("чужой.db")).read_bytes())


def by_noise(path: Path) -> None:
    path.write_bytes(b"no project at all " * 20000)


@pytest.mark.parametrize("how", [by_another_program, by_noise])
@pytest.mark.parametrize("imports", [False, True], ids=["", "after an import"])
def test_a_large_project_written_over_with_anything_comes_from_its_wal_and_its_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path], None], imports: bool
) -> None:
    """After an import SQLite holds no page of its list of tables in memory: it can make nothing of the file at all."""
    monkeypatch.setattr(shadow, "LARGEST", 0)
    with contextlib.suppress(UserError), Project.open(path, "Анна") as project:
        some_work(project, 4)
        if imports:
            project.add_article(make_article("long", OTHER * 40_000))
        back_up_now(path, "manual")
        last = do(project, edits.set_note(work(project), "q_1", "после копии"))
        how(path)
        found = path.read_bytes()
    assert path.read_bytes() == found
    assert project.rescued is not None
    assert verify(project.rescued).findings == []
    with Project.open(project.rescued, "Анна", read_only=True) as saved:
        assert saved.layer("a-1", "Анна") == last
        assert saved.has_article("long") is imports


# -- repair ------------------------------------------------------------------------------------------------------------


def test_the_items_of_a_layer_without_its_article_are_named_also_from_backups(path: Path) -> None:
    """Text and name of the article are gone everywhere; what the file has not of its layer, the backup has."""
    with Project.open(path, "Анна") as project:
        layer = project.layer("a-1", "Анна")
    assert layer is not None
    back_up_now(path, "manual")
    for file in (path, *(backup.path for backup in backups_of(path))):  # perhaps one of the day as well
        spoil(
            file, "DELETE FROM article WHERE id = 'a-1'",
            "DELETE FROM article_text WHERE article NOT IN (SELECT key FROM article)",
        )  # fmt: skip
    spoil(
        path, "DELETE FROM entity WHERE id = 'e_1'", "DELETE FROM log WHERE layer = (SELECT max(key) FROM layer)",
        "DELETE FROM sqlite_sequence",
    )  # fmt: skip
    done = repair(path, path.with_name("цел.citata"))
    lost = [msgspec.json.decode(line) for line in done.lost]
    named = {one["item"]["id"] for one in lost if one["annotator"] == "Анна"}
    assert named == set(layer.items)
    assert not done.complete


def test_of_two_articles_with_one_name_each_is_kept(path: Path) -> None:
    """A copying program wrote one name over the other, wherever it stands in the file."""
    path.write_bytes(path.read_bytes().replace(b"a-2", b"a-1"))
    out = path.with_name("цел.citata")
    done = repair(path, out)
    assert verify(out).findings == []
    with Project.open(out, "Анна", read_only=True) as project:
        assert {row.id for row in project.article_rows("Анна")} == {"a-1", "a-1-2"}
        assert project.article("a-1-2").text == OTHER
    assert ("repair-id", "a-1-2") in {(one.code, one.facts.get("article")) for one in done.repaired}


def test_what_is_written_and_not_sound_is_never_put_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However wrong a step of repairing went: here the counts of layers are left as they came."""
    from core.store import layers

    monkeypatch.setattr(layers, "recount", lambda db: db.conn.execute("UPDATE layer SET total = 99"))
    out = path.with_name("цел.citata")
    with pytest.raises(UserError) as caught:
        repair(path, out)
    assert caught.value.code == "repair-not-sound"
    assert caught.value.facts["path"] == str(path)
    assert not any(out.name in one.name or one.name.endswith(".part") for one in path.parent.iterdir())


def test_a_full_disk_while_repairing_is_no_lost_comment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for all but one large comment: nothing appears, rather than a project that lacks it."""
    with Project.open(path, "Анна") as project:
        reviews = Reviews(project)
        reviews.comment("a-1", "Анна", "Почему?")
        reviews.comment("a-1", "Анна", "Потому. " * 400_000)
        reviews.comment("a-1", "Анна", "Ясно.")
        project.wait_for_backup()
    shutil.rmtree(folder_of(path), ignore_errors=True)
    module = importlib.import_module("core.store.repairing")
    real = module.open_to_write

    def small(part: Path) -> Database:
        db: Database = real(part)
        db.execute("PRAGMA max_page_count = 400")
        return db

    monkeypatch.setattr(module, "open_to_write", small)
    out = path.with_name("цел.citata")
    with pytest.raises(UserError) as caught:
        repair(path, out)
    assert (caught.value.code, out.exists()) == ("disk-full", False)
    monkeypatch.undo()
    assert repair(path, out).complete


# -- opening, merging, backing up --------------------------------------------------------------------------------------


def test_a_project_that_lost_its_labels_opens_with_the_usual_ones(path: Path) -> None:
    spoil(path, "DELETE FROM value WHERE key = 'schema'")
    with Project.open(path, "Анна") as project:
        assert project.schema == standard()


def test_the_backup_of_the_day_is_tried_of_a_log_that_cannot_be_read(path: Path) -> None:
    """Nobody knows whether anybody worked in it: then a backup is worth more than none."""
    overwrite_page(path, "log_layer")  # opening reads the last edit, which this index does not lead to
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        assert [one.why for one in project.backups()] == ["daily"]


def test_a_scope_that_makes_no_sense_is_found_once(path: Path) -> None:
    spoil(path, """INSERT OR REPLACE INTO value VALUES ('scope', '{')""")
    codes = [finding.code for finding in verify(path).findings]
    assert "verify-counts" not in codes
    assert len(codes) == 1


@pytest.fixture
def hiding(path: Path, tmp_path: Path) -> Path:
    """A copy gone on by three others, whose index has one name otherwise: it finds the layer neither way."""
    copy = tmp_path / "копия.citata"
    with Project.open(path, "Анна") as project:
        project.save_copy(copy)
    for author in ("Борис", "Вера", "Глеб"):
        with Project.open(copy, author) as other:
            some_work(other, 2)
            other.wait_for_backup()
    with contextlib.closing(sqlite3.connect(copy)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_layer_1'").fetchone()
    data, at = copy.read_bytes(), slice((page - 1) * PAGE, page * PAGE)
    harmed = data[at].replace("Анна".encode(), "яяяя".encode())
    assert harmed != data[at]
    copy.write_bytes(data[: at.start] + harmed + data[at.stop :])
    return copy


def test_a_copy_whose_index_hides_a_layer_is_not_merged(path: Path, hiding: Path) -> None:
    """Nothing of it may be left out in silence."""
    with Project.open(path, "Анна") as project:
        before = project.layer("a-1", "Анна")
        with pytest.raises(UserError) as caught:
            merge_copy(project, hiding)
        assert (caught.value.code, caught.value.facts["path"]) == ("file-damaged", str(hiding))
        assert project.layer("a-1", "Анна") == before
        assert project.layer("a-1", "Борис") is None


def test_a_project_whose_index_hides_a_layer_is_not_exported_without_it(hiding: Path) -> None:
    with Project.open(hiding, "Анна", read_only=True) as project, pytest.raises(UserError) as caught:
        list(project.records())
    assert (caught.value.code, caught.value.facts["path"]) == ("file-damaged", str(hiding))


@contextlib.contextmanager
def another_user() -> Iterator[None]:
    """Be nobody for a while, where we are root, who may go everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_project_in_a_folder_that_one_may_not_enter_is_not_said_to_be_missing() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "п.citata").touch()
        folder.chmod(0)
        with another_user(), pytest.raises(UserError) as caught:
            check_plain(folder / "п.citata")
        folder.chmod(0o700)
    assert caught.value.code == "file-cannot-open"
    assert caught.value.facts["path"] == str(folder / "п.citata")
