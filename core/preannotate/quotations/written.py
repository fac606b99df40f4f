"""Speech without marks after a colon that somebody wrote or exclaimed: it goes on to the end of the paragraph.

``Белова написала в блоге: Дед бы этого не вынес. Он каждую чашку знал в лицо.``
"""

from __future__ import annotations

from core.model.punctuation import MARKS
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.cues import infinitives

_VERBS = "написать писать дописать приписать запостить твитнуть ретвитнуть отписать отписаться опубликовать"
WRITES = frozenset(_VERBS.split())
_WHERE = """
блог микроблог канал телеграм-канал telegram-канал соцсеть сеть пост страница страничка твиттер телеграм телеграме
фейсбук инстаграм чат группа аккаунт сообщение комментарий обращение сообщество twitter telegram facebook instagram
вконтакте x
"""
WHERE = frozenset(_WHERE.split())
"""Where somebody writes, whatever the verb (``заявил в своём канале:``)."""
REACH = 6
"""Tokens from the verb to the colon."""


def is_written(sentence: Sentence, cue: Token, colon: int) -> bool:
    """Tell whether a verb before a colon leads to what somebody wrote, or exclaimed (``возмутилась: Не трогайте
    деда! Он старый``), which begins with a capital."""
    tokens = sentence.tokens
    if colon - cue.position > REACH or colon + 2 >= len(tokens) or not tokens[colon + 1].text[:1].isupper():
        return False
    if tokens[-1].text[-1:] not in ".!?…":
        return False
    between = tokens[cue.position + 1 : colon]
    if any(t.text == "," or t.feat("VerbForm") == "Fin" for t in between):
        return False
    if not infinitives(cue).isdisjoint(WRITES) or any(t.lemma in WHERE for t in between):
        return True
    return tokens[-1].text[-1:] == "!" and tokens[colon + 1].pos not in ("PROPN", "NOUN")


def end_of_written(context: Context, sentence: Sentence) -> int:
    """Return where what somebody wrote ends: with the paragraph, or before a sentence in which others speak."""
    end = sentence.tokens[-1].end
    for other in context.analysis.sentences[sentence.number + 1 :]:
        if other.paragraph != sentence.paragraph or other.quoted != sentence.quoted or other.frame:
            break
        marks = any(t.index < 0 or t.text in MARKS for t in other.tokens)
        if marks or context.cues(other, 0, len(other.tokens)) or context.phrases(other, 0, len(other.tokens)):
            break
        end = other.tokens[-1].end
    return end
