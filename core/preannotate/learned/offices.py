"""Whom a description means in a project: an office, an alias; only of somebody whom the article itself names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from core.model import Actor, Entity, Quotation
from core.model.knowledge import Entry
from core.preannotate.analysis.models import parses
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD

LONGEST = 6
"""Words of the longest description that is learned."""
_APART = frozenset({" ", "\u00a0", ", ", " — ", " – ", " «"})
"""What may stand between a description and the name beside it."""


class Said(NamedTuple):
    """The items of an article's layer that tell who is described."""

    text: str
    entities: Sequence[Entity]
    quotations: Sequence[Quotation]
    actors: Sequence[Actor]


class Holder(NamedTuple):
    """Whom a description means: the actor's id, and the entry that says so."""

    actor: str
    entry: Entry


Who = Callable[[str], Entry | None]
"""Gives the entry that says whom a description, by its words, means at the article's date."""


def forms(text: str) -> list[str]:
    """Return the words of a text by their dictionary forms, ё as е."""
    return [folded(parses(word.group().lower())[0].normal_form) for word in WORD.finditer(text)]


def description(mention: str, name: str = "") -> str:
    """Return the words by which a description is known, without the ``name`` that stands in it; "" where it is none.

    A pronoun describes nobody. Another form of the name (``Зураб Ильич`` of Зураб Петров) is a description too.
    """
    found, own = forms(mention), set(forms(name))
    if own and own.intersection(found):
        is_alias = mention.istitle() and not own.issuperset(found)
        cut = next(at for at, word in enumerate(found) if word in own)
        found = found if is_alias else found[:cut]
    nouns = any(str(parses(word)[0].tag.POS) == "NOUN" for word in found)
    return " ".join(found) if nouns and len(found) <= LONGEST else ""


def is_name(name: str) -> bool:
    """Tell whether an actor is named, and not described."""
    return name[:1].isupper()


def holder(date: str, known: Iterable[Entry]) -> Entry | None:
    """Return who holds an office at a date, of all entries of its words: the newest; None where that is not decided."""
    every = list(known)
    decided = [one for one in every if one.is_decided]
    past = sorted((one for one in decided if one.since and one.since <= date), key=lambda one: one.since)
    if past and (len(past) == 1 or past[-1].since > past[-2].since):
        return past[-1]
    return decided[0] if len(every) == 1 and decided else None


def holders(said: Said, who: Who) -> Iterator[tuple[Quotation, Holder]]:
    """Yield the quotations whose mention describes somebody known whom the article names, and who that is."""
    known = {one.id: one for one in said.actors}
    named = {one.actor for one in said.entities if one.actor in known}
    for quotation in said.quotations:
        if quotation.mention is None:
            continue
        mention = quotation.mention
        if any(one.actor and one.range.overlaps(mention) and one.range != mention for one in said.entities):
            continue
        words = description(said.text[slice(*mention)])
        entry = who(words) if words else None
        if entry is None or any(
            one.range == mention and one.actor in known and " ".join(forms(known[one.actor].name)) != words
            for one in said.entities
        ):
            continue  # nobody known, or the article names its own by more than these words
        fits = [one for one in named if one and _is_same(known[one].name, entry.says, words)]
        if len(fits) == 1 and not _names_another(said, words, fits[0]):
            yield quotation, Holder(fits[0], entry)


def _is_same(name: str, learned: str, words: str) -> bool:
    """Tell whether an article's name is a learned one, or a shorter or longer form of it with the same last word."""
    own, other = forms(name), forms(learned)
    if not own or not other or " ".join(own) == words:
        return False
    return own[-1] == other[-1] and (set(own) <= set(other) or set(other) <= set(own))


def _names_another(said: Said, words: str, actor: str) -> bool:
    """Tell whether the article itself names somebody else beside the same description."""
    found = [(one.start(), one.end(), one.group()) for one in WORD.finditer(said.text)]
    size, wanted = words.count(" ") + 1, words.split()
    starts = {one.range.start: one for one in said.entities if one.actor is not None}
    for at in range(len(found) - size + 1):
        window = found[at : at + size]
        if forms(window[0][2]) != wanted[:1] or [form for one in window for form in forms(one[2])] != wanted:
            continue
        end = window[-1][1]
        beside = (starts.get(end + len(gap)) for gap in _APART if said.text.startswith(gap, end))
        if any(one is not None and one.label == "PER" and one.actor != actor for one in beside):
            return True
    return False
