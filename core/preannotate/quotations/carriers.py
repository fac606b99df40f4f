"""Whom a verb that passes on quotes: ``цитирует министра``, ``приводит слова министра``."""

from __future__ import annotations

from itertools import takewhile

from core.model import Range
from core.preannotate.analysis.analysis import OWNERS, Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.cues import cue_noun, cue_range, infinitives
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.quotations.proposal import Frame, frame_of

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
PAPERS = frozenset({"письмо", "обращение", "послание", "записка", "телеграмма", "показание", "стих", "признание"})
"""What is read out in somebody's words, beside the nouns of speech."""
READS = frozenset({"зачитать", "зачитывать", "огласить", "прочитать", "прочесть"})
REPORTS = frozenset({"передать", "передавать", "сообщить", "сообщать", "писать", "написать"})
"""Verbs of papers that pass on what others say."""
CITING = ("цитиру", "процитиров", "приводя")
"""How the gerunds begin of who passes on another's words."""
QUOTES = frozenset({"цитировать", "процитировать", "приводить", "привести"})


def carried(sentence: Sentence, cue: Token) -> tuple[Token | None, str]:
    """Return whom a carrier verb quotes: ``цитирует министра``, ``приводит слова министра``."""
    if infinitives(cue) & READS:
        return read_out(sentence, cue), "whose words are read out"
    if (pronoun := _pronoun_after(sentence, cue)) is not None:
        return pronoun, "object of a carrier verb"
    if infinitives(cue) & REFERS:
        return _relied_on(sentence, cue), "genitive of what is referred to"
    noun = cue_noun(sentence, cue)
    if noun is not None:
        owner = next((t for t in sentence.dependents(noun, "nmod", "det") if t.feat("Case") in ("Gen", "")), None)
        behind = next((t for t in sentence.tokens[noun.position + 1 : noun.position + 2] if _is_owner(t, noun)), None)
        return owner or behind, "genitive of the quoted words"
    for token in sentence.dependents(cue, "obj", "iobj"):
        if token.lemma in SPEECH_NOUNS:
            owner = next((t for t in sentence.dependents(token, "nmod", "det") if t.feat("Case") in ("Gen", "")), None)
            if owner is not None:
                return owner, "genitive of the quoted words"
        if token.feat("Animacy") == "Anim" or token.pos == "PRON":
            return token, "object of a carrier verb"
    if (name := _behind_medium(sentence, cue)) is not None:
        return name, "object of a carrier verb (by case)"
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
    return (None, "") if thing is not None and thing.lemma in GROUNDS else (thing, "object of a carrier verb")


def _behind_medium(sentence: Sentence, cue: Token) -> Token | None:
    """Return the surname right behind a bare noun for a paper that quotes (``цитирует издание Белова``)."""
    near = sentence.tokens[cue.position + 1 : cue.position + 3]
    if len(near) < 2 or not infinitives(cue) & {"цитировать", "процитировать"} or not near[0].text.islower():
        return None
    medium = "media" in table("descriptors").get(near[0].lemma, "").split(",") and near[0].feat("Case") in (
        "Nom",
        "Acc",
    )
    person = near[1].pos == "PROPN" and near[1].text.istitle() and near[1].lower.endswith(MENS_GENITIVES)
    return near[1] if medium and person else None


MENS_GENITIVES = ("ова", "ева", "ёва", "ина", "ына", "ского", "цкого")
"""How men's surnames end in the genitive."""


REFERS = frozenset({"сослаться", "ссылаться"})


def _relied_on(sentence: Sentence, cue: Token) -> Token | None:
    """Return whose words somebody refers to right behind the verb (``сослался на мнение Белова: «П»``)."""
    behind = sentence.tokens[cue.position + 1 : cue.position + 6]
    at = next((i for i, t in enumerate(behind) if t.lower == "на"), None)
    if at is None or len(behind) < at + 3 or behind[at + 1].lemma not in SPEECH_NOUNS:
        return None
    owner = next((t for t in behind[at + 2 :] if t.pos in ("NOUN", "PROPN")), None)
    return owner if owner is not None and (owner.feat("Case") in ("Gen", "") or owner.text[:1].isupper()) else None


GROUNDS = frozenset({"пример", "довод", "аргумент", "факт", "доказательство", "цифра", "причина", "список"})
"""What somebody brings forward of his own (``привёл пример``), and quotes nobody with."""


GIVEN = frozenset({"приводиться", "цитироваться", "передаваться", "публиковаться", "зачитываться"})
"""Verbs by which somebody's words are given in a paper."""


def words_given(sentence: Sentence, cue: Token) -> Token | None:
    """Return whose words are given (``приводятся в сообщении её слова``, ``слова Белова цитируются на сайте``)."""
    tokens = sentence.tokens
    for token in (*tokens[cue.position + 1 : cue.position + 8], *tokens[max(cue.position - 4, 0) : cue.position]):
        if token.text in (",", ":", ";") and token.position > cue.position:
            return None
        if token.lemma not in SPEECH_NOUNS or token.feat("Case") == "Loc" or not token.position:
            continue
        before = tokens[token.position - 1]
        if before.lower in OWNERS:
            return before
        after = tokens[token.position + 1] if token.position + 1 < len(tokens) else before
        owners = [t for t in sentence.dependents(token, "nmod") if _is_owner(t, after) or _is_owner(t, token)]
        if owners:
            return owners[0]
    return None


def read_out(sentence: Sentence, cue: Token) -> Token | None:
    """Return whose words are read out (``зачитал письмо матери осуждённого``), None where he reads his own."""
    for paper in sentence.dependents(cue, "obj"):
        if paper.lemma in SPEECH_NOUNS | PAPERS and paper.position > cue.position:
            return next((t for t in sentence.dependents(paper, "nmod") if _is_owner(t, paper)), None)
    return None


def _is_owner(token: Token, paper: Token) -> bool:
    return token.position == paper.position + 1 and token.feat("Case") == "Gen" and token.pos in ("NOUN", "PROPN")


def cited(sentence: Sentence, cue: Token, gerund: Token) -> Frame | None:
    """Return the frame of ``передаёт агентство, цитируя Y``, ``приводя слова Y``; None for other words."""
    if gerund.feat("VerbForm") != "Conv" or not gerund.lower.startswith(CITING):
        return None
    if gerund.position < cue.position or not infinitives(cue) & REPORTS:
        return None
    if any(t.feat("Animacy") == "Anim" or t.pos == "PRON" for t in sentence.dependents(cue, "nsubj")):
        return None
    head, how = carried(sentence, gerund)
    if head is None or head.position < gerund.position:
        return None
    phrase = declined(sentence, tuple(t for t in noun_phrase(sentence, head) if t.position > gerund.position), head)
    return frame_of(
        "phrase",
        cue_range(sentence, gerund),
        gerund,
        phrase,
        head,
        first=gerund.position,
        last=phrase[-1].position,
        evidence=(f"cue {gerund.text}", how),
    )


def with_own_name(analysis: Analysis | None, sentence: Sentence, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take in a person's name that does not decline, behind its title (``процитировали начальника Пак Чхоля``)."""
    last = phrase[-1] if phrase else None
    if analysis is None or last is None or last.position + 1 >= len(sentence.tokens) or last.text[:1].isupper():
        return phrase
    first = sentence.tokens[last.position + 1]
    if first.pos != "PROPN" or not first.text[:1].isupper():
        return phrase
    end = first.position
    while end + 1 < len(sentence.tokens) and sentence.tokens[end + 1].text[:1].isupper():
        end += 1
    name = analysis.names_in(Range(first.start, sentence.tokens[end].end))
    return (*phrase, *sentence.tokens[first.position : end + 1]) if any(n.label == "PER" for n in name) else phrase


def _pronoun_after(sentence: Sentence, cue: Token) -> Token | None:
    """Return the pronoun right after a verb that quotes, before the medium (``цитирует его газета «Заря»``)."""
    near = sentence.tokens[cue.position + 1 : cue.position + 3]
    if len(near) < 2 or near[0].lower not in OWNERS or not infinitives(cue) & {"цитировать", "процитировать"}:
        return None
    medium = "media" in table("descriptors").get(near[1].lemma, "").split(",")
    medium = medium and (near[1].feat("Case") == "Nom" or near[1].lower == near[1].lemma)
    people = near[1].pos == "NOUN" and near[1].feat("Animacy") == "Anim" and near[1].feat("Case") == "Nom"
    return near[0] if medium or people or near[1].text[:1].isupper() else None


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


def _is_medium(token: Token, quoted: Token) -> bool:
    """Tell whether a word is the medium behind whom it quotes (``цитирует гонщицу портал «Спорт»``)."""
    listed = "media" in table("descriptors").get(token.lemma, "").split(",")
    return listed and token.feat("Case") in ("Nom", "Acc") and quoted.feat("Animacy") == "Anim"


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
    tokens = tuple(takewhile(lambda t: t.position <= head.position or not _is_medium(t, head), tokens))
    cases = (head.feat("Case"), "Gen", "Acc") if head.feat("Case") else ("",)
    first = next(
        (i for i, t in enumerate(tokens) if (t.feat("Case") in cases and not t.text.isupper()) or t is head), 0
    )
    return tokens[first:]
