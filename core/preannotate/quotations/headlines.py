"""Headlines that are a speech or lead to one: ``Имя: Мы готовы``, ``«П»: что случилось``."""

from __future__ import annotations

from core.model import Form, Range
from core.model.punctuation import MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.colons import can_speak, named, names_person, names_place, speech_noun_frame
from core.preannotate.quotations.conjunctions import question_words
from core.preannotate.quotations.context import Context, has_predicate, is_dash
from core.preannotate.quotations.proposal import NO_FRAME, Frame, propose

VIEWS = frozenset({"версия", "позиция", "мнение", "ответ", "комментарий"})
"""Nouns that with whose it is lead to what somebody says (``Версия защиты: мост рухнул сам``)."""
LONGEST, LONGEST_PART = 160, 100
"""Code points of a headline, and of one that heads a part of an article."""


def opening_headline(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """``«П»: что случилось``: speech that opens the headline, with what it is about behind a colon."""
    tokens = sentence.tokens
    after = tokens[placeholder.position + 1 : placeholder.position + 3]
    if sentence.number or placeholder.position or len(after) < 2 or after[0].text != ":":
        return None
    return NO_FRAME


def headline(context: Context) -> None:
    """D9: the headline ``Имя: Мы готовы`` without marks and without a final full stop, a line below one, or one that
    heads a part of the article."""
    opening = True
    for number, paragraph in enumerate(context.analysis.paragraphs):
        line = context.text[paragraph.start : paragraph.end].strip()
        short = len(line) <= (LONGEST if number < 2 else LONGEST_PART) and not line.endswith(".")
        opening = opening and short
        if (opening and number < 2) or (number > 1 and short and ": " in line and line[-1].isalnum()):
            _headline(context, number, paragraph.start + len(line))


def _headline(context: Context, number: int, end: int) -> None:
    start = context.analysis.paragraphs[number].start
    sentence = context.analysis.sentence_at(start)
    if sentence is not None and sentence.quoted is not None:
        return
    colon = next((t for t in sentence.tokens if t.text == ":"), None) if sentence is not None else None
    if sentence is None or colon is None or colon.position + 1 >= len(sentence.tokens):
        return
    if sentence.tokens[colon.position + 1].index < 0:
        return
    after = sentence.tokens[colon.position + 1].lower
    asks = after in question_words() and context.text[end - 1] != "?"  # «Заря»: как завод потерял людей
    if asks or (sentence.tokens[0].text in MARKS and any(map(is_dash, sentence.tokens[: colon.position]))):
        return  # «Заря» — «Искра»: матч прерван
    view = sentence.tokens[0].lemma in VIEWS
    frame = speech_noun_frame(sentence, sentence.tokens[0], colon.position) if view else named(sentence, colon.position)
    if frame is None or not can_speak(context, frame) or not has_predicate(sentence.tokens[colon.position :]):
        return
    if names_place(context, frame) or (number == 1 and not names_person(context, frame)):
        return
    content = Range(sentence.tokens[colon.position + 1].start, end)
    context.add(propose(Form.DIRECT, [content], frame, sentence.number, "direct-headline", 0.6))
