"""Charts: a bar is clicked, gone to by the keyboard, heard; the picture follows width, theme and scale; saved."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from core.charts.types import Kind
from core.corpus.counting.types import Axis, Measure
from gui.counts.chart_view import ChartView
from gui.counts.window import CountsWindow
from gui.look.theme import THEMES
from gui.window.main_window import MainWindow
from tests.gui.counts.helpers import (
    click,
    counted,
    forget_lines,
    key,
    lines_shown,
    make_counted,
    opened,
    settle,
    table_by,
)
from tests.gui.waiting import until, wait_idle


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_counted(path)
    return path


def choose(made: CountsWindow, box: object, value: object) -> None:
    """Choose a value of a box as a hand does."""
    box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]
    settle(made)


def click_bar(chart: ChartView, at: int) -> None:
    area = chart.parentWidget()
    assert area is not None
    spot = chart.box_rect(at).center().toPoint()
    assert chart.bar_at(QPointF(spot)) == at
    click(chart, spot)


def test_a_click_on_a_bar_shows_as_many_lines_as_it_counts(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    table_by(made, Axis.SPEAKER)
    figures = {row.key: row.figures for row in counted(project_path, Axis.SPEAKER).rows}
    chart = made.table.chart
    assert chart.chart is not None
    assert {box.row for box in chart.chart.boxes} == set(figures)
    for at, box in enumerate(chart.chart.boxes):
        click_bar(chart, at)
        query, total = lines_shown(window)
        assert query == box.query
        assert str(total) in box.words
        forget_lines(window)
    assert chart.bar_at(QPointF(1, chart.height() - 1)) is None


def test_stacked_bars_and_points_of_lines_lead_to_their_cells(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    table_by(made, Axis.SOURCE, Axis.FORM)
    expected = counted(project_path, Axis.SOURCE, Axis.FORM)
    columns = {column.key: at for at, column in enumerate(expected.columns)}
    chart = made.table.chart
    for kind in (Kind.STACKED, Kind.BARS):
        choose(made, made.table.kind, kind)
        assert chart.chart is not None
        assert chart.chart.boxes
        for at, box in enumerate(chart.chart.boxes):
            row = next(one for one in expected.rows if one.key == box.row)
            wanted = row.figures if box.column is None else row.cells[columns[box.column]].figures
            click_bar(chart, at)
            assert lines_shown(window)[1] == wanted.quotations
            forget_lines(window)
    choose(made, made.table.kind, None)
    table_by(made, Axis.MONTH)
    months = {row.key: row.figures.quotations for row in counted(project_path, Axis.MONTH).rows}
    assert chart.chart is not None
    assert {box.row for box in chart.chart.boxes} == set(months)
    at = len(chart.chart.boxes) - 1
    click_bar(chart, at)
    assert lines_shown(window)[0] == chart.chart.boxes[at].query


def test_the_keyboard_goes_through_the_bars(window: MainWindow) -> None:
    made = opened(window)
    table_by(made, Axis.FORM)
    chart = made.table.chart
    chart.setFocus()
    assert chart.chart is not None
    last = len(chart.chart.boxes) - 1
    for code, at in (
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Down, min(1, last)),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Home, 0),
    ):
        key(chart, code)
        assert chart.at == at
    key(chart, Qt.Key.Key_Return)
    assert lines_shown(window) == (chart.chart.boxes[0].query, 12)


def test_the_dashboard_has_the_months_as_a_chart(window: MainWindow) -> None:
    made = opened(window)
    chart = made.overview.months
    made.overview.area.ensureWidgetVisible(chart)
    settle(made)
    assert chart.chart is not None
    assert len({box.row for box in chart.chart.boxes}) == 4
    click_bar(chart, 0)
    assert lines_shown(window)[0] == chart.chart.boxes[0].query


def test_a_first_chart_says_that_it_is_coming_and_a_later_one_keeps_what_is_shown(window: MainWindow) -> None:
    made = opened(window)
    table_by(made, Axis.SPEAKER)
    drawn = made.table.chart
    first = ChartView(drawn.colours, "first")
    assert drawn._plan is not None
    first.show_plan(drawn._plan)
    assert (first.words, first.accessibleDescription()) == ("Drawing…", "Drawing…")
    until(lambda: first.is_current, "the chart")
    assert (first.words, first.chart is not None) == ("", True)
    first.show_plan(drawn._plan)
    assert first.words == ""
    until(lambda: first.is_current, "the chart")
    first.show_words("Nothing")
    first.show_plan(drawn._plan)
    assert first.words == "Drawing…"
    until(lambda: first.is_current, "the chart")


def test_a_chart_follows_figure_width_and_theme(window: MainWindow) -> None:
    made = opened(window)
    table_by(made, Axis.SPEAKER)
    chart = made.table.chart
    before = chart.chart
    assert before is not None
    choose(made, made.table.measure, Measure.WORDS)
    assert chart.chart is not None
    assert chart.chart.boxes != before.boxes
    made.table.halves.setSizes([300, 900])
    settle(made)
    assert chart.chart.width > before.width
    assert abs(chart.chart.width - chart.width()) <= 1

    def ground() -> str:
        return chart.grab().toImage().pixelColor(2, 2).name()

    assert ground() == THEMES["light"].field
    window.desk.change(theme="dark")
    settle(made)
    assert ground() == THEMES["dark"].field


def test_charts_are_saved_as_pictures_of_their_own(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = opened(window)
    table_by(made, Axis.GENDER)
    kind = "Drawing that can be enlarged (*.svg)"
    for name, wanted in (("chart.png", "chart.png"), ("chart.svg", "chart.svg"), ("other", "other.svg")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), kind))
        click(made.chart)
        until(lambda wanted=wanted: wanted in window.desk.notice.text.text(), "the word that it is written")
        wait_idle(window)
    picture = QImage(str(tmp_path / "chart.png"))
    assert picture.width() >= 1800
    assert picture.pixelColor(1, 1).name() == "#ffffff"
    root = ElementTree.fromstring((tmp_path / "chart.svg").read_text("utf-8"))
    assert root.tag.endswith("svg")
    assert (tmp_path / "other.svg").read_bytes() == (tmp_path / "chart.svg").read_bytes()
