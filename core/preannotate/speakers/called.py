"""Who is left out where a description tells an office or a trade: those whom the article calls something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from core.model import ActorKind
from core.preannotate.actors.bodies import sorts_of_noun
from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import OF, is_country
from core.preannotate.analysis.lexicon import table
from core.preannotate.speakers.exclusion import (
    ANYBODY,
    PARTIES,
    says_no_trade,
)
from core.preannotate.speakers.heads import RULERS
from core.preannotate.speakers.mentions import Kind, View, classes_of
from core.preannotate.speakers.pointing import TALK


def others_by_trade(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons of another trade where one of the trade is named in the paragraph (``врач``: a surgeon)."""
    own = classes_of(view.lemma)
    trade = own - ANYBODY - {"kin"}
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or not trade or own & ANYBODY:
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and c.titles]
    theirs = {c: frozenset(k for t in c.titles for k in classes_of(t)) - ANYBODY for c in persons}
    near = [c for c in persons if theirs[c] & trade and (m := c.before(view.start)) and m.paragraph == paragraph]
    if not near:
        return []
    return [c for c in persons if theirs[c] and not theirs[c] & trade and view.lemma not in c.known]


WIDE = frozenset({"chief", "official", "politician"})
"""Classes of offices that say little: a head of police and a president are both chiefs."""


def others_by_title(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons of another office where one of the very office is named in the paragraph or the one before."""
    own = classes_of(view.lemma) - ANYBODY - WIDE
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or not own or "kin" in own:
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and c.titles]
    so_called = [c for c in persons if view.lemma in c.titles and c.gender in ("", view.gender, view.cue_gender)]
    if not any((m := c.before(view.start)) and m.paragraph >= paragraph - 1 for c in so_called):
        return []
    said = {c: c.titles.keys() - GENERAL if view.lemma in HELD else c.titles.keys() for c in persons}
    classes = {c: frozenset(k for t in said[c] for k in classes_of(t)) for c in persons}
    told = [c for c in persons if any(classes_of(t) for t in c.titles)]
    return [c for c in told if not classes[c] & own and view.lemma not in c.known]


def others_by_work(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons whom the article calls something else where somebody is told of by his work (``Дворник``)."""
    own = classes_of(view.lemma)
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or view.words or own - WORK != {"human"}:
        return []
    if says_no_trade(view.lemma) or view.head is None or view.head.feat("Animacy") != "Anim":
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in (*c.titles, *c.known)]
    told = {c: list(map(classes_of, c.titles)) for c in persons}
    others = (c for c, k in told.items() if any("kin" not in t and t - HUMAN for t in k))
    return [c for c in others if not any(own & WORK & t for t in told[c])]


def others_by_kin(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons of whom a trade is told and no kin, where a bare noun for kin speaks (``Вдова``)."""
    if view.kind is not Kind.DESCRIPTION or view.words or classes_of(view.lemma) != {"kin"}:
        return []
    persons = {c: [classes_of(t) for t in c.titles] for c in candidates if c.kind is ActorKind.PERSON}
    return [c for c, told in persons.items() if any(k - HUMAN for k in told) and not any("kin" in k for k in told)]


def others_by_office(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons of another office where a bare noun tells one that somebody holds (``премьер``: no director of
    a firm, though both are chiefs)."""
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or view.lemma not in OFFICES:
        return []
    own = classes_of(view.lemma) - ANYBODY - WIDE
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in (*c.titles, *c.known)]
    classes = {c: _offices_of(c) for c in persons}
    unnamed = [c for c in candidates if c.kind is ActorKind.UNNAMED and c.head[:7] != view.lemma[:7]]
    unnamed = [c for c in unnamed if c.head in OFFICES or ((k := classes_of(c.head)) & PROFESSIONS and not k & own)]
    return unnamed + [c for c in persons if classes[c] and not classes[c] & own]


WORK = frozenset(("cook", "teacher", "driver", "farmer", "fisher", "forester", "climber", "seller"))
"""Classes of work that nouns have beside ``human``."""
PARTS = frozenset(("партия", "фракция", "движение", "профсоюз", "оппозиция", "группа", "банда", "секта", "община"))
"""What a leader of is no head of a state."""


def _offices_of(candidate: Candidate) -> frozenset[str]:
    """Return the classes of what somebody is called; the leader of a party is only a politician."""
    parted = not PARTS.isdisjoint(candidate.titles)
    titles = (t for t in candidate.titles if not (parted and t in GENERAL))
    classes = frozenset(k for t in titles for k in classes_of(t)) - ANYBODY
    return classes | {"politician"} if parted else classes


HUMAN = frozenset(("human",))
"""The class of nouns that say no trade (``норвежец``, ``женщина``)."""
HELD = frozenset({"премьер", "премьер-министр", "губернатор", "мэр"})
"""Offices that one holds: where he is named near, they mean him."""
OFFICES = HELD | {"министр", "судья", "прокурор", "посол"}
HOLDING = frozenset(
    {"chief", "coach", "minister", "premier", "mayor", "governor", "prosecutor", "judge", "deputy", "vice"}
)
"""Classes of offices of whose holders an article tells that they are."""
CHIEFS = frozenset({"руководитель", "начальник", "директор", "председатель", "президент", "заведующий", "управляющий"})
"""Nouns for whoever is at the head of anything."""
GENERAL = frozenset({"лидер", "глава", "руководитель"})
"""Nouns that may stand for such an office, and for any other."""


def others_without_name(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return whom the same bare noun was said of without a name, where a person bears it (``Мэр``: Мэр Глеб Ершов)."""
    if view.kind is not Kind.DESCRIPTION or view.words:
        return []
    persons = (c for c in candidates if c.kind is ActorKind.PERSON)
    fitting = (c for c in persons if c.gender in ("", view.gender, view.cue_gender))
    if not any(view.lemma in c.titles or view.lemma in c.known for c in fitting):
        return []
    return [c for c in candidates if c.kind is ActorKind.UNNAMED and c.head == view.lemma]


PROFESSIONS = frozenset({"lawman", "judge", "prosecutor", "lawyer", "doctor"})
"""Classes of trades of people whom an article is seldom about; those whom it is about it calls so."""
_BYSTANDERS = """
зритель зрительница читатель читательница слушатель слушательница посетитель посетительница прохожий прохожая очевидец
покупатель покупательница болельщик подписчик дежурный дежурная диспетчер охранник охранница вахтер вахтерша кассир
продавец продавщица официант официантка администратор
"""
BYSTANDERS = frozenset(_BYSTANDERS.split())
"""Nouns for people of whom a paper tells no more."""
BESIDE = frozenset({"official", "expert", "scholar", "human", "chief"})
"""Classes that such a noun may have besides."""


def others_by_profession(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons who are not called so in the article, where an advocate, a doctor, somebody in the crowd
    speaks."""
    classes = classes_of(view.lemma)
    if view.kind is Kind.DESCRIPTION and view.lemma in BYSTANDERS:
        persons = [c for c in candidates if c.kind is ActorKind.PERSON]
        return [c for c in persons if view.lemma not in c.titles and view.lemma not in c.known]
    if view.kind is not Kind.DESCRIPTION or not classes & PROFESSIONS or classes - PROFESSIONS - BESIDE:
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in c.known]
    own = classes & PROFESSIONS
    called = own | {"spokesman"} if own & {"lawyer", "lawman"} else own  # представитель истца: юрист
    return [c for c in persons if not any(t == view.lemma or called & classes_of(t) for t in c.titles)]


def others_of_vices(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons who hold an office, and none as a deputy, where a ``вице-премьер`` speaks."""
    if view.kind is not Kind.DESCRIPTION or not view.lemma.startswith("вице-"):
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in (*c.titles, *c.known)]
    deputies = ("вице-", "зам", "первый")
    holding = [c for c in persons if not any(t.startswith(deputies) for t in c.titles)]
    return [c for c in holding if any(classes_of(t) & HOLDING for t in c.titles)]


def others_at_court(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the judges, prosecutors and advocates where a party speaks (``арестованный``), everybody for its side
    (``потерпевшая сторона``)."""
    if view.kind is Kind.DESCRIPTION and view.lemma == "сторона":
        return [c for c in candidates if c.kind is ActorKind.PERSON]
    if view.kind is not Kind.DESCRIPTION or view.lemma not in PARTIES:
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in c.titles]
    return [c for c in persons if any(classes_of(t) & PROFESSIONS for t in c.titles)]


def others_by_attributes(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons whom the article calls something else where an office is told with what it is of (``министр
    рыбного хозяйства``: no ``организатор митинга``)."""
    own = classes_of(view.lemma)
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or not own - ANYBODY or not view.words:
        return []
    if view.lemma in ("глава", "лидер") or "author" in own:
        return []
    from_somewhere = says_no_trade(view.lemma)  # черногорский специалист
    if all(w.endswith("летний") or (from_somewhere and is_country(w)) for w in view.words):
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in (*c.known, *c.titles)]
    kin = {c for c in persons if c.titles and all("kin" in classes_of(t) for t in c.titles)}
    untitled = [c for c in persons if own & HOLDING and (not c.titles or c in kin) and not c.known]
    told = {c: [k for t in _narrow(c) if "kin" not in (k := classes_of(t))] for c in persons}
    narrow = own if view.lemma in CHIEFS else own - ANYBODY - WIDE or own
    unnamed = [c for c in candidates if c.kind is ActorKind.UNNAMED and c.head and c.head != view.lemma]
    strict = own - ANYBODY - WIDE
    unnamed = [c for c in unnamed if strict and (theirs := classes_of(c.head) - ANYBODY - WIDE) and not theirs & strict]
    named = [c for c, classes in told.items() if any(classes) and not any(narrow & k for k in classes)]
    return [*untitled, *unnamed, *named]


STATES = frozenset(("президент", "монарх", "король", "император", "канцлер"))
"""Heads of states, who are heads of nothing less."""


def _narrow(candidate: Candidate) -> Iterable[str]:
    """Return what somebody is called; of a head of a state not that he is a head (``глава государства``: president)."""
    titles = candidate.titles
    return titles.keys() - GENERAL if not STATES.isdisjoint(titles) and "государство" in titles else titles


_TRADES = """
медик врач доктор защитник защитница дальнобойщик водитель шофер автомобилист педагог преподаватель учитель кулинар
повар адвокат юрист правоохранитель полицейский ученый исследователь исследовательница специалист спортсмен спортсменка
артист артистка музыкант военный офицер политик журналист журналистка бизнесмен предприниматель
предпринимательница чемпион чемпионка духовник священник священнослужитель художник чиновник чиновница функционер
"""
TRADES = frozenset(_TRADES.split())
"""Nouns that anybody of a trade may be called by again (``Психолог``: ``учёный``)."""
LOOSE = frozenset(("officer",))
"""The class of many trades: a sailor and a skipper are two."""
OFFICIALS = frozenset(("чиновник", "чиновница"))
"""Nouns that any unnamed holder of an office may be called by again."""


def others_only_described(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return whoever is only described by a noun of another trade than the one that speaks (``Врач``: no ``жительница
    дома``; of 66 such in the training articles one is meant)."""
    own = classes_of(view.lemma)
    if view.kind is not Kind.DESCRIPTION or not own or own & ANYBODY - HUMAN:
        return []
    if says_no_trade(view.lemma) or view.lemma in OFFICIALS:
        return []
    kind = ActorKind.GROUP if view.gender == "p" else ActorKind.UNNAMED
    unnamed = (c for c in candidates if c.kind is kind and c.head not in ("", view.lemma))
    shared = HUMAN if view.lemma in TRADES else HUMAN | LOOSE
    return [c for c in unnamed if not own & classes_of(c.head) - shared]


@cache
def _ministries() -> frozenset[str]:
    """Return the concepts of what ministries are of (``минфин``: ``финансы``)."""
    listed = table("concepts")
    return frozenset(field for word, field in listed.items() if word.startswith("мин") or word in ("мид", "мвд"))


def others_of_other_ministries(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the ministers of something else, where a minister is told with what he is of (``министр внутренних дел``:
    no ``министр обороны``; ``глава МИД``)."""
    head = view.head
    if view.kind is Kind.DESCRIPTION and view.lemma == "глава" and (own := view.words & _ministries()):
        ministers = (c for c in candidates if c.kind is ActorKind.PERSON and "министр" in c.titles)
        return [c for c in ministers if (theirs := _ministries() & {*c.titles, *c.known}) and not own & theirs]
    if view.kind is not Kind.DESCRIPTION or head is None or head.lemma != "министр":
        return []
    if any(map(is_country, view.words)):
        return []
    if not any(t.pos == "NOUN" and t is not head for t in view.tokens):
        return []
    told = (c for c in candidates if c.kind is ActorKind.PERSON and "министр" in c.titles)
    others = (c for c in told if not view.words & {*c.titles, *c.known})
    return [c for c in others if not all(map(classes_of, c.titles))]


RELATED = frozenset(("соратник", "соратница", "сторонник", "союзник", "коллега", "друг", "соперник", "оппонент"))
"""Nouns for what somebody is to another, whatever his trade."""


def others_by_words(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons of whose trade is told, and nothing of what a description tells besides its noun (``сотрудник
    компании``, ``председатель профсоюза``: no minister of education).

    With a body or a thing in the description 46 of 49 such in the training articles are others.
    """
    own = classes_of(view.lemma)
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or not view.words or not own - {"kin"}:
        return []
    if says_no_trade(view.lemma) or view.lemma in (*GENERAL, *TALK, "источник") or "author" in own:
        return []
    persons = (c for c in candidates if c.kind is ActorKind.PERSON and not view.words & {*c.titles, *c.known})
    others = (c for c in persons if not any(t.endswith(view.lemma) for t in (*c.titles, *c.known)))
    told = {c: [classes_of(t) for t in c.titles] for c in others}
    nouns = (t for t in view.tokens if t.pos in ("NOUN", "PROPN") and t is not view.head)
    more = any(t.feat("Animacy") == "Inan" or view.lemma not in RELATED for t in nouns)
    narrow = own - WIDE - HUMAN - LOOSE
    trade = HUMAN if not more else frozenset[str]()  # хозяйка кота is no сотрудница аэропорта
    told = {c: k for c, k in told.items() if any(t - trade - {"kin"} for t in k)}
    return [c for c, k in told.items() if (more or not all(k)) and not any(narrow & t for t in k)]


def others_than_spokesman(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons whom the article calls nobody's spokesman, where a spokesman with more words speaks
    (``представитель компании``: two of 61 such in the training articles are meant)."""
    if view.kind is not Kind.DESCRIPTION or "spokesman" not in classes_of(view.lemma) or not view.words:
        return []
    persons = (c for c in candidates if c.kind is ActorKind.PERSON)
    others = [c for c in persons if not any("spokesman" in classes_of(t) for t in (*c.titles, *c.known))]
    return [c for c in others if c.titles or (m := c.before(view.start)) is None or m.paragraph < paragraph]


POWERS = frozenset(("state", "ministry"))
"""Sorts of bodies that rulers' spokesmen may speak for."""


def others_of_rulers(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the spokesmen of rulers where one of a firm, a bank, a club speaks (``представитель компании``: no
    ``пресс-секретарь президента``)."""
    if view.kind is not Kind.DESCRIPTION or "spokesman" not in classes_of(view.lemma):
        return []
    sorts = frozenset[str]().union(*map(sorts_of_noun, view.words))
    if not sorts or sorts & POWERS:
        return []
    persons = ((c, {*c.titles, *c.known}) for c in candidates if c.kind is ActorKind.PERSON)
    ruled = ((c, told) for c, told in persons if any(RULERS & classes_of(t.removeprefix(OF)) for t in told))
    return [c for c, told in ruled if not any(sorts & sorts_of_noun(t) for t in told)]


def others_named_later(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons whom the article names only behind a description and calls nothing by its noun (``Матрос``:
    no captain of the next sentence; two of 162 such in the training articles are meant)."""
    if view.kind is not Kind.DESCRIPTION or view.lemma == "который":
        return []
    later = (c for c in candidates if c.kind is ActorKind.PERSON and c.before(view.start) is None)
    return [c for c in later if view.lemma not in (*c.titles, *c.known)]


_PARLIAMENTS = """
парламент дума госдума рада сейм сенат конгресс палата собрание кнессет бундестаг меджлис хурал ассамблея мажилис
заксобрание горсовет
"""
PARLIAMENTS = frozenset(_PARLIAMENTS.split())
"""Bodies that a ``спикер`` is at the head of; of any other he is the spokesman."""


def others_who_speak_for(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the spokesmen of a body where whoever is at the head of one speaks (``Руководитель ведомства``: no
    ``спикер МИД``)."""
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or view.lemma not in CHIEFS | {"глава", "министр"}:
        return []
    persons = (c for c in candidates if c.kind is ActorKind.PERSON and view.lemma not in (*c.titles, *c.known))
    return [c for c in persons if _only_speaks(c)]


def _only_speaks(person: Candidate) -> bool:
    """Tell whether somebody is called a spokesman, and nobody's head."""
    speaker = "спикер" in person.titles and PARLIAMENTS.isdisjoint(person.titles)
    told = [classes_of(t) for t in person.titles if t != "спикер" or not speaker]
    return (speaker or any("spokesman" in k for k in told)) and not any("chief" in k for k in told)
