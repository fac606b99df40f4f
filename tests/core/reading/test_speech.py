"""What a key takes for content: quoted spans, clauses, cut at the author's words, edges by the project's policy."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.model import Form, Quotation, Range
from core.model.layer import Layer
from core.model.schema import standard
from core.reading import speech
from tests.acts import article_of

SCHEMA = standard()
CUT = "«Мост готов, — сказал Глеб Ершов, — и откроется в мае»."


def words(text: str, ranges: tuple[Range, ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


def at(text: str, part: str) -> Range:
    return Range(text.index(part), text.index(part) + len(part))


def layer_with(text: str, form: Form, *parts: str) -> Layer:
    return Layer(
        article_of(text), "anna", [Quotation(id="q", form=form, ranges=tuple(at(text, part) for part in parts))]
    )


@pytest.mark.parametrize(
    ("text", "caret", "form", "content"),
    [
        (CUT, "готов", Form.DIRECT, ["«Мост готов", "и откроется в мае»"]),
        ("— Приеду завтра.\n— Жду.", "завтра", Form.DIRECT, ["Приеду завтра."]),
        ("Он заявил: Мост готов.", "готов", Form.DIRECT, ["Он заявил: Мост готов."]),
        ("Ершов отметил, что мост готов, и уехал.", "мост", Form.INDIRECT, ["что мост готов"]),
        ("Ершов назвал это «ошибкой».", "ошибкой", Form.MIXED, ["«ошибкой»"]),
    ],
)
def test_what_a_form_key_means_at_the_caret(text: str, caret: str, form: Form, content: list[str]) -> None:
    assert words(text, speech.content_at(text, text.index(caret) + 1, form, SCHEMA)) == content


@pytest.mark.parametrize(
    ("text", "selected", "form", "content"),
    [
        (CUT, CUT[:-1], Form.DIRECT, ["«Мост готов", "и откроется в мае»"]),
        ("Сказал: «Мост готов», и всё", "Мост готов", Form.DIRECT, ["«Мост готов»"]),
        ("Он сказал, что мост готов. Все рады", "что мост готов.", Form.INDIRECT, ["что мост готов"]),
        ("Что делать?.. спросил он", "Что делать?..", Form.MIXED, ["Что делать?.."]),
        ("Завод, по словам Ершова, откроют в мае.", "Завод, по словам Ершова, откроют в мае.", Form.INDIRECT,
         ["Завод", "откроют в мае"]),
        ("Он назвал «ошибкой» и «провалом» всё", "«ошибкой» и «провалом»", Form.MIXED, ["«ошибкой»", "«провалом»"]),
        ("Он заявил: Мост готов. И всё", "Мост готов.", Form.DIRECT, ["Мост готов."]),
    ],
)  # fmt: skip
def test_what_a_form_key_makes_of_a_selection(text: str, selected: str, form: Form, content: list[str]) -> None:
    assert words(text, speech.content_of(text, at(text, selected), form, SCHEMA)) == content


def test_white_space_alone_is_no_content() -> None:
    assert speech.content_of("Слово.   Дело.", Range(6, 9), Form.DIRECT, SCHEMA) == ()


def test_policy_leaves_marks_out_and_takes_the_full_stop_in() -> None:
    outside = replace(SCHEMA, marks_inside=False)
    text = "Он сказал: «Мост готов». Все рады."
    assert words(text, speech.content_of(text, at(text, "«Мост готов»"), Form.DIRECT, outside)) == ["Мост готов"]
    stop = replace(SCHEMA, full_stop_inside=True)
    assert words(text, speech.content_of(text, at(text, "«Мост готов»"), Form.MIXED, stop)) == ["«Мост готов»."]


def test_a_speech_of_two_paragraphs_stays_one_range_but_for_the_frames_in_it() -> None:
    text = "«Мост готов.\n«Его откроют, — добавил Ершов, — в мае»."
    assert words(text, speech.cut_at_author(text, Range(0, len(text) - 1))) == [
        "«Мост готов.\n«Его откроют",
        "в мае»",
    ]


def test_author_words_leave_the_quotation_and_it_keeps_its_id() -> None:
    layer = layer_with(CUT, Form.DIRECT, CUT[:-1])
    after = layer.apply(speech.split_at_author(layer, "q"))
    assert words(CUT, after.quotation("q").ranges) == ["«Мост готов", "и откроется в мае»"]
    assert not speech.split_at_author(after, "q")
    whole = after.apply(speech.fill_gaps(after, "q"))
    assert whole.quotation("q").ranges == (Range(0, len(CUT) - 1),)


def test_marks_and_end_punctuation_go_in_and_out() -> None:
    text = "Он спросил: «Готов ли мост»? Все молчали."
    layer = layer_with(text, Form.DIRECT, "Готов ли мост")
    marked = layer.apply(speech.toggle_marks(layer, "q"))
    assert words(text, marked.quotation("q").ranges) == ["«Готов ли мост»"]
    assert words(text, marked.apply(speech.toggle_marks(marked, "q")).quotation("q").ranges) == ["Готов ли мост"]
    ended = marked.apply(speech.toggle_end(marked, "q"))
    assert words(text, ended.quotation("q").ranges) == ["«Готов ли мост»?"]
    assert words(text, ended.apply(speech.toggle_end(ended, "q")).quotation("q").ranges) == ["«Готов ли мост»"]


def test_an_interrupted_quotation_gets_its_outer_marks() -> None:
    layer = layer_with(CUT, Form.DIRECT, "Мост готов", "и откроется в мае")
    after = layer.apply(speech.toggle_marks(layer, "q"))
    assert words(CUT, after.quotation("q").ranges) == ["«Мост готов", "и откроется в мае»"]


def test_tidying_puts_every_edge_where_the_policy_wants_it() -> None:
    layer = layer_with("Он отметил, что мост готов. И уехал.", Form.INDIRECT, " что мост готов.")
    after = layer.apply(speech.tidy(layer, "q", SCHEMA))
    assert words(layer.article.text, after.quotation("q").ranges) == ["что мост готов"]
    assert not speech.tidy(after, "q", SCHEMA)


def test_reaching_gives_other_content_and_keeps_the_rest() -> None:
    layer = layer_with(CUT, Form.DIRECT, "Мост")
    after = layer.apply(speech.expand_to(layer, "q", Range(0, len(CUT) - 1), SCHEMA))
    assert words(CUT, after.quotation("q").ranges) == ["«Мост готов", "и откроется в мае»"]


@pytest.mark.parametrize(
    "text", ["— сказал мэр, — мост готов", "Мост готов, — сказал мэр —", "— сказал мэр —", "Мост готов"]
)
def test_author_words_at_an_edge_leave_no_empty_piece(text: str) -> None:
    found = speech.cut_at_author(text, Range(0, len(text)))
    assert all(text[piece.start : piece.end].strip(" ,—") for piece in found)
