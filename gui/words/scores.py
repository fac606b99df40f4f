"""How sure the program was of a proposal's fields, in words: for the inspector, and for the tip over the text."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Entity, Quotation
from core.model.field_scores import SCORED, proposed_scores
from core.model.layer import Layer
from core.model.marks import Mark
from core.model.schema import Schema
from gui.look.languages import mark, tr
from gui.words.spoken import kind_of, spoken_source, standing

NAMES = {"content": mark("content"), "cue": mark("cue"), "speaker": mark("speaker")}
MOST = 3
"""Items that one tip tells of."""


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


def tip_words(marks: Sequence[Mark], layer: Layer | None, schema: Schema | None) -> str:
    """Return what a tip says of the items of ``marks``: kind, state, whom each names, how sure its fields are."""
    blocks = []
    for id_ in list(dict.fromkeys(one.item for one in marks))[:MOST]:
        item = layer.items.get(id_) if layer is not None else None
        if layer is None or not isinstance(item, (Entity, Quotation)):
            continue
        lines = [f"{kind_of(item, schema)}, {standing(item)}", spoken_source(item, layer)]
        lines.append(score_words(item) if isinstance(item, Quotation) else "")
        blocks.append("\n".join(filter(None, lines)))
    return "\n\n".join(blocks)
