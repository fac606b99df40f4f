"""What a project's knowledge is drawn from, how it is weighed, and when it is used: settled layers, no models."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.learning.evidence import settled
from core.learning.learner import Learner
from core.learning.tally import Tally
from core.model import AUTO, GOLD, Article, Entity, Item, Range, State
from core.model.knowledge import Entry, Example, Knowledge, Part
from core.model.layer import Layer
from core.model.scope import EVERYTHING, Scope
from core.preannotate.analysis.analyse import analyse
from core.preannotate.learned.applied import Applied
from core.preannotate.learned.names import Span
from core.preannotate.learned.reading import Read
from tests.learning_samples import articles, layer, named, places, proposed, quoted

ALONE = articles(
    f"В {season} открыли Гранит, и он работает." for season in ("марте", "апреле", "мае", "июне", "июле", "августе")
)
"""Articles in which the factory stands once."""
UNREAD = Read(analyse(""), (), {}, [])
"""A text in which no quotation is proposed."""
STATES = (State.ACCEPTED, State.CORRECTED, State.MANUAL, State.REJECTED)


def learned(*layers: list[Layer], auto: list[Layer] | None = None, scope: Scope = EVERYTHING) -> Learner:
    """Return a learner that took articles, each with its layers, and their proposals."""
    learner = Learner()
    for number, some in enumerate(layers):
        learner.take(settled(some[0].article, some, auto[number] if auto else None, scope))
    return learner


def entry(learner: Learner, entry_id: str) -> Entry | None:
    return next((one for one in learner.entries() if one.id == entry_id), None)


def granit(article: Article, label: str, state: State, annotator: str = "anna", more: int = 0) -> Layer:
    """Return a layer that says what Гранит is, and accepts so many other names."""
    span = places(article.text, "Гранит")[0]
    items: list[Item] = [Entity(id="e_1", label=label, range=span, state=state)]
    others = [Range(at, at + 1) for at in range(len(article.text)) if not span.start <= at < span.end][:more]
    items += [Entity(id=f"o_{at}", label="LOC", range=r, state=State.ACCEPTED) for at, r in enumerate(others)]
    return layer(article, items, annotator)


def test_a_name_is_known_in_every_case_form_as_one() -> None:
    found = learned(*([layer(article, named(article.text))] for article in articles()))
    names = {one.words: (one.says, one.pro, one.articles) for one in found.entries()}
    assert names == {"гранит": ("ORG", 7.0, 6), "ромашка": ("ORG", 5.0, 5)}
    assert found.says("ромашка") == "ORG"
    assert [one.article for one in entry(found, "names:гранит").examples] == ["a-0", "a-0", "a-1"]  # type: ignore[union-attr]


def test_a_name_first_seen_in_another_case_is_applied_by_what_it_is_known_by() -> None:
    """Its words come of the first form, what is shown is the commonest: both mean one entry, also when taken along."""
    texts = articles(["На Лужском форуме шумно.", *["Лужский форум открыт."] * 3, "К Лужскому форуму готовы."])
    spans = ["Лужском форуме", *["Лужский форум"] * 3]
    done = [
        [layer(a, [Entity(id="e_1", label="EVENT", range=places(a.text, words)[0])])]
        for a, words in zip(texts, spans, strict=False)
    ]
    auto = [Layer(article, AUTO) for article in texts]
    known = learned(*done, auto=auto).knowledge()
    (name,) = known.used()
    assert (name.shown, name.pro) == ("Лужский форум", 4.0)
    again = Learner(known.entries)
    assert again.entries()[0].words == name.words
    for article in texts:
        (made,) = Applied(known).apply(article.text, (), UNREAD).names
        assert article.text[slice(*made.range)].startswith("Лужск")


def test_contradictory_corrections_decide_nothing() -> None:
    one, two, three, four, *_ = ALONE
    found = learned([granit(one, "ORG", State.CORRECTED)], [granit(two, "PER", State.CORRECTED)])
    assert found.says("гранит") is None
    found = learned(
        *([granit(a, "ORG", State.CORRECTED)] for a in (one, two, three)), [granit(four, "PER", State.MANUAL)]
    )
    assert found.says("гранит") == "ORG"


def test_an_acceptance_is_weaker_than_a_correction_and_one_without_a_look_weaker_still() -> None:
    one, two, three, *_ = ALONE
    accepted = [[granit(article, "PER", State.ACCEPTED)] for article in (one, two)]
    assert learned(*accepted).says("гранит") == "PER"
    assert learned(*accepted, [granit(three, "ORG", State.CORRECTED)]).says("гранит") == "ORG"
    weights = [
        entry(learned([granit(one, "PER", State.ACCEPTED, more=more)]), "names:гранит").pro  # type: ignore[union-attr]
        for more in (0, 4)
    ]
    assert weights == [0.25, 0.1]


def test_whoever_adjudicates_overrules() -> None:
    one, two, three, *_ = ALONE
    people = [[granit(article, "PER", State.MANUAL)] for article in (one, two)]
    ruled = [granit(three, "PER", State.MANUAL), granit(three, "ORG", State.ACCEPTED, GOLD)]
    found = learned(*people[:1], ruled)
    assert (found.says("гранит"), entry(found, "names:гранит").pro) == ("ORG", 3.0)  # type: ignore[union-attr]
    assert learned(*people, ruled).says("гранит") is None


def test_two_annotators_of_an_article_are_one_voice() -> None:
    article = ALONE[0]
    found = learned([granit(article, "ORG", State.MANUAL), granit(article, "PER", State.MANUAL, "boris")])
    told = entry(found, "names:гранит")
    assert told is not None
    assert (told.pro, told.con, found.says("гранит")) == (0.5, 0.5, None)


def test_what_is_no_name_is_not_proposed_again() -> None:
    one, two, *_ = ALONE
    found = learned([granit(one, "PER", State.REJECTED)])
    assert found.says("гранит") == ""
    overlapped = layer(two, [*granit(two, "PER", State.REJECTED).items.values(),
                             Entity(id="e_2", label="ORG", range=Range(0, 30))])  # fmt: skip
    assert entry(learned([overlapped]), "names:гранит") is None  # a longer name stands there: it says nothing of this


def test_a_name_that_nobody_marks_elsewhere_speaks_against_itself() -> None:
    one, two, three, *_ = ALONE
    nothing = [[layer(article, [])] for article in (two, three)]
    assert learned([granit(one, "ORG", State.MANUAL)], *nothing).says("гранит") is None


def test_a_part_that_falls_below_the_shipped_proposals_is_not_used() -> None:
    texts = ALONE
    auto = [Layer(article, AUTO, proposed(article, {"Гранит": "PER"})) for article in texts]
    wrong = [[granit(article, "ORG" if at < 2 else "PER", State.CORRECTED)] for at, article in enumerate(texts)]
    names = {check.part: check for check in learned(*wrong, auto=auto).checks()}[Part.NAMES]
    assert names.within < names.without
    assert not names.is_kept
    right = [[granit(article, "ORG", State.CORRECTED)] for article in texts]
    for count in range(1, 7):
        known = learned(*right[:count], auto=auto).knowledge()
        assert (Part.NAMES in known.kept()) == (count >= 3)  # untested at first
        assert bool([one for one in known.used() if one.part is Part.NAMES]) == (count >= 3)


def of_granit(rights: str) -> Learner:
    """Return what articles teach in which the factory, proposed as a person, is one (x) or an organisation (o)."""
    texts = articles(f"В {number} году открыли Гранит, и он работает." for number, _ in enumerate(rights, 1980))
    auto = [Layer(article, AUTO, proposed(article, {"Гранит": "PER"})) for article in texts]
    labels = {"o": "ORG", "x": "PER"}
    done = [[granit(article, labels[one], State.CORRECTED)] for article, one in zip(texts, rights, strict=True)]
    return learned(*done, auto=auto)


@pytest.mark.parametrize(
    ("rights", "kept"),
    [("ooo", True), ("oox", False), ("oxoo", False), ("oooooooo", True), ("ooooooooxx", True), ("ooooooooxxxx", False)],
)
def test_a_part_is_used_soon_and_given_up_as_soon_as_that_is_in_doubt(rights: str, *, kept: bool) -> None:
    """What was right in many articles says little once the last ones speak against it."""
    assert (Part.NAMES in of_granit(rights).knowledge().kept()) is kept


def drawn_project(seed: int, right: float) -> tuple[int, int]:
    """Return the errors without and with knowledge where names are, with that probability, what they were before."""
    draw = random.Random(seed)
    learner, errors = Learner(), [0, 0]
    for number in range(24):
        name = draw.choice(("Гранит", "Базальт", "Мрамор"))
        (article,) = articles([f"В {1980 + number} году открыли {name}, и он работает."])
        span = places(article.text, name)[0]
        shipped, label = Span(*span, "PER"), "ORG" if draw.random() < right else "PER"
        known = learner.knowledge()
        found = Applied(known).names_of(article.text, [shipped]) if Part.NAMES in known.kept() else [shipped]
        errors = [errors[0] + (label != "PER"), errors[1] + (found != [shipped._replace(label=label)])]
        auto = Layer(article, AUTO, proposed(article, {name: "PER"}))
        done = layer(article, [Entity(id="e_1", label=label, range=span, state=State.CORRECTED)])
        learner.take(settled(article, [done], auto, EVERYTHING))
    return errors[0], errors[1]


@pytest.mark.parametrize(("right", "most"), [(0.1, 1.05), (0.3, 1.05), (0.5, 1.05), (0.9, 0.5), (1.0, 0.3)])
def test_in_drawn_projects_wrong_knowledge_does_next_to_no_harm_and_right_knowledge_helps(
    right: float, most: float
) -> None:
    drawn = [drawn_project(seed, right) for seed in range(20)]
    without, within = (sum(errors) for errors in zip(*drawn, strict=True))
    assert within <= most * without, f"{within} errors beside {without}"


def test_a_cue_that_is_rejected_again_and_again_introduces_nothing() -> None:
    texts = articles([f"Дом {n} стоит. Совет решил, что мост закроют. Мэр сказал, что мост починят." for n in range(5)])

    def items(article: Article, *states: State) -> list[Item]:
        said = (("мост закроют", "решил"), ("мост починят", "сказал"))
        return [
            quoted(article.text, *words, state=state, number=n)
            for n, (words, state) in enumerate(zip(said, states, strict=False))
        ]

    auto = [Layer(article, AUTO, items(article, State.AUTO, State.AUTO)) for article in texts]
    done = [[layer(article, items(article, State.REJECTED, State.ACCEPTED))] for article in texts]
    once, always = learned(*done[:1], auto=auto), learned(*done, auto=auto)
    assert [one.words for one in once.entries() if one.part is Part.CUES and one.is_decided] == []
    assert [one.words for one in always.entries() if one.part is Part.CUES and one.is_decided] == ["решить"]
    cues, scores = (next(c for c in always.checks() if c.part is part) for part in (Part.CUES, Part.SCORES))
    assert cues.is_kept
    assert cues.within > cues.without
    assert scores.articles == 5
    rule = entry(always, "scores:quotation clause")
    assert rule is not None
    assert (rule.pro, rule.con, rule.expected) == (5.0, 5.0, 8.0)


def test_what_is_outside_the_scope_teaches_nothing() -> None:
    article = ALONE[0]
    said = [granit(article, "ORG", State.MANUAL)]
    assert learned(said, scope=Scope(entities=False)).entries() == []
    assert learned(said, scope=Scope(labels=("LAW",))).entries() == []
    assert len(learned(said, scope=Scope(labels=("ORG",))).entries()) == 1


def test_labels_of_the_project_are_learned_like_any() -> None:
    texts = articles(["Принят закон о тишине.", "Закон о тишине нарушен.", "По закону о тишине оштрафован сосед."])
    spans = [(7, 21), (0, 14), (3, 18)]
    done = [[layer(a, [Entity(id="e_1", label="LAW", range=Range(*s))])] for a, s in zip(texts, spans, strict=True)]
    found = learned(*done)
    assert {one.says for one in found.entries()} == {"LAW"}
    assert sum(one.pro for one in found.entries()) == 3.0


def test_what_is_too_much_is_left_out_counted_and_named() -> None:
    article = articles(["Анна Боря Вера Глаша Дина"])[0]
    items: list[Item] = []
    for at, words in enumerate(article.text.split()):
        span = places(article.text, words)[0]
        items.append(Entity(id=f"e_{at}", label="PER", range=span, state=State.MANUAL if at < 2 else State.ACCEPTED))
    found = learned([layer(article, items)]).knowledge(most=2)
    assert [one.shown for one in found.entries] == ["Анна", "Боря"]
    assert (found.left_out, found.left_out_names) == (3, ("Вера", "Глаша", "Дина"))


@given(st.lists(st.lists(st.tuples(st.sampled_from(["ORG", "PER", "LOC"]), st.sampled_from(STATES)), max_size=3),
                min_size=1, max_size=6))  # fmt: skip
def test_whatever_people_correct_an_entry_is_used_only_by_a_margin(said: list[list[tuple[str, State]]]) -> None:
    """Drawn corrections by up to three annotators an article; their order within it makes no difference."""
    texts = ALONE
    given_layers = [
        [granit(article, label, state, f"annotator {at}") for at, (label, state) in enumerate(some)]
        for article, some in zip(texts, said, strict=False)
    ]
    given_layers = [some for some in given_layers if some]
    found, turned = learned(*given_layers), learned(*(some[::-1] for some in given_layers))
    told = {one.id: (one.says, one.pro, one.con) for one in found.entries()}
    assert told == {one.id: (one.says, one.pro, one.con) for one in turned.entries()}
    for one in found.entries():
        assert one.con >= 0
        assert one.pro + one.con <= len(given_layers) * 3 * 1.5
        if one.is_decided:
            assert one.pro >= 2 * one.con
            assert found.says(one.words) == one.says
    version = found.knowledge()
    assert version.version == Knowledge(**{f: getattr(version, f) for f in version.__struct_fields__}).version


def test_what_weighs_the_same_is_decided_by_its_name_in_whatever_order_it_came() -> None:
    place = Example("a", 0, 1)
    one, other = Tally(), Tally()
    for tally, weights in ((one, (0.1, 0.2, 0.3)), (other, (0.3, 0.2, 0.1))):  # which floats do not add up alike
        for weight in weights:
            tally.add("PER", weight, place)
        tally.add("LOC", 0.6, place)
    assert one.best()[0] == other.best()[0] == "LOC"


@pytest.mark.parametrize("forgotten", ["names:гранит", "cues:решить", "scores:quotation clause"])
def test_what_is_removed_is_not_learned_again(forgotten: str) -> None:
    learner = Learner(forgotten=[forgotten])
    for article in ALONE:
        auto = Layer(article, AUTO, proposed(article, {"Гранит": "PER"}))
        learner.take(settled(article, [granit(article, "ORG", State.CORRECTED)], auto, EVERYTHING))
    assert forgotten not in {one.id for one in learner.entries()}
    assert (learner.says("гранит") is None) == (forgotten == "names:гранит")


@pytest.mark.parametrize("off", ["names:гранит", "cues:решить", "scores:quotation clause"])
def test_what_is_switched_off_is_told_and_not_used(off: str) -> None:
    learner, on = Learner(off=[off]), Learner()
    for article in ALONE:
        auto = Layer(article, AUTO, proposed(article, {"Гранит": "PER"}))
        for one in (learner, on):
            one.take(settled(article, [granit(article, "ORG", State.CORRECTED)], auto, EVERYTHING))
    assert [replace(one, off=False) for one in learner.entries()] == on.entries()
    assert {one.id for one in learner.entries() if one.off} == {off} & {one.id for one in on.entries()}
    assert (learner.says("гранит") is None) == (off == "names:гранит")
