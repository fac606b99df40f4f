"""Cue words that people added: where one may introduce a quotation, and what is proposed with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from core.model import Range
from core.preannotate.analysis import lexicon, models
from core.preannotate.names.names import WORD
from core.preannotate.quotations.proposal import Proposal


class Use(StrEnum):
    """What a cue introduces: speech in marks or after a dash, a clause with its conjunction, or, of phrases that name
    the source, the clause around them."""

    DIRECT = "direct"
    CLAUSE = "clause"
    SOURCE = "source"


CONJUNCTIONS = ("что", "чтобы", "будто", "якобы")
_CLAUSE = re.compile(rf"(?:[ \u00a0][^\s.,!?:;«»]+){{0,5}},\s+(?:{'|'.join(CONJUNCTIONS)})\b", re.IGNORECASE)
_BEFORE_SPEECH = re.compile(r"(?:[ \u00a0][^\s.,!?:;«»]+){0,6}:\s*(?:[«\"„“]|[—–-])")
_JOINT = re.compile(r"(?:[»”\"“!?…],?|,)[ \u00a0]*[—–-][ \u00a0]*(?:[\w-]+[ \u00a0]){0,3}$")
LEAD = 60
"""Code points before a word in which the joint of a speech is looked for."""


class Place(NamedTuple):
    """Where a verb stands as cues do: its range, its dictionary form, and what it would introduce."""

    range: Range
    verb: str
    use: Use

    @property
    def words(self) -> str:
        """By what its entry is known."""
        return words_of(self.verb, self.use)


def words_of(verb: str, use: Use) -> str:
    """Return by what a cue is known: the verb alone, or with the conjunction where it introduces clauses."""
    return verb if use is Use.DIRECT else f"{verb} что"


def use_of(words: str) -> Use:
    """Return what the cue of an entry introduces."""
    return Use.CLAUSE if words.endswith(" что") else Use.DIRECT


KNOWN = {
    Use.DIRECT: frozenset({"say", "direct", "carrier", "passive", "opinion", "shortadj"}),
    Use.CLAUSE: frozenset({"say", "carrier", "passive", "opinion", "shortadj"}),
}
"""The classes of the lexicon whose verbs have a use."""


def unknown_verb(text: str, use: Use) -> str | None:
    """Return the verb of a cue of one word that the shipped lexicon does not know in that use: its dictionary form,
    ё as е."""
    found = WORD.fullmatch(text)
    readings = models.parses(text.lower()) if found is not None else ()
    verbs = [p.normal_form.replace("ё", "е") for p in readings if str(p.tag.POS) in ("VERB", "GRND")]
    known = lexicon.table("cue_verbs")
    kinds = {kind for verb in models.verb_lemmas(text) if verb in known for kind in known[verb].split(",")}
    return verbs[0] if verbs and kinds.isdisjoint(KNOWN[use]) else None


def begins_clause(text: str) -> bool:
    """Tell whether a content begins with a conjunction that a cue introduces."""
    word = WORD.match(text)
    return word is not None and word.group().lower() in CONJUNCTIONS


class Verbs(frozenset[str]):
    """Verbs that are looked for in any number of texts."""

    @cached_property
    def begins(self) -> frozenset[str]:
        """The letters that they begin with: most words need no look into the dictionary."""
        return frozenset(verb[:2] for verb in self)


def verbs_of(words: Iterable[str]) -> Verbs:
    """Return the verbs of cues, by what these are known."""
    return Verbs(one.removesuffix(" что") for one in words)


def cue_places(text: str, verbs: Collection[str]) -> Iterator[Place]:
    """Yield where one of the verbs stands beside a speech or before a clause, not negated, in text order."""
    if not verbs:
        return
    known = verbs if isinstance(verbs, Verbs) else Verbs(verbs)
    begins = known.begins
    for match in WORD.finditer(text):
        word = match.group()
        lemmas = models.verb_lemmas(word) if models.lower(word)[:2] in begins else ()
        if not lemmas or known.isdisjoint(lemmas):
            continue
        start, end = match.span()
        for verb in sorted(known.intersection(lemmas)):
            before = text[max(start - LEAD, 0) : start]
            if before.lower().endswith(("не ", "не\u00a0")):
                continue
            for use in (Use.DIRECT, Use.CLAUSE):
                if introduces(text, start, end, use):
                    yield Place(Range(start, end), verb, use)


def introduces(text: str, start: int, end: int, use: Use) -> bool:
    """Tell whether a cue would introduce speech, or a clause, where it stands."""
    if use is Use.CLAUSE:
        return _CLAUSE.match(text, end) is not None
    before = text[max(start - LEAD, 0) : start]
    return _JOINT.search(before) is not None or _BEFORE_SPEECH.match(text, end) is not None


def kept_of(one: Proposal, by: str) -> dict[str, Any]:
    """Return what is kept of a shipped proposal that knowledge took away."""
    ranges = [list(part) for part in one.ranges]
    of = {"form": str(one.form), "rule": one.rule, "score": round(one.score, 3)}
    return {"ranges": ranges, **of, "cue": list(one.cue or ()), "mention": list(one.mention or ()), "by": by}
