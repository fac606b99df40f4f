"""Who issued the message that a later mention points back to: следует из документа, after a letter of the committee."""

from __future__ import annotations

from itertools import takewhile

import msgspec

from core.model import Form
from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.concepts import lemma_of
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import OWNERS, Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.quotations.subjects import own_subject
from core.preannotate.speakers.bodies import is_body
from core.preannotate.speakers.laws import law_view
from core.preannotate.speakers.mentions import Kind, View, classes_of, is_bare, view_of

_ISSUES = """
распространить распространять опубликовать публиковать выпустить направить направлять разместить сделать выступить
обнародовать разослать рассылать отправить написать прислать передать вручить подписать составить подготовить
дать давать
"""
ISSUES = frozenset(_ISSUES.split())
"""Verbs whose subject issues the message that is their object."""


_KNOWLEDGE = """
слово данные данное информация сведение расчет подсчет оценка прогноз версия мнение показание свидетельство рассказ
признание объяснение воспоминание
"""
KNOWLEDGE = frozenset(_KNOWLEDGE.split())
"""Nouns for what somebody knows or holds: whose it is speaks (``согласно данным банка``, as ``по данным банка``)."""


def issuer_of(
    analysis: Analysis, cast: Cast, proposal: Proposal, chosen: Candidate | None
) -> tuple[Proposal, View] | None:
    """Return the mention of who issued the message that was chosen as a source; None where it is none, or unsaid."""
    if chosen is None or not chosen.mentions or not (chosen.head in MESSAGES or "message" in classes_of(chosen.head)):
        return None
    tokens = analysis.touching(chosen.mentions[0].start, chosen.mentions[0].end)
    head = next((t for t in tokens if t.pos == "NOUN" and lemma_of(t) == chosen.head), None)
    if head is None:
        return None
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=head)
    view = issuer_view(analysis, view_of(analysis, own, cast), own, cast)
    if view is None or view.kind not in (Kind.NAME, Kind.ORGANISATION, Kind.DESCRIPTION):
        return None
    return own, view


def issuer_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of whose message it is that says something (заявление компании: the company); None where unsaid.

    The mention stays the whole phrase; only whom it stands for is looked for in the owner's words.
    """
    head = view.head
    sentence = analysis.sentence_of.get(head.index) if head is not None else None
    if head is None or sentence is None or view.kind is not Kind.DESCRIPTION:
        return None
    if view.lemma in MESSAGES or "message" in classes_of(view.lemma):
        owner = _owner_of(sentence, head) or _press_of(sentence, head) or _issuer_of(sentence, head)
    else:
        owner = _owner_of(sentence, head) if view.lemma in KNOWLEDGE else None
    if owner is None:
        return None
    if owner.lower in OWNERS and (told := _told_of(sentence, owner, proposal)) is not None:
        owner = told
    tokens = tuple(t for t in noun_phrase(sentence, owner) if t.index >= 0 and t.position != head.position)
    if owner not in tokens:
        return None
    tokens = tuple(takewhile(lambda t: t.position <= owner.position or not _is_addressee(t), tokens))
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=owner)
    found = view_of(analysis, own, cast)._replace(cue_gender="")
    return found if view.lemma not in KNOWLEDGE or _is_somebody(found, owner) else None


def _is_addressee(token: Token) -> bool:
    """Tell whether a word behind whose message it is begins to whom it went (``в письме союза ректору``)."""
    return token.feat("Case") == "Dat" and token.pos in ("NOUN", "PROPN", "ADJ")


def _is_somebody(view: View, owner: Token) -> bool:
    """Tell whether whose something is are people or a body, not what it comes from (``данные переписи``)."""
    if view.kind is not Kind.DESCRIPTION or owner.feat("Animacy") == "Anim" or is_body(owner.lemma):
        return True
    classes = classes_of(owner.lemma)
    return bool(classes) and not classes & {"document", "message"}


GENDERS_OF_OWNERS = {"его": ("Masc", "Neut"), "ее": ("Fem",), "их": ("",)}
"""Possessives and the genders of whose they are (none: several)."""


def _told_of(sentence: Sentence, owner: Token, proposal: Proposal) -> Token | None:
    """Return the subject of what is said where the frame behind it says whose the message is (``Союз уйдёт, говорится в
    его письме``); None where it cannot be his."""
    said = proposal.ranges[0]
    if proposal.form is Form.DIRECT or not sentence.start <= said.start < said.end <= owner.start:
        return None
    inside = (t for t in sentence.tokens[: owner.position] if said.start <= t.start < said.end)
    subject = next((t for t in inside if t.rel == "nsubj" and t.feat("Case") in ("Nom", "")), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN"):
        return None
    gender = "" if subject.feat("Number") == "Plur" else subject.feat("Gender")
    return subject if gender in GENDERS_OF_OWNERS[owner.lower] else None


def _owner_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the genitive or the possessive pronoun that says whose a noun is."""
    for token in sentence.dependents(head):
        if token.pos in ("DET", "PRON") and token.lower in OWNERS:
            return token
        if token.rel != "nmod" or token.position < head.position or token.feat("Case") not in ("Gen", ""):
            continue
        lead = [t.lower for t in sentence.dependents(token, "case")]
        if token.pos in ("NOUN", "PROPN", "X") and (not lead or (lead == ["от"] and _may_write(token))):
            return token
        if lead == ["из"] and token.lemma in table("org_heads"):
            return token  # звонок из полиции
    return None


def _press_of(sentence: Sentence, head: Token) -> Token | None:
    """Return the press that reports stand in (``согласно сообщениям в прессе``); None for a paper with a name."""
    behind = (t for t in sentence.dependents(head, "nmod") if t.position > head.position and t.feat("Case") == "Loc")
    several = (t for t in behind if t.feat("Number") == "Plur" or "collective" in classes_of(t.lemma))
    media = next((t for t in several if "media" in classes_of(t.lemma)), None)
    return media if media is not None and [t.lower for t in sentence.dependents(media, "case")] == ["в"] else None


def _may_write(token: Token) -> bool:
    """Tell whether a word behind ``от`` is who wrote (``письмо от жителей``), no day (``письмо от 5 мая``)."""
    return token.pos == "PROPN" or token.feat("Animacy") == "Anim"


def _issuer_of(sentence: Sentence, head: Token) -> Token | None:
    """Return who issued a message in the same sentence (``компания распространила сообщение, в котором …``)."""
    clauses = [*sentence.dependents(head, "acl"), *_relative_verb(sentence, head)]
    below = next((found for t in clauses if (found := _issued_by(sentence, t))), None)
    verb = sentence.head(head)
    if below is not None or verb is None:
        return below
    if head.rel.startswith("nsubj") and (page := _page_of(sentence, verb)) is not None:
        return page
    if head.rel == "nsubj" and models.verb_lemmas(verb.text) & ISSUES:  # завод распространило сообщение
        return next((t for t in sentence.dependents(verb, "nsubj") if t is not head), None)
    if head.rel.split(":")[0] not in ("obj", "obl"):
        return None
    return own_subject(sentence, verb) if models.verb_lemmas(verb.text) & ISSUES else None


PAGES = frozenset(("сайт", "портал", "блог", "аккаунт", "страница", "страничка", "канал", "телеграм-канал", "группа"))
"""Nouns for where somebody publishes what is his."""


def _page_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return on whose page a message has appeared (``Сообщение появилось на сайте правительства``)."""
    pages = (t for t in sentence.dependents(verb, "obl") if t.lemma in PAGES and t.feat("Case") == "Loc")
    page = next(pages, None)
    owners = sentence.dependents(page, "nmod", "appos") if page is not None else ()
    return next((t for t in owners if t.pos in ("NOUN", "PROPN") and t.feat("Case") == "Gen"), None)


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
            if not lead and token.feat("Case") == "Ins" and _issues(token):
                return token
        return None
    which = any(t.lower.startswith("котор") and t.rel == "obj" for t in sentence.dependents(verb))
    return own_subject(sentence, verb) if which and models.verb_lemmas(verb.text) & ISSUES else None


def _issues(token: Token) -> bool:
    """Tell whether a noun is of somebody or a body, no thing (``послание, написанное чернилами``)."""
    thing = token.pos == "NOUN" and token.feat("Animacy") == "Inan" and token.text.islower()
    return token.pos in ("NOUN", "PROPN") and (not thing or is_body(token.lemma) or bool(classes_of(token.lemma)))


MESSAGES = frozenset({"запрос", "призыв", "просьба", "ходатайство", "требование", "петиция", "нота"})
SENDS = ISSUES | {"обратиться", "обращаться", "выступить", "подать", "подавать"}
"""Verbs whose subject issues the message that the next sentence tells of."""
STEM = 5
"""First letters that a message shares with the verb that it is the noun of (``поздравил``: ``В поздравлении``)."""
GREETINGS = frozenset(
    ("телеграмма", "письмо", "послание", "обращение", "приветствие", "поздравление", "соболезнование")
)
GREETS = frozenset(("поздравить", "поздравлять", "поблагодарить", "благодарить", "соболезновать", "приветствовать"))
"""Verbs whose subject has written what the next sentence calls a telegram (``Мэр поздравил Белову. В телеграмме``)."""
PASSES_ON = frozenset({"сообщить", "сообщать", "сообщаться"})
"""Verbs of whoever passes something on, which tell not whose ``сообщение`` it is."""
BACK = 2
"""Sentences back in which such a verb is looked for."""


def sender_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of whose message it is that says something, by its own sentence or one before; None: unsaid."""
    found = issuer_view(analysis, view, proposal, cast) or _writer_view(analysis, view, proposal, cast)
    return found or law_view(analysis, view, proposal, cast)


def _writer_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of who sent the message that a bare noun points back to; None where nobody did right before.

    ``Белов направил мэру обращение. В письме говорится, что …``
    """
    head = view.head
    if head is None or view.kind is not Kind.DESCRIPTION or "message" not in classes_of(view.lemma):
        return None
    sentence = analysis.sentence_of.get(head.index)
    if sentence is None or view.inside or not is_bare(view):
        return None
    before = [s for s in analysis.sentences[max(sentence.number - BACK, 0) : sentence.number] if s.quoted is None]
    for other in reversed(before):
        for verb in reversed(other.tokens):
            if verb.pos != "VERB" or verb.feat("VerbForm") != "Fin":
                continue
            found = models.verb_lemmas(verb.text)
            told = any(lemma[:STEM] == view.lemma[:STEM] for lemma in found - PASSES_ON)
            told = told or (view.lemma in GREETINGS and bool(found & GREETS))
            if not told and not found & SENDS:
                continue
            own = own_subject(other, verb)
            again = told or any(t.lemma == view.lemma for t in other.tokens)
            if own is None or own.feat("Case") != "Nom" or not (again or _sends_words(other, verb)):
                return None
            tokens = tuple(t for t in noun_phrase(other, own) if t.index >= 0)
            said = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=own)
            sender = view_of(analysis, said, cast)
            return sender._replace(cue_gender="") if sender.named else None
    return None


def _sends_words(sentence: Sentence, verb: Token) -> bool:
    """Tell whether what is sent is a message (``направил запрос``, ``обратился``; not ``направил войска``)."""
    if verb.lower.startswith("обра"):
        return True
    things = (t.lemma for t in sentence.dependents(verb, "obj", "obl"))
    return any(lemma in MESSAGES or classes_of(lemma) & {"message", "document"} for lemma in things)
