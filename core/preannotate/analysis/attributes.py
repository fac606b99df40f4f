"""Attributes that the parse put beside the noun that they belong to, or above it, put below it."""

from __future__ import annotations

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token, with_changes
from core.preannotate.analysis.lexicon import table

BESIDE = frozenset(("nsubj", "nsubj:pass", "nmod", "obj", "obl", "iobj"))
"""Relations in which an adjective right before a noun of the same relation is its attribute."""
MISPUT = BESIDE | {"amod", "acl"}
"""Relations of attributes that were put beside their noun, above it, or below another word."""
FEW = 6
"""Words that may stand between an attribute and its noun (``опрошенные «Маяком» эксперты``)."""
ATTRIBUTES = frozenset(("ADJ", "VERB", "NOUN"))
MARKS = frozenset('«"“')
DECLINING = tuple("аяйь")
"""How names end that women's names decline by."""
FAMILIAR = frozenset(("знакомый", "близкий", "приближенный", "осведомить", "осведомленный", "посвятить", "причастный"))
"""Attributes of sources with a prepositional phrase between (``знакомый с делом чиновник``)."""
KNOWING = tuple({word[:5] for word in FAMILIAR} | {"посвящ", "осведомл"})


def with_own_attributes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with every attribute below its noun, where the parse hung both on the same word or the noun on
    the attribute (``данным [Дубравского] [университета]``, ``заявили [опрошенные «Маяком»] [эксперты]``), and with
    the noun above the genitive behind it where the parse took it for an attribute (``няни девочки``)."""
    changed: dict[int, Token] = {}
    for token in tokens[:-1]:
        if token.rel not in MISPUT:
            continue
        after = tokens[token.position + 1]
        if token.rel in BESIDE:
            noun = _own_noun(tokens, token, after) if token.pos in ATTRIBUTES else None
            noun = noun or _noun_behind(tokens, token, after)
            if noun is not None:
                changed[token.position] = replace(token, pos=_attribute_pos(token), head=noun.position, rel="amod")
                if noun.head != token.head or noun.rel != token.rel:
                    changed[noun.position] = replace(noun, head=token.head, rel=token.rel)
        elif token.rel == "amod" and token.head == after.position:
            changed.update(_noun_or_attribute(tokens, token) if token.pos == "NOUN" else {})
        elif token.rel in ("acl", "amod") and token.head > after.position and token.position:
            changed.update(_out_of_circle(tokens, token))
    return with_changes(tokens, changed)


def with_genitives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the people below a noun without a preposition in the genitive, where the model reads the
    accusative, which is the same (``по словам [очевидца]``)."""
    changed: dict[int, Token] = {}
    for token in tokens:
        if token.rel != "nmod" or token.pos != "NOUN" or token.feat("Case") != "Acc" or token.feat("Animacy") != "Anim":
            continue
        over = tokens[token.head]
        free = 0 <= token.head < token.position and over.pos == "NOUN"
        if free and not any(t.head == token.position and t.rel == "case" for t in tokens):
            changed[token.position] = replace(token, feats={**token.feats, "Case": "Gen"})
    return with_changes(tokens, changed)


def with_staying_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the names that stay as they are in the case of the title that they belong to, where the
    model reads only a part of one so (``прокурора Бронкса Джанет Уилсон``)."""
    changed: dict[int, Token] = {}
    for name in tokens[:-1]:
        if name.rel != "appos" or name.pos != "PROPN" or name.feat("Case") != "Nom":
            continue
        title, after = tokens[name.head], tokens[name.position + 1]
        case = title.feat("Case")
        titled = title.pos == "NOUN" and title.feat("Animacy") == "Anim" and case not in ("Nom", "")
        behind = after.head == name.position and after.rel == "flat:name"
        if not titled or not behind or name.head > name.position:
            continue
        if after.feat("Case") == case or (title.feat("Number") == "Sing" and _is_womans_end(tokens, name, after)):
            changed[name.position] = replace(name, feats={**name.feats, "Case": case})
    return with_changes(tokens, changed)


def _is_womans_end(tokens: tuple[Token, ...], name: Token, surname: Token) -> bool:
    """Tell whether a woman's name that has one form for all cases ends a phrase, and is no subject behind it."""
    behind = tokens[surname.position + 1 : surname.position + 2]
    one_form = name.feat("Gender") == "Fem" and not any(t.lower.endswith(DECLINING) for t in (name, surname))
    return one_form and bool(behind) and behind[0].pos == "PUNCT"


def _out_of_circle(tokens: tuple[Token, ...], token: Token) -> dict[int, Token]:
    """Return the noun of an attribute that the parse hung on a word between both, below the noun before them
    (``по мнению близкого к совету чиновника``)."""
    noun, before = tokens[token.head], tokens[token.position - 1]
    inside = token.position < noun.head < noun.position and noun.rel == "nmod" and before.pos == "NOUN"
    return {noun.position: replace(noun, head=before.position)} if inside and _agree(token, noun) else {}


def _attribute_pos(token: Token) -> str:
    return "ADJ" if token.pos == "NOUN" else token.pos


def _own_noun(tokens: tuple[Token, ...], token: Token, after: Token) -> Token | None:
    """Return the noun behind an adjective or participle that it is the attribute of; None where it stands for one."""
    if after.pos == "NOUN":
        beside = after.head == token.head and after.rel == token.rel and token.pos != "NOUN" and _agree(token, after)
        return after if beside and _declines_as_adjective(token) else _past_agent(tokens, token)
    placed = after.pos == "ADP"
    familiar = placed and token.lower.startswith(KNOWING) and token.lemma in FAMILIAR
    if familiar or after.text[:1] in MARKS:
        following = tokens[token.position + 1 : token.position + 1 + FEW]
        noun = _behind(token, following, placed)
        return noun if noun is not None and _declines_as_adjective(token) else None
    return None


def _past_agent(tokens: tuple[Token, ...], token: Token) -> Token | None:
    """Return the noun of a participle past who did it (``по мнению опрошенных газетой политологов``)."""
    agent = tokens[token.position + 1]
    noun = tokens[min(token.position + 2, len(tokens) - 1)]
    if agent.feat("Case") != "Ins" or noun.pos != "NOUN" or noun.rel not in BESIDE:
        return None
    return noun if _agree(token, noun) and _declines_as_adjective(token) else None


RUN = 4
"""Attributes that may stand before a noun."""


def _noun_behind(tokens: tuple[Token, ...], token: Token, after: Token) -> Token | None:
    """Return the noun behind an adjective, with others between, that the parse hung on the same word or on one of them
    (``данным [Заречного исследовательского департамента]``); None where the adjective stands for somebody."""
    named = token.text[:1].isupper()
    if (
        token.pos not in ("ADJ", "PROPN", "VERB")
        or not (named or is_before_person(tokens, token))
        or after.pos not in ("ADJ", "NOUN")
    ):
        return None
    between = tokens[after.position : after.position + RUN]
    noun = next((t for t in between if t.pos != "ADJ"), None)
    if noun is None or noun.pos != "NOUN" or not noun.feat("Case"):
        return None
    if any(t.lower in ("о", "об") for t in tokens[noun.position + 1 : noun.position + 2]):
        return None  # заявление Вельского прихода о том, что
    above = noun.head == token.head or token.position <= noun.head < noun.position
    alike = above and all(_may_agree(t, noun) for t in (token, *between[: noun.position - after.position]))
    return noun if alike else None


def is_before_person(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether an adjective or participle stands before a noun for people that it agrees with, and is its attribute
    (``опрошенных волонтёров``; not ``ведущей программы``)."""
    if token.pos not in ("ADJ", "VERB"):
        return False
    noun = next((t for t in tokens[token.position + 1 : token.position + 1 + RUN] if t.pos != "ADJ"), None)
    person = noun is not None and noun.pos == "NOUN" and noun.feat("Animacy") == "Anim"
    return person and noun is not None and noun.feat("Case") != "" and _may_agree(token, noun)


def _may_agree(attribute: Token, noun: Token) -> bool:
    """Tell whether an attribute may agree with a noun by the dictionary, whatever case and gender the model reads."""
    wanted = {case for case, feature in models.CASES.items() if feature == noun.feat("Case")}
    for tag in (p.tag for p in models.parses(attribute.lower) if p.tag.POS in ("ADJF", "PRTF")):
        said = models.number_and_gender(tag)
        same = said.get("Number") == noun.feat("Number") and str(tag.case) in wanted
        if same and (noun.feat("Number") == "Plur" or said.get("Gender") == noun.feat("Gender")):
            return True
    return False


def _behind(token: Token, following: tuple[Token, ...], placed: bool) -> Token | None:
    """Return the noun for a person that an attribute with words between belongs to."""
    for noun in following[2:]:
        if noun.text == "," or noun.is_placeholder or (noun.pos == "VERB" and noun.feat("VerbForm") == "Fin"):
            return None
        if noun.pos == "NOUN" and _agree(token, noun) and noun.lemma in table("descriptors"):
            above = noun.head == token.head and noun.rel == token.rel
            return noun if above or (placed and noun.rel == "nmod") else None
    return None


def _agree(token: Token, noun: Token) -> bool:
    if not token.feat("Case"):
        return False
    same = all(token.feat(name) == noun.feat(name) for name in ("Case", "Number"))
    return same and (noun.feat("Number") == "Plur" or token.feat("Gender") in ("", noun.feat("Gender")))


def _declines_as_adjective(token: Token) -> bool:
    if token.pos == "ADJ":
        return True
    if token.pos == "VERB" and token.feat("VerbForm") != "Part":
        return False
    return any(p.tag.POS in ("ADJF", "PRTF") for p in models.parses(token.text.lower()))


def _is_noun_in(token: Token, case: str) -> bool:
    """Tell whether a word is a noun in a case, or an adjective that stands for people (``дежурного``)."""
    person = models.lemma(token.text, "NOUN") in table("descriptors")
    nouns = (p.tag for p in models.parses(token.text.lower()) if p.tag.POS == "NOUN" or person)
    return case in models.cases_of(nouns)


def _noun_or_attribute(tokens: tuple[Token, ...], token: Token) -> dict[int, Token]:
    """Return what changes of a noun that was taken for the attribute of the one behind it: an adjective that agrees
    with it is one (``лечащего врача``), a noun before a genitive stands above it (``няни девочки``)."""
    owner = tokens[token.head]
    if owner.pos not in ("NOUN", "PROPN"):
        return {}
    if _agree(token, owner) and any(p.tag.POS in ("ADJF", "PRTF") for p in models.parses(token.text.lower())):
        return {token.position: replace(token, pos="ADJ")}
    if owner.feat("Case") != "Gen" or not _is_noun_in(token, token.feat("Case")):
        return {}
    changed = {
        token.position: replace(token, head=owner.head, rel=owner.rel),
        owner.position: replace(owner, head=token.position, rel="nmod"),
    }
    for before in tokens[: token.position]:
        if before.head == owner.position:
            changed[before.position] = replace(before, head=token.position)
    return changed
