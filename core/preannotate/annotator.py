"""The pre-annotator: a text in, proposed entities, quotations and actors out. The models load on the first use."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from core.collecting import without_collecting
from core.errors import UserError
from core.model import AUTO, Actor, Article, Entity, Head, Quotation, State
from core.model.knowledge import Knowledge
from core.model.layer import Layer

if TYPE_CHECKING:
    from core.preannotate.analysis.models import Models
    from core.preannotate.entities.proposals import Decision, EntityProposal, Resolution
    from core.preannotate.learned.applied import Applied
    from core.preannotate.quotations.proposal import Proposal


FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What a rule raises on a text that it did not foresee: that article is reported, the others are not held up."""


class Proposals(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed for a text, each kind in reading order; ``evidence``: per item id, why, in words.

    ``head`` says which version of a project's knowledge changed the proposals, where one was applied.
    """

    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]
    evidence: Mapping[str, tuple[str, ...]]
    head: Head = Head()


class Annotator:
    """Proposes annotations; keep one, since it holds the models (1 s to load, at the first text).

    ``knowledge``: what a project taught; None: the proposals are those of the shipped rules and models alone.
    """

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self._models: Models | None = None
        self._knowledge = knowledge
        self._applied: Applied | None = None

    @property
    def knowledge(self) -> Knowledge | None:
        """What a project taught, where it is applied."""
        return self._knowledge

    @knowledge.setter
    def knowledge(self, knowledge: Knowledge | None) -> None:
        if knowledge != self._knowledge:
            self._knowledge, self._applied = knowledge, None

    def remade(self) -> Callable[[], Annotator]:
        """Return what makes an annotator with the same knowledge in another process."""
        return Annotator if self._knowledge is None else Taught(self._knowledge)

    def load(self) -> None:
        """Load the models now; raises UserError ``models-missing`` where their files are not installed."""
        if self._models is None:
            from core.preannotate.analysis import models
            from core.preannotate.quotations import cues

            self._models = models.load()
            models.dictionary()
            cues.beginnings()
            gc.collect()  # what is loaded is searched for circles now, not in the midst of the first articles

    def annotate(self, article: Article) -> Layer:
        """Return the layer ``auto`` of an article: every item in state AUTO, with score, rule and evidence.

        Raises UserError ``annotate-failed`` where the rules fail on this text.
        """
        from core.formats.dates import day_of

        self.load()
        try:
            found = self.propose(article.text, day_of(article.meta) if self._knowledge is not None else "")
        except FAULTS as error:
            reason = f"{type(error).__name__}: {error}"
            raise UserError("annotate-failed", id=article.id, reason=reason) from error
        return Layer(article, AUTO, (found.head, *found.actors, *found.entities, *found.quotations))

    @without_collecting()  # as a decorator: what a text's analysis was is gone before the search goes on
    def propose(self, text: str, date: str = "") -> Proposals:
        """Return what is proposed for ``text`` (any text); ids e1…, q1…, a1… in reading order.

        ``date``: the day of the article, by which offices that a project knows are held; "" where it is not known.
        """
        from core.preannotate.analysis.analyse import analyse
        from core.preannotate.entities.entities import find_entities
        from core.preannotate.learned.offices import Said
        from core.preannotate.quotations.pipeline import extract
        from core.preannotate.speakers.speakers import resolve

        self.load()
        analysis = analyse(text, self._models)
        names = find_entities(analysis)
        quotations = extract(analysis)
        if self._knowledge is None:
            return _items(names, quotations, resolve(analysis, names, quotations))
        applied = self._ready(self._knowledge)
        read = applied.read(analysis, quotations, self._models)
        taught = applied.apply(text, names, read)
        found = _items(taught.names, taught.quotations, resolve(read.analysis, taught.names, taught.quotations))
        head, entities, said = applied.noted(taught, found.entities, found.quotations)
        actors, said = applied.resolved(Said(text, entities, said, found.actors), date)
        entities, said = applied.house.items(text, entities, said)
        return msgspec.structs.replace(found, head=head, entities=entities, quotations=said, actors=actors)

    def _ready(self, knowledge: Knowledge) -> Applied:
        from core.preannotate.learned.applied import Applied

        if self._applied is None:
            self._applied = Applied(knowledge)
        return self._applied


class Taught(msgspec.Struct, frozen=True):
    """Makes an annotator with a project's knowledge, in any process."""

    knowledge: Knowledge

    def __call__(self) -> Annotator:
        return Annotator(self.knowledge)


def _items(names: Sequence[EntityProposal], found: Sequence[Proposal], resolved: Resolution) -> Proposals:
    """Give ids and states to what was proposed."""
    from core.preannotate.scores import scores_of

    evidence: dict[str, tuple[str, ...]] = {}
    entities = tuple(
        Entity(
            id=f"e{number}",
            label=name.label,
            range=name.range,
            actor=actor,
            state=State.AUTO,
            score=round(name.score, 3),
            rule=name.rule,
        )
        for number, (name, actor) in enumerate(zip(names, resolved.entities, strict=True), 1)
    )
    parents = _parents(found)
    quotations = []
    scores = scores_of(found, resolved)
    for index, (proposal, decision) in enumerate(zip(found, resolved.decisions, strict=True)):
        quotation = _quotation(index, proposal, decision, parents[index], scores[index])
        evidence[quotation.id] = proposal.evidence + decision.evidence
        quotations.append(quotation)
    return Proposals(entities=entities, quotations=tuple(quotations), actors=resolved.actors, evidence=evidence)


def _quotation(
    index: int, proposal: Proposal, decision: Decision, parent: int | None, scores: dict[str, float]
) -> Quotation:
    why = [*proposal.evidence, *([f"speaker: {decision.rule}"] if decision.rule else []), *decision.evidence]
    return Quotation(
        id=f"q{index + 1}",
        form=proposal.form,
        ranges=proposal.ranges,
        cue=proposal.cue,
        mention=proposal.mention,
        speaker=decision.speaker,
        parent=f"q{parent + 1}" if parent is not None else None,
        state=State.AUTO,
        score=scores.pop("whole"),
        rule=proposal.rule,
        extra={
            "evidence": why,
            "scores": {"content": round(proposal.score, 3), **scores},
        },
    )


def _parents(found: Sequence[Proposal]) -> list[int | None]:
    """Return for each quotation the index of the smallest other whose content holds all of its content."""
    out: list[int | None] = []
    open_now: list[int] = []
    for index, here in enumerate(found):
        open_now = [i for i in open_now if found[i].end > here.start]
        around = [i for i in open_now if i != index and _holds(found[i], here)]
        out.append(min(around, key=lambda i: found[i].end - found[i].start) if around else None)
        open_now.append(index)
    return out


def _holds(outer: Proposal, inner: Proposal) -> bool:
    return outer.ranges != inner.ranges and all(
        any(o.start <= r.start and r.end <= o.end for o in outer.ranges) for r in inner.ranges
    )
