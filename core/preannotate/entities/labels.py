"""Labels that the words around a name, or a list, know better than the model."""

from __future__ import annotations

import re

from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.proposals import INSIDE
from core.preannotate.entities.spans import Span, covered, is_place
from core.preannotate.names.inflection import PERSONAL, folded, grammemes

_GLOSS = re.compile(r"[\"»”]? \((?:англ\. |(?:the )?)(?P<names>[A-Z][^()\n«»]{1,80})\)")
_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ž’'&-]*(?: (?:[a-z]{1,4} ){0,2}[A-ZÀ-Þ][A-Za-zÀ-ž’'&-]*)*")


def listed_media(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take a medium of ``media.tsv`` for an organisation, unless it is also a place's or a person's name."""
    return [s._replace(label="ORG") if s.label != "ORG" and _is_medium(analysis, s) else s for s in spans]


def _is_medium(analysis: Analysis, span: Span) -> bool:
    name = analysis.text[span.start : span.end]
    return folded(name) in table("media") and not is_place(name) and not grammemes(name) & PERSONAL


def bodies(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take one word for a body that the model took for a person: in the genitive, behind a noun for a sportsman in the
    nominative (``форвард Реала забил``), or made of stumps (``Нацфронт``)."""
    told = (s.label == "PER" and (_is_club(analysis, s) or _is_of_stumps(analysis, s)) for s in spans)
    return [s._replace(label="ORG") if body else s for s, body in zip(spans, told, strict=True)]


_STUMPS = re.compile(r"(?:Нац|Нар|Гос|Центр|Мос|Рос|Глав|Обл|Гор|Соц|Проф|Ген|Пром|Спец|Мед)([а-яё]{3,})$")


def _is_of_stumps(analysis: Analysis, span: Span) -> bool:
    """Tell whether a name is a stump and a noun for bodies."""
    made = _STUMPS.match(analysis.text[span.start : span.end])
    nouns = {p.normal_form for p in parses(made[1]) if p.tag.POS == "NOUN"} if made is not None else ()
    return any(noun == "фронт" or noun in table("org_heads") or noun in table("body_nouns") for noun in nouns)


def _is_club(analysis: Analysis, span: Span) -> bool:
    token = analysis.at(span.start)
    if token is None or token.index == 0 or (token.start, token.end) != (span.start, span.end):
        return False
    before = analysis.tokens[token.index - 1]
    if before.pos != "NOUN" or before.feat("Case") != "Nom" or token.feat("Case") == "Nom":
        return False
    kinds = table("descriptors").get(before.lemma, "").split(",")
    known = grammemes(token.text)
    return "athlete" in kinds and bool(known) and not known & PERSONAL and "gent" in known


_SITE = re.compile(r"(?<=[«\"“])[А-ЯЁA-Z0-9][\w-]*\.[А-ЯЁA-Zа-яёa-z][\w-]*(?=[»\"”])")


def sites(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take names with a dot inside marks for organisations (``«Реалии.Дон»``), where they are no part of another."""
    found = [m.span() for m in _SITE.finditer(analysis.text)] if "." in analysis.text else []
    if not found:
        return spans
    taken = covered(s for s in spans if (s.start, s.end) not in found)
    new = [at for at in found if at[0] not in taken and at[1] - 1 not in taken]
    inside = [s for s in spans if not any(a <= s.start and s.end <= b for a, b in new)]
    return inside + [Span(a, b, "ORG", "recovered") for a, b in new]


def glosses(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take the Latin names in brackets right behind an organisation for its names (союз (Writers’ Union, WU))."""
    found: list[Span] = []
    for span in spans:
        gloss = _GLOSS.match(analysis.text, span.end) if span.label == "ORG" else None
        if gloss is None:
            continue
        at = gloss.start("names")
        for part in re.split("[,;] ", gloss["names"]):
            if _LATIN.fullmatch(part) and part not in table("latin_places"):
                found.append(Span(at, at + len(part), "ORG", INSIDE))
            at += len(part) + 2
    kept = [s for s in spans if not any(f.start <= s.start and s.end <= f.end for f in found)]
    return kept + found if found else spans
