"""A project with a style and cue phrases of its own: proposals are made anew with them, taken along, merged, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats.base import make_article
from core.learning.project import Learning
from core.learning.renewing import outdated, renew
from core.model import AUTO, Actor, Article, Entity, Form, Head, Item, Quotation, Range, State
from core.model.knowledge import LEARNED, STANDING, Part
from core.model.layer import Layer
from core.preannotate import Annotator
from core.report.taught import Taught, lesson_words
from core.store import Project, verify
from core.store.merging import merge_copy
from tests.learning_samples import put, settle

SAID = (
    "Завод «{name}» вырос вдвое. «Мост будет готов {when}», — поставил в известность Пётр Лугин. Анна Зуева отметила, "
    "что мост откроют {when}. «Мы рады», — сказал он."
)
SERIES = (
    ("Гранит", "в мае"), ("Базальт", "в июне"), ("Сланец", "осенью"), ("Кварц", "зимой"), ("Мрамор", "весной"),
    ("Гнейс", "летом"), ("Янтарь", "в срок"),
)  # fmt: skip
DONE = 6
PLAIN = "Анна Зуева приехала в Лужск. Город ждёт."


def articles() -> list[Article]:
    """Return the series, and an article in which nothing of it stands."""
    made = [SAID.format(name=name, when=when) for name, when in SERIES]
    return [make_article(f"a-{at}", None, text, {}) for at, text in enumerate([*made, PLAIN])]


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return Range(start, start + len(words))


def in_style(text: str, name: str, when: str) -> list[Item]:
    """Return what somebody marks who sets firms with marks and speech without, and clauses with their full stop."""
    direct, indirect, told = Form.DIRECT, Form.INDIRECT, "поставил в известность"
    people = {"a_1": "Пётр Лугин", "a_2": "Анна Зуева"}
    cued = ((direct, f"Мост будет готов {when}", told, "a_1"), (indirect, f"мост откроют {when}.", "отметила", "a_2"),
            (direct, "Мы рады", "сказал", "a_1"))  # fmt: skip
    found: list[Item] = [Entity(id="n_1", label="ORG", range=at(text, f"«{name}»"), state=State.MANUAL)]
    found += [Actor(id=one, name=person) for one, person in people.items()]
    found += [Entity(id=f"n_{person}", label="PER", range=at(text, person), actor=one, state=State.ACCEPTED)
              for one, person in people.items()]  # fmt: skip
    found += [
        Quotation(
            id=f"q_{cue}", form=form, ranges=(at(text, words),), cue=at(text, cue), speaker=who, state=State.MANUAL
        )
        for form, words, cue, who in cued
    ]
    return found


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture
def path(tmp_path: Path, annotator: Annotator) -> Path:
    """A project that learns, six articles of it done."""
    annotator.knowledge = None
    made = tmp_path / "press.citata"
    with Project.create(made, "anna") as project:
        for number, article in enumerate(articles()):
            project.add_article(article)
            put(
                project,
                article.id,
                AUTO,
                [i for i in annotator.annotate(article).everything() if not isinstance(i, Head)],
            )
            if number < DONE:
                settle(project, article.id, in_style(article.text, *SERIES[number]))
        Learning(project).switch(on=True)
    return made


def contents(layer: Layer | None) -> list[str]:
    assert layer is not None
    text = layer.article.text
    return [text[slice(*one.ranges[0])] for one in layer.quotations()]


def test_proposals_of_articles_not_begun_are_made_anew_in_the_style_of_the_project(
    path: Path, annotator: Annotator
) -> None:
    with Project.open(path, "anna") as project:
        before = contents(project.layer("a-6", AUTO))
        assert before == ["«Мост будет готов в срок»", "что мост откроют в срок", "«Мы рады»"]
        learning = Learning(project)
        known = learning.learn()
        assert {Part.EDGES, Part.PHRASES} <= known.kept()
        assert outdated(project) == ["a-6"], "in the other article nothing of it stands"
        done = renew(project, annotator)
        assert {one.article for one in done.differences} == {"a-6"}
        layer = project.layer("a-6", AUTO)
        assert contents(layer) == ["Мост будет готов в срок", "мост откроют в срок.", "Мы рады"]
        assert layer is not None
        assert layer.head.extra[STANDING] == ["phrases:поставить в известность"]
        firm = next(one for one in layer.entities() if one.label == "ORG")
        assert layer.article.text[slice(*firm.range)] == "«Янтарь»"
        assert firm.extra[LEARNED]["by"] == "edges:name ORG start title"
        assert outdated(project) == [], "what was made with it is not made anew"
        taught = Taught(project)
        said = {one.id: taught.lesson(one) for one in layer.quotations()}
        lines = [lesson_words(one, lesson)[0] for one in layer.quotations() if (lesson := said[one.id]) is not None]
        assert lines == [
            "Learned here: “поставил в известность”: introduces speech, from 6 articles",
            "Learned here: “что: indirect speech, at the start”: left out, from 6 articles",
            "Learned here: “quotation marks: direct speech, around it”: left out, from 6 articles",
        ]
        learning.switch_entry("edges:direct both mark", on=False)
        learning.forget("phrases:поставить в известность")
        assert outdated(project) == ["a-6"]
        renew(project, annotator)
        assert contents(project.layer("a-6", AUTO)) == [
            "«Мост будет готов в срок»",
            "мост откроют в срок.",
            "«Мы рады»",
        ]
        learning.take_back()
        learning.take_back()
        renew(project, annotator)
        assert contents(project.layer("a-6", AUTO)) == ["Мост будет готов в срок", "мост откроют в срок.", "Мы рады"]
        learning.switch(on=False)
        renew(project, annotator)
        assert contents(project.layer("a-6", AUTO)) == before
        assert verify(path).findings == []


def test_it_is_taken_along_to_another_project_and_merged_from_a_copy(
    path: Path, tmp_path: Path, annotator: Annotator
) -> None:
    copy = tmp_path / "copy.citata"
    copy.write_bytes(path.read_bytes())
    with Project.open(copy, "boris") as other:
        Learning(other).learn()
        Learning(other).switch_entry("edges:direct both mark", on=False)
    with Project.open(path, "anna") as project:
        merge_copy(project, copy)
        learning = Learning(project)
        known = learning.learn()
        assert [one.id for one in known.entries if one.off] == ["edges:direct both mark"]
        file = tmp_path / "knowledge.json"
        learning.write(file)
    with Project.create(tmp_path / "next.citata", "vera") as project:
        learning = Learning(project)
        learning.read(file)
        entries = {one.id: one for one in learning.learn().entries}
        assert entries["phrases:поставить в известность"].pro == DONE / 2
        assert entries["edges:name ORG both mark"].says == "in"
        assert entries["edges:direct both mark"].off
        assert not learning.told().current.kept(), "nothing was checked here yet"  # type: ignore[union-attr]
    annotator.knowledge = None
