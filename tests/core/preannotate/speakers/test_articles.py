"""Who said what in whole small articles: the lines of ``articles.txt``, through the whole pre-annotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.comparing.compare import same_source
from core.preannotate.annotator import Annotator
from core.report.reasons import SPEAKERS

LINES = (Path(__file__).parent / "articles.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("line", CASES, ids=[line[:50] for line in CASES])
def test_who_says_what(line: str) -> None:
    text, _, speakers = line.replace("¶", "\n").partition(" => ")
    found = Annotator().propose(text)
    names = {actor.id: actor.name for actor in found.actors}
    quotations = sorted(found.quotations, key=lambda q: q.ranges[0].start)
    said = [names.get(q.speaker) if q.speaker else None for q in quotations]
    everybody = speakers.split("; ") if speakers != "no quotation" else []
    expected = [None if one == "-" else one for one in everybody]
    assert len(said) == len(expected), said
    assert all(same_source(one, other) for one, other in zip(expected, said, strict=True)), said
    rules = {why.removeprefix("speaker: ") for q in quotations for why in q.extra["evidence"] if why[:9] == "speaker: "}
    assert rules <= SPEAKERS.keys()  # window and command line have words for each
