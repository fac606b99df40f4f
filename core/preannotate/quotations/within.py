"""Whose words a clause holds that has a source of its own: the innermost one's (docs/guidelines.md, case 7)."""

from __future__ import annotations

from core.model import Range
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.cues import is_cue
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.proposal import Frame, Proposal

MEDIA_VERBS = frozenset(
    {"сообщать", "сообщить", "передавать", "передать", "писать", "написать", "сообщаться", "цитировать"}
)
OWN_WORDS = frozenset({"слово", "мнение", "убеждение", "признание", "утверждение"})


def reported_within(context: Context, sentence: Sentence, frame: Frame, ranges: list[Range]) -> bool:
    """Tell whether the content is itself a report with a source of its own: only the innermost counts (settled case 7).

    What somebody says of another's opinion (``Москва рассчитывает, что А, заявил X``) is X's.
    """
    passes_on = frame.cue_token is None or bool(models.verb_lemmas(frame.cue_token.text) & MEDIA_VERBS)
    if frame.kind == "phrase" and frame.cue_token is not None:
        if frame.cue_token.lemma in OWN_WORDS:
            return False
        passes_on = True
    length = sum(r.end - r.start for r in ranges)
    for other in list(context.by_sentence.get(sentence.number, ())):
        if other.cue is None or other.cue_token is None or other.cue_token.feat("VerbForm") == "Conv":
            continue
        held = sum(
            min(r.end, o.end) - max(r.start, o.start)
            for r in ranges
            for o in other.ranges
            if r.start < o.end and o.start < r.end
        )
        if not any(r.start <= other.cue.start < r.end for r in ranges):
            continue
        opinion = not passes_on and not is_cue(other.cue_token, frozenset({"say", "direct"}))
        if opinion and held >= 0.3 * length:
            context.remove(other)
            return False
        if frame.kind == "verb" and _begins_with_which(context, other):
            continue
        if passes_on and held >= (0.2 if other.frame_kind == "passive" else 0.3) * length:
            return True
    return False


def _begins_with_which(context: Context, other: Proposal) -> bool:
    """Tell whether somebody is the source of a relative clause alone (``Врач, который, по словам соседей, пил, уехал,
    передаёт «Заря»``)."""
    words = context.text[other.start : other.end].lower().split(maxsplit=3)[:3]
    return any(w.startswith(("котор", "чей", "чь")) or w == "где" for w in words)


QUOTING = frozenset({"act", "passive"})
"""Classes of verbs with whose source words in marks stand (``в письме говорится о «долгах»``)."""


def quoted_act(context: Context, sentence: Sentence, frame: Frame, ranges: list[Range]) -> bool:
    """Tell whether an agency only passes on whom somebody blamed in words that it quotes (settled case 7).

    ``Белова обвинила мэра в «трусости», передаёт «Заря»``: the words are Белова's, not the agency's.
    """
    if frame.cue_token is None or not models.verb_lemmas(frame.cue_token.text) & MEDIA_VERBS:
        return False
    source = frame.mention_head
    if source is not None and source.feat("Animacy") == "Anim" and source.text[:1].islower():
        return False  # предложила обмен «всех на всех», сообщил посол: his
    for cue in context.cues(sentence, 0, len(sentence.tokens), QUOTING):
        where = next((r for r in ranges if r.start <= cue.start < r.end), None)
        if where is None or not is_cue(cue, QUOTING):
            continue
        head = context.frame(sentence, cue).mention_head
        if head is not None and head.position < cue.position and verbatim(context, Range(cue.end, where.end)):
            return True
    return False
