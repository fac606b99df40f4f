"""Words in marks beside a verb: what somebody calls something (``«Ямой» назвала дом Белова``), or a title or a term."""

from __future__ import annotations

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.proposal import Frame
from core.preannotate.quotations.word_frames import NAMING


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
    if any(_names(t) for t in near) and (inside.text[:1].islower() or _may_be(inside.lower, "ablt")):
        return True  # and no title in the accusative (назвало лучшей книгой «Тихую гавань»)
    return _called_so(sentence, q, inside)


def _may_be(word: str, case: str) -> bool:
    return any(p.tag.case == case for p in models.parses(word))


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
    if (_holds(after[0]) or _names(after[0])) and _may_be(inside.lower, "ablt"):
        return True
    so = next((i for i, t in enumerate(after[:3]) if t.lower in ("так", "как")), None)
    return so is not None and any(map(_names, after[so:]))


CALLING = NAMING | HOLDS | {"объявить", "объявлять", "усмотреть", "усматривать"}
"""Verbs of what somebody calls something, or takes it for."""


def _calls(token: Token) -> bool:
    return token.pos == "VERB" and not models.verb_lemmas(token.text).isdisjoint(CALLING)


BESIDE = 2
"""Words between a verb and the capitalised words in marks that are still what it quotes; words of a term."""


def is_apart(context: Context, sentence: Sentence, frame: Frame, q: Quoted) -> bool:
    """Tell whether words in marks beside a verb are a title, capitalised and farther behind it (``назвал указ
    президента «О порядке …»``), or a term: before a verb that calls nothing anything (``участники «марша тишины»
    потребовали``), or whose a noun before them is (``обвиняют в пропаганде «чуждых идей»``)."""
    cue = frame.cue_token
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    if cue is None or first is None or not first.position or frame.kind == "noun":
        return False
    words = context.text[q.start + 1 : q.end - 1].strip("«»„“”\"' ").split()
    if cue.start < q.start and words and words[0][:1].isupper():
        return sum(t.pos != "PUNCT" for t in sentence.tokens[cue.position + 1 : first.position]) > BESIDE
    if not words or len(words) > BESIDE or any(map(_calls, (cue, *sentence.tokens[cue.position : first.position]))):
        return False
    before = sentence.tokens[first.position - 1]
    if cue.start > q.start:
        return before.pos in ("NOUN", "VERB") and words[0][:1].islower()
    return (
        frame.kind == "verb"
        and len(words) == BESIDE
        and before.pos == "NOUN"
        and all(_may_be(word, "gent") for word in words)
    )
