"""Merge another copy of a project into this one by stable ids: nothing is dropped, what clashes is kept as conflicts.

The log tells what both copies have in common: every entry has a ``uid`` that is the same in every copy. A layer that
only one side went on with is taken as it is, with its log; one that both went on with is merged item by item
(``core.history.merge``), and the other side's entries are kept in ``branch`` beside the entry ``merge`` that took them
in.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from core.history.merge import Choice, Conflict, Items, merge_items, resolve
from core.model import Article, Item
from core.model.layer import Edit, Layer
from core.model.schema import Label
from core.store import (
    articles,
    backups,
    branches,
    conflicts,
    layers,
    learned,
    log,
    merging_articles,
    merging_register,
    review,
    rows,
)
from core.store.conflicts import OpenConflict
from core.store.database import Database
from core.store.merging_articles import Pair
from core.store.project import Project


class MergeReport(msgspec.Struct, kw_only=True):
    """What a merge did. ``refused``: article ids with a diff of the texts; ``conflicts``: how many wait."""

    articles: list[str] = []
    layers: list[tuple[str, str]] = []
    """(article, annotator) of layers that were not here before."""
    forwarded: list[tuple[str, str]] = []
    """Layers that only the other copy went on with."""
    merged: list[tuple[str, str]] = []
    """Layers that both went on with."""
    labels: list[str] = []
    details: list[str] = []
    """Articles whose title or details the other copy had changed."""
    kept_details: list[tuple[str, str]] = []
    """(article, fact) that both copies changed each in its own way: ours stays, theirs is in the log."""
    removed: list[str] = []
    """Articles that the other copy had removed, and that are removed now."""
    kept: list[str] = []
    """Articles that one copy removed and the other went on with: they stay, or are back."""
    sources: list[str] = []
    """Names of sources of the register that came."""
    changed_sources: list[str] = []
    """Names of sources that the other copy had changed or merged."""
    kept_sources: list[tuple[str, str]] = []
    """(source, field) that both copies changed each in its own way: ours stays, theirs is in the log."""
    learned: list[str] = []
    """Acts on the project's knowledge that came: switches, removals, imports, versions."""
    refused: list[tuple[str, str]] = []
    conflicts: int = 0

    @property
    def changed(self) -> bool:
        """Tell whether the merge brought anything."""
        brought = (self.articles, self.layers, self.forwarded, self.merged, self.labels, self.details)
        sources = (self.sources, self.changed_sources, self.kept_sources)
        return any((*brought, *sources, self.kept_details, self.removed, self.kept, self.learned))


class _Sides(NamedTuple):
    """The two connections, the other file's path, and what is being reported."""

    ours: Project
    theirs: Project
    report: MergeReport


def merge_copy(project: Project, path: Path) -> MergeReport:
    """Take everything from the project at ``path`` that this one lacks, after a backup, all of it or nothing.

    Raises what ``Project.open`` raises for the other file. Articles whose texts differ are left alone on both sides
    and reported with a diff.
    """
    with Project.open(path, project.author, read_only=True) as other, project.transaction():
        backups.back_up_now(project.path, "before-merge")
        report = MergeReport()
        sides = _Sides(project, other, report)
        report.labels += _merge_labels(project, other)
        _merge_values(project._db, other._db)
        for (article_id,) in other._db.execute("SELECT id FROM article ORDER BY key").fetchall():
            _merge_article(sides, other.article(rows.read_text(article_id), removed=True))
        register = merging_register.merge(project._db, other._db, project.author)
        report.sources, report.changed_sources, report.kept_sources = register
        report.learned += learned.merge(project._db, other._db)
        review.merge(project._db, other._db)
        return report


def _merge_labels(project: Project, other: Project) -> list[str]:
    """Add the labels that are not here; a key that is taken stays with the label that has it."""
    known = {label.id for label in project.schema.labels}
    keys = {label.key for label in project.schema.labels}
    added: list[Label] = [
        replace(label, key="") if label.key in keys else label for label in other.schema.labels if label.id not in known
    ]
    if added:
        project.set_schema(replace(project.schema, labels=(*project.schema.labels, *added)))
    return [label.id for label in added]


def _merge_values(ours: Database, theirs: Database) -> None:
    for key, value in theirs.execute("SELECT key, value FROM value").fetchall():
        ours.conn.execute("INSERT OR IGNORE INTO value (key, value) VALUES (?, ?)", (key, value))
    layers.recount(ours)


def _merge_article(sides: _Sides, article: Article) -> None:
    ours, theirs, report = sides
    is_new = not ours.has_article(article.id)
    if is_new:
        ours.add_article(article)
        report.articles += [] if theirs.is_removed(article.id) else [article.id]
    else:
        here = ours.article(article.id, removed=True)
        if here.digest != article.digest:
            report.refused.append((article.id, _diff(here, article)))
            return
    pair = Pair(
        ours._db,
        theirs._db,
        articles.key_of(ours._db, article.id, removed=True),
        articles.key_of(theirs._db, article.id, removed=True),
        article.id,
    )
    went_on = merging_articles.went_on(pair)
    merging_articles.show(pair)  # its layers are merged as those of any other
    for (annotator,) in theirs._db.execute(
        "SELECT annotator FROM layer WHERE article = ? ORDER BY annotator", [pair.there]
    ).fetchall():
        _merge_layer(sides, article, annotator)
    merged = merging_articles.merge(pair, went_on, ours.author, is_new=is_new)
    report.details += [article.id] if merged.changed else []
    report.kept_details += [(article.id, name) for name in merged.kept_facts]
    report.removed += [article.id] if merged.removed and not is_new else []
    report.kept += [article.id] if merged.kept else []


def _diff(ours: Article, theirs: Article) -> str:
    lines = difflib.unified_diff(ours.text.splitlines(), theirs.text.splitlines(), "here", "there", lineterm="", n=1)
    return "\n".join(lines) or "the texts differ in their line ends only"


def _merge_layer(sides: _Sides, article: Article, annotator: str) -> None:
    ours, theirs, report = sides
    there = layers.stored(theirs._db, articles.key_of(theirs._db, article.id, removed=True), annotator)
    if there is None:  # its row cannot be found by what an index says of it
        raise layers.not_found(theirs.path, article.id, annotator)
    key = articles.key_of(ours._db, article.id)
    here = layers.stored(ours._db, key, annotator)
    name = (article.id, annotator)
    history = list(log.entries(theirs._db, there.key, theirs.path))
    coming = _items(theirs, there)
    if here is None:
        started = layers.start(ours._db, key, annotator, log.now())
        _write(ours, started, article, {}, coming)
        branches.copy_entries(ours._db, started.key, history)
        branches.copy_branches(theirs._db, there.key, ours._db, started.key)
        report.layers.append(name)
        return
    known = branches.known(ours._db, here.key)
    own = list(log.entries(ours._db, here.key, ours.path))
    common = branches.common(own, history, known)
    new = history[common:]
    if not new:
        return
    if common and own and own[-1].uid == history[common - 1].uid:
        _write(ours, here, article, _items(ours, here), coming)
        branches.copy_entries(ours._db, here.key, history, common)
        report.forwarded.append(name)
    else:
        _merge_items(sides, article, annotator, here, (log.replay(history[:common]), coming), new)
        report.merged.append(name)
    branches.copy_branches(theirs._db, there.key, ours._db, here.key)


def _items(project: Project, at: layers.Stored) -> dict[str, Item]:
    found = layers.read_items(project._db, at.key, project.path)
    return {at.head.id: at.head, **{item.id: item for item in found}}


def _write(project: Project, at: layers.Stored, article: Article, before: Items, after: Items) -> None:
    """Turn the rows of a layer from ``before`` into ``after``."""
    base = Layer(article, "merge", before.values())
    edit = Edit(
        "merge",
        tuple(item for item in base.everything() if after.get(item.id) != item),
        tuple(item for item in after.values() if base.get(item.id) != item),
    )
    head = base.apply(edit).head
    layers.write_edit(project._db, at.key, head, edit, article.text, log.now())


def _merge_items(
    sides: _Sides,
    article: Article,
    annotator: str,
    here: layers.Stored,
    theirs: tuple[Items, Items],
    new: list[log.LogEntry],
) -> None:
    """Merge a layer that both sides went on with: one entry in the log, their entries beside it, conflicts kept."""
    project = sides.ours
    base, coming = theirs
    layer = Layer(article, annotator, _items(project, here).values())
    merged = merge_items(base, {layer.head.id: layer.head, **layer.items}, coming)
    _, entry = project.commit(layer, merged.edit)
    branches.add(project._db, here.key, entry, new)
    conflicts.add(project._db, here.key, merged.conflicts, sides.theirs.path.name, project.author)
    sides.report.conflicts += len(merged.conflicts)


def open_conflicts(project: Project) -> list[OpenConflict]:
    """Return the conflicts of a project that nobody has resolved."""
    with project._reading() as db:
        return conflicts.still_open(db)


class Resolution(NamedTuple):
    """How a conflict was resolved: the layer after it, the edit, and its log entry (None where nothing changed)."""

    id: int
    conflict: Conflict
    layer: Layer
    edit: Edit
    entry: int | None


def resolve_conflict(project: Project, conflict_id: int, choice: Choice, theirs: Collection[str] = ()) -> Resolution:
    """Resolve a conflict: one transaction changes the layer and closes it; ``theirs`` as ``resolve`` has it.

    Raises UserError ``conflict-missing``, ValueError for a choice that ``core.history.merge.choices`` does not give.
    """
    with project.transaction():
        found = conflicts.one(project._db, conflict_id)
        layer = project.working_layer(found.article, found.annotator)
        edit, entry = resolve(layer, found.conflict, choice, theirs), None
        if edit:
            layer, entry = project.commit(layer, edit)
        conflicts.close(project._db, conflict_id, choice, project.author)
        return Resolution(conflict_id, found.conflict, layer, edit, entry)


def reopen_conflict(project: Project, done: Resolution) -> Layer:
    """Take a resolution back: the layer is as it was before it, the conflict waits again; return the layer.

    Raises StaleEdit where what it changed has been changed since; nothing is taken back then.
    """
    with project.transaction():
        layer = project.working_layer(done.layer.article.id, done.layer.annotator)
        if done.edit:
            layer, _ = project.commit(layer, done.edit.inverse(), undoes=done.entry)
        conflicts.reopen(project._db, done.id)
        return layer


def are_related(project: Project, path: Path) -> bool:
    """Tell whether the project at ``path`` is a copy of this one: an article with its text, or an edit, is in both.

    A project without articles is related to every other. Raises what ``Project.open`` raises for the other file.
    """
    asked = (
        ("SELECT id, digest FROM article", "SELECT 1 FROM article WHERE id = ? AND digest = ?"),
        ("SELECT uid FROM log", "SELECT 1 FROM log WHERE uid = ?"),
    )
    with Project.open(path, project.author, read_only=True) as other, project._reading() as ours:
        theirs = other._db
        if any(db.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None for db in (ours, theirs)):
            return True
        return any(ours.execute(here, row).fetchone() for there, here in asked for row in theirs.execute(there))
