"""The steps of the tour: what to do, in which item, and how the layer shows that it was done.

The article of the tour comes with proposals of which three are wrong on purpose (``resources/tour/lesson.jsonl``).
A step is done when the layer says so, whichever way a person took; what was taken back is not done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from core.model import Quotation, State, Status
from core.model.layer import Layer
from gui.look.languages import mark

ACCEPTED, WRONG_SPEAKER, TOO_LONG, FIRST_HALF = "q6", "q7", "q9", "q2"
"""Ids of the quotations of the tour's article."""


class Step(NamedTuple):
    """One thing to do."""

    id: str
    title: str
    words: str
    """What to do; ``{key}`` is the key of ``command`` as it is now."""
    command: str
    place: str
    """What is framed: ``text``, ``speaker`` (the list on the right) or a menu by its id."""
    item: str
    """The id of the quotation that it is done to; empty where it is about the whole."""
    done: Callable[[Layer], bool]
    """Tell whether a layer that has the item shows that it was done."""


def _accepted(layer: Layer) -> bool:
    return layer.quotation(ACCEPTED).state not in (State.AUTO, State.REJECTED)


def _speaker_corrected(layer: Layer) -> bool:
    speaker = layer.actor(layer.quotation(WRONG_SPEAKER).speaker)
    return speaker is not None and "Мухина" in speaker.name


def _shortened(layer: Layer) -> bool:
    ranges = layer.quotation(TOO_LONG).ranges
    return bool(ranges) and not any("пояснил" in layer.article.text[start:end] for start, end in ranges)


def _joined(layer: Layer) -> bool:
    text = layer.article.text
    held = " ".join(text[start:end] for start, end in layer.quotation(FIRST_HALF).ranges)
    return "Инвестиции" in held and "Две трети" in held


def _finished(layer: Layer) -> bool:
    return layer.head.status is Status.DONE


def _never(layer: Layer) -> bool:
    return False


STEPS: tuple[Step, ...] = (
    Step(
        "accept",
        mark("Accept a proposal"),
        mark("The dashed quotation is a proposal. Its words, its cue and its speaker are right: press {key}."),
        "accept",
        "text",
        ACCEPTED,
        _accepted,
    ),
    Step(
        "speaker",
        mark("Correct a speaker"),
        mark("“The official” who warned is Larisa Mukhina, not Galiyev. Press the digit that stands before "
             "her name on the right, or {key} to choose from all."),
        "speaker",
        "speaker",
        WRONG_SPEAKER,
        _speaker_corrected,
    ),
    Step(
        "cut",
        mark("Cut what is too long"),
        mark("This quotation reaches over the author’s words “— пояснил он”. Select them in the text and press {key}; "
             "or drag the end of the quotation back."),
        "cut-range",
        "text",
        TOO_LONG,
        _shortened,
    ),
    Step(
        "link",
        mark("Link two halves"),
        mark("The author’s words interrupt one quotation; it was taken for two. Press {key} to join it with the next."),
        "join",
        "text",
        FIRST_HALF,
        _joined,
    ),
    Step(
        "done",
        mark("Mark the article as done"),
        mark("So it goes with every quotation. Press {key} when an article is finished: you are asked what becomes of "
             "the proposals that are still open; accept them."),
        "done",
        "article",
        "",
        _finished,
    ),
    Step(
        "export",
        mark("Export"),
        mark("Your work is on disk already. Press {key} to write what is done as JSONL: choose a file, then Export."),
        "export",
        "project",
        "",
        _never,
    ),
)  # fmt: skip


def is_there(step: Step, layer: Layer) -> bool:
    """Tell whether a layer still has what a step is about."""
    if not step.item:
        return True
    item = layer.get(step.item)
    return isinstance(item, Quotation) and item.state is not State.REJECTED


def is_done(step: Step, layer: Layer) -> bool:
    """Tell whether a layer shows that a step was done."""
    return is_there(step, layer) and step.done(layer)
