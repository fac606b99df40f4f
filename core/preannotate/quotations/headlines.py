"""Headlines that are a speech or lead to one: ``Имя: Мы готовы``, ``«П»: что случилось``."""

from __future__ import annotations

from core.model import Form, Range
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.colons import can_speak, named, names_person, names_place
from core.preannotate.quotations.context import Context, has_predicate
from core.preannotate.quotations.proposal import NO_FRAME, Frame, propose


def opening_headline(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """``«П»: что случилось``: speech that opens the headline, with what it is about behind a colon."""
    tokens = sentence.tokens
    after = tokens[placeholder.position + 1 : placeholder.position + 3]
    if sentence.number or placeholder.position or len(after) < 2 or after[0].text != ":":
        return None
    return NO_FRAME


def headline(context: Context) -> None:
    """D9: the headline ``Имя: Мы готовы`` without marks and without a final full stop, or a line below one."""
    for number, paragraph in enumerate(context.analysis.paragraphs[:2]):
        line = context.text[paragraph.start : paragraph.end].strip()
        if len(line) > 160 or line.endswith("."):
            return
        _headline(context, number, paragraph.start + len(line.rstrip()))


def _headline(context: Context, number: int, end: int) -> None:
    sentences = context.analysis.sentences[:4]
    sentence = next((s for s in sentences if s.quoted is None and s.paragraph == number), None)
    colon = next((t for t in sentence.tokens if t.text == ":"), None) if sentence is not None else None
    if sentence is None or colon is None or colon.position + 1 >= len(sentence.tokens):
        return
    if sentence.tokens[colon.position + 1].index < 0:
        return
    frame = named(sentence, colon.position)
    if frame is None or not can_speak(context, frame) or not has_predicate(sentence.tokens[colon.position :]):
        return
    if names_place(context, frame) or (number and not names_person(context, frame)):
        return
    content = Range(sentence.tokens[colon.position + 1].start, end)
    context.add(propose(Form.DIRECT, [content], frame, sentence.number, "direct-headline", 0.6))
