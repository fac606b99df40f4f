"""A conflict of a merge in words: which item, and field by field how each side has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.comparing.fields import fields_of
from core.history.merge import Choice, Conflict
from core.model import Actor, Entity, Head, Item, Quotation, ranges_of
from core.model.layer import Layer
from core.model.schema import Schema
from core.store import OpenConflict
from gui.look.languages import mark, tr
from gui.words.items import excerpt, form_words, kind_words, state_words, status_words
from gui.words.review import FIELDS, value_words

CHOICES: dict[Choice, str] = {
    Choice.OURS: mark("Mine"),
    Choice.THEIRS: mark("Theirs"),
    Choice.COMBINED: mark("Both changes in one"),
    Choice.BOTH: mark("Keep both items"),
}
HINTS: dict[Choice, str] = {
    Choice.OURS: mark("It stays as it is here"),
    Choice.THEIRS: mark("It becomes what it is in the other copy"),
    Choice.COMBINED: mark("Each field from the side that changed it"),
    Choice.BOTH: mark("Mine stays, and theirs comes beside it as an item of its own"),
}


class FieldRow(NamedTuple):
    """One field of a conflict: its name, and its value before, here and there."""

    name: str
    before: str
    ours: str
    theirs: str

    @property
    def differs(self) -> bool:
        return self.ours != self.theirs


def conflict_words(one: OpenConflict, text: str) -> str:
    """Return which item a conflict is about; with its words where the article's ``text`` is given."""
    item = _some(one.conflict)
    if isinstance(item, Actor):
        return f"{tr('Actor')} «{item.name}»"
    if not isinstance(item, (Quotation, Entity)):
        return tr("The article as a whole")
    kind = tr("{form} quotation", form=form_words(item.form)) if isinstance(item, Quotation) else tr("Entity")
    words = excerpt(text[slice(*ranges_of(item)[0])], 60)
    return f"{kind}: {words}" if words else kind


def _some(conflict: Conflict) -> Item | None:
    return conflict.ours or conflict.theirs or conflict.base


def field_rows(conflict: Conflict, layer: Layer, schema: Schema | None, language: str) -> list[FieldRow]:
    """Return the fields of a conflict; ``layer`` gives the text and the actors."""
    sides = (conflict.base, conflict.ours, conflict.theirs)
    values = [dict(_values(item, layer, schema, language)) if item is not None else None for item in sides]
    names = list(dict.fromkeys(name for found in values if found for name in found))
    gone = tr("not there")
    rows = [
        FieldRow(name, *(gone if found is None and at == 0 else (found or {}).get(name, "") for found in values))
        for at, name in enumerate(names)
    ]
    first = len(_always(_some(conflict)))
    return [row for at, row in enumerate(rows) if at < first or row.differs]


def _always(item: Item | None) -> tuple[object, ...]:
    """Return the fields that are shown whether they differ or not."""
    return fields_of(item) if isinstance(item, (Quotation, Entity)) else (None,)


def _values(item: Item, layer: Layer, schema: Schema | None, language: str) -> Iterator[tuple[str, str]]:
    if isinstance(item, Actor):
        yield tr("Name"), item.name
        yield tr("Kind"), kind_words(item.kind) or "—"
        yield tr("Note"), item.note or "—"
        return
    if isinstance(item, Head):
        yield tr("Status"), status_words(item.status)
    else:
        for field in fields_of(item):
            yield tr(FIELDS[field]), value_words(layer, item, field, schema, language)
        yield tr("State"), state_words(item.state)
    yield tr("Doubt"), tr("unsure") if "unsure" in item.flags else "—"
    yield tr("Note"), item.note or "—"
