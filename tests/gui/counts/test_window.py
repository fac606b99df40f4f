"""The window of counts: taken out, stopped, kept true; projects with nothing to count, without a register."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog

from core.corpus.counting.types import Axis
from core.model import AUTO, Quotation, edits
from gui.counts.paper import CountsPaper
from gui.counts.taking import write_table
from gui.counts.window import CountsWindow
from gui.window.main_window import MainWindow
from tests.gui.counts.helpers import cells, click, counted, key, make_counted, opened, settle, table_by, turn_to
from tests.gui.waiting import until, wait_idle


@pytest.fixture
def project_path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "press.citata"
    make_counted(path, **getattr(request, "param", {}))
    return path


def test_the_table_is_written_in_four_formats(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opened(window)
    table_by(made, Axis.SPEAKER)
    expected = {row.label: row for row in counted(project_path, Axis.SPEAKER).rows if row.key}
    for name in ("t.csv", "t.tsv", "t.xlsx", "t.jsonl"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        click(made.export)
        until(lambda name=name: name in window.desk.notice.text.text(), "the word that it is written")
        wait_idle(window)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["speaker"]: row for row in csv.DictReader(file)}
    assert set(expected) < set(rows)
    for label, row in expected.items():
        assert int(rows[label]["quotations"]) == row.figures.quotations
        assert int(rows[label]["words"]) == row.figures.words
        assert float(rows[label]["share"]) == pytest.approx(row.share)
        assert rows[label]["query"].lstrip("'") == row.query
    lines = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text("utf-8").splitlines()]
    assert [line["quotations"] for line in lines] == sorted((line["quotations"] for line in lines), reverse=True)
    assert {line["query"] for line in lines if line["speaker"] in expected} == {row.query for row in expected.values()}
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert sheet.max_row == len(lines) + 1
    head, *body = (tmp_path / "t.tsv").read_text("utf-8-sig").splitlines()
    assert head.split("\t")[:2] == ["speaker", "quotations"]
    assert len(body) == len(lines)


def test_rows_are_copied_as_a_table(window: MainWindow) -> None:
    made = opened(window)
    table_by(made, Axis.FORM)
    table = made.table.table
    table.setFocus()
    key(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    whole = QApplication.clipboard().text().splitlines()
    assert [row.split("\t")[:2] for row in whole] == [["Form", "Quotations"], ["direct", "12"], ["indirect", "12"]]
    table_by(made, Axis.SPEAKER)
    table.go_to(1)
    key(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == 3
    turn_to(made, made.overview)
    click(made.copy)
    assert "Quotations\t16 settled, 8 proposals\t24" in QApplication.clipboard().text()


def test_a_page_is_printed_with_its_chart_and_its_basis(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opened(window)
    table_by(made, Axis.SPEAKER)
    out = tmp_path / "counts.pdf"

    def paint(preview: QPrintPreviewDialog) -> None:
        printer = preview.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        preview.paintRequested.emit(printer)

    monkeypatch.setattr(QPrintPreviewDialog, "exec", paint)
    click(made.print)
    until(out.exists, "the pages")
    wait_idle(window)
    page = pypdfium2.PdfDocument(out)[0]
    text = page.get_textpage().get_text_range()
    assert "Глеб Ершов" in text
    assert "are expected to be right" in text
    assert any(one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects())
    assert CountsPaper(made.table.sheet() or pytest.fail("no table"), "", None).document.pageCount() == 1


def test_a_stopped_count_leaves_what_is_shown(window: MainWindow) -> None:
    made = opened(window)
    before = made.overview.tiles["quotations"].figure.text()
    begun: list[bool] = []

    def endless(project: object, corpus: object, going_on: object) -> None:
        begun.append(True)
        while going_on():  # type: ignore[operator]
            pass

    made.asker.ask(endless)
    made._show_state()
    until(lambda: begun, "the count to begin")
    assert made.bar.halt.isVisible()
    click(made.bar.halt)
    settle(made)
    assert made.bar.said.text() == "Stopped."
    assert not made.bar.halt.isVisible()
    assert made.overview.tiles["quotations"].figure.text() == before
    made.asker.ask(endless)
    key(made, Qt.Key.Key_Escape)
    settle(made)
    assert made.isVisible()
    key(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert opened(window) is made


def test_figures_say_that_the_project_has_changed(window: MainWindow) -> None:
    made = opened(window)
    assert made.bar.said.text().startswith("Counted at ")
    assert "F5" not in made.bar.said.text()
    window.desk.open_article("n000")
    layer = window.session.layer
    assert layer is not None
    ids = [item.id for item in layer.annotations() if isinstance(item, Quotation)]
    assert window.session.do(edits.accept(layer, ids))
    assert made.bar.said.text().endswith("The project has changed since; F5 counts anew.")
    assert made.overview.tiles["settled"].figure.text() == "16"
    key(made, Qt.Key.Key_F5)
    settle(made)
    assert made.overview.tiles["settled"].figure.text() == "18"
    assert "F5" not in made.bar.said.text()


def test_what_a_job_wrote_is_counted_when_one_comes_back(window: MainWindow) -> None:
    made = opened(window)
    project = window.session.project
    assert project is not None
    layer = project.working_layer("n001", "anna")
    ids = [item.id for item in layer.annotations() if isinstance(item, Quotation)]
    project.commit(layer, edits.accept(layer, ids))
    window.activateWindow()
    made.activateWindow()
    until(lambda: made.overview.tiles["settled"].figure.text() == "18", "the figures of now")


@pytest.mark.parametrize("project_path", [{"count": 0, "register": False}], indirect=True)
def test_an_empty_project_is_told_to_be_empty(window: MainWindow) -> None:
    made = opened(window)
    assert made.overview.tiles["articles"].figure.text() == "0"
    assert made.overview.tiles["women"].figure.text() == "–"
    assert "no quotations to count" in made.overview.state.text()
    assert made.overview.state.isVisible()
    for name in ("quotations", "settled", "proposals"):
        click(made.overview.tiles[name])
    for page in made.pages[1:]:
        turn_to(made, page)
        assert not made.export.isEnabled()
    turn_to(made, made.table)
    assert made.table.chart.words == "Nothing to count."


@pytest.mark.parametrize("project_path", [{"count": 6, "proposed": 0, "register": False}], indirect=True)
def test_a_project_without_proposals_and_register(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    tiles = made.overview.tiles
    assert tiles["proposals"].figure.text() == "0"
    assert tiles["proposals"].about.text() == "nothing waits to be decided"
    assert "expected" not in made.basis.text()
    assert not made.overview.legend.isVisible()
    assert "Нина Белова" in [bar.words for bar in made.overview.cards[Axis.SPEAKER].bars.bars.bars]
    click(made.bar.switch._group.button(2))
    settle(made)
    assert tiles["quotations"].figure.text() == "0"


@pytest.mark.parametrize("project_path", [{"count": 6, "proposed": 6, "register": False}], indirect=True)
def test_a_project_of_proposals_alone(window: MainWindow) -> None:
    made = opened(window)
    assert made.overview.tiles["settled"].figure.text() == "0"
    assert "75" in made.overview.tiles["proposals"].about.text()
    assert AUTO not in [bar.words for bar in made.overview.people.bars.bars.bars]


def test_tiles_and_cards_lead_to_the_whole_table(window: MainWindow) -> None:
    made = opened(window)
    click(made.overview.tiles["speakers"])
    settle(made)
    assert made.page is made.table
    assert made.table.axes == (Axis.SPEAKER, None)
    assert made.table.table.lines.rowCount() > 3
    turn_to(made, made.overview)
    click(made.overview.cards[Axis.CUE].table)
    settle(made)
    assert made.table.axes[0] is Axis.CUE
    turn_to(made, made.overview)
    click(made.overview.tiles["people"])
    assert made.page is made.people


def test_the_window_ends_with_its_project(window: MainWindow) -> None:
    made = opened(window)
    made.asker.ask(lambda project, corpus, going_on: None)
    window.desk.close_project()
    assert not made.isVisible()
    QApplication.processEvents()
    assert window.findChild(CountsWindow) is None


def test_the_key_works_under_the_russian_words_too(window: MainWindow, tmp_path: Path) -> None:
    window.desk.change(language="ru")
    made = opened(window)
    assert made.windowTitle() == "Подсчёты"
    assert made.overview.tiles["women"].figure.text() == "33\u00a0%"
    table_by(made, Axis.GENDER)
    out = tmp_path / "t.tsv"
    sheet = made.table.sheet()
    assert sheet is not None
    write_table(out, sheet)
    assert "женский\t4\t" in out.read_text("utf-8-sig")
    table_by(made, Axis.MONTH)
    assert [row[0] for row in cells(made, (0,))] == ["12.2025", "01.2026", "02.2026", "03.2026"]
