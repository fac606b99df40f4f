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
from core.formats.nesting import decode_each
from core.formats.records import checked_article, converted, in_groups, notes_of, read_each, strings
from core.formats.repair import RawSpan, read_offsets
from core.model import Actor, State, Status
from core.model.schema import Schema, standard
from core.model.text import Utf16Map

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "notes"}
    | {"title", "meta", "status"}
)
_COLOURS = {"direct": "#2f6fb5", "indirect": "#2f8f5b", "mixed": "#8a5fb5", "cue": "#b5862f", "speaker": "#b54f4f"}
"""Colours of a quotation's parts in the configuration; entities have their project's."""


_OURS = ("id", "title", "annotator", "status")
"""Columns of ours beside the text."""


class Value(msgspec.Struct, kw_only=True):
    start: int | str | float = -1
    end: int | str | float = -1
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
        offsets = {"start": to_theirs(start), "end": to_theirs(end)}
        common = {"id": piece.id, "to_name": "text", "origin": "prediction" if options.predictions else "manual"}
        value = offsets | {"text": article.text[start:end], "labels": [piece.label]}
        result.append(
            {
                **common,
                "from_name": "label",
                "type": "labels",
                "value": value,
                **_more(piece, predicted=options.predictions),
            }
        )
        if piece.actor in names:
            name = {"text": [names[piece.actor or ""]]}
            result.append({**common, "from_name": "actor", "type": "textarea", "value": offsets | name})
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


def _more(piece: Piece, *, predicted: bool) -> dict[str, Any]:
    """Return a region's score and its ``meta``: note, actor and state."""
    item = piece.item
    meta: dict[str, Any] = {}
    if piece.actor:
        meta["actor"] = piece.actor
    if piece.state is not None and (predicted or piece.state is not State.MANUAL):
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
        tasks = decode_each(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("record-json", source=str(path), line=0, reason=str(error)) from error
    tasks = tasks if isinstance(tasks, list) else [tasks]
    yield from read_each(_each(tasks), str(path), lambda number, made: _record(number, made, path, options))


class _Made(msgspec.Struct):
    """One annotation (or prediction) of a task; None where there is none. ``skipped``: how many were skipped there."""

    task: Any
    found: Any
    predicted: bool = False
    skipped: int = 0


def _each(tasks: list[Any]) -> Iterator[tuple[int, _Made]]:
    rows = any(isinstance(one, dict) and "annotation_id" in one and "data" not in one for one in tasks)  # JSON_MIN
    for number, found in enumerate(tasks, 1):
        if not isinstance(found, dict):  # UserError: a task that could not be read
            yield number, _Made(found, None)
            continue
        task = _from_min(found) if rows and "data" not in found else found
        listed = [task.get(name) for name in ("annotations", "completions", "predictions")]
        made, older, predicted = ([one for one in part if one] if isinstance(part, list) else [] for part in listed)
        people = [one for one in made or older if not (isinstance(one, dict) and one.get("was_cancelled"))]
        skipped = len(made or older) - len(people)
        for at, one in enumerate(people or predicted or [None]):
            yield number, _Made(task, one, predicted=not people and one is not None, skipped=0 if at else skipped)


_MIN = ("annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement", "id")
"""What Label Studio's JSON_MIN writes beside the data of a task and its regions."""


def _from_min(found: dict[str, Any]) -> dict[str, Any]:
    """Return a row of JSON_MIN as a task: its regions lie in the columns that hold lists of them."""
    regions = {name: value for name, value in found.items() if _is_regions(value)}
    data = {name: value for name, value in found.items() if name not in regions and name not in _MIN}
    result = [
        {"id": f"r{number}", "type": "labels", "value": region}
        for number, region in enumerate((one for value in regions.values() for one in value), 1)
    ]
    made = {"completed_by": found.get("annotator"), "result": result}
    return {"id": found.get("id"), "data": data, "annotations": [made] if "annotation_id" in found else []}


def _is_regions(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) and "start" in one for one in value)


def _text_of(data: dict[str, Any], options: Options) -> str:
    """Return a task's text: of the mapped column, of ``text``, or of the one column that holds words."""
    mapped = dict(options.columns).get("text") or ("text" if isinstance(data.get("text"), str) else None)
    if mapped is not None:
        return converted(data.get(mapped), str, f"data.{mapped}")
    words = [name for name, value in data.items() if isinstance(value, str) and name not in _OURS and value.strip()]
    if len(words) > 1:
        reason = f"no column text; there are: {', '.join(words)} (say which: --column text=NAME)"
        raise UserError("record-field", field="data.text", reason=reason)
    name = words[0] if words else "text"
    return converted(data.get(name), str, f"data.{name}")


def _record(number: int, one_made: _Made, path: Path, options: Options) -> Record:
    if isinstance(one_made.task, UserError):
        raise one_made.task
    found = converted(one_made.task, dict[str, Any], "")
    data = converted(found.get("data"), dict[str, Any], "data")
    text = _text_of(data, options)
    ours = {name: converted(data.get(name) or "", str, f"data.{name}") for name in ("title", "annotator", "status")}
    given = next((one for one in (data.get("id"), found.get("id")) if one is not None), number)
    meta = data.get("meta")
    article_id = given if isinstance(given, str) else f"{path.stem}-{given}"
    article = checked_article(article_id, ours["title"] or None, text, strings(meta if isinstance(meta, dict) else {}))
    made = converted(one_made.found or {}, dict[str, Any], "annotations")
    results = converted(made.get("result") or [], list[Result], "result")
    person = "" if one_made.predicted else _completed_by(made)
    regions = [one for one in results if one.value is not None and one.value.labels]
    raw_spans = [_raw_span(one, text) for one in regions]
    reading, note = read_offsets(text, raw_spans, offsets=options.offsets, repair=options.repair)
    actors = _actors(data.get("actors"))
    flat = Flat([], _relations(results), list(actors.values()))
    named = _named(results, actors)
    for one, ranges in zip(regions, in_groups(reading.ranges, (1 for _ in regions)), strict=True):
        value = one.value
        assert value is not None
        told = one.meta.get("actor")
        actor = told if isinstance(told, str) and told in actors else named.get(one.id)
        state = _state_of(one, predicted=one_made.predicted, person=person)
        label = value.labels[0]
        score = one.score if label not in RESERVED[3:] else None
        flat.pieces.append(Piece(one.id, label, ranges, actor, state, score, note=_note_on(one)))
    flat.actors = list(actors.values())
    lost: Counter[str] = Counter()
    lost["second label of a region"] += sum(len(one.value.labels) > 1 for one in regions if one.value is not None)
    lost["annotation that was skipped there"] += one_made.skipped
    status = Status(ours["status"]) if ours["status"] in set(Status) else Status.NEW
    if person or (one_made.found is not None and not one_made.predicted and not ours["annotator"]):
        status = Status.DONE  # what is submitted there is done, also where it marks nothing
    elif one_made.found is None:
        status = Status.NEW
    annotator = person or ours["annotator"] or _completed_by(made) or options.annotator
    layer = unflatten(article, annotator, flat, status=status, unheld=lost)
    record = Record(article, layer, notes_of(note, lost))
    return record._replace(numbered=not isinstance(given, str))


def _state_of(one: Result, *, predicted: bool, person: str) -> State | None:
    """Return whose word a region is: a model's is a proposal; what a person submitted as it was is accepted."""
    state = next((state for state in State if state.value == one.meta.get("state")), None)
    if predicted:
        return state or State.AUTO
    return State.ACCEPTED if person and state is State.AUTO else state


def _raw_span(one: Result, text: str) -> RawSpan:
    value = one.value
    assert value is not None
    start, end = value.start, value.end
    if isinstance(start, float) and isinstance(end, float) and start.is_integer() and end.is_integer():
        start, end = int(start), int(end)
    if not isinstance(start, int) or not isinstance(end, int):
        raise UserError("record-field", field=f"result {one.id}", reason="a region of a hypertext cannot be read")
    words = value.text if isinstance(value.text, str) else None
    if words is not None and "\\n" in words and words.replace("\\n", "\n") == text[start:end]:
        words = text[start:end]  # Label Studio writes line breaks escaped
    return start, end, words


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


def _note_on(one: Result) -> str:
    """Return what was written on a region."""
    said = one.meta.get("text")
    return "\n".join(map(str, said)) if isinstance(said, list) else ""
