"""A conflict of a merge on one line: which item, and what each side says of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.cli.conflict_words import conflict_line
from core.history.merge import Conflict
from core.language import use
from core.model import Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.store import OpenConflict
from tests.golden import same_as_golden

TEXT = "«Мост готов», — сказала мэр Арина Велехова, и это слышали все, кто пришёл к мосту в тот дождливый день."
SAID = Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 12),), cue=Range(16, 23), speaker="a", note="раз")
NAME = Entity(id="e", label="PER", range=Range(28, 42), actor="a")
ACTOR = Actor(id="a", name="Арина Велехова", kind=ActorKind.PERSON)
HEAD = Head(status=Status.DONE, note="хорошо")


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (SAID, None, "direct quotation “«Мост готов»”: changed here, deleted in the copy"),
        (None, NAME, "PER “Арина Велехова”: changed in the copy, deleted here"),
        (SAID, replace(SAID, form=Form.MIXED), "direct quotation “«Мост готов»”: form direct here, mixed in the copy"),
        (
            SAID,
            replace(SAID, ranges=(Range(1, 5), Range(6, 11)), cue=None),
            "direct quotation “«Мост готов»”: content “«Мост готов»” here, “Мост … готов” in the copy; "
            "cue “сказала” here, none in the copy",
        ),
        (
            SAID,
            replace(SAID, mention=Range(24, 42), speaker=None, parent="p"),
            "direct quotation “«Мост готов»”: speaker mention none here, “мэр Арина Велехова” in the copy; speaker "
            "another one here, none in the copy; quotation around it none here, another one in the copy",
        ),
        (SAID, replace(SAID, note="два", flags=("unsure", "check")),
         "direct quotation “«Мост готов»”: note “раз” here, “два” in the copy; flags none here, unsure, check in the "
         "copy"),
        (SAID, replace(SAID, extra={"x": 1}),
         "direct quotation “«Мост готов»”: other fields other values here, other values in the copy"),
        (SAID, replace(SAID, state=State.ACCEPTED),
         "direct quotation “«Мост готов»”: by hand here, accepted in the copy"),
        (
            replace(SAID, ranges=(Range(44, len(TEXT)),)),
            replace(SAID, ranges=(Range(44, len(TEXT)),), form=Form.INDIRECT),
            "direct quotation “и это слышали все, кто пришёл к мосту в тот дождливый день.”: form direct here, "
            "indirect in the copy",
        ),
        (
            replace(NAME, range=Range(0, len(TEXT))),
            replace(NAME, range=Range(0, len(TEXT)), actor=None),
            "PER “«Мост готов», — сказала мэр Арина Велехова, и это слышали в…”: actor another one here, none in "
            "the copy",
        ),
        (NAME, replace(NAME, range=Range(28, 33), label="ORG"),
         "PER “Арина Велехова”: label PER here, ORG in the copy; content “Арина Велехова” here, “Арина” in the copy"),
        (ACTOR, replace(ACTOR, name="А. Велехова", aliases=("мэр",), kind=None),
         "actor “Арина Велехова”: name “Арина Велехова” here, “А. Велехова” in the copy; kind person here, none in the "
         "copy; other names none here, мэр in the copy"),
        (HEAD, Head(status=Status.RETURNED),
         "the article as a whole: status done here, returned in the copy; note “хорошо” here, “” in the copy"),
    ],
)  # fmt: skip
def test_a_conflict_on_one_line(ours: Item | None, theirs: Item | None, words: str) -> None:
    item = ours or theirs
    assert item is not None
    conflict = Conflict(item.id, item, ours, theirs)
    one = OpenConflict(1, "n", "anna", datetime(2026, 11, 1, tzinfo=UTC), "vera", "copy", conflict)
    assert conflict_line(one, "Мост", TEXT) == f"Мост, anna: {words}"


def said(ours: Item | None, theirs: Item | None, text: str = TEXT) -> str:
    item = ours or theirs
    assert item is not None
    one = OpenConflict(
        1, "n", "anna", datetime(2026, 11, 1, tzinfo=UTC), "vera", "copy", Conflict(item.id, item, ours, theirs)
    )
    return conflict_line(one, "Мост", text)


FIELDS: tuple[tuple[Item, dict[str, object]], ...] = (
    (SAID, {"form": Form.MIXED}), (SAID, {"ranges": (Range(1, 5),)}), (SAID, {"cue": None}),
    (SAID, {"mention": Range(28, 42)}), (SAID, {"speaker": "b"}), (SAID, {"parent": "p"}), (SAID, {"note": ""}),
    (SAID, {"flags": ("a", "b")}), (SAID, {"extra": {"x": 1}}), (NAME, {"range": Range(28, 33)}),
    (NAME, {"label": "ORG"}), (NAME, {"actor": None}), (NAME, {"note": "имя"}), (ACTOR, {"name": "А. В."}),
    (ACTOR, {"kind": ActorKind.GROUP}), (ACTOR, {"aliases": ("мэр",)}), (ACTOR, {"source": "s_1"}),
    (HEAD, {"status": Status.RETURNED}), (HEAD, {"flags": ("question",)}), (HEAD, {"note": "плохо"}),
)  # fmt: skip


def test_every_field_has_its_name_and_its_values_in_both_languages() -> None:
    lines = []
    for language in ("en", "ru"):
        use(language)
        lines += [said(ours, replace(ours, **changed)) for ours, changed in FIELDS]
    same_as_golden(Path(__file__).parent / "golden" / "conflict-fields.txt", "\n".join(lines) + "\n")


def test_words_are_cut_at_sixty() -> None:
    for length, shown in ((59, "М" * 59), (60, "М" * 60), (61, "М" * 59 + "…")):
        name = Entity(id="e", label="PER", range=Range(0, length))
        other = replace(name, range=Range(0, 1))
        assert said(name, other, "М" * 61) == f"Мост, anna: PER “{shown}”: content “{shown}” here, “М” in the copy"


def test_a_status_is_told_where_no_field_differs() -> None:
    states = [(State.MANUAL, "by hand"), (State.ACCEPTED, "accepted"), (State.REJECTED, "rejected")]
    for state, words in states:
        assert said(replace(SAID, state=State.AUTO), replace(SAID, state=state)).endswith(f" here, {words} in the copy")
    assert said(ACTOR, ACTOR) == "Мост, anna: actor “Арина Велехова”: as it is here, as it is in the copy"
