"""The sample's articles as two people and the pre-annotation have them, for reports and the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[1] / "resources" / "sample" / "sample-gold.jsonl"


def as_boris(row: dict[str, Any]) -> dict[str, Any]:
    """Return a second layer that differs: every fourth quotation is missing, of another form, or said by another."""
    made: dict[str, Any] = json.loads(json.dumps({**row, "annotator": "boris", "status": "in_progress"}))
    parents = {one["parent"] for one in made["quotations"]}
    for at, one in enumerate(list(made["quotations"])):
        if at % 4 == 1 and one["id"] not in parents:
            made["quotations"].remove(one)
        elif at % 4 == 2:
            one["form"] = {"direct": "mixed", "indirect": "mixed", "mixed": "indirect"}[one["form"]]
        elif at % 4 == 3:
            one["speaker"] = made["actors"][at % len(made["actors"])]["id"]
            one["flags"] = ["question"]
    return made


def as_proposed(row: dict[str, Any]) -> dict[str, Any]:
    """Return proposals for the articles: what boris has, with scores and rules."""
    made = {**as_boris(row), "annotator": "auto", "status": "new"}
    for at, one in enumerate([*made["quotations"], *made["entities"]]):
        one.update(state="auto", score=0.4 + at % 6 / 10, rule=f"rule-{at % 3}", flags=[])
    return made


def versions_of_the_sample(path: Path, count: int = 10) -> Path:
    """Write the first articles of the sample as proposed, as anna's, done, and as boris', in progress."""
    rows = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()][:count]
    versions = [
        one for row in rows for one in (as_proposed(row), {**row, "annotator": "anna", "status": "done"}, as_boris(row))
    ]
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in versions), "utf-8")
    return path
