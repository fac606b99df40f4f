"""Filters written into the text of a query and taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus.filters import CHOICES
from core.corpus.parse import parse
from core.corpus.query import Field
from core.corpus.rewriting import values_of, with_filter


@pytest.mark.parametrize(
    ("before", "field", "values", "after"),
    [
        ("мост", Field.STATE, ["settled"], "мост state:settled"),
        ("", Field.FORM, ["direct", "mixed"], "form:direct,mixed"),
        ("мост state:settled река", Field.STATE, [], "мост река"),
        ("state:settled", Field.STATE, [], ""),
        ("мост состояние:решено", Field.STATE, ["proposed"], "мост state:proposed"),
        ("-form:direct мост form:mixed", Field.FORM, [], "-form:direct мост"),
        ("мост NOT form:direct", Field.FORM, ["mixed"], "мост NOT form:direct form:mixed"),
        ('"state:settled мост" state:auto', Field.STATE, [], '"state:settled мост"'),
        ("/state:settled/ state:auto", Field.STATE, [], "/state:settled/"),
        ('мост layer:"Анна Ким",vera', Field.LAYER, ["Лев Ким"], 'мост layer:"Лев Ким"'),
        ("мост date:2026 date:2026-05", Field.DATE, ["2026-05..2026-07"], "мост date:2026-05..2026-07"),
    ],
)
def test_only_the_filters_of_the_field_change(before: str, field: Field, values: list[str], after: str) -> None:
    assert with_filter(before, field, values) == after


def test_in_russian_words_are_russian() -> None:
    assert with_filter("мост", Field.STATE, ["settled"], russian=True) == "мост состояние:решено"
    assert with_filter("мост", Field.LAYER, ["any"], russian=True) == "мост слой:любой"
    assert with_filter("мост", Field.SOURCE, ["ТАСС"], russian=True) == "мост издание:ТАСС"


@given(st.sampled_from(sorted(CHOICES)), st.data(), st.booleans())
def test_what_is_written_is_what_is_read(field: Field, data: st.DataObject, russian: bool) -> None:
    values = data.draw(st.lists(st.sampled_from(CHOICES[field]), min_size=1, max_size=3, unique=True))
    rest = data.draw(st.sampled_from(["мост", '"глава ..3 города"', "-form:mixed мост", "(мост OR паром) -река"]))
    text = with_filter(rest, field, values, russian=russian)
    assert values_of(text, field) == tuple(values)
    assert parse(text).words == parse(rest).words
    assert with_filter(text, field, []) == rest
