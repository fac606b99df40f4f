"""Who is plain from the words around: verbs by which whoever spoke before goes on, a name behind a description."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind, Form
from core.model.punctuation import CLOSERS, DASHES
from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.quotations.cues import infinitives
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.called import WIDE
from core.preannotate.speakers.candidates import Past
from core.preannotate.speakers.exclusion import ANYBODY
from core.preannotate.speakers.fit import admissible
from core.preannotate.speakers.mentions import Kind, View, classes_of, is_bare

VERBS = frozenset({"продолжить", "продолжать"})
NEAR = 400
"""Code points from the speech before to the frame that goes on."""


def goes_on(proposal: Proposal, view: View, past: Sequence[Past]) -> Candidate | None:
    """Return who spoke right before, where a bare description goes on with the speech and can be said of him."""
    token, head = proposal.cue_token, view.head
    if token is None or head is None or view.kind is not Kind.DESCRIPTION or not past:
        return None
    if (
        view.gender == "p"
        or head.feat("Animacy") != "Anim"
        or infinitives(token).isdisjoint(VERBS)
        or not is_bare(view)
    ):
        return None
    last = past[-1]
    if last.speaker is None or view.start - last.end > NEAR or not admissible(last.speaker, view):
        return None
    return last.speaker if last.speaker.kind in (ActorKind.PERSON, ActorKind.UNNAMED) else None


JUST = 250
"""Code points from a speech to a frame that tells of its speaker again."""


def spoke_alike(view: View, candidates: Sequence[Candidate | None], past: Sequence[Past]) -> Candidate | None:
    """Return the person who spoke right before, where a bare description is what he is called, or of his trade, whoever
    else is (``по словам актёра Лунина. «…», — вспоминает артист``: 54 of 54 in the training articles)."""
    head, last = view.head, past[-1] if past else None
    if view.kind is not Kind.DESCRIPTION or head is None or last is None or last.speaker not in candidates:
        return None
    if view.gender == "p" or head.feat("Animacy") != "Anim" or view.inside or not is_bare(view):
        return None
    person = last.speaker
    if person is None or person.kind is not ActorKind.PERSON or view.start - last.end > JUST:
        return None
    since = (c for c in candidates if c is not None and (m := c.before(view.start)) and m.start > last.end)
    if not _is_called(view, person) or any(c is not person and _is_called(view, c) for c in since):
        return None
    return person


def _is_called(view: View, somebody: Candidate) -> bool:
    """Tell whether a description is what the article or everybody calls somebody, or of the same trade."""
    titles = {*somebody.titles, *somebody.known, somebody.head}
    trade = classes_of(view.lemma) - ANYBODY - WIDE
    return view.lemma in titles or any(trade & classes_of(t) for t in titles)


UNATTRIBUTED = 250
"""Code points between two speeches of which the second may go without a frame."""


def floating(proposal: Proposal, past: Sequence[Past]) -> Candidate | None:
    """Return the speaker before, for a speech without any frame right after an attributed one."""
    if proposal.cue is not None or proposal.mention is not None or proposal.form is not Form.DIRECT:
        return None
    before = max((p for p in past if p.end <= proposal.start), key=lambda p: p.end, default=None)
    return before.speaker if before is not None and proposal.start - before.end <= UNATTRIBUTED else None


BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)


def said_there(analysis: Analysis, proposal: Proposal, view: View, past: Sequence[Past]) -> Candidate | None:
    """Return the body that spoke before, for a verb in the plural with ``там`` or at the start of its sentence.

    ``В мэрии сообщили, что А. Там добавили, что Б. Уточнили также, что В``; and for ``Сообщается также, что Г``.
    """
    cue = proposal.cue_token
    if view.kind is not Kind.NONE or cue is None or not past:
        return None
    if (adding := _added_to_it(analysis, view, past, cue)) is not None:
        return adding
    in_past = cue.lower.endswith(("ли", "лись"))  # the model takes a first word for a name at times
    if not in_past and cue.feat("Number") != "Plur":
        return None
    sentence = analysis.sentence_of.get(cue.index)
    last = past[-1]
    if sentence is None or last.speaker is None or last.speaker.kind not in BODIES or view.start - last.end > NEAR:
        return None
    near = sentence.tokens[max(cue.position - 2, 0) : cue.position + 2]
    before = [t for t in sentence.tokens[: cue.position] if t.pos not in ("ADV", "PART", "CCONJ") or t.lower == "как"]
    there = any(t.lower == "там" for t in near)
    return last.speaker if there or (not before and in_past) else None


WITHIN = frozenset(("в", "во", "на"))
FIRST_WORDS = 6
"""Words at the start of a sentence among which a body is named that ``там`` means."""


def body_there(analysis: Analysis, proposal: Proposal, view: View, near: Sequence[Candidate]) -> Candidate | None:
    """Return the body at the start of the author's sentence before, for a verb in the plural with ``там``
    (``В мэрии её не приняли. Там сказали, что``, ``Служба просит не купаться. «…», — советуют там``)."""
    cue = proposal.cue_token
    if view.kind is not Kind.NONE or cue is None or not (cue.feat("Number") == "Plur" or cue.lower.endswith("ли")):
        return None
    sentence = analysis.sentence_of.get(cue.index)
    if sentence is None or not any(
        t.lower == "там" for t in sentence.tokens[max(cue.position - 2, 0) : cue.position + 2]
    ):
        return None
    back = (analysis.sentences[at] for at in range(sentence.number - 1, -1, -1))
    before = next((s.tokens[:FIRST_WORDS] for s in back if s.quoted is None or s.frame), ())
    if not before:
        return None
    within = before[0].lower in WITHIN
    found = [(m, c) for c in near if c.kind is ActorKind.ORGANISATION and (m := c.before(before[-1].end))]
    found = [(m, c) for m, c in found if m.start >= before[0].start and (within or m.role == "subject")]
    return min(found, key=lambda pair: pair[0].start)[1] if found else None


PAPERS = (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.DOCUMENT)
ADDING = frozenset({"также", "тоже", "дополнительно"})


def _added_to_it(analysis: Analysis, view: View, past: Sequence[Past], cue: Token) -> Candidate | None:
    """Return the body or paper that spoke before, to which a verb in ``-ся`` adds (``Сообщается также, что``)."""
    if not cue.lower.endswith("ся"):
        return None
    last, sentence = past[-1], analysis.sentence_of.get(cue.index)
    if sentence is None or last.speaker is None or last.speaker.kind not in PAPERS or view.start - last.end > NEAR:
        return None
    near = sentence.tokens[max(cue.position - 2, 0) : cue.position + 2]
    apart = analysis.text[last.end : view.start].count("\n") > 1
    return last.speaker if not apart and any(t.lower in ADDING for t in near) else None


APART = 60
"""Code points behind the first dash among which such a name begins."""
CALLED = ("назвавш", "представивш")
"""The first letters of participles by which somebody gives a name."""


def named_behind(analysis: Analysis, view: View, cast: Cast) -> Candidate | None:
    """Return the person by whose name a description goes on (``автор ролика, назвавшийся Романом, утверждал``)."""
    within = next((t for t in view.tokens if t.lower.startswith(CALLED)), None)
    if within is not None:
        return _person_at(cast, within.end, view.tokens[-1].end)
    end = view.tokens[-1]
    sentence = analysis.sentence_of.get(end.index)
    after = sentence.tokens[end.position + 1 : end.position + 4] if sentence is not None else ()
    if len(after) == 3 and after[0].text in DASHES:
        return _between_dashes(analysis, view, cast, after[1])
    if len(after) < 3 or after[0].text != ",":
        return None
    if after[1].lower.startswith(CALLED):
        return _person_at(cast, after[2].start, after[2].end)
    return _named_between(analysis, view, cast, after[1].start)


def _between_dashes(analysis: Analysis, view: View, cast: Cast, first: Token) -> Candidate | None:
    """Return the body or the person that is named between dashes behind a source (``Истцы — фонд «Луч» — заявили``)."""
    for entity, candidate in cast.between(first.start, first.start + APART):
        name, last = analysis.at(entity.range.start), analysis.at(entity.range.end)
        if candidate is None or name is None or last is None:
            continue
        if last.text in CLOSERS:
            last = analysis.at(last.end) or analysis.at(last.end + 1) or last
        words = analysis.slice(first.start, entity.range.start)
        closed = (last.text in DASHES or last.text == ".") and all(t.pos in ("NOUN", "ADJ", "PUNCT") for t in words)
        person = candidate.kind is ActorKind.PERSON and candidate.gender in ("", view.gender, view.cue_gender)
        if closed and (person or candidate.kind is ActorKind.ORGANISATION):
            return candidate
    return None


def _named_between(analysis: Analysis, view: View, cast: Cast, start: int) -> Candidate | None:
    """Return the person whose name alone stands between commas behind a source (``Сестра Лужина, Анна Ким, …``)."""
    for entity, candidate in cast.between(start, start + 1):
        if candidate is None or candidate.kind is not ActorKind.PERSON or entity.range.start != start:
            continue
        last, first = analysis.at(entity.range.end), analysis.at(start)
        agrees = candidate.gender in ("", view.gender, view.cue_gender) and view.head is not None
        case = first.feat("Case") if first is not None else ""
        if last is not None and last.text == "," and agrees and view.head and case in ("", view.head.feat("Case")):
            return candidate
    return None


def _person_at(cast: Cast, start: int, end: int) -> Candidate | None:
    found = (c for _, c in cast.between(start, end) if c is not None and c.kind is ActorKind.PERSON)
    return next(found, None)
