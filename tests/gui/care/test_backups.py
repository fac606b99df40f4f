"""Copies, backups, check, repair and compaction from the window, on real files."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.model import Form, edits
from core.store import Points, Project, back_up_now, backups_of, verify
from gui.care.backups import BackupsDialog
from gui.care.compact import CompactDialog
from gui.care.verify import VerifyDialog
from gui.desk.jobs import Job
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import answer, choose, dialog, idle, trigger
from tests.gui.waiting import until
from tests.waiting import LIMIT


def mixed(window: MainWindow) -> None:
    """Make the second quotation a mixed one."""
    window.session.select("q2")
    trigger(window, "mixed")
    assert window.session.quotation is not None
    assert window.session.quotation.form is Form.MIXED


def form_in(path: Path) -> Form:
    with Project.open(path, "vera", read_only=True) as project:
        layer = project.working_layer("most", "vera")
        return layer.quotation("q2").form


def test_a_copy_is_saved_while_one_works(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed(window)
    copy = tmp_path / "a copy.citata"
    choose(monkeypatch, copy.with_suffix(""))
    idle(window, lambda: trigger(window, "save-copy"))
    assert str(copy) in window.notice.text.text()
    trigger(window, "direct")
    assert form_in(copy) is Form.MIXED
    assert verify(copy).findings == []
    assert window.session.project is not None
    assert window.session.project.path != copy


def test_a_copy_never_overwrites(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "there.citata"
    there.write_text("mine", "utf-8")
    choose(monkeypatch, there)
    idle(window, lambda: trigger(window, "save-copy"))
    assert "nothing was overwritten" in window.notice.text.text()
    assert there.read_text("utf-8") == "mine"


def test_a_backup_is_made_listed_and_restored_and_what_stood_there_is_kept(
    window: MainWindow, project_path: Path
) -> None:
    before = window.session.layer
    trigger(window, "backups")
    shown = dialog(window, BackupsDialog)
    idle(window, shown.now.click)
    assert shown.said.text() == "The backup is made."
    assert "by hand" in [shown.table.topLevelItem(at).text(1) for at in range(shown.table.topLevelItemCount())]  # type: ignore[union-attr]
    shown.reject()
    mixed(window)
    trigger(window, "backups")
    shown = dialog(window, BackupsDialog)
    newest = shown.table.topLevelItem(0)
    assert newest is not None
    until(lambda: newest.text(3) == "2", "the count of edits since the backup")  # the start of the layer, and the edit
    answer("Restore")
    idle(window, shown.restore.click)
    assert window.session.layer == before
    assert window.session.writable
    assert "What stood there is kept as press.replaced-" in window.notice.text.text()
    (kept,) = project_path.parent.glob("press.replaced-*.citata")
    assert form_in(kept) is Form.MIXED
    assert form_in(project_path) is Form.INDIRECT
    assert verify(project_path).findings == []


def test_a_question_said_no_to_changes_nothing(window: MainWindow, project_path: Path) -> None:
    back_up_now(project_path, "manual")
    trigger(window, "backups")
    shown = dialog(window, BackupsDialog)
    answer("Cancel")
    shown.restore.click()
    assert shown.isVisible()
    assert window.session.project is not None
    assert not list(project_path.parent.glob("press.replaced-*"))


def test_a_restore_that_fails_leaves_the_project_open(window: MainWindow, project_path: Path) -> None:
    mixed(window)
    backup = back_up_now(project_path, "manual")
    trigger(window, "backups")
    shown = dialog(window, BackupsDialog)
    backup.write_bytes(b"no backup any more")
    answer("Restore")
    idle(window, shown.restore.click)
    assert "not a Citata project" in window.notice.text.text()
    assert window.session.writable
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.MIXED


def test_a_backup_is_saved_elsewhere(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_now(project_path, "manual")
    out = tmp_path / "earlier.citata"
    choose(monkeypatch, out)
    trigger(window, "backups")
    shown = dialog(window, BackupsDialog)
    idle(window, shown.elsewhere.click)
    assert str(out) in shown.said.text()
    assert form_in(out) is Form.INDIRECT
    idle(window, shown.elsewhere.click)
    assert "already there" in window.notice.text.text()


def test_the_backups_of_a_project_that_is_not_open(
    empty_window: MainWindow, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_now(project_path, "before-merge")
    project_path.write_bytes(b"spoilt")
    choose(monkeypatch, project_path)
    trigger(empty_window, "backups")
    shown = dialog(empty_window, BackupsDialog)
    row = shown.table.topLevelItem(0)
    assert row is not None
    assert row.text(1) == "before a merge"
    answer("Restore")
    idle(empty_window, shown.restore.click)
    assert empty_window.session.article is not None
    (kept,) = project_path.parent.glob("press.replaced-*.citata")
    assert kept.read_bytes() == b"spoilt"


def checked(window: MainWindow) -> VerifyDialog:
    shown = dialog(window, VerifyDialog)
    until(lambda: shown.progress.isHidden(), "the end of the check")
    return shown


def test_a_sound_project_is_said_to_be_sound(window: MainWindow) -> None:
    mixed(window)
    trigger(window, "verify")
    shown = checked(window)
    assert shown.verdict.text() == "The project is sound."
    assert shown.counts.text() == "Checked: 3 articles, 2 layers, 3 edits."
    assert not shown.repair_button.isVisible()


def test_a_damaged_project_is_repaired_into_a_new_file(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed(window)
    trigger(window, "close-project")
    conn = sqlite3.connect(project_path)
    conn.execute("UPDATE entity SET text = 'другое'")
    conn.commit()
    conn.close()
    before = project_path.read_bytes()
    choose(monkeypatch, project_path)
    trigger(window, "verify")
    shown = checked(window)
    assert "found" in shown.verdict.text()
    assert "другое" in shown.list.item(0).text()
    out = tmp_path / "repaired.citata"
    choose(monkeypatch, out)
    shown.repair_button.click()
    until(lambda: shown.open_it.isVisible(), "the repaired copy")
    assert str(out) in shown.counts.text()
    assert project_path.read_bytes() == before
    shown.open_it.click()
    assert window.session.project is not None
    assert window.session.project.path == out
    assert verify(out).findings == []
    assert form_in(out) is Form.MIXED


def test_a_window_closed_in_the_middle_of_a_check_waits_for_it(window: MainWindow) -> None:
    trigger(window, "verify")
    shown = dialog(window, VerifyDialog)
    job = shown._job
    assert job is not None
    window.close()
    assert job.isFinished()
    assert job.cancelled


def test_a_file_that_is_no_project_cannot_be_checked(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.citata"
    bad.write_text("words", "utf-8")
    choose(monkeypatch, bad)
    trigger(empty_window, "verify")
    shown = checked(empty_window)
    assert "not a Citata project" in shown.counts.text()


def test_damage_that_is_met_at_work_offers_check_and_backups(window: MainWindow, project_path: Path) -> None:
    trigger(window, "close-project")
    conn = sqlite3.connect(project_path)
    conn.execute("UPDATE article_text SET text = replace(text, 'откроют', 'отрокют')")
    conn.commit()
    conn.close()
    window.settings.values.last_articles.clear()
    assert window.desk.open_project(project_path)
    notice = window.notice
    assert [one.text() for one in (notice.action, notice.also, notice.more)] == ["Check", "Repair…", "Backups…"]
    window.notice.action.click()
    shown = checked(window)
    assert shown.repair_button.isVisible()


def test_the_log_is_compacted_and_says_what_it_keeps(window: MainWindow, project_path: Path) -> None:
    for name in ("mixed", "direct", "indirect", "mixed", "unsure"):
        window.session.select("q2")
        trigger(window, name)
    before = window.session.layer
    trigger(window, "history")
    panel = window.commands.panels.history_panel
    assert panel.model.rowCount() == 6
    trigger(window, "compact")
    shown = dialog(window, CompactDialog)
    assert shown.chosen()[1] is Points.DAYS
    shown.days.setValue(0)
    shown.points[Points.LAST].setChecked(True)
    assert shown.chosen()[0] <= datetime.now(UTC)
    idle(window, shown.go.click)
    assert "edits before" in window.notice.text.text()
    assert window.session.layer == before
    assert window.session.project is not None
    assert len(window.session.project.history("most", "vera")) == 1
    until(lambda: panel.model.rowCount() == 1, "the history to show the one entry left")
    assert backups_of(project_path)[0].why == "before-compaction"
    window.session.do(edits.set_note(before, "q2", "weiter"))  # type: ignore[arg-type]
    assert window.session.undo()
    assert verify(project_path).findings == []


def test_nothing_waits_for_a_work_that_has_the_file_for_itself(window: MainWindow) -> None:
    go_on = threading.Event()
    ended: list[object] = []
    window.session.select("q2")
    before = window.session.layer
    job = Job("Long", 0, lambda report: go_on.wait(LIMIT))
    window.desk.run_alone(job, ended.append)
    assert not window.commands.actions["direct"].isEnabled()
    assert window.session.layer is not None
    assert not window.session.do(edits.set_note(window.session.layer, "q2", "too early"))
    window.session.select("q1")
    assert window.session.quotation is not None
    idle(window, go_on.set)
    assert ended == [True]
    assert window.session.layer == before
    assert window.session.writable
    mixed(window)


def test_a_backup_of_the_day_that_fails_is_told(empty_window: MainWindow, project_path: Path) -> None:
    folder = project_path.with_name("press.citata-backups")
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("a file in the folder's place", "utf-8")
    empty_window.commands.care.standby.news.setInterval(20)
    assert empty_window.desk.open_project(project_path)
    until(lambda: "No backup of" in empty_window.notice.text.text(), "the notice of the failed backup")
    assert empty_window.session.writable


def test_a_clock_that_went_back_is_told(empty_window: MainWindow, project_path: Path) -> None:
    conn = sqlite3.connect(project_path)
    conn.execute("UPDATE log SET at = '2199-01-01T00:00:00.000000Z'")
    conn.commit()
    conn.close()
    assert empty_window.desk.open_project(project_path)
    assert "Set the clock" in empty_window.notice.text.text()
