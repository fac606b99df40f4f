"""Three people's layers of an article compared, adjudicated in every way, and what comes back to each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial, reduce
from itertools import product
from pathlib import Path

from msgspec.structs import replace

from core.comparing.compare import Comparison, Match, compare
from core.comparing.fields import fields_of
from core.model import GOLD, Annotation, Form, Item, Quotation, Range, Status, actor_edits, edits
from core.model.layer import Edit, Layer
from core.review import corrections, decisions, workflow
from core.review.adjudicate import Adjudication
from core.review.decisions import Confidence, Reason, Remark
from core.store import Assignment, LayerState, Start
from tests.core.model.test_model_golden import at, described, layer, words
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden"
REMARK = Remark(Reason.BOUNDARY, "короче", Confidence.LOW)
DAY = datetime(2026, 11, 1, tzinfo=UTC)
Act = Callable[[Layer], Edit]


def by(name: str, *acts: Act) -> Layer:
    """Return the layer of a person who did something else; the ids of their items are their own."""
    done: Layer = reduce(lambda now, act: now.apply(act(now)), acts, layer())
    mine: list[Item] = []
    for item in done.everything():
        links = {
            key: f"{name[0]}-{link}" for key in ("speaker", "actor", "parent") if (link := getattr(item, key, None))
        }
        new = item if item.id == "head" else replace(item, id=f"{name[0]}-{item.id}", **links)
        mine.append(new)
    return Layer(done.article, name, mine)


def three() -> list[Layer]:
    return [
        by("anna", lambda now: edits.accept(now, ["q1", "e1", "q6"])),
        by(
            "boris",
            lambda now: edits.accept(now, ["q1", "e1"]),
            lambda now: edits.set_form(now, ["q1", "q7"], Form.INDIRECT),
            lambda now: edits.set_ranges(now, "q2", [at("дорога")]),
            lambda now: edits.set_cue(now, "q4", None),
            lambda now: edits.set_label(now, ["e2"], "ORG"),
            lambda now: actor_edits.rename_actor(now, "a1", "Велехова"),
            lambda now: edits.delete(now, ["q3", "q6"]),
            lambda now: edits.add_quotation(Form.MIXED, [at("ушла")]),
        ),
        by(
            "vera",
            lambda now: edits.reject(now, ["q1"]),
            lambda now: edits.set_mention(now, "q2", at("По её")),
            lambda now: edits.set_parent(now, "q7", None),
            lambda now: actor_edits.move_to_actor(now, ["q4", "e1"], "a4"),
            lambda now: edits.set_entity_range(now, "e4", at("мэр,")),
            lambda now: actor_edits.rename_actor(now, "a1", "Велехова Арина Павловна"),
        ),
    ]


def shown(match: Match) -> str:
    versions = " / ".join("–" if one is None else one.id for one in match.versions)
    return f"{words(match.span)} {versions}: {', '.join(sorted(match.kinds)) or 'the same'}"


def test_comparisons() -> None:
    people, out = three(), []
    for layers in (people, people[:2], people[1:], people[:1]):
        for trimmed in (True, False):
            found: Comparison = compare(layers, trimmed=trimmed)
            out += [
                f"{' × '.join(found.annotators)}, trimmed: {trimmed}",
                *(f"  {shown(one)}" for one in found.matches),
            ]
            reasons = [corrections.likely_reason(one, len(layers) - 1) for one in found.differences()]
            out.append(f"  {len(found.agreed)} agreed, parents {sorted(found.parents)}, {', '.join(reasons)}")
    same_as_golden(GOLDEN / "compared.txt", numbered("\n".join(out)) + "\n")


def begun() -> Adjudication:
    first = Adjudication(compare(three()), Layer(layer().article, GOLD))
    return first.after(first.into.apply(first.take_agreed()))


def acts_on(now: Adjudication, match: Match) -> Iterator[tuple[str, Callable[[], Edit]]]:
    for person in range(3):
        yield f"as {now.comparison.annotators[person]}", partial(now.take, match, person, REMARK)
    yield "both", partial(now.take_both, match)
    yield "nothing", partial(now.reject, match, REMARK)
    there = [person for person, one in enumerate(match.versions) if one is not None]
    for one, other in product(there, there):
        for field in fields_of(match.present[0]) if one != other else ():
            yield f"{one} with {field} of {other}", partial(now.compose, match, one, {field: other})
    own = match.present[-1]
    wider = Range(match.span.start, match.span.end + 1)
    mine = replace(own, ranges=(wider,)) if isinstance(own, Quotation) else replace(own, range=wider)
    unlinked = replace(mine, speaker=None, parent=None) if isinstance(mine, Quotation) else replace(mine, actor=None)
    yield "my own", partial(now.edit, match, unlinked, REMARK)


def decided(item: Annotation) -> str:
    """Return how an item was decided, and of which versions."""
    decision = decisions.decision_of(item)
    assert decision is not None
    sources = ", ".join(f"{source.annotator} {source.id}" for source in decision.of)
    return f"{item.id} {item.state}: {decision.how} {decision.reason} {decision.comment} of {sources}"


def test_decisions() -> None:
    now = begun()
    out = ["agreed", *(f"  {item.id} {type(item).__name__}" for item in now.into.annotations())]
    for person in range(3):
        out += [f"rest as {now.comparison.annotators[person]}", *described(now.take_rest(person))]
    out += ["majority", *described(now.take_majority())]
    for match in now.open:
        chosen = now.majority(match)
        said = None if chosen is None else {str(field): person for field, person in chosen.items()}
        out.append(f"{shown(match)}; majority {said}; {len(now.same_names(match))} of the same names")
        for name, act in acts_on(now, match):
            edit = act()
            after = now.after(now.into.apply(edit), edit)
            fresh = Adjudication(now.comparison, after.into)
            assert [shown(one) for one in after.open] == [shown(one) for one in fresh.open]
            out.append(f" {name}: {len(after.open)} open")
            out += [f" {line}" for line in described(edit)]
            out += [f"  {decided(item)}" for item in after.items(match)]
            again = after.reopen(match)
            out.append(f"  reopened: {len(again.removed)} - {len(again.added)}")
            remarked = after.remark(match, Remark(Reason.OTHER, "иначе"))
            out.append(f"  remarked: {len(remarked.added)}")
    same_as_golden(GOLDEN / "decisions.txt", numbered("\n".join(out)) + "\n")


def test_corrections_come_back() -> None:
    now = begun()
    gold = now.into.apply(now.take_rest(1, REMARK))
    out = []
    for status, mine in product((Status.IN_PROGRESS, Status.REVIEWED), three()):
        into = gold.apply(edits.set_status(gold, status))
        _, found = corrections.corrections(mine, into)
        out.append(f"{mine.annotator}, {status}")
        for one in found:
            out.append(f"  {shown(one.match)} {one.reason} {one.remark.comment}")
            out += [f"  {line}" for line in described(corrections.adopt(mine, into, one))]
            mine.apply(corrections.adopt(mine, into, one))
    same_as_golden(GOLDEN / "corrections.txt", numbered("\n".join(out)) + "\n")


def state(article: str, annotator: str, status: Status, settled: int = 1, total: int = 2) -> LayerState:
    return LayerState(
        article=article,
        annotator=annotator,
        status=status,
        settled=settled,
        total=total,
        started_at=DAY,
        changed_at=DAY,
    )


def test_who_is_how_far_and_who_sees_what() -> None:
    given = [Assignment(article=a, annotator=b, start=Start.PROPOSALS) for a, b in product("123", ("anna", "boris"))]
    states = [
        state("1", "anna", Status.DONE), state("1", "boris", Status.REVIEWED), state("2", "anna", Status.RETURNED),
        state("2", "boris", Status.IN_PROGRESS), state("4", "vera", Status.IN_REVIEW), state("1", "auto", Status.NEW),
        state("4", GOLD, Status.REVIEWED), state("5", "vera", Status.DONE, 2), state("6", "vera", Status.REVIEWED),
    ]  # fmt: skip
    where = workflow.article_states(given, states)
    out = [*map(str, workflow.progress(given, states)), *map(str, where)]
    out += [f"{name} next: {workflow.next_article(name, given, states)}" for name in ("anna", "boris", "vera")]
    out.append(f"unfinished: {workflow.unfinished(['1', '2', '3', '4', '5', '7'], states)}")
    out.append(f"queue: {workflow.review_queue(where, {'1': 0.5, '5': None, '2': 0.1})}")
    policies = (
        workflow.Policy(), workflow.Policy(reviewers=("vera",)), workflow.Policy(blind=False, reviewers=("vera",)),
        workflow.Policy(reviewers=("vera",), allowed=("anna",)),
    )  # fmt: skip
    for policy in policies:
        out.append(f"{policy} hides {policy.hides}")
        for viewer, owner, status in product(("anna", "vera"), ("anna", "boris", "auto", GOLD), Status):
            out.append(f"  {viewer} sees {owner} at {status}: {workflow.may_see(viewer, owner, policy, status)}")
    out += [f"{value}: {workflow.read_policy(value)}" for value in (None, 5, {"blind": False}, {"reviewers": ["anna"]})]
    same_as_golden(GOLDEN / "workflow.txt", "\n".join(out) + "\n")
