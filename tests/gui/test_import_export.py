"""Import and export from the window: dropped files, folders, refusals told, what is previewed is what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from core.formats.base import Refused
from core.formats.jsonl import read_jsonl
from core.model import Status
from core.store import Project
from gui.dialog_export import ExportDialog
from gui.dialog_import import ImportDialog
from gui.dialog_refused import RefusedDialog, rows_of
from gui.importing import Choice, files_in, start_import
from gui.main_window import MainWindow
from tests.gui.window_helpers import press


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "deeper").mkdir(parents=True)
    (folder / "one.txt").write_text("Первая новость. Её сообщили вчера.", "utf-8")
    (folder / "deeper" / "two.txt").write_bytes("Вторая новость в старой кодировке, длиннее первой.".encode("cp1251"))
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    return folder


def test_a_dropped_folder_becomes_articles(window: MainWindow, texts: Path, qtbot) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(window.jobs.idle, timeout=5000):
        drop(window, texts)
    assert window.articles.model.rowCount() == 5
    assert "2 articles added" in window.notice.text.text()
    assert window.session.project is not None
    assert window.session.project.article("two").text.startswith("Вторая новость в старой")


def test_a_dropped_project_is_opened(empty_window: MainWindow, project_path: Path) -> None:
    drop(empty_window, project_path)
    assert empty_window.session.project is not None


def test_folders_give_what_can_be_imported(texts: Path) -> None:
    assert [path.name for path in files_in([texts, texts / "one.txt"])] == ["two.txt", "one.txt"]


def test_refusals_are_told_with_line_and_reason_and_the_others_go_in(
    window: MainWindow, tmp_path: Path, qtbot  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    good = {"format": "citata/1", "id": "n1", "title": None, "text": "Текст.", "meta": {}, "annotator": "anna",
            "status": "done", "entities": [], "quotations": [], "actors": []}  # fmt: skip
    bad = {**good, "id": "n2", "entities": [{"id": "e", "label": "PER", "start": 0, "end": 5, "text": "Слово",
                                            "actor": None}]}  # fmt: skip
    path = tmp_path / "mixed.jsonl"
    path.write_text("\n".join([json.dumps(good), '{"format": "citata/1", "id"', json.dumps(bad)]), "utf-8")
    with qtbot.waitSignal(window.jobs.idle, timeout=5000):
        start_import(window, [path], Choice())
    assert "2 records refused" in window.notice.text.text()
    assert window.session.project is not None
    assert window.session.project.has_article("n1")
    assert not window.session.project.has_article("n2")


def test_the_list_of_refusals_names_file_line_and_reason(window: MainWindow, tmp_path: Path) -> None:
    from core.transfer import import_files

    path = tmp_path / "cut.jsonl"
    path.write_text('{"format": "citata/1", "id"', "utf-8")
    assert window.session.project is not None
    done = import_files(window.session.project, [path])
    rows = rows_of(done)
    assert len(rows) == 1
    assert rows[0][0].endswith("cut.jsonl")
    assert rows[0][1] == "1"
    assert "JSON" in rows[0][3]
    dialog = RefusedDialog(window, done)
    assert dialog.table.item(0, 1).text() == "1"
    dialog.close()


def test_the_import_dialog_collects_files(window: MainWindow, texts: Path) -> None:
    dialog = ImportDialog(window)
    assert not dialog.go.isEnabled()
    dialog.add([texts])
    dialog.add([texts / "one.txt"])
    assert [path.name for path in dialog.paths] == ["two.txt", "one.txt"]
    assert dialog.go.isEnabled()
    dialog.list.item(0).setSelected(True)
    dialog.remove.click()
    assert [path.name for path in dialog.paths] == ["one.txt"]
    assert dialog.choice() == Choice(replace_layers=False, add_labels=True, annotate=False)
    dialog.close()


def test_what_is_previewed_is_what_is_written(window: MainWindow, tmp_path: Path, qtbot) -> None:  # type: ignore[no-untyped-def]
    window.session.select("q2")
    press(window, "D")
    dialog = ExportDialog(window)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    dialog.layer.setCurrentIndex(dialog.layer.findData("vera"))
    dialog.show_preview()
    shown = dialog.preview.toPlainText()
    out = tmp_path / "out.jsonl"
    dialog.path.setText(str(out))
    with qtbot.waitSignal(window.jobs.idle, timeout=5000):
        dialog.start()
    assert out.read_text("utf-8").strip() == shown.strip()
    records = list(read_jsonl(out))
    assert len(records) == 1
    assert not isinstance(records[0], Refused)
    assert records[0].layer == window.session.layer
    assert "1 record written to" in window.notice.text.text()
    assert not out.with_suffix(".part").exists()


def test_nothing_that_fits_cannot_be_exported(window: MainWindow) -> None:
    dialog = ExportDialog(window)
    for status, box in dialog.statuses.items():
        box.setChecked(status is Status.REVIEWED)
    dialog.show_preview()
    assert not dialog.go.isEnabled()
    assert "Nothing fits" in dialog.count.text()
    dialog.close()


def test_a_file_that_cannot_be_written_is_told(window: MainWindow, tmp_path: Path, qtbot) -> None:  # type: ignore[no-untyped-def]
    dialog = ExportDialog(window)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    dialog.path.setText(str(tmp_path / "none" / "out.jsonl"))
    with qtbot.waitSignal(window.jobs.idle, timeout=5000):
        dialog.start()
    assert "cannot be written" in window.notice.text.text()


def test_a_new_project_is_made_and_takes_files(empty_window: MainWindow, tmp_path: Path, texts: Path, qtbot) -> None:  # type: ignore[no-untyped-def]
    assert empty_window.open_project(tmp_path / "fresh.citata", create=True)
    assert empty_window.middle.currentIndex() == 1
    assert "no articles yet" in empty_window.empty.text.text()
    with qtbot.waitSignal(empty_window.jobs.idle, timeout=5000):
        drop(empty_window, texts / "one.txt")
    assert empty_window.session.article is not None
    assert empty_window.session.article.id == "one"
    empty_window.close()
    with Project.open(tmp_path / "fresh.citata", "x", read_only=True) as project:
        assert project.article_count("x") == 1
