"""What belongs to the work of a project, in words and in counts; how sure the fields of a proposal are."""

from __future__ import annotations

import pytest

from core.errors import UserError
from core.formats.base import make_article
from core.model import Actor, Annotation, Entity, Form, Quotation, Range, State
from core.model.field_scores import field_scores, in_doubt, proposed_scores
from core.model.layer import Layer
from core.model.schema import standard
from core.model.scope import EVERYTHING, Scope, count_open, counts, parse_scope, read_scope, scope_words, tally, within

ARTICLE = make_article("a", None, "Мост откроют, сказал Ким.")


def quoted(id_: str, state: State = State.MANUAL, **facts: object) -> Quotation:
    return Quotation(id=id_, form=Form.DIRECT, ranges=(Range(0, 4),), state=state, **facts)  # type: ignore[arg-type]


def named(id_: str, label: str, state: State = State.MANUAL, **facts: object) -> Entity:
    return Entity(id=id_, label=label, range=Range(0, 4), state=state, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "scope", "said"),
    [
        (["all"], EVERYTHING, ["all"]),
        (["quotations", "entities"], EVERYTHING, ["all"]),
        (["PER", "all"], EVERYTHING, ["all"]),
        ([" quotations ", ""], Scope(entities=False), ["quotations"]),
        (["entities"], Scope(quotations=False), ["entities"]),
        (["PER", "entities"], Scope(quotations=False), ["entities"]),
        (["LOC", "PER", "PER"], Scope(quotations=False, labels=("PER", "LOC")), ["PER", "LOC"]),
        (["ORG", "quotations"], Scope(labels=("ORG",)), ["quotations", "ORG"]),
    ],
)
def test_a_scope_in_words(words: list[str], scope: Scope, said: list[str]) -> None:
    assert parse_scope(words, standard()) == scope
    assert scope_words(scope) == said
    assert parse_scope(said, standard()) == scope


@pytest.mark.parametrize(("words", "found"), [([], ""), ([" "], ""), (["PER", "люди", "x"], "люди"), (["per"], "per")])
def test_words_that_are_no_scope_are_refused(words: list[str], found: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_scope(words, standard())
    assert caught.value.code == "scope-unknown"
    assert caught.value.facts == {"found": found, "known": "all, quotations, entities, PER, ORG, LOC"}


def test_what_is_no_scope_in_a_file_lets_everything_through() -> None:
    given: tuple[object, ...] = (
        None,
        5,
        {"labels": 5},
        {},
        {"entities": False},
        {"labels": ["PER"], "quotations": False},
    )
    assert [read_scope(one) for one in given] == [
        EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, Scope(entities=False), Scope(quotations=False, labels=("PER",)),
    ]  # fmt: skip


ITEMS: list[Annotation] = [
    quoted("q1"), quoted("q2", State.AUTO), quoted("q3", State.REJECTED, guessed=("cue",), cue=Range(5, 6)),
    quoted("q4", guessed=("cue",), cue=Range(5, 6)), named("e1", "PER"), named("e2", "PER", State.AUTO),
    named("e3", "ORG", State.ACCEPTED), named("e4", "LOC", State.AUTO), named("e5", "LOC", State.CORRECTED),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "ids", "settled"),
    [
        (EVERYTHING, "q1 q2 q3 q4 e1 e2 e3 e4 e5", 5),
        (Scope(entities=False), "q1 q2 q3 q4", 2),
        (Scope(entities=False, labels=("PER",)), "q1 q2 q3 q4", 2),
        (Scope(quotations=False), "e1 e2 e3 e4 e5", 3),
        (Scope(quotations=False, labels=("PER", "ORG")), "e1 e2 e3", 2),
        (Scope(labels=("LOC",)), "q1 q2 q3 q4 e4 e5", 3),
        (Scope(quotations=False, entities=False), "", 0),
    ],
)
def test_only_what_the_scope_covers_is_counted_and_kept(scope: Scope, ids: str, settled: int) -> None:
    """What a person rejected is settled; what the program guessed beside a person's work is not."""
    covered = ids.split()
    assert [item.id for item in ITEMS if scope.covers(item)] == covered
    assert tally(ITEMS, scope) == (settled, len(covered))
    actor = Actor(id="a1", name="Ким")
    assert counts([actor, *ITEMS], scope) == (settled, len(covered))
    layer = Layer(ARTICLE, "anna", [actor, *ITEMS])
    kept = within(layer, scope)
    assert {item.id for item in kept.everything()} == {"head", "a1", *covered}
    assert kept.actor("a1") == actor
    assert (kept is layer) is (scope == EVERYTHING)


def test_what_is_open_is_counted_by_kind() -> None:
    scored: list[Annotation] = [
        quoted("q5", State.AUTO, score=0.7),
        named("e6", "PER", State.AUTO, score=0.3),
        quoted("q6", score=0.1),
    ]
    found = count_open([*ITEMS, *scored])
    assert found.proposals == {"direct": 2, "PER": 2, "LOC": 1}
    assert found.guesses == {"cue": 1}  # none of what was rejected
    assert (found.items, found.lowest, bool(found)) == (5, 0.3, True)
    guesses = count_open([quoted("q4", guessed=("cue", "speaker"), cue=Range(5, 6), speaker="a")])
    assert (guesses.items, guesses.guesses, guesses.lowest, bool(guesses)) == (0, {"cue": 1, "speaker": 1}, None, True)
    assert not count_open([quoted("q1"), quoted("q3", State.REJECTED, guessed=("cue",), cue=Range(5, 6))])


@pytest.mark.parametrize(
    ("given", "scores"),
    [
        ({"content": 0.9, "speaker": 1}, {"content": 0.9, "speaker": 1.0}),
        ({"content": True, "cue": "0.5", "speaker": None}, {}),
        ([0.5], {}),
        (None, {}),
    ],
)
def test_only_numbers_are_scores_of_fields(given: object, scores: dict[str, float]) -> None:
    item = quoted("q1", State.AUTO, extra={"scores": given})
    assert field_scores(item) == scores
    assert all(isinstance(value, float) for value in field_scores(item).values())
    assert proposed_scores(item) == scores
    assert proposed_scores(quoted("q1", State.ACCEPTED, extra={"scores": given})) == {}
    assert field_scores(quoted("q1")) == {}


def test_a_proposal_whose_speaker_is_little_sure_is_in_doubt() -> None:
    def doubted(score: float, state: State = State.AUTO, scope: Scope = EVERYTHING) -> bool:
        return in_doubt(quoted("q1", state, extra={"scores": {"speaker": score, "cue": 0.1}}), scope)

    assert doubted(0.79)
    assert not doubted(0.8)
    assert not doubted(0.1, State.ACCEPTED)
    assert not doubted(0.1, scope=Scope(quotations=False))
    assert doubted(0.1, scope=Scope(entities=False))
    assert not in_doubt(quoted("q1", State.AUTO, extra={"scores": {"cue": 0.1}}), EVERYTHING)
    assert not in_doubt(named("e1", "PER", State.AUTO, extra={"scores": {"speaker": 0.1}}), EVERYTHING)
