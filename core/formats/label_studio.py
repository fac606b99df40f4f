"""Label Studio's JSON: tasks with annotations or predictions, relations, and the labelling configuration beside them.

Label Studio (1.23) counts Unicode code points; versions before it counted UTF-16 units, and every region repeats its
text, so the reader tells which. The configuration is written beside the tasks as ``NAME.config.xml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import msgspec

from core.errors import UserError
from core.formats.base import Options, Record, Refused, Summary, open_for_reading, replacing
from core.formats.flat import RELATIONS, RESERVED, Flat, Piece, Relation, actor_kind, count_lost, flatten, unflatten
from core.formats.records import checked_article, converted, in_groups, notes_of, read_each, strings
from core.formats.repair import Stretch, read_offsets
from core.model import Actor, Entity, Quotation, State, Status
from core.model.schema import Schema, standard
from core.model.text import Utf16Map

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "notes"}
    | {"title", "meta", "status"}
)
_COLOURS = {"direct": "#2f6fb5", "indirect": "#2f8f5b", "mixed": "#8a5fb5", "cue": "#b5862f", "speaker": "#b54f4f"}
"""Colours of a quotation's parts in the configuration; entities have their project's."""


class Value(msgspec.Struct, kw_only=True):
    start: int | str = -1
    end: int | str = -1
    text: str | list[str] | None = None
    labels: list[str] = []


class Result(msgspec.Struct, kw_only=True):
    type: str
    id: str = ""
    value: Value | None = None
    from_id: str = ""
    to_id: str = ""
    labels: list[str] = []
    score: float | None = None
    meta: dict[str, Any] = {}


# -- writing ---------------------------------------------------------------------------------------------------------


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write a JSON array of tasks, streaming, and the labelling configuration beside it."""
    summary = Summary()
    schema = options.schema or standard()
    with replacing(path) as out:
        out.write(b"[")
        for record in records:
            count_lost(record.layer, HOLDS, summary)
            out.write(b",\n" if summary.articles > 1 else b"\n")
            out.write(msgspec.json.encode(task(record, options)))
        out.write(b"\n]\n")
    with replacing(config_path(path)) as out:
        out.write(config(schema).encode("utf-8"))
    return summary


def config_path(path: Path) -> Path:
    """Return where the labelling configuration of a task file lies."""
    return path.with_name(f"{path.stem}.config.xml")


def config(schema: Schema) -> str:
    """Return the labelling configuration: every label with its colour, relations, and the speaker's name per region."""
    labels = [(label.id, label.light) for label in schema.labels] + list(_COLOURS.items())
    lines = [f"    <Label value={quoteattr(name)} background={quoteattr(colour)}/>" for name, colour in labels]
    relations = [f"    <Relation value={quoteattr(name)}/>" for name in RELATIONS]
    return "\n".join(
        (
            "<View>",
            '  <Header value="$title"/>',
            '  <Labels name="label" toName="text">',
            *lines,
            "  </Labels>",
            "  <Relations>",
            *relations,
            "  </Relations>",
            '  <Text name="text" value="$text" granularity="symbol"/>',
            '  <TextArea name="actor" toName="text" perRegion="true" editable="true" placeholder="canonical name"/>',
            "</View>\n",
        )
    )


def task(record: Record, options: Options) -> dict[str, Any]:
    """Return one article as a task."""
    article, layer = record.article, record.layer
    to_theirs = Utf16Map(article.text).to_utf16 if options.offsets == "utf-16" else int
    flat = flatten(layer, split=True)
    names = {actor.id: actor.name for actor in flat.actors}
    result: list[dict[str, Any]] = []
    for piece in flat.pieces:
        start, end = piece.ranges[0]
        place = {"start": to_theirs(start), "end": to_theirs(end)}
        common = {"id": piece.id, "to_name": "text", "origin": "prediction" if options.predictions else "manual"}
        value = place | {"text": article.text[start:end], "labels": [piece.label]}
        result.append({**common, "from_name": "label", "type": "labels", "value": value, **_more(piece)})
        if piece.actor in names:
            name = {"text": [names[piece.actor or ""]]}
            result.append({**common, "from_name": "actor", "type": "textarea", "value": place | name})
    for link in flat.relations:
        ends = {"from_id": link.source, "to_id": link.target, "direction": "right"}
        result.append({"type": "relation", "labels": [link.kind], **ends})
    made: dict[str, Any] = {"result": result}
    if options.predictions:
        made["model_version"] = layer.annotator
        made |= {"score": sum(scores) / len(scores)} if (scores := _scores(flat)) else {}
    data = {
        "text": article.text,
        "id": article.id,
        "title": article.title or "",
        "annotator": layer.annotator,
        "status": layer.head.status.value,
        "meta": article.meta,
        "actors": [{"id": actor.id, "name": actor.name, "kind": actor.kind} for actor in flat.actors],
    }
    return {"data": data, "predictions" if options.predictions else "annotations": [made]}


def _scores(flat: Flat) -> list[float]:
    return [piece.score for piece in flat.pieces if piece.score is not None]


def _more(piece: Piece) -> dict[str, Any]:
    """Return a region's score and its ``meta``: note, actor and state."""
    item = piece.item
    meta: dict[str, Any] = {}
    if piece.actor:
        meta["actor"] = piece.actor
    if piece.state not in (None, State.MANUAL):
        meta["state"] = piece.state
    if item is not None and item.note and piece.id == item.id:
        meta["text"] = [item.note]
    out: dict[str, Any] = {"meta": meta} if meta else {}
    return out if piece.score is None else out | {"score": piece.score}


# -- reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield a record for every task and annotation (or prediction, where a task has no annotation)."""
    with open_for_reading(path) as file:
        data = file.read()
    try:
        tasks = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("record-json", source=str(path), line=0, reason=str(error)) from error
    tasks = tasks if isinstance(tasks, list) else [tasks]
    yield from read_each(_each(tasks), str(path), lambda number, pair: _record(number, pair, path, options))


def _each(tasks: list[Any]) -> Iterator[tuple[int, tuple[Any, Any]]]:
    for number, found in enumerate(tasks, 1):
        made: list[Any] = []
        if isinstance(found, dict):
            for name in ("annotations", "completions", "predictions"):
                listed = found.get(name)
                made = made or (listed if isinstance(listed, list) else [])
        for one in made or [None]:
            if not (isinstance(one, dict) and one.get("was_cancelled")):
                yield number, (found, one)


def _record(number: int, pair: tuple[Any, Any], path: Path, options: Options) -> Record:
    found = converted(pair[0], dict[str, Any], "")
    data = converted(found.get("data"), dict[str, Any], "data")
    text = converted(data.get("text"), str, "data.text")
    ours = {name: converted(data.get(name) or "", str, f"data.{name}") for name in ("title", "annotator", "status")}
    given = data.get("id", found.get("id", number))
    meta = data.get("meta")
    article_id = given if isinstance(given, str) else f"{path.stem}-{given}"
    article = checked_article(article_id, ours["title"] or None, text, strings(meta if isinstance(meta, dict) else {}))
    made = converted(pair[1] or {}, dict[str, Any], "annotations")
    results = converted(made.get("result") or [], list[Result], "result")
    regions = [one for one in results if one.value is not None and one.value.labels]
    stretches = [_stretch(one) for one in regions]
    reading, note = read_offsets(text, stretches, offsets=options.offsets, repair=options.repair)
    actors = _actors(data.get("actors"))
    flat = Flat([], _relations(results), list(actors.values()))
    named = _named(results, actors)
    for one, ranges in zip(regions, in_groups(reading.ranges, (1 for _ in regions)), strict=True):
        value = one.value
        assert value is not None
        actor = one.meta.get("actor") if one.meta.get("actor") in actors else named.get(one.id)
        state = next((state for state in State if state.value == one.meta.get("state")), None)
        label = value.labels[0]
        flat.pieces.append(Piece(one.id, label, ranges, actor, state, one.score if label not in RESERVED[3:] else None))
    flat.actors = list(actors.values())
    lost: Counter[str] = Counter()
    lost["second label of a region"] += sum(len(one.value.labels) > 1 for one in regions if one.value is not None)
    status = Status(ours["status"]) if ours["status"] in set(Status) else Status.NEW
    annotator = ours["annotator"] or _completed_by(made) or options.annotator
    layer = unflatten(article, annotator, flat, status=status, unheld=lost)
    return Record(article, _with_notes(layer, regions), notes_of(note, lost))


def _stretch(one: Result) -> Stretch:
    value = one.value
    assert value is not None
    if not isinstance(value.start, int) or not isinstance(value.end, int):
        raise UserError("record-field", field=f"result {one.id}", reason="a region of a hypertext cannot be read")
    return value.start, value.end, value.text if isinstance(value.text, str) else None


def _relations(results: list[Result]) -> list[Relation]:
    out = []
    for one in results:
        if one.type == "relation":
            kind = next((label for label in one.labels if label in RELATIONS), "".join(one.labels[:1]))
            out.append(Relation(kind, one.from_id, one.to_id))
    return out


def _actors(found: Any) -> dict[str, Actor]:
    listed = converted(found or [], list[dict[str, Any]], "data.actors")
    actors = {}
    for one in listed:
        actor_id, name = one.get("id"), one.get("name")
        if isinstance(actor_id, str) and isinstance(name, str) and actor_id:
            actors[actor_id] = Actor(id=actor_id, name=name, kind=actor_kind(one.get("kind")))
    return actors


def _named(results: list[Result], actors: dict[str, Actor]) -> dict[str, str]:
    """Return the actor of each region that has a name written on it; a name that no actor has makes a new one."""
    by_name = {actor.name: actor.id for actor in actors.values()}
    named = {}
    for one in results:
        if one.type == "textarea" and one.value is not None and isinstance(one.value.text, list) and one.value.text:
            name = one.value.text[0].strip()
            if name and name not in by_name:
                by_name[name] = f"a{len(actors) + 1}" if f"a{len(actors) + 1}" not in actors else f"a-{name}"
                actors[by_name[name]] = Actor(id=by_name[name], name=name)
            if name:
                named[one.id] = by_name[name]
    return named


def _completed_by(made: dict[str, Any]) -> str:
    by = made.get("completed_by", made.get("model_version"))
    if isinstance(by, dict):
        by = by.get("email", by.get("id"))
    return "" if by is None else str(by)


def _with_notes(layer: Any, regions: list[Result]) -> Any:
    """Return the layer with the notes that were written on regions."""
    from core.model.layer import Layer

    notes = {one.id: "\n".join(map(str, one.meta["text"])) for one in regions if isinstance(one.meta.get("text"), list)}
    items = []
    for item in layer.everything():
        if isinstance(item, (Entity, Quotation)) and notes.get(item.id):
            item = msgspec.structs.replace(item, note=notes[item.id])
        items.append(item)
    return Layer(layer.article, layer.annotator, items)
