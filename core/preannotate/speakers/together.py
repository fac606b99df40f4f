"""Persons, papers and firms that are named together (Иванов и Петров), and the nouns that mean them again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.model import ActorKind
from core.model.punctuation import OPENERS
from core.preannotate.actors.cast import Candidate, Cast, mention_of
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.entities.proposals import EntityProposal
from core.preannotate.speakers.called import WIDE
from core.preannotate.speakers.coordination import AND, PAIR, joined
from core.preannotate.speakers.exclusion import MEN, is_woman
from core.preannotate.speakers.mentions import Kind, View, classes_of, is_bare

COUPLES = frozenset(("супруг", "родитель", "пара", "молодожен", "новобрачный"))
"""Nouns for a man and a woman."""
ANYBODY = frozenset(("девушка", "женщина", "мужчина", "парень", "подруга", "приятель", "юноша", "подросток"))
"""Nouns by which people are told of again, whoever they are; girls may be boys' friends, men are no women."""
THINGS = frozenset(("media", "organisation"))
GENERAL = frozenset(("human", "group", "collective", "official"))
"""Classes of nouns that tell no trade."""
BOTH = frozenset(("оба", "обе", "обоих", "обеих"))
BETWEEN = AND | {" с "}
"""What stands between the names of those who are named together."""
ATTRIBUTES = 5
"""Words of the longest title between two of them (``Иванов и его младшая сестра Анна``)."""
BACK = 1
"""Paragraphs back in which those are looked for whom a noun means again."""


class Together(NamedTuple):
    """Those named together as one candidate, and each of them."""

    candidate: Candidate
    members: tuple[Candidate, ...]


def named_together(analysis: Analysis, entities: Sequence[EntityProposal], cast: Cast) -> list[Together]:
    """Return the persons, and the bodies, that are named together (Иванов, Петров и Сидоров)."""
    found: list[Together] = []
    for kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
        named = [(e, c) for e, c in zip(entities, cast.of_entity, strict=True) if c is not None and c.kind is kind]
        run: list[tuple[EntityProposal, Candidate]] = []
        for entity, candidate in named:
            if run and not _goes_with(analysis, run[-1][0].range.end, entity.range.start):
                found += _one(analysis, run)
                run = []
            run.append((entity, candidate))
        found += _one(analysis, run)
    return found


def _goes_with(analysis: Analysis, end: int, start: int) -> bool:
    """Tell whether only a comma or a conjunction stands between two names, or with it whose kin the second is."""
    between = analysis.text[end:start]
    if between in BETWEEN:
        return True
    if not between.startswith(" и ") or len(between) > LONGEST_TITLE:
        return False
    title = [t for t in analysis.slice(end, start)[1:] if t.text not in OPENERS]
    if len(title) == 1 and classes_of(title[0].lemma) & THINGS:
        return True  # «Заря» и радио «Бакен»
    words = 0 < len(title) <= ATTRIBUTES and all(t.pos in ("NOUN", "ADJ", "DET", "PRON") for t in title)
    return words and title[0].lower in ("его", "ее") and between.islower()


LONGEST_TITLE = 60
"""Code points of it."""


def _one(analysis: Analysis, run: Sequence[tuple[EntityProposal, Candidate]]) -> list[Together]:
    if len(run) < PAIR or analysis.text[run[-2][0].range.end : run[-1][0].range.start] in (", ", "», «"):
        return []
    tokens = analysis.touching(run[0][0].range.start, run[-1][0].range.end)
    group = Candidate(joined([c.name for _, c in run]), ActorKind.GROUP, "p", [mention_of(analysis, tokens)])
    for _, candidate in run:
        group.titles.update(candidate.titles)
    return [Together(group, tuple(c for _, c in run))]


def together_meant(view: View, groups: Sequence[Together], others: Sequence[Candidate], here: int) -> Candidate | None:
    """Return those named together last whom ``девушки``, ``оба``, ``издания`` mean again; None of other nouns.

    ``others``: who is described in the plural near; where one of them is called alike it is they. ``here``: the
    number of the paragraph.
    """
    if view.lemma == "оба" or _are_both(view):
        pairs = (g.candidate for g in groups if len(g.members) == PAIR)
        before = (c for c in pairs if c.mentions[0].start < view.start)
        return max(before, key=lambda c: c.mentions[0].start, default=None)
    if view.kind is not Kind.DESCRIPTION or view.gender != "p" or not is_bare(view) or view.inside:
        return None
    told = view.lemma in COUPLES or view.lemma in ANYBODY or bool(classes_of(view.lemma) - GENERAL)
    if not told:
        return None
    near = [
        g for g in groups if (m := g.candidate.mentions[0]).start < view.start and here - BACK <= m.paragraph <= here
    ]
    near = [g for g in near if _may_be(view, g)]
    if not near:
        return None
    last = max(near, key=lambda g: g.candidate.mentions[0].start)
    since = last.candidate.mentions[0].start
    alike = (c for c in others if c.gender == "p" and c.mentions[0].start > since and c.mentions[0].start < view.start)
    return None if any(_is_called_alike(view, c) for c in alike) else last.candidate


def _are_both(view: View) -> bool:
    """Tell whether a mention is ``оба`` with a noun for people that says not which (``оба новых лидера``)."""
    first, head = (view.tokens[0], view.head) if view.tokens else (None, None)
    both = first is not None and first.lower in BOTH and head is not None and head.feat("Animacy") == "Anim"
    return both and is_bare(view) and not view.inside


def _is_called_alike(view: View, candidate: Candidate) -> bool:
    return candidate.head == view.lemma or bool(classes_of(candidate.head) & classes_of(view.lemma))


def _may_be(view: View, together: Together) -> bool:
    """Tell whether a noun in the plural may be said of all who are named together."""
    members = together.members
    if members[0].kind is not ActorKind.PERSON:
        things = classes_of(view.lemma) & THINGS
        told = "media" in things and any(m.speech for c in members for m in c.mentions)  # пишут «Заря» и «Плёс»
        return bool(things) and (told or all(_is_of_sort(view, c) for c in members))
    genders = {c.gender for c in members}
    if view.lemma in COUPLES:
        return len(members) == len(genders) == PAIR and "" not in genders
    if view.lemma not in ANYBODY:
        return not (is_woman(view.lemma) and genders != {"f"}) and _are_called(view, together)
    if is_woman(view.lemma):
        return genders == {"f"}
    return genders == {"m"} if view.lemma in MEN else True


def _are_called(view: View, together: Together) -> bool:
    """Tell whether a noun in the plural tells the trade of each who has a title (``Адвокаты Белов и Ким``:
    защитники), and of one at least."""
    own = classes_of(view.lemma) - GENERAL - WIDE
    told = [frozenset(k for t in c.titles for k in classes_of(t)) for c in together.members]
    return any(told) and all(
        view.lemma in c.titles or own & k for c, k in zip(together.members, told, strict=True) if k
    )


def _is_of_sort(view: View, body: Candidate) -> bool:
    """Tell whether a noun for bodies goes with what the article, or everybody, calls one of them."""
    return any(classes_of(t) & classes_of(view.lemma) & THINGS for t in (*body.titles, *body.known))
