"""All places of a name: in one article as one act, over a project article by article."""

from __future__ import annotations

from pathlib import Path

from core.model import Entity, Range, State
from core.model.layer import Layer
from core.reading.occurrences import find, find_in_project, label_all
from core.store import Project
from tests.acts import article_of

TEXT = "Анна Лисина приехала.\nПо словам Анны Лисиной, мост готов. Об этом пишут Анне Лисиной."
PLACES = [Range(0, 11), Range(TEXT.index("Анны"), TEXT.index("Анны") + 12), Range(TEXT.index("Анне"), len(TEXT) - 1)]


def test_every_case_form_is_found_with_its_words_around() -> None:
    marked = Entity(id="e", label="PER", range=PLACES[0])
    layer = Layer(article_of(TEXT), "anna", [marked])
    found = find(layer, "Анна Лисина", "PER")
    assert [place.range for place in found] == PLACES
    assert [place.taken for place in found] == [True, False, False]
    assert (found[1].before, found[1].words, found[1].after) == (
        "По словам ",
        "Анны Лисиной",
        TEXT[found[1].range.end :],
    )
    assert [place.range for place in find(layer, "Анна Лисина", "PER", by_lemma=False)] == PLACES[:1]
    assert find(layer, "—", "PER") == []


def test_labelling_all_is_one_act_that_takes_rejected_ones_up_again() -> None:
    kept = Entity(id="k", label="PER", range=PLACES[0])
    rejected = Entity(id="r", label="PER", range=PLACES[1], state=State.REJECTED)
    layer = Layer(article_of(TEXT), "anna", [kept, rejected])
    edit = label_all(layer, "PER", PLACES)
    after = layer.apply(edit)
    assert [item.range for item in after.entities()] == PLACES
    assert after.items["r"].state is State.ACCEPTED  # type: ignore[union-attr]
    assert after.apply(edit.inverse()) == layer
    assert not label_all(after, "PER", PLACES)


def test_a_project_is_searched_article_by_article(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "anna") as project:
        for number, text in enumerate((TEXT, "Здесь её нет.", "Лисину ждали, Анну Лисину.")):
            project.add_article(article_of(text, f"a-{number}"))
        found = list(find_in_project(project, "anna", "Анна Лисина", "PER"))
    assert [count for count, _ in found] == [1, 2, 3]
    assert [len(places) for _, places in found] == [3, 0, 1]
    assert found[2][1][0].article == "a-2"


def test_case_forms_are_found_in_upper_and_lower_case_alike() -> None:
    text = "КОМИТЕТ НЕ ПРИДЁТ\nО комитете говорили с Комитетом. Комитетский день."
    layer = Layer(article_of(text), "anna")
    for name in ("Комитет", "комитет", "КОМИТЕТ"):
        assert [place.words for place in find(layer, name, "ORG")] == ["КОМИТЕТ", "комитете", "Комитетом"]
