"""Turn items into rows and rows into items: the only module that knows the columns.

``RANGES`` are JSON; the covered text beside every range is there for people who query the file and for ``verify``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from math import isfinite
from typing import Any, NamedTuple, TypeAlias, TypeVar

import msgspec

from core.model import Actor, ActorKind, Entity, Extra, Form, Head, Item, Quotation, Range, State, Status
from core.model.gender import Gender
from core.model.register import Source
from core.model.text import covered

Row: TypeAlias = tuple[Any, ...]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

HEAD = ("status", "note", "flags", "extra")
ACTOR = ("id", "name", "kind", "aliases", "source", "note", "extra")
SOURCE = ("id", "name", "kind", "gender", "aliases", "role", "note", "identifier", "merged", "extra")
SHARED = ("state", "guessed", "score", "rule", "note", "flags", "extra")
"""The last columns of entities and quotations alike."""
ENTITY = ("id", "label", "start", "end", "actor", *SHARED)
QUOTATION = (
    "id", "form", "ranges", "cue_start", "cue_end", "mention_start", "mention_end", "speaker", "parent", *SHARED,
)  # fmt: skip
ENTITY_WRITTEN = (*ENTITY, "text")
QUOTATION_WRITTEN = (*QUOTATION, "start", "end", "text", "cue", "mention")


class BadRow(ValueError):
    """A value in a row of the file makes no sense: the file is damaged, or another program wrote it."""


def shown(value: object) -> str:
    """Return a value as a finding shows it."""
    if isinstance(value, bytes):
        return "text that is no UTF-8"
    return "none" if value is None else "empty" if value == "" else f"{value!r:.60}"


class Kinds(NamedTuple):
    """The columns of a row and the types that their values may have; ``seen`` are types of rows found right."""

    names: tuple[str, ...]
    allowed: tuple[frozenset[type], ...]
    seen: set[tuple[type, ...]]


WORD: frozenset[type] = frozenset({str})
WORD_OR_NONE: frozenset[type] = frozenset({str, type(None)})
NUMBER: frozenset[type] = frozenset({int})
NUMBER_OR_NONE: frozenset[type] = frozenset({int, type(None)})
TEXT: frozenset[type] = frozenset({str, bytes})
TEXT_OR_NONE: frozenset[type] = TEXT | {type(None)}
_SCORE: frozenset[type] = frozenset({float, type(None)})
_SHARED_KINDS = (WORD, WORD, _SCORE, WORD_OR_NONE, WORD, WORD, WORD)
_HEAD_KINDS = Kinds(HEAD, (WORD,) * 4, set())
_ACTOR_KINDS = Kinds(ACTOR, (WORD, WORD, WORD_OR_NONE, WORD, WORD_OR_NONE, WORD, WORD), set())
_SOURCE_KINDS = Kinds(
    SOURCE, (WORD, WORD, WORD_OR_NONE, WORD_OR_NONE, WORD, WORD, WORD, WORD, WORD_OR_NONE, WORD), set()
)
_ENTITY_KINDS = Kinds(ENTITY, (WORD, WORD, NUMBER, NUMBER, WORD_OR_NONE, *_SHARED_KINDS), set())
_QUOTATION_KINDS = Kinds(
    QUOTATION, (WORD, WORD, WORD, *[NUMBER_OR_NONE] * 4, WORD_OR_NONE, WORD_OR_NONE, *_SHARED_KINDS), set()
)

_STATES = {state.value: state for state in State}
_FORMS = {form.value: form for form in Form}
_KINDS: dict[str | None, ActorKind | None] = {None: None, **{kind.value: kind for kind in ActorKind}}
_GENDERS: dict[str | None, Gender | None] = {None: None, **{gender.value: gender for gender in Gender}}
_encode = msgspec.json.Encoder().encode
_flags = msgspec.json.Decoder(tuple[str, ...])
_extra = msgspec.json.Decoder(Extra)
_ranges = msgspec.json.Decoder(tuple[Range, ...])
_items = msgspec.json.Decoder(tuple[Item, ...])
_any: msgspec.json.Decoder[Any] = msgspec.json.Decoder()
_meta = msgspec.json.Decoder(dict[str, str])
_side: msgspec.json.Decoder[Source | None] = msgspec.json.Decoder(Source | None)
_facts = msgspec.json.Decoder(dict[str, str | bool | None])


def kinds(**columns: frozenset[type]) -> Kinds:
    """Return the columns of a query, with the types that each may have."""
    return Kinds(tuple(columns), tuple(columns.values()), set())


def checked(found: Iterable[Row], expected: Kinds) -> Iterator[Row]:
    """Yield the rows of a query; BadRow at one with a value of another type."""
    for row in found:
        check_kinds(row, expected)
        yield row


def check_kinds(row: Row, kinds: Kinds) -> None:
    """Raise BadRow where a value of a row has a type that its column does not have: SQLite itself takes any."""
    found = tuple(map(type, row))
    if found in kinds.seen:
        return
    for name, value, allowed in zip(kinds.names, row, kinds.allowed, strict=True):
        if type(value) not in allowed:
            raise BadRow(f"its {name} is {shown(value)}")
    kinds.seen.add(found)


def _decoded(decoder: msgspec.json.Decoder[T], data: str) -> T:
    """Return what JSON holds; BadRow where it is none, or nested so deeply that nothing can read it."""
    try:
        return decoder.decode(data)
    except msgspec.DecodeError as error:
        raise BadRow(f"its JSON makes no sense: {error}") from error
    except TypeError as error:
        raise BadRow(f"its JSON is {shown(data)}") from error
    except RecursionError as error:
        raise BadRow("its JSON is nested too deeply") from error


def _of(table: Mapping[Any, T], value: object, name: str) -> T:
    try:
        return table[value]
    except (LookupError, TypeError) as error:
        raise BadRow(f"its {name} is {value!r:.60}") from error


def read_value(data: str) -> Any:
    """Return one of the project's small values."""
    return _decoded(_any, data)


def read_time(value: object) -> datetime:
    """Return a time as the file has it."""
    try:
        return datetime.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise BadRow(f"its time is {value!r:.60}") from error


def read_choice(kind: type[E], value: str) -> E:
    """Return one of a few words that a column may hold."""
    try:
        return kind(value)
    except ValueError as error:
        raise BadRow(f"its {kind.__name__.lower()} is {shown(value)}") from error


def words(found: Iterable[Row]) -> list[str]:
    """Return the only column of rows: words."""
    every = [row[0] for row in found]
    for value in every:
        if not isinstance(value, str):
            raise BadRow(f"a word is {value!r:.60}")
    return every


def write_json(value: object) -> str:
    """Return ``value`` as JSON; UnicodeEncodeError where a string in it has half a surrogate pair."""
    return _encode(value).decode()


def write_text(text: str) -> str | bytes:
    """Return ``text`` as SQLite takes it: itself, or bytes where it has half a surrogate pair."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def read_text(value: str | bytes) -> str:
    """Return the text that ``write_text`` stored."""
    if isinstance(value, str):
        return value
    try:
        return value.decode("utf-8", "surrogatepass")
    except (AttributeError, UnicodeDecodeError) as error:
        raise BadRow(f"a text is {value!r:.60}") from error


def legible(value: object) -> str:
    """Return what can be read of a text that is none any more."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else "" if value is None else str(value)


def read_items(data: str) -> tuple[Item, ...]:
    """Return the items of one side of a log entry."""
    return _decoded(_items, data)


def read_meta(data: str) -> dict[str, str]:
    """Return an article's meta."""
    return _decoded(_meta, data)


def read_facts(data: str) -> dict[str, str | bool | None]:
    """Return one side of an article's edit."""
    return _decoded(_facts, data)


def read_flags(data: str) -> tuple[str, ...]:
    """Return flags (or any list of strings) from JSON."""
    return () if data == "[]" else _decoded(_flags, data)


def _read_extra(data: str) -> Extra:
    return {} if data == "{}" else _decoded(_extra, data)


def _write_flags(flags: tuple[str, ...]) -> str:
    return write_json(flags) if flags else "[]"


def _write_extra(extra: Extra) -> str:
    return write_json(extra) if extra else "{}"


def read_head(row: Row) -> Head:
    """Return the head from (status, note, flags, extra)."""
    check_kinds(row, _HEAD_KINDS)
    status, note, flags, extra = row
    return Head(status=read_choice(Status, status), note=note, flags=read_flags(flags), extra=_read_extra(extra))


def head_row(head: Head) -> Row:
    """Return (status, note, flags, extra)."""
    return head.status.value, head.note, _write_flags(head.flags), _write_extra(head.extra)


def read_actor(row: Row) -> Actor:
    """Return the actor of a row with the columns ``ACTOR``; BadRow where the row makes none."""
    check_kinds(row, _ACTOR_KINDS)
    id_, name, kind, aliases, source, note, extra = row
    return Actor(
        id=id_, name=name, kind=_of(_KINDS, kind, "kind"), aliases=read_flags(aliases), source=source, note=note,
        extra=_read_extra(extra),
    )  # fmt: skip


def actor_row(layer: int, item: Actor) -> Row:
    """Return the row of an actor: layer, then ``ACTOR``."""
    kind = str(item.kind) if item.kind is not None else None
    aliases, extra = _write_flags(item.aliases), _write_extra(item.extra)
    return layer, item.id, item.name, kind, aliases, item.source, item.note, extra


def read_source(row: Row) -> Source:
    """Return the source of a row with the columns ``SOURCE``; BadRow where the row makes none."""
    check_kinds(row, _SOURCE_KINDS)
    id_, name, kind, gender, aliases, role, note, identifier, merged, extra = row
    return Source(
        id=id_, name=name, kind=_of(_KINDS, kind, "kind"), gender=_of(_GENDERS, gender, "gender"),
        aliases=read_flags(aliases), role=role, note=note, identifier=identifier, merged=merged,
        extra=_read_extra(extra),
    )  # fmt: skip


def source_row(source: Source) -> Row:
    """Return the row of a source: ``SOURCE``."""
    kind, gender = (None if value is None else value.value for value in (source.kind, source.gender))
    return (
        source.id, source.name, kind, gender, _write_flags(source.aliases), source.role, source.note,
        source.identifier, source.merged, _write_extra(source.extra),
    )  # fmt: skip


def read_side(data: str) -> Source | None:
    """Return one side of an edit of a source; None where it was not there."""
    return _decoded(_side, data)


def _read_shared(state: str, guessed: str, score: float | None, flags: str, extra: str) -> dict[str, Any]:
    """Return those fields of the columns ``SHARED`` that are not stored as they are."""
    if score is not None and not isfinite(score):
        raise BadRow(f"its score is {score}")
    return {
        "state": _STATES[state] if state in _STATES else _of(_STATES, state, "state"),
        "guessed": () if guessed == "[]" else _decoded(_flags, guessed),
        "flags": () if flags == "[]" else _decoded(_flags, flags),
        "extra": {} if extra == "{}" else _decoded(_extra, extra),
    }


def read_entity(row: Row) -> Entity:
    """Return the entity of a row with the columns ``ENTITY``; BadRow where the row makes none."""
    if tuple(map(type, row)) not in _ENTITY_KINDS.seen:
        check_kinds(row, _ENTITY_KINDS)
    id_, label, start, end, actor, state, guessed, score, rule, note, flags, extra = row
    return Entity(
        id=id_, label=label, range=Range(start, end), actor=actor, score=score, rule=rule, note=note,
        **_read_shared(state, guessed, score, flags, extra),
    )  # fmt: skip


def writer_of(text: str) -> Callable[[str], str | bytes]:
    """Return what writes parts of a text as ``write_text`` does: as they are, where the whole can be encoded."""
    return str if isinstance(write_text(text), str) else write_text


def entity_row(layer: int, item: Entity, text: str, write: Callable[[str], str | bytes] = write_text) -> Row:
    """Return the row of an entity: layer, then ``ENTITY_WRITTEN``; ``write`` is that of the text (``writer_of``)."""
    (start, end), guessed, flags, extra = item.range, item.guessed, item.flags, item.extra
    return (
        layer, item.id, item.label, start, end, item.actor, str(item.state),
        write_json(guessed) if guessed else "[]", item.score, item.rule, item.note,
        write_json(flags) if flags else "[]", write_json(extra) if extra else "{}", write(text[start:end]),
    )  # fmt: skip


def read_quotation(row: Row) -> Quotation:
    """Return the quotation of a row with the columns ``QUOTATION``; BadRow where the row makes none."""
    if tuple(map(type, row)) not in _QUOTATION_KINDS.seen:
        check_kinds(row, _QUOTATION_KINDS)
    id_, form, ranges, cue_start, cue_end, mention_start, mention_end, speaker, parent, *shared = row
    state, guessed, score, rule, note, flags, extra = shared
    for name, start, end in (("cue_end", cue_start, cue_end), ("mention_end", mention_start, mention_end)):
        if end is None and start is not None:
            raise BadRow(f"its {name} is none")
    cue = None if cue_start is None else Range(cue_start, cue_end)
    mention = None if mention_start is None else Range(mention_start, mention_end)
    return Quotation(
        id=id_, form=_of(_FORMS, form, "form"), ranges=_decoded(_ranges, ranges), cue=cue, mention=mention,
        speaker=speaker, parent=parent, score=score, rule=rule, note=note,
        **_read_shared(state, guessed, score, flags, extra),
    )  # fmt: skip


def quotation_row(layer: int, item: Quotation, text: str, write: Callable[[str], str | bytes] = write_text) -> Row:
    """Return the row of a quotation: layer, then ``QUOTATION_WRITTEN``; ``write`` is that of the text."""
    cue, mention = item.cue or (None, None), item.mention or (None, None)
    guessed, flags, extra = item.guessed, item.flags, item.extra
    return (
        layer, item.id, str(item.form), write_json(item.ranges), *cue, *mention, item.speaker, item.parent,
        str(item.state), write_json(guessed) if guessed else "[]", item.score, item.rule, item.note,
        write_json(flags) if flags else "[]", write_json(extra) if extra else "{}",
        item.start, item.end, write(covered(text, item.ranges)),
        None if item.cue is None else write(text[slice(*item.cue)]),
        None if item.mention is None else write(text[slice(*item.mention)]),
    )  # fmt: skip
