"""Frames set off by commas: ``А, сообщил X``, ``Как сообщил X, А``, ``По словам X, А`` (I2, I3, I4)."""

from __future__ import annotations

from itertools import pairwise

from core.model import Form, Range
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.adverbials import adverbials_before
from core.preannotate.quotations.brackets import (
    after_colon,
    end_of_which,
    in_brackets,
    is_behind_dash,
    is_between_clauses,
)
from core.preannotate.quotations.clause_ends import stop_at_colon
from core.preannotate.quotations.conjunctions import compares, conjunction, connective_end, dateline_end
from core.preannotate.quotations.context import (
    Context,
    has_predicate,
    is_dash,
    is_nominal,
    is_predicate,
    is_verbless,
    tells_number,
)
from core.preannotate.quotations.cues import DENIED, infinitives, is_cue, is_future, negated
from core.preannotate.quotations.frame_ends import (
    adds_nothing,
    author_goes_on,
    before_main_verb,
    closes_aside,
    frame_end,
    runs_on,
    speaks_on,
    with_clauses,
    with_such_view,
)
from core.preannotate.quotations.frames import reports_nobody
from core.preannotate.quotations.inserted_clauses import JOINING, KINDS, clause_after, clause_before
from core.preannotate.quotations.limits import right
from core.preannotate.quotations.misparsed import agrees
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.proposal import Frame, propose
from core.preannotate.quotations.references import is_reference
from core.preannotate.quotations.rejoinders import rejoined
from core.preannotate.quotations.within import MEDIA_VERBS, quoted_act, reported_within

REFUTING = frozenset({"опровергать", "опровергнуть"})
"""Verbs that are no frame behind a clause: it is what others said (``Слух, будто А, опровергает X``)."""


def find_parenthetical(context: Context) -> None:
    """Propose the clauses that a frame set off by commas attributes."""
    for sentence in context.analysis.sentences:
        if sentence.frame:
            continue
        for frame in context.phrases(sentence, 0, len(sentence.tokens)):
            if frame.cue_token and frame.cue_token.start not in context.spent:
                _phrase(context, sentence, frame)
        for cue in context.cues(sentence, 0, len(sentence.tokens), KINDS):
            if cue.start not in context.spent:
                _verb(context, sentence, cue)


def _phrase(context: Context, sentence: Sentence, frame: Frame) -> None:
    """``По словам X, А``; ``А, по словам X``; ``А, по словам X, Б``."""
    tokens = sentence.tokens
    first, last = frame.first, frame.last
    if _by_a_norm(sentence, frame):
        return
    if first and tokens[first - 1].lower == "судя":
        first -= 1
    if first and tokens[first - 1].lower == "и" and first > 1 and tokens[first - 2].text == ",":
        first -= 1
    last = with_clauses(sentence, frame, last)
    _propose(context, sentence, frame, _limits(context, sentence, frame, first, last, "phrase"), "phrase")


def _by_a_norm(sentence: Sentence, frame: Frame) -> bool:
    """Tell whether ``согласно`` behind or inside a clause names what something was done by (``освобождён согласно
    закону``, ``Премия, согласно завещанию, была вручена``)."""
    tokens, norm = sentence.tokens, frame.mention_head
    if norm is None or not frame.first or tokens[frame.first].lower != "согласно" or norm.lemma not in table("norms"):
        return False
    if tokens[frame.first - 1].pos not in ("PUNCT", "CCONJ", "SCONJ"):
        return True
    told = (t for t in (*tokens[: frame.first], *tokens[frame.last + 1 :]) if is_predicate(t))
    return frame.first > 1 and any(t.feat("Tense") == "Past" or t.feat("Voice") == "Pass" for t in told)


def _verb(context: Context, sentence: Sentence, cue: Token) -> None:
    """``А, сообщил X``, ``Как сообщил X, А``, ``А, сообщил X, Б``: a verb between commas, no clause of its own."""
    tokens = sentence.tokens
    if conjunction(sentence, cue) is not None or infinitives(cue) & REFUTING or _asks(tokens, cue):
        return
    if is_future(cue):
        return  # Закон, как ожидается, подпишет президент
    frame = context.frame(sentence, cue)
    if reports_nobody(frame):
        return
    first, last = frame.first, frame.last
    as_clause = tokens[first].lower == "как" or _stands_before(tokens, first)
    if as_clause:
        while first > 0 and tokens[first].lower != "как":
            first -= 1
        if cue.lower == "считалось" and frame.mention_head is None and _ends_sentence(tokens, last):
            return  # а не пять тысяч, как считалось прежде
        if compares(sentence, first) or (first and models.verb_lemmas(tokens[first - 1].text)):
            return  # утешал как умел
        if frame.kind == "passive" and frame.mention_head is None and cue.lower == "говорится":
            return
    if first == cue.position and negated(sentence, cue) and infinitives(cue) & DENIED:
        first -= 1  # А, не исключил X
    if first and tokens[first - 1].lower == "так":
        first -= 1  # «А», — так говорится в письме
    first = with_such_view(tokens, first)
    if first == cue.position and not as_clause and _is_source(frame.mention_head, cue):
        first = adverbials_before(tokens, first)
    before = tokens[first - 1] if first else None
    if _is_about_it(tokens, first, last):
        return
    if not as_clause and (before is None or not (before.text == "," or is_dash(before))):
        return
    if not as_clause and (
        closes_aside(tokens, first, frame) or not _stands_in_comma_frame(frame, cue) or "считаться" in infinitives(cue)
    ):
        return
    end = frame_end(sentence, last)
    last = with_clauses(sentence, frame, last if as_clause and not first and runs_on(tokens, last, end) else end)
    rule = "as" if as_clause else "inserted"
    _propose(context, sentence, frame, _limits(context, sentence, frame, first, last, rule), rule)


def _ends_sentence(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether behind a frame only one or two words follow, as of when (``, как считалось прежде``)."""
    return len([t for t in tokens[last + 1 :] if t.pos != "PUNCT"]) < 3


def _is_about_it(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether ``об этом`` stands in a frame, and not before its comma (``Он не знал об этом, сообщил X``)."""
    comma = next((t.position for t in reversed(tokens[max(first - 4, 0) : first]) if t.pos == "PUNCT"), first - 4)
    return any(a.lower == "об" and b.lower == "этом" for a, b in pairwise(tokens[max(comma, 0) : last + 2]))


def _is_source(noun: Token | None, cue: Token) -> bool:
    """Tell whether a noun can be the subject of a verb, and is no name of what it is told of (``озвучил сказки
    «Репка»``)."""
    return noun is not None and agrees(noun, cue) and (noun.rel != "appos" or noun.feat("Animacy") == "Anim")


def _stands_before(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether ``как`` stands before a frame (``Как вчера сообщил X``, ``как ранее в суде говорил X``), and in no
    clause before its comma (``известный как Лис, сообщил X``)."""
    for token in reversed(tokens[max(first - 7, 0) : first]):
        if token.lower == "как":
            return token.position == 0 or tokens[token.position - 1].lower in JOINING | {
                ",",
                ";",
                "(",
                ":",
                "—",
                "–",
                "-",
            }
        if token.pos in ("PUNCT", "VERB", "AUX") or token.is_placeholder:
            return False
    return False


def _asks(tokens: tuple[Token, ...], cue: Token) -> bool:
    """Tell whether a verb itself is what is asked (``Неясно, согласится ли он``, ``Проверим, врёт она или нет``)."""
    behind = [t.lower for t in tokens[cue.position + 1 : cue.position + 4]]
    return behind[:1] == ["ли"] or behind[1:] == ["или", "нет"]


def _limits(
    context: Context, sentence: Sentence, frame: Frame, first: int, last: int, rule: str
) -> list[tuple[int, int]]:
    """Return the positions of the clause around a frame: those of the rules, or others that the ranker prefers."""
    spans = _within_marks(context, sentence, frame, _around(sentence, frame, first, last))
    if len(spans) < 2 or frame.cue_token is None:
        return spans
    (low, before), (after, high) = spans
    tokens = sentence.tokens
    if after <= high and after + 1 < len(tokens):
        speech = stop_at_colon(sentence, after)
        farthest = len(tokens) - 1 if speech is None else max(speech - 1, high)
        taken = rejoined(context, sentence, frame.cue_token, after)
        farthest = farthest if taken is None else min(farthest, taken - 1)
        semicolon = low < before and tokens[min(high + 1, len(tokens) - 1)].text == ";"
        farthest = high if semicolon else farthest
        if (end := end_of_which(tokens, low, after)) is not None:
            farthest = high = min(end, farthest)
        high = min(high, farthest)
        choice = right(sentence, rule, frame.cue_token, after, high + 1, farthest)
        high = context.limit(sentence, frame, choice) - 1
    return [(low, before), (after, high)]


def _within_marks(
    context: Context, sentence: Sentence, frame: Frame, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Cut the clause of a frame that stands inside marks at these (``сообщил, что «дела плохи, говорят врачи»``)."""
    if frame.cue is None:
        return spans
    start, end = frame.cue
    around = (q for q in context.analysis.quoted_in(sentence.start, sentence.end) if q.start < start and end < q.end)
    q = min((q for q in around if q != sentence.quoted), key=lambda q: q.end - q.start, default=None)
    if q is None:
        return spans
    inner = [t.position for t in sentence.tokens if q.start < t.start and t.end < q.end]
    return [(max(low, inner[0]), min(high, inner[-1])) for low, high in spans] if inner else spans


def _stands_in_comma_frame(frame: Frame, cue: Token) -> bool:
    """Tell whether a verb between commas is a frame: its source stands after it, or it needs none (сообщается)."""
    if cue.feat("VerbForm") == "Conv" or cue.lower.startswith("процитировав"):
        return False
    if frame.kind == "phrase":
        return True
    if frame.mention_head is None:
        return frame.kind == "passive"
    return frame.mention_head.position > cue.position or frame.kind == "passive"


def _around(sentence: Sentence, frame: Frame, first: int, last: int) -> list[tuple[int, int]]:
    """Return the positions of the clause around a frame ``first..last``: before it and after it.

    A clause coordinated with it that has a subject of its own stays outside (docs/guidelines.md, case 3), not where
    the frame ends the sentence.
    """
    tokens = sentence.tokens
    left, right = connective_end(sentence, dateline_end(tokens)), len(tokens) - 1
    if first and tokens[first - 1].text == "(":
        return in_brackets(tokens, left, first, last)
    relative = frame.mention_head is not None and frame.mention_head.lower.startswith("котор")
    speech = last + 1 < len(tokens) and tokens[last + 1].text == ":"
    ends = (
        speech or adds_nothing(tokens[last + 1 :]) or speaks_on(sentence, frame, last) or author_goes_on(sentence, last)
    )
    if ends:
        right = last
    if relative:
        return [(last + 1, before_main_verb(tokens, last + 1, clause_after(sentence, last + 1)))]
    cue = frame.cue_token
    news = cue is not None and (is_reference(cue) or bool(models.verb_lemmas(cue.text) & MEDIA_VERBS))
    left = left if news and ends else after_colon(tokens, left, first, last + 1)
    between = is_between_clauses(tokens, left, first, last) or is_behind_dash(tokens, left, first, last)
    left = first if between and (frame.kind == "phrase" or tokens[first].lower == "как") else left
    if not ends:
        left = clause_before(sentence, left, first)
        right = clause_after(sentence, last + 1)
    return [(left, first - 1), (last + 1, right)]


def _behind_colon(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a frame, or ``как`` before its verb, stands right behind a colon (``А: как поясняет X, Б``)."""
    at = first - 1 if first and tokens[first - 1].lower == "как" else first
    return at > 0 and tokens[at - 1].text == ":"


def _propose(context: Context, sentence: Sentence, frame: Frame, spans: list[tuple[int, int]], rule: str) -> None:
    tokens = sentence.tokens
    inside = [t for first, last in spans for t in tokens[max(first, 0) : last + 1]]
    words = [t for t in inside if t.pos != "PUNCT"]
    leads = (
        frame.first == 0
        and frame.kind == "phrase"
        and len(words) > 2
        and "верси" not in (frame.cue_token or words[0]).lower
    )
    into_marks = _goes_into_marks(context, words)
    parts = [tokens[max(first, 0) : last + 1] for first, last in spans]
    told = (frame.first < 2 or _behind_colon(tokens, frame.first)) and is_nominal(words[:-1], words[-1:])
    nominal = told or (len(parts) == 2 and is_nominal(*parts)) or is_verbless(inside)
    cannot = any(b.feat("VerbForm") == "Inf" and a.lower == "не" for a, b in pairwise(inside))  # завод не запустить
    number = len(words) > 1 and tells_number(words)
    if not (has_predicate(inside) or leads or into_marks or nominal or cannot or number):
        return
    if [t.lower for t in words[:2]] == ["об", "этом"] and any(is_cue(t, KINDS) for t in words[2:6]):
        return
    if len(words) < 2 or (len(words) < 3 and any(t.index < 0 for t in words) and not into_marks):
        _only_quoted(context, sentence, frame, words, rule)
        return
    ranges = fragments(context, sentence, spans)
    if not ranges or reported_within(context, sentence, frame, ranges) or quoted_act(context, sentence, frame, ranges):
        return
    form = Form.MIXED if any(verbatim(context, r) for r in ranges) else Form.INDIRECT
    if (
        len(ranges) == 1
        and len(words) > 4
        and any(q.range == ranges[0] for q in context.analysis.quoted_in(*ranges[0]))
    ):
        form = Form.DIRECT
    context.add(propose(form, ranges, frame, sentence.number, f"{rule}-clause", 0.75))


def _goes_into_marks(context: Context, words: list[Token]) -> bool:
    """Tell whether a clause has its subject before the marks and the rest in them (``нападавший «просто зашёл»``)."""
    if len(words) < 2 or words[-1].index >= 0 or any(t.index < 0 for t in words[:-1]):
        return False
    inside = context.text[words[-1].start + 1 : words[-1].end - 1]
    subject = any(t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON", "ADJ", "VERB") for t in words[:-1])
    return subject and inside[:1].islower() and inside.count(" ") > 3


def _only_quoted(context: Context, sentence: Sentence, frame: Frame, words: list[Token], rule: str) -> None:
    """``По словам X, «П»``: the content is one quoted span."""
    if len(words) != 1 or words[0].index >= 0:
        return
    where = Range(words[0].start, words[0].end)
    if context.covers(where.start, where.start + 1):
        return
    whole = (
        context.text[where.start + 1 : where.start + 2].isupper()
        or context.text[where.start : where.end].count(" ") > 4
    )
    form = Form.DIRECT if whole else Form.MIXED
    context.add(propose(form, [where], frame, sentence.number, f"{rule}-quoted", 0.7))


def fragments(context: Context, sentence: Sentence, spans: list[tuple[int, int]]) -> list[Range]:
    """Return the ranges of the spans of positions (inclusive), trimmed; empty ones left out."""
    found = (context.range(sentence, first, last) for first, last in spans if first <= last)
    return [r for r in found if r is not None]
