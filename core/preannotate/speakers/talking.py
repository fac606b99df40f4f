"""Whom ``собеседник издания`` means: somebody unnamed whom the paper has quoted, not a person quoted from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import folded
from core.preannotate.speakers.candidates import Past
from core.preannotate.speakers.mentions import Kind, View, is_bare
from core.preannotate.speakers.pointing import TALK, is_unnamed

BACK = 4
"""Quotations back in which whoever talked to a paper is looked for."""
SOMEBODY = (ActorKind.PERSON, ActorKind.UNNAMED)
OTHER = frozenset(("другой", "другая", "второй", "вторая", "третий", "еще", "один"))
"""Words that bring in somebody new."""
_TOLD = "агентству изданию газете журналу порталу телеканалу корреспонденту журналистам каналу интервью"
TOLD = frozenset(_TOLD.split())
"""Words for whoever a person talked to."""


def talk_meant(analysis: Analysis, view: View, past: Sequence[Past], near: Sequence[Candidate]) -> Candidate | None:
    """Return the unnamed source who was quoted shortly before a person who did not talk to the paper; None: others."""
    if not is_talk(view) or any(t.lemma in OTHER for t in view.tokens):
        return _source_again(analysis, view, past)
    if (told := _told_this(analysis, view, near)) is not None:
        return told
    spoke = (c for p in past if (c := p.speaker) is not None and c.kind in SOMEBODY)
    if next(spoke, None) is None:
        return _source_told_of(view, near)
    last = past[-1]
    if last.speaker is None or last.speaker.kind is not ActorKind.PERSON:
        return None
    if _told_a_paper(analysis, last, near):
        return None
    before = (p.speaker for p in reversed(past[-BACK:]))
    return next((c for c in before if c is not None and is_unnamed(c) and c.gender != "p"), None)


def is_source(view: View) -> bool:
    """Tell whether a mention is ``источник`` alone."""
    return view.kind is Kind.DESCRIPTION and view.lemma == "источник" and view.gender == "m" and is_bare(view)


def _source_again(analysis: Analysis, view: View, past: Sequence[Past]) -> Candidate | None:
    """Return who was quoted last without a name, in the same paragraph, where ``источник`` alone speaks (``рассказал
    представитель мэрии. По словам источника``)."""
    here = analysis.sentence_at(view.start)
    said = analysis.sentence_at(past[-1].start) if past else None
    if not is_source(view) or here is None or said is None or said.paragraph != here.paragraph:
        return None
    last = past[-1].speaker
    return last if last is not None and last.kind is ActorKind.UNNAMED and last.gender != "p" else None


def _told_this(analysis: Analysis, view: View, near: Sequence[Candidate]) -> Candidate | None:
    """Return the person of the sentence before who told what stands before that (``Об этом ТАСС сообщил Белов``)."""
    here = analysis.sentence_at(view.start)
    before = analysis.sentences[here.number - 1] if here is not None and here.number else None
    if before is None or not any(a.lower == "об" and b.lower == "этом" for a, b in pairwise(before.tokens[:4])):
        return None
    persons = (c for c in near if c.kind is ActorKind.PERSON and c.gender in ("", view.gender))
    told = [c for c in persons for m in c.around(view.start) if m.sentence == before.number and m.role == "subject"]
    return told[0] if len(told) == 1 else None


def is_talk(view: View) -> bool:
    """Tell whether a mention is ``собеседник``, of a paper or alone."""
    return view.kind is Kind.DESCRIPTION and view.lemma in TALK and view.gender != "p"


def _source_told_of(view: View, near: Sequence[Candidate]) -> Candidate | None:
    """Return the source that the article told of last, where nobody has spoken yet (``Источник назвал причину.``)."""
    told = [(m.start, c) for c in near if c.head == "источник" and c.gender != "p" and (m := c.before(view.start))]
    return max(told, key=lambda pair: pair[0])[1] if told else None


def _told_a_paper(analysis: Analysis, spoken: Past, near: Sequence[Candidate]) -> bool:
    """Tell whether a speech's sentence says to which paper it was made."""
    sentence = analysis.sentence_at(spoken.start)
    if sentence is None:
        return False
    if any(t.lower in TOLD for t in sentence.tokens):
        return True
    papers = (c for c in near if c.kind is ActorKind.ORGANISATION and "издание" in c.titles)
    return any(m.sentence == sentence.number for c in papers for m in c.around(spoken.start))


def others_of_papers(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the unnamed sources of another paper than the one whose ``собеседник`` speaks."""
    own = [c for c in view.inside if c.kind is ActorKind.ORGANISATION]
    if view.kind is not Kind.DESCRIPTION or view.lemma not in TALK or not own:
        return []
    media = [c for c in candidates if c.kind is ActorKind.ORGANISATION and c not in own and _is_paper(c)]
    named = {m.start for c in media for m in c.mentions}
    unnamed = [c for c in candidates if is_unnamed(c) and c.mentions]
    return [c for c in unnamed if any(c.mentions[0].start <= at < c.mentions[0].end for at in named)]


def _is_paper(body: Candidate) -> bool:
    return "издание" in body.titles or folded(body.name) in table("media")
