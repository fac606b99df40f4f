"""What pre-annotation proposes for short articles, with its scores and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from core.model import Range
from core.model.layer import Layer
from core.preannotate import Annotator
from tests.acts import article_of
from tests.core.preannotate.articles import DIALOGUES, INDIRECT, NEWS, QUESTIONED, SPEECHES
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "articles"


def described(layer: Layer) -> Iterator[str]:
    """Yield a line for each actor, entity and quotation, and one with the reasons of a quotation."""
    text = layer.article.text
    names = {actor.id: f"{actor.name} ({actor.kind})" for actor in layer.actors()}

    def words(*spans: Range | None) -> str:
        return " … ".join("–" if span is None else f"{text[span.start : span.end]}@{span.start}" for span in spans)

    if names:
        yield f"  {', '.join(sorted(names.values()))}"
    for entity in layer.entities():
        name = names.get(entity.actor or "", "–")
        yield f"  {entity.label} {words(entity.range)} → {name} [{entity.rule}]"
    for one in layer.quotations():
        scores = cast("dict[str, float]", one.extra["scores"])
        sure = f"{scores['content']:.2f} {scores['speaker']:.2f}"
        inside = f" in {one.parent}" if one.parent else ""
        yield f"  {one.id} {one.form}{inside} {one.rule} {sure}: {words(*one.ranges)}"
        yield f"    {words(one.cue)} | {words(one.mention)} | {names.get(one.speaker or '', '–')}"
        yield f"    {'; '.join(cast('list[str]', one.extra['evidence']))}"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("speeches-1", SPEECHES[::2]),
        ("speeches-2", SPEECHES[1::2]),
        ("dialogues", DIALOGUES),
        ("indirect-1", INDIRECT[::2]),
        ("indirect-2", INDIRECT[1::2]),
        ("news-1", NEWS[::2]),
        ("news-2", NEWS[1::2]),
        ("questioned", QUESTIONED),
    ],
)
def test_proposals_for_short_articles(name: str, texts: tuple[str, ...]) -> None:
    annotator, out = Annotator(), []
    for text in texts:
        found = "\n".join(described(annotator.annotate(article_of(text))))
        out += [text.replace("\n", "¶"), found.replace("\n  ", "\f").replace("\n", "¶").replace("\f", "\n  ")]
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(out) + "\n")
