"""The canvas's colours: text is legible on everything it can stand on, and kinds are told apart without colour."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF

from core.model import Form
from core.model.schema import standard
from core.report.palettes import contrast
from gui.canvas.span_painter import _edge, _figure
from gui.look.text_look import DARK, LIGHT, Palette

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3."""


both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@both
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("depth", [0, 1, 2, 5])
def test_text_on_every_wash(palette: Palette, form: Form, depth: int) -> None:
    hue = palette.hue(form)
    for auto, lit in itertools.product((False, True), repeat=2):
        assert contrast(palette.text, palette.wash_of(hue, depth=depth, auto=auto, lit=lit).name()) >= ENOUGH
        assert contrast(palette.dim, palette.wash_of(hue, depth=depth, auto=auto, dim=True).name()) >= ENOUGH


@both
def test_text_on_paper_selection_hits_and_tints(palette: Palette) -> None:
    labels = [label.light if palette is LIGHT else label.dark for label in standard().labels]
    for back in (palette.paper, palette.selection, palette.found, palette.found_current):
        assert contrast(palette.text, back) >= ENOUGH
    for hue in (palette.cue, palette.mention, *labels):
        assert contrast(palette.text, palette.wash_of(hue, lit=True).name()) >= ENOUGH
    assert contrast(palette.dim, palette.paper) >= ENOUGH
    assert contrast(palette.on_accent, palette.accent) >= ENOUGH
    assert contrast(palette.on_unsure, palette.unsure) >= ENOUGH
    assert contrast(palette.mention, palette.paper) >= ENOUGH


@both
def test_a_settled_quotation_has_more_of_its_colour_than_a_proposal_and_less_than_the_selected(
    palette: Palette,
) -> None:
    for form in Form:
        hue = palette.hue(form)
        away = [
            contrast(palette.wash_of(hue, auto=auto, lit=lit).name(), palette.paper)
            for auto, lit in ((True, False), (False, False), (False, True))
        ]
        assert away == sorted(away)
        assert len(set(away)) == 3


def test_the_forms_have_edges_of_their_own() -> None:
    box = QRectF(0, 0, 50, 24)
    paths = [_edge(form, box, 1.0) for form in Form]
    assert all(one != other for one, other in itertools.combinations(paths, 2))


def test_six_labels_have_figures_of_their_own() -> None:
    box = QRectF(0, 0, 0, 0)
    paths = [_figure(kind, box.center(), 2.6) for kind in range(6)]
    assert all(one != other for one, other in itertools.combinations(paths, 2))
    assert _figure(6, box.center(), 2.6) == paths[0]
