"""What tells whether a description points back to a source, a paper, a body or a group that was named or spoke."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.speakers.context import Context, Put
from core.preannotate.speakers.evidence import rank_of
from core.preannotate.speakers.mentions import Kind, View, classes_of, is_bare

TALK = frozenset(("собеседник", "собеседница"))
"""Nouns for somebody unnamed who has been introduced already, as a source or by an office."""
BODIES = frozenset(("organisation", "media", "office"))


def itself_again(context: Context, classes: frozenset[str], put: Put) -> None:
    """Say what speaks against a description that stands for itself: that it may point back to a source, paper, body."""
    view = context.view
    unnamed = any(is_unnamed(c) for c in context.speakers)
    if view.lemma in TALK:
        put("self_talk")
        put("self_talk_spoke" if unnamed else "self_talk_unspoken")
    bare = is_bare(view)
    if "document" in classes and bare and not view.inside:
        put("self_paper_spoke", float(bool(context.papers)))
    put("self_bare_body", float(bare and bool(classes & BODIES) and not view.inside and context.named_body))
    same, other = context.alike
    put("self_alike_spoke", float(bool(same)))
    put("self_alike_other", float(bool(other)))
    put("self_owned", float(context.owned))
    put("self_owned_rival", float(context.owned and any(s >= 2 for s in context.scores.values())))
    plural = view.gender == "p" and any(c.kind is ActorKind.GROUP and not c.head for c in context.pool)
    put("self_plural_group", float(plural))


def points_back(context: Context, candidate: Candidate, put: Put) -> None:
    """Say whether the candidate spoke as a source, a paper or by the same noun, or is the body that was named."""
    view, spoke = context.view, context.spoke
    classes = classes_of(view.lemma)
    if view.lemma in TALK:
        put("talk_previous", float(bool(spoke) and spoke[-1].speaker is candidate))
        put("talk_described", float(is_unnamed(candidate)))
        put("talk_spoke", float(is_unnamed(candidate) and candidate in context.speakers))
        put("talk_person", float(candidate.kind is ActorKind.PERSON))
    bare = is_bare(view) and not view.inside
    if "document" in classes and bare:
        papers = context.papers
        put("paper_previous", float(bool(papers) and papers[-1].speaker is candidate))
        put("paper_spoke", float(any(p.speaker is candidate for p in papers)))
        put("paper_document", float(candidate.kind is ActorKind.DOCUMENT))
        put("paper_issuer", float(candidate.kind in (ActorKind.ORGANISATION, ActorKind.PERSON)))
    if bare and classes & BODIES and candidate.kind is ActorKind.ORGANISATION and not candidate.head:
        seen = context.seen(candidate)
        put("body_rank_0", float(bool(seen) and rank_of(context, candidate, seen[-1].start, "") == 0))
        put("body_main", float(len(candidate.mentions) == context.most_of_bodies))
        put("body_spoke", float(candidate in context.speakers))
    same, other = context.alike
    put("alike_spoke", float(any(p.speaker is candidate for p in same)))
    put("alike_last", float(bool(same) and same[-1].speaker is candidate))
    put("alike_other", float(any(p.speaker is candidate for p in other)))
    if candidate.kind is ActorKind.PERSON and context.owned and context.scores.get(candidate, 0.0) < 2:
        put("owned_untitled")
        put("owned_main", float(len(candidate.mentions) == context.most))
    if view.gender == "p" and candidate.kind is ActorKind.GROUP and not candidate.head:
        put("group_named")
        put("group_plural", float(bare))


PLAIN = frozenset({"документ", "текст", "бумага"})
"""Nouns for a paper that say nothing of it: one that was told of before is meant."""


def papers_meant(candidates: Sequence[Candidate], view: View) -> list[Candidate]:
    """Return the papers told of before of which a bare ``документ`` means one; none for other descriptions."""
    if view.kind is not Kind.DESCRIPTION or view.lemma not in PLAIN or view.inside or not is_bare(view):
        return []
    papers = (c for c in candidates if c.kind is ActorKind.DOCUMENT and c.head not in PLAIN)
    return [c for c in papers if c.before(view.start) is not None]


def is_unnamed(candidate: Candidate | None) -> bool:
    """Tell whether somebody is only described, as a person or a source (``представитель фонда``)."""
    return candidate is not None and candidate.head != "" and candidate.kind is ActorKind.UNNAMED
