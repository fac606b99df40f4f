"""What a project taught a proposal, in words: names, reweighted scores, what cannot be told any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.learning.project import Learning
from core.model import Entity, Range, State
from core.model.details import remove
from core.report.taught import Lesson, Origin, Taught, lesson_words, origin_of
from core.store import Project
from tests.learning_samples import made


def name(label: str = "ORG", state: State = State.AUTO, **told: Any) -> Entity:
    extra = {"learned": {"knowledge": "4-1234", "by": "names:ромашка", **told}}
    return Entity(id="n", label=label, range=Range(0, 3), state=state, score=0.71, rule="learned", extra=extra)


def lesson(taught: Taught, item: Entity) -> Lesson:
    found = taught.lesson(item)
    assert found is not None
    return found


def test_a_score_says_what_it_was_and_how_often_its_rule_is_right(tmp_path: Path) -> None:
    with Project.open(made(tmp_path / "p.citata"), "vera") as project:
        learning = Learning(project)
        learning.switch(on=True)
        learning.learn()
        item = name(by="scores:entity model", score=0.9)
        lines = lesson_words(item, lesson(Taught(project), item))
    assert lines[0].startswith("Score learned here, 90 % → 71 %: name: the model of names: right 0 of ")
    assert lines[-1] == "Version 4-1234"


def test_an_entry_is_told_while_it_says_what_was_proposed(tmp_path: Path) -> None:
    with Project.open(made(tmp_path / "p.citata"), "vera") as project:
        learning, taught = Learning(project), Taught(project)
        assert lesson(taught, name()).entry is None  # nothing is learned yet
        learning.switch(on=True)
        learning.learn()
        found = lesson(taught, name())
        assert found.entry is not None
        assert found.entry.shown == "Ромашка"
        assert [article for article, _ in found.examples] == ["a-1", "a-2"]
        assert lesson(taught, name(label="PER")).entry is None  # it says otherwise by now
        assert lesson(taught, name(label="PER", state=State.CORRECTED)).entry is not None  # a person said PER
        project.change_articles(remove(["a-1"]), "remove-article")
        assert [article for article, _ in lesson(taught, name()).examples] == ["a-2", "a-3"]


def test_what_says_nothing_of_knowledge_or_nonsense_has_no_origin() -> None:
    assert origin_of(name()) == Origin("4-1234", "names:ромашка", None)
    assert origin_of(name(knowledge=4)) is None
    assert origin_of(Entity(id="n", label="ORG", range=Range(0, 3))) is None
    assert origin_of(Entity(id="n", label="ORG", range=Range(0, 3), extra={"learned": "so"})) is None
