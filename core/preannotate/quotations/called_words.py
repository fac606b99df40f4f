"""Words in marks beside a verb: what somebody calls something (``«Ямой» назвала дом Белова``), or a title or a term."""

from __future__ import annotations

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.proposal import Frame


def is_called(sentence: Sentence, q: Quoted) -> bool:
    """Tell whether ``назвал``, ``называет`` and the like stand within five words before capitalised words in marks, in
    the instrumental."""
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    if first is None:
        return False
    mark = sentence.tokens[max(first.position - 1, 0)]
    inside = next((t for t in sentence.tokens[first.position :] if t.pos != "PUNCT"), first)
    if mark.pos == "NOUN" and inside.feat("Case") == "Gen":
        return False  # главу «Зари»
    near = sentence.tokens[max(first.position - 5, 0) : first.position]
    if any(_names(t) for t in near) and _may_be(inside, "ablt"):
        return True  # and no title in the accusative (назвало лучшей книгой «Тихую гавань»)
    return _called_so(sentence, q, inside)


def _may_be(word: Token, case: str) -> bool:
    return any(p.tag.case == case for p in models.parses(word.lower))


def _names(token: Token) -> bool:
    return token.pos == "VERB" and not models.verb_lemmas(token.text).isdisjoint(("назвать", "называть"))


HOLDS = frozenset({"считать", "счесть", "посчитать", "признать"})
"""Verbs of what somebody holds something for (``«Опасной игрой» считает сделку мэр``)."""


def _holds(token: Token) -> bool:
    return token.pos == "VERB" and not models.verb_lemmas(token.text).isdisjoint(HOLDS)


def _called_so(sentence: Sentence, q: Quoted, inside: Token) -> bool:
    """Tell whether words that open a sentence in marks are what somebody calls something (``«Ямой» назвала дом
    Белова``, ``«Яма» — так Белова назвала дом``): the capital is the sentence's."""
    after = [t for t in sentence.tokens if t.start >= q.end][:6]
    if inside.position > 1 or not after:
        return False
    if (_holds(after[0]) or _names(after[0])) and _may_be(inside, "ablt"):
        return True
    so = next((i for i, t in enumerate(after[:3]) if t.lower in ("так", "как")), None)
    return so is not None and any(map(_names, after[so:]))


BESIDE = 2
"""Words between a verb and the capitalised words in marks that are still what it quotes."""


def is_apart(context: Context, sentence: Sentence, frame: Frame, q: Quoted) -> bool:
    """Tell whether words in marks beside a verb are a title, capitalised and farther behind it (``назвал указ
    президента «О порядке …»``), or a term before a verb that calls nothing anything (``участники «марша тишины»
    потребовали``)."""
    cue = frame.cue_token
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    if cue is None or first is None or frame.kind == "noun":
        return False
    between = sentence.tokens[cue.position + 1 : first.position]
    inside = context.text[q.start + 1 : q.end - 1].strip("«»„“”\"' ")
    if cue.start < q.start:
        return inside[:1].isupper() and sum(t.pos != "PUNCT" for t in between) > BESIDE
    before = sentence.tokens[first.position - 1] if first.position else first
    term = before.pos in ("NOUN", "VERB") and inside[:1].islower() and inside.count(" ") < BESIDE
    return term and not (_names(cue) or _holds(cue))
