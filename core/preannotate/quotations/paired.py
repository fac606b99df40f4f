"""Sources that paired conjunctions join: ``и мэр, и врачи``, ``не только X, но и Y``, ``как X, так и Y``."""

from __future__ import annotations

from collections.abc import Sequence

from core.model.punctuation import MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.phrases import noun_phrase

CLOSING = {"и": ("и",), "ни": ("ни",), "только": ("но", "и"), "как": ("так", "и")}
"""What stands before the first of a pair (of ``не только`` the second word), and before the second."""
SELF = frozenset({"сам", "сама", "само", "сами", "самих", "самого", "самой"})
LONGEST = 12
"""Words from the first noun of a pair to the comma between them."""


def with_pair(sentence: Sentence, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a source's phrase with the other half of its pair, from which the parse often parts it."""
    tokens = sentence.tokens
    first = _before(tokens, phrase[0].position)
    if first < 0 or tokens[first].lower not in ("и", "ни", "как", "только"):
        return phrase
    if (behind := _second(sentence, phrase, tokens[first].lower)) is not None:
        return tokens[phrase[0].position : max(behind, phrase[-1].position) + 1]
    start = _first(tokens, first, phrase)
    return tokens[start : phrase[-1].position + 1] if start is not None else phrase


def _before(tokens: tuple[Token, ...], at: int) -> int:
    """Return the position of the word before a phrase, past marks, a preposition and ``сам``."""
    at -= 1
    while at >= 0 and (tokens[at].text in MARKS or tokens[at].pos == "ADP" or tokens[at].lower in SELF):
        at -= 1
    return at


def _second(sentence: Sentence, phrase: tuple[Token, ...], opening: str) -> int | None:
    """Return the last position of the second half behind a phrase that an opening conjunction stands before."""
    tokens, closing = sentence.tokens, CLOSING[opening]
    for comma in tokens[phrase[0].position + 1 : phrase[0].position + LONGEST]:
        if comma.pos in ("VERB", "AUX", "SCONJ") or comma.is_placeholder:
            return None
        at = comma.position + 1
        if comma.text != "," or tuple(t.lower for t in tokens[at : at + len(closing)]) != closing:
            continue
        noun = next((t for t in tokens[at + len(closing) : at + 6] if t.pos in ("NOUN", "PROPN", "VERB")), None)
        if noun is None or noun.pos == "VERB":
            return None
        found = noun_phrase(sentence, noun)
        closes = tokens[found[-1].position + 1].text in MARKS if found[-1].position + 1 < len(tokens) else False
        return found[-1].position + closes if found[0].position >= comma.position else noun.position
    return None


def _first(tokens: tuple[Token, ...], closing: int, phrase: tuple[Token, ...]) -> int | None:
    """Return where the first half begins before a phrase behind ``, но и`` and its like; None where there is none."""
    cases = {t.feat("Case") for t in phrase if t.pos in ("NOUN", "PROPN")}
    for opening, words in CLOSING.items():
        comma = closing - len(words)
        if comma < 1 or tokens[comma].text != "," or tuple(t.lower for t in tokens[comma + 1 : closing + 1]) != words:
            continue
        for token in reversed(tokens[max(comma - LONGEST, 0) : comma]):
            if token.pos in ("VERB", "AUX") or token.text == ",":
                break
            if token.lower == opening and (opening != "только" or tokens[token.position - 1].lower == "не"):
                nouns = [t for t in tokens[token.position + 1 : comma] if t.pos in ("NOUN", "PROPN")]
                if not nouns or nouns[0].feat("Case") not in cases:
                    break
                behind = tokens[token.position + 1]
                return token.position + (2 if behind.pos == "ADP" else 1)
    return None


def halves(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the two halves of a pair without what joins them; the phrase as it is where it is none."""
    for at, comma in enumerate(tokens):
        behind = tuple(t.lower for t in tokens[at + 1 : at + 3])
        words = next((w for w in CLOSING.values() if behind[: len(w)] == w), None) if comma.text == "," and at else None
        if words is not None and len(tokens) > at + 1 + len(words):
            rest = [t for t in tokens[at + 1 + len(words) :] if t.lower not in SELF]
            return [list(tokens[:at]), rest[1:] if rest[:1] and rest[0].pos == "ADP" else rest]
    return [list(tokens)]
