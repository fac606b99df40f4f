"""A conflict of a merge on one line: which item, and what each side says of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from core.cli.conflict_words import conflict_line
from core.history.merge import Conflict
from core.model import Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.store import OpenConflict

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
