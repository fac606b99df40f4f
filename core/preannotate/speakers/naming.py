"""The canonical name of a source that is only described: the phrase in the nominative, with whom it belongs to named.

``её адвокат`` is the lawyer of somebody whom the article names; ``представитель компании`` of a company that it names.
Where that is not sure, the word that only points back is left out: the shortest description stands
(docs/guidelines.md, case 14).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.model import ActorKind, Range
from core.preannotate.actors.bodies import genitive, genitive_of, sorts_of_noun, the_one
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import inflected, parses
from core.preannotate.names.names import in_case
from core.preannotate.names.phrase import inside_marks, nominative_phrase
from core.preannotate.quotations.paired import halves
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.speakers.attributed import attributed_owner
from core.preannotate.speakers.heads import RULERS, is_counted
from core.preannotate.speakers.knowing import how_close
from core.preannotate.speakers.mentions import GENDERS, View, classes_of
from core.preannotate.speakers.shortened import shortened

POSSESSIVE = {"его": "m", "ее": "f", "их": "p", "свой": "p", "наш": "p"}
"""Possessives and the gender of whoever they point back to."""
ONES = frozenset(("его", "ее"))
"""Those that point back to one."""
EMPTY = frozenset(("ряд", "текст"))
"""Nouns whose genitive is what is meant (ряд экспертов, текст договора)."""
_POINTING = """
этот данный тот сам весь собственный вышеупомянутый упомянутый вышеуказанный указанный перечисленный вышеназванный
неназванный неназываемый некий анонимный
"""
POINTING = frozenset(_POINTING.split())
"""Attributes that point to a source, or say that it has no name, and tell nothing of it."""


def description(analysis: Analysis, view: View, pool: Sequence[Candidate]) -> str:
    """Return the name of the source that a description makes."""
    tokens = without_brackets(view.tokens)
    head = view.head
    assert head is not None
    if head.pos in ("NOUN", "PROPN") and len(both := [half for half in halves(tokens) if half]) > 1:
        return decapitalised(" и ".join([nominative_phrase(half) for half in both]), tokens[0])
    tokens, head = _apposed(tokens, head)
    tokens = shortened(analysis, _before_apposition(tokens, head), head)
    if people := _of_them(analysis, view):
        return decapitalised(" ".join([nominative_phrase(tokens[:-2], head), "из", people]), tokens[0])
    if close := how_close(analysis, view):
        named = _without_another(analysis, list(tokens))
        return decapitalised(nominative_phrase(named, head), named[0]) + close
    if head.lemma in EMPTY and (
        noun := next((t for t in tokens if t.head == head.position and t.feat("Case") == "Gen"), None)
    ):
        tokens, head = [t for t in tokens if t.index > head.index], noun
    kept: list[Token] = []
    told, owner = attributed_owner(analysis, view, tokens, head, pool)
    quoted = inside_marks(tokens, head)
    for token in tokens:
        if token.index in told:
            continue
        if token.index in quoted:
            kept.append(token)  # жители партии «Наш дом»
            continue
        gender = _points_back(token, head, tokens)
        if gender is None:
            kept.append(token)
        elif gender == "body":
            found = "" if owner else _body(analysis, view, token, pool)
            owner = owner or found
            kept += [] if found else [token]
        elif gender != "this":
            owner = owner or _owner(analysis, view, token, gender, pool)
            kept += [token] if gender == "n" and not owner and "office" in classes_of(head.lemma) else []
    if head not in kept:
        kept = list(tokens)
    kept = _without_another(analysis, kept)
    name = _of_family(nominative_phrase(kept, head, _owners(view) | _places(analysis, kept, head)), head)
    return decapitalised(f"{name} {owner}" if owner else name, kept[0])


SIBLINGS = frozenset(("брат", "сестра", "супруг", "близнец"))
"""Nouns for several who bear one surname."""
FAMILY = re.compile(r"(?<=[оеё]в|[иы]н)ых$")


def _of_family(name: str, head: Token) -> str:
    """Return the name of several of one surname with it in the nominative (``братьев Лужиных``)."""
    several = head.feat("Number") == "Plur" and head.lemma in SIBLINGS
    return FAMILY.sub("ы", name) if several else name


def _owners(view: View) -> set[int]:
    """Return the indexes of the names of persons whose a source is (``брат Марии Крот``)."""
    names = [m for c in view.inside if c.kind is ActorKind.PERSON for m in c.around(view.start)]
    return {t.index for t in view.tokens if any(m.start <= t.start < m.end for m in names)} if names else set()


def _places(analysis: Analysis, tokens: Sequence[Token], head: Token) -> set[int]:
    """Return the indexes of the names of places behind a noun (``правительства Сандории``, read as its apposition)."""
    behind = [t for t in tokens if t.index > head.index and t.pos == "PROPN" and t.rel in ("appos", "flat")]
    if not behind or head.pos != "NOUN" or head.feat("Animacy") == "Anim":
        return set()
    names = analysis.names_in(Range(behind[0].start, behind[-1].end))
    return {t.index for t in behind if any(n.label == "LOC" and n.range.start <= t.start < n.range.end for n in names)}


def _without_another(analysis: Analysis, tokens: list[Token]) -> list[Token]:
    """Leave out ``один`` that ``ещё`` makes ``another`` (``по словам ещё одного собеседника``)."""
    one = tokens[0].lemma == "один" and len(tokens) > 1 and tokens[0].index > 0
    return tokens[1:] if one and analysis.tokens[tokens[0].index - 1].lower in ("еще", "ещё") else tokens


def _apposed(tokens: Sequence[Token], head: Token) -> tuple[Sequence[Token], Token]:
    """Return what says who ``один из них, отец мальчика`` is, and its head; all other phrases as they are."""
    comma = next((i for i, t in enumerate(tokens) if t.text == ","), 0)
    if not comma or tokens[0].lower not in ("один", "одна") or tokens[comma - 1].lower != "них":
        return tokens, head
    rest = tokens[comma + 1 :]
    noun = next((t for t in rest if t.pos in ("NOUN", "PROPN")), None)
    return (rest, noun) if noun is not None else (tokens, head)


def _before_apposition(tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """Return a phrase up to what a comma sets off behind its head without a name (``соседка, пенсионерка``)."""
    at = next((i for i, t in enumerate(tokens) if t.text == "," and t.index > head.index), 0)
    listed = any(t.lower in ("и", "или") or t.text[:1].isupper() for t in tokens[at:])
    return tokens[:at] if at and not listed else tokens


def without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens before the first bracket."""
    for index, token in enumerate(tokens):
        if token.text == "(" and index:
            return tokens[:index]
    return tokens


NAMED_THINGS = frozenset({"media", "organisation", "office", "document", "message"})
"""Classes of nouns with which a name may begin (``Комитет жителей``)."""


def decapitalised(name: str, first: Token) -> str:
    """Write a common noun or adjective at the start of a sentence small; leave abbreviations and names."""
    classes = classes_of(first.lemma)
    name_of_its_own = first.pos == "PROPN" and (not classes or bool(classes & NAMED_THINGS))
    if name_of_its_own or first.text[:1] in '«"' or first.text[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]


def is_pointing(token: Token) -> bool:
    """Tell whether a word only points to a noun (эта женщина, неназванный чиновник)."""
    return token.lemma in POINTING and token.pos in ("DET", "PRON", "ADJ")


HELD = frozenset(("official", "monarch"))
"""Classes of nouns for who holds an office (not ``политик``), which say enough of whose a source is."""


def _points_back(token: Token, head: Token, tokens: Sequence[Token]) -> str | None:
    """Return the gender of what a word points back to, ``this`` for words that only point, None for other words.

    ``body``: a noun that points back only where the article names such a body (директор завода).
    """
    if token.index == head.index:
        return None
    if is_pointing(token):
        return "this"
    if token.pos in ("DET", "PRON"):
        if token.lemma == "который":
            return "this"  # пресс-служба которого
        if token.lower in POSSESSIVE or token.lemma in POSSESSIVE:
            return POSSESSIVE.get(token.lower, POSSESSIVE.get(token.lemma, ""))
        return None
    genitive_too = ("Gen", "Acc") if token.feat("Animacy") == "Anim" else ("Gen",)
    bare = token.pos == "NOUN" and token.text.islower() and token.feat("Case") in genitive_too and token.rel == "nmod"
    if not bare or _is_deeper(token, head):
        return None
    below = (t for t in tokens if t.head == token.position and t.index != token.index and t.pos != "PUNCT")
    if not all(is_pointing(t) for t in below):
        return None
    if token.feat("Number") == "Plur":
        return None
    if token.lemma in table("general_bodies"):
        return "n"
    if sorts_of_noun(token.lemma) or token.feat("Animacy") == "Inan":
        return "body"
    kin = "kin" in classes_of(head.lemma)
    if classes_of(token.lemma) & RULERS and classes_of(token.lemma) & HELD and not kin:
        return None  # поручение президента
    person = classes_of(token.lemma) - {"document", "media", "organisation", "office", "group", "source"}
    return GENDERS.get(token.feat("Gender"), "m") if token.feat("Animacy") == "Anim" and person else None


def _is_deeper(token: Token, head: Token) -> bool:
    """Tell whether a person says of a noun inside the phrase which it is (``источник в окружении президента``)."""
    return token.head != head.position and token.feat("Animacy") == "Anim"


def _of_them(analysis: Analysis, view: View) -> str:
    """Return the genitive of the people that ``один из них`` points back to, '' for other words or where none are near.

    Of the sentences up to two back the nearest that tells of people: its subject in the plural, else its last noun, but
    not who is told.
    """
    tokens = view.tokens
    if tokens[-1].lower != "них" or len(tokens) < 3 or tokens[-2].lower != "из":
        return ""
    sentence = analysis.sentence_of.get(tokens[0].index)
    if sentence is None:
        return ""
    found = None
    for before in reversed(analysis.sentences[max(sentence.number - 2, 0) : sentence.number + 1]):
        own = before.tokens
        near = [t for t in reversed(own) if 0 <= t.index < tokens[0].index and _are_people(own, t)]
        near = [t for t in near if before is not sentence or t.feat("Case") != "Dat"]
        found = next((t for t in near if t.rel.startswith("nsubj")), next(iter(near), None))
        if found is not None:
            break
    if found is None:
        return ""
    number = "plur" if found.feat("Number") == "Plur" else "sing"  # два источника
    parse = next((p for p in parses(found.text.lower()) if p.tag.POS == "NOUN" and p.tag.number == number), None)
    return inflected(parse, frozenset(("gent", "plur"))) or "" if parse is not None else ""


def _are_people(tokens: Sequence[Token], token: Token) -> bool:
    people = token.feat("Animacy") == "Anim" or "source" in classes_of(token.lemma)
    return people and token.pos == "NOUN" and (token.feat("Number") == "Plur" or is_counted(tokens, token))


def _owner(analysis: Analysis, view: View, token: Token, gender: str, pool: Sequence[Candidate]) -> str:
    """Return the genitive of the nearest person or organisation named before that a word may point to, or ''."""
    kind = ActorKind.ORGANISATION if gender == "n" else ActorKind.PERSON
    if gender == "n" and (body := _body(analysis, view, token, pool)):
        return body
    if token.pos in ("DET", "PRON") and (subject := subject_before(analysis, token, gender, pool)):
        return subject
    near = []
    kinds = (kind, ActorKind.ORGANISATION) if _may_be_of_body(view, token) else (kind,)
    for candidate in pool:
        last = candidate.before(view.start)
        if (
            candidate.kind not in kinds
            or candidate.head
            or last is None
            or (candidate.gender and gender in "mf" and candidate.gender != gender)
        ):
            continue
        fits = token.lemma in candidate.titles
        if fits or token.pos in ("DET", "PRON"):
            near.append((fits, last.start, candidate))
    if not near or gender == "p":
        return ""
    fits, start, best = max(near, key=lambda n: n[:2])
    if not fits and best.kind is ActorKind.PERSON and _is_told_of_another(analysis, token, gender, start):
        return ""
    if best.kind is ActorKind.ORGANISATION:
        return genitive(analysis, best) or (f"«{best.name}»" if best.marked and kind is not best.kind else "")
    return in_case(best.name, "gent", best.gender or "m")


BACK = 40
"""Tokens between the last name and a possessive among which nobody else is told of."""


def _is_told_of_another(analysis: Analysis, token: Token, gender: str, start: int) -> bool:
    """Tell whether somebody else of the same gender is told of between the last name and a possessive (``Белов сообщил,
    что у пациента нашли яд. Его жена``)."""
    between = analysis.tokens[max(token.index - BACK, 0) : token.index]
    persons = (t for t in between if t.start > start and t.pos == "NOUN" and t.feat("Animacy") == "Anim")
    told = (t for t in persons if t.feat("Number") == "Sing" and t.rel in ("obj", "obl", "nmod", "nsubj"))
    return any(GENDERS.get(t.feat("Gender")) == gender for t in told)


def subject_before(analysis: Analysis, token: Token, gender: str, pool: Sequence[Candidate]) -> str:
    """Return the genitive of the unnamed subject of the same sentence before a possessive, or, where it opens one, of
    the author's sentence before; '' where it has a name (``Президент Молвании молчит, но, по словам источников в его
    администрации``; ``Школьница поёт. Её учитель сказал``)."""
    sentence = analysis.sentence_of.get(token.index)
    if sentence is None or gender not in ("m", "f"):
        return ""
    subjects = _persons_as_subjects(sentence.tokens[: token.position])
    if token.position == 0 and sentence.number:
        sentence = analysis.sentences[sentence.number - 1]
        subjects = _persons_as_subjects(sentence.tokens) if sentence.quoted is None else []
    if len(subjects) != 1 or subjects[0].pos != "NOUN" or GENDERS.get(subjects[0].feat("Gender")) != gender:
        return ""
    phrase = [t for t in noun_phrase(sentence, subjects[0]) if t.index >= 0]
    start, end = phrase[0].start, phrase[-1].end
    named = any(c.kind is ActorKind.PERSON and (m := c.before(end)) and m.start >= start for c in pool)
    called = any(c.kind is ActorKind.PERSON and subjects[0].lemma in (*c.titles, *c.known) for c in pool)
    if named or called:
        return ""
    name = decapitalised(nominative_phrase(phrase, subjects[0]), phrase[0])
    adjective = next((p for p in parses(name) if p.tag.POS in ("ADJF", "PRTF")), None) if " " not in name else None
    return genitive_of(name) or (adjective and inflected(adjective, frozenset(("gent", "sing", "masc")))) or ""


def _persons_as_subjects(tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if t.rel == "nsubj" and t.feat("Animacy") == "Anim"]


STUDIES = frozenset({"доклад", "отчет", "исследование", "обзор", "опрос", "мониторинг", "рейтинг"})
"""Papers that bodies issue, and persons hardly."""


def _may_be_of_body(view: View, token: Token) -> bool:
    """Tell whether whose a paper is may be a body (``в его докладе``, after a fund): whoever was named last."""
    return token.pos in ("DET", "PRON") and view.lemma in STUDIES


def _called(view: View, token: Token, pool: Sequence[Candidate]) -> Candidate | None:
    """Return the one organisation that the article has called by a noun before (``сервис «Бричка»``: ``сервиса``)."""
    bodies = [c for c in pool if c.kind is ActorKind.ORGANISATION and not c.head and c.before(view.start) is not None]
    called = [c for c in bodies if token.lemma in c.titles and "media" not in classes_of(token.lemma)]
    return called[0] if len(called) == 1 else None


def _body(analysis: Analysis, view: View, token: Token, pool: Sequence[Candidate]) -> str:
    """Return the genitive of the one organisation named before that a noun for bodies may be said of, or ''."""
    sorts = sorts_of_noun(token.lemma)
    body = _called(view, token, pool) or (the_one(analysis, view.start, sorts, pool, known=True) if sorts else None)
    if body is None:
        return ""
    marked = body.marked and "«" not in body.name and not body.name.isascii() and "media" not in classes_of(token.lemma)
    return f"{token.text} «{body.name}»" if marked else genitive(analysis, body)
