"""Acts of reviewing as the log names them, decisions as files hold them, and what stands beside damaged ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.comparing.compare import Match, compare
from core.comparing.fields import Field, fields_of, is_guess, model_name
from core.model import AUTO, GOLD, PROPOSER, Actor, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.layer import Edit, Layer
from core.review.adjudicate import Adjudication
from core.review.corrections import adopt, corrections
from core.review.decisions import (
    DECIDED,
    Confidence,
    Decision,
    How,
    Reason,
    Remark,
    Source,
    decision_of,
    mark_of,
    nesting_of,
    sources_of,
    with_decision,
)
from core.review.state import agreement_by_article, layers_to_see, may_look
from core.review.workflow import POLICY, article_states
from core.store import Project, Reviews
from core.words.values import edit_words
from tests.acts import article_of

TEXT = "«Мост откроют осенью», — сказал Лебедев. По словам главы района, дорога готова. Ёлкин заявил: «Зима близко!»"
ARTICLE = article_of(TEXT)
ACTORS = (Actor(id="a1", name="Лебедев"), Actor(id="a2", name="Ёлкин"))
FIRST = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 21),), cue=Range(25, 31), speaker="a1")
SECOND = Quotation(id="q2", form=Form.INDIRECT, ranges=(Range(65, 78),), cue=Range(41, 50))
THIRD = Quotation(id="q3", form=Form.DIRECT, ranges=(Range(94, 108),), speaker="a2")
NAME = Entity(id="e1", label="PER", range=Range(32, 39), actor="a1")
REMARK = Remark(Reason.AMBIGUOUS, "спорно", Confidence.LOW, "vera")


def layer(name: str, *given: Item) -> Layer:
    return Layer(ARTICLE, name, (*ACTORS, *given))


ANNA = layer("anna", FIRST, SECOND, NAME)
BORIS = layer("boris", replace(FIRST, form=Form.MIXED), replace(SECOND, cue=None), NAME)
VERA = layer("vera", replace(FIRST, form=Form.MIXED), THIRD, NAME)


def started(into: Layer | None = None, *layers: Layer) -> Adjudication:
    return Adjudication(compare(layers or (ANNA, BORIS, VERA)), into or Layer(ARTICLE, GOLD))


def match_of(now: Adjudication, item_id: str) -> Match:
    return next(one for one in now.comparison.matches if any(v is not None and v.id == item_id for v in one.versions))


Act = Callable[[Adjudication, Match], Edit]
ACTS: dict[str, tuple[Act, How]] = {
    "take-agreed": (lambda now, match: now.take_agreed(), How.AGREED),
    "take-rest": (lambda now, match: now.take_rest(1, REMARK), How.TAKEN),
    "take-version": (lambda now, match: now.take(match, 1, REMARK), How.TAKEN),
    "take-both": (lambda now, match: now.take_both(match, REMARK), How.BOTH),
    "compose": (lambda now, match: now.compose(match, 0, {Field.FORM: 1}, REMARK), How.COMPOSED),
    "edit-version": (lambda now, match: now.edit(match, replace(FIRST, speaker=None), REMARK), How.EDITED),
    "reject-version": (lambda now, match: now.reject(match, REMARK), How.REJECTED),
    "take-majority": (lambda now, match: now.take_majority([match], REMARK), How.MAJORITY),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_act_has_its_name_and_its_decision(name: str) -> None:
    act, how = ACTS[name]
    now = started()
    match = match_of(now, "e1" if name == "take-agreed" else "q1")
    edit = act(now, match)
    assert edit.name == name
    assert edit_words(edit) != name
    after = now.after(now.into.apply(edit), edit)
    (first, *_) = made = after.items(match)
    assert len(made) == (2 if name == "take-both" else 1)
    decision = decision_of(first)
    assert decision is not None
    assert decision.how is how
    assert decision.remark == (Remark() if name == "take-agreed" else REMARK)
    seen = [source for item in made for source in sources_of(item)]
    assert sorted(one[:2] for one in seen) == sorted(
        (annotator, "e1" if name == "take-agreed" else "q1") for annotator in ("anna", "boris", "vera")
    )
    assert after.is_decided(match)
    remarked = after.remark(match, Remark(Reason.OTHER, "иначе"))
    assert remarked.name == "set-remark"
    for item in remarked.added:
        again = decision_of(item)  # type: ignore[arg-type]
        assert again is not None
        assert again.remark == Remark(Reason.OTHER, "иначе")
        assert (again.how, again.of) == (how, decision_of(next(o for o in made if o.id == item.id)).of)  # type: ignore[union-attr]
    assert not after.remark(match, decision.remark)
    taken_back = after.reopen(match)
    assert taken_back.name == "reopen"
    reopened = after.after(after.into.apply(taken_back), taken_back)
    assert reopened.items(match) == []
    assert not reopened.is_decided(match)


def test_majorities_of_two_of_three_and_of_two_of_four() -> None:
    now = started()
    said = now.majority(match_of(now, "q1"))
    assert said is not None
    assert said[Field.FORM] in (1, 2)
    assert said[Field.CONTENT] == 0
    assert now.majority(match_of(now, "q3")) == {}
    assert now.majority(match_of(now, "q2")) is None, "one has a cue, one has none, one has no quotation"
    four = started(None, ANNA, BORIS, layer("vera", NAME), layer("gleb", NAME))
    assert four.majority(match_of(four, "q1")) is None, "half is no majority"
    two = started(None, ANNA, BORIS)
    assert not two.take_majority(), "of two nobody is a majority"
    edit = now.take_majority()
    names = {item.id: item for item in now.into.apply(edit).annotations()}
    states = sorted((item.state is State.REJECTED) for item in names.values())
    assert states == [False, True], "q1 is taken, q3 rejected, q2 stays open"
    left = now.after(now.into.apply(edit), edit).open
    assert [match.versions for match in left] == [match_of(now, "q2").versions]


def test_taking_names_that_are_alike_resolves_the_others_too() -> None:
    other = Quotation(id="q5", form=Form.DIRECT, ranges=(Range(94, 108),), speaker="a1")
    full = Layer(
        ARTICLE, "boris", (Actor(id="b1", name="Пётр Лебедев"), *(replace(one, speaker="b1") for one in (FIRST, other)))
    )
    now = started(None, layer("anna", FIRST, other), full)
    match = match_of(now, "q1")
    assert [one.versions[0] for one in now.same_names(match)] == [other]
    assert len([i for i in now.take(match, 1).added if isinstance(i, Quotation)]) == 2
    assert len([i for i in now.take(match, 1, alike=False).added if isinstance(i, Quotation)]) == 1
    assert now.same_names(match_of(started(), "q1")) == []


# -- decisions on items ----------------------------------------------------------------------------------------------


def test_decisions_are_kept_as_files_have_them() -> None:
    source = Source(annotator="anna", id="q1", seen="abc")
    decision = Decision(
        how=How.COMPOSED, of=(source,), fields={"parent": "anna", "form": "boris"},
        reason=Reason.WRONG_SPEAKER, comment="нет", confidence=Confidence.MEDIUM, by="vera",
    )  # fmt: skip
    item = with_decision(replace(FIRST, extra={"own": 1}), decision)
    assert item.extra == {
        "own": 1,
        "decided": {
            "how": "composed", "of": [{"annotator": "anna", "id": "q1", "seen": "abc"}],
            "fields": {"parent": "anna", "form": "boris"}, "reason": "wrong-speaker", "comment": "нет",
            "confidence": "medium", "by": "vera",
        },
    }  # fmt: skip
    assert decision_of(item) == decision
    assert sources_of(item) == [("anna", "q1", "abc")]
    assert (nesting_of(item, "anna"), nesting_of(item, "boris")) == (["q1"], [])
    for damaged in (None, 7, "x", {}, {"how": "odd", "of": []}, {"of": [{"annotator": "a"}]}, {"fields": 3}):
        spoilt = replace(FIRST, extra={DECIDED: damaged})
        assert decision_of(spoilt) is None
        assert sources_of(spoilt) == []
        assert nesting_of(spoilt, "anna") == []
    assert decision_of(FIRST) is None
    kept = {kind: [one.value for one in kind] for kind in (Reason, Confidence, How)}
    assert kept == {
        Reason: ["boundary", "missed", "spurious", "wrong-speaker", "guideline-gap", "ambiguous", "other"],
        Confidence: ["high", "medium", "low"],
        How: ["agreed", "taken", "both", "composed", "majority", "edited", "rejected"],
    }


def test_a_mark_changes_with_everything_that_is_said_and_with_nothing_else() -> None:
    said = [
        FIRST, replace(FIRST, form=Form.MIXED), replace(FIRST, cue=None), replace(FIRST, mention=Range(32, 39)),
        replace(FIRST, ranges=(Range(0, 20),)), replace(FIRST, speaker=None), replace(FIRST, speaker="a2"),
        replace(FIRST, parent="q2"),
    ]  # fmt: skip
    marks = [mark_of(layer("anna", one, SECOND), one) for one in said]
    assert len(set(marks)) == len(said)
    assert all(len(mark) == 12 for mark in marks)
    for alike in (replace(FIRST, note="!"), replace(FIRST, flags=("x",)), replace(FIRST, state=State.AUTO)):
        assert mark_of(layer("anna", alike), alike) == marks[0]
    again = Layer(ARTICLE, "boris", (Actor(id="b", name="ЛЕБЕДЕВ"), replace(FIRST, speaker="b")))
    assert mark_of(again, again.quotation("q1")) == marks[0], "actors are compared by name"
    names = [NAME, replace(NAME, label="ORG"), replace(NAME, range=Range(32, 38)), replace(NAME, actor=None)]
    assert len({mark_of(layer("anna", one), one) for one in names}) == 4


def test_fields_and_what_the_model_calls_them() -> None:
    assert [model_name(FIRST, field) for field in fields_of(FIRST)] == [
        "ranges", "form", "cue", "mention", "speaker", "parent",
    ]  # fmt: skip
    assert [model_name(NAME, field) for field in fields_of(NAME)] == ["range", "label", "actor"]
    for state in State:
        guessed = replace(FIRST, guessed=("cue", "speaker"), state=state)
        open_ = state not in (State.AUTO, State.REJECTED)
        assert [is_guess(guessed, field) for field in fields_of(FIRST)] == [False, False, open_, False, open_, False]
        assert is_guess(replace(NAME, guessed=("actor",), state=state), Field.SPEAKER) is open_


# -- what annotators get to see --------------------------------------------------------------------------------------


def test_an_adopted_correction_is_one_act() -> None:
    gold = layer(
        GOLD, replace(FIRST, form=Form.MIXED, cue=Range(22, 31), mention=Range(32, 39)), Head(status=Status.REVIEWED)
    )
    mine = layer("anna", replace(FIRST, note="моё"))
    (found,) = corrections(mine, gold)[1]
    edit = adopt(mine, gold, found)
    assert edit.name == "take-correction"
    assert edit.removed == (mine.quotation("q1"),)
    (after,) = edit.added
    assert isinstance(after, Quotation)
    assert (after.id, after.form, after.cue, after.mention, after.note) == (
        "q1", Form.MIXED, Range(22, 31), Range(32, 39), "моё",
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "п.citata", "anna")
    made.add_article(ARTICLE)
    article = made.article(ARTICLE.id)
    other = f"{PROPOSER}x"
    layers: tuple[tuple[str, list[Item]], ...] = (
        ("vera", [Head(status=Status.REVIEWED), *ACTORS, FIRST]), (GOLD, [*ACTORS, FIRST]), (other, [*ACTORS, FIRST]),
        ("boris", [Head(status=Status.DONE), *ACTORS, FIRST, SECOND]), (AUTO, [*ACTORS, FIRST]),
        ("anna", [Head(status=Status.DONE), *ACTORS, FIRST, replace(THIRD, speaker="a1")]),
    )  # fmt: skip
    for name, items in layers:
        made.add_layer(Layer(article, name, items), "import")
    return made


def test_layers_to_see_people_first_then_proposals_then_the_adjudicated(project: Project) -> None:
    with project:
        assert layers_to_see(project, ARTICLE.id, "anna") == ["boris", "vera", AUTO, f"{PROPOSER}x", GOLD]
        assert layers_to_see(project, ARTICLE.id, "nobody") == ["anna", "boris", "vera", AUTO, f"{PROPOSER}x", GOLD]
        project.set_value(POLICY, {"reviewers": ["boris"]})
        assert layers_to_see(project, ARTICLE.id, "anna") == [AUTO, f"{PROPOSER}x"]
        assert layers_to_see(project, ARTICLE.id, "vera") == [AUTO, f"{PROPOSER}x", GOLD]
        assert layers_to_see(project, ARTICLE.id, "boris") == ["anna", "vera", AUTO, f"{PROPOSER}x", GOLD]
        assert not may_look(project, ARTICLE.id, "nobody", GOLD)
        assert may_look(project, ARTICLE.id, "vera", GOLD)


def test_agreement_of_an_article_is_that_of_its_people(project: Project) -> None:
    with project:
        states = article_states([], Reviews(project).states())
        assert [one.annotators for one in states] == [("anna", "boris", "vera")]
        # of anna's 2, boris' 2 and vera's 1: 1 of each pair is the same; F1 = 2·3 / (4 + 3 + 3)
        assert agreement_by_article(project, states) == {ARTICLE.id: 0.6}
        alone = [one._replace(annotators=("anna", "nobody")) for one in states]
        assert agreement_by_article(project, alone) == {ARTICLE.id: None}
