"""A project file, open: the one place where articles, layers and edits are read and written.

Every change goes through ``commit``: one transaction writes the rows that the edit touches and the log entry, and has
them on the disk before it returns. One process writes; a second one that opens the file looks (``holder`` says who
writes). All methods may be called from any thread; they take turns.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from sqlite_utils import Database

from core.errors import StaleEdit, UserError
from core.layer import Edit, Layer
from core.model import AUTO, Article, Head, Status
from core.schema import Schema, check_schema, read_schema, standard, write_schema
from core.store import articles, layers, log
from core.store.articles import EVERY, ArticleQuery, ArticleRow
from core.store.connection import peek, reporting, writing
from core.store.lock import Holder, Lock
from core.store.log import LogEntry
from core.store.migrations import VERSION, migrate
from core.store.opening import make_file, open_to_look, open_to_write, ready_to_commit
from core.store.rows import write_json


class Project:
    """An open project. Make one with ``create`` or ``open``; close it, or use it as a context manager."""

    def __init__(self, path: Path, author: str) -> None:
        self.path = path
        self.author = author
        self.holder: Holder | None = None
        """Who writes, where it is not us."""
        self.read_only_because: UserError | None = None
        """Why nothing can be written; None where it can."""
        self._db: Database
        self._lock: Lock | None = None
        self._copy: Path | None = None
        self._place: os.stat_result | None = None
        self._turn = threading.RLock()
        self._depth = 0
        self.schema: Schema

    # -- opening and closing ---------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, author: str, schema: Schema | None = None) -> Project:
        """Make a new project file and open it; UserError ``file-exists``, ``disk-full``, ``file-read-only`` …"""
        make_file(path, schema or standard())
        return cls.open(path, author)

    @classmethod
    def open(cls, path: Path, author: str, *, read_only: bool = False) -> Project:
        """Open a project file.

        Raises UserError ``file-missing``, ``file-not-ours``, ``file-newer``, ``file-damaged``, ``file-foreign-schema``
        or ``file-locked``, with nothing touched. Where another process writes, or the disk takes no writing, the
        project is read-only and ``read_only_because`` says why.
        """
        project = cls(Path(path), author)
        peek(project.path)
        if read_only:
            project._look(UserError("project-read-only", path=str(path)))
        else:
            project._open_best()
        return project

    def _open_best(self) -> None:
        try:
            taken = Lock.take(self.path)
        except OSError as error:
            self._look(UserError("file-read-only", path=str(self.path), reason=error.strerror or str(error)))
            return
        if isinstance(taken, Holder):
            self.holder = taken
            self._look(_held(self.path, taken))
            return
        try:
            self._write(taken)
        except UserError as error:
            taken.release()
            if error.code not in ("file-read-only", "file-cannot-open"):
                raise
            self._look(error)
        except BaseException:
            taken.release()
            raise

    def _write(self, lock: Lock) -> None:
        with reporting(self.path):
            self._db = open_to_write(self.path)
            try:
                if self._db.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                    migrate(self._db)
                ready_to_commit(self._db)
                self._place = self.path.stat()
                self._read_schema()
            except BaseException:
                self._db.close()
                raise
        self._lock, self.holder, self.read_only_because = lock, None, None

    def _look(self, why: UserError) -> None:
        self._db, self._copy = open_to_look(self.path)
        self.read_only_because = why
        self._read_schema()

    def _read_schema(self) -> None:
        row = self._db.execute("SELECT value FROM value WHERE key = 'schema'").fetchone()
        self.schema = standard() if row is None else read_schema(row[0].encode(), str(self.path))

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self.read_only_because is not None

    def take_over(self) -> None:
        """Become the writer, now that the holder is gone; raises UserError ``project-held`` while it is not."""
        with self._turn:
            if not self.read_only:
                return
            with reporting(self.path):
                taken = Lock.take(self.path)
            if isinstance(taken, Holder):
                self.holder = taken
                raise _held(self.path, taken)
            before, copy = self._db, self._copy
            try:
                self._write(taken)
            except BaseException:
                taken.release()
                self._db = before
                raise
            before.close()
            self._copy = None
            _remove(copy)

    def close(self) -> None:
        """Close the file and give the lock back; a second call does nothing."""
        with self._turn:
            self._db.close()
            _remove(self._copy)
            self._copy = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- transactions ----------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep every change made in the block, or none: one disk write for many articles (import, pre-annotation).

        What the block commits is on the disk when the block ends, not before.
        """
        with self._turn, self._changing():
            yield

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        if self.read_only_because is not None:
            raise self.read_only_because
        if self._depth:
            yield
            return
        with reporting(self.path):
            self._check_place()
            self._depth = 1
            try:
                with writing(self._db):
                    yield
            finally:
                self._depth = 0
            self._check_place()

    def _check_place(self) -> None:
        """Refuse to write into a file that was removed or replaced: what is written there nobody would find again."""
        try:
            here = self.path.stat()
        except OSError as error:
            raise UserError("file-gone", path=str(self.path), reason=error.strerror or str(error)) from error
        if self._place is None or not os.path.samestat(here, self._place):
            raise UserError("file-gone", path=str(self.path), reason="another file stands in its place")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._turn, reporting(self.path):
            yield self._db

    # -- articles --------------------------------------------------------------------------------------------------

    def add_article(self, article: Article) -> None:
        """Add an article; UserError ``article-exists``, or ``article-differs`` (that id with another text)."""
        with self._turn, self._changing():
            articles.add_article(self._db, article, log.now())

    def article(self, article_id: str) -> Article:
        """Return an article; UserError ``article-missing``, ``article-damaged``."""
        with self._reading() as db:
            return articles.read_article(db, articles.key_of(db, article_id), self.path)

    def has_article(self, article_id: str) -> bool:
        """Tell whether the project has an article of that id."""
        with self._reading() as db:
            return articles.find_key(db, article_id) is not None

    def article_rows(
        self, annotator: str, query: ArticleQuery = EVERY, offset: int = 0, limit: int | None = None
    ) -> list[ArticleRow]:
        """Return a page of the article list as ``annotator`` sees it."""
        with self._reading() as db:
            return articles.article_rows(db, annotator, query, offset, limit)

    def article_count(self, annotator: str, query: ArticleQuery = EVERY) -> int:
        """Return how many articles the query finds."""
        with self._reading() as db:
            return articles.article_count(db, annotator, query)

    # -- layers ----------------------------------------------------------------------------------------------------

    def annotators(self) -> list[str]:
        """Return everybody who has a layer, by name; ``auto`` and ``adjudicated`` among them."""
        with self._reading() as db:
            found = db.execute("SELECT DISTINCT annotator FROM layer ORDER BY annotator").fetchall()
            return [row[0] for row in found]

    def layers_of(self, article_id: str) -> list[str]:
        """Return whose layers an article has, by name."""
        with self._reading() as db:
            key = articles.key_of(db, article_id)
            found = db.execute("SELECT annotator FROM layer WHERE article = ? ORDER BY annotator", [key]).fetchall()
            return [row[0] for row in found]

    def layer(self, article_id: str, annotator: str) -> Layer | None:
        """Return the annotator's layer of an article, or None where none is stored."""
        with self._reading() as db:
            key = articles.key_of(db, article_id)
            at = layers.stored(db, key, annotator)
            if at is None:
                return None
            article = articles.read_article(db, key, self.path)
            return layers.read_layer(db, article, annotator, at, self.path)

    def working_layer(self, article_id: str, annotator: str) -> Layer:
        """Return the annotator's layer; where none is stored, what the first edit will start from.

        That is the pre-annotation's items, or nothing. It is stored whole by the first ``commit``.
        """
        found = self.layer(article_id, annotator)
        if found is not None:
            return found
        auto = self.layer(article_id, AUTO) if annotator != AUTO else None
        if auto is None:
            return Layer(self.article(article_id), annotator)
        return Layer(auto.article, annotator, auto.items.values())

    def commit(self, layer: Layer, edit: Edit, *, undoes: int | None = None) -> tuple[Layer, int]:
        """Apply ``edit`` to ``layer``, have rows and log entry on the disk, return the new layer and the entry's id.

        Raises StaleEdit where the edit does not fit the layer or the file, UserError (``disk-full``, ``file-locked``,
        ``file-read-only``, ``file-gone`` …) where it cannot be written; nothing is changed then and the same call may
        be tried again. ``undoes`` is the id of the entry that this edit takes back.
        """
        after = layer.apply(edit)
        with self._turn, self._changing():
            db, now = self._db, log.now()
            text = layer.article.text
            article = articles.check_text(db, layer.article)
            at = layers.stored(db, article, layer.annotator)
            if at is None:
                at = layers.start(db, article, layer.annotator, now)
                self._store_start(at, layer, now)
            else:
                layers.check_fresh(db, at, edit, self.path)
            layers.write_edit(db, at.key, after.head, edit, text, now)
            entry = log.write_entry(db, at.key, edit, self.author, now, undoes)
        return after, entry

    def _store_start(self, at: layers.Stored, layer: Layer, now: str) -> None:
        items = tuple(layer.items.values())
        changed = layer.head != Head()
        first = Edit("start", (Head(),) if changed else (), (layer.head, *items) if changed else items)
        if first:
            layers.write_edit(self._db, at.key, layer.head, first, layer.article.text, now)
            log.write_entry(self._db, at.key, first, self.author, now)

    # -- history ---------------------------------------------------------------------------------------------------

    def history(self, article_id: str, annotator: str, *, item: str | None = None) -> list[LogEntry]:
        """Return every edit of a layer, the oldest first; of one item of it, where ``item`` is given."""
        with self._reading() as db:
            at = layers.stored(db, articles.key_of(db, article_id), annotator)
            return [] if at is None else list(log.entries(db, at.key, self.path, item=item))

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
                "SELECT a.key, a.id, l.annotator, l.status FROM layer AS l JOIN article AS a ON a.key = l.article"
                " ORDER BY a.key, l.annotator"
            ).fetchall()
        for key, article_id, annotator, status in found:
            if wanted is not None and annotator not in wanted:
                continue
            if (states is None or status in states) and (chosen is None or article_id in chosen):
                with self._reading() as db:
                    article = articles.read_article(db, key, self.path)
                    at = layers.stored(db, key, annotator)
                    layer = layers.read_layer(db, article, annotator, at, self.path) if at is not None else None
                if layer is not None:
                    yield article, layer

    # -- values ----------------------------------------------------------------------------------------------------

    def value(self, key: str) -> Any:
        """Return a small value of the project (anything that JSON has), or None where it is not set."""
        with self._reading() as db:
            row = db.execute("SELECT value FROM value WHERE key = ?", [key]).fetchone()
            return None if row is None else msgspec.json.decode(row[0])

    def set_value(self, key: str, value: object) -> None:
        """Set a small value of the project; None takes it away. ``schema`` has ``set_schema``."""
        with self._turn, self._changing():
            if value is None:
                self._db.execute("DELETE FROM value WHERE key = ?", [key])
            else:
                self._db.execute("INSERT OR REPLACE INTO value (key, value) VALUES (?, ?)", [key, write_json(value)])

    def set_schema(self, schema: Schema) -> None:
        """Give the project other labels; UserError ``schema-invalid``."""
        check_schema(schema, str(self.path))
        with self._turn, self._changing():
            self._db.execute(
                "INSERT OR REPLACE INTO value (key, value) VALUES ('schema', ?)", [write_schema(schema).decode()]
            )
        self.schema = schema


def _held(path: Path, holder: Holder) -> UserError:
    facts = {"user": holder.user, "machine": holder.machine, "pid": holder.pid}
    return UserError("project-held", path=str(path), since=f"{holder.since:%Y-%m-%d %H:%M} UTC", **facts)


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
