"""Numbers of list items as word processors and browsers show them."""

from __future__ import annotations

import pytest

from core.formats.prose import numeral


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (7, "decimal", "7"),
        (7, "zero", "07"),
        (12, "zero", "12"),
        (1994, "roman", "mcmxciv"),
        (4, "ROMAN", "IV"),
        (4000, "roman", "4000"),
        (0, "roman", "0"),
        (3, "latin", "c"),
        (28, "LATIN", "BB"),
        (7, "russian", "ж"),
        (30, "russian", "бб"),
        (0, "latin", "0"),
        (-1, "russian", "-1"),
    ],
)
def test_a_number_is_shown_in_its_kind(number: int, kind: str, shown: str) -> None:
    assert numeral(number, kind) == shown
