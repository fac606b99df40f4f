"""Which quotations are counted, and the text of the query that lists some of them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np

from core.corpus import tokens
from core.corpus.corpus import Corpus
from core.corpus.counting.types import Scope, States
from core.corpus.filters import ANY, PROPOSED, SETTLED, asked
from core.corpus.parse import parse
from core.corpus.query import Any, Field, Filter, Query, Where
from core.errors import UserError
from core.store.search_index.asking import Columns, chosen
from core.store.search_index.columns import QUOTATIONS
from core.store.search_index.index import Look
from core.store.search_index.packing import Numbers

GoOn = Callable[[], bool]
_STATES = {States.SETTLED: SETTLED, States.PROPOSALS: PROPOSED}
_QUOTES = (('"', '"'), ("«", "»"), ("“", "”"))


def always() -> bool:
    """Go on."""
    return True


class Asked:
    """What a scope asks: its query, and its text to which filters can be added."""

    def __init__(self, scope: Scope, *, every_layer: bool = False) -> None:
        """Read the scope; ``every_layer``: each layer counts, unless the scope asks for some.

        Raises UserError ``query-…``, ``counts-where``.
        """
        text = scope.where.strip()
        query = parse(text) if text else Query(where=Where.QUOTATION)
        if query.where in (Where.TEXT, Where.ENTITY) or query.looks_in is Where.ENTITY:
            raise UserError("counts-where")
        self._text, self._fields = _alone(text, query), [one.field for one in query.filters]
        self._every = False
        where = query.where or Where.QUOTATION
        self.query = msgspec.structs.replace(query, where=where, whole=True)
        if scope.states in _STATES:
            self._add(Filter(Field.STATE, (_STATES[scope.states],)))
        self._every = every_layer and all(one.negated for one in query.filters if one.field is Field.LAYER)
        if self._every:
            filters = (*self.query.filters, Filter(Field.LAYER, (ANY,)))
            self.query = msgspec.structs.replace(self.query, filters=filters)

    def _add(self, one: Filter) -> None:
        self.query = msgspec.structs.replace(self.query, filters=(*self.query.filters, one))
        self._text = self.text([(one.field, f"{one.field}:{one.values[0]}")])
        self._fields.append(one.field)

    def text(self, filters: list[tuple[Field, str]]) -> str:
        """Return the text of the query that lists those of the quotations that filters let through."""
        out, fields = self._text, list(self._fields)
        if self._every and all(field is not Field.LAYER for field, _ in filters):
            filters = [*filters, (Field.LAYER, f"{Field.LAYER}:{ANY}")]
        for field, text in filters:
            out = f"{out}{' AND ' if field in fields else ' '}{text}" if out else text
            fields.append(field)
        return out

    def quotations(self, corpus: Corpus, db: Look, kept: Columns, going_on: GoOn) -> Numbers:
        """Return the indexes of the quotations in the columns, rising; raises Stopped."""
        if self.query.words is None and self.query.where is Where.QUOTATION:
            return np.flatnonzero(chosen(db, kept, QUOTATIONS, asked(db, self.query).conditions))
        units = np.sort(corpus.found(db, self.query, going_on).unit)
        return np.searchsorted(kept.items(db, QUOTATIONS).key, units.astype(np.uint32))


def _alone(text: str, query: Query) -> str:
    """Return a text to which filters can be added, and that lists whole quotations."""
    if query.words is None:
        return text
    out = f"({text})" if isinstance(query.words, Any) and not query.filters else text
    out += "" if query.where else " in:quotation"
    return out if query.whole else f"{out} show:whole"


def quoted(value: str, mark: str = "") -> str:
    """Return a value as a query has it, behind a mark, in quotation marks that it does not hold itself."""
    for opening, closing in _QUOTES:
        if closing not in value:
            return f"{mark}{opening}{value}{closing}"
    return f'{mark}"{" ".join(tokens.words_of(value))}"'
