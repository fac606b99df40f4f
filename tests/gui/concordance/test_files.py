"""Lines copied, written as CSV, Excel and JSON lines, as a PDF, and printed: those that are ticked, or all."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog

from gui.concordance.lines_model import WORDS
from gui.concordance.window import ConcordanceWindow
from gui.window.main_window import MainWindow
from tests.gui.concordance.helpers import ask, key, make_corpus, opened
from tests.gui.waiting import until, wait_idle


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_corpus(path)
    return path


@pytest.fixture
def made(window: MainWindow) -> ConcordanceWindow:
    """The window with 24 lines, the third and the fifth ticked."""
    made = opened(window)
    ask(made, "мост")
    for row in (2, 4):
        made.table.go_to(row)
        key(made.table, Qt.Key.Key_Space)
    return made


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def export(window: MainWindow, made: ConcordanceWindow, path: Path) -> None:
    made.acts.export.click()
    until(lambda: path.name in window.desk.notice.text.text(), "the word that it is written")
    wait_idle(window)


def test_ticked_lines_are_written_in_three_formats(
    window: MainWindow, made: ConcordanceWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "lines.csv"
    chosen(monkeypatch, out)
    export(window, made, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["article"], row["keyword"], row["number"]) for row in rows] == [
        ("n001", "Мост", "3"),
        ("n002", "Мост", "5"),
    ]
    out = tmp_path / "lines.jsonl"
    chosen(monkeypatch, out)
    export(window, made, out)
    assert [json.loads(row)["article"] for row in out.read_text("utf-8").splitlines()] == ["n001", "n002"]
    chosen(monkeypatch, tmp_path / "table", "Excel (*.xlsx)")
    export(window, made, tmp_path / "table.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "table.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 3
    made.acts.ticks.menu().actions()[2].trigger()
    out = tmp_path / "all.jsonl"
    chosen(monkeypatch, out)
    export(window, made, out)
    assert len(out.read_text("utf-8").splitlines()) == 24
    assert window.settings.values.export_folder == str(tmp_path)


def test_lines_are_copied_as_a_table(window: MainWindow, made: ConcordanceWindow) -> None:
    key(made.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    wait_idle(window)
    rows = [row.split("\t") for row in QApplication.clipboard().text().splitlines()]
    assert rows[0][:2] == ["article", "title"]
    assert [row[0] for row in rows[1:]] == ["n001", "n002"]
    made.acts.ticks.menu().actions()[2].trigger()
    key(made.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    made.acts.copy.click()
    wait_idle(window)
    assert len(QApplication.clipboard().text().splitlines()) == 25


def test_a_pdf_has_the_lines_with_their_words(
    window: MainWindow, made: ConcordanceWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.acts.ticks.menu().actions()[2].trigger()
    out = tmp_path / "lines.pdf"
    chosen(monkeypatch, out)
    made.acts.pdf.click()
    until(lambda: str(out) in window.desk.notice.text.text(), "the word that it is written")
    document = pypdfium2.PdfDocument(out)
    assert len(document) == 1
    words = document[0].get_textpage().get_text_bounded()
    document.close()
    assert words.count("Наш мост откроют в мае") == 24  # found once, and once to the right of the other
    assert "24 lines in 12 articles" in words
    assert "Нина Белова ?" in words  # a proposal is one on paper too


def test_the_pages_are_seen_before_they_are_printed(
    window: MainWindow, made: ConcordanceWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QPrintPreviewDialog] = []
    monkeypatch.setattr(QPrintPreviewDialog, "exec", lambda dialog: shown.append(dialog))
    made.acts.print.click()
    until(lambda: shown, "the preview")
    wait_idle(window)
    assert shown[0].windowTitle() == "мост"
    assert str(made.model.index(2, WORDS).data()).startswith("[Мост]")
