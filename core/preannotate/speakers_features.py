"""What speaks for a candidate: recency, role, agreement, titles, what came before. Numbers for the ranker."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from core.model import ActorKind
from core.preannotate.actors import Candidate, Mention
from core.preannotate.analysis import Analysis
from core.preannotate.lexicon import table
from core.preannotate.proposal import Proposal
from core.preannotate.speakers_candidates import Past
from core.preannotate.speakers_mentions import View, classes_of

CLASSES = (
    "president", "premier", "minister", "chief", "politician", "deputy", "official", "diplomat", "spokesman", "prosecutor",
    "lawman", "judge", "lawyer", "officer", "manager", "founder", "businessman", "writer", "author", "journalist", "blogger",
    "artist", "musician", "athlete", "coach", "scholar", "expert", "doctor", "cleric", "activist", "human", "organisation",
)  # fmt: skip
"""Classes of ``descriptors.tsv`` that tell how readily a description stands for itself."""
NAMES = (
    "bias_person", "bias_organisation", "bias_described", "bias_self", "bias_null",
    "distance", "same_sentence", "sentence_1", "sentence_2", "farther", "same_paragraph", "previous_paragraph", "rank_0", "rank_1", "rank_2",
    "subject", "object", "modifier", "quoted", "only_inside", "only_after", "count", "in_title", "first_person_named",
    "previous_speaker", "previous_near", "has_spoken", "spoken_before_previous",
    "gender_same", "gender_other", "gender_unknown", "cue_same", "cue_other", "number_same", "number_other",
    "title_head", "title_class", "title_words", "title_missing", "title_rival", "title_none", "title_unlisted",
    "kind_media", "kind_organisation", "kind_document", "kind_person",
    "self_plural", "self_attributes", "self_source", "self_class", "self_unlisted", "self_first", "self_inanimate",
    "self_names", "self_rival_title", "self_no_person", "self_one", "self_document", "self_media", "self_office", "self_kin",
    "same_head_spoken", "null_passive", "null_active", "only_candidate",
    "clash_animate", "clash_inanimate", "title_head_words", "title_class_words", "title_head_alone", "title_class_alone",
    "title_other_place", "known_head", "known_words", "known_words_missing", "none_listed_first", "self_rival_class", "self_rival_full",
    "last_subject", "last_object", "last_modifier", "last_speech", "subject_before", "subject_here", "speech_before",
    "paragraph_first", "previous_first", "count_share", "quoted_only",
    "inside_missing", "inside_found", "known_full", "known_conflict", "title_full", "organisation_missing",
    "subject_order_0", "subject_order_1", "null_floating", "previous_floating", "previous_passive",
    "known_unlike", "self_person_inside", "self_inside_unmatched", "inside_class_missing", "no_title_listed", "class_spokesman", "class_kin", "class_source",
    "self_bare", "self_bare_unlisted", "bare_main", "bare_rank_0", "bare_untitled_main", "plural_described",
    "title_best", "title_shared", "title_worse", "self_best_title", "self_no_title", "title_gap",
    "introduced_before", "introduced_here", "full_before", "full_last", "named_last",
    "self_anaphoric", "titles_conflict", "subject_rank_0", "near_rank_0", "speaker_rank_0", "titled_alone_rank_0",
) + tuple(f"self_{name}" for name in CLASSES)  # fmt: skip
INDEX = {name: place for place, name in enumerate(NAMES)}
ANAPHORIC = frozenset("его ее их свой этот данный компания издание организация агентство".split())
UNTELLING = frozenset("новый бывший известный знаменитый молодой популярный великий сам нынешний российский главный".split())
OWN = frozenset(CLASSES)
PEOPLE = (ActorKind.PERSON,)


class Context(NamedTuple):
    """What a decision is made in: the article, the quotation, its mention's view, what was decided before, the pool."""

    analysis: Analysis
    proposal: Proposal
    view: View
    past: Sequence[Past]
    pool: Sequence[Candidate]
    places: Sequence[int]
    inside: bool

    def seen(self, candidate: Candidate) -> list[Mention]:
        """Return the candidate's mentions before the frame: outside speech, unless the frame itself is inside one."""
        own = self.proposal.ranges
        before = [m for m in candidate.mentions if m.start < self.view.start]
        before = [m for m in before if not any(r.start <= m.start < r.end for r in own)]
        return before if self.inside else [m for m in before if not m.quoted]

    def subjects(self) -> list[int]:
        """Return where each candidate of an agreeing gender was last the subject of a sentence."""
        gender = self.view.gender or self.view.cue_gender
        usable = (c for c in self.pool if not (gender and c.gender and c.gender != gender))
        last = (next((m.start for m in reversed(self.seen(c)) if m.role == "subject"), None) for c in usable)
        return [start for start in last if start is not None]

    def place(self, sentence: int) -> int:
        """Return the number of a sentence among those of the author's own text."""
        return self.places[sentence] if 0 <= sentence < len(self.places) else 0


def features(context: Context, candidate: Candidate | None, made: Candidate | None) -> list[float]:
    """Return the numbers for one candidate; ``made`` is the actor that the description itself makes, None for no source."""
    row = [0.0] * len(NAMES)

    def put(name: str, value: float = 1.0) -> None:
        row[INDEX[name]] = value

    if candidate is None:
        _null(context, put)
        return row
    if candidate is made:
        _itself(context, put)
        return row
    put({ActorKind.PERSON: "bias_person", ActorKind.ORGANISATION: "bias_organisation"}.get(candidate.kind, "bias_described"))
    _recency(context, candidate, put)
    _before(context, candidate, put)
    _agreement(context, candidate, put)
    if context.view.head is not None:
        _titles(context, candidate, put)
    return row


def is_bare(view: View) -> bool:
    """Tell whether a description has no attribute that identifies (writer, 77-year-old writer; not writer from Tula)."""
    return all(w.endswith("летний") or w in UNTELLING for w in view.words)


def title_score(view: View, candidate: Candidate) -> float:
    """Return how well what is said of a candidate fits a description: its head noun, then its attributes (0-4; less if contrary)."""
    said = set(candidate.titles)
    every = said | candidate.known
    classes = classes_of(view.lemma)
    if candidate.head:
        head, like = view.lemma == candidate.head, bool(classes & classes_of(candidate.head))
    else:
        head = view.lemma in every
        like = any(classes & classes_of(t) for t in every)
    score = 2.0 if head and view.lemma in said else 1.5 if head else 1.0 if like else 0.0
    if not score or not view.words:
        return score
    score += 2.0 * len(view.words & every) / len(view.words)
    places = [w for w in view.words if is_country(w)]
    if places and not any(w in every for w in places) and any(is_country(w) for w in every):
        score -= 2.0
    return score


@cache
def is_country(word: str) -> bool:
    """Tell whether a concept is a place (what adjectives and abbreviations of places mean)."""
    return word in frozenset(table("place_adjectives").values())


def _null(context: Context, put) -> None:  # type: ignore[no-untyped-def]
    put("bias_null")
    token = context.proposal.cue_token
    if token is not None:
        passive = token.feat("Voice") == "Pass" or token.lower.endswith(("ся", "сь")) or token.feat("Variant") == "Short"
        put("null_passive" if passive else "null_active")
    else:
        put("null_floating")


def _itself(context: Context, put) -> None:  # type: ignore[no-untyped-def]
    view, head = context.view, context.view.head
    assert head is not None
    classes = classes_of(view.lemma)
    put("bias_self")
    put("self_plural", float(view.gender == "p"))
    put("self_attributes", min(len(view.words), 4) / 2)
    put("self_names", float(bool(view.inside)))
    put("self_source", float("source" in classes))
    put("self_document", float("document" in classes))
    put("self_media", float("media" in classes))
    put("self_office", float(bool(classes & {"office", "spokesman"})))
    put("self_kin", float("kin" in classes))
    put("self_class", float(bool(classes)))
    put("self_unlisted", float(not classes))
    put("self_inanimate", float(head.feat("Animacy") == "Inan"))
    put("self_one", float(view.tokens[0].lemma in ("один", "другой", "некоторый", "многий", "ряд")))
    for name in classes & OWN:
        put(f"self_{name}")
    earlier = any(t.lemma == head.lemma for t in context.analysis.tokens[: view.tokens[0].index] if t.pos == "NOUN")
    put("self_first", float(not earlier))
    persons = [c for c in context.pool if c.kind is ActorKind.PERSON]
    put("self_no_person", float(not any(p.before(view.start) for p in persons)))
    put("self_rival_title", float(any(head.lemma in p.titles or head.lemma in p.known for p in persons)))
    like = [p for p in persons if classes & {c for t in p.titles for c in classes_of(t)}]
    put("self_rival_class", float(bool(like)))
    put("self_rival_full", float(bool(view.words) and any(view.words <= set(p.titles) | p.known for p in like)))
    best = max((title_score(view, c) for c in context.pool), default=0.0)
    put("self_best_title", min(best, 4.0) / 4)
    put("self_no_title", float(best <= 0))
    bare = is_bare(view)
    put("self_bare", float(bare and bool(classes)))
    put("self_bare_unlisted", float(bare and not classes))
    put("self_person_inside", float(any(c.kind is ActorKind.PERSON for c in view.inside)))
    matched = any(head.lemma in p.titles or head.lemma in p.known for p in persons) or bool(like)
    put("self_inside_unmatched", float(bool(view.inside) and not matched))
    put("self_anaphoric", float(any(t.pos == "DET" or t.lower in ANAPHORIC for t in view.tokens)))


def _recency(context: Context, candidate: Candidate, put) -> None:  # type: ignore[no-untyped-def]
    view, here = context.view, context.view.start
    usable = [m for m in candidate.mentions if not any(r.start <= m.start < r.end for r in context.proposal.ranges)]
    earlier = context.seen(candidate)
    put("only_inside", float(not usable))
    put("count", math.log1p(len(candidate.mentions)))
    put("count_share", len(candidate.mentions) / max(len(c.mentions) for c in context.pool))
    put("in_title", float(candidate.mentions[0].paragraph == 0))
    if not earlier:
        put("quoted_only", float(any(m.start < here for m in usable)))
        put("only_after", float(bool(usable) and not any(m.start < here for m in usable)))
        put("farther")
        return
    last = earlier[-1]
    number = context.place(context.proposal.sentence)
    at = context.analysis.at(here)
    put("distance", math.log1p(max((at.index if at else 0) - last.token, 0)) / 4)
    back = max(number - context.place(last.sentence), 0)
    put(("same_sentence", "sentence_1", "sentence_2")[back] if back < 3 else "farther")
    _paragraphs(context, candidate, last, put)
    put("quoted", float(last.quoted))
    recent = [m for m in earlier if context.place(last.sentence) - context.place(m.sentence) <= 1]
    for role in ("subject", "object", "modifier"):
        put(role, float(any(m.role == role for m in recent)))
        put(f"last_{role}", float(last.role == role))
    put("last_speech", float(last.speech))
    before = [m for m in earlier if number - context.place(m.sentence) == 1]
    put("subject_before", float(any(m.role == "subject" for m in before)))
    new = candidate.mentions[0]
    put("introduced_before", float(number - context.place(new.sentence) == 1 and not new.quoted))
    put("introduced_here", float(number == context.place(new.sentence) and new.start < here))
    put("full_before", float(any(len(m.words) > 1 for m in before)))
    put("full_last", float(len(last.words) > 1))
    put("named_last", float(last.words[:1] != () and last.words[0][:1].isupper()))
    put("speech_before", float(any(m.speech for m in before)))
    put("subject_here", float(any(m.role == "subject" for m in earlier if context.place(m.sentence) == number)))
    subject = next((m.start for m in reversed(earlier) if m.role == "subject"), None)
    if subject is not None:
        others = sum(1 for s in context.subjects() if s > subject)
        if others < 2:
            put(("subject_order_0", "subject_order_1")[others])
    rank = _rank(context, candidate, last.start, view.gender)
    if rank < 3:
        put(("rank_0", "rank_1", "rank_2")[rank])
    if rank == 0:
        put("subject_rank_0", float(any(m.role == "subject" for m in recent)))
        put("near_rank_0", float(back <= 1))
        spoke = [p for p in context.past if p.speaker is not None]
        put("speaker_rank_0", float(bool(spoke) and spoke[-1].speaker is candidate))
        put("titled_alone_rank_0", float(bool(candidate.titles) and not view.words))


def _paragraphs(context: Context, candidate: Candidate, last: Mention, put) -> None:  # type: ignore[no-untyped-def]
    """Say whether the candidate is named in this paragraph or the one before, and named first there."""
    sentences = context.analysis.sentences
    number = context.proposal.sentence
    paragraph = sentences[number].paragraph if number < len(sentences) else 0
    put("same_paragraph", float(last.paragraph == paragraph))
    put("previous_paragraph", float(last.paragraph == paragraph - 1))
    for name, which in (("paragraph_first", paragraph), ("previous_first", paragraph - 1)):
        first = min(
            ((m.start, c) for c in context.pool if c.kind is candidate.kind for m in context.seen(c) if m.paragraph == which),
            key=lambda pair: pair[0],
            default=(0, None),
        )
        put(name, float(first[1] is candidate))


def _rank(context: Context, candidate: Candidate, start: int, gender: str) -> int:
    """Return how many others, of a gender that agrees and of the same kind, are named between the last mention and here."""
    nearer = 0
    for other in context.pool:
        if other is candidate or other.kind != candidate.kind:
            continue
        if gender and other.gender and other.gender != gender:
            continue
        seen = context.seen(other)
        if seen and seen[-1].start > start:
            nearer += 1
    return nearer


def _before(context: Context, candidate: Candidate, put) -> None:  # type: ignore[no-untyped-def]
    earlier = [p for p in context.past if p.speaker is not None]
    put("has_spoken", float(any(p.speaker is candidate for p in earlier)))
    if earlier and earlier[-1].speaker is candidate:
        put("previous_speaker")
        put("previous_near", float(context.view.start - earlier[-1].end < 250))
        put("previous_floating", float(context.proposal.cue is None))
        token = context.proposal.cue_token
        put("previous_passive", float(token is not None and token.lower.endswith(("ся", "сь"))))
    elif len(earlier) > 1 and earlier[-2].speaker is candidate:
        put("spoken_before_previous")
    put("first_person_named", float(candidate.kind is ActorKind.PERSON and candidate is context.pool[0]))
    same = [c for c in context.pool if c.kind == candidate.kind]
    put("only_candidate", float(len(same) == 1))


def _agreement(context: Context, candidate: Candidate, put) -> None:  # type: ignore[no-untyped-def]
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


def _titles(context: Context, candidate: Candidate, put) -> None:  # type: ignore[no-untyped-def]
    view = context.view
    if view.head is None or view.head.pos not in ("NOUN", "PROPN", "ADJ"):
        return
    classes = classes_of(view.lemma)
    own = set(candidate.titles)
    heads_own = {candidate.head} if candidate.head else own
    theirs = frozenset(c for t in heads_own for c in classes_of(t))
    head, like = view.lemma in heads_own, bool(classes & theirs)
    put("title_head", float(head))
    put("title_class", float(like and not head))
    matching = view.words & own
    if view.words:
        put("title_words", len(matching) / len(view.words))
        put("title_missing", len(view.words - own) / len(view.words))
        put("title_head_words", float(head and bool(matching)))
        put("title_class_words", float(like and not head and bool(matching)))
        places = frozenset(w for w in view.words if is_country(w))
        other = frozenset(w for w in own | candidate.known if is_country(w))
        put("title_other_place", float(bool(places) and bool(other) and not places & other))
    else:
        put("title_head_alone", float(head))
        put("title_class_alone", float(like and not head))
    if candidate.known and view.lemma in candidate.known:
        put("known_head")
        put("known_words", float(bool(view.words) and view.words <= candidate.known))
        put("known_words_missing", float(bool(view.words - candidate.known)))
        put("known_full", float(bool(view.words) and view.words <= candidate.known | own))
        put("known_conflict", float(bool(view.words) and not view.words & (candidate.known | own)))
    heads = frozenset(c for t in candidate.known for c in classes_of(t))
    put("known_unlike", float(bool(candidate.known) and not head and not like and not classes & heads and view.lemma not in candidate.known))
    mine = title_score(view, candidate)
    best = max((title_score(view, c) for c in context.pool if c is not candidate), default=0.0)
    put("title_best", float(mine >= 2 and mine > best + 0.4))
    put("title_shared", float(mine >= 2 and abs(mine - best) <= 0.4))
    put("title_worse", float(best >= 2 and mine < best - 0.9))
    put("title_gap", max(min(mine - best, 3.0), -3.0) / 3)
    put("no_title_listed", float(bool(classes) and not head and not like and not classes & heads))
    bare = is_bare(view) and view.gender != "p"
    main = len(candidate.mentions) == max(len(c.mentions) for c in context.pool)
    put("bare_main", float(bare and main))
    put("bare_untitled_main", float(bare and main and not own and not candidate.known))
    seen = context.seen(candidate)
    put("bare_rank_0", float(bare and bool(seen) and _rank(context, candidate, seen[-1].start, view.gender) == 0))
    put("plural_described", float(view.gender == "p" and candidate.head != "" and candidate.head != view.lemma))
    put("class_spokesman", float("spokesman" in classes and not head and not like))
    put("class_kin", float("kin" in classes and not head and not like))
    put("class_source", float("source" in classes))
    put("title_full", float(bool(view.words) and (like or head) and view.words <= own))
    if view.inside:
        there = {w.casefold() for c in view.inside for m in c.mentions for w in m.words} | {c.name.casefold() for c in view.inside}
        found = any(w in there for w in own | candidate.known)
        put("inside_found" if found else "inside_missing")
        put("inside_class_missing", float(not found and not head and not like))
        put("organisation_missing", float(not found and bool(own)))
    put("titles_conflict", float(bool(theirs) and bool(classes) and not like and not head))
    put("title_none", float(not own))
    put("title_unlisted", float(not classes))
    first = not any(t.lemma == view.lemma for t in context.analysis.tokens[: view.tokens[0].index] if t.pos == "NOUN")
    put("none_listed_first", float(not own and bool(classes) and first))
    rivals = (c for c in context.pool if c is not candidate and c.kind is candidate.kind)
    put("title_rival", float(any(view.lemma in c.titles for c in rivals)))
    animate = view.head.feat("Animacy") == "Anim"
    put("clash_animate", float(animate and candidate.kind in (ActorKind.ORGANISATION, ActorKind.DOCUMENT)))
    put("clash_inanimate", float(not animate and candidate.kind in PEOPLE))
    person = candidate.kind is ActorKind.PERSON
    put("kind_person", float(person and bool(classes) and not classes & {"media", "organisation", "document", "office"}))
    organisation = candidate.kind is ActorKind.ORGANISATION
    put("kind_organisation", float(organisation and "organisation" in classes))
    put("kind_media", float(organisation and "media" in classes))
    put("kind_document", float(candidate.kind is ActorKind.DOCUMENT and "document" in classes))
    last_words = candidate.mentions[0].words if candidate.mentions else ()
    put("same_head_spoken", float(any(w.lower() == view.head.lower for w in last_words)))
