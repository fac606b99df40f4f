"""Signatures: the source's name after the speech, without a verb (``«П» (Имя, кто)``, ``«П», — Имя, кто.``)."""

from __future__ import annotations

from core.model import Form, Range
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.conjunctions import question_words
from core.preannotate.quotations.context import Context, is_dash, is_predicate
from core.preannotate.quotations.phrases import span
from core.preannotate.quotations.proposal import Frame, frame_of, propose

LONGEST = 14
"""Tokens in a signature."""
LONGEST_SOURCE = 6
"""Tokens in the source of a headline."""


def signature_after(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """``«П» (Имя, кто).`` and ``«П», — Имя, кто.``: a name first, no verb, the sentence ends with it."""
    tokens = sentence.tokens
    at = placeholder.position + 1
    while at < len(tokens) and tokens[at].text in (",", "."):
        at += 1
    if at + 1 >= len(tokens) or not (is_dash(tokens[at]) or tokens[at].text == "("):
        return None
    bracket = tokens[at].text == "("
    last = next((t.position for t in tokens[at + 1 :] if t.text == ")"), len(tokens)) if bracket else len(tokens)
    if any(t.pos != "PUNCT" for t in tokens[last + 1 :]):
        return None
    return _signature(context, tokens[at + 1 : last])


def signature_below(context: Context, sentence: Sentence, placeholder: Token) -> Frame | None:
    """A speech that is a paragraph, and below it a line ``Имя, кто`` without a full stop."""
    if any(t.index >= 0 and t.pos != "PUNCT" for t in sentence.tokens):
        return None
    analysis = context.analysis
    below = sentence.paragraph + 1
    if below >= len(analysis.paragraphs):
        return None
    where = analysis.paragraphs[below]
    line = context.text[where.start : where.end].rstrip()
    if line[-1:] in ".!?:…»" or "," not in line:
        return None
    after = (s for s in analysis.sentences[sentence.number + 1 :] if s.start >= where.start)
    found = next(after, None)
    return _signature(context, found.tokens) if found is not None and found.end >= where.start + len(line) else None


def headline_source(context: Context) -> None:
    """The headline ``Мост откроют в мае — источник``: a clause, a dash, and a source without a name (``СМИ``)."""
    sentence = next((s for s in context.analysis.sentences if s.quoted is None), None)
    if sentence is None or sentence.paragraph or sentence.number or any(t.index < 0 for t in sentence.tokens):
        return
    tokens = sentence.tokens
    dash = next((t.position for t in reversed(tokens) if is_dash(t)), 0)
    line = context.text[context.analysis.paragraphs[0].start : context.analysis.paragraphs[0].end].rstrip()
    if dash < 3 or not line.endswith(tokens[-1].text) or len(context.analysis.paragraphs) < 2:
        return
    said, source = tokens[:dash], tokens[dash + 1 :]
    head = source[0] if source else tokens[0]
    unnamed = head.lower in ("источник", "источники", "сми")
    if not unnamed or len(source) > LONGEST_SOURCE or any(t.pos in ("PUNCT", "VERB", "ADV") for t in source):
        return
    if not any(is_predicate(t) for t in said) or said[0].lower in question_words() or any(is_dash(t) for t in said):
        return
    frame = frame_of(
        "name",
        None,
        None,
        source,
        head,
        first=head.position,
        last=source[-1].position,
        evidence=("who says so, behind the dash of a headline",),
    )
    content = Range(said[0].start, said[-1].end)
    context.add(propose(Form.INDIRECT, [content], frame, sentence.number, "headline-source", 0.6))


def _signature(context: Context, tokens: tuple[Token, ...]) -> Frame | None:
    """Return the frame that a person's name at the start of ``tokens`` makes; None for anything but a signature."""
    words = [t for t in tokens if t.pos != "PUNCT"]
    tokens = tokens[tokens.index(words[0]) :] if words else tokens
    if not words or len(tokens) > LONGEST or any(t.index < 0 or t.feat("VerbForm") in ("Fin", "Conv") for t in words):
        return None
    names = context.analysis.names_in(Range(words[0].start, words[0].end))
    name = next((n for n in names if n.label == "PER" and n.range.start <= words[0].start), None)
    if name is None:
        return None
    rest = [t for t in tokens if t.start >= name.range.end]
    if rest and rest[0].text not in (",", ".", ")") and not is_dash(rest[0]):
        return None
    phrase = tokens[: words[-1].position - tokens[0].position + 1]
    return Frame(
        kind="name",
        cue=None,
        cue_token=None,
        mention=span(phrase),
        mention_tokens=phrase,
        mention_head=words[0],
        first=phrase[0].position,
        last=phrase[-1].position,
        evidence=("a name after the speech, as a signature",),
    )
