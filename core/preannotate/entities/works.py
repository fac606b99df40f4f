"""Names of works, prizes, events, buildings and wares, which are no organisations: told by the noun before them."""

from __future__ import annotations

from core.model.punctuation import PAIRS
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.grammar import NOMINAL, is_body_noun, may_be
from core.preannotate.entities.spans import Span

REACH = 12
"""How many words before a list of names in marks its noun may stand."""
BETWEEN = frozenset(("как", "которых", ":", ",", "среди"))
"""What stands between a noun and its list (такие картины, как «А» и «Б»; фильмы, среди которых «А»)."""


def without_works(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Leave out organisations that the noun before them tells to be a work or a thing (``works.tsv``)."""
    return [s for s in spans if s.label != "ORG" or not _is_work(analysis, s)]


def _is_work(analysis: Analysis, span: Span) -> bool:
    first = analysis.at(span.start)
    if first is None or first.index == 0 or span.rule == "organisation-phrase":
        return False
    before = analysis.tokens[first.index - 1]
    if before.text in PAIRS:
        at = _list_begins(analysis, before.index)
        return not _is_owner(first) and _noun_of(analysis, at - 1, at < before.index)
    return first.text[:1].isascii() and table("works").get(before.lemma) == "event"


def _is_owner(token: Token) -> bool:
    """Tell whether a name in marks is only a genitive: whose the thing is, not what it is called (фильм «Ромашки»)."""
    cases = {p.tag.case for p in parses(token.lower) if p.tag.POS == "NOUN" and p.tag.number == "sing"}
    return token.feat("Case") == "Gen" and "gent" in cases and "nomn" not in cases


def _list_begins(analysis: Analysis, mark: int) -> int:
    """Return the index of the mark that opens the first name of a list in which the name behind ``mark`` stands."""
    tokens = analysis.tokens
    while mark >= 3 and tokens[mark - 1].text in (",", "и") and _closes(tokens[mark - 2]):
        opening = next((t.index for t in tokens[max(mark - 3 - REACH, 0) : mark - 2][::-1] if t.text in PAIRS), -1)
        if opening < 0:
            break
        mark = opening
    return mark


def _closes(token: Token) -> bool:
    return any(token.text in closing for closing in PAIRS.values())


def _noun_of(analysis: Analysis, at: int, listed: bool) -> bool:
    """Tell whether the noun that a name or list of names in marks belongs to, ending at ``at``, is one of works."""
    tokens = analysis.tokens
    if at < 0 or is_body_noun(tokens[at]):
        return False
    if _is_listed(tokens[at]):
        return True
    if tokens[at].lower not in BETWEEN and not (listed and _closes(tokens[at])):
        return False
    start = max(analysis.sentence_of[tokens[at].index].start if tokens[at].index in analysis.sentence_of else 0, 0)
    for token in tokens[max(at - REACH, 0) : at][::-1]:
        if token.start < start or "media" in table("descriptors").get(token.lemma, ""):
            return False
        if token.feat("Number") == "Plur" and _is_listed(token):
            return True
    return False


def _is_listed(token: Token) -> bool:
    """Tell whether a word is a noun for works and things, alone or behind a hyphen (фильм, синти-поп-сингл)."""
    if token.pos not in NOMINAL:
        return False
    if may_be(token, "works") and token.lemma in table("works"):
        return True
    end = token.lower.rpartition("-")[2]
    return "-" in token.text and any(end.startswith(word) for word in table("works"))
