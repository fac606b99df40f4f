"""Which quoted spans are parsed apart: whole speeches, by what is in them and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection

from core.model.punctuation import DASHES
from core.preannotate.analysis import models
from core.preannotate.analysis.inserts import frame_verbs
from core.preannotate.analysis.marks import SENTENCE_END, Quoted
from core.preannotate.analysis.taught import NO_CLASS

EMOJI = 0x2600
"""From here on come signs and emoji, after which a speech may begin."""


def is_block(text: str, q: Quoted, more: Collection[str] = ()) -> bool:
    """Tell whether a quoted span is parsed apart: several sentences, or whole speech by what stands around it.

    ``more``: verbs that frame speech beside those of the lexicon.
    """
    inside = text[q.start + 1 : q.end - 1].strip()
    one_word = " " not in inside and not any(dash in inside for dash in "—–")
    if len(inside) < 2:
        return False
    before = text[max(q.start - 6, 0) : q.start].rstrip(" \u00a0\u202f'")
    after = text[q.end : q.end + 6].lstrip(" \u00a0\u202f,.'")
    lead = not before or before[-1] in ":\n.!?…" or before[-1] in DASHES or ord(before[-1]) >= EMOJI
    joint = bool(after) and after[0] in DASHES
    lead = lead and not _is_predicate(text, q)
    if one_word and not inside.endswith(("!", "?", "…", ".")):
        answer = lead and joint and text[q.end : q.end + 1] == ","  # «Да», — ответил он
        framed = _followed_by_frame(text, q.end, more) if answer else lead and _pointed_back_at(text, q.end)
        return framed or (before[-1:] == ":" and _answers(text, q, more))
    several = any(mark in inside[:-1] and _breaks(inside) for mark in ".!?…")
    if several or not q.closed or "\n" in inside:
        return True
    words = inside.count(" ") + 1
    comma_joint = (text[q.end : q.end + 1] == "," and joint) or (joint and inside[-1] in "!?…,.")
    return (
        (before[-1:] == ":" and (words > 1 or inside[-1] in SENTENCE_END))
        or (lead and (comma_joint or words >= 6))
        or (comma_joint and words > 4)
        or (lead and (_followed_by_frame(text, q.end, more) or _pointed_back_at(text, q.end)))
        or _opens_headline(text, q)
    )


def _is_predicate(text: str, q: Quoted) -> bool:
    """Tell whether words in marks say after a dash what somebody is (``Закон — «мёртвая буква», считает X``)."""
    before = text[max(q.start - 60, 0) : q.start].rstrip(" \u00a0\u202f")
    framed = text[q.end : q.end + 1] == "," and text[q.end + 1 : q.end + 3].strip()[:1].isalpha()
    if not framed or before[-1:] not in tuple(DASHES) or not text[q.start + 1 : q.start + 2].islower():
        return False
    subject = before[:-1].rstrip(" \u00a0\u202f")
    return subject[-1:].isalnum() or subject[-1:] in ("»", ")")


def _opens_headline(text: str, q: Quoted) -> bool:
    """Tell whether a speech with a finite verb opens the text, and a colon follows (``«П»: что случилось``)."""
    if text[q.end : q.end + 1] != ":" or text[: q.start].strip():
        return False
    words = re.findall(r"[а-яё]+", text[q.start : q.end].lower())
    return len(words) > 2 and any(models.verb_feats(word) for word in words)


_POINTED = re.compile(
    r"(?:,?[ \u00a0]*[—–-][ \u00a0]*(?:так|таков[аоы]?|так(?:ой|ая|ое|ую|ие|ими?)|это|вот|с этими)"
    r"|[.?!]?[ \u00a0](?:Так|Такими|Именно так|С (?:этими|такими)))(?![а-яё])"
    r"(?:[ \u00a0]+([А-ЯЁа-яё-]+))?(?:[ \u00a0]+([А-ЯЁа-яё-]+))?(?:[ \u00a0]+([А-ЯЁа-яё-]+))?"
)
_SPEECH_NOUNS = re.compile(r"слов|ответ|цитат|реакци|сообщен|мнени|коммент|вывод|признан|объяснен|оценк|запис|реплик")


def _pointed_back_at(text: str, end: int) -> bool:
    """Tell whether a speech is pointed back at (``» — так ответил X``, ``» — это слова X``)."""
    after = _POINTED.match(text, end)
    near = [word for word in after.groups() if word] if after is not None else []
    return any(
        _SPEECH_NOUNS.match(word) or not models.verb_lemmas(word.lower()).isdisjoint(frame_verbs()) for word in near
    )


def _answers(text: str, q: Quoted, more: Collection[str]) -> bool:
    """Tell whether one word ends a sentence and before its colon stands a verb of speech (``ответил так: «Да».``)."""
    if text[q.end : q.end + 1] not in (".", "\n", "") or not text[q.start + 1 : q.start + 2].isupper():
        return False
    clause = re.split(r"[.!?…:;\n«»]", text[max(q.start - 80, 0) : q.start].rstrip(" \u00a0:"))[-1]
    words = re.findall(r"[а-яё]+", clause)[-7:]
    verb = bool(models.verb_feats(text[q.start + 1 : q.end - 1]))
    named = not verb and not {"о", "об", "про"}.isdisjoint(words)  # рассказал о фильме: «Мост»; but об отказе: «Падаем»
    told = any(not models.verb_lemmas(word).isdisjoint({*frame_verbs(), *more}) for word in words)
    return not named and (told or _REPLY.match(clause.lower()) is not None)


_REPLY = re.compile(r"\W*(?:\w+[ \u00a0])?(?:ответ|реакци|реплик)")
"""A clause about an answer (``Ответ мэра был краток: «Нет».``)."""
_WORDS = re.compile(
    r"(?:,[ \u00a0]*[—–-]?|[ \u00a0]*[—–-])[ \u00a0]*([а-яё-]+)(?:[ \u00a0]+([а-яё-]+))?(?:[ \u00a0]+([а-яё-]+))?"
)


BETWEEN = frozenset(("ADVB", "PRED", "ADJS"))
"""Parts of speech, in the dictionary, of what may stand between a speech and its verb (``коротко``)."""
PARTICLES = frozenset(("же", "и", "лишь", "только", "уже"))
"""Other words that may (``тут же``, ``только и``)."""


def _followed_by_frame(text: str, end: int, more: Collection[str]) -> bool:
    """Tell whether a word of speech follows a speech after a comma or a dash, behind adverbs at most (``», сказал X``,
    ``»—сказал X``, ``», — коротко ответил X``)."""
    after = _WORDS.match(text, end)
    for word in after.groups() if after is not None else ():
        verbs = models.verb_lemmas(word) if word else NO_CLASS
        if not verbs.isdisjoint(frame_verbs()) or not verbs.isdisjoint(more):
            return True
        if not word or not (word in PARTICLES or any(p.tag.POS in BETWEEN for p in models.parses(word)[:1])):
            return False
    return False


def _breaks(inside: str) -> bool:
    """Tell whether a sentence ends inside: a final mark, a space, a capital letter."""
    for i, c in enumerate(inside[:-2]):
        if (
            c in SENTENCE_END
            and inside[i + 1] in " \u00a0\n"
            and i > 2
            and inside[i - 1].islower()
            and inside[i - 2].isalpha()
        ):
            rest = inside[i + 1 :].lstrip(' \u00a0\n—–-«"')
            if rest[:1].isupper():
                return True
    return False
