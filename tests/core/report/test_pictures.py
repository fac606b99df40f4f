"""Pictures are whole SVG with the names and numbers in them, and colours that follow the values."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from core.report.palettes import contrast
from core.report.pictures import PAPER, Ink, confusion, course, heat_map, intervals, mix

NIGHT = Ink(text="#eeeeee", low="#101010", high="#80a0ff", on_low="#eeeeee", on_high="#101010")


def words(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_heat_map_has_a_cell_for_every_pair() -> None:
    svg = heat_map(["anna", "<boris>"], [[None, 0.75], [0.75, None]])
    assert words(svg) == ["anna", "<boris>", "anna", "<boris>", "0.75", "0.75"]
    assert svg.count("<rect") == 2
    assert mix(PAPER.low, PAPER.high, 0.75) in svg


def test_a_confusion_is_shaded_by_the_rows_share() -> None:
    svg = confusion({"direct": {"direct": 3, "mixed": 1}, "mixed": {"direct": 0, "mixed": 0}}, NIGHT, sides=("A", "B"))
    assert words(svg)[:2] == ["A ↓", "B →"]
    assert words(svg)[-4:] == ["3", "1", "0", "0"]
    fills = re.findall(r'<rect[^>]+fill="(#\w+)"', svg)
    assert fills == [mix(NIGHT.low, NIGHT.high, share) for share in (0.75, 0.25, 0, 0)]


def test_intervals_leave_out_what_has_no_value_and_reach_below_nought() -> None:
    svg = intervals({"F1": 0.9, "α": -0.2, "—": None}, {"F1": (0.8, 0.95)})
    found = words(svg)
    assert "F1" in found
    assert "-0.200" in found
    assert "—" not in found
    assert svg.count("<circle") == 2
    assert svg.count('stroke-width="6"') == 1
    assert intervals({}, {}).startswith("<svg")


def test_a_course_has_a_dot_for_every_period() -> None:
    svg = course({"2026-10": 0.5, "2026-11": None, "2026-12": 1.0})
    assert svg.count("<circle") == 2
    assert "2026-11" not in words(svg)


def test_words_in_cells_take_the_ink_that_is_easier_to_read() -> None:
    assert contrast("#000000", "#ffffff") == 21
    svg = heat_map(["a", "b"], [[None, 0.0], [1.0, None]])
    assert f'fill="{PAPER.on_low}" text-anchor="middle">0.00<' in svg
    assert f'fill="{PAPER.on_high}" text-anchor="middle">1.00<' in svg


def test_colours_are_mixed_within_bounds() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#000000", "#ffffff", 7) == "#ffffff"
    assert mix("#102030", "#ffffff", -1) == "#102030"
