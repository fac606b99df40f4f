"""Giving articles out fairly, knowing how far everybody is, and what comes next."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model import AUTO, GOLD, Status
from core.review.workflow import (
    ArticleState,
    Plan,
    Policy,
    article_states,
    assign,
    is_reviewer,
    may_see,
    next_article,
    progress,
    read_policy,
    review_queue,
    unfinished,
)
from core.store.review import Assignment, LayerState, Start

NOW = datetime(2026, 11, 25, tzinfo=UTC)
IDS = [f"n{at}" for at in range(40)]


def state(article: str, annotator: str, status: Status, settled: int = 1, total: int = 2) -> LayerState:
    return LayerState(
        article=article,
        annotator=annotator,
        status=status,
        settled=settled,
        total=total,
        started_at=NOW,
        changed_at=NOW,
    )


def given_to(*pairs: tuple[str, str]) -> list[Assignment]:
    return [Assignment(article=article, annotator=annotator) for article, annotator in pairs]


def test_everybody_gets_as_many_and_every_pair_meets_as_often() -> None:
    plan = Plan(annotators=("anna", "boris", "clara"), doubled=0.3, seed=7)
    given_ = assign(IDS, plan)
    load = Counter(one.annotator for one in given_)
    assert max(load.values()) - min(load.values()) <= 1
    people: dict[str, list[str]] = {}
    for one in given_:
        people.setdefault(one.article, []).append(one.annotator)
    assert list(people) == IDS
    doubled = [frozenset(names) for names in people.values() if len(names) == 2]
    assert len(doubled) == 12
    meetings = Counter(doubled)
    assert max(meetings.values()) - min(meetings.values()) <= 2
    assert given_ == assign(IDS, plan)
    assert given_ != assign(IDS, Plan(annotators=("anna", "boris", "clara"), doubled=0.3, seed=8))


@given(st.integers(1, 6), st.floats(0, 1), st.floats(0, 1), st.integers(0, 99))
def test_shares_are_kept_whatever_they_are(count: int, doubled: float, blank: float, seed: int) -> None:
    people = tuple(f"annotator {at}" for at in range(count))
    plan = Plan(annotators=people, doubled=doubled if count > 1 else 0, blank=blank, seed=seed)
    found = assign(IDS, plan)
    by_article = Counter(one.article for one in found)
    assert len(by_article) == len(IDS)
    assert sum(times == 2 for times in by_article.values()) == round(plan.doubled * len(IDS))
    starts = {one.article: one.start for one in found}
    assert all(starts[one.article] is one.start for one in found)
    assert sum(start is Start.NOTHING for start in starts.values()) == round(blank * len(IDS))
    load = Counter(one.annotator for one in found)
    assert max(load.values()) - min(load[name] for name in people) <= 1


def test_what_is_given_already_is_left_alone_and_counts() -> None:
    held = given_to(*((article, "anna") for article in IDS[:20]))
    found = assign(IDS, Plan(annotators=("anna", "boris"), doubled=0), held)
    assert {one.article for one in found} == set(IDS[20:])
    assert Counter(one.annotator for one in found) == {"boris": 20}


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (Plan(annotators=()), "assign-nobody"),
        (Plan(annotators=("anna", "")), "assign-nobody"),
        (Plan(annotators=(AUTO,)), "assign-nobody"),
        (Plan(annotators=("anna",), doubled=0.5), "assign-few"),
        (Plan(annotators=("anna", "boris"), each=3), "assign-few"),
        (Plan(annotators=("anna", "boris"), doubled=1.5), "assign-share"),
        (Plan(annotators=("anna", "boris"), blank=-0.1), "assign-share"),
    ],
)
def test_plans_that_cannot_be_are_refused(plan: Plan, code: str) -> None:
    with pytest.raises(UserError) as refused:
        assign(IDS, plan)
    assert refused.value.code == code


def test_progress_counts_what_is_given_begun_and_settled() -> None:
    found = progress(
        given_to(("n1", "anna"), ("n2", "anna"), ("n1", "boris")),
        [state("n1", "anna", Status.DONE), state("n9", "anna", Status.REVIEWED), state("n1", AUTO, Status.NEW)],
    )
    anna, boris = found
    assert (anna.annotator, anna.assigned, anna.annotated, anna.reviewed) == ("anna", 2, 2, 1)
    assert anna.by_status == {Status.NEW: 1, Status.DONE: 1, Status.REVIEWED: 1}
    assert (anna.settled, anna.total) == (2, 4)
    assert (boris.by_status, boris.total) == ({Status.NEW: 1}, 0)


def test_annotated_and_reviewed_are_two_things() -> None:
    states = [
        state("n1", "anna", Status.DONE),
        state("n2", "anna", Status.DONE),
        state("n2", "boris", Status.RETURNED),
        state("n3", "anna", Status.DONE),
        state("n3", GOLD, Status.REVIEWED),
        state("n4", "anna", Status.REVIEWED),
        state("n5", AUTO, Status.NEW),
    ]
    found = article_states(given_to(("n1", "anna"), ("n1", "boris")), states)
    assert found == [
        ArticleState("n1", ("anna", "boris"), annotated=False, reviewed=False),
        ArticleState("n2", ("anna", "boris"), annotated=False, reviewed=False),
        ArticleState("n3", ("anna",), annotated=True, reviewed=True),
        ArticleState("n4", ("anna",), annotated=True, reviewed=True),
    ]


def test_the_review_queue_begins_with_the_lowest_agreement() -> None:
    waiting = [ArticleState(f"n{at}", ("anna",), annotated=True, reviewed=False) for at in range(4)]
    more = [ArticleState("x", ("anna",), False, False), ArticleState("y", ("anna",), True, True)]
    assert review_queue([*waiting, *more], {"n1": 0.9, "n2": 0.2, "n3": None}) == ["n2", "n1", "n0", "n3"]


def test_an_annotator_does_first_what_came_back_then_what_is_begun() -> None:
    mine = given_to(("n1", "anna"), ("n2", "anna"), ("n3", "anna"), ("n4", "anna"), ("n0", "boris"))
    states = [state("n1", "anna", Status.DONE), state("n3", "anna", Status.IN_PROGRESS)]
    assert next_article("anna", mine, states) == "n3"
    assert next_article("anna", mine, [*states, state("n4", "anna", Status.RETURNED)]) == "n4"
    assert next_article("anna", mine[:2], states) == "n2"
    assert next_article("anna", mine[:1], states) is None
    assert next_article("clara", mine, states) is None


def test_who_may_see_whose_layer() -> None:
    blind = Policy(blind=True, reviewers=("vera",), allowed=("clara",))
    assert may_see("anna", "anna", blind, Status.NEW)
    assert may_see("anna", AUTO, blind, Status.NEW)
    assert not may_see("anna", "boris", blind, Status.REVIEWED)
    assert not may_see("anna", GOLD, blind, Status.DONE)
    assert may_see("anna", GOLD, blind, Status.RETURNED)
    assert may_see("vera", "anna", blind, Status.NEW)
    assert may_see("clara", "anna", blind, Status.NEW)
    assert may_see("anna", "boris", Policy(blind=False, reviewers=("vera",)), Status.NEW)
    assert is_reviewer("anna", Policy())
    assert not is_reviewer("anna", blind)


def test_a_policy_is_read_from_the_projects_value() -> None:
    assert read_policy(None) == Policy()
    assert read_policy("нет") == Policy()
    assert read_policy({"blind": False, "reviewers": ["vera"]}) == Policy(blind=False, reviewers=("vera",))


def test_what_somebody_has_finished_is_not_given_out_again() -> None:
    states = [
        state("n0", "anna", Status.DONE),
        state("n1", "anna", Status.IN_PROGRESS),
        state("n2", GOLD, Status.REVIEWED),
        state("n3", AUTO, Status.DONE),
        state("n4", "anna", Status.RETURNED),
    ]
    assert unfinished(IDS[:6], states) == ["n1", "n3", "n5"]


def test_a_project_hides_layers_only_where_its_reviewers_are_named() -> None:
    assert not Policy(blind=True).hides
    assert Policy(blind=True, reviewers=("vera",)).hides
    assert not Policy(blind=False, reviewers=("vera",)).hides
