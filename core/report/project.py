"""The report of a project: scheme, counts, progress, agreement, the ledger, open questions; facts here, looks apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from core.errors import UserError
from core.exchange.layer_sources import LayerSource, ProjectLayers, collect
from core.language import by_letters, moment, number, tr
from core.model import AUTO, Entity, Form, Quotation, State, Status, is_machine, is_person, ranges_of
from core.model.layer import Layer
from core.model.schema import Schema
from core.report.html import agreement_sections, page, section, table
from core.report.ledger import Ledger
from core.report.ledger_table import ledger_head, ledger_lines
from core.review.decisions import Confidence, Decision, Reason, decision_of
from core.review.workflow import Progress, article_states, progress
from core.store import Comment, Project, Reviews, Start
from core.words.reviewing import confidence_words, reason_words
from core.words.values import form_words, layer_words, status_words

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
    project: Project,
    annotators: Iterable[str] | None = None,
    shown: Shown = lambda done, what: None,
    *,
    proposer: str | None = None,
) -> Ledger:
    """Return the ledger of a project: what the annotators (where not named, all people) made of what was proposed.

    A layer is held beside the proposals that it was begun from; with ``proposer`` (a machine's layer) beside those,
    seen or not.
    """
    wanted = None if annotators is None else set(annotators)
    starts = {(one.article, one.annotator): one.start for one in Reviews(project).assignments()}
    ledger = Ledger()
    states = Reviews(project).states()
    machines: dict[str, list[str]] = {}
    for state in states:
        if is_machine(state.annotator) and proposer in (None, state.annotator):
            machines.setdefault(state.article, []).append(state.annotator)
    proposed: list[Layer] = []
    for done, state in enumerate(states, 1):
        chosen = is_person(state.annotator) if wanted is None else state.annotator in wanted
        layer = project.layer(state.article, state.annotator) if chosen else None
        if layer is not None:
            start = starts.get((state.article, state.annotator), Start.PROPOSALS)
            ledger.add_guesses(project.history(state.article, state.annotator), layer, start)
            if state.article in machines:
                if not proposed or proposed[0].article.id != state.article:
                    found = (project.layer(state.article, name) for name in machines[state.article])
                    proposed = [one for one in found if one is not None]
                proposals = max(proposed, key=lambda one: (_shared(one, layer), one.annotator == AUTO))
                seen = start if proposer in (None, AUTO) or _shared(proposals, layer) else Start.NOTHING
                ledger.add(proposals, layer, seen)
        if shown(done, state.article) is False:
            raise UserError("stopped")
    return ledger


def _shared(proposals: Layer, layer: Layer) -> int:
    """Return how many proposals a layer began with, by their ids."""
    return sum(item_id in layer.items for item_id in proposals.items)


def questions(project: Project) -> list[Question]:
    """Return what needs an answer in a project: flags, open threads, decisions that the guidelines do not cover."""
    out: list[Question] = []
    for article, layer in project.records():
        if is_machine(layer.annotator):
            continue
        for item in layer.annotations():
            what = ", ".join(map(tr, item.flags))
            decision = decision_of(item) if item.extra else None
            if decision is not None and (
                decision.reason in (Reason.GUIDELINE_GAP, Reason.AMBIGUOUS) or decision.confidence is Confidence.LOW
            ):
                what = ", ".join(_decision_words(decision))
            if what:
                start, end = ranges_of(item)[0].start, ranges_of(item)[-1].end
                out.append(Question(article.id, layer.annotator, article.text[start : min(end, start + EXCERPT)], what))
        if layer.head.flags:
            out.append(Question(article.id, layer.annotator, article.title or "", ", ".join(map(tr, layer.head.flags))))
    threads = (
        Question(one.article, one.annotator, "", f"{one.author}: {one.text}")
        for one in open_threads(Reviews(project).comments())
    )
    return [*out, *threads]


def _decision_words(decision: Decision) -> Iterator[str]:
    """Yield why a decision was made, how sure the reviewer was, and what they remarked, as far as they said so."""
    if decision.reason:
        yield reason_words(decision.reason)
    if decision.confidence:
        yield confidence_words(decision.confidence)
    if decision.comment:
        yield decision.comment


def open_threads(comments: Iterable[Comment]) -> list[Comment]:
    """Return the first comments of the threads that nobody has closed."""
    firsts: dict[int, Comment] = {}
    for comment in comments:
        if comment.answers is None:
            firsts[comment.id] = comment
        elif comment.settles:
            firsts.pop(comment.answers, None)
    return list(firsts.values())


def project_report(
    project: Project, shown: Shown = lambda done, what: None, *, samples: int = 1000, charts: bool = True
) -> str:
    """Return the report of a project as one HTML page; the counts bring the search index up to date."""
    from core.report.counts import counts_section  # the dictionary, which the window starts without

    reviews = Reviews(project)
    assignments, states = reviews.assignments(), reviews.states()
    people = [name for name in project.annotators() if is_person(name)]
    where = article_states(assignments, states)
    count = project.article_count(AUTO)
    summary = [
        (tr("Articles"), number(count)),
        (tr("Given to somebody or begun"), number(len(where))),
        (tr("Annotated by all they were given to"), number(sum(one.annotated for one in where))),
        (tr("Reviewed"), number(sum(one.reviewed for one in where))),
    ]
    proposals = table(ledger_head(), [line.cells for line in ledger_lines(open_ledger(project, shown=shown))], words=4)
    sections = [
        section(tr("Articles"), table(("", tr("Number")), summary)),
        section(tr("Scheme"), _scheme(project.schema)),
        section(tr("Annotations"), _counts(project)),
        counts_section(project, charts=charts),
        section(tr("Progress"), progress_table(progress(assignments, states))),
        *_agreement(project, people, samples, shown),
        section(tr("What became of the proposals"), proposals, landscape=True),
        section(tr("Open questions"), _questions(questions(project))),
    ]
    made = moment(datetime.now(UTC))
    return page(project.path.stem, tr("Report of {moment}, made by Citata.", moment=made), sections)


def _scheme(schema: Schema) -> str:
    rows = [
        (label.id, ", ".join(f"{lang}: {name}" for lang, name in label.names.items()), label.key)
        for label in schema.labels
    ]
    policies = [
        (tr("Direct content includes its quotation marks"), tr("yes") if schema.marks_inside else tr("no")),
        (tr("A full stop after the closing mark is inside"), tr("yes") if schema.full_stop_inside else tr("no")),
        (tr("Quotation forms"), ", ".join(form_words(form).lower() for form in Form)),
    ]
    labels = table((tr("Entity label"), tr("Names"), tr("Key")), rows, words=3)
    return labels + table((tr("Quotations"), ""), policies, words=2)


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
    said = {form.value: form_words(form).lower() for form in Form}
    said |= {"articles": tr("articles"), "quotations": tr("quotations"), "entities": tr("entities")}
    head = (tr("Layer"), *(said.get(name, name.removeprefix("entity ")) for name in names))
    rows = [(layer_words(who), *(number(mine[name]) for name in names)) for who, mine in by_letters(counts.items())]
    return table(head, rows)


def progress_table(people: Iterable[Progress]) -> str:
    """Return everybody's progress as an HTML table."""
    head = (tr("Annotator"), tr("Given"), *map(status_words, Status), tr("Settled"), tr("Annotations"))
    rows = [
        (
            layer_words(one.annotator),
            number(one.assigned),
            *(number(one.by_status.get(status, 0)) for status in Status),
            number(one.settled),
            number(one.total),
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
    rows = [(one.article, layer_words(one.annotator), " ".join(one.text.split()), one.what) for one in found]
    return table((tr("Article"), tr("Layer"), tr("Text"), tr("Question")), rows, words=4)
