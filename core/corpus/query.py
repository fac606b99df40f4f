"""What is looked for, as a value: words, where they must stand, and filters. ``core.corpus.parse`` makes it of text.

A query without ``in:`` and without filters on quotations or entities looks in whole texts; its words must all stand in
one *article*. Inside quotations, cues, mentions or entities they must all stand in that one *item*.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import msgspec

MOST_GAP = 20
"""Words that may stand between two words of a phrase at most."""


class How(StrEnum):
    """How a word is meant: in any case form, as it is written, or with ``*`` for any letters."""

    LEMMA = "lemma"
    EXACT = "exact"
    WILDCARD = "wildcard"


class Where(StrEnum):
    """Where words must stand: the whole text, the content of a quotation, its cue, its mention, an entity."""

    TEXT = "text"
    QUOTATION = "quotation"
    CUE = "cue"
    MENTION = "mention"
    ENTITY = "entity"


class Order(StrEnum):
    """How lines are sorted; within one value by article and position."""

    ARTICLE = "article"
    LEFT = "left"
    RIGHT = "right"
    SPEAKER = "speaker"
    DATE = "date"
    SOURCE = "source"


class Field(StrEnum):
    """What filters ask of."""

    FORM = "form"
    STATE = "state"
    LAYER = "layer"
    SPEAKER = "speaker"
    BESIDE = "beside"
    GENDER = "gender"
    KIND = "kind"
    CUE = "cue"
    LABEL = "label"
    FLAG = "flag"
    STATUS = "status"
    SOURCE = "source"
    DATE = "date"
    ARTICLE = "article"


OF_QUOTATIONS = frozenset({Field.FORM, Field.STATE, Field.SPEAKER, Field.BESIDE, Field.GENDER, Field.KIND, Field.CUE})
"""Filters that make a query look inside quotations where nothing else is said."""


class Word(msgspec.Struct, frozen=True):
    """One word."""

    text: str
    how: How = How.LEMMA


class Gap(msgspec.Struct, frozen=True):
    """Any words: at least ``least``, at most ``most``."""

    least: int
    most: int


class Phrase(msgspec.Struct, frozen=True):
    """Words one after the other, with gaps or without; marks between them do not count.

    Beside each other they stand in one paragraph; where a gap is, another one may begin.
    """

    parts: tuple[Word | Gap, ...]


class Pattern(msgspec.Struct, frozen=True):
    """A regular expression, looked for in the running text; upper and lower case alike."""

    text: str


class All(msgspec.Struct, frozen=True):
    """Every part is there (AND)."""

    parts: tuple[Node, ...]


class Any(msgspec.Struct, frozen=True):
    """One of the parts is there (OR)."""

    parts: tuple[Node, ...]


class Not(msgspec.Struct, frozen=True):
    """The part is not there."""

    part: Node


Node: TypeAlias = Phrase | Pattern | All | Any | Not


class Filter(msgspec.Struct, frozen=True):
    """A field and the values that it may have; ``negated``: that it must not have.

    ``date``: two ISO dates, the first and the last day (either may be empty, both: any date). ``layer``: annotators,
    or ``any``; without such a filter the layer counts that speaks for its article. ``speaker`` and ``cue``: words of
    the name or the cue in any form, or behind ``=`` the whole name, or the lemma that counts have; behind ``@`` an id
    of the register (``@*``: any). ``beside``: who else is quoted in the article, whatever the other filters ask.
    ``state``: a state, ``settled`` or ``proposed``.
    """

    field: Field
    values: tuple[str, ...]
    negated: bool = False


class FilterAt(NamedTuple):
    """A filter where it stands in the text: no part of what words ask; ``part`` counts the ANDs before it."""

    filter: Filter
    at: int
    part: int


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for. Without ``words`` every quotation (cue, mention, entity) that the filters let through."""

    words: Node | None = None
    where: Where | None = None
    """None: said by the filters; see ``looks_in``."""
    filters: tuple[Filter, ...] = ()
    whole: bool = False
    """Every item that holds the words once, whole, in place of each hit; nothing in texts."""

    @property
    def looks_in(self) -> Where:
        """Where the words must stand."""
        if self.where is not None:
            return self.where
        fields = {one.field for one in self.filters}
        if Field.LABEL in fields:
            return Where.ENTITY
        if fields & OF_QUOTATIONS or self.words is None:
            return Where.QUOTATION
        return Where.TEXT


def word(text: str, how: How = How.LEMMA) -> Phrase:
    """Return the node of one word."""
    return Phrase((Word(text, how),))


def merged(filters: Iterable[tuple[int, Filter]]) -> tuple[Filter, ...]:
    """Return filters with the values of one field together: any of them.

    Days, and filters of other numbers (with an AND between), stay apart, and all must hold.
    """
    out: dict[tuple[Field, bool, int, int], Filter] = {}
    for number, (part, one) in enumerate(filters):
        key = (one.field, one.negated, part, number if one.field is Field.DATE else -1)
        before = out.get(key)
        values = one.values if before is None else tuple(dict.fromkeys((*before.values, *one.values)))
        out[key] = Filter(one.field, values, one.negated)
    return tuple(out.values())


def belongs(field: Field, where: Where) -> bool:
    """Tell whether a filter can be asked of what is searched in."""
    of_quotations = OF_QUOTATIONS - {Field.STATE, Field.SPEAKER, Field.GENDER, Field.KIND}
    if where is Where.ENTITY:
        return field not in of_quotations
    return field is not Field.LABEL or where is Where.TEXT


def has_words(node: Node) -> bool:
    """Tell whether a node asks for something that is there, beside what must not be."""
    if isinstance(node, (All, Any)):
        return any(map(has_words, node.parts))
    return not isinstance(node, Not)


def shows_nothing(query: Query) -> bool:
    """Tell whether a query for texts only says what they must not have: there would be nothing to show."""
    return query.looks_in is Where.TEXT and (query.words is None or not has_words(query.words))
