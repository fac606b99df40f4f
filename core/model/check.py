"""Named integrity checks of a layer: what an annotator should review, and the edit that fixes it where one can.

Each check is one small function in ``CHECKS``; the list of checks in the window (F4) reads the table. A check only
warns; an edit that would break a layer is refused by ``Layer.apply``.
"""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.model import Annotation, Entity, Item, Quotation, Range, State, edits, is_open, ranges_of, text
from core.model.guesses import relinked
from core.model.layer import Edit, Layer
from core.model.punctuation import CLOSERS, OPENERS, STRAIGHT

MOST = 20
"""Crossings that are named of one quotation."""


class Issue(NamedTuple):
    """One finding: ``code`` names the check, ``item`` whom it is about (None: the article), ``range`` where to look.

    ``fix`` is the edit that resolves it, or None where only a person can.
    """

    code: str
    item: str | None
    range: Range | None
    fix: Edit | None = None


Check = Callable[[Layer], Iterator[Issue]]


def no_speaker(layer: Layer) -> Iterator[Issue]:
    """A quotation with a speaker mention that resolves to nobody."""
    for item in layer.quotations():
        if item.mention is not None and item.speaker is None:
            yield Issue("no-speaker", item.id, item.mention)


def no_cue(layer: Layer) -> Iterator[Issue]:
    """An indirect quotation without a cue: nothing in the text attributes it."""
    for item in layer.quotations():
        if item.cue is None and item.form.value == "indirect":
            yield Issue("no-cue", item.id, item.ranges[0])


def edge_on_space(layer: Layer) -> Iterator[Issue]:
    """A range that begins or ends with white space; fixed by trimming."""
    return _moved_edges("edge-on-space", layer, lambda span: text.trim_space(layer.article.text, span))


def edge_in_word(layer: Layer) -> Iterator[Issue]:
    """A range that begins or ends inside a word; fixed by taking whole tokens."""
    whole = layer.article.text
    return _moved_edges("edge-in-word", layer, lambda s: text.snap(whole, s) if _cuts_a_word(whole, s) else s)


def _moved_edges(code: str, layer: Layer, fixed: Callable[[Range], Range]) -> Iterator[Issue]:
    """Yield an issue for every annotation whose ranges ``fixed`` changes, at the first one that it does."""
    for item in _standing(layer):
        ranges = ranges_of(item)
        right = [fixed(span) for span in ranges]
        if tuple(right) != ranges:
            where = next(old for old, new in zip(ranges, right, strict=True) if old != new)
            yield Issue(code, item.id, where, _reranged(layer, item, right))


def unbalanced_marks(layer: Layer) -> Iterator[Issue]:
    """Direct content whose quotation marks do not pair up; fixed where the missing mark stands right beside it."""
    whole = layer.article.text
    for item in layer.quotations():
        inside = "".join(whole[span.start : span.end] for span in item.ranges)
        if item.form.value != "direct" or _balanced(inside):
            continue
        before, after = whole[item.start - 1 : item.start], whole[item.end : item.end + 1]
        wider = list(item.ranges)
        if before and before in OPENERS + STRAIGHT:
            wider[0] = Range(item.start - 1, wider[0].end)
        elif after and after in CLOSERS + STRAIGHT:
            wider[-1] = Range(wider[-1].start, item.end + 1)
        fixed = "".join(whole[span.start : span.end] for span in wider)
        fix = edits.set_ranges(layer, item.id, wider) if _balanced(fixed) else None
        yield Issue("unbalanced-marks", item.id, Range(item.start, item.end), fix)


def duplicate(layer: Layer) -> Iterator[Issue]:
    """The same span marked the same way twice; fixed by keeping the one a person accepted, else the first."""
    alike: dict[tuple[object, ...], list[Annotation]] = {}
    for item in _standing(layer):
        key = (type(item), ranges_of(item), item.label if isinstance(item, Entity) else "")
        alike.setdefault(key, []).append(item)
    for items in alike.values():
        kept = min(items, key=lambda item: (item.state is State.AUTO, is_open(item)))
        for item in items:
            if item is not kept:
                yield Issue("duplicate", item.id, ranges_of(item)[0], _without_double(layer, item, kept))


def _without_double(layer: Layer, item: Annotation, kept: Annotation) -> Edit:
    """Return the edit that deletes a duplicate; quotations nested in it move to the one that is kept."""
    gone = edits.delete(layer, [item.id])
    inside = [q for q in layer.nested_in(item.id) if q.id not in (kept.id, item.id)]
    around = {q.id for q in edits.ancestors(layer, kept.id)} if isinstance(kept, Quotation) else set[str]()
    moved = [q for q in inside if q.id not in around]
    if not moved:
        return gone
    ids = {q.id for q in moved}
    removed = [one for one in gone.removed if one.id not in ids]
    added = [one for one in gone.added if one.id not in ids]
    return Edit(gone.name, (*removed, *moved), (*added, *(relinked(q, parent=kept.id) for q in moved)))


def crossing(layer: Layer) -> Iterator[Issue]:
    """Two quotations of which neither stands in the other, yet they share text; ``MOST`` of them for each quotation."""
    whole_ones: list[tuple[int, int, Quotation]] = []
    """Those of one range that are not over, by their ends: what ends inside another one of them crosses it."""
    parted: list[Quotation] = []
    for number, item in enumerate(layer.quotations()):
        del whole_ones[: bisect.bisect_right(whole_ones, item.start, key=_end)]
        parted = [other for other in parted if other.end > item.start]
        single = len(item.ranges) == 1
        ends = bisect.bisect_left(whole_ones, item.end, key=_end) if single else len(whole_ones)
        near = (one[2] for one in itertools.islice(whole_ones, ends))
        found = (other for other in itertools.chain(near, parted) if _cross(other, item))
        for other in itertools.islice(found, MOST):
            yield Issue("crossing", item.id, Range(item.start, min(item.end, other.end)))
        if single:
            bisect.insort(whole_ones, (item.end, number, item))
        else:
            parted.append(item)


def _end(one: tuple[int, int, Quotation]) -> int:
    return one[0]


def far_mention(layer: Layer) -> Iterator[Issue]:
    """A speaker mention more than a paragraph away from what it attributes."""
    whole = layer.article.text
    for item in layer.quotations():
        frame = item.mention
        if frame is not None:
            between = whole[min(frame.end, item.end) : max(frame.start, item.start)]
            if between.strip("\n").count("\n") > 1:
                yield Issue("far-mention", item.id, frame)


def unknown_label(layer: Layer) -> Iterator[Issue]:
    """An entity without a label."""
    for item in layer.entities():
        if not item.label.strip():
            yield Issue("unknown-label", item.id, item.range)


def unused_actor(layer: Layer) -> Iterator[Issue]:
    """An actor that nothing resolves to; fixed by taking it away."""
    used = {item.speaker if isinstance(item, Quotation) else item.actor for item in layer.annotations()}
    for actor in layer.actors():
        if actor.id not in used:
            yield Issue("unused-actor", actor.id, None, Edit("delete-actor", (actor,), ()))


def same_name(layer: Layer) -> Iterator[Issue]:
    """Two actors of the same name; only a person can tell whether they are one."""
    names = Counter(actor.name.casefold().replace("ё", "е") for actor in layer.actors())
    for actor in layer.actors():
        if names[actor.name.casefold().replace("ё", "е")] > 1:
            yield Issue("same-name", actor.id, None)


CHECKS: tuple[tuple[str, Check], ...] = (
    ("no-speaker", no_speaker),
    ("no-cue", no_cue),
    ("edge-on-space", edge_on_space),
    ("edge-in-word", edge_in_word),
    ("unbalanced-marks", unbalanced_marks),
    ("duplicate", duplicate),
    ("crossing", crossing),
    ("far-mention", far_mention),
    ("unknown-label", unknown_label),
    ("unused-actor", unused_actor),
    ("same-name", same_name),
)


def check(layer: Layer, go_on: Callable[[], bool] = lambda: True) -> list[Issue]:
    """Return all findings in a layer, in the order of the text; those about the article last.

    ``go_on`` is asked between the checks; the rest is left out where it says no.
    """
    found = [issue for _, run in CHECKS if go_on() for issue in run(layer)]
    return sorted(found, key=lambda issue: (issue.range is None, issue.range or (0, 0), issue.code, issue.item or ""))


def fix_all(layer: Layer) -> Edit:
    """Return one act with every fix that a check offers; of two that touch the same item the first.

    Call it again for issues that remain or that a fix revealed.
    """
    removed: list[Item] = []
    added: list[Item] = []
    fixed: set[str] = set()
    for issue in check(layer):
        if issue.fix and fixed.isdisjoint(issue.fix.item_ids):
            fixed |= issue.fix.item_ids
            removed += issue.fix.removed
            added += issue.fix.added
    return Edit("mend", tuple(removed), tuple(added))


def _standing(layer: Layer) -> list[Annotation]:
    return [item for item in layer.annotations() if item.state is not State.REJECTED]


def _reranged(layer: Layer, item: Annotation, ranges: list[Range]) -> Edit | None:
    left = [span for span in ranges if span.start < span.end]
    if not left:
        return None
    if isinstance(item, Quotation):
        return edits.set_ranges(layer, item.id, left)
    return edits.set_entity_range(layer, item.id, left[0])


def _cuts_a_word(whole: str, span: Range) -> bool:
    return any(at < len(whole) and text.token_at(whole, at).start < at and not whole[at].isspace() for at in span)


def _balanced(content: str) -> bool:
    depth = 0
    for character in content:
        depth += (character in "«‹") - (character in "»›")
        if depth < 0:
            return False
    return depth == 0 and content.count('"') % 2 == 0


def _cross(one: Quotation, other: Quotation) -> bool:
    shared = any(a.overlaps(b) for a, b in itertools.product(one.ranges, other.ranges))
    nested = all(any(a.contains(b) for a in one.ranges) for b in other.ranges)
    holding = all(any(b.contains(a) for b in other.ranges) for a in one.ranges)
    return shared and not nested and not holding
