"""Drawn layers on paper, and what became of drawn proposals: pieces, lists, the ledger's rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from core.agreement.evaluation import Evaluation
from core.history.timeline import back_to
from core.model import Article, Entity, Head, Item, Quotation, State, Status
from core.model.layer import Layer
from core.report import article_page, evaluation, palettes, pictures
from core.report.ledger import Ledger, band_of
from core.report.ledger_table import ledger_csv
from core.report.paper_pieces import paragraphs
from core.review.decisions import Decision, How, Reason, with_decision
from core.store.log import LogEntry
from core.store.review import Start
from tests.drawing import pick
from tests.drawn_layers import TEXT, by_another, figures, layer
from tests.golden import same_as_golden

EYES = ("full", "protan", "deutan")
GOLDEN = Path(__file__).parent / "golden"


def told(drawn: Random, now: Layer) -> Layer:
    """Return a layer with rules, scores, guesses and decisions on its items."""
    items: list[Item] = []
    for item in now.items.values():
        made = item
        if isinstance(item, (Entity, Quotation)):
            names = [name for name in ("cue", "mention", "speaker", "actor") if getattr(item, name, None) is not None]
            guessed = tuple(name for name in names if drawn.random() < 0.4)
            score = pick(drawn, (None, 0.0, 0.1, 0.35, 0.8, 0.9999, 1.0))
            made = replace(item, guessed=guessed, score=score, rule=pick(drawn, (None, "marks", "frame")))
            if item.state is State.REJECTED and drawn.random() < 0.5:
                made = with_decision(made, Decision(how=How.REJECTED, of=(), reason=pick(drawn, (None, *Reason))))
        items.append(made)
    return Layer(now.article, now.annotator, [*items, Head(status=pick(drawn, tuple(Status)))])


def on_paper(now: Layer) -> Iterator[str]:
    for line in paragraphs(now):
        shown = []
        for piece in line:
            over = "/".join(one.id for one in piece.quotations) + "+" + "/".join(one.id for one in piece.entities)
            marks = f"{'c' * piece.cue}{'m' * piece.mention}"
            after = " ".join(f"^{one}" for one in piece.superscripts)
            shown.append(f"[{piece.text}|{over}|{marks}|{after}]")
        yield f"  {''.join(shown)}"
    for row in (*article_page.listed(now), *article_page.speaker_rows(now), *article_page.entity_rows(now)):
        yield f"  {' | '.join(row)}"
    yield f"  {article_page.left_out(now)} {article_page.about(now)}"
    yield from (f"  {' / '.join(one)}" for one in article_page.legend(now))


def test_layers_on_paper() -> None:
    out = []
    for seed in range(8000, 8040):
        drawn = Random(seed)
        out += [f"# {seed}", *on_paper(told(drawn, layer(drawn)))]
    same_as_golden(GOLDEN / "drawn-paper.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("colour", [True, False])
def test_a_page(*, colour: bool) -> None:
    drawn = Random(8003)
    now = told(drawn, layer(drawn))
    same_as_golden(GOLDEN / f"drawn-page-{colour}.html", article_page.article_page(now, colour=colour) + "\n")


def test_what_became_of_proposals() -> None:
    out = []
    every = Ledger()
    for seed in range(8100, 8160):
        drawn = Random(seed)
        start = pick(drawn, tuple(Start))
        proposals = told(drawn, layer(drawn))
        prefix = pick(drawn, ("", "", "x"))
        layer_of = told(drawn, by_another(drawn, proposals, "anna", prefix))
        ledger = Ledger()
        for one in (ledger, every):
            one.add(proposals, layer_of, start)
        out += [f"# {seed}", *ledger_csv(ledger).splitlines()[1:]]
    out += ["# all", *ledger_csv(every).splitlines()]
    for kind in (None, "quotation", "entity", "guess"):
        total = every.total(kind)
        out.append(f"{kind}: {total} {figures(total.precision)}")
    same_as_golden(GOLDEN / "drawn-ledger.txt", "\n".join(out) + "\n")


def test_what_became_of_guesses() -> None:
    out = []
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    for seed in range(8200, 8230):
        drawn = Random(seed)
        base = layer(drawn)
        first = told(drawn, base)
        history = []
        states = [Layer(base.article, "anna")]
        for n, now in enumerate((first, told(drawn, by_another(drawn, first, "anna"))), 1):
            edit = back_to(states[-1], now)
            edit = edit._replace(name=pick(drawn, ("restore", "merge-actors")))
            at = moment + timedelta(hours=n)
            history.append(LogEntry(n, at, "anna", edit, None, f"u{n}"))
            states.append(states[-1].apply(edit))
        if drawn.random() < 0.3:
            edit = history[-1].edit.inverse()
            history.append(history[-1]._replace(id=3, edit=edit, undoes=2))
            states.append(states[-1].apply(edit))
        ledger = Ledger()
        ledger.add_guesses(history, states[-1])
        out += [f"# {seed}", *ledger_csv(ledger).splitlines()[1:]]
    same_as_golden(GOLDEN / "drawn-guesses.txt", "\n".join(out) + "\n")


def test_an_evaluation_for_reading() -> None:
    every, out = Evaluation(), []
    for at, seed in enumerate(range(8300, 8312)):
        drawn = Random(seed)
        base = told(drawn, layer(drawn))
        article = Article(id=f"a{at}", title=pick(drawn, (None, "О мосте")), text=TEXT, digest=base.article.digest)
        made = told(drawn, by_another(drawn, base, "auto", "p"))
        every.add(Layer(article, "gold", base.items.values()), Layer(article, "auto", made.items.values()))
    result = every.result()
    shown = (evaluation.measure_rows, evaluation.share_rows, evaluation.form_rows, evaluation.speaker_rows)
    for rows in (*shown, evaluation.score_rows, evaluation.entity_rows):
        out += [" | ".join(row) for row in rows(result)]
    out += [evaluation.mistake_line(one) for one in every.mistakes]
    long = every.mistakes[0]
    for length in (evaluation.EXCERPT - 1, evaluation.EXCERPT, evaluation.EXCERPT + 1, 400):
        words = "".join(chr(ord("а") + at % 32) for at in range(length))
        out.append(evaluation.mistake_line(long._replace(words=words)))
    out.append(evaluation.evaluation_page(("gold.jsonl", "auto.jsonl"), result, every.mistakes))
    nothing = Evaluation()
    nothing.add(Layer(base.article, "gold"), Layer(base.article, "auto", base.items.values()))
    out.append(evaluation.evaluation_page(("gold.jsonl", "auto.jsonl"), nothing.result(), nothing.mistakes))
    same_as_golden(GOLDEN / "drawn-evaluation.txt", "\n".join(out) + "\n")


def test_bands_of_scores() -> None:
    found = {score: band_of(score) for score in (None, *(n / 100 for n in range(0, 101, 5)), 0.3, 0.7, 0.7999999)}
    same_as_golden(GOLDEN / "bands.txt", "\n".join(f"{score}: {band or '–'}" for score, band in found.items()) + "\n")


def test_colours_and_pictures_of_drawn_numbers() -> None:
    drawn = Random(4)
    out = []
    colours = ["#000000", "#ffffff", "#ff0000", "#2a72c4", "#faeccf"]
    colours += [f"#{int(drawn.random() * 0xFFFFFF):06x}" for _ in range(12)]
    for first, second in pairwise(colours):
        seen = [round(palettes.distance(first, second, eye), 3) for eye in EYES]
        share = round(drawn.random(), 2)
        out.append(
            f"{first} {second}: {palettes.contrast(first, second):.4f} {seen} {pictures.mix(first, second, share)}"
            f" {palettes.suggest([first, second])}"
        )
    names = ["anna", "boris", "вера"]
    matrix = [[pick(drawn, (None, 0.0, 0.334, 1.0, -0.2)) for _ in names] for _ in names]
    out.append(pictures.heat_map(names, matrix))
    counts = {one: {other: float(int(drawn.random() * 5)) for other in names} for one in names}
    out.append(pictures.confusion(counts, sides=("A", "B")))
    values = {name: round(drawn.random(), 3) for name in ("F1", "α", "κ")}
    out.append(pictures.intervals(values, {"F1": (0.1, 0.9), "α": (None, None)}))
    out.append(pictures.course({f"2026-{n:02}": pick(drawn, (None, 0.2, 0.75, 1.0, -0.1)) for n in range(1, 8)}))
    same_as_golden(GOLDEN / "drawn-pictures.txt", "\n".join(out) + "\n")
