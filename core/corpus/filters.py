"""Filters of a query as conditions of the index: names become numbers, states what they stand for."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import translate
from re import compile as compiled
from typing import NamedTuple

from core.corpus import tokens
from core.corpus.query import OF_QUOTATIONS, Field, Filter, Query, Where
from core.model import ActorKind, Form, State, Status
from core.model.gender import Gender
from core.preannotate.names.names import matches
from core.store.search_index import registered, telling
from core.store.search_index.asking import Condition
from core.store.search_index.index import Look

SETTLED, PROPOSED = "settled", "proposed"
ANY, NONE = "any", "none"
EXACTLY = "="
"""Before the value of a speaker, a cue or a source: that name or lemma, and no other that has its words.

Twice before a speaker: only those of that name that are no source of the register.
"""
REGISTERED, EVERY = "@", "*"
"""Before the id of a source of the register; ``@*`` is any that is in it."""
CHOICES: dict[Field, tuple[str, ...]] = {
    Field.FORM: tuple(Form),
    Field.STATE: (SETTLED, PROPOSED, *State),
    Field.GENDER: (*Gender, NONE),
    Field.KIND: (*ActorKind, NONE),
    Field.STATUS: tuple(Status),
}
"""The fields that have a few values only."""
_FIRST_DAY, _LAST_DAY = "0000", "9999"


class Asked(NamedTuple):
    """The filters of a query as conditions: of items; and for texts, of articles and of items that they must have."""

    conditions: tuple[Condition, ...]
    articles: tuple[Condition, ...]
    items: tuple[tuple[str, tuple[Condition, ...]], ...]

    @property
    def in_text(self) -> bool:
        """Tell whether texts are filtered at all."""
        return bool(self.articles or self.items)


def asked(db: Look, query: Query) -> Asked:
    """Return what the filters of a query ask of the index."""
    found = [(one.field, condition) for one in query.filters for condition in _conditions(db, one)]
    every = tuple(condition for _, condition in found)
    if query.looks_in is not Where.TEXT:
        return Asked(every, (), ())
    of_quotations = tuple(condition for field, condition in found if field in OF_QUOTATIONS)
    of_entities = tuple(condition for field, condition in found if field is Field.LABEL)
    of_articles = tuple(c for field, c in found if field not in OF_QUOTATIONS and field is not Field.LABEL)
    items = (("quotation", of_quotations), ("entity", of_entities))
    return Asked((), of_articles, tuple((table, asks) for table, asks in items if asks))


def _conditions(db: Look, one: Filter) -> list[Condition]:
    name, values, negated = one.field.value, one.values, one.negated
    if one.field is Field.STATE:
        told = tuple(int(value == SETTLED) if value in (SETTLED, PROPOSED) else value for value in values)
        return [Condition(name, told, negated)]
    if one.field in (Field.GENDER, Field.KIND):
        return [Condition(name, tuple("" if value == NONE else value for value in values), negated)]
    if one.field is Field.LAYER:
        return [Condition(name, () if ANY in values else values, negated)]
    if one.field is Field.DATE:
        since, until = values
        return [Condition(name, (since or _FIRST_DAY, until or _LAST_DAY), negated)]
    if one.field in _NUMBERS:
        numbers = {number for value in values for number in _NUMBERS[one.field](db, value)}
        return [Condition(name, tuple(sorted(numbers)), negated)]
    return [Condition(name, values, negated)]


def _speakers(db: Look, value: str) -> list[int]:
    """Return the numbers of the speakers whose name the words name, in any case form or cut short."""
    if value == NONE:
        return [0, *(number for number, name in telling.speakers_like(db, []) if not tokens.named(name))]
    if value.startswith(REGISTERED):
        source = value.removeprefix(REGISTERED)
        return registered.linked(db) if source == EVERY else registered.of_source(db, source)
    if value.startswith(EXACTLY):
        name = value.removeprefix(EXACTLY)
        linked = set(registered.linked(db)) if name.startswith(EXACTLY) else set()
        wanted = tokens.named(name)
        found = telling.speakers_like(db, [[word] for word in wanted.split()])
        exactly = [number for number, one in found if number not in linked and tokens.named(one) == wanted]
        return exactly if wanted else [0, *exactly]
    typed = [tokens.fold(word) for word in tokens.words_of(value)]
    found = telling.speakers_like(db, [{form[:2] for form in (word, *tokens.lemmas(word))} for word in typed])
    by_register = [number for number, name in registered.called(db) if matches(name, value)]
    return [*by_register, *(number for number, name in found if matches(name, value))]


def _sources(db: Look, value: str) -> list[int]:
    if value == NONE:
        return [0, *(number for number, name in telling.names(db, "source") if not tokens.named(name))]
    if value.startswith(EXACTLY):
        wanted = tokens.named(value.removeprefix(EXACTLY))
        return [number for number, name in telling.names(db, "source") if tokens.named(name) == wanted]
    like = compiled(translate(tokens.fold(value)))
    return [number for number, name in telling.names(db, "source") if like.match(tokens.fold(name))]


def _cues(db: Look, value: str) -> list[int]:
    """Return the numbers of the cues in which all words of a value stand, in any form."""
    if value == NONE:
        return [0]
    if value.startswith(EXACTLY):
        exactly = tokens.fold(value.removeprefix(EXACTLY))
        return [number for number, lemma in telling.names(db, "cue") if lemma == exactly]
    wanted = [{tokens.fold(word), *tokens.asked_lemmas(tokens.fold(word))} for word in tokens.words_of(value)]
    out = []
    for number, lemma in telling.names(db, "cue"):
        own = [{form, *tokens.lemmas(form)} for form in lemma.split(" ")]
        if all(any(one & forms for forms in own) for one in wanted):
            out.append(number)
    return out


_NUMBERS: dict[Field, Callable[[Look, str], list[int]]] = {
    Field.SPEAKER: _speakers,
    Field.BESIDE: _speakers,
    Field.SOURCE: _sources,
    Field.CUE: _cues,
}
