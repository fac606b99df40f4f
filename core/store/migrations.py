"""The tables of a project file, as an append-only list of migrations: a released one is never changed.

``user_version`` is the number of the last migration applied. ``expected_schema`` builds the schema of any version in
memory, so that a file can be compared with ours before anything in it is used.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from datetime import UTC, datetime

from core.store.database import Database

APPLICATION_ID = 0x43495441
"""``CITA`` in ASCII, in the header of every project file; ``file(1)`` shows it."""

# Articles, layers, items, the edit log, project values and assignments.
_FIRST = """
CREATE TABLE value (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, digest TEXT NOT NULL, length INTEGER NOT NULL,
  sought TEXT NOT NULL, added_at TEXT NOT NULL
);
CREATE TABLE article_text (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE, text TEXT NOT NULL, meta TEXT NOT NULL
);
CREATE TABLE layer (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (key), annotator TEXT NOT NULL,
  status TEXT NOT NULL, note TEXT NOT NULL, flags TEXT NOT NULL, extra TEXT NOT NULL,
  settled INTEGER NOT NULL, total INTEGER NOT NULL, started_at TEXT NOT NULL, changed_at TEXT NOT NULL,
  UNIQUE (article, annotator)
);
CREATE INDEX layer_annotator ON layer (annotator, status);
CREATE TABLE actor (
  layer INTEGER NOT NULL REFERENCES layer (key), id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT,
  note TEXT NOT NULL, extra TEXT NOT NULL,
  PRIMARY KEY (layer, id)
) WITHOUT ROWID;
CREATE TABLE entity (
  layer INTEGER NOT NULL REFERENCES layer (key), id TEXT NOT NULL, label TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, actor TEXT, state TEXT NOT NULL, score REAL, rule TEXT,
  note TEXT NOT NULL, flags TEXT NOT NULL, extra TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (layer, id),
  FOREIGN KEY (layer, actor) REFERENCES actor (layer, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (0 <= start AND start < "end")
) WITHOUT ROWID;
CREATE INDEX entity_actor ON entity (layer, actor) WHERE actor IS NOT NULL;
CREATE INDEX entity_flags ON entity (layer) WHERE flags <> '[]';
CREATE TABLE quotation (
  layer INTEGER NOT NULL REFERENCES layer (key), id TEXT NOT NULL, form TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, ranges TEXT NOT NULL,
  cue_start INTEGER, cue_end INTEGER, mention_start INTEGER, mention_end INTEGER, speaker TEXT, parent TEXT,
  state TEXT NOT NULL, score REAL, rule TEXT, note TEXT NOT NULL, flags TEXT NOT NULL, extra TEXT NOT NULL,
  text TEXT NOT NULL, cue TEXT, mention TEXT,
  PRIMARY KEY (layer, id),
  FOREIGN KEY (layer, speaker) REFERENCES actor (layer, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (layer, parent) REFERENCES quotation (layer, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (0 <= start AND start < "end")
) WITHOUT ROWID;
CREATE INDEX quotation_speaker ON quotation (layer, speaker) WHERE speaker IS NOT NULL;
CREATE INDEX quotation_parent ON quotation (layer, parent) WHERE parent IS NOT NULL;
CREATE INDEX quotation_flags ON quotation (layer) WHERE flags <> '[]';
CREATE TABLE log (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, layer INTEGER NOT NULL REFERENCES layer (key),
  at TEXT NOT NULL, author TEXT NOT NULL, name TEXT NOT NULL, removed TEXT NOT NULL, added TEXT NOT NULL,
  undoes INTEGER REFERENCES log (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX log_layer ON log (layer, id);
CREATE INDEX log_undoes ON log (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE assignment (
  article INTEGER NOT NULL REFERENCES article (key), annotator TEXT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL,
  PRIMARY KEY (article, annotator)
) WITHOUT ROWID;
CREATE INDEX assignment_annotator ON assignment (annotator);
"""


# What an annotator starts an assigned article from, and the threads of comments on layers and their items.
_REVIEWING = """
ALTER TABLE assignment ADD COLUMN start TEXT NOT NULL DEFAULT 'proposals';
CREATE TABLE comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article (key),
  annotator TEXT NOT NULL, item TEXT, at TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL,
  answers INTEGER REFERENCES comment (id), settles INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX comment_annotator ON comment (annotator, article);
CREATE INDEX comment_article ON comment (article);
"""


# Conflicts that merging left open, and the edits of the other copy that a merge took in as one.
_MERGING = """
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, layer INTEGER NOT NULL REFERENCES layer (key),
  item TEXT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, source TEXT NOT NULL,
  base TEXT NOT NULL, ours TEXT NOT NULL, theirs TEXT NOT NULL,
  settled_at TEXT, settled_by TEXT, choice TEXT
);
CREATE INDEX conflict_open ON conflict (layer) WHERE settled_at IS NULL;
CREATE TABLE branch (
  uid TEXT NOT NULL, layer INTEGER NOT NULL REFERENCES layer (key), merge INTEGER NOT NULL REFERENCES log (id),
  number INTEGER NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, name TEXT NOT NULL,
  removed TEXT NOT NULL, added TEXT NOT NULL,
  PRIMARY KEY (layer, uid)
) WITHOUT ROWID;
CREATE INDEX branch_merge ON branch (merge, number);
"""


# Which fields of a person's work the program guessed, and the other names of actors.
_GUESSED_FIELDS = """
ALTER TABLE entity ADD COLUMN guessed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE quotation ADD COLUMN guessed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE actor ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
"""


# Articles that are removed, and the log of what was changed of articles: title, details, removed or not.
_ARTICLE_EDITS = """
CREATE TABLE removed (
  article INTEGER NOT NULL PRIMARY KEY REFERENCES article (key), after INTEGER NOT NULL, at TEXT NOT NULL,
  author TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE article_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article (key),
  act TEXT NOT NULL, after INTEGER NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, name TEXT NOT NULL,
  was TEXT NOT NULL, becomes TEXT NOT NULL, undoes TEXT
);
CREATE INDEX article_log_article ON article_log (article, id);
"""


# The register of sources, its log, and which source an actor is.
_REGISTER = """
ALTER TABLE actor ADD COLUMN source TEXT;
CREATE INDEX actor_source ON actor (source) WHERE source IS NOT NULL;
CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, kind TEXT, gender TEXT, aliases TEXT NOT NULL, role TEXT NOT NULL,
  note TEXT NOT NULL, identifier TEXT NOT NULL, merged TEXT, extra TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE source_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, source TEXT NOT NULL, act TEXT NOT NULL,
  after INTEGER NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, name TEXT NOT NULL, was TEXT NOT NULL,
  becomes TEXT NOT NULL, links TEXT NOT NULL, undoes TEXT
);
CREATE INDEX source_log_source ON source_log (source, id);
"""

SCRIPTS = {
    "0001": _FIRST,
    "0002": _REVIEWING,
    "0003": _MERGING,
    "0004": _GUESSED_FIELDS,
    "0005": _ARTICLE_EDITS,
    "0006": _REGISTER,
}
"""The migrations by the names under which a file says that it has them."""
VERSION = 6
"""The schema version that this program writes: the number of migrations."""


# Which migrations a file has, as sqlite-utils wrote it down, which made the files of earlier builds: both open in both.
_BOOKKEEPING = """
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")
"""
_NOTE = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('citata', ?, ?)"


def migrate(db: Database, to: int = VERSION) -> None:
    """Bring ``db`` to version ``to`` in one transaction: all pending migrations and ``user_version``, or nothing."""
    with contextlib.ExitStack() as undo:
        db.execute("BEGIN IMMEDIATE")
        undo.callback(db.rollback)  # does nothing after the commit
        for name in sorted(SCRIPTS.keys() - _applied(db)):
            if int(name) <= to:
                _run(db, SCRIPTS[name])
                db.execute(_NOTE, (name, str(datetime.now(UTC))))
        db.execute(f"PRAGMA user_version = {to:d}")
        db.execute("COMMIT")


def _applied(db: Database) -> set[str]:
    """Return the names of the migrations that a file has; make the table of them where there is none."""
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone() is None:
        _run(db, _BOOKKEEPING)
    return {row[0] for row in db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'citata'")}


def _run(db: Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement.strip().removesuffix(";"))


@functools.cache
def expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    """Return the schema of ``version`` as (type, name, SQL) of everything in it."""
    db = Database(sqlite3.connect(":memory:", isolation_level=None))
    migrate(db, version)
    found = schema_of(db)
    db.close()
    return found


def schema_of(db: Database) -> frozenset[tuple[str, str, str]]:
    """Return what ``db`` says is in it; reads the schema as data and runs nothing of it."""
    rows = db.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    # How the bookkeeping is worded was never ours to pin: a release of the library that made it worded it otherwise.
    return frozenset((kind, name, "" if "_sqlite_migrations" in name else sql) for kind, name, sql in rows)
