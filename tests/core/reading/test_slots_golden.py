"""What a click means with a word of any kind in the gap of a sentence; which drawn words are a whole name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model import Form, Range, text
from core.model.layer import Layer
from core.reading import expand, frame, naming, naming_phrase, phrase, speech
from core.reading.completions import in_case
from core.reading.whole_name import is_name, is_whole, whole_names
from tests.acts import article_of
from tests.core.reading.sentences import CUES, PHRASES
from tests.core.reading.slots import GAPS, WORDS, names, speeches
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "slots"


def cut(whole: str, *spans: Range | None) -> str:
    return " … ".join("–" if span is None else whole[slice(*span)].replace("\n", "¶") for span in spans)


@pytest.mark.parametrize("number", range(len(GAPS)))
def test_the_phrase_and_the_cue_with_any_word_in_the_gap(number: int) -> None:
    def described(whole: str) -> Iterator[str]:
        words = phrase.words_of(whole, Range(0, len(whole)))
        for at, word in enumerate(words):
            cue = phrase.cue_around(whole, word.start)
            mark = "!" if phrase.is_cue_word(words, at) else ""
            yield cut(whole, phrase.phrase_around(whole, word.start)) + (
                f" {mark}({cut(whole, cue)})" if mark or cue != word.span else ""
            )

    out = []
    for word in WORDS:
        whole = GAPS[number].replace("{}", word)
        out.append(f"{whole} → {' | '.join(dict.fromkeys(described(whole)))}")
    same_as_golden(GOLDEN / f"gap-{number:02}.txt", "\n".join(out) + "\n")


def test_the_names_that_a_phrase_with_any_word_means() -> None:
    """Also: what kind of word it is, and whether it can stand in the nominative or as a name."""
    out = []
    for given in WORDS:
        words = phrase.words_of(given, Range(0, len(given)))
        told = [
            f"{'/'.join(sorted(word.kinds)) or '–'}{' nominal' * word.nominal}{' nominative' * phrase.nominative(word)}"
            f"{' common' * naming_phrase.is_common(word)}{' title' * naming_phrase.is_title(word)}"
            f"{' name' * is_name(word.text)}"
            f"{' cue' * phrase.is_cue_verb(word)}{' act' * phrase.is_cue_verb(word, acts=True)}"
            for word in words
        ]
        out.append(f"{given}: {' + '.join(told)}")
        for gap in ("новый {} Лужска", "{} Ершова", "Врача {}", "{}, Зуева и {}", "{} из школы"):
            whole = gap.replace("{}", given)
            spans = Range(0, len(whole)), Range(3, len(whole) + 3)
            found = [naming.names_of(around, span) for around, span in zip((whole, f"Об {whole}"), spans, strict=True)]
            out.append("  " + " ‖ ".join(" | ".join(one) or "–" for one in found))
    same_as_golden(GOLDEN / "names.txt", "\n".join(out) + "\n")


def test_which_words_are_a_whole_name() -> None:
    drawn = names(2600)
    runs = {
        whole[first.start() : last.end()]
        for whole in PHRASES
        for words in [list(text.WORD.finditer(whole))]
        for at, first in enumerate(words)
        for last in words[at : at + 4]
    }
    out = [f"{'+' if is_whole(name) else '–'} {name}" for name in [*drawn, *sorted(runs)]]
    same_as_golden(GOLDEN / "whole.txt", "\n".join(out) + "\n")


def test_which_whole_names_a_phrase_means() -> None:
    out = []
    for name in names(2600)[::6]:
        whole = f"Об этом {name} рассказали."
        out.append(f"{name} → {' | '.join(whole_names(whole, Range(8, 8 + len(name)))) or '–'}")
        out.append(f"  {' | '.join(in_case(name, case) for case in ('gent', 'datv', 'ablt'))}")
    same_as_golden(GOLDEN / "meant.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("part", range(3))
def test_the_frame_of_drawn_speech(part: int) -> None:
    def described(whole: str) -> Iterator[str]:
        spans = {*expand.quoted(whole, Range(0, len(whole))), expand.clause_at(whole, 2)}
        spans |= {expand.clause_at(whole, len(whole) - 3), text.sentence_at(whole, 0)}
        for span in sorted(one for one in spans if one.start < one.end):
            for form in Form:
                found = frame.guess(whole, [span], form)
                yield f"{form} {cut(whole, span)} ← {cut(whole, found.cue)} | {cut(whole, found.mention)}"
            pieces = speech.cut_at_author(whole, span)
            if len(pieces) > 1:
                yield f"apart {cut(whole, *pieces)}"
            if len(frame.cut_at_frame(whole, span)) > 1:
                yield f"without its frame {cut(whole, *frame.cut_at_frame(whole, span))}"
            marked = frame.marked_words(whole, span)
            if marked != (span,):
                yield f"marked words {cut(whole, *marked)}"

    out = []
    for whole in speeches(300)[part::3]:
        out += [whole.replace("\n", "¶"), *(f"  {line}" for line in dict.fromkeys(described(whole)))]
    same_as_golden(GOLDEN / f"frames-{part}.txt", "\n".join(out) + "\n")


def test_what_a_click_names_among_entities() -> None:
    """A click takes in the entity that stands there."""
    out = []
    for whole in CUES:
        layer = Layer(article_of(whole), "anna")
        found = dict.fromkeys(cut(whole, frame.mention_around(layer, at)) for at in range(len(whole)))
        out.append(f"{whole} → {' | '.join(found)}")
    same_as_golden(GOLDEN / "clicked.txt", "\n".join(out) + "\n")
