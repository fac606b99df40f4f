"""The rules of giving out, reviewing and seeing, each walked over all that it may be asked."""

from __future__ import annotations

from itertools import product

import pytest

from core.errors import UserError
from core.model import AUTO, GOLD, PROPOSER, Status
from core.review.workflow import (
    POLICY,
    ArticleState,
    Plan,
    Policy,
    Progress,
    article_states,
    assign,
    is_reviewer,
    may_see,
    next_article,
    progress,
    read_policy,
    review_queue,
    speaks_before,
    unfinished,
)
from core.store.review import Assignment, Start
from tests.core.review.test_workflow import IDS, given_to, state

FINISHED = (Status.DONE, Status.IN_REVIEW, Status.REVIEWED)
PLANNED = Plan(annotators=("anna", "boris", "vera"), doubled=0.2, each=2, blank=0.0, seed=0)


def test_who_says_nothing_of_a_plan_gets_the_usual_one() -> None:
    found = assign(IDS, Plan(annotators=("anna", "boris", "vera")))
    assert found == assign(IDS, PLANNED)
    assert len(found) == 48, "a fifth of the articles goes to two people"
    assert {one.start for one in found} == {Start.PROPOSALS}
    assert found != assign(IDS, Plan(annotators=("anna", "boris", "vera"), seed=1))


@pytest.mark.parametrize(("doubled", "each", "blank"), [(0.0, 9, 0.0), (1.0, 2, 1.0), (1.0, 3, 0.5), (0.025, 2, 0.025)])
def test_plans_at_their_bounds(doubled: float, each: int, blank: float) -> None:
    found = assign(IDS, Plan(annotators=("anna", "boris", "vera"), doubled=doubled, each=each, blank=blank))
    twice = round(40 * doubled)
    assert len(found) == 40 - twice + twice * each
    assert len({one.article for one in found if one.start is Start.NOTHING}) == round(40 * blank)
    assert [one.article for one in found] == sorted((one.article for one in found), key=IDS.index)
    pairs = [(one.article, one.annotator) for one in found]
    assert pairs == sorted(set(pairs), key=lambda pair: (IDS.index(pair[0]), pair[1]))


@pytest.mark.parametrize(
    ("plan", "code", "facts"),
    [
        (Plan(annotators=("anna", GOLD)), "assign-nobody", {}),
        (Plan(annotators=("anna", f"{PROPOSER}x")), "assign-nobody", {}),
        (Plan(annotators=("anna", "boris"), each=1), "assign-few", {"each": 1, "count": 2}),
        (Plan(annotators=("anna", "anna"), each=2), "assign-few", {"each": 2, "count": 1}),
        (Plan(annotators=("anna", "boris"), each=3, doubled=0.01), "assign-few", {"each": 3, "count": 2}),
        (Plan(annotators=("anna", "boris"), doubled=-0.01), "assign-share", {"name": "doubled", "value": -0.01}),
        (Plan(annotators=("anna", "boris"), doubled=1.01), "assign-share", {"name": "doubled", "value": 1.01}),
        (Plan(annotators=("anna", "boris"), blank=1.01), "assign-share", {"name": "blank", "value": 1.01}),
    ],
)
def test_what_is_said_of_plans_that_cannot_be(plan: Plan, code: str, facts: dict[str, object]) -> None:
    with pytest.raises(UserError) as refused:
        assign(IDS, plan)
    assert (refused.value.code, refused.value.facts) == (code, facts)


def test_pairs_who_met_before_meet_less() -> None:
    held = given_to(*((article, name) for article in IDS[:8] for name in ("anna", "boris")), ("n39", "vera"))
    found = assign(IDS[:20], Plan(annotators=("anna", "boris", "vera"), doubled=1.0), held)
    people: dict[str, list[str]] = {}
    for one in found:
        people.setdefault(one.article, []).append(one.annotator)
    assert list(people) == IDS[8:20]
    assert sum("vera" in names for names in people.values()) >= 10
    assert sum(names == ["anna", "boris"] for names in people.values()) <= 2


ORDER = (
    (GOLD, Status.NEW), ("anna", Status.REVIEWED), ("boris", Status.REVIEWED), ("anna", Status.DONE),
    ("anna", Status.IN_REVIEW), ("anna", Status.RETURNED), ("anna", Status.IN_PROGRESS), ("anna", Status.NEW),
    ("boris", Status.NEW), (AUTO, Status.DONE), (f"{PROPOSER}a", Status.REVIEWED), (f"{PROPOSER}b", Status.REVIEWED),
)  # fmt: skip
"""Whose layer speaks for an article, the first of all before the others."""


def test_whose_layer_speaks_for_an_article() -> None:
    layers = [state("n1", annotator, status) for annotator, status in ORDER]
    for (i, one), (j, other) in product(enumerate(layers), repeat=2):
        assert speaks_before(one, other) == (i < j), (ORDER[i], ORDER[j])


def test_an_article_waits_until_a_person_is_past_annotating() -> None:
    past = {*FINISHED, Status.RETURNED}
    for status in Status:
        assert unfinished(["n1", "n2"], [state("n1", "anna", status)]) == (["n2"] if status in past else ["n1", "n2"])
        assert unfinished(["n1"], [state("n1", f"{PROPOSER}x", status), state("n1", AUTO, status)]) == ["n1"]


def test_progress_counts_each_status_of_everybody() -> None:
    states = [
        *(state(f"n{at}", "Ёлкин", status, settled=at, total=at + 2) for at, status in enumerate(Status)),
        state("n1", "жуков", Status.IN_REVIEW), state("n1", GOLD, Status.DONE),
        state("n1", f"{PROPOSER}x", Status.DONE),
    ]  # fmt: skip
    assigned = given_to(("n0", "Ёлкин"), ("n8", "Ёлкин"), ("n8", "анна"))
    count = len(Status)
    each = dict.fromkeys(Status, 1) | {Status.NEW: 2}
    found = progress(assigned, states)
    assert [one.annotator for one in found if one.annotator != GOLD] == ["анна", "Ёлкин", "жуков"]
    by_name = {one.annotator: one for one in found}
    assert by_name["Ёлкин"] == Progress(
        annotator="Ёлкин", assigned=2, by_status=each, settled=sum(range(count)), total=sum(range(2, count + 2))
    )
    assert (by_name["Ёлкин"].annotated, by_name["Ёлкин"].reviewed) == (3, 1)
    assert by_name["анна"] == Progress(annotator="анна", assigned=1, by_status={Status.NEW: 1}, settled=0, total=0)
    assert (by_name["жуков"].annotated, by_name["жуков"].reviewed) == (1, 0)


@pytest.mark.parametrize("status", list(Status))
def test_where_an_article_stands(status: Status) -> None:
    alone = article_states([], [state("n1", "anna", status)])
    done, reviewed = status in FINISHED, status is Status.REVIEWED
    assert alone == [ArticleState("n1", ("anna",), annotated=done, reviewed=reviewed)]
    both = article_states(
        given_to(("n1", "boris")), [state("n1", "anna", Status.REVIEWED), state("n1", "boris", status)]
    )
    assert both == [ArticleState("n1", ("anna", "boris"), annotated=done, reviewed=reviewed)]
    gold = article_states(given_to(("n1", "boris")), [state("n1", GOLD, status), state("n1", AUTO, Status.DONE)])
    assert gold == [ArticleState("n1", ("boris",), annotated=False, reviewed=reviewed)]
    assert article_states([], [state("n1", GOLD, status), state("n1", f"{PROPOSER}x", status)]) == []


def test_the_next_article_for_every_status() -> None:
    mine = given_to(("n1", "anna"), ("n2", "anna"))
    for status in Status:
        found = next_article("anna", mine, [state("n1", "anna", status), state("n2", "boris", Status.DONE)])
        goes_on = status in (Status.NEW, Status.IN_PROGRESS, Status.RETURNED)
        assert found == ("n1" if goes_on else "n2")
    begun = [state("n1", "anna", Status.IN_PROGRESS), state("n2", "anna", Status.RETURNED)]
    assert next_article("anna", mine, begun) == "n2"


def test_the_review_queue_keeps_the_order_of_equals() -> None:
    waiting = [ArticleState(name, ("anna",), annotated=True, reviewed=False) for name in ("c", "a", "b", "e", "d")]
    agreed = {"a": 0.5, "c": 0.5, "b": 0.0, "x": 0.1, "e": -0.2}
    assert review_queue(waiting, agreed) == ["e", "b", "c", "a", "d"]
    assert review_queue(waiting, {}) == ["c", "a", "b", "e", "d"]


@pytest.mark.parametrize("status", list(Status))
def test_who_sees_whom_at_every_status(status: Status) -> None:
    blind, open_, unnamed = (
        Policy(reviewers=("vera",), allowed=("clara",)), Policy(blind=False, reviewers=("vera",)), Policy(),
    )  # fmt: skip
    seen = {
        (viewer, owner): may_see(viewer, owner, blind, status)
        for viewer in ("anna", "clara", "vera")
        for owner in ("anna", "boris", GOLD, AUTO, f"{PROPOSER}x")
    }
    after = status in (Status.REVIEWED, Status.RETURNED)
    for (viewer, owner), may in seen.items():
        assert may == (viewer != "anna" or owner not in ("boris", GOLD) or (owner == GOLD and after)), (viewer, owner)
    assert may_see("anna", "boris", open_, status)
    assert may_see("anna", "boris", unnamed, status)


def test_the_usual_policy_is_blind_once_reviewers_are_named() -> None:
    assert Policy() == Policy(blind=True, reviewers=(), allowed=())
    assert read_policy({"reviewers": ["vera"]}).hides
    assert read_policy({"reviewers": "vera"}) == read_policy(7) == read_policy([]) == Policy()
    assert is_reviewer("vera", Policy(reviewers=("anna", "vera")))
    assert POLICY == "review", "projects keep it under that name"


def test_assignments_are_given_with_proposals_unless_blank() -> None:
    assert Assignment(article="n1", annotator="anna").start is Start.PROPOSALS
