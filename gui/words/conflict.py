"""A conflict of a merge in words: which item, and field by field how each side has it."""

from __future__ import annotations

from typing import NamedTuple

from core.comparing.fields import fields_of, model_name
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
    Choice.FIELDS: mark("As marked"),
}
HINTS: dict[Choice, str] = {
    Choice.OURS: mark("It stays as it is here"),
    Choice.THEIRS: mark("It becomes what it is in the other copy"),
    Choice.COMBINED: mark("Each field from the side that changed it"),
    Choice.BOTH: mark("Mine stays, and theirs comes beside it as an item of its own"),
    Choice.FIELDS: mark("Each field as it is marked in the table; a click marks another one"),
}


class FieldRow(NamedTuple):
    """One field of a conflict: its name, its value before, here and there; ``field``: what the model calls it."""

    name: str
    before: str
    ours: str
    theirs: str
    field: str

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
    values = [_values(item, layer, schema, language) if item is not None else None for item in sides]
    names = {field: name for found in values if found for field, name, _ in found}
    said = [{field: words for field, _, words in found} if found else None for found in values]
    gone = tr("not there")
    rows = []
    for at, (field, name) in enumerate(names.items()):
        before, ours, theirs = (gone if one is None and at == 0 else (one or {}).get(field, "") for one in said)
        rows.append(FieldRow(name, before, ours, theirs, field))
    first = len(_always(_some(conflict)))
    return [row for at, row in enumerate(rows) if at < first or row.differs]


def _always(item: Item | None) -> tuple[object, ...]:
    """Return the fields that are shown whether they differ or not."""
    return fields_of(item) if isinstance(item, (Quotation, Entity)) else (None,)


def _values(item: Item, layer: Layer, schema: Schema | None, language: str) -> list[tuple[str, str, str]]:
    """Return the fields of an item: what the model calls them, their names, their values in words."""
    rows: list[tuple[str, str, str]] = []
    if isinstance(item, Actor):
        rows.append(("name", tr("Name"), item.name))
        rows.append(("kind", tr("Kind"), kind_words(item.kind) or "—"))
        rows.append(("aliases", tr("Other names"), ", ".join(item.aliases) or "—"))
        rows.append(("source", tr("In the register"), item.source or "—"))
        rows.append(("note", tr("Note"), item.note or "—"))
        return rows
    if isinstance(item, Head):
        rows.append(("status", tr("Status"), status_words(item.status)))
    else:
        rows += [
            (model_name(item, field), tr(FIELDS[field]), value_words(layer, item, field, schema, language))
            for field in fields_of(item)
        ]
        rows.append(("state", tr("State"), state_words(item.state)))
    rows.append(("flags", tr("Doubt"), tr("unsure") if "unsure" in item.flags else "—"))
    rows.append(("note", tr("Note"), item.note or "—"))
    return rows
