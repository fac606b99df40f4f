"""Whom descriptions mean in a project: learned over articles, by their days, and only of people an article names."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.formats.base import make_article
from core.learning.evidence import settled, shipped
from core.learning.learner import Learner
from core.model import AUTO, Actor, ActorKind, Article, Entity, Form, Item, Quotation, State
from core.model.knowledge import LEARNED, Check, Entry, Knowledge, Part, read_body, write_body
from core.model.layer import Layer
from core.model.scope import EVERYTHING
from core.preannotate import Annotator
from core.preannotate.learned.offices import description, holder
from tests.learning_samples import layer, places

DAYS = ("2021-03-01", "2021-04-01", "2021-05-01", "2021-06-01", "2021-07-01")


def article(number: int, day: str, name: str = "Пётр Лугин", said: str = "глава региона") -> Article:
    """Return an article that names somebody, and somebody who is described and says something."""
    text = f"В Лужск приехали {name} и Анна Зуева. Цех открыт, заявил {said}."
    return make_article(f"a-{number}", None, text, {"date": day} if day else {})


def spoken(of: Article, name: str, state: State = State.MANUAL, said: str = "глава региона") -> list[Item]:
    """Return the quotation of an article, said by somebody of that name."""
    mention, cue = places(of.text, said)[0], places(of.text, "заявил")[0]
    content = places(of.text, "Цех открыт")[0]
    return [
        Actor(id="a_1", name=name, kind=ActorKind.PERSON),
        Quotation(
            id="q_1", form=Form.INDIRECT, ranges=(content,), cue=cue, mention=mention, speaker="a_1", state=state
        ),
    ]


def proposed(of: Article, wrong: str = "глава региона", said: str = "глава региона") -> Layer:
    """Return proposals that name the people, and take the description for whoever it says."""
    names = [one for one in ("Пётр Лугин", "Глеб Ершов", "Анна Зуева", "Зураб Ильич") if one in of.text]
    items: list[Item] = [Actor(id=f"a{at}", name=one, kind=ActorKind.PERSON) for at, one in enumerate(names)]
    items += [Entity(id=f"e{at}", label="PER", range=places(of.text, one)[0], actor=f"a{at}", state=State.AUTO)
              for at, one in enumerate(names)]  # fmt: skip
    known = {one.name: one.id for one in items if isinstance(one, Actor)}
    if wrong not in known:
        items.append(Actor(id="a9", name=wrong, kind=ActorKind.PERSON))
    (_, quotation) = spoken(of, wrong, State.AUTO, said)
    assert isinstance(quotation, Quotation)
    return Layer(of, AUTO, [*items, replace(quotation, id="q1", speaker=known.get(wrong, "a9"), score=0.7)])


def learned(*given: tuple[Article, str, State], said: str = "глава региона") -> Learner:
    learner = Learner()
    for of, name, state in given:
        done = layer(of, spoken(of, name, state, said))
        learner.take(settled(of, [done], proposed(of, said=said, wrong=said), EVERYTHING))
    return learner


def offices(learner: Learner) -> dict[str, Entry]:
    return {one.words: one for one in learner.entries() if one.part is Part.OFFICES}


def taught(*entries: Entry) -> Knowledge:
    """Return a knowledge of those entries, whose part is kept."""
    return Knowledge(
        articles=4, entries=entries, checks=(Check(part=Part.OFFICES, articles=4, without=0.1, within=0.9),)
    )


def test_an_office_is_learned_over_two_articles_and_beats_the_shipped_speakers() -> None:
    given = [(article(at, day), "Пётр Лугин", State.CORRECTED) for at, day in enumerate(DAYS)]
    (one,) = offices(learned(given[0])).values()
    assert (one.says, one.shown, one.is_decided) == ("Пётр Лугин", "глава региона", False)
    learner = learned(*given)
    (one,) = offices(learner).values()
    assert (one.words, one.pro, one.con, one.articles) == ("глава регион = пётр лугин", 5.0, 0.0, 5)
    assert (one.since, one.until, one.is_decided) == (DAYS[0], DAYS[-1], True)
    assert one.examples[0].article == "a-0"
    check = next(check for check in learner.checks() if check.part is Part.OFFICES)
    assert (check.without, check.within, check.is_kept) == (0.0, 0.6, True)


def test_an_office_changes_hands_and_two_holders_at_one_time_decide_nothing() -> None:
    first = [(article(at, DAYS[at]), "Пётр Лугин", State.MANUAL) for at in (0, 1)]
    second = [(article(at, DAYS[at], "Глеб Ершов"), "Глеб Ершов", State.MANUAL) for at in (2, 3)]
    known = list(offices(learned(*first, *second)).values())
    assert [one.con for one in known] == [0.0, 0.0]
    said = {day: one.says for day in (*DAYS, "2021-03-15") if (one := holder(day, known)) is not None}
    assert said == {**dict.fromkeys((*DAYS[:2], "2021-03-15"), "Пётр Лугин"), **dict.fromkeys(DAYS[2:], "Глеб Ершов")}
    assert holder("2020-01-01", known) is None
    assert holder("", known) is None
    mixed = [(article(at, DAYS[at]), name, State.MANUAL) for at, name in enumerate(["Пётр Лугин", "Анна Зуева"] * 2)]
    known = list(offices(learned(*mixed)).values())
    assert [holder(day, known) for day in DAYS] == [None] * 5
    undated = [(article(at, ""), name, State.MANUAL) for at, name in enumerate(["Пётр Лугин", "Анна Зуева"] * 2)]
    assert holder(DAYS[0], offices(learned(*undated)).values()) is None


def test_a_version_that_is_written_and_read_keeps_its_name() -> None:
    """What nothing speaks against is as much as nothing when it comes out of the log: copies name the same version."""
    learner = learned((article(0, DAYS[0]), "Пётр Лугин", State.CORRECTED))
    made = Knowledge(articles=1, entries=tuple(learner.entries()))
    assert any(one.con == 0 for one in made.entries)
    assert read_body("learn", write_body(made)).version == made.version  # type: ignore[union-attr]


def test_whoever_accepts_is_weak_evidence() -> None:
    given = [(article(at, day), "Пётр Лугин", State.ACCEPTED) for at, day in enumerate(DAYS[:3])]
    (one,) = offices(learned(*given)).values()
    assert (one.pro, one.is_decided) == (0.75, False)


@pytest.mark.parametrize(
    ("mention", "name", "words"),
    [
        ("глава региона", "Пётр Лугин", "глава регион"),
        ("главы региона Петра Лугина", "Пётр Лугин", "глава регион"),
        ("Пётр Лугин", "Пётр Лугин", ""),
        ("Лугин", "Пётр Лугин", ""),
        ("он", "Пётр Лугин", ""),
        ("который", "Пётр Лугин", ""),
        ("Зураб Ильич", "Зураб Лугин", "зураб ильич"),
    ],
)
def test_a_description_is_known_by_its_words_without_the_name(mention: str, name: str, words: str) -> None:
    assert description(mention, name) == words


ENTRY = Entry(part=Part.OFFICES, words="глава регион = пётр лугин", shown="глава региона", says="Пётр Лугин",
              pro=3.0, articles=3, since=DAYS[0], until=DAYS[2])  # fmt: skip


def test_a_later_article_gets_the_learned_speaker_and_says_why() -> None:
    knowledge = taught(ENTRY)
    later = article(9, "2021-08-01", name="Глеб Ершов, Пётр Лугин")
    found = Annotator(knowledge).annotate(later)
    plain = Annotator().annotate(later)
    (one,) = found.quotations()
    speaker = found.actor(one.speaker)
    assert speaker is not None
    assert speaker.name == "Пётр Лугин"
    (before,) = plain.quotations()
    was = plain.actor(before.speaker)
    told = one.extra[LEARNED]
    assert (told["by"], told["knowledge"]) == (ENTRY.id, knowledge.version)
    assert told["speaker"] == {"by": ENTRY.id, "was": was.name if was is not None else None}
    assert "speaker: learned" in one.extra["evidence"]
    assert shipped(found) == shipped(plain)


@pytest.mark.parametrize(
    "text",
    [
        "В Лужск приехала Анна Зуева. Цех открыт, заявил глава региона.",
        "В Лужск приехали Пётр Лугин и глава региона Глеб Ершов. Цех открыт, заявил глава региона.",
        "В Лужск приехали Пётр Лугин и Анна Зуева. Цех открыт, заявил директор завода.",
    ],
)
def test_whom_the_article_does_not_name_or_names_otherwise_stays_as_proposed(text: str) -> None:
    of = make_article("a-1", None, text, {"date": "2021-08-01"})
    found, plain = Annotator(taught(ENTRY)).annotate(of), Annotator().annotate(of)
    assert (found.quotations(), found.actors()) == (plain.quotations(), plain.actors())


def test_an_office_is_taken_along_with_its_days() -> None:
    given = [(article(at, day), "Пётр Лугин", State.CORRECTED) for at, day in enumerate(DAYS)]
    known = learned(*given).knowledge().entries
    (one,) = offices(Learner(known)).values()
    assert (one.says, one.pro, one.since, one.until) == ("Пётр Лугин", 2.5, DAYS[0], DAYS[-1])
    assert not offices(Learner(known, [one.id]))


def test_days_are_those_of_the_calendar_however_they_are_typed() -> None:
    typed = ("09.12.2020", "4 мая 2021 г.", "2021-06-01T10:00:00+03:00")
    given = [(article(at, day), "Пётр Лугин", State.CORRECTED) for at, day in enumerate(typed)]
    (one,) = offices(learned(*given)).values()
    assert (one.since, one.until) == ("2020-12-09", "2021-06-01")
