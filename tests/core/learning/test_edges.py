"""Edges as a project sets them: learned from what people settled, used where they help, and ranges always valid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.learning.evidence import settled, shipped
from core.learning.learner import Learner
from core.model import AUTO, GOLD, Article, Entity, Form, Item, Quotation, Range, State
from core.model.knowledge import LEARNED, Check, Entry, Knowledge, Part
from core.model.layer import Layer
from core.model.scope import EVERYTHING, Scope
from core.preannotate import Annotator
from core.preannotate.learned.edge_pieces import pairs_of
from core.preannotate.learned.edges import Styled, core_of, edges_of, restyled
from core.words.learning import edge_words
from tests.learning_samples import articles, layer, places

WHEN = ("в мае", "в июне", "осенью", "зимой")
LONGER = (*WHEN, "весной", "летом")
"""Of a series that is long enough for the check."""
SPEECHES = articles(f"«Мост будет готов {when}», — сказал Пётр Лугин. Город ждёт." for when in WHEN)
CLAUSES = articles(f"Анна Зуева отметила, что мост готов {when}. Город ждёт." for when in WHEN)
FIRMS = articles(f"В Лужске {what} завод «{name}». Город ждёт." for what, name in (
    ("открылся", "Гранит"), ("вырос", "Базальт"), ("закрыт", "Сланец"), ("горел", "Кварц")))  # fmt: skip


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def quoted(of: Article, words: str, form: Form, state: State = State.MANUAL) -> list[Item]:
    """Return the quotation of an article with exactly these words as its content."""
    return [Quotation(id="q_1", form=form, ranges=(places_of(of, words),), state=state)]


def places_of(of: Article, words: str) -> Range:
    start = of.text.index(words)
    return Range(start, start + len(words))


def bare(of: Article, state: State = State.MANUAL) -> list[Item]:
    """Return a speech without its marks."""
    return quoted(of, of.text[1 : of.text.index("»")], Form.DIRECT, state)


def marked(of: Article, state: State = State.MANUAL) -> list[Item]:
    return quoted(of, of.text[: of.text.index("»") + 1], Form.DIRECT, state)


def proposed(of: Article, items: list[Item]) -> Layer:
    """Return the layer ``auto`` with these items as open proposals."""
    return Layer(of, AUTO, [type(one)(**{**{f: getattr(one, f) for f in one.__struct_fields__}, "state": State.AUTO,
                                         "score": 0.9, "rule": "model"}) for one in items])  # fmt: skip


def learned(
    *given: tuple[Article, list[Item], list[Item]], annotator: str = "anna", scope: Scope = EVERYTHING
) -> Learner:
    """Return a learner that took articles with what was settled and what was proposed."""
    learner = Learner()
    for of, done, auto in given:
        learner.take(settled(of, [layer(of, done, annotator)], proposed(of, auto), scope))
    return learner


def told(learner: Learner) -> dict[str, Entry]:
    return {one.words: one for one in learner.entries() if one.part is Part.EDGES}


def test_the_difference_between_what_was_proposed_and_what_was_settled_is_learned() -> None:
    found = told(learned(*((one, bare(one), marked(one)) for one in SPEECHES)))
    assert {words: (one.says, one.pro, one.con, one.shown) for words, one in found.items()} == {
        "direct both mark": ("out", 4.0, 0.0, "«")
    }
    assert [one.article for one in found["direct both mark"].examples] == ["a-0", "a-1", "a-2"]
    assert not told(learned(*((one, marked(one), marked(one)) for one in SPEECHES))), "nothing was set otherwise"


def test_a_conjunction_and_a_full_stop_are_learned_each_by_itself() -> None:
    found = told(learned(*(
        (one, quoted(one, f"мост готов {when}.", Form.INDIRECT), quoted(one, f"что мост готов {when}", Form.INDIRECT))
        for one, when in zip(CLAUSES, WHEN, strict=True)
    )))  # fmt: skip
    assert {words: (one.says, one.is_decided) for words, one in found.items()} == {
        "indirect start что": ("out", True),
        "indirect end stop": ("in", True),
    }


def test_marks_and_titles_of_names_are_learned_by_their_label() -> None:
    def name(of: Article, words: str) -> list[Item]:
        return [Entity(id="n_1", label="ORG", range=places_of(of, words), state=State.MANUAL)]

    names = ("Гранит", "Базальт", "Сланец", "Кварц")
    found = told(learned(*((of, name(of, f"«{one}»"), name(of, one)) for of, one in zip(FIRMS, names, strict=True))))
    assert {words: one.says for words, one in found.items()} == {"name ORG both mark": "in"}
    titled = learned(*((of, name(of, f"завод «{one}»"), name(of, one)) for of, one in zip(FIRMS, names, strict=True)))
    assert {words: one.says for words, one in told(titled).items()} == {
        "name ORG both mark": "in",
        "name ORG start title": "in",
    }
    scope = Scope(labels=("PER",))
    assert not told(learned((FIRMS[0], name(FIRMS[0], "«Гранит»"), name(FIRMS[0], "Гранит")), scope=scope))


def test_contradictory_corrections_decide_nothing() -> None:
    """What was proposed without marks and gets them speaks against leaving them out, as much as it spoke for it."""
    corrected = [(one, bare(one), marked(one)) for one in SPEECHES[:2]]
    found = told(learned(*corrected, *((one, marked(one), bare(one)) for one in SPEECHES[2:])))["direct both mark"]
    assert (found.pro, found.con, found.is_decided) == (2.0, 2.0, False)
    assert told(learned(*corrected))["direct both mark"].is_decided


def test_what_is_left_as_it_was_shown_says_little_and_an_adjudicated_layer_much() -> None:
    """The last speaker was corrected, not the edges: that is no word about the edges."""
    first = (SPEECHES[0], bare(SPEECHES[0]), marked(SPEECHES[0]))
    kept = [(one, marked(one, state), marked(one)) for one, state in zip(
        SPEECHES[1:], (State.ACCEPTED, State.CORRECTED, State.MANUAL), strict=True)]  # fmt: skip
    found = told(learned(first, *kept))["direct both mark"]
    assert (found.says, found.pro, found.con) == ("out", 1.0, 0.75)
    ruled = told(learned(first, *kept, annotator=GOLD))["direct both mark"]
    assert (ruled.says, ruled.pro, ruled.con) == ("out", 3.0, 9.0)


def test_whoever_accepts_everything_says_next_to_nothing() -> None:
    text = SPEECHES[1].text
    spare: list[Item] = [
        Entity(id=f"n_{at}", label="PER", range=Range(at, at + 1), state=State.ACCEPTED)
        for at in range(text.index("Пётр"), text.index("Пётр") + 6)
    ]
    first = (SPEECHES[0], bare(SPEECHES[0]), marked(SPEECHES[0]))
    found = told(learned(first, (SPEECHES[1], marked(SPEECHES[1], State.ACCEPTED) + spare, marked(SPEECHES[1]))))
    assert found["direct both mark"].con == 0.1


def test_edges_are_proposed_once_they_beat_the_shipped_proposals(annotator: Annotator) -> None:
    for said, words, form in (
        ("«Мост будет готов {}», — сказал Пётр Лугин.", "Мост будет готов {}", Form.DIRECT),
        ("Анна Зуева отметила, что мост готов {}.", "мост готов {}", Form.INDIRECT),
    ):
        texts = articles(said.format(when) for when in LONGER)
        learner = Learner()
        for of, when in zip(texts[:5], LONGER, strict=False):
            done = layer(of, quoted(of, words.format(when), form))
            learner.take(settled(of, [done], annotator.annotate(of), EVERYTHING))
            assert Part.EDGES not in learner.knowledge().kept() or of not in texts[:2], "checked on too few"
        knowledge, later = learner.knowledge(), texts[5]
        found = Annotator(knowledge).annotate(later)
        (one,) = found.quotations()
        assert one.ranges == (places_of(later, words.format("летом")),)
        before = annotator.annotate(later)
        (was,) = before.quotations()
        learned_here = one.extra[LEARNED]
        assert learned_here["knowledge"] == knowledge.version
        assert learned_here["by"].removeprefix("edges:") in told(learner)
        assert learned_here["edges"]["was"] == [list(span) for span in was.ranges]
        assert [(q.ranges, q.rule, q.cue) for q in shipped(found).quotations] == [
            (q.ranges, q.rule, q.cue) for q in shipped(before).quotations
        ], "what was shipped can be told from it"
        off = Learner(knowledge.entries, off=[entry.id for entry in knowledge.entries if entry.part is Part.EDGES])
        off_knowledge = Knowledge(articles=5, entries=tuple(off.entries()), checks=knowledge.checks)
        assert Annotator(off_knowledge).annotate(later).quotations()[0].ranges == was.ranges


def test_what_was_accepted_with_learned_edges_goes_on_speaking_for_them(annotator: Annotator) -> None:
    learner = Learner()
    texts = articles(f"«Мост будет готов {when}», — сказал Пётр Лугин. Город ждёт." for when in LONGER)
    for of in texts[:5]:
        learner.take(settled(of, [layer(of, bare(of))], annotator.annotate(of), EVERYTHING))
    later = texts[5]
    auto = Annotator(learner.knowledge()).annotate(later)
    (before,) = (one for one in learner.checks() if one.part is Part.EDGES)
    learner.take(settled(later, [layer(later, bare(later, State.ACCEPTED))], auto, EVERYTHING))
    assert (told(learner)["direct both mark"].pro, told(learner)["direct both mark"].con) == (5.25, 0.0)
    (after,) = (one for one in learner.checks() if one.part is Part.EDGES)
    assert after.within > before.within > after.without, "compared with the shipped edges still"


def test_knowledge_is_taken_along_and_what_is_removed_or_nonsense_stays_away() -> None:
    entries = learned(*((one, bare(one), marked(one)) for one in SPEECHES)).knowledge().entries
    again = told(Learner(entries))["direct both mark"]
    assert (again.pro, again.says, again.shown) == (2.0, "out", "«")
    assert not told(Learner(entries, {"edges:direct both mark"}))
    assert not told(Learner([Entry(part=Part.EDGES, words="direct both mark", says="sideways", pro=9)]))
    odd = [Entry(part=Part.EDGES, words=words, says="out", pro=9, articles=9) for words in ("x", "direct", "a b c d e")]
    checks = (Check(part=Part.EDGES, articles=9, without=0.1, within=0.9),)
    knowledge = Knowledge(articles=9, entries=tuple(odd), checks=checks)
    assert len(knowledge.used()) == 3
    assert Annotator(knowledge).annotate(SPEECHES[0]).quotations()[0].ranges == (Range(0, 24),)


@pytest.mark.parametrize(
    ("text", "of", "start", "end", "decided", "wanted"),
    [
        ("«Да», — сказал он.", "direct", 0, 4, {"direct both mark": False}, "Да"),
        ("«Да.»", "direct", 0, 5, {"direct both mark": False}, "Да."),
        ("«Да.»", "direct", 0, 5, {"direct both mark": False, "direct end stop-within": False}, "Да"),
        ("«Да», — сказал он.", "direct", 0, 4, {"direct end comma": True}, "«Да»,"),
        ("«Да?!» — сказал он.", "direct", 0, 6, {"direct both mark": False, "direct end final-within": False}, "Да"),
        ("— Да, — сказал он.", "direct", 2, 4, {"direct start dash": True, "direct end comma": True}, "— Да,"),
        ("Он сказал, что да.", "indirect", 11, 17, {"indirect start что": False}, "да"),
        ("Он сказал, мол да.", "indirect", 15, 17, {"indirect start мол": True}, "мол да"),
        ("Он сказал, что дом 5 кв.", "indirect", 11, 24, {"indirect end stop": False}, "что дом 5 кв."),
        ("«Завод «Гранит» растёт»", "direct", 0, 23, {"direct both mark": False}, "Завод «Гранит» растёт"),
        ("«Гранит» рос", "direct", 0, 12, {"direct both mark": False, "direct start mark": False}, "«Гранит» рос"),
        ("Рос завод «Гранит».", "name ORG", 11, 17, {"name ORG both mark": True}, "«Гранит»"),
        ("Рос завод «Гранит».", "name ORG", 11, 17, {"name ORG start title": True}, "Гранит"),
        ("Рос завод «Гранит».", "name ORG", 10, 18, {"name ORG start title": True}, "завод «Гранит»"),
        ("Вот бывший директор Пётр Лугин.", "name PER", 20, 30,
         {"name PER start title": True, "name PER start adjective": True}, "бывший директор Пётр Лугин"),
        ("Вот директор Пётр Лугин.", "name PER", 4, 23, {"name PER start title": False}, "Пётр Лугин"),
        ("Завод «Гранит» рос.", "name ORG", 0, 14, {"name ORG start title": False}, "«Гранит»"),
        ("Рос Завод «Гранит».", "name ORG", 4, 18, {"name ORG start title": False}, "Завод «Гранит»"),
        ("Пётр Лугин рад.", "name PER", 0, 10, {"name PER start title": False}, "Пётр Лугин"),
        ("Вот дочери Пётр Лугин.", "name PER", 11, 21, {"name PER start title": True}, "Пётр Лугин"),
        ("«»", "direct", 0, 2, {"direct both mark": False}, "«»"),
        ("«Да», — сказал он.", "", 0, 4, {"direct both mark": False}, "«Да»"),
        ("«Да», — сказал он.", "mixed", 0, 4, {"direct both mark": False}, "«Да»"),
    ],
)  # fmt: skip
def test_an_edge_that_is_decided_on_is_applied(
    text: str, of: str, start: int, end: int, decided: dict[str, bool], wanted: str
) -> None:
    (made,) = restyled(text, [Styled(of, (Range(start, end),))], decided)
    assert text[slice(*made.ranges[0])] == wanted
    assert bool(made.by) == (made.ranges[0] != (start, end))
    assert set(made.by) <= set(decided)


def test_an_interrupted_quotation_keeps_its_parts() -> None:
    text = "«Мост готов, — сказал Лугин, — и мы рады»."
    first, second = Range(0, 11), Range(places(text, "и мы рады")[0].start, text.index("»") + 1)
    (made,) = restyled(
        text, [Styled("direct", (first, second))], {"direct break comma": True, "direct both mark": False}
    )
    assert [text[slice(*span)] for span in made.ranges] == ["Мост готов,", "и мы рады"]


def test_what_lies_inside_stays_inside_and_a_cue_stays_outside() -> None:
    text = "«Мост готов», — сказал он."
    outer, inner = Styled("direct", (Range(0, 12),)), Styled("mixed", (Range(1, 11),))
    made = restyled(text, [outer, inner], {"direct both mark": False})
    assert [one.ranges for one in made] == [outer.ranges, inner.ranges], "they would be one and the same"
    beside = Styled("indirect", (Range(15, 25),), (Range(11, 14),))
    clause = "Он сказал, что мост готов."
    assert restyled(clause, [beside], {"indirect start что": True})[0].ranges == beside.ranges


PIECES = st.sampled_from(
    ["«", "»", '"', "“", "„", "”", ", ", ". ", "… ", "?! ", " — ", "что ", "чтобы ", "и ", "мол", " ", "\n", "Мост ",
     "готов", "завод ", "директор ", "бывший ", "Пётр ", "Лугин", "«Гранит»", "кв."]
)  # fmt: skip
WORDS = [
    f"{of} {where} {kind}"
    for of in ("direct", "indirect", "mixed", "name ORG", "name PER")
    for where in ("start", "end", "both", "break", "resume")
    for kind in ("mark", "comma", "stop", "final", "dash", "что", "и", "мол", "title", "adjective", "comma-within")
]


@st.composite
def drawn(draw: st.DrawFn) -> tuple[str, list[Styled], dict[str, bool]]:
    """Draw a text, what is proposed in it, and what a project decided."""
    text = "".join(draw(st.lists(PIECES, min_size=3, max_size=24)))
    styled = []
    for _ in range(draw(st.integers(1, 4))):
        points = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
        ranges = tuple(Range(*points[at : at + 2]) for at in range(0, len(points) - 1, 2))
        of = draw(st.sampled_from(["direct", "indirect", "mixed", "name ORG", "name PER", ""]))
        styled.append(Styled(of, ranges[:1] if of.startswith("name") else ranges))
    return text, styled, draw(st.dictionaries(st.sampled_from(WORDS), st.booleans(), max_size=20))


@given(drawn())
def test_ranges_stay_valid_whatever_is_decided(case: tuple[str, list[Styled], dict[str, bool]]) -> None:
    text, styled, decided = case
    for one, made in zip(styled, restyled(text, styled, decided), strict=True):
        assert len(made.ranges) == len(one.ranges)
        points = [point for span in made.ranges for point in span]
        assert [0, *points, len(text)] == sorted([0, *points, len(text)])
        assert all(span.start < span.end for span in made.ranges)
        assert set(made.by) <= set(decided)
        assert made.by or made.ranges == one.ranges
        pairs = pairs_of(text)
        before, after = (
            edges_of(text, Styled(one.of or "direct", ranges), pairs) for ranges in (one.ranges, made.ranges)
        )
        if made.by:
            assert core_of(before) == core_of(after), "what is surely inside stays"
    assert [one.ranges for one in restyled(text, styled, {})] == [one.ranges for one in styled]


@given(drawn())
def test_what_is_decided_once_is_not_decided_otherwise_the_second_time(
    case: tuple[str, list[Styled], dict[str, bool]],
) -> None:
    text, styled, decided = case
    once = restyled(text, styled[:1], decided)
    again = restyled(text, [styled[0]._replace(ranges=once[0].ranges)], decided)
    assert again[0].ranges == once[0].ranges


def test_edges_are_told_in_words() -> None:
    assert edge_words("direct both mark") == "quotation marks: direct speech, around it"
    assert edge_words("indirect start что") == "что: indirect speech, at the start"
    assert edge_words("name ORG start title") == "title before the name: names ORG, at the start"
    assert edge_words("odd") == "odd"


def test_where_the_shipped_rules_agree_says_nothing_for_setting_it_so_where_they_do_not() -> None:
    """Many names without the title that nobody proposed do not take it from the one that has it."""

    def name(of: Article, words: str, state: State = State.MANUAL) -> list[Item]:
        return [Entity(id="n_1", label="ORG", range=places_of(of, words), state=state)]

    plain = [(of, name(of, f"«{one}»"), name(of, f"«{one}»")) for of, one in zip(FIRMS, ("Гранит", "Базальт", "Сланец"),
                                                                                 strict=False)]  # fmt: skip
    one = (FIRMS[3], name(FIRMS[3], "«Кварц»"), name(FIRMS[3], "завод «Кварц»"))
    assert not told(learned(*plain))
    found = told(learned(*plain, one))["name ORG start title"]
    assert (found.says, found.pro, found.is_decided) == ("out", 1.0, False)
    kept = (FIRMS[3], name(FIRMS[3], "завод «Кварц»"), name(FIRMS[3], "завод «Кварц»"))
    assert told(learned(*plain, one, kept))["name ORG start title"].con == 0.25
