"""Gerunds of speech: ``Заявив, что А, X ушёл``; ``X сказал, что А, добавив, что Б``: the subject of the main verb."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.cues import GERUNDS, content_at, is_cue

SUBJECTS = ("nsubj", "nsubj:pass")
"""The relations of a subject to its verb."""
SAID = frozenset({"say", "opinion", "shortadj"})
LINKING = frozenset({"CCONJ", "SCONJ"})


def is_gerund(token: Token) -> bool:
    """Tell whether a word is a gerund; one that opens a sentence may be read as a name (``Похваставшись, что``)."""
    if token.feat("VerbForm") == "Conv":
        return True
    return token.position == 0 and token.pos == "PROPN" and token.lower.endswith(GERUNDS)


def main_verb(sentence: Sentence, gerund: Token) -> Token | None:
    """Return the finite verb of the main clause behind the clause with ``что`` of a gerund that opens the sentence."""
    tokens = sentence.tokens
    if gerund.position or not is_gerund(gerund) or [t.lower for t in tokens[1:3]] != [",", "что"]:
        return None
    head = sentence.head(gerund)
    inner = sentence.head(tokens[2])
    if head is not None and head is not inner and head.position > 3 and head.feat("VerbForm") == "Fin":
        return head
    for comma in tokens[4:]:
        after = tokens[comma.position + 1 : comma.position + 8]
        if comma.text != "," or not after or after[0].pos in LINKING or after[0].lower.startswith("котор"):
            continue
        verb = next((t for t in after if t.feat("VerbForm") == "Fin" or t.pos == "PUNCT"), None)
        if verb is not None and any(t.feat("Case") == "Nom" and t.head == verb.position for t in after):
            return verb
    return None


def main_subject(sentence: Sentence, gerund: Token) -> Token | None:
    """Return the subject of the main clause, who says what the gerund tells."""
    verb = main_verb(sentence, gerund)
    own = sentence.dependents(verb, *SUBJECTS) if verb is not None else ()
    return next((t for t in own if t.rel in SUBJECTS and t.position > 3 and not t.is_placeholder), None)


def end_before_main(sentence: Sentence, gerund: Token) -> int | None:
    """Return the last position of the gerund's clause: before the comma that the main clause stands behind."""
    verb = main_verb(sentence, gerund)
    if verb is None:
        return None
    own = main_subject(sentence, gerund)
    first = verb.position if own is None else min(verb.position, own.position)
    return next((t.position - 1 for t in reversed(sentence.tokens[4:first]) if t.text == ","), None)


def report_before(sentence: Sentence, gerund: Token) -> Token | None:
    """Return the verb whose source goes on behind its clause, where the clause is of nobody who could speak.

    ``Белов заявил, что дорога закрыта, добавив, что``; not ``сообщили, что мэр ушёл, заявив, что``. Or a frame right
    before the gerund (``Завод стоит, сообщили в мэрии, добавив, что``).
    """
    tokens = sentence.tokens
    if gerund.feat("VerbForm") != "Conv" or gerund.position < 5 or content_at(sentence, gerund) is None:
        return None
    head = sentence.head(gerund)
    if head is None or head.position > gerund.position:
        return None
    if (inserted := _inserted(sentence, head, gerund)) is not None or is_cue(head, SAID):
        return inserted
    own = [t for t in sentence.dependents(head, *SUBJECTS) if t.position < gerund.position]
    if not own or any(t.feat("Animacy") == "Anim" or t.pos not in ("NOUN", "PROPN") for t in own):
        return None
    for verb in reversed(tokens[: head.position]):
        if verb.feat("VerbForm") != "Fin" or not is_cue(verb, SAID):
            continue
        content = content_at(sentence, verb)
        return verb if content is not None and content < own[0].position else None
    return None


def _inserted(sentence: Sentence, head: Token, gerund: Token) -> Token | None:
    """Return the verb of a frame behind a comma between a clause and the gerund that the parse put under either."""
    tokens = sentence.tokens
    top = head.head if head.rel == "parataxis" else head.position
    for verb in reversed(tokens[max(top, 0) + 2 : gerund.position - 1]):
        if verb.rel == "parataxis" and verb.feat("VerbForm") == "Fin" and tokens[verb.position - 1].text == ",":
            return verb if verb.head == top and is_cue(verb, SAID) else None
    return None
