"""The first start: name and language are asked once on the page, and texts come in without a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from core.model import GOLD
from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.exchange.paste import PasteDialog
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import choose, dialog
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import press, type_words

NEWS = "Мост откроют в мае\n\n«Работы идут по плану», — сообщила мэр Лужска Инна Белова.\n"


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(folder))
    return folder


@pytest.fixture
def fresh(qtbot: object, tmp_path: Path) -> Iterator[MainWindow]:
    """The window as it stands when the program was never started here."""
    make_app()
    window = make_window(Settings(tmp_path / "home" / "settings.json"))
    window.desk.change(language="en", theme="light")
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_name_and_language_are_asked_once(fresh: MainWindow, documents: Path) -> None:
    first = fresh.welcome.first
    assert first.isVisible()
    assert first.name.text()
    first.language.setCurrentIndex(first.language.findData("ru"))
    first.language.activated.emit(first.language.currentIndex())
    assert fresh.settings.values.language == "ru"
    assert fresh.welcome.new.text() == "Новый проект…"
    first.name.selectAll()
    first.name.setFocus()
    type_words(first.name, "Вера Лужина")
    fresh.welcome.tour.click()
    assert fresh.settings.values.author == "Вера Лужина"
    assert fresh.session.author == "Вера Лужина"
    fresh.desk.close_project()
    fresh.desk.change(language="en")
    assert first.isHidden()
    again = make_window(Settings(fresh.settings.path))
    assert again.welcome.first.isHidden()
    again.deleteLater()


def test_no_name_and_the_name_of_a_layer_are_not_taken(fresh: MainWindow) -> None:
    first = fresh.welcome.first
    for name in ("", "  ", GOLD):
        first.name.setText(name)
        fresh.welcome.sample.click()
        assert fresh.settings.values.author == ""
        assert fresh.session.project is None
    assert "is the name of a layer" in first.said.text()


def test_every_control_of_the_page_is_named_and_explained(fresh: MainWindow) -> None:
    page = fresh.welcome
    for button in (page.new, page.open, page.files, page.folder, page.paste, page.sample, page.tour):
        assert button.text()
        assert button.toolTip()
    for field in (page.first.name, page.first.language):
        assert field.accessibleName()
        assert field.toolTip()


def test_files_and_folders_get_a_project(
    empty_window: MainWindow, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "most.txt").write_text(NEWS, "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *a, **k: str(folder)))
    empty_window.welcome.folder.click()
    wait_idle(empty_window)
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == folder.with_suffix(".citata")
    empty_window.desk.close_project()
    names = ([str(folder / "most.txt")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *a, **k: names))
    empty_window.welcome.files.click()
    wait_idle(empty_window)
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == folder / "most.citata"
    assert empty_window.session.article is not None


def test_an_empty_folder_is_said(empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *a, **k: str(folder)))
    empty_window.welcome.folder.click()
    assert empty_window.session.project is None
    assert "nothing to import" in empty_window.statusBar().currentMessage()


def test_pasted_text_makes_a_project(
    empty_window: MainWindow, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText(NEWS)
    asked: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, *_: object, **__: object) -> tuple[str, str]:
        asked.append(suggested)
        return suggested, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    empty_window.welcome.setFocus()
    press(empty_window, "Ctrl+V")
    assert asked == [str(documents / "Мост откроют в мае.citata")]
    paste = dialog(empty_window, PasteDialog)
    paste.start()
    wait_idle(empty_window)
    assert empty_window.session.article is not None
    assert "Инна Белова" in empty_window.session.article.text


def test_pasted_text_that_is_not_added_leaves_no_project(
    empty_window: MainWindow, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText(NEWS)
    choose(monkeypatch, None)
    empty_window.welcome.paste.click()
    assert empty_window.session.project is None
    path = documents / "mine.citata"
    choose(monkeypatch, path)
    empty_window.welcome.paste.click()
    dialog(empty_window, PasteDialog).reject()
    assert empty_window.session.project is None
    assert not path.exists()
    assert QApplication.clipboard().text() == NEWS


def dropped(window: MainWindow, carried: QMimeData) -> None:
    """Drop something onto the window."""
    held = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(50, 50), *held))


def test_a_dropped_text_makes_a_project(
    empty_window: MainWindow, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, documents / "dropped.citata")
    carried = QMimeData()
    carried.setText(NEWS)
    dropped(empty_window, carried)
    until(lambda: empty_window.findChildren(PasteDialog), "the dialog of the pasted text")
    dialog(empty_window, PasteDialog).start()
    wait_idle(empty_window)
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == documents / "dropped.citata"


def test_a_file_on_the_clipboard_makes_a_project(empty_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "most.txt"
    path.write_text(NEWS, "utf-8")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(carried)
    QTimer.singleShot(0, empty_window, empty_window.welcome.paste.click)
    until(lambda: empty_window.session.article is not None, "the article")
    wait_idle(empty_window)
    assert empty_window.session.project is not None
    assert empty_window.session.project.path == tmp_path / "most.citata"
