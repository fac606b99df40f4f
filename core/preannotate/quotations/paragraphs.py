"""Speech that fills the paragraphs behind a colon, without marks (docs/guidelines.md, settled case 1)."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Form, Range
from core.model.punctuation import MARKS
from core.preannotate.analysis.analysis import Sentence
from core.preannotate.quotations.colons import can_speak, frame_to_colon, names_place
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.frames import says_oneself
from core.preannotate.quotations.proposal import propose

ONESELF = frozenset({"я", "мы", "мой", "наш"})
"""Lemmas of words by which a paragraph shows that the speech goes on in it."""
REMINDS = frozenset({"напомним", "отметим", "добавим", "заметим", "уточним", "поясним", "подчеркнем"})
"""By these words it is the author who tells of ``мы``."""
APART = 2
"""Line breaks between the paragraphs of one speech at most: where there are more, the page lost a block of it."""


def speech_in_next_paragraph(context: Context, sentence: Sentence) -> None:
    """Propose the paragraph behind a sentence that ends with a colon, and those in which its speaker goes on."""
    paragraphs = context.analysis.paragraphs
    number = sentence.paragraph + 1
    if sentence.quoted is not None or number >= len(paragraphs) or sentence.end < paragraphs[number - 1].end - 2:
        return
    where = paragraphs[number]
    content = _unmarked(context, number)
    if content is None or context.text[sentence.end : where.start].count("\n") > APART:
        return
    size = content.end - content.start
    if any(q.end - q.start > 0.8 * size for q in context.analysis.quoted_in(where.start, where.end)):
        return
    frame = frame_to_colon(context, sentence)
    if frame is None or (frame.kind == "name" and (names_place(context, frame) or not can_speak(context, frame))):
        return  # Состав сборной: …, Погода в Казани: …
    content = Range(content.start, _last_end(context, sentence, content.end))
    context.add(propose(Form.DIRECT, [content], frame, sentence.number, "direct-paragraph-unmarked", 0.6))


def _unmarked(context: Context, number: int) -> Range | None:
    """Return a paragraph without the spaces around it; None for an empty one or one that marks open."""
    start, end = context.analysis.paragraphs[number]
    text = context.text[start:end]
    body = text.strip()
    if not body or body[0] in MARKS or body.startswith("''«"):
        return None
    start += len(text) - len(text.lstrip())
    return Range(start, start + len(body))


def _last_end(context: Context, frame: Sentence, end: int) -> int:
    """Return where a speech ends that begins in the paragraph behind a frame: with it, or with a later one, if none
    between is the author's."""
    paragraphs, sentences = context.analysis.paragraphs, context.analysis.sentences
    high = frame.number + 1
    for number in range(frame.paragraph + 1, len(paragraphs)):
        low = high
        while high < len(sentences) and sentences[high].paragraph == number:
            high += 1
        if number == frame.paragraph + 1:
            continue
        gap = context.text[paragraphs[number - 1].end : paragraphs[number].start]
        content = _unmarked(context, number)
        if content is None or gap.count("\n") > APART or not _speaks_on(context, sentences[low:high]):
            break
        end = content.end
    return end


def _speaks_on(context: Context, paragraph: Sequence[Sentence]) -> bool:
    """Tell whether a paragraph tells of ``я`` or ``мы`` and has neither marks nor a frame that names somebody."""
    oneself = False
    for sentence in paragraph:
        tokens = sentence.tokens
        if any(t.index < 0 or t.text in MARKS or t.text == ":" or t.lower in REMINDS for t in tokens):
            return False
        if context.phrases(sentence, 0, len(tokens)):
            return False
        frames = (context.frame(sentence, cue) for cue in context.cues(sentence, 0, len(tokens)))
        if any(f.mention_head is not None and not says_oneself(f) for f in frames):
            return False
        oneself = oneself or any(t.feat("Person") == "1" or t.lemma in ONESELF for t in tokens)
    return oneself
