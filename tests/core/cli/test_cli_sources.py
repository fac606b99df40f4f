"""``citata sources`` on real projects: the register, and proposals with their reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from core.formats.base import make_article
from core.model import Actor, ActorKind, Form, Quotation, Range, edits
from core.model.gender import Gender
from core.model.layer import Layer
from core.model.register import Source, add
from core.store import Links, Project, Registers


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three articles in which Vera has said who speaks; one speaker is linked, by Vera and by Boris."""
    path = tmp_path / "press.citata"
    with Project.create(path, "vera") as made:
        for article, name in (("one", "Нина Белова"), ("two", "Н. Белова"), ("three", "Глеб Ершов")):
            text = f"«Мост откроют», — сказала мэр {name}."
            made.add_article(make_article(article, None, text))
            for whose in ("vera", "boris")[: 1 + (article == "one")]:
                layer = Layer(made.article(article), whose)
                actor = Actor(id="a_1", name=name, kind=ActorKind.PERSON)
                said = Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(1, 13),), speaker="a_1",
                                 mention=Range(26, 30 + len(name)))  # fmt: skip
                made.commit(layer, edits.fill(layer, [actor, said], "import"))
        source = Source(id="s_1", name="Нина Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE, role="мэр",
                        identifier="Q1")  # fmt: skip
        links = [Links("one", whose, ("a_1",), "s_1") for whose in ("vera", "boris")]
        Registers(made).change("add-source", add(source), links)
    return path


def test_the_register_is_listed_with_what_is_linked(project: Path) -> None:
    shown = run("sources", project)
    assert (shown.exit_code, shown.output.split("\n")[2].split()) == (
        0, ["Нина", "Белова", "person", "feminine", "мэр", "Q1", "1", "1"],
    )  # fmt: skip
    told = [json.loads(line) for line in run("sources", project, "--json").output.splitlines()]
    assert told == [
        {"id": "s_1", "name": "Нина Белова", "kind": "person", "gender": "feminine", "role": "мэр", "identifier": "Q1",
         "articles": 1, "quotations": 1},
    ]  # fmt: skip


def test_proposals_come_with_score_and_reasons_and_change_nothing(project: Path) -> None:
    before = project.read_bytes()
    told = [json.loads(line) for line in
            run("sources", project, "--propose", "--layer", "vera", "--json").output.splitlines()]  # fmt: skip
    assert [(one["name"], one["new"], one["score"], [held["article"] for held in one["actors"]]) for one in told] == [
        ("Глеб Ершов", True, 0.99, ["three"]), ("Нина Белова", False, 0.92, ["two"]),
    ]  # fmt: skip
    assert told[1]["reasons"] == "the same surname and initial: Нина Белова; called the same: мэр"
    shown = run("sources", project, "--propose", "--layer", "vera", "--min-score", "0.95").output
    assert "Глеб Ершов" in shown
    assert "Нина" not in shown
    assert project.read_bytes() == before
    none = run("sources", project, "--propose", "--layer", "boris")
    assert (none.exit_code, none.stdout) == (0, "")
    assert none.stderr == "No proposals for what is settled in the layers of boris.\n"


@pytest.mark.parametrize("words", [(), ("--propose",)])
def test_whoever_has_no_layer_is_told_who_has(project: Path, words: tuple[str, ...]) -> None:
    shown = run("sources", project, "--layer", "all", *words)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "no layer of all. There are: boris, vera." in shown.stderr


def test_an_empty_register_and_a_missing_project_are_told(tmp_path: Path) -> None:
    Project.create(tmp_path / "p.citata", "vera").close()
    shown = run("sources", tmp_path / "p.citata")
    assert (shown.exit_code, "--propose" in shown.output) == (1, True)
    assert run("sources", tmp_path / "no.citata").exit_code == 1
    assert run("sources", tmp_path / "p.citata", "--min-score", "2").exit_code == 2


def test_sources_that_may_be_one_are_listed_with_reasons(project: Path) -> None:
    with Project.open(project, "vera") as opened:
        Registers(opened).change("add-source", add(Source(id="s_2", name="Белова Нина", role="мэр Лужска")))
    told = [json.loads(line) for line in
            run("sources", project, "--propose", "--layer", "vera", "--json").output.splitlines()]  # fmt: skip
    assert told[-1] == {
        "sources": ["s_1", "s_2"], "names": ["Нина Белова", "Белова Нина"], "score": 0.93,
        "reasons": "the same name in another order: Белова Нина; called the same: мэр",
    }  # fmt: skip
    shown = run("sources", project, "--propose", "--layer", "vera", "--min-score", "0.93").output
    assert "Нина Белова = Белова Нина  2" in shown
    alone = run("sources", project, "--propose", "--layer", "boris")
    assert (alone.exit_code, alone.stderr, "May be one" in alone.stdout) == (0, "", True)
    assert "May be one" not in run("sources", project, "--propose", "--layer", "vera", "--min-score", "0.95").output
