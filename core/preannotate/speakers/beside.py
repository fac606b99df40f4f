"""Whom a frame names beside its source: who is told, with whom somebody spoke, who stands in another role."""

from __future__ import annotations

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.models import verb_lemmas
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import Kind, View, is_bare

TALKS = frozenset({"беседа", "разговор", "интервью", "общение", "комментарий"})
"""Nouns behind which stands with whom or for whom somebody spoke."""


def others_in_frame(analysis: Analysis, cast: Cast, proposal: Proposal, view: View | None) -> list[Candidate]:
    """Return whom the frame names as told (``рассказала она Белову``, ``в беседе с «Маяком» в банке отметили``).

    ``view``: of a mention that no other quotation holds; beside a description in it other persons are left out too.
    """
    cue = proposal.cue_token
    sentence = analysis.sentence_of.get(cue.index) if cue is not None else None
    if cue is None or sentence is None:
        return []
    found = []
    for entity, candidate in cast.between(sentence.start, sentence.end):
        token = analysis.at(entity.range.start)
        if candidate is None or token is None or any(r.start <= entity.range.start < r.end for r in proposal.ranges):
            continue
        head = sentence.head(token) if analysis.sentence_of.get(token.index) is sentence else None
        if head is None or (
            proposal.mention is not None and proposal.mention.start <= token.start < proposal.mention.end
        ):
            continue
        oblique = candidate.kind is ActorKind.PERSON and token.lower.endswith(("ову", "еву", "ину", "ому"))
        told = head is cue and (oblique or (token.rel == "iobj" and token.feat("Case") == "Dat"))
        before = head.position < token.position and token.feat("Case") in ("Ins", "Dat")
        talk = before and head.lemma in TALKS
        if told or talk or (view is not None and _is_beside(sentence, candidate, token, view)):
            found.append(candidate)
    return found


def _is_beside(sentence: Sentence, person: Candidate, name: Token, view: View) -> bool:
    """Tell whether somebody stands in another role beside a source that is described, in one sentence (``отметил мэр
    на встрече с Беловой``): of 60 such in the training articles none is the source."""
    if view.head is None or person.kind is not ActorKind.PERSON:
        return False
    if view.kind is Kind.PRONOUN:
        return _is_in_object(sentence, name, view.head)
    if view.kind is not Kind.DESCRIPTION:
        return False
    if _receives(sentence, name, view.head):
        return True
    there = [m.role for m in person.around(name.start) if m.sentence == sentence.number]
    return "subject" not in there and name.feat("Case") not in ("", "Nom") and name.rel not in ("appos", "flat:name")


RECEIVES = frozenset(("получить", "получать", "прочитать", "читать", "изучить", "изучать", "увидеть", "видеть"))
"""Verbs whose subject has a message from somebody else."""


def _receives(sentence: Sentence, name: Token, message: Token) -> bool:
    """Tell whether somebody got the message that is the source (``говорится в ноте, которую получил Белов``)."""
    verb = sentence.head(name) if name.rel.startswith("nsubj") else None
    if verb is None or name.position < message.position or verb_lemmas(verb.text).isdisjoint(RECEIVES):
        return False
    return any(t.lower.startswith("котор") and t.rel == "obj" for t in sentence.dependents(verb))


def _is_in_object(sentence: Sentence, name: Token, pronoun: Token) -> bool:
    """Tell whether a name stands inside the object of the verb whose subject a pronoun is (``Выдвижение Белова он
    назвал ошибкой``: it would be ``своё``)."""
    here: Token | None = name
    for _ in range(4):
        if here is None or here.rel == "obj":
            break
        here = sentence.head(here)
    verb = sentence.head(pronoun) if pronoun.rel == "nsubj" else None
    return verb is not None and here is not None and here.rel == "obj" and sentence.head(here) is verb


def repeats(view: View, other: View) -> bool:
    """Tell whether a bare description says again what the mention of another frame says (``Мэр: «…». Мэр отметил``)."""
    return view.lemma == other.lemma and view.kind is other.kind and is_bare(view)
