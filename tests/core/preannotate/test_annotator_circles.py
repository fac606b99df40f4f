"""A tree with wrong heads, circles among them, ends in proposals, never in a rule that runs in a circle."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.preannotate.analysis import analyse
from core.preannotate.analysis.analysis import Token
from core.preannotate.annotator import Annotator

ARTICLES = Path(__file__).parent / "speakers" / "articles.txt"
LINES = [line for line in ARTICLES.read_text(encoding="utf-8").splitlines() if " => " in line]
WRONG = 0.3
"""The share of heads that are drawn anew."""


@pytest.mark.parametrize("seed", range(4))
def test_wrong_heads_end_in_proposals(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, repaired = random.Random(seed), analyse.repaired

    def with_wrong_heads(given: Iterable[Token]) -> tuple[Token, ...]:
        tokens = tuple(given)
        heads = (drawn.randrange(-1, len(tokens)) if drawn.random() < WRONG else t.head for t in tokens)
        return repaired([replace(token, head=head) for token, head in zip(tokens, heads, strict=True)])

    monkeypatch.setattr(analyse, "repaired", with_wrong_heads)
    annotator = Annotator()
    for line in drawn.sample(LINES, 40):
        text = line.partition(" => ")[0].replace("¶", "\n")
        found = annotator.propose(text)
        assert all(r.end <= len(text) for q in found.quotations for r in q.ranges)
