"""Articles of a given size with a given number of items, grown from the sample project's own texts and annotations."""

from __future__ import annotations

from importlib.resources import files

from msgspec.structs import replace

from core.formats.base import Record, make_article
from core.formats.jsonl import read_record
from core.model import Entity, Item, Quotation, Range, State
from core.model.layer import Layer

SIZES = {"3 KB": (3_000, 60), "100 KB": (100_000, 2_000), "1 MB": (1_000_000, 20_000)}
"""Name: (code points, items), as the issues name them."""


def samples() -> list[Record]:
    """Return the sample articles with their annotations."""
    lines = files("resources").joinpath("sample/sample-gold.jsonl").read_bytes().splitlines()
    return [read_record(line, source="sample-gold.jsonl", line_number=n) for n, line in enumerate(lines, 1)]


def grown(length: int, number: int, annotator: str = "auto", state: State = State.AUTO) -> Layer:
    """Return a layer of about ``length`` code points with ``number`` quotations and entities.

    The sample articles follow each other until the text is long enough; where they hold too few items, tokens are
    marked as entities besides, spread evenly, so that density is that of the busiest real articles.
    """
    text, items, copy = "", [], 0
    source = samples()
    while len(text) < length:
        record = source[copy % len(source)]
        items += _moved(record.layer, len(text), f"{copy}.", state)
        text += record.article.text.rstrip("\n") + "\n"
        copy += 1
    items = [item for item in items if not isinstance(item, (Entity, Quotation)) or _end(item) <= length]
    text = text[:length]
    parents = {item.id for item in items}
    items = [
        replace(item, parent=None) if isinstance(item, Quotation) and item.parent not in parents else item
        for item in items
    ]
    have = sum(isinstance(item, (Entity, Quotation)) for item in items)
    items += _fill(text, number - have, state)
    drop = have - number
    entities = [item for item in items if isinstance(item, Entity)]
    gone = {item.id for item in entities[: max(0, drop)]}
    article = make_article(f"grown-{length}", f"{length} code points", text)
    return Layer(article, annotator, [item for item in items if item.id not in gone])


def _moved(layer: Layer, by: int, prefix: str, state: State) -> list[Item]:
    def span(old: Range | None) -> Range | None:
        return None if old is None else Range(old.start + by, old.end + by)

    def named(old: str | None) -> str | None:
        return None if old is None else prefix + old

    out: list[Item] = []
    for item in layer.items.values():
        if isinstance(item, Entity):
            moved = Range(item.range.start + by, item.range.end + by)
            fields = {"range": moved, "actor": named(item.actor), "state": state, "score": 0.8, "rule": "bench"}
        elif isinstance(item, Quotation):
            ranges = tuple(Range(old.start + by, old.end + by) for old in item.ranges)
            fields = {"ranges": ranges, "cue": span(item.cue), "mention": span(item.mention), "state": state}
            fields |= {"speaker": named(item.speaker), "parent": named(item.parent), "score": 0.8, "rule": "bench"}
        else:
            fields = {}
        out.append(replace(item, id=prefix + item.id, **fields))
    return out


def _end(item: Entity | Quotation) -> int:
    ends = [item.range.end] if isinstance(item, Entity) else [item.ranges[-1].end]
    if isinstance(item, Quotation):
        ends += [part.end for part in (item.cue, item.mention) if part is not None]
    return max(ends)


def _fill(text: str, number: int, state: State) -> list[Item]:
    """Mark ``number`` words as entities, evenly spread."""
    out: list[Item] = []
    step = max(1, len(text) // max(1, number))
    for n in range(number):
        at = n * step
        while at < len(text) - 1 and not text[at].isalpha():
            at += 1
        end = at + 1
        while end < len(text) and text[end].isalpha():
            end += 1
        out.append(Entity(id=f"fill{n}", label=("PER", "ORG", "LOC")[n % 3], range=Range(at, end), state=state))
    return out
