"""Whom a verb that passes on quotes: ``цитирует министра``, ``приводит слова министра``."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.cues import cue_noun, infinitives

SPEECH_NOUNS = frozenset(
    {
        "слово",
        "высказывание",
        "выступление",
        "сообщение",
        "комментарий",
        "заявление",
        "речь",
        "рассказ",
        "мнение",
        "ответ",
    }
)
QUOTES = frozenset({"цитировать", "процитировать", "приводить", "привести"})


def carried(sentence: Sentence, cue: Token) -> tuple[Token | None, str]:
    """Return whom a carrier verb quotes: ``цитирует министра``, ``приводит слова министра``."""
    noun = cue_noun(sentence, cue)
    if noun is not None:
        owner = next((t for t in sentence.dependents(noun, "nmod", "det") if t.feat("Case") in ("Gen", "")), None)
        return owner, "genitive of the quoted words"
    for token in sentence.dependents(cue, "obj", "iobj"):
        if token.lemma in SPEECH_NOUNS:
            owner = next((t for t in sentence.dependents(token, "nmod", "det") if t.feat("Case") in ("Gen", "")), None)
            if owner is not None:
                return owner, "genitive of the quoted words"
        if token.feat("Animacy") == "Anim" or token.pos == "PRON":
            return token, "object of a carrier verb"
    person = _person_after(sentence, cue) if infinitives(cue) & QUOTES else None
    if person is not None:
        return person, "object of a carrier verb (by case)"
    office = _office_after(sentence, cue) if infinitives(cue) & QUOTES else None
    if office is not None:
        return office, "office that a carrier verb quotes"
    name = next((t for t in sentence.dependents(cue, "obj", "iobj") if t.pos == "PROPN"), None)
    if name is not None:
        return name, "object of a carrier verb"
    if not infinitives(cue) & QUOTES:
        return None, ""
    thing = next((t for t in sentence.dependents(cue, "obj") if t.position > cue.position), None)
    return thing, "object of a carrier verb"


def _office_after(sentence: Sentence, cue: Token) -> Token | None:
    """Return the office in the accusative after a carrier verb (``цитирует «Заря» пресс-службу банка``)."""
    for token in sentence.tokens[cue.position + 1 : cue.position + 8]:
        if token.text in (",", ":", ";") or token.pos == "VERB":
            return None
        office = table("places_of_speech").get(token.lemma) == "office" and token.feat("Case") == "Acc"
        if office and not sentence.dependents(token, "case"):
            return token
    return None


def _person_after(sentence: Sentence, cue: Token) -> Token | None:
    """Return the person in the accusative after a carrier verb, past the medium (``цитирует «Заря» главу фонда``)."""
    for token in sentence.tokens[cue.position + 1 : cue.position + 12]:
        if token.text in (",", ":", ";") or token.pos == "VERB":
            break
        head = sentence.head(token)
        inner = token.rel in ("flat:name", "flat") or (
            token.rel in ("appos", "nmod") and head is not None and head.feat("Case") in ("Acc", "Gen")
        )
        person = token.feat("Animacy") == "Anim" and token.pos in ("NOUN", "PROPN") and not inner
        if person and token.feat("Case") in ("Acc", "Gen") and not sentence.dependents(token, "case"):
            return token
    return None


def declined(sentence: Sentence, tokens: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """Cut what stands before the object's first word in its case (``цитирует РБК президента фонда``: the agency), and
    take in the name after the title."""
    names = [t for t in sentence.dependents(head, "appos") if t.pos == "PROPN" and t.feat("Case") in ("Acc", "Gen")]
    names += [t for name in names for t in sentence.dependents(name, "flat:name", "flat") if not t.is_placeholder]
    last = max(tokens[-1].position, *(t.position for t in names), 0)
    while last + 1 < len(sentence.tokens):
        after = sentence.tokens[last + 1]
        if not after.text[:1].isupper() or after.feat("Case") not in ("Acc", "Gen") or after.feat("Animacy") == "Inan":
            break
        last += 1
    tokens = sentence.tokens[tokens[0].position : last + 1]
    cases = (head.feat("Case"), "Gen", "Acc") if head.feat("Case") else ("",)
    first = next(
        (i for i, t in enumerate(tokens) if (t.feat("Case") in cases and not t.text.isupper()) or t is head), 0
    )
    return tokens[first:]
