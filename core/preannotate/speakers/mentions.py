"""What a speaker mention is: a name, an organisation, a pronoun, a description; its head, gender, number and words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import msgspec

from core.model import ActorKind, Range
from core.model.punctuation import OPENERS, STRAIGHT
from core.preannotate.actors.cast import Candidate, Cast, head_of, sentence_with
from core.preannotate.actors.titles import HEADS, attribute, lemma_of, office_of
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import verb_lemmas
from core.preannotate.names.inflection import folded
from core.preannotate.quotations.misparsed import past_gender
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.quotations.subjects import own_subject
from core.preannotate.speakers.heads import is_counted, misread_in_title, office_there

PERSONAL = {
    "он": "m",
    "она": "f",
    "они": "p",
    "оно": "n",
    "его": "m",
    "ее": "f",
    "их": "p",
    "нем": "m",
    "ней": "f",
    "него": "m",
    "нее": "f",
    "них": "p",
    "ним": "m",
    "ему": "m",
    "ей": "f",
    "им": "",
    "ими": "p",
    "тот": "m",
    "та": "f",
    "оба": "p",
    "обе": "p",
    "последний": "m",
    "последняя": "f",
}
OPENING_MARKS = frozenset((*OPENERS, *STRAIGHT, "''", "'"))
CARRIERS = frozenset(("цитировать", "процитировать", "приводить", "привести"))
"""Verbs whose subject only carries what somebody else said."""
_ISSUES = """
распространить распространять опубликовать публиковать выпустить направить направлять разместить сделать выступить
обнародовать разослать рассылать отправить написать прислать передать вручить подписать составить подготовить
"""
ISSUES = frozenset(_ISSUES.split())
"""Verbs whose subject issues the message that is their object."""
RELATIVE = frozenset(("который", "кто", "что"))
EPICENE = frozenset(("звезда", "знаменитость", "персона", "особа", "жертва", "сторона", "модель"))
"""Feminine nouns that are said of men too."""
FIRST_PERSON = frozenset(["я", "мы", "мне", "нам", "мой", "наш", "меня", "нас", "вы", "вас", "мною", "нами"])
GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}


class Kind(StrEnum):
    """The kind of a speaker mention; ``none``: there is no mention."""

    NAME = "name"
    ORGANISATION = "organisation"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    FIRST_PERSON = "first-person"
    DESCRIPTION = "description"
    NONE = "none"


class View(NamedTuple):
    """A speaker mention as the resolver sees it.

    ``gender``: ``m``, ``f``, ``n``, ``p`` or ''; ``cue_gender``: of the cue's verb; ``words``: concepts of its
    attributes; ``named``: whom the names in it name; ``inside``: names that only modify.
    """

    kind: Kind
    where: Range | None
    tokens: tuple[Token, ...]
    head: Token | None
    lemma: str
    gender: str
    cue_gender: str
    words: frozenset[str]
    named: tuple[Candidate, ...]
    inside: tuple[Candidate, ...]
    start: int


@cache
def classes_of(lemma: str) -> frozenset[str]:
    """Return the classes of ``descriptors.tsv`` of a noun, or of its end behind a hyphen (интернет-газета)."""
    listed = table("descriptors")
    found = listed.get(lemma) or listed.get(lemma.rpartition("-")[2], "")
    return frozenset(filter(None, found.split(",")))


def view_of(analysis: Analysis, proposal: Proposal, cast: Cast) -> View:
    """Return the view of a quotation's speaker mention."""
    cue_gender = _verb_gender(proposal.cue_token)
    start = proposal.mention.start if proposal.mention else proposal.cue.start if proposal.cue else proposal.start
    tokens = tuple(t for t in proposal.mention_tokens if t.index >= 0)
    if proposal.mention is None or not tokens:
        return View(Kind.NONE, None, (), None, "", "", cue_gender, frozenset(), (), (), start)
    head = proposal.mention_head
    if proposal.cue_token is not None and proposal.cue_token.lemma in CARRIERS:
        tokens = _without_medium(tokens, cast)
    if head is None or head.index < 0 or head not in tokens:
        head = head_of(tokens)
    named, inside = _names(analysis, tokens, head, cast)
    kind = _kind(head, tokens, named)
    gender = PERSONAL.get(head.lower, "") if kind is Kind.PRONOUN else _gender(head)
    gender = "p" if is_counted(tokens, head) else gender
    words = frozenset(
        attribute(t, tokens) for t in tokens if t.index != head.index and t.pos in ("NOUN", "PROPN", "ADJ")
    )
    lemma = lemma_of(head)
    if office := office_of(lemma, words):
        lemma, words = office, words.difference(HEADS)
    elif lemma == "глава" and (office := office_there(words, cast.near(start))):
        lemma, words = office, frozenset()
    return View(kind, proposal.mention, tokens, head, lemma, gender, cue_gender, words, named, inside, start)


def issuer_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of whose message it is that says something (заявление компании: the company); None where unsaid.

    The mention stays the whole phrase; only whom it stands for is looked for in the owner's words.
    """
    head = view.head
    sentence = analysis.sentence_of.get(head.index) if head is not None else None
    if head is None or sentence is None or view.kind is not Kind.DESCRIPTION or "message" not in classes_of(view.lemma):
        return None
    owner = _owner_of(sentence, head) or _issuer_of(sentence, head)
    if owner is None:
        return None
    tokens = tuple(t for t in noun_phrase(sentence, owner) if t.index >= 0 and t.position != head.position)
    if owner not in tokens:
        return None
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=owner)
    return view_of(analysis, own, cast)._replace(cue_gender="")


def _owner_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the genitive or the possessive pronoun that says whose a noun is."""
    for token in sentence.dependents(head):
        if token.pos in ("DET", "PRON") and token.lower in ("его", "ее", "их"):
            return token
        if token.rel != "nmod" or token.position < head.position or token.feat("Case") not in ("Gen", ""):
            continue
        lead = [t.lower for t in sentence.dependents(token, "case")]
        if token.pos in ("NOUN", "PROPN", "X") and (not lead or (lead == ["от"] and _may_write(token))):
            return token
    return None


def _may_write(token: Token) -> bool:
    """Tell whether a word behind ``от`` is who wrote (``письмо от жителей``), no day (``письмо от 5 мая``)."""
    return token.pos == "PROPN" or token.feat("Animacy") == "Anim"


def _issuer_of(sentence: Sentence, head: Token) -> Token | None:
    """Return who issued a message in the same sentence (``компания распространила сообщение, в котором …``)."""
    clauses = [*sentence.dependents(head, "acl"), *_relative_verb(sentence, head)]
    below = next((found for t in clauses if (found := _issued_by(sentence, t))), None)
    verb = sentence.head(head)
    if below is not None or verb is None or head.rel.split(":")[0] not in ("obj", "obl"):
        return below
    return own_subject(sentence, verb) if verb_lemmas(verb.text) & ISSUES else None


def _relative_verb(sentence: Sentence, head: Token) -> list[Token]:
    """Return the verb of the clause with ``котор`` right behind a noun, whatever the parse hung it on."""
    for token in sentence.tokens[head.position + 1 : head.position + 7]:
        if token.pos == "VERB" or token.is_placeholder:
            break
        if token.lower.startswith("котор") and sentence.tokens[token.position - 1].text == ",":
            verb = sentence.head(token)
            same = token.feat("Number") == head.feat("Number") and token.feat("Gender") in ("", head.feat("Gender"))
            return [verb] if verb is not None and same else []
    return []


def _issued_by(sentence: Sentence, verb: Token) -> Token | None:
    """Return who issued a message by a clause on it: ``письмо, которое разослал фонд``, ``подписанное учёными``."""
    if verb.feat("VerbForm") == "Part":
        for token in sentence.dependents(verb, "obl", "nmod"):
            lead = {t.lower for t in sentence.dependents(token, "case")}
            if token.lemma == "имя" and "от" in lead:
                return next((t for t in sentence.dependents(token, "nmod") if t.feat("Case") == "Gen"), None)
            if not lead and token.feat("Case") == "Ins" and token.pos in ("NOUN", "PROPN"):
                return token
        return None
    which = any(t.lower.startswith("котор") and t.rel == "obj" for t in sentence.dependents(verb))
    return own_subject(sentence, verb) if which and verb_lemmas(verb.text) & ISSUES else None


def _without_medium(tokens: tuple[Token, ...], cast: Cast) -> tuple[Token, ...]:
    """Leave out the paper that quotes from a phrase that runs on to whom it quotes (цитирует «Голос» министра)."""
    names = cast.between(tokens[0].start, tokens[-1].end)
    media = [e.range for e, c in names if c is not None and c.kind is ActorKind.ORGANISATION]
    media = [r for r in media if any(r.start <= t.start < r.end and t.text[:1].isupper() for t in tokens)]
    rest = tuple(
        t for t in tokens if not any(r.start <= t.start < r.end for r in media) and t.text not in OPENING_MARKS | {"»"}
    )
    people = any(t.feat("Animacy") == "Anim" or t.pos == "PRON" or t.lower in PERSONAL for t in rest)
    edge = media and (media[0].start <= tokens[0].end or media[-1].end >= tokens[-1].start)
    return rest if people and edge else tokens


def _kind(head: Token, tokens: tuple[Token, ...], named: tuple[Candidate, ...]) -> Kind:
    if any(c.kind == "person" for c in named):
        return Kind.NAME
    if named:
        return Kind.ORGANISATION
    if len(tokens) <= 2:
        if (head.lemma in RELATIVE and head.pos in ("PRON", "DET")) or head.lower == "где":
            return Kind.RELATIVE
        if head.lower in FIRST_PERSON:
            return Kind.FIRST_PERSON
        if head.lower in PERSONAL:
            return Kind.PRONOUN
    return Kind.DESCRIPTION


def _gender(head: Token) -> str:
    return "p" if head.feat("Number") == "Plur" else GENDERS.get(head.feat("Gender"), "")


def _verb_gender(token: Token | None) -> str:
    if token is None or token.pos not in ("VERB", "AUX", "ADJ"):
        return ""
    if past := past_gender(token):
        return GENDERS[past]
    return _gender(token) if token.feat("VerbForm") in ("Fin", "") or token.pos == "ADJ" else ""


def _names(
    analysis: Analysis, tokens: tuple[Token, ...], head: Token, cast: Cast
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Return whom the mention names, and whom it only mentions (адвокат Иванова: Иванов is inside)."""
    start, end = tokens[0].start, tokens[-1].end
    named: list[Candidate] = []
    inside: list[Candidate] = []
    for entity, candidate in cast.between(start, end):
        if candidate is None:
            continue
        within = [t for t in tokens if entity.range.start <= t.start and t.end <= entity.range.end]
        names = within and _heads_phrase(analysis, tokens, within, head, candidate)
        (named if names else inside).append(candidate)
    persons = [c for c in named if c.kind == "person"]
    unique = dict.fromkeys(persons or named[:1])
    return tuple(unique), tuple(c for c in dict.fromkeys(inside + named) if c not in unique)


def _heads_phrase(
    analysis: Analysis, tokens: tuple[Token, ...], within: Sequence[Token], head: Token, candidate: Candidate
) -> bool:
    """Tell whether a name is the head of the phrase, an apposition to it in its case, or coordinated with it."""
    if head.index in {t.index for t in within}:
        return True
    sentence = sentence_with(analysis, within)
    top = head_of(within)
    if candidate.kind != "person":
        return _is_media_name(within, head, tokens, top)
    if _of_another_sex(head, candidate) or _declined_beside_kin(within, head, candidate):
        return False
    same_case = top.feat("Case") == head.feat("Case") or _is_nominative_of_woman(within, head, candidate)
    if not same_case and misread_in_title(tokens, within, head):
        return True
    if "kin" in classes_of(head.lemma) or (head.lemma in ("представитель", "адвокат", "прислуга") and len(within) == 1):
        same_case = same_case and top.rel.split(":")[0] in ("appos", "flat")
    for _ in range(5):
        if top.index == head.index:
            return same_case or (within[-1].index == tokens[-1].index and head.feat("Case") != "Nom" and not same_case)
        relation = top.rel.split(":")[0]
        above = sentence.head(top) if sentence else None
        if above is None:
            break
        if relation == "nmod" and not same_case:
            return False
        if sentence is not None and any(t.position < top.position for t in sentence.dependents(top, "case")):
            return False  # музыкант в беседе с Анной Беловой
        if relation in ("appos", "flat", "conj", "nmod", "nsubj", "compound"):
            top = above
            continue
        break
    return same_case


def _is_nominative_of_woman(within: Sequence[Token], head: Token, candidate: Candidate) -> bool:
    """Tell whether a name beside a nominative is a woman's own nominative (губернатор Лосева)."""
    if head.feat("Case") != "Nom" or candidate.gender != "f" or not within[-1].lower.endswith(("а", "я")):
        return False
    own = {folded(word) for word in candidate.name.split()}
    return all(folded(t.text) in own for t in within if t.text[:1].isalpha())


def _declined_beside_kin(within: Sequence[Token], head: Token, candidate: Candidate) -> bool:
    """Tell whether a name behind a nominative for kin is no nominative, by the name itself (внучка Мэн Цзюня)."""
    if head.feat("Case") != "Nom" or "kin" not in classes_of(head.lemma) or candidate.kind != "person":
        return False
    own = candidate.name.casefold().replace("ё", "е").split()
    return any(t is not head and t.lower not in own for t in within if t.text[:1].isupper() and "." not in t.text)


def _of_another_sex(head: Token, candidate: Candidate) -> bool:
    """Tell whether a noun for a woman stands by a man's name, or a kinsman by a woman's: theirs, not its bearer's."""
    if head.pos != "NOUN" or head.feat("Animacy") != "Anim" or head.feat("Number") == "Plur":
        return False
    if head.feat("Gender") == "Fem":
        return candidate.gender == "m" and head.lemma not in EPICENE
    return candidate.gender == "f" and "kin" in classes_of(head.lemma)


def _is_media_name(within: Sequence[Token], head: Token, tokens: tuple[Token, ...], top: Token) -> bool:
    """An organisation's name right behind its descriptor is it (газета «Голос», компания Ромашка); else it modifies."""
    if "organisation" not in classes_of(head.lemma) and "media" not in classes_of(head.lemma):
        return False
    between = [t for t in tokens if head.index < t.index < within[0].index and t.text not in '«"“„']
    if within[0].index < head.index or between:
        return False
    marked = tokens[0].index < within[0].index and any(
        t.text in OPENING_MARKS for t in tokens if t.index == within[0].index - 1
    )
    latin = within[0].text[:1].isascii()
    return marked or latin or top.feat("Case") in ("Nom", "") or top.feat("Case") == head.feat("Case") != "Gen"
