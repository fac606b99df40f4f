"""Adverbials between a comma and the verb of a frame behind its clause (``А, в среду сообщил X``)."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Token
from core.preannotate.quotations.conjunctions import question_words
from core.preannotate.quotations.context import has_predicate, is_dash

LONGEST = 8
"""Tokens of the adverbials between the comma and the verb."""
_ADVERBIAL = frozenset(("ADV", "PART"))
_IN_PHRASE = frozenset(("ADJ", "DET", "PRON", "NUM", "NOUN", "PROPN", "PUNCT"))
_GOING_ON = """
затем потом после поэтому потому зато однако то не ни лишь где куда откуда пока хотя чтобы будто словно
"""
GOING_ON = frozenset(_GOING_ON.split())
"""Words in front of a verb that open a clause of its own, or deny it."""
ABOUT = frozenset(("о", "об", "обо", "про"))
POINTING = frozenset(("что", "кто", "это"))


def adverbials_before(tokens: tuple[Token, ...], first: int) -> int:
    """Return where the adverbials in front of a frame that begins at ``first`` begin, if a clause and a comma or a dash
    stand before them and nothing else between; else ``first``."""
    for at in range(first - 1, max(first - LONGEST, 1) - 1, -1):
        before = tokens[at - 1]
        if before.text == "," or is_dash(before):
            return at if _are_adverbials(tokens[at:first]) and has_predicate(tokens[: at - 1]) else first
        if tokens[at].pos in ("VERB", "AUX", "CCONJ", "SCONJ") or tokens[at].text == ",":
            return first
    return first


def _are_adverbials(words: tuple[Token, ...]) -> bool:
    """Tell whether words are adverbs, particles and nouns behind prepositions alone, and not what is told (``, о чём
    сообщил X``, ``, о росте цен сообщил X``)."""
    if words[0].lower in GOING_ON or words[0].lower in question_words() or words[-1].pos == "ADP":
        return False
    phrase = False
    for at, token in enumerate(words):
        if token.lower in ABOUT or token.lemma in POINTING or token.lower.startswith("котор"):
            return False
        if token.pos == "ADP":
            phrase = True
        elif token.pos not in _ADVERBIAL and not (phrase and _is_in_phrase(token, words[at - 1])):
            return False
    return True


def _is_in_phrase(token: Token, before: Token) -> bool:
    """Tell whether a word behind another may belong to the noun behind a preposition."""
    if token.pos == "PRON" and before.pos != "ADP":
        return False  # в мае его подписал X
    return token.pos in _IN_PHRASE and token.feat("Case") != "Nom"
