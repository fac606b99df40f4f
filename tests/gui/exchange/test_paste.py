"""Paste as article: from the clipboard into the project, checked, never twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.exchange.import_dialog import ImportDialog
from gui.exchange.paste import PasteDialog, id_from
from gui.window.main_window import MainWindow
from tests.gui.waiting import until, work_ends
from tests.gui.window_helpers import press

NEWS = "Порт закрыли\r\n\r\nДиспетчер\u00a0Олег Зимин сообщил 🎉, что суда не выйдут.\r\n"


def paste(window: MainWindow, text: str) -> PasteDialog | None:
    """Put text on the clipboard and press the keys."""
    QApplication.clipboard().setText(text)
    press(window, "Ctrl+Shift+V")
    return window.findChild(PasteDialog)


def test_a_pasted_text_becomes_an_article_right_to_the_code_point(window: MainWindow) -> None:
    dialog = paste(window, NEWS)
    assert dialog is not None
    assert dialog.title.text() == "Порт закрыли"
    assert dialog.id.text() == "порт-закрыли"
    dialog.details["source"].setText("Портовый листок")
    dialog.details["published"].setText("1.03.2026")
    dialog.annotate.setChecked(False)
    with work_ends(window):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    article = window.session.article
    assert article is not None
    assert article.id == "порт-закрыли"
    assert article.text == NEWS.replace("\r\n", "\n")
    assert article.meta == {"source": "Портовый листок", "published": "2026-03-01"}


def test_a_text_that_is_there_is_opened_instead(window: MainWindow) -> None:
    dialog = paste(window, "Ничего не сказано.")
    assert dialog is not None
    assert "already, as korotko" in dialog.hint.text()
    assert dialog.go.text() == "Open it"
    dialog.start()
    assert window.session.article is not None
    assert window.session.article.id == "korotko"
    assert window.articles.model.rowCount() == 3


def test_what_is_missing_is_said(window: MainWindow) -> None:
    dialog = paste(window, "Мост\n\nМост открыт.")
    assert dialog is not None
    assert dialog.id.text() == "мост"
    for field, value, words in (
        (dialog.id, "", "Give the article an id"), (dialog.id, "zavod", "of this id already"),
        (dialog.details["published"], "soon", "Type a date"),
    ):  # fmt: skip
        before = field.text()
        field.setText(value)
        assert words in dialog.hint.text()
        assert not dialog.go.isEnabled()
        field.setText(before)
    assert dialog.go.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("text", "words"), [("Слово\x00тут", "control"), ("%PDF-1.4", "PDF document")])
def test_what_is_no_text_is_refused(window: MainWindow, text: str, words: str) -> None:
    dialog = PasteDialog(window.desk, text)
    assert words in dialog.hint.text()
    assert not dialog.go.isEnabled()
    dialog.close()


def test_an_empty_clipboard_and_files_on_it(window: MainWindow, tmp_path: Path) -> None:
    assert paste(window, "  ") is None
    path = tmp_path / "a.txt"
    path.write_text("Порт закрыт.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    press(window, "Ctrl+Shift+V")
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.paths == [path]
    until(lambda: dialog.preview.whole, "the preview of what was pasted")
    dialog.reject()


def test_ids_are_made_of_titles() -> None:
    assert id_from("«Мост» откроют: в мае!") == "мост-откроют-в-мае"
    assert id_from(None) == ""
    assert id_from("слово " * 30).startswith("слово-слово")
    assert len(id_from("слово " * 30)) <= 60
    assert id_from("ъ" * 100) == "ъ" * 60
