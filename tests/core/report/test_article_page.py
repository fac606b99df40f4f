"""An annotated article on paper: every character once, every mark told without its colour, whose word it is."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.transfer import import_files
from core.model import Actor, Entity, Form, Quotation, Range, State
from core.model.layer import Layer
from core.report.article_page import article_page, legend, quotations_page, speaker_rows
from core.report.paper_pieces import paragraphs
from core.store import Project
from tests.acts import article_of
from tests.core.cli.test_cli_project import run
from tests.golden import same_as_golden
from tests.paths import DATA
from tests.rich import rich_layer

TEXT = "Мост готов,\n\nсказал мэр.  Так и есть\n"
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(
    lambda one: Range(one[0], min(one[0] + one[1], len(TEXT)))
)


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    items: list[Quotation | Entity] = []
    for at, span in enumerate(draw(st.lists(spans, max_size=5))):
        state = draw(st.sampled_from([State.AUTO, State.MANUAL, State.REJECTED]))
        if draw(st.booleans()):
            items.append(Entity(id=f"e{at}", label="PER", range=span, state=state))
        else:
            form, cue = draw(st.sampled_from(list(Form))), draw(st.none() | spans)
            items.append(Quotation(id=f"q{at}", form=form, ranges=(span,), cue=cue, state=state))
    return Layer(article_of(TEXT), "anna", items)


@given(layers())
def test_every_character_stands_once_under_what_covers_it(layer: Layer) -> None:
    lines = [line for line in TEXT.split("\n") if line.strip()]
    found = paragraphs(layer)
    assert ["".join(piece.text for piece in pieces) for pieces in found] == lines
    at = 0
    for line, pieces in zip(lines, found, strict=True):
        at = TEXT.index(line, at)
        for piece in pieces:
            span = Range(at, at + len(piece.text))
            inside = {one.id for one in layer.quotations() if any(part.contains(span) for part in one.ranges)}
            assert {one.id for one in piece.quotations} == inside
            assert {one.id for one in piece.entities} == {e.id for e in layer.entities() if e.range.contains(span)}
            assert piece.cue == any(one.cue is not None and one.cue.contains(span) for one in layer.quotations())
            at = span.end


@given(layers())
def test_every_mark_ends_with_its_sign(layer: Layer) -> None:
    superscripts = [
        superscript.words for pieces in paragraphs(layer) for piece in pieces for superscript in piece.superscripts
    ]
    visible = [one for one in layer.entities() if TEXT[one.range.end - 1] != "\n"]
    assert superscripts.count("PER") == len(visible)


@pytest.mark.parametrize("colour", [True, False])
def test_the_page_of_the_article_that_has_everything(colour: bool) -> None:
    name = "article" if colour else "article-mono"
    same_as_golden(Path(__file__).parent / "golden" / f"{name}.html", article_page(rich_layer(), colour=colour))


def test_without_colour_only_the_report_s_greys_are_left() -> None:
    style = article_page(rich_layer(), colour=False).partition(".text {")[2].partition("</style>")[0]
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", style)) == {"#000"}


def test_what_only_the_program_says_bears_a_question_mark() -> None:
    one = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 4),), speaker="a", guessed=("speaker",))
    two = Quotation(id="q2", form=Form.DIRECT, ranges=(Range(5, 10),), speaker="a", state=State.AUTO, score=0.5)
    three = Quotation(id="q3", form=Form.MIXED, ranges=(Range(13, 19),), speaker="a")
    layer = Layer(article_of(TEXT), "anna", [Actor(id="a", name="Мэр"), one, two, three])
    page = article_page(layer)
    assert re.findall(r"<sup>([^<]*)</sup>", page.partition('class="text"')[2]) == ["1 Мэр?", "2? Мэр", "3 Мэр"]
    assert [sample for kind, sample, _ in legend(layer) if kind == "superscript"] == ["3", "3?", "…?"]
    assert "<td>Мэр?</td>" in page
    assert speaker_rows(layer) == [["Мэр", "", "1, 2, 3", "1", "2"]]


def test_rejected_items_are_counted_and_not_shown() -> None:
    items = [
        Entity(id="e", label="PER", range=Range(0, 4), state=State.REJECTED),
        Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 4),), state=State.REJECTED),
    ]
    page = article_page(Layer(article_of(TEXT), "anna", items))
    assert "2 rejected items are not shown." in page
    assert "<sup>" not in page


def test_the_list_of_quotations_leaves_out_articles_without_any() -> None:
    empty = Layer(article_of("Ничего не сказано."), "anna")
    page = quotations_page("Всё", [empty, rich_layer()])
    assert page.count("<h2>") == 1
    assert "5 quotations" in unescape(page)


def test_the_command_writes_an_article_and_the_list(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "vera") as project:
        import_files(project, [DATA / "exchange.jsonl"])
        found, layer = next(iter(project.records()))
        article, annotator = found.id, layer.annotator
    out = tmp_path / "out.html"
    words = ("page", tmp_path / "p.citata", article, "--layer", annotator, "-o", out)
    assert run(*words, "--black-and-white").exit_code == 0
    assert "background: #dceaf8" not in out.read_text("utf-8")
    assert run(*words).exit_code == 0
    assert "background: #dceaf8" in out.read_text("utf-8")
    assert run("page", tmp_path / "p.citata", "--layer", annotator, "-o", out).exit_code == 0
    assert "<h1>Quotations: p</h1>" in out.read_text("utf-8")
    refused = run("page", tmp_path / "p.citata", article, "--layer", "nobody", "-o", out)
    assert refused.exit_code == 1
    assert f"no layer of nobody. There are: {annotator}" in refused.output
