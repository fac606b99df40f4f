"""The organisation that a noun for bodies of its sort points back to: компания, ведомство, кредитная организация."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.model.punctuation import CLOSERS, DASHES, STRAIGHT
from core.preannotate.actors.bodies import BARE, may_be_said_of, of_another_body, sorts_of, sorts_of_noun, the_one
from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import is_country
from core.preannotate.analysis.analysis import OWNERS, Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.speakers.mentions import OPENING_MARKS, UNTELLING, Kind, View, classes_of, is_bare

CLOSING = frozenset((*CLOSERS, *STRAIGHT, "''"))
TELLING = frozenset({"hospital", "school", "court"})
"""Sorts of bodies whose names tell them."""
PAPERS = frozenset(("document", "message"))
APART = 25
"""Code points between a noun and the name that stands for it behind a dash."""


def wanted_sorts(view: View) -> frozenset[str]:
    """Return the sorts of bodies that a description points back to; empty where it is no such noun, or says which."""
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or view.inside:
        return frozenset()
    sorts = sorts_of_noun(view.lemma, view.words)
    narrowed = sorts != sorts_of_noun(view.lemma)
    return sorts if sorts and (narrowed or is_bare(view)) else frozenset()


def body_meant(analysis: Analysis, view: View, named: Sequence[Candidate]) -> Candidate | None:
    """Return the organisation that a description points back to by its sort; None where it does not, or to several."""
    wanted = wanted_sorts(view)
    if not wanted:
        return None
    return _apposed(analysis, view, wanted, named) or the_one(analysis, view.start, wanted, named)


def _apposed(analysis: Analysis, view: View, wanted: frozenset[str], named: Sequence[Candidate]) -> Candidate | None:
    """Return the organisation that is named behind a dash or comma after a noun (застройщик — компания «Дом» — …)."""
    end = view.tokens[-1].end
    for candidate in named:
        for mention in candidate.around(end):
            between = analysis.text[end : mention.start] if end < mention.start < end + APART else ""
            if between.strip()[:1] in DASHES and between.strip() and may_be_said_of(wanted, candidate):
                return candidate
    return None


def of_another_sort(view: View, candidate: Candidate) -> bool:
    """Tell whether a description and a candidate are of bodies of different sorts (компания, ТАСС), or their people."""
    if view.kind is not Kind.DESCRIPTION:
        return False
    if candidate.kind is ActorKind.DOCUMENT:
        classes = classes_of(view.lemma)
        return bool(classes) and not classes & PAPERS  # группа is no статья
    if candidate.kind is ActorKind.PERSON:
        return bool(view.words) and of_another_body(candidate.titles, view.words)
    if candidate.head:
        bare = not candidate.titles.keys() - {candidate.head}
        own, theirs = sorts_of_noun(view.lemma), sorts_of_noun(candidate.head)
        other = candidate.kind is ActorKind.ORGANISATION and candidate.head != view.lemma and BARE not in own
        if own and not own & theirs and (theirs or other):
            return True  # суд is no партия
        if not own and _is_other_noun(view, candidate):
            return True  # администрация is no союз
        return bool(view.words) and bare and bool(theirs)
    if candidate.kind is not ActorKind.ORGANISATION:
        return False
    wanted, own = sorts_of_noun(view.lemma, view.words), sorts_of(candidate)
    if _is_unlike(view, candidate, wanted):
        return True
    if not wanted or own:
        return bool(wanted) and not wanted & own
    other = BARE not in wanted and view.lemma not in candidate.titles
    return bool(wanted & TELLING) or (other and any(map(is_body, candidate.titles)))


NO_BODIES = frozenset(("source", "document", "message", "group", "collective", "media"))
"""Classes of nouns whose body is told otherwise, or that are none."""
STEM = 4
"""First letters that a body's name shares with the noun that it is called by."""


_LIKE_GENERAL = """
служба учреждение структура объединение сервис площадка платформа лейбл коллектив бренд сеть палата редакция центр бюро
совет лига коалиция вещатель оператор орган ансамбль оркестр коллегия управление департамент подразделение инстанция
"""
LIKE_GENERAL = frozenset(_LIKE_GENERAL.split())
"""Nouns that bodies of many sorts are called by again, beside ``general_bodies.tsv``."""


def subject_body(view: View, near: Sequence[Candidate], here: int, sentence: int) -> Candidate | None:
    """Return the one body that is a subject before a bare noun for bodies in its sentence ``here``, else in the
    author's before (``Лейбл Nord удалил песни со стрима Zoom. Компания объяснила``); None: none, or several."""
    if view.kind is not Kind.DESCRIPTION or not is_bare(view) or view.gender == "p":
        return None
    if not _is_general(view) or any(t.lower in OWNERS for t in view.tokens):
        return None  # его команда
    bodies = [c for c in near if _is_told_body(c) and not of_another_sort(view, c)]
    for number in (here, sentence):
        marks = ((c, m) for c in bodies for m in c.around(view.start) if m.sentence == number and m.start < view.start)
        told = list(dict.fromkeys(c for c, m in marks if m.role == "subject"))
        if told:
            return told[0] if len(told) == 1 else None
    return None


def _is_told_body(candidate: Candidate) -> bool:
    """Tell whether a candidate is a named body, or described by a noun that names bodies (``профсоюз водителей``)."""
    if candidate.kind is ActorKind.ORGANISATION and not candidate.head:
        return True
    head = candidate.head
    return bool(head) and len(candidate.titles) > 1 and (head in table("org_heads") or head in table("body_nouns"))


def _is_unlike(view: View, body: Candidate, wanted: frozenset[str]) -> bool:
    """Tell whether a noun for things that is said of bodies of no known sort, or one with more words, is none that a
    named body is called by (``в приходе``, ``страховая компания``).

    Of 600 such in the training articles nine are meant. ``wanted``: the sorts of the description.
    """
    head, called = view.head, body.titles
    if head is None or head.feat("Animacy") == "Anim" or head.pos != "NOUN" or view.gender == "p" or view.inside:
        return False
    if view.lemma in called or classes_of(view.lemma) & NO_BODIES or body.name.casefold().startswith(view.lemma[:STEM]):
        return False
    told = {w for w in view.words if not is_country(w) and w not in UNTELLING}
    if told & called.keys() or wanted != sorts_of_noun(view.lemma):
        return False
    return bool(told) or not (wanted or _is_general(view))


def _is_other_noun(view: View, candidate: Candidate) -> bool:
    """Tell whether a noun for one sort of bodies speaks, and somebody or a body is described by another."""
    described = candidate.kind in (ActorKind.ORGANISATION, ActorKind.UNNAMED) and candidate.head != view.lemma
    if not described or view.head is None or view.head.feat("Animacy") != "Inan" or view.head.pos != "NOUN":
        return False
    return not classes_of(view.lemma) & NO_BODIES and not _is_general(view)


def _is_general(view: View) -> bool:
    return view.lemma in table("general_bodies") or view.lemma in LIKE_GENERAL


def is_body(noun: str) -> bool:
    """Tell whether a noun is one for bodies, that names them or says where word came from."""
    return noun in table("org_heads") or table("places_of_speech").get(noun) == "office"


def in_marks(view: View) -> bool:
    """Tell whether a mention is a name in quotation marks alone (в «Полярном экспрессе»)."""
    first, *rest = view.tokens
    opened = first.text in OPENING_MARKS and len(rest) > 1 and rest[-1].text in CLOSING
    return opened and rest[0].text[:1].isupper() and view.head in rest
