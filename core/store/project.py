"""A project: articles, layers, and ``commit``, the one way to change anything in them.

A commit is one transaction: it writes the rows that the edit touches and the log entry, and has them on the disk before
it returns. All methods may be called from any thread: who writes takes turns, who reads
waits for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from core.collecting import without_collecting
from core.errors import StaleEdit, UserError
from core.language import letters
from core.model import Article, Head, Status, is_machine
from core.model.layer import Edit, Layer
from core.model.schema import Schema, check_schema, write_schema
from core.model.scope import EVERYTHING, SCOPE, Scope, read_scope
from core.store import articles, conflicts, layers, log, review, rows, shown
from core.store.database import Database
from core.store.log import LogEntry
from core.store.project_articles import ProjectArticles

_LAYER_HERE = "NOT EXISTS (SELECT 1 FROM removed AS r WHERE r.article = a.article)"


class _Offer(NamedTuple):
    """A working layer that was given out unstored, and the pre-annotation that it is the same as."""

    layer: Layer
    auto: int
    version: int


class Project(ProjectArticles):
    """An open project. Make one with ``create`` or ``open``; close it, or use it as a context manager."""

    _offer: _Offer | None = None

    # -- layers ----------------------------------------------------------------------------------------------------

    def annotators(self) -> list[str]:
        """Return everybody who has a layer, by name; ``auto`` and ``adjudicated`` among them."""
        with self._reading() as db:
            sql = f"SELECT DISTINCT annotator FROM layer AS a WHERE {_LAYER_HERE}"  # noqa: S608
            return sorted(rows.words(db.execute(sql)), key=letters)

    def labels_used(self) -> list[str]:
        """Return the labels that entities of any layer bear, rejected ones too."""
        with self._reading() as db:
            return rows.words(db.execute("SELECT DISTINCT label FROM entity ORDER BY label"))

    def flags_used(self) -> list[str]:
        """Return the flags that articles and items of any layer bear."""
        sql = " UNION ".join(
            f"SELECT f.value FROM {table} AS t, json_each(t.flags) AS f WHERE t.flags <> '[]'"  # noqa: S608
            for table in ("layer", "quotation", "entity")
        )
        with self._reading() as db:
            return sorted((str(row[0]) for row in db.execute(sql).fetchall()), key=letters)

    def digests(self) -> dict[str, str]:
        """Return the id of the first article of every text, by the text's digest."""
        with self._reading() as db:
            sql = f"SELECT a.digest, a.id FROM article AS a WHERE {articles.HERE} ORDER BY a.key DESC"  # noqa: S608
            found = db.execute(sql).fetchall()
            return {row[0]: rows.read_text(row[1]) for row in found}

    def conflicts_open(self) -> int:
        """Return how many conflicts of merges nobody has resolved."""
        with self._reading() as db:
            return conflicts.count_open(db)

    def layers_of(self, article_id: str) -> list[str]:
        """Return whose layers an article has, by name."""
        with self._reading() as db:
            key = articles.key_of(db, article_id)
            found = rows.words(db.execute("SELECT annotator FROM layer WHERE article = ?", [key]))
            return sorted(found, key=letters)

    def layer(self, article_id: str, annotator: str) -> Layer | None:
        """Return the annotator's layer of an article, or None where none is stored."""
        with self._reading() as db:
            key = articles.key_of(db, article_id)
            at = layers.stored(db, key, annotator)
            if at is None:
                return None
            article = articles.read_article(db, key, self.path)
            return layers.read_layer(db, article, annotator, at, self.path)

    def has_proposals(self, article_id: str, annotator: str) -> bool:
        """Tell whether the annotator starts an article from proposals of the pre-annotation."""
        with self._reading() as db:
            key = articles.key_of(db, article_id)
            return shown.proposals_of(db, key)[1] is not None and review.starts_from_proposals(db, key, annotator)

    def proposals_shown(self, article_id: str) -> str:
        """Return whose proposals an article starts from: the chosen proposer's layer, ``auto`` where it has none."""
        with self._reading() as db:
            return shown.proposals_of(db, articles.key_of(db, article_id))[0]

    def working_layer(self, article_id: str, annotator: str) -> Layer:
        """Return the annotator's layer; where none is stored, what the first edit will start from.

        That is the items of the proposals that the project shows (``core.store.shown``), or nothing: where there are
        none, or the article was given to the annotator without them. It is stored whole by the first ``commit``.
        """
        with self._reading() as db:
            found = self.layer(article_id, annotator)
            if found is not None:
                return found
            key = articles.key_of(db, article_id)
            proposals = not is_machine(annotator) and review.starts_from_proposals(db, key, annotator)
            auto = shown.proposals_of(db, key)[1] if proposals else None
            article = articles.read_article(db, key, self.path)
            if auto is None:
                return Layer(article, annotator)
            with without_collecting():
                made = layers.read_layer(db, article, annotator, layers.Stored(auto.key, Head()), self.path)
            self._offer = _Offer(made, auto.key, log.last_id(db, auto.key))
            return made

    def commit(self, layer: Layer, edit: Edit, *, undoes: int | None = None) -> tuple[Layer, int]:
        """Apply ``edit`` to ``layer``, have rows and log entry on the disk, return the new layer and the entry's id.

        Raises StaleEdit where the edit does not fit the layer or the file, UserError (``disk-full``, ``file-locked``,
        ``file-read-only``, ``file-gone`` …) where it cannot be written; nothing is changed then and the same call may
        be tried again. ``undoes`` is the id of the entry that this edit takes back.
        """
        after = layer.apply(edit)
        with self._turn, without_collecting(), self._changing() as db:
            now = log.now()
            article = articles.check_text(db, layer.article)
            at = layers.stored(db, article, layer.annotator)
            if at is None:
                at = layers.start(db, article, layer.annotator, now)
                self._store_start(db, at, layer, now)
            else:
                layers.check_current(db, at, edit, self.path)
            layers.write_edit(db, at.key, after.head, edit, layer.article.text, now)
            entry = log.write_entry(db, at.key, edit, self.author, now, undoes)
        return after, entry

    def add_annotated(self, layer: Layer, name: str) -> int:
        """Add an article with a layer of it, as one edit from nothing called ``name``; return the entry's id.

        What ``add_article`` and then ``commit`` do, without making and checking the same layer a second time. Raises
        UserError as they do.
        """
        with self._turn, without_collecting(), self._changing() as db:
            now = log.now()
            return self._store_first(db, articles.add_article(db, layer.article, now), layer, name, now)

    def add_layer(self, layer: Layer, name: str) -> int:
        """Store a layer where none is, as ``add_annotated`` does, of an article that is there.

        Raises StaleEdit where a layer is stored, UserError as ``commit`` does.
        """
        with self._turn, without_collecting(), self._changing() as db:
            article = articles.check_text(db, layer.article)
            if layers.stored(db, article, layer.annotator) is not None:
                raise StaleEdit(f"{name}: there is a layer of {layer.annotator} for {layer.article.id}")
            return self._store_first(db, article, layer, name, log.now())

    def _store_first(self, db: Database, article: int, layer: Layer, name: str, now: str) -> int:
        at = layers.start(db, article, layer.annotator, now, first=layer)
        return log.write_entry(db, at.key, log.first_edit(name, layer.everything()), self.author, now)

    def _store_start(self, db: Database, at: layers.Stored, layer: Layer, now: str) -> None:
        """Store what a layer starts from; rows of the pre-annotation are copied where it is that, unchanged."""
        first = log.first_edit("start", layer.everything())
        if not first:
            return
        offer = self._offer
        if offer is not None and offer.layer is layer and log.last_id(db, offer.auto) == offer.version:
            layers.copy_rows(db, offer.auto, at.key)
        else:
            layers.write_edit(db, at.key, layer.head, first, layer.article.text, now)
        log.write_entry(db, at.key, first, self.author, now)

    # -- history ---------------------------------------------------------------------------------------------------

    def history(self, article_id: str, annotator: str, *, item: str | None = None, after: int = 0) -> list[LogEntry]:
        """Return the edits of a layer, the oldest first; of one ``item`` of it; those after the entry of an id."""
        with self._reading() as db:
            at = layers.stored(db, articles.key_of(db, article_id), annotator)
            return [] if at is None else list(log.entries(db, at.key, self.path, item=item, after=after))

    def last_change(self, article_id: str, annotator: str, item: str) -> tuple[str, datetime] | None:
        """Return who changed an item of a layer last, and when; None where the log does not tell."""
        with self._reading() as db:
            at = layers.stored(db, articles.key_of(db, article_id), annotator)
            return None if at is None else log.last_change(db, at.key, item)

    def layer_at(self, article_id: str, annotator: str, log_id: int) -> Layer:
        """Return the layer as it was right after an entry of its log; UserError ``log-damaged``."""
        with self._reading() as db:
            key = articles.key_of(db, article_id)
            article = articles.read_article(db, key, self.path)
            at = layers.stored(db, key, annotator)
            if at is None:
                return Layer(article, annotator)
            try:
                items = log.replay(log.entries(db, at.key, self.path, upto=log_id))
                return Layer(article, annotator, items.values())
            except StaleEdit as error:
                raise UserError("log-damaged", path=str(self.path), id=article_id, reason=str(error)) from error

    # -- export ----------------------------------------------------------------------------------------------------

    def records(
        self,
        annotators: Iterable[str] | None = None,
        statuses: Iterable[Status] | None = None,
        article_ids: Iterable[str] | None = None,
    ) -> Iterator[tuple[Article, Layer]]:
        """Yield stored layers with their articles, in the order of the list; one at a time in memory."""
        wanted = None if annotators is None else set(annotators)
        states = None if statuses is None else {status.value for status in statuses}
        chosen = None if article_ids is None else set(article_ids)
        with self._reading() as db:
            found = db.execute(
                "SELECT a.key, a.id, l.annotator, l.status FROM layer AS l JOIN article AS a ON a.key = l.article"  # noqa: S608
                f" WHERE {articles.HERE} ORDER BY a.key, l.annotator"
            ).fetchall()
        for key, article_id, annotator, status in found:
            if wanted is not None and annotator not in wanted:
                continue
            if (states is None or status in states) and (chosen is None or article_id in chosen):
                with self._reading() as db:
                    article = articles.read_article(db, key, self.path)
                    at = layers.stored(db, key, annotator)
                    if at is None:  # an index that has another name than its row
                        raise layers.not_found(self.path, article_id, annotator)
                    layer = layers.read_layer(db, article, annotator, at, self.path)
                yield article, layer

    # -- values ----------------------------------------------------------------------------------------------------

    def value(self, key: str) -> Any:
        """Return a small value of the project (anything that JSON has), or None where it is not set."""
        with self._reading() as db:
            row = db.execute("SELECT value FROM value WHERE key = ?", [key]).fetchone()
            return None if row is None else rows.read_value(row[0])

    def set_value(self, key: str, value: object) -> None:
        """Set a small value of the project; None takes it away. ``schema`` has ``set_schema``."""
        with self._turn, self._changing() as db:
            if value is None:
                db.execute("DELETE FROM value WHERE key = ?", [key])
            else:
                db.execute("INSERT OR REPLACE INTO value (key, value) VALUES (?, ?)", [key, rows.write_json(value)])

    def scope(self) -> Scope:
        """Return what the project's annotators annotate."""
        return read_scope(self.value(SCOPE))

    def set_scope(self, scope: Scope) -> None:
        """Say what the project's annotators annotate; the counts of all layers follow."""
        with self._turn, self._changing() as db:
            self.set_value(SCOPE, None if scope == EVERYTHING else msgspec.to_builtins(scope))
            layers.recount(db)

    def set_schema(self, schema: Schema) -> None:
        """Give the project other labels; UserError ``schema-invalid``."""
        check_schema(schema, str(self.path))
        with self._turn, self._changing() as db:
            written = write_schema(schema).decode()
            db.execute("INSERT OR REPLACE INTO value (key, value) VALUES ('schema', ?)", [written])
        self.schema = schema
