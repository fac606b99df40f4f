"""Offsets off by a known bug are told apart, named, and put right when asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.formats.repair import RawSpan, read_offsets
from core.model import Range
from core.model.text import canonical
from tests.acts import spans

TEXT = "😀 Анна\n\nсказала:\n«Да\u00a0— нет 👩‍👩‍👧». Ё"


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


COUNTS = {
    "code-points": (TEXT, len),
    "utf-16": (TEXT, units),
    "bytes": (TEXT, lambda text: len(text.encode())),
    "crlf": (TEXT.replace("\n", "\r\n"), lambda text: len(text.replace("\n", "\r\n"))),
    "crlf-utf-16": (TEXT.replace("\n", "\r\n"), lambda text: units(text.replace("\n", "\r\n"))),
    "bom": ("\ufeff" + TEXT, lambda text: len(text) + 1),
    "bom-utf-16": ("\ufeff" + TEXT, lambda text: units(text) + 1),
}


@pytest.mark.parametrize("name", COUNTS)
@given(spans_drawn=st.lists(spans(len(TEXT)), min_size=1, max_size=4))
def test_the_bug_is_named_and_repaired(name: str, spans_drawn: list[Range]) -> None:
    raw, count = COUNTS[name]
    marks = [*spans_drawn, Range(TEXT.index("Ё"), len(TEXT)), Range(TEXT.index("—"), TEXT.index("—") + 1)]
    foreign: list[RawSpan] = [(count(TEXT[:s]), count(TEXT[:e]), TEXT[s:e]) for s, e in marks]
    reading, note = read_offsets(raw, foreign, repair=True)
    assert reading.ranges == tuple(marks)
    assert reading.name == name
    assert (note is None) == (name == "code-points")
    if note is not None:
        with pytest.raises(UserError) as caught:
            read_offsets(raw, foreign)
        assert caught.value.code == "record-offsets-off"
        assert str(caught.value.facts["reading"]) in note


@given(st.text(alphabet="аё\n😀\u00a0 ", min_size=2, max_size=20).map(canonical), st.data())
def test_plain_offsets_need_no_repair(text: str, data: st.DataObject) -> None:
    span = data.draw(spans(len(text)))
    reading, note = read_offsets(text, [(*span, text[span.start : span.end])])
    assert (reading.ranges, note) == ((span,), None)
    start, end = units(text[: span.start]), units(text[: span.end])
    reading, note = read_offsets(text, [(start, end, None)], offsets="utf-16")
    assert (reading.ranges, note) == ((span,), None)


def test_a_covered_text_whose_spaces_were_changed_is_told() -> None:
    at = TEXT.index("«")
    reading, note = read_offsets(TEXT, [(at, at + 5, "«Да —")], repair=True)
    assert (reading.ranges, note) == (
        (Range(at, at + 5),),
        "repaired: the covered text had its no-break spaces, line breaks or accents changed",
    )
    start, end = units(TEXT[:at]), units(TEXT[: at + 5])
    assert "UTF-16" in str(read_offsets(TEXT, [(start, end, "«Да —")], repair=True)[1])


@pytest.mark.parametrize(
    ("span", "code"),
    [
        ((0, 99, "x"), "record-range-outside"),
        ((5, 2, "x"), "record-range-outside"),
        ((-3, 2, None), "record-range-outside"),
        ((2, 2, ""), "record-range-outside"),
        ((2, 6, "Инна"), "record-text-differs"),
    ],
)
def test_what_no_reading_fits_is_refused(span: RawSpan, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_offsets(TEXT, [span], repair=True)
    assert caught.value.code == code


def test_of_several_spans_the_first_that_does_not_fit_is_named() -> None:
    right, wrong, worse = (2, 6, "Анна"), (2, 7, "Инна"), (0, 99, "x")
    text = "🏭 Анна сказала."
    assert text[2:6] == right[2]
    with pytest.raises(UserError) as caught:
        read_offsets(text, [(0, 1, None), right, wrong, worse])
    assert (caught.value.code, caught.value.facts["field"]) == ("record-text-differs", "2–7")
    with pytest.raises(UserError) as caught:
        read_offsets(text, [right, worse, wrong])
    assert (caught.value.code, caught.value.facts["end"]) == ("record-range-outside", 99)
