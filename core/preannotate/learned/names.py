"""Names as a project has them: added where the model sees none, labelled otherwise, taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from core.preannotate.learned.book import Found


class Span(NamedTuple):
    """A name proposed."""

    start: int
    end: int
    label: str


class Change(NamedTuple):
    """What knowledge does: ``was`` becomes ``becomes``, by the entry of these words; None: there is none."""

    was: Span | None
    becomes: Span | None
    words: str


def changes(shipped: Sequence[Span], found: Iterable[Found], says: Callable[[str], str | None]) -> list[Change]:
    """Return what becomes of the shipped names; ``says`` gives a name's label, "" where it is none, None: undecided.

    A longer known name replaces shipped ones of its label inside it; inside a longer shipped name nothing is added.
    """
    made: list[Change] = []
    end = -1
    for one in found:
        label = says(one.words) if one.start >= end else None
        if label is None:
            continue
        beside = [span for span in shipped if span.start < one.end and one.start < span.end]
        same = [span for span in beside if (span.start, span.end) == (one.start, one.end)]
        if label == "":
            made += [Change(span, None, one.words) for span in same]
            end = one.end if same else end
            continue
        becomes = Span(one.start, one.end, label)
        end = one.end
        if same:
            if all(span.label != label for span in same):
                made.append(Change(same[0], becomes, one.words))
        elif all(one.start <= span.start and span.end <= one.end for span in beside):
            made += [Change(span, None, one.words) for span in beside if span.label == label]
            made.append(Change(None, becomes, one.words))
    return made


def changed(shipped: Sequence[Span], made: Sequence[Change]) -> list[Span]:
    """Return the names after changes, in text order, each once."""
    gone = {change.was for change in made if change.was is not None}
    come = [change.becomes for change in made if change.becomes is not None]
    return sorted({*(span for span in shipped if span not in gone), *come}, key=lambda s: (s.start, -s.end, s.label))
