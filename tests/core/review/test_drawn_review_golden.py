"""Drawn layers of three adjudicated in drawn ways, act after act, and what comes back to each of them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from core.comparing.compare import Match, compare
from core.comparing.fields import fields_of
from core.model import GOLD, Form, Quotation, Status
from core.model.edits import set_status
from core.model.layer import Edit, Layer
from core.review import corrections
from core.review.adjudicate import Adjudication
from core.review.decisions import Confidence, Reason, Remark, decision_of
from tests.drawing import pick
from tests.drawn_layers import act, by_another, layer, told
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden"


def versions(match: Match) -> str:
    return " / ".join("–" if one is None else one.id for one in match.versions)


def drawn_act(drawn: Random, now: Adjudication) -> tuple[str, Edit]:
    """Draw what a reviewer does next."""
    match = pick(drawn, now.comparison.matches)
    remark = Remark(pick(drawn, (None, *Reason)), pick(drawn, ("", "так")), pick(drawn, (None, *Confidence)), "вера")
    people = len(now.comparison.layers)
    at = int(drawn.random() * people)
    there = [n for n, one in enumerate(match.versions) if one is not None]
    what = pick(
        drawn, ("take", "take", "both", "compose", "edit", "reject", "reopen", "rest", "agreed", "majority", "remark")
    )
    name = f"{what} {versions(match)} {at}"
    if what == "take":
        return name, now.take(match, at, remark, alike=drawn.random() < 0.7)
    if what == "both":
        return name, now.take_both(match, remark)
    if what == "compose":
        fields = {field: pick(drawn, there) for field in fields_of(match.present[0]) if drawn.random() < 0.5}
        return f"{name} {fields}", now.compose(match, pick(drawn, there), fields, remark)
    if what == "edit":
        item = pick(drawn, match.present)
        own = (
            replace(item, speaker=None, parent=None, form=Form.MIXED)
            if isinstance(item, Quotation)
            else replace(item, actor=None)
        )
        return name, now.edit(match, replace(own, guessed=()), remark)
    if what == "reject":
        return name, now.reject(match, remark)
    if what == "reopen":
        return name, now.reopen(match)
    if what == "remark":
        return name, now.remark(match, remark)
    if what == "rest":
        return name, now.take_rest(at, remark) if drawn.random() < 0.3 else now.take(match, at)
    if what == "agreed":
        return name, now.take_agreed()
    return name, now.take_majority(None if drawn.random() < 0.5 else [match], remark)


@pytest.mark.parametrize("part", range(2))
def test_act_after_act(part: int) -> None:
    out = []
    for seed in range(6000 + part * 24, 6024 + part * 24):
        drawn = Random(seed)
        base = layer(drawn)
        layers = [base, by_another(drawn, base, "boris", "b"), by_another(drawn, base, "vera", "v")][
            : pick(drawn, (2, 3, 3))
        ]
        out.append(f"# {seed}")
        for one in layers:
            out += [f"  {told(item)}" for item in one.items.values()]
        now = Adjudication(compare(layers), Layer(base.article, GOLD))
        if not now.comparison.matches:
            continue
        lines = []
        for _ in range(7):
            if drawn.random() < 0.5:
                _ = now.open, now.not_taken  # carried on where they are known, else looked for
            name, edit = drawn_act(drawn, now)
            now = now.after(now.into.apply(edit), edit)
            fresh = Adjudication(now.comparison, now.into)
            assert [versions(one) for one in now.open] == [versions(one) for one in fresh.open]
            assert [versions(one) for one in now.not_taken] == [versions(one) for one in fresh.not_taken]
            lines.append(f"  {name}: {len(now.open)} open, {len(now.not_taken)} not taken; {act(edit)}")
        for match in now.comparison.matches:
            voted = now.majority(match)
            votes = None if voted is None else {str(field): at for field, at in voted.items()}
            decisions = [decision_of(item) for item in now.items(match)]
            lines.append(
                f"  {versions(match)}: {now.is_decided(match)} {votes}"
                f" {[(one.how.value, one.fields, one.remark) for one in decisions if one]} {len(now.same_names(match))}"
            )
        status = pick(drawn, (Status.REVIEWED, Status.IN_REVIEW))
        gold = now.into.apply(set_status(now.into, status))
        for mine in layers:
            _, found = corrections.corrections(mine, gold)
            for one in found:
                adopted = corrections.adopt(mine, gold, one)
                mine.apply(adopted)
                lines.append(f"  {mine.annotator} {versions(one.match)} {one.reason} {one.remark}; {act(adopted)}")
        out += numbered("\n".join(lines)).split("\n")
    same_as_golden(GOLDEN / f"drawn-{part}.txt", "\n".join(out) + "\n")
