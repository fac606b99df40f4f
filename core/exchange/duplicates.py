"""Find near-duplicate texts: runs of three words, compared by sketches of their hashes.

The similarity of two texts is the share of runs of three words that both have among those that either has (Broder's
resemblance), of lower-case words without ё, marks, white space and headline. It is estimated by the 64 smallest hashes
of each text: exact for texts of up to 64 runs, else with a standard error of 0.06 at most.
"""

from __future__ import annotations

import heapq
import zlib
from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from weakref import WeakKeyDictionary

from core.exchange.choices import Action
from core.formats.base import Record
from core.formats.plain import title_of
from core.model import Article
from core.model.text import WORD

if TYPE_CHECKING:
    from core.store import Project

THRESHOLD = 0.4
"""Likeness from which a text is nearly another.

Two runs of five: a text grown to twice its length, or with every twentieth word another, is found. Of the 173,755
pairs of articles in the training data one is above, near 1 (one article from two collections); the next has 0.3, two
reports of one agency on the same event (``bench/duplicates.py``).
"""
_RUN = 3
_SKETCH = 64
_POSTED = 12
"""Hashes by which candidates are looked up: at the threshold, two texts share none with probability 0.6 ** 12."""
_FEW = 8
"""Words that a text must have below its headline to be compared without it."""
_SIZES = 2.5
"""How often as long as another a text may be to be compared with it: longer ones are below the threshold anyway."""


Key = tuple[str, int, str]
"""Source, line and article id of a record."""


def key_of(record: Record) -> Key:
    """Return what tells a record from the others of an import."""
    return record.source, record.line, record.article.id


@dataclass(frozen=True)
class Duplicates:
    """What is to be done with texts that the project has under another id: exactly (``same``) or nearly (``near``)."""

    same: Action = Action.KEEP
    near: Action = Action.KEEP
    chosen: Mapping[Key, Action] = field(default_factory=dict)
    """What was chosen for single records."""

    def action(self, record: Record, near: bool) -> Action:
        """Return what is to be done with a record; the same text is no new version of itself."""
        found = self.chosen.get(key_of(record), self.near if near else self.same)
        return Action.SKIP if found is Action.VERSION and not near else found


class Near(NamedTuple):
    """A near-duplicate article and its similarity, from 0 to 1."""

    id: str
    likeness: float


class NearTexts:
    """Find near-duplicates of a text among the project's texts and those imported so far.

    Project texts are read when a text of about their length is looked up, once while the project is open: an
    article's text never changes.
    """

    _known: ClassVar[WeakKeyDictionary[Project, dict[str, array[int]]]] = WeakKeyDictionary()
    """Sketches of the articles of open projects, by id."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._made = self._known.setdefault(project, {})
        self._waiting: list[tuple[int, str]] | None = None
        self._ids: list[str] = []
        self._sketches: list[array[int]] = []
        self._posted: dict[int, tuple[int, ...]] = {}

    def find(self, article: Article) -> Near | None:
        """Return the most similar text above the threshold, or None; the earlier of equal ones."""
        self._read(len(article.text))
        asked = sketch(article)
        found = Counter(at for one in asked[:_POSTED] for at in self._posted.get(one, ()))
        best = max(((likeness(asked, self._sketches[at]), -at) for at in found), default=(0.0, 0))
        return Near(self._ids[-best[1]], best[0]) if best[0] >= THRESHOLD else None

    def add(self, article: Article) -> None:
        """Add an imported article."""
        self._post(article.id, sketch(article))

    def _read(self, length: int) -> None:
        """Read the project's texts of about this length in code points."""
        if self._waiting is None:
            self._waiting = [(row.length, row.id) for row in self._project.article_rows("")]
        near: list[tuple[int, str]] = []
        far: list[tuple[int, str]] = []
        for one in self._waiting:
            (near if length <= _SIZES * one[0] and one[0] <= _SIZES * length else far).append(one)
        self._waiting = far
        for _, article_id in near:
            made = self._made.get(article_id)
            if made is None:
                made = self._made[article_id] = sketch(self._project.article(article_id))
            self._post(article_id, made)

    def _post(self, article_id: str, made: array[int]) -> None:
        at = len(self._ids)
        self._ids.append(article_id)
        self._sketches.append(made)
        for one in made[:_POSTED]:
            self._posted[one] = (*self._posted.get(one, ()), at)


def sketch(article: Article) -> array[int]:
    """Return the smallest hashes of a text's runs of words, in their order."""
    text = article.text.strip()
    headline = title_of(text)
    body = WORD.findall(_plain(text[len(headline) :])) if headline is not None else []
    words = [
        zlib.crc32(word.encode("utf-8", "replace"))
        for word in (body if len(body) >= _FEW else WORD.findall(_plain(text)))
    ]
    runs = {hash(run) for run in zip(words, words[1:], words[2:], strict=False)} or {hash(tuple(words))}
    return array("q", heapq.nsmallest(_SKETCH, runs))


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def likeness(one: array[int], other: array[int]) -> float:
    """Return how alike two texts are by their sketches: the share of common ones among the smallest hashes of both."""
    union = heapq.nsmallest(_SKETCH, {*one, *other})
    common = {*one} & {*other}
    return sum(value in common for value in union) / len(union) if union else 0.0
