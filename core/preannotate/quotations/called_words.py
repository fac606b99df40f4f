"""Capitalised words in marks that are no name, but what somebody calls something: ``«Ямой» назвала дом Белова``."""

from __future__ import annotations

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.marks import Quoted


def is_called(sentence: Sentence, q: Quoted) -> bool:
    """Tell whether ``назвал``, ``называет`` and the like stand within five words before capitalised words in marks."""
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    if first is None:
        return False
    mark = sentence.tokens[max(first.position - 1, 0)]
    inside = next((t for t in sentence.tokens[first.position :] if t.pos != "PUNCT"), first)
    if mark.pos == "NOUN" and inside.feat("Case") == "Gen":
        return False  # главу «Зари»
    near = sentence.tokens[max(first.position - 5, 0) : first.position]
    return any(_names(t) for t in near) or _called_so(sentence, q, inside)


def _names(token: Token) -> bool:
    return token.pos == "VERB" and not models.verb_lemmas(token.text).isdisjoint(("назвать", "называть"))


HOLDS = frozenset({"считать", "счесть", "посчитать", "признать"})
"""Verbs of what somebody holds something for (``«Опасной игрой» считает сделку мэр``)."""


def _called_so(sentence: Sentence, q: Quoted, inside: Token) -> bool:
    """Tell whether words that open a sentence in marks are what somebody calls something (``«Ямой» назвала дом
    Белова``, ``«Яма» — так Белова назвала дом``): the capital is the sentence's."""
    after = [t for t in sentence.tokens if t.start >= q.end][:6]
    if inside.position > 1 or not after:
        return False
    held = after[0].pos == "VERB" and not models.verb_lemmas(after[0].text).isdisjoint(HOLDS)
    if (held or _names(after[0])) and any(p.tag.case == "ablt" for p in models.parses(inside.lower)):
        return True
    so = next((i for i, t in enumerate(after[:3]) if t.lower in ("так", "как")), None)
    return so is not None and any(map(_names, after[so:]))
