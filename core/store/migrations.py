"""The tables of a project file, as an append-only list of migrations: a released one is never changed.

``user_version`` is the number of the last migration applied. ``expected_schema`` builds the schema of any version in
memory, so that a file can be compared with ours before anything in it is used.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3

import sqlite_utils

from core.store.database import Database

APPLICATION_ID = 0x43495441
"""``CITA`` in ASCII, in the header of every project file; ``file(1)`` shows it."""

migrations = sqlite_utils.Migrations("citata")


def _run(db: sqlite_utils.Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement.strip().removesuffix(";"))


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


@migrations(name="0001")
def _first(db: sqlite_utils.Database) -> None:
    """Articles, layers, items, the edit log, project values and assignments."""
    _run(db, _FIRST)


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


@migrations(name="0002")
def _reviewing(db: sqlite_utils.Database) -> None:
    """What an annotator starts an assigned article from, and the threads of comments on layers and their items."""
    _run(db, _REVIEWING)


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


@migrations(name="0003")
def _merging(db: sqlite_utils.Database) -> None:
    """Conflicts that merging left open, and the edits of the other copy that a merge took in as one."""
    _run(db, _MERGING)


_GUESSED_FIELDS = """
ALTER TABLE entity ADD COLUMN guessed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE quotation ADD COLUMN guessed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE actor ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
"""


@migrations(name="0004")
def _guessed_fields(db: sqlite_utils.Database) -> None:
    """Which fields of a person's work the program guessed, and the other names of actors."""
    _run(db, _GUESSED_FIELDS)


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


@migrations(name="0005")
def _article_edits(db: sqlite_utils.Database) -> None:
    """Articles that are removed, and the log of what was changed of articles: title, details, removed or not."""
    _run(db, _ARTICLE_EDITS)


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


@migrations(name="0006")
def _register(db: sqlite_utils.Database) -> None:
    """The register of sources, its log, and which source an actor is."""
    _run(db, _REGISTER)


_LEARNING = """
CREATE TABLE learned (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, after INTEGER NOT NULL, at TEXT NOT NULL,
  author TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, undoes TEXT
);
"""


@migrations(name="0007")
def _learning(db: sqlite_utils.Database) -> None:
    """The log of what the project taught: switch, removals, imports, versions of the knowledge."""
    _run(db, _LEARNING)


VERSION = 7
"""The schema version that this program writes: the number of migrations."""


def migrate(db: Database, to: int = VERSION) -> None:
    """Bring ``db`` to version ``to`` in one transaction: all pending migrations and ``user_version``, or nothing."""
    stop = () if to >= VERSION else (f"{to + 1:04d}",)
    with contextlib.ExitStack() as undo:
        db.execute("BEGIN IMMEDIATE")
        undo.callback(db.rollback)  # does nothing after the commit
        migrations.apply(db, stop_before=stop)
        db.execute(f"PRAGMA user_version = {to:d}")
        db.execute("COMMIT")


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
    # How the library words its own bookkeeping is not ours to pin: another release of it may word it otherwise.
    return frozenset((kind, name, "" if migrations.migrations_table in name else sql) for kind, name, sql in rows)
