"""Answers verified against the text: what fits is proposed, everything else is counted by its reason."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model import Entity, Quotation, State, ranges_of
from core.proposers.answers import REASONS, Fitted, fitted, read_answer
from tests.proposer_samples import QUOTED, TEXT, answer, make, span

LABELS = ["PER", "ORG"]


def fit(**changes: Any) -> Fitted:
    return fitted(make(), answer(**changes), LABELS, "gemma")


def reasons(found: Fitted) -> list[str]:
    return [one.reason for one in found.refused]


def test_an_answer_that_fits_is_a_layer_of_proposals() -> None:
    found = fit()
    layer = found.layer
    assert (layer.annotator, found.refused) == ("auto:gemma", ())
    assert [TEXT[ranges_of(one)[0].start : ranges_of(one)[-1].end] for one in layer.annotations()] == [
        QUOTED, "Анна Крылова", "Крыловой",
    ]  # fmt: skip
    assert {one.state for one in layer.annotations()} == {State.AUTO}
    quotation = layer.quotations()[0]
    assert (quotation.rule, quotation.score) == ("gemma: dash", 0.5)
    assert quotation.extra["proposer"] == "gemma 7"
    actor = layer.actor(quotation.speaker)
    assert actor is not None
    assert actor.name == "Анна Крылова"
    assert layer.head.extra["proposer"] == {"name": "gemma", "version": "7"}
    assert all(one.id.startswith("gemma.") for one in layer.items.values())


def test_an_answer_cannot_say_that_a_person_decided() -> None:
    entity = {"label": "PER", **span("Крыловой"), "origin": "manual", "note": "!", "state": "accepted"}
    found = fit(entities=[entity], quotations=[]).layer.entities()[0]
    assert (found.state, found.note) == (State.AUTO, "")


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ({"label": "PER", "start": 0, "end": 999}, "outside"),
        ({"label": "PER", "start": -1, "end": 3}, "outside"),
        ({"label": "PER", "start": 5, "end": 5}, "outside"),
        ({"label": "PER", "start": 0, "end": 4, "text": "Мост"}, "text-differs"),
        ({"label": "PER", "start": 0.0, "end": 4}, "shape"),
        ({"label": "PER", "start": True, "end": 4}, "shape"),
        ({"label": "PER"}, "shape"),
        ({"label": "ZZZ", "start": 0, "end": 4}, "label"),
        ({"label": ["PER"], "start": 0, "end": 4}, "label"),
        ("Мост", "shape"),
        (None, "shape"),
    ],
)
def test_an_entity_that_does_not_fit_is_named_and_the_rest_is_kept(entity: Any, reason: str) -> None:
    found = fit(entities=[entity, {"label": "PER", **span("Крыловой")}])
    assert reasons(found) == [reason]
    assert found.refused[0].what.startswith("entities[0]")
    assert [one.range for one in found.layer.entities()] == [(TEXT.index("Крыловой"), TEXT.index("Крыловой") + 8)]
    assert found.layer.head.extra["proposer"]["refused"] == {reason: 1}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"form": "loud"}, "form"),
        ({"ranges": []}, "shape"),
        ({"ranges": [span("Мост"), span(QUOTED)]}, "ranges"),
        ({"ranges": [{"start": 0, "end": 9999}]}, "outside"),
        ({"ranges": [{**span("Мост"), "text": "мост"}]}, "text-differs"),
    ],
)
def test_a_quotation_that_does_not_fit_is_refused(changes: dict[str, Any], reason: str) -> None:
    given = answer()["quotations"][0] | changes
    found = fit(quotations=[given])
    assert (reasons(found), found.layer.quotations()) == ([reason], [])
    assert len(found.layer.entities()) == 2


def test_a_quotation_stays_without_the_parts_that_do_not_fit() -> None:
    given = answer()["quotations"][0] | {
        "cue": {"start": 3, "end": 5, "text": "??"}, "speaker": "nobody", "speaker_mention": {"start": 900, "end": 901},
        "parent": "q9", "score": 7,
    }  # fmt: skip
    found = fit(quotations=[given])
    quotation = found.layer.quotations()[0]
    assert (quotation.cue, quotation.mention, quotation.speaker, quotation.parent, quotation.score) == (None,) * 5
    assert Counter(reasons(found)) == Counter({"text-differs": 1, "link": 2, "outside": 1, "score": 1})


def test_what_crosses_or_repeats_is_refused_and_what_nests_is_kept() -> None:
    inner = {"id": "in", "form": "direct", "ranges": [span("Мост откроют")], "parent": "out"}
    outer = {"id": "out", "form": "direct", "ranges": [span(QUOTED)]}
    crossing = {"form": "direct", "ranges": [span("осенью», — сказала")]}
    found = fit(quotations=[outer, inner, crossing, outer])
    assert reasons(found) == ["overlap", "twice"]
    made = {TEXT[one.start : one.end]: one for one in found.layer.quotations()}
    assert made["Мост откроют"].parent == made[QUOTED].id


def test_quotations_that_stand_in_each_other_are_told_apart() -> None:
    one = {"id": "1", "form": "direct", "ranges": [span(QUOTED)], "parent": "2"}
    two = {"id": "2", "form": "direct", "ranges": [span("Мост откроют")], "parent": "1"}
    found = fit(quotations=[one, two])
    assert reasons(found) == ["cycle"]
    assert len(found.layer.quotations()) == 2


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id": "other", "entities": []}, "proposer-other-article"),
        ({"text": "Другой текст", "entities": []}, "proposer-other-text"),
        ({"id": "a-1"}, "proposer-shape"),
        ({"entities": "none"}, "proposer-shape"),
        ({"entities": [None] * 6000}, "proposer-many"),
    ],
)
def test_an_answer_about_something_else_is_refused_whole(given: dict[str, Any], code: str) -> None:
    with pytest.raises(UserError) as error:
        fitted(make(), given, LABELS, "gemma")
    assert error.value.code == code


@pytest.mark.parametrize(
    "line", [b"", b"hello", b"[1]", b"{", b'{"a": "\\ud800"}', b"\xff\xfe", b"[" * 5000, b"3", b'{"a":' * 300]
)
def test_rubbish_is_no_answer(line: bytes) -> None:
    with pytest.raises(UserError) as error:
        read_answer(line)
    assert error.value.code == "proposer-json"
    assert str(error.value).startswith("The answer is not one JSON object")


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["start", "end", "text", "label", "form", "ranges", "cue", "id", "actor", "speaker", "parent", "name", "score"]
    ), inner, max_size=6),
    max_leaves=12,
)  # fmt: skip


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] + [one for key, item in inner for one in _paths(item, (*path, key))] if path else [
        one for key, item in inner for one in _paths(item, (key,))
    ]  # fmt: skip


@given(st.data())
def test_no_mutated_span_ever_enters(data: st.DataObject) -> None:
    """Whatever is put anywhere in an answer: what comes in stands in the text, and the counts say what did not."""
    given_ = json.loads(json.dumps(answer()))
    given_["quotations"].append({"id": "q", "form": "indirect", "ranges": [span("работы идут")], "speaker": "x"})
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(_paths(given_)))
        holder: Any = given_
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = data.draw(_json)
    try:
        found = fitted(make(), given_, LABELS, "gemma")
    except UserError as error:
        if error.code not in ("proposer-other-article", "proposer-shape"):
            raise
        return
    asked = given_["entities"] or []
    spans = {
        (one["start"], one["end"]): one.get("text")
        for one in asked if isinstance(one, dict) and type(one.get("start")) is int and type(one.get("end")) is int
    }  # fmt: skip
    for item in found.layer.annotations():
        assert item.state is State.AUTO
        for start, end in ranges_of(item):
            assert 0 <= start < end <= len(TEXT)
        if isinstance(item, Entity):
            assert item.label in LABELS
            assert spans[item.range] in (None, TEXT[item.range.start : item.range.end])
        if isinstance(item, Quotation) and item.cue is not None:
            assert 0 <= item.cue.start < item.cue.end <= len(TEXT)
    assert {one.reason for one in found.refused} <= REASONS.keys()
    proposed = (given_["entities"] or []) + (given_["quotations"] or [])
    kept = len(found.layer.annotations())
    whole = sum("." not in one.what.split(" ")[0] for one in found.refused if not one.what.startswith("actors"))
    assert kept + whole == len(proposed)
