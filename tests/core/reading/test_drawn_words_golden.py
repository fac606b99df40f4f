"""What every function of reading makes of words in any order, at every word: guards are met from both sides."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from core.model import Form, Range, text
from core.reading import completions, expand, frame, naming, naming_phrase, phrase, speech, whole_name
from tests.drawing import WORDS, pick, salads
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "drawn"


def shown(whole: str) -> str:
    return whole.replace("\n", "¶").replace("\u00a0", "␣")


def cut(whole: str, *spans: Range | None) -> str:
    return " ⁞ ".join("–" if span is None else shown(whole[slice(*span)]) for span in spans)


def names(found: list[str]) -> str:
    return " | ".join(found) or "–"


def spans_of(whole: str) -> list[Range]:
    return [Range(*match.span()) for match in text.TOKEN.finditer(whole)]


@pytest.mark.parametrize("part", range(3))
def test_phrases_and_cues_around_every_word(part: int) -> None:
    out: list[str] = []
    for whole in salads(part, 60):
        out.append(shown(whole))
        words = phrase.words_of(whole, Range(0, len(whole)))
        for at, word in enumerate(words):
            around, cue = phrase.phrase_around(whole, word.start), phrase.cue_around(whole, word.start)
            kind = "cue" if phrase.is_cue_word(words, at) else "name"
            said = "".join(
                mark if found else "·"
                for mark, found in (
                    ("v", phrase.is_cue_verb(word)),
                    ("a", phrase.is_cue_verb(word, acts=True)),
                    ("n", phrase.nominative(word)),
                    ("N", word.nominal),
                    ("p", phrase.is_cue_phrase(words[at - 1] if at else None, word)),
                )
            )
            first, last = phrase.verb_cue(words, at)
            right = cut(whole, phrase.phrase_from(words, at))
            out.append(
                f"  {word.text} {said} {kind} | {cut(whole, around)} | → {right} | cue {cut(whole, cue)}"
                f" | {last - first + 1} from {first - at}"
            )
    same_as_golden(GOLDEN / f"phrases-{part}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("part", range(3))
def test_names_of_runs_of_words(part: int) -> None:
    out: list[str] = []
    drawn = Random(part)
    for whole in salads(10 + part, 60):
        out.append(shown(whole))
        words = spans_of(whole)
        for first, start in enumerate(words):
            span = Range(start.start, pick(drawn, words[first : first + 5]).end)
            kind = naming.kind_of(naming.name_of(whole, span))
            out.append(
                f"  {cut(whole, span)} = {names(naming.names_of(whole, span))} ({kind or '–'})"
                f" : {names(whole_name.whole_names(whole, span))}"
            )
    same_as_golden(GOLDEN / f"names-{part}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("part", range(2))
def test_clauses_quoted_spans_and_frames(part: int) -> None:
    out: list[str] = []
    drawn = Random(part)
    for whole in salads(20 + part, 90, length=22):
        out.append(shown(whole))
        words = spans_of(whole)
        lines: list[str] = []
        for first, start in enumerate(words):
            span = Range(start.start, pick(drawn, words[first : first + 9]).end)
            form = pick(drawn, tuple(Form))
            found = frame.guess(whole, [span], form)
            lines.append(f"  {form} {cut(whole, span)} ← {cut(whole, found.cue, found.mention)}")
            pieces = (frame.cut_at_frame, speech.cut_at_author, frame.marked_words)[first % 3](whole, span)
            if pieces != (span,):
                lines.append(f"    pieces {cut(whole, *pieces)}")
            edges = (
                expand.with_marks(whole, span),
                expand.without_marks(whole, span),
                expand.with_end_punctuation(whole, span),
                expand.without_end_punctuation(whole, span),
            )
            if any(edge != span for edge in edges):
                lines.append(f"    edges {cut(whole, *edges)}")
        lines += [f"  clause {cut(whole, expand.clause_at(whole, at))}" for at in range(len(whole) + 1)]
        lines += [f"  quoted {cut(whole, expand.quoted_at(whole, at))}" for at in range(len(whole) + 1)]
        out += dict.fromkeys(lines)
    same_as_golden(GOLDEN / f"frames-{part}.txt", "\n".join(out) + "\n")


# -- names alone ---------------------------------------------------------------------------------------------------

FIRST = (
    "мэр", "мэра", "Мэр", "жена", "жены", "муж", "глава", "директор", "врачи", "врачей", "судья", "староста", "коллега",
    "китайская", "китайский", "китайские", "китайскую", "бывший", "раненый", "раненая", "больной", "говорящий", "два",
    "двое", "двух", "пять", "один", "одна", "одного", "сам", "она", "кто-то", "в", "и", "не", "также", "ли", "же",
    "Пётр", "Петра", "Петру", "Инна", "Инны", "Белов", "Белова", "Беловой", "Беловы", "Лунин", "Солнцын", "Рощев",
    "Ильич", "Ильича", "Ли", "Ким", "Тырмын", "ООН", "О", "А", "Nova", "nova", "Москва", "Тульский", "пальто", "кофе",
    "ножницы", "часы", "сказал", "сказала", "подтвердили", "сказать", "врач-хирург", "сирота", "вице-мэр", "агентство",
    "агентства", "партия", "село", "«Заря»", "«Белова»", "«Пётр", "(Белова)", "12", "тётя", "дядя", "президенты", "их",
)  # fmt: skip
AFTER = (
    "Пётр", "Петра", "Инна", "Инны", "Инне", "Белов", "Белова", "Беловой", "Беловы", "Лунин", "Ильич", "Ли", "из",
    "мэр", "мэра", "города", "врачи", "врачей", "свидетелей", "компания", "компании", "очевидец", "очевидца",
    "очевидцы", "сказал", "сказала", "пила", "в", "и", "ООН", "Nova", "«Заря»", "«Инна", "больной", "новая", "(Инна)",
)  # fmt: skip


def whole_ones(words: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """Yield each word with those words after which it is a whole name; ``·``: it is one alone."""
    for word in words:
        alone = "· " if whole_name.is_whole(word) else ""
        good = [other for other in after if whole_name.is_whole(f"{word} {other}")]
        yield f"{word}: {alone}{' '.join(good) or '–'}"


def test_which_two_words_are_a_whole_name() -> None:
    same_as_golden(GOLDEN / "whole-2.txt", "\n".join(whole_ones(FIRST, AFTER)) + "\n")


def test_which_longer_runs_are_a_whole_name() -> None:
    drawn = Random(5)
    begun = list(
        itertools.product(("мэр", "жена", "новая", "бывший", "два", "Пётр", "Инна", "один", "ООН", "врачи"), AFTER)
    )
    longer = tuple(" ".join(pair) for pair in begun)
    longest = tuple(" ".join(pick(drawn, (FIRST, AFTER, AFTER)[n % 3]) for n in range(4)) for _ in range(400))
    out = [*whole_ones(longer, AFTER[:20]), *whole_ones(longest, AFTER[::6])]
    same_as_golden(GOLDEN / "whole-3.txt", "\n".join(out) + "\n")


def test_what_the_dictionary_says_of_every_word() -> None:
    out = []
    for word in dict.fromkeys((*WORDS, *FIRST, *AFTER)):
        found = phrase.words_of(word, Range(0, len(word)))[0]
        told = {
            "title": naming_phrase.is_title(found),
            "common": naming_phrase.is_common(found),
            "name": whole_name.is_name(word),
            "nominative": phrase.nominative(found),
        }
        out.append(
            f"{word}: {' '.join(sorted(found.kinds)) or '–'} | {' '.join(key for key in told if told[key]) or '–'}"
        )
    same_as_golden(GOLDEN / "words.txt", "\n".join(out) + "\n")


def test_names_in_every_case_and_number() -> None:
    drawn = Random(9)
    out = []
    for name in dict.fromkeys((*FIRST, *(f"{pick(drawn, FIRST)} {pick(drawn, AFTER)}" for _ in range(150)))):
        cases = (completions.in_case(name, case) for case in ("gent", "datv", "ablt", "nomn"))
        out.append(f"{name}: {names([*cases, completions.in_case(name, 'nomn', 'plur')])}")
    same_as_golden(GOLDEN / "cases.txt", "\n".join(out) + "\n")


HEADS = ("", "", "", "жена ", "второй ", "сын мэра ", "новая ", "Пётр ", "два ", " ", "из ")


def test_beginnings_completed() -> None:
    drawn = Random(3)
    out = []
    for whole in salads(30, 60, length=18):
        out.append(shown(whole))
        lines = []
        for word in text.WORD.findall(whole):
            typed = pick(drawn, HEADS) + word[: 1 + int(drawn.random() * (len(word) + 1))]
            typed = typed.lower() if drawn.random() < 0.5 else typed
            lines.append(f"  {typed} → {names(completions.completions(whole, typed))}")
        out += dict.fromkeys(lines)
    same_as_golden(GOLDEN / "completions.txt", "\n".join(out) + "\n")
