"""Who is meant right behind a sentence: the one person that it is about, or whoever it names last (``Тот ответил``)."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate, Mention
from core.preannotate.actors.concepts import is_country
from core.preannotate.analysis.analysis import OWNERS, Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.speakers.called import HUMAN, TRADES
from core.preannotate.speakers.candidates import Past, Subjects
from core.preannotate.speakers.continuing import spoke_alike
from core.preannotate.speakers.exclusion import PASSING, PLAIN, is_woman, says_no_trade
from core.preannotate.speakers.features import INDEX
from core.preannotate.speakers.fit import admissible
from core.preannotate.speakers.mentions import UNTELLING, Kind, View, classes_of, is_bare
from core.preannotate.speakers.scholars import POINTING

NEWCOMERS = frozenset(("source", "kin", "spokesman", "collective"))
"""Classes of nouns that bring in somebody else than who has been named."""
SPOKESMEN = frozenset(("source", "spokesman"))
"""Classes of nouns for whoever speaks without a name."""
ONE_OF_MANY = frozenset(("один", "другой", "второй", "третий", "еще"))
"""Words that tell a source from those before it."""
HIMSELF = frozenset(("сам", "сама"))
LATTER = frozenset(("тот", "та", "те", "последний", "последняя", "последние"))
"""Pronouns for whoever was named last."""
SPEAKERS = (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP)
DESCRIBED = (ActorKind.UNNAMED, ActorKind.GROUP)
Row = Sequence[float]
"""The features of one candidate (``features.NAMES``)."""


def tells_trade(view: View) -> bool:
    """Tell whether a description says of somebody what he is, more than that he is a person or a source."""
    classes = classes_of(view.lemma)
    return view.head is not None and view.head.feat("Animacy") == "Anim" and bool(classes - HUMAN - NEWCOMERS)


def told_again(
    view: View, candidates: Sequence[Candidate | None], rows: Sequence[Row], past: Sequence[Past]
) -> Candidate | None:
    """Return the person told of before whom a bare description means by a rule; None where the ranker decides."""
    found = spoke_alike(view, candidates, past) or just_named(view, candidates, rows)
    return found or only_named(view, candidates) or of_place(view, candidates, rows)


def of_place(view: View, candidates: Sequence[Candidate | None], rows: Sequence[Row]) -> Candidate | None:
    """Return the person just named whom a description means that tells only where he is from (``доволен Бранко Радич.
    Черногорский специалист сказал``: 17 of 17 in the training articles)."""
    telling = [w for w in view.words if w not in UNTELLING and not w.endswith("летний")]
    if not telling or not all(map(is_country, telling)):
        return None
    found = just_named(view._replace(words=frozenset()), candidates, rows)
    return found if found is not None and found.kind is ActorKind.PERSON else None


def just_named(view: View, candidates: Sequence[Candidate | None], rows: Sequence[Row]) -> Candidate | None:
    """Return the one person who is the subject of the sentence before, or of this one, if a bare description fits him
    (``Белов приехал. Политик сказал``); else the only one whom the article has called so.

    ``rows``: the features of the candidates. It fits where it says no trade, is among his titles or like them, or is
    so with nobody. ``мужчина`` may mean somebody who is only described. None where several are subjects.
    """
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or not is_bare(view):
        return None
    if head.feat("Animacy") != "Anim" or any(t.lemma in ONE_OF_MANY for t in view.tokens):
        return None
    told = [(c, row) for c, row in zip(candidates, rows, strict=True) if c is not None]
    if view.gender not in ("m", "f"):
        return _group(view, told) if view.gender == "p" else None
    subjects = [(c, row) for c, row in told if c.kind is ActorKind.PERSON and _is_subject(row)]
    if not subjects and view.lemma in PLAIN:
        return _described(view, told)
    if not subjects and not _is_owned(view) and (one := _called_alike(view, told)) is not None:
        return one
    if len(subjects) != 1 or subjects[0][0].gender not in ("", view.gender, view.cue_gender):
        return _bearer(told)
    person, own = subjects[0]
    if _is_owned(view) and person.gender == view.gender:
        return _bearer(told)  # Её предшественница
    bearer = _bearer(told)
    if bearer not in (None, person) and not own[INDEX["title_head"]] and " " in bearer.name:
        return bearer  # the mayor, whoever else is a chief
    rivals = any(_is_called_so(row) for c, row in told if c is not person)
    if _may_mean(view, person, own) or _is_called_so(own) or (not rivals and _may_be(view, own)):
        return person
    return _bearer(told)


def only_named(view: View, candidates: Sequence[Candidate | None]) -> Candidate | None:
    """Return the only person named before who is left for a bare description that fits him (``отставка тренера Белова.
    «Я сделал всё», — сказал специалист``: 60 of 60 in the training articles); None where somebody is described too."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or head.feat("Animacy") != "Anim" or view.gender == "p":
        return None
    if not is_bare(view) or view.inside or view.lemma in PASSING or not classes_of(view.lemma) or _is_owned(view):
        return None
    last = [(c, m) for c in candidates[:-1] if c is not None and (m := c.before(view.start)) is not None]
    before = [c for c, m in last if not m.quoted]
    persons = [c for c in before if c.kind is ActorKind.PERSON]
    if len(persons) != 1 or any(c.kind is ActorKind.UNNAMED and c.gender == view.gender for c in before):
        return None
    titles = {*persons[0].titles, *persons[0].known}
    told = [k for t in titles if (k := classes_of(t))]
    fits = says_no_trade(view.lemma) or not told or any(classes_of(view.lemma) & k for k in told)
    return persons[0] if fits or view.lemma in titles else None


def _bearer(told: Sequence[tuple[Candidate, Row]]) -> Candidate | None:
    """Return the only person whom the article has called by the very noun (``ведущий``)."""
    named = [(c, row) for c, row in told if c.kind is ActorKind.PERSON and row[INDEX["title_head"]]]
    found = [c for c, row in named if not row[INDEX["only_after"]]]
    return found[0] if len(named) == len(found) == 1 else None


def _may_mean(view: View, person: Candidate, row: Row) -> bool:
    """Tell whether a noun says no trade, or its verb is a woman's as she is one (``Белова приехала. Врач сказала``)."""
    woman = view.cue_gender == "f" and view.gender == "m" and person.gender == "f"
    return (woman and not row[INDEX["titles_conflict"]]) or says_no_trade(view.lemma)


def _may_be(view: View, row: Row) -> bool:
    """Tell whether a noun may be a new one for a person: he has no title, or it is a trade and brings in nobody new."""
    classes = classes_of(view.lemma)
    if row[INDEX["titles_conflict"]]:
        return False
    return bool(row[INDEX["title_none"]]) or bool(classes and not classes & NEWCOMERS)


def _described(view: View, told: Sequence[tuple[Candidate, Row]]) -> Candidate | None:
    """Return the one person only described who is told of there, as the subject if any is (``Водитель выбрался. Мужчина
    сказал``, ``Хозяйку нашли. Женщина сказала``)."""
    people = [(c, row) for c, row in told if c.kind in DESCRIBED and c.head and _is_near(row)]
    people = [(c, row) for c, row in people if c.gender == view.gender and classes_of(c.head)]
    if view.gender == "p":
        people = [(c, row) for c, row in people if is_woman(view.lemma) and is_woman(c.head)]  # студентки: девушки
    found = [c for c, row in people if _is_subject(row)] or [c for c, _ in people]
    mentions = {m.start for c in found if (m := c.before(view.start)) is not None}
    return found[0] if len(mentions) == 1 else None  # who spoke and the subject of that frame are one


def _group(view: View, told: Sequence[tuple[Candidate, Row]]) -> Candidate | None:
    """Return the one group that a bare noun in the plural tells of again: ``девушки``, or by its trade (``Учителя
    написали письмо. Педагоги просят``)."""
    if view.lemma in PLAIN or view.lemma in POINTING or view.lemma not in TRADES:
        return _described(view, told) if view.lemma in PLAIN else None
    groups = [(c, row) for c, row in told if c.kind is ActorKind.GROUP and c.gender == "p" and c.head]
    others = ((c, row) for c, row in groups if c.head != view.lemma)
    alike = [(c, row) for c, row in others if classes_of(c.head) & classes_of(view.lemma) - HUMAN]
    near = [c for c, row in alike if _is_subject(row)]
    return near[0] if near and len({c.name for c, _ in alike}) == 1 else None


def told_of(view: View, near: Sequence[Candidate], nouns: Subjects, sentence: int) -> Candidate | None:
    """Return the one who is only described in the sentence before, in any role, by a noun of the trade that speaks
    (``ответил на вопрос корреспондента. Журналист отметил``), where nobody named is of it."""
    if view.kind is not Kind.DESCRIPTION or view.lemma not in TRADES or view.gender not in ("m", "f"):
        return None
    own = classes_of(view.lemma) - HUMAN
    named = (c for c in near if c.kind is ActorKind.PERSON and c.before(view.start) is not None)
    if not is_bare(view) or any(own & classes_of(t) for c in named for t in c.titles):
        return None
    people = nouns.people(sentence, view.start)
    alike = [c for c in people if c.kind is ActorKind.UNNAMED and c.head != view.lemma and own & classes_of(c.head)]
    found = [c for c in alike if c.gender == view.gender and c.mentions[0].role not in ("subject", "root")]
    return found[0] if len(found) == 1 else None


def _is_owned(view: View) -> bool:
    """Tell whether a possessive says whose a source is (``его секретарь``: another than he)."""
    return any(t.lower in OWNERS for t in view.tokens)


def _called_alike(view: View, told: Sequence[tuple[Candidate, Row]]) -> Candidate | None:
    """Return the one who is only described, as the subject of the sentence before, by a noun of the same trade
    (``Врач команды настроен иначе. Шансов, полагает медик, нет``); None where there are several."""
    subjects = [c for c, row in told if c.kind is ActorKind.UNNAMED and _is_subject(row) and _is_called_so(row)]
    if view.lemma not in TRADES and not says_no_trade(view.lemma):
        subjects = [c for c in subjects if c.head == view.lemma]
    return subjects[0] if len(subjects) == 1 else None


def _is_near(row: Row) -> bool:
    return bool(row[INDEX["sentence_1"]] or row[INDEX["same_sentence"]])


def _is_subject(row: Row) -> bool:
    return _is_near(row) and bool(row[INDEX["subject"]])


def _is_called_so(row: Row) -> bool:
    """Tell whether a description is among somebody's titles or like them."""
    return bool(row[INDEX["title_head"]] or row[INDEX["title_class"]])


def of_guessed_gender(view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the persons named shortly before whose gender is only guessed, and not a pronoun's: for where nobody fits
    (``объясняет Кэйко Морисима. По её мнению``)."""
    if view.kind is not Kind.PRONOUN or view.gender not in ("m", "f"):
        return []
    persons = (c for c in candidates if c.kind is ActorKind.PERSON and c.guessed and c.gender not in ("", view.gender))
    return [c for c in persons if c.before(view.start) is not None and " " in c.name]


def meant(view: View, usable: list[Candidate], nouns: Subjects, sentence: int) -> list[Candidate]:
    """Return which candidates a pronoun or ``женщина`` leaves: where nobody is left, people told of in any role before.

    ``sentence``: the number of the mention's. ``тот`` and ``последний`` leave whoever is named last in the sentence
    before and is not its subject (``Белов позвонил соседу. Тот ответил``: the neighbour). Other mentions leave all.
    """
    if view.kind is Kind.PRONOUN and view.head is not None and view.head.feat("Case") == "Loc":
        return _papers_of_clause(view, usable, nouns, sentence)
    if view.kind is Kind.PRONOUN and view.head is not None and nouns.is_message_of(view.head):
        usable = [c for c in usable if c.kind is not ActorKind.DOCUMENT]
    somebody = view.kind is Kind.PRONOUN or (says_no_trade(view.lemma) and is_bare(view) and view.gender != "p")
    if not somebody or view.head is None or view.head.feat("Case") == "Loc":
        return usable
    people = [c for c in nouns.people(sentence, view.start) if admissible(c, view)]
    if not any(c.kind in SPEAKERS for c in usable):
        usable = people or usable
    if view.kind is not Kind.PRONOUN or view.head.lower not in LATTER:
        return usable
    near = {s.number for s in nouns.around(sentence)}
    told = ((c, c.before(view.start)) for c in (*usable, *people) if c.kind in SPEAKERS)
    named = [(m.start, c) for c, m in told if m is not None and m.role != "subject" and m.sentence in near]
    return [max(named, key=lambda pair: pair[0])[1]] if named else usable


def somebody(view: View, candidates: Sequence[Candidate | None], nouns: Subjects, sentence: int) -> list[int]:
    """Return the places of those whom a pronoun may stand for: somebody told of before, else nobody (the last); and no
    paper or foreign firm where ``она`` may be a person named in this sentence or the one before."""
    told = [(at, c) for at, c in enumerate(candidates[:-1]) if c is not None]
    told = [(at, c) for at, c in told if c.before(view.start) is not None]
    if view.gender in ("m", "f"):
        near = {s.number for s in nouns.around(sentence)}
        persons = [c for _, c in told if c.kind is ActorKind.PERSON and c.gender in ("", view.gender)]
        if any((m := c.before(view.start)) is not None and m.sentence in near for c in persons):
            told = [(at, c) for at, c in told if c.kind is not ActorKind.ORGANISATION or not _is_no_noun(c)]
    return [at for at, _ in told] or [len(candidates) - 1]


def _is_no_noun(body: Candidate) -> bool:
    """Tell whether a body's name is of no gender, or a paper's (``New York Times``; not ``Верховный суд``)."""
    return body.name.isascii() or not BY_DEFAULT.isdisjoint(body.titles)


def sole_subject(
    view: View,
    candidates: Sequence[Candidate | None],
    here: int,
    before: int,
    kind: ActorKind = ActorKind.PERSON,
) -> Candidate | None:
    """Return the one person (``kind``) who is a subject before a pronoun in its sentence ``here``, else in the
    sentence ``before`` of the author, where nobody else is one (``Директор Белов считает иначе: по его словам``),
    or who is cited there (``пишет «Заря» со ссылкой на врача. По его словам``); None: several.
    """
    if view.kind is not Kind.PRONOUN or view.gender not in ("m", "f", "p"):
        return None
    told = [c for c in candidates if c is not None]
    for sentence in (here, before):
        cited = [c for c in told if any(m.cited for m in _named_in(c, sentence, view.start))]
        found = [c for c in told if any(m.role == "subject" for m in _named_in(c, sentence, view.start))]
        group = view.gender == "p" and any(c.gender == "p" for c in found)
        if len(cited) == 1 and cited[0].kind in SPEAKERS and not group:
            return cited[0]
        plural = [c for c in found if c.kind is ActorKind.GROUP and c.gender == "p" and c.head]
        if view.gender == "p" and sentence == here and len(found) == len(plural) == 1:
            return plural[0]
        if found and view.gender != "p":
            return found[0] if len(found) == 1 and found[0].kind is kind else None
    return None


def told_beside(analysis: Analysis, view: View, candidates: Sequence[Candidate | None]) -> Candidate | None:
    """Return the one person told of in the clause before ``сам он``, who is not its subject (``Критики звали Белова
    гением, сам он считал себя``: Белов); None of other pronouns."""
    head = view.head
    if view.kind is not Kind.PRONOUN or view.gender not in ("m", "f") or head is None:
        return None
    beside = analysis.tokens[max(head.index - 1, 0) : head.index + 2]
    sentence = analysis.sentence_at(view.start)
    if sentence is None or not any(t.lower in HIMSELF for t in beside):
        return None
    persons = (c for c in candidates if c is not None and c.kind is ActorKind.PERSON)
    told = [c for c in persons if (m := c.before(view.start)) and m.sentence == sentence.number and m.role != "subject"]
    return told[0] if len(told) == 1 else None


def _named_in(candidate: Candidate, sentence: int, end: int) -> list[Mention]:
    return [m for m in candidate.around(end) if m.sentence == sentence and m.start < end]


def _papers_of_clause(view: View, usable: list[Candidate], nouns: Subjects, sentence: int) -> list[Candidate]:
    """Return which papers ``в нём`` leaves: of several in the sentence before, its subject and object (``дал на проект
    отзыв. В нём``)."""
    near = {s.number for s in nouns.around(sentence)}
    told = [(m, c) for c in usable if (m := c.before(view.start)) is not None and m.sentence in near]
    return [c for m, c in told if m.role in ("subject", "object")] or usable


BY_DEFAULT = frozenset(("издание", "агентство"))
"""What every medium of ``media.tsv`` is, called so or not."""
PAPERS = frozenset(("газета", "журнал", "телеканал", "портал", "таблоид", "еженедельник"))
"""Nouns for media that mean the only one that the article names, called so or not (``в интервью Daily Planet``)."""
POINTING_ONLY = frozenset(("сам", "этот", "данный"))
"""Attributes that tell nothing (``в самом движении``)."""
STEM = 4
"""First letters that a body's name shares with the noun that it is called by (``агентства``: Агентство)."""


def body_called_so(view: View, candidates: Sequence[Candidate | None]) -> Candidate | None:
    """Return the one body that the article has called by a bare noun (``авиакомпания «Полёт»``: ``в авиакомпании``)."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or head.feat("Animacy") != "Inan" or view.gender == "p":
        return None
    if view.words - POINTING_ONLY:
        return None
    bodies = [c for c in candidates if c is not None and c.kind is ActorKind.ORGANISATION and c.before(view.start)]
    begins = view.lemma[: max(STEM, len(view.lemma) - 1)]
    own = [c for c in bodies if c.name.casefold().startswith(begins)]
    called = [c for c in bodies if c not in own and view.lemma in {*c.titles, *c.known}]
    if own or view.lemma in BY_DEFAULT:
        called = [c for c in called if c.name.casefold() not in table("media")]
    named = own + called
    if not named and view.lemma in PAPERS:
        media = [c for c in bodies if "издание" in c.titles and "." not in c.name]  # a site is no газета
        named = [c for c in media if c.name.casefold() not in table("media")] or media
    return named[0] if len(named) == 1 else None
