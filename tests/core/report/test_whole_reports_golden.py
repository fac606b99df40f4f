"""A report with everything in it: three annotators, two proposers, knowledge, threads, decisions; every cell of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from core.agreement.evaluation import Evaluation
from core.agreement.study import Study
from core.errors import UserError
from core.model import AUTO, GOLD, PROPOSER, Article, Entity, Head, Quotation, State, Status
from core.model.knowledge import KNOWLEDGE
from core.model.layer import Layer
from core.model.text import digest
from core.report import html
from core.report.evaluation import evaluation_page
from core.report.ledger_table import ledger_csv, ledger_json, ledger_lines
from core.report.project import EXCERPT, Question, open_ledger, project_report, questions
from core.review.decisions import Confidence, Decision, How, Reason, with_decision
from core.store import Project, Reviews
from core.store.review import Start
from tests.drawn_layers import TEXT, by_another, layer
from tests.golden import same_as_golden, undated

GOLDEN = Path(__file__).parent / "golden"
OTHER = f"{PROPOSER}other"
STATUSES = (Status.DONE, Status.IN_PROGRESS, Status.REVIEWED)


def _scored(made: Layer, rule: str) -> list[Entity | Quotation]:
    out = []
    for at, item in enumerate(made.annotations()):
        out.append(replace(item, state=State.AUTO, score=0.35 + at % 6 / 10, rule=f"{rule}-{at % 2}", flags=()))
    return out


def _decided(made: Layer, at: int) -> list[Entity | Quotation]:
    """Return the annotations of a layer, the first three of them flagged or decided."""
    decisions = (
        Decision(how=How.EDITED, of=(), reason=Reason.GUIDELINE_GAP, comment="А правила?"),
        Decision(how=How.EDITED, of=(), reason=Reason.AMBIGUOUS, confidence=Confidence.HIGH),
        Decision(how=How.EDITED, of=(), confidence=Confidence.LOW, comment="кто знает"),
        Decision(how=How.EDITED, of=(), reason=Reason.OTHER, confidence=Confidence.MEDIUM),
    )
    out = list(made.annotations())
    for place, item in enumerate(out):
        flags = ("question",) if place == at else ("question", "спорно") if place == at + 1 else ()
        out[place] = replace(item, flags=flags)
        if place % 3 == 2:
            out[place] = with_decision(out[place], decisions[(at + place) % 4])
    return out


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("report") / "Лужск.citata"
    with Project.create(path, "vera") as made:
        for at in range(3):
            text = f"{TEXT} Статья {at}."
            made.add_article(Article(id=f"a{at}", title=f"О № {at}" if at else None, text=text, digest=digest(text)))
            article = made.article(f"a{at}")
            drawn = Random(9000 + at)
            base = layer(drawn)
            people = list(base.actors())
            learned = [Head(extra={KNOWLEDGE: "3-abc"})] if at == 1 else []
            proposed = _scored(base, "rule")
            made.add_layer(Layer(article, AUTO, [*learned, *people, *proposed]), "import")
            if at != 2:
                other = by_another(drawn, base, OTHER, "x")
                made.add_layer(Layer(article, OTHER, [*other.actors(), *_scored(other, "other")]), "import")
            for name in ("anna", "boris", "vera")[: 3 - at]:
                one = by_another(drawn, base, name, "")
                head = Head(status=STATUSES[at], flags=("важно",) if name == "anna" else ())
                made.add_layer(Layer(article, name, [head, *one.actors(), *_decided(one, at)]), "import")
            if at == 0:
                gold = by_another(drawn, base, GOLD, "g")
                items = [Head(status=Status.REVIEWED), *gold.actors(), *_decided(gold, 2)]
                made.add_layer(Layer(article, GOLD, items), "import")
        reviews = Reviews(made)
        first = reviews.comment("a0", "anna", "Кто это сказал?")
        reviews.comment("a1", "boris", "И это?")
        reviews.answer(first.id, "Мэр.")
        closed = reviews.comment("a2", "anna", "Закрыто?")
        reviews.answer(closed.id, "Да.", settles=True)
        yield made


def test_the_whole_report(project: Project) -> None:
    page = project_report(project, samples=10, charts=False)
    page = undated(re.sub(r"Report of [^,]+,", "Report of DAY,", page))
    same_as_golden(GOLDEN / "whole-report.html", page + "\n")


def test_what_needs_an_answer(project: Project) -> None:
    found = questions(project)
    assert {one.annotator for one in found} == {"anna", "boris", "vera", GOLD}
    assert max(len(one.text) for one in found) <= EXCERPT
    assert found[-2:] == [
        Question("a0", "anna", "", "vera: Кто это сказал?"), Question("a1", "boris", "", "vera: И это?"),
    ]  # fmt: skip
    same_as_golden(GOLDEN / "questions.txt", "".join(f"{tuple(one)}\n" for one in found))


ASKED: tuple[tuple[list[str] | None, str | None], ...] = (
    (None, None), (None, AUTO), (None, OTHER), (["anna"], None), ([GOLD], None), (["anna", "boris"], OTHER), ([], None),
)  # fmt: skip


def test_ledgers_of_some_annotators_and_proposers(project: Project) -> None:
    """Every layer is held beside the proposals of its own article, as whoever asks names them."""
    out = []
    for annotators, proposer in ASKED:
        ledger = open_ledger(project, annotators, proposer=proposer)
        out += [f"# {annotators} {proposer}", ledger_csv(ledger)]
        out += [f"  {line}" for line in ledger_lines(ledger)]
        out.append(json.dumps(ledger_json(ledger), ensure_ascii=False))
    same_as_golden(GOLDEN / "whole-ledgers.txt", "\n".join(out) + "\n")


def test_a_ledger_says_how_far_it_is_and_can_be_stopped(project: Project) -> None:
    told: list[tuple[int, str]] = []
    open_ledger(project, shown=lambda done, what: told.append((done, what)))
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert {what for _, what in told} == {"a0", "a1", "a2"}
    with pytest.raises(UserError) as stopped:
        open_ledger(project, shown=lambda done, what: done < 2)
    assert stopped.value.code == "stopped"


def test_who_began_without_proposals_saw_none(project: Project) -> None:
    seen = {key.start for key, _ in open_ledger(project, ["anna"], proposer=OTHER).table()}
    assert seen == {Start.PROPOSALS, Start.NOTHING} or seen == {Start.NOTHING}


@pytest.mark.parametrize("people", [2, 3])
def test_agreement_of_two_and_of_three(people: int) -> None:
    """Wide tables are printed across; what two have is not pooled."""
    names = ("anna", "boris", "vera")[:people]
    study = Study(names)
    for at in range(3):
        drawn = Random(9100 + at)
        base = layer(drawn)
        article = Article(id=f"a{at}", title=None, text=TEXT, digest=base.article.digest)
        layers = [base, *(by_another(drawn, base, name, "x") for name in names[1:])]
        study.add(
            [Layer(article, name, one.items.values()) for name, one in zip(names, layers, strict=True)],
            f"2031-0{at + 1}",
        )
    result = study.result(articles=True, samples=0)
    same_as_golden(GOLDEN / f"agreement-{people}.html", "".join(html.agreement_sections(result)) + "\n")


def test_an_evaluation_of_what_a_project_taught() -> None:
    every = Evaluation()
    for at, version in enumerate(("3-abc", "3-abc", None)):
        drawn = Random(9200 + at)
        base = layer(drawn)
        made = by_another(drawn, base, "auto", "p")
        article = Article(id=f"a{at}", title=None, text=TEXT, digest=base.article.digest)
        head = [Head(extra={KNOWLEDGE: version})] if version else []
        predicted = [*head, *(one for one in made.items.values() if not isinstance(one, Head))]
        every.add(Layer(article, "gold", base.items.values()), Layer(article, "auto", predicted))
    page = evaluation_page(("gold", "auto"), every.result(), every.mistakes)
    assert "<p>Proposals made by: knowledge 3-abc: 2 articles, shipped models: 1 article</p>" in page
    assert "<p>Proposals made by" not in evaluation_page(("a", "b"), Evaluation().result(), [])
