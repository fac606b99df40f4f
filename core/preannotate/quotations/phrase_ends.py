"""How far the source of a phrase reaches: to its date, to the comma behind its name, over a name between commas."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Sentence, Token


def with_date(sentence: Sentence, noun: Token) -> int:
    """Return the last position of a phrase that says of when its figures are (``по данным на март, …``)."""
    after = sentence.tokens[noun.position + 1 : noun.position + 8]
    if not after or after[0].lower not in ("на", "за", "от", "с"):
        return noun.position
    comma = next((t.position for t in after if t.text == ","), None)
    inside = sentence.tokens[noun.position + 1 : comma]
    return comma - 1 if comma and not any(t.pos in ("VERB", "AUX") for t in inside) else noun.position


def to_comma(sentence: Sentence, at: int, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Extend a source that opens the sentence to the comma where a name goes on that the parse cut off.

    ``По данным источников РИА Новости в полиции, …``, ``По словам юриста истцов Петра Белова, …``.
    """
    if at > 1 or not phrase:
        return phrase
    after = sentence.tokens[phrase[-1].position + 1 : phrase[-1].position + 10]
    comma = next((i for i, t in enumerate(after) if t.text in (",", "(")), None)
    runs = len(phrase) == 1 and phrase[0].lower.endswith("щей")  # по словам заведующей школой Анны Беловой
    if not comma or not (runs or after[0].text[:1].isupper()):
        return phrase
    starts = (
        after[0].feat("Case") == "Nom" and after[0].feat("Animacy") == "Anim" and not _its_name(phrase, after[:comma])
    )
    if starts or any(t.pos in ("VERB", "AUX", "SCONJ", "PUNCT", "PRON") or t.is_placeholder for t in after[:comma]):
        return phrase
    return phrase + after[:comma]


def _its_name(phrase: tuple[Token, ...], name: tuple[Token, ...]) -> bool:
    """Tell whether a foreign name read as a nominative is that of the title (``по мнению врача Скаули Оулафсона``)."""
    title = phrase[0] if phrase[0].pos == "NOUN" else phrase[-1]
    one = title.feat("Number") == "Sing" and title.feat("Animacy") == "Anim"
    if one and len(name) > 1 and name[0].rel == "appos" and name[0].head < 0:
        return all(t.pos == "PROPN" for t in name)  # the parse saw a title and a sentence
    return (
        one
        and len(name) > 1
        and name[0].rel == "appos"
        and name[0].head == title.position
        and name[-1].lower.endswith("а")
    )


def with_name_after(sentence: Sentence, head: Token, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take in the name between commas after a title (``По словам адвоката погибших, Клима Белова, он …``)."""
    tokens = sentence.tokens
    comma = phrase[-1].position + 1 if phrase else len(tokens)
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or head.pos != "NOUN":
        return phrase
    end = next((t.position for t in tokens[comma + 1 : comma + 6] if t.text == ","), comma)
    name = tokens[comma + 1 : end]
    whole = bool(name) and name[0].rel == "appos" and name[0].head == head.position
    return phrase + tokens[comma:end] if whole and all(t.pos == "PROPN" for t in name) else phrase
