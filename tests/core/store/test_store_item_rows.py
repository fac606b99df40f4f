"""Items and their rows: every item comes back from its row, and no value of another kind makes an item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from core.model import Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.text import covered
from core.store import rows
from core.store.rows import BadRow, Row
from tests.golden import same_as_golden
from tests.paths import DATA

TEXT = "Мэр: «Да», — сказала Зоя 🏭. Так."
HALF = "Мэр \ud83c: «Да», — сказала Зоя."
HEAD = Head(status=Status.DONE, note="н", flags=("a", "б"), extra={"к": 1})
ACTOR = Actor(id="a_1", name="Зоя", kind=ActorKind.PERSON, aliases=("З.",), source="s_1", note="н", extra={"к": [1]})
ENTITY = Entity(
    id="e_1", label="PER", range=Range(21, 24), actor="a_1", state=State.ACCEPTED, guessed=("label",), score=0.5,
    rule="r", note="н", flags=("a",), extra={"к": None},
)  # fmt: skip
QUOTATION = Quotation(
    id="q_1", form=Form.MIXED, ranges=(Range(5, 9), Range(28, 31)), cue=Range(13, 20), mention=Range(21, 24),
    speaker="a_1", parent="q_0", state=State.REJECTED, guessed=("speaker", "cue"), score=0.25,
    rule="r", note="н", flags=("a",),
    extra={"к": "с"},
)  # fmt: skip
KINDS: dict[str, tuple[tuple[str, ...], Callable[[Row], Item], Row]] = {
    "head": (rows.HEAD, rows.read_head, rows.head_row(HEAD)),
    "actor": (
        ("id", "name", "kind", "aliases", "source", "note", "extra"), rows.read_actor,
        ("a_1", "Зоя", "person", '["З."]', "s_1", "н", '{"к":[1]}'),
    ),
    "entity": (
        ("id", "label", "start", "end", "actor", "state", "guessed", "score", "rule", "note", "flags", "extra"),
        rows.read_entity,
        ("e_1", "PER", 21, 24, "a_1", "accepted", '["label"]', 0.5, "r", "н", '["a"]', '{"к":null}'),
    ),
    "quotation": (
        ("id", "form", "ranges", "cue_start", "cue_end", "mention_start", "mention_end", "speaker", "parent",
         "state", "guessed", "score", "rule", "note", "flags", "extra"),
        rows.read_quotation,
        ("q_1", "mixed", "[[5,9],[28,31]]", 13, 20, 21, 24, "a_1", "q_0", "rejected", '["speaker","cue"]', 0.25, "r",
         "н", '["a"]', '{"к":"с"}'),
    ),
}  # fmt: skip
VALUES: tuple[object, ...] = (
    None, "", "x", b"x", 0, 5, -1, 1.5, float("inf"), float("nan"), True, "[]", "[", "[1]", '["a","b"]', "{}",
    '{"a":1}',
    "[[0,1]]", "[[0]]", "new", "person", "auto", "direct",
)  # fmt: skip


def test_rows_are_read_and_written_the_same() -> None:
    """The rows above are written out once; here they are what the items make of themselves."""
    for name, item in (("head", HEAD), ("actor", ACTOR), ("entity", ENTITY), ("quotation", QUOTATION)):
        _, read, row = KINDS[name]
        assert read(row) == item
    assert rows.head_row(HEAD) == ("done", "н", '["a","б"]', '{"к":1}')
    assert rows.head_row(Head()) == ("new", "", "[]", "{}")
    assert rows.actor_row(3, ACTOR) == (3, "a_1", "Зоя", "person", '["З."]', "s_1", "н", '{"к":[1]}')
    assert rows.actor_row(3, Actor(id="a", name="")) == (3, "a", "", None, "[]", None, "", "{}")
    shared = ("accepted", '["label"]', 0.5, "r", "н", '["a"]', '{"к":null}')
    assert rows.entity_row(3, ENTITY, TEXT) == (3, "e_1", "PER", 21, 24, "a_1", *shared, "Зоя")
    bare = Entity(id="e", label="X", range=Range(0, 3))
    assert rows.entity_row(1, bare, TEXT) == (
        1, "e", "X", 0, 3, None, str(bare.state), "[]", None, None, "", "[]", "{}", "Мэр",
    )  # fmt: skip
    assert rows.quotation_row(3, QUOTATION, TEXT) == (
        3, "q_1", "mixed", "[[5,9],[28,31]]", 13, 20, 21, 24, "a_1", "q_0", "rejected", '["speaker","cue"]', 0.25, "r",
        "н", '["a"]', '{"к":"с"}', 5, 31, covered(TEXT, QUOTATION.ranges), "сказала", "Зоя",
    )  # fmt: skip
    alone = replace(QUOTATION, cue=None, mention=None, ranges=(Range(5, 9),))
    written = rows.quotation_row(3, alone, TEXT)
    assert written[4:8] == (None,) * 4
    assert written[-5:] == (5, 9, "«Да»", None, None)
    assert rows.read_quotation(written[1:17]) == alone


@pytest.mark.parametrize("name", KINDS)
def test_no_value_of_another_kind_makes_an_item(name: str) -> None:
    columns, read, right = KINDS[name]
    lines = []
    for at, column in enumerate(columns):
        said: dict[str, list[str]] = {}
        for value in VALUES:
            try:
                read((*right[:at], value, *right[at + 1 :]))
                why = "right"
            except BadRow as error:
                why = "its JSON" if str(error).startswith("its JSON") else str(error).replace(f"{value!r:.60}", "…")
            said.setdefault(why, []).append(repr(value))
        lines += [column, *(f"  {why}: {', '.join(values)}" for why, values in said.items())]
    same_as_golden(DATA / "golden" / "items" / f"{name}.txt", "\n".join(lines) + "\n")


def test_half_characters_are_kept_as_bytes() -> None:
    assert rows.write_text("ascii") == "ascii"
    assert rows.write_text("слово") == "слово"
    assert rows.write_text("\ud83c") == b"\xed\xa0\xbc"
    assert rows.read_text(b"\xed\xa0\xbc") == "\ud83c"
    assert rows.read_text("слово") == "слово"
    assert [rows.writer_of(text)("а") for text in (TEXT, HALF)] == ["а", "а"]
    assert rows.writer_of(TEXT) is str
    assert rows.writer_of(HALF)("\ud83c") == b"\xed\xa0\xbc"
    for value in (b"\xd0", 5, None):
        with pytest.raises(BadRow):
            rows.read_text(value)  # type: ignore[arg-type]


def test_small_values_are_read_or_refused() -> None:
    assert rows.read_time("2026-01-02T03:04:05Z") == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert rows.read_choice(Status, "done") is Status.DONE
    assert rows.words([("a",), ("б",)]) == ["a", "б"]
    assert rows.read_value('{"a": [1]}') == {"a": [1]}
    assert rows.read_flags("[]") == ()
    assert rows.read_flags('["a"]') == ("a",)
    assert rows.read_meta('{"a": "б"}') == {"a": "б"}
    assert rows.read_items("[]") == ()
    refused: tuple[tuple[Callable[[Any], object], object], ...] = (
        (rows.read_time, "x"), (rows.read_time, None), (rows.read_value, "{"), (rows.read_value, None),
        (rows.read_meta, '{"a": 1}'), (rows.read_flags, "[1]"), (rows.read_items, '[{"item":"x"}]'),
        (lambda value: rows.read_choice(Status, value), "x"), (rows.words, [(1,)]), (rows.words, [("a",), (None,)]),
    )  # fmt: skip
    for read, value in refused:
        with pytest.raises(BadRow):
            read(value)


def test_the_rows_of_a_query_are_checked_one_by_one() -> None:
    kinds = rows.kinds(a=rows.NUMBER, b=rows.WORD_OR_NONE)
    found = rows.checked([(1, "x"), (2, None), (3, "y"), (None, "z")], kinds)
    assert [next(found), next(found), next(found)] == [(1, "x"), (2, None), (3, "y")]
    with pytest.raises(BadRow, match="its a is none"):
        next(found)
    with pytest.raises(BadRow, match="its b is text that is no UTF-8"):
        rows.check_kinds((1, b"x"), kinds)
    with pytest.raises(BadRow, match="its b is 5"):
        rows.check_kinds((1, 5), kinds)
    assert kinds.seen == {(int, str), (int, type(None))}
