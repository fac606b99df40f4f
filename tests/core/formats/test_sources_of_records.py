"""The register in ``citata/1``: an actor's source and the record's sources, written and read back as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.errors import UserError
from core.exchange.transfer import export_project, import_files
from core.formats.base import Record, make_article
from core.formats.jsonl import read_record, write_record
from core.formats.wire_sources import named_by
from core.model import Actor, ActorKind, Form, Quotation, Range, edits
from core.model.gender import Gender
from core.model.layer import Layer
from core.model.register import Register, Source, add, merge
from core.store import Links, Project, Registers

FULL = Source(
    id="s_1", name="Нина Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE, aliases=("Белова",), role="мэр",
    note="да", identifier="Q1", extra={"site": {"a": [1]}},
)  # fmt: skip
OLD = Source(id="s_2", name="Н. Белова", merged="s_1")
ARTICLE = make_article("a-1", "Мост", "«Мост откроют», — сказала Нина Белова.")


def layer(source: str | None = "s_2") -> Layer:
    actor = Actor(id="a_1", name="Нина Белова", kind=ActorKind.PERSON, source=source)
    return Layer(ARTICLE, "vera", [
        actor, Actor(id="a_2", name="никто"),
        Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(1, 13),), speaker="a_1"),
    ])  # fmt: skip


def read(line: bytes) -> Record:
    return read_record(line, source="f.jsonl", line_number=1)


def raw(line: bytes) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(line)
    return found


def test_a_record_has_the_sources_that_its_actors_name_and_those_they_became() -> None:
    used = named_by(layer(), Register([FULL, OLD, Source(id="s_3", name="Глеб Ершов")]))
    assert used == (FULL, OLD)
    line = write_record(ARTICLE, layer(), sources=used)
    assert raw(line)["actors"][0] == {"id": "a_1", "name": "Нина Белова", "kind": "person", "source": "s_2"}
    assert "source" not in raw(line)["actors"][1]
    assert raw(line)["sources"] == [
        {"id": "s_1", "name": "Нина Белова", "kind": "person", "gender": "feminine", "aliases": ["Белова"],
         "role": "мэр", "note": "да", "identifier": "Q1", "site": {"a": [1]}},
        {"id": "s_2", "name": "Н. Белова", "merged": "s_1"},
    ]  # fmt: skip
    back = read(line)
    assert (back.layer, back.sources, back.layer.head.extra) == (layer(), used, {})
    assert write_record(back.article, back.layer, sources=back.sources) == line


def test_without_links_a_record_is_as_it_was() -> None:
    line = write_record(ARTICLE, layer(None), sources=named_by(layer(None), Register([FULL])))
    assert b"source" not in line
    assert read(line).sources == ()


@pytest.mark.parametrize(
    "foreign", [["Голос"], {"a": 1}, "Голос", [{"id": 1, "name": "Н"}], [{"id": "s_1", "name": " "}],
                [{"id": "s_1", "name": "Н"}, {"id": "s_1", "name": "Н"}], [{"id": "s_1", "name": "Н", "kind": "кто"}]],
)  # fmt: skip
def test_what_is_not_ours_under_that_name_is_kept_as_it_is(foreign: object) -> None:
    given = raw(write_record(ARTICLE, layer(None))) | {"sources": foreign}
    given["actors"][0]["source"] = {"url": "https://example.org"}
    back = read(msgspec.json.encode(given))
    assert (back.sources, back.layer.head.extra) == ((), {"sources": foreign})
    assert back.layer.actor("a_1").source is None  # type: ignore[union-attr]
    assert raw(write_record(back.article, back.layer)) == given


def test_what_is_nested_too_deeply_is_refused() -> None:
    deep: object = "x"
    for _ in range(200):
        deep = [deep]
    for where in ("actor", "record", "source"):
        given = raw(write_record(ARTICLE, layer(), sources=(FULL, OLD)))
        if where == "actor":
            given["actors"][0]["source"] = deep
        elif where == "record":
            given["sources"] = deep
        else:
            given["sources"][0]["site"] = deep
        with pytest.raises(UserError) as caught:
            read(msgspec.json.encode(given))
        assert caught.value.code == "record-deep"


def make(path: Path) -> None:
    with Project.create(path, "vera") as project:
        project.add_article(ARTICLE)
        made = layer(None)
        project.commit(project.working_layer("a-1", "vera"), edits.fill(Layer(ARTICLE, "vera"), made.everything(), "x"))
        registers = Registers(project)
        registers.change("add-source", [*add(FULL), *add(Source(id="s_2", name="Н. Белова"))],
                         [Links("a-1", "vera", ("a_1",), "s_2")])  # fmt: skip
        registers.change("merge-sources", merge(registers.register(), "s_1", ["s_2"]))
        registers.change("add-source", add(Source(id="s_3", name="Глеб Ершов")))


def test_a_project_comes_back_with_its_register_in_another(tmp_path: Path) -> None:
    make(tmp_path / "a.citata")
    out = tmp_path / "a.jsonl"
    with Project.open(tmp_path / "a.citata", "vera", read_only=True) as project:
        export_project(project, out)
        register, there = Registers(project).register(), project.layer("a-1", "vera")
    with Project.create(tmp_path / "b.citata", "boris") as project:
        done = import_files(project, [out])
        assert (done.sources, done.articles, done.refused) == (2, ["a-1"], [])
        assert list(Registers(project).register()) == [one for one in register if one.id != "s_3"]
        assert project.layer("a-1", "vera") == there
        assert [(act.name, len(act.edits)) for act in Registers(project).acts()] == [("import-sources", 2)]
        again = import_files(project, [out])
        assert (again.sources, again.known) == (0, 1)
        export_project(project, tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").read_bytes() == out.read_bytes()


def test_what_the_register_has_of_a_source_stays_and_a_lost_target_is_no_redirect(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.citata", "vera") as project:
        Registers(project).change("add-source", add(Source(id="s_1", name="Нина")))
        lost = Source(id="s_4", name="Н.", merged="s_9")
        (tmp_path / "a.jsonl").write_bytes(write_record(ARTICLE, layer(), sources=(FULL, OLD, lost)))
        assert import_files(project, [tmp_path / "a.jsonl"]).sources == 2
        register = Registers(project).register()
        assert [(one.id, one.name, one.merged) for one in register] == [
            ("s_1", "Нина", None), ("s_2", "Н. Белова", "s_1"), ("s_4", "Н.", None),
        ]  # fmt: skip


def test_other_formats_say_that_links_are_lost(tmp_path: Path) -> None:
    make(tmp_path / "a.citata")
    with Project.open(tmp_path / "a.citata", "vera", read_only=True) as project:
        for row in ("brat", "conll", "tei", "quotes-csv"):
            done = export_project(project, tmp_path / row, format=row)
            assert dict(done.lines())["links of actors to the register"] == 1, row
