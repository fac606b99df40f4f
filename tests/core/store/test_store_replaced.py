"""A project's file is moved, replaced, written over or parted from its WAL while open: ours is saved elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Range, edits
from core.model.layer import Layer
from core.store import Project, back_up_now, file, shadow, transactions, verify
from tests.paths import ROOT
from tests.store_samples import annotated, do, make_article, some_work
from tests.waiting import LIMIT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "п.citata"
    with annotated(made) as project:
        some_work(project, 3)
    return made


@pytest.fixture
def newcomer(tmp_path: Path) -> bytes:
    """What a sync client brings: the project as another person has it."""
    other = tmp_path / "other" / "п.citata"
    other.parent.mkdir()
    with annotated(other, "Борис") as project:
        for number in range(20):
            project.add_article(make_article(f"b-{number}"))
    return other.read_bytes()


def by_renaming(path: Path, data: bytes) -> None:
    path.with_name("синхронизация.tmp").write_bytes(data)
    path.with_name("синхронизация.tmp").replace(path)


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def by_no_project(path: Path, data: bytes) -> None:
    path.write_bytes(b"no project at all " * 20000)


def by_nothing(path: Path, data: bytes) -> None:
    path.write_bytes(b"")


def parted(path: Path, data: bytes) -> None:
    path.with_name(path.name + "-wal").unlink()


def wal_replaced(path: Path, data: bytes) -> None:
    path.with_name(path.name + "-wal").unlink()
    path.with_name(path.name + "-wal").write_bytes(b"")


def shm_gone(path: Path, data: bytes) -> None:
    path.with_name(path.name + "-shm").unlink()


HOW = [by_renaming, in_place, by_no_project, by_nothing, parted, wal_replaced, shm_gone]
How = Callable[[Path, bytes], None]


def beside(path: Path) -> set[str]:
    """Return the endings of what SQLite has beside a project."""
    return {one.name.removeprefix(path.name) for one in path.parent.glob(f"{path.name}-*") if one.is_file()}


def holds(path: Path, layer: Layer) -> None:
    """See that a project is sound, can be written, and has a layer of Anna's."""
    assert verify(path).findings == []
    with Project.open(path, "Анна") as project:
        assert not project.read_only
        assert project.layer("a-1", "Анна") == layer


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("checkpoint", [False, True], ids=["", "after a checkpoint"])
def test_what_is_ours_is_saved_and_the_newcomer_left_alone(
    path: Path, newcomer: bytes, how: How, checkpoint: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if checkpoint:
        monkeypatch.setattr(transactions, "CHECKPOINT_COMMITS", 3)
    project = Project.open(path, "Анна")
    (*_, last) = some_work(project, 7)
    project.wait_for_backup()
    how(path, newcomer)
    found = path.read_bytes()
    stays = beside(path) - {"-wal", "-shm"} | ({"-wal"} if how is wal_replaced else set())
    with pytest.raises(UserError) as refused:
        project.commit(last, edits.add_entity("PER", Range(0, 3)))
    assert refused.value.code == "file-replaced"
    with pytest.raises(UserError) as said, project:
        pass
    assert said.value.code == "project-rescued"
    assert path.read_bytes() == found
    assert beside(path) == stays
    assert project.rescued is not None
    assert str(project.rescued) in str(said.value)
    holds(project.rescued, last)


@pytest.mark.parametrize("how", HOW)
def test_it_is_noticed_at_closing_too(path: Path, newcomer: bytes, how: How) -> None:
    project = Project.open(path, "Анна")
    (*_, last) = some_work(project, 4)
    how(path, newcomer)
    found = path.read_bytes()
    project.close()
    assert path.read_bytes() == found
    assert project.rescued is not None
    holds(project.rescued, last)


def test_the_newcomers_own_files_stay(path: Path, newcomer: bytes) -> None:
    """Another program may have opened the newcomer already: its WAL is its own."""
    project = Project.open(path, "Анна")
    some_work(project, 4)
    by_renaming(path, newcomer)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink()
        path.with_name(path.name + suffix).write_bytes(b"theirs")
    project.close()
    for suffix in ("-wal", "-shm"):
        assert path.with_name(path.name + suffix).read_bytes() == b"theirs"


def test_threads_that_begin_late_leave_nothing_with_the_newcomer(
    path: Path, newcomer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes below the WAL and the backup of the day are read on threads, which a busy machine may begin late."""
    begun: list[threading.Thread] = []
    shutil.rmtree(path.with_name("п.citata-backups"), ignore_errors=True)
    with monkeypatch.context() as late:
        late.setattr(threading.Thread, "start", lambda thread: begun.append(thread))
        project = Project.open(path, "Анна")
        some_work(project, 4)
    assert {thread.name for thread in begun} == {"backup", "shadow"}
    by_renaming(path, newcomer)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink()
        path.with_name(path.name + suffix).write_bytes(b"theirs")
    for thread in begun:
        thread.start()
    for thread in begun:
        thread.join()
    for suffix in ("-wal", "-shm"):
        assert path.with_name(path.name + suffix).read_bytes() == b"theirs"
    project.close()
    assert project.rescued is not None
    assert path.read_bytes() == newcomer


def test_a_project_saved_elsewhere_is_not_saved_again(path: Path, newcomer: bytes, tmp_path: Path) -> None:
    project = Project.open(path, "Анна")
    (*_, last) = some_work(project, 4)
    in_place(path, newcomer)
    project.save_copy(tmp_path / "спасено.citata")
    project.close()
    assert project.rescued is None
    assert beside(path) == set()
    holds(tmp_path / "спасено.citata", last)


def test_where_nothing_was_done_nothing_is_saved(path: Path, newcomer: bytes) -> None:
    before = set(path.parent.iterdir())
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        in_place(path, newcomer)
    new = {one.name for one in set(path.parent.iterdir()) - before}
    assert new <= {"п.citata-backups"}
    assert path.read_bytes() == newcomer


def test_what_a_killed_run_left_in_the_wal_is_in_the_file_from_the_opening_on(path: Path) -> None:
    project = Project.open(path, "Анна")
    (*_, last) = some_work(project, 4)
    left = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    project.close()
    for suffix, data in left.items():
        path.with_name(path.name + suffix).write_bytes(data)
    with Project.open(path, "Анна"):
        path.with_name(f"{path.name}-wal").unlink()
    holds(path, last)


def test_a_project_too_large_to_be_kept_in_memory_comes_from_its_log_and_its_backups(
    path: Path, newcomer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shadow, "LARGEST", 0)
    back_up_now(path, "manual")
    project = Project.open(path, "Анна")
    (*_, last) = some_work(project, 4)
    in_place(path, newcomer)
    project.close()
    assert project.rescued is not None
    assert verify(project.rescued).findings == []
    with Project.open(project.rescued, "Анна", read_only=True) as saved:
        assert saved.layer("a-1", "Анна") == last


def test_a_file_that_is_moved_and_stays_away(path: Path) -> None:
    project = Project.open(path, "Анна")
    (*_, last) = some_work(project, 4)
    moved = path.with_name("унесён.citata")
    path.rename(moved)
    with pytest.raises(UserError) as caught:
        do(project, edits.add_entity("PER", Range(0, 3)))
    assert caught.value.code == "file-gone"
    project.close()
    assert beside(path) == set()
    assert project.rescued is not None
    holds(project.rescued, last)
    assert verify(moved).findings == []


def test_what_is_read_of_a_file_written_over_is_told_as_that(path: Path, newcomer: bytes) -> None:
    project = Project.open(path, "Анна")
    do(project, edits.add_entity("PER", Range(0, 3)))
    by_no_project(path, newcomer)
    with pytest.raises(UserError) as caught:
        list(project.records())
    assert caught.value.code == "file-replaced"
    project.close()


def test_who_looks_sees_the_restored_file(path: Path) -> None:
    from core.store import restore_backup

    backup = back_up_now(path, "manual")
    with Project.open(path, "Анна") as project:
        do(project, edits.add_entity("PER", Range(0, 3)))
    with Project.open(path, "Вера", read_only=True) as looking:
        before = looking.layer("a-1", "Анна")
        assert not looking.changed_elsewhere()
        restore_backup(path, backup)
        assert looking.changed_elsewhere()
        assert not looking.changed_elsewhere()
        after = looking.layer("a-1", "Анна")
        assert after is not None
        assert after != before
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") == after


def test_on_the_command_line_it_is_said_where_the_work_is(path: Path, newcomer: bytes) -> None:
    script = """
import sys
from pathlib import Path
from core.cli import main
from core.exchange import transfer
path, new, real = Path(sys.argv[1]), Path(sys.argv[2]), transfer.import_records
def replaced(project, *given, **named):
    done = real(project, *given, **named)
    path.write_bytes(new.read_bytes())
    return done
transfer.import_records = replaced
main(args=["import", str(path), sys.argv[3]], prog_name="citata")
"""
    (path.parent / "new").write_bytes(newcomer)
    (path.parent / "n.txt").write_text("Новость дня, и ничего больше.", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), str(path.parent / "new"), str(path.parent / "n.txt")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    (saved,) = path.parent.glob("п.saved-*.citata")
    assert done.returncode == 1
    assert str(saved) in done.stderr
    assert "Traceback" not in done.stderr
    with Project.open(saved, "Анна", read_only=True) as project:
        assert project.has_article("n")
    assert path.read_bytes() == newcomer


# -- one project, one name -----------------------------------------------------------------------------------------


def test_links_to_a_project_are_the_project(path: Path, tmp_path: Path) -> None:
    """One lock, one WAL, one folder of backups, whatever way one comes."""
    link = tmp_path / "links" / "ссылка.citata"
    link.parent.mkdir()
    link.symlink_to(path)
    with Project.open(link, "Анна") as project, Project.open(path, "Борис") as second:
        assert (project.read_only, second.read_only) == (False, True)
        assert project.path == path
        layer = do(project, edits.add_entity("PER", Range(0, 3)))
        assert verify(link).findings == []
        with Project.open(link, "Вера", read_only=True) as third:
            assert third.layer("a-1", "Анна") == layer
        backup = back_up_now(link, "manual")
    assert backup.parent == path.with_name("п.citata-backups")
    assert {one.name for one in link.parent.iterdir()} == {"ссылка.citata"}


def test_restoring_by_a_link_replaces_the_project_and_not_the_link(path: Path, tmp_path: Path) -> None:
    from core.store import restore_backup

    link = tmp_path / "links" / "ссылка.citata"
    link.parent.mkdir()
    link.symlink_to(path)
    backup = back_up_now(path, "manual")
    with Project.open(link, "Анна") as project:
        do(project, edits.add_entity("PER", Range(0, 3)))
    kept = restore_backup(link, backup)
    assert link.is_symlink()
    assert kept is not None
    assert kept.parent == path.parent
    assert {one.name for one in link.parent.iterdir()} == {"ссылка.citata"}


def test_a_project_is_made_where_a_link_points(tmp_path: Path) -> None:
    link = tmp_path / "ссылка.citata"
    link.symlink_to(tmp_path / "новый.citata")
    with Project.create(link, "Анна") as project:
        assert project.path == tmp_path / "новый.citata"
    assert link.is_symlink()


def test_a_file_with_a_second_name_is_open_for_reading(path: Path, tmp_path: Path) -> None:
    second = tmp_path / "второе имя.citata"
    os.link(path, second)
    for name in (path, second):
        with Project.open(name, "Анна") as project:
            assert project.read_only_because is not None
            assert project.read_only_because.code == "file-linked"
            assert "hard link" in str(project.read_only_because)
            with pytest.raises(UserError):
                do(project, edits.add_entity("PER", Range(0, 3)))
            with pytest.raises(UserError) as caught:
                project.take_over()
            assert caught.value.code == "file-linked"
            assert not project.path.with_name(f".{project.path.name}.lock").exists()
    with Project.open(path, "Анна") as project:
        second.unlink()
        project.take_over()
        do(project, edits.add_entity("PER", Range(0, 3)))


@pytest.mark.parametrize("left", ["restore", "creation", "older creation"])
def test_a_second_name_that_a_killed_run_of_ours_left_goes(path: Path, left: str) -> None:
    """Where the file system cannot rename without replacing, a file has two names for a moment."""
    names = {
        "restore": path.with_name("п.replaced-2026-11-28T08-00-00-000000.citata"),
        "creation": path.parent / ".citata-abcd1234.part" / "project.citata",
        "older creation": path.with_name(".п.citata.abcd1234.part"),
    }
    second = names[left]
    second.parent.mkdir(exist_ok=True)
    os.link(path, second)
    with Project.open(path, "Анна") as project:
        assert not project.read_only
        assert not second.exists()
        do(project, edits.add_entity("PER", Range(0, 3)))


def test_a_lock_that_is_a_link_leads_nowhere(path: Path, tmp_path: Path) -> None:
    precious = tmp_path / "роман.txt"
    precious.write_text("мой роман", "utf-8")
    path.with_name(f".{path.name}.lock").symlink_to(precious)
    with Project.open(path, "Анна") as project:
        assert project.read_only_because is not None
        assert project.read_only_because.code == "file-read-only"
    assert precious.read_text("utf-8") == "мой роман"


def test_a_file_system_without_shared_memory_does_without_a_wal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = file.open_to_write

    def without_wal(where: Path) -> object:
        db = real(where)
        db.execute("PRAGMA journal_mode = DELETE")
        return db

    monkeypatch.setattr(file, "open_to_write", without_wal)
    with Project.open(path, "Анна") as project:
        (*_, last) = some_work(project, 5)
        assert beside(path) == set()
    assert project.rescued is None
    monkeypatch.undo()
    holds(path, last)


COMMANDS = [
    ["verify", "{}"], ["restore", "{}", "1"], ["restore", "{other}", "{}"], ["merge", "{other}", "{}"],
    ["merge", "{}", "{other}"], ["backup", "{}"], ["compact", "{}"], ["history", "{}", "a-1"],
    ["verify", "{}", "--repair", "{new}"], ["backup", "{other}", "-o", "{}"], ["import", "{}", "{text}"],
    ["export", "{}", "-o", "{new}"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "command"),
    [*(("pipe", command) for command in COMMANDS), ("device", COMMANDS[0]), ("socket", COMMANDS[0])],
    ids=str,
)
def test_what_is_no_file_is_refused_at_once(path: Path, tmp_path: Path, kind: str, command: list[str]) -> None:
    named = tmp_path / "n.citata"
    if kind == "pipe":
        os.mkfifo(named)
    elif kind == "socket":
        import socket

        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(named))
    else:
        named.symlink_to("/dev/zero")
    shutil.copytree(back_up_now(path, "manual").parent, tmp_path / "n.citata-backups")
    text = tmp_path / "t.txt"
    text.write_text("Слово за слово.", "utf-8")
    facts = {"other": path, "new": tmp_path / "new.citata", "text": text}
    done = subprocess.run(
        [sys.executable, "-m", "core.cli", *(word.replace("{}", str(named)).format(**facts) for word in command)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=LIMIT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode in (1, 2), done.stdout
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new.citata").exists()
    assert verify(path).findings == []
