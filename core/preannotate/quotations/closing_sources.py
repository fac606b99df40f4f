"""The source that closes a frame behind its clause, past where or to whom it was said (``А, сообщили в интервью «Заре»
двое рабочих``)."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.closing_subjects import WHERE, closes, free_words, speaks, tail_of
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.misparsed import agrees

COUNTED = frozenset(("несколько", "двое", "трое", "четверо", "пятеро", "шестеро", "множество"))
"""Numerals of which the people behind them are a source."""


def closing_source(sentence: Sentence, cue: Token) -> Token | None:
    """Return the noun behind a verb that a comma, a dash or ``как`` opens, past nouns with prepositions and whom was
    told: the first nominative, counted people, an initial, a body in capitals."""
    if not closes(sentence.tokens, cue):
        return None
    tail = tail_of(sentence.tokens, cue.position + 1)
    for token in free_words(tail):
        if (people := _counted(sentence, cue, token)) is not None:
            return people
        if _is_initial(sentence.tokens, token) or _is_body(tail, cue, token):
            return token
        if token.feat("Case") != "Nom" or not agrees(token, cue):
            continue
        if token.pos == "PRON" or (token.pos in ("NOUN", "PROPN") and speaks(token)):
            return _title_of(sentence, token)
    return None


def _title_of(sentence: Sentence, name: Token) -> Token:
    """Return the title that the parse hung a name on, right before it, or the name."""
    title = sentence.head(name) if name.rel == "appos" else None
    beside = title is not None and title.position == name.position - 1 and title.feat("Case") == "Nom"
    return title if title is not None and beside else name


def _counted(sentence: Sentence, cue: Token, numeral: Token) -> Token | None:
    """Return the people or bodies behind a numeral that counts them (``несколько очевидцев``, ``трое врачей``)."""
    if numeral.lower not in COUNTED or (cue.feat("Number") == "Sing" and cue.feat("Gender") in ("Masc", "Fem")):
        return None
    behind = sentence.tokens[numeral.position + 1 : numeral.position + 4]
    noun = next((t for t in behind if t.pos != "ADJ"), None)
    if noun is None or noun.feat("Case") != "Gen" or noun.feat("Number") != "Plur":
        return None
    body = noun.lemma in table("org_heads") or table("places_of_speech").get(noun.lemma) == "office"
    return noun if body or noun.feat("Animacy") == "Anim" else None


def _is_initial(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a letter is the initial of a name (``А. Лужин``)."""
    behind = tokens[token.position + 1 : token.position + 3]
    letter = len(token.text) == 1 and token.text.isupper()
    return letter and len(behind) == 2 and behind[0].text == "." and behind[1].text[:1].isupper()


def _is_body(tail: tuple[Token, ...], cue: Token, token: Token) -> bool:
    """Tell whether a name in capitals is the body that told (``сообщил в сети МИД``; not ``сообщили РБК в банке``)."""
    capitals = token.text.isupper() and len(token.text) > 1 and token.pos in ("NOUN", "PROPN", "X")
    past_it = any(t.lower in WHERE for t in tail if t.position > token.position)
    return capitals and cue.feat("Number") == "Sing" and not past_it
