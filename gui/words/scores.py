"""How sure the program was of a proposal's fields, in words: for the inspector, and for the tip over the text."""

from __future__ import annotations

from core.model import Quotation
from core.model.field_scores import SCORED, proposed_scores
from gui.look.languages import mark, tr

NAMES = {"content": mark("content"), "cue": mark("cue"), "speaker": mark("speaker")}


def percent(item: Quotation, field: str) -> str:
    """Return how sure the program was of a proposed field (``87 %``); empty where unsaid, or settled."""
    score = proposed_scores(item).get(field)
    return f"{round(score * 100)} %" if score is not None else ""


def score_words(item: Quotation) -> str:
    """Return how sure the program was of each field of a proposal; empty where it says nothing."""
    said = (
        f"{tr(NAMES[name])} {percent(item, name)}"
        for name in SCORED
        if percent(item, name) and (name != "cue" or item.cue is not None)
    )
    return " · ".join(said)
