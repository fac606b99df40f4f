"""Clauses of a verb of speech without a conjunction, right behind it: ``Соседи говорят, дом горел дважды``."""

from __future__ import annotations

from core.model import Form
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.context import Context, has_predicate
from core.preannotate.quotations.cues import infinitives, negated, verbs
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.proposal import propose

_TELLING = """
говорить считать думать полагать уверять утверждать рассказывать писать клясться жаловаться надеяться верить обещать
бояться предупреждать подтверждать признаваться объяснять пояснять вспоминать заверять убеждать
"""
TELLING = frozenset(_TELLING.split())
"""Verbs in the present behind which a clause may stand without a conjunction."""
SUBJECTS = ("NOUN", "PROPN", "PRON")


def bare_clause(context: Context, sentence: Sentence, cue: Token) -> None:
    """Propose the clause with a subject of its own that a comma parts from a verb of speech with its source before it,
    near the start of the sentence."""
    tokens = sentence.tokens
    comma = cue.position + 1
    if comma + 3 >= len(tokens) or tokens[comma].text != "," or cue.position > 9 or cue.start in context.spent:
        return
    told = cue.feat("Tense") == "Pres" and not infinitives(cue).isdisjoint(TELLING)
    if not told and infinitives(cue).isdisjoint(verbs("shortadj")):
        return
    frame = context.frame(sentence, cue)
    head = frame.mention_head
    if head is None or head.position > cue.position or negated(sentence, cue):
        return
    if any(t.pos in ("PUNCT", "SCONJ") or t.lower == "как" for t in tokens[: cue.position]):
        return
    if not _is_clause(sentence, comma + 1):
        return
    found = context.range(sentence, comma + 1, len(tokens) - 1)
    if found is not None:
        form = Form.MIXED if verbatim(context, found) else Form.INDIRECT
        context.add(propose(form, [found], frame, sentence.number, "clause-bare", 0.5))


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
