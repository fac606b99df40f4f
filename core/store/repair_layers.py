"""Layers written by a repair: what can be put together of each, its log as far as that is sound, the difference."""

from __future__ import annotations

from core.errors import StaleEdit
from core.model import Actor, Article, Item
from core.model.edits import fill
from core.model.layer import Layer
from core.store import layers, log, rows, salvage, salvage_layer, salvage_log, salvage_names
from core.store.checks import LayerRef
from core.store.database import Database
from core.store.log import LogEntry
from core.store.repair_report import line, note, note_state, some, where
from core.store.repair_work import Work


def layer_names(work: Work, known: dict[int, tuple[Article, bool]]) -> dict[int, salvage.Named | None]:
    """Return what is known of every layer; None where whose it is has to be told, or another one has that name."""
    found: dict[int, salvage.Named | None] = {}
    taken: set[tuple[int, str]] = set()
    for key in salvage.layer_keys(work.given, work.seen.own, work.seen.more):
        named = salvage.layer_row(work.given, key, work.seen.more.get(key))
        name = None if named is None else (named.article, named.annotator)
        found[key] = None if name in taken else named
        if name is not None:
            taken.add(name)
    return found


def write_layer(work: Work, key: int, named: salvage.Named | None, known: dict[int, tuple[Article, bool]]) -> None:
    """Write one layer: what could be put together, the log as far as it is sound, the difference as an edit."""
    if named is None and (named := _guessed(work, key, known)) is not None:
        facts = {"article": known[named.article][0].id, "annotator": named.annotator}
        note(work.report, "repair-layer-guessed", number=key, **facts)
    if named is None or named.article not in known:
        _lost_layer(work, key, named)
        return
    article, sound = known[named.article]
    ref = LayerRef(key, article, named.annotator)
    found = salvage_layer.state(work.seen, ref, named, text_is_sound=sound)
    for other in named.other_annotators:
        note(work.report, "repair-annotator", **where(ref), other=other)
    for number in named.other_articles:
        elsewhere = known[number][0].id if number in known else str(number)
        note(work.report, "repair-layer-article", **where(ref), other=elsewhere)
    note_state(work.report, ref, found)
    layer = found.layer
    layers.start(work.out, named.article, ref.annotator, named.started_at, key=key)
    first = log.first_edit("start", layer.everything())
    layers.write_edit(work.out, key, layer.head, first, article.text, named.changed_at)
    kept, logged = _best_log(work, key, layer)
    _write_log(work, key, kept)
    try:
        change = fill(Layer(article, ref.annotator, logged.values()), layer.everything(), "repair")
    except StaleEdit:  # the log alone does not fit the text as it is now: it cannot be kept
        work.out.conn.execute("DELETE FROM log WHERE layer = ?", (key,))
        kept, change = [], log.first_edit("repair", layer.everything())
    if change:
        work.changes.append((key, change))
        ids = sorted(change.item_ids)
        note(work.report, "repair-layer", **where(ref), count=len(ids), items=some(ids))
        work.report.restored += [line(ref, source="table", id=name) for name in ids]
    dropped = len(work.seen.own.get(key, {}).keys() - {entry.id for entry in kept})
    if dropped > 0:
        note(work.report, "repair-log", **where(ref), count=dropped)
    work.report.layers += 1


def _guessed(work: Work, key: int, known: dict[int, tuple[Article, bool]]) -> salvage.Named | None:
    """Return whose layer it probably is, under a name that is free."""
    found = salvage_names.guessed(work.seen, key, {number: article for number, (article, _) in known.items()})
    if found is not None and _is_taken(work.out, found):
        return found._replace(annotator=f"{found.annotator} ({key})")
    return found


def _is_taken(out: Database, named: salvage.Named) -> bool:
    found = out.conn.execute(
        "SELECT 1 FROM layer WHERE article = ? AND annotator = ?", (named.article, named.annotator)
    ).fetchone()
    return found is not None


def _write_log(work: Work, key: int, kept: list[LogEntry]) -> None:
    ids: set[int] = set()
    for entry in kept:
        undoes = entry.undoes if entry.undoes in ids else None
        log.write_entry(
            work.out, key, entry.edit, entry.author, log.written(entry.at), undoes, entry.uid, entry_id=entry.id
        )
        ids.add(entry.id)


def _best_log(work: Work, key: int, layer: Layer) -> tuple[list[LogEntry], dict[str, Item]]:
    """Return the longest sound run of a layer's log: as the file has it, or with the backups' entries in its gaps.

    A log of the file's own that gives what the layer holds has no gaps: it was compacted.
    """
    entries = work.seen.own.get(key, {})
    own, more = (salvage_log.sound_prefix(found) for found in (entries, work.seen.more.get(key, {})))
    if len(own[0]) == len(entries) and {n: item for n, item in own[1].items() if n != "head"} == dict(layer.items):
        return own
    return max(own, more, key=lambda run: len(run[0]))  # the first of equals: the file's own


def _lost_layer(work: Work, key: int, named: salvage.Named | None) -> None:
    """Name a layer that cannot be kept, and all its items that anything tells of."""
    article = salvage.article_name(work.given, named.article) if named is not None else None
    names = {"article": article or "?", "annotator": named.annotator if named is not None else f"layer {key}"}
    items, unread = salvage_layer.lost_items(work.seen, key)
    note(work.report, "repair-layer-lost", number=key, count=len(items) + len(unread), **names)
    work.report.lost += [rows.write_json({**names, "item": item}) for item in items]
    work.report.lost += [rows.write_json({**names, "id": name, "reason": reason}) for name, reason in unread]
    counted = sum(not isinstance(item, Actor) for item in items) + len(unread)
    if named is not None and named.total is not None:
        work.report.uncounted += max(0, named.total - counted)
