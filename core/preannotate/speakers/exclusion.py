"""Whom a description or an omitted subject cannot mean: by the verb's gender, by kin, by a trade of another kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import OWNERS, Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.speakers.knowing import CLOSE
from core.preannotate.speakers.mentions import EPICENE, Kind, View, classes_of, is_one_of

ANYBODY = frozenset(
    {"human", "source", "collective", "group", "media", "organisation", "office", "document", "message"}
)
"""Classes of nouns that tell no trade."""
SOMEBODY = frozenset({"human", "source", "collective", "group"})
"""Classes of nouns that are said of people, though the model may read them as things (источник)."""
NOBODY = frozenset({"кто-то", "кто-нибудь", "некто", "никто", "неизвестный"})
"""Words for somebody who is not told: no other word is said of him."""
HIDDEN = ("неизвестным", "неизвестной", "неизвестными", "анонимным", "анонимной", "анонимными", "анонимом")
NAMELESS = frozenset({"анонимности", "анонимность", "неназванным", "неназванной", "неназванными", "инкогнито", *HIDDEN})
"""Words by which a paper says that its source goes without a name."""
CALLED = frozenset({"прозвищу", "прозвищем", "кличке", "имени", "псевдонимом", "ником"})
"""Words behind which somebody's only name stands (``лидер фанатов по прозвищу Бизон``)."""
ASKED = ("просивш", "попросивш", "пожелавш", "желающ", "отказавш")
NAME = ("имен", "имя", "фамили", "назват", "назыв", "представи")
"""How words begin by which somebody keeps back his name (``актёр, попросивший не называть его имени``)."""
SPEAKERS_OWN = frozenset({"мой", "наш"})
"""Whose kin somebody is that a speaker tells of (``моя внучка``): another than the speaker."""
SOME = frozenset({"некий", "неназванный", "анонимный", "неизвестный"})
MORE = frozenset({"другие", "других", "иные", "иных", "остальные", "остальных"})
"""Words at the beginning by which several are told from those before."""
BEHIND = 9
"""Words behind a source among which the paper says so."""


_PARTIES = """
обвиняемый подсудимый подозреваемый арестованный задержанный осужденный заключенный потерпевший пострадавший истец
истица ответчик ответчица
"""
PARTIES = frozenset(_PARTIES.split())
"""Nouns for those whom judges, prosecutors and advocates have to do with."""


def of_other_gender(candidate: Candidate, view: View) -> bool:
    """Tell whether the verb is in the gender of another person (``отрезала глава района`` is no man)."""
    if candidate.gender not in ("m", "f"):
        return False
    told = view.kind is Kind.DESCRIPTION and candidate.kind in (ActorKind.PERSON, ActorKind.UNNAMED)
    if told and view.gender != "p" and (view.lemma in MEN if candidate.gender == "f" else is_woman(view.lemma)):
        return True
    mans = told and candidate.gender == "f" and view.gender == "m" and view.cue_gender != "f"
    if mans and (is_mans(view.lemma) or view.lemma in PARTIES):
        return True
    if view.cue_gender not in ("m", "f"):
        return False
    someone = candidate.kind is ActorKind.PERSON or (candidate.kind is ActorKind.UNNAMED and candidate.head != "")
    if view.kind is Kind.NONE:
        return someone and candidate.gender != view.cue_gender
    if candidate.kind is ActorKind.PERSON:
        return candidate.gender != view.cue_gender and view.lemma not in EPICENE
    if someone and view.cue_gender == "f" and candidate.gender == "m":
        return candidate.head in MEN or is_mans(candidate.head)
    return someone and view.cue_gender == "m" and candidate.gender == "f" and candidate.head not in EPICENE


_MEN = """
брат отец папа муж супруг сын внук дед дедушка дядя племянник зять тесть свекор жених вдовец мужчина парень юноша
мальчик отчим пасынок прадед шурин деверь король принц герцог император шейх
"""
MEN = frozenset(_MEN.split())
"""Nouns that are said of no woman."""


PAIRS = (
    ("", "ка"), ("", "ница"), ("", "ша"), ("ин", "ка"), ("ец", "ка"), ("ец", "ица"), ("ник", "ница"), ("як", "ячка"),
    ("ич", "ичка"), ("й", "йка"), ("ер", "риса"),
)  # fmt: skip
"""How nouns for men end, and how those for women of the same trade or place."""


@lru_cache(maxsize=2_000)
def is_mans(noun: str) -> bool:
    """Tell whether ``descriptors.tsv`` has another noun for a woman (``сотрудник``: ``сотрудница``), of no office."""
    if not classes_of(noun) <= {"human", "athlete", "source", "kin", "artist"}:
        return False
    forms = (noun.removesuffix(man) + woman for man, woman in PAIRS if noun.endswith(man))
    return any(form in table("descriptors") for form in forms)


@lru_cache(maxsize=2_000)
def is_woman(noun: str) -> bool:
    """Tell whether a noun is said of women only (``ответчица``), by the likeliest reading of its dictionary form."""
    found = models.parses(noun)
    return bool(found) and {"anim", "femn", "NOUN"} <= found[0].tag.grammemes and noun not in EPICENE


def of_other_trade(candidate: Candidate, view: View) -> bool:
    """Tell whether somebody only described is of another trade or a thing (``авиакомпания`` is no ``пассажирка``)."""
    if candidate.kind is not ActorKind.UNNAMED or not candidate.head or view.head is None:
        return False
    thing = is_thing(view.head)
    if candidate.head == view.lemma or (view.head.pos != "NOUN" and not thing):
        return False
    if candidate.head in NOBODY:
        return True
    own, theirs = classes_of(view.lemma), classes_of(candidate.head)
    if thing:
        return not own & SOMEBODY and view.lemma not in EPICENE and is_animate(candidate.head)
    if not theirs and not is_animate(candidate.head):
        return True  # японец is no штаб
    return bool(own) and not own & ANYBODY and not theirs & own and _is_one_of_many(candidate)


def _is_one_of_many(candidate: Candidate) -> bool:
    """Tell whether somebody was introduced as one of several (``один из гимназистов``)."""
    return any(m.words and m.words[0].lower() in ("один", "одна") for m in candidate.mentions[:1])


@lru_cache(maxsize=2_000)
def is_animate(noun: str) -> bool:
    """Tell whether a noun is said of somebody, by the likeliest reading of its dictionary form."""
    found = models.parses(noun)
    return bool(found) and "anim" in found[0].tag


def is_thing(head: Token) -> bool:
    """Tell whether a noun is no person's, also one at the start of a sentence that the parse took for a name."""
    if head.feat("Animacy") == "Inan" and head.pos == "NOUN":
        return True
    return head.pos in ("PROPN", "ADJ") and head.position == 0 and head.text.istitle() and _is_thing(head.lower)


@lru_cache(maxsize=2_000)
def _is_thing(word: str) -> bool:
    """Tell whether a word is nothing but an inanimate common noun (``погранохрана``)."""
    tags = [p.tag.grammemes for p in models.parses(word)]
    return bool(tags) and all({"NOUN", "inan"} <= tag and not tag & models.NAMES for tag in tags)


_PLAIN = "мужчина женщина девушка парень юноша девочка мальчик подросток ребенок человек старик старушка"
PLAIN = frozenset(_PLAIN.split())
"""Nouns by which somebody who has no name is told of again."""
_PASSING = """
юбиляр юбилярша именинник именинница новобрачный новобрачная долгожитель долгожительница миллионер миллионерша земляк
землячка соотечественник соотечественница победитель победительница призер рекордсмен рекордсменка герой героиня
виновник виновница автор звезда знаменитость лауреат лауреатка мастер маэстро мэтр студент студентка выпускник
выпускница хозяин хозяйка владелец владелица пассажир пассажирка
турист туристка клиент клиентка пациент пациентка гость гостья участник
участница житель жительница горожанин горожанка пенсионер пенсионерка отставник предшественник предшественница преемник
преемница новичок дебютант дебютантка отшельник отшельница затворник затворница холостяк старожил
"""
PASSING = frozenset(_PASSING.split())
"""Nouns for what somebody is for a while or beside, whatever his trade."""
ANY_TRADE = frozenset(("специалист", "эксперт", "профессионал"))
"""Nouns for people of any trade."""


DOERS = ("тель", "тельница")
"""How nouns for whoever does something end; those of trades are in ``descriptors.tsv``."""


def says_no_trade(noun: str) -> bool:
    """Tell whether a noun is said of people of any trade (``мужчина``, ``норвежец``, ``юбиляр``, ``эксперт``)."""
    listed = noun in PLAIN or noun in PASSING or noun in PARTIES or noun in ANY_TRADE or noun in table("demonyms")
    return listed or (noun.endswith(DOERS) and not classes_of(noun))  # даритель


def is_introduced(analysis: Analysis, view: View) -> bool:
    """Tell whether a description says that its source is one of many, or goes without a name: nobody named before.

    ``дипломат одной из северных стран``, ``некий чиновник``, ``чиновник, просивший об анонимности``, ``источник,
    знакомый с делом``.
    """
    head = view.head
    if view.kind is Kind.DESCRIPTION and (is_one_of(view) or view.tokens[0].lower in MORE):
        return True
    if head is None or view.kind is not Kind.DESCRIPTION:
        return False
    if head.feat("Animacy") != "Anim" and "source" not in classes_of(view.lemma):
        return False
    if any(t.lemma in SOME or (t.lemma == "один" and t.index > head.index) for t in view.tokens):
        return True
    if any(t.lower in CALLED for t in view.tokens):
        return True
    if "kin" in classes_of(view.lemma) and any(t.lemma in SPEAKERS_OWN for t in view.tokens):
        return True
    sentence = analysis.sentence_of.get(view.tokens[-1].index)
    if sentence is None:
        return False
    at = view.tokens[-1].position + 1
    behind = sentence.tokens[at : at + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].lower.startswith(CLOSE):
        return True
    near = [t.lower for t in sentence.tokens[at : at + BEHIND]]
    asked = any(word.startswith(ASKED) for word in near[1:3]) and any(word.startswith(NAME) for word in near[2:])
    return asked or not NAMELESS.isdisjoint(near)


def others_by_place(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return the persons named elsewhere where ``девушка`` or ``мужчина`` stands behind one named in its paragraph."""
    if view.kind is not Kind.DESCRIPTION or classes_of(view.lemma) != {"human"} or view.gender not in ("m", "f"):
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON and c.gender in ("", view.gender)]
    here = [c for c in persons if (m := c.before(view.start)) and m.paragraph == paragraph]
    return [c for c in persons if c not in here and view.lemma not in c.titles] if here else []


def others_than_last(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return all but the one named last before ``последний``."""
    if view.kind is not Kind.PRONOUN or view.head is None or view.head.lower not in ("последний", "последняя"):
        return []
    named = [(m.start, c) for c in candidates if c.gender in ("", view.gender) and (m := c.before(view.start))]
    persons = [(start, c) for start, c in named if c.kind is ActorKind.PERSON]
    last = max(persons, key=lambda pair: pair[0], default=(0, None))[1]
    return [c for c in candidates if c is not last] if last is not None else []


def others_than_writer(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return to whom a message went: an object beside a subject (``Белов направил мэрии запрос. В письме``)."""
    if view.kind is not Kind.DESCRIPTION or "message" not in classes_of(view.lemma) or view.inside:
        return []
    last = {c: m for c in candidates if (m := c.before(view.start)) is not None and m.paragraph >= paragraph - 1}
    wrote = {m.sentence for m in last.values() if m.role == "subject"}
    return [c for c, m in last.items() if m.role == "object" and m.sentence in wrote]


def is_kin_of_another(candidate: Candidate, view: View) -> bool:
    """Tell whether somebody has titles but none for kin, where a source is somebody's kin (``мать пациента``)."""
    head = view.head
    if head is None or candidate.kind is not ActorKind.PERSON or "kin" not in classes_of(view.lemma):
        return False
    if not any(is_owner_of(t, head) or t.lower in OWNERS for t in view.tokens):
        return False
    classes = [classes_of(t) for t in candidate.titles]
    return any(classes) and not any("kin" in c for c in classes)


def is_owner_of(token: Token, head: Token) -> bool:
    """Tell whether a noun for somebody in the genitive says whose another is."""
    owner = token.head == head.position and token is not head and token.feat("Case") == "Gen"
    return owner and token.pos in ("NOUN", "PROPN") and token.feat("Animacy") == "Anim"
