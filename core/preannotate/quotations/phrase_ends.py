"""How far the source of a phrase reaches: to its date, to the comma behind its name, over a name between commas."""

from __future__ import annotations

from core.model.punctuation import CLOSERS, OPENERS, STRAIGHT
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table


def with_date(sentence: Sentence, noun: Token) -> int:
    """Return the last position of a phrase that says of when its figures are (``по данным на март, …``)."""
    after = sentence.tokens[noun.position + 1 : noun.position + 8]
    if not after or after[0].lower not in ("на", "за", "от", "с"):
        return noun.position
    comma = next((t.position for t in after if t.text == ","), None)
    inside = sentence.tokens[noun.position + 1 : comma]
    return comma - 1 if comma and not any(t.pos in ("VERB", "AUX") for t in inside) else noun.position


_WHEN = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год начало конец середина"
WHEN = frozenset(_WHEN.split()) | {"зима", "весна", "лето", "осень", "сегодня", "утро", "вечер", "полдень", "момент"}


def dates(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a phrase only says of when its figures are (``По данным на май в школе пять классов``)."""
    after = sentence.tokens[noun.position + 1 : noun.position + 3]
    if len(after) < 2 or after[0].lower != "на" or with_date(sentence, noun) != noun.position:
        return False
    return after[1].lemma in WHEN or after[1].text.isdigit()


def to_comma(sentence: Sentence, at: int, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Extend a source that opens the sentence to the comma where a name goes on that the parse cut off.

    ``По данным источников РИА Новости в полиции, …``, ``По словам юриста истцов Петра Белова, …``.
    """
    if not phrase:
        return phrase
    after = sentence.tokens[phrase[-1].position + 1 : phrase[-1].position + 10]
    comma = next((i for i, t in enumerate(after) if t.text in (",", "(")), None)
    runs = len(phrase) == 1 and phrase[0].lower.endswith("щей")  # по словам заведующей школой Анны Беловой
    belongs = bool(comma) and after[0].lower == "из" and phrase[0].feat("Animacy") == "Anim"  # Белова из Сорбонны
    belongs = belongs or (bool(comma) and after[0].lower == "в" and phrase[0].lemma in INSIDERS)
    opens = at < 2 or sentence.tokens[at - 1].text in (",", ":", ";")
    if not comma or not (belongs or (opens and (runs or after[0].text[:1].isupper()))):
        return phrase
    starts = (
        after[0].feat("Case") == "Nom" and after[0].feat("Animacy") == "Anim" and not _its_name(phrase, after[:comma])
    )
    starts = starts and not all(t.pos == "PROPN" for t in (phrase[-1], *after[:comma]))
    if starts or any(t.pos in ("VERB", "AUX", "SCONJ", "PUNCT", "PRON") or t.is_placeholder for t in after[:comma]):
        return phrase
    return phrase + after[:comma]


INSIDERS = frozenset({"источник", "собеседник"})
"""Unnamed sources, told of by where they are (``источника «Маяка» в отрасли``)."""


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


def before_subject(sentence: Sentence, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Cut a name in the nominative behind a source, the subject of the clause where no comma parts them.

    ``По словам соседей Хорхе Лопес жил один``, ``По словам врача Анна Кац здорова``.
    """
    tokens, last = sentence.tokens, phrase[-1].position if phrase else 0
    if len(phrase) < 2 or phrase[0].feat("Case") == "Nom" or tokens[min(last + 1, len(tokens) - 1)].text in (",", "("):
        return phrase
    head = phrase[0]
    if head.pos == "PROPN" and not any(map(_is_finite, _to_mark(tokens, last + 1))):
        return phrase  # По мнению Мари-Лор Белл из Сорбонны, А
    several = head.feat("Number") == "Plur" and head.text[:1].islower()
    for at, token in enumerate(phrase[1:], 1):
        if token.pos == "ADP":
            return phrase
        if not token.text[:1].isupper() or token.text.isupper() or not token.text.isalpha():
            continue
        if phrase[at - 1].text in OPENERS:
            continue  # представителя компании «Луч» Олеси Беловой
        cases = {p.tag.case for p in models.parses(token.lower) if p.tag.number != "plur"}
        named = any({"Name"} <= p.tag.grammemes for p in models.parses(token.lower))
        person = token.feat("Animacy") == "Anim" and phrase[-1].feat("Case") == "Nom"
        subject = (several and person) or (named and "gent" not in cases)
        return phrase[:at] if subject and "nomn" in cases else phrase
    return phrase


def _to_mark(tokens: tuple[Token, ...], start: int) -> tuple[Token, ...]:
    return tokens[start : next((t.position for t in tokens[start:] if t.text in (",", ";", ":")), len(tokens))]


def _is_finite(token: Token) -> bool:
    return token.feat("VerbForm") == "Fin" or token.feat("Variant") == "Short" or token.is_placeholder


def with_name_after(sentence: Sentence, head: Token, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take in the name between commas after a title (``По словам адвоката погибших, Клима Белова, он …``), also with
    what its bearer is (``по данным подрядчика, компании «Луч», …``)."""
    tokens = sentence.tokens
    comma = phrase[-1].position + 1 if phrase else len(tokens)
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or head.pos not in ("NOUN", "NUM"):
        return phrase
    reach = tokens[comma + 1 : comma + 12]
    end = next((t.position for t in reach if t.text in (",", ".")), comma)
    name = tokens[comma + 1 : end]
    whole = bool(name) and name[0].rel == "appos" and name[0].head == head.position
    alone = whole and end < comma + 6 and tokens[end].text == "," and all(t.pos == "PROPN" for t in name)
    return phrase + tokens[comma:end] if alone or _says_who(head, name) else phrase


def _says_who(head: Token, words: tuple[Token, ...]) -> bool:
    """Tell whether words are a noun in the case of another before them, with the name of somebody or of a body."""
    if len(words) < 2 or head.feat("Animacy") == "Inan" or head.feat("Case") in ("Nom", ""):
        return False
    if any(t.pos in NO_NAME or t.is_placeholder for t in words):
        return False
    noun = next((t for t in words if t.pos in ("NOUN", "PROPN")), words[0])
    name = words[-2] if words[-1].text in CLOSING else words[-1]
    if not name.text[:1].isupper() or not _may_be_in(noun, head.feat("Case")):
        return False
    if name is not words[-1] or name.text.isascii():
        return noun.lemma in table("org_heads") or noun.lemma in table("body_nouns") or noun.text.isupper()
    person = noun.feat("Animacy") == name.feat("Animacy") == "Anim" and noun.text.islower()
    return person and name.feat("Case") == noun.feat("Case") == head.feat("Case")


NO_NAME = frozenset(("VERB", "AUX", "SCONJ", "CCONJ", "ADP", "PRON", "PART"))
CLOSING = frozenset((*CLOSERS, *STRAIGHT))
OPENING = frozenset((*OPENERS, *STRAIGHT))


def _may_be_in(noun: Token, case: str) -> bool:
    """Tell whether a noun may be in a case in the singular, by the dictionary; an abbreviation may."""
    if noun.text.isupper():
        return True
    known = (p.tag for p in models.parses(noun.lower) if p.tag.POS == "NOUN" and p.tag.number == "sing")
    return case in models.cases_of(known)


WITH = frozenset({"поделиться", "делиться", "поговорить", "согласиться", "договориться", "поспорить"})
"""Verbs whose object stands behind ``с``."""
STAFF = frozenset({"journalist", "source", "chief", "manager", "spokesman", "vice", "media", "organisation", "office"})
"""Classes of nouns for those whom an agency may have (``корреспондент ТАСС``), others only talk to it."""


def without_hearer(cue: Token, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Cut to whom it was said (``поделилась женщина с телеканалом``, ``призналась девушка ТАСС``, ``В мэрии «Ъ»
    пояснили``)."""
    place = cue.feat("Number") == "Plur" and len(phrase) > 1 and phrase[0].feat("Case") == "Loc"
    for at, token in enumerate(phrase[1:], 1):
        if token.lower in ("с", "со") and token.pos == "ADP" and models.lemma(cue.text, "VERB") in WITH:
            return phrase[:at] if phrase[0].position > cue.position else phrase
        before = phrase[at - 1]
        if _is_told(cue, phrase[:at], token):
            return phrase[:at]
        if not token.text.isupper() or token.text.lower() not in table("media"):
            continue
        if place and (end := _before_medium(phrase, at)):
            return phrase[:end]
        if len(token.text) < 3:
            continue
        classes = {*table("descriptors").get(before.lemma, "source").split(",")}
        if classes.isdisjoint(STAFF) and before.feat("Case") == "Nom" and before.feat("Animacy") == "Anim":
            return phrase[:at]
    return phrase


HEARERS = frozenset(("media", "journalist"))


def _is_told(cue: Token, source: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a noun in the dative behind a source is whom it was said to (``рыбак из Твери каналу «Мост»``)."""
    if token.pos != "NOUN" or token.feat("Case") != "Dat" or source[0].position < cue.position:
        return False
    before = source[-1]
    if before.feat("Case") in ("Dat", "") and before.pos in ("ADP", "ADJ", "DET"):
        return False
    return not HEARERS.isdisjoint(table("descriptors").get(token.lemma, "").split(","))


def _before_medium(phrase: tuple[Token, ...], at: int) -> int:
    """Return where a place ends before the medium at ``at`` that was told; 0 where the medium is named by it."""
    end = at - 1 if phrase[at - 1].text in OPENING else at
    noun = phrase[end - 1]
    classes = {*table("descriptors").get(noun.lemma, "").split(",")}
    named = not classes.isdisjoint(("media", "office")) or table("org_heads").get(noun.lemma) == "office"
    return 0 if named or noun.pos not in ("NOUN", "PROPN") else end


def before_object(sentence: Sentence, head: Token, right: int) -> int:
    """Return where a subject ends before the object between it and its verb, which was read as a genitive of it
    (``Поклонники артиста обвинения не поддержали``: whom they are of, and what they did not support)."""
    tokens, last = sentence.tokens, sentence.tokens[right]
    behind = tokens[right + 1 :]
    verb = next((t for t in behind[:2] if t.lower != "не"), None)
    if verb is None or verb.feat("VerbForm") != "Fin" or head.head != verb.position or right - head.position < 2:
        return right
    owner = tokens[right - 1]
    owned = owner.pos == "NOUN" and owner.feat("Case") == "Gen" and owner.rel == "nmod" and owner.head == head.position
    alike = last.pos == "NOUN" and last.feat("Animacy") == "Inan" and last.feat("Case") in ("Gen", "Acc")
    if not owned or not alike or last.head not in (head.position, owner.position, verb.position):
        return right
    accusative = any({"NOUN", "accs"} <= p.tag.grammemes for p in models.parses(last.lower))
    return right - 1 if accusative and not sentence.dependents(verb, "obj") else right
