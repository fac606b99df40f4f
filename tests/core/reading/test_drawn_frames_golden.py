"""The frame guessed around content, by what stands before it, after it, and how far away."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

import pytest

from core.model import Form, Range
from core.reading import frame
from tests.drawing import pick
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "drawn"
BEFORE = (
    "", "Врач заявил: ", "Врач заявил, что ", "Врач заявил ", "Дождь. ", "Врач заявил. ", "Врач заявил! ", "Она: ",
    "Анну: ",
    "По словам врача, ", "По его словам, ", "Согласно докладу мэра, ", "Со ссылкой на «Ниву» ", "По мнению «Нивы» ",
    "Он назвал это ", "Вчера врач, мэр и она ", "Врач (заявил) — ", "Врач заявил:\n", "Дождь\n", "Врач заявил: — ",
    "«Сказала Анна: ", "Дождь… ", "Врач, как всегда, сказал ей: ", "Рад, уверена, что ", "Им сказано: ", "Сказав: ",
)  # fmt: skip
CONTENT = ("«мост готов»", "мост готов", "Мост готов?", '"мост"', "„мост“", "мост")
AFTER = (
    ".", "", ", — сказал врач.", " — сказал он вчера.", ", – пишет газета «Нива».", " - заявила Анна Лисина, мэр.",
    ". Так считает врач.", ". Об этом сказал мэр.", ". Такмак сказал это.", ". Врач сказал это.", "! — сказала она.",
    ", уверен мэр города.", ", по словам врача.", ", согласно «Ниве».", ", как сказал мэр; врач заявил иное.",
    " Врач сказал.",
    " врач сказал.", "» — сказал врач.", "\nВрач сказал.", ", но «врач сказал».", " 3.5 сказал врач. Мэр.",
    ".Сказал врач.",
    ", — сказала вчера утром мэру города она.", ", — сказала: Анна.", ", мэру и нам сказала Анна", "… сказал мэр",
    ". «Так сказал мэр».", '. "Так», сказал мэр.', ", сказал, выразил мнение врач", "?», — спросили врач и мэр",
)  # fmt: skip


def cut(whole: str, found: frame.Frame) -> str:
    return " | ".join("–" if span is None else whole[slice(*span)].replace("\n", "¶") for span in found)


@pytest.mark.parametrize("form", list(Form))
def test_by_what_stands_before_and_after(form: Form) -> None:
    out = []
    drawn = Random(0)
    for before, after in itertools.product(BEFORE, AFTER):
        content = pick(drawn, CONTENT)
        whole = before + content + after
        span = Range(len(before), len(before) + len(content))
        out.append(f"{before}[{content}]{after} ← {cut(whole, frame.guess(whole, [span], form))}".replace("\n", "¶"))
    same_as_golden(GOLDEN / f"frame-{form}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize(("side", "last"), [("before", frame.REACH), ("after", frame.REACH)])
def test_how_far_away_a_frame_may_stand(side: str, last: int) -> None:
    """The cue counts as long as all its letters are within reach."""
    seen = []
    for far in range(last - 12, last + 5):
        filler = "а" * far
        if side == "before":
            whole = f"Он сказал {filler}: «мост»."
            span = Range(whole.index("«"), len(whole) - 1)
            distance = span.start - whole.index("сказал")
        else:
            whole = f"«Мост», {filler} сказал он."
            span = Range(0, 6)
            distance = whole.index("сказал") + len("сказал") - span.end
        found = frame.guess(whole, [span], Form.DIRECT)
        if found.cue is not None and whole[slice(*found.cue)] == "сказал":
            seen.append(distance)
    assert max(seen) == last
    assert len(seen) > 3


@pytest.mark.parametrize("between", range(14))
def test_how_many_words_may_stand_between_cue_and_subject(between: int) -> None:
    """After the cue the subject is one of the next four words and marks, before it one of the last thirteen."""
    filler = "вчера " * between
    after = f"«Мост», — сказал {filler}врач."
    found = frame.guess(after, [Range(0, 6)], Form.DIRECT)
    assert (found.mention is not None) == (between < 4)
    before = f"Врач {filler}сказал: «мост»."
    found = frame.guess(before, [Range(before.index("«"), len(before) - 1)], Form.DIRECT)
    assert (found.mention is not None) == (between < 13)


@pytest.mark.parametrize("form", [Form.DIRECT, Form.MIXED])
def test_between_the_ranges_first(form: Form) -> None:
    out = []
    joints = (", — сказал врач, — ", ", по словам врача, ", " и ", ", назвал он, ", " мэр: ", " ")
    for before, joint, after in itertools.product(BEFORE[:6], joints, AFTER[:6]):
        whole = f"{before}«мост{joint}готов»{after}"
        first = Range(len(before), len(before) + 5)
        ranges = [first, Range(first.end + len(joint), first.end + len(joint) + 7)]
        outer = Range(0, first.end + len(joint))
        found, within = frame.guess(whole, ranges, form), frame.guess(whole, ranges, form, outer)
        out.append(f"{whole} ← {cut(whole, found)} ; within {cut(whole, within)}".replace("\n", "¶"))
    same_as_golden(GOLDEN / f"between-{form}.txt", "\n".join(out) + "\n")


INSIDE = (
    "по словам врача", "по его словам", "как сказал мэр", "как врач", "согласно докладу", "сказал мэр", "назвал мэр",
    "по делам", "сказав", "по слухам", "мэр сказал", "считают врач и мэр",
)  # fmt: skip


def test_a_frame_cut_out_of_a_clause() -> None:
    out = []
    for inside, more in itertools.product(INSIDE, (0, 1, 9, 10, 11, 12, 13, 14)):
        for head, tail in (("мост", "и путь"), ("", "и путь"), ("мост", ""), (" мост", " путь, сказала она, тоже")):
            whole = f"{head}, {inside}{' вчера' * more}, {tail}"
            pieces = frame.cut_at_frame(whole, Range(0, len(whole)))
            if pieces != (Range(0, len(whole)),):
                out.append(f"{inside} +{more}: {' ⁞ '.join(whole[slice(*piece)] for piece in pieces)}")
    same_as_golden(GOLDEN / "cut.txt", "\n".join(out) + "\n")
