"""Frames of phrases: ``по словам X``, ``по его словам``, ``согласно X``, ``если верить X``, ``со ссылкой на X``."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from core.model import Range
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import SOURCE, Sentence, Token
from core.preannotate.quotations.cues import phrase_nouns
from core.preannotate.quotations.paired import with_pair
from core.preannotate.quotations.phrase_ends import before_subject, dates, to_comma, with_date, with_name_after
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.quotations.proposal import Frame, frame_of
from core.preannotate.quotations.references import referred_to, sentence_text

POSSESSIVE = frozenset({"его", "ее", "их", "своим", "своему", "своей"})
OWN = frozenset({"собственному", "собственным", "собственной"})
"""What a noun of speech is that is the subject's own (``по собственному признанию, X``): no mention beside it."""
FIRST_PERSON = frozenset(
    {"моим", "моему", "моей", "нашим", "нашему", "нашей", "вашему", "твоему", "мой", "наш", "ваш", "твой"}
)


BEGINNINGS = frozenset({"согласно", "по", "с", "со", "на", "если"})
"""The words with which the frame of a phrase begins."""


def begins_phrase(token: Token) -> bool:
    """Tell whether a word may begin the frame of a phrase."""
    return token.lower in BEGINNINGS or (token.position == 0 and _misprint_of_by(token)) or SOURCE in token.taught


def _misprint_of_by(token: Token) -> bool:
    """Tell whether a word that opens a sentence is ``по`` with one letter wrong (``Пр данным «Маяка»``)."""
    word = token.lower
    return token.position == 0 and len(word) == 2 and word[0] == "п" and word != "по" and word.isalpha()


def phrase_frame(sentence: Sentence, at: int) -> Frame | None:
    """Return the frame of ``по словам X``, ``по его словам``, ``согласно X`` that begins at the position ``at``.

    In ``по данным X со ссылкой на Y`` the source is Y.
    """
    found = _own_phrase(sentence, at)
    if found is None or found.last + 2 >= len(sentence.tokens):
        return found
    via = referred_to(sentence, sentence.tokens[found.last + 2])
    return found if via is None else msgspec.structs.replace(via, first=found.first)


def _own_phrase(sentence: Sentence, at: int) -> Frame | None:
    tokens = sentence.tokens
    prep = "по" if _misprint_of_by(tokens[at]) else tokens[at].lower
    if SOURCE in tokens[at].taught:
        return _taught_phrase(sentence, at)
    if _is_one_version(tokens, at):
        return _one_version(sentence, at)
    if prep == "согласно":
        return _according(sentence, at)
    if prep == "если":
        return _if_believed(sentence, at)
    if prep not in BEGINNINGS:
        return None
    noun = next((t for t in tokens[at + 1 : at + 5] if t.pos == "NOUN"), None)
    if noun is None:
        noun = next((t for t in tokens[at + 1 : at + 3] if t.lower.startswith("прикид")), None)  # read as an adjective
    apart = noun is None or any(t.text in (",", "—") for t in tokens[at + 1 : noun.position])
    if noun is None or apart or (prep == "на" and noun.lower != "взгляд"):
        return None
    wanted = {"с": "Gen", "со": "Gen", "на": "Acc"}.get(prep, "Dat")
    if noun.feat("Case") not in (wanted, ""):
        return None
    kinds = phrase_nouns().get((prep, noun.lemma if noun.pos == "NOUN" else models.lemma(noun.text, "NOUN")))
    if not kinds or "none" in kinds:
        return None
    if noun.lower == "точки":
        return _point_of_view(sentence, at, noun)
    between = tokens[at + 1 : noun.position]
    if any(t.lower in FIRST_PERSON for t in between) or not _opens(sentence, at, noun):
        return None
    own = next((t for t in between if t.lower in POSSESSIVE), None)
    cue = Range(tokens[at].start, noun.end)
    if own is not None:
        return _phrase(sentence, at, noun, cue, (own,), own, noun.position)
    first = noun.position + 1
    head = genitive_of(sentence, noun)
    if "self" not in kinds and first < len(tokens) and tokens[first].text == ",":
        head = _behind_comma(sentence, noun)
        first += 1
    if head is None:
        return _without_owner(sentence, at, noun, kinds)
    if prep == "на":
        people = (t for t in tokens[first : head.position] if t.pos == "NOUN" and t.feat("Animacy") == "Anim")
        head = next(people, head)
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position >= first)
    phrase = before_subject(sentence, with_name_after(sentence, head, to_comma(sentence, at, phrase)))
    phrase = with_pair(sentence, phrase) if phrase else phrase
    return _phrase(sentence, at, noun, cue, phrase, head, phrase[-1].position if phrase else noun.position)


def _without_owner(sentence: Sentence, at: int, noun: Token, kinds: Collection[str]) -> Frame | None:
    """``по собственному признанию``, ``по опросам``, ``по информации от врачей``: a noun with nobody behind it."""
    cue, between = Range(sentence.tokens[at].start, noun.end), sentence.tokens[at + 1 : noun.position]
    if any(t.lower in OWN for t in between):
        return _phrase(sentence, at, noun, cue, (), None, noun.position)
    if "self" not in kinds or dates(sentence, noun):
        return None
    if "doc" in kinds:
        where = sentence.tokens[at].range
        return _phrase(sentence, at, noun, where, (*between, noun), noun, with_date(sentence, noun))
    return _handed_on(sentence, at, noun) or _phrase(sentence, at, noun, cue, (), None, with_date(sentence, noun))


def _is_one_version(tokens: tuple[Token, ...], at: int) -> bool:
    if at + 3 >= len(tokens) or tokens[at + 1].lower != "одной" or tokens[at + 3].lower != "версий":
        return False
    return tokens[at].lower in ("по", "согласно") and tokens[at + 2].lower == "из"


def _one_version(sentence: Sentence, at: int) -> Frame:
    """``по одной из версий``, ``по одной из версий следствия``: whose it is, where that is said."""
    tokens, noun = sentence.tokens, sentence.tokens[at + 3]
    head = genitive_of(sentence, noun)
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > noun.position) if head is not None else ()
    where = Range(tokens[at].start, noun.end)
    return _phrase(
        sentence,
        at,
        noun,
        where,
        phrase,
        head if phrase else None,
        max(noun.position, *(t.position for t in phrase)) if phrase else noun.position,
    )


def _point_of_view(sentence: Sentence, at: int, noun: Token) -> Frame | None:
    """``с точки зрения министра``, ``с её точки зрения``: somebody's; not ``с точки зрения закона``."""
    tokens = sentence.tokens
    view = tokens[noun.position + 1] if noun.position + 1 < len(tokens) else noun
    if view.lower != "зрения" or any(t.lower in FIRST_PERSON for t in tokens[at : noun.position]):
        return None
    where = Range(tokens[at].start, view.end)
    own = next((t for t in tokens[at : noun.position] if t.lower in POSSESSIVE), None)
    if own is not None:
        return _phrase(sentence, at, view, where, (own,), own, view.position)
    head = genitive_of(sentence, view)
    somebody = head is not None and (head.feat("Animacy") == "Anim" or head.pos == "ADJ" or head.text[:1].isupper())
    if head is None or not somebody:
        return None
    phrase = to_comma(sentence, at, tuple(t for t in noun_phrase(sentence, head) if t.position > view.position))
    return _phrase(sentence, at, view, where, phrase, head, phrase[-1].position if phrase else view.position)


def _if_believed(sentence: Sentence, at: int) -> Frame | None:
    """``если верить министру``, ``если верить словам министра``: the source in the dative, or whose words they are."""
    tokens = sentence.tokens
    verb = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if verb.lower != "верить":
        return None
    near = tokens[at + 2 : at + 8]
    noun = next((t for t in near if t.pos in ("NOUN", "PROPN", "PRON", "X", "PUNCT", "VERB")), None)
    if noun is None or noun.pos in ("PUNCT", "VERB") or noun.lower == "тому" or noun.feat("Case") not in ("Dat", ""):
        return None
    owner = genitive_of(sentence, noun) if noun.lemma in ("слово", "данные", "сообщение", "заявление") else None
    head, low, end = (owner, noun.position, noun) if owner is not None else (noun, verb.position, verb)
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > low)
    where = Range(tokens[at].start, end.end)
    return _phrase(sentence, at, end, where, phrase, head, phrase[-1].position) if phrase else None


def _taught_phrase(sentence: Sentence, at: int) -> Frame | None:
    """Return the frame of a phrase that a project taught, from its first word; the source stands behind it."""
    tokens = sentence.tokens
    if at and SOURCE in tokens[at - 1].taught:
        return None
    last = at
    while last + 1 < len(tokens) and SOURCE in tokens[last + 1].taught:
        last += 1
    end, where = tokens[last], Range(tokens[at].start, tokens[last].end)
    own = next((t for t in tokens[at:last] if t.lower in POSSESSIVE), None)
    if own is not None:
        return _phrase(sentence, at, end, where, (own,), own, last)
    behind = tokens[last + 1 : last + 6]
    named = next((t for t in behind if t.pos in ("NOUN", "PROPN", "X", "PRON", "PUNCT", "VERB")), None)
    other = named if named is not None and named.pos not in ("PUNCT", "VERB") else None
    head = genitive_of(sentence, end) if end.pos == "NOUN" else other
    if head is None:
        return _phrase(sentence, at, end, where, (), None, last)
    phrase = to_comma(sentence, at, tuple(t for t in noun_phrase(sentence, head) if t.position > last))
    return _phrase(sentence, at, end, where, phrase, head, phrase[-1].position if phrase else last)


HANDED = frozenset({"получить", "сообщить", "предоставить", "поступить", "обнародовать", "озвучить", "привести"})
"""Verbs whose participle says from whom news has come."""


def _handed_on(sentence: Sentence, at: int, noun: Token) -> Frame | None:
    """``по информации от врачей``, ``по данным, полученным от полиции``, ``по информации, сообщённой Беловым``,
    ``по сообщениям в соцсетях``."""
    tokens = sentence.tokens
    after = tokens[noun.position + 1 : noun.position + 3]
    said = len(after) == 2 and after[0].text == "," and after[1].feat("VerbForm") == "Part"
    if said and models.lemma(after[1].text, "VERB") not in HANDED:
        return None
    low = after[1].position + 1 if said else noun.position + 1
    prep = tokens[low].lower if low < len(tokens) else ""
    media = prep in ("в", "во") and not said
    if prep not in ("от", "из") and not said and not media:
        return None
    case, first = ("Gen", low + 1) if prep in ("от", "из") else ("Ins", low)
    case, first = ("Loc", low + 1) if media else (case, first)
    head = next((t for t in tokens[first : first + 5] if t.feat("Case") == case and t.pos in ("NOUN", "PROPN")), None)
    if head is None or (media and head.lemma not in PRESS):
        return None
    if any(t.pos in ("PUNCT", "VERB", "ADP") for t in tokens[first : head.position]):
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position >= first)
    where = Range(tokens[at].start, noun.end)
    return _phrase(sentence, at, noun, where, phrase, head, phrase[-1].position) if phrase else None


PRESS = frozenset({"сми", "пресса", "соцсеть", "сеть", "газета", "издание", "таблоид", "медиа", "печать"})
"""Nouns for the papers that news stands in."""
OPENING = frozenset({"слово", "мнение", "данные", "данное", "информация", "сведение", "сообщение"})
"""Nouns of phrases that may follow an adverbial without a comma (``В среду по данным следствия …``)."""


def _opens(sentence: Sentence, at: int, noun: Token) -> bool:
    """Tell whether a phrase may begin here as a frame: set off by a mark, or near the start of its clause."""
    before = sentence.tokens[at - 1] if at else None
    return (
        before is None
        or before.pos in ("PUNCT", "CCONJ", "SCONJ", "ADV", "PART")
        or before.lower in ("что", "а", "судя")
        or (at <= 3 and noun.lemma in OPENING)
    )


def genitive_of(sentence: Sentence, noun: Token) -> Token | None:
    """Return the head of the genitive after ``noun``: its dependent, else the next noun."""
    for token in sentence.dependents(noun, "nmod", "appos", "flat"):
        if (
            token.position > noun.position
            and token.feat("Case") in ("Gen", "")
            and not sentence.dependents(token, "case")
        ):
            return token
    beside = sentence.tokens[noun.position + 1 : noun.position + 2]
    if beside and beside[0].lower.endswith("щей") and beside[0].rel == "nmod" and beside[0].head < noun.position + 1:
        return beside[0]  # по словам заведующей школой
    for token in sentence.tokens[noun.position + 1 : noun.position + 4]:
        if (
            token.position == noun.position + 1
            and token.text[:1].isupper()
            and ("." in token.text or token.text.isascii())
        ):
            return token
        if token.text in (",", ".", "—", ":") or token.pos in ("VERB", "ADP"):
            return None
        if token.pos in ("NOUN", "PROPN", "X", "PRON") and token.feat("Case") in ("Gen", ""):
            return token
    return None


def _behind_comma(sentence: Sentence, noun: Token) -> Token | None:
    """Return the head of a genitive that a comma parts from its noun by mistake (``По словам, Петра Белова, …``)."""
    for token in sentence.tokens[noun.position + 2 : noun.position + 6]:
        if token.text[:1].isdigit():
            continue  # 26-летнего
        if token.feat("Case") not in ("Gen", "Acc", "") or token.pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
            return None
        if token.pos in ("NOUN", "PROPN"):  # people's accusative looks like their genitive
            return token if token.feat("Case") == "Gen" or token.feat("Animacy") == "Anim" else None
    return None


def _according(sentence: Sentence, at: int) -> Frame | None:
    tokens = sentence.tokens
    head = sentence.head(tokens[at])
    if head is None or head.position <= at:
        head = next((t for t in tokens[at + 1 : at + 6] if t.pos in ("NOUN", "PROPN", "X", "PRON")), None)
    if head is None or head.position - at > 12:
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > at)
    return _phrase(sentence, at, head, tokens[at].range, phrase, head, phrase[-1].position if phrase else head.position)


def _phrase(
    sentence: Sentence, at: int, cue: Token, where: Range, phrase: tuple[Token, ...], head: Token | None, last: int
) -> Frame:
    return frame_of(
        "phrase",
        where,
        cue,
        phrase,
        head,
        first=at,
        last=last,
        evidence=(
            f"cue {sentence_text(sentence.tokens[at : cue.position + 1]).lower()}",
            "source by case" if phrase else "no source named",
        ),
    )
