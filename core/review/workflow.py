"""Assignments, progress and the next article. Pure: values in, values out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from core.errors import UserError
from core.language import by_letters
from core.model import AUTO, GOLD, Status, is_machine, is_person
from core.store.review import Assignment, LayerState, Start

ANNOTATED = frozenset({Status.DONE, Status.IN_REVIEW, Status.REVIEWED})
"""The states of a layer in which its annotator has done their part."""


_FURTHEST = (Status.NEW, Status.IN_PROGRESS, Status.RETURNED, Status.IN_REVIEW, Status.DONE, Status.REVIEWED)


def speaks_before(one: LayerState, other: LayerState) -> bool:
    """Tell whether a layer speaks for its article rather than another one of it.

    The adjudicated one does; else of people's the furthest, of equals the first by name; else the pre-annotation's,
    last another proposer's.
    The search index has the same rule in SQL.
    """

    def rank(state: LayerState) -> tuple[int, int]:
        if is_person(state.annotator):
            return 2, _FURTHEST.index(state.status)
        return (3 if state.annotator == GOLD else int(state.annotator == AUTO)), 0

    ours, theirs = rank(one), rank(other)
    return ours > theirs or (ours == theirs and one.annotator < other.annotator)


# -- giving out ------------------------------------------------------------------------------------------------------


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How articles are given out: ``doubled`` and ``blank`` are shares of the articles (0 to 1).

    A doubled article goes to ``each`` annotators; a blank one is given without proposals, to all its annotators.
    The same seed gives the same plan.
    """

    annotators: tuple[str, ...]
    doubled: float = 0.2
    each: int = 2
    blank: float = 0.0
    seed: int = 0


def assign(articles: Sequence[str], plan: Plan, existing: Iterable[Assignment] = ()) -> list[Assignment]:
    """Return who gets which article, balanced over annotators and over pairs of annotators.

    Articles that somebody has already are left alone, but count for who has how many. Raises UserError
    ``assign-nobody``, ``assign-share`` (name, value), ``assign-few`` (each, count).
    """
    _check_plan(plan)
    draw = random.Random(plan.seed)
    load: Counter[str] = Counter()
    together: Counter[frozenset[str]] = Counter()
    annotators_of: dict[str, list[str]] = {}
    for given in existing:
        load[given.annotator] += 1
        annotators_of.setdefault(given.article, []).append(given.annotator)
    for people in annotators_of.values():
        together.update(_pairs(people))
    free = [article for article in articles if article not in annotators_of]
    order = draw.sample(free, len(free))
    doubled = set(order[: round(plan.doubled * len(order))])
    blank = set(draw.sample(order, round(plan.blank * len(order))))
    chosen: dict[str, list[str]] = {}
    for article in order:
        people = _choose(plan, plan.each if article in doubled else 1, load, together, draw)
        chosen[article] = people
        load.update(people)
        together.update(_pairs(people))
    return [
        Assignment(article=article, annotator=name, start=Start.NOTHING if article in blank else Start.PROPOSALS)
        for article in free
        for name in sorted(chosen[article])
    ]


def _check_plan(plan: Plan) -> None:
    people = set(plan.annotators)
    if not people or "" in people or not all(map(is_person, people)):
        raise UserError("assign-nobody")
    for name in ("doubled", "blank"):
        value = getattr(plan, name)
        if not 0 <= value <= 1:
            raise UserError("assign-share", name=name, value=value)
    if plan.doubled > 0 and not 2 <= plan.each <= len(people):
        raise UserError("assign-few", each=plan.each, count=len(people))


def _choose(
    plan: Plan, count: int, load: Counter[str], together: Counter[frozenset[str]], draw: random.Random
) -> list[str]:
    """Return ``count`` annotators: the least loaded first, then those who have had the fewest articles together."""
    names = list(dict.fromkeys(plan.annotators))
    draw.shuffle(names)
    people: list[str] = []
    while len(people) < count:
        rest = [name for name in names if name not in people]
        people.append(min(rest, key=lambda name: (load[name], sum(together[frozenset({name, p})] for p in people))))
    return people


def _pairs(people: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset({a, b}) for at, a in enumerate(people) for b in people[at + 1 :]]


def unfinished(articles: Sequence[str], states: Iterable[LayerState]) -> list[str]:
    """Return the articles that nobody has finished: those under review, or returned from it, are left out too."""
    past = ANNOTATED | {Status.RETURNED}
    done = {state.article for state in states if not is_machine(state.annotator) and state.status in past}
    return [article for article in articles if article not in done]


# -- how far ---------------------------------------------------------------------------------------------------------


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far one person is: articles given and in each state, annotations settled of all."""

    annotator: str
    assigned: int
    by_status: dict[Status, int]
    settled: int
    total: int

    @property
    def annotated(self) -> int:
        return sum(count for status, count in self.by_status.items() if status in ANNOTATED)

    @property
    def reviewed(self) -> int:
        return self.by_status.get(Status.REVIEWED, 0)


def progress(assignments: Iterable[Assignment], states: Iterable[LayerState]) -> list[Progress]:
    """Return everybody's progress by name; what is given and not begun counts as new. Not for the pre-annotation."""
    mine: dict[str, dict[str, LayerState | None]] = {}
    given: Counter[str] = Counter()
    for one in assignments:
        given[one.annotator] += 1
        mine.setdefault(one.annotator, {})[one.article] = None
    for state in states:
        if not is_machine(state.annotator):
            mine.setdefault(state.annotator, {})[state.article] = state
    out = []
    for annotator, articles in by_letters(mine.items()):
        counts = Counter(Status.NEW if state is None else state.status for state in articles.values())
        begun = [state for state in articles.values() if state is not None]
        out.append(
            Progress(
                annotator=annotator,
                assigned=given[annotator],
                by_status={status: counts[status] for status in Status if counts[status]},
                settled=sum(state.settled for state in begun),
                total=sum(state.total for state in begun),
            )
        )
    return out


class ArticleState(NamedTuple):
    """Where an article stands: annotated by all it was given to, reviewed; whose layers there are to review."""

    article: str
    annotators: tuple[str, ...]
    annotated: bool
    reviewed: bool


def article_states(assignments: Iterable[Assignment], states: Iterable[LayerState]) -> list[ArticleState]:
    """Return where every article stands that is given to somebody or has a person's layer, in the order of the list.

    It is reviewed when its adjudicated layer is, or else when every annotator's layer is.
    """
    people: dict[str, dict[str, Status]] = {}
    gold: dict[str, Status] = {}
    for one in assignments:
        people.setdefault(one.article, {})[one.annotator] = Status.NEW
    for state in states:
        if state.annotator == GOLD:
            gold[state.article] = state.status
        elif not is_machine(state.annotator):
            people.setdefault(state.article, {})[state.annotator] = state.status
    return [
        ArticleState(
            article,
            tuple(sorted(mine)),
            annotated=all(status in ANNOTATED for status in mine.values()),
            reviewed=gold.get(article) is Status.REVIEWED or all(s is Status.REVIEWED for s in mine.values()),
        )
        for article, mine in people.items()
    ]


# -- what comes next -------------------------------------------------------------------------------------------------


def next_article(annotator: str, assignments: Iterable[Assignment], states: Iterable[LayerState]) -> str | None:
    """Return the article that an annotator does next: one returned to them, one begun, the first new one; or None."""
    status = {state.article: state.status for state in states if state.annotator == annotator}
    mine = [one.article for one in assignments if one.annotator == annotator]
    for wanted in (Status.RETURNED, Status.IN_PROGRESS, Status.NEW):
        for article in mine:
            if status.get(article, Status.NEW) is wanted:
                return article
    return None


def review_queue(states: Iterable[ArticleState], agreement: Mapping[str, float | None]) -> list[str]:
    """Return the articles to review: annotated and not reviewed; lowest agreement first, those of one annotator last.

    ``agreement``: any measure by article; articles without a value come after those with one.
    """
    waiting = [state.article for state in states if state.annotated and not state.reviewed]
    known = {article: value for article, value in agreement.items() if value is not None}
    return sorted(waiting, key=lambda article: (article not in known, known.get(article, 0.0)))


# -- who sees what ---------------------------------------------------------------------------------------------------


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """Who reviews, and whether annotators see each other's layers; kept in the project under the value ``review``."""

    blind: bool = True
    reviewers: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    """Annotators who may see the layers of others though the project is blind."""

    @property
    def hides(self) -> bool:
        """Tell whether anything is hidden from anybody: where no reviewer is named, everybody reviews and sees all."""
        return self.blind and bool(self.reviewers)


POLICY = "review"
"""The project value that holds the policy."""


def read_policy(value: object) -> Policy:
    """Return the policy of a project value; the usual one where none is set or it is not a policy."""
    try:
        return Policy() if value is None else msgspec.convert(value, Policy)
    except msgspec.ValidationError:
        return Policy()


def may_see(viewer: str, owner: str, policy: Policy, status: Status) -> bool:
    """Tell whether ``viewer``, whose own layer of the article is at ``status``, may see the layer of ``owner``.

    Reviewers see all (everybody does where no reviewer is named); annotators their own and, in a blind project, the
    adjudicated layer once their own was reviewed or returned. The pre-annotation is nobody's secret.
    """
    if (
        viewer == owner
        or is_machine(owner)
        or is_reviewer(viewer, policy)
        or not policy.blind
        or viewer in policy.allowed
    ):
        return True
    return owner == GOLD and status in (Status.REVIEWED, Status.RETURNED)


def is_reviewer(name: str, policy: Policy) -> bool:
    """Tell whether a person may review; where nobody is named, everybody may."""
    return not policy.reviewers or name in policy.reviewers
