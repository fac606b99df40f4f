"""What a proposer proposes for an article, as lines to read."""

from __future__ import annotations

from core.model import Entity
from core.model.layer import Layer
from core.words.values import form_words

LONGEST = 100
"""Characters of a quotation that are shown."""


def told(layer: Layer) -> list[str]:
    """Return a line for each proposal: what it is, its words, who speaks."""
    text, lines = layer.article.text, []
    for item in layer.annotations():
        if isinstance(item, Entity):
            actor = layer.actor(item.actor)
            who = f" = {actor.name}" if actor is not None else ""
            lines.append(f"{item.label}  {_short(text[slice(*item.range)])}{who}")
        else:
            words = " … ".join(text[start:end] for start, end in item.ranges)
            actor = layer.actor(item.speaker)
            cue = f"  [{text[slice(*item.cue)]}]" if item.cue is not None else ""
            lines.append(f"{form_words(item.form)}  {_short(words)}{cue}  — {actor.name if actor is not None else '?'}")
    return lines


def _short(words: str) -> str:
    found = " ".join(words.split())
    return found if len(found) <= LONGEST else found[: LONGEST - 1] + "…"
