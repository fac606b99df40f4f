"""Every drawn case comes out as drawn."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from core.preannotate.analysis.analyse import analyse
from core.preannotate.quotations.pipeline import extract

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("quotation_charts_reader", HERE / "charts.py")
assert spec is not None
assert spec.loader is not None
charts = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = charts
spec.loader.exec_module(charts)
CASES = list(charts.read_charts(HERE / "quotation_charts.txt"))


@pytest.mark.parametrize("case", CASES, ids=[f"{i}-{case.name}" for i, case in enumerate(CASES, 1)])
def test_drawn_case(case: object) -> None:
    text: str = case.text  # type: ignore[attr-defined]
    found = [charts.draw(text, p) for p in extract(analyse(text))]
    assert found == list(case.charts), "\n".join(["", text, "drawn:", *case.charts, "found:", *found])  # type: ignore[attr-defined]


def test_every_scheme_is_drawn() -> None:
    names = {case.name.split()[0] for case in CASES}
    assert {"D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9"} <= names
    assert {"I1", "I2", "I3", "I4", "I5", "I6", "I8", "I9", "M", "not:", "mention:"} <= names
