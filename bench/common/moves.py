"""What the interface offers to bring a quotation to a goal: gestures with the layer that comes of them.

Every move calls the same pure functions as the window's commands, so that a plan can be looked for without a window;
the run afterwards makes the gestures for real and compares.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench.common.driver import Click, Drag, Gesture, Key, Pull, Typed, cost
from core.errors import StaleEdit
from core.model import Form, Quotation, Range, actor_edits, edits, text
from core.model.layer import Edit, Layer
from core.model.marks import Part
from core.model.schema import Schema
from core.preannotate.analysis.models import parses
from core.preannotate.names.names import same_word
from core.reading import candidates, expand, frame, naming, speech
from core.reading.completions import completions
from gui.commands.content import reach
from gui.commands.edges import moved
from gui.look.filter import find as find_actors
from gui.look.filter import fold

FORM_KEYS = {Form.DIRECT: "D", Form.INDIRECT: "I", Form.MIXED: "M"}


class Goal(NamedTuple):
    """The wanted quotation; ``speaker`` by name, ``parent`` by the id that stands for it in the layer."""

    form: Form
    ranges: tuple[Range, ...]
    cue: Range | None
    mention: Range | None
    speaker: str | None
    parent: str | None


class Move(NamedTuple):
    """Gestures that belong together, and what the layer is after them."""

    gestures: tuple[Gesture, ...]
    layer: Layer

    @property
    def cost(self) -> int:
        """Presses, clicks and drags."""
        return cost(self.gestures)


def wrong(layer: Layer, item_id: str, goal: Goal) -> frozenset[str]:
    """Return the parts of an item that differ from the goal."""
    item = layer.quotation(item_id)
    speaker = layer.actor(item.speaker)
    same = {
        "form": item.form is goal.form,
        "ranges": item.ranges == goal.ranges,
        "cue": item.cue == goal.cue,
        "mention": item.mention == goal.mention,
        "speaker": (speaker.name if speaker is not None else None) == goal.speaker,
        "parent": item.parent == goal.parent,
    }
    return frozenset(part for part, holds in same.items() if not holds)


def moves(layer: Layer, item_id: str, goal: Goal, schema: Schema, part: str) -> Iterator[Move]:
    """Yield the moves that bring one part of the item nearer to the goal."""
    item = layer.quotation(item_id)
    offers: dict[str, Callable[[], Iterator[tuple[tuple[Gesture, ...], Edit]]]] = {
        "form": lambda: iter([((Key(FORM_KEYS[goal.form]),), edits.set_form(layer, [item_id], goal.form))]),
        "ranges": lambda: _ranges(layer, item, goal, schema),
        "cue": lambda: _frame(layer, item, goal.cue, "C", "cue"),
        "mention": lambda: _frame(layer, item, goal.mention, "S", "mention"),
        "speaker": lambda: _speaker(layer, item, goal.speaker),
        "parent": lambda: _parent(layer, item),
    }
    far = distance(item.ranges, goal.ranges)
    for gestures, edit in offers[part]():
        after = applied(layer, edit)
        if after is None or (part == "ranges" and distance(after.quotation(item_id).ranges, goal.ranges) >= far):
            continue
        yield Move(gestures, after)


def distance(have: tuple[Range, ...], want: tuple[Range, ...]) -> int:
    """Return the distance of content from the goal: code points in one of the two alone, and edges that differ."""
    apart = sum(span.end - span.start for span in (*_surplus(have, want), *_surplus(want, have)))
    return apart + len({edge for span in have for edge in span} ^ {edge for span in want for edge in span})


def applied(layer: Layer, edit: Edit) -> Layer | None:
    """Return the layer after an edit; None for one that changes nothing or does not fit."""
    if not edit:
        return None
    try:
        return layer.apply(edit)
    except StaleEdit:
        return None


# -- content ---------------------------------------------------------------------------------------------------------

Offer = tuple[tuple[Gesture, ...], Edit]


def _ranges(layer: Layer, item: Quotation, goal: Goal, schema: Schema) -> Iterator[Offer]:
    whole, at = layer.article.text, item.id
    for key, build in (
        ("Shift+A", lambda: speech.split_at_author(layer, at)),
        ("Shift+J", lambda: speech.fill_gaps(layer, at)),
        ("'", lambda: speech.toggle_marks(layer, at)),
        (".", lambda: speech.toggle_end(layer, at)),
        (",", lambda: speech.tidy(layer, at, schema)),
    ):
        yield (Key(key),), build()
    for key, find in (
        ("Shift+Q", expand.quoted_at),
        ("Shift+L", lambda w, o, _: expand.clause_at(w, o)),
        ("Shift+T", lambda w, o, _: text.sentence_at(w, o)),
    ):
        span = reach(whole, item, find)
        if span is not None:
            yield (Key(key),), speech.expand_to(layer, at, span, schema)
    yield from _edges(layer, item, goal)
    yield from _dropped(layer, item, goal)
    hull = Range(goal.ranges[0].start, goal.ranges[-1].end)
    for span in dict.fromkeys((hull, *goal.ranges)):
        yield (Drag(span), Key("R")), speech.expand_to(layer, at, span, schema)
    for span in goal.ranges:
        if span not in item.ranges:
            yield (Drag(span), Key("A")), edits.add_range(layer, at, span)
    for span in dict.fromkeys((*_surplus(item.ranges, goal.ranges), *_runs(item.ranges, goal.ranges))):
        yield (Drag(span), Key("X")), edits.cut_range(layer, at, span)


def _dropped(layer: Layer, item: Quotation, goal: Goal) -> Iterator[Offer]:
    """Yield for every range that is not wanted a click into it and the key that takes the caret's range away."""
    for span in item.ranges if len(item.ranges) > 1 else ():
        if any(span.overlaps(one) for one in goal.ranges):
            continue
        own = (at for at in range(span.start + 1, span.end - 1) if {mark.item for mark in layer.at(at)} == {item.id})
        offset = next(own, None)
        if offset is not None:
            yield (Click(offset), Key("X")), edits.cut_range(layer, item.id, span)


def _edges(layer: Layer, item: Quotation, goal: Goal) -> Iterator[Offer]:
    """Yield the pulls and nudges that bring an edge to where the goal has one."""
    whole = layer.article.text
    for old in item.ranges:
        for new in goal.ranges:
            if new.start != old.start and new.start < old.end:
                moved_to = Range(new.start, old.end)
                yield (Pull(Part.CONTENT, old, True, new.start),), edits.move_edge(layer, item.id, old, moved_to)
            if new.end != old.end and new.end > old.start:
                moved_to = Range(old.start, new.end)
                yield (Pull(Part.CONTENT, old, False, new.end),), edits.move_edge(layer, item.id, old, moved_to)
    if len(item.ranges) == 1:
        for key, start, out in (
            ("[", True, True),
            ("Shift+[", True, False),
            ("]", False, True),
            ("Shift+]", False, False),
        ):
            for exact in (False, True):
                span = moved(whole, item.ranges[0], start=start, out=out, exact=exact)
                chord = f"Ctrl+{key}" if exact else key
                yield (Key(chord),), edits.move_edge(layer, item.id, item.ranges[0], span)


def _runs(have: tuple[Range, ...], want: tuple[Range, ...]) -> list[Range]:
    """Return spans from one surplus piece to a later one with nothing wanted between."""
    pieces = _surplus(have, want)
    wide = [Range(a.start, b.end) for a in pieces for b in pieces if a.start < b.start]
    return [span for span in wide if not any(span.overlaps(one) for one in want)]


def _surplus(have: tuple[Range, ...], want: tuple[Range, ...]) -> list[Range]:
    """Return the spans of ``have`` that no range of ``want`` holds."""
    left = list(have)
    for span in want:
        cut: list[Range] = []
        for piece in left:
            cut += [Range(piece.start, min(piece.end, span.start)), Range(max(piece.start, span.end), piece.end)]
        left = [piece for piece in cut if piece.start < piece.end]
    return left


# -- frame -----------------------------------------------------------------------------------------------------------


def _frame(layer: Layer, item: Quotation, wanted: Range | None, key: str, part: str) -> Iterator[Offer]:
    at = item.id
    if wanted is None:
        gone = edits.set_cue(layer, at, None) if part == "cue" else edits.set_mention(layer, at, None)
        yield (Key(f"Shift+{key}"),), gone
        return
    seen = set()
    for offset in range(wanted.start, wanted.end):
        token = text.token_at(layer.article.text, offset)
        if token in seen or not layer.article.text[token.start].isalnum():
            continue
        seen.add(token)
        edit = frame.set_by_word(layer, at, token)
        if _says(edit, at, part) == wanted:
            yield (Click(token.start + (token.end - token.start) // 2, ctrl=True),), edit
            break
    edit = frame.set_by_word(layer, at, wanted, exact=True)
    if _says(edit, at, part) == wanted:
        yield (Drag(wanted, ctrl=True),), edit
    by_key = edits.set_cue(layer, at, wanted) if part == "cue" else frame.set_mention(layer, at, wanted)
    yield (Drag(wanted), Key(key)), by_key
    held = getattr(item, part)
    if held is not None:
        for start, new in ((True, Range(wanted.start, held.end)), (False, Range(held.start, wanted.end))):
            if new == wanted:
                to = new.start if start else new.end
                moved_to = edits.set_cue(layer, at, new) if part == "cue" else edits.set_mention(layer, at, new)
                yield (Pull(Part(part), held, start, to),), moved_to


def _says(edit: Edit, item_id: str, part: str) -> Range | None:
    for item in edit.added:
        if item.id == item_id:
            found = getattr(item, part)
            return found if isinstance(found, Range) else None
    return None


def _parent(layer: Layer, item: Quotation) -> Iterator[Offer]:
    parent = None if item.parent is not None else frame.around(layer, item.ranges, item.id)
    yield (Key("P"),), edits.set_parent(layer, item.id, parent)


# -- speaker ---------------------------------------------------------------------------------------------------------


def _speaker(layer: Layer, item: Quotation, name: str | None) -> Iterator[Offer]:
    if name is None:
        yield (Key("0"),), actor_edits.move_to_actor(layer, [item.id], None)
        return
    for number, one in enumerate(candidates.choices(layer, item), 1):
        if one.actor.name == name or name.startswith(one.actor.name + " "):
            yield (Key(str(number)),), candidates.choose(layer, [item], one.actor)
    words = name.split()
    for beginning in (" ".join(words[:count]) for count in range(1, len(words) + 1)):
        for span in spans_naming(layer.article.text, beginning):
            yield (Drag(span), Key("=")), naming.speak(layer, [item], beginning)
    held = layer.actor(item.speaker)
    if held is not None and name.startswith(held.name + " "):
        words = name[len(held.name) + 1 :].split()
        for rest in (" ".join(words[:count]) for count in range(1, len(words) + 1)):
            place = layer.article.text.find(rest)
            if place >= 0:
                yield (Drag(Range(place, place + len(rest))), Key("Shift+=")), naming.extend_name(layer, item, rest)
    yield from _typed(layer, item, name)
    if held is not None and len(layer.linked_to(held.id)) == 1:
        yield (Key("F2"), Typed(name), Key("Return")), actor_edits.rename_actor(layer, held.id, name)
    if held is not None and held.name != name:
        yield (Key("Shift+F2"), Typed(name), Key("Return")), actor_edits.split_actor(layer, [item.id], name, held.kind)


def _typed(layer: Layer, item: Quotation, name: str) -> Iterator[Offer]:
    """Return the cheapest way through the field that filters actors: a beginning, arrows, Return."""
    actors = layer.actors()
    known = next((actor for actor in actors if actor.name == name), None)
    if known is None:
        found = find_actors(actors, name)
        twin = next((actor for actor in found if fold(actor.name) == fold(name)), None)
        if twin is not None:  # the field takes him for the one that is meant; he is split afterwards
            if item.speaker != twin.id:
                downs = found.index(twin)
                edit = actor_edits.move_to_actor(layer, [item.id], twin.id)
                yield (Key("W"), Typed(name), *[Key("Down")] * downs, Key("Return")), edit
            return
        edit = actor_edits.add_actor_for(layer, [item.id], name)
        yield (Key("W"), Typed(name), *[Key("Down")] * len(found), Key("Return")), edit
        yield from _completed(layer, name, edit)
        return
    ways = []
    words = name.split()
    for word in words:
        for length in range(1, len(word) + 1):
            found = find_actors(actors, word[:length])
            if known in found:
                ways.append((length + found.index(known), word[:length], found.index(known)))
    best = min(ways, default=(0, name, 0))
    edit = actor_edits.move_to_actor(layer, [item.id], known.id)
    yield (Key("W"), Typed(best[1]), *[Key("Down")] * best[2], Key("Return")), edit


def _completed(layer: Layer, name: str, edit: Edit) -> Iterator[Offer]:
    """Yield the cheapest beginning of a new name that the article's own words complete."""
    actors, whole = layer.actors(), layer.article.text
    ways = []
    for length in range(1, len(name)):
        typed = name[:length]
        if typed.endswith(" "):
            continue
        found = find_actors(actors, typed)
        borne = {fold(actor.name) for actor in found}
        more = [one for one in completions(whole, typed) if fold(one) not in borne]
        if name in more:
            downs = len(found) + (fold(typed) not in borne) + more.index(name)
            ways.append((length + downs, typed, downs))
    if ways:
        _, typed, downs = min(ways)
        yield (Key("W"), Typed(typed), *[Key("Down")] * downs, Key("Return")), edit


@functools.lru_cache(maxsize=10_000)
def spans_naming(whole: str, name: str) -> tuple[Range, ...]:
    """Return up to two spans of the text that, selected, name exactly ``name``."""
    words = [match.group() for match in text.WORD.finditer(name)]
    spans = [*_literal(whole.casefold(), name.casefold()), *_inflected(whole, words)]
    found = [span for span in dict.fromkeys(spans) if naming.name_of(whole, span) == name]
    return tuple(found[:2])


def _literal(whole: str, name: str) -> Iterator[Range]:
    place = whole.find(name)
    while place >= 0:
        yield Range(place, place + len(name))
        place = whole.find(name, place + 1)


def _inflected(whole: str, wanted: list[str]) -> Iterator[Range]:
    """Yield the spans whose words are forms of the wanted ones, in their order."""
    words = list(text.WORD.finditer(whole))
    for at in range(len(words) - len(wanted) + 1 if wanted else 0):
        run = words[at : at + len(wanted)]
        if all(_same(here.group(), there) for here, there in zip(run, wanted, strict=True)):
            yield Range(run[0].start(), run[-1].end())


@functools.lru_cache(maxsize=200_000)
def _same(word: str, other: str) -> bool:
    if word.casefold() == other.casefold():
        return True
    if word[:2].casefold() != other[:2].casefold():
        return False
    return bool({p.normal_form for p in parses(word.lower())} & {p.normal_form for p in parses(other.lower())}) or (
        same_word(word, other)
    )


# -- making ----------------------------------------------------------------------------------------------------------


def makings(layer: Layer, goal: Goal, schema: Schema) -> Iterator[tuple[Move, str]]:
    """Yield the ways to make a quotation near the goal, with the id it gets."""
    whole, key = layer.article.text, Key(FORM_KEYS[goal.form])
    hull = Range(goal.ranges[0].start, goal.ranges[-1].end)
    for span in dict.fromkeys((hull, *goal.ranges)):
        yield from _made(layer, goal, (Drag(span), key), speech.content_of(whole, span, goal.form, schema))
    for offset in _bare(layer, goal):
        ranges = speech.content_at(whole, offset, goal.form, schema)
        if ranges == goal.ranges:
            yield from _made(layer, goal, (Click(offset), key), ranges)
            break


def _made(
    layer: Layer, goal: Goal, gestures: tuple[Gesture, ...], ranges: tuple[Range, ...]
) -> Iterator[tuple[Move, str]]:
    if ranges:
        edit = frame.make(layer, goal.form, ranges, frame.around(layer, ranges))
        after = applied(layer, edit)
        if after is not None:
            yield Move(gestures, after), edit.added[-1].id


def _bare(layer: Layer, goal: Goal) -> Iterator[int]:
    """Yield letters of the content that no item claims, where a click only sets the caret."""
    for span in goal.ranges:
        for offset in range(span.start + 1, span.end - 1):
            if layer.article.text[offset].isalpha() and not layer.at(offset):
                yield offset
