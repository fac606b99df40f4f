"""Import from the window: dropped files and folders, refusals told, a new project filled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from core.exchange.transfer import Wanted, export_project
from core.store import Project
from gui.exchange.import_dialog import ImportDialog
from gui.exchange.importing import start_import
from gui.exchange.refused import RefusedDialog, rows_of
from gui.exchange.source import Choice, sources_in
from gui.window.main_window import MainWindow
from tests.gui.review_helpers import make_review
from tests.gui.waiting import work_ends


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


def test_a_dropped_folder_is_shown_and_becomes_articles(window: MainWindow, texts: Path) -> None:
    drop(window, texts)
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    assert [path.name for path in dialog.paths] == ["two.txt", "one.txt"]
    assert window.articles.model.rowCount() == 3
    with work_ends(window):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.articles.model.rowCount() == 5
    assert "2 articles added" in window.notice.text.text()
    assert window.session.project is not None
    assert window.session.project.article("two").text.startswith("Вторая новость в старой")


def test_a_dropped_project_is_opened(empty_window: MainWindow, project_path: Path) -> None:
    drop(empty_window, project_path)
    assert empty_window.session.project is not None


def test_folders_give_what_can_be_imported(texts: Path) -> None:
    assert [one.path.name for one in sources_in([texts, texts / "one.txt"])] == ["two.txt", "one.txt"]


def test_refusals_are_told_with_line_and_reason_and_the_others_go_in(window: MainWindow, tmp_path: Path) -> None:
    good = {"format": "citata/1", "id": "n1", "title": None, "text": "Текст.", "meta": {}, "annotator": "anna",
            "status": "done", "entities": [], "quotations": [], "actors": []}  # fmt: skip
    bad = {**good, "id": "n2", "entities": [{"id": "e", "label": "PER", "start": 0, "end": 5, "text": "Слово",
                                            "actor": None}]}  # fmt: skip
    path = tmp_path / "mixed.jsonl"
    path.write_text("\n".join([json.dumps(good), '{"format": "citata/1", "id"', json.dumps(bad)]), "utf-8")
    with work_ends(window):
        start_import(window.desk, [path], Choice())
    assert "2 records refused" in window.notice.text.text()
    assert window.session.project is not None
    assert window.session.project.has_article("n1")
    assert not window.session.project.has_article("n2")


def test_the_list_of_refusals_names_file_line_and_reason(window: MainWindow, tmp_path: Path) -> None:
    from core.exchange.transfer import import_files

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
    dialog = ImportDialog(window.desk)
    assert not dialog.go.isEnabled()
    dialog.add([texts])
    dialog.add([texts / "one.txt"])
    assert [path.name for path in dialog.paths] == ["two.txt", "one.txt"]
    assert dialog.go.isEnabled()
    dialog.sources.list.topLevelItem(1).setSelected(False)
    dialog.sources.list.topLevelItem(0).setSelected(True)
    dialog.remove.click()
    assert [path.name for path in dialog.paths] == ["one.txt"]
    assert dialog.choice() == Choice(replace_layers=False, add_labels=True, annotate=True)
    dialog.close()


def test_a_new_project_is_made_and_takes_files(empty_window: MainWindow, tmp_path: Path, texts: Path) -> None:
    assert empty_window.desk.open_project(tmp_path / "fresh.citata", create=True)
    assert empty_window.middle.currentIndex() == 1
    assert "no articles yet" in empty_window.empty.text.text()
    drop(empty_window, texts / "one.txt")
    dialog = empty_window.findChild(ImportDialog)
    assert dialog is not None
    with work_ends(empty_window):
        dialog.start()
    assert empty_window.session.article is not None
    assert empty_window.session.article.id == "one"
    empty_window.close()
    with Project.open(tmp_path / "fresh.citata", "x", read_only=True) as project:
        assert project.article_count("x") == 1


def test_an_import_says_whose_layers_came_in_and_the_window_shows_them(window: MainWindow, tmp_path: Path) -> None:
    there = make_review(tmp_path / "theirs.citata")
    with Project.open(there, "reader", read_only=True) as project:
        export_project(project, tmp_path / "theirs.jsonl", wanted=Wanted())
    with work_ends(window):
        assert start_import(window.desk, [tmp_path / "theirs.jsonl"])
    said = "1 article added, 2 records refused. 2 layers: 1 by anna, 1 by boris."
    assert window.notice.text.text() == said
    window.desk.open_article("tiho")
    assert window.commands.groups.layers.names() == ["vera", "anna", "boris"]
