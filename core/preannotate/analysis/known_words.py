"""Parses of the words that the dictionary has, as pymorphy3 gives them, in less than half of its time.

It asks every unit that parses words, looks up each paradigm three times, and makes each parse twice.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import replace

MULTIPLIER = 1_000_000
"""By which probabilities are multiplied where the dictionary keeps them."""
_SCORE = attrgetter("score")


class Known(msgspec.Struct, frozen=True, gc=False):
    """A parse of a word of the dictionary, with the names of pymorphy3's own: articles leave thousands of them behind,
    and those are four objects each, which the search for circles goes through."""

    word: str
    tag: Any
    normal_form: str
    score: float
    paradigm: int
    form: int
    """Which form of its paradigm the word is."""
    words: KnownWords

    @property
    def methods_stack(self) -> tuple[tuple[Any, str, int, int], ...]:
        return ((self.words.unit, self.word, self.paradigm, self.form),)

    @property
    def whole(self) -> Any:
        """The same as pymorphy3's own parse."""
        return self.words.kind(self.word, self.tag, self.normal_form, self.score, self.methods_stack)

    @property
    def is_known(self) -> bool:
        return True

    @property
    def lexeme(self) -> list[Any]:
        forms: list[Any] = self.whole.lexeme
        return forms

    def inflect(self, wanted: frozenset[str]) -> Any:
        return self.whole.inflect(wanted)


class KnownWords:
    """The words of the dictionary of an analyser of pymorphy3."""

    def __init__(self, analyser: Any) -> None:
        first = analyser.parse("слово")[0]
        self.unit = first.methods_stack[0][0]
        """What parses words of the dictionary, and inflects them."""
        self.kind = type(first)
        """What pymorphy3's own parses are."""
        known = analyser.dictionary
        self._words, self._substitutes = known.words, analyser.char_substitutes
        self._paradigms, self._prefixes, self._suffixes = known.paradigms, known.paradigm_prefixes, known.suffixes
        self._tags = [(tag, f":{tag}") for tag in known.gramtab]
        self._probability = analyser.prob_estimator.p_t_given_w.get

    def parses(self, word: str) -> tuple[Known, ...]:
        """Return the parses of a word in lower case, of two letters at least, likeliest first; none where unknown."""
        spellings = self._words.similar_items(word, self._substitutes)
        only = len(spellings) == 1 and len(spellings[0][1]) == 1  # its probability is not kept
        found = []
        for spelled, forms in spellings:
            for number, index in forms:
                paradigm = self._paradigms[number]
                tag, name = self._tags[paradigm[len(paradigm) // 3 + index]]  # endings, then tags, then prefixes
                lemma = self._lemma(spelled, paradigm, index) if index else spelled
                score = 1.0 if only else self._probability(word + name, 0) / MULTIPLIER
                found.append(Known(spelled, tag, lemma, score, number, index, self))
        if len(found) > 1:
            found.sort(key=_SCORE, reverse=True)
        if found and not found[0].score:
            each = 1 / len(found)
            found = [replace(parse, score=each) for parse in found]
        return tuple(found)

    def form(self, number: int, index: int, wanted: frozenset[str]) -> int | None:
        """Return which form of a paradigm a parse's ``inflect`` gives, for its form ``index``; None where none has the
        grammemes ``wanted``."""
        paradigm = self._paradigms[number]
        count = len(paradigm) // 3
        tags = [self._tags[tag][0] for tag in paradigm[count : 2 * count]]
        fitting = [at for at, tag in enumerate(tags) if wanted <= tag.grammemes]
        if not fitting:
            wanted = tags[index].fix_rare_cases(wanted)
            fitting = [at for at, tag in enumerate(tags) if wanted <= tag.grammemes]
        asked = tags[index].updated_grammemes(wanted)

        def likeness(at: int) -> float:
            own = tags[at].grammemes
            return len(asked & own) - 0.1 * len(asked ^ own)

        return max(fitting, key=likeness, default=None)

    def _lemma(self, spelled: str, paradigm: Any, index: int) -> str:
        """Return the first form of a paradigm that a word is another form of."""
        prefixes, count = self._prefixes, len(paradigm) // 3
        start, end = prefixes[paradigm[2 * count + index]], self._suffixes[paradigm[index]]
        stem = spelled[len(start) : len(spelled) - len(end)]
        return f"{prefixes[paradigm[2 * count]]}{stem}{self._suffixes[paradigm[0]]}"
