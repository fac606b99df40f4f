"""What stands around a word inside quotations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.corpus import tokens
from core.corpus.corpus import Corpus, always
from core.corpus.counting.asking import Asked
from core.corpus.counting.association import expected, log_dice, log_likelihood
from core.corpus.counting.quotations import sums
from core.corpus.counting.types import Collocate, Collocates, Scope
from core.corpus.evaluating import Stopped
from core.corpus.parse import parse
from core.corpus.query import MOST_GAP, Gap, How, Phrase, Query, Where, Word
from core.errors import UserError
from core.preannotate.analysis import models
from core.store.search_index import words
from core.store.search_index.asking import Columns
from core.store.search_index.columns import QUOTATIONS
from core.store.search_index.index import GoOn, Look
from core.store.search_index.packing import Numbers
from core.store.search_index.tables import CONTENT

FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})
"""Parts of speech (OpenCorpora's names) that say little of a word: prepositions, conjunctions, particles, pronouns."""
WIDEST = 15
"""Words on each side of a word at most."""


def collocates(
    corpus: Corpus,
    word: str,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    window: int = 5,
    least: int = 3,
    most: int = 200,
    function_words: bool = False,
    going_on: GoOn = always,
) -> Collocates | None:
    """Return the lemmas within ``window`` words (1 to 15) of a word or phrase (any one of the query language).

    Marks do not count, the window ends with the quotation, and a word near two hits counts once. ``least``: only those
    that stand there so often. ``function_words``: prepositions, conjunctions, particles and pronouns too. Raises
    UserError as ``Corpus.search``, ``counts-where``, ``counts-word`` where it is no word.
    """
    node, asked = _node(word), Asked(scope)
    if asked.query.where is not Where.QUOTATION:
        raise UserError("counts-where")
    window = max(1, min(WIDEST, window))

    def read(db: Look, kept: Columns) -> Collocates:
        at = asked.quotations(corpus, db, kept, going_on)
        total = sums(kept.items(db, QUOTATIONS), at, np.zeros(len(at), np.int64), 1).figures(0)
        room = _Room(db, kept, at)
        hits = corpus.found(db, Query(words=node, where=Where.QUOTATION, filters=asked.query.filters), going_on)
        inside = room.quotation(hits.start) >= 0
        start, end = hits.start[inside], hits.end[inside]
        near = room.near(start, end, window)
        rows = _rows(db, near, room, (start, end), least, function_words, going_on)
        rows.sort(key=lambda row: (-row.g2, row.lemma))
        made = tuple(msgspec.structs.replace(row, query=_query(node, row.lemma, window, asked)) for row in rows[:most])
        return Collocates(
            word=word, window=window, scope=scope, rows=made, hits=len(start), words=room.count, total=total
        )

    return corpus.look(read, going_on)


def _node(word: str) -> Phrase:
    """Return the phrase that is typed; UserError ``counts-word`` where it is something else."""
    found = parse(word) if word.strip() else Query()
    if not isinstance(found.words, Phrase) or found.filters or found.where is not None:
        raise UserError("counts-word")
    return found.words


def _query(node: Phrase, lemma: str, window: int, asked: Asked) -> str:
    """Return the text of the query that shows a lemma near the word, on either side."""
    inner = " ".join(map(_part, node.parts))
    room = max(0, min(window - 1, MOST_GAP - sum(part.most for part in node.parts if isinstance(part, Gap))))
    gap = f" ..{room} " if room else " "
    return asked.near(f'("{inner}{gap}{lemma}" OR "{lemma}{gap}{inner}")')


def _part(part: Word | Gap) -> str:
    if isinstance(part, Gap):
        return f"{part.least}..{part.most}"
    return f"={part.text}" if part.how is How.EXACT else part.text


class _Room:
    """The words inside some quotations; nested quotations share theirs, and each word counts once."""

    def __init__(self, db: Look, kept: Columns, at: Numbers) -> None:
        placed = kept.placed(db, CONTENT)
        chosen = np.zeros(len(kept.items(db, QUOTATIONS).key), bool)
        chosen[at] = True
        stays = chosen[placed.item]
        start, end = placed.spans.start[stays], placed.spans.end[stays]
        self.start, self.end = _together(start, end)
        self.count = int((self.end - self.start).sum())

    def quotation(self, at: Numbers) -> Numbers:
        """Return the index of the span that each word stands in, -1 for none."""
        if not len(self.start):
            return np.full(len(at), -1, np.int64)
        found = np.searchsorted(self.start, at, "right") - 1
        return np.where((found >= 0) & (at < self.end[found]), found, -1)

    def near(self, start: Numbers, end: Numbers, window: int) -> Numbers:
        """Return the words near hits, each once, those of hits left out."""
        if not len(start):
            return np.empty(0, np.int64)
        of = self.quotation(start)
        low, high = self.start[of], self.end[of]
        shifts = np.arange(1, window + 1)
        before, after = start[:, None] - shifts, end[:, None] - 1 + shifts
        found = np.concatenate([before[before >= low[:, None]], after[after < high[:, None]]])
        return np.setdiff1d(np.unique(found), _within(start, end))


def _together(start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Return spans by their starts, those that overlap as one."""
    if not len(start):
        return start, end
    furthest = np.maximum.accumulate(end)
    first = np.append(True, start[1:] >= furthest[:-1])
    edges = np.flatnonzero(first)
    return start[edges], np.maximum.reduceat(end, edges)


def _within(start: Numbers, end: Numbers) -> Numbers:
    """Return all words of hits."""
    longest = int((end - start).max())
    found = start[:, None] + np.arange(longest)
    return np.unique(found[found < end[:, None]])


# -- by lemma --------------------------------------------------------------------------------------------------------


def _rows(
    db: Look, near: Numbers, room: _Room, hits: tuple[Numbers, Numbers], least: int, every: bool, going_on: GoOn
) -> list[Collocate]:
    """Return the lemmas that stand near often enough."""
    if not len(near):
        return []
    numbers, often = np.unique(_words(db, near), return_counts=True)
    forms = words.forms_of(db, numbers.tolist())
    by_lemma: dict[str, int] = {}
    lemma_of = {int(number): _lemma(forms.get(int(number), "")) for number in numbers}
    for number, count in zip(numbers.tolist(), often.tolist(), strict=True):
        lemma = lemma_of[number]
        if lemma and (every or not _is_function_word(forms[number])):
            by_lemma[lemma] = by_lemma.get(lemma, 0) + count
    wanted = {lemma: count for lemma, count in by_lemma.items() if count >= least}
    known = {number: lemma for number, lemma in _forms_of(db, wanted).items() if lemma in wanted}
    everywhere = _everywhere(db, room, hits, known, going_on)
    nodes = len(hits[0])
    words_left = room.count - len(_within(*hits))
    return [
        Collocate(
            lemma=lemma, near=count, everywhere=everywhere[lemma],
            expected=expected(len(near), everywhere[lemma], words_left),
            g2=log_likelihood(count, len(near), everywhere[lemma], words_left),
            log_dice=log_dice(min(count, nodes), nodes, everywhere[lemma]), query="",
        )
        for lemma, count in wanted.items()
    ]  # fmt: skip


def _words(db: Look, at: Numbers) -> NDArray[np.uint32]:
    found = words.words_beside(db, at, [0], always)
    assert found is not None  # nobody ends it
    return found[0]


def _forms_of(db: Look, lemmas: Iterable[str]) -> dict[int, str]:
    """Return the lemma under which each form that may belong to one of some lemmas is counted."""
    forms = words.forms_of(db, words.ids_of_lemmas(db, list(lemmas)))
    return {number: _lemma(form) for number, form in forms.items()}


def _everywhere(
    db: Look, room: _Room, hits: tuple[Numbers, Numbers], known: dict[int, str], going_on: GoOn
) -> dict[str, int]:
    """Return how often lemmas stand inside the quotations, the hits themselves left out."""
    out = dict.fromkeys(known.values(), 0)
    nodes = _within(*hits)
    for number, lemma in known.items():
        if not going_on():
            raise Stopped
        at = words.positions(db, number)
        at = at[room.quotation(at) >= 0]
        out[lemma] += len(at) - int(np.isin(at, nodes, assume_unique=True).sum())
    return out


@lru_cache(maxsize=50_000)
def _lemma(form: str) -> str:
    """Return the likeliest lemma of a form; nothing of what has no letter."""
    return tokens.lemmas(form)[0] if any(map(str.isalpha, form)) else ""


@lru_cache(maxsize=50_000)
def _is_function_word(form: str) -> bool:
    found = models.parses(form)
    return bool(found) and str(found[0].tag.POS) in FUNCTION_WORDS
