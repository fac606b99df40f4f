"""Participles with words of their own in front of their noun (``в опубликованном на сайте Кремля указе``).

The parse often takes such a participle for the noun itself, or what belongs to it for the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token, with_changes

REACH = 12
"""Tokens behind a participle among which its noun stands."""
ATTRIBUTE = frozenset(("amod", "acl"))
_DECLINED = re.compile(r"(?:нн|[шщтм])(?:[оеыи](?:го|му|й|м|х|ми|е|ю)|[ая]я|[ую]ю)(?:ся)?$")
"""How participles end in any case but few adjectives: the dictionary need not be asked about the others."""
LONGEST_DATE = 6
"""Tokens from the comma before a date to that behind it."""
_BREAKS = frozenset((",", ":", ";", "(", "—", "–"))
_NOUNS = ("NOUN", "PROPN")
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "PRON", "NUM", "ADV", "PART", "X", "PUNCT"))


def with_preposed_participles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the participles that stand in front of their noun below it, and their own words below
    them."""
    for token in tokens:
        if _may_be_preposed(tokens, token) and (noun := _noun_of(tokens, token)) is not None:
            tokens = _put_below(tokens, tokens[token.position], noun)
    return tokens


def _may_be_preposed(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a word is a participle in a case, not behind a comma, with words of its own behind it."""
    if token.pos not in ("VERB", "ADJ") or token.feat("Case") in ("", "Nom") or token.position + 2 >= len(tokens):
        return False
    if tokens[token.position + 1].pos not in _INSIDE or (token.position and tokens[token.position - 1].pos == "PUNCT"):
        return False
    return token.feat("VerbForm") == "Part" or _is_participle(token.lower)


def _is_participle(word: str) -> bool:
    return _DECLINED.search(word) is not None and any(p.tag.POS == "PRTF" for p in models.parses(word)[:1])


def _noun_of(tokens: tuple[Token, ...], participle: Token) -> Token | None:
    """Return the noun that a participle agrees with, behind the words of its own; None where the parse put both right,
    where one agrees right behind it, or none does.

    A genitive of one of these words is none (``приехавшего на место пожара главы``), unless that word is a name
    (``проведённой в Туле экспертизы``).
    """
    low = participle.position
    if _is_placed(tokens, participle):
        return None
    governed = own = False
    for token in _own_words(tokens, low + 1):
        governed = governed or token.pos == "ADP"
        own = own or token.pos not in ("ADJ", "NOUN", "PROPN")
        if token.pos not in _NOUNS or token.is_placeholder:
            continue
        if not governed and _agree(participle, token):
            if not own:
                return None
            own_noun = participle.head == token.position  # as the parse has it
            below = token.feat("Case") == "Gen" and low < token.head < token.position
            if own_noun or not below or tokens[token.head].pos == "PROPN":
                return token
        governed, own = False, True
    return None


def _own_words(tokens: tuple[Token, ...], first: int) -> Iterator[Token]:
    """Yield the words that may be a participle's own and its noun, without a date between commas (``опубликованном в
    среду, 5 марта, докладе``)."""
    at = first
    while at < min(first + REACH, len(tokens)):
        token = tokens[at]
        if token.text == "," and tokens[min(at + 1, len(tokens) - 1)].text.isdigit():
            closing = next((t.position for t in tokens[at + 2 : at + LONGEST_DATE] if t.text == ","), None)
            if closing is None:
                return
            at = closing
        elif token.pos not in _INSIDE or token.text in _BREAKS:
            return
        else:
            yield token
        at += 1


def _is_placed(tokens: tuple[Token, ...], participle: Token) -> bool:
    """Tell whether a participle stands below a noun behind it that agrees, and the noun below nothing of its own."""
    if participle.rel.partition(":")[0] not in ATTRIBUTE or participle.head <= participle.position:
        return False
    noun = tokens[participle.head]
    apart = noun.head < 0 and _other_root(tokens, noun) is not None
    return not apart and _agree(participle, noun) and not participle.position <= noun.head < noun.position


def _other_root(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the first verb that the parse hung on nothing, as it did a noun."""
    return next((t for t in tokens if t.head < 0 and t.pos == "VERB" and t is not noun), None)


def _agree(participle: Token, noun: Token) -> bool:
    """Tell whether a noun stands in the case, number and gender of a participle; a woman's may be a man's noun."""
    if noun.feat("Number") != participle.feat("Number") or (noun.feat("Animacy") == "" and noun.pos == "PROPN"):
        return False
    case = noun.feat("Case")
    genders = participle.feat("Gender"), noun.feat("Gender")
    woman = genders == ("Fem", "Masc") and noun.feat("Animacy") == "Anim"  # работавшая там следователь
    alike = case not in ("Nom", "Acc") and "Fem" not in genders  # опубликованном: of any word but a feminine
    if participle.feat("Number") == "Sing" and genders[0] != genders[1] and not (woman or alike):
        return False
    return case == participle.feat("Case")


def _put_below(tokens: tuple[Token, ...], participle: Token, noun: Token) -> tuple[Token, ...]:
    """Put a participle below its noun, the noun where the participle stood, and what is between below the
    participle."""
    low, high = participle.position, noun.position
    outer = next((t for t in (participle, noun) if not low <= t.head <= high), None)
    verb = _other_root(tokens, noun) if outer is None or outer.head < 0 else None
    before = tokens[low - 1] if low else None
    changed = {low: replace(participle, head=high, rel="acl")}
    if before is not None and before.pos == "NOUN" and noun.feat("Case") == "Gen":
        changed[high] = replace(noun, head=before.position, rel="nmod")
    elif verb is not None and verb is not participle and (outer is not None or verb.position > high):
        changed[high] = replace(noun, head=verb.position, rel="obl")
    elif outer is not None:
        changed[high] = replace(noun, head=outer.head, rel=outer.rel)
    if before is not None and before.pos == "ADP":
        changed[before.position] = replace(before, head=high, rel="case")
    for token in tokens[low + 1 : high]:
        if not low <= token.head < high or token.head == token.position:
            changed[token.position] = replace(token, head=low, rel=token.rel if token.pos == "PUNCT" else "obl")
    for token in tokens[high + 1 : high + 3]:
        if token.pos in _NOUNS and token.feat("Case") == "Gen" and low <= token.head < high:
            changed[token.position] = replace(token, head=high, rel="nmod")
    return with_changes(tokens, changed)
