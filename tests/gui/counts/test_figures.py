"""Figures in the window are those of core, and every one of them leads to its quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from core.corpus.counting.types import Axis, Scope, States
from gui.counts.sheets import CELLS
from gui.window.main_window import MainWindow
from tests.gui.counts.helpers import (
    cells,
    click,
    click_row,
    counted,
    double_click,
    forget_lines,
    key,
    lines_shown,
    make_counted,
    opened,
    settle,
    table_by,
    turn_to,
)
from tests.gui.window_helpers import type_words


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_counted(path)
    return path


def test_the_dashboard_has_the_figures_of_core(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    total = counted(project_path, Axis.FORM).total
    assert (total.quotations, total.settled, total.proposals, total.articles) == (24, 16, 8, 12)
    shown = {name: (tile.figure.text(), tile.about.text()) for name, tile in made.overview.tiles.items()}
    assert shown["articles"][0] == "12"
    assert shown["quotations"] == ("24", "16 settled, 8 proposals")
    assert shown["settled"][0] == "16"
    assert shown["proposals"] == ("8", "nobody has decided; about 75\u00a0% are expected to be right")
    assert shown["words"][0] == str(total.words)
    assert shown["women"][0] == "33\u00a0%"
    assert "gender is known (50\u00a0% of all)" in shown["women"][1]
    assert "75 %" in made.basis.text()
    bars = made.overview.cards[Axis.SPEAKER].bars.bars.bars
    rows = counted(project_path, Axis.SPEAKER).rows
    assert [(bar.length, bar.solid, bar.query) for bar in bars] == [
        (row.figures.quotations, row.figures.settled, row.query) for row in rows
    ]
    assert "Н. А. Белова" in [bar.words for bar in bars]


def test_a_click_on_a_bar_or_a_tile_shows_its_quotations(window: MainWindow) -> None:
    made = opened(window)
    for axis in (Axis.SPEAKER, Axis.FORM, Axis.GENDER, Axis.SOURCE):
        card = made.overview.cards[axis]
        for at, bar in enumerate(card.bars.bars.bars):
            made.overview.area.ensureWidgetVisible(card)
            click_row(card.bars, card.bars.bars.index(at, 0))
            assert lines_shown(window) == (bar.query, bar.length)
            forget_lines(window)
    expected = {"quotations": 24, "settled": 16, "proposals": 8, "words": 24, "women": 4}
    for name, lines in expected.items():
        click(made.overview.tiles[name])
        assert lines_shown(window)[1] == lines, name
        forget_lines(window)


def test_bars_are_reached_by_the_keyboard(window: MainWindow) -> None:
    made = opened(window)
    bars = made.overview.cards[Axis.FORM].bars
    bars.setFocus()
    key(bars, Qt.Key.Key_Down)
    key(bars, Qt.Key.Key_Return)
    assert lines_shown(window) == (bars.bars.bars[1].query, 12)


def test_the_table_has_the_figures_of_core_and_leads_back(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    for axis in Axis:
        table_by(made, axis)
        expected = counted(project_path, axis)
        shown = cells(made, (1, 4, 5, 6))
        figures = [row.figures for row in expected.rows]
        assert sorted(shown) == sorted(
            [str(one.quotations), str(one.articles), str(one.settled), str(one.proposals)] for one in figures
        )
        made.table.table.setFocus()
        for row in {0, made.table.table.lines.rowCount() - 1}:
            made.table.table.go_to(row)
            key(made.table.table, Qt.Key.Key_Return)
            assert lines_shown(window)[1] == int(shown[row][0]), (axis, row)
            forget_lines(window)


def test_cells_of_two_axes_lead_to_their_own_quotations(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    table_by(made, Axis.GENDER, Axis.SOURCE)
    expected = counted(project_path, Axis.GENDER, Axis.SOURCE)
    table = made.table.table
    assert len(table.lines.heads) == 8 + len(expected.columns)
    for row, line in enumerate(table.shown_lines()):
        found = next(one for one in expected.rows if one.key == line.key)
        for at, cell in enumerate(found.cells, CELLS):
            assert line.values[at] == cell.figures.quotations
            if cell.figures.quotations:
                double_click(table, table.lines.index(row, at))
                assert lines_shown(window)[1] == cell.figures.quotations
                forget_lines(window)


def test_columns_are_sorted_as_numbers_and_what_is_unknown_stands_apart(window: MainWindow) -> None:
    made = opened(window)
    table_by(made, Axis.SPEAKER)
    table = made.table.table
    assert [line.values[1] for line in table.shown_lines()] == sorted(
        (line.values[1] for line in table.shown_lines()), reverse=True
    )
    click(table.horizontalHeader().viewport(), QPoint(table.columnViewportPosition(0) + 8, 8))
    names = [str(line.values[0]) for line in table.shown_lines()]
    assert names == sorted(names)
    table.choose("")
    table.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    shares = [line.values[7] for line in table.shown_lines()]
    assert None in shares
    assert shares == sorted(shares, key=lambda value: -1.0 if value is None else float(value), reverse=True)


def test_settled_proposals_and_a_query_restrict_all_pages(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    click(made.bar.switch._group.button(1))
    settle(made)
    assert made.overview.tiles["quotations"].figure.text() == "16"
    assert "16" in made.basis.text()
    made.bar.query.setFocus()
    type_words(made.bar.query, "speaker:Ершов")
    key(made.bar.query, Qt.Key.Key_Return)
    settle(made)
    scope = Scope("speaker:Ершов", States.SETTLED)
    wanted = counted(project_path, Axis.FORM, None, scope).total.quotations
    assert 0 < wanted < 16
    assert made.overview.tiles["quotations"].figure.text() == str(wanted)
    click(made.overview.tiles["quotations"])
    assert lines_shown(window)[1] == wanted
    table_by(made, Axis.MONTH)
    assert sum(int(cell) for (cell,) in cells(made, (1,))) == wanted
    click(made.bar.switch._group.button(2))
    settle(made)
    proposed = counted(project_path, Axis.FORM, None, Scope("speaker:Ершов", States.PROPOSALS)).total.quotations
    assert sum(int(cell) for (cell,) in cells(made, (1,))) == proposed
    made.bar.query.clear()
    settle(made)
    assert sum(int(cell) for (cell,) in cells(made, (1,))) == 8


def test_a_query_that_is_wrong_is_told_and_the_figures_stay(window: MainWindow) -> None:
    made = opened(window)
    for query in ("gender:", "(мост", "/мост["):
        made.bar.query.setText(query)
        key(made.bar.query, Qt.Key.Key_Return)
        settle(made)
        assert made.bar.wrong.isVisible(), query
        assert made.bar.wrong.text()
        assert made.overview.tiles["quotations"].figure.text() == "24"
    made.bar.query.setText("gender:f")
    assert not made.bar.wrong.isVisible()
    key(made.bar.query, Qt.Key.Key_Return)
    settle(made)
    assert made.overview.tiles["quotations"].figure.text() == "4"


def test_pairs_collocates_and_annotators(window: MainWindow) -> None:
    made = opened(window)
    turn_to(made, made.pairs)
    assert "No two speakers" in made.pairs.said.text()
    turn_to(made, made.collocates)
    assert "Type a word" in made.collocates.said.text()
    type_words(made.collocates.word, "мост")
    key(made.collocates.word, Qt.Key.Key_Return)
    settle(made)
    lines = {str(line.values[0]): line for line in made.collocates.table.shown_lines()}
    assert lines["открыть"].values[1] == 12
    made.collocates.table.choose("открыть")
    made.collocates.table.setFocus()
    key(made.collocates.table, Qt.Key.Key_Return)
    assert lines_shown(window)[1] >= 12
    turn_to(made, made.people)
    assert [line.values[1] for line in made.people.work.shown_lines()] == ["vera"]
    assert not made.bar.query.isEnabled()
    assert "whole project" in made.basis.text()
