"""The cue or the noun phrase around a word, from the dictionary alone: what a click on one word means.

Looser than the pre-annotation's parse, but an answer in a millisecond, in any article, without the models.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.model import Range, text
from core.preannotate.analysis import lexicon
from core.preannotate.analysis.models import parses, verb_lemmas

NOMINAL = frozenset(("NOUN", "ADJF", "PRTF", "NUMR", "NPRO", "LATN", "ROMN", "NUMB"))
OF_PLACE = frozenset(("в", "во", "на", "по", "при", "из", "от", "с", "со", "для"))
"""Prepositions that may go on a common noun's phrase: ``источник в ведомстве``, ``министр по делам``."""
PRONOUNS = frozenset(
    "он она оно они его ее её их который которая которое которые которого которой которых сам".split()  # noqa: SIM905
)
_SPEECH = ("say", "opinion", "direct", "carrier", "passive", "shortadj")


class Word(NamedTuple):
    """A token of the text with what the dictionary says of it."""

    start: int
    end: int
    text: str
    kinds: frozenset[str]
    """Parts of speech that it may be (pymorphy3's names)."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def nominal(self) -> bool:
        return bool(self.kinds & NOMINAL) and self.lower not in _NEVER

    @property
    def span(self) -> Range:
        return Range(self.start, self.end)


_NEVER = frozenset(
    "что чтобы также это этом того том тому него тем как так все всё то и а но или однако уже еще ещё только".split()  # noqa: SIM905
)


@lru_cache(maxsize=50_000)
def _kinds(word: str) -> frozenset[str]:
    if not word[:1].isalnum():
        return frozenset()
    found = parses(word.lower())
    best = max((parse.score for parse in found), default=0.0)
    kinds = {str(parse.tag.POS) for parse in found if parse.tag.POS and parse.score >= best / 8}
    kinds |= {kind for parse in found for kind in ("LATN", "ROMN", "NUMB") if kind in parse.tag}
    if word[:1].isupper() and all(not parse.is_known for parse in found):
        kinds.add("NOUN")
    return frozenset(kinds)


def words_of(whole: str, span: Range) -> list[Word]:
    """Return the words and marks of a span of text."""
    return [
        Word(match.start(), match.end(), match.group(), _kinds(match.group()))
        for match in text.TOKEN.finditer(whole, span.start, span.end)
    ]


@lru_cache(maxsize=1)
def _speech_verbs() -> frozenset[str]:
    found = lexicon.classes("cue_verbs")
    return frozenset().union(*(found.get(kind, frozenset()) for kind in _SPEECH))


@lru_cache(maxsize=1)
def _acts() -> frozenset[str]:
    return lexicon.classes("cue_verbs").get("act", frozenset())


@lru_cache(maxsize=1)
def _cue_nouns() -> dict[str, frozenset[str]]:
    """Nouns that with a verb attribute (выразил мнение), and those verbs; ``*`` among them: the noun alone does."""
    found: dict[str, frozenset[str]] = {}
    for noun, *verbs in lexicon.rows("cue_nouns"):  # a noun may stand on several lines, with other verbs each time
        found[noun] = found.get(noun, frozenset()).union(*(words.split() for words in verbs[:1]))
    return found


@lru_cache(maxsize=1)
def _frames() -> frozenset[tuple[str, str]]:
    """Preposition and noun of the phrases that attribute: ``по слово``, ``с слово``."""
    return frozenset((row[0], row[1]) for row in lexicon.rows("cue_phrases") if len(row) > 1)


def is_cue_verb(word: Word, *, acts: bool = False) -> bool:
    """Tell whether a word may be a verb of speech or opinion (``acts``: or one that frames quoted words: назвал)."""
    if word.capital and not word.kinds & {"VERB", "PRTS", "ADJS"}:
        return False
    lemmas = verb_lemmas(word.text) | ({word.lower} if word.kinds & {"PRTS", "ADJS"} else frozenset())
    return bool(lemmas & (_speech_verbs() | _acts() if acts else _speech_verbs()))


def _lemmas(word: Word) -> frozenset[str]:
    return frozenset(parse.normal_form.replace("ё", "е") for parse in parses(word.lower))


def is_cue_phrase(before: Word | None, word: Word) -> bool:
    """Tell whether a preposition and a noun attribute: ``по словам``, ``по мнению``."""
    if before is None:
        return False
    return any((before.lower, lemma) in _frames() for lemma in _lemmas(word))


def is_cue_word(words: list[Word], at: int) -> bool:
    """Tell whether the word at that index is a cue, or part of one, rather than a name for the source."""
    word = words[at]
    if word.lower in ("согласно", "ссылкой", "словам", "мнению") or is_cue_verb(word, acts=True):
        return True
    near = [words[n] for n in (at - 1, at - 2) if n >= 0]
    if any(is_cue_phrase(before, word) for before in near):
        return True
    verbs = frozenset[str]().union(*(_cue_nouns().get(lemma, frozenset()) for lemma in _lemmas(word)))
    around = [words[n] for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(words)]
    return "*" in verbs or any(_lemmas(other) & verbs for other in around)


def cue_around(whole: str, at: int) -> Range:
    """Return the cue that the word at ``at`` means: a verb with its negation, verb and noun, a phrase of preposition.

    ``не исключил``; ``выразил мнение``; ``по словам``, ``по его словам``, ``со ссылкой на``
    (docs/guidelines.md, case 10).
    """
    words = words_of(whole, text.sentence_at(whole, at))
    index = next((n for n, word in enumerate(words) if word.start <= at < word.end), None)
    if index is None:
        return text.token_at(whole, at)
    first = last = index
    for back in (1, 2):
        if index >= back and is_cue_phrase(words[index - back], words[index]):
            first = index - back
            break
    if words[index].lower == "ссылкой":
        first -= index > 0 and words[index - 1].lower in ("с", "со")
        last += index + 1 < len(words) and words[index + 1].lower == "на"
    elif words[index].kinds & {"VERB", "GRND", "PRTS", "ADJS"}:
        first, last = verb_cue(words, index)
    return Range(words[first].start, words[last].end)


def verb_cue(words: list[Word], index: int) -> tuple[int, int]:
    """Return the indexes of the first and last word of the cue whose verb stands at ``index``."""
    first = index - 1 if index > 0 and words[index - 1].lower == "не" else index
    for step in (1, 2):
        if index + step < len(words) and words[index + step].text in ",:;—«":
            break
        if index + step < len(words) and _lemmas(words[index + step]) & _cue_nouns().keys():
            return first, index + step
    return first, index


# -- noun phrases --------------------------------------------------------------------------------------------------


def phrase_around(whole: str, at: int) -> Range:
    """Return the noun phrase around the word at ``at``: what a click on one of its words names as the source."""
    words = words_of(whole, text.sentence_at(whole, at))
    index = next((n for n, word in enumerate(words) if word.start <= at < word.end), None)
    if index is None or not words[index].text[:1].isalnum():
        return text.token_at(whole, at)
    if words[index].lower in PRONOUNS:
        return words[index].span
    first = left_of(words, index)
    return phrase_from(words, first, index)


def phrase_from(words: list[Word], first: int, through: int | None = None) -> Range:
    """Return the noun phrase that begins at an index and reaches at least to ``through``."""
    last = max(first, through if through is not None else first)
    if words[first].lower in PRONOUNS and last == first:
        return words[first].span
    opened = 0
    for index in range(first, last + 1):
        opened += _depth(words[index], opened)
    named = _is_name(words, last)
    while last + 1 < len(words):
        step = _goes_on(words, last, opened, named)
        if not step:
            break
        for index in range(last + 1, last + 1 + step):
            opened += _depth(words[index], opened)
        last += step
        named = named or _is_name(words, last)
    return Range(words[first].start, words[last].end)


def _depth(word: Word, opened: int) -> int:
    if word.text in "«„“" or (word.text in "\"'" and opened == 0):
        return 1
    return -1 if word.text in "»”\"'" and opened > 0 else 0


def _is_name(words: list[Word], index: int) -> bool:
    """Tell whether a word is part of a person's name rather than of a title or an organisation."""
    word = words[index]
    if not word.capital or not word.text[:1].isalpha() or (word.text.isupper() and len(word.text) > 1):
        return False
    found = parses(word.lower)
    known = any(kind in parse.tag for parse in found[:3] for kind in ("Name", "Surn", "Patr"))
    return known or (index > 0 and all(not parse.is_known for parse in found))


def _goes_on(words: list[Word], last: int, opened: int, named: bool) -> int:
    """Return how many of the next words the phrase takes in."""
    word = words[last + 1]
    after = words[last + 2] if last + 2 < len(words) else None
    gap = word.start - words[last].end
    if opened > 0:
        return 1
    if word.text in "«„\"'" and after is not None and (after.capital or after.text in "'\""):
        return 1
    if word.text == "." and len(words[last].text) == 1 and words[last].capital:
        return 1
    if word.text in "-." and gap == 0 and after is not None and after.start == word.end and after.text[:1].isalnum():
        return 2
    if word.text == "(" and after is not None and after.capital:
        return next((n - last for n in range(last + 2, min(last + 8, len(words))) if words[n].text == ")"), 0)
    if not word.text[:1].isalnum():
        return 0
    if word.capital and word.lower not in _NEVER | PRONOUNS:
        return 1
    if named:
        return 0
    attribute = words[last].kinds & {"ADJF", "PRTF", "NUMR", "NPRO"}
    if attribute and word.nominal and _cases(words[last]) & _cases(word):
        return 1
    if word.lower in OF_PLACE and after is not None and after.nominal and not after.lower.startswith("эт"):
        return 2
    if word.lower == "и" and after is not None and after.nominal and _cases(words[last]) & _cases(after):
        return 2 if not (after.kinds & {"VERB"}) else 0
    return 1 if word.nominal and not word.kinds & {"VERB", "GRND"} and "gent" in _cases(word) else 0


@lru_cache(maxsize=50_000)
def _cases_of(word: str) -> frozenset[str]:
    found = parses(word)
    return frozenset(str(parse.tag.case) for parse in found if parse.tag.case)


def _cases(word: Word) -> frozenset[str]:
    return _cases_of(word.lower)


def nominative(word: Word) -> bool:
    """Tell whether a word may stand in the nominative."""
    fixed = not word.text[:1].isalpha() or re.match(r"[A-Za-z]", word.text) is not None
    return fixed or "nomn" in _cases(word) or (word.capital and not _cases(word))


def _belongs(before: Word, word: Word) -> bool:
    """Tell whether two neighbours are of one phrase: in one case, or the second in the genitive."""
    cases = _cases(word)
    return not cases or "gent" in cases or bool(cases & _cases(before))


def left_of(words: list[Word], index: int) -> int:
    """Return where the phrase that holds the word at ``index`` begins."""
    first = index
    while first > 0:
        before = words[first - 1]
        if before.text in "«\"'„" and first == index and before.end == words[first].start:
            first -= 1
            continue
        if before.text == "." and first > 1 and len(words[first - 2].text) == 1 and words[first - 2].capital:
            first -= 2
            continue
        joined = before.end == words[first].start and before.text in "-."
        if joined and before.text == "." and not (first > 1 and len(words[first - 2].text) == 1):
            break
        if not joined and (not before.nominal or (before.kinds & {"VERB", "GRND"} and not before.capital)):
            break
        if before.lower in PRONOUNS or (first > 1 and is_cue_phrase(words[first - 2], before)):
            break
        if not joined and not before.capital and not _belongs(before, words[first]):
            break
        first -= 1
    while first < index and words[first].text in "-.":
        first += 1
    return first
