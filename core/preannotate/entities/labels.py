"""Labels that the words around a name, or a list, know better than the model."""

from __future__ import annotations

import re

from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.entities.proposals import INSIDE
from core.preannotate.entities.spans import Span, is_place
from core.preannotate.names.inflection import PERSONAL, folded, grammemes

_GLOSS = re.compile(r"[\"»”]? \((?:англ\. |(?:the )?)(?P<names>[A-Z][^()\n«»]{1,80})\)")
_LATIN = re.compile(r"[A-Z][A-Za-z’'&-]*(?: (?:[a-z]{1,4} ){0,2}[A-Z][A-Za-z’'&-]*)*")


def listed_media(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take a medium of ``media.tsv`` for an organisation, unless it is also a place's or a person's name."""
    return [s._replace(label="ORG") if s.label != "ORG" and _is_medium(analysis, s) else s for s in spans]


def _is_medium(analysis: Analysis, span: Span) -> bool:
    name = analysis.text[span.start : span.end]
    return folded(name) in table("media") and not is_place(name) and not grammemes(name) & PERSONAL


def glosses(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take the Latin names in brackets right behind an organisation for its names (союз (Writers’ Union, WU))."""
    found: list[Span] = []
    for span in spans:
        gloss = _GLOSS.match(analysis.text, span.end) if span.label == "ORG" else None
        if gloss is None:
            continue
        at = gloss.start("names")
        for part in gloss["names"].split(", "):
            if _LATIN.fullmatch(part) and part not in table("latin_places"):
                found.append(Span(at, at + len(part), "ORG", INSIDE))
            at += len(part) + 2
    kept = [s for s in spans if not any(f.start <= s.start and s.end <= f.end for f in found)]
    return kept + found if found else spans
