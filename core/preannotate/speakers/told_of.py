"""Who is told of beside a source and is not it: by name in what it says itself, in a clause that tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind, Form
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import Kind, View
from core.preannotate.speakers.together import Together

DESCRIBED = frozenset((ActorKind.UNNAMED, ActorKind.GROUP))


def told_of_in(
    proposal: Proposal, view: View, candidates: Sequence[Candidate], together: Sequence[Together]
) -> list[Candidate]:
    """Return the persons named in what is said, those named together of whom all are, and whoever is described nowhere
    else (of 294 decisions with such persons in the training articles two mean one of them).

    Not by a clause that a frame interrupts or closes (``Белов, по его словам, уехал``).
    """
    said = [r for r in proposal.ranges if proposal.form is Form.DIRECT or r.start > view.start]
    if not said:
        return []
    inside = {c: [any(r.start <= m.start and m.end <= r.end for r in said) for m in c.mentions] for c in candidates}
    named = {c for c, there in inside.items() if c.kind is ActorKind.PERSON and any(there)}
    only_there = [c for c, there in inside.items() if c.kind in DESCRIBED and all(there)]
    return [*named, *only_there, *(g.candidate for g in together if named.issuperset(g.members))]


CLIMB = 4
"""Steps from a name up to the verb of its clause."""


def told_of_in_clause(analysis: Analysis, view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the persons named in a clause on a described source (``Мастер, к которому обращался Белов, заверил``)."""
    sentence = analysis.sentence_of.get(view.head.index) if view.head is not None else None
    if view.kind is not Kind.DESCRIPTION or sentence is None or view.where is None:
        return []
    clauses = [t for noun in view.tokens for t in sentence.dependents(noun, "acl") if t.start > view.where.end]
    if not clauses:
        return []
    found = []
    for person in (c for c in candidates if c.kind is ActorKind.PERSON):
        here = [m for m in person.around(view.start) if m.sentence == sentence.number and m.start > view.start]
        if any(_is_under(sentence, analysis.tokens[m.token], clauses) for m in here):
            found.append(person)
    return found


def _is_under(sentence: Sentence, token: Token, clauses: Sequence[Token]) -> bool:
    """Tell whether a word stands in a clause, by the verb that the clause hangs on."""
    here: Token | None = token
    for _ in range(CLIMB):
        if here is None or here in clauses:
            break
        here = sentence.head(here)
    return here in clauses
