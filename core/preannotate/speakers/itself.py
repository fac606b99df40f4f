"""Whom a description names by its own words: somebody who goes without a name, a foreign word, a place, a writer."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.spelling import misspelt
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.names import WORD, same_word
from core.preannotate.quotations.places import PAGES
from core.preannotate.speakers.bodies import in_marks, is_body
from core.preannotate.speakers.candidates import LONGEST_NAME, described
from core.preannotate.speakers.continuing import named_behind
from core.preannotate.speakers.exclusion import is_introduced
from core.preannotate.speakers.mentions import Kind, View, classes_of
from core.preannotate.speakers.naming import ONES, POSSESSIVE, subject_before
from core.preannotate.speakers.owners import TEAMS

PAPERS = frozenset(("document", "message"))
"""Classes of nouns for papers, whose owner may be who speaks."""


def by_own_words(analysis: Analysis, cast: Cast, spoken: Sequence[Candidate], view: View) -> Candidate | None:
    """Return whom a mention names by its own words; None where it may point to somebody before.

    ``spoken``: who has spoken lately.
    """
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None:
        return None
    if (own := named_behind(analysis, view, cast)) is not None:
        return own
    if is_introduced(analysis, view) or _is_list(view, head):
        return described(analysis, view, cast.near(view.start))
    if view.lemma in PAGES and any(t.head == head.position and t.rel == "nmod" for t in view.tokens):
        return described(analysis, view, cast.near(view.start))  # на сайте парламента: no paper named before
    his = next((t for t in view.tokens if t.lower in ONES), None)
    if his is not None and subject_before(analysis, his, POSSESSIVE[his.lower], cast.near(view.start)):
        return described(analysis, view, cast.near(view.start))  # Директор уехал, но его секретарь сообщила
    persons = [c for c in view.inside if c.kind is ActorKind.PERSON]
    if len(persons) == 1 and "message" in classes_of(view.lemma):
        return persons[0]
    if len(persons) == 1 and _is_made_by(analysis, view, head, persons[0]):
        return persons[0]
    if "message" in classes_of(view.lemma) and not persons and (body := _named_right_behind(view, head)) is not None:
        return body
    if any(_is_owner(view, head, c) for c in persons) and not classes_of(view.lemma) & PAPERS:
        return described(analysis, view, cast.near(view.start))  # агент Стрельцовой
    if len(view.tokens) == 1 and (person := _misspelt(cast, head)) is not None:
        return person
    return _stands_for_itself(analysis, cast, spoken, view, head)


def _is_made_by(analysis: Analysis, view: View, head: Token, person: Candidate) -> bool:
    """Tell whether a thing is what somebody has said or shown (``в ролике Лужина``), no body, page or paper of his.

    Behind ``согласно`` it stands for itself (``согласно теории Лужина``).
    """
    if (
        head.pos != "NOUN"
        or head.feat("Animacy") != "Inan"
        or classes_of(view.lemma)
        or not _is_owner(view, head, person)
    ):
        return False
    of_people = is_body(view.lemma) or view.lemma in TEAMS or view.lemma in table("body_nouns") or view.lemma in PAGES
    before = analysis.tokens[view.tokens[0].index - 1].lower if view.tokens[0].index else ""
    return not of_people and before != "согласно"


def _named_right_behind(view: View, head: Token) -> Candidate | None:
    """Return the body in marks right behind a message (``письмо «Луча»``, also in the nominative; in no dative)."""
    behind = next((t for t in view.tokens if t.index == head.index + 2), None)
    if behind is None or behind.feat("Case") == "Dat":
        return None
    bodies = (c for c in view.inside if c.kind is ActorKind.ORGANISATION and c.marked)
    return next((c for c in bodies if any(m.start == behind.start for m in c.around(head.end))), None)


def _is_list(view: View, head: Token) -> bool:
    """Tell whether a description joins groups or bodies (``врачи и медсёстры``), and is no trade after trade of one."""
    joined = [t for t in view.tokens if t.rel == "conj" and t.head == head.position and t.pos in ("NOUN", "PROPN")]
    if not joined or not any(t.lower == "и" for t in view.tokens):
        return False
    several = any(t.feat("Number") == "Plur" for t in (head, *joined))
    return several or all(t.lemma in table("org_heads") for t in (head, *joined))


def _is_owner(view: View, head: Token, person: Candidate) -> bool:
    """Tell whether a person is whose a source is: named behind its noun, with no preposition between."""
    words = [t for t in view.tokens if t.index > head.index]
    preposition = next((t.start for t in words if t.pos == "ADP"), view.tokens[-1].end)
    return any(head.end <= m.start < preposition for m in person.around(head.end))


def _stands_for_itself(
    analysis: Analysis, cast: Cast, spoken: Sequence[Candidate], view: View, head: Token
) -> Candidate | None:
    """Return the actor of a foreign word, a place, a body of its own kind, a name in marks; None of other words."""
    around = cast.between(head.start - LONGEST_NAME, head.start + 1)
    place = any(e.label == "LOC" and head.start < e.range.end for e, _ in around)
    foreign = head.text.isascii() and any(c.isupper() for c in head.text)
    body = table("org_heads").get(view.lemma) == "alone"
    if not foreign and not body and not in_marks(view) and not (place and head.pos == "PROPN"):
        return None
    made = described(analysis, view, ())
    words = set(WORD.findall(made.name.casefold()))
    known = (*cast.near(view.start), *spoken)
    return next((c for c in known if words and words <= set(WORD.findall(c.name.casefold()))), made)


def _misspelt(cast: Cast, token: Token) -> Candidate | None:
    """Return the person whose surname a capitalised word is, but for a letter, where the model saw no name."""
    if token.pos != "PROPN" or not token.text[:1].isupper():
        return None
    for person in (c for c in cast.near(token.start) if c.kind is ActorKind.PERSON):
        last = WORD.findall(person.name)[-1:]
        if last and (same_word(token.text, last[0]) or misspelt([token.text], last)):
            return person
    return None
