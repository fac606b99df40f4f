"""All that is learned of a row of articles, entry by entry, for several scopes, beginnings and what was removed.

What stands here is only input; the golden files say what is learned. All people are invented.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from core.formats.base import make_article
from core.learning.evidence import settled, shipped
from core.learning.learner import Learner
from core.learning.renewing import chunks, differences
from core.model import AUTO, GOLD, Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, State
from core.model.knowledge import WITHHELD, Entry, Example, Knowledge, Part
from core.model.layer import Layer
from core.model.scope import EVERYTHING, Scope
from tests.golden import same_as_golden
from tests.learning_samples import places

GOLDEN = Path(__file__).parent / "golden"
STATES = (State.ACCEPTED, State.CORRECTED, State.MANUAL, State.REJECTED, State.AUTO)
PEOPLE = ("Пётр Лугин", "Глеб Ершов")
SAID = (("мост закроют", "решил", Form.INDIRECT), ("что цех откроют", "протрубил", Form.INDIRECT),
        ("«Ждём»", "Протрубил", Form.DIRECT), ("денег нет", None, Form.INDIRECT))  # fmt: skip


def article(number: int) -> Article:
    form = ("Гранит", "Гранита", "ГРАНИТ")[number % 3]
    text = (
        f"Здесь {form} и Ромашка. Совет решил, что мост закроют. Глава региона {PEOPLE[number % 2]} протрубил, "
        f"что цех откроют. «Ждём», — Протрубил глава региона. По данным врача, денег нет. Ромашка рада. Совет решил."
    )
    meta = {"date": f"2021-0{number % 6 + 1}-03"} if number % 4 else {}
    return make_article(f"a-{number}", None, text, meta)


def items(of: Article, turn: int, label: str = "ORG", *, score: float | None = None) -> list[Item]:
    """Return names and quotations of an article whose states go round with the turn."""
    text, name = of.text, PEOPLE[(turn // 3) % 2]
    found: list[Item] = [Actor(id="a_1", name=name, kind=ActorKind.PERSON), Actor(id="a_2", name="совет")]
    forms = ("Гранит", "Гранита", "ГРАНИТ", "Ромашка", "Пётр Лугин", "Глеб Ершов")
    spans = [span for form in forms for span in places(text, form)]
    for at, span in enumerate(spans[: 2 + turn % 3]):
        state = STATES[(turn + at) % 5]
        found.append(Entity(id=f"e_{at}", label=("PER", label, "LAW")[at % 3], range=span, state=state, score=score,
                            rule="model", actor="a_1" if at > 2 else None))  # fmt: skip
    for at, (content, cue, form) in enumerate(SAID):
        where = places(text, cue)[0] if cue is not None else None
        mention = places(text, "Глава региона" if at == 1 else "глава региона")[0] if at in (1, 2) else None
        found.append(Quotation(id=f"q_{at}", form=form, ranges=(places(text, content)[0],), cue=where, mention=mention,
                               speaker=(None, "a_1", "a_1", "a_2")[at], state=STATES[(turn + 2 * at) % 5], score=score,
                               rule=("clause", "direct")[at % 2]))  # fmt: skip
    return found


def proposals(of: Article, number: int) -> Layer:
    """Return what is proposed for an article: all open, some of it withheld, one wrong."""
    made = [replace(one, state=State.AUTO) if not isinstance(one, Actor) else one
            for one in items(of, number + 1, "LOC", score=(0.9, 0.35)[number % 2])]  # fmt: skip
    cue = places(of.text, "решил")[1]
    withheld = [
        {"ranges": [[0, 5]], "rule": "clause", "score": 0.4, "cue": list(cue), "by": "cues:решить"},
        {"ranges": [[6, 9]], "rule": "mixed", "score": 0.6, "cue": None, "by": "added:x"},
        {"label": "PER", "start": 0, "end": 5, "rule": None, "score": 1, "by": "names:x"},
    ]
    return Layer(of, AUTO, [Head(extra={WITHHELD: withheld[: number % 4]}), *made])


def told(one: Entry) -> str:
    where = " ".join(f"{found.article}:{found.start}–{found.end}" for found in one.examples)
    weights = f"+{one.pro} -{one.con} {one.expected} of {one.articles}"
    days = f"{one.since}–{one.until} {one.is_decided}"
    return f"  {one.part} {one.words} ({one.shown}) = {one.says} {weights} {days} {where}"


BEGINNING = (
    Entry(part=Part.NAMES, words="гранит", shown="Гранит", says="PER", pro=3, con=1, articles=4),
    Entry(part=Part.NAMES, words="", shown="", says="PER", pro=3),
    Entry(part=Part.NAMES, words="буря", shown="Буря", says="", pro=2, con=0.5, articles=2),
    Entry(part=Part.CUES, words="решить", shown="решил", pro=3, con=0.5, articles=3),
    Entry(part=Part.ADDED, words="протрубить что", shown="протрубили", says="clause", pro=4, con=1, articles=5),
    Entry(part=Part.OFFICES, words="глава регион = пётр лугин", shown="глава региона", says="Пётр Лугин", pro=3,
          articles=3, since="2021-01-01", until="2021-02-02"),
    Entry(part=Part.SCORES, words="quotation clause", shown="quotation clause", pro=5, con=2, expected=4.4,
          examples=(Example("b", 1, 2),)),
)  # fmt: skip
CASES = {
    "plain": (EVERYTHING, (), ()),
    "names-only": (Scope(quotations=False, labels=("ORG", "PER")), (), ()),
    "quotations-only": (Scope(entities=False), (), ()),
    "begun": (EVERYTHING, BEGINNING, ()),
    "removed": (EVERYTHING, BEGINNING, ("names:гранит", "cues:решить", "scores:quotation direct",
                "added:протрубить", "offices:глава регион = пётр лугин")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_all_that_is_learned(case: str) -> None:
    scope, begun, removed = CASES[case]
    learner, out = Learner(begun, removed), []
    for number in range(12):
        of = article(number)
        layers = [Layer(of, "anna", items(of, number))]
        if number % 3 == 1:
            layers.append(Layer(of, "boris", items(of, number + 2, "LOC")))
        if number % 5 == 4:
            layers.append(Layer(of, GOLD, items(of, number + 1)))
        auto = None if number == 7 else proposals(of, number)
        learner.take(settled(of, layers, auto, scope))
        if number in (0, 2, 5, 11):
            out += [f"after {number + 1}", *map(told, learner.entries()), *(f"  {one}" for one in learner.checks())]
            known = learner.knowledge(most=5)
            kept = [one.id for one in known.entries]
            out.append(f"  left out {known.left_out}: {known.left_out_names}; kept {kept}")
            out.append(f"  {[learner.says(words) for words in ('гранит', 'ромашка', 'буря', 'нет')]}")
    known = learner.knowledge()
    copy = msgspec.json.decode(msgspec.json.encode(known), type=Knowledge)
    assert copy.version == known.version, "a version has the same name in every copy"
    same_as_golden(GOLDEN / f"{case}.txt", "\n".join(out) + "\n")


def test_what_was_proposed_and_how_proposals_differ() -> None:
    out: list[str] = []
    for number in range(5):
        layer = proposals(article(number), number)
        found = shipped(layer)
        out += [str(tuple(one)) for one in (*found.names, *found.quotations)]
    for one, other in product(range(0, 5, 3), repeat=2):
        alone = proposals(article(one), other)
        both = (proposals(article(0), one), proposals(article(0), other))
        for before, after in (both, (None, alone), (alone, None)):
            out += [f"{one} {other} {tuple(found)}" for found in differences(before, after)]
    same_as_golden(GOLDEN / "proposed.txt", "\n".join(out) + "\n")
    assert [list(some) for some in chunks(map(str, range(5)), 2)] == [["0", "1"], ["2", "3"], ["4"]]
    assert [len(some) for some in chunks(map(str, range(81)))] == [40, 40, 1]
