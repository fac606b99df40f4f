"""Whose ``пресс-служба`` alone is: one that was named before, else that of the body that spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.bodies import genitive, is_named_body, is_office
from core.preannotate.actors.cast import Candidate, mention_of
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import folded
from core.preannotate.speakers.candidates import Past
from core.preannotate.speakers.mentions import Kind, View, is_bare


def office_meant(analysis: Analysis, view: View, near: Sequence[Candidate], past: Sequence[Past]) -> Candidate | None:
    """Return the office that a bare noun for one means: of the body that spoke last, or the one named last.

    None where neither is, and for other mentions.
    """
    if not is_bare_office(view):
        return None
    spoken = [p.speaker for p in past if p.speaker is not None]
    offices = [c for c in dict.fromkeys([*near, *spoken]) if _is_of(c, view.lemma) and c.before(view.start) is not None]
    last = max(offices, key=lambda c: _last(c, view.start), default=None)
    body = spoken[-1] if spoken and is_named_body(spoken[-1]) and not is_office(spoken[-1]) else None
    if body is not None and (last is None or _last(last, view.start) < past[-1].start):
        return office_of(analysis, view, body, offices)
    return last


def own_office(
    analysis: Analysis, view: View, chosen: Candidate | None, known: Sequence[Candidate]
) -> Candidate | None:
    """Return the office of the body that was chosen for a bare noun for one; None for other mentions."""
    if chosen is None or not is_bare_office(view) or not is_named_body(chosen) or is_office(chosen):
        return None
    return office_of(analysis, view, chosen, known)


def office_of(analysis: Analysis, view: View, body: Candidate, known: Sequence[Candidate]) -> Candidate | None:
    """Return the office of a body that a bare noun for one means, ``known`` or new; None where its name is not sure."""
    owner = genitive(analysis, body)
    if not owner:
        return None
    if table("org_heads").get(folded(body.name).partition(" ")[0]) in ("alone", "full") and not body.name.isupper():
        owner = owner[:1].lower() + owner[1:]  # Мэрия Омска at the start of a sentence
    name = f"{view.lemma} {owner}"
    made = next((c for c in known if folded(c.name) == folded(name)), None)
    if made is None:
        made = Candidate(name, ActorKind.ORGANISATION, "f", [mention_of(analysis, view.tokens)])
        made.head = view.lemma
        made.titles = {view.lemma: 1}
    return made


def is_bare_office(view: View) -> bool:
    """Tell whether a mention is a noun for an office alone (``пресс-служба``)."""
    alone = view.kind is Kind.DESCRIPTION and view.gender != "p" and not view.inside and len(view.tokens) == 1
    return alone and table("org_heads").get(view.lemma) == "office" and is_bare(view)


def _is_of(candidate: Candidate, noun: str) -> bool:
    """Tell whether a candidate is such an office of somebody."""
    if candidate.kind is not ActorKind.ORGANISATION:
        return False
    first, _, whose = folded(candidate.name).partition(" ")
    return first == noun and bool(whose)


def _last(candidate: Candidate, start: int) -> int:
    mention = candidate.before(start)
    return mention.start if mention is not None else -1
