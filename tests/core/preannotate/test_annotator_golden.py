"""What pre-annotation proposes for drawn and random sentences and the sample: speakers, actors, entities, nesting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model import Range
from core.model.layer import Layer
from core.preannotate import Annotator
from tests.acts import article_of
from tests.core.preannotate.quotations.charts import read_charts
from tests.core.preannotate.sentences import sentences
from tests.golden import same_as_golden

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "resources" / "sample"
PARTS = 8


def drawn() -> list[str]:
    """Return the texts of the drawn sentences."""
    return [case.text for case in read_charts(HERE / "quotations" / "quotation_charts.txt")]


def described(layer: Layer) -> Iterator[str]:
    """Yield a line for each item of a layer; scores are left out."""
    text = layer.article.text
    names = {actor.id: f"{actor.name} ({actor.kind})" for actor in layer.actors()}

    def words(span: Range | None) -> str:
        return "–" if span is None else text[span.start : span.end]

    for entity in layer.entities():
        yield f"  {entity.label} {words(entity.range)} → {names.get(entity.actor or '', '–')}"
    for one in layer.quotations():
        content = " … ".join(words(span) for span in one.ranges)
        fields = (content, words(one.cue), words(one.mention), names.get(one.speaker or "", "–"))
        yield f"  {one.id} {one.form}{f' in {one.parent}' if one.parent else ''} {one.rule}: {' | '.join(fields)}"


@pytest.mark.parametrize("part", range(PARTS))
def test_proposals_for_the_drawn_sentences(part: int) -> None:
    annotator, texts = Annotator(), drawn()[part::PARTS]
    assert texts
    out = []
    for text in texts:
        out += [text.replace("\n", "¶"), *described(annotator.annotate(article_of(text))), ""]
    same_as_golden(HERE / "golden" / f"sentences-{part}.txt", "\n".join(out))


@pytest.mark.parametrize("part", range(PARTS))
def test_proposals_for_random_sentences(part: int) -> None:
    annotator, out = Annotator(), []
    for text in sentences(800)[part::PARTS]:
        found = list(described(annotator.annotate(article_of(text))))
        out += [text.replace("\n", "¶"), *found] if found else []
    same_as_golden(HERE / "golden" / f"random-{part}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_proposals_for_the_sample(path: Path) -> None:
    layer = Annotator().annotate(article_of(path.read_text("utf-8")))
    same_as_golden(HERE / "golden" / f"{path.stem}.txt", "\n".join(described(layer)) + "\n")
