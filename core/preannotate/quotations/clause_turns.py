"""What a source did besides saying something: the reported clause ends before it, whatever the parse joined it to."""

from __future__ import annotations

from itertools import pairwise

from core.model.punctuation import MARKS, OPENERS, STRAIGHT
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.clause_ends import head_of_clause
from core.preannotate.quotations.context import is_dash, is_predicate
from core.preannotate.quotations.cues import is_cue
from core.preannotate.quotations.frames import may_speak
from core.preannotate.quotations.subjects import own_subject

ACT = frozenset({"act"})
"""The class of verbs that quote words in marks."""
_SAID_NO_MORE = """
назвать уточнить сообщить раскрыть стать захотеть объяснить пояснить сказать смочь случиться произойти представить
предъявить привести предоставить подтвердить конкретизировать детализировать
"""
SAID_NO_MORE = frozenset(_SAID_NO_MORE.split())
"""Verbs that tell, denied, what the source did not go on to say, or what did not come of it."""


def another_act(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the comma before what else the source does with words in marks: a verb of the cue's number, and not of the
    clause's (``уверяет, что машины вышли, а акцию называет «шуткой»``)."""
    tokens, clause = sentence.tokens, head_of_clause(sentence, conj)
    for verb in tokens[conj + 1 :] if clause is not None else ():
        if clause is None or not is_cue(verb, ACT):
            continue
        if (comma := _before_own_words(sentence, cue, clause, verb)) is not None:
            return comma
        if verb.rel != "conj" or verb.head != clause.position:
            continue
        marked = any(t.text in MARKS for t in tokens[verb.position + 1 : verb.position + 3])
        if marked and verb.feat("Number") == cue.feat("Number") != clause.feat("Number"):
            lead = tokens[clause.position : verb.position]
            pairs = ((a, b) for a, b in pairwise(lead) if a.text == "," and b.lower in ("а", "и", "но"))
            return next((a.position for a, _ in pairs), None)
    return None


def _before_own_words(sentence: Sentence, cue: Token, clause: Token, verb: Token) -> int | None:
    """Return the comma before ``а`` where the source, as a pronoun, calls something so (``считает, что А, а Б он
    называет «П»``)."""
    tokens = sentence.tokens
    who = tokens[verb.position - 1]
    marked = any(t.text in MARKS for t in tokens[verb.position + 1 : verb.position + 3])
    if who.lower not in ("он", "она", "они") or not marked or who.feat("Number") != cue.feat("Number"):
        return None
    pairs = pairwise(tokens[clause.position : who.position])
    return next((a.position for a, b in pairs if a.text == "," and b.lower == "а"), None)


REPLIES = (("в", "ответ"), ("после", "чего"), ("на", "что"), ("а",))
"""What opens the clause in which somebody else reacts to what was said."""
REACTS = frozenset({"act", "say", "direct"})


def reacted_to(sentence: Sentence, conj: int) -> int | None:
    """Return the comma before how somebody else took it, in words in marks (``сказал, что А, на это мэр обозвал его
    «лжецом»``, ``…, на что Белов ответил «нет»``)."""
    tokens = sentence.tokens
    for comma in tokens[conj + 2 :]:
        if comma.text != ",":
            continue
        lead = [t.lower for t in tokens[comma.position + 1 : comma.position + 3]]
        if not any(tuple(lead[: len(words)]) == words for words in REPLIES):
            continue
        near = tokens[comma.position + 2 : comma.position + 12]
        verb = next((t for t in near if t.feat("VerbForm") == "Fin" or t.text == ","), None)
        if verb is None or not is_cue(verb, REACTS) or (lead[0] == "а" and not _judges(verb)):
            continue
        who = any(
            t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON") for t in near if t.position < verb.position
        )
        marked = any(t.text in MARKS or t.is_placeholder for t in tokens[verb.position + 1 : verb.position + 7])
        if who and marked:
            return comma.position
    return None


ONES = frozenset({"одни", "один", "одна", "часть", "некоторые", "первые", "первый", "первая", "кто-то"})
OTHERS = frozenset(
    {"другие", "другой", "другая", "вторые", "второй", "вторая", "иные", "остальные", "третьи", "кто-то"}
)


def the_others(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the comma before what others do where some say something (``Одни говорят, что А, другие ждут``)."""
    who = own_subject(sentence, cue)
    if who is None or who.lower not in ONES:
        return None
    for comma in sentence.tokens[conj + 2 : -2]:
        after = [t.lower for t in sentence.tokens[comma.position + 1 : comma.position + 3]]
        if comma.text == "," and after[after[0] in ("а", "но")] in OTHERS:
            return comma.position - 1
    return None


_ASKS = """
просить попросить велеть приказать приказывать предложить предлагать требовать потребовать поручить обещать пообещать
советовать посоветовать рекомендовать пожелать желать
"""
ASKS = frozenset(_ASKS.split())
"""Verbs of what is wanted of somebody, told in a clause as other events are (``а экипаж просил сесть «покрепче»``)."""


def _judges(verb: Token) -> bool:
    return is_cue(verb, ACT) and (verb.feat("Aspect") == "Perf" or models.verb_lemmas(verb.text).isdisjoint(ASKS))


def turned_from(sentence: Sentence, conj: int) -> int | None:
    """Return the comma before what did not follow (``сообщил, что А, однако имён называть не стал``)."""
    tokens = sentence.tokens
    for comma in tokens[conj + 3 :]:
        if comma.text != "," or tokens[min(comma.position + 1, len(tokens) - 1)].lower not in ("однако", "но"):
            continue
        near = tokens[comma.position + 2 : comma.position + 8]
        denied = next((b for a, b in pairwise(near) if a.lower == "не"), None)
        before = [t for t in near if denied is not None and t.position < denied.position - 1]
        if denied is None or any(t.text == "," or (t.rel == "nsubj" and not t.lower.startswith("это")) for t in before):
            continue
        if not models.verb_lemmas(denied.text).isdisjoint(SAID_NO_MORE):
            return comma.position
    return None


def afterwards(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the last position before ``, после чего уехал``: what the source did after it said that it goes."""
    tokens = sentence.tokens
    clause = head_of_clause(sentence, conj)
    if clause is None or cue.feat("Tense") != "Past":
        return None
    for token in tokens[conj + 3 :]:
        if token.lower != "чего" or [t.lower for t in tokens[token.position - 2 : token.position]] != [",", "после"]:
            continue
        verb = next((t for t in tokens[token.position + 1 :] if t.pos == "VERB"), None)
        same = ("Tense", "Gender", "Number")
        other = verb is not None and any(verb.feat(f) != clause.feat(f) for f in same)
        if verb is not None and other and all(verb.feat(f) == cue.feat(f) for f in same):
            return token.position - 3
    return None


def goes_back(sentence: Sentence, cue: Token, conj: int) -> int | None:
    """Return the last position before ``, и ушёл``: a comma before the only ``и`` of a clause ends it, and a verb
    without a subject that agrees with the cue goes on with the frame (``сказал, что устал, и ушёл``)."""
    tokens = sentence.tokens
    finite = cue.feat("VerbForm") == "Fin" and cue.feat("Tense") in ("Past", "Pres")
    if not finite and cue.feat("Variant") != "Short":
        return None
    comma = _first_mark(tokens, conj + 1)
    if comma is None or comma < conj + 2 or comma + 3 >= len(tokens):
        return None
    joint = comma + 1 + is_dash(tokens[comma + 1])
    oneself = tokens[joint].lower == "а" and tokens[joint + 1].lower in ("сам", "сама", "сами")
    if tokens[joint].lower not in GOES_ON and not oneself:
        return None
    at = _past_gerund(tokens, joint + 1 + oneself)
    while at + 1 < len(tokens) and tokens[at].pos in ("ADV", "PART"):
        at += 1
    if tokens[joint].lower in ("но", "однако"):
        at = _past_objects(tokens, at)
    verb, clause = tokens[at], tokens[conj:comma]
    if verb.lower in READY:
        return comma - 1 if _is_sources(sentence, cue, clause, verb) else None
    goes_on = verb.pos == "VERB" and verb.feat("VerbForm") == "Fin" and (oneself or own_subject(sentence, verb) is None)
    turned = _of_two_times(clause, verb) or _is_of_nobody_else(sentence, clause, verb)
    turned = turned or _of_another(clause, verb)
    if tokens[joint].lower in ("но", "однако") and not turned:
        return None
    return comma - 1 if goes_on and (_of_one_subject(cue, verb) or _speaks_now(cue, clause, verb)) else None


GOES_ON = frozenset({"и", "но", "однако"})
READY = frozenset({"готов", "готова", "готовы", "намерен", "намерена", "намерены", "рад", "рада", "рады"})
"""Short forms that only people are."""


def _is_sources(sentence: Sentence, cue: Token, clause: tuple[Token, ...], ready: Token) -> bool:
    """Tell whether it is the source that is ready, not who the clause is about (``верит, что А, и рад``)."""
    told = next((t for t in reversed(clause) if is_predicate(t)), None)
    who = own_subject(sentence, told) if told is not None else None
    kept = ("Number", "Gender") if cue.feat("Gender") else ("Number",)
    return (who is None or who.feat("Animacy") == "Inan") and all(ready.feat(f) == cue.feat(f) for f in kept)


def _speaks_now(cue: Token, clause: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a verb of speech in the present goes with a past cue, and not with the clause's subject."""
    told = next((t for t in reversed(clause) if is_predicate(t)), None)
    now = cue.feat("Tense") == "Past" and verb.feat("Tense") == "Pres" and verb.feat("Number") == cue.feat("Number")
    return now and told is not None and told.feat("Number") != verb.feat("Number") and is_cue(verb, SPEECH)


SPEECH = frozenset({"say", "direct", "act"})


def _first_mark(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return the position of the first comma, semicolon or colon that stands in no marks."""
    inside = False
    for token in tokens[at:]:
        if token.text in MARKS:
            inside = token.text in OPENERS or (token.text in STRAIGHT and not inside)
        elif not inside and token.text in (",", ";", ":"):
            return token.position
    return None


def _of_another(clause: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a clause is of the past and of another gender than a verb behind it (``призналась, что дом сгорел,
    но скрыла причину``)."""
    told = next((t for t in reversed(clause) if is_predicate(t)), None)
    if told is None:
        told = next((t for t in clause if t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN")), None)
    elif not _is_past(told):
        return False
    return told is not None and _is_past(verb) and any(told.feat(f) != verb.feat(f) for f in ("Gender", "Number"))


def _past_objects(tokens: tuple[Token, ...], at: int) -> int:
    """Return the position of the verb behind what it is done to (``, но статую велел вернуть``), else the position."""
    for token in tokens[at : at + REACH]:
        if token.feat("VerbForm") == "Fin" and token.pos == "VERB":
            return token.position
        place = token.feat("Case") == "Loc" and may_speak(token)  # но в мэрии решили
        if token.pos in ("PUNCT", "SCONJ", "CCONJ") or token.feat("Case") == "Nom" or token.is_placeholder or place:
            break
    return at


REACH = 7
"""Words before a verb whose object stands first."""


def _is_of_nobody_else(sentence: Sentence, clause: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a verb of speech goes on behind a clause of a thing, which says nothing (``признаёт, что проверка
    нужна, но зовёт её «придиркой»``)."""
    told = next((t for t in reversed(clause) if is_predicate(t)), None)
    who = own_subject(sentence, told) if told is not None else None
    thing = who is not None and who.feat("Animacy") == "Inan" and who.pos == "NOUN" and not may_speak(who)
    return thing and is_cue(verb, SPEECH)


def _of_two_times(clause: tuple[Token, ...], verb: Token) -> bool:
    """Tell whether a past verb behind ``но`` is of another time than the clause (``что уйдёт, но остался``)."""
    first = next((t for t in clause if is_predicate(t)), None)
    return verb.feat("Tense") == "Past" and first is not None and not _is_past(first)


def _is_past(predicate: Token) -> bool:
    """Tell whether a predicate is of the past; a short form is not (``что готов``)."""
    return predicate.feat("VerbForm") == "Fin" and predicate.feat("Tense") == "Past"


def _of_one_subject(cue: Token, verb: Token) -> bool:
    """Tell whether a finite verb may have the subject of a cue: of its tense, or in the present after a short form."""
    past = verb.feat("Tense") == "Past"
    if cue.feat("VerbForm") == "Fin" and verb.feat("Tense") != cue.feat("Tense"):
        return False
    return all(verb.feat(f) == cue.feat(f) for f in (("Number", "Gender") if past else ("Number",)))


def _past_gerund(tokens: tuple[Token, ...], at: int) -> int:
    """Return the position behind a gerund's clause between commas that begins at a position, else the position."""
    if tokens[at].text != "," or not any(t.feat("VerbForm") == "Conv" for t in tokens[at + 1 : at + 3]):
        return at
    return next((t.position + 1 for t in tokens[at + 2 : -1] if t.text == ","), at)
