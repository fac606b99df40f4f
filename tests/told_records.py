"""What a reader makes of a file, in a few lines: every field that is not empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.errors import UserError
from core.formats.base import Record, Refused
from core.model import Actor, Entity, Head, Item, Quotation, Range


def told_records(found: Iterable[Record | Refused]) -> Iterator[str]:
    """Yield the lines that tell records and refusals; an error that ends the reading is the last one."""
    try:
        for one in found:
            yield from told(one)
    except UserError as error:
        yield f"  ended by {error.code}: {error.facts.get('reason', error.facts.get('field', ''))}"


def told(one: Record | Refused) -> Iterator[str]:
    """Yield the lines that tell a record or a refusal."""
    if isinstance(one, Refused):
        yield f"  refused, line {one.line}, field {one.field!r}: {one.reason}"
        return
    article, layer = one.article, one.layer
    numbered = ", numbered" if one.numbered else ""
    yield f"  {article.id} of {layer.annotator!r}, {layer.head.status}, line {one.line}{numbered}: {article.text!r}"
    facts = {"title": article.title, "meta": article.meta, "notes": one.notes, "note": layer.head.note}
    facts |= {"flags": layer.head.flags, "extra": layer.head.extra, "sources": [source.id for source in one.sources]}
    for name, value in facts.items():
        if value:
            yield f"    {name}: {value!r}"
    for item in layer.items.values():
        if not isinstance(item, Head):
            yield f"    {told_item(item, article.text)}"


def told_item(item: Item, text: str) -> str:
    """Return an item in a line."""

    def words(*spans: Range | None) -> str:
        return " + ".join(f"{span.start} {text[span.start : span.end]!r}" for span in spans if span is not None)

    if isinstance(item, Actor):
        parts = [f"{item.id} = {item.name!r}", str(item.kind or "")]
    elif isinstance(item, Entity):
        parts = [f"{item.id} {item.label} {words(item.range)}", f"is {item.actor}" if item.actor else ""]
    elif isinstance(item, Quotation):
        parts = [f"{item.id} {item.form} {words(*item.ranges)}"]
        parts += [f"{name} {words(span)}" for name, span in (("cue", item.cue), ("by", item.mention)) if span]
        parts += [f"{name} {value}" for name, value in (("who", item.speaker), ("in", item.parent)) if value]
    for name in ("state", "score", "rule", "note", "flags", "guessed", "extra", "aliases", "source"):
        value = getattr(item, name, None)
        if value or value == 0:
            parts.append(f"{name} {value!s}")
    return ", ".join(part for part in parts if part)
