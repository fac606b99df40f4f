"""Who issued the message that a later mention points back to: следует из документа, after a letter of the committee."""

from __future__ import annotations

import msgspec

from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.titles import lemma_of
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.quotations.subjects import own_subject
from core.preannotate.speakers.candidates import described
from core.preannotate.speakers.context import is_bare
from core.preannotate.speakers.mentions import ISSUES, Kind, View, classes_of, issuer_view, view_of


def issuer_of(analysis: Analysis, cast: Cast, proposal: Proposal, chosen: Candidate | None) -> Candidate | None:
    """Return who issued the message that was chosen as a source; who was chosen where it is none, or unsaid."""
    if chosen is None or "message" not in classes_of(chosen.head) or not chosen.mentions:
        return chosen
    tokens = analysis.touching(chosen.mentions[0].start, chosen.mentions[0].end)
    head = next((t for t in tokens if t.pos == "NOUN" and lemma_of(t) == chosen.head), None)
    if head is None:
        return chosen
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=head)
    view = issuer_view(analysis, view_of(analysis, own, cast), own, cast)
    if view is None or view.kind not in (Kind.NAME, Kind.ORGANISATION, Kind.DESCRIPTION):
        return chosen
    return view.named[0] if view.named else described(analysis, view, ())


MESSAGES = frozenset({"запрос", "призыв", "просьба", "ходатайство", "требование", "петиция", "нота"})
SENDS = ISSUES | {"обратиться", "обращаться", "выступить", "подать", "подавать"}
"""Verbs whose subject issues the message that the next sentence tells of."""
STEM = 5
"""First letters that a message shares with the verb that it is the noun of (``поздравил``: ``В поздравлении``)."""
PASSES_ON = frozenset({"сообщить", "сообщать", "сообщаться"})
"""Verbs of whoever passes something on, which tell not whose ``сообщение`` it is."""
BACK = 2
"""Sentences back in which such a verb is looked for."""


def sender_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of whose message it is that says something, by its own sentence or one before; None: unsaid."""
    return issuer_view(analysis, view, proposal, cast) or _writer_view(analysis, view, proposal, cast)


def _writer_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of who sent the message that a bare noun points back to; None where nobody did right before.

    ``Белов направил мэру обращение. В письме говорится, что …``
    """
    head = view.head
    if head is None or view.kind is not Kind.DESCRIPTION or "message" not in classes_of(view.lemma):
        return None
    sentence = analysis.sentence_of.get(head.index)
    if sentence is None or view.inside or not is_bare(view):
        return None
    before = [s for s in analysis.sentences[max(sentence.number - BACK, 0) : sentence.number] if s.quoted is None]
    for other in reversed(before):
        for verb in reversed(other.tokens):
            if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin":
                continue
            found = models.verb_lemmas(verb.text)
            told = any(lemma[:STEM] == view.lemma[:STEM] for lemma in found - PASSES_ON)
            if not told and not found & SENDS:
                continue
            own = own_subject(other, verb)
            again = told or any(t.lemma == view.lemma for t in other.tokens)
            if own is None or own.feat("Case") != "Nom" or not (again or _sends_words(other, verb)):
                return None
            tokens = tuple(t for t in noun_phrase(other, own) if t.index >= 0)
            said = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=own)
            sender = view_of(analysis, said, cast)
            return sender._replace(cue_gender="") if sender.named else None
    return None


def _sends_words(sentence: Sentence, verb: Token) -> bool:
    """Tell whether what is sent is a message (``направил запрос``, ``обратился``; not ``направил войска``)."""
    if verb.lower.startswith("обра"):
        return True
    things = (t.lemma for t in sentence.dependents(verb, "obj", "obl"))
    return any(lemma in MESSAGES or classes_of(lemma) & {"message", "document"} for lemma in things)
