"""What articles say of a source beside its name: the words of its mentions that are not the name, as lemmas."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from core.language import letters
from core.preannotate.actors.titles import known_titles
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD, same_word

_SAYS = ("NOUN", "ADJF")


def titles_in(mentions: Iterable[str], name: str) -> frozenset[str]:
    """Return the lemmas of nouns and adjectives in mentions of somebody that are not words of the name."""
    own = WORD.findall(name)
    words = (word for mention in mentions for word in WORD.findall(mention))
    return frozenset(lemma for word in words if not _is_of(word, own) for lemma in _lemmas(word))


def titles_of(name: str, role: str, mentions: Iterable[str]) -> frozenset[str]:
    """Return what a source is called beside its name: by its role, by everybody, by the articles that are linked."""
    told = titles_in([role, *mentions], name)
    return told | frozenset(known_titles(name))


def said(titles: Iterable[str]) -> list[str]:
    """Return titles as they are told, by letters: without the names of places among them that no dictionary has."""
    every = sorted(titles, key=letters)
    return [title for title in every if parses(title)[0].is_known] or every


def _is_of(word: str, name: Iterable[str]) -> bool:
    return any(same_word(word, own) for own in name)


@lru_cache(maxsize=50_000)
def _lemmas(word: str) -> tuple[str, ...]:
    """Return what a word means: the common word for it, else its lemma; nothing for words that are no description."""
    found = parses(word.lower())[:1]
    if not found or str(found[0].tag.POS) not in _SAYS or len(word) < 3:
        return ()
    lemma = folded(str(found[0].normal_form))
    return (table("concepts").get(lemma, lemma),)
