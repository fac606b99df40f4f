"""Merge what two copies of a project changed of the register of sources, field by field, by the register's log.

A field that one copy changed becomes what that copy says. Where both changed it each in its own way ours stays, and
theirs stays in the log; other names are those of both. A source that one copy took away and the other changed, or an
actor names, stays.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from core.model.register import FIELDS, Register, Source, SourceEdit
from core.store import article_edits, log, register_edits
from core.store.database import Database
from core.store.register_edits import Logged


class Merged(NamedTuple):
    """What a merge did: names of sources that came, that changed, and (name, field) in which ours stayed."""

    came: list[str]
    changed: list[str]
    kept: list[tuple[str, str]]


class _Change(NamedTuple):
    """What a run of entries makes of one source: as it was before the first, as it is after the last."""

    before: Source | None
    after: Source | None


def merge(ours: Database, theirs: Database, author: str) -> Merged:
    """Take the other copy's acts on the register in; layers and their links are merged before."""
    own, other = list(register_edits.entries(ours)), list(register_edits.entries(theirs))
    here, there = {one.uid for one in own}, {one.uid for one in other}
    coming = [one for one in other if one.uid not in here]
    mine, new = _changes(one for one in own if one.uid not in there), _changes(coming)
    found = Merged([], [], [])
    for one in coming:
        of = (one.uid, one.act, 0, one.at, one.author, one.name)
        register_edits.add_entry(ours, of, one.edit, one.links, one.undoes)
    was = register_edits.read(ours)
    for source_id, change in new.items():
        becomes, fields = _merged(was.get(source_id), mine.get(source_id), change)
        if becomes != was.get(source_id):
            register_edits.put(ours, [SourceEdit(was.get(source_id), becomes)])
        name = next((one.name for one in (becomes, change.after, change.before) if one is not None), source_id)
        found.kept.extend((name, field) for field in fields)
    _bring_back(ours)
    found.kept.extend((name, "merged") for name in _untie_circles(ours, was, new))
    now = register_edits.read(ours)
    for source_id in new:
        before, after = was.get(source_id), now.get(source_id)
        if after is not None and after != before:
            (found.came if before is None else found.changed).append(after.name)
    _log_rest(ours, author)
    return found


def _changes(entries: Iterable[Logged]) -> dict[str, _Change]:
    found: dict[str, _Change] = {}
    for one in entries:
        known = found.get(one.edit.id)
        found[one.edit.id] = _Change(one.edit.before if known is None else known.before, one.edit.after)
    return found


def _merged(now: Source | None, mine: _Change | None, new: _Change) -> tuple[Source | None, list[str]]:
    """Return what a source becomes, and the fields in which both copies differ and ours stays."""
    if mine is None or mine.before == mine.after:
        return (now, []) if new.before == new.after else (new.after, [])
    if new.before == new.after or now == new.after:
        return now, []
    if now is None:
        return new.after, []
    if new.after is None:
        return now, []
    became: dict[str, object] = {}
    kept: list[str] = []
    for field in FIELDS:
        theirs, ours = getattr(new.after, field), getattr(now, field)
        base = getattr(new.before, field) if new.before is not None else None
        first = getattr(mine.before, field) if mine.before is not None else None
        if theirs in (base, ours):
            continue
        if field == "aliases":
            became[field] = _names(now, new)
        elif ours == first:
            became[field] = theirs
        else:
            kept.append(field)
    after = replace(now, **became)
    return replace(after, aliases=tuple(name for name in after.aliases if name != after.name)), kept


def _names(now: Source, new: _Change) -> tuple[str, ...]:
    """Return other names: ours, without those that the other copy took away, and those that it added."""
    assert new.after is not None
    base: Sequence[str] = new.before.aliases if new.before is not None else ()
    lost = set(base) - set(new.after.aliases)
    added = (name for name in new.after.aliases if name not in base)
    return tuple(dict.fromkeys((*(name for name in now.aliases if name not in lost), *added)))


def _bring_back(db: Database) -> None:
    """Bring sources back that one copy took away and that something names: an actor, or a source merged into it."""
    while True:
        held = register_edits.read(db)
        wanted = register_edits.used(db) | {one.merged for one in held if one.merged is not None}
        missing = sorted(source for source in wanted if held.get(source) is None)
        last = _last_held(db, missing)
        if not last:
            return
        register_edits.put(db, [SourceEdit(None, source) for source in last])


def _last_held(db: Database, ids: Sequence[str]) -> list[Source]:
    """Return sources that are not there any more as the log last had them; ids that it never had are left out."""
    wanted, found = set(ids), dict[str, Source]()
    for one in register_edits.entries(db) if wanted else ():
        for side in one.edit:
            if side is not None and side.id in wanted:
                found[side.id] = side
    return list(found.values())


def _untie_circles(db: Database, was: Register, new: Iterable[str]) -> list[str]:
    """Where the two copies merged sources into each other, let ours stand; return the names of those."""
    names: list[str] = []
    for source_id in new:
        now = register_edits.read(db)
        source, target = now.get(source_id), now.resolve(source_id)
        if source is not None and source.merged is not None and target is not None and target.merged is not None:
            before = was.get(source_id)
            after = replace(source, merged=before.merged if before is not None else None)
            register_edits.put(db, [SourceEdit(source, after)])
            names.append(source.name)
    return names


def _log_rest(db: Database, author: str) -> None:
    """Log what makes the register's log end with what the register has."""
    act, after, at = secrets.token_hex(8), article_edits.last_edit(db), log.now()
    for _, has, told in list(register_edits.differing(db)):
        of = (secrets.token_hex(8), act, after, at, author, "merge")
        register_edits.add_entry(db, of, SourceEdit(told, has))
