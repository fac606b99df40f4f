"""A damaged project that still opens says so over the text, with what helps; no list is empty without a word."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from core.errors import UserError
from core.store import back_up_now, backups_of, verify
from core.store.backups import folder_of
from gui.bug_report import BugReporter
from gui.care.verify import VerifyDialog
from gui.window.main_window import MainWindow
from gui.words.care import moment_words
from tests.gui.waiting import until

PAGE = 4096


@pytest.fixture
def reporter(empty_window: MainWindow) -> Iterator[BugReporter]:
    made = BugReporter(empty_window)
    made.troubled.connect(empty_window.session.failed, Qt.ConnectionType.QueuedConnection)
    made.install()
    yield made
    made.remove()


def noise(path: Path, *names: str) -> None:
    """Overwrite the first pages of tables and indexes."""
    conn = sqlite3.connect(path)
    pages = dict(conn.execute("SELECT name, rootpage FROM sqlite_schema"))
    conn.close()
    with path.open("r+b") as file:
        for name in names:
            file.seek((pages[name] - 1) * PAGE)
            file.write(bytes(n * 7 % 256 for n in range(PAGE)))


def spoil(path: Path, statement: str) -> None:
    conn = sqlite3.connect(path)
    conn.execute(statement)
    conn.commit()
    conn.close()


def offers_what_helps(window: MainWindow) -> None:
    notice = window.notice
    until(lambda: notice.isVisible() and "damaged" in notice.text.text(), "the banner of a damaged file")
    assert not any(one.isHidden() for one in (notice.action, notice.also, notice.more))
    assert [notice.action.text(), notice.also.text(), notice.more.text()] == ["Check", "Repair…", "Backups…"]


@pytest.mark.parametrize("names", [("article",), ("layer",), ("article_text",), ("entity", "log"), ("value",)])
def test_pages_of_noise_are_said_at_once(
    empty_window: MainWindow, project_path: Path, reporter: BugReporter, names: tuple[str, ...]
) -> None:
    shutil.rmtree(folder_of(project_path), ignore_errors=True)
    noise(project_path, *names)
    empty_window.desk.open_project(project_path)
    offers_what_helps(empty_window)
    assert reporter.dialog is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE article SET title = x'd0' WHERE key = 2",
        "UPDATE layer SET annotator = x'00'",
        "UPDATE layer SET status = 'x'",
        "UPDATE value SET value = x'00' WHERE key = 'schema'",
    ],
)
def test_values_that_make_no_sense_are_said_at_once(
    empty_window: MainWindow, project_path: Path, reporter: BugReporter, statement: str
) -> None:
    spoil(project_path, statement)
    empty_window.desk.open_project(project_path)
    offers_what_helps(empty_window)
    assert reporter.dialog is None


def test_the_banner_leads_to_the_check_and_the_repair(
    empty_window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    noise(project_path, "article_text")
    empty_window.desk.open_project(project_path)
    offers_what_helps(empty_window)
    empty_window.notice.action.click()
    (dialog,) = empty_window.findChildren(VerifyDialog)
    until(lambda: dialog.repair_button.isVisible(), "the faults of the check")
    dialog.repair_into(tmp_path / "whole.citata")
    until(lambda: dialog.repaired is not None, "the repaired file")
    dialog.open_it.click()
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == tmp_path / "whole.citata"


def test_the_banner_repairs_at_once_into_the_file_that_is_asked_for(
    empty_window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise(project_path, "entity")
    before = project_path.read_bytes()
    empty_window.desk.open_project(project_path)
    offers_what_helps(empty_window)
    out = tmp_path / "whole.citata"
    answers: list[tuple[str, str]] = [("", ""), (str(out), "")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: answers.pop(0))
    empty_window.notice.also.click()  # and the question is answered with Cancel
    assert empty_window.findChildren(VerifyDialog) == []
    empty_window.notice.also.click()
    (dialog,) = empty_window.findChildren(VerifyDialog)
    until(lambda: dialog.repaired is not None, "the repaired file")
    assert dialog.report is None  # it was not checked first
    assert verify(out).findings == []
    assert not empty_window.session.project or project_path.read_bytes() == before
    dialog.close()


def test_a_file_without_any_text_becomes_its_newest_backup_and_says_of_when(
    empty_window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    back_up_now(project_path, "manual")
    project_path.write_bytes(b"")
    assert not empty_window.desk.open_project(project_path)
    until(lambda: empty_window.notice.also.isVisible(), "the banner")
    assert empty_window.notice.also.text() == "Repair…"
    dialog = VerifyDialog(empty_window.desk, project_path, into=tmp_path / "whole.citata")
    dialog.open()
    until(lambda: dialog.repaired is not None, "the repaired file")
    backup = backups_of(project_path)[0]
    assert dialog.verdict.text() == f"The new file is the backup of {moment_words(backup.at)}."
    rows = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert "no text can be read" in rows[0]
    assert "cannot be told" in rows[1]
    assert project_path.read_bytes() == b""
    dialog.close()


def test_what_could_not_be_saved_is_not_called_sound_alone(
    empty_window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    spoil(project_path, "DELETE FROM article_text WHERE article = 1")
    shutil.rmtree(folder_of(project_path), ignore_errors=True)
    dialog = VerifyDialog(empty_window.desk, project_path)
    dialog.open()
    until(lambda: dialog.report is not None, "the check")
    dialog.repair_into(tmp_path / "rest.citata")
    until(lambda: dialog.repaired is not None, "the repaired file")
    assert dialog.verdict.text() == "The new file is sound, but something may be missing."
    dialog.close()


def test_a_known_trouble_that_nobody_caught_is_a_sentence_and_no_bug(
    empty_window: MainWindow, reporter: BugReporter
) -> None:
    error = UserError("file-damaged", path="p.citata", reason="noise")
    sys.excepthook(UserError, error, None)
    offers_what_helps(empty_window)
    assert reporter.dialog is None
