"""Trouble: bad files leave the window as it was, two windows on one project, a disk that takes nothing, bugs."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.model import Form
from core.store import Project
from gui.app import make_window
from gui.bug_report import BugReporter, LogFile
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import press


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a Citata project"),
        (b"not a database at all, and long enough to be one" * 40, "not a Citata project"),
        (b"SQLite format 3\x00" + b"\x00" * 2000, "bad.citata"),
    ],
)
def test_a_file_that_is_no_project_gets_a_sentence(
    window: MainWindow, tmp_path: Path, content: bytes, said: str
) -> None:
    bad = tmp_path / "bad.citata"
    bad.write_bytes(content)
    before = window.session.layer
    assert not window.desk.open_project(bad)
    assert said in window.notice.text.text()
    assert window.notice.isVisible()
    assert window.session.layer is before
    assert window.view.text == (before.article.text if before is not None else "")
    assert bad.read_bytes() == content
    assert window.settings.values.last_project != str(bad)


def test_a_project_that_is_gone_gets_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    assert not window.desk.open_project(tmp_path / "none.citata")
    assert "none.citata" in window.notice.text.text()
    assert window.session.project is not None


def test_a_change_that_cannot_be_written_is_not_shown(window: MainWindow, project_path: Path) -> None:
    project_path.rename(project_path.with_name("moved.citata"))
    window.session.select("q2")
    before = window.session.layer
    press(window, "D")
    assert window.session.layer == before
    assert "no longer" in window.notice.text.text()
    project_path.with_name("moved.citata").rename(project_path)
    press(window, "D")
    assert window.session.quotation is not None
    assert window.session.quotation.form is Form.DIRECT


def test_a_second_window_looks_until_the_first_is_closed(
    window: MainWindow, project_path: Path, settings: Settings
) -> None:
    second = make_window(Settings(settings.path.with_name("second.json")))
    try:
        second.settings.change(author="vera")
        second.show()
        assert second.desk.open_project(project_path)
        assert second.session.project is not None
        assert second.session.project.read_only
        assert "you can write once it is closed there" in second.notice.text.text()
        second.session.select("q2")
        second.focus_text()
        before = second.session.layer
        assert not second.commands.actions["direct"].isEnabled()
        second.inspector.refresh()
        assert not second.inspector.quotation.form.isEnabled()
        assert second.commands.actions["take-over"].isEnabled()
        second.commands.actions["take-over"].trigger()
        assert second.session.project.read_only
        window.close()
        second.commands.actions["take-over"].trigger()
        assert second.session.writable
        assert second.session.layer == before
        second.session.select("q2")
        second.commands.actions["direct"].trigger()
        assert second.session.quotation is not None
        assert second.session.quotation.form is Form.DIRECT
    finally:
        second.close()


def test_an_item_changed_elsewhere_is_read_again(window: MainWindow) -> None:
    from core.model import edits

    window.session.select("q2")
    press(window, "D")
    stale = window.session.layer
    assert stale is not None
    assert window.session.project is not None
    window.session.project.commit(stale, edits.set_form(stale, ["q2"], Form.MIXED))
    press(window, "I")
    assert "changed elsewhere" in window.notice.text.text()
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.MIXED


def test_a_copy_of_the_file_has_all_the_work(window: MainWindow, project_path: Path, tmp_path: Path) -> None:
    window.session.select("q2")
    press(window, "D")
    window.commands.actions["close-project"].trigger()
    copy = tmp_path / "copy.citata"
    shutil.copy(project_path, copy)
    with Project.open(copy, "vera") as project:
        layer = project.layer("most", "vera")
        assert layer is not None
        assert layer.quotation("q2").form is Form.DIRECT


@pytest.fixture
def reporter(window: MainWindow) -> Iterator[BugReporter]:
    made = BugReporter(window)
    made.install()
    yield made
    made.remove()


def test_a_bug_shows_a_report_and_the_work_is_on_disk(
    window: MainWindow, reporter: BugReporter, project_path: Path
) -> None:
    window.session.select("q2")
    press(window, "D")
    try:
        raise ZeroDivisionError("a bug of ours")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    QApplication.processEvents()
    dialog = reporter.dialog
    assert dialog is not None
    assert "ZeroDivisionError: a bug of ours" in dialog.details.toPlainText()
    assert "test_trouble.py" in dialog.details.toPlainText()
    dialog.copy.click()
    assert "a bug of ours" in QApplication.clipboard().text()
    with Project.open(project_path, "reader", read_only=True) as project:
        layer = project.layer("most", "vera")
        assert layer is not None
        assert layer.quotation("q2").form is Form.DIRECT
    dialog.close()
    QApplication.processEvents()
    assert reporter.dialog is None


def test_one_report_at_a_time(window: MainWindow, reporter: BugReporter) -> None:
    for _ in range(3):
        sys.excepthook(ValueError, ValueError("again"), None)
    QApplication.processEvents()
    first = reporter.dialog
    assert first is not None
    assert sum(type(one).__name__ == "BugDialog" for one in QApplication.topLevelWidgets()) == 1
    first.close()


def test_ctrl_c_in_the_terminal_is_no_bug(window: MainWindow, reporter: BugReporter) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert reporter.dialog is None


def test_a_notice_goes_when_it_is_closed_and_acts_when_asked(window: MainWindow) -> None:
    done: list[int] = []
    window.notice.show_text("something", level="warn", action="Do it", run=lambda: done.append(1))
    assert window.notice.isVisible()
    window.notice.action.click()
    assert done == [1]
    assert not window.notice.isVisible()


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """A log of the test's own, which goes nowhere yet."""
    made = logging.Logger("test")
    yield made
    for handler in made.handlers:
        handler.close()


def test_the_log_file_is_made_by_the_first_bug_and_keeps_all(tmp_path: Path, log: logging.Logger) -> None:
    path = tmp_path / "new" / "citata.log"
    log.addHandler(LogFile(path))
    assert not path.parent.exists()
    log.error("первая беда")
    log.error("вторая беда")
    assert path.read_text(encoding="utf-8").splitlines() == ["первая беда", "вторая беда"]


def test_a_disk_that_takes_no_log_stops_nothing(tmp_path: Path, log: logging.Logger) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    log.addHandler(LogFile(tmp_path / "in the way" / "citata.log"))
    log.error("беда")
    log.error("беда")
    assert [one.name for one in tmp_path.iterdir()] == ["in the way"]
