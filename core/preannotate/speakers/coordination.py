"""Which of the names in a mention stand beside each other: bodies that speak together, a lawyer behind whose he is."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.families import of_one_family
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.entities.proposals import EntityProposal

PAIR = 2
AND = frozenset((" и ", ", ", "» и «", '" и "', "», «"))
"""What stands between two bodies that are named together, marks being outside the names or within."""


def joined(names: Sequence[str]) -> str:
    """Return the names of those who stand beside each other as one (``Иванов, Петров и Сидоров``, ``Пётр и Нина
    Лужины``)."""
    names = of_one_family(names)
    return ", ".join(names[:-1]) + " и " + names[-1]


def coordinated(
    analysis: Analysis, bodies: Sequence[Candidate], cast: Cast, start: int, end: int
) -> Sequence[Candidate]:
    """Return a body and those that are named with it in a mention (``МВД и ФСБ``, ``агентства «Норд» и «Вестник»``)."""
    if not bodies or " и " not in analysis.text[start:end]:
        return bodies
    found, last = list(bodies), 0
    for entity, candidate in cast.between(start, end):
        if candidate is None or candidate.kind is not ActorKind.ORGANISATION:
            continue
        if candidate is bodies[0]:
            last = entity.range.end
        elif last and analysis.text[last : entity.range.start] in AND:
            found.append(candidate)
            last = entity.range.end
    return found


def apart(persons: list[Candidate], words: str) -> list[Candidate]:
    """Return the persons named in a mention without whose lawyer he is who is named behind a comma (``защитница Таль,
    адвокат Рита Йонссон``)."""
    first, comma, rest = words.partition(", ")
    if len(persons) != PAIR or not comma or " и " in words or "," in rest:
        return persons
    owner, own = (c.name.split()[-1] for c in persons)
    full = persons[1].name in rest and persons[0].name not in first
    return persons[1:] if full and owner in first and own in rest else persons


FAMILIES = ("семьи", "семейства", "семье", "четы", "супругов", "братьев", "сестёр", "сестер")
"""Nouns, in the case, behind which a surname is that of a family."""


def stands_before_name(analysis: Analysis, entity: EntityProposal, cast: Cast) -> bool:
    """Tell whether another person's full name stands right behind a surname (``муж Лосевой Лев Бродский``), or any name
    behind that of a family (``соседка семьи Лосевых Инна``)."""
    text, end = analysis.text, entity.range.end
    family = text[: entity.range.start].rstrip(" \u00a0").endswith(FAMILIES) and text[:end].endswith(("ых", "их"))
    behind = [e.range for e, c in cast.between(end, end + 2) if c is not None and c.kind == "person"]
    full = any(
        text[end : r.start] in (" ", "\u00a0") and (family or " " in text[r.start : r.end])
        for r in behind
        if r.start > end
    )
    return full and " " not in text[entity.range.start : end]


def apposed_noun(tokens: Sequence[Token], within: Sequence[Token], head: Token) -> Token:
    """Return the noun behind a comma with which a body's name says who somebody is (``перевозчик, компания «Луч»``);
    the head of the phrase where there is none."""
    before = [t for t in tokens if head.index < t.index < within[0].index]
    comma = next((i for i, t in enumerate(before) if t.text == ","), None)
    if comma is None or any(t.lower == "и" or t.text == "," for t in before[comma + 1 :]):
        return head
    noun = next((t for t in before[comma + 1 :] if t.pos == "NOUN"), None)
    return noun if noun is not None and noun.feat("Case") == head.feat("Case") else head
