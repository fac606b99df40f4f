"""What was proposed in an article, in lines for people: scores, rules and why."""

from __future__ import annotations

from collections.abc import Iterator

from core.language import number, tr
from core.model import Actor, Quotation, Range
from core.model.layer import Layer
from core.report.reasons import in_words, rule_words
from core.words.values import form_words


def explained(layer: Layer) -> Iterator[str]:
    """Yield lines that say what was proposed in an article, with scores and rules."""
    text = layer.article.text
    yield f"{layer.article.id}: {layer.article.title or ''}".rstrip(": ")
    for item in layer.annotations():
        score = "" if item.score is None else f"{number(item.score, 2)} "
        rule = "" if item.rule is None else f" [{rule_words(item.rule)}]"
        if isinstance(item, Quotation):
            content = " … ".join(_shortened(text, span) for span in item.ranges)
            yield f"  {score}{form_words(item.form)} {item.start}–{item.end}{rule} {content}"
            yield f"      {'; '.join(_frame(layer, item))}"
            evidence = item.extra.get("evidence", ())
            yield from (f"      {tr('because {reason}', reason=in_words(str(why)))}" for why in evidence)
        else:
            start, end = item.range
            yield f"  {score}{item.label} {start}–{end}{rule} {_shortened(text, item.range)}"


def _frame(layer: Layer, item: Quotation) -> Iterator[str]:
    """Yield what is said of the frame of a quotation: cue, mention, speaker."""
    text, speaker = layer.article.text, layer.actor(item.speaker)
    yield tr("cue {words}", words=_shortened(text, item.cue)) if item.cue else tr("no cue")
    yield tr("mention {words}", words=_shortened(text, item.mention)) if item.mention else tr("no mention")
    yield tr("speaker {name}", name=speaker.name) if isinstance(speaker, Actor) else tr("speaker unknown")


def _shortened(text: str, span: Range) -> str:
    part = text[span.start : span.end].replace("\n", " ")
    return part if len(part) <= 100 else f"{part[:60]} … {part[-35:]}"
