"""Counted nouns in the nominative: двух источников в мэрии is два источника, пяти жителей is пять жителей."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.models import inflected, parses
from core.preannotate.names.inflection import folded, recased

FEW = frozenset(("два", "три", "четыре", "оба"))
"""Numerals after which, in the nominative, a noun stands in the genitive singular."""
_FEW = {"m": frozenset(("gent", "plur")), "f": frozenset(("nomn", "plur"))}
_ONE, _MANY, _ALL = frozenset(("gent", "sing")), frozenset(("gent", "plur")), frozenset(("nomn", "plur"))
BETWEEN = frozenset(("ADJ", "DET", "NUM", "VERB"))
COUNTING = frozenset(("NUM", "DET", "ADV", "PRON"))
"""What numerals are to the model."""


class Count(NamedTuple):
    """A numeral before a noun: its position, its form in the nominative, whether it counts two to four."""

    position: int
    numeral: str
    few: bool


def counted_words(tokens: Sequence[Token], head: Token) -> dict[int, str] | None:
    """Return the words of a counted phrase that change in the nominative, by index; None where no numeral counts."""
    count = _count(tokens, head)
    noun = _noun(head) if count is not None else None
    if count is None or noun is None:
        return None
    few = count.few and not _declines_as_adjective(noun)
    changed = {head.index: _form(head, noun, _ONE if few else _MANY)}
    for token in tokens:
        if token.position == count.position:
            changed[token.index] = count.numeral.capitalize() if token.text[:1].isupper() else count.numeral
        elif token.position < head.position and token.pos in BETWEEN and not token.text.isdigit():
            attribute = next((p for p in parses(token.text.lower()) if p.tag.POS in ("ADJF", "PRTF")), None)
            inside = _FEW["f" if noun.tag.gender == "femn" else "m"] if count.few else _MANY
            if attribute is not None:
                changed[token.index] = _form(token, attribute, inside if token.position > count.position else _ALL)
    return changed


def _count(tokens: Sequence[Token], head: Token) -> Count | None:
    """Return the numeral right before a noun and its attributes."""
    for token in reversed([t for t in tokens if t.position < head.position]):
        if token.text.isdigit():
            if head.feat("Number") != "Plur":
                return None  # на 5 канале
            last = int(token.text[-1]) if token.text[-2:-1] != "1" else 0
            return Count(token.position, token.text, 2 <= last <= 4) if last != 1 else None
        known = parses(token.text.lower())[:3] if token.pos in COUNTING else ()
        number = next((p for p in known if p.tag.POS == "NUMR"), None)
        if number is not None:
            base = str(number.normal_form)
            noun = _noun(head)
            woman = noun is not None and noun.tag.gender == "femn"
            numeral = {"два": "две", "оба": "обе"}.get(base, base) if woman else base
            return Count(token.position, numeral, folded(base) in FEW)
        if token.pos not in BETWEEN and not _is_below_attribute(tokens, token, head):
            return None
    return None


def _is_below_attribute(tokens: Sequence[Token], token: Token, head: Token) -> bool:
    """Tell whether a word belongs to an attribute of a counted noun (``несколько знакомых с делом источников``); safe
    where the parser made a circle."""
    before = {t.position: t for t in tokens if t.position < head.position}
    above = token
    for _ in before:
        if above.head not in before:
            return False
        above = before[above.head]
        if above.head == head.position:
            return above.pos in ("ADJ", "VERB")
    return False


def _noun(head: Token) -> Any:
    """Return the reading of a counted noun: in the plural, or as it stands after два."""
    found = [p for p in parses(head.text.lower()) if p.tag.POS == "NOUN" and p.tag.case != "nomn"]
    plural = head.feat("Number") != "Sing"
    fitting = [p for p in found if (p.tag.number == "plur") is plural]
    return next(iter(fitting or found), None)


def _declines_as_adjective(noun: Any) -> bool:
    """Tell whether a noun was an adjective (рабочий, военный): два рабочих, not два рабочего."""
    return str(noun.normal_form).endswith(("ый", "ий", "ой", "ая")) and (inflected(noun, _MANY) or "").endswith(
        ("ых", "их")
    )


def _form(token: Token, parse: Any, wanted: frozenset[str]) -> str:
    """Return a word in a form; as it stands where that is it (пяти человек), or where the dictionary has none."""
    low = token.text.lower()
    if any(p.normal_form == parse.normal_form and wanted <= set(p.tag.grammemes) for p in parses(low)):
        return token.text
    form = inflected(parse, wanted)
    return recased(form, token.text) if form else token.text
