"""People and texts keep their identity through foreign tools; an empty judgement counts, an untouched one does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.exchange.choices import What
from core.exchange.layer_sources import collect, open_sources
from core.exchange.selection import preset
from core.exchange.transfer import Imported, export_project, import_files
from core.formats.base import Options, Record, make_article
from core.formats.jsonl import write_jsonl
from core.model import AUTO, Entity, Form, Quotation, Range, State, Status
from core.model.layer import Layer
from core.store import Project

TEXT = "Министр Олег Ступин пояснил: «Дорога закрыта»."
NAME, WORDS, CUE = Range(8, 19), Range(29, 45), Range(20, 27)


def made(tmp_path: Path) -> Project:
    """Make a project with one article and the proposals that it is given out with."""
    project = Project.create(tmp_path / "p.citata", "olga")
    article = make_article("art-1", None, TEXT)
    project.add_article(article)
    name = Entity(id="e1", label="PER", range=NAME, state=State.AUTO)
    said = Quotation(id="q1", form=Form.DIRECT, ranges=(WORDS,), cue=CUE, state=State.AUTO)
    project.add_layer(Layer(article, AUTO, [name, said]), "import")
    return project


def taken(project: Project, *paths: Path, **more: Any) -> Imported:
    done = import_files(project, paths, options=Options(schema=project.schema, **more))
    assert [refusal.reason for refusal in done.refused] == []
    return done


def written(path: Path, value: object) -> Path:
    lines = value if isinstance(value, list) and path.suffix == ".jsonl" else [value]
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def test_white_space_after_the_last_word_makes_no_other_text(tmp_path: Path) -> None:
    project = made(tmp_path)
    said = Quotation(id="q1", form=Form.DIRECT, ranges=(WORDS,), cue=CUE)
    for name, text in (("anna", f"{TEXT}\n"), ("boris", f"{TEXT} \n\n")):
        article = make_article("art-1", None, text)
        write_jsonl(tmp_path / f"{name}.jsonl", [Record(article, Layer(article, name, [said]))])
        taken(project, tmp_path / f"{name}.jsonl")
        layer = project.layer("art-1", name)
        assert layer is not None
        assert (layer.article.text, layer.quotation("q1")) == (TEXT, said)
    article = make_article("art-1", None, f"{TEXT} \n")
    over = Entity(id="e1", label="PER", range=Range(len(TEXT), len(TEXT) + 1))
    write_jsonl(tmp_path / "over.jsonl", [Record(article, Layer(article, "vera", [over]))])
    assert import_files(project, [tmp_path / "over.jsonl"]).refused, "it marks what is not there"


def label_studio(out: Path, folder: Path) -> list[Path]:
    tasks = json.loads(out.read_text(encoding="utf-8"))
    result = tasks[0].pop("annotations")[0]["result"]
    tasks[0]["annotations"] = [
        {"id": 1, "completed_by": {"id": 3, "email": "anna"}, "result": result},
        {"id": 2, "completed_by": {"id": 4, "email": "boris"}, "result": result[:1]},
    ]
    return [written(folder / "back.json", tasks)]


def doccano(out: Path, folder: Path) -> list[Path]:
    record = json.loads(out.read_text(encoding="utf-8"))
    return [written(folder / f"{name}.jsonl", [record | {"Comments": []}]) for name in ("anna", "boris")]


def prodigy(out: Path, folder: Path) -> list[Path]:
    record = json.loads(out.read_text(encoding="utf-8"))
    hashes = {"_input_hash": 7, "_timestamp": 1}
    people = [record | hashes | {"_annotator_id": name, "_session_id": name} for name in ("anna", "boris")]
    return [written(folder / "back.prodigy.jsonl", people)]


def folders(out: Path, folder: Path) -> list[Path]:
    for name in ("anna", "boris"):
        for file in (out / AUTO).iterdir():
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / file.name).write_bytes(file.read_bytes())
    if (out / "TypeSystem.xml").exists():
        (folder / "TypeSystem.xml").write_bytes((out / "TypeSystem.xml").read_bytes())
    return [folder]


@pytest.mark.parametrize(
    ("name", "file", "tool"),
    [
        ("label-studio", "x.json", label_studio),
        ("doccano", "x.doccano.jsonl", doccano),
        ("prodigy", "x.prodigy.jsonl", prodigy),
        ("brat", "x", folders),
        ("webanno", "x", folders),
        ("uima-xmi", "x", folders),
        ("uima-json", "x", folders),
    ],
)
def test_two_peoples_work_comes_back_beside_untouched_proposals(
    tmp_path: Path, name: str, file: str, tool: Any
) -> None:
    with made(tmp_path) as project:
        before = project.layer("art-1", AUTO)
        out = tmp_path / file
        export_project(project, out, format=name, wanted=preset(What.PROPOSALS))
        folder = tmp_path / "back"
        folder.mkdir()
        for path in tool(out, folder):
            format_ = name if path.is_dir() else None
            done = import_files(project, [path], format=format_, options=Options(schema=project.schema))
            assert done.refused == []
        assert project.article_count(AUTO) == 1
        assert project.layers_of("art-1") == ["anna", AUTO, "boris"]
        assert project.layer("art-1", AUTO) == before
        with open_sources(["anna", "boris"], project.path) as sources:
            assert collect(sources).articles == 1


def test_the_same_text_of_two_people_is_one_article(tmp_path: Path) -> None:
    record = {"id": 5, "text": TEXT, "Comments": ["спросить редактора"], "relations": []}
    span = {"id": 1, "label": "PER", "start_offset": 8.0, "end_offset": 19.0}
    files = [written(tmp_path / "d" / f"{name}.jsonl", [record | {"entities": [span]}]) for name in ("anna", "boris")]
    with Project.create(tmp_path / "p.citata", "olga") as project:
        assert len(taken(project, *files).articles) == 1
        assert project.layers_of("anna-5") == ["anna", "boris"]
        layer = project.layer("anna-5", "boris")
        assert layer is not None
        assert (layer.head.note, [e.range for e in layer.entities()]) == ("спросить редактора", [NAME])
        taken(project, files[0], annotator="vera")
        assert project.layers_of("anna-5") == ["anna", "boris", "vera"]


def task(*annotations: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": 1, "data": {"text": TEXT}, "annotations": list(annotations), **more}


def test_a_submitted_empty_task_is_a_judgement_and_a_skipped_one_is_none(tmp_path: Path) -> None:
    region = {"id": "r", "type": "labels", "value": {"start": 8.0, "end": 19.0, "text": TEXT[8:19], "labels": ["PER"]}}
    predicted = [{"model_version": "m", "result": [region]}]
    skipped = {"was_cancelled": True, "completed_by": 5, "result": []}
    tasks = [
        task({"completed_by": "anna", "result": [region]}, {"completed_by": "boris", "result": []}),
        {**task(skipped, predictions=predicted), "id": 2, "data": {"article": TEXT + " Да."}},
    ]
    with Project.create(tmp_path / "p.citata", "olga") as project:
        done = taken(project, written(tmp_path / "t.json", tasks))
        assert [note for _, note in done.notes] == ["left out: 1 annotation that was skipped there"]
        empty, proposed = project.layer("t-1", "boris"), project.layer("t-2", "m")
        assert empty is not None
        assert proposed is not None
        assert (empty.head.status, dict(empty.items)) == (Status.DONE, {})
        assert [(e.range, e.state) for e in proposed.entities()] == [(NAME, State.AUTO)]


def test_an_untouched_record_is_not_compared(tmp_path: Path) -> None:
    def record(number: int, annotator: str, **more: Any) -> dict[str, Any]:
        usual = {"format": "citata/1", "id": f"a{number}", "title": None, "text": f"{TEXT} {number}", "meta": {}}
        found = {"entities": [], "quotations": [], "actors": [], "status": "done"}
        return {**usual, "annotator": annotator, **found, **more}

    records = [record(1, "a"), record(1, "b"), record(2, "a"), record(2, "b", status="new")]
    path = written(tmp_path / "two.jsonl", records)
    with open_sources([f"{path}@a", f"{path}@b"]) as sources:
        assert collect(sources).articles == 1
    with Project.create(tmp_path / "p.citata", "olga") as project:
        taken(project, path)
        with open_sources(["a", "b"], project.path) as sources:
            assert collect(sources).articles == 1


def test_rows_of_json_min_are_tasks(tmp_path: Path) -> None:
    region = {"start": 8, "end": 19, "text": TEXT[8:19], "labels": ["PER"]}
    row = {"id": 11, "text": TEXT, "label": [region], "annotator": 1, "annotation_id": 5}
    with Project.create(tmp_path / "p.citata", "olga") as project:
        taken(project, written(tmp_path / "min.json", [row]))
        layer = project.layer("min-11", "1")
        assert layer is not None
        assert [e.range for e in layer.entities()] == [NAME]


def test_tags_of_bioes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text(
        "Министр O\nОлег B-PER\nИльич I-PER\nСтупин E-PER\nТверь S-LOC\nи O\nРжев U-LOC\n", encoding="utf-8"
    )
    with Project.create(tmp_path / "p.citata", "olga") as project:
        taken(project, path)
        layer = project.layer("x-1", "imported")
        assert layer is not None
        text = layer.article.text
        assert [text[slice(*e.range)] for e in layer.entities()] == ["Олег Ильич Ступин", "Тверь", "Ржев"]
