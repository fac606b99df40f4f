"""Who said what in whole small articles: the lines of ``articles.txt``, through the whole pre-annotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.preannotate.annotator import Annotator
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD
from core.report.reasons import SPEAKERS

LINES = (Path(__file__).parent / "articles.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]


def _is_same(given: str, found: str | None) -> bool:
    """Tell whether two names are of one source: the words of one are among the other's (``score.py``)."""
    if found is None:
        return given == "-"
    wanted, words = set(WORD.findall(folded(given))), set(WORD.findall(folded(found)))
    return bool(wanted and words) and (wanted <= words or words <= wanted)


@pytest.mark.parametrize("line", CASES, ids=[line[:50] for line in CASES])
def test_who_says_what(line: str) -> None:
    text, _, speakers = line.replace("¶", "\n").partition(" => ")
    found = Annotator().propose(text)
    names = {actor.id: actor.name for actor in found.actors}
    quotations = sorted(found.quotations, key=lambda q: q.ranges[0].start)
    said = [names.get(q.speaker) if q.speaker else None for q in quotations]
    expected = speakers.split("; ")
    assert len(said) == len(expected), said
    assert all(_is_same(one, other) for one, other in zip(expected, said, strict=True)), said
    rules = {why.removeprefix("speaker: ") for q in quotations for why in q.extra["evidence"] if why[:9] == "speaker: "}
    assert rules <= SPEAKERS.keys()  # window and command line have words for each
