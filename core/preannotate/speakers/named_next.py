"""Who a description means that nobody was named for: whose bare name speaks right behind it, for the first time."""

from __future__ import annotations

from collections.abc import Container, Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Mention
from core.preannotate.analysis.analysis import OWNERS, Analysis
from core.preannotate.speakers.exclusion import is_introduced
from core.preannotate.speakers.mentions import Kind, View, classes_of
from core.preannotate.speakers.pointing import is_unnamed

SENTENCES = 3
"""Sentences behind a description among which the name speaks."""
HUMAN = frozenset(("human", "source"))
"""Classes of nouns that tell neither trade nor office."""


def named_next(
    analysis: Analysis, persons: Sequence[Candidate], view: View, speaker: Candidate | None, framed: Container[int]
) -> Candidate | None:
    """Return the person who is first named as the next to speak, without a title, where a description that stands for
    nobody before tells one (``Начальник порта сообщил, что А. «Б», — сказал Пер Лунд``); None where nobody is.

    ``framed``: where the names stand that are the source of a quotation.
    """
    if speaker is None or not is_unnamed(speaker) or not _tells_title(analysis, view):
        return None
    later = [(c.mentions[0], c) for c in persons if c.mentions and c.mentions[0].start >= view.tokens[-1].end]
    if not later:
        return None
    mention, person = min(later, key=lambda pair: pair[0].start)
    speaks = mention.speech or mention.start in framed
    fits = person.gender in ("", view.gender, view.cue_gender) and " " in person.name and not person.titles
    known = not person.known or view.lemma in person.known
    return person if speaks and fits and known and _is_next(analysis, view, mention) else None


def _tells_title(analysis: Analysis, view: View) -> bool:
    """Tell whether a mention is an office or a trade of one person of whom more may be told."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or view.gender not in ("m", "f"):
        return False
    owned = any(t.lower in OWNERS for t in view.tokens)  # Её предшественница
    told = head.feat("Animacy") == "Anim" and (bool(classes_of(view.lemma) - HUMAN) or owned)
    return told and not is_introduced(analysis, view)


def _is_next(analysis: Analysis, view: View, mention: Mention) -> bool:
    """Tell whether a name stands in one of the author's next sentences, in the paragraph of a description or the next."""
    here = analysis.sentence_at(view.start)
    if here is None or mention.quoted or mention.cited:
        return False
    return 0 < mention.sentence - here.number <= SENTENCES and mention.paragraph - here.paragraph <= 1


def with_names(
    analysis: Analysis, persons: Sequence[Candidate], views: Sequence[View], speakers: Sequence[Candidate | None]
) -> dict[Candidate, Candidate]:
    """Return the person for every described source of an article whose name speaks right behind it."""
    names = ((v, c.mentions[0].start) for v in views for c in v.named if c.mentions)
    framed = frozenset(start for v, start in names if v.tokens[0].start <= start < v.tokens[-1].end)
    found: dict[Candidate, Candidate] = {}
    said = sorted(zip(views, speakers, strict=True), key=lambda pair: pair[0].start)
    for at, (view, speaker) in enumerate(said):
        if speaker is None or speaker in found:
            continue
        person = named_next(analysis, persons, view, speaker, framed)
        others = (v.start for v, c in said[at + 1 :] if c not in (speaker, person))
        if person is not None and next(others, len(analysis.text)) > person.mentions[0].start:
            found[speaker] = person
    return found
