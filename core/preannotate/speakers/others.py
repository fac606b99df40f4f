"""The rules by which a mention cannot mean some of the candidates, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Mention
from core.preannotate.actors.concepts import OF, lemma_of
from core.preannotate.speakers.called import (
    others_at_court,
    others_by_attributes,
    others_by_kin,
    others_by_office,
    others_by_profession,
    others_by_title,
    others_by_trade,
    others_by_words,
    others_by_work,
    others_named_later,
    others_of_other_ministries,
    others_of_rulers,
    others_of_vices,
    others_only_described,
    others_than_spokesman,
    others_who_speak_for,
    others_without_name,
)
from core.preannotate.speakers.exclusion import (
    ANYBODY,
    is_animate,
    is_owner_of,
    is_thing,
    others_by_place,
    others_than_last,
    others_than_writer,
)
from core.preannotate.speakers.formerly import others_by_time
from core.preannotate.speakers.mentions import Kind, View, classes_of
from core.preannotate.speakers.naming import ONES, POSSESSIVE
from core.preannotate.speakers.talking import others_of_papers

Rule = Callable[[Sequence[Candidate], View, int], list[Candidate]]
"""Returns whom of the candidates a mention in the paragraph of that number cannot mean."""
DEAD = frozenset(("погибший", "убитый", "умерший", "жертва", "пропавший"))
"""Nouns for people who say nothing."""
SELDOM = 2
"""Mentions of somebody whom the article is not about."""


def others_than_owned(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return whom a pronoun does not mean: who is named last inside a subject that is described, in the same gender,
    and is not whom the article is about (``Помощник Белова ушёл. Он``: the aide)."""
    if view.kind is not Kind.PRONOUN or view.gender not in ("m", "f"):
        return []
    last = {c: m for c in candidates if (m := c.before(view.start)) is not None and m.paragraph == paragraph}
    spans = [m for c, m in last.items() if c.kind is ActorKind.UNNAMED and c.gender == view.gender]
    spans = [m for m in spans if m.role == "subject"]
    owned = [(c, m) for c, m in last.items() if m.role == "modifier" and len(c.mentions) <= SELDOM]
    return [c for c, m in owned if any(s.start < m.start < s.end for s in spans)]


def others_than_things(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons where a thing speaks that nobody writes in his name (``согласно легенде``); the media too
    where it is nothing that they are called (``Горсуд``)."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or not is_thing(head):
        return []
    classes = classes_of(view.lemma)
    nobody = not classes or classes == {"document"} or "source" in classes  # источник
    thing = nobody or (classes == {"human"} and not is_animate(view.lemma))
    media = [] if classes else [c for c in candidates if c.kind is ActorKind.ORGANISATION and "издание" in c.titles]
    return [*(c for c in candidates if c.kind is ActorKind.PERSON), *media] if thing else []


def others_than_owner(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons that a noun inside a description is said of (``помощник министра``: no minister)."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or not any(w.startswith(OF) for w in view.words):
        return []
    owners = {lemma_of(t) for t in view.tokens if is_owner_of(t, head) and t.feat("Number") == "Sing"}
    if owners and "kin" in classes_of(view.lemma):
        return _without_kin(candidates)
    classes = frozenset(k for word in owners for k in classes_of(word)) - ANYBODY
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in c.titles]
    return [c for c in persons if any(t in owners or classes & classes_of(t) for t in (*c.titles, *c.known))]


def _without_kin(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return whom an article is about, and calls nobody's kin (``племянник долгожителя``)."""
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and len(c.mentions) > SELDOM]
    most = max((len(c.mentions) for c in persons), default=0)
    main = [c for c in persons if len(c.mentions) == most]
    return [c for c in main if not any("kin" in classes_of(t) for t in c.titles)]


def others_of_other_bodies(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return whoever is only described by the same noun and more, where a description names another body (``источник
    в «Луче»``: not the ``источник в полиции``)."""
    bodies = [c for c in view.inside if c.kind is ActorKind.ORGANISATION]
    if view.kind is not Kind.DESCRIPTION or not bodies:
        return []
    alike = [c for c in candidates if c.head == view.lemma and len(c.titles) > 1]
    spans = {c: (c.mentions[0].start, c.mentions[0].end) for c in alike}
    named = {m.start for body in bodies for m in body.mentions}
    return [c for c, (start, end) in spans.items() if not any(start <= at < end for at in named)]


def others_together(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons named together whom the article calls nothing like a plural noun (``Правоохранители``)."""
    classes = classes_of(view.lemma)
    if view.kind is not Kind.DESCRIPTION or view.gender != "p" or classes == {"human"}:
        return []
    together = (c for c in candidates if c.kind is ActorKind.GROUP and not c.head)
    return [c for c in together if not any(t == view.lemma or classes & classes_of(t) for t in c.titles)]


def others_than_his(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return whose a source is: who was the last subject before a possessive (``Директор уехал, его секретарь``)."""
    gender = next((POSSESSIVE[t.lower] for t in view.tokens if t.lower in ONES), None)
    if gender is None or view.kind is not Kind.DESCRIPTION:
        return []
    last = {c: m for c in candidates if c.gender == gender and (m := c.before(view.start)) is not None}
    near = [m for m in last.values() if m.role == "subject" and paragraph - 1 <= m.paragraph]
    here = [m for m in near if m.paragraph == paragraph]
    subjects = [m.start for m in here or near]
    his = [c for c, m in last.items() if subjects and m.start == max(subjects)]
    if not near:
        told = [c for c, m in last.items() if c.kind is ActorKind.PERSON and m.paragraph >= paragraph - 1]
        his = told if len(told) == 1 else his or _last_of(told, last)  # Партия избрала Анну Белову. Её предшественница
    if "spokesman" not in classes_of(view.lemma):
        return his
    persons = (c for c in candidates if c.kind is ActorKind.PERSON and c not in his)
    return his + [c for c in persons if not any("spokesman" in classes_of(t) for t in c.titles)]


def _last_of(persons: Sequence[Candidate], named: Mapping[Candidate, Mention]) -> list[Candidate]:
    """Return the one of several persons who is named last (``По мнению Анны Беловой, А. Её предшественница``)."""
    return sorted(persons, key=lambda c: named[c].start)[-1:]


def others_than_group(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the bodies where ``они`` may be people who were a subject in this paragraph or the one before (``Семеро
    ушли, пишет «Заря». В их заявлении``)."""
    if view.kind is not Kind.PRONOUN or view.gender != "p":
        return []
    groups = (c for c in candidates if c.kind is ActorKind.GROUP and c.gender == "p" and c.head not in DEAD)
    people = (c for c in groups if "source" not in classes_of(c.head))
    last = (m for c in people if (m := c.before(view.start)) is not None)
    if not any(m.role == "subject" and m.paragraph >= paragraph - 1 for m in last):
        return []
    return [c for c in candidates if c.kind is ActorKind.ORGANISATION and c.gender != "p"]


WHILE_LEARNING: tuple[Rule, ...] = (
    others_than_things,
    others_together,
    others_than_owned,
    others_at_court,
    others_by_profession,
    others_without_name,
    others_by_trade,
    others_by_title,
    others_by_place,
    others_than_last,
    others_than_writer,
)
"""Those that leave out candidates while the ranker is trained too; it learns from whom the others would leave out."""
OTHERS: tuple[Rule, ...] = (
    *WHILE_LEARNING,
    others_than_owner,
    others_than_his,
    others_than_group,
    others_of_other_bodies,
    others_of_papers,
    others_by_attributes,
    others_by_kin,
    others_by_work,
    others_by_words,
    others_of_other_ministries,
    others_of_vices,
    others_only_described,
    others_than_spokesman,
    others_of_rulers,
    others_who_speak_for,
    others_named_later,
    others_by_office,
    others_by_time,
)
"""The rules by which one who is named near leaves no place for others."""
