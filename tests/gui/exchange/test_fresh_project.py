"""Files without a project get one beside them; the sample is built once; both are pre-annotated and open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.model import AUTO
from core.store import Project
from gui.exchange import fresh_project
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import answer, choose, idle, open_folder, program_for_all, trigger
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import make_project

NEWS = "Мост откроют в мае\n\n«Работы идут по плану», — сообщила мэр Лужска Инна Белова.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    path = folder / "most.txt"
    path.write_text(NEWS, "utf-8")
    return path


def test_a_file_gets_a_project_beside_it_and_proposals(empty_window: MainWindow, news: Path) -> None:
    idle(empty_window, lambda: empty_window.take_files([news]))
    session = empty_window.session
    assert session.project is not None
    assert session.project.path == news.with_suffix(".citata")
    assert session.article is not None
    assert "Работы идут" in session.article.text
    assert session.layer is not None
    assert [one.form.value for one in session.layer.quotations()] == ["direct"]
    assert AUTO in session.project.layers_of(session.article.id)


def test_a_project_that_is_there_already_is_opened(empty_window: MainWindow, news: Path) -> None:
    path = news.with_suffix(".citata")
    make_project(path, ())
    idle(empty_window, lambda: empty_window.take_files([news]))
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == path
    assert empty_window.articles.model.rowCount() == 1
    idle(empty_window, lambda: trigger(empty_window, "close-project"))
    idle(empty_window, lambda: empty_window.take_files([news]))
    assert empty_window.articles.model.rowCount() == 1


def test_a_folder_gets_a_project_of_its_name(empty_window: MainWindow, news: Path) -> None:
    (news.parent / "other.txt").write_text("Другая новость.", "utf-8")
    idle(empty_window, lambda: empty_window.take_files([news.parent]))
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == news.parent.with_suffix(".citata")
    assert empty_window.articles.model.rowCount() == 2


def test_something_else_of_that_name_is_left_alone_and_a_place_asked_for(
    empty_window: MainWindow, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news.with_suffix(".citata").write_text("not ours", "utf-8")
    choose(monkeypatch, tmp_path / "elsewhere.citata")
    answer("Choose…")
    idle(empty_window, lambda: empty_window.take_files([news]))
    assert news.with_suffix(".citata").read_text("utf-8") == "not ours"
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == tmp_path / "elsewhere.citata"
    assert empty_window.session.article is not None


def test_no_place_no_project(empty_window: MainWindow, news: Path) -> None:
    news.with_suffix(".citata").write_text("not ours", "utf-8")
    answer("Cancel")
    empty_window.take_files([news])
    assert empty_window.session.project is None


def test_files_of_which_none_can_be_read_leave_no_project(empty_window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    idle(empty_window, lambda: empty_window.take_files([bad]))
    assert empty_window.session.project is None
    assert "1 record refused" in empty_window.notice.text.text()
    assert not (tmp_path / "bad.citata").exists()
    assert empty_window.settings.values.recent == []


READ_ONLY = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
folder, home = Path(sys.argv[1]), Path(sys.argv[2])
os.environ.update(HOME=str(home), XDG_CONFIG_HOME=str(home), XDG_DATA_HOME=str(home / "data"))
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from gui.app import make_app, make_window
from gui.desk.settings import Settings
app = make_app()
settings = Settings(home / "settings.json")
settings.change(author="vera", language="en", theme="light")
window = make_window(settings)
window.show()
def take(path):
    window.take_files([path])
    while not window.jobs.is_idle:
        app.processEvents()
def press():
    box = QApplication.activeModalWidget()
    if not isinstance(box, QMessageBox):
        return QTimer.singleShot(10, press)
    print(box.text(), box.informativeText())
    box.defaultButton().click()
# once with all rights, so that everything is imported: nobody may not read root's Python
(home / "first.txt").write_text((folder / "most.txt").read_text("utf-8"), "utf-8")
take(home / "first.txt")
window.session.close()
QMessageBox(window).buttons()
folder.chmod(0o555)
for path in (home, *home.rglob("*")):
    path.chmod(0o777)
if os.geteuid() == 0:
    os.setegid(65534); os.seteuid(65534)
QTimer.singleShot(0, press)
take(folder / "most.txt")
print(window.session.project.path, window.session.article is not None)
window.close()
"""


def test_a_folder_that_takes_no_writing_leads_to_a_question() -> None:
    """As an unprivileged user, in a process of its own."""
    with open_folder() as there:
        desk, home = there / "desk", there / "home"
        desk.mkdir()
        home.mkdir()
        (desk / "most.txt").write_text(NEWS, "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(desk), str(home)],
            cwd=program_for_all(there),
            env={**os.environ, "TMPDIR": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    asked, opened = done.stdout.splitlines()
    assert asked.startswith("The files need a project, and it cannot be beside them."), done.stderr
    assert "cannot be written" in asked or "cannot be opened" in asked
    assert opened == f"{home}/data/citata/most.citata True"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(fresh_project, "documents", lambda: folder)
    return folder


def test_the_sample_is_built_with_proposals_once_and_opened_again(empty_window: MainWindow, desk: Path) -> None:
    idle(empty_window, lambda: trigger(empty_window, "sample"))
    session = empty_window.session
    assert session.project is not None
    path = session.project.path
    assert path.parent == desk
    assert empty_window.articles.model.rowCount() >= 8
    assert session.layer is not None
    assert session.layer.quotations()
    session.select(session.layer.quotations()[0].id)
    trigger(empty_window, "accept")
    worked = session.layer
    trigger(empty_window, "close-project")
    idle(empty_window, lambda: trigger(empty_window, "sample"))
    assert session.project is not None
    assert session.project.path == path
    assert session.layer == worked
    assert [one.name for one in desk.iterdir() if not one.name.startswith(path.name)] == [f".{path.name}.lock"]


def test_a_sample_that_is_stopped_leaves_nothing(empty_window: MainWindow, desk: Path) -> None:
    trigger(empty_window, "sample")
    job = empty_window.jobs.job
    assert job is not None
    idle(empty_window, job.cancel)
    assert list(desk.iterdir()) == []
    assert empty_window.session.project is None


def test_documents_are_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    assert fresh_project.documents() == tmp_path / "data" / "citata"
    (tmp_path / "Documents").mkdir()
    assert fresh_project.documents() == tmp_path / "Documents"


def test_a_file_named_at_the_start_does_not_go_into_the_last_project(
    project_path: Path, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui import app as starting
    from gui.desk.settings import Settings

    Settings().change(last_project=str(project_path), author="vera", language="en")
    windows: list[MainWindow] = []
    made = starting.make_window

    def keep() -> MainWindow:
        windows.append(made())
        return windows[0]

    def events(app: QApplication) -> int:
        until(lambda: windows[0].session.article is not None, "the article that was named at the start")
        wait_idle(windows[0])
        assert windows[0].session.project is not None
        assert windows[0].session.project.path == news.with_suffix(".citata")
        return 0

    monkeypatch.setattr(starting, "make_window", keep)
    monkeypatch.setattr(QApplication, "exec", events)
    assert starting.run([str(news)]) == 0
    with Project.open(project_path, "vera", read_only=True) as project:
        assert project.article_count("vera") == 3
