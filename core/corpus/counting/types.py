"""What is counted and what comes of it, as values.

Whose word a figure is always stands beside it: ``Figures.settled`` of its quotations a person has decided, the others
are proposals, and the sum of their scores is how many of them are expected to be right.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Axis(StrEnum):
    """What quotations are counted by.

    ``speaker``: the source of the register where the actor is linked to one, else the actor's name in its article.
    ``cue``: the lemma that it is counted under. ``annotator``: whose layer; every layer counts then, not only the
    one that speaks for its article.
    """

    SPEAKER = "speaker"
    GENDER = "gender"
    KIND = "kind"
    FORM = "form"
    CUE = "cue"
    SOURCE = "source"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    ANNOTATOR = "annotator"
    STATE = "state"


TIMES = frozenset({Axis.YEAR, Axis.MONTH, Axis.DAY})
"""Axes whose rows come in the order of time; all others by the number of quotations, most first."""


class States(StrEnum):
    """Which quotations count: those that a person has decided, open proposals, or both (rejected ones never)."""

    BOTH = "both"
    SETTLED = "settled"
    PROPOSALS = "proposals"


class Measure(StrEnum):
    """Which of the figures of a row is looked at."""

    QUOTATIONS = "quotations"
    WORDS = "words"
    SHARE = "share"
    ARTICLES = "articles"


class Scope(msgspec.Struct, frozen=True):
    """What is counted: the quotations that a query (docs/search.md) lists, of some states; no query is all."""

    where: str = ""
    states: States = States.BOTH


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """How much was said. ``words`` are words inside quotations, ``articles`` those with at least one of these.

    ``settled`` of the quotations a person has decided, ``settled_words`` are the words of these.
    ``scored`` of the proposals have a score; ``expected`` is the sum of these scores.
    """

    quotations: int = 0
    words: int = 0
    articles: int = 0
    settled: int = 0
    settled_words: int = 0
    scored: int = 0
    expected: float = 0.0

    @property
    def proposals(self) -> int:
        """Quotations that nobody has decided."""
        return self.quotations - self.settled

    @property
    def precision(self) -> float | None:
        """The share of the proposals with a score that is expected to be right; None where none has one.

        Scores are calibrated probabilities (ADR 9), so the mean of them is the expected share of right ones:
        M. DeGroot, S. Fienberg, The Comparison and Evaluation of Forecasters (1983).
        """
        return self.expected / self.scored if self.scored else None


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A value of the second axis, with the figures of all its quotations and the query that lists them."""

    key: str
    label: str
    query: str
    figures: Figures


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Where a row and a column meet; ``query`` lists its quotations."""

    figures: Figures
    query: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A value of the first axis.

    ``key`` tells it from the others and is the same in every count: empty where nothing is told (nobody is named, no
    date, no cue), ``@id`` of a source of the register, else the value itself. ``label`` is a name as it stands in
    the project, or the value; ``core.words.counts.label_words`` says it in the user's language. ``share`` is that of
    all words said (the share of voice), 0 to 1. ``query`` lists exactly these quotations, one a line.
    """

    key: str
    label: str
    query: str
    share: float
    figures: Figures
    cells: tuple[Cell, ...] = ()
    """One for each column of the table, in its order."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Quotations counted by one or two axes. ``total`` is also the basis of every figure: settled, or expected.

    ``rest`` is what rows that are left out (``most``) had; rows and rest together are the total, ``rest_rows`` is how
    many they were. Articles do not add up: one may be in several rows.
    """

    by: Axis
    second: Axis | None
    scope: Scope
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    total: Figures
    rest: Figures
    rest_rows: int


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two speakers quoted in the same articles: in ``together`` of them, each in ``first`` and ``second`` in all.

    ``g2`` says how surely that is no chance (Dunning 1993), below 0 where they are together less than by chance;
    ``log_dice`` how closely they go together, 14 at most (Rychlý 2008). ``query`` lists the quotations of both in
    articles that have both.
    """

    key: str
    other_key: str
    label: str
    other_label: str
    together: int
    first: int
    second: int
    g2: float
    log_dice: float
    query: str


class Pairs(msgspec.Struct, frozen=True, kw_only=True):
    """Who is quoted beside whom, the most frequent pairs first; ``articles`` are all that have a named speaker."""

    scope: Scope
    rows: tuple[Pair, ...]
    articles: int
    total: Figures
    """Of all quotations with a named speaker in scope."""


class Collocate(msgspec.Struct, frozen=True, kw_only=True):
    """A lemma near a word: ``near`` times within the window, ``everywhere`` times inside the quotations in scope.

    ``expected`` is how often it would be near by chance; ``g2`` and ``log_dice`` as of ``Pair``. ``query`` shows the
    places; a form of several lemmas is counted under its likeliest, and found under all.
    """

    lemma: str
    near: int
    everywhere: int
    expected: float
    g2: float
    log_dice: float
    query: str


class Collocates(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around ``word`` inside quotations, by G²; ``hits`` is how often the word itself does."""

    word: str
    window: int
    scope: Scope
    rows: tuple[Collocate, ...]
    hits: int
    words: int
    """All words inside the quotations in scope, each counted once."""
    total: Figures
    """Of the quotations in scope."""


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """What an annotator did on a day, in a week or month: see ``Progress``."""

    period: str
    """``2026-05-31``, ``2026-W22`` or ``2026-05``, by the local clock."""
    annotator: str
    edits: int
    articles: int
    """Articles with an edit of theirs in that time."""
    done: int
    """Articles that they finished then for the first time (status done)."""
    settled: int
    """Items that they settled then, each counted where it was settled first."""
    seconds: float
    """Time at work as the log shows it."""

    @property
    def seconds_each(self) -> float | None:
        """Time for an article of those worked on; None where there was none."""
        return self.seconds / self.articles if self.articles else None


class Agreed(msgspec.Struct, frozen=True, kw_only=True):
    """How far annotators agree on the articles that two or more have finished, by the later one's last edit.

    ``f1`` is that of exact quotations, ``speaker`` the share of same speakers; None where nothing was to compare.
    """

    period: str
    articles: int
    f1: float | None
    speaker: float | None


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The work of annotators over time, the oldest first.

    Time at work is the sum of the pauses between an annotator’s edits, over all articles, that are no longer than
    ``pause`` seconds: longer ones are breaks, and tell nothing.
    """

    rows: tuple[Stretch, ...]
    agreement: tuple[Agreed, ...]
    pause: float
