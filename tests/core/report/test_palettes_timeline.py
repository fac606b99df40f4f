"""Colours that all eyes can read and tell apart; the history of a layer as points."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from core.history.timeline import back_to, timeline
from core.model import Form, Range, edits
from core.model.layer import Edit, Layer
from core.model.schema import standard
from core.report import palettes
from tests.acts import article_of
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
PAPERS = {"light": "#fcfbf8", "dark": "#1c1d1f"}


def test_contrast_is_that_of_wcag() -> None:
    assert round(palettes.contrast("#000000", "#ffffff"), 2) == 21.0
    assert round(palettes.contrast("#777777", "#ffffff"), 2) == 4.48


def test_every_safe_pair_reads_on_its_paper_and_differs_from_the_others() -> None:
    for theme, column in (("light", 0), ("dark", 1)):
        colours = {pair[0]: pair[column] for pair in palettes.SAFE}
        poor = [name for name, other in palettes.legible(colours, PAPERS[theme]) if other is None]
        assert poor == []
    for one, other in itertools.combinations(palettes.SAFE[:5], 2):
        assert palettes.distance(one[0], other[0]) > palettes.LEAST_DISTANCE


def test_the_labels_of_a_new_project_are_safe() -> None:
    for theme, paper in PAPERS.items():
        colours = {label.id: getattr(label, theme) for label in standard().labels}
        assert list(palettes.legible(colours, paper)) == []


def test_what_some_eyes_take_for_one_is_named() -> None:
    red_green = {"A": "#b04a00", "B": "#5f6b00", "C": "#b04b00"}
    found = list(palettes.legible(red_green, "#ffffff"))
    assert ("A", "C") in found
    assert palettes.distance("#c00000", "#5a5a00", "protan") < palettes.distance("#c00000", "#5a5a00")
    assert ("pale", None) in list(palettes.legible({"pale": "#dddddd"}, "#ffffff"))


def test_each_kind_of_eye_is_asked() -> None:
    taken_for_one = {"protan": ("#000000", "#330000"), "deutan": ("#003399", "#660099"), "full": ("#0000cc", "#3300cc")}
    for eye, (one, other) in taken_for_one.items():
        assert palettes.distance(one, other, eye) < palettes.LEAST_DISTANCE
        assert ("one", "other") in list(palettes.legible({"one": one, "other": other}, "#ffffff"))


def test_distances_and_suggestions_are_as_before() -> None:
    """Numbers of the published matrices: a wrong coefficient shows in the last digits."""
    colours = [pair[0] for pair in palettes.SAFE]
    out = [f"{name} {', '.join(f'{part:.5f}' for part in palettes.as_seen(name, eye))} {eye}"
           for name in ("#1f5fa8", "#0a0203", "#fefdfc") for eye in ("full", "protan", "deutan")]  # fmt: skip
    for one, other in itertools.pairwise((*colours, "#000000", "#030303", "#ffffff")):
        distances = [f"{palettes.distance(one, other, eye):.3f}" for eye in ("full", "protan", "deutan")]
        out.append(f"{one} {other} {palettes.contrast(one, other):.4f} {' '.join(distances)}")
    out += [f"{count} taken: {palettes.suggest(colours[:count])}" for count in range(len(colours) + 1)]
    same_as_golden(GOLDEN / "palettes.txt", "\n".join(out) + "\n")


def test_a_suggestion_is_far_from_what_is_taken() -> None:
    taken = [pair[0] for pair in palettes.SAFE[:3]]
    assert palettes.suggest(taken) not in palettes.SAFE[:3]
    assert palettes.suggest([]) in palettes.SAFE


class Entry(NamedTuple):
    id: int
    edit: Edit
    undoes: int | None = None
    at: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    author: str = "anna"


def test_a_redo_puts_its_edit_in_force_again() -> None:
    made = edits.add_quotation(Form.DIRECT, [Range(0, 4)])
    entries = [Entry(1, made), Entry(2, made.inverse(), 1), Entry(3, made, 2), Entry(4, made.inverse(), 3)]
    assert [point.in_force for point in timeline(entries[:1])] == [True]
    assert [point.in_force for point in timeline(entries[:2])] == [False, True]
    assert [point.in_force for point in timeline(entries[:3])] == [True, False, True]
    points = timeline(entries)
    assert [point.takes_back for point in points] == [None, made, made.inverse(), made]


def test_going_back_is_one_act_that_can_be_taken_back() -> None:
    empty = Layer(article_of("Мост готов."), "anna")
    later = empty.apply(edits.add_quotation(Form.DIRECT, [Range(0, 4)]))
    edit = back_to(later, empty)
    assert later.apply(edit) == empty
    assert later.apply(edit).apply(edit.inverse()) == later
    assert not back_to(later, later)
