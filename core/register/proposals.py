"""Which source of the register each actor of the articles may be: proposals with reasons, for a person to decide on.

Nothing here writes anything. What no source of the register is yet becomes the proposal of a new one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from core.model import ActorKind
from core.model.gender import Gender, gender_of
from core.model.register import Appearance, Register, Source, made_of
from core.preannotate.names.inflection import folded
from core.register.index import Index, Known, Match, gender_by, known_as
from core.register.names import Likeness, kind_of, parsed
from core.register.titles import said, titles_in, titles_of

SURE = 0.9
"""The score from which on many proposals may be accepted at once."""
_SCORES = {
    Likeness.SAME: 0.99, Likeness.PATRONYMIC: 0.98, Likeness.ORDER: 0.97, Likeness.LONGER: 0.94,
    Likeness.INITIALS: 0.92, Likeness.ABBREVIATION: 0.85, Likeness.SPELLING: 0.85, Likeness.SCRIPT: 0.8,
    Likeness.ALONE: 0.7, Likeness.SURNAME: 0.7,
}  # fmt: skip
"""How sure each likeness is where nothing else speaks for or against it."""
_WEAK = (Likeness.SURNAME, Likeness.ALONE)
FULL = (Likeness.SAME, Likeness.PATRONYMIC, Likeness.ORDER, Likeness.LONGER)
"""Likenesses of whole names."""
_WITH_TITLE = 0.93
_HOMONYM, _HOMONYM_WITH_TITLE = 0.4, 0.75
"""Where several sources bear the name: of each, and of the only one that is called what the article calls it."""
_TWICE = 0.6
"""At most, where another actor of the same article is that source already."""


class Reason(NamedTuple):
    """Why an actor may be a source: a code of ``core.words.register``, and the words that it speaks of."""

    code: str
    words: str = ""


class Proposal(NamedTuple):
    """Actors that may all be one source for the same reasons; ``is_new``: the register has not got it yet."""

    source: Source
    is_new: bool
    appearances: tuple[Appearance, ...]
    score: float
    reasons: tuple[Reason, ...]

    @property
    def articles(self) -> int:
        """In how many articles the actors are."""
        return len({one.article for one in self.appearances})


class _Group(NamedTuple):
    """Open actors that go by the same names; ``kind`` is the one that their name shows."""

    names: tuple[str, ...]
    kind: ActorKind
    gender: Gender | None
    appearances: list[Appearance]


def propose(register: Register, appearances: Sequence[Appearance], *, alone: bool = True) -> list[Proposal]:
    """Return what actors that no person has linked may be, the surest first, then those in most articles.

    ``appearances`` are those of one annotator, the linked ones among them: they tell what a source is called.
    ``alone``: also new sources that are in one article only.
    """
    linked: dict[str, list[Appearance]] = defaultdict(list)
    open_: list[Appearance] = []
    for one in appearances:
        source = register.resolve(one.actor.source)
        if source is None:
            open_.append(one)
        else:
            linked[source.id].append(one)
    index = Index(known_source(source, linked.get(source.id, ())) for source in register.listed())
    groups = _groups(open_)
    for group in groups:
        if (made := _new_source(group, index)) is not None:
            index.add(made)
    found = _judge_all(groups, index, {(one.article, one.annotator, key) for key, held in linked.items()
                                       for one in held}, _full_names(appearances))  # fmt: skip
    total = Counter(one.source.id for one in found for _ in {held.article for held in one.appearances})
    kept = (one for one in found if alone or not one.is_new or total[one.source.id] > 1)
    return sorted(kept, key=lambda one: (-one.score, -one.articles, folded(one.source.name), one.source.id))


def known_source(source: Source, linked: Iterable[Appearance], *, is_new: bool = False) -> Known:
    mentions = (mention for one in linked for mention in one.mentions)
    return known_as(source, titles_of(source.name, source.role, mentions), is_new=is_new)


def _groups(open_: Iterable[Appearance]) -> list[_Group]:
    """Return actors by the names they go by, those with whole names in most articles first."""
    held: dict[tuple[tuple[str, ...], ActorKind, Gender | None], list[Appearance]] = defaultdict(list)
    for one in open_:
        kind = kind_of(one.actor.name, one.actor.kind)
        if kind is not None:
            gender = gender_of(one.actor) or gender_by(one.actor.name, kind)
            held[(one.actor.name, *one.actor.aliases), kind, gender].append(one)
    found = [_Group(names, kind, gender, actors) for (names, kind, gender), actors in held.items()]
    return sorted(found, key=lambda group: (not _is_whole(group), -len(group.appearances), group.names))


def _is_whole(group: _Group) -> bool:
    """Tell whether a name is enough to make a source of: first name and surname, or that of an organisation."""
    return group.kind is not ActorKind.PERSON or bool(parsed(group.names[0]).first)


def _new_source(group: _Group, index: Index) -> Known | None:
    """Return the source that a group would make; None where its name is no whole one, or a source may be it already."""
    if not _is_whole(group):
        return None
    if any(match.likeness not in _WEAK for match in index.matches(group.names, group.kind, group.gender)):
        return None
    source = replace(made_of(group.appearances[0].actor), kind=group.kind, gender=group.gender)
    return known_source(source, group.appearances, is_new=True)


def _full_names(appearances: Iterable[Appearance]) -> Mapping[tuple[str, str], set[tuple[str, str]]]:
    """Return of each layer the (surname, first name) of the persons in it whose names tell both."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in appearances:
        parts = parsed(one.actor.name)
        if parts.first and parts.surname:
            found[one.article, one.annotator].add((parts.surname, parts.first))
    return found


def _judge_all(
    groups: Iterable[_Group],
    index: Index,
    taken: set[tuple[str, str, str]],
    full_names: Mapping[tuple[str, str], set[tuple[str, str]]],
) -> list[Proposal]:
    """Return a proposal for each source, score and reasons; ``taken``: (article, annotator, source) that is linked."""
    found: dict[tuple[str, float, tuple[Reason, ...]], list[Appearance]] = defaultdict(list)
    known: dict[str, Known] = {}
    for group in groups:
        matches = index.matches(group.names, group.kind, group.gender)
        for one in group.appearances:
            others = full_names.get((one.article, one.annotator), set())
            surname = parsed(one.actor.name).surname
            namesake = any(other == surname for other, _ in others)
            fitting = [m for m in matches if m.likeness is not Likeness.SURNAME or not namesake]
            for match, score, reasons in judged(one, fitting):
                source = match.known.source.id
                if (one.article, one.annotator, source) in taken:
                    score, reasons = min(score, _TWICE), (*reasons, Reason("twice"))
                known[source] = match.known
                found[source, score, reasons].append(one)
    return [
        Proposal(known[source].source, known[source].is_new, tuple(held), score, reasons)
        for (source, score, reasons), held in found.items()
    ]


def judged(one: Appearance, matches: Sequence[Match]) -> Iterator[tuple[Match, float, tuple[Reason, ...]]]:
    """Yield the sources that an actor may be: those of the best likeness, each with its score and reasons."""
    if not matches:
        return
    best = matches[0].likeness
    rivals = [match for match in matches if match.likeness is best or (best in FULL and match.likeness in FULL)]
    called = titles_in(one.mentions, one.actor.name)
    shared = [called & match.known.titles for match in rivals]
    telling = [bool(words) and sum(map(bool, shared)) == 1 for words in shared]
    for match, words, tells in zip(rivals, shared, telling, strict=True):
        reasons = [Reason(match.likeness.name.lower(), match.by)]
        if words and (tells or len(rivals) == 1):
            reasons.append(Reason("title", ", ".join(said(words)[:3])))
        if len(rivals) > 1:
            score = _HOMONYM_WITH_TITLE if tells else _HOMONYM
            reasons.append(Reason("homonyms", str(len(rivals))))
        else:
            score = _SCORES[match.likeness]
            score = _WITH_TITLE if match.likeness in _WEAK and words else score
        yield match, score, tuple(reasons)
