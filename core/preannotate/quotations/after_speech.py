"""Frames behind a speech and a dash that no verb of speech makes: ``«П» — это слова X``, ``«П», — развёл руками X``."""

from __future__ import annotations

from msgspec.structs import replace

from core.model import Range
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.inserts import GESTURES
from core.preannotate.quotations.colons import SPEECHES, can_speak, speech_noun_frame
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.misparsed import agrees
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Frame, frame_of
from core.preannotate.quotations.subjects import own_subject

_POINTING = """
это вот так таков такова таково таковы такой такая такое такую такие таким такими был была было были стал стала стало
стали звучит звучал звучала прозвучал
"""
CAME = frozenset({"был", "последовал", "прозвучал", "раздался"})
"""Verbs by which an answer comes, also where nobody is said to give it."""
POINTING = frozenset(_POINTING.split()) | CAME
"""Words between the dash and the noun of speech."""
NAMING = frozenset({"назвать", "называть", "называться", "звать", "прозвать", "окрестить", "именовать", "именоваться"})
"""Verbs that give names, and frame no speech."""
REACH = 6
"""Words between the dash and whoever acts."""


def these_are_the_words(sentence: Sentence, at: int) -> Frame | None:
    """``«П» — это слова X``, ``«П» — таков был ответ X``: a noun of speech and whose it is, from ``at`` on."""
    tokens = sentence.tokens
    first = at
    while at < len(tokens) and tokens[at].lower in POINTING:
        at += 1
    if at == first or at >= len(tokens):
        return None
    near = tokens[at : at + 2]
    noun = next((t for t in near if t.pos == "NOUN" and t.lemma in SPEECHES), None)
    if noun is None or any(t.pos not in ("ADJ", "DET", "NOUN") for t in near if t.position < noun.position):
        return None
    frame = speech_noun_frame(sentence, noun, len(tokens))
    if noun.lower == "ответ" and tokens[noun.position - 1].lower in CAME:
        return frame  # «П», — был ответ
    return frame if frame.mention is not None else _left_by(sentence, noun) or _of_title(sentence, noun, frame)


def _of_title(sentence: Sentence, noun: Token, frame: Frame) -> Frame | None:
    """Return the frame with the person behind its noun whose title has one form (``был ответ замглавы``)."""
    owner = sentence.tokens[noun.position + 1] if noun.position + 1 < len(sentence.tokens) else noun
    if owner.rel != "nmod" or owner.head != noun.position or owner.feat("Animacy") != "Anim":
        return None
    phrase = tuple(t for t in noun_phrase(sentence, owner) if t.position > noun.position)
    return replace(frame, mention=span(phrase), mention_tokens=phrase, mention_head=owner, omitted=not phrase)


def _left_by(sentence: Sentence, noun: Token) -> Frame | None:
    """``«П» — такое сообщение оставила X``: the verb beside the noun, and its subject behind it."""
    verb = sentence.tokens[noun.position + 1] if noun.position + 1 < len(sentence.tokens) else noun
    if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin":
        return None
    return acted(sentence, verb, Range(noun.start, verb.end), "the subject of the verb")


def somebody_acts(context: Context, sentence: Sentence, at: int) -> Frame | None:
    """``«П», — не скрывает X``, ``«П», — развёл руками X``, ``«П», — возмущён X``: any finite verb or short adjective,
    and a person as its subject behind it."""
    tokens = sentence.tokens
    verb = next((t for t in tokens[at : at + 3] if t.pos not in ("PART", "ADV", "ADP")), None)
    if verb is None or not (_is_finite(verb) or _is_short(verb)):
        verb = _behind_such_words(tokens, at)
    if verb is None:
        return None
    if not models.verb_lemmas(verb.text).isdisjoint(NAMING):
        return None
    denied = verb.position > at and tokens[verb.position - 1].lower == "не"
    moved = next((t for t in tokens[verb.position + 1 : verb.position + 2] if t.lower in GESTURES), verb)
    cue = Range(tokens[verb.position - denied].start, moved.end)
    frame = acted(sentence, verb, cue, "a person acts after the speech")
    return frame if frame is not None and (_is_pronoun(frame) or can_speak(context, frame)) else None


def _behind_such_words(tokens: tuple[Token, ...], at: int) -> Token | None:
    """Return the verb of ``«П», — к такому выводу пришёл X``, ``«П», — под этими словами подписался X``."""
    near = tokens[at : at + 4]
    such = next((t.position for t in near if t.lemma in ("такой", "этот")), len(tokens))
    noun = tokens[such + 1] if such + 1 < len(tokens) else None
    if noun is None or noun.pos != "NOUN" or noun.lemma not in SPEECHES | OPINIONS:
        return None
    verb = tokens[noun.position + 1] if noun.position + 1 < len(tokens) else noun
    return verb if _is_finite(verb) else None


OPINIONS = frozenset({"вывод", "мнение", "обещание", "слово", "призыв", "просьба", "девиз", "ответ", "совет"})
"""Nouns that say, with ``такой`` before them, what words behind a dash are."""


def _is_finite(verb: Token) -> bool:
    return verb.pos == "VERB" and verb.feat("VerbForm") == "Fin" and verb.feat("Person") != "1"


def _is_short(word: Token) -> bool:
    """Tell whether a word may be a short adjective or participle, by the dictionary (``непреклонна``, ``удивлён``)."""
    return word.pos in ("ADJ", "VERB") and any(str(p.tag.POS) in ("ADJS", "PRTS") for p in models.parses(word.lower))


def _is_pronoun(frame: Frame) -> bool:
    return frame.mention_head is not None and frame.mention_head.lower in ("он", "она", "они")


def _woman(name: Token, verb: Token) -> bool:
    """Tell whether a surname read as a genitive can be the subject of a verb in the feminine (``вздохнула Белова``)."""
    return name.pos == "PROPN" and verb.feat("Gender") == "Fem" and name.lower.endswith(("ова", "ева", "ина", "ая"))


def acted(sentence: Sentence, verb: Token, cue: Range, how: str) -> Frame | None:
    """Return the frame of a verb whose subject stands behind it, with no mark between."""
    tokens = sentence.tokens
    behind = tokens[verb.position + 1 : verb.position + 1 + REACH]
    mark = next((t.position for t in behind if t.pos in ("PUNCT", "VERB", "SCONJ")), len(tokens))
    near = [t for t in behind if t.position < mark]
    head = own_subject(sentence, verb)
    if head is None or head not in near:
        named = (t for t in near if t.pos in ("NOUN", "PROPN", "PRON") and t.feat("Case") == "Nom")
        head = next((t for t in named if agrees(t, verb)), None) or next((t for t in near if _woman(t, verb)), None)
    if head is None or not (head.feat("Case") in ("Nom", "") or _woman(head, verb)):
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > verb.position)
    return frame_of(
        "verb",
        cue,
        verb,
        phrase,
        head,
        first=verb.position,
        last=phrase[-1].position if phrase else verb.position,
        evidence=(f"cue {verb.text}", how),
    )
