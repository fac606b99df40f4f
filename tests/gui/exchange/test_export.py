"""The export dialog on a real project: what is previewed is what is written, filters, split, losses, what forbids."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.exchange.choices import typed_date
from core.exchange.transfer import export_project
from core.formats import FORMATS, Format
from core.formats.base import Refused
from core.formats.jsonl import read_jsonl
from core.model import Form, State, Status
from core.model.edits import fill, set_form, set_status
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.export_options import OPTIONS
from gui.exchange.exported import ExportedDialog
from gui.exchange.target import Target
from gui.window.main_window import MainWindow
from gui.words.exchange import missing_words
from tests.gui.waiting import until, work_ends
from tests.waiting import held


def counted(dialog: ExportDialog) -> None:
    """Wait until everything that is wanted now has been counted."""
    until(lambda: dialog.preview.counted is not None, "the count of what will be exported")


@pytest.fixture
def dialog(window: MainWindow):
    assert window.session.layer is not None
    assert window.session.do(set_form(window.session.layer, ["q2"], Form.DIRECT))
    made = ExportDialog(window.desk)
    made.show()
    made.filters.what.setCurrentIndex(made.filters.what.findData("people+open"))
    made.options.unsettled.setChecked(True)
    counted(made)
    yield made
    made.reject()


def test_finished_work_of_people_is_exported_unless_more_is_asked_for(window: MainWindow, tmp_path: Path) -> None:
    assert window.session.layer is not None
    assert window.session.do(set_form(window.session.layer, ["q2"], Form.DIRECT))
    dialog = ExportDialog(window.desk)
    dialog.show()
    counted(dialog)
    assert dialog.preview.counted is not None
    assert dialog.preview.counted.articles == 0, "no article is done"
    assert window.session.do(set_status(window.session.layer, Status.DONE))
    dialog.look()
    counted(dialog)
    assert dialog.preview.count.text().startswith("Left out, settled by nobody: ")
    target = dialog.target()
    assert window.session.project is not None
    done = export_project(window.session.project, tmp_path / "out.jsonl", wanted=target.wanted)
    record = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert done.articles == 1
    items = [*record["quotations"], *record["entities"]]
    assert "q2" in {one["id"] for one in items}
    assert "auto" not in {one.get("origin") for one in items}
    dialog.reject()


def test_open_proposals_do_not_slip_into_a_format_that_cannot_tell_them(window: MainWindow) -> None:
    dialog = ExportDialog(window.desk)
    dialog.show()
    dialog.filters.what.setCurrentIndex(dialog.filters.what.findData("people+open"))
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    counted(dialog)
    assert not dialog.go.isEnabled()
    assert "cannot tell open proposals" in dialog.hint.text()
    dialog.options.unsettled.setChecked(True)
    counted(dialog)
    assert dialog.go.isEnabled()
    dialog.reject()


def test_what_is_previewed_is_what_is_written(window: MainWindow, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.filters.layer.setCurrentIndex(dialog.filters.layer.findData("vera"))
    counted(dialog)
    shown = dialog.preview.sample.toPlainText()
    out = tmp_path / "out.jsonl"
    dialog.path.setText(str(out))
    with work_ends(window):
        dialog.start()
    assert out.read_text("utf-8").startswith(shown.strip()[:200])
    records = list(read_jsonl(out))
    assert len(records) == 1
    assert not isinstance(records[0], Refused)
    assert records[0].layer == window.session.layer
    assert "1 record written to" in window.notice.text.text()
    assert "Settled by nobody: 1 item in 1 article." in window.notice.text.text()
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_every_format_that_is_written_is_offered_and_counted(dialog: ExportDialog) -> None:
    for row in (row for row in FORMATS if row.writes):
        at = dialog.format.findData(row.name)
        assert at >= 0, row.name
        dialog.format.setCurrentIndex(at)
        counted(dialog)
        assert dialog.preview.counted is not None
        assert dialog.preview.counted.articles >= 1, row.name
        assert dialog.preview.sample.toPlainText(), row.name
        assert dialog.go.isEnabled() or dialog.hint.text(), row.name
        for key in ("offsets", "predictions", "part", "context", "licence"):
            assert getattr(dialog.options, key).isVisible() == (key in OPTIONS.get(row.name, ())), (row.name, key)


def test_counts_name_layers_forms_labels_and_what_is_lost(dialog: ExportDialog) -> None:
    assert "vera 1" in dialog.preview.rows["layers"].text()
    assert "direct" in dialog.preview.rows["quotations"].text()
    assert "Person" in dialog.preview.rows["entities"].text()
    assert dialog.preview.lost.text() == "nothing is lost"
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    counted(dialog)
    assert "quotations" in dialog.preview.lost.text()


def test_filters_reach_the_file(window: MainWindow, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.filters.layer.setCurrentIndex(dialog.filters.layer.findData("vera"))
    dialog.filters.labels.choose("direct")
    dialog.filters.states.choose(State.CORRECTED.value, State.MANUAL.value)
    dialog.filters.score.setValue(0.1)
    counted(dialog)
    out = tmp_path / "direct.jsonl"
    dialog.path.setText(str(out))
    with work_ends(window):
        dialog.start()
    record = json.loads(out.read_text("utf-8"))
    assert record["entities"] == []
    assert [one["form"] for one in record["quotations"]] == ["direct"]
    assert window.session.layer is not None
    kept = [item for item in window.session.layer.quotations() if item.state is State.CORRECTED]
    assert len(record["quotations"]) == len(kept)


def test_nothing_that_fits_cannot_be_exported(dialog: ExportDialog) -> None:
    dialog.filters.statuses.choose(Status.REVIEWED.value)
    counted(dialog)
    assert not dialog.go.isEnabled()
    assert "Nothing fits" in dialog.preview.count.text()
    dialog.filters.statuses.clear()
    counted(dialog)
    assert dialog.go.isEnabled()


def test_dates_are_checked_and_taken_in_two_ways(dialog: ExportDialog) -> None:
    assert [typed_date(text) for text in ("", "2026-03-05", "5.03.2026", "05.13.2026", "2026-03", "soon")] == [
        "", "2026-03-05", "2026-03-05", None, None, None,
    ]  # fmt: skip
    dialog.filters.since.setText("2026-3")
    assert "Type a date" in dialog.preview.count.text()
    assert not dialog.go.isEnabled()
    dialog.filters.since.setText("02.03.2026")
    dialog.filters.until.setText("2026-03-01")
    assert "after the last" in dialog.preview.count.text()
    dialog.filters.until.setText("2026-03-31")
    assert (dialog.filters.wanted().since, dialog.filters.wanted().until) == ("2026-03-02", "2026-03-31")
    counted(dialog)
    assert "Nothing fits" in dialog.preview.count.text()


def test_a_split_is_shown_checked_and_written_apart(window: MainWindow, dialog: ExportDialog, tmp_path: Path) -> None:
    project = window.session.project
    assert project is not None
    for name in ("zavod", "korotko"):
        layer = project.working_layer(name, "vera")
        project.commit(layer, fill(layer, [], "import"))
    dialog.split.on.setChecked(True)
    dialog.split.shares["train"].setValue(70)
    assert "90 %" in dialog.preview.count.text()
    assert not dialog.go.isEnabled()
    dialog.split.shares["dev"].setValue(20)
    counted(dialog)
    assert dialog.preview.rows["parts"].text() == "train 1, dev 1, test 1"
    dialog.path.setText(str(tmp_path / "news.jsonl"))
    with work_ends(window):
        dialog.start()
    assert sorted(path.name for path in tmp_path.glob("news.*")) == [
        "news.dev.jsonl", "news.test.jsonl", "news.train.jsonl",
    ]  # fmt: skip
    assert "3 files" in window.notice.text.text()


def test_what_forbids_the_file_is_said(window: MainWindow, dialog: ExportDialog, tmp_path: Path) -> None:
    project = window.session.project
    assert project is not None
    for path, words in (
        ("", "Name the file"), (str(tmp_path / "none" / "x.jsonl"), "There is no folder"),
        (str(project.path), "project itself"), (str(tmp_path), "is a folder"),
    ):  # fmt: skip
        dialog.path.setText(path)
        assert words in dialog.hint.text()
        assert not dialog.go.isEnabled()
    there = tmp_path / "there.jsonl"
    there.write_text("old", "utf-8")
    dialog.path.setText(str(there))
    assert "Will be replaced: there.jsonl" in dialog.hint.text()
    assert dialog.go.isEnabled()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine", "utf-8")
    dialog.format.setCurrentIndex(dialog.format.findData("brat"))
    counted(dialog)
    dialog.path.setText(str(mine))
    assert "not made by an export" in dialog.hint.text()
    assert not dialog.go.isEnabled()


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(
    window: MainWindow, dialog: ExportDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "soon gone"
    folder.mkdir()
    dialog.path.setText(str(folder / "out.jsonl"))
    assert dialog.go.isEnabled()
    folder.rmdir()
    with work_ends(window):
        dialog.start()
    assert "cannot be written" in window.notice.text.text()


def test_losses_are_told_after_and_listed(window: MainWindow, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    counted(dialog)
    before = dialog.preview.counted
    assert before is not None
    out = tmp_path / "out.conll"
    dialog.path.setText(str(out))
    target = dialog.target()
    with work_ends(window):
        dialog.start()
    assert "could not hold" in window.notice.text.text()
    assert window.session.project is not None
    from core.exchange.transfer import export_project

    done = export_project(window.session.project, out, format="conll", wanted=target.wanted, options=target.options)
    assert done.lines() == before.lost
    shown = ExportedDialog(window, target, done, before.unsettled)
    assert shown.list.topLevelItemCount() == len(before.lost)
    shown.copy.click()
    copied = QApplication.clipboard().text()
    assert str(out) in copied
    assert "quotations" in copied
    shown.close()


def test_a_format_without_its_package_says_how_to_install_it(window: MainWindow, dialog: ExportDialog) -> None:
    row = Format(name="x", title="X", suffixes=(".x",), module="x", needs=("spacy and no-such-package", "spacy"))
    assert row.missing() == ("no-such-package",)
    assert "pip install 'citata[spacy]'" in missing_words(row)
    assert missing_words(FORMATS[0]) == ""


def test_the_ending_follows_the_format(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path / "год.2026.jsonl"))
    for name, written in (
        ("doccano", "год.2026.doccano.jsonl"), ("brat", "год.2026-brat"), ("tei", "год.2026.tei.xml"),
        ("jsonl", "год.2026.jsonl"),
    ):  # fmt: skip
        dialog.format.setCurrentIndex(dialog.format.findData(name))
        assert Path(dialog.path.text()).name == written


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_boxes_are_ticked_by_keyboard_and_the_menu_stays(dialog: ExportDialog) -> None:
    button = dialog.filters.states
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.popup(dialog.mapToGlobal(button.pos()))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert button.values == {"auto", "accepted"}
    assert button.words == "proposal, accepted"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert dialog.filters.wanted().states == {State.AUTO, State.ACCEPTED}
    counted(dialog)


def test_an_export_can_be_stopped_and_leaves_no_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.exchange import exporting

    out, asked = tmp_path / "out.jsonl", threading.Event()

    def export_once_asked(*given: object, **how: object) -> object:
        """The real export, begun only when it has been asked to stop: a small one is over before a hand could."""
        held(asked, "the stop that was asked for")
        return export_project(*given, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "export_project", export_once_asked)
    with work_ends(window):
        assert exporting.start_export(window.desk, Target(out, FORMATS[0]))
        assert window.jobs.job is not None
        window.jobs.job.cancel()
        asked.set()
    assert "The export was stopped" in window.notice.text.text()
    assert list(tmp_path.glob("out*")) == []
