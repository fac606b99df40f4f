"""Whose proposals annotators see: chosen for the project, laid over begun work, told apart in ledger and exports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.selection import Wanted, What, preset, wanted_records
from core.formats.jsonl import write_record
from core.model import AUTO, GOLD, Actor, Entity, Quotation, Range, State, edits, is_machine, is_person
from core.model.edits import accept, add_entity, fill, reject, set_note
from core.model.layer import Layer
from core.proposers.answers import fitted
from core.proposers.showing import counts, lay_over, show, shown
from core.report.project import open_ledger
from core.store import Project, Reviews, Start
from tests.proposer_samples import QUOTED, TEXT, answer, make, project

LABELS = ["PER", "ORG"]
OURS, THEIRS = AUTO, "auto:gemma"


def span(words: str) -> Range:
    start = TEXT.index(words)
    return Range(start, start + len(words))


def ours(article_id: str) -> Layer:
    anna = Actor(id="a1", name="анна крылова")
    found = Entity(id="e1", label="PER", range=span("Анна Крылова"), actor="a1", state=State.AUTO, rule="model")
    return Layer(make(article_id), AUTO, [anna, found])


def theirs(article_id: str) -> Layer:
    return fitted(make(article_id), answer(article_id), LABELS, "gemma").layer


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Project]:
    """a-1 and a-2 have proposals of ours, a-1 and a-3 those of gemma."""
    with project(tmp_path, 3) as made:
        for layer in (ours("a-1"), ours("a-2"), theirs("a-1"), theirs("a-3")):
            before = made.working_layer(layer.article.id, layer.annotator)
            made.commit(before, fill(before, layer.everything(), "pre-annotate"))
        yield made


def test_machines_and_people_are_told_apart() -> None:
    assert [is_machine(name) for name in (AUTO, THEIRS, "autor", GOLD, "vera")] == [True, True, False, False, False]
    assert [is_person(name) for name in (AUTO, THEIRS, "autor", GOLD, "vera")] == [False, False, True, False, True]


def test_articles_that_nobody_has_begun_start_from_the_chosen_proposals(here: Project) -> None:
    assert [len(here.working_layer(f"a-{n}", "vera").annotations()) for n in (1, 2, 3)] == [1, 1, 0]
    assert [row.total for row in here.article_rows("vera")] == [1, 1, 0]
    show(here, THEIRS)
    assert shown(here) == THEIRS
    assert [len(here.working_layer(f"a-{n}", "vera").annotations()) for n in (1, 2, 3)] == [3, 1, 3]
    assert [row.total for row in here.article_rows("vera")] == [3, 1, 3]
    assert [here.has_proposals(f"a-{n}", "vera") for n in (1, 2, 3)] == [True, True, True]
    assert [row.proposed for row in here.article_rows("vera")] == [True, True, True]
    assert counts(here) == {OURS: 2, THEIRS: 2}
    show(here, OURS)
    assert here.value("proposals") is None
    assert [len(here.working_layer(f"a-{n}", "vera").annotations()) for n in (1, 2, 3)] == [1, 1, 0]


def test_a_proposer_that_has_proposed_nothing_is_not_shown(here: Project) -> None:
    with pytest.raises(UserError, match="has proposed nothing"):
        show(here, "auto:none")
    here.set_value("proposals", "vera")  # a person's layer is nobody's proposal
    assert shown(here) == AUTO
    assert len(here.working_layer("a-1", "olga").annotations()) == 1


def test_an_article_given_without_proposals_shows_nobodys(here: Project) -> None:
    from core.store import Assignment

    show(here, THEIRS)
    Reviews(here).assign([Assignment(article="a-1", annotator="vera", start=Start.NOTHING)])
    assert here.working_layer("a-1", "vera").annotations() == []
    assert here.article_rows("vera")[0].total == 0


def test_settled_by_the_same_gestures_and_history_and_export_say_who_proposed(here: Project) -> None:
    show(here, THEIRS)
    mine = here.working_layer("a-1", "vera")
    quotation = mine.quotations()[0]
    mine, _ = here.commit(mine, accept(mine, [quotation.id]))
    assert mine.quotation(quotation.id).state is State.ACCEPTED
    stored = here.layer("a-1", "vera")
    assert stored is not None
    wire = json.loads(write_record(stored.article, stored))
    assert (wire["quotations"][0]["proposer"], wire["quotations"][0]["origin"]) == ("gemma 7", "accepted")
    assert wire["quotations"][0]["rule"] == "gemma: dash"
    start = here.history("a-1", "vera")[0]
    assert start.edit.name == "start"
    assert {one.extra["proposer"] for one in start.edit.added if isinstance(one, (Entity, Quotation))} == {"gemma 7"}
    theirs_now = here.layer("a-1", THEIRS)
    assert theirs_now is not None
    assert theirs_now.quotations()[0].state is State.AUTO


def test_the_ledger_holds_a_layer_beside_what_it_was_begun_from(here: Project) -> None:
    mine = here.working_layer("a-2", "vera")
    here.commit(mine, accept(mine, ["e1"]))
    show(here, THEIRS)
    mine = here.working_layer("a-1", "vera")
    here.commit(mine, reject(mine, ["gemma.q1"]))
    found = {key.rule: (row.accepted, row.rejected, row.open) for key, row in open_ledger(here).rows.items()}
    assert found["model"] == (1, 0, 0)
    assert found["gemma: dash"] == (0, 1, 0)
    beside = open_ledger(here, proposer=OURS)
    assert {key.rule for key in beside.rows} >= {"model"}
    assert not any(key.rule.startswith("gemma") for key, row in beside.rows.items() if row.proposed)
    unseen = open_ledger(here, proposer=THEIRS)
    assert all(key.start is Start.PROPOSALS for key, row in unseen.rows.items() if row.proposed)


def test_an_evaluation_compares_both_with_the_gold(here: Project) -> None:
    from core.exchange.layer_sources import evaluate, open_sources

    gold = Layer(make(), GOLD, theirs("a-1").everything())
    here.add_layer(gold, "adjudicate")
    here.close()
    scores = []
    for name in (OURS, THEIRS):
        with open_sources([f"{here.path}@{GOLD}", f"{here.path}@{name}"], measured=True) as (one, other):
            found, _ = evaluate(one, other)
            scores.append(len(found.mistakes))
    assert scores[0] > scores[1] == 0


def test_exports_take_the_proposals_that_are_shown_and_only_those(here: Project) -> None:
    def layers() -> list[tuple[str, str]]:
        return [(one.article.id, one.layer.annotator) for one in wanted_records(here, preset(What.PEOPLE_AND_OPEN))]

    assert layers() == [("a-1", OURS), ("a-2", OURS)]
    show(here, THEIRS)
    assert layers() == [("a-1", THEIRS), ("a-2", OURS), ("a-3", THEIRS)]
    asked = Wanted(annotators=frozenset({THEIRS}))
    assert [one.article.id for one in wanted_records(here, asked)] == ["a-1", "a-3"]
    mine = here.working_layer("a-1", "vera")
    here.commit(mine, accept(mine, ["gemma.e1"]))
    assert layers() == [("a-1", "vera"), ("a-2", OURS), ("a-3", THEIRS)]


def test_laid_over_begun_work_what_a_person_did_stays(here: Project) -> None:
    mine = here.working_layer("a-1", "vera")
    mine = mine.apply(accept(mine, ["e1"]))
    mine = mine.apply(add_entity("ORG", span("Мост")))
    edit = lay_over(mine, theirs("a-1"))
    after = mine.apply(edit)
    assert edit.name == "lay-over"
    found = {(TEXT[slice(*one.range)], one.state) for one in after.entities()}
    assert found == {("Анна Крылова", State.ACCEPTED), ("Мост", State.MANUAL), ("Крыловой", State.AUTO)}
    assert [TEXT[one.start : one.end] for one in after.quotations()] == [QUOTED]
    (actor,) = after.actors()  # the same name is the same actor
    assert after.quotations()[0].speaker == actor.id == "a1"
    assert after.apply(edit.inverse()) == mine
    assert not lay_over(after, theirs("a-1"))
    back = after.apply(lay_over(after, ours("a-1")))
    assert {(TEXT[slice(*one.range)], one.state) for one in back.annotations() if isinstance(one, Entity)} == {
        ("Анна Крылова", State.ACCEPTED), ("Мост", State.MANUAL),
    }  # fmt: skip
    assert back.quotations() == []


def test_what_was_rejected_or_noted_is_not_proposed_again(here: Project) -> None:
    mine = here.working_layer("a-1", "vera").apply(fill(here.working_layer("a-1", "vera"), theirs("a-1").everything()))
    mine = mine.apply(reject(mine, ["gemma.q1"])).apply(set_note(mine, "gemma.e2", "?"))
    after = mine.apply(lay_over(mine, ours("a-1")))
    kept = {item.id: item.state for item in after.annotations()}
    assert kept == {"gemma.q1": State.REJECTED, "gemma.e2": State.AUTO, "e1": State.AUTO}
    again = after.apply(lay_over(after, theirs("a-1")))
    assert {item.id for item in again.annotations()} == {"gemma.q1", "gemma.e2", "gemma.e1"}
    assert again.quotations() == []


def test_an_actor_that_only_proposals_named_goes_with_them(here: Project) -> None:
    mine = here.working_layer("a-1", "vera")
    other = theirs("a-1")
    renamed = other.actors()[0]
    answerless = other.apply(
        edits.change("rename", [renamed], [Actor(id=renamed.id, name="Другая Анна")])
    )  # fmt: skip
    after = mine.apply(lay_over(mine, answerless))
    assert [one.name for one in after.actors()] == ["Другая Анна"]
    assert after.apply(lay_over(after, ours("a-1"))) == Layer(mine.article, "vera", mine.everything())
