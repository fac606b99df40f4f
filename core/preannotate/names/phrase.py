"""Noun phrases in the nominative: the head and what agrees with it change, what depends on it stays (глава МИД)."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from core.model.punctuation import CLOSERS, OPENERS
from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.models import inflected, parses
from core.preannotate.analysis.quantities import is_share
from core.preannotate.names.counted import counted_words
from core.preannotate.names.inflection import recased

AGREEING = frozenset(("ADJ", "DET", "NUM", "PRON"))
ATTRIBUTES = frozenset(("ADJ", "VERB", "PROPN", "NOUN"))
"""What attributes are to the model."""
ADJECTIVES = frozenset(("ADJF", "PRTF", "NUMR", "NPRO"))
NOMINATIVE = frozenset(("nomn",))
_CASE = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


def nominative_phrase(tokens: Sequence[Token], head: Token | None = None, staying: Container[int] = frozenset()) -> str:
    """Return the phrase with its head, its attributes, its appositions and coordinated heads in the nominative.

    ``staying``: indexes of the tokens that stay as they are, whatever the parse says of them.
    """
    if not tokens:
        return ""
    indexes = {t.index for t in tokens}
    if head is None or head.index not in indexes:
        local = {t.position for t in tokens}
        words = [t for t in tokens if t.text[:1].isalnum()]
        nouns = [t for t in words if t.pos in ("NOUN", "PROPN", "PRON", "NUM")] or words or list(tokens)
        tops = (t for t in (*nouns, *words) if t.head not in local)
        head = next(tops, nouns[0])
    subject = head.rel.startswith("nsubj") and head.feat("Case") in ("Nom", "") and tokens[0].feat("Case") != "Gen"
    if is_share(tokens) and head.feat("Case") in ("Gen", "Nom"):
        return _as_it_stands(tokens)
    counted = counted_words(tokens, head)
    if counted is not None:
        return _joined(tokens, counted)
    if subject or tokens[0].feat("Case") == "Nom" or _opens_as_subject(tokens[0], head):
        return _as_it_stands(tokens)
    quoted = inside_marks(tokens, head)
    changing = {index for index in _changing(tokens, head) if index not in staying and index not in quoted}
    number = "plur" if head.feat("Number") == "Plur" else "sing"
    forms = {t.index: t for t in tokens if t.index in changing}
    forms |= {t.index: t for t in _row_before(tokens, head) if t.index not in staying and t.index not in quoted}
    return _joined(tokens, {index: _inflected(t, head, number) for index, t in forms.items()})


def _row_before(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Return the words right before a noun that agree with it by the dictionary, as its attributes, whatever the parse
    says of them (``старших ведущих следователей``)."""
    case = _CASE.get(head.feat("Case"))
    at = next((i for i, t in enumerate(tokens) if t.index == head.index), 0)
    found: list[Token] = []
    while case is not None and head.pos == "NOUN" and at:
        at -= 1
        token = tokens[at]
        if token.pos not in ATTRIBUTES or not any(_agrees_in(p, head, case) for p in parses(token.lower)):
            break
        found.append(replace(token, pos="ADJ", feats={**token.feats, "Case": head.feat("Case")}))
    return found


def _agrees_in(parse: Any, head: Token, case: str) -> bool:
    """Tell whether a reading of a word is an adjective or participle in a case, the number and gender of a noun."""
    if parse.tag.POS not in ("ADJF", "PRTF") or not _in_case(parse, case):
        return False
    if head.feat("Number") == "Plur" or parse.tag.number == "plur":
        return head.feat("Number") == "Plur" and parse.tag.number == "plur"
    return str(parse.tag.gender)[:1] == head.feat("Gender")[:1].lower()


def inside_marks(tokens: Sequence[Token], head: Token) -> set[int]:
    """Return the indexes of the words in quotation marks that the head stands outside of (``письмо «О пчёлах»``)."""
    if all(t.text not in OPENERS for t in tokens):
        return set()
    inside: set[int] = set()
    opened = False
    for token in tokens:
        opened = (opened or token.text in OPENERS) and token.text not in CLOSERS
        if opened:
            inside.add(token.index)
    return inside if head.index not in inside else set()


def _opens_as_subject(first: Token, head: Token) -> bool:
    """Tell whether a phrase begins with its head, a subject that may be a nominative whatever the model reads."""
    subject = head is first and head.rel.startswith("nsubj")
    return subject and any(
        p.tag.POS == "NOUN" and p.tag.case == "nomn" and "Surn" not in p.tag for p in parses(head.text.lower())
    )


def _as_it_stands(tokens: Sequence[Token]) -> str:
    return _joined(tokens, {})


def _joined(tokens: Sequence[Token], changed: Mapping[int, str]) -> str:
    """Return the words of a phrase as one string, those in ``changed`` (by index) in the form given there."""
    out, end = [], tokens[0].start
    for token in tokens:
        out.append(" " if end < token.start else "")
        out.append(changed.get(token.index, token.text))
        end = token.end
    return "".join(out)


def _changing(tokens: Sequence[Token], head: Token) -> set[int]:
    """Return the indexes of the tokens that take the nominative: the head, coordinated heads, and what agrees."""
    heads = {head.position}
    case = head.feat("Case")
    for token in tokens:
        relation = token.rel.split(":")[0]
        below = token.head in heads and token.position > head.position and relation in ("conj", "appos", "flat")
        joined = relation != "conj" or {head.feat("Animacy"), token.feat("Animacy")} != {"Anim", "Inan"}
        if below and joined and token.feat("Case") == case and token.text[:1] not in '«"':
            heads.add(token.position)
    changing = {t.index for t in tokens if t.position in heads}
    attributes = set(heads)
    for token in (*reversed(tokens), *tokens):  # an attribute may hang on one behind it, or on one it is joined to
        agrees = token.pos in AGREEING or (token.pos == "VERB" and token.feat("VerbForm") == "Part")
        if (token.position > head.position and token.pos != "ADJ") or not _agrees(token, head):
            continue
        if agrees and token.head in heads and token.feat("Case") in (case, ""):
            changing.add(token.index)
        joined = token.rel == "amod" or (token.rel == "conj" and token.pos == "ADJ")
        if agrees and token.head in attributes and token.position < head.position and joined:
            changing.add(token.index)
            attributes.add(token.position)
    return changing


def _agrees(token: Token, head: Token) -> bool:
    """Tell whether an attribute may belong to the head by number and gender (менеджера одной из компаний: not)."""
    number, gender = token.feat("Number"), token.feat("Gender")
    if number and head.feat("Number") and number != head.feat("Number"):
        return False
    if not gender or not head.feat("Gender") or number == "Plur" or gender == head.feat("Gender"):
        return True
    oblique = token.feat("Case") in ("Gen", "Dat", "Ins", "Loc")
    return oblique and {gender, head.feat("Gender")} == {"Masc", "Neut"}  # официальном: of both, in the model's words


def _inflected(token: Token, head: Token, number: str) -> str:
    """Return one word in the nominative; as it is where the dictionary has no such form."""
    if token.text.isupper() and len(token.text) > 1:
        return token.text
    case = _CASE.get(token.feat("Case") or head.feat("Case"))
    if token.feat("Number") == "Plur":
        number = "plur"
    elif token.feat("Number") == "Sing":
        number = "sing"
    if token.pos == "NOUN" and "-" in token.text and (both := _both_inflected(token, head, number)):
        return both
    found = parses(token.text.lower())
    kinds = ADJECTIVES if token.pos not in ("NOUN", "PROPN") else frozenset(("NOUN",))
    fits = [
        p
        for p in found
        if p.tag.POS in kinds and (case is None or _in_case(p, case)) and p.tag.number in (number, None)
    ]
    if token.pos == "NOUN" and number == "sing" and len(fits) > 1:
        own = token.feat("Gender")[:1].lower()
        fits.sort(key=lambda p: str(p.tag.gender)[:1] != own)  # в краевом главке: no главка
    parse = next(iter(fits), None) or next((p for p in found if p.tag.POS in kinds and _in_case(p, case)), None)
    if parse is None and token.feat("Animacy") == "Anim":
        parse = next((p for p in found if p.tag.POS in ADJECTIVES and _in_case(p, case)), None)  # знакомого семьи
    if parse is None:
        return token.text
    wanted = frozenset(("nomn", number)) if parse.tag.number else NOMINATIVE
    if parse.tag.POS in ("ADJF", "PRTF", "NUMR") and number == "sing":
        gender = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}.get(head.feat("Gender"))
        wanted |= {gender} if gender and parse.tag.gender else set()
    form = inflected(parse, wanted) or inflected(parse, NOMINATIVE)
    return recased(_as_spelt(form, parse, token.text.lower()), token.text) if form else token.text


ENDING = 2
"""Letters at the end of most words that their cases differ in."""


def _as_spelt(form: str, parse: Any, word: str) -> str:
    """Return a form with the stem of the word in the text, which the dictionary may spell otherwise (``блоггеров``:
    блоггеры, ``северо-кавказского``: северо-кавказский)."""
    shared = len(word) - ENDING
    if shared < 2 or form.startswith(word[:shared]):
        return form
    own = inflected(parse, frozenset(filter(None, (parse.tag.case, parse.tag.number, parse.tag.gender))))
    if own is None or own == word:
        own = inflected(parse, frozenset(filter(None, (parse.tag.case, parse.tag.number)))) or word
    common = next((at for at, (a, b) in enumerate(zip(own, form, strict=False)) if a != b), min(len(own), len(form)))
    end = own[common:]
    return word.removesuffix(end) + form[common:] if own != word and word.endswith(end) else form


def _both_inflected(token: Token, head: Token, number: str) -> str:
    """Return a noun of two with both in the nominative (``компании-перевозчике``), '' where the first stays."""
    first, _, last = token.text.rpartition("-")
    case = _CASE.get(token.feat("Case") or head.feat("Case"))
    alike = [p for p in parses(first.lower()) if p.tag.POS == "NOUN" and _in_case(p, case) and p.tag.number == number]
    if case in (None, "nomn") or not alike or alike[0].tag.grammemes & {"Fixd"} or len(first) < 4:
        return ""
    form = inflected(alike[0], frozenset(("nomn", number)))
    rest = _inflected(replace(token, text=last), head, number)
    return f"{recased(form, first)}-{rest}" if form and form != first.lower() else ""


def _in_case(parse: object, case: str | None) -> bool:
    found = str(getattr(getattr(parse, "tag", None), "case", ""))
    return found == case or {"gen2": "gent", "acc2": "accs", "loc2": "loct"}.get(found) == case
