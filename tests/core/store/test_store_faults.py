"""The world's troubles while a project is open: each a sentence, the last good state, the chance to try again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Article, Range, edits
from core.model.layer import Layer
from core.model.text import digest
from core.store import Project, connection, log, opening, placing, repair, restore_backup, verify
from core.store.database import Database
from core.store.lock import Lock
from tests.paths import ROOT
from tests.store_samples import annotated, do, make_article, some_work, work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "папка"
    folder.mkdir()
    return folder / "p.citata"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may go into and write to; pytest's own are for its user only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def fails(project: Project, code: str, layer: Layer | None = None) -> UserError:
    """Try an edit that must fail; the file holds what it held."""
    before = layer or work(project)
    with pytest.raises(UserError) as caught:
        project.commit(before, edits.add_entity("PER", Range(0, 3)))
    assert caught.value.code == code
    assert str(project.path) in str(caught.value)
    return caught.value


def page_limit(project: Project, room: int) -> None:
    """Give the database room for so many more pages, as a full disk does."""
    pages = project._db.execute("PRAGMA page_count").fetchone()[0]
    project._db.execute(f"PRAGMA max_page_count = {pages + room}")


def large(number: int) -> Article:
    text = f"Слово {number} за словом. " * 4000
    return Article(id=f"large-{number}", title=None, text=text, digest=digest(text))


def test_a_full_disk_in_the_middle_of_an_edit(path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 3)
        page_limit(project, 0)
        edit = edits.set_note(last, "q_1", "очень длинная заметка " * 5000)
        with pytest.raises(UserError) as caught:
            project.commit(last, edit)
        assert caught.value.code == "disk-full"
        assert "Make room" in str(caught.value)
        assert project.layer("a-1", "Анна") == last
        assert len(project.history("a-1", "Анна")) == 4
        page_limit(project, 1000)
        after, _ = project.commit(last, edit)
        assert project.layer("a-1", "Анна") == after
    assert verify(path).findings == []


def test_a_full_disk_in_the_middle_of_an_import(path: Path) -> None:
    with annotated(path) as project:
        page_limit(project, 120)
        with pytest.raises(UserError) as caught:
            _import(project)
        assert caught.value.code == "disk-full"
        assert project.article_count("Анна") == 2
        page_limit(project, 10**6)
        _import(project)
        assert project.article_count("Анна") == 12
    assert verify(path).findings == []


def _import(project: Project) -> None:
    with project.transaction():
        for number in range(10):
            project.add_article(large(number))


LIMITED = """
import resource, sys
from pathlib import Path
from core.errors import UserError
from core.store import Project
from tests.store_samples import annotated, some_work, work
from core.model import edits
path = Path(sys.argv[1])
project = annotated(path)
seen = some_work(project, 3)[-1]
size = max(path.stat().st_size, path.with_name(path.name + "-wal").stat().st_size)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20000, resource.RLIM_INFINITY))
edit = edits.set_note(seen, "q_1", "длинная заметка " * 9000)
try:
    project.commit(seen, edit)
except UserError as error:
    print(error.code)
assert project.layer("a-1", "Анна") == seen
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
project.commit(seen, edit)
print(len(project.history("a-1", "Анна")))
project.close()
"""


def test_a_write_that_the_system_refuses(path: Path) -> None:
    """A limit on the file's size: the write itself fails, not SQLite's own accounting."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["file-trouble", "5"]
    assert verify(path).findings == []


@pytest.mark.parametrize("by_link", [False, True])
def test_a_full_disk_while_a_project_is_made(path: Path, monkeypatch: pytest.MonkeyPatch, by_link: bool) -> None:
    def full(source: object, target: object, how: int = 0) -> None:
        raise OSError(28, "No space left on device")

    if by_link:
        monkeypatch.setattr(placing, "rename_by_system", lambda part, path, how: False)
        monkeypatch.setattr(os, "link", full)
    else:
        monkeypatch.setattr(placing, "rename_by_system", full)
    with pytest.raises(UserError) as caught:
        Project.create(path, "Анна")
    assert caught.value.code == "disk-full"
    assert list(path.parent.iterdir()) == []


def test_a_full_disk_while_a_file_is_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copyfile(ROOT / "tests" / "data" / "version-1.citata", path)
    from core.store import file, migrations

    def no_room(db: object) -> None:
        db.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]
        migrations.migrate(db)  # type: ignore[arg-type]

    monkeypatch.setattr(file, "migrate", no_room)
    with pytest.raises(UserError) as caught:
        Project.open(path, "Ольга")
    assert caught.value.code == "disk-full"
    monkeypatch.undo()
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA user_version").fetchone() == (1,)
    conn.close()
    with Project.open(path, "Ольга") as project:
        assert project.layer("a-1", "Ольга") is not None


def test_the_folder_is_removed_and_comes_back(path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 3)
        away = path.parent.with_name("унесли")
        path.parent.rename(away)
        assert "Put the file back" in str(fails(project, "file-gone", last))
        assert project.layer("a-1", "Анна") == last
        away.rename(path.parent)
        after, _ = project.commit(last, edits.add_entity("PER", Range(0, 3)))
        assert project.layer("a-1", "Анна") == after
    assert verify(path).findings == []


def test_the_folder_is_deleted_and_a_copy_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 3)
        shutil.rmtree(path.parent)
        fails(project, "file-gone", last)
        project.save_copy(tmp_path / "спасено.citata")
    with Project.open(tmp_path / "спасено.citata", "Анна") as project:
        assert project.layer("a-1", "Анна") == last
    assert verify(tmp_path / "спасено.citata").findings == []


def test_another_file_in_its_place_is_not_written_to(path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 3)
        path.rename(path.with_name("старый.citata"))
        path.write_text("другой файл", encoding="utf-8")
        fails(project, "file-replaced", last)
        assert path.read_text(encoding="utf-8") == "другой файл"
        project.save_copy(path.with_name("новый.citata"))
    assert path.read_text(encoding="utf-8") == "другой файл"


def test_a_file_that_another_program_is_writing_to(path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 3)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        error = fails(project, "file-locked", last)
        assert "try again" in str(error)
        other.execute("ROLLBACK")
        other.close()
        after, _ = project.commit(last, edits.add_entity("PER", Range(0, 3)))
        assert project.layer("a-1", "Анна") == after
    assert verify(path).findings == []


def test_a_disk_that_takes_no_writing(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    annotated(path).close()
    before = path.read_bytes()

    def denied(project: Path) -> Lock:
        raise PermissionError(30, "Read-only file system", str(project))

    monkeypatch.setattr(Lock, "take", denied)
    with Project.open(path, "Анна") as project:
        assert project.read_only
        assert project.read_only_because is not None
        assert project.read_only_because.code == "file-read-only"
        assert "save a copy elsewhere" in str(project.read_only_because)
        fails(project, "file-read-only")
        project.save_copy(tmp_path / "копия.citata")
    assert path.read_bytes() == before
    monkeypatch.undo()
    with Project.open(tmp_path / "копия.citata", "Анна") as project:
        do(project, edits.add_entity("PER", Range(0, 3)))


READ_ONLY = """
import os, sys, tempfile
from pathlib import Path
from core.store import Project
path = Path(sys.argv[1])
# once with all rights, so that everything is imported: nobody may not read root's Python
with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "first.citata", "Анна") as project:
    project.save_copy(Path(folder) / "copy.citata")
path.parent.chmod(int(sys.argv[2], 8)); path.chmod(0o444)
for suffix in ("-wal", "-shm"):
    if path.with_name(path.name + suffix).exists():
        path.with_name(path.name + suffix).chmod(0o444)
import encodings.idna, encodings.raw_unicode_escape
if os.geteuid() == 0:
    os.setegid(65534); os.seteuid(65534)
with Project.open(path, "Анна") as project:
    layer = project.layer("a-1", "Анна")
    print(project.read_only_because.code, len(layer.items), len(project.history("a-1", "Анна")))
"""


@pytest.mark.parametrize("folder_mode", ["555", "777"])
@pytest.mark.parametrize("left", [False, True], ids=["closed", "killed"])
def test_a_file_that_may_only_be_read(open_folder: Path, left: bool, folder_mode: str) -> None:
    """As an unprivileged user; also with a WAL that a killed process left, whose edits must be seen."""
    path = open_folder / "project" / "p.citata"
    path.parent.mkdir()
    project = annotated(path)
    some_work(project, 3)
    if left:
        copies = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
        project.close()
        for suffix, data in copies.items():
            path.with_name(path.name + suffix).write_bytes(data)
    else:
        project.close()
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path), folder_mode],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(open_folder)},  # ours may be closed to others, where a test run has its own
        capture_output=True,
        text=True,
        check=False,
    )
    path.parent.chmod(0o755)
    assert done.stdout.split() == ["file-read-only", "6", "4"], done.stderr


def test_a_page_overwritten_with_noise(path: Path) -> None:
    with annotated(path) as project:
        some_work(project, 3)
        for number in range(30):
            project.add_article(large(number))
    data = bytearray(path.read_bytes())
    size = 4096
    spoilt = 0
    for page in range(2, len(data) // size):
        noisy = bytearray(data)
        noisy[page * size : (page + 1) * size] = bytes((page * 31 + n * 7) % 256 for n in range(size))
        if page % 9 == 0:
            path.write_bytes(noisy)
            spoilt += _read_all(path)
    assert spoilt > 5
    path.write_bytes(data)
    assert _read_all(path) == 0


def _read_all(path: Path) -> bool:
    """Read everything of a project; tell whether that said that it is damaged. Anything but a sentence is a bug."""
    try:
        with Project.open(path, "Анна") as project:
            for row in project.article_rows("Анна"):
                project.article(row.id)
                project.working_layer(row.id, "Анна")
                project.history(row.id, "Анна")
    except UserError as error:
        return str(path) in str(error)
    return False


def test_a_wal_left_behind_is_taken_in(path: Path) -> None:
    project = annotated(path)
    (*_, last) = some_work(project, 5)
    left = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    project.close()
    for suffix, data in left.items():
        path.with_name(path.name + suffix).write_bytes(data)
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") == last
    assert not path.with_name(path.name + "-wal").exists()
    assert verify(path).findings == []


def test_a_checkpoint_cut_short_is_no_damage(path: Path, tmp_path: Path) -> None:
    """The file alone is torn then (here: its first page speaks of pages it has not got yet); the WAL makes it whole."""
    project = annotated(path)
    project.shrink()
    for number in range(3):
        project.add_article(large(number))
    (*_, last) = some_work(project, 5)
    wal = path.with_name(path.name + "-wal").read_bytes()
    data = bytearray(path.read_bytes())
    project.close()
    firsts = [at for at in range(32, len(wal), 24 + 4096) if wal[at : at + 4] == b"\x00\x00\x00\x01"]
    data[:4096] = wal[firsts[-1] + 24 : firsts[-1] + 24 + 4096]
    alone = tmp_path / "без.citata"
    alone.write_bytes(data)
    with pytest.raises(UserError):
        Project.open(alone, "Анна")
    for use in (verify, lambda where: repair(where, tmp_path / "цел.citata"), lambda where: _restored(where, tmp_path)):
        path.write_bytes(data)
        path.with_name(path.name + "-wal").write_bytes(wal)
        use(path)
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") == last
    for made in (path, tmp_path / "цел.citata", tmp_path / "другой.citata"):
        with Project.open(made, "Анна", read_only=True) as project:
            assert project.layer("a-1", "Анна") == last
        assert verify(made).findings == []


def _restored(backup: Path, folder: Path) -> None:
    restore_backup(folder / "другой.citata", backup)


@pytest.mark.parametrize("cut", [1, 500, 5000])
def test_a_wal_that_lost_its_end_gives_a_whole_earlier_state(path: Path, cut: int) -> None:
    project = annotated(path)
    states = some_work(project, 5)
    wal = path.with_name(path.name + "-wal")
    left = (path.read_bytes(), wal.read_bytes())
    project.close()
    path.write_bytes(left[0])
    wal.write_bytes(left[1][:-cut])
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") in states[:-1]
    assert verify(path).findings == []


def test_a_wal_of_noise_is_no_state(path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 2)
    path.with_name(path.name + "-wal").write_bytes(bytes(range(256)) * 200)
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") == last
    assert verify(path).findings == []


def test_a_clock_that_jumps_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with annotated(path) as project:
        assert project.notices == []
        some_work(project, 2)
        earlier = log.written(datetime.now(UTC) - timedelta(days=400))
        monkeypatch.setattr(log, "now", lambda: earlier)
        states = some_work(project, 3)
        history = project.history("a-1", "Анна")
        assert [entry.id for entry in history] == sorted(entry.id for entry in history)
        assert project.layer_at("a-1", "Анна", history[-1].id) == states[-1]
    with Project.open(path, "Анна") as project:
        assert project.notices == []  # the last edit says the clock's own time
    monkeypatch.undo()
    with Project.open(path, "Анна") as project:
        do(project, edits.add_entity("PER", Range(0, 3)))
    monkeypatch.setattr(log, "now", lambda: earlier)
    with Project.open(path, "Анна") as project:
        (notice,) = project.notices
        assert notice.code == "clock-behind"
        assert "Set the clock" in str(notice)
        do(project, edits.add_entity("PER", Range(0, 3)))
    assert verify(path).findings == []


def test_a_damaged_text_is_never_shown(path: Path) -> None:
    annotated(path).close()
    conn = sqlite3.connect(path)
    conn.execute("UPDATE article_text SET text = replace(text, 'Лугин', 'Тугин')")
    conn.commit()
    conn.close()
    with Project.open(path, "Анна") as project:
        with pytest.raises(UserError) as caught:
            project.working_layer("a-1", "Анна")
        assert caught.value.code == "article-damaged"
        assert project.article("a-2").id == "a-2"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entity SET state = 'unheard of'",
        "UPDATE entity SET flags = '[1]'",
        'UPDATE entity SET "end" = 5000',
        "UPDATE quotation SET ranges = '[[5,'",
        "UPDATE quotation SET ranges = '[]'",
        "UPDATE layer SET status = 'unheard of'",
        "UPDATE article_text SET meta = '['",
        "DELETE FROM article_text",
        "UPDATE entity SET label = CAST(x'ff' AS TEXT)",
        "UPDATE article SET title = CAST(x'ff' AS TEXT)",
    ],
)
def test_rows_that_make_no_sense_are_damage(path: Path, damage: str) -> None:
    with annotated(path) as project:
        some_work(project, 2)
    conn = sqlite3.connect(path)
    conn.execute(damage)
    conn.commit()
    conn.close()
    with Project.open(path, "Анна") as project:
        with pytest.raises(UserError) as caught:
            project.working_layer("a-1", "Анна")
        assert caught.value.code in ("file-damaged", "article-damaged")
    assert verify(path).findings != []


@pytest.mark.parametrize(
    "damage", ["UPDATE log SET added = '[{'", "UPDATE log SET at = 'gestern'", "UPDATE log SET removed = '[]'"]
)
def test_a_damaged_log_is_said_to_be_damaged(path: Path, damage: str) -> None:
    with annotated(path) as project:
        some_work(project, 3)
    conn = sqlite3.connect(path)
    conn.execute(damage)
    conn.commit()
    conn.close()
    with Project.open(path, "Анна") as project:
        with pytest.raises(UserError) as caught:
            project.layer_at("a-1", "Анна", 10**6)
        assert caught.value.code in ("file-damaged", "log-damaged")
        assert project.layer("a-1", "Анна") is not None
    assert verify(path).findings != []


def test_what_is_no_trouble_of_the_world_stays_a_bug(path: Path) -> None:
    with annotated(path) as project:
        project.add_article(make_article("a-3"))
        with pytest.raises(sqlite3.OperationalError), project._reading() as db:
            db.execute("SELECT nothing FROM nowhere")


def test_a_file_that_another_program_keeps_for_itself_is_not_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotated(path).close()
    monkeypatch.setattr(connection, "OPENING_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError) as caught:
        Project.open(path, "Анна")
    assert caught.value.code == "file-locked"
    other.execute("ROLLBACK")
    other.close()
    with Project.open(path, "Анна") as project:
        assert not project.read_only


@pytest.mark.parametrize("left", [False, True], ids=["closed", "killed"])
def test_a_place_where_sqlite_may_not_make_its_files(path: Path, left: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a read-only disk (seen there by ``test_a_file_that_may_only_be_read``): read in place, or from a copy."""
    project = annotated(path)
    (*_, last) = some_work(project, 3)
    kept = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    project.close()
    for suffix, data in kept.items() if left else ():
        path.with_name(path.name + suffix).write_bytes(data)

    real = connection.connect

    def refuses(where: Path, mode: str, *, immutable: bool = False) -> Database:
        if where == path and not immutable:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error
        return real(where, mode, immutable=immutable)

    monkeypatch.setattr(opening, "connect", refuses)
    monkeypatch.setattr(connection, "connect", refuses)
    with Project.open(path, "Анна", read_only=True) as project:
        assert project.layer("a-1", "Анна") == last


def test_a_write_protected_file_is_not_taken_for_writable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen as another user by ``test_a_file_that_may_only_be_read``; root may write anything."""
    annotated(path).close()
    monkeypatch.setattr(os, "access", lambda *given, **named: False)
    monkeypatch.setattr(os, "supports_effective_ids", {os.access})
    with Project.open(path, "Анна") as project:
        assert project.read_only
        assert "write-protected" in str(project.read_only_because)
        fails(project, "file-read-only")
    assert not (path.parent / f".{path.name}.lock").exists()
