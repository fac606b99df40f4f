"""The numbers that the ranker weighs for every candidate: position in the article, titles, the description itself."""

from __future__ import annotations

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import is_country
from core.preannotate.speakers.context import Context, Put, alike
from core.preannotate.speakers.evidence import agreement, before_it, rank_of, recency
from core.preannotate.speakers.mentions import classes_of, is_bare
from core.preannotate.speakers.pointing import is_unnamed, itself_again, points_back

_CLASSES = """
president premier minister chief politician deputy official diplomat spokesman prosecutor lawman judge lawyer
officer manager founder businessman writer author journalist blogger artist musician athlete coach scholar
expert doctor cleric activist human organisation
"""
CLASSES = tuple(_CLASSES.split())
"""Classes of ``descriptors.tsv`` that tell how readily a description stands for itself."""
_NAMES = """
bias_person bias_organisation bias_described bias_self bias_null distance same_sentence sentence_1 sentence_2
farther same_paragraph previous_paragraph rank_0 rank_1 rank_2 subject object modifier quoted only_inside
only_after count in_title first_person_named previous_speaker previous_near has_spoken spoken_before_previous
gender_same gender_other gender_unknown cue_same cue_other number_same number_other title_head title_class
title_words title_missing title_rival title_none title_unlisted kind_media kind_organisation kind_document
kind_person self_plural self_attributes self_source self_class self_unlisted self_first self_inanimate
self_names self_rival_title self_no_person self_one self_document self_media self_office self_kin
same_head_spoken null_passive null_active only_candidate clash_animate clash_inanimate title_head_words
title_class_words title_head_alone title_class_alone title_other_place known_head known_words
known_words_missing none_listed_first self_rival_class self_rival_full last_subject last_object last_modifier
last_speech subject_before subject_here speech_before paragraph_first previous_first count_share quoted_only
inside_missing inside_found known_full known_conflict title_full organisation_missing subject_order_0
subject_order_1 null_floating previous_floating previous_passive known_unlike self_person_inside
self_inside_unmatched inside_class_missing no_title_listed class_spokesman class_kin class_source self_bare
self_bare_unlisted bare_main bare_rank_0 bare_untitled_main plural_described title_best title_shared
title_worse self_best_title self_no_title title_gap introduced_before introduced_here full_before full_last
named_last media_titled media_nearest self_media_named self_anaphoric
titles_conflict message_person message_organisation message_rank_0 message_subject message_spoke message_count
self_message
subject_rank_0 near_rank_0 speaker_rank_0 titled_alone_rank_0
source_previous source_described source_spoke source_named bare_previous bare_spoke self_source_spoke
talk_previous talk_described talk_spoke talk_person self_talk self_talk_spoke self_talk_unspoken
paper_previous paper_spoke paper_document paper_issuer self_paper_spoke self_bare_body body_rank_0 body_main body_spoke
alike_spoke alike_last alike_other self_alike_spoke self_alike_other group_named group_plural self_plural_group
owned_untitled owned_main self_owned self_owned_rival worse_titled worse_previous best_alone
after_soon after_soon_titled
"""
NAMES = (*_NAMES.split(), *(f"self_{name}" for name in CLASSES))
"""The features in the order of a row; what each says is where it is put."""
INDEX = {name: index for index, name in enumerate(NAMES)}
ANAPHORIC = frozenset(["его", "ее", "их", "свой", "этот", "данный", "компания", "издание", "организация", "агентство"])
OWN = frozenset(CLASSES)
PEOPLE = (ActorKind.PERSON,)


def features(context: Context, candidate: Candidate | None, made: Candidate | None) -> list[float]:
    """Return the numbers for one candidate (None: no source); ``made``: the actor that the description makes."""
    row = [0.0] * len(NAMES)

    def put(name: str, value: float = 1.0) -> None:
        row[INDEX[name]] = value

    if candidate is None:
        _null(context, put)
        return row
    if candidate is made:
        _itself(context, put)
        return row
    put(
        {ActorKind.PERSON: "bias_person", ActorKind.ORGANISATION: "bias_organisation"}.get(
            candidate.kind, "bias_described"
        )
    )
    recency(context, candidate, put)
    before_it(context, candidate, put)
    agreement(context, candidate, put)
    if context.view.head is not None:
        _titles(context, candidate, put)
    return row


def _null(context: Context, put: Put) -> None:
    put("bias_null")
    token = context.proposal.cue_token
    if token is not None:
        passive = (
            token.feat("Voice") == "Pass" or token.lower.endswith(("ся", "сь")) or token.feat("Variant") == "Short"
        )
        put("null_passive" if passive else "null_active")
    else:
        put("null_floating")


def _itself(context: Context, put: Put) -> None:
    view, head = context.view, context.view.head
    assert head is not None
    classes = classes_of(view.lemma)
    put("bias_self")
    put("self_plural", float(view.gender == "p"))
    put("self_attributes", min(len(view.words), 4) / 2)
    put("self_names", float(bool(view.inside)))
    put("self_source", float("source" in classes))
    put("self_source_spoke", float("source" in classes and any(is_unnamed(c) for c in context.speakers)))
    put("self_document", float("document" in classes))
    put("self_message", float("message" in classes))
    put("self_media", float("media" in classes))
    put(
        "self_media_named",
        float("media" in classes and view.gender != "p" and any(_is_medium(c) for c in context.pool)),
    )
    put("self_office", float(bool(classes & {"office", "spokesman"})))
    put("self_kin", float("kin" in classes))
    put("self_class", float(bool(classes)))
    put("self_unlisted", float(not classes))
    put("self_inanimate", float(head.feat("Animacy") == "Inan"))
    put("self_one", float(view.tokens[0].lemma in ("один", "другой", "некоторый", "многий", "ряд")))
    for name in classes & OWN:
        put(f"self_{name}")
    put("self_first", float(context.is_first))
    persons = [c for c in context.pool if c.kind is ActorKind.PERSON]
    put("self_no_person", float(not any(p.before(view.start) for p in persons)))
    put("self_rival_title", float(any(head.lemma in p.titles or head.lemma in p.known for p in persons)))
    like = [p for p in persons if any(alike(view.lemma, t) for t in p.titles)]
    put("self_rival_class", float(bool(like)))
    put("self_rival_full", float(bool(view.words) and any(view.words <= set(p.titles) | p.known for p in like)))
    best = max(context.scores.values(), default=0.0)
    put("self_best_title", min(best, 4.0) / 4)
    put("self_no_title", float(best <= 0))
    bare = is_bare(view)
    put("self_bare", float(bare and bool(classes)))
    put("self_bare_unlisted", float(bare and not classes))
    put("self_person_inside", float(any(c.kind is ActorKind.PERSON for c in view.inside)))
    matched = any(head.lemma in p.titles or head.lemma in p.known for p in persons) or bool(like)
    put("self_inside_unmatched", float(bool(view.inside) and not matched))
    itself_again(context, classes, put)
    put("self_anaphoric", float(any(t.pos == "DET" or t.lower in ANAPHORIC for t in view.tokens)))


def _is_medium(candidate: Candidate) -> bool:
    """Tell whether an organisation is called a paper, an agency, a channel in the article."""
    return candidate.kind is ActorKind.ORGANISATION and any("media" in classes_of(t) for t in candidate.titles)


def _again(context: Context, candidate: Candidate, put: Put) -> None:
    """Say whether ``собеседник`` or a bare description means somebody who has spoken before."""
    view = context.view
    spoke = candidate in context.speakers
    previous = bool(context.spoke) and context.spoke[-1].speaker is candidate
    if "source" in classes_of(view.lemma):
        put("source_previous", float(previous))
        put("source_described", float(is_unnamed(candidate)))
        put("source_spoke", float(spoke and is_unnamed(candidate)))
        put("source_named", float(candidate.head == ""))
    if is_bare(view):
        put("bare_previous", float(previous))
        put("bare_spoke", float(spoke))


def _is_nearest(context: Context, candidate: Candidate) -> bool:
    """Tell whether of all media the candidate was named last before the frame."""
    last = {c: seen[-1].start for c in context.pool if _is_medium(c) and (seen := context.seen(c))}
    return candidate in last and last[candidate] == max(last.values())


def _titles(context: Context, candidate: Candidate, put: Put) -> None:
    view = context.view
    if view.head is None or view.head.pos not in ("NOUN", "PROPN", "ADJ"):
        return
    classes = classes_of(view.lemma)
    own = set(candidate.titles)
    heads_own = {candidate.head} if candidate.head else own
    theirs = frozenset(c for t in heads_own for c in classes_of(t))
    head, like = view.lemma in heads_own, any(alike(view.lemma, t) for t in heads_own)
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
    heads = frozenset(c for t in candidate.known for c in classes_of(t))
    _known(context, candidate, bool(head or like or classes & heads), put)
    _best(context, candidate, put)
    put("no_title_listed", float(bool(classes) and not head and not like and not classes & heads))
    put("class_spokesman", float("spokesman" in classes and not head and not like))
    put("class_kin", float("kin" in classes and not head and not like))
    put("class_source", float("source" in classes))
    _again(context, candidate, put)
    points_back(context, candidate, put)
    put("title_full", float(bool(view.words) and (like or head) and view.words <= own))
    if view.inside:
        _inside(context, candidate, bool(head or like), put)
    put("titles_conflict", float(bool(theirs) and bool(classes) and not like and not head))
    _kinds(context, candidate, theirs, put)


def _message(context: Context, candidate: Candidate, put: Put) -> None:
    """Say who may have issued a message: the person or body named before, the subject before it, who spoke."""
    seen = context.seen(candidate)
    put("message_person", float(candidate.kind is ActorKind.PERSON))
    put("message_organisation", float(candidate.kind is ActorKind.ORGANISATION))
    put("message_rank_0", float(bool(seen) and rank_of(context, candidate, seen[-1].start, "") == 0))
    put("message_subject", float(bool(seen) and seen[-1].role == "subject"))
    put("message_spoke", float(candidate in context.speakers))
    put("message_count", float(len(candidate.mentions) == context.most))


def _known(context: Context, candidate: Candidate, fits: bool, put: Put) -> None:
    """Say whether everybody knows the candidate by the description; ``fits``: its titles do."""
    view, own = context.view, set(candidate.titles)
    if candidate.known and view.lemma in candidate.known:
        put("known_head")
        put("known_words", float(bool(view.words) and view.words <= candidate.known))
        put("known_words_missing", float(bool(view.words - candidate.known)))
        put("known_full", float(bool(view.words) and view.words <= candidate.known | own))
        put("known_conflict", float(bool(view.words) and not view.words & (candidate.known | own)))
    put("known_unlike", float(bool(candidate.known) and not fits and view.lemma not in candidate.known))


def _best(context: Context, candidate: Candidate, put: Put) -> None:
    """Compare how well the titles fit with those of the others; say whom a bare description means."""
    view, own = context.view, set(candidate.titles)
    mine = context.scores.get(candidate, 0.0)
    best = context.best_beside(candidate)
    put("title_best", float(mine >= 2 and mine > best + 0.4))
    put("title_shared", float(mine >= 2 and abs(mine - best) <= 0.4))
    worse = best >= 2 and mine < best - 0.9
    put("title_worse", float(worse))
    put("worse_titled", float(worse and bool(own)))
    put("worse_previous", float(worse and bool(context.spoke) and context.spoke[-1].speaker is candidate))
    put("best_alone", float(mine >= 2 and best < 2))
    put("title_gap", max(min(mine - best, 3.0), -3.0) / 3)
    bare = is_bare(view) and view.gender != "p"
    main = len(candidate.mentions) == context.most
    put("bare_main", float(bare and main))
    put("bare_untitled_main", float(bare and main and not own and not candidate.known))
    seen = context.seen(candidate)
    put("bare_rank_0", float(bare and bool(seen) and rank_of(context, candidate, seen[-1].start, view.gender) == 0))
    put("plural_described", float(view.gender == "p" and candidate.head != "" and candidate.head != view.lemma))


def _inside(context: Context, candidate: Candidate, fits: bool, put: Put) -> None:
    """Say whether the candidate goes with the names inside the description; ``fits``: its titles do."""
    own, inside = set(candidate.titles), context.view.inside
    there = {w.casefold() for c in inside for m in c.mentions for w in m.words} | {c.name.casefold() for c in inside}
    found = any(w in there for w in own | candidate.known)
    put("inside_found" if found else "inside_missing")
    put("inside_class_missing", float(not found and not fits))
    put("organisation_missing", float(not found and bool(own)))


def _kinds(context: Context, candidate: Candidate, theirs: frozenset[str], put: Put) -> None:
    """Say whether person, organisation, medium, document go with the description."""
    view, own = context.view, set(candidate.titles)
    assert view.head is not None
    classes = classes_of(view.lemma)
    put("title_none", float(not own))
    put("title_unlisted", float(not classes))
    first = bool(classes) and not own and context.is_first
    put("none_listed_first", float(first))
    rivals = (c for c in context.pool if c is not candidate and c.kind is candidate.kind)
    put("title_rival", float(any(view.lemma in c.titles for c in rivals)))
    animate = view.head.feat("Animacy") == "Anim"
    put("clash_animate", float(animate and candidate.kind in (ActorKind.ORGANISATION, ActorKind.DOCUMENT)))
    put("clash_inanimate", float(not animate and candidate.kind in PEOPLE))
    person = candidate.kind is ActorKind.PERSON
    put(
        "kind_person", float(person and bool(classes) and not classes & {"media", "organisation", "document", "office"})
    )
    organisation = candidate.kind is ActorKind.ORGANISATION
    put("kind_organisation", float(organisation and "organisation" in classes))
    media = organisation and "media" in classes and "media" in theirs
    put("kind_media", float(organisation and "media" in classes))
    put("media_titled", float(media))
    put("media_nearest", float(media and _is_nearest(context, candidate)))
    put("kind_document", float(candidate.kind is ActorKind.DOCUMENT and "document" in classes))
    if "message" in classes:
        _message(context, candidate, put)
    last_words = candidate.mentions[0].words if candidate.mentions else ()
    put("same_head_spoken", float(any(w.lower() == view.head.lower for w in last_words)))
