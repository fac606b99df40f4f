"""Files into a real project and out of it: lossless, all or nothing an article, refusals beside what goes in."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.exchange.preview import preview_export
from core.exchange.transfer import Split, Wanted, export_project, import_files, split_path, with_labels
from core.formats import FORMATS, Format, format_named
from core.formats.base import Options, Record
from core.formats.jsonl import read_jsonl
from core.model import Range, State, Status, edits
from core.model.layer import Layer
from core.store import Project
from tests.paths import GOLDEN


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "work.citata", "vera")


def record(article_id: str = "x", text: str = "Анна тут", **fields: Any) -> dict[str, Any]:
    entity = {"id": "e1", "label": "PER", "start": 0, "end": 4, "text": "Анна", "actor": None}
    usual = {"title": None, "meta": {}, "annotator": "anna", "status": "new", "quotations": [], "actors": []}
    return {"format": "citata/1", "id": article_id, "text": text, "entities": [entity], **usual, **fields}


def write(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_what_goes_in_comes_out_the_same(project: Project, tmp_path: Path) -> None:
    done = import_files(project, [GOLDEN])
    assert (len(done.articles), done.layers, done.known, done.refused) == (5, 5, 0, [])
    out = tmp_path / "out.jsonl"
    summary = export_project(project, out, wanted=Wanted(frozenset(project.annotators())))
    assert (summary.articles, summary.lines()) == (5, [])
    assert [json.loads(line) for line in out.read_bytes().splitlines()] == [
        json.loads(line) for line in GOLDEN.read_bytes().splitlines()
    ]
    again = import_files(project, [out])
    assert (again.articles, again.layers, again.known, again.refused) == ([], 0, 5, [])


def test_a_layer_that_differs_is_replaced_only_when_asked(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", record())
    import_files(project, [path])
    changed = write(tmp_path / "b.jsonl", record(status="done", entities=[]))
    done = import_files(project, [changed])
    assert [refused.error.code for refused in done.refused] == ["record-layer-differs"]
    assert (done.refused[0].source, done.refused[0].line) == (str(changed), 1)
    layer = project.layer("x", "anna")
    assert layer is not None
    assert len(layer.items) == 1
    done = import_files(project, [changed], replace_layers=True)
    assert (done.layers, done.refused) == (1, [])
    after = project.layer("x", "anna")
    assert after is not None
    assert (len(after.items), after.head.status) == (0, Status.DONE)
    last = project.history("x", "anna")[-1]
    back, _ = project.commit(after, last.edit.inverse(), undoes=last.id)
    assert back == layer


def test_an_article_with_another_text_is_refused_and_the_others_go_in(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", record(), record(text="Анна там"), record("y"))
    done = import_files(project, [path])
    assert done.articles == ["x", "y"]
    assert [(refused.line, refused.error.code) for refused in done.refused] == [(2, "record-article-differs")]


def test_an_unknown_label_is_refused_or_added(project: Project, tmp_path: Path) -> None:
    entity = record()["entities"][0] | {"label": "MEDIA"}
    path = write(tmp_path / "a.jsonl", record(entities=[entity]))
    done = import_files(project, [path])
    assert "MEDIA is not one of the project's (PER, ORG, LOC)" in done.refused[0].reason
    assert not project.has_article("x"), "all or nothing for an article"
    done = import_files(project, [path], add_labels=True)
    assert (done.articles, done.refused) == (["x"], [])
    assert project.schema.label("MEDIA") is not None
    with Project.open(project.path, "vera", read_only=True) as again:
        assert [label.id for label in again.schema.labels] == ["PER", "ORG", "LOC", "MEDIA"]


def test_labels_that_come_in_get_colours_and_keep_policies() -> None:
    from core.model.schema import check_schema, standard

    schema = with_labels(standard(), [f"L{n}" for n in range(9)])
    check_schema(schema, "x")
    assert len(schema.labels) == 12


def test_text_files_get_ids_from_their_names(project: Project, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = tmp_path / "пост.txt", tmp_path / "b" / "пост.txt"
    first.write_text("Первый текст", encoding="utf-8")
    second.write_bytes("Второй, совсем другой текст".encode("cp1251"))
    done = import_files(project, [first, second, first, tmp_path / "none.txt"])
    assert done.articles == ["пост", "пост-2"]
    assert done.known == 1
    assert project.article("пост-2").text == "Второй, совсем другой текст"
    assert ("пост-2", "read as cp1251") in done.notes
    assert [refused.error.code for refused in done.refused] == ["file-missing"]
    assert import_files(project, [second]).articles == []


def test_progress_can_cancel_and_the_rest_can_follow(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", *(record(f"x{n}") for n in range(50)))
    seen: list[int] = []

    def stop_at(number: int, what: str) -> bool:
        seen.append(number)
        return number < 40

    done = import_files(project, [path], progress=stop_at)
    assert done.cancelled
    assert (len(done.articles), seen[-1]) == (40, 40)
    rest = import_files(project, [path])
    assert (len(rest.articles), rest.known) == (10, 40)


def test_trouble_with_the_project_changes_nothing(project: Project, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", record())
    with Project.open(project.path, "ivan", read_only=True) as looking, pytest.raises(UserError):
        import_files(looking, [path])
    assert not project.has_article("x")
    with pytest.raises(UserError, match="no format of ours"):
        import_files(project, [path], format="nope")


def test_people_s_layers_are_exported_before_proposals(project: Project, tmp_path: Path) -> None:
    both = [record("x", annotator="auto"), record("x", annotator="anna", status="done"), record("y", annotator="auto")]
    import_files(project, [write(tmp_path / "a.jsonl", *both)])
    out = tmp_path / "out.jsonl"

    def exported(wanted: Wanted | None = None) -> list[tuple[str, str]]:
        export_project(project, out, wanted=wanted)
        records = [record for record in read_jsonl(out) if isinstance(record, Record)]
        return [(record.article.id, record.layer.annotator) for record in records]

    assert exported() == [("x", "anna"), ("y", "auto")]
    assert exported(Wanted(frozenset({"auto"}))) == [("x", "auto"), ("y", "auto")]
    assert exported(Wanted(statuses=frozenset({Status.DONE}))) == [("x", "anna")]
    assert exported(Wanted(articles=frozenset({"y"}))) == [("y", "auto")]
    for wanted in (Wanted(frozenset({"boris"})), Wanted(statuses=frozenset({Status.REVIEWED}))):
        with pytest.raises(UserError, match="Nothing to export: no layer fits"):
            export_project(project, out, wanted=wanted)
    assert out.exists(), "an export that finds nothing leaves the old file"


def test_an_edited_layer_comes_back_through_a_file(project: Project, tmp_path: Path) -> None:
    import_files(project, [write(tmp_path / "a.jsonl", record())])
    layer = project.layer("x", "anna")
    assert layer is not None
    layer, _ = project.commit(layer, edits.set_entity_range(layer, "e1", Range(0, 8)))
    layer, _ = project.commit(layer, edits.reject(layer, ["e1"]))
    out = tmp_path / "out.jsonl"
    numbers: list[int] = []
    export_project(project, out, progress=lambda number, what: numbers.append(number))
    assert numbers == [1]
    with Project.create(tmp_path / "other.citata", "vera") as other:
        import_files(other, [out], options=Options())
        assert other.layer("x", "anna") == layer


def test_an_empty_layer_is_only_its_article(project: Project, tmp_path: Path) -> None:
    import_files(project, [write(tmp_path / "a.jsonl", record(entities=[]))])
    assert project.layers_of("x") == []
    assert Layer(project.article("x"), "anna") == project.working_layer("x", "anna")


# -- what goes out ---------------------------------------------------------------------------------------------------


def out_of(project: Project, path: Path, **wanted: Any) -> dict[str, Layer]:
    export_project(project, path, wanted=Wanted(**wanted))
    return {record.article.id: record.layer for record in read_jsonl(path) if isinstance(record, Record)}


def test_items_are_chosen_by_state_label_and_score(project: Project, tmp_path: Path) -> None:
    import_files(project, [GOLDEN])
    out = tmp_path / "out.jsonl"
    states = out_of(project, out, states=frozenset({State.ACCEPTED, State.CORRECTED}))
    assert sorted(states["zavod-1"].items) == ["a2", "e1", "q2"]
    assert states["rejected-4"].items == {}
    labels = out_of(project, out, labels=frozenset({"PER", "mixed"}))
    assert sorted(labels["zavod-1"].items) == ["a1", "e0"]
    assert labels["emoji-2"].quotation("q3").parent is None, "its parent was not wanted"
    scores = out_of(project, out, min_score=0.8)
    assert sorted(scores["zavod-1"].items) == ["a1", "e0", "q1", "q2"]
    assert "q1" not in scores["emoji-2"].items


def test_a_chosen_item_moves_up_to_the_parent_that_is_there(project: Project, tmp_path: Path) -> None:
    text = "«А „Б ‚В‘“»"
    shapes = [("q1", 0, 11, "direct", None), ("q2", 3, 10, "mixed", "q1"), ("q3", 6, 9, "direct", "q2")]
    quotations = [
        {"id": i, "form": f, "ranges": [{"start": a, "end": b, "text": text[a:b]}], "parent": p}
        for i, a, b, f, p in shapes
    ]
    import_files(project, [write(tmp_path / "a.jsonl", record(text=text, entities=[], quotations=quotations))])
    found = out_of(project, tmp_path / "out.jsonl", labels=frozenset({"direct"}))["x"]
    assert found.quotation("q3").parent == "q1"


def test_articles_are_chosen_by_date_and_flag(project: Project, tmp_path: Path) -> None:
    import_files(project, [GOLDEN])
    out = tmp_path / "out.jsonl"
    assert list(out_of(project, out, since="2031-05-04", until="2031-05-04")) == ["zavod-1"]
    assert list(out_of(project, out, flags=frozenset({"unsure"}))) == ["unknown-3"]
    with pytest.raises(UserError, match="no layer fits since 2032 and until 2033"):
        out_of(project, out, since="2032", until="2033")


@pytest.mark.parametrize("date", ["09.12.2020", "9 декабря 2020 г.", "2020-12-09T10:00", "2020-12"])
def test_articles_are_chosen_by_a_date_however_it_is_written(project: Project, tmp_path: Path, date: str) -> None:
    import_files(project, [write(tmp_path / "a.jsonl", record(meta={"published": date}))])
    assert list(out_of(project, tmp_path / "out.jsonl", since="2020-11-30", until="2020-12-31")) == ["x"]
    for outside in ({"since": "2021-01-01"}, {"until": "2020-11-30"}):
        with pytest.raises(UserError, match="no layer fits"):
            out_of(project, tmp_path / "out.jsonl", **outside)


def test_a_split_is_by_article_and_the_same_for_a_seed(project: Project, tmp_path: Path) -> None:
    both = [record(f"x{n}", annotator=name) for n in range(20) for name in ("anna", "boris")]
    import_files(project, [write(tmp_path / "a.jsonl", *both)])
    summary = export_project(project, tmp_path / "out.jsonl", split=Split(seed=7))
    whole = export_project(project, tmp_path / "whole.jsonl")
    assert (summary.articles, summary.items, summary.lost) == (40, whole.items, whole.lost)
    assert summary.items > 0
    parts = {}
    for part in ("train", "dev", "test"):
        found = [one for one in read_jsonl(tmp_path / f"out.{part}.jsonl") if isinstance(one, Record)]
        parts[part] = {one.article.id for one in found}
        assert len(found) == 2 * len(parts[part])
    assert [len(ids) for ids in parts.values()] == [16, 2, 2]
    assert len(set.union(*parts.values())) == 20
    ids = [f"x{n}" for n in range(20)]
    assigned = Split(seed=7).assign(reversed(ids))
    assert {one for one, part in assigned.items() if part == "dev"} == parts["dev"]
    assert Split(seed=8).assign(ids) != assigned
    assert sorted(set(Split().assign(ids[:3]).values())) == ["dev", "test", "train"]
    export_project(project, tmp_path / "set", format="huggingface", split=Split(seed=7))
    assert sorted(path.stem for path in (tmp_path / "set" / "articles").iterdir()) == ["dev", "test", "train"]
    assert split_path(Path("a.quotes.csv"), "dev", format_named("quotes-csv")) == Path("a.dev.quotes.csv")
    with pytest.raises(UserError, match="Nothing to export"):
        export_project(project, tmp_path / "no.jsonl", wanted=Wanted(articles=frozenset()), split=Split())


def test_a_cancelled_export_leaves_the_old_file(project: Project, tmp_path: Path) -> None:
    import_files(project, [GOLDEN])
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    with pytest.raises(UserError, match="Stopped"):
        export_project(project, out, progress=lambda number, what: number < 2)
    assert out.read_text() == "old"


@pytest.mark.parametrize("row", [row for row in FORMATS if row.writes], ids=lambda row: row.name)
def test_every_format_writes_a_project_and_previews_it(project: Project, tmp_path: Path, row: Format) -> None:
    import_files(project, [GOLDEN])
    shown = preview_export(project, format=row.name)
    assert shown.articles == 5
    assert dict(shown.counts)["direct"] == 4
    assert dict(shown.counts)["layer anna"] == 4
    summary = export_project(
        project, tmp_path / f"out{row.suffixes[0]}", format=row.name, options=Options(unsettled=True)
    )
    assert (summary.articles, summary.lines()) == (5, shown.lost)
    assert shown.sample or row.name in ("spacy", "quotes-xlsx", "quotes-parquet")
    if row.reads:
        with Project.create(tmp_path / "other.citata", "vera") as other:
            done = import_files(other, [tmp_path / f"out{row.suffixes[0]}"], format=row.name, options=Options())
            assert (len(done.articles), done.refused) == (5, [])


def test_a_data_set_card_tells_the_agreement(project: Project, tmp_path: Path) -> None:
    export = tmp_path / "set"
    import_files(project, [write(tmp_path / "a.jsonl", record(annotator="anna"))])
    export_project(project, export, format="huggingface")
    assert "Not measured" in (export / "README.md").read_text(encoding="utf-8")
    import_files(project, [write(tmp_path / "b.jsonl", record("y", annotator="boris"))])
    export_project(project, export, format="huggingface")
    assert "Not measured" in (export / "README.md").read_text(encoding="utf-8"), "no article has two"
    import_files(project, [write(tmp_path / "c.jsonl", record(annotator="boris"))])
    export_project(project, export, format="huggingface")
    card = (export / "README.md").read_text(encoding="utf-8")
    assert "Of anna, boris on 1 article that" in card
    assert "| Entities, exact F1 | 1.0000 |" in card


@pytest.mark.parametrize("stops_at", [None, 1, 40])
def test_the_collector_runs_again_after_an_import_and_an_export_however_they_end(
    project: Project, tmp_path: Path, stops_at: int | None
) -> None:
    path = write(tmp_path / "many.jsonl", *[record(f"a-{number}", f"Анна тут {number}") for number in range(70)])
    assert gc.isenabled()
    import_files(project, [path], progress=lambda number, _: number != stops_at)
    assert gc.isenabled()
    assert project.article_count("anna") == (stops_at or 70)

    def bug(number: int, _: str) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        import_files(project, [write(tmp_path / "one.jsonl", record("b"))], progress=bug)
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        export_project(project, tmp_path / "out.jsonl", progress=bug)
    assert gc.isenabled()
