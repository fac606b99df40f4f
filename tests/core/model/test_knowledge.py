"""What a project taught: how much must speak for an entry of each part, when a part is used, what acts amount to."""

from __future__ import annotations

import msgspec
import pytest

from core.model import Head
from core.model.knowledge import (
    RANKED,
    Act,
    Check,
    Entry,
    Forget,
    Knowledge,
    Part,
    Ruling,
    Switch,
    advantage,
    check_entries,
    made_by,
    read_body,
    told,
    write_body,
)


@pytest.mark.parametrize(
    ("part", "says", "least", "articles"),
    [
        (Part.NAMES, "PER", 0.5, 0),
        (Part.NAMES, "", 1.0, 0),  # words that are no name
        (Part.CUES, "", 2.0, 0),
        (Part.ADDED, "direct", 2.0, 0),
        (Part.PHRASES, "source", 2.0, 0),
        (Part.EDGES, "in", 2.0, 0),
        (Part.OFFICES, "Пётр Лугин", 1.0, 2),
    ],
)
def test_an_entry_counts_from_so_much_on_and_by_a_margin(part: Part, says: str, least: float, articles: int) -> None:
    def is_decided(pro: float, con: float, seen: int = articles) -> bool:
        return Entry(part=part, words="x", says=says, pro=pro, con=con, articles=seen).is_decided

    assert is_decided(least, 0)
    assert is_decided(least, least / 2)
    assert not is_decided(least - 0.01, 0)
    assert not is_decided(least, least / 2 + 0.01)
    assert is_decided(10, 5)
    assert not is_decided(10, 5.1)
    assert is_decided(10, 0, 1) is (articles < 2)
    assert Entry(part=part, words="мост сад").id == f"{part.value}:мост сад"


@pytest.mark.parametrize("part", RANKED)
def test_a_fact_corrects_a_model_only_with_some_weight_told_in_two_articles(part: Part) -> None:
    def is_decided(weight: float, articles: int = 2, con: float = 0) -> bool:
        return Entry(part=part, words="x", pro=4, con=con, articles=articles, weight=weight).is_decided

    assert is_decided(0.1)
    assert is_decided(-0.1)
    assert not is_decided(0.099)
    assert not is_decided(-0.099)
    assert not is_decided(3.0, articles=1)
    assert is_decided(0.1, con=2)
    assert not is_decided(0.1, con=2.1)


def test_how_often_a_rule_is_right_needs_no_margin() -> None:
    assert Entry(part=Part.SCORES, words="colon", pro=0, con=9).is_decided


@pytest.mark.parametrize(
    ("part", "articles", "without", "within", "kept"),
    [
        (Part.NAMES, 3, 0.5, 0.51, True),
        (Part.NAMES, 2, 0.5, 0.51, False),
        (Part.NAMES, 3, 0.5, 0.5, False),
        (Part.NAMES, 3, 0.5, 0.4, False),
        (Part.EDGES, 3, 0.5, 0.51, True),
        (Part.EDGES, 3, 0.5, 0.5, False),
        (Part.SCORES, 3, 0.5, 0.49, True),  # a loss: less is better
        (Part.SCORES, 3, 0.5, 0.5, False),
        (Part.SCORES, 3, 0.5, 0.6, False),
        (Part.SCORES, 2, 0.5, 0.1, False),
    ],
)
def test_a_part_is_used_where_it_did_better_on_enough_articles(
    part: Part, articles: int, without: float, within: float, *, kept: bool
) -> None:
    entries = tuple(Entry(part=one, words=one.value, says="x", pro=9, articles=9) for one in Part)
    undecided = Entry(part=part, words="мало", says="x")
    check = Check(part=part, articles=articles, without=without, within=within)
    found = Knowledge(articles=5, entries=(*entries, undecided), checks=(check,))
    assert check.is_kept is kept
    assert found.kept() == ({part} if kept else set())
    used = [one.words for one in found.used()]
    assert used == ([part.value] + (["мало"] if part is Part.SCORES else []) if kept else [])


@pytest.mark.parametrize(
    ("better", "worse", "sure"),
    [(0, 0, 0.5), (2, 0, 0.875), (3, 0, 0.9375), (3, 1, 0.8125), (0, 3, 0.0625), (6, 2, 0.9102), (60, 60, 0.5)],
)
def test_an_advantage_is_a_sign_test(better: int, worse: int, sure: float) -> None:
    assert advantage(better, worse) == pytest.approx(sure, abs=1e-4)
    check = Check(part=Part.NAMES, articles=9, without=0.5, within=0.6, better=better, worse=worse)
    assert check.is_kept is (sure >= 0.9)


def test_a_check_of_before_the_sign_test_says_the_same_as_then() -> None:
    """The version of a project's knowledge is a digest of it: it stays."""
    check = Check(part=Part.NAMES, articles=3, without=0.5, within=0.6)
    assert msgspec.to_builtins(check) == {"part": "names", "articles": 3, "without": 0.5, "within": 0.6}
    assert check.is_kept


def test_a_version_is_named_by_its_articles_and_all_it_says() -> None:
    first = Knowledge(articles=7, entries=(Entry(part=Part.CUES, words="решить", pro=2.0),))
    assert first.version.split("-")[0] == "7"
    assert len(first.version) == len("7-") + 8
    others = [msgspec.structs.replace(first, left_out=1), msgspec.structs.replace(first, entries=()), Knowledge()]
    assert len({one.version for one in (first, *others)}) == 4
    assert msgspec.convert(msgspec.to_builtins(first), Knowledge).version == first.version
    assert made_by(Head(extra={"knowledge": first.version})) == first.version
    assert made_by(Head(extra={"knowledge": 5})) is None
    assert made_by(Head()) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": ""}, {"pro": -0.1}, {"con": -1.0}, {"expected": -1.0}, {"pro": 1e9}, {"con": float("inf")},
        {"expected": float("nan")}, {"articles": -1},
    ],
)  # fmt: skip
def test_an_entry_that_makes_no_sense_is_named(wrong: dict[str, object]) -> None:
    good = Entry(part=Part.NAMES, words="мост", pro=0, con=999_999_999, articles=0)
    check_entries((good, good))
    bad = msgspec.structs.replace(good, **wrong)
    with pytest.raises(msgspec.ValidationError) as caught:
        check_entries((good, bad))
    assert str(caught.value) == f"entry 2 ({bad.words or 'without words'}) makes no sense"
    body = msgspec.json.encode({"entries": [{"part": "names", "words": ""}]}).decode()
    for name in (Ruling.IMPORT, Ruling.LEARN):
        with pytest.raises(msgspec.ValidationError, match="entry 1"):
            read_body(name, body)


def test_what_acts_say_comes_back_as_it_was_written() -> None:
    knowledge = Knowledge(articles=3, entries=(Entry(part=Part.NAMES, words="мост", says="LOC", pro=1),))
    bodies: dict[Ruling, Switch | Forget | Knowledge | None] = {
        Ruling.SWITCH: Switch(True), Ruling.FORGET: Forget("names:мост"), Ruling.IMPORT: knowledge,
        Ruling.LEARN: knowledge, Ruling.UNDO: None,
    }  # fmt: skip
    assert {name: read_body(name, write_body(body)) for name, body in bodies.items()} == bodies
    for name, body in (("switch", '{"on": 1}'), ("switch", '{"on": true, "x": 1}'), ("forget", "{}"), ("undo", "[]"),
                       ("undo", "x"), ("learn", '{"entries": 1}')):  # fmt: skip
        with pytest.raises(msgspec.DecodeError):
            read_body(name, body)


def act(at: int, name: Ruling, body: Switch | Forget | Knowledge | None, undoes: str | None = None) -> Act:
    return Act(uid=f"u{at}", at=f"2026-01-{at:02}", author="Анна", name=name, body=write_body(body), undoes=undoes)


def test_what_was_taken_back_does_not_count_and_the_last_word_does() -> None:
    old, new, foreign = (Knowledge(articles=count) for count in (1, 2, 3))
    acts = [
        act(1, Ruling.SWITCH, Switch(True)), act(2, Ruling.LEARN, old), act(3, Ruling.FORGET, Forget("a")),
        act(4, Ruling.IMPORT, foreign), act(5, Ruling.LEARN, new), act(6, Ruling.FORGET, Forget("b")),
        act(7, Ruling.SWITCH, Switch(False)),
    ]  # fmt: skip
    found = told(tuple(acts))
    assert (found.on, found.forgotten, found.imported, found.current) == (
        False, frozenset("ab"), (foreign,), new,
    )  # fmt: skip
    assert [one.uid for one in found.live] == [one.uid for one in acts]
    undone = [*acts, *(act(at, Ruling.UNDO, None, f"u{of}") for at, of in ((8, 7), (9, 5), (10, 3), (11, 4)))]
    found = told(tuple(reversed(undone)))
    assert (found.on, found.forgotten, found.imported, found.current) == (True, frozenset("b"), (), old)
    redone = [
        *undone,
        act(12, Ruling.UNDO, None, "u9"),
        act(13, Ruling.UNDO, None, "u12"),
        act(14, Ruling.UNDO, None, "u13"),
    ]
    assert told(tuple(redone)).current == new
    assert [one.uid for one in told(tuple(redone)).live] == ["u1", "u2", "u5", "u6", "u8", "u10", "u11", "u12", "u14"]
    assert told(()) == (False, frozenset(), frozenset(), (), None, ())
