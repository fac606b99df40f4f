"""Organisations that go on behind what was found: with another one's name, with a place, with при, with somebody's."""

from __future__ import annotations

import re
from bisect import bisect_left

from core.model.punctuation import PAIRS
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.grammar import is_body_noun, may_be
from core.preannotate.entities.proposals import INSIDE
from core.preannotate.entities.spans import Span

BEHIND = 4
"""The longest gap between the parts of one organisation: `` при ``."""
_NAMED_AFTER = re.compile(
    r"(?<!от )(?<!под )(?<!по )\b(?:имени|им\.)[ \u00a0]"
    r"((?:[А-ЯЁ]\.[ \u00a0]?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
    r"(?:(?:[ \u00a0](?:ван|фон|де|ди|дер|аль))*[ \u00a0][А-ЯЁ][а-яё]+){0,2}(?:[ \u00a0][IVX]+\b)?)"
)


def joined(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Let organisations go on as far as one of the joins finds more; what they took in is no organisation beside."""
    ordered = sorted(spans)
    starts = [s.start for s in ordered]
    out: list[Span] = []
    for span in ordered:
        if span.label == "ORG":
            if out and any(o.end >= span.end and o.start < span.start for o in out[-3:] if o.label == "ORG"):
                continue
            while (end := _further(analysis, span, _behind(ordered, starts, span.end))) > span.end:
                span = span._replace(end=end)
        out.append(span)
    return out


def _behind(ordered: list[Span], starts: list[int], end: int) -> list[Span]:
    """Return the next names that begin at ``end`` or behind it."""
    at = bisect_left(starts, end)
    return ordered[at : at + 3]


def _further(analysis: Analysis, span: Span, after: list[Span]) -> int:
    """Return the end of an organisation with its next part, ``span.end`` where there is none."""
    return max((join(analysis, span, after) for join in JOINS), default=span.end)


def _with_body(analysis: Analysis, span: Span, after: list[Span]) -> int:
    """Совет директоров «Ромашки», управление полиции МВД: a genitive, or a name in marks, behind a common noun."""
    behind = next((s for s in after if s.label == "ORG"), None)
    if behind is None or not _is_described(analysis, span):
        return span.end
    gap = analysis.text[span.end : behind.start]
    if gap == " " and _is_genitive(analysis, behind):
        return behind.end
    if len(gap) == 2 and gap[0] == " " and analysis.text[behind.end : behind.end + 1] in PAIRS.get(gap[1], ""):
        last = analysis.touching(span.start, span.end)[-1]
        named = is_body_noun(last) or last.text[:1].isupper() or not _is_genitive(analysis, behind)
        return span.end if named else behind.end + 1
    return span.end


def _with_place(analysis: Analysis, span: Span, after: list[Span]) -> int:
    """Национальная служба спасения Норвегии: a place in the genitive."""
    behind = next((s for s in after if s.label == "LOC"), None)
    if behind is None or analysis.text[span.end : behind.start] not in (" ", "\u00a0"):
        return span.end
    return behind.end if _is_genitive(analysis, behind) else span.end


def _with_region(analysis: Analysis, span: Span, after: list[Span]) -> int:
    """Управление МВД по Москве: a place in the dative behind a body that has regional ones."""
    behind = next((s for s in after if s.label == "LOC"), None)
    if behind is None or analysis.text[span.end : behind.start] != " по ":
        return span.end
    words = analysis.touching(span.start, span.end)
    regional = any(may_be(t, "regional_bodies") and t.lemma in table("regional_bodies") for t in words)
    return behind.end if regional else span.end


def _with_seat(analysis: Analysis, span: Span, after: list[Span]) -> int:
    """Прокуратура города Омск: the name of a town or a region behind its noun."""
    last = analysis.touching(span.start, span.end)[-1]
    behind = next((s for s in after if s.label == "LOC"), None)
    if (
        behind is None
        or analysis.text[span.end : behind.start] != " "
        or last.lower not in ("города", "штата", "района")
    ):
        return span.end
    return behind.end


def _with_master(analysis: Analysis, span: Span, after: list[Span]) -> int:
    """Высшая школа при министерстве культуры."""
    behind = next((s for s in after if s.label == "ORG"), None)
    joined_by = behind is not None and analysis.text[span.end : behind.start] == " при "
    return behind.end if behind is not None and joined_by else span.end


JOINS = (_with_body, _with_place, _with_region, _with_seat, _with_master)


def _is_described(analysis: Analysis, span: Span) -> bool:
    """Tell whether a span is headed by a noun for bodies that says more than the sort of what is named behind it."""
    tokens = analysis.touching(span.start, span.end)
    heads = [t for t in tokens if may_be(t, "org_heads") and t.lemma in table("org_heads")]
    return bool(heads) and not (len(tokens) == 1 and is_body_noun(tokens[0]))


def _is_genitive(analysis: Analysis, span: Span) -> bool:
    """Tell whether a name may be a genitive: by its parse, or because it has no cases (США, МВД, Мали)."""
    tokens = [t for t in analysis.touching(span.start, span.end) if t.text[:1].isalnum()]
    return bool(tokens) and _may_be_genitive(tokens[0])


def _may_be_genitive(token: Token) -> bool:
    if token.feat("Case") == "Gen" or token.text.isupper():
        return True
    return any("Fixd" in p.tag or {"gent", "sing"} in p.tag for p in parses(token.lower))


def named_after(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Find whom something is named after (театр имени А. С. Чарусова) and let the organisation before end there."""
    out = spans
    if "имени" not in analysis.text and "им." not in analysis.text:
        return out
    for found in _NAMED_AFTER.finditer(analysis.text):
        start, end = found.start(1), _genitive_end(analysis, *found.span(1))
        kept = []
        for span in out:
            inside = found.start() <= span.start < end
            if inside or (span.end <= end and span.end > start and span.label != "ORG"):
                continue
            if span.label == "ORG" and span.end in (found.start() - 1, *range(found.start(), end)):
                span = span._replace(end=end)
            kept.append(span)
        out = [*kept, Span(start, end, "PER", INSIDE)]
    return out


def _genitive_end(analysis: Analysis, start: int, end: int) -> int:
    """Return where a person's name in the genitive ends: before a word that is none (имени Чарусова | Глеб Пахомов)."""
    tokens = analysis.touching(start, end)
    for token in tokens:
        if len(token.text) > 1 and token.text[0].isupper() and token.start > start and not _may_be_genitive(token):
            return analysis.tokens[token.index - 1].end
    return end
