"""Which candidates a mention can stand for at all, and by which weights they are ranked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.model import ActorKind, Range
from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import is_country
from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.quotations.cues import infinitives, verbs
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.exclusion import is_kin_of_another, of_other_gender, of_other_trade
from core.preannotate.speakers.mentions import EPICENE, Kind, View, classes_of

GROUPS = {Kind.PRONOUN: "pronoun", Kind.DESCRIPTION: "description"}
"""The kinds that the ranker decides, and its weights for each; rules decide the others."""


def group_of(proposal: Proposal, view: View) -> str | None:
    """Return the weights for a decision, None where a rule decides; a verb without its subject is as a pronoun."""
    token = proposal.cue_token
    if view.kind is Kind.NONE and token is not None and token.feat("VerbForm") == "Conv":
        return GROUPS[Kind.PRONOUN]  # В среду уехал, добавив, что
    if view.kind is not Kind.NONE or token is None or token.feat("Number") != "Sing":
        return GROUPS.get(view.kind)
    if token.feat("Tense") == "Pres" and token.feat("Person") == "3" and not infinitives(token) & verbs("passive"):
        return GROUPS[Kind.PRONOUN]  # И спрашивает: «Где данные?»; Но клянётся, что
    if token.feat("Tense") != "Past":
        return GROUPS.get(view.kind)
    reflexive = token.lower.endswith(("ся", "сь")) and token.feat("Gender") not in ("Masc", "Fem")  # он признался
    impersonal = token.feat("Voice") == "Pass" or token.feat("Gender") == "Neut" or reflexive
    return None if impersonal else GROUPS[Kind.PRONOUN]


def agrees(candidate: Candidate, pronoun: Token) -> bool:
    """Tell whether a relative pronoun can stand for a person: number and gender (где and что stand for none)."""
    if candidate.kind is not ActorKind.PERSON or pronoun.feat("Number") == "Plur":
        return False
    gender = {"Masc": "m", "Fem": "f"}.get(pronoun.feat("Gender"), "")
    return not gender or not candidate.gender or gender == candidate.gender


def admissible(candidate: Candidate, view: View) -> bool:
    """Tell whether a mention can stand for a candidate at all: number, and people not for things."""
    person = candidate.kind is ActorKind.PERSON
    if view.kind is Kind.PRONOUN:
        return _pronoun_fits(candidate, view)
    if of_other_gender(candidate, view) or of_other_trade(candidate, view) or is_kin_of_another(candidate, view):
        return False
    if view.kind is not Kind.DESCRIPTION or view.head is None:
        return True
    classes = classes_of(view.lemma)
    if "collective" in classes:
        return candidate.head == view.lemma and (candidate.gender == "p") == (view.gender == "p")
    numbered = bool(candidate.head) or candidate.kind is ActorKind.GROUP
    if numbered and view.gender and candidate.gender and (view.gender == "p") != (candidate.gender == "p"):
        return False
    if "message" in classes and (person or candidate.kind is ActorKind.ORGANISATION):
        return True
    if "document" in classes:
        return candidate.kind is ActorKind.DOCUMENT
    organisation = candidate.kind is ActorKind.ORGANISATION and not candidate.head
    if organisation and view.gender == "p" and classes & {"media", "organisation"}:
        return False
    if person and view.gender == "f" and candidate.gender == "m" and classes and view.lemma not in EPICENE:
        return False
    if person and (_other_kin(view.lemma, candidate) or _of_another_country(candidate, view)):
        return False
    if person:
        return view.gender != "p" and not classes & {"document", "office", "organisation", "media"}
    human = (view.head.feat("Animacy") == "Anim" and view.head.pos == "NOUN") or _is_person(view.head, classes)
    if human and candidate.kind is ActorKind.GROUP and view.gender in ("m", "f"):
        return "collective" not in classes_of(candidate.head)  # прокурор is no защита
    return not (human and candidate.kind in (ActorKind.ORGANISATION, ActorKind.DOCUMENT))


def _countries(noun: str) -> list[str]:
    """Return the countries that a noun for people is of (``чешка``)."""
    return table("demonyms").get(noun, "").split()


def _state(title: str) -> list[str]:
    """Return the states that a title tells: that of a demonym, or itself (``аргентинский теннисист``)."""
    return _countries(title) or ([title] if title in table("states") else [])


def _of_another_country(candidate: Candidate, view: View) -> bool:
    """Tell whether a description names a country, and somebody is said to be of others (``Иранский министр``)."""
    named = {word for word in view.words if is_country(word)}
    own = {word for word in {*candidate.titles, *candidate.known} if is_country(word)} if named else set()
    if not named and (named := set(_countries(view.lemma))):
        own = {country for title in candidate.titles for country in _state(title)}
    return bool(own) and not own & named


NO_PERSONS = frozenset({"group", "collective", "organisation", "office", "media", "document", "message", "source"})
"""Classes of ``descriptors.tsv`` of bodies, papers and whoever stays unnamed."""


def _is_person(head: Token, classes: frozenset[str]) -> bool:
    """Tell whether a noun in the singular is one for a person, whatever the parse took it for (``глава ведомства``)."""
    return bool(classes) and not classes & NO_PERSONS and head.feat("Number") == "Sing"


KIN = (
    frozenset(("жена", "супруга", "вдова", "муж", "супруг", "мать", "мама", "отец", "папа")),
    frozenset(("дочь", "дочка", "сын", "внук", "внучка")),
    frozenset(("брат", "сестра")),
)
"""Nouns for kin of whom nobody is called by two of different groups in one article, but by chance."""


def _other_kin(noun: str, candidate: Candidate) -> bool:
    """Tell whether somebody is called other kin in the article (``его дочь`` is not ``его супруга Анна Белова``)."""
    own = next((group for group in KIN if noun in group), None)
    if own is None or own & candidate.titles.keys():
        return False
    return any(group & candidate.titles.keys() for group in KIN)


@lru_cache(maxsize=5_000)
def body_gender(name: str) -> str:
    """Return the gender of the noun that a body's name is on (``Нобелевский комитет``: m); '' where none tells."""
    for word in name.split():
        found = next((p for p in parses(word.lower()) if p.tag.POS == "NOUN" and "nomn" in p.tag), None)
        if found is not None and found.normal_form in table("org_heads"):
            return {"masc": "m", "femn": "f"}.get(str(found.tag.gender), "")
    return ""


def _pronoun_fits(candidate: Candidate, view: View) -> bool:
    """Tell whether a pronoun can stand for a candidate: number; in the prepositional it is a document (в нём)."""
    if candidate.kind is ActorKind.PERSON:
        if {view.gender, candidate.gender} == {"m", "f"}:
            return False
        return view.gender != "p" and not (view.head is not None and view.head.feat("Case") == "Loc")
    numbered = bool(candidate.head) or candidate.kind is ActorKind.GROUP
    within = view.head is not None and view.head.feat("Case") == "Loc"
    if within and not numbered and view.cue_gender != "p":
        return False
    if not numbered and view.gender in ("m", "f") and candidate.kind is ActorKind.ORGANISATION:
        return body_gender(candidate.name) in ("", view.gender)
    if not numbered or not view.gender or not candidate.gender:
        return True
    if {view.gender, candidate.gender} == {"m", "f"} and (candidate.head or view.gender == "f"):
        return False
    if candidate.gender == "n" and view.head is not None and view.head.lower in ("он", "она"):
        return False  # руководство is no он
    return (view.gender == "p") == (candidate.gender == "p")


def is_in(candidate: Candidate, mentions: Sequence[Range | None]) -> bool:
    """Tell whether a described candidate is one of some mentions itself."""
    if candidate.kind is ActorKind.PERSON or len(candidate.mentions) != 1:
        return False
    start = candidate.mentions[0].start
    return any(mention is not None and mention.start <= start < mention.end for mention in mentions)
