"""Filters written into the text of a query, and taken out of it: all else that a person typed stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.corpus import vocabulary
from core.corpus.parse import parse
from core.corpus.query import Field

_QUOTED = r'="[^"]*"|"[^"]*"|=?«[^»]*»|=?“[^”“]*[”“]|=?„[^“”]*[“”]'
_VALUE = rf'(?:{_QUOTED}|[^\s(),"«“„]+)'
_PIECE = re.compile(
    rf"(?P<minus>-?)(?P<field>[^\W\d_][\w-]*):(?!//){_VALUE}(?:,{_VALUE})*"
    rf"|/(?:\\.|[^/\\])*/|{_QUOTED}|[^\s()|]+|[()|]"
)
"""A filter, a pattern, a phrase, a word or a mark, whichever begins here."""
_NOT = ("NOT", "НЕ")
_PLAIN = re.compile(r'[^\s(),"«»“”„=]+')


def values_of(text: str, field: Field) -> tuple[str, ...]:
    """Return the values that a query asks of a field, as filters have them; raises UserError as ``parse``."""
    return next((one.values for one in parse(text).filters if one.field is field and not one.negated), ())


def with_filter(text: str, field: Field, values: Sequence[str], *, russian: bool = False) -> str:
    """Return a query that asks these values of a field and no others; with none, it does not ask of the field.

    ``values`` are written as they are, in the words of the language where it has any; filters that are turned round
    stay.
    """
    left = text
    for start, end in reversed(list(_spots(text, field))):
        left = f"{left[:start].rstrip()} {left[end:].lstrip()}"
    if values:
        name = vocabulary.name_of(field, russian=russian)
        left = f"{left.strip()} {name}:{','.join(_written(field, one, russian) for one in values)}"
    return left.strip()


def _spots(text: str, field: Field) -> Iterator[tuple[int, int]]:
    before = ""
    for found in _PIECE.finditer(text):
        name = (found["field"] or "").casefold()
        if vocabulary.FIELDS.get(name) is field and not found["minus"] and before not in _NOT:
            yield found.span()
        before = found.group()


def _written(field: Field, value: str, russian: bool) -> str:
    word = vocabulary.typed(field, value, russian=russian)
    return word if _PLAIN.fullmatch(word) else f'"{word}"'
