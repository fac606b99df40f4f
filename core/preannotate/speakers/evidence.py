"""What speaks for a candidate whatever its titles: how recently and how it was named, who spoke before, agreement."""

from __future__ import annotations

import math

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Mention
from core.preannotate.speakers.context import Context, Put

SOON = 3
"""The author's sentences after a frame within which whom it describes may first be named."""


def recency(context: Context, candidate: Candidate, put: Put) -> None:
    view, here = context.view, context.view.start
    usable = context.usable(candidate)
    earlier = context.seen(candidate)
    put("only_inside", float(not usable))
    put("count", math.log1p(len(candidate.mentions)))
    put("count_share", len(candidate.mentions) / context.most)
    put("in_title", float(candidate.mentions[0].paragraph == 0))
    if not earlier:
        _unseen(context, candidate, put)
        return
    last = earlier[-1]
    number = context.position(context.proposal.sentence)
    at = context.analysis.at(here)
    put("distance", math.log1p(max((at.index if at else 0) - last.token, 0)) / 4)
    back = max(number - context.position(last.sentence), 0)
    put(("same_sentence", "sentence_1", "sentence_2")[back] if back < 3 else "farther")
    _paragraphs(context, candidate, last, put)
    put("quoted", float(last.quoted))
    recent = {m.role for m in _last_of(context, earlier, context.position(last.sentence) - 1)}
    for role in ("subject", "object", "modifier"):
        put(role, float(role in recent))
        put(f"last_{role}", float(last.role == role))
    put("last_speech", float(last.speech))
    near = _last_of(context, earlier, number - 1)
    before = [m for m in near if number - context.position(m.sentence) == 1]
    put("subject_before", float(any(m.role == "subject" for m in before)))
    new = candidate.mentions[0]
    put("introduced_before", float(number - context.position(new.sentence) == 1 and not new.quoted))
    put("introduced_here", float(number == context.position(new.sentence) and new.start < here))
    put("full_before", float(any(len(m.words) > 1 for m in before)))
    put("full_last", float(len(last.words) > 1))
    put("named_last", float(last.words[:1] != () and last.words[0][:1].isupper()))
    put("speech_before", float(any(m.speech for m in before)))
    put("subject_here", float(any(m.role == "subject" for m in near if context.position(m.sentence) == number)))
    subject = next((m.start for m in reversed(earlier) if m.role == "subject"), None)
    if subject is not None:
        others = sum(1 for s in context.subjects if s > subject)
        if others < 2:
            put(("subject_order_0", "subject_order_1")[others])
    if _rank(context, candidate, last, put) == 0:
        put("subject_rank_0", float("subject" in recent))
        put("near_rank_0", float(back <= 1))
        put("speaker_rank_0", float(bool(context.spoke) and context.spoke[-1].speaker is candidate))
        put("titled_alone_rank_0", float(bool(candidate.titles) and not view.words))


def _unseen(context: Context, candidate: Candidate, put: Put) -> None:
    """Say where a candidate is named who has not been named before: in speech, behind the frame, soon behind it."""
    usable, here = context.usable(candidate), context.view.start
    before = any(m.start < here for m in usable)
    after = bool(usable) and not before
    put("quoted_only", float(before))
    put("only_after", float(after))
    soon = after and context.position(usable[0].sentence) - context.position(context.proposal.sentence) <= SOON
    put("after_soon", float(soon))
    put("after_soon_titled", float(soon and context.scores.get(candidate, 0.0) >= 1))
    put("farther")


def _rank(context: Context, candidate: Candidate, last: Mention, put: Put) -> int:
    """Say and return how many others are named nearer."""
    rank = rank_of(context, candidate, last.start, context.view.gender)
    if rank < 3:
        put(("rank_0", "rank_1", "rank_2")[rank])
    return rank


def _last_of(context: Context, mentions: list[Mention], order: int) -> list[Mention]:
    """Return the last mentions that stand in the author's sentence number ``order`` or a later one."""
    at = len(mentions)
    while at and context.position(mentions[at - 1].sentence) >= order:
        at -= 1
    return mentions[at:]


def _paragraphs(context: Context, candidate: Candidate, last: Mention, put: Put) -> None:
    """Say whether the candidate is named in this paragraph or the one before, and named first there."""
    sentences = context.analysis.sentences
    number = context.proposal.sentence
    paragraph = sentences[number].paragraph if number < len(sentences) else 0
    put("same_paragraph", float(last.paragraph == paragraph))
    put("previous_paragraph", float(last.paragraph == paragraph - 1))
    for name, which in (("paragraph_first", paragraph), ("previous_first", paragraph - 1)):
        put(name, float(context.first_in(which, candidate.kind) is candidate))


def rank_of(context: Context, candidate: Candidate, start: int, gender: str) -> int:
    """Return how many others of its kind, and of an agreeing gender, are named between the last mention and here."""
    nearer = 0
    for other, last in context.last_seen:
        if last > start and other.kind == candidate.kind and other is not candidate:
            nearer += not (gender and other.gender and other.gender != gender)
    return nearer


def before_it(context: Context, candidate: Candidate, put: Put) -> None:
    earlier = context.spoke
    put("has_spoken", float(candidate in context.speakers))
    if earlier and earlier[-1].speaker is candidate:
        put("previous_speaker")
        put("previous_near", float(context.view.start - earlier[-1].end < 250))
        put("previous_floating", float(context.proposal.cue is None))
        token = context.proposal.cue_token
        put("previous_passive", float(token is not None and token.lower.endswith(("ся", "сь"))))
    elif len(earlier) > 1 and earlier[-2].speaker is candidate:
        put("spoken_before_previous")
    put("first_person_named", float(candidate.kind is ActorKind.PERSON and candidate is context.pool[0]))
    put("only_candidate", float(context.kinds[candidate.kind] == 1))


def agreement(context: Context, candidate: Candidate, put: Put) -> None:
    view = context.view
    plural = view.gender == "p" or (not view.gender and view.cue_gender == "p")
    theirs = candidate.gender == "p"
    if candidate.kind is ActorKind.ORGANISATION:
        put("number_same" if plural else "number_other", 0.5)
    elif view.gender or view.cue_gender:
        put("number_same" if plural == theirs else "number_other")
    if view.gender in ("m", "f") and candidate.gender in ("m", "f"):
        put("gender_same" if view.gender == candidate.gender else "gender_other")
    else:
        put("gender_unknown")
    if view.cue_gender in ("m", "f") and candidate.gender in ("m", "f"):
        put("cue_same" if view.cue_gender == candidate.gender else "cue_other")
