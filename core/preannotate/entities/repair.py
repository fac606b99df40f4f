"""Boundaries of the model's names: newlines, brackets, quotation marks, legal forms, titles before a person."""

from __future__ import annotations

import re

from core.model.punctuation import BRACKETS, CLOSERS, MARKS, OPENERS, PAIRS, TYPED_DASHES
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.grammar import field_end, may_be
from core.preannotate.names.inflection import PERSONAL, grammemes

EDGE = " \t\n\u00a0\u202f.,;:/'" + TYPED_DASHES + BRACKETS
_OPENING = re.compile(f'["{OPENERS}]')
_AGE = re.compile(r"[ \u00a0]\d+-летн\w+$")
"""The age of a person at the end of a name, which is no part of it."""
_INITIAL = re.compile(r"(?<![^\W\d_])[A-ZА-ЯЁ][a-zа-яё]?\.[ \u00a0]?$")


def repaired_names(analysis: Analysis) -> list[tuple[int, int, str]]:
    """Return the model's names with their boundaries repaired: start, end, label; in text order."""
    out: list[tuple[int, int, str]] = []
    for name in analysis.names:
        for start, end in _parts(analysis.text, name.range.start, name.range.end):
            if "\n" in analysis.text[name.range.start : start] and _is_common(analysis, start, end):
                continue
            start, end = _quotation_marks(analysis.text, start, end, name.label)
            if name.label == "PER":
                start = _with_initial(analysis.text, _without_title(analysis, start, end))
            start, end = _trimmed(analysis.text, start, end)
            if (age := _AGE.search(analysis.text, start, end)) is not None:
                end = age.start()  # телеканал «Вектор» 26-летнюю Белову
            if name.label == "ORG":
                start = _without_office(analysis, start, end)
            if name.label == "PER" and _is_bare_title(analysis, start, end):
                continue
            if name.label == "ORG":
                end = field_end(analysis, end)
            if _has_word(analysis, start, end):
                if out and out[-1][1] > start and out[-1][2] == name.label:
                    start, out = out[-1][0], out[:-1]
                out.append((start, end, name.label))
    return out


def _has_word(analysis: Analysis, start: int, end: int) -> bool:
    """Tell whether a span has a letter or digit, and a token (the address of a wiki link has none)."""
    return start < end and any(c.isalnum() for c in analysis.text[start:end]) and bool(analysis.touching(start, end))


def _is_common(analysis: Analysis, start: int, end: int) -> bool:
    """Tell whether all words of a span are common words of the dictionary (the line after a headline's name)."""
    words = [t.text for t in analysis.touching(start, end) if t.text[:1].isalpha()]
    known = [grammemes(w) for w in words]
    return bool(words) and all(k and not k & (PERSONAL | {"Geox", "Orgn"}) for k in known)


def _with_initial(text: str, start: int) -> int:
    """Take in an initial right before a name that the model left out (И.Чарусов, Дж. Смитсон)."""
    initial = _INITIAL.search(text[max(start - 5, 0) : start])
    return start - len(initial.group()) if initial else start


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a span at line ends, and a name in brackets from the name before it."""
    pieces = []
    at = start
    for cut in re.finditer(r"\n+", text[start:end]):
        pieces.append((at, start + cut.start()))
        at = start + cut.end()
    pieces.append((at, end))
    out = []
    for a, b in pieces:
        bracket = text.find("(", a + 1, b)
        if bracket > 0 and _is_gloss(text[bracket + 1 : b]):
            close = text.rfind(")", bracket, b)
            out.append((a, bracket))
            inner_end = close if close > 0 else b
            out += [(x, y) for x, y in _commas(text, bracket + 1, inner_end)]
            if close > 0 and any(c.isalpha() for c in text[close + 1 : b]):
                out.append((close + 1, b))
        else:
            out.append((a, b))
    return out


def _commas(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    at = start
    for part in text[start:end].split(", "):
        out.append((at, at + len(part)))
        at += len(part) + 2
    return out


def _is_gloss(inside: str) -> bool:
    return any(c.isalpha() for c in inside)


def _quotation_marks(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """Leave out the marks around a whole name and the legal form before them; take in a mark that closes inside."""
    start, end = _trimmed(text, start, end)
    opening = _OPENING.search(text, start, end)
    if opening is None:
        return start, end
    first = opening.start()
    close = PAIRS[text[first]][0]
    last = text.find(close, first + 1, end)
    if last < 0 and text[end : end + 1] and (text[end] in CLOSERS or text[end] == close):
        last = end
        end = end + 1
    before = text[start:first].split()
    forms = table("legal_forms")
    if last == end - 1 and all(w in forms for w in before) and label == "ORG":
        return first + 1, last
    if last == end - 1 and not before:
        return first + 1, last
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE and not _abbreviation(text, start, end):
        end -= 1
    while start < end and text[end - 1] in MARKS and not any(c in MARKS for c in text[start : end - 1]):
        end -= 1
    while start < end and text[start] in MARKS and not any(c in MARKS for c in text[start + 1 : end]):
        start += 1
    return start, end


def _abbreviation(text: str, start: int, end: int) -> bool:
    """A bracket that opens inside stays; so does the dot of an initial at the end (Кусто Ж.)."""
    if text[end - 1] == ")":
        return "(" in text[start:end]
    return text[end - 1] == "." and end - start > 2 and text[end - 2].isupper() and not text[end - 3].isalpha()


def _without_title(analysis: Analysis, start: int, end: int) -> int:
    """Move the start behind titles and kinship words written with a capital (Император, Принц, Сын)."""
    tokens = [t for t in analysis.touching(start, end) if t.text[:1].isalnum()]
    if len(tokens) > 2 and all(len(t.text) < 4 for t in tokens):
        return start  # Пан Ги Мун
    while len(tokens) > 1 and _is_title(tokens[0]):
        start = tokens[1].start
        tokens = tokens[1:]
    return start


def _without_office(analysis: Analysis, start: int, end: int) -> int:
    """Move the start of an organisation behind the noun of a person with a capital (Член общественного совета)."""
    tokens = analysis.touching(start, end)
    if len(tokens) < 2 or tokens[0].pos != "NOUN" or not may_be(tokens[0], "descriptors"):
        return start
    human = tokens[0].feat("Animacy") == "Anim" and tokens[0].lemma in table("descriptors")
    body = any(may_be(t, "org_heads") and t.lemma in table("org_heads") for t in tokens[1:])
    return tokens[1].start if human and body and tokens[1].feat("Case") == "Gen" else start


def _is_bare_title(analysis: Analysis, start: int, end: int) -> bool:
    """Tell whether a span is one common noun for a person (Канцлер, Эксперт) and names nobody."""
    tokens = analysis.touching(start, end)
    return len(tokens) == 1 and tokens[0].lemma in table("descriptors") and not _is_known_name(tokens[0])


def _is_known_name(token: Token) -> bool:
    return bool(grammemes(token.text) & PERSONAL)


def _is_title(token: Token) -> bool:
    word = token.text.lower()
    if word in ("мистер", "миссис", "мисс", "сэр", "доктор", "дон", "мать"):
        return False
    if token.text[0].isdigit() or is_compound_noun(token):
        return True
    known = grammemes(word)
    return "NOUN" in known and "anim" in known and not known & PERSONAL


def is_compound_noun(token: Token) -> bool:
    """Tell whether a word is a noun for people behind a hyphen (Экс-чиновник, Певец-любитель)."""
    last = token.text.rpartition("-")[2] if "-" in token.text else ""
    return last.islower() and any(p.normal_form in table("descriptors") for p in parses(last) if "anim" in p.tag)
