"""Cue words that people added: learned from settled layers, used where they help, silent where learning is off."""

from __future__ import annotations

import pytest

from core.learning.evidence import shipped
from core.learning.learner import Learner
from core.model import Article, Form, Quotation, Range, State
from core.model.knowledge import LEARNED, WITHHELD, Entry, Knowledge, Part
from core.model.layer import Layer
from core.preannotate import Annotator
from core.preannotate.analysis import models
from core.preannotate.analysis.analyse import analyse
from core.preannotate.learned.added import Place, Use, cue_places, unknown_verb
from tests.learning_samples import articles, layer, learned, places

WHEN = ("в мае", "в июне", "осенью", "зимой", "весной", "летом")
FAR = "тогда же на весь большой шумный город"
"""So many words that the rule for anybody who acts behind a speech does not see the person behind them."""
SPEECHES = articles(f"«Мост будет готов {when}», — протрубил {FAR} Пётр Лугин. Город ждёт." for when in WHEN)
CLAUSES = articles(f"Анна Зуева протрубила, что мост готов {when}. Город ждёт." for when in WHEN)


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def said(article: Article, state: State = State.MANUAL, annotator: str = "anna", more: int = 0) -> Layer:
    """Return a layer with the article's quotation, and so many other proposals accepted."""
    text = article.text
    is_clause = ", что" in text
    start = text.index("что") if is_clause else 0
    end = text.index(".", start) if is_clause else text.index("»") + 1
    cue = next(span for form in ("протрубила", "протрубил") for span in places(text, form))
    form = Form.INDIRECT if is_clause else Form.DIRECT
    items = [Quotation(id="q_1", form=form, ranges=(Range(start, end),), cue=cue, state=state)]
    spare = [Range(at, at + 1) for at in range(end + 2, len(text))][:more]
    items += [Quotation(id=f"o_{at}", form=Form.MIXED, ranges=(one,), state=State.ACCEPTED)
              for at, one in enumerate(spare)]  # fmt: skip
    return layer(article, items, annotator)


def added(learner: Learner) -> dict[str, Entry]:
    return {one.words: one for one in learner.entries() if one.part is Part.ADDED}


def test_a_verb_that_the_lexicon_does_not_know_is_learned_by_what_it_introduces() -> None:
    found = added(learned([said(one) for one in (*SPEECHES, *CLAUSES)]))
    assert {words: (one.says, one.shown, one.pro) for words, one in found.items()} == {
        "протрубить": ("direct", "протрубил", 6.0),
        "протрубить что": ("clause", "протрубила", 6.0),
    }
    assert [one.article for one in found["протрубить"].examples] == ["a-0", "a-1", "a-2"]
    known = articles(["«Мост готов к зиме», — сказал Пётр Лугин."])[0]
    quoted = Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(0, 20),), cue=places(known.text, "сказал")[0],
                       state=State.MANUAL)  # fmt: skip
    assert not added(learned([layer(known, [quoted])]))


@pytest.mark.parametrize(
    ("text", "direct", "clause"),
    [("протрубил", "протрубить", "протрубить"), ("отчеканил", None, "отчеканить"), ("сказал", None, None),
     ("не протрубил", None, None), ("мнение", None, None), ("", None, None), ("по словам", None, None)],
)  # fmt: skip
def test_only_one_verb_in_a_use_that_the_lexicon_does_not_know_is_learned(
    text: str, direct: str | None, clause: str | None
) -> None:
    assert (unknown_verb(text, Use.DIRECT), unknown_verb(text, Use.CLAUSE)) == (direct, clause)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("«Да, мы готовы», — протрубил Лугин.", Use.DIRECT),
        ("«Да, мы готовы!» — тут же громко протрубил Лугин.", Use.DIRECT),
        ("— Да, мы готовы, — протрубил он.", Use.DIRECT),
        ("Лугин протрубил на весь город: «Готово».", Use.DIRECT),
        ("Лугин протрубил всем, что мост готов.", Use.CLAUSE),
        ("Лугин не протрубил, что мост готов.", None),
        ("Горн протрубил и затих, а мост готов.", None),
        ("Горн протрубил. — Да.", None),
    ],
)
def test_a_verb_counts_where_cues_stand(text: str, use: Use | None) -> None:
    at = places(text, "протрубил")[0]
    expected = [] if use is None else [Place(at, "протрубить", use)]
    assert list(cue_places(text, {"протрубить"})) == expected


def test_where_nobody_marks_anything_a_cue_speaks_against_itself_and_what_is_contradicted_decides_nothing() -> None:
    bare = [layer(one, []) for one in CLAUSES[2:4]]
    refused = [said(one, State.REJECTED) for one in CLAUSES[2:4]]
    told = added(learned([*map(said, CLAUSES[:2]), *bare]))["протрубить что"]
    assert (told.pro, told.con, told.is_decided) == (2.0, 1.0, True)
    told = added(learned([*map(said, CLAUSES[:2]), *refused]))["протрубить что"]
    assert (told.pro, told.con, told.is_decided) == (2.0, 2.0, False)


def test_whoever_accepts_everything_says_little() -> None:
    told = added(learned([said(one, State.ACCEPTED, more=4) for one in CLAUSES]))["протрубить что"]
    assert (told.pro, told.is_decided) == (0.6, False)


def test_added_cues_are_proposed_once_they_beat_the_shipped_proposals(annotator: Annotator) -> None:
    for texts in (SPEECHES, CLAUSES):
        learner = learned([said(one) for one in texts[:4]], annotator)
        assert Part.ADDED not in learner.knowledge().kept()  # two articles were predicted: that may be chance
        learner = learned([said(one) for one in texts[:5]], annotator)
        check = next(one for one in learner.checks() if one.part is Part.ADDED)
        assert check.within > check.without
        knowledge = learner.knowledge()
        later = texts[5]
        found = Annotator(knowledge).annotate(later)
        truth = said(later).quotations()[0]
        (one,) = found.quotations()
        assert (one.ranges, one.cue, one.form, one.state) == (truth.ranges, truth.cue, truth.form, State.AUTO)
        entry = next(iter(added(learner).values()))
        assert one.extra[LEARNED] == {"knowledge": knowledge.version, "by": entry.id}
        assert found.actor(one.speaker) is not None
        assert shipped(found) == shipped(annotator.annotate(later))  # what was shipped can be told from it


def test_a_text_without_such_a_cue_keeps_every_proposal(annotator: Annotator) -> None:
    entry = Entry(part=Part.ADDED, words="протрубить", shown="протрубил", says="direct", pro=4.0, articles=4)
    check = learned([said(one) for one in SPEECHES], annotator).checks()
    knowledge = Knowledge(articles=4, entries=(entry,), checks=check)
    assert knowledge.used() == (entry,)
    taught = Annotator(knowledge)
    for text in ("«Мост будет готов в мае», — сказал Пётр Лугин.", "Горн протрубил. Анна Зуева отметила, что рада."):
        article = articles([text])[0]
        with_it, without = taught.annotate(article), annotator.annotate(article)
        assert with_it.quotations() == without.quotations()
        assert WITHHELD not in with_it.head.extra


def test_what_another_cue_displaced_is_kept_as_withheld(annotator: Annotator) -> None:
    """Shipped, the speech is one piece without a source; with the cue the frame is cut out of it."""
    article = articles(["«Мост будет готов, — протрубил директор завода Глеб Ершов. — Мы его построим»."])[0]
    entry = Entry(part=Part.ADDED, words="протрубить", shown="протрубил", says="direct", pro=4.0, articles=4)
    checks = learned([said(one) for one in SPEECHES], annotator).checks()
    found = Annotator(Knowledge(articles=4, entries=(entry,), checks=checks)).annotate(article)
    before = annotator.annotate(article)
    assert [len(one.ranges) for one in found.quotations()] == [2]
    assert [one["by"] for one in found.head.extra[WITHHELD]] == ["added:протрубить"] * len(before.quotations())
    told = shipped(found).quotations
    assert [(one.ranges, one.cue, one.is_judged) for one in told] == [
        (one.ranges, "", False) for one in before.quotations()
    ]


def test_knowledge_is_taken_along_and_what_is_removed_stays_away(annotator: Annotator) -> None:
    entries = learned([said(one) for one in SPEECHES], annotator).knowledge().entries
    again = added(Learner(entries))["протрубить"]
    assert (again.pro, again.says, again.shown) == (3.0, "direct", "протрубил")
    assert not added(Learner(entries, {"added:протрубить"}))


@pytest.mark.parametrize("text", [one.text for one in (*SPEECHES[:2], *CLAUSES[:2])] + [
    "«Мост готов, — протрубил Лугин. — Мы рады», — сказала Анна Зуева. Горн протрубил. Город ждёт.",
    "— Мы построим мост, — протрубил Глеб Ершов, — и дорогу.\n\nАнна Зуева сказала: «Ждём».",
])  # fmt: skip
def test_what_was_parsed_is_taken_over_and_nothing_else_comes_of_it(text: str) -> None:
    """Read again with a project's verbs, a text is parsed where its sentences are cut otherwise, and has one result."""
    cues = {"протрубить": frozenset({"direct", "clause"})}
    first, loaded = analyse(text), Counted(models.load())
    again = analyse(text, loaded, cues, first)  # type: ignore[arg-type]
    anew = analyse(text, None, cues)
    for part in ("paragraphs", "quoted", "tokens", "names", "inserts"):
        assert getattr(again, part) == getattr(anew, part)
    read = [[(one.number, one.tokens, one.paragraph, one.quoted) for one in it.sentences] for it in (again, anew)]
    assert read[0] == read[1]
    assert loaded.sentences < len(again.sentences)
    assert not loaded.named


class Counted:
    """The models, counting what they are given."""

    def __init__(self, loaded: models.Models) -> None:
        self._loaded, self.sentences, self.named = loaded, 0, 0

    def parse(self, sentences: list[list[str]]) -> object:
        self.sentences += len(sentences)
        return self._loaded.parse(sentences)

    def names(self, sentences: list[list[str]]) -> object:
        self.named += len(sentences)
        return self._loaded.names(sentences)
