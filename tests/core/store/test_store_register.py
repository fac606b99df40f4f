"""The register of sources in the file: acts, undo, links; merged, checked, repaired; kept through a kill."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.errors import StaleEdit, UserError
from core.model import Actor, ActorKind, Form, Quotation, State, edits
from core.model.gender import Gender
from core.model.layer import Layer
from core.model.register import Source, SourceEdit, add, describe, merge, part, remove
from core.store import Links, Project, Registers, Reviews, back_up_now, compact, merge_copy, repair, verify
from core.store.backups import folder_of
from tests.store_samples import annotated, at, do, make_article, work

LUGIN = Source(id="s_1", name="Пётр Лугин", kind=ActorKind.PERSON, aliases=("Лугин",), role="глава завода")
OTHER = Source(id="s_2", name="П. Лугин", gender=Gender.MASCULINE, identifier="Q7")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "проект.citata"


@contextlib.contextmanager
def two_articles(path: Path) -> Iterator[tuple[Project, Registers]]:
    """A project in which Anna has settled who speaks in two articles of the same text; a third one is a proposal."""
    with annotated(path) as project:
        project.add_article(make_article("a-3"))
        for article in ("a-1", "a-3"):
            layer = work(project, article)
            actor = Actor(id="a_x", name="Пётр Лугин", kind=ActorKind.PERSON)
            made = Quotation(
                id="q_x", form=Form.DIRECT, ranges=(at("и это не всё"),), speaker="a_x", mention=at("Пётр Лугин"),
            )  # fmt: skip
            do(project, edits.fill(layer, [*layer.everything(), actor, made], "import"), article)
        yield project, Registers(project)


def links(source: str | None, *articles: str) -> list[Links]:
    return [Links(article, "Анна", ("a_x",), source) for article in articles]


def linked(registers: Registers) -> dict[str, str | None]:
    return {one.article: one.actor.source for one in registers.appearances("Анна") if one.actor.id == "a_x"}


def test_an_act_of_edits_and_links_is_one_and_is_taken_back_as_one(path: Path) -> None:
    with two_articles(path) as (project, registers):
        before = [project.layer(name, "Анна") for name in ("a-1", "a-3")]
        act = registers.change("accept-sources", add(LUGIN), links("s_1", "a-1", "a-3"))
        assert registers.register().get("s_1") == LUGIN
        assert linked(registers) == {"a-1": "s_1", "a-3": "s_1"}
        assert [entry.edit.name for entry in project.history("a-3", "Анна")][-1] == "link-source"
        back = registers.take_back(act)
        assert (len(registers.register()), linked(registers)) == (0, {"a-1": None, "a-3": None})
        assert [project.layer(name, "Анна") for name in ("a-1", "a-3")] == before
        registers.take_back(back)
        assert (len(registers.register()), linked(registers)) == (1, {"a-1": "s_1", "a-3": "s_1"})
        told = registers.acts()
        assert [(one.name, one.undoes, len(one.links)) for one in told] == [
            ("accept-sources", None, 2), ("accept-sources", act, 2), ("accept-sources", back, 2),
        ]  # fmt: skip
        assert set(registers.articles_of(told[-1].act)) == {"a-1", "a-3"}
        assert registers.used() == {"s_1"}
    assert verify(path).findings == []


def test_only_what_a_person_settled_appears_and_says_how_often(path: Path) -> None:
    with two_articles(path) as (project, registers):
        one = registers.appearances()[0]
        assert (one.article, one.annotator, one.actor.id, one.quotations, one.named) == ("a-1", "Анна", "a_x", 1, 0)
        assert (one.mentions, one.title, one.paper) == (("Пётр Лугин",), "Завод", "Вестник Заречья")
        do(project, edits.accept(work(project), ["e_1", "q_1"]))
        assert [(a.actor.id, a.quotations, a.named) for a in registers.appearances("Анна")][:2] == [
            ("a_lugin", 1, 1), ("a_x", 1, 0),
        ]  # fmt: skip
        layer = work(project, "a-3")
        do(project, edits.delete(layer, ["q_x"]), "a-3")
        assert [one.article for one in registers.appearances() if one.actor.id == "a_x"] == ["a-1"]


def test_a_guessed_speaker_is_nobodys_word(path: Path) -> None:
    with two_articles(path) as (project, registers):
        layer = work(project, "a-3")
        held = layer.quotation("q_x")
        do(project, edits.change("fill", [held], [replace(held, guessed=("speaker",))]), "a-3")
        assert [one.article for one in registers.appearances()] == ["a-1"]
        held = work(project).quotation("q_x")
        do(project, edits.change("fill", [held], [replace(held, state=State.REJECTED)]))
        assert registers.appearances() == []


def test_an_act_that_links_alone_names_its_source_in_the_log(path: Path) -> None:
    with two_articles(path) as (_, registers):
        registers.change("add-source", add(LUGIN))
        registers.change("link-source", [], links("s_1", "a-1"))
        registers.change("unlink-source", [], links(None, "a-1"))
        assert [(one.name, [edit.id for edit in one.edits]) for one in registers.acts()] == [
            ("add-source", ["s_1"]), ("link-source", ["s_1"]), ("unlink-source", ["s_1"]),
        ]  # fmt: skip
        assert linked(registers) == {"a-1": None, "a-3": None}


def test_what_does_not_fit_changes_nothing(path: Path) -> None:
    with two_articles(path) as (project, registers):
        act = registers.change("accept-sources", add(LUGIN), links("s_1", "a-1"))
        for name, made, of in (
            ("add-source", add(LUGIN), []),
            ("describe-source", describe(replace(LUGIN, role="мэр"), LUGIN), []),
            ("add-source", add(OTHER), [Links("a-3", "Анна", ("nobody",), "s_2")]),
            ("merge-sources", [SourceEdit(LUGIN, replace(LUGIN, merged="s_9"))], []),
        ):
            with pytest.raises(StaleEdit):
                registers.change(name, made, of)
        assert len(registers.acts()) == 1
        do(project, edits.change("rename-actor", [found(project)], [replace(found(project), name="Лугин")]))
        with pytest.raises(StaleEdit):
            registers.take_back(act)
        with pytest.raises(StaleEdit):
            registers.take_back("0" * 16)
        assert (len(registers.register()), linked(registers)["a-1"]) == (1, "s_1")
    with Project.open(path, "Анна", read_only=True) as project, pytest.raises(UserError):
        Registers(project).change("add-source", add(OTHER))


def found(project: Project) -> Actor:
    actor = work(project).actor("a_x")
    assert actor is not None
    return actor


def test_links_whose_edits_were_compacted_stay(path: Path) -> None:
    with two_articles(path) as (project, registers):
        act = registers.change("accept-sources", add(LUGIN), links("s_1", "a-1"))
        do(project, edits.set_note(work(project), "q_x", "заметка"))
        compact(project, datetime.now(UTC))
        with pytest.raises(StaleEdit):
            registers.take_back(act)
        assert linked(registers)["a-1"] == "s_1"
    assert verify(path).findings == []


# -- merging copies ----------------------------------------------------------------------------------------------------


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a project with a source that is linked in one article."""
    ours, theirs = tmp_path / "наш.citata", tmp_path / "их.citata"
    with two_articles(ours) as (project, registers):
        registers.change("accept-sources", add(LUGIN), links("s_1", "a-1"))
        project.save_copy(theirs)
    return ours, theirs


def in_copy(path: Path, author: str) -> contextlib.AbstractContextManager[Registers]:
    @contextlib.contextmanager
    def opened() -> Iterator[Registers]:
        with Project.open(path, author) as project:
            yield Registers(project)

    return opened()


def both_ways(ours: Path, theirs: Path) -> list[Source]:
    """Merge each copy into the other; both must then have the same register."""
    found = []
    for here, there in ((ours, theirs), (theirs, ours)):
        with Project.open(here, "Анна") as project:
            merge_copy(project, there)
            found.append(list(Registers(project).register()))
        assert verify(here).findings == []
    return found[0] if found[0] == found[1] else []


def test_what_one_copy_did_comes_over(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with in_copy(theirs, "Борис") as there:
        there.change("add-source", add(OTHER), links("s_1", "a-3"))
        there.change("describe-source", describe(LUGIN, replace(LUGIN, role="мэр", name="Пётр Ильич Лугин")))
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, theirs)
        assert (report.sources, report.changed_sources, report.kept_sources) == (["П. Лугин"], ["Пётр Ильич Лугин"], [])
        assert report.changed
        assert linked(Registers(project)) == {"a-1": "s_1", "a-3": "s_1"}
        assert not merge_copy(project, theirs).changed
    after = both_ways(ours, theirs)
    assert {one.id: (one.name, one.role) for one in after} == {
        "s_1": ("Пётр Ильич Лугин", "мэр"), "s_2": ("П. Лугин", ""),
    }  # fmt: skip


def test_fields_that_both_changed_stay_ours_and_names_are_those_of_both(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with in_copy(theirs, "Борис") as there:
        there.change("describe-source", describe(LUGIN, replace(LUGIN, role="мэр", note="их", aliases=("Лугин", "ПЛ"))))
    with in_copy(ours, "Анна") as here:
        here.change("describe-source", describe(LUGIN, replace(LUGIN, role="губернатор", aliases=("Губернатор",))))
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, theirs)
        assert report.kept_sources == [("Пётр Лугин", "role")]
        (source,) = Registers(project).register()
        assert (source.role, source.note, source.aliases) == ("губернатор", "их", ("Губернатор", "ПЛ"))
        assert any(one.author == "Борис" for one in Registers(project).acts())
    assert verify(ours).findings == []


def test_merged_into_each_other_ours_stands_and_no_circle_is_made(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with in_copy(ours, "Анна") as here:
        here.change("add-source", add(OTHER))
    both_ways(ours, theirs)
    for path, kept, gone in ((ours, "s_1", "s_2"), (theirs, "s_2", "s_1")):
        with in_copy(path, "Анна") as one:
            one.change("merge-sources", merge(one.register(), kept, [gone]))
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, theirs)
        register = Registers(project).register()
        assert [register.resolve(name) for name in ("s_1", "s_2")] == [register.get("s_1")] * 2
        assert any(field == "merged" for _, field in report.kept_sources)
    assert verify(ours).findings == []


@pytest.mark.parametrize("removing_here", [True, False])
def test_a_source_that_one_copy_removed_and_the_other_linked_is_kept(
    copies: tuple[Path, Path], removing_here: bool
) -> None:
    ours, theirs = copies
    with in_copy(ours, "Анна") as here:
        here.change("add-source", add(OTHER))
    both_ways(ours, theirs)
    removing, linking = (ours, theirs) if removing_here else (theirs, ours)
    with in_copy(removing, "Анна") as one:
        one.change("remove-source", remove(one.register(), "s_2"))
    with in_copy(linking, "Анна") as one:
        one.change("link-source", [], links("s_2", "a-3"))
    with Project.open(ours, "Анна") as project:
        merge_copy(project, theirs)
        assert Registers(project).register().get("s_2") == OTHER
        assert linked(Registers(project))["a-3"] == "s_2"
    assert verify(ours).findings == []


@pytest.mark.parametrize("removing_here", [True, False])
def test_a_source_that_one_copy_removed_and_the_other_changed_is_kept(
    copies: tuple[Path, Path], removing_here: bool
) -> None:
    ours, theirs = copies
    with in_copy(ours, "Анна") as here:
        here.change("add-source", add(OTHER))
    both_ways(ours, theirs)
    removing, changing = (ours, theirs) if removing_here else (theirs, ours)
    with in_copy(removing, "Анна") as one:
        one.change("remove-source", remove(one.register(), "s_2"))
    changed = replace(OTHER, role="мэр")
    with in_copy(changing, "Борис") as one:
        one.change("describe-source", describe(OTHER, changed))
    with Project.open(ours, "Анна") as project:
        merge_copy(project, theirs)
        assert Registers(project).register().get("s_2") == changed
    assert verify(ours).findings == []


def test_a_source_that_nobody_else_touched_is_removed_everywhere(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with in_copy(ours, "Анна") as here:
        here.change("add-source", add(OTHER))
    both_ways(ours, theirs)
    with in_copy(theirs, "Борис") as there:
        there.change("remove-source", remove(there.register(), "s_2"))
    assert [one.id for one in both_ways(ours, theirs)] == ["s_1"]


def test_a_merge_is_taken_apart_with_the_links_that_each_had(path: Path) -> None:
    with two_articles(path) as (_, registers):
        registers.change("accept-sources", add(LUGIN), links("s_1", "a-1"))
        registers.change("accept-sources", add(OTHER), links("s_2", "a-3"))
        registers.change("merge-sources", merge(registers.register(), "s_1", ["s_2"]))
        register = registers.register()
        assert [one.id for one in register.listed()] == ["s_1"]
        assert (register.listed()[0].identifier, register.listed()[0].aliases) == ("Q7", ("Лугин", "П. Лугин"))
        assert linked(registers) == {"a-1": "s_1", "a-3": "s_2"}  # no article is touched
        assert len(registers.appearances(sources=["s_1", "s_2"])) == 2
        registers.change("part-source", part(register, "s_2"))
        assert [one.id for one in registers.register().listed()] == ["s_2", "s_1"]
        assert registers.register().get("s_1").aliases == ("Лугин",)  # type: ignore[union-attr]


# -- damage ------------------------------------------------------------------------------------------------------------


def spoil(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


@pytest.fixture
def registered(path: Path) -> Path:
    with two_articles(path) as (_, registers):
        registers.change("accept-sources", add(LUGIN), links("s_1", "a-1"))
        registers.change("add-source", add(OTHER))
        registers.change("describe-source", describe(LUGIN, replace(LUGIN, role="мэр")))
        registers.change("merge-sources", merge(registers.register(), "s_1", ["s_2"]))
    shutil.rmtree(folder_of(path), ignore_errors=True)
    return path


@pytest.mark.parametrize(
    ("harm", "lost"),
    [
        ("DELETE FROM source", ()),
        ("DELETE FROM source_log", ()),
        ("UPDATE source SET kind = 'x' WHERE id = 's_1'", ()),
        ("UPDATE source SET name = x'ff00' WHERE id = 's_1'", ()),
        ("UPDATE source SET role = 'вор' WHERE id = 's_1'", ("s_1 role",)),
        ("UPDATE source SET merged = 's_9' WHERE id = 's_2'", ("s_2 merged",)),
        ("UPDATE source_log SET becomes = 'x'", ()),
        ("UPDATE source_log SET uid = 'x' WHERE id = 2", ()),
        ("UPDATE source_log SET links = '[\"x\"]' WHERE id = 1", ()),
        ("DELETE FROM source WHERE id = 's_1'", ()),
    ],
)
def test_damage_is_found_and_repaired_with_every_source_kept(
    registered: Path, tmp_path: Path, harm: str, lost: tuple[str, ...]
) -> None:
    with Project.open(registered, "Анна") as project:
        before = {one.id: one for one in Registers(project).register()}
        project.wait_for_backup()
    shutil.rmtree(folder_of(registered), ignore_errors=True)
    spoil(registered, harm)
    assert verify(registered).findings
    out = tmp_path / "цел.citata"
    report = repair(registered, out)
    assert report.repaired
    assert verify(out).findings == []
    with Project.open(out, "Анна", read_only=True) as project:
        after = {one.id: one for one in Registers(project).register()}
        assert linked(Registers(project)) == {"a-1": "s_1", "a-3": None}
    differing = [f"{key} {field}" for key in before for field in Source.__struct_fields__
                 if getattr(before[key], field) != getattr(after[key], field)]  # fmt: skip
    assert sorted(differing) == sorted(lost)


def test_a_register_lost_with_its_log_comes_from_the_backup(registered: Path, tmp_path: Path) -> None:
    back_up_now(registered, "manual")
    before = register_of(registered)
    data = bytearray(registered.read_bytes())
    with contextlib.closing(sqlite3.connect(registered)) as db:
        roots = db.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('source', 'source_log')").fetchall()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    for (root,) in roots:
        data[(root - 1) * size : root * size] = b"\xa5" * size
    registered.write_bytes(data)
    out = tmp_path / "цел.citata"
    repair(registered, out)
    assert (verify(out).findings, register_of(out)) == ([], before)


def register_of(path: Path) -> list[Source]:
    with Project.open(path, "Анна", read_only=True) as project:
        return list(Registers(project).register())


def test_a_damaged_register_is_told_and_the_articles_open(registered: Path) -> None:
    spoil(registered, "UPDATE source SET aliases = '{'")
    with Project.open(registered, "Анна") as project:
        for ask in (Registers(project).register, lambda: Registers(project).change("add-source", add(LUGIN))):
            with pytest.raises(UserError) as caught:
                ask()
            assert caught.value.code == "file-damaged"
        assert isinstance(project.layer("a-1", "Анна"), Layer)
        assert Reviews(project).assignments() == []


def test_a_damaged_log_of_the_register_is_told_where_it_is_read(registered: Path) -> None:
    spoil(registered, "UPDATE source_log SET becomes = '{'")
    with Project.open(registered, "Анна") as project, pytest.raises(UserError) as caught:
        Registers(project).acts()
    assert caught.value.code == "file-damaged"


def test_a_damaged_actor_is_told_where_it_appears(registered: Path) -> None:
    spoil(registered, "UPDATE actor SET aliases = '{' WHERE id = 'a_x'")
    with Project.open(registered, "Анна") as project, pytest.raises(UserError) as caught:
        Registers(project).appearances("Анна")
    assert caught.value.code == "file-damaged"
