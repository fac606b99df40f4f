"""Where the clause begins and ends that a frame between commas is set into (``А, сообщил X, Б``)."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.brackets import parts_clauses, turn_before
from core.preannotate.quotations.clause_ends import leads_to_speech
from core.preannotate.quotations.conjunctions import conjunction, connective_end
from core.preannotate.quotations.context import has_predicate, is_dash, is_predicate
from core.preannotate.quotations.cues import is_cue
from core.preannotate.quotations.subjects import own_subject

KINDS = frozenset({"say", "direct", "carrier", "passive", "opinion", "shortadj"})
WHERE = frozenset({"где", "куда", "откуда"})
"""Relative adverbs, which belong to what a frame interrupts as ``который`` does."""
JOINING = frozenset(
    {"однако", "но", "а", "зато", "хотя", "и", "или", "поэтому", "что", "чтобы", "поскольку", "так", "тогда", "как"}
    | {"когда", "пока"}
)


def _is_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether ``что`` between commas takes up the clause before it (``Он ушёл, что, по мнению X, зря``)."""
    if tokens[at].lower != "что" or at < 2 or tokens[at - 1].text != ",":
        return False
    lead = tokens[at - 2]
    told = lead.feat("Variant") == "Short" or lead.pos in ("ADV", "DET", "PRON")  # известно, что, по словам X
    return not told and not is_cue(lead, KINDS)


def clause_before(sentence: Sentence, left: int, first: int) -> int:
    """Return where the clause that a frame interrupts begins: after ``, однако`` and its like, or with ``который``."""
    tokens = sentence.tokens
    at = first - 1
    while at > left and tokens[at].text == ",":
        at -= 1
    if at > left and tokens[at].lower in WHERE and tokens[at - 1].text == ",":
        return at
    if at >= left and tokens[at].lower in JOINING:
        return at if _is_relative(tokens, at) else first
    for token in reversed(tokens[left + 1 : first]):
        if token.pos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
            return turn_before(tokens, left, token.position, first)
        before = tokens[token.position - 1]
        if (is_dash(token) or token.text == ",") and parts_clauses(tokens, left, token.position, first):
            return token.position + 1
        if token.lower == "что" and before.text == "," and is_cue(tokens[token.position - 2], KINDS):
            return token.position + 1  # сообщил, что мост, по словам X, рухнул
        if before.text == "," and token.lower == "и" and has_predicate(tokens[left : token.position]):
            return token.position + 1  # Договор подписан, и теперь, уверен X, мост построят
        if before.text == "," and token.lower in ("однако", "но", "а", "зато", "поэтому", "поскольку", "потому", "так"):
            double = token.lower in ("потому", "так") and tokens[token.position + 1].lower in ("что", "как")
            if token.lower != "так" or double:
                return token.position + (2 if double else 1)
        if before.text == "," and token.lower.startswith("котор"):
            return token.position
        if token.lower.startswith("котор"):
            near = tokens[max(token.position - 3, left) : token.position - 1]
            return next((t.position + 1 for t in reversed(near) if t.text == ","), left)
        if token.text == ";":
            return min(connective_end(sentence, token.position + 1), first)
    return left


def clause_after(sentence: Sentence, start: int) -> int:
    """Return the last position of the clause after a frame: up to a coordinated clause with a subject of its own."""
    tokens = sentence.tokens
    if start < len(tokens) and tokens[start].text == ";":
        return start - 1  # А, сообщил X; Б
    for token in tokens[start + 2 :]:
        before = tokens[token.position - 1]
        if before.text == "," and token.pos == "VERB" and is_cue(token, KINDS) and conjunction(sentence, token) is None:
            own = own_subject(sentence, token)
            if own is not None and own.position > token.position and has_predicate(tokens[start : token.position - 1]):
                return token.position - 2
        if token.text == ";":
            return token.position - 1
        if token.text == ":" and leads_to_speech(sentence, token.position, start):
            return token.position - 1
        if (
            before.text == ","
            and token.lower in ("однако", "но", "а")
            and has_predicate(tokens[start : token.position - 1])
        ):
            rest = tokens[token.position + 1 :]
            if any(t.rel in ("nsubj", "nsubj:pass") for t in rest) and any(is_predicate(t) for t in rest):
                return token.position - 2
    return len(tokens) - 1
