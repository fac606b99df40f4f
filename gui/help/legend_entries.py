"""What the legend shows: every mark that the canvas draws, on a few words of our own, with a name and a sentence.

A sample is a real layer on a real text; ``show`` brings the canvas where the mark is drawn. Nothing here knows colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from core.comparing.compare import Kind, Match
from core.model import Entity, Form, Item, Quotation, Range, State
from core.model.marks import Part
from core.model.schema import Schema
from gui.canvas.versions import VersionOverlay
from gui.canvas.view import TextView
from gui.look.languages import mark, tr
from gui.look.text_look import Candidate
from gui.words.items import label_words
from gui.words.spoken import KINDS

QUOTATION, NAME = "q", "e"
SPEECH = "«Мост закроют»"
FRAMED = "«Мост закроют», — сказала Лодыгина"
CLAUSE = "что мост закроют в мае"
PARTLY = "что мост «не простоит»"
LONG = "«Мост закроют в мае, — и не откроют до самой зимы, а там посмотрим»"
NESTED = "что «мост уже закрыт», написал совет"
PERSON = "Вера Лодыгина"


class Sample(NamedTuple):
    """A text, the items in it, the parts that are not to be seen, and how the canvas is brought there."""

    text: str
    items: tuple[Item, ...]
    hidden: frozenset[str] = frozenset()
    show: Callable[[TextView], object] | None = None
    margin: bool = False
    """Whether the paper left of the column belongs to the picture."""
    strip: bool = False
    """Whether the picture is of the strip beside the text."""


class Entry(NamedTuple):
    """A row of the legend."""

    name: str
    words: str
    sample: Sample


class Section(NamedTuple):
    """Rows under a title."""

    title: str
    entries: tuple[Entry, ...]


def speech(text: str, form: Form = Form.DIRECT, **values: object) -> Quotation:
    """Return a settled quotation of the whole of ``text``."""
    given: dict[str, object] = {"ranges": (Range(0, len(text)),), "state": State.ACCEPTED}
    return Quotation(id=QUOTATION, form=form, **{**given, **values})  # type: ignore[arg-type]


def name(label: str, state: State = State.ACCEPTED) -> Entity:
    """Return an entity over the whole of the name."""
    return Entity(id=NAME, label=label, range=Range(0, len(PERSON)), state=state)


def framed(**values: object) -> Quotation:
    """Return a quotation with its cue and mention."""
    given = {"ranges": (_span(SPEECH),), "cue": _span("сказала"), "mention": _span("Лодыгина"), **values}
    return speech(FRAMED, Form.DIRECT, **given)


def _span(words: str, text: str = FRAMED) -> Range:
    at = text.index(words)
    return Range(at, at + len(words))


def sections(schema: Schema, language: str) -> Iterator[Section]:
    """Yield the legend for the labels of a project, in the window's language."""
    yield Section(tr("Quotations"), tuple(_quotations()))
    yield Section(tr("Entities"), tuple(_entities(schema, language)))
    yield Section(tr("How far it is settled"), tuple(_states(schema)))
    yield Section(tr("What you are at"), tuple(_at_hand()))
    yield Section(tr("In review"), (_versions(),))


FORMS: tuple[tuple[Form, str, str], ...] = (
    (Form.DIRECT, SPEECH, mark("Word for word. Square edges.")),
    (Form.INDIRECT, CLAUSE, mark("Retold in a clause. Round edges.")),
    (Form.MIXED, PARTLY, mark("Retold, with a part word for word. Half edges: square above, open below.")),
)
HIDE_CONTENT = frozenset({Part.CONTENT.value})


def _quotations() -> Iterator[Entry]:
    for form, text, words in FORMS:
        yield Entry(tr(KINDS[form.value]), tr(words), Sample(text, (speech(text, form),)))
    inner = Quotation(
        id="i", form=Form.DIRECT, ranges=(_span("«мост уже закрыт»", NESTED),), parent=QUOTATION, state=State.ACCEPTED
    )
    yield Entry(tr("Quotation in a quotation"), tr("Lies inside the outer one, less tall and in a stronger colour."),
                Sample(NESTED, (speech(NESTED, Form.INDIRECT), inner)))  # fmt: skip
    yield Entry(tr("Over several lines"), tr("Edges stand only where it begins and ends. A quotation that the author’s "
                "words interrupt has several ranges, each with edges."), Sample(LONG, (speech(LONG),)))  # fmt: skip
    yield Entry(tr("Cue"), tr("The words that signal the attribution. A double line."),
                Sample(FRAMED, (framed(mention=None),), HIDE_CONTENT))  # fmt: skip
    yield Entry(tr("Speaker mention"), tr("The words that name the source. A bracket below."),
                Sample(FRAMED, (framed(cue=None),), HIDE_CONTENT))  # fmt: skip


def _entities(schema: Schema, language: str) -> Iterator[Entry]:
    for one in schema.labels:
        words = tr("A line with the figure and colour of its label. Key: {key}", key=one.key) if one.key else tr(
            "A line with the figure and colour of its label."
        )  # fmt: skip
        yield Entry(label_words(schema, one.id, language), words, Sample(PERSON, (name(one.id),)))


def _states(schema: Schema) -> Iterator[Entry]:
    label = schema.labels[0].id
    yield Entry(tr("Settled"), tr("A person marked, accepted or corrected it."), Sample(SPEECH, (speech(SPEECH),)))
    yield Entry(tr("Proposal"), tr("The program guessed it and nobody has settled it: paler, with a dashed line."),
                Sample(SPEECH, (speech(SPEECH, state=State.AUTO),)))  # fmt: skip
    yield Entry(tr("Proposed entity"), tr("Its line is dashed."), Sample(PERSON, (name(label, State.AUTO),)))
    yield Entry(
        tr("Guess in a person’s work"),
        tr("A part that the program filled in and nobody has confirmed: dashed."),
        Sample(FRAMED, (framed(guessed=("cue", "mention")),)),
    )
    yield Entry(tr("Unsure"), tr("Somebody was in doubt."), Sample(SPEECH, (speech(SPEECH, flags=("unsure",)),)))
    yield Entry(tr("Rejected"), tr("Nothing is drawn; it stays in the ledger of proposals."),
                Sample(SPEECH, (speech(SPEECH, state=State.REJECTED),)))  # fmt: skip


def _at_hand() -> Iterator[Entry]:
    yield Entry(
        tr("Selected quotation"),
        tr("A line around it, handles to drag at its edges, and lines in the margin from it to its cue (ring) and its "
           "speaker mention (disc)."),
        Sample(FRAMED, (framed(),), show=_select, margin=True),
    )  # fmt: skip
    yield Entry(
        tr("Candidates for the speaker"),
        tr("The digit is the key that makes it the speaker."),
        Sample(FRAMED, (framed(),), HIDE_CONTENT, _offer),
    )
    yield Entry(
        tr("All mentions of an actor"),
        tr("Filled behind the words, as long as they are lit."),
        Sample(FRAMED, (framed(cue=None),), HIDE_CONTENT, _light),
    )
    yield Entry(tr("Selected words"), tr("What the next mark is made of."), Sample(FRAMED, (), show=_select_words))
    yield Entry(tr("Hits of the search"), tr("The current one has a line around it."), Sample(LONG, (), show=_find))
    yield Entry(
        tr("Strip beside the text"),
        tr("Left, where quotations lie in the article, in the colour of their form; right, what is open or unsure. "
           "The grey field is what the window shows."),
        _strip(),
    )  # fmt: skip


def _strip() -> Sample:
    """Return an article with quotations here and there, one of them open, one unsure."""
    line = f"{FRAMED}.\n"
    forms: tuple[tuple[int, Form, dict[str, object]], ...] = (
        (2, Form.DIRECT, {}),
        (6, Form.INDIRECT, {}),
        (9, Form.MIXED, {"state": State.AUTO}),
        (14, Form.DIRECT, {"flags": ("unsure",)}),
    )
    items = tuple(
        replace(speech(line, form, **values), id=f"q{at}", ranges=(Range(at * len(line), (at + 2) * len(line) - 2),))
        for at, form, values in forms
    )
    return Sample(line * 18, items, strip=True)


def _versions() -> Entry:
    return Entry(
        tr("Disagreement"),
        tr("Each version has a line with its number, above or below the words; the number is the key that takes it."),
        Sample(FRAMED, (), show=_compare),
    )


def _select(view: TextView) -> None:
    view.selected_id = QUOTATION


def _offer(view: TextView) -> None:
    view.set_candidates([Candidate(1, _span("Лодыгина"), "")])


def _light(view: TextView) -> None:
    view.set_lit(frozenset({QUOTATION}))


def _select_words(view: TextView) -> None:
    view.set_selection(_span(SPEECH))


def _find(view: TextView) -> None:
    hits = [_span(words, LONG) for words in ("Мост", "зимы")]
    view.set_found(hits, 0)


def _compare(view: TextView) -> None:
    overlay = VersionOverlay()
    ours, theirs = framed(mention=None, cue=None), framed(ranges=(_span("Мост закроют"),), mention=None, cue=None)
    overlay.current = Match((ours, theirs), frozenset({Kind.BOUNDARY}), _span(SPEECH))
    view.overlays = [overlay]
