"""What somebody is called by what a sentence says that he did, or that was done to him (``deeds.tsv``).

A noun of such a deed does as well as its verb (``вина Белова``, ``задержание Белова``).
"""

from __future__ import annotations

from functools import cache

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import rows

DOES, SUFFERS = "does", "suffers"
CLIMB = 4
"""Steps from a name up to the noun that its sentence is on."""
_BESIDE = ("appos", "flat", "flat:name")


@cache
def _deeds() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(verb, part): tuple(nouns.split()) for verb, part, nouns in rows("deeds")}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verb, _ in _deeds())


def called_by_deeds(sentence: Sentence, name: Token, title: Token | None) -> tuple[str, ...]:
    """Return the nouns that somebody is called by for the verbs and participles that his name, or the noun of the
    title in front of it, stands beside."""
    found: list[str] = []
    here = title or name
    for _ in range(CLIMB):
        for position in sentence.children[here.position]:
            found += _of_participle(sentence, sentence.tokens[position])
        above = sentence.head(here)
        if above is None or here.rel not in _BESIDE:
            break
        here = above
    verb = sentence.head(here)
    if verb is not None and verb.pos == "NOUN" and here.feat("Case") == "Gen":
        found += _deeds().get((verb.lemma, SUFFERS), ())  # вина Белова
    if verb is not None and verb.pos in ("VERB", "ADJ"):
        found += _deeds().get((verb.lemma, _part(here, verb)), ())
    return tuple(found)


def _of_participle(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Return what somebody is called by a participle or a relative clause on him (``Белов, задержанный в Туле``)."""
    if not verb.rel.startswith("acl") or verb.lemma not in _verbs():
        return ()
    if verb.feat("VerbForm") == "Part":
        return _deeds().get((verb.lemma, SUFFERS if verb.feat("Voice") == "Pass" else DOES), ())
    pronouns = (sentence.tokens[p] for p in sentence.children[verb.position])
    pronoun = next((t for t in pronouns if t.lower.startswith("котор")), None)
    return _deeds().get((verb.lemma, _part(pronoun, verb)), ()) if pronoun is not None else ()


def _part(noun: Token, verb: Token) -> str:
    """Return whether somebody does what a verb says or suffers it; empty where he stands beside it otherwise."""
    passive = verb.feat("Voice") == "Pass"
    if noun.rel.startswith("nsubj"):
        return SUFFERS if passive or noun.rel == "nsubj:pass" else DOES
    if noun.rel == "obj" and noun.feat("Case") not in ("Nom", "Dat", "Ins"):
        return SUFFERS
    return DOES if passive and noun.rel == "obl" and noun.feat("Case") == "Ins" else ""
