"""The tables of a search index; a file with others is not believed.

``quotation`` and ``entity`` have all that counts ask for (by ``columns``, packed): ``best`` is 1 where the layer
speaks for its article (adjudicated, else the furthest of people's, else the pre-annotation), ``settled`` is 1 where a
person has decided, 0 of a proposal, -1 of a rejected item, ``said`` the number of words of the content. Their ``key``
says which spans are theirs. ``registered`` has every source of the project's register, a redirect as what it means.
"""

from __future__ import annotations

APPLICATION_ID = 0x43495453
"""``CITS`` in ASCII."""
VERSION = 2
"""The number of these tables: an index of another number is made anew."""

CONTENT, CUE, MENTION, ENTITY = 1, 2, 3, 4
"""What a span is to its item (the column ``part``)."""

SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE word (id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE);
CREATE TABLE lemma (lemma TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (lemma, word)) WITHOUT ROWID;
CREATE TABLE posting (key INTEGER PRIMARY KEY, positions BLOB NOT NULL);
CREATE TABLE segment (id INTEGER PRIMARY KEY, start INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE TABLE stream (chunk INTEGER PRIMARY KEY, ids BLOB NOT NULL);
CREATE TABLE paragraph (chunk INTEGER PRIMARY KEY, starts BLOB NOT NULL);
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE speaker (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, gender TEXT NOT NULL, folded TEXT NOT NULL,
  source TEXT NOT NULL, UNIQUE (name, kind, gender, source)
);
CREATE TABLE registered (
  id TEXT PRIMARY KEY, means TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, gender TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE label (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE cue (id INTEGER PRIMARY KEY, lemma TEXT NOT NULL UNIQUE);
CREATE TABLE article (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, digest TEXT NOT NULL, added_at TEXT NOT NULL,
  changed TEXT NOT NULL, here INTEGER NOT NULL, base INTEGER NOT NULL UNIQUE, words INTEGER NOT NULL,
  source INTEGER, date TEXT NOT NULL, month INTEGER
);
CREATE INDEX article_source ON article (source);
CREATE TABLE layer (
  key INTEGER PRIMARY KEY, article INTEGER NOT NULL, annotator TEXT NOT NULL, status TEXT NOT NULL,
  flags TEXT NOT NULL, best INTEGER NOT NULL, state TEXT NOT NULL, sums TEXT NOT NULL
);
CREATE INDEX layer_article ON layer (article);
CREATE TABLE quotation (
  key INTEGER PRIMARY KEY, layer INTEGER NOT NULL, article INTEGER NOT NULL, best INTEGER NOT NULL, id TEXT NOT NULL,
  form TEXT NOT NULL, state TEXT NOT NULL, settled INTEGER NOT NULL, score REAL, rule TEXT, speaker INTEGER,
  cue INTEGER, cue_text TEXT NOT NULL, mention_text TEXT NOT NULL, said INTEGER NOT NULL, parent TEXT,
  source INTEGER, month INTEGER, flags TEXT NOT NULL, noted INTEGER NOT NULL
);
CREATE INDEX quotation_layer ON quotation (layer);
CREATE INDEX quotation_article ON quotation (article, best);
CREATE TABLE entity (
  key INTEGER PRIMARY KEY, layer INTEGER NOT NULL, article INTEGER NOT NULL, best INTEGER NOT NULL, id TEXT NOT NULL,
  label INTEGER NOT NULL, state TEXT NOT NULL, settled INTEGER NOT NULL, score REAL, rule TEXT, actor INTEGER,
  text TEXT NOT NULL, source INTEGER, month INTEGER, flags TEXT NOT NULL, noted INTEGER NOT NULL
);
CREATE INDEX entity_layer ON entity (layer);
CREATE INDEX entity_article ON entity (article, best);
CREATE INDEX quotation_flags ON quotation (key) WHERE flags <> '[]';
CREATE INDEX entity_flags ON entity (key) WHERE flags <> '[]';
CREATE TABLE packed (key INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
CREATE TABLE span (
  key INTEGER PRIMARY KEY, part INTEGER NOT NULL, owner INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE INDEX span_owner ON span (part, owner, start, "end");
"""
"""``start`` and ``end`` of a span are words of the corpus, ``first`` and ``last`` code points of its article."""
