"""Whose layers there are, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.language import letters as by_letter
from core.model import AUTO, GOLD, PROPOSER, is_machine
from core.words.values import layer_words
from gui.look.languages import tr

__all__ = ["counted_layers", "initials", "layer_words", "looking_words"]


def looking_words(name: str | None) -> str:
    """Return the sentence that says whose layer is looked at, and that it stays as it is."""
    if name == AUTO:
        return tr("You are looking at the proposals of the program; nothing can be changed here.")
    if name is not None and is_machine(name):
        return tr(
            "You are looking at the proposals of {name}; nothing can be changed here.", name=name.removeprefix(PROPOSER)
        )
    if name == GOLD:
        return tr("You are looking at the adjudicated layer; nothing can be changed here.")
    return tr("You are looking at {name}’s layer; nothing can be changed here.", name=name or "")


def counted_layers(whose: Mapping[str, int]) -> str:
    """Return how many layers of whom there are: ``37 by anna, 37 by boris``."""
    said = {AUTO: tr("{count} of proposals"), GOLD: tr("{count} adjudicated")}
    by = tr("{count} by {name}")
    return ", ".join(said.get(name, by).format(count=count, name=layer_words(name)) for name, count in whose.items())


def initials(names: Iterable[str]) -> dict[str, str]:
    """Return one or two letters for each name, no two names the same ones as far as their letters go."""
    found: dict[str, str] = {}
    for name in sorted(names, key=by_letter):
        first, *rest = [word[0] for word in name.split()] or ["?"]
        letters = [*rest, *(letter for letter in name.split()[0][1:] if letter.isalnum())] if name.strip() else []
        tried = [(first + letter).upper() for letter in letters] or [first.upper()]
        found[name] = next((one for one in tried if one not in found.values()), tried[0])
    return found
