"""Order the articles that are still to be done by what settling them would teach, counted from what is stored.

Uncertainty sampling: what the program is least sure of teaches most (Settles, “Active Learning Literature Survey”,
2009, section 3.1), and what stands for many others is worth more (section 3.6, information density). An article’s
usefulness is

    1000 × (Σ (1 − score) over open proposals of the layer ``auto`` + Σ min(others, 10) ÷ 10 over new names) ÷ length

with length in code points, 500 at least. The first sum is the expected number of corrections, scores being calibrated.
New names are those of actors that no settled layer of a person has; ``others`` are the articles not yet begun that have
them too.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from core.model import AUTO, Status
from core.store.database import Database
from core.store.shown import by_people

PER = 1000
"""Code points that corrections are counted by."""
MANY = 10
"""Other articles in which a new name is worth one correction; more are worth no more."""
UNSURE = 0.5
"""The score of a proposal that has none."""
SHORT = 500
"""Code points that a shorter article is taken to have: a line of text with one name is not worth most."""

_OPEN = (
    "SELECT l.article, a.length,"
    " (SELECT coalesce(sum(1 - coalesce(e.score, :unsure)), 0) FROM entity AS e"
    " WHERE e.layer = l.key AND e.state = 'auto')"
    " + (SELECT coalesce(sum(1 - coalesce(q.score, :unsure)), 0) FROM quotation AS q"
    " WHERE q.layer = l.key AND q.state = 'auto')"
    " FROM layer AS l JOIN article AS a ON a.key = l.article WHERE l.annotator = :auto"
)
_NEW = (
    "WITH begun AS (SELECT article FROM layer AS l WHERE {people}),"
    " named AS (SELECT DISTINCT l.article, s.name FROM layer AS l JOIN actor AS s ON s.layer = l.key"
    " WHERE l.annotator = :auto AND l.article NOT IN (SELECT article FROM begun)),"
    " known AS (SELECT s.name FROM layer AS l JOIN actor AS s ON s.layer = l.key"
    " WHERE l.status IN ('done', 'in_review', 'reviewed') AND {people}),"
    " worth AS (SELECT name, min(count(*) - 1, :many) * 1.0 / :many AS part FROM named"
    " WHERE name NOT IN (SELECT name FROM known) GROUP BY name HAVING count(*) > 1)"
    " SELECT named.article, sum(worth.part) FROM named JOIN worth ON worth.name = named.name GROUP BY named.article"
).replace("{people}", by_people("l"))
_STUDIED = (
    "SELECT key, id FROM article WHERE key IN"
    " (SELECT article FROM assignment GROUP BY article HAVING count(*) > 1 OR max(start = 'nothing'))"
)
_STATE = "SELECT count(*), coalesce(max(changed_at), '') FROM layer WHERE annotator = ?"
_SETTLED = "SELECT count(*) FROM layer WHERE status IN ('done', 'in_review', 'reviewed')"
_DONE = frozenset(map(str, (Status.DONE, Status.IN_REVIEW, Status.REVIEWED)))


class Usefulness(NamedTuple):
    """What articles would teach, by their row numbers; ``state``: of what it was counted."""

    state: tuple[object, ...]
    of: dict[int, float]


def usefulness(db: Database, before: Usefulness | None = None) -> Usefulness:
    """Return what each article with proposals would teach; ``before`` itself while proposals and done are the same.

    Reads every proposal: for a thread.
    """
    state = (*db.conn.execute(_STATE, (AUTO,)).fetchone(), *db.conn.execute(_SETTLED).fetchone())
    if before is not None and before.state == state:
        return before
    values = {"auto": AUTO, "unsure": UNSURE, "many": MANY}
    new = dict(db.conn.execute(_NEW, {name: values[name] for name in ("auto", "many")}))
    found = db.conn.execute(_OPEN, {name: values[name] for name in ("auto", "unsure")})
    of = {key: PER * (doubt + new.get(key, 0.0)) / max(length, SHORT) for key, length, doubt in found}
    return Usefulness(state, of)


def studied(db: Database) -> dict[int, str]:
    """Return the articles of agreement studies, row numbers with ids.

    They are given to several people, or to one who starts from nothing; all of them, and whatever is compared with
    them, are to have the proposals of the shipped models.
    """
    return dict(db.conn.execute(_STUDIED))


def ordered(db: Database, annotator: str, keys: array[int], useful: Usefulness) -> array[int]:
    """Return row numbers of articles in the order in which an annotator should take them.

    First what the annotator has begun, then by usefulness, the most useful first; then, as they were, the articles of
    agreement studies, whose order nothing may choose, and those without proposals; last what is done.
    """
    mine = dict(db.conn.execute("SELECT article, status FROM layer WHERE annotator = ?", (annotator,)))
    of_studies = studied(db)

    def place(key: int) -> tuple[int, float]:
        if mine.get(key) in _DONE:
            return 3, 0.0
        if key in of_studies or (key not in mine and key not in useful.of):
            return 2, 0.0
        return (0, 0.0) if key in mine else (1, -useful.of[key])

    return array("q", sorted(keys, key=place))
