"""People of whom it is said about how many they are: ``Более 20 экспертов``, ``По меньшей мере трое свидетелей``."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.quantities import ABOUT

PARTS = frozenset({"половина", "треть", "четверть", "сотня", "тысяча", "десяток", "дюжина", "процент", "миллион"})
"""Nouns that stand for a number."""
COUNTING = ("NUM", "ADJ", "DET", "SYM")
"""What stands between a number and who is counted."""
REACH = 12
FEW = 5


def with_quantity(sentence: Sentence, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a phrase with the word before its number that says about how many (``более чем 20 экспертов``)."""
    first = phrase[0].position
    than = first > 1 and sentence.tokens[first - 1].lower == "чем"
    start = first - 1 - than
    if start < 0 or sentence.tokens[start].lower not in ABOUT or not _is_number(phrase[0]):
        return phrase
    return (*sentence.tokens[start:first], *phrase)


def about_so_many(sentence: Sentence, cue: Token) -> Token | None:
    """The people before a verb in the plural of whom it is said about how many they are (``Более 20 экспертов,
    опрошенных «Маяком», считают``)."""
    tokens = sentence.tokens
    if cue.feat("VerbForm") != "Fin" or (cue.feat("Number") == "Sing" and cue.feat("Gender") != "Neut"):
        return None
    for token in reversed(tokens[max(cue.position - REACH, 0) : cue.position]):
        if token.pos in ("VERB", "AUX") and token.feat("VerbForm") == "Fin":
            return None
        if token.lower in ABOUT:
            if sum(t.text == "," for t in tokens[token.position : cue.position]) == 1:
                return None  # Согласны не более 8% жителей, отмечали во ВЦИОМ
            than = tokens[token.position + 1].lower == "чем"
            return _people(tokens[token.position + 1 + than : min(token.position + 2 + FEW, cue.position)])
    return None


def _is_number(token: Token) -> bool:
    return token.pos == "NUM" or token.lemma in PARTS


def _people(tokens: tuple[Token, ...]) -> Token | None:
    """Return the first noun in the genitive behind a number, or the noun that stands for one."""
    if not tokens or not _is_number(tokens[0]):
        return None
    for token in tokens:
        if token.pos in ("NOUN", "PROPN") and token.feat("Case") == "Gen":
            return token
        if token.pos not in COUNTING or token.is_placeholder:
            return None
    return None
