"""Any text goes through: no exception, offsets in the text, ids in order, links that hold."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.model import AUTO, Article, State
from core.model.layer import Layer
from core.preannotate import Annotator, Proposals

ANNOTATOR = Annotator()
WORDS = (
    "сказал",
    "заявила",
    "что",
    "по словам",
    "Иванов",
    "Анна Белова",
    "«",
    "»",
    '"',
    "„",
    "“",
    ",",
    ".",
    ":",
    "—",
    "- ",
    "\n",
    "\n\n",
    "мост",
    "закрыт",
    "он",
    "которая",
    "согласно",
    "сообщает",
    "ТАСС",
    "😀",
    "Toqaev",
    "Қазақ",
    "(",
    ")",
    "5",
    "как",
    "и",
    "а",
    "но",
    "добавив",
    "[http://a.b c]",
    "''",
    "\u00a0",
    "ПУТИН",
    "со ссылкой на",
    "цитирует",
    "?",
    "!",
    "…",
    ";",
)


def check(text: str, found: Proposals) -> None:
    assert [q.id for q in found.quotations] == [f"q{i}" for i in range(1, len(found.quotations) + 1)]
    starts = [q.start for q in found.quotations]
    assert starts == sorted(starts)
    actors = {a.id for a in found.actors}
    ids = {q.id for q in found.quotations}
    for q in found.quotations:
        assert q.state is State.AUTO
        assert q.rule
        assert q.score is not None
        assert 0.0 <= q.score <= 1.0
        last = 0
        for r in q.ranges:
            assert last <= r.start < r.end <= len(text)
            last = r.end
        for part in (q.cue, q.mention):
            assert part is None or 0 <= part.start < part.end <= len(text)
        assert q.speaker is None or q.speaker in actors
        assert q.parent is None or (q.parent in ids and q.parent != q.id)
        assert found.evidence[q.id]
    layer = Layer(
        Article(id="a", title=None, text=text, digest=""), AUTO, (*found.actors, *found.entities, *found.quotations)
    )
    assert len(layer.quotations()) == len(found.quotations)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@example("( согласно сказал")
def test_word_salad(text: str) -> None:
    check(text, ANNOTATOR.propose(text))


PARTS = (
    "Северо-", "Южноамериканского", "Северо", "-Запад", "Алма", "Ата", "Кара-", "О'Нил", "д’Арте", "Ганс", "-Юрген",
    "Сан-Лоран/Лос-Ривос", "«Заря", "»", "«", "»,", "(", "«Волна»)", "Волна)", "[http://a.b Тула]", "]", "''", "МИД",
    "А.", "Дж.", "Лугова-", "Лугова", "Заря.ru", "№", "5-го", "E.ON", "СК «Север-", "Юг»", "агентство", "и", "/", "\\",
    "—", "-", "–", ",", ".", ":", "?!", "направлений", "сказал", "что", "сообщили", "в", "по", "словам", "мэр", "\n",
)  # fmt: skip
"""Words with hyphens, slashes, dots, brackets and apostrophes, and halves of names."""


@st.composite
def broken_names(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(("", " ", "\u00a0"))), max_size=40))
    return "".join(word + gap for word, gap in parts)


@settings(max_examples=80)
@given(broken_names())
def test_halves_of_names(text: str) -> None:
    check(text, ANNOTATOR.propose(text))


def test_a_name_that_is_half_of_a_token_is_a_name() -> None:
    text = "«Рейсы Северо- и Южноамериканского направлений отменены», — сообщила Анна Лугова."
    found = ANNOTATOR.propose(text)
    assert [text[e.range.start : e.range.end] for e in found.entities if e.label == "PER"] == ["Анна Лугова"]
    assert [text[q.start : q.end] for q in found.quotations] == [text[:56]]


@settings(max_examples=40)
@given(st.text(max_size=120))
def test_any_characters(text: str) -> None:
    check(text, ANNOTATOR.propose(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "слово",
        "«",
        '«»""',
        "«" * 300,
        "»" * 300,
        "— " * 300,
        "Он сказал, что " * 300,
        "«Да, — сказал он. — " * 100,
        "ПУТИН ЗАЯВИЛ, ЧТО МОСТ ОТКРОЮТ. " * 20,
        'He said: "It is fine", and left.\n' * 20,
        "Тоқаев: «Біз дайынбыз», деді ол.\n" * 20,
        "1\t2\t3\nимя\tчисло\tцена\n" * 30,
        "— Ссылка\n— Ещё ссылка\n" * 30,
        "сл0во с каза л, чт0 «м0ст» з аявил",
    ],
)
def test_awkward_texts(text: str) -> None:
    check(text, ANNOTATOR.propose(text))


def test_layer_is_the_auto_layer() -> None:
    text = "Мэр Ольга Лесная заявила, что парк откроют. По её словам, работы закончены."
    layer = ANNOTATOR.annotate(Article(id="a", title=None, text=text, digest=""))
    assert layer.annotator == AUTO
    speakers = [layer.actor(q.speaker) for q in layer.quotations()]
    assert [a.name if a else None for a in speakers] == ["Ольга Лесная", "Ольга Лесная"]


def test_nested_quotation_has_its_parent() -> None:
    text = "«Я ждал долго, а потом он сказал: „Поезд не придёт“», — рассказал Егор Лугов."
    outer, inner = ANNOTATOR.propose(text).quotations
    assert inner.parent == outer.id
    assert outer.parent is None


def test_evidence_is_on_the_item() -> None:
    found = ANNOTATOR.propose("Мост закрыли, сообщил инженер Денис Громов.")
    (quotation,) = found.quotations
    assert quotation.extra["evidence"][0] == "cue сообщил"
    assert found.evidence[quotation.id][:1] == ("cue сообщил",)


def test_importing_is_cheap() -> None:
    heavy = "('numpy', 'slovnet', 'pymorphy3', 'razdel')"
    code = f"import sys, core.preannotate; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
