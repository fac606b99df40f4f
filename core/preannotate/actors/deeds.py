"""What somebody is called by what a sentence says that he did, or that was done to him (``deeds.tsv``).

A noun of such a deed does as well as its verb (``вина Белова``, ``задержание Белова``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import rows

DOES, SUFFERS = "does", "suffers"
CLIMB = 4
"""Steps from a name up to the noun that its sentence is on."""
_BESIDE = ("appos", "flat", "flat:name")


class Deed(NamedTuple):
    """A verb or a noun for a deed, and the part of somebody who stands beside it: ``does``, ``suffers``, or ''."""

    verb: Token
    part: str


@cache
def _deeds() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(verb, part): tuple(nouns.split()) for verb, part, nouns in rows("deeds")}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row[0] for name in ("deeds", "holding") for row in rows(name))


def deeds_of(sentence: Sentence, name: Token, title: Token | None) -> list[Deed]:
    """Return the verbs, participles and nouns of deeds that a name, or the noun of the title in front of it, stands
    beside."""
    found: list[Deed] = []
    here = title or name
    for _ in range(CLIMB):
        clauses = (sentence.tokens[p] for p in sentence.children[here.position])
        found += [Deed(t, _part_in_clause(sentence, t)) for t in clauses if t.rel[:3] == "acl" and t.lemma in _verbs()]
        above = sentence.head(here)
        if above is None or here.rel not in _BESIDE:
            break
        here = above
    verb = sentence.head(here)
    if verb is not None and verb.pos == "NOUN" and here.feat("Case") == "Gen":
        found.append(Deed(verb, SUFFERS))  # вина Белова
    if verb is not None and verb.pos in ("VERB", "ADJ") and verb.lemma in _verbs():
        found.append(Deed(verb, _part(here, verb)))
    return found


def called_by_deeds(deeds: Iterable[Deed]) -> list[str]:
    """Return the nouns that somebody is called by for what he did or what was done to him."""
    return [noun for verb, part in deeds for noun in _deeds().get((verb.lemma, part), ())]


def _part_in_clause(sentence: Sentence, verb: Token) -> str:
    """Return the part of whom a participle or a relative clause is on (``Белов, задержанный в Туле``)."""
    if verb.feat("VerbForm") == "Part":
        return SUFFERS if verb.feat("Voice") == "Pass" else DOES
    pronouns = (sentence.tokens[p] for p in sentence.children[verb.position])
    pronoun = next((t for t in pronouns if t.lower.startswith("котор")), None)
    return _part(pronoun, verb) if pronoun is not None else ""


def _part(noun: Token, verb: Token) -> str:
    """Return whether somebody does what a verb says or suffers it; empty where he stands beside it otherwise."""
    passive = verb.feat("Voice") == "Pass"
    if noun.rel.startswith("nsubj"):
        return SUFFERS if passive or noun.rel == "nsubj:pass" else DOES
    if noun.rel == "obj" and noun.feat("Case") not in ("Nom", "Dat", "Ins"):
        return SUFFERS
    return DOES if passive and noun.rel == "obl" and noun.feat("Case") == "Ins" else ""
