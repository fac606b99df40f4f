"""Why the pre-annotation proposes what it proposes, in words: its rules, its evidence, its ranking of speakers.

The command line (``citata annotate --explain``) prints these sentences, the window those of ``SENTENCES``.
A rule or a piece of evidence that has no words here is shown by its own name, so that a new one is never silent.
"""

from __future__ import annotations

from typing import NamedTuple

from core.language import tr
from core.model.knowledge import RANKED, Entry, Part
from core.report.facts import fact_words
from core.words.learning import edge_words


class Source(NamedTuple):
    """How a speaker was found: as the command line says it, and as the window does in a line ('': the same)."""

    full: str
    brief: str = ""


RULES: dict[str, str] = {
    "direct-before": "quoted speech before its attribution",
    "direct-after-cue": "quoted speech after a cue",
    "direct-alone": "quoted sentence, attributed beside it",
    "direct-interrupted": "quoted speech interrupted by its attribution",
    "direct-headline": "name and colon before the speech",
    "direct-signed": "name after the speech, as a signature",
    "direct-dialogue": "line of dialogue with its frame",
    "direct-paragraph-after-colon": "paragraph of speech after a colon",
    "direct-paragraph-unmarked": "paragraph of speech without marks",
    "direct-after-colon-unmarked": "speech after a colon, without marks",
    "clause-participle": "clause after a participle of speech",
    "clause-fronted": "clause before its cue",
    "clause-bare": "clause without a conjunction",
    "noun-clause": "clause of a noun of speech",
    "phrase-clause": "clause with “according to”",
    "inserted-clause": "clause around an inserted attribution",
    "as-clause": "clause with “as somebody said”",
    "quoted-words": "quoted words in the author’s sentence",
    "noun-words": "quoted words beside a noun of speech",
    "model": "the model of names",
    "place-adjective": "adjective of a place",
    "organisation-phrase": "phrase that names an organisation",
    "inside": "name inside a name",
    "recovered": "name seen elsewhere in the article",
    "learned": "name that this project taught",
}
"""What proposed an item (``Annotation.rule``)."""
SPEAKERS: dict[str, Source] = {
    "name": Source("the mention names a person", "named in the attribution"),
    "organisation": Source("the mention names an organisation", "organisation named in the attribution"),
    "relative": Source("the noun that the relative pronoun stands for"),
    "first-person": Source("whoever speaks around the frame", "first person"),
    "reranked": Source("the likeliest by what this project taught", "likeliest by this project's articles"),
    "learned": Source("whom the description means in this project", "known from this project's articles"),
    "impersonal": Source("the frame names no source"),
    "itself": Source("the mention settles it by its own words"),
    "goes-on": Source("the speech goes on: whoever spoke right before"),
    "just-named": Source(
        "the one person whom the sentence before is about, or who is called so", "description resolved from the context"
    ),
    "floating": Source("no frame: whoever spoke right before"),
    "ranked-description": Source(
        "the likeliest of those whom the description may mean", "description resolved from the context"
    ),
    "ranked-pronoun": Source(
        "the likeliest of those whom the pronoun or the omitted subject may mean", "pronoun resolved from the context"
    ),
    "ranked-none": Source("the likeliest of those named before", "resolved from the context"),
}
"""How the speaker of a quotation was found."""
EVIDENCE: dict[str, str] = {
    "own subject": "subject of the cue",
    "subject in clause": "subject of the cue’s own clause",
    "subject of cue before": "subject of the cue before",
    "speaking place": "place that stands for the source",
    "the media that the news is in": "media that the news is in",
    "office that a carrier verb quotes": "office that is quoted",
    "source by case": "source in the right case",
    "no source named": "no source named",
    "the source referred to": "source that is referred to",
    "noun of the participle": "noun of the participle",
    "counted": "counted people before the cue",
    "where": "noun before “where”",
    "object of a carrier verb": "object of the cue",
    "genitive of the quoted words": "owner of the quoted words",
    "nominative before the verb": "noun before the cue",
    "a name and a colon before the speech": "name and colon before the speech",
    "a person acts, and a colon before the speech": "person who acts, and colon before the speech",
    "agent": "who did it, in the instrumental",
    "past hearer": "noun past whom was told",
    "over apposition": "noun before an apposition",
    "closing source": "noun that closes the frame",
    "nominative after": "noun behind the cue",
    "nominative before": "noun before the cue",
    "nominative farther": "noun farther from the cue",
    "taken by another": "noun that another verb took",
    "behind first verb": "noun behind the first verb",
    "subject of head": "subject of the verb above the cue",
    "subject before": "subject of the sentence before",
    "before clause": "noun before a clause",
    "place of head": "place of the verb above the cue",
    "place of cue before": "place of the cue before",
    "subject over relative": "noun of a relative clause",
    "subject of the clause": "subject of the clause",
    "subject of the main clause": "subject of the main clause",
    "subject of the report that goes on": "subject of the report that goes on",
    "a line of dialogue": "line of dialogue",
    "a quoted sentence alone, no frame near": "quoted sentence alone",
    "shared cue, another source": "another source of the same cue",
    "a name after the speech, as a signature": "name after the speech, as a signature",
    "a person acts after the speech": "person who acts after the speech",
    "genitive of what is referred to": "owner of what is referred to",
    "the subject behind the verb": "subject behind the verb",
    "the subject of the verb": "subject of the verb",
    "who says so, behind the dash of a headline": "who says so, behind the dash of a headline",
    "whose words are given": "whose words are given",
    "whose words are read out": "whose words are read out",
}
"""What the window says of a piece of evidence that is not a feature of the ranking."""
_FEATURES = """
bias_person: a person
bias_organisation: an organisation
bias_described: somebody described before
bias_self: the description stands for itself
bias_null: the text does not tell
distance: named some way back
same_sentence: named in the same sentence
sentence_1: named in the sentence before
sentence_2: named two sentences before
farther: named farther back
same_paragraph: named in the same paragraph
previous_paragraph: named in the paragraph before
rank_0: named last of its kind
rank_1: named last but one of its kind
rank_2: named last but two of its kind
subject: subject of a sentence shortly before
object: object of a sentence shortly before
modifier: modifier in a sentence shortly before
last_subject: subject where it was named last
last_object: object where it was named last
last_modifier: modifier where it was named last
last_speech: speaks where it was named last
subject_before: subject of the sentence before
subject_here: subject in this sentence
subject_order_0: the last subject
subject_order_1: the last subject but one
subject_rank_0: subject and named last
near_rank_0: named last and close by
speaker_rank_0: spoke last and was named last
titled_alone_rank_0: has a title and was named last
source_previous: spoke last, and an unnamed source is meant
source_described: an unnamed source
source_spoke: an unnamed source that spoke before
source_named: named, and an unnamed source is meant
bare_previous: spoke last, and the description is bare
bare_spoke: spoke before, and the description is bare
self_source_spoke: a source, and an unnamed one has spoken
speech_before: speaks in the sentence before
quoted: named last inside speech
quoted_only: named only inside speech
only_inside: named only inside this quotation
only_after: named only after the frame
count: named often
count_share: named about as often as the main actor
in_title: named in the headline
first_person_named: named first in the article
paragraph_first: named first in this paragraph
previous_first: named first in the paragraph before
introduced_before: introduced in the sentence before
introduced_here: introduced in this sentence
full_before: full name in the sentence before
full_last: full name where it was named last
named_last: called by name where it was mentioned last
previous_speaker: spoke right before
previous_near: spoke right before and close by
previous_floating: spoke right before, and there is no frame
previous_passive: spoke right before, and the cue is passive
has_spoken: has spoken before
spoken_before_previous: spoke before the last speaker
only_candidate: the only one of its kind
gender_same: gender agrees with the mention
gender_other: gender differs from the mention
gender_unknown: gender is not known
cue_same: gender agrees with the cue
cue_other: gender differs from the cue
number_same: number agrees
number_other: number differs
title_head: has this title
title_class: has a title of this kind
title_words: the attributes fit
title_missing: attributes are missing
title_rival: another has this title
title_none: has no title like it
title_unlisted: the title is not in the lexicon
title_best: its titles fit best
title_shared: its titles fit as well as another's
title_worse: its titles fit less well
title_gap: its titles fit far better than another's
title_full: the title fits in every word
title_head_words: title and attributes fit
title_class_words: kind of title and attributes fit
title_head_alone: the bare title fits
title_class_alone: the kind of the bare title fits
title_other_place: the title is of another place
titles_conflict: the titles do not go together
known_head: known to hold this office
known_words: known to hold this office of this place
known_words_missing: not known to hold the office of this place
known_full: known by the whole description
known_conflict: known for another office
known_unlike: known for something else
none_listed_first: nobody has the title, and the headline names this one
no_title_listed: nobody has a title like it
kind_media: a medium, as described
kind_organisation: an organisation, as described
kind_document: a document, as described
kind_person: a person, as described
organisation_missing: the organisation of the description does not fit
same_head_spoken: spoke before under the same description
null_passive: the cue is passive
null_active: the cue is active
null_floating: there is no frame
clash_animate: a person does not fit the description
clash_inanimate: a thing does not fit the description
inside_missing: does not go with the names inside the description
inside_found: goes with the names inside the description
inside_class_missing: neither title nor names inside the description fit
class_spokesman: speaks for another
class_kin: a relative of another
class_source: an unnamed source
bare_main: the bare description means the main actor
bare_rank_0: the bare description means who was named last
bare_untitled_main: the main actor, of whom no title is given
plural_described: several persons, as described
media_titled: called a medium in the article
media_nearest: the medium named last
message_person: a person whose message it may be
message_organisation: a body whose message it may be
message_rank_0: named last before the message
message_subject: the subject before the message
message_spoke: has spoken before the message
message_count: named most in the article that has the message
self_message: a message, not whoever issued it
self_plural: several
self_attributes: attributes of its own
self_source: an unnamed source
self_class: a known kind of description
self_unlisted: a description that is not in the lexicon
self_first: the noun is used for the first time
self_inanimate: a thing
self_names: holds a name
self_rival_title: somebody has this title
self_no_person: nobody is named before
self_one: one of several
self_document: a document
self_media: a medium
self_office: an office
self_kin: a relative
self_rival_class: somebody has a title of this kind
self_rival_full: somebody fits the whole description
self_person_inside: holds a person's name
self_inside_unmatched: holds a name, and nobody fits
self_bare: a bare description
self_bare_unlisted: a bare description that is not in the lexicon
self_best_title: somebody fits by title
self_no_title: nobody fits by title
self_media_named: a medium is named in the article
self_anaphoric: points back
talk_previous: spoke last, and somebody introduced is meant
talk_described: unnamed, and somebody introduced is meant
talk_spoke: unnamed, spoke before, and somebody introduced is meant
talk_person: named, and somebody introduced is meant
self_talk: somebody introduced before
self_talk_spoke: somebody introduced before, and an unnamed one has spoken
self_talk_unspoken: somebody introduced before, and no unnamed one has spoken
paper_previous: said the last document
paper_spoke: said a document before
paper_document: a document, and a bare document is meant
paper_issuer: may have issued the document
self_paper_spoke: a document, and another has spoken
self_bare_body: a bare body, and the article names one
body_rank_0: the body named last
body_main: the body named most
body_spoke: a body that has spoken
alike_spoke: spoke before by the same noun
alike_last: spoke last by the same noun
alike_other: spoke by the same noun with other attributes
self_alike_spoke: somebody spoke before by the same noun
self_alike_other: somebody spoke by the same noun with other attributes
group_named: persons named together
group_plural: persons named together, and the description is bare
self_plural_group: several, and persons are named together
owned_untitled: has no such title, and the description is of another's
owned_main: the main actor, and the description is of another's
self_owned: somebody of another's
self_owned_rival: somebody of another's, and a title fits
worse_titled: has other titles, and another's fit better
worse_previous: spoke last, and another's titles fit better
best_alone: the only one whose titles fit
after_soon: named first soon after the attribution
after_soon_titled: named first soon after the attribution, and a title fits
"""
FEATURES = dict(line.split(": ", 1) for line in _FEATURES.strip().splitlines())
"""What each number of the speaker's ranking says (``core.preannotate.speakers.features.NAMES``)."""


SENTENCES = (
    *RULES.values(),
    *(words for source in SPEAKERS.values() for words in source if words),
    *EVIDENCE.values(),
    *FEATURES.values(),
)
"""What is translated."""


def entry_words(entry: Entry) -> str:
    """Return what an entry of a project's knowledge is about: a name or a cue as it is written, all else in words."""
    if entry.part in RANKED:
        return fact_words(entry, rule_words)
    if entry.part is Part.EDGES:
        return edge_words(entry.words)
    if entry.part is not Part.SCORES:
        return entry.shown
    kind, _, rule = entry.words.partition(" ")
    return f"{tr('quotation') if kind == 'quotation' else tr('name')}: {rule_words(rule)}"


def rule_words(rule: str) -> str:
    """Return what a rule of the pre-annotation is called in the user's language; its own name where it has no words."""
    if rule.startswith("clause-") and rule not in RULES:
        return tr("clause with “{word}”", word=rule.removeprefix("clause-"))
    return tr(RULES[rule]) if rule in RULES else rule


def in_words(reason: str) -> str:
    """Return a piece of evidence as the command line says it; as it is where it consists of words already."""
    kind, _, rest = reason.partition(": ")
    if kind == "speaker":
        return tr("speaker: {how}", how=tr(SPEAKERS[rest].full) if rest in SPEAKERS else rest)
    if reason.startswith("cue "):
        return tr("cue “{word}”", word=reason.removeprefix("cue "))
    if reason.startswith("self_") and reason not in FEATURES:
        return tr("the description is that of a kind: {kind}", kind=reason.removeprefix("self_"))
    return tr(EVIDENCE.get(reason) or FEATURES.get(reason, reason))
