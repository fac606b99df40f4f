"""Verbatim words in quotation marks inside the author's clause (I7): ``Путин назвал это «ошибкой»``."""

from __future__ import annotations

from core.model import Form, Range
from core.preannotate import lexicon
from core.preannotate.analysis import Sentence, Token
from core.preannotate.context import ALL_KINDS, Context
from core.preannotate.marks import Quoted
from core.preannotate.proposal import propose


def is_name(context: Context, q: Quoted) -> bool:
    """Tell whether a quoted stretch is a title or a name: capitalised and short, or after a noun like ``газета``."""
    inside = context.text[q.start + 1 : q.end - 1]
    words = inside.split()
    if not words:
        return True
    before = [t for t in context.analysis.slice(max(q.start - 60, 0), q.start)][-2:]
    nouns = lexicon.table("named_things")
    after_noun = any(t.pos in ("NOUN", "PROPN") and t.lemma in nouns for t in before)
    if after_noun and len(words) <= 12:
        return True
    capital = inside[:1].isupper() or inside[:1].isdigit()
    if capital and len(words) <= 4:
        return True
    return any(n.range.start <= q.start + 1 and n.range.end >= q.end - 1 for n in context.analysis.names)


def verbatim(context: Context, where: Range) -> bool:
    """Tell whether verbatim words stand in quotation marks inside ``where``."""
    return any(
        where.start <= q.start and q.end <= where.end and not is_name(context, q) for q in context.analysis.quoted
    )


def find_mixed(context: Context) -> None:
    """Propose the quoted words of a sentence that have a cue there and lie in no proposal yet."""
    for sentence in context.analysis.sentences:
        if sentence.frame:
            continue
        cues = context.cues(sentence, 0, len(sentence.tokens), ALL_KINDS | {"act"})
        if not cues:
            continue
        free = [q for q in context.analysis.quoted if sentence.start <= q.start and q.end <= sentence.end]
        free = [q for q in free if q.depth == (sentence.quoted.depth + 1 if sentence.quoted else 0)]
        free = [q for q in free if not is_name(context, q) and not _taken(context, q)]
        by_cue: dict[int, list[Quoted]] = {}
        for q in free:
            cue = _cue_of(sentence, q, cues)
            if cue is not None:
                by_cue.setdefault(cue.place, []).append(q)
        for place, quotes in by_cue.items():
            frame = context.frame(sentence, sentence.tokens[place])
            if frame.mention_head is not None or frame.kind == "passive":
                ranges = [q.range for q in quotes]
                context.add(propose(Form.MIXED, ranges, frame, sentence.number, "quoted-words", 0.55))


def _taken(context: Context, q: Quoted) -> bool:
    return any(r.start < q.end and q.start < r.end for p in context.proposals for r in p.ranges)


def _cue_of(sentence: Sentence, q: Quoted, cues: list[Token]) -> Token | None:
    """Return the cue above the quoted words in the parse, else the nearest before them."""
    first = next((t for t in sentence.tokens if t.start >= q.start), None)
    here = first
    seen = 0
    while here is not None and seen < 30:
        if here in cues:
            return here
        here = sentence.head(here)
        seen += 1
    return None
