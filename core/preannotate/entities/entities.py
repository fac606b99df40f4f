"""Names of persons, organisations and places: the spans of the model repaired, labelled alike and completed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise

from core.model import Range
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.entities.grammar import (
    adjectives_of_places,
    is_body_noun,
    may_be,
    names_in_marks,
    organisations,
    place_of_adjective,
    says_whose,
)
from core.preannotate.entities.joins import joined, named_after
from core.preannotate.entities.labels import bodies, glosses, listed_media, sites
from core.preannotate.entities.persons import adjectives_of_persons, by_apposition, told_apart, with_patronymic
from core.preannotate.entities.places import (
    halves,
    homes,
    of_offices,
    unseen,
    with_sides,
    without_buildings,
    without_small,
)
from core.preannotate.entities.proposals import INSIDE, EntityProposal
from core.preannotate.entities.repair import repaired_names
from core.preannotate.entities.spans import Span, covered, is_place
from core.preannotate.entities.titled import behind_titles
from core.preannotate.entities.works import without_works
from core.preannotate.names.inflection import PERSONAL, folded, grammemes, keys, known_parses
from core.preannotate.names.names import same_word

BEARERS = frozenset(("институт", "университет", "академия", "училище", "театр", "музей", "фонд", "центр", "штаб"))
"""Nouns of organisations that bear a person's name rather than a town's."""
SCORES = {
    "model": 0.93,
    "recovered": 0.9,
    "place-adjective": 0.92,
    "organisation-phrase": 0.75,
    INSIDE: 0.85,
}
"""How often a span that a rule proposed is right; measured, see bench/preannotate."""


def find_entities(analysis: Analysis) -> tuple[EntityProposal, ...]:
    """Return the names of an article in text order; names of different labels may lie inside one another."""
    spans = [Span(s, e, label, "model") for s, e, label in repaired_names(analysis)]
    for stage in STAGES:
        spans = stage(analysis, spans)
    seen: dict[tuple[int, int, str], Span] = {}
    for span in spans:
        seen.setdefault((span.start, span.end, span.label), span)
    ordered = sorted(seen.values(), key=lambda s: (s.start, -s.end, s.label))
    return tuple(
        EntityProposal(range=Range(s.start, s.end), label=s.label, rule=s.rule, score=SCORES[s.rule]) for s in ordered
    )


def _metonyms(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Take seats of power for the power (Белый дом, Кремль; ``metonyms.tsv``)."""
    listed = table("metonyms")
    out = []
    for span in spans:
        if not may_be(analysis.touching(span.start, span.end)[0], "metonyms"):
            out.append(span)
            continue
        lemma = " ".join(t.lemma for t in analysis.touching(span.start, span.end))
        out.append(span._replace(label=listed.get(lemma, span.label)))
    return out


def _without_wrong(analysis: Analysis, spans: list[Span]) -> list[Span]:
    wrong = table("not_names")
    return [s for s in spans if not _is_wrong(analysis, s, wrong)]


def _is_wrong(analysis: Analysis, span: Span, wrong: dict[str, str]) -> bool:
    words = folded(analysis.text[span.start : span.end])
    if words in wrong:
        return True
    tokens = analysis.touching(span.start, span.end)
    if len(tokens) == 1 and "-" in words and is_body_noun(tokens[0]):
        return True  # Telegram-канал
    if span.label == "ORG" and may_be(tokens[0], "org_heads") and table("org_heads").get(tokens[0].lemma) == "office":
        return not says_whose(tokens)
    if len(tokens) != 1 or not may_be(tokens[0], "not_names"):
        return False
    return tokens[0].lemma in wrong or not wrong.keys().isdisjoint(keys(words))


def _place_adjectives(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add the adjectives of places that lie in no place or person already."""
    taken = covered(s for s in spans if s.label != "ORG")
    held = covered(s for s in spans if s.label == "ORG")
    found = [Span(r.start, r.end, "LOC", "place-adjective") for r in adjectives_of_places(analysis, held)]
    return spans + [s for s in found if s.start not in taken]


def _in_marks(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add the names in marks behind a noun for media and bodies that lie in no organisation or person already."""
    taken = covered([s for s in spans if s.label != "LOC"])
    found = [Span(r.start, r.end, "ORG", "organisation-phrase") for r in names_in_marks(analysis)]
    return spans + [s for s in found if not any(at in taken for at in range(s.start, s.end))]


def _inside(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add the places and surnames inside the names of organisations (суд Тулы, «Голос Тулы», институт Чарусова)."""
    taken = covered([s for s in spans if s.label != "ORG"])
    found = []
    for span in spans:
        if span.label != "ORG":
            continue
        for token in analysis.touching(span.start, span.end):
            whole = (token.start, token.end) == (span.start, span.end)
            if not token.text[:1].isupper() or whole or token.start in taken:
                continue
            if (token.pos != "ADJ" and is_place(token.text)) or token.text in table("latin_places"):
                found.append(Span(token.start, token.end, "LOC", INSIDE))
            elif _is_whose(analysis, span, token):
                found.append(Span(token.start, token.end, "PER", INSIDE))
    return spans + found


def _is_whose(analysis: Analysis, span: Span, token: Token) -> bool:
    """Tell whether a word of an organisation's name is the surname that it bears (институт Чарусова)."""
    if token.end != span.end or token.start == span.start:
        return False
    before = analysis.tokens[token.index - 1]
    return before.lemma in BEARERS and any({"Surn", "gent"} in p.tag for p in known_parses(token.lower))


def _with_one_label(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Give a name the same label all over the article: the commonest, names of several words counting double.

    Only names of several labels are declined to be compared, by the initials of their words.
    """
    text = analysis.text
    words = [text[span.start : span.end].split() for span in spans]
    initials = [_initials(own) for own in words]
    labels: dict[tuple[str, ...], set[str]] = {}
    for span, letters in zip(spans, initials, strict=True):
        labels.setdefault(letters, set()).add(span.label)
        if span.label == "PER":
            labels.setdefault(letters[-1:], set()).add("PER")
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    named = []
    for span, own, letters in zip(spans, words, initials, strict=True):
        doubtful = len(labels[letters]) > 1 or (span.label == "PER" and len(own) == 1 and is_place(own[0]))
        named.append(_key(own) if doubtful else "")
        votes[named[-1]][span.label] += 1
        if span.label == "PER" and len(own) > 1 and (len(labels[letters[-1:]]) > 1 or is_place(own[-1])):
            votes[_key(own[-1:])]["PER"] += 2
    out = []
    for span, key, own in zip(spans, named, words, strict=True):
        label = _one_label(span.label, votes[key]) if key else span.label
        if label == "PER" and len(own) == 1 and is_place(own[0]) and votes[key]["PER"] < 2:
            label = "LOC"
        out.append(span if label == span.label else span._replace(label=label))
    return out


def _initials(words: list[str]) -> tuple[str, ...]:
    return tuple([folded(word[:1]) for word in words])


def _one_label(label: str, votes: Counter[str]) -> str:
    best, count = votes.most_common(1)[0]
    return best if {best, label} != {"ORG", "LOC"} and count >= 2 * votes[label] else label


def _key(words: list[str]) -> str:
    return " ".join(min(keys(word)) for word in words)


def _recovered(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Find the names of the article where the model did not see them: whole names, and surnames of persons."""
    taken = covered(spans)
    wanted: dict[str, list[tuple[list[str], str]]] = {}
    for span in spans:
        words = [t.text for t in analysis.touching(span.start, span.end) if t.text[:1].isalnum()]
        variants = [words, words[-1:]] if span.label == "PER" and len(words) > 1 else [words]
        for variant in variants:
            usable = variant and variant[0][:1].isupper() and len(variant[-1]) > 2
            entry = (variant, span.label)
            if usable and entry not in wanted.setdefault(folded(variant[0])[:2], []):
                wanted[folded(variant[0])[:2]].append(entry)
    found: list[Span] = []
    end = 0
    for token in analysis.capitalised:
        if token.index < end or token.start in taken:
            continue
        for words, label in sorted(wanted.get(folded(token.text[:2]), []), key=lambda w: -len(w[0])):
            run = analysis.tokens[token.index : token.index + len(words)]
            if _is_run(analysis, run, words) and not any(t.start in taken for t in run):
                found.append(Span(run[0].start, run[-1].end, label, "recovered"))
                end = token.index + len(words)
                break
    return spans + found


def _is_run(analysis: Analysis, run: tuple[Token, ...], words: list[str]) -> bool:
    if len(run) != len(words) or any("\n" in analysis.text[a.end : b.start] for a, b in pairwise(run)):
        return False
    if len(run) == 1 and not _is_name_here(analysis, run[0]):
        return False
    return all(
        t.text[:1].isupper() == w[:1].isupper() and same_word(t.text, w) for t, w in zip(run, words, strict=True)
    )


def _is_name_here(analysis: Analysis, token: Token) -> bool:
    """A word that begins a sentence may be a common noun that looks like the name."""
    sentence = analysis.sentence_of.get(token.index)
    if sentence is None or token.start != sentence.start:
        return True
    known = grammemes(token.text)
    return not known or bool(known & (PERSONAL | {"Geox", "Orgn"}))


def _with_organisations(analysis: Analysis, spans: list[Span]) -> list[Span]:
    """Add organisations found by their head nouns; a phrase swallows the organisation names inside it."""
    ends = {at: s.end for s in spans for at in range(s.start + 1, s.end)}
    found = sorted(organisations(analysis))
    phrases = [Span(r.start, ends.get(r.end, r.end), "ORG", "organisation-phrase") for r in found]
    starts = [p.start for p in phrases]
    kept = [s for s in spans if s.label != "ORG" or not _swallowed(s, phrases, starts)]
    held = covered([s for s in kept if s.label == "ORG"])
    return kept + [p for p in phrases if not any(at in held for at in range(p.start, p.end))]


def _swallowed(span: Span, phrases: list[Span], starts: list[int]) -> bool:
    """Tell whether one of the phrases, sorted by their starts, holds a span and more."""
    at = bisect_right(starts, span.start)
    return any(span.end <= p.end and p[:2] != span[:2] for p in phrases[max(at - 3, 0) : at])


STAGES: tuple[Callable[[Analysis, list[Span]], list[Span]], ...] = (
    told_apart,
    behind_titles,
    by_apposition,
    bodies,
    listed_media,
    sites,
    _without_wrong,
    _metonyms,
    of_offices,
    homes,
    _with_one_label,
    without_buildings,
    without_small,
    _recovered,
    without_works,
    _with_organisations,
    joined,
    named_after,
    glosses,
    with_patronymic,
    with_sides,
    _in_marks,
    _inside,
    _place_adjectives,
    adjectives_of_persons,
    halves,
    unseen,
)
"""The rules in the order in which they see the names, each what the one before left."""

__all__ = ["find_entities", "is_place", "place_of_adjective"]
