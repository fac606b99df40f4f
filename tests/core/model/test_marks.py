"""The index of marks finds what a look at every item finds, near and far in a text, before and after edits."""

from __future__ import annotations

from random import Random

from core.model import Entity, Form, Head, Item, Quotation, Range
from core.model.marks import CHUNK, Index, Mark, Part, build_index, change_index, find, marks_of

LENGTH = 3 * CHUNK
EDGES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, LENGTH - 1, LENGTH)
"""Where slots begin and end."""


def span(drawn: Random) -> Range:
    start, end = (drawn.choice(EDGES) if drawn.random() < 0.5 else drawn.randrange(LENGTH) for _ in range(2))
    return Range(min(start, end), max(start, end) + (start == end))


def item(drawn: Random, number: int) -> Item:
    if drawn.random() < 0.4:
        return Entity(id=f"e{number}", label="PER", range=span(drawn))
    first, second = sorted((span(drawn), span(drawn)))
    ranges = (first, second) if first.end < second.start else (first,)
    cue, mention = (span(drawn) if drawn.random() < 0.5 else None for _ in range(2))
    return Quotation(id=f"q{number}", form=Form.DIRECT, ranges=ranges, cue=cue, mention=mention)


def seen(items: list[Item], start: int, end: int) -> list[Mark]:
    """Return what shares a code point with a span, by looking at every mark; an empty span is inside or nowhere."""
    every = [mark for one in items for mark in marks_of(one)]
    return sorted((mark for mark in every if mark.start < end and start < mark.end), key=tuple)


def places(drawn: Random) -> list[tuple[int, int]]:
    ends = [tuple(sorted((drawn.choice(EDGES), drawn.randrange(LENGTH + 1)))) for _ in range(20)]
    return [(at, at + 1) for at in EDGES] + [(one[0], one[1]) for one in ends] + [(CHUNK, 2 * CHUNK), (5, 5)]


def check(index: Index, items: list[Item], drawn: Random) -> None:
    for start, end in places(drawn):
        assert find(index, start, end) == seen(items, start, end), (start, end)


def test_what_is_found_is_what_shares_a_code_point() -> None:
    for seed in range(30):
        drawn = Random(seed)
        items = [item(drawn, number) for number in range(8)]
        index = build_index(items)
        check(index, items, drawn)
        gone = [one for one in items if drawn.random() < 0.4]
        changed = [item(drawn, int(one.id[1:])) for one in gone if drawn.random() < 0.5]
        come = [*changed, *(item(drawn, number) for number in range(20, 22))]
        before = index.copy()
        after = dict(index)
        change_index(after, gone, come)
        left = [one for one in items if one not in gone] + come
        check(after, left, drawn)
        assert index == before
        again = dict(after)
        change_index(again, come, gone)
        check(again, items, drawn)


def test_only_the_slots_that_an_edit_touches_are_made_anew() -> None:
    far = Entity(id="e1", label="PER", range=Range(2 * CHUNK + 5, 2 * CHUNK + 9))
    near, nearer = (Entity(id="e2", label="PER", range=Range(5, end)) for end in (CHUNK, CHUNK + 1))
    index = build_index([far, near])
    assert {slot: [mark.item for mark in marks] for slot, marks in index.items()} == {0: ["e2"], 2: ["e1"]}
    kept = index[2]
    change_index(index, [near, far], [nearer, far])
    assert {slot: [mark.item for mark in marks] for slot, marks in index.items()} == {0: ["e2"], 1: ["e2"], 2: ["e1"]}
    assert index[2] is kept


def test_marks_name_what_they_are_to_their_item() -> None:
    quoted = Quotation(
        id="q", form=Form.DIRECT, ranges=(Range(0, 3), Range(8, 9)), cue=Range(4, 5), mention=Range(6, 7)
    )
    assert [(mark.range, mark.part, mark.item) for mark in marks_of(quoted)] == [
        (Range(0, 3), Part.CONTENT, "q"), (Range(8, 9), Part.CONTENT, "q"), (Range(4, 5), Part.CUE, "q"),
        (Range(6, 7), Part.MENTION, "q"),
    ]  # fmt: skip
    assert list(marks_of(Entity(id="e", label="PER", range=Range(1, 2)))) == [Mark(1, 2, Part.ENTITY, "e")]
    assert list(marks_of(Head())) == []
    assert [mark.part for mark in find(build_index([quoted]), 0, 9)] == ["content", "cue", "mention", "content"]
