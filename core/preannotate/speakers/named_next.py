"""Who a description means that nobody was named for: whose bare name speaks right behind it, for the first time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from core.preannotate.actors.cast import Candidate, Mention
from core.preannotate.analysis.analysis import OWNERS, Analysis
from core.preannotate.speakers.called import BYSTANDERS
from core.preannotate.speakers.exclusion import PASSING, PLAIN, is_introduced
from core.preannotate.speakers.mentions import Kind, View, classes_of
from core.preannotate.speakers.pointing import is_unnamed

SENTENCES = 3
"""Sentences behind a description among which the name speaks."""
PASSERS_BY = PLAIN | PASSING | BYSTANDERS
"""Nouns for people who are met in passing, and told of no more."""


class Newcomers:
    """The persons of an article by where they are named for the first time."""

    def __init__(self, persons: Sequence[Candidate], views: Sequence[View]) -> None:
        self._persons = sorted((c for c in persons if c.mentions), key=_first)
        self._starts = [_first(c) for c in self._persons]
        names = ((v, _first(c)) for v in views for c in v.named if c.mentions)
        self.framed = frozenset(at for v, at in names if v.tokens[0].start <= at < v.tokens[-1].end)
        """Where the names stand that are the source of a quotation."""

    def after(self, offset: int) -> Candidate | None:
        """Return the person who is the next to be named for the first time."""
        at = bisect_left(self._starts, offset)
        return self._persons[at] if at < len(self._persons) else None


def _first(candidate: Candidate) -> int:
    return candidate.mentions[0].start


def named_next(analysis: Analysis, newcomers: Newcomers, view: View) -> Candidate | None:
    """Return the person who is first named as the next to speak, without a title, where a description tells one
    (``Начальник порта сообщил, что А. «Б», — сказал Пер Лунд``); None where nobody is."""
    person = newcomers.after(view.tokens[-1].end) if _tells_title(analysis, view) else None
    if person is None:
        return None
    mention = person.mentions[0]
    speaks = mention.speech or mention.start in newcomers.framed
    fits = person.gender in ("", view.cue_gender or view.gender) and " " in person.name and not person.titles
    known = not person.known or view.lemma in person.known
    return person if speaks and fits and known and _is_next(analysis, view, mention) else None


def _tells_title(analysis: Analysis, view: View) -> bool:
    """Tell whether a mention is an office or a trade of one person of whom more may be told."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or view.gender not in ("m", "f"):
        return False
    owned = any(t.lower in OWNERS for t in view.tokens)  # Её предшественница
    classes = classes_of(view.lemma)
    told = head.feat("Animacy") == "Anim" and "source" not in classes
    told = told and (owned or (bool(classes) and view.lemma not in PASSERS_BY))
    return told and not is_introduced(analysis, view)


def _is_next(analysis: Analysis, view: View, mention: Mention) -> bool:
    """Tell whether a name stands in one of the author's next sentences, in the same paragraph or the next."""
    here = analysis.sentence_at(view.start)
    apposed = mention.token > 0 and analysis.tokens[mention.token - 1].text == ","  # Один из них, Пётр Лунин
    if here is None or mention.quoted or mention.cited or apposed:
        return False
    return 0 < mention.sentence - here.number <= SENTENCES and mention.paragraph - here.paragraph <= 1


def with_names(
    analysis: Analysis, persons: Sequence[Candidate], said: Sequence[tuple[View, Candidate | None]]
) -> dict[Candidate, Candidate]:
    """Return the person for every described source whose name speaks right behind it, before others do; ``said``: who
    speaks by which mention."""
    found: dict[Candidate, Candidate] = {}
    newcomers = Newcomers(persons, [view for view, _ in said])
    said = sorted(said, key=lambda pair: pair[0].start)
    for at, (view, speaker) in enumerate(said):
        if speaker is None or speaker in found or not is_unnamed(speaker):
            continue
        person = named_next(analysis, newcomers, view)
        later = (said[index] for index in range(at + 1, len(said)))
        others = (v.start for v, c in later if c not in (speaker, person))
        if person is not None and next(others, len(analysis.text)) > _first(person):
            found[speaker] = person
    return found
