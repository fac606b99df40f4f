"""Why a speaker is wrong: each kind with a sentence of its own."""

from __future__ import annotations

import pytest

from core.agreement.speaker_errors import KINDS, Attribution, kind_of
from core.model import Range

TEXT = "Глава района Нина Белова встретилась с мэром. Она сказала, что мост готов. Усталый голос молчал."


def at(words: str) -> Range:
    start = TEXT.index(words)
    return Range(start, start + len(words))


@pytest.mark.parametrize(
    ("kind", "gold", "found"),
    [
        ("frame", Attribution(at("Она"), "Нина Белова"), Attribution(at("мэром"), "мэр")),
        ("frame", Attribution(at("Она"), "Нина Белова"), Attribution(None, "мэр")),
        ("omitted", Attribution(None, "Нина Белова"), Attribution(None, "мэр")),
        ("pronoun", Attribution(at("Она"), "Нина Белова"), Attribution(at("Она"), "мэр")),
        ("naming", Attribution(at("Нина Белова"), "Нина Белова"), Attribution(at("Белова"), "Беловой Нины двое")),
        ("title", Attribution(at("Глава района"), "Нина Белова"), Attribution(at("Глава района"), "мэр")),
        ("description", Attribution(at("Усталый голос"), "голос"), Attribution(at("Усталый голос"), "мэр")),
    ],
)
def test_kinds(kind: str, gold: Attribution, found: Attribution) -> None:
    assert kind_of(TEXT, gold, found) == kind
    assert kind in KINDS
