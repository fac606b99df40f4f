"""The tour: every step waits for the real act, whichever way it is done, and the person's own work is untouched."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication

from core.model.edits import cut_range, delete
from gui.exchange.export_dialog import ExportDialog
from gui.tour.pointer import Pointer
from gui.tour.steps import ACCEPTED, FIRST_HALF, STEPS, TOO_LONG, WRONG_SPEAKER
from gui.tour.tour import Tour
from gui.window.main_window import MainWindow
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import accept_what_is_open, press, select


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(folder))
    return folder


@pytest.fixture
def tour(empty_window: MainWindow, documents: Path) -> Tour:
    empty_window.activateWindow()
    empty_window.desk.trigger("tour")
    QApplication.processEvents()
    made = empty_window.findChild(Tour)
    assert made is not None
    assert made.running
    return made


def at(tour: Tour) -> str:
    QApplication.processEvents()
    return tour.step.id if tour.step is not None else "end"


def test_by_its_keys_to_the_exported_file(empty_window: MainWindow, tour: Tour, documents: Path) -> None:
    window = empty_window
    assert at(tour) == "accept"
    assert window.session.selected == ACCEPTED
    press(window, "Return")
    assert at(tour) == "speaker"
    assert window.session.selected == WRONG_SPEAKER
    names = [one.actor.name for one in window.inspector.candidates]
    press(window, str(names.index("Лариса Мухина") + 1))
    assert at(tour) == "cut"
    select(window, ",\u00a0— пояснил он")
    press(window, "X")
    assert at(tour) == "link"
    assert window.session.selected == FIRST_HALF
    press(window, "J")
    assert at(tour) == "done"
    QTimer.singleShot(0, accept_what_is_open)
    press(window, "Ctrl+Shift+Return")
    assert at(tour) == "export"

    def export() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        until(lambda: dialog.go.isEnabled(), "the count of what will be exported")
        dialog.go.click()

    QTimer.singleShot(0, export)
    press(window, "Ctrl+E")
    wait_idle(window)
    assert at(tour) == "end"
    out = documents / "Citata tour.jsonl"
    tour.strip.leave_button.click()
    [record] = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    names_by_id = {actor["id"]: actor["name"] for actor in record["actors"]}
    assert {one["id"]: names_by_id[one["speaker"]] for one in record["quotations"]}[WRONG_SPEAKER] == "Лариса Мухина"
    assert {one["origin"] for one in record["quotations"]} <= {"accepted", "corrected"}
    assert window.session.project is None


def test_other_acts_leave_the_step_and_taking_back_returns_nothing(empty_window: MainWindow, tour: Tour) -> None:
    press(empty_window, "Return")
    before = tour.strip.words.text()
    assert before.startswith("Done. ")
    empty_window.session.select(TOO_LONG)
    press(empty_window, "U")  # unsure: nothing that the tour waits for
    assert at(tour) == "speaker"
    tour.strip.back_button.click()
    assert tour.strip.words.text() == "This is done already."
    assert tour.strip.next_button.text() == "Next"
    press(empty_window, "Ctrl+Z", "Ctrl+Z")
    assert at(tour) == "accept"
    assert tour.strip.next_button.text() == "Skip"
    assert not tour.strip.back_button.isEnabled()


def test_a_step_is_skipped_and_says_where_its_quotation_is_gone(empty_window: MainWindow, tour: Tour) -> None:
    session = empty_window.session
    assert session.layer is not None
    session.do(delete(session.layer, [WRONG_SPEAKER]))
    tour.strip.next_button.click()
    assert "is gone" in tour.strip.words.text()
    tour.strip.next_button.click()
    assert at(tour) == "cut"


def test_another_way_to_do_it_counts_too(empty_window: MainWindow, tour: Tour) -> None:
    session = empty_window.session
    tour.strip.next_button.click()
    tour.strip.next_button.click()
    assert at(tour) == "cut"
    assert session.layer is not None
    held = session.layer.quotation(TOO_LONG).ranges[0]
    session.do(cut_range(session.layer, TOO_LONG, held._replace(start=held.end - 14)))
    assert at(tour) == "link"


def test_leaving_brings_back_what_was_open(window: MainWindow, documents: Path) -> None:
    assert window.session.project is not None
    own = window.session.project.path
    recent = list(window.settings.values.recent)
    window.desk.trigger("tour")
    tour = window.findChild(Tour)
    assert tour is not None
    copy = window.session.project.path
    assert copy != own
    assert window.settings.values.last_project == str(own)
    assert window.settings.values.recent == recent
    press(window, "Return")
    tour.strip.leave_button.click()
    assert window.session.project.path == own
    assert not tour.running
    assert tour.strip.isHidden()
    assert not copy.parent.exists()


def test_what_is_spoken_of_is_framed_whole(empty_window: MainWindow, tour: Tour) -> None:
    frame = empty_window.findChild(Pointer)
    assert frame is not None
    view, speakers = empty_window.view, empty_window.inspector.quotation.speaker
    assert frame.geometry() == QRect(view.mapTo(empty_window, QPoint()), view.size())
    press(empty_window, "Return")
    assert at(tour) == "speaker"
    until(lambda: frame.geometry().topLeft() == speakers.mapTo(empty_window, QPoint()), "the frame around the speakers")
    assert frame.width() == speakers.width()
    empty_window.desk.close_project()
    assert frame.isHidden()


def test_settings_keep_nothing_of_the_copy(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "none yet" / "documents"
    monkeypatch.setattr("gui.tour.tour.documents", lambda: folder)
    values = window.settings.values
    values.recent = [f"/p{number}.citata" for number in range(10)]
    before = msgspec.structs.asdict(values)
    window.desk.trigger("tour")
    assert folder.is_dir()  # a file can be exported there at once
    assert values.export_folder == str(folder)
    assert window.session.project is not None
    copy = str(window.session.project.path)
    assert values.recent == before["recent"]
    window.desk.close_project()
    assert copy not in {*values.authors, *values.last_articles}
    assert values.export_folder == before["export_folder"] == ""
    assert values.last_project == before["last_project"]


def test_it_ends_with_its_project_and_begins_anew(window: MainWindow, project_path: Path) -> None:
    window.desk.trigger("tour")
    tour = window.findChild(Tour)
    assert tour is not None
    press(window, "Return")
    window.desk.trigger("tour")
    assert at(tour) == "accept"
    assert window.desk.open_project(project_path)
    assert not tour.running
    assert tour.strip.isHidden()


def test_it_speaks_the_windows_language_and_the_persons_keys(empty_window: MainWindow, tour: Tour) -> None:
    assert "Enter" in tour.strip.words.text()
    empty_window.desk.change(language="ru")
    assert "предложение программы" in tour.strip.words.text()
    empty_window.settings.change(shortcuts={"accept": ["Ctrl+Alt+Y"]})
    empty_window.desk.keys_changed.emit()
    assert "Ctrl+Alt+Y" in tour.strip.words.text()
    empty_window.settings.change(shortcuts={"accept": []})
    empty_window.desk.keys_changed.emit()
    assert "Принять и дальше" in tour.strip.words.text() or "Принять" in tour.strip.words.text()


def test_the_window_closes_in_the_middle_and_leaves_nothing(empty_window: MainWindow, tour: Tour) -> None:
    assert empty_window.session.project is not None
    folder = empty_window.session.project.path.parent
    assert empty_window.close()
    assert not folder.exists()


def test_every_step_has_words_and_a_command(empty_window: MainWindow) -> None:
    assert len({step.id for step in STEPS}) == len(STEPS)
    for step in STEPS:
        assert step.command in empty_window.commands.actions
        assert "{key}" in step.words
