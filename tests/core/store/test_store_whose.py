"""Whose a row is: what people did and said is counted, what programs, removed articles and other names have is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.errors import StaleEdit
from core.formats.base import make_article
from core.model import AUTO, GOLD, PROPOSER, Actor, Entity, Form, Head, Item, Quotation, Range, State, edits
from core.model.details import remove
from core.model.edits import fill
from core.model.knowledge import KNOWLEDGE, Forget, Knowledge, Ruling, Switch
from core.model.layer import Layer
from core.model.register import Appearance, Source, SourceEdit
from core.store import Change, KnowledgeLog, Project, Registers, Reviews, learned, worklog
from tests.store_samples import do, work

TEXT = "Мост открыт, сказал Лев Ким. Ким рад."
OTHER = f"{PROPOSER}lm"
ACTORS: tuple[Item, ...] = (
    Actor(id="a_1", name="Лев Ким"), Actor(id="a_2", name="Лишний"), Actor(id="a_3", name="Связан", source="s_1"),
)  # fmt: skip


def quoted(id_: str, state: State, guessed: tuple[str, ...] = ()) -> Quotation:
    return Quotation(
        id=id_, form=Form.INDIRECT, ranges=(Range(0, 11),), mention=Range(20, 27), speaker="a_1", state=state,
        guessed=guessed,
    )  # fmt: skip


def named(id_: str, state: State, guessed: tuple[str, ...] = ()) -> Entity:
    return Entity(id=id_, label="PER", range=Range(20, 27), actor="a_1", state=state, guessed=guessed)


ITEMS = (
    *ACTORS, quoted("q1", State.MANUAL), quoted("q2", State.AUTO), quoted("q3", State.REJECTED),
    quoted("q4", State.ACCEPTED, ("speaker",)), quoted("q5", State.CORRECTED, ("mention",)), named("e1", State.MANUAL),
    named("e2", State.AUTO), named("e3", State.REJECTED), named("e4", State.MANUAL, ("actor",)),
    named("e5", State.ACCEPTED),
)  # fmt: skip
LAYERS = {
    "n-1": ("anna", AUTO, GOLD, OTHER),
    "n-2": (AUTO, "boris"),
    "n-3": ("anna",),
    "n-4": (AUTO, OTHER),
    "n-5": (AUTO,),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Five articles with the same items in layers of people and of programs; ``n-3`` is removed."""
    with Project.create(tmp_path_factory.mktemp("whose") / "п.citata", "anna") as made:
        for name, annotators in LAYERS.items():
            meta = {"source": "Нива", "date": "2026-05-01"} if name == "n-1" else {"published": "вчера", "date": "x"}
            article = make_article(name, name.upper(), TEXT, meta)
            made.add_article(article)
            for annotator in annotators:
                known = {KNOWLEDGE: "5-abc"} if (name, annotator) == ("n-5", AUTO) else {}
                made.add_layer(Layer(article, annotator, [Head(extra=known), *ITEMS]), "import")
        Registers(made).change("add-source", [SourceEdit(None, Source(id="s_1", name="Связан"))])
        reviews = Reviews(made)
        for of, annotator in (("n-1", "anna"), ("n-1", AUTO), ("n-2", "boris"), ("n-3", "anna")):
            reviews.comment(of, annotator, "Почему?")
        made.change_articles(remove(["n-3"]), "remove-article")
        yield made


def test_actors_appear_where_people_have_settled_who_they_are(project: Project) -> None:
    """Proposals, rejected items and guesses say nothing; a link alone is enough; machines' layers are left out."""
    registers = Registers(project)
    found = registers.appearances()
    expected: list[tuple[str, str, str, int, int, tuple[str, ...]]] = []
    for article, annotator in (("n-1", GOLD), ("n-1", "anna"), ("n-2", "boris")):
        expected += [
            (article, annotator, "a_1", 2, 2, ("Лев Ким",)), (article, annotator, "a_3", 0, 0, ()),
        ]  # fmt: skip

    def told(some: list[Appearance]) -> list[tuple[str, str, str, int, int, tuple[str, ...]]]:
        return [(one.article, one.annotator, one.actor.id, one.quotations, one.named, one.mentions) for one in some]

    assert told(found) == expected
    assert [(one.title, one.paper, one.date) for one in found[-3::2]] == [
        ("N-1", "Нива", "2026-05-01"), ("N-2", "", "вчера"),
    ]  # fmt: skip
    assert told(registers.appearances("anna")) == [one for one in expected if one[1] == "anna"]
    assert told(registers.appearances("boris", sources=["s_1", "s_9"])) == [("n-2", "boris", "a_3", 0, 0, ())]
    assert registers.appearances(sources=["s_9"]) == []
    assert registers.used() == {"s_1"}


def test_what_articles_hold_of_people(project: Project) -> None:
    count = len([item for item in ITEMS if not isinstance(item, Actor)])
    expected = {
        ("n-1",): (2, 2 * count, 2, (GOLD, "anna")),
        ("n-2",): (1, count, 1, ("boris",)),
        ("n-3",): (1, count, 1, ("anna",)),
        ("n-4",): (0, 0, 0, ()),
        ("n-1", "n-3", "n-9"): (3, 3 * count, 3, (GOLD, "anna")),
        (): (0, 0, 0, ()),
    }
    assert {asked: tuple(project.held(list(asked))) for asked in expected} == expected


def test_whose_proposals_nobody_has_begun(project: Project) -> None:
    """In the order of the list, with the version that made them; another proposer's layer begins nothing."""
    assert list(KnowledgeLog(project).not_begun().items()) == [("n-4", None), ("n-5", "5-abc")]


def test_only_the_edits_of_people_are_work(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "anna") as project:
        for name in ("n-1", "n-2"):
            project.add_article(make_article(name, None, TEXT, {}))
        for annotator in (AUTO, OTHER, GOLD):
            layer = project.working_layer("n-1", annotator)
            project.commit(layer, fill(layer, [quoted("q1", State.AUTO), *ACTORS], "add"))
        for name in worklog.NO_WORK:
            layer = work(project, "n-1")
            project.commit(layer, edits.change(name, [layer.head], [replace(layer.head, note=f"{name}!")]))
        do(project, edits.add_entity("PER", Range(0, 4)), "n-1")
        do(project, edits.add_entity("PER", Range(0, 4)), "n-2")
        project.author = "boris"
        do(project, edits.add_entity("ORG", Range(5, 9)), "n-1")
        found = [(one.article, one.author, [item.id[0] for item in one.items]) for one in worklog.edits(project)]
        starts = [one for one in found if one not in ((1, "anna", ["e"]), (2, "anna", ["e"]), (1, "boris", ["e"]))]
        assert [one for one in found if one not in starts] == [
            (1, "anna", ["e"]),
            (2, "anna", ["e"]),
            (1, "boris", ["e"]),
        ]
        assert {author for _, author, _ in starts} <= {GOLD, "anna", "boris"}
        assert not any(items == ["h"] for _, _, items in found)
        project.change_articles(remove(["n-2"]), "remove-article")
        assert {one.article for one in worklog.edits(project)} == {1}


# -- the log of the knowledge ------------------------------------------------------------------------------------------


def versions(log: KnowledgeLog) -> list[int]:
    return [act.body.count("articles") and int(act.body.split(":")[1].split(",")[0].strip("}")) for act in log.acts()
            if act.name == Ruling.LEARN]  # fmt: skip


def test_so_many_versions_are_kept_and_everything_that_people_did(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "anna") as project:
        log = KnowledgeLog(project)
        assert (log.newest(), log.is_on(), log.acts()) == (0, False, ())
        log.add(Change(Ruling.SWITCH, Switch(True)))
        forgotten = log.add(Change(Ruling.FORGET, Forget("names:мост")))
        for number in range(1, learned.VERSIONS + 1):
            log.add(Change(Ruling.LEARN, Knowledge(articles=number)))
        assert versions(log) == [1, 2, 3, 4, 5]
        newest = log.newest()
        log.add(Change(Ruling.LEARN, Knowledge(articles=6)))
        assert log.newest() == newest + 1
        log.add(Change(Ruling.IMPORT, Knowledge(articles=9)))
        assert versions(log) == [2, 3, 4, 5, 6]
        told = log.told()
        assert (told.on, log.is_on(), told.forgotten, told.current) == (
            True, True, frozenset({"names:мост"}), Knowledge(articles=6),
        )  # fmt: skip
        assert told.imported == (Knowledge(articles=9),)
        undo = log.add(Change(Ruling.UNDO, undoes=forgotten))
        assert log.told().forgotten == frozenset()
        log.add(Change(Ruling.UNDO, undoes=undo))
        assert log.told().forgotten == frozenset({"names:мост"})
        with pytest.raises(StaleEdit, match="there is no act 0123 on the knowledge"):
            log.add(Change(Ruling.UNDO, undoes="0123"))
        assert {act.author for act in log.acts()} == {"anna"}


def test_copies_that_take_in_each_others_acts_say_the_same(tmp_path: Path) -> None:
    here, there = tmp_path / "1.citata", tmp_path / "2.citata"
    with Project.create(here, "anna") as project:
        KnowledgeLog(project).add(Change(Ruling.SWITCH, Switch(True)))
        project.save_copy(there)
    with Project.open(here, "anna") as project, Project.open(there, "boris") as other:
        ours, theirs = KnowledgeLog(project), KnowledgeLog(other)
        for number in range(1, 5):
            ours.add(Change(Ruling.LEARN, Knowledge(articles=number)))
            theirs.add(Change(Ruling.LEARN, Knowledge(articles=10 * number)))
        theirs.add(Change(Ruling.FORGET, Forget("cues:решить")))
        theirs.add(Change(Ruling.SWITCH, Switch(False)))
        with project.transaction():
            assert learned.merge(project._db, other._db) == ["forget", "switch"]
            assert learned.merge(project._db, other._db) == []
        with other.transaction():
            assert learned.merge(other._db, project._db) == []
        assert sorted(versions(ours)) == sorted(versions(theirs)) == [3, 4, 20, 30, 40]
        assert ours.told() == theirs.told()
        assert (ours.is_on(), ours.told().forgotten) == (False, frozenset({"cues:решить"}))
        assert {act.author for act in ours.acts()} == {"anna", "boris"}
