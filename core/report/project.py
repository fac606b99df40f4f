"""The report of a project: scheme, counts, progress, agreement, the ledger, open questions; facts here, looks apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from core.errors import UserError
from core.exchange.layer_sources import LayerSource, ProjectLayers, collect
from core.model import AUTO, GOLD, Entity, Quotation, State, Status, ranges_of
from core.model.layer import Layer
from core.model.schema import Schema
from core.report.html import agreement_sections, page, section, table
from core.report.ledger import Ledger
from core.report.ledger_table import HEAD, ledger_rows
from core.review.decisions import Confidence, Reason, decision_of
from core.review.workflow import Progress, article_states, progress
from core.store import Comment, Project, Reviews, Start

Shown = Callable[[int, str], object]
EXCERPT = 90
"""Code points of text that an open question shows."""


class Question(NamedTuple):
    """Something that needs an answer: a flagged item, an open thread, a decision that the guidelines do not cover."""

    article: str
    annotator: str
    text: str
    what: str


def open_ledger(
    project: Project, annotators: Iterable[str] | None = None, shown: Shown = lambda done, what: None
) -> Ledger:
    """Return the ledger of a project: what the annotators (where not named, all people) made of what was proposed."""
    wanted = None if annotators is None else set(annotators)
    starts = {(one.article, one.annotator): one.start for one in Reviews(project).assignments()}
    ledger = Ledger()
    states = Reviews(project).states()
    proposed = {state.article for state in states if state.annotator == AUTO}
    proposals: Layer | None = None
    for done, state in enumerate(states, 1):
        chosen = state.annotator not in (AUTO, GOLD) if wanted is None else state.annotator in wanted
        layer = project.layer(state.article, state.annotator) if chosen else None
        if layer is not None:
            start = starts.get((state.article, state.annotator), Start.PROPOSALS)
            ledger.add_guesses(project.history(state.article, state.annotator), layer, start)
            if state.article in proposed:
                if proposals is None or proposals.article.id != state.article:
                    proposals = project.layer(state.article, AUTO)
                assert proposals is not None
                ledger.add(proposals, layer, start)
        if shown(done, state.article) is False:
            raise UserError("stopped")
    return ledger


def questions(project: Project) -> list[Question]:
    """Return what needs an answer in a project: flags, open threads, decisions that the guidelines do not cover."""
    out: list[Question] = []
    for article, layer in project.records():
        if layer.annotator == AUTO:
            continue
        for item in layer.annotations():
            what = ", ".join(item.flags)
            decision = decision_of(item) if item.extra else None
            if decision is not None and (
                decision.reason in (Reason.GUIDELINE_GAP, Reason.AMBIGUOUS) or decision.confidence is Confidence.LOW
            ):
                said = (decision.reason, decision.confidence, decision.comment)
                what = ", ".join(str(one) for one in said if one)
            if what:
                start, end = ranges_of(item)[0].start, ranges_of(item)[-1].end
                out.append(Question(article.id, layer.annotator, article.text[start : min(end, start + EXCERPT)], what))
        if layer.head.flags:
            out.append(Question(article.id, layer.annotator, article.title or "", ", ".join(layer.head.flags)))
    threads = (
        Question(one.article, one.annotator, "", f"{one.author}: {one.text}")
        for one in open_threads(Reviews(project).comments())
    )
    return [*out, *threads]


def open_threads(comments: Iterable[Comment]) -> list[Comment]:
    """Return the first comments of the threads that nobody has closed."""
    firsts: dict[int, Comment] = {}
    for comment in comments:
        if comment.answers is None:
            firsts[comment.id] = comment
        elif comment.settles:
            firsts.pop(comment.answers, None)
    return list(firsts.values())


def project_report(project: Project, shown: Shown = lambda done, what: None, *, samples: int = 1000) -> str:
    """Return the report of a project as one HTML page."""
    reviews = Reviews(project)
    assignments, states = reviews.assignments(), reviews.states()
    people = [name for name in project.annotators() if name not in (AUTO, GOLD)]
    where = article_states(assignments, states)
    count = project.article_count(AUTO)
    summary = [
        ("Articles", f"{count:,}"),
        ("Given to somebody or begun", f"{len(where):,}"),
        ("Annotated by all they were given to", f"{sum(one.annotated for one in where):,}"),
        ("Reviewed", f"{sum(one.reviewed for one in where):,}"),
    ]
    sections = [
        section("Articles", table(("", "Number"), summary)),
        section("Scheme", _scheme(project.schema)),
        section("Annotations", _counts(project)),
        section("Progress", progress_table(progress(assignments, states))),
        *_agreement(project, people, samples, shown),
        section("What became of the proposals", table(HEAD, ledger_rows(open_ledger(project, shown=shown)), words=4)),
        section("Open questions", _questions(questions(project))),
    ]
    made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return page(project.path.stem, f"Report of {made}, made by Citata.", sections)


def _scheme(schema: Schema) -> str:
    rows = [
        (label.id, ", ".join(f"{lang}: {name}" for lang, name in label.names.items()), label.key)
        for label in schema.labels
    ]
    policies = [
        ("Direct content includes its quotation marks", "yes" if schema.marks_inside else "no"),
        ("A full stop after the closing mark is inside", "yes" if schema.full_stop_inside else "no"),
        ("Quotation forms", "direct, indirect, mixed"),
    ]
    return table(("Entity label", "Names", "Key"), rows, words=3) + table(("Quotations", ""), policies, words=2)


def _counts(project: Project) -> str:
    """Return the table of annotations by annotator, without the rejected ones."""
    counts: dict[str, Counter[str]] = {}
    for _, layer in project.records():
        mine = counts.setdefault(layer.annotator, Counter())
        mine["articles"] += 1
        for item in layer.items.values():
            if isinstance(item, Quotation) and item.state is not State.REJECTED:
                mine[item.form.value] += 1
                mine["quotations"] += 1
            elif isinstance(item, Entity) and item.state is not State.REJECTED:
                mine[f"entity {item.label}"] += 1
                mine["entities"] += 1
    labels = sorted({name for mine in counts.values() for name in mine if name.startswith("entity ")})
    names = ("articles", "quotations", "direct", "indirect", "mixed", "entities", *labels)
    head = ("Layer", *(name.removeprefix("entity ") for name in names))
    return table(head, [(who, *(f"{mine[name]:,}" for name in names)) for who, mine in sorted(counts.items())])


def progress_table(people: Iterable[Progress]) -> str:
    """Return everybody's progress as an HTML table."""
    head = ("Annotator", "Given", *(status.value.replace("_", " ") for status in Status), "Settled", "Annotations")
    rows = [
        (
            one.annotator,
            f"{one.assigned:,}",
            *(f"{one.by_status.get(status, 0):,}" for status in Status),
            f"{one.settled:,}",
            f"{one.total:,}",
        )
        for one in people
    ]
    return table(head, rows)


def _agreement(project: Project, people: list[str], samples: int, shown: Shown) -> list[str]:
    if len(people) < 2:
        return []
    sources: list[LayerSource] = [ProjectLayers(project, name) for name in people]
    try:
        study = collect(sources, shown)
    except UserError as error:
        if error.code != "layers-apart":
            raise
        return []
    result: Mapping[str, Any] = study.result(articles=True, samples=samples)
    return agreement_sections(result)


def _questions(found: list[Question]) -> str:
    rows = [(one.article, one.annotator, " ".join(one.text.split()), one.what) for one in found]
    return table(("Article", "Layer", "Text", "Question"), rows, words=4)
