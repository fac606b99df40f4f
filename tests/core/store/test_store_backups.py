"""Backups: one a day, before migrations and merges, kept by count and age, restorable; copies while working."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Range, edits
from core.store import Project, back_up_now, backups_of, restore_backup, verify
from core.store import backups as module
from tests.store_samples import annotated, do, some_work
from tests.waiting import LIMIT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "работа.citata"


def dated(path: Path, moment: datetime, why: str) -> Path:
    """Lay a backup of another day among the backups."""
    folder = module.folder_of(path)
    folder.mkdir(exist_ok=True)
    made = folder / f"{moment:%Y-%m-%dT%H-%M-%S.%f}-{why}.citata"
    shutil.copyfile(path, made)
    return made


def test_opening_makes_one_backup_a_day(path: Path) -> None:
    with annotated(path) as project:
        some_work(project, 3)
    assert backups_of(path) == []  # it was new today
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        (made,) = project.backups()
        assert (made.why, made.size) == ("daily", made.path.stat().st_size)
        assert abs(datetime.now(UTC) - made.at) < timedelta(minutes=5)
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        assert project.backups() == [made]
    assert verify(made.path).findings == []
    yesterday = made.at - timedelta(days=1)
    made.path.rename(dated(path, yesterday, "daily"))
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        assert [backup.at.date() for backup in project.backups()] == [made.at.date(), yesterday.date()]


def test_an_empty_project_and_one_that_is_looked_at_need_no_backup(path: Path) -> None:
    Project.create(path, "Анна").close()
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        assert project.backups() == []
    with Project.open(path, "Анна", read_only=True) as project:
        project.wait_for_backup()
        assert project.backups() == []


def test_a_backup_is_one_state_however_much_is_written_meanwhile(path: Path) -> None:
    with annotated(path) as project:
        some_work(project, 3)
    with Project.open(path, "Анна") as project:
        layer = project.working_layer("a-1", "Анна")
        for _ in range(30):
            layer, _ = project.commit(layer, edits.add_entity("ORG", Range(0, 3)))
        project.wait_for_backup()
        (made,) = project.backups()
    assert verify(made.path).findings == []


def test_backups_go_by_count_and_age_but_never_those_of_a_migration(path: Path) -> None:
    annotated(path).close()
    now = datetime.now(UTC)
    old = [dated(path, now - timedelta(days=100 + n), "daily") for n in range(5)]
    migration = dated(path, now - timedelta(days=900), "version-1")
    strange = module.folder_of(path) / "мои заметки.txt"
    strange.touch()
    left = module.folder_of(path) / ".2026-01-01T00-00-00-daily.citata.abcd.part"
    left.touch()
    os.utime(left, (0, 0))
    busy = module.folder_of(path) / ".2026-01-01T00-00-01-daily.citata.abcd.part"
    busy.touch()
    made = back_up_now(path, "manual")
    kept = [backup.path for backup in backups_of(path)]
    assert kept == [made, *old[:2], migration]
    assert strange.exists()
    assert (left.exists(), busy.exists()) == (False, True)
    for n in range(1, 30):
        dated(path, now - timedelta(hours=n), "manual")
    back_up_now(path, "manual")
    plain = [backup for backup in backups_of(path) if backup.path != migration]
    assert len(plain) == module.KEEP_COUNT
    assert migration.exists()


def test_a_backup_that_cannot_be_made_is_said_and_holds_nobody_up(path: Path) -> None:
    with annotated(path) as project:
        some_work(project, 1)
    shutil.rmtree(module.folder_of(path), ignore_errors=True)  # where the day's backup was begun already
    module.folder_of(path).write_text("in the way", encoding="utf-8")
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        (notice,) = project.notices
        assert notice.code == "backup-failed"
        do(project, edits.add_entity("PER", Range(0, 3)))
        project.wait_for_backup()
        assert project.notices == [notice]


def test_a_stopped_backup_leaves_nothing(path: Path) -> None:
    with annotated(path) as project:
        stop = threading.Event()
        stop.set()
        with pytest.raises(module.Stopped):
            module.back_up(project._db, path, "manual", stop)
    assert list(module.folder_of(path).iterdir()) == []


def test_closing_stops_a_backup_that_is_under_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with annotated(path) as project:
        some_work(project, 1)
    at_work = threading.Event()
    write_copy = module.write_copy

    def slow(*given: object, **named: object) -> None:
        at_work.set()
        stop = given[2]
        assert isinstance(stop, threading.Event)
        assert stop.wait(LIMIT)
        write_copy(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "write_copy", slow)
    project = Project.open(path, "Анна")
    assert at_work.wait(LIMIT)
    project.close()
    assert backups_of(path) == []
    assert list(module.folder_of(path).iterdir()) == []


def test_a_backup_is_restored_and_what_stood_there_is_kept(path: Path) -> None:
    with annotated(path) as project:
        (*_, first) = some_work(project, 3)
        backup = project.back_up()
        do(project, edits.set_note(first, "q_1", "после"))
        now = project.layer("a-1", "Анна")
        with pytest.raises(UserError) as caught:
            restore_backup(path, backup)
        assert caught.value.code == "restore-held"
    kept = restore_backup(path, backup)
    assert kept is not None
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") == first
        do(project, edits.set_note(first, "q_1", "снова"))
    with Project.open(kept, "Анна") as project:
        assert project.layer("a-1", "Анна") == now
    assert verify(path).findings == []
    assert not [entry for entry in os.listdir(path.parent) if "restored" in entry]


def test_what_a_killed_process_left_in_the_wal_is_kept_by_restoring_too(path: Path) -> None:
    project = annotated(path)
    backup = project.back_up()
    (*_, last) = some_work(project, 3)
    left = {suffix: path.with_name(path.name + suffix).read_bytes() for suffix in ("", "-wal")}
    project.close()
    for suffix, data in left.items():
        path.with_name(path.name + suffix).write_bytes(data)
    kept = restore_backup(path, backup)
    assert kept is not None
    with Project.open(path, "Анна") as project:
        assert project.layer("a-1", "Анна") is None
    with Project.open(kept, "Анна") as project:
        assert project.layer("a-1", "Анна") == last


def test_a_backup_is_restored_where_the_project_is_gone(path: Path) -> None:
    with annotated(path) as project:
        backup = project.back_up()
    path.unlink()
    assert restore_backup(path, backup) is None
    assert verify(path).findings == []


def test_no_unsound_backup_is_restored(path: Path, tmp_path: Path) -> None:
    annotated(path).close()
    before = path.read_bytes()
    wrong = tmp_path / "письмо.citata"
    wrong.write_text("Дорогая Анна! " * 400, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        restore_backup(path, wrong)
    assert caught.value.code == "file-not-ours"
    spoilt = tmp_path / "порча.citata"
    data = bytearray(before)
    data[8192:12288] = b"\x5a" * 4096
    spoilt.write_bytes(data)
    with pytest.raises(UserError) as caught:
        restore_backup(path, spoilt)
    assert caught.value.code == "file-damaged"
    assert path.read_bytes() == before


def test_a_copy_is_one_sound_file_and_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 3)
        project.save_copy(tmp_path / "копия.citata")
        with pytest.raises(UserError) as caught:
            project.save_copy(tmp_path / "копия.citata")
        assert caught.value.code == "file-exists"
        with pytest.raises(UserError) as caught:
            project.save_copy(tmp_path / "нет такой папки" / "копия.citata")
        assert caught.value.code in ("file-cannot-open", "file-missing")
    conn = sqlite3.connect(tmp_path / "копия.citata")
    assert conn.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    conn.close()
    with Project.open(tmp_path / "копия.citata", "Анна") as project:
        assert project.layer("a-1", "Анна") == last


def test_an_unchanged_project_needs_no_other_backup(path: Path) -> None:
    with annotated(path) as project:
        some_work(project, 1)
    made = dated(path, datetime.now(UTC) - timedelta(days=2), "daily")
    os.utime(path, (0, 0))
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        assert [backup.path for backup in project.backups()] == [made]
        do(project, edits.add_entity("PER", Range(0, 3)))
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        assert len(project.backups()) == 2


def test_backups_do_not_fill_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotated(path).close()
    monkeypatch.setattr(module, "KEEP_BYTES", path.stat().st_size * 5)
    for n in range(1, 10):
        dated(path, datetime.now(UTC) - timedelta(hours=n), "daily")
    back_up_now(path, "manual")
    assert len(backups_of(path)) == 5
    monkeypatch.setattr(module, "KEEP_BYTES", 1)
    back_up_now(path, "manual")
    assert len(backups_of(path)) == module.KEEP_ALWAYS


def test_who_only_looks_may_make_a_backup(path: Path) -> None:
    with annotated(path) as project:
        (*_, last) = some_work(project, 2)
    with Project.open(path, "Анна", read_only=True) as project:
        made = project.back_up()
    with Project.open(made, "Анна", read_only=True) as project:
        assert project.layer("a-1", "Анна") == last
