"""Corrections of the shipped models: learned article by article, used only where they help, switched, taken along.

A paper with two habits that the shipped models do not have: what nobody is named for is its correspondent's, and a
clause ends before ``однако``. All people are invented.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from core.formats.base import make_article
from core.formats.jsonl import write_record
from core.learning.evidence import settled, shipped
from core.learning.learner import Learner
from core.learning.project import Learning
from core.learning.rankers import MOST_PEOPLE, Decision, Ranker
from core.learning.renewing import outdated, renew
from core.model import AUTO, GOLD, Actor, ActorKind, Article, Entity, Form, Item, Quotation, Range, State
from core.model.knowledge import LEARNED, RANKED, WITHHELD, Check, Entry, Example, Knowledge, Part, check_entries
from core.model.layer import Layer
from core.model.scope import EVERYTHING
from core.preannotate import Annotator
from core.preannotate.batch import preannotate
from core.preannotate.learned.choices import BOUND, Choice
from core.store import Project, merge_copy, verify
from tests.learning_samples import layer, places, put, settle

WORDS = (
    "Город ждал этого моста десять лет",
    "Склад завода уже построен, людей хватает",
    "Премию получат все рабочие, я обещаю",
)
CLAUSES = (
    ("Пётр Лугин отметил, что мост построен, однако дорога к нему размыта.", "что мост построен"),
    ("Анна Зуева сообщила, что склад открыт, однако людей там пока нет.", "что склад открыт"),
)


def report(number: int) -> Article:
    text = (
        f"Наш корреспондент Вера Лунина побывала в городе. Гостей встретил Глеб Ершов.\n«{WORDS[number % 3]}»."
        f"\nРабочие довольны.\n{CLAUSES[number % 2][0]}"
    )
    return make_article(f"r-{number:02d}", None, text, {})


VERBS = ("показал", "обещал", "подарил", "назвал", "открыл", "описал", "хвалил", "вручил")
REPORTS = [report(number) for number in range(8)]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture(scope="module")
def proposals(annotator: Annotator) -> dict[str, Layer]:
    return {article.id: annotator.annotate(article) for article in REPORTS}


def corrected(auto: Layer, who: str | None = "Вера Лунина", *, cut: bool = True, name: str = "anna") -> Layer:
    """Return the proposals as somebody settled them: whose the speech is, and where the clause ends."""
    text = auto.article.text
    items: list[Item] = [*auto.actors(), *auto.entities()]
    known = {actor.name: actor.id for actor in auto.actors()}
    if who is not None and who not in known:
        items.append(Actor(id="a_9", name=who, kind=ActorKind.PERSON))
        known[who] = "a_9"
    for one in auto.quotations():
        ranges, speaker = one.ranges, one.speaker
        if one.form is Form.DIRECT:
            speaker = known[who] if who is not None else None
        elif cut:
            end = text.find(", однако", ranges[-1].start)
            ranges = (Range(ranges[-1].start, end if end >= 0 else ranges[-1].end),)
        is_same = (ranges, speaker) == (one.ranges, one.speaker)
        state = State.ACCEPTED if is_same else State.CORRECTED
        items.append(Quotation(id=one.id, form=one.form, ranges=ranges, cue=one.cue, mention=one.mention,
                               speaker=speaker, state=state))  # fmt: skip
    entities = [replace(one, state=State.ACCEPTED) if isinstance(one, Entity) else one for one in items]
    return layer(auto.article, entities, name)


def taught(layers: list[Layer], proposals: dict[str, Layer], learner: Learner | None = None) -> Learner:
    learner = learner or Learner()
    for one in layers:
        learner.take(settled(one.article, [one], proposals[one.article.id], EVERYTHING))
    return learner


def checks(learner: Learner) -> dict[Part, Check]:
    return {one.part: one for one in learner.checks()}


def weights(learner: Learner, part: Part) -> dict[str, float]:
    return {one.words: one.weight for one in learner.entries() if one.part is part}


def who_and_what(found: Layer) -> list[tuple[str, str | None]]:
    said = []
    for one in found.quotations():
        actor = found.actor(one.speaker)
        said.append((found.article.text[slice(*one.ranges[-1])], None if actor is None else actor.name))
    return said


def test_a_house_habit_is_learned_and_told(annotator: Annotator, proposals: dict[str, Layer]) -> None:
    autos = list(proposals.values())
    learner = taught([corrected(one) for one in autos[:7]], proposals)
    known, last = learner.knowledge(), autos[7]
    assert {Part.SPEAKERS, Part.LIMITS} <= known.kept()
    assert checks(learner)[Part.SPEAKERS].without < checks(learner)[Part.SPEAKERS].within
    found = Annotator(known).annotate(last.article)
    assert who_and_what(found) == who_and_what(corrected(last)) != who_and_what(last)
    speech, clause = found.quotations()
    assert speech.extra["evidence"][-1] == "speaker: reranked"
    assert speech.extra[LEARNED]["knowledge"] == clause.extra[LEARNED]["knowledge"] == known.version
    assert speech.extra[LEARNED]["by"] == "speakers:none who=Вера Лунина"
    assert speech.extra[LEARNED]["speaker"]["was"] is None
    assert clause.extra[LEARNED]["by"] == "limits:clause shorter comma однако"
    entry = next(one for one in known.entries if one.id == "speakers:none who=Вера Лунина")
    assert (entry.pro, entry.con, entry.articles, len(entry.examples)) == (7.0, 0.0, 7, 3)
    told = shipped(found)  # what was shipped can be told from it, beside what was shown
    assert [one.shown for one in told.quotations] == [(), clause.ranges]
    assert told._replace(quotations=tuple(one._replace(shown=()) for one in told.quotations)) == shipped(last)
    again = Learner()
    again.take(settled(last.article, [corrected(last)], found, EVERYTHING))
    first = Learner()
    first.take(settled(last.article, [corrected(last)], last, EVERYTHING))
    for part in (Part.SPEAKERS, Part.LIMITS, Part.JUDGE):
        assert weights(again, part) == weights(first, part)  # it teaches the same, whatever was shown


def test_the_same_articles_give_the_same_bytes(proposals: dict[str, Layer]) -> None:
    layers = [corrected(one) for one in proposals.values()]
    one, two = (taught(layers, proposals).knowledge() for _ in range(2))
    assert msgspec.json.encode(one) == msgspec.json.encode(two)
    copy = msgspec.json.decode(msgspec.json.encode(one), type=Knowledge)
    assert copy.version == one.version


def test_voices_teach_the_same_in_whatever_order_they_are_read(proposals: dict[str, Layer]) -> None:
    found = []
    for turn in (1, -1):
        learner = Learner()
        for auto in proposals.values():
            voices = [corrected(auto), corrected(auto, "Глеб Ершов", cut=False, name="boris")][::turn]
            learner.take(settled(auto.article, voices, auto, EVERYTHING))
        found.append([one for one in learner.entries() if one.part in (Part.SPEAKERS, Part.LIMITS)])
    assert found[0] == found[1] != []


def test_where_the_correction_is_wrong_the_shipped_model_stays(
    annotator: Annotator, proposals: dict[str, Layer]
) -> None:
    """Whoever is right once is wrong the next time: no part is used, and proposals are the shipped ones."""
    people = ("Вера Лунина", "Вера Лунина", "Глеб Ершов", "Глеб Ершов", None, None, None)
    autos = list(proposals.values())
    layers = [
        corrected(one, who, cut=number in (0, 1))
        for number, (one, who) in enumerate(zip(autos[:7], people, strict=True))
    ]
    learner = taught(layers, proposals)
    known = learner.knowledge()
    for part in (Part.SPEAKERS, Part.LIMITS):
        assert checks(learner)[part].articles == 7
        assert checks(learner)[part].within <= checks(learner)[part].without
        assert part not in known.kept()
    assert who_and_what(Annotator(known).annotate(autos[7].article)) == who_and_what(autos[7])


def test_contradictory_corrections_decide_nothing(proposals: dict[str, Layer]) -> None:
    layers = [corrected(one, ("Вера Лунина", "Глеб Ершов")[at % 2], cut=at % 2 == 0)
              for at, one in enumerate(proposals.values())]  # fmt: skip
    learner = taught(layers, proposals)
    decided = {one.words for one in learner.entries() if one.part is Part.SPEAKERS and one.is_decided}
    assert not [words for words in decided if "who=" in words]
    assert {"none named-first", "none nearest"}.isdisjoint(decided)  # the one is named first, the other last
    assert Part.LIMITS not in learner.knowledge().kept()


def test_acceptance_says_less_than_a_correction_and_a_reviewer_says_all(proposals: dict[str, Layer]) -> None:
    autos = list(proposals.values())[:4]
    name = "none who=Вера Лунина"
    by_hand = weights(taught([corrected(one) for one in autos], proposals), Part.SPEAKERS)[name]
    shown = {one.article.id: corrected(one) for one in autos}
    blind = [layer(one.article, [replace(item, state=State.ACCEPTED) if isinstance(item, Quotation) else item
                                 for item in one.items.values()]) for one in shown.values()]  # fmt: skip
    told = weights(taught(blind, proposals), Part.SPEAKERS).get(name, 0.0)
    assert 0 <= told < by_hand / 2
    ruled = Learner()
    for auto in autos:
        voices = [corrected(auto), corrected(auto, "Глеб Ершов", name=GOLD)]
        ruled.take(settled(auto.article, voices, auto, EVERYTHING))
    assert weights(ruled, Part.SPEAKERS).get(name, 0.0) <= 0
    assert weights(ruled, Part.SPEAKERS)["none who=Глеб Ершов"] > by_hand


def test_what_was_rejected_is_not_proposed_and_told_as_withheld() -> None:
    """Terms in marks that the judge takes for words of somebody; drawn, so that only what people said decides."""
    learner = Learner()
    for number, verb in enumerate(VERBS):  # each once, so that no cue of theirs is learned to be none
        text = f"Пётр Лугин {verb} жителям «умный дом {number}». Совет решил, что мост закроют."
        article = make_article(f"t-{number}", None, text, {})
        term, clause = places(text, f"«умный дом {number}»")[0], places(text, "что мост закроют")[0]
        auto = Layer(article, AUTO, [
            Quotation(id="q1", form=Form.MIXED, ranges=(term,), rule="quoted-words", score=0.9, state=State.AUTO,
                      cue=places(text, verb)[0], mention=places(text, "Пётр Лугин")[0],
                      extra={"scores": {"content": 0.9}, "evidence": ["speaker: name"]}),
            Quotation(id="q2", form=Form.INDIRECT, ranges=(clause,), rule="clause-что", score=0.9, state=State.AUTO,
                      cue=places(text, "решил")[0], extra={"scores": {"content": 0.95}, "evidence": []}),
        ])  # fmt: skip
        states = (State.REJECTED, State.ACCEPTED)
        done = [replace(one, state=state) for one, state in zip(auto.quotations(), states, strict=True)]
        learner.take(settled(article, [layer(article, done)], auto, EVERYTHING))
    assert checks(learner)[Part.JUDGE].is_kept
    known = learner.knowledge()
    used = [one for one in known.used() if one.part is Part.JUDGE]
    assert all(one.weight < 0 for one in used if "quoted" in one.words)
    found = Annotator(known).annotate(
        make_article("x", None, "Глеб Ершов обещал жителям «умный сад». Анна Зуева сказала, что рада.", {})
    )
    gone = found.head.extra[WITHHELD]
    assert [(one["rule"], one["by"].partition(":")[0]) for one in gone] == [("quoted-words", "judge")]
    assert [one.rule for one in found.quotations()] == ["clause-что"]


def test_without_a_correction_nothing_changes(annotator: Annotator, proposals: dict[str, Layer]) -> None:
    auto = next(iter(proposals.values()))
    told = Annotator(Knowledge(articles=3)).annotate(auto.article)
    assert told.quotations() == auto.quotations()
    again = Annotator().annotate(auto.article)
    assert write_record(auto.article, again, sort=True) == write_record(auto.article, auto, sort=True)


def test_weights_are_bounded_and_so_are_the_people_they_name() -> None:
    given: list[Decision] = []
    ranker = Ranker(Part.SPEAKERS, lambda _settled, _voice: iter(given), frozenset())
    article = make_article("a", None, "Текст.", {})
    voice = settled(article, [layer(article, [])], Layer(article, AUTO), EVERYTHING)
    for number in range(MOST_PEOPLE + 20):
        choice = Choice((None, "a"), (("none nobody",), (f"none who=Имя {number}", "none nearest")), (0.0, 0.0), 0)
        given[:] = [Decision(choice, (1,), 3.0, Example("a", 0, 1))]
        ranker.learn(voice)
        ranker.learn(voice)
    found = {one.words: one.weight for one in ranker.entries()}
    assert sum("who=" in words for words in found) <= MOST_PEOPLE
    assert all(abs(weight) <= BOUND for weight in found.values())
    ranker.take_in(Entry(part=Part.SPEAKERS, words="none nearest", weight=90.0, pro=4.0, articles=4), 0.5)
    assert next(one.weight for one in ranker.entries() if one.words == "none nearest") == BOUND


# -- in projects -----------------------------------------------------------------------------------------------------


def made(path: Path, proposals: dict[str, Layer], done: int) -> Path:
    """Make a project with the reports, so many of them settled."""
    with Project.create(path, "anna") as project:
        for number, auto in enumerate(proposals.values()):
            project.add_article(auto.article)
            put(project, auto.article.id, AUTO, [one for one in auto.everything() if not hasattr(one, "status")])
            if number < done:
                settle(project, auto.article.id, list(corrected(auto).items.values()))
    return path


def test_a_project_uses_switches_and_takes_along_what_it_learned(
    tmp_path: Path, annotator: Annotator, proposals: dict[str, Layer]
) -> None:
    name = "speakers:none who=Вера Лунина"
    with Project.open(made(tmp_path / "п.citata", proposals, 6), "anna") as project:
        learning = Learning(project)
        learning.switch(on=True)
        known = learning.learn()
        assert name in {one.id for one in known.used()}
        changed = renew(project, annotator).differences
        assert {one.article for one in changed} == {"r-06", "r-07"}
        assert [one.words for one in changed if one.article == "r-06" and one.kind == "direct"] == [
            "—: «Город ждал этого моста десять лет»", "Вера Лунина: «Город ждал этого моста десять лет»",
        ]  # fmt: skip
        assert outdated(project) == []
        assert learning.switch_entry(name, on=False)
        assert name not in {one.id for one in learning.learn().used()}
        learning.write(tmp_path / "k.json")
        assert learning.take_back() == "switch-entry"
        learning.forget("limits:clause shorter comma однако")
        assert "limits:clause shorter comma однако" not in {one.id for one in learning.learn().entries}
    assert verify(tmp_path / "п.citata").findings == []
    with Project.open(made(tmp_path / "next.citata", proposals, 0), "vera") as project:
        learning = Learning(project)
        learning.read(tmp_path / "k.json")
        learning.switch(on=True)
        fresh = {one.id: one for one in learning.learn().entries}
        assert not learning.learn().used()  # nothing of it is tested here yet
        before = next(one for one in known.entries if one.id == name)
        assert fresh[name].off
        assert fresh[name].weight == pytest.approx(before.weight / 2, abs=0.001)
        for number in range(3):
            auto = project.layer(f"r-{number:02d}", AUTO)
            assert auto is not None
            settle(project, auto.article.id, list(corrected(auto).items.values()), "vera")
        assert Part.LIMITS in learning.learn().kept()
        assert name not in {one.id for one in learning.learn().used()}  # switched off over there
    annotator.knowledge = None


def test_off_is_what_is_shipped_and_studies_have_it_too(
    tmp_path: Path, annotator: Annotator, proposals: dict[str, Layer]
) -> None:
    with Project.open(made(tmp_path / "п.citata", proposals, 6), "anna") as project:
        shipped_ones = {article.id: write_record(article, one, sort=True) for article, one in project.records([AUTO])}
        learning = Learning(project)
        learning.switch(on=True)
        learning.learn()
        assert renew(project, annotator, every=True).differences
        learning.switch(on=False)
        renew(project, annotator, every=True)
        preannotate(project, annotator, ["r-06", "r-07"])
        now = {article.id: write_record(article, one, sort=True) for article, one in project.records([AUTO])}
        assert now == shipped_ones


def test_two_copies_learn_the_same_of_what_was_settled_in_both(tmp_path: Path, proposals: dict[str, Layer]) -> None:
    first = made(tmp_path / "a.citata", proposals, 3)
    second = tmp_path / "b.citata"
    shutil.copyfile(first, second)
    for path, number in ((first, 3), (second, 4)):
        with Project.open(path, "anna") as project:
            auto = proposals[f"r-{number:02d}"]
            settle(project, auto.article.id, list(corrected(auto).items.values()))
    ours, theirs = tmp_path / "ours.citata", tmp_path / "theirs.citata"
    shutil.copyfile(first, ours)
    shutil.copyfile(second, theirs)
    found = []
    for one, two in ((ours, second), (theirs, first)):
        with Project.open(one, "vera") as project:
            merge_copy(project, two)
            found.append(Learning(project).computed())
    told = [{one.id: one for one in known.entries if one.part in RANKED} for known in found]
    assert told[0].keys() == told[1].keys() >= {"speakers:none who=Вера Лунина", "limits:clause shorter comma"}
    for name, one in told[0].items():  # a merge gives the articles that come its own time, so the order is another
        assert (one.pro, one.con, one.articles) == (told[1][name].pro, told[1][name].con, told[1][name].articles)
        assert one.weight == pytest.approx(told[1][name].weight, abs=0.05)


def test_what_is_removed_is_taken_out_of_proposals_that_nobody_began(
    tmp_path: Path, annotator: Annotator, proposals: dict[str, Layer]
) -> None:
    with Project.open(made(tmp_path / "п.citata", proposals, 6), "anna") as project:
        learning = Learning(project)
        learning.switch(on=True)
        used = [one.id for one in learning.learn().used() if one.part is Part.SPEAKERS]
        renew(project, annotator)
        for entry in used:
            learning.forget(entry)
        assert Part.SPEAKERS not in learning.learn().kept()
        assert outdated(project) == ["r-06", "r-07"]
        changed = renew(project, annotator).differences
        assert {one.words.partition(":")[0] for one in changed if one.kind == "direct"} == {"—", "Вера Лунина"}
        now = project.layer("r-06", AUTO)
        assert now is not None
        assert [who for _, who in who_and_what(now)] == [who for _, who in who_and_what(proposals["r-06"])]
        assert [what for what, _ in who_and_what(now)] == [what for what, _ in who_and_what(corrected(now))]
        assert outdated(project) == []


@pytest.mark.parametrize("weight", [100.0, -1e6])
def test_a_weight_that_no_project_teaches_is_refused(weight: float) -> None:
    entry = Entry(part=Part.JUDGE, words="form-mixed", weight=weight)
    with pytest.raises(msgspec.ValidationError):
        check_entries((entry,))
