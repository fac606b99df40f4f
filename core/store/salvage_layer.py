"""Put the items of one layer together: from its rows, from its log where rows are lost, from backups where both are."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from core.errors import StaleEdit
from core.model import Actor, Article, Entity, Head, Item, Quotation
from core.model.layer import Layer
from core.model.scope import EVERYTHING, Scope, counts
from core.store import checks, layers, rows, salvage_log
from core.store.checks import LayerRef
from core.store.connection import UNREADABLE_SQL
from core.store.database import Database
from core.store.salvage import Named
from core.store.salvage_log import Logs
from core.store.sources import Sources
from core.store.witnesses import Indexed, Names, names_of, renamed


class Evidence(NamedTuple):
    """What tells of all layers: the sources, the file's own log, that log with the backups' in its gaps, the scope.

    ``torn``: the file's log could not be read to its end. ``gapless``: none of the edits that it ever had is missing.
    """

    given: Sources
    own: Logs
    more: Logs
    scope: Scope
    torn: bool
    gapless: bool


class State(NamedTuple):
    """A layer as it could be put together, and what of it is not as the file has it.

    ``names``: ids that not all that tells of them gives alike.

    ``restored``: the ids of items that come from somewhere else than their row, with ``log`` or ``backup``;
    ``loosened``: items whose links pointed nowhere; ``left_out``: items that fit no more; ``unread``: ids of items that
    are lost, with the reason; ``missing``: how many annotations at least are lost beside these, which nothing names;
    None where nothing can be missing.
    """

    layer: Layer
    restored: list[tuple[str, str]]
    loosened: list[Item]
    left_out: list[Item]
    unread: list[tuple[str, str]]
    missing: int | None
    headless: bool
    names: Names


class _Rows(NamedTuple):
    """The rows of a layer: those that hold, those that the text or another row speaks against, those that say nothing.

    ``whole``: nothing is missing among them, as far as can be told.
    """

    sound: dict[str, Item]
    doubtful: dict[str, Item]
    broken: list[tuple[str, str]]
    whole: bool


_ITEM_TABLES = frozenset({"actor", "entity", "quotation"})


def state(seen: Evidence, ref: LayerRef, named: Named, *, text_is_sound: bool) -> State:
    """Return the layer ``ref`` as well as it can be put together."""
    entries = seen.own.get(ref.key, {})
    prefix, replayed = salvage_log.sound_prefix(entries)
    follows = len(prefix) == len(entries) > 0 and not seen.torn
    held = _rows(seen, ref, named, text_is_sound=text_is_sound)
    backed = [_of_backup(db, ref) for db in seen.given.backups]
    names = _names(seen, ref, held, backed)
    known, gone = salvage_log.last_known(entries if follows else seen.more.get(ref.key, {}))
    if names.instead:
        held = _kept(held, names)
        known, replayed = (
            {item.id: item for item in renamed(some.values(), names.instead)} for some in (known, replayed)
        )
        backed = [{item.id: item for item in renamed(found.values(), names.instead)} for found in backed]
    restored: dict[str, str] = {}
    if not held.whole and follows and seen.gapless and _fits(ref, replayed):
        items = {name: item for name, item in replayed.items() if name != "head"}
        restored.update((name, "log") for name in items if items[name] != held.sound.get(name))
    else:
        items = dict(held.sound)
        if not held.whole or (follows and seen.gapless):
            _add(items, restored, known, "log")
        if not held.whole and not follows:
            for there in backed:
                found = {name: item for name, item in there.items() if name not in gone}
                _add(items, restored, found, "backup")
        for name, item in held.doubtful.items():
            items.setdefault(name, item)
    head = named.head or _head(known, seen, ref)
    layer, loosened, left_out = fitting(ref.article, ref.annotator, [head or Head(), *items.values()])
    unread = _unread(seen, ref, held, {*layer.items, *gone, *names.instead, *(item.id for item in left_out)})
    certain = held.whole or (follows and seen.gapless)
    missing = None if certain else 0
    if not certain and named.total is not None:
        here = counts(layer.items.values(), seen.scope).total
        named_as_lost = sum(isinstance(item, (Entity, Quotation)) for item in left_out) + len(unread)
        missing = max(0, named.total - here - named_as_lost)
    return State(layer, list(restored.items()), loosened, left_out, unread, missing, head is None, names)


_BY_INDEX: dict[str, Callable[[Item], bool]] = {
    "entity_actor": lambda item: isinstance(item, Entity) and item.actor is not None,
    "entity_flags": lambda item: isinstance(item, Entity) and bool(item.flags),
    "quotation_speaker": lambda item: isinstance(item, Quotation) and item.speaker is not None,
    "quotation_parent": lambda item: isinstance(item, Quotation) and item.parent is not None,
    "quotation_flags": lambda item: isinstance(item, Quotation) and bool(item.flags),
}
"""Which rows each index names."""


def _names(seen: Evidence, ref: LayerRef, held: _Rows, backed: list[dict[str, Item]]) -> Names:
    """Return under which ids the rows are kept, by all that tells of them."""
    rows_ = {**held.doubtful, **held.sound}
    indexes = [
        Indexed(
            frozenset(found.get(ref.key, ())), frozenset(name for name, item in rows_.items() if _BY_INDEX[index](item))
        )
        for index, found in seen.given.found.indexed.items()
    ]
    entries = seen.more.get(ref.key, {})
    return names_of(rows_, (entries[number] for number in sorted(entries)), indexes, backed)


def _kept(held: _Rows, names: Names) -> _Rows:
    """Return the rows under the ids that are kept."""
    sound = {item.id: item for item in renamed(held.sound.values(), names.instead)}
    doubtful = {item.id: item for item in renamed(held.doubtful.values(), names.instead) if item.id not in sound}
    return held._replace(sound=sound, doubtful=doubtful)


def lost_items(seen: Evidence, key: int) -> tuple[list[Item], list[tuple[str, str]]]:
    """Return the items of a layer that nothing can be made of, and the ids of those that cannot be read."""
    found, broken = layers.readable_items(seen.given.found.db, key)
    known, gone = salvage_log.last_known(seen.more.get(key, {}))
    every: dict[str, Item] = {item.id: item for item in known.values() if not isinstance(item, Head)}
    for db in seen.given.backups:
        with contextlib.suppress(*UNREADABLE_SQL):
            for item in layers.readable_items(db, key)[0]:
                if item.id not in gone:
                    every.setdefault(item.id, item)
    every |= {item.id: item for item in found}
    names = {name: reason for name, reason in broken if name not in every}
    names |= {name: "its row is lost" for name in seen.given.found.hints.get(key, ()) if name not in every}
    return list(every.values()), sorted(names.items())


def _add(items: dict[str, Item], restored: dict[str, str], found: dict[str, Item], source: str) -> None:
    for name, item in found.items():
        if name not in items and not isinstance(item, Head):
            items[name] = item
            restored[name] = source


def _rows(seen: Evidence, ref: LayerRef, named: Named, *, text_is_sound: bool) -> _Rows:
    db = seen.given.found.db
    found, broken = layers.readable_items(db, ref.key)
    doubted = {finding.facts["item"] for finding in checks.covered_text(db, ref)} if text_is_sound else set()
    doubted |= {finding.facts["item"] for finding in checks.guesses(ref, found)}
    sound: dict[str, Item] = {}
    doubtful: dict[str, Item] = {}
    for item in found:
        if item.id in doubted or item.id in sound or not _in_text(ref.article, item):
            doubtful.setdefault(item.id, item)
        else:
            sound[item.id] = item
    whole = not broken and not doubtful and not seen.given.found.torn & _ITEM_TABLES and _fits(ref, sound)
    if whole and named.total is not None:
        whole = counts(sound.values(), seen.scope).total == named.total
    return _Rows(sound, doubtful, broken, whole)


def _fits(ref: LayerRef, items: dict[str, Item]) -> bool:
    try:
        Layer(ref.article, ref.annotator, items.values())
    except StaleEdit:
        return False
    return True


def _of_backup(db: Database, ref: LayerRef) -> dict[str, Item]:
    """Return the items that a backup has of the same layer."""
    with contextlib.suppress(*UNREADABLE_SQL):
        row = db.conn.execute(
            "SELECT a.id, l.annotator FROM layer AS l JOIN article AS a ON a.key = l.article WHERE l.key = ?",
            (ref.key,),
        ).fetchone()
        if row == (rows.write_text(ref.article.id), ref.annotator):
            return {item.id: item for item in layers.readable_items(db, ref.key)[0]}
    return {}


def _head(known: dict[str, Item], seen: Evidence, ref: LayerRef) -> Head | None:
    """Return the head that the log tells of; a layer without an entry about it has the usual one."""
    found = known.get("head")
    if isinstance(found, Head):
        return found
    return Head() if seen.own.get(ref.key) and not seen.torn else None


def _unread(seen: Evidence, ref: LayerRef, held: _Rows, accounted: set[str]) -> list[tuple[str, str]]:
    """Return the ids of items that are lost although something names them."""
    found = {name: reason for name, reason in held.broken if name not in accounted}
    for name in seen.given.found.hints.get(ref.key, ()):
        if name not in accounted:
            found.setdefault(name, "its row is lost")
    return sorted(found.items())


# -- what fits -------------------------------------------------------------------------------------------------------


def fitting(article: Article, annotator: str, items: Iterable[Item]) -> tuple[Layer, list[Item], list[Item]]:
    """Return the largest layer these items make, the items changed for it (links loosened), and those left out."""
    kept = {item.id: item for item in items}
    left_out = [item for item in kept.values() if not _in_text(article, item)]
    for item in left_out:
        del kept[item.id]
    changed: list[Item] = []
    for item in list(kept.values()):
        loosened = _loosened(kept, item)
        if loosened != item:
            changed.append(item)
            kept[item.id] = loosened
    return Layer(article, annotator, kept.values()), changed, left_out


def _in_text(article: Article, item: Item) -> bool:
    try:
        alone = _loosened({}, item)
        Layer(article, "", [alone])
    except (StaleEdit, TypeError, ValueError):
        return False
    return True


def _loosened(items: dict[str, Item], item: Item) -> Item:
    if isinstance(item, Entity) and item.actor is not None and not isinstance(items.get(item.actor), Actor):
        return replace(item, actor=None)
    if not isinstance(item, Quotation):
        return item
    if item.speaker is not None and not isinstance(items.get(item.speaker), Actor):
        item = replace(item, speaker=None)
    seen, at = {item.id}, item.parent
    while at is not None:
        above = items.get(at)
        if at in seen or not isinstance(above, Quotation):
            return replace(item, parent=None)
        seen.add(at)
        at = above.parent
    return item


def scope_of(dbs: Iterable[Database]) -> Scope:
    """Return what the project's annotators annotate, from the first source that can say."""
    for db in dbs:
        with contextlib.suppress(*UNREADABLE_SQL, *checks.UNREADABLE):
            return layers.scope_of(db)
    return EVERYTHING
