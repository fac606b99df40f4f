"""Builders that resolve what is open: guessed fields, a layer marked as done, proposals that a person marks again.

Marking exactly what a proposal has takes the proposal over, so that there is never a second item beside it; what the
proposal says beyond the marked words stays a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from core.model import (
    ENTITY_GUESSES,
    QUOTATION_GUESSES,
    Entity,
    Form,
    Quotation,
    Range,
    State,
    Status,
    is_open,
)
from core.model.edits import add_entity, change, picked, set_form, set_label
from core.model.guesses import accepted, refused, with_guesses
from core.model.layer import Edit, Layer
from core.model.ranges import union

A = TypeVar("A", Entity, Quotation)


def accept_fields(layer: Layer, item_id: str, fields: Iterable[str]) -> Edit:
    """Accept some of the guessed fields of an item; an empty edit where it has none."""
    before, settled = picked(layer, [item_id]), set(fields)
    return change("accept", before, [with_guesses(item, set(item.guessed) - settled) for item in before])


def clear_fields(layer: Layer, item_id: str, fields: Iterable[str]) -> Edit:
    """Clear some of the guessed fields of an item."""
    before, names = picked(layer, [item_id]), set(fields)
    return change("reject", before, [refused(item, names) for item in before])


def set_done(
    layer: Layer, *, accept: Iterable[str] = (), reject: Iterable[str] = (), status: Status = Status.DONE
) -> Edit:
    """Mark the layer as done and resolve open items in the same edit: accept some, reject others.

    Rejecting a person's own item clears its guessed fields and keeps the item. Everything else stays open:
    it is what the person was not asked to look at (``core.model.scope``).
    """
    wrong = dict.fromkeys(reject)
    before = [item for item in picked(layer, [*accept, *wrong]) if is_open(item)]
    after = [refused(item) if item.id in wrong else accepted(item) for item in before]
    return change("set-status", [layer.head, *before], [replace(layer.head, status=status), *after])


# -- marking what is there -------------------------------------------------------------------------------------------


def quotation_of(layer: Layer, ranges: Sequence[Range]) -> Quotation | None:
    """Return the quotation of exactly these ranges that marking them means: a person's, a proposal, a rejected one."""
    wanted = union(ranges)
    return _first([item for item in layer.quotations(rejected=True) if item.ranges == wanted])


def entity_of(layer: Layer, span: Range, label: str | None = None) -> Entity | None:
    """Return the entity of exactly this range that marking it means; of several first the one of ``label``."""
    there = [item for item in layer.entities(rejected=True) if item.range == span]
    return _first([item for item in there if item.label == label]) or _first(there)


def _first(items: list[A]) -> A | None:
    order = {State.AUTO: 1, State.REJECTED: 2}
    return min(items, key=lambda item: order.get(item.state, 0), default=None)


def take_over_quotation(layer: Layer, item: Quotation, form: Form) -> Edit:
    """Mark an existing quotation as ``form``: a proposal becomes accepted, or corrected where its form differs.

    A person's own quotation gets the form; nothing changes where it has it.
    """
    if item.state not in (State.AUTO, State.REJECTED):
        return set_form(layer, [item.id], form)
    state = State.ACCEPTED if item.form is form else State.CORRECTED
    taken = with_guesses(replace(item, form=form, state=state), QUOTATION_GUESSES)
    return change("accept" if item.form is form else "set-form", [item], [taken])


def mark_entity(
    layer: Layer, label: str, span: Range, actor: str | None = None, guessed: Iterable[str] = ("actor",)
) -> Edit:
    """Mark ``span`` as an entity of ``label``, taking over what is marked exactly there; ``actor`` is a guess.

    The last item of ``added`` is the entity; nothing changes where a person has marked it so already.
    """
    there = entity_of(layer, span, label)
    if there is None:
        return add_entity(label, span, actor, guessed)
    if there.state not in (State.AUTO, State.REJECTED):
        return set_label(layer, [there.id], label)
    state = State.ACCEPTED if there.label == label else State.CORRECTED
    taken = with_guesses(replace(there, label=label, state=state), ENTITY_GUESSES)
    return change("accept" if there.label == label else "set-label", [there], [taken])
