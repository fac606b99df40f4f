"""Read a query as people type it (docs/search.md); what is wrong is told with its character, counted from 1.

Written by hand: a parser generator would have to be taught these errors, in two languages, at greater length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from core.corpus import days, tokens
from core.corpus.filters import CHOICES, NONE
from core.corpus.query import (
    MOST_GAP,
    All,
    Any,
    Field,
    Filter,
    FilterAt,
    Gap,
    How,
    Node,
    Not,
    Pattern,
    Phrase,
    Query,
    Where,
    Word,
    belongs,
    merged,
    shows_nothing,
)
from core.corpus.vocabulary import FIELDS, IN, IN_NAMES, OPERATORS, SHOW_NAMES, WHERE, WHOLE, value_of
from core.errors import Typed, UserError
from core.model.punctuation import PAIRS

_OPENERS = '"«“„'  # ``PAIRS`` has those that end a phrase
_FIELD = re.compile(r"([^\W\d_][\w-]*):(?!//)")
_BARE = re.compile(r"[^\s()|\"«“„]+")
_VALUE = re.compile(r"[^\s(),\"«“„]+")
_GAP = re.compile(r"\.\.(\d+)|(\d+)\.\.(\d+)")
_MARKED = re.compile(r"[*?]")
DEEPEST = 50
"""Brackets in brackets at most."""


def parse(text: str) -> Query:
    """Return the query that a text asks; raises UserError ``query-…``, with ``position`` where it is at one."""
    return _Reader(text).query()


class _Reader:
    """Reads from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._part = 0
        self._where: Where | None = None
        self._whole = False
        self._filters: list[FilterAt] = []

    # -- rules -------------------------------------------------------------------------------------------------------

    def query(self) -> Query:
        words = self._either()
        if not self._is_end():
            raise self._error("query-bracket", mark=self._text[self._at])
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
            before, start = len(self._filters), self._at
            parts.append(self._both())
            if self._operator() != "OR":
                break
            if len(self._filters) > before:
                raise self._filter_inside(before)
            if parts[-1] is None:
                raise self._error("query-operator", start, operator="OR")
            self._take_operator()
        if len(parts) > 1:
            if len(self._filters) > before:
                raise self._filter_inside(before)
            if parts[-1] is None:
                raise self._error("query-operator", operator="OR")
        found = [one for one in parts if one is not None]
        return None if not found else found[0] if len(found) == 1 else Any(tuple(found))

    def _both(self) -> Node | None:
        """``a b``, ``a AND b``: parts beside each other."""
        parts: list[Node] = []
        while not self._is_end() and self._text[self._at] != ")" and self._operator() != "OR":
            if self._operator() == "AND":
                at = self._at
                self._take_operator()
                self._part += 1
                if (not parts and not self._filters) or self._is_end() or self._operator() in ("OR", "AND"):
                    raise self._error("query-operator", at, operator="AND")
                continue
            one = self._single()
            if one is not None:
                parts.append(one)
        return None if not parts else parts[0] if len(parts) == 1 else All(tuple(parts))

    def _single(self) -> Node | None:
        """``NOT a``, ``-a``, ``(…)``, a phrase, a pattern, a word; None for a filter, which is kept apart."""
        at = self._at
        if self._operator() == "NOT" or self._is_minus():
            if self._operator() == "NOT":
                self._take_operator()
            else:
                self._at += 1
            if self._is_end() or self._operator() or self._text[self._at] == ")":
                raise self._error("query-operator", at, operator="NOT")
            before = len(self._filters)
            part = self._single()
            if part is None:
                self._negate(before, at)
                return None
            return Not(part)
        mark = self._text[self._at]
        if mark == "(":
            return self._bracket()
        if mark == "/":
            return self._pattern()
        if mark == "=" and self._text[self._at + 1 : self._at + 2] in tuple(_OPENERS):
            self._at += 1
            return self._phrase(How.EXACT)
        if mark in _OPENERS:
            return self._phrase(How.LEMMA)
        if (found := _FIELD.match(self._text, self._at)) is not None:
            self._field(found)
            return None
        return self._bare()

    def _bracket(self) -> Node:
        at, before = self._at, len(self._filters)
        self._at += 1
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error("query-deep", at, most=DEEPEST)
        inside = self._either()
        if self._is_end():
            raise self._error("query-bracket", at, mark="(")
        self._at += 1
        self._depth -= 1
        if len(self._filters) > before:
            raise self._filter_inside(before)
        if inside is None:
            raise self._error("query-empty-bracket", at)
        return inside

    # -- pieces ------------------------------------------------------------------------------------------------------

    def _pattern(self) -> Pattern:
        at = self._at
        found = re.compile(r"/((?:\\.|[^/\\])*)/", re.DOTALL).match(self._text, at)
        if found is None:
            raise self._error("query-unclosed", at, mark="/")
        self._at = found.end()
        if not found[1]:
            raise self._error("query-pattern-empty", at)
        return Pattern(found[1].replace("\\/", "/"))

    def _quoted(self) -> tuple[str, int]:
        """Return what stands in quotation marks, and where it begins."""
        at = self._at
        mark = self._text[at]
        end = next((end for end in range(at + 1, len(self._text)) if self._text[end] in PAIRS[mark]), None)
        if end is None:
            raise self._error("query-unclosed", at, mark=mark)
        self._at = end + 1
        return self._text[at + 1 : end], at + 1

    def _phrase(self, how: How) -> Phrase:
        inside, start = self._quoted()
        parts: list[Word | Gap] = []
        for found in re.finditer(r"\S+", inside):
            parts += self._piece(found.group(), start + found.start(), how)
        if not parts:
            raise self._error("query-word", start - 1, word="")
        if isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
            raise self._error("query-gap", start - 1)
        if sum(part.most for part in parts if isinstance(part, Gap)) > MOST_GAP:
            raise self._error("query-gap-long", start - 1, most=MOST_GAP)
        return Phrase(tuple(parts))

    def _piece(self, piece: str, at: int, how: How) -> list[Word | Gap]:
        """Return the words of a piece of a phrase, or the gap that it is; marks alone are nothing."""
        if piece == "*":
            return [Gap(1, 1)]
        if found := _GAP.fullmatch(piece):
            least, most = (0, found[1]) if found[1] else (found[2], found[3])
            if len(most) > 3 or len(str(least)) > 3 or int(least) > int(most):
                raise self._error("query-gap-long", at, most=MOST_GAP)
            return [Gap(int(least), int(most))]
        if piece.startswith("=") and len(piece) > 1:
            piece, how = piece[1:], How.EXACT
        return list(self._words(piece, how))

    def _bare(self) -> Phrase:
        at = self._at
        found = _BARE.match(self._text, at)
        piece = found.group() if found else self._text[at]
        self._at = at + len(piece)
        how = How.LEMMA
        if piece.startswith("=") and len(piece) > 1:
            piece, how = piece[1:], How.EXACT
        words = self._words(piece, how)
        if not words:
            raise self._error("query-word", at, word=piece)
        return Phrase(words)

    def _words(self, piece: str, how: How) -> tuple[Word, ...]:
        """Return the words that a typed piece holds: as a rule one; with ``*`` or ``?`` in it, that as it is."""
        if _MARKED.search(piece) and how is not How.EXACT:
            stripped = piece.strip(".,;:!…")
            return (Word(stripped, How.WILDCARD),) if re.search(r"\w", stripped) else ()
        return tuple(Word(word, how) for word in tokens.words_of(piece))

    # -- filters -----------------------------------------------------------------------------------------------------

    def _field(self, found: re.Match[str]) -> None:
        at, name = self._at, found[1].casefold()
        self._at = found.end()
        if name not in FIELDS and name not in IN_NAMES | SHOW_NAMES:
            raise self._error("query-field", at, field=found[1], known=", ".join((IN, *Field)))
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
                raise self._error("query-value", where, field=name, value=value, known=", ".join(CHOICES[field]))
            known.append(one)
        self._filters.append(FilterAt(Filter(field, tuple(known)), at, self._part))

    def _values(self, field: str, at: int) -> list[tuple[str, int]]:
        """Return the values after a colon, parted by commas, and where each begins."""
        out: list[tuple[str, int]] = []
        while True:
            mark = self._text[self._at : self._at + 1] or " "
            exactly = mark == "=" and self._text[self._at + 1 : self._at + 2] in tuple(_OPENERS)
            if exactly or mark in _OPENERS:
                self._at += exactly
                value, at_value = self._quoted()
                out.append((f"={value}" if exactly else value, at_value))
            elif found := _VALUE.match(self._text, self._at):
                out.append((found.group(), self._at))
                self._at = found.end()
            if not out or not out[-1][0].strip():
                raise self._error("query-value-none", at, field=field)
            if self._text[self._at : self._at + 1] != ",":
                return out
            self._at += 1
            if self._text[self._at : self._at + 1].isspace() or self._at >= len(self._text):
                return out

    def _days(self, value: str, at: int) -> Filter:
        if value_of(Field.DATE, value) == NONE:
            return Filter(Field.DATE, ("", ""), negated=True)
        found = days.span_of(value)
        if found is None:
            raise self._error("query-date", at, value=value)
        return Filter(Field.DATE, found)

    def _set_where(self, values: list[tuple[str, int]], at: int) -> None:
        self._refuse_others(IN, values, WHERE, tuple(Where))
        found = [WHERE[value.casefold()] for value, _ in values]
        if len(found) > 1 or self._where not in (None, found[0]):
            raise self._error("query-where", at)
        self._where = found[0]

    def _refuse_others(
        self, field: str, values: list[tuple[str, int]], among: Collection[str], known: Iterable[str] = WHOLE
    ) -> None:
        if wrong := next((one for one in values if one[0].casefold() not in among), None):
            raise self._error("query-value", wrong[1], field=field, value=wrong[0], known=", ".join(known))

    def _negate(self, before: int, at: int) -> None:
        if len(self._filters) == before:
            raise self._error("query-operator", at, operator="NOT")
        self._filters[before:] = [
            one._replace(filter=Filter(one.filter.field, one.filter.values, not one.filter.negated))
            for one in self._filters[before:]
        ]

    def _filter_inside(self, before: int) -> UserError:
        one = self._filters[before]
        return self._error("query-filter-inside", one.at, field=one.filter.field.value)

    def _check_fields(self, found: Query) -> None:
        """Refuse filters that do not belong to what is searched in."""
        for one in self._filters:
            if not belongs(one.filter.field, found.looks_in):
                where = found.looks_in.value
                raise self._error("query-not-there", one.at, field=one.filter.field.value, where=where)

    # -- characters --------------------------------------------------------------------------------------------------

    def _is_end(self) -> bool:
        """Go on to the next character that is no space; tell whether there is none."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at >= len(self._text)

    def _operator(self) -> str:
        """Return the operator that stands here: AND, OR, NOT, or nothing."""
        if self._is_end():
            return ""
        if self._text[self._at] in "|&":
            return OPERATORS[self._text[self._at]]
        found = re.compile(r"\w+(?=[\s(\"«“„]|$)").match(self._text, self._at)
        return OPERATORS.get(found.group(), "") if found else ""

    def _take_operator(self) -> None:
        found = re.compile(r"\w+|.").match(self._text, self._at)
        assert found is not None
        self._at = found.end()

    def _is_minus(self) -> bool:
        after = self._text[self._at + 1 : self._at + 2]
        return self._text[self._at] == "-" and bool(after) and not after.isspace()

    def _error(self, code: str, at: int | None = None, **facts: object) -> UserError:
        typed = {name: Typed(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
        return UserError(code, position=(self._at if at is None else at) + 1, **typed)
