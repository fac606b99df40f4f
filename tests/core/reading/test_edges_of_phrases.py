"""Where phrases begin: at a mark, at the first word, after an initial; and what has no word before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Range
from core.reading.phrase import cue_around, is_cue_phrase, left_of, nominative, phrase_around, phrase_from, words_of
from tests.core.reading.sentences import PHRASES
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "edges"


@pytest.mark.parametrize(
    ("before", "word", "is_cue"),
    [(None, "словам", False), ("По", "словам", True), ("по", "мнению", True), ("по", "мосту", False)],
)
def test_a_phrase_that_attributes_needs_its_preposition(before: str | None, word: str, is_cue: bool) -> None:
    one = words_of(before, Range(0, len(before)))[0] if before else None
    assert is_cue_phrase(one, words_of(word, Range(0, len(word)))[0]) is is_cue


@pytest.mark.parametrize("whole", ["Мост - мэр", "- мэр", ". мэр", "мэр.", "мэр -", "Мост-", "А. Б."])
def test_a_mark_is_its_own_beginning(whole: str) -> None:
    words = words_of(whole, Range(0, len(whole)))
    for index, word in enumerate(words):
        assert left_of(words, index) <= index, word


def test_where_the_phrase_of_every_word_begins_and_ends() -> None:
    out: list[str] = []
    for whole in PHRASES:
        out.append(whole)
        words = words_of(whole, Range(0, len(whole)))
        for index, word in enumerate(words):
            around, cue, right = (
                whole[slice(*span)]
                for span in (
                    phrase_around(whole, word.start),
                    cue_around(whole, word.end - 1),
                    phrase_from(words, index),
                )
            )
            first = words[left_of(words, index)].text
            noted = "".join(mark for mark, is_so in (("n", nominative(word)), ("N", word.nominal)) if is_so) or "·"
            out.append(
                f"  {word.text} {noted} {'/'.join(sorted(word.kinds))}: ← {first} | {around} | → {right} | {cue}"
            )
    same_as_golden(GOLDEN / "words.txt", "\n".join(out) + "\n")
