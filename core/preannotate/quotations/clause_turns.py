"""What a source did besides saying something: the reported clause ends before it, whatever the parse joined it to."""

from __future__ import annotations

from itertools import pairwise

from core.model.punctuation import MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.clause_ends import head_of_clause
from core.preannotate.quotations.cues import is_cue

ACT = frozenset({"act"})
"""The class of verbs that quote words in marks."""
_SAID_NO_MORE = "назвать уточнить сообщить раскрыть стать захотеть объяснить пояснить сказать смочь случиться произойти"
SAID_NO_MORE = frozenset(_SAID_NO_MORE.split())
"""Verbs that tell, denied, what the source did not go on to say, or what did not come of it."""


def another_act(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the comma before what else the source does with words in marks: a verb of the cue's number, and not of the
    clause's (``уверяет, что машины вышли, а акцию называет «шуткой»``)."""
    tokens, clause = sentence.tokens, head_of_clause(sentence, conj)
    for verb in tokens[conj + 1 :] if clause is not None else ():
        if verb.rel != "conj" or clause is None or verb.head != clause.position or not is_cue(verb, ACT):
            continue
        marked = any(t.text in MARKS for t in tokens[verb.position + 1 : verb.position + 3])
        if marked and verb.feat("Number") == cue.feat("Number") != clause.feat("Number"):
            lead = tokens[clause.position : verb.position]
            pairs = ((a, b) for a, b in pairwise(lead) if a.text == "," and b.lower in ("а", "и", "но"))
            return next((a.position for a, _ in pairs), None)
    return None


def turned_from(sentence: Sentence, conj: int) -> int | None:
    """Return the comma before what did not follow (``сообщил, что А, однако имён называть не стал``)."""
    tokens = sentence.tokens
    for comma in tokens[conj + 3 :]:
        lead = [t.lower for t in tokens[comma.position + 1 : comma.position + 2]]
        if comma.text != "," or lead not in (["однако"], ["но"]):
            continue
        near = tokens[comma.position + 2 : comma.position + 8]
        denied = next((b for a, b in pairwise(near) if a.lower == "не"), None)
        before = [t for t in near if denied is not None and t.position < denied.position - 1]
        if denied is None or any(t.text == "," or (t.rel == "nsubj" and not t.lower.startswith("это")) for t in before):
            continue
        if not models.verb_lemmas(denied.text).isdisjoint(SAID_NO_MORE):
            return comma.position
    return None
