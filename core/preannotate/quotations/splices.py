"""Where another source follows what was said behind a comma alone: ``В мэрии сказали, что А, в банке не ответили``."""

from __future__ import annotations

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.context import has_predicate
from core.preannotate.quotations.cues import is_cue
from core.preannotate.quotations.frames import may_speak
from core.preannotate.quotations.subjects import own_subject

SILENT = frozenset({"ответить", "отвечать", "прокомментировать", "комментировать", "отреагировать", "уточнить"})
"""Verbs of what a body did not do when it was asked."""
HOLDS = frozenset({"говорить", "утверждать", "считать", "настаивать", "уверять", "заявлять", "называть", "оценивать"})
"""Verbs in the present of what somebody else says of it."""
SPEECH = frozenset({"say", "opinion", "act"})
REACH = 10
"""Tokens behind a comma, or before it, that are looked at."""


def answered_elsewhere(tokens: tuple[Token, ...], cue: Token, comma: int) -> bool:
    """Tell whether behind a comma another body keeps silent (``, в банке на вопросы не ответили``)."""
    if tokens[comma + 1].lower not in ("в", "во", "на") or cue.feat("Number") != "Plur":
        return False
    for token in tokens[comma + 2 : comma + REACH]:
        if token.pos == "VERB" and token.feat("VerbForm") == "Fin":
            refused = token.lower == "отказались"
            silent = tokens[token.position - 1].lower == "не" and not models.verb_lemmas(token.text).isdisjoint(SILENT)
            return token.feat("Number") == "Plur" and (refused or silent)
        if token.text in (",", ";", ":") or token.feat("Case") == "Nom":
            return False
    return False


def spliced(sentence: Sentence, comma: int) -> bool:
    """Tell whether behind a comma somebody else speaks in the present (``, организаторы говорят о сотне``)."""
    tokens = sentence.tokens
    near = tokens[comma + 1 : comma + 5]
    verb = next((t for t in near if t.pos == "VERB"), None)
    if verb is None or verb.feat("Tense") != "Pres" or models.verb_lemmas(verb.text).isdisjoint(HOLDS):
        return False
    after = tokens[verb.position + 1].lower if verb.position + 1 < len(tokens) else ""
    if verb.lower.startswith("говор") and after not in ("о", "об", "про", ",", ":"):
        return False  # медсёстры говорят шёпотом
    who = tokens[verb.position - 1]
    own = own_subject(sentence, verb)
    somebody = who.feat("Case") == "Nom" and who.pos in ("NOUN", "PROPN") and (own is None or own.position > comma)
    if not somebody or (who.feat("Animacy") != "Anim" and not may_speak(who)) or not is_cue(verb, SPEECH):
        return False
    return near[0].pos in ("NOUN", "PROPN", "ADJ", "DET") and has_predicate(tokens[max(comma - REACH, 0) : comma])
