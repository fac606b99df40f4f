"""Trouble with the file at work: nothing is shown that is not on disk; one tries again, or goes on elsewhere."""

from __future__ import annotations

import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model import Form, edits
from core.model.layer import Layer
from core.store import Project, verify
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import choose, idle, open_folder, program_for_all, trigger
from tests.gui.window_helpers import SAMPLES, make_project, stored

LONG = "очень длинная заметка " * 3000


class SmallDisk:
    """A place that can be full: a small disk of its own, or (without the right to mount one) a limit on files."""

    def __init__(self, folder: Path, *, mounted: bool) -> None:
        self.folder, self.mounted = folder, mounted
        self.project = folder / "press.citata"

    def fill(self) -> None:
        """Leave no room for another page."""
        if not self.mounted:
            size = max(one.stat().st_size for one in self.folder.glob("press.citata*") if one.is_file())
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            return
        ballast = os.open(self.folder / "ballast", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        with contextlib.suppress(OSError):
            while True:
                os.write(ballast, b"x" * 4096)
        os.close(ballast)

    def free(self) -> None:
        """Make room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        (self.folder / "ballast").unlink(missing_ok=True)


@pytest.fixture(params=["disk", "limit"])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "stick"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "none", str(folder)]
    mounted = request.param == "disk" and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    made = SmallDisk(folder, mounted=mounted)
    try:
        make_project(made.project, SAMPLES)
        yield made
    finally:
        made.free()
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def shows(window: MainWindow, layer: Layer | None) -> None:
    """See that every part of the window shows a layer, and that it is what the file holds."""
    assert layer is not None
    assert window.session.layer == layer
    assert window.view.layer == layer
    window.inspector.refresh()
    item = window.session.quotation
    if item is not None:
        assert window.inspector.quotation.note.toPlainText() == layer.quotation(item.id).note
    assert window.header.count.text().endswith(f"/ {len(layer.annotations())}")


def offers(window: MainWindow, *words: str) -> None:
    notice = window.notice
    assert notice.isVisible()
    shown = [button.text() for button in (notice.action, notice.also, notice.more) if not button.isHidden()]
    assert shown == list(words), notice.text.text()


def long_note(window: MainWindow) -> bool:
    layer = window.session.layer
    assert layer is not None
    return window.session.do(edits.set_note(layer, "q2", LONG))


def test_a_full_disk_keeps_the_last_state_and_is_tried_again(empty_window: MainWindow, small: SmallDisk) -> None:
    window = empty_window
    assert window.desk.open_project(small.project)
    window.session.select("q2")
    trigger(window, "mixed")
    before = window.session.layer
    small.fill()
    assert not long_note(window)
    shows(window, before)
    offers(window, "Try again", "Save elsewhere…")
    window.notice.action.click()
    shows(window, before)
    offers(window, "Try again", "Save elsewhere…")
    small.free()
    window.notice.action.click()
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").note == LONG
    assert stored(window) == window.session.layer
    assert not window.notice.isVisible()
    assert window.session.undo()
    assert window.session.layer == before
    assert verify(small.project).findings == []


def test_from_a_full_disk_one_goes_on_elsewhere(
    empty_window: MainWindow, small: SmallDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, out = empty_window, tmp_path / "elsewhere.citata"
    assert window.desk.open_project(small.project)
    window.session.select("q2")
    trigger(window, "mixed")
    before = window.session.layer
    small.fill()
    assert not long_note(window)
    if not small.mounted:
        small.free()  # the limit holds for every file
    choose(monkeypatch, out)
    idle(window, window.notice.more.click)
    assert window.session.project is not None
    assert window.session.project.path == out
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").note == LONG
    assert stored(window) == window.session.layer
    assert f"You go on in {out}" in window.notice.text.text()
    assert window.session.undo()
    assert window.session.layer == before
    small.free()
    assert verify(out).findings == []
    assert verify(small.project).findings == []
    with Project.open(small.project, "vera", read_only=True) as old:
        assert old.layer("most", "vera") == before


def test_a_full_disk_stops_an_import_which_is_tried_again(
    empty_window: MainWindow, small: SmallDisk, tmp_path: Path
) -> None:
    window = empty_window
    assert window.desk.open_project(small.project)
    for number in range(8):
        (tmp_path / f"n{number}.txt").write_text(f"Новость {number}.\n" + "Слово за словом. " * 1200, "utf-8")
    small.fill()
    idle(window, lambda: window.take_files(sorted(tmp_path.glob("n*.txt"))))
    offers(window, "Try again", "Save elsewhere…")
    assert window.articles.model.rowCount() == 3
    small.free()
    idle(window, window.notice.action.click)
    assert window.articles.model.rowCount() == 11


def test_a_file_that_another_program_locks_is_tried_again(window: MainWindow, project_path: Path) -> None:
    window.session.select("q2")
    before = window.session.layer
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    trigger(window, "direct")
    shows(window, before)
    offers(window, "Try again", "Save elsewhere…")
    assert "Another program is writing" in window.notice.text.text()
    other.execute("ROLLBACK")
    other.close()
    window.notice.action.click()
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.DIRECT
    assert stored(window) == window.session.layer


def test_what_is_tried_again_is_the_undo_where_that_failed(window: MainWindow, project_path: Path) -> None:
    window.session.select("q2")
    before = window.session.layer
    trigger(window, "direct")
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    trigger(window, "undo")
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.DIRECT
    other.execute("ROLLBACK")
    other.close()
    window.notice.action.click()
    assert window.session.layer is not None
    assert before is not None
    assert window.session.layer.quotation("q2") == before.quotation("q2")
    assert window.session.redo()


def test_another_article_forgets_what_failed(window: MainWindow, project_path: Path) -> None:
    window.session.select("q2")
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    trigger(window, "direct")
    other.execute("ROLLBACK")
    other.close()
    window.desk.open_article("zavod")
    assert not window.session.try_again()
    window.notice.action.click()
    assert stored(window) is None


def test_a_place_that_does_not_do_is_followed_by_another(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.select("q2")
    project_path.rename(project_path.with_name("away.citata"))
    trigger(window, "direct")
    taken = tmp_path / "taken.citata"
    taken.write_text("mine", "utf-8")
    choose(monkeypatch, taken)
    idle(window, window.notice.more.click)
    assert "nothing was overwritten" in window.notice.text.text()
    choose(monkeypatch, tmp_path / "free.citata")
    idle(window, window.notice.more.click)
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.DIRECT
    assert stored(window) == window.session.layer
    assert taken.read_text("utf-8") == "mine"


def test_what_was_said_of_a_project_goes_with_it(window: MainWindow, project_path: Path) -> None:
    window.session.select("q2")
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    trigger(window, "direct")
    other.execute("ROLLBACK")
    other.close()
    assert window.notice.isVisible()
    trigger(window, "close-project")
    assert not window.notice.isVisible()


def test_a_file_that_is_gone_is_put_back_or_saved_elsewhere(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.select("q2")
    away = project_path.with_name("away.citata")
    before = window.session.layer
    project_path.rename(away)
    trigger(window, "direct")
    shows(window, before)
    offers(window, "Try again", "Save elsewhere…")
    assert "no longer where it was" in window.notice.text.text()
    away.rename(project_path)
    window.notice.action.click()
    assert stored(window) == window.session.layer != before
    project_path.unlink()
    window.session.select("q2")
    trigger(window, "mixed")
    out = tmp_path / "saved.citata"
    choose(monkeypatch, out)
    idle(window, window.notice.more.click)
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.MIXED
    assert verify(out).findings == []
    assert not project_path.exists()


READ_ONLY = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
path, home = Path(sys.argv[1]), Path(sys.argv[2])
from PySide6.QtWidgets import QFileDialog
from core.model import Form
from gui.app import make_app, make_window
from gui.desk.settings import Settings
app = make_app()
settings = Settings(home / "settings.json")
settings.change(author="vera", language="en", theme="light")
def idle(window):
    while not window.jobs.is_idle:
        app.processEvents()
def look():
    window = make_window(settings)
    window.show()
    window.desk.open_project(path)
    window.session.select("q2")
    window.inspector.refresh()
    app.processEvents()
    return window
def save(window, out):
    QFileDialog.getSaveFileName = staticmethod(lambda *a, **k: (str(out), ""))
    window.commands.care.trouble.save_elsewhere()
    idle(window)
    window.session.select("q2")
    window.commands.actions["direct"].trigger()
# once with all rights, so that everything is imported: nobody may not read root's Python
window = look(); save(window, home / "first.citata"); window.close()
path.parent.chmod(0o555); path.chmod(0o444)
for one in (home, *home.rglob("*")):
    one.chmod(0o777)
if os.geteuid() == 0:
    os.setegid(65534); os.seteuid(65534)
window = look()
notice = window.notice
print(notice.text.text())
print([one.text() for one in (notice.action, notice.more) if not one.isHidden()])
print(window.commands.actions["direct"].isEnabled(), window.session.layer is not None)
save(window, home / "mine.citata")
print(window.session.project.path, window.session.quotation.form is Form.DIRECT)
window.close()
"""


def test_a_file_that_may_only_be_read_is_worked_on_elsewhere() -> None:
    """As an unprivileged user, in a process of its own."""
    with open_folder() as there:
        path, home = there / "locked" / "press.citata", there / "home"
        path.parent.mkdir()
        home.mkdir()
        make_project(path, SAMPLES)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(path), str(home)],
            cwd=program_for_all(there),
            env={**os.environ, "TMPDIR": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    said, offered, enabled, went = done.stdout.splitlines()
    assert "cannot be written" in said
    assert offered == "['Save elsewhere…']"
    assert enabled == "False True"
    assert went == f"{home / 'mine.citata'} True"
