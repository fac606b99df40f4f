"""Clauses of a verb of speech without a conjunction, right behind it: ``Соседи говорят, дом горел дважды``, ``X дал
понять — дом продан``."""

from __future__ import annotations

from core.model import Form
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.context import Context, has_predicate, is_dash, is_predicate
from core.preannotate.quotations.cues import cue_noun, infinitives, is_cue, is_future, is_light, negated, verbs
from core.preannotate.quotations.frames import says_oneself
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.proposal import propose

_TELLING = """
говорить считать думать полагать уверять утверждать рассказывать писать клясться жаловаться надеяться верить обещать
бояться предупреждать подтверждать признаваться объяснять пояснять вспоминать заверять убеждать
"""
TELLING = frozenset(_TELLING.split())
"""Verbs in the present behind which a clause may stand without a conjunction."""
SUBJECTS = ("NOUN", "PROPN", "PRON")
DASHED = frozenset({"say", "opinion", "shortadj"})
"""Classes of verbs behind which a dash may stand for a conjunction (``дал понять — порт не закроют``)."""


def bare_clause(context: Context, sentence: Sentence, cue: Token) -> None:
    """Propose the clause with a subject of its own that a comma parts from a verb of speech with its source before it,
    near the start of the sentence."""
    tokens = sentence.tokens
    noun = cue_noun(sentence, cue)
    comma = max(cue.position, noun.position if noun is not None else 0) + 1
    if comma + 3 >= len(tokens) or cue.position > 14 or cue.start in context.spent:
        return
    dashed = is_dash(tokens[comma]) and (is_cue(cue, DASHED) or is_light(sentence, cue)) and not is_future(cue)
    dashed = dashed and cue.feat("VerbForm") != "Conv"
    if not dashed and (tokens[comma].text != "," or cue.position > 9):
        return
    told = dashed or (cue.feat("Tense") == "Pres" and not infinitives(cue).isdisjoint(TELLING))
    if not told and infinitives(cue).isdisjoint(verbs("shortadj")):
        return
    frame = context.frame(sentence, cue)
    head = frame.mention_head
    if head is None or head.position > cue.position or negated(sentence, cue) or says_oneself(frame):
        return
    if any((t.pos == "PUNCT" and not dashed) or t.pos == "SCONJ" or t.lower == "как" for t in tokens[: cue.position]):
        return
    if not (_is_told(cue, tokens[comma + 1 :]) if dashed else _is_clause(sentence, comma + 1)):
        return
    found = context.range(sentence, comma + 1, len(tokens) - 1)
    if found is not None:
        form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
        context.add(propose(form, [found], frame, sentence.number, "clause-bare", 0.5))


def _is_told(cue: Token, rest: tuple[Token, ...]) -> bool:
    """Tell whether what stands behind a dash is what somebody says: a clause, no more of the author's (``сказал — и
    ушёл``, ``Он сказал — они сделали``)."""
    near = rest[: next((i for i, t in enumerate(rest) if t.text in (",", ";", ":", ".", "!", "?")), len(rest))]
    if not near or near[0].pos in ("SCONJ", "CCONJ", "PUNCT") or near[0].is_placeholder or near[0].lower == "это":
        return False
    told = next((t for t in near if is_predicate(t)), None)
    alike = told is not None and told.feat("VerbForm") == "Fin" and told.feat("Tense") == cue.feat("Tense") == "Past"
    return has_predicate(near) and not (alike and len(near) < 3)


def _is_clause(sentence: Sentence, start: int) -> bool:
    """Tell whether a main clause begins at a position: its own nominative, then its predicate, before any comma."""
    rest = sentence.tokens[start:]
    first = rest[0]
    if (
        first.pos in ("SCONJ", "CCONJ", "PUNCT", "ADP", "VERB")
        or first.is_placeholder
        or first.feat("VerbForm") in ("Conv", "Part")
    ):
        return False
    near = rest[: next((i for i, t in enumerate(rest) if t.text in (",", ";", ":")), len(rest))]
    if any(t.lower.startswith("котор") or t.lower in ("что", "чтобы", "ли", "как") for t in near):
        return False
    words = [t for t in near if t.pos != "PUNCT"]
    if len(words) < 3 and words[-1].feat("Tense") == "Pres" and words[-1].feat("Aspect") == "Imp":
        return False  # Он пишет, жена рисует
    own = any(t.pos in SUBJECTS and t.feat("Case") == "Nom" for t in near) or any(
        t.lower in ("нет", "надо", "нужно") for t in near
    )
    return own and has_predicate(near)
