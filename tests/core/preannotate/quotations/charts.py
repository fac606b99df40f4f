"""Under-line charts: a sentence and, below it, one line for each quotation, drawn letter under letter.

D, I, M  content of a direct, indirect or mixed quotation    C  cue    S  speaker mention    B  both (``по его словам``)

``¶`` stands for a line break. A sentence without a chart has no quotation. Lines that start with ``#`` name the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LETTERS = {"direct": "D", "indirect": "I", "mixed": "M"}


class Drawn(NamedTuple):
    """A case: its name, the text, and the charts, each as long as the text at most."""

    name: str
    text: str
    charts: tuple[str, ...]


def read_charts(path: Path) -> Iterator[Drawn]:
    """Yield the drawn cases of a file."""
    name, text, charts = "", "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "#"]:
        if line.startswith("#"):
            if text:
                yield Drawn(name, text.replace("¶", "\n"), tuple(charts))
            name, text, charts = line.lstrip("# "), "", []
        elif not text:
            text = line
        elif line.strip():
            charts.append(line.rstrip())


def draw(text: str, quotation: object) -> str:
    """Draw one quotation (anything with form, ranges, cue, mention) under its text."""
    line = [" "] * len(text)
    for r in quotation.ranges:  # type: ignore[attr-defined]
        line[r.start : r.end] = LETTERS[str(quotation.form)] * (r.end - r.start)  # type: ignore[attr-defined]
    for letter, where in (("C", quotation.cue), ("S", quotation.mention)):  # type: ignore[attr-defined]
        if where is not None:
            for i in range(where.start, where.end):
                line[i] = "B" if letter == "S" and line[i] == "C" else letter
    return "".join(line).rstrip()
