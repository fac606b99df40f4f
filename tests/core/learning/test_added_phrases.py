"""Cues of several words that people added: learned from settled layers, used where they help, found by one look."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.learning.evidence import shipped
from core.learning.learner import Learner
from core.model import Article, Form, Quotation, Range, State
from core.model.knowledge import LEARNED, STANDING, Check, Entry, Knowledge, Part
from core.model.layer import Layer
from core.preannotate import Annotator
from core.preannotate.learned.added import Use
from core.preannotate.learned.phrases import Phrases, parsed, phrase_of
from core.preannotate.names.inflection import folded
from tests.learning_samples import articles, layer, learned

WHEN = ("в мае", "в июне", "осенью", "зимой", "весной", "летом")
SPOKEN = {
    "поставил в известность": ("«Мост будет готов {}», — поставил в известность Пётр Лугин. Город ждёт.", "Пётр Лугин"),
    "поставила в известность": (
        "Анна Зуева поставила в известность совет, что мост готов {}. Город ждёт.",
        "Анна Зуева",
    ),
    "не стала таить": ("Анна Зуева не стала таить, что мост готов {}. Город ждёт.", "Анна Зуева"),
    "В изложении": ("В изложении Анны Зуевой, мост был готов {}. Город ждёт.", "Анна Зуева"),
    "Судя по рассказу": ("Судя по рассказу Анны Зуевой, мост был готов {}. Город ждёт.", "Анна Зуева"),
    "в своём канале отметила": ("Анна Зуева в своём канале отметила, что мост готов {}. Город ждёт.", "Анна Зуева"),
}
"""Of each phrase a text in which it introduces a quotation, and who speaks."""
NAMES = (
    "поставить в известность", "поставить в известность что", "не стать таить что", "в изложении …",
    "судя по рассказу …", "в своем канале отметить что",
)  # fmt: skip
SAYS = ("direct", "clause", "clause", "source", "source", "clause")


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def series(cue: str) -> list[Article]:
    return articles(SPOKEN[cue][0].format(when) for when in WHEN)


def said(of: Article, cue: str, state: State = State.MANUAL, more: int = 0) -> Layer:
    """Return a layer with the article's quotation, and so many other proposals accepted."""
    text = of.text
    first = next(text.index(word) for word in ("«", "что ", "мост ") if word in text)
    last = text.index("»") + 1 if "»" in text else text.index(".")
    start = text.index(cue)
    form = Form.DIRECT if "»" in text else Form.INDIRECT
    items = [
        Quotation(id="q_1", form=form, ranges=(Range(first, last),), cue=Range(start, start + len(cue)), state=state)
    ]
    spare = range(len(text) - more, len(text))
    items += [
        Quotation(id=f"o_{at}", form=Form.MIXED, ranges=(Range(at, at + 1),), state=State.ACCEPTED) for at in spare
    ]
    return layer(of, items)


def told(learner: Learner) -> dict[str, Entry]:
    return {one.words: one for one in learner.entries() if one.part is Part.PHRASES}


@pytest.mark.parametrize(("cue", "name", "says"), list(zip(SPOKEN, NAMES, SAYS, strict=True)))
def test_a_phrase_is_proposed_as_a_cue_once_it_beats_the_shipped_proposals(
    annotator: Annotator, cue: str, name: str, says: str
) -> None:
    texts = series(cue)
    early = learned([said(one, cue) for one in texts[:2]], annotator)
    assert Part.PHRASES not in early.knowledge().kept(), "one article was predicted: untested"
    learner = learned([said(one, cue) for one in texts[:5]], annotator)
    (entry,) = told(learner).values()
    assert (entry.words, entry.says, entry.pro, entry.con) == (name, says, 5.0, 0.0)
    assert parsed(name) is not None
    knowledge, later = learner.knowledge(), texts[5]
    found = Annotator(knowledge).annotate(later)
    truth = said(later, cue).quotations()[0]
    (one,) = found.quotations()
    assert (one.ranges, one.cue, one.form, one.state) == (truth.ranges, truth.cue, truth.form, State.AUTO)
    assert one.extra[LEARNED] == {"knowledge": knowledge.version, "by": entry.id}
    assert found.head.extra[STANDING] == [entry.id]
    speaker = found.actor(one.speaker)
    assert speaker is not None
    assert speaker.name == SPOKEN[cue][1]
    before = shipped(annotator.annotate(later))
    assert [(q.ranges, q.rule, q.at) for q in shipped(found).quotations] == [
        (q.ranges, q.rule, q.at) for q in before.quotations
    ], "what was shipped can be told from it"
    off = Learner(knowledge.entries, off=[entry.id])
    off_knowledge = Knowledge(articles=5, entries=tuple(off.entries()), checks=knowledge.checks)
    silent = [(q.ranges, q.cue, q.speaker) for q in Annotator(off_knowledge).annotate(later).quotations()]
    assert silent == [(q.ranges, q.cue, q.speaker) for q in annotator.annotate(later).quotations()]


@pytest.mark.parametrize(
    ("text", "use", "name"),
    [
        ("поставили в известность", Use.DIRECT, "поставить в известность"),
        ("Поставит в известность", Use.CLAUSE, "поставить в известность что"),
        ("в изложении", None, "в изложении …"),
        ("по данным", None, None),  # the lexicon has it
        ("по неофициальным данным", None, None),
        ("со ссылкой на", None, None),
        ("ссылаясь на", Use.CLAUSE, None),
        ("дал понять", Use.CLAUSE, None),
        ("не исключил", Use.CLAUSE, None),
        ("протрубил", Use.DIRECT, None),  # one word: another part's
        ("протрубил, что", Use.CLAUSE, None),
        ("сказал что", Use.CLAUSE, None),
        ("большой мост", None, None),
        ("поставил в известность", None, None),  # before no clause and no speech
        ("а потом он поставил их всех в известность", Use.DIRECT, None),  # longer than is learned
        ("", Use.DIRECT, None),
    ],
)
def test_only_phrases_that_the_lexicon_does_not_know_are_learned(text: str, use: Use | None, name: str | None) -> None:
    found = phrase_of(text, use)
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("text", "name", "stands"),
    [
        ("«Да», — поставил в известность Лугин.", NAMES[0], True),
        ("Лугин поставил в известность совет: «Да».", NAMES[0], True),
        ("Лугин поставил в известность совет, что мост готов.", NAMES[1], True),
        ("Лугин поставил в известность совет, что мост готов.", NAMES[0], False),
        ("Лугин не поставил в известность совет, что мост готов.", NAMES[1], False),
        ("Лугин поставил в известность совет. Мост готов.", NAMES[1], False),
        ("Лугин поставил её в известность, что мост готов.", NAMES[1], False),
        ("Лугина поставят в известность, что мост готов.", NAMES[1], True),
        ("Она не станет таить, что мост готов.", NAMES[2], True),
        ("Мост готов, в изложении Лугина.", NAMES[3], True),
        ("Мост готов в изложении Лугина.", NAMES[3], False),
        ("В изложении.", NAMES[3], False),
    ],
)
def test_a_phrase_counts_where_cues_stand(text: str, name: str, stands: bool) -> None:
    found = list(Phrases({name: "x"}).places(text))
    assert len(found) == stands
    assert all(one.phrase.name == name for one in found)


def test_the_longest_of_several_phrases_counts() -> None:
    known = Phrases({"в изложении …": "short", "в вольном изложении …": "other", "в изложении газеты …": "long"})
    (found,) = known.places("В изложении газеты «Луч», мост готов.")
    assert found.phrase.name == "в изложении газеты …"
    assert len(list(known.places("В изложении газеты мост готов, в вольном изложении Лугина он закрыт."))) == 2


def test_where_nobody_marks_anything_a_phrase_speaks_against_itself_and_contradiction_decides_nothing() -> None:
    cue = "поставила в известность"
    texts = series(cue)
    done = [said(one, cue) for one in texts[:2]]
    bare = [layer(one, []) for one in texts[2:4]]
    entry = told(learned([*done, *bare]))[NAMES[1]]
    assert (entry.pro, entry.con, entry.is_decided) == (2.0, 1.0, True)
    refused = [said(one, cue, State.REJECTED) for one in texts[2:4]]
    entry = told(learned([*done, *refused]))[NAMES[1]]
    assert (entry.pro, entry.con, entry.is_decided) == (2.0, 2.0, False)
    shorter = [said(one, "поставила") for one in texts[2:4]]
    assert told(learned([*done, *shorter]))[NAMES[1]].con == 1.0, "only a part of it was marked"


def test_whoever_accepts_everything_says_little() -> None:
    cue = "не стала таить"
    entry = told(learned([said(one, cue, State.ACCEPTED, more=4) for one in series(cue)[:4]]))[NAMES[2]]
    assert (entry.pro, entry.is_decided) == (0.4, False)


def test_a_text_without_such_a_phrase_keeps_every_proposal(annotator: Annotator) -> None:
    entries = tuple(
        Entry(part=Part.PHRASES, words=name, shown=name, says=says, pro=4.0, articles=4)
        for name, says in zip(NAMES, SAYS, strict=True)
    )
    checks = (Check(part=Part.PHRASES, articles=4, without=0.1, within=0.9),)
    taught = Annotator(Knowledge(articles=4, entries=entries, checks=checks))
    for text in ("«Мост готов в мае», — сказал Пётр Лугин.", "Он поставил мост в известность. Анна Зуева рада."):
        article = articles([text])[0]
        with_it, without = taught.annotate(article), annotator.annotate(article)
        assert with_it.quotations() == without.quotations()
        assert STANDING not in with_it.head.extra


def test_what_is_taken_along_is_learned_on_and_nonsense_is_passed_over() -> None:
    cue = "В изложении"
    entries = learned([said(one, cue) for one in series(cue)[:4]]).knowledge().entries
    again = told(Learner(entries))[NAMES[3]]
    assert (again.pro, again.says, again.shown) == (2.0, "source", "в изложении")
    assert not told(Learner(entries, {"phrases:в изложении …"}))
    odd = [Entry(part=Part.PHRASES, words=words, says="direct", pro=9) for words in
           ("одно", "без глагола совсем", "в изложении …", "1 2 3", "a b c d e f g h")]  # fmt: skip
    assert not told(Learner(odd))
    checks = (Check(part=Part.PHRASES, articles=9, without=0.1, within=0.9),)
    assert Annotator(Knowledge(articles=9, entries=tuple(odd), checks=checks)).annotate(series(cue)[0])


PIECES = st.sampled_from(
    ["поставил ", "поставила ", "в ", "известность", " совет", ", что ", ": ", "«Да», — ", "не ", "стала ", "таить",
     "В изложении ", "Анны Зуевой, ", "судя по рассказу ", ". ", "\n", "мост готов"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_places_are_the_words_of_their_phrases_in_text_order(text: str) -> None:
    found = list(Phrases(dict.fromkeys(NAMES, "x")).places(text))
    for one in found:
        words = [folded(text[slice(*span)]) for span in one.spans]
        phrase = one.phrase
        assert [word for at, word in enumerate(words) if at != phrase.head] == [
            word for at, word in enumerate(phrase.words) if at != phrase.head
        ]
        assert " ".join(text[slice(*one.range)].split()) == " ".join(text[slice(*span)] for span in one.spans)
        assert one.range.end < len(text), "what it introduces stands there too, or who speaks"
    for use in Use:
        mine = [one.range for one in found if one.phrase.use is use]
        assert all(before.end <= after.start for before, after in pairwise(mine))


def test_one_of_ten_thousand_phrases_is_found_as_if_it_were_alone() -> None:
    text = "Лугин поставил в известность совет, что мост готов. В изложении Зуевой, он закрыт."
    many = {f"поставить в дело{number} что": "y" for number in range(10_000)}
    many |= {f"в пересказе слово{'о' * (number % 30)} …": "y" for number in range(60)}
    alone = list(Phrases(dict.fromkeys(NAMES, "x")).places(text))
    assert [one.phrase.name for one in alone] == [NAMES[1], NAMES[3]]
    assert list(Phrases({**many, **dict.fromkeys(NAMES, "x")}).places(text)) == alone
