"""A search index that is open: locked by whoever takes in changes, read by everybody, thrown away where damaged."""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.errors import UserError
from core.store.connection import reporting, writing
from core.store.database import Database
from core.store.lock import Lock
from core.store.search_index import changes, columns, items, location, registered, words
from core.store.search_index import reading as project_rows
from core.store.search_index.changes import Changes, Stamp
from core.store.search_index.location import Unusable, unusable
from core.store.search_index.reading import Facts, LayerRead

if TYPE_CHECKING:
    from core.store.project import Project

GoOn = Callable[[], bool]
Look: TypeAlias = Database
"""One consistent look at an index, which the functions of ``asking`` and ``words`` read; nobody else reads it."""
RECIPE = "recipe"
"""The fact that names how words were made."""
EDITION = "edition"
"""The fact that is drawn anew with every change."""
POLL_SECONDS = 0.1


class SearchIndex:
    """The index of one project. All methods may be called from any thread; they take turns."""

    def __init__(self, project: Project, recipe: str) -> None:
        """Find where it is; ``recipe`` names how words are folded: an index of another is made anew."""
        self.project = project
        self._recipe = recipe
        self._location = location.location_of(project.path)
        self._db: Database | None = None
        self._inode = (0, 0)
        self.turn = threading.RLock()

    @property
    def path(self) -> os.PathLike[str]:
        return self._location.file

    @property
    def elsewhere(self) -> UserError | None:
        """Why the index is not beside the project, where it is not."""
        return self._location.why

    def close(self) -> None:
        """Close it; a second call does nothing."""
        with self.turn:
            self._drop_connection()
            if self._location.private is not None:
                self._location.private.remove()

    def _drop_connection(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    @property
    def db(self) -> Database:
        """The connection; Unusable where there is no index that can be believed."""
        if self._inode != _identity(self._location.file):
            self._drop_connection()  # another process made it anew
        if self._db is None:
            identity = _identity(self._location.file)
            found = location.open_file(self._location.file)
            with contextlib.ExitStack() as undo, unusable(self._location.file):
                undo.callback(found.close)
                row = found.execute("SELECT value FROM fact WHERE name = ?", [RECIPE]).fetchone()
                if row is None or row[0] != self._recipe:
                    raise Unusable("another version of Citata made it")
                undo.pop_all()
            self._db, self._inode = found, identity
        return self._db

    @contextlib.contextmanager
    def reading(self) -> Iterator[Database]:
        """Give the connection for one consistent look; Unusable where the index turns out to be damaged."""
        with self.turn, unusable(self._location.file):
            db = self.db
            if db.conn.in_transaction:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    def is_ready(self) -> bool:
        """Tell whether there is an index that has taken in the project whole at least once."""
        with contextlib.suppress(Unusable), self.reading() as db:
            return changes.stored_stamp(db) is not None
        return False

    def exists(self) -> bool:
        """Tell whether there is a file at all."""
        return self._location.file.exists()

    def identity(self) -> tuple[int, int]:
        """Return which file the index is; another one where it was made anew."""
        return _identity(self._location.file)

    def edition(self) -> str:
        """Return what is another one after every change of the index; Unusable while it is being made."""
        with self.reading() as db:
            if changes.stored_stamp(db) is None:
                raise Unusable("it is not whole yet")
            return str(db.execute("SELECT value FROM fact WHERE name = ?", [EDITION]).fetchone()[0])

    def is_current(self) -> bool:
        """Tell whether the project is as the index has taken it in; cheap. Unusable as ``reading``."""
        now = self._stamp()
        with self.reading() as db:
            return changes.stored_stamp(db) == now

    def _stamp(self) -> Stamp:
        with self.project._reading() as project:
            return changes.stamp_of(project, self.project.path)

    @contextlib.contextmanager
    def writing(self, going_on: GoOn, *, may_read: bool = True) -> Iterator[bool]:
        """Hold the right to change the index; False where another process has it and there is one to read meanwhile.

        Waits while there is none; False too where ``going_on`` says that nobody wants it any more.
        """
        taken = Lock.take(self._location.file)
        while not isinstance(taken, Lock):
            if not going_on() or (may_read and self.is_ready()):
                yield False
                return
            time.sleep(POLL_SECONDS)
            taken = Lock.take(self._location.file)
        try:
            yield True
        finally:
            taken.release()

    # -- by whoever holds the lock -----------------------------------------------------------------------------------

    def start(self) -> None:
        """Make an empty index, in place of one that is there."""
        with self.turn, reporting(self._location.file):
            self._drop_connection()
            location.throw_away(self._location.file)
            made = location.make_file(self._location.file)
            with contextlib.closing(made), unusable(self._location.file), writing(made):
                self._set(made, RECIPE, self._recipe)
                self._set(made, EDITION, secrets.token_hex(8))

    def changes(self) -> tuple[Changes, Stamp]:
        """Return what is to be taken in, and the state that the project is in; raises changes.Another."""
        with self.reading() as db, self.project._reading() as project:
            now = changes.stamp_of(project, self.project.path)
            return changes.changes(project, db, changes.stored_stamp(db), now), now

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Database]:
        with self.turn, unusable(self._location.file), writing(self.db):
            self._set(self.db, EDITION, secrets.token_hex(8))
            yield self.db

    @staticmethod
    def _set(db: Database, name: str, value: str) -> None:
        sql = "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        db.execute(sql, [name, value])

    def drop(self, found: Changes) -> None:
        """Take out what is gone from the project."""
        with self._changing() as db:
            of = "SELECT DISTINCT article FROM layer WHERE key IN (SELECT value FROM json_each(?))"
            articles = db.execute(of, [msgspec.json.encode(found.gone_layers).decode()]).fetchall()
            items.drop_layers(db, found.gone_layers)
            items.choose_best(db, [int(row[0]) for row in articles])
            items.drop_articles(db, found.gone)

    def texts(self, keys: Sequence[int]) -> list[tuple[Facts, str]]:
        """Return facts and texts of articles of the project by row numbers."""
        with self.project._reading() as project:
            return project_rows.read_articles(project, keys, self.project.path)

    def layers(self, keys: Sequence[int]) -> list[LayerRead]:
        """Return layers of the project by row numbers."""
        with self.project._reading() as project:
            return project_rows.read_layers(project, keys, self.project.path)

    def layers_of(self, articles: Sequence[int]) -> list[int]:
        """Return the row numbers of the layers of articles."""
        with self.project._reading() as project:
            return project_rows.layers_of(project, articles)

    def number_forms(self, forms: Sequence[str], lemmas: words.Lemmas) -> dict[str, int]:
        """Return the numbers of forms; new ones get one."""
        with self._changing() as db:
            return words.add_forms(db, forms, lemmas)

    def add_texts(
        self, articles: Sequence[Facts], ids: Sequence[NDArray[np.uint32]], begins: Sequence[Sequence[int]]
    ) -> None:
        """Take in texts, as the numbers of their words; ``begins``: the words of each that begin a paragraph."""
        with self._changing() as db:
            items.write_texts(db, articles, ids, begins)

    def add_facts(self, articles: Sequence[Facts]) -> None:
        """Take in what changed of articles beside their texts."""
        with self._changing() as db:
            items.write_facts(db, articles)

    def add_layers(self, found: Sequence[items.LayerRows]) -> None:
        """Take in layers."""
        with self._changing() as db:
            items.write_layers(db, found)

    def take_register(self) -> None:
        """Take in the project's register of sources, where it is another one."""
        with self.project._reading() as project:
            found = registered.read(project, self.project.path)
        with self.reading() as db:
            if registered.known(db) == found:
                return
        with self._changing() as db:
            registered.write(db, found)

    def missing_columns(self) -> list[tuple[int, int]]:
        """Return the chunks of columns that are to be packed."""
        with self.reading() as db:
            return columns.missing(db)

    def pack_columns(self, chunks: Sequence[tuple[int, int]]) -> None:
        """Pack some of them."""
        with self._changing() as db:
            columns.pack_chunks(db, chunks)

    def finish(self, stamp: Stamp) -> None:
        """Say that the index has taken in the project whole, as it was at ``stamp``."""
        with self._changing() as db:
            self._set(db, changes.STAMP, msgspec.json.encode(stamp).decode())

    def waste(self) -> float:
        """Return which share of the words belongs to no article any more."""
        with self.reading() as db:
            every = words.end_of(db)
            claimed = db.execute("SELECT coalesce(sum(words + 1), 0) FROM article").fetchone()[0]
            return 1 - claimed / every if every else 0.0


def _identity(path: os.PathLike[str]) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino
