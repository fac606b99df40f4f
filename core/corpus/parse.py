"""Read a query as people type it (docs/search.md); what is wrong is told with its character, counted from 1.

Written by hand: a parser generator would have to be taught these errors, in two languages, at greater length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from core.corpus import days, pieces
from core.corpus.cursor import OPENERS, Cursor
from core.corpus.filters import CHOICES, NONE
from core.corpus.query import (
    All,
    Any,
    Field,
    Filter,
    FilterAt,
    How,
    Node,
    Not,
    Query,
    Where,
    belongs,
    merged,
    shows_nothing,
)
from core.corpus.vocabulary import FIELDS, IN, IN_NAMES, SHOW_NAMES, WHERE, WHOLE, value_of
from core.errors import UserError

_FIELD = re.compile(r"([^\W\d_][\w-]*):(?!//)")
_VALUE = re.compile(r"[^\s(),\"«“„]+")
DEEPEST = 50
"""Brackets in brackets at most."""


def parse(text: str) -> Query:
    """Return the query that a text asks; raises UserError ``query-…``, with ``position`` where it is at one."""
    return _Reader(text).query()


class _Reader:
    """Reads from left to right."""

    def __init__(self, text: str) -> None:
        self._cursor = Cursor(text)
        self._depth = 0
        self._part = 0
        self._where: Where | None = None
        self._whole = False
        self._filters: list[FilterAt] = []

    # -- rules -------------------------------------------------------------------------------------------------------

    def query(self) -> Query:
        words = self._either()
        if not self._cursor.is_end():
            raise self._cursor.error("query-bracket", mark=self._cursor.here())
        if words is None and not self._filters and self._where is None:
            raise UserError("query-empty")
        filters = merged((one.part, one.filter) for one in self._filters)
        found = Query(words=words, where=self._where, filters=filters, whole=self._whole)
        if shows_nothing(found):
            raise UserError("query-not")
        self._check_fields(found)
        return found

    def _either(self) -> Node | None:
        """``a OR b``: parts joined by OR; None where there are only filters."""
        parts: list[Node | None] = []
        while True:
            before, start = len(self._filters), self._cursor.at
            parts.append(self._both())
            if self._cursor.operator() != "OR":
                break
            if len(self._filters) > before:
                raise self._filter_inside(before)
            if parts[-1] is None:
                raise self._cursor.error("query-operator", start, operator="OR")
            self._cursor.take_operator()
        if len(parts) > 1:
            if len(self._filters) > before:
                raise self._filter_inside(before)
            if parts[-1] is None:
                raise self._cursor.error("query-operator", operator="OR")
        found = [one for one in parts if one is not None]
        return None if not found else found[0] if len(found) == 1 else Any(tuple(found))

    def _both(self) -> Node | None:
        """``a b``, ``a AND b``: parts beside each other."""
        parts: list[Node] = []
        while not self._cursor.is_end() and self._cursor.here() != ")" and self._cursor.operator() != "OR":
            if self._cursor.operator() == "AND":
                at = self._cursor.at
                self._cursor.take_operator()
                self._part += 1
                if (
                    (not parts and not self._filters)
                    or self._cursor.is_end()
                    or self._cursor.operator() in ("OR", "AND")
                ):
                    raise self._cursor.error("query-operator", at, operator="AND")
                continue
            one = self._single()
            if one is not None:
                parts.append(one)
        return None if not parts else parts[0] if len(parts) == 1 else All(tuple(parts))

    def _single(self) -> Node | None:
        """``NOT a``, ``-a``, ``(…)``, a phrase, a pattern, a word; None for a filter, which is kept apart."""
        at = self._cursor.at
        if self._cursor.operator() == "NOT" or self._cursor.is_minus():
            if self._cursor.operator() == "NOT":
                self._cursor.take_operator()
            else:
                self._cursor.at += 1
            if self._cursor.is_end() or self._cursor.operator() or self._cursor.here() == ")":
                raise self._cursor.error("query-operator", at, operator="NOT")
            before = len(self._filters)
            part = self._single()
            if part is None:
                self._negate(before, at)
                return None
            return Not(part)
        mark = self._cursor.here()
        if mark == "(":
            return self._bracket()
        if mark == "/":
            return pieces.pattern(self._cursor)
        if self._cursor.is_exact_phrase():
            self._cursor.at += 1
            return pieces.phrase(self._cursor, How.EXACT)
        if mark in OPENERS:
            return pieces.phrase(self._cursor, How.LEMMA)
        if (found := _FIELD.match(self._cursor.text, self._cursor.at)) is not None:
            self._field(found)
            return None
        return pieces.bare(self._cursor)

    def _bracket(self) -> Node:
        at, before = self._cursor.at, len(self._filters)
        self._cursor.at += 1
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._cursor.error("query-deep", at, most=DEEPEST)
        inside = self._either()
        if self._cursor.is_end():
            raise self._cursor.error("query-bracket", at, mark="(")
        self._cursor.at += 1
        self._depth -= 1
        if len(self._filters) > before:
            raise self._filter_inside(before)
        if inside is None:
            raise self._cursor.error("query-empty-bracket", at)
        return inside

    # -- filters -----------------------------------------------------------------------------------------------------

    def _field(self, found: re.Match[str]) -> None:
        at, name = self._cursor.at, found[1].casefold()
        self._cursor.at = found.end()
        if name not in FIELDS and name not in IN_NAMES | SHOW_NAMES:
            raise self._cursor.error("query-field", at, field=found[1], known=", ".join((IN, *Field)))
        values = self._values(found[1], at)
        if name in IN_NAMES:
            self._set_where(values, at)
            return
        if name in SHOW_NAMES:
            self._refuse_others(name, values, WHOLE)
            self._whole = True
            return
        field = FIELDS[name]
        if field is Field.DATE:
            self._filters += [FilterAt(self._days(value, where), at, self._part) for value, where in values]
            return
        known = []
        for value, where in values:
            one = value_of(field, value)
            if one is None:
                raise self._cursor.error("query-value", where, field=name, value=value, known=", ".join(CHOICES[field]))
            known.append(one)
        self._filters.append(FilterAt(Filter(field, tuple(known)), at, self._part))

    def _values(self, field: str, at: int) -> list[tuple[str, int]]:
        """Return the values after a colon, parted by commas, and where each begins."""
        out: list[tuple[str, int]] = []
        while True:
            exactly = self._cursor.is_exact_phrase()
            if exactly or self._cursor.here() in tuple(OPENERS):
                self._cursor.at += exactly
                value, at_value = self._cursor.quoted()
                out.append((f"={value}" if exactly else value, at_value))
            elif found := _VALUE.match(self._cursor.text, self._cursor.at):
                out.append((found.group(), self._cursor.at))
                self._cursor.at = found.end()
            if not out or not out[-1][0].strip():
                raise self._cursor.error("query-value-none", at, field=field)
            if self._cursor.here() != ",":
                return out
            self._cursor.at += 1
            if self._cursor.here().isspace() or not self._cursor.here():
                return out

    def _days(self, value: str, at: int) -> Filter:
        if value_of(Field.DATE, value) == NONE:
            return Filter(Field.DATE, ("", ""), negated=True)
        found = days.span_of(value)
        if found is None:
            raise self._cursor.error("query-date", at, value=value)
        return Filter(Field.DATE, found)

    def _set_where(self, values: list[tuple[str, int]], at: int) -> None:
        self._refuse_others(IN, values, WHERE, tuple(Where))
        found = [WHERE[value.casefold()] for value, _ in values]
        if len(found) > 1 or self._where not in (None, found[0]):
            raise self._cursor.error("query-where", at)
        self._where = found[0]

    def _refuse_others(
        self, field: str, values: list[tuple[str, int]], among: Collection[str], known: Iterable[str] = WHOLE
    ) -> None:
        if wrong := next((one for one in values if one[0].casefold() not in among), None):
            raise self._cursor.error("query-value", wrong[1], field=field, value=wrong[0], known=", ".join(known))

    def _negate(self, before: int, at: int) -> None:
        if len(self._filters) == before:
            raise self._cursor.error("query-operator", at, operator="NOT")
        self._filters[before:] = [
            one._replace(filter=Filter(one.filter.field, one.filter.values, not one.filter.negated))
            for one in self._filters[before:]
        ]

    def _filter_inside(self, before: int) -> UserError:
        one = self._filters[before]
        return self._cursor.error("query-filter-inside", one.at, field=one.filter.field.value)

    def _check_fields(self, found: Query) -> None:
        """Refuse filters that do not belong to what is searched in."""
        for one in self._filters:
            if not belongs(one.filter.field, found.looks_in):
                where = found.looks_in.value
                raise self._cursor.error("query-not-there", one.at, field=one.filter.field.value, where=where)
