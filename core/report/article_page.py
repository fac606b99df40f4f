"""An annotated article, or a list of quotations, as one HTML file without the network; in colour or in black and white.

No mark is told by its colour alone: forms have their own lines, entities their labels, proposals a question mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from core.language import day_words, letters, mark, number, tr
from core.model import Actor, Form, Quotation, Range, State
from core.model.layer import Layer
from core.report.html import page, paragraph, section, table
from core.report.paper_pieces import Numbered, Piece, Superscript, numbered, paragraphs
from core.words.values import form_words, kind_words, layer_words, state_words, status_words

COLOURS: dict[Form, tuple[str, str]] = {
    Form.DIRECT: ("#2a72c4", "#dceaf8"),
    Form.INDIRECT: ("#a06a00", "#faeccf"),
    Form.MIXED: ("#a8397b", "#f6dfec"),
}
"""The line and the ground of a form on paper."""
LINES: dict[Form, str] = {Form.DIRECT: "solid", Form.INDIRECT: "dashed", Form.MIXED: "double"}
PAPER_STYLE = """
.text { font: 1.06rem/2 "PT Serif", Georgia, serif; margin: 1.4rem 0 2rem; } .text p { margin: 0 0 .7rem; }
.q { border-bottom: 2px solid; padding-bottom: .1em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.q.double { border-bottom-width: 4px; } .nested { border-top: 1px dotted; } .auto { opacity: .85; }
.e { text-decoration: underline dotted 1px; text-underline-offset: .18em; }
.cue { font-weight: 700; } .mention { font-style: italic; }
sup { font: 600 .62rem/1 Inter, sans-serif; margin: 0 .1em 0 .15em; color: var(--soft); overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin: 1rem 0; font-size: .9rem; }
.legend span.sample { font-family: "PT Serif", Georgia, serif; }
@media (max-width: 40rem) { body { padding: 1rem .8rem; } .text { line-height: 1.8; } }
"""
LEGEND_WORDS: tuple[tuple[str, str], ...] = (
    ("cue", mark("cue")),
    ("mention", mark("speaker mention")),
    ("e", mark("entity, with its label")),
)


def style(*, colour: bool) -> str:
    """Return the style of annotated text."""
    out = [PAPER_STYLE]
    for form, (line, ground) in COLOURS.items():
        look = f"border-bottom-color: {line}; background: {ground};" if colour else "border-bottom-color: #000;"
        out.append(f".{form.value} {{ border-bottom-style: {LINES[form]}; {look} }}")
    out.append("* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }" if colour else "")
    return "\n".join(out)


def article_page(layer: Layer, *, colour: bool = True) -> str:
    """Return an article with its annotation: the text, a legend, its speakers, its quotations."""
    article = layer.article
    title = article.title or article.id
    sections = [
        f'<div class="legend">{"".join(_legend(layer))}</div>',
        f'<div class="text">{"".join(_paragraph(one) for one in paragraphs(layer))}</div>',
        section(tr("Speakers"), table(speakers_head(), speaker_rows(layer), words=3)),
        section(tr("Quotations"), table(("№", *quotation_head()), listed(layer), words=7)),
        section(tr("Entities"), table((tr("Label"), tr("Settled"), tr("Proposals")), entity_rows(layer))),
        *([paragraph(left)] if (left := left_out(layer)) else []),
    ]
    return page(title, about(layer), sections, style=style(colour=colour))


def quotations_page(title: str, layers: Iterable[Layer], *, colour: bool = True) -> str:
    """Return the quotations of many layers, article by article."""
    sections, count = [], 0
    for layer in layers:
        rows = listed(layer)
        count += len(rows)
        name = layer.article.title or layer.article.id
        sections.append(
            section(name, paragraph(about(layer)) if rows else "", table(("№", *quotation_head()), rows, words=7))
        )
    return page(title, tr("%n quotation(s)", count), sections, style=style(colour=colour))


def about(layer: Layer) -> str:
    """Return where an article comes from, and whose annotation this is."""
    meta = layer.article.meta
    whose = f"{layer_words(layer.annotator)} ({status_words(layer.head.status)})"
    parts = [meta.get("source"), meta.get("author"), day_words(meta.get("date") or meta.get("published") or ""), whose]
    return " · ".join(part for part in parts if part)


def left_out(layer: Layer) -> str:
    """Return how many items people rejected, which are not shown; nothing where there are none."""
    rejected = len(layer.quotations(rejected=True)) + len(layer.entities(rejected=True))
    rejected -= len(layer.quotations()) + len(layer.entities())
    return tr("%n rejected item(s) are not shown.", rejected) if rejected else ""


def quotation_head() -> list[str]:
    """Return the head of a list of quotations, without its number."""
    return [tr("Speaker"), tr("Content"), tr("Cue"), tr("Speaker mention"), tr("Form"), tr("State")]


def quotation_row(layer: Layer, one: Quotation) -> list[str]:
    """Return a quotation in words; a question mark follows a field that only the program says of a settled one."""
    text = layer.article.text
    auto = one.state is State.AUTO

    def words(span: Range | None) -> str:
        return "" if span is None else " ".join(text[span.start : span.end].split())

    def field(name: str, said: str) -> str:
        return f"{said}?" if said and not auto and name in one.guessed else said

    actor = layer.actor(one.speaker)
    who = field("speaker", actor.name if actor is not None else "")
    content = " … ".join(words(span) for span in one.ranges)
    how = (field("cue", words(one.cue)), field("mention", words(one.mention)))
    score = f" {number(one.score, 2)}" if auto and one.score is not None else ""
    return [who, content, *how, form_words(one.form), f"{state_words(one.state)}{score}"]


def listed(layer: Layer) -> list[list[str]]:
    """Return the quotations of a layer in words, each with its number."""
    return [[str(one.number), *quotation_row(layer, one.quotation)] for one in numbered(layer)]


def speakers_head() -> list[str]:
    """Return the head of the list of speakers."""
    return [tr("Speaker"), tr("Kind"), tr("Quotations"), tr("Settled"), tr("Proposals")]


def speaker_rows(layer: Layer) -> list[list[str]]:
    """Return the speakers of a layer, those with most quotations first; the last row is those without a speaker.

    A quotation counts as a proposal where the program alone says whose it is, though a person settled the rest.
    """
    said: dict[str, list[Numbered]] = {}
    for one in numbered(layer):
        said.setdefault(one.quotation.speaker or "", []).append(one)
    out = []
    for speaker, found in sorted(said.items(), key=lambda one: (not one[0], -len(one[1]), one[1][0].number)):
        actor = layer.actor(speaker) if speaker else None
        open_ = sum(one.quotation.state is State.AUTO or "speaker" in one.quotation.guessed for one in found)
        numbers = ", ".join(str(one.number) for one in found)
        out.append([*_named(actor), numbers, str(len(found) - open_), str(open_)])
    return out


def _named(actor: Actor | None) -> list[str]:
    return [actor.name, kind_words(actor.kind)] if actor is not None else [tr("(no speaker)"), ""]


def entity_rows(layer: Layer) -> list[list[str]]:
    """Return the number of entities by label: settled, and proposals."""
    counts = Counter((one.label, one.state is State.AUTO) for one in layer.entities())
    return [
        [label, str(counts[label, False]), str(counts[label, True])]
        for label in sorted({name for name, _ in counts}, key=letters)
    ]


# -- HTML of the text --------------------------------------------------------------------------------------------------


def _paragraph(pieces: Iterable[Piece]) -> str:
    return f"<p>{''.join(map(_piece, pieces))}</p>\n"


def _piece(piece: Piece) -> str:
    kinds = list(_kinds(piece))
    words = escape(piece.text)
    told = "; ".join(form_words(one.form) for one in piece.quotations)
    hover = f' title="{escape(told)}"' if told else ""
    marked = f'<span class="{" ".join(kinds)}"{hover}>{words}</span>' if kinds else words
    return marked + "".join(map(_superscript, piece.superscripts))


def _kinds(piece: Piece) -> Iterator[str]:
    """Yield the classes of a run; a nested quotation looks like its own form, with a line above."""
    if piece.quotations:
        inner = piece.quotations[-1]
        yield from _form_classes(inner.form)
        if len(piece.quotations) > 1:
            yield "nested"
        if inner.state is State.AUTO:
            yield "auto"
    yield from (
        name for name, there in (("e", piece.entities), ("cue", piece.cue), ("mention", piece.mention)) if there
    )


def _superscript(superscript: Superscript) -> str:
    return f"<sup>{escape(str(superscript))}</sup>"


def legend(layer: Layer) -> Iterator[tuple[str, str, str]]:
    """Yield what every mark of the text means, as (kind, sample, words); what is not in the text is left out.

    The kinds: the forms, ``cue``, ``mention``, ``e`` (entity), ``superscript`` (what stands after a span).
    """
    quotations, entities = layer.quotations(), layer.entities()
    yield from ((form.value, "«…»", form_words(form)) for form in Form if any(one.form is form for one in quotations))
    there = {"cue": any(one.cue for one in quotations), "mention": any(one.mention for one in quotations)}
    there["e"] = bool(entities)
    yield from ((kind, tr("word"), tr(words)) for kind, words in LEGEND_WORDS if there[kind])
    if quotations:
        yield "superscript", "3", tr("number of the quotation, with its speaker")
    if any(one.state is State.AUTO for one in quotations) or any(one.state is State.AUTO for one in entities):
        yield "superscript", "3?", tr("proposal: nobody has settled it yet")
    if any(one.guessed and one.state is not State.AUTO for one in quotations):
        yield "superscript", "…?", tr("field that the program filled in, not settled")


def _legend(layer: Layer) -> Iterator[str]:
    for kind, sample, words in legend(layer):
        if kind == "superscript":
            shown = f"<sup>{escape(sample)}</sup>"
        else:
            classes = " ".join(_form_classes(Form(kind))) if kind in {form.value for form in Form} else kind
            shown = f'<span class="sample {classes}">{escape(sample)}</span>'
        yield f"<span>{shown} {escape(words)}</span>"


def _form_classes(form: Form) -> Iterator[str]:
    yield from ("q", form.value)
    if LINES[form] == "double":
        yield "double"
