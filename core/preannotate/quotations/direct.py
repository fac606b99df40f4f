"""Direct speech: marks, dialogue dashes, and speech after a colon without marks (docs/guidelines.md, D1–D9)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.model import Form, Range
from core.model.punctuation import MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.inserts import Insert
from core.preannotate.analysis.marks import Quoted
from core.preannotate.quotations.after_speech import somebody_acts, these_are_the_words
from core.preannotate.quotations.clause_ends import hearer_acts
from core.preannotate.quotations.colons import (
    explains,
    frame_to_colon,
    in_time,
    is_body_in_marks,
    leading,
    leads_there,
    named,
    speech_noun,
    subject_before_colon,
    told_by_another,
    verdict,
)
from core.preannotate.quotations.context import ALL_KINDS, Context, has_predicate, is_dash, is_verbless
from core.preannotate.quotations.cues import DENIED, infinitives, negated
from core.preannotate.quotations.frames import says_oneself
from core.preannotate.quotations.headlines import headline, opening_headline
from core.preannotate.quotations.mixed import is_shouted, with_noun
from core.preannotate.quotations.paragraphs import speech_in_next_paragraph
from core.preannotate.quotations.proposal import NO_FRAME, Frame, propose
from core.preannotate.quotations.signatures import headline_source, signature_after, signature_below
from core.preannotate.quotations.written import end_of_written, is_written


def find_direct(context: Context) -> None:
    """Propose every direct quotation of the text."""
    for block, inserts in context.analysis.inserts.items():
        _block(context, block, inserts)
    for sentence in context.analysis.sentences:
        speech_after_colon(context, sentence)
    headline(context)
    headline_source(context)


def _block(context: Context, block: Quoted, inserts: tuple[Insert, ...]) -> None:
    """Try the schemes for one quoted span in turn."""
    content = content_ranges(block, inserts)
    if inserts:
        for sentence in context.analysis.frames.get(block, ()):
            dash = next((t.position for t in sentence.tokens if is_dash(t)), 0)
            frame = frame_in(context, sentence, 1, len(sentence.tokens)) or somebody_acts(context, sentence, dash + 1)
            if frame is not None:
                context.add(propose(Form.DIRECT, content, frame, sentence.number, "direct-interrupted", 0.9))
                return
    around = context.analysis.placeholders.get(block.start)
    if around is None:
        return
    sentence, placeholder = around
    for rule, find in SCHEMES:
        frame = find(context, sentence, placeholder)
        if frame is not None:
            form, ranges = (
                _whole_clause(context, sentence, placeholder, content)
                if rule == "direct-before"
                else (Form.DIRECT, content)
            )
            if rule == "direct-after-cue" and is_shouted(sentence, placeholder):
                ranges = [context.with_items(block)]
            context.add(propose(form, ranges, frame, sentence.number, rule, 0.85))
            return


def _whole_clause(
    context: Context, sentence: Sentence, placeholder: Token, content: list[Range]
) -> tuple[Form, list[Range]]:
    """Where the clause begins before the marks (``Это «П», — сказал X``), take the whole clause, as mixed."""
    before = sentence.tokens[: placeholder.position]
    inside = context.text[placeholder.start + 1 : placeholder.start + 2]
    joined = before[:-1] if len(before) > 1 and is_dash(before[-1]) and before[-2].pos != "PUNCT" else before
    if joined is not before and context.cues(sentence, 0, len(joined)):
        joined = before  # ответил — «П»
    if not before or inside.isupper() or any(t.index < 0 or t.text in (":", ";") or is_dash(t) for t in joined):
        return Form.DIRECT, content
    return Form.MIXED, [Range(before[0].start, content[0].end), *content[1:]]


def content_ranges(block: Quoted, inserts: tuple[Insert, ...]) -> list[Range]:
    """Return the fragments of a speech around the frames inside it."""
    out = []
    at = block.start
    for insert in inserts:
        out.append(Range(at, insert.left))
        at = insert.right
    if at < block.end:
        out.append(Range(at, block.end))
    return [r for r in out if r.end - r.start > 0]


def frame_in(context: Context, sentence: Sentence, low: int, high: int) -> Frame | None:
    """Return the first frame among the positions ``low:high``: a verb of speech, or a phrase like ``по словам``."""
    cues = context.cues(sentence, low, high)
    finite = [t for t in cues if t.feat("VerbForm") != "Conv"] or cues
    phrases = context.phrases(sentence, low, high)
    if phrases and (not finite or phrases[0].first < finite[0].position):
        return phrases[0]
    return context.frame(sentence, finite[0]) if finite else None


def frame_after(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """D1: ``«П», — сказал X``."""
    tokens = sentence.tokens
    at = placeholder.position + 1
    while at < len(tokens) and tokens[at].text in (",", ".", "!", "?", "…", "...", "'", "''"):
        at += 1
    if at >= len(tokens):
        return None
    if is_dash(tokens[at]):
        high = _until_placeholder(sentence, at)
        known = _with_these_words(sentence, at + 1) or these_are_the_words(sentence, at + 1)
        known = known or frame_in(context, sentence, at + 1, high)
        joined = tokens[at - 1].text in (",", "!", "?", "…") or context.text[placeholder.end - 2] in ".!?…"
        return known or (somebody_acts(context, sentence, at + 1) if joined else None)
    if at > placeholder.position + 1 and tokens[at - 1].text == ",":
        near = frame_in(context, sentence, at, min(at + 4, len(tokens)))
        return near
    return None


def _with_these_words(sentence: Sentence, at: int) -> Frame | None:
    """``«П», — с этими словами Белов ушёл``: whoever acts with them has said them."""
    words = sentence.tokens[at : at + 3]
    said = len(words) == 3 and words[0].lower in ("с", "со") and words[2].lower == "словами"
    return with_noun(sentence, words[2]) if said and words[1].lower in ("этими", "такими", "подобными") else None


def _until_placeholder(sentence: Sentence, at: int) -> int:
    return next((t.position for t in sentence.tokens[at:] if t.index < 0), len(sentence.tokens))


def frame_before(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """D2: ``X сказал: «П»`` and ``X сказал «П»``."""
    before = placeholder.position - 1
    tokens = sentence.tokens
    if before < 0:
        return None
    colon = tokens[before].text == ":" or (
        is_dash(tokens[before]) and before > 0 and tokens[before - 1].text in (":", ",")
    )
    if not colon and is_body_in_marks(context, placeholder):
        return None
    cues = context.cues(sentence, 0, placeholder.position)
    near = cues and (colon or cues[-1].position >= placeholder.position - 2)
    if near and colon and hearer_acts(sentence, cues[-1], cues[-1].position + 1) is not None:
        return subject_before_colon(context, sentence, before)
    if near:
        return context.frame(sentence, leading(sentence, cues))
    if colon:
        phrases = context.phrases(sentence, 0, placeholder.position)
        if phrases:
            return phrases[-1]
        if _is_listed(sentence, placeholder):
            return None
        found = named(sentence, before) or subject_before_colon(context, sentence, before)
        return found or speech_noun(sentence, before)
    return None


def _is_denied(tokens: Sequence[Token]) -> bool:
    """Tell whether an infinitive with ``не`` is all a clause has for a predicate (``покупателя не найти``)."""
    return any(t.feat("VerbForm") == "Inf" and b.lower == "не" for b, t in pairwise(tokens))


def _is_listed(sentence: Sentence, placeholder: Token) -> bool:
    """Tell whether after marks follow a comma or ``и`` and marks again: titles in a row (``Книги: «Мост», «Река»``)."""
    after = sentence.tokens[placeholder.position + 1 : placeholder.position + 3]
    joined = len(after) == 2 and (after[0].text == "," or after[0].lower == "и")
    return joined and (after[1].index < 0 or after[1].text in MARKS)


def frame_in_paragraph_before(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """The speech begins a paragraph and the sentence before ends with a colon."""
    if any(t.index >= 0 and t.pos != "PUNCT" for t in sentence.tokens[: placeholder.position]):
        return None
    previous = _previous(context, sentence)
    if previous is None or previous.tokens[-1].text != ":":
        return None
    return frame_to_colon(context, previous)


def _previous(context: Context, sentence: Sentence) -> Sentence | None:
    """Return the sentence of the same level before this one, of this paragraph or the one before."""
    for number in range(sentence.number - 1, max(sentence.number - 12, -1), -1):
        other = context.analysis.sentences[number]
        if other.quoted == sentence.quoted and not other.frame and other.end <= sentence.start:
            return other if sentence.paragraph - other.paragraph <= 1 else None
    return None


ANSWERED = frozenset({"так", "такими", "именно"})
"""First words of a sentence that tells who said the one short word before (``«Нет». Так ответил он``)."""
POINTING_BACK = ANSWERED | {"об", "такое", "такую", "эти"}
"""First words of a sentence that points back at what is said before."""


def standing_alone(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """D6: a quoted sentence alone, near a quotation: no frame of its own."""
    if any(t.index >= 0 and t.pos != "PUNCT" for t in sentence.tokens):
        return None
    long = len(context.text[placeholder.start : placeholder.end].split()) >= 5
    if not long and (_behind(context, sentence) or sentence).tokens[0].lower not in ANSWERED:
        return None
    return _frame_beside(context, sentence) or (NO_FRAME if long else None)


def _behind(context: Context, sentence: Sentence) -> Sentence | None:
    """Return the sentence after this one and what is quoted in it."""
    after = context.analysis.sentences[sentence.number + 1 : sentence.number + 7]
    return next((s for s in after if s.start >= sentence.end), None)


def _frame_beside(context: Context, sentence: Sentence) -> Frame | None:
    """Return the frame of the sentence before (``…», — сказал X. «П2»``), or of one right after that refers back."""
    previous = _previous(context, sentence)
    if (previous is not None and previous.paragraph == sentence.paragraph) or (
        previous is not None and previous.tokens[-1].text == ":"
    ):
        spoken = next((t for t in previous.tokens if t.index < 0), None)
        own = frame_after(context, previous, spoken) if spoken is not None else None
        if own is not None:
            return own
        cues = [t for t in context.cues(previous, 0, len(previous.tokens)) if t.feat("VerbForm") != "Conv"]
        if cues:
            return context.frame(previous, cues[-1])
        phrases = context.phrases(previous, 0, len(previous.tokens))
        if phrases:
            return phrases[-1]
    following = _behind(context, sentence)
    if following is not None and (_points_back(following) or _goes_on(context, following)):
        return frame_in(context, following, 0, len(following.tokens))
    return None


def _goes_on(context: Context, sentence: Sentence) -> bool:
    """Tell whether a paragraph begins with a verb of speech in small letters (``«П»...¶заявил Белов``)."""
    first = next((t for t in sentence.tokens if not is_dash(t)), sentence.tokens[0])
    small = first.text.islower() and first.pos == "VERB"
    return small and bool(context.cues(sentence, first.position, first.position + 1))


def _points_back(sentence: Sentence) -> bool:
    """Tell whether a sentence begins as one that points back at a speech (``Так ответил он``, ``С этими словами``)."""
    first, *rest = (t.lower for t in sentence.tokens[:3])
    return first in POINTING_BACK or [first, *rest[1:]] == ["с", "словами"]


SCHEMES = (
    ("direct-before", frame_after),
    ("direct-signed", signature_after),
    ("direct-after-cue", frame_before),
    ("direct-signed", signature_below),
    ("direct-paragraph-after-colon", frame_in_paragraph_before),
    ("direct-headline", opening_headline),
    ("direct-alone", standing_alone),
)


def speech_after_colon(context: Context, sentence: Sentence) -> None:
    """Settled case 1: ``X заявил:`` and then a paragraph or the rest of the sentence without marks."""
    tokens = sentence.tokens
    for colon in [t.position for t in tokens if t.text == ":" and not in_time(tokens, t.position)]:
        if colon == len(tokens) - 1:
            speech_in_next_paragraph(context, sentence)
        elif not any(t.index < 0 for t in tokens[colon:]) and tokens[colon + 1].text not in MARKS:
            cues = context.cues(sentence, max(colon - 12, 0), colon, ALL_KINDS)
            marked = [*context.analysis.quoted_in(sentence.start, tokens[colon].start)]
            cues = [t for t in cues if not any(q.start < t.start < q.end <= tokens[colon].start for q in marked)]
            written = bool(cues) and is_written(sentence, cues[-1], colon)
            end = end_of_written(context, sentence) if written else tokens[-1].end
            said = has_predicate(tokens[colon:]) or _is_denied(tokens[colon:]) or end > tokens[-1].end
            said = said or (bool(cues) and colon - cues[-1].position < 3 and is_verbless(tokens[colon + 1 :]))
            if (
                cues
                and said
                and (written or leads_there(tokens, cues[-1], colon))
                and cues[-1].start not in context.spent
                and not _between_commas(context, sentence, cues[-1])
                and not _acts_on(sentence, cues[-1], colon)
                and not _says_nothing(sentence, cues[-1])
                and not explains(context, sentence, cues[-1], colon)
                and not told_by_another(context, sentence, cues[-1], colon)
                and "считаться" not in infinitives(cues[-1])
                and not any(t.feat("VerbForm") == "Fin" for t in tokens[cues[-1].position + 1 : colon])
            ):
                content = Range(tokens[colon + 1].start, end)
                frame = context.frame(sentence, cues[-1])
                phrased = context.phrases(sentence, colon + 1, colon + 2)  # излагает иначе: по его словам, А
                if not says_oneself(frame) and not phrased:
                    rule = "direct-after-colon-unmarked"
                    context.add(propose(Form.DIRECT, [content], frame, sentence.number, rule, 0.6))
            elif not cues and said and (opinion := verdict(sentence, colon)) is not None:
                content = Range(tokens[colon + 1].start, end)
                context.add(
                    propose(Form.DIRECT, [content], opinion, sentence.number, "direct-after-colon-unmarked", 0.5)
                )
        return


_ACTS = "признать признавать поддержать опровергнуть опровергать отрицать приветствовать уточнить уточнять"
ACTS = frozenset(_ACTS.split())
"""Verbs that with an object tell what somebody does, and a colon then why (``признал вину: он взял деньги``)."""


QUARRELS = frozenset({"спорить", "поспорить"})
"""Verbs behind which a colon leads to who says what (``Двое спорили: один уверял, что А``), not to what all say."""


def _acts_on(sentence: Sentence, cue: Token, colon: int) -> bool:
    """Tell whether such a verb has its object, or somebody means to do something, and the author goes on after the
    colon, in small letters."""
    if cue.lower.startswith("намерен") and sentence.tokens[colon + 1].text[:1].islower():
        return True
    if not infinitives(cue).isdisjoint(QUARRELS):
        return sentence.tokens[-1].text != "?"
    if infinitives(cue).isdisjoint(ACTS) or sentence.tokens[colon + 1].text[:1].isupper():
        return False
    taken_up = sentence.tokens[cue.position - 1].lower == "это" if cue.position else False
    return taken_up or any(t.position < colon for t in sentence.dependents(cue, "obj"))


TOLD = DENIED - {"верить", "согласиться"}
"""Verbs that tell something with ``не``."""


def _says_nothing(sentence: Sentence, cue: Token) -> bool:
    """Tell whether a verb is denied, and a colon then tells why (``не отвечает: занят``, ``не верит: денег нет``)."""
    return negated(sentence, cue) and infinitives(cue).isdisjoint(TOLD)


def _between_commas(context: Context, sentence: Sentence, cue: Token) -> bool:
    """Tell whether a frame stands behind its clause (``А, рассуждает X: Б``), and does not lead to what follows."""
    before = sentence.tokens[cue.position - 1] if cue.position else cue
    head = context.frame(sentence, cue).mention_head
    behind = head is not None and head.position > cue.position
    return before.text == "," and behind and has_predicate(sentence.tokens[: cue.position - 1])
