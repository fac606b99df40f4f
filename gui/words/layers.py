"""Whose layers there are, in words."""

from __future__ import annotations

from core.model import AUTO, GOLD
from gui.look.languages import tr


def layer_words(name: str) -> str:
    """Return what a layer is called: by its annotator, or by what it is."""
    return {AUTO: tr("Proposals (auto)"), GOLD: tr("Adjudicated")}.get(name, name)


def looking_words(name: str | None) -> str:
    """Return the sentence that says whose layer is looked at, and that it stays as it is."""
    if name == AUTO:
        return tr("You are looking at the proposals of the program; nothing can be changed here.")
    if name == GOLD:
        return tr("You are looking at the adjudicated layer; nothing can be changed here.")
    return tr("You are looking at {name}’s layer; nothing can be changed here.", name=name or "")
