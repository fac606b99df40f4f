"""What a report of a repair names of many, and what it calls complete."""

from __future__ import annotations

import pytest

from core.store.checks import Finding
from core.store.repair_report import RepairReport, note, some

ALL = [f"e_{number}" for number in range(1, 30)]


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 29])
def test_of_many_items_the_first_twenty_are_named(count: int) -> None:
    named = some(iter(ALL[:count]))
    assert named.removesuffix(" …").split(", ") == (ALL[: min(count, 20)] or [""])
    assert named.endswith(" …") is (count > 20)


@pytest.mark.parametrize(
    ("code", "complete"),
    [
        *((code, False) for code in (
            "repair-article-lost", "repair-article-named", "repair-text", "repair-title", "repair-meta",
            "repair-labels-lost", "repair-layer-lost", "repair-layer-guessed", "repair-uncounted", "repair-head",
            "repair-log", "repair-log-broken", "repair-link", "repair-row", "repair-id", "repair-annotator",
            "repair-source", "repair-name", "repair-value", "repair-whole-backup", "verify-unreadable",
        )),
        *((code, True) for code in ("repair-from-backup", "repair-from-log", "repair-items-backup", "repair-counts")),
    ],
)  # fmt: skip
def test_what_came_back_whole_is_no_loss(code: str, *, complete: bool) -> None:
    report = RepairReport()
    assert report.complete
    note(report, code, article="a-1", count=5)
    assert report.repaired == [Finding(code=code, facts={"article": "a-1", "count": "5"})]
    assert report.complete is complete
    assert not RepairReport(lost=["{}"]).complete
    assert RepairReport(restored=["{}"]).complete
