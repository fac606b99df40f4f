"""Shapes in which foreign tools write what people made: chains, views, nulls, token numbers, floats, escaped breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.exchange.transfer import import_files
from core.formats import format_named
from core.formats.base import Options, Record
from core.model import Form, Quotation, Range, State, Status, ranges_of
from core.store import Project

TEXT = "Врач Нина Серова сказала: «Грипп отступил»,\nно «маски, — добавила она, — останутся»."


def at(words: str) -> Range:
    start = TEXT.index(words)
    return Range(start, start + len(words))


def only(name: str, path: Path, **options: Any) -> Record:
    (found,) = format_named(name).read(path, Options(**options))
    assert isinstance(found, Record), found
    return found


def written(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


def quotation(record: Record, span: Range) -> Quotation:
    (found,) = [item for item in record.layer.quotations() if item.start == span.start]
    return found


# -- doccano ---------------------------------------------------------------------------------------------------------


def test_chains_of_doccano_s_relations_make_one_quotation(tmp_path: Path) -> None:
    words = ("Грипп отступил", "маски", "останутся", "сказала", "Нина Серова", "она")
    labels = ("direct", "direct", "direct", "cue", "PER", "speaker")
    entities = [
        {"id": 40.0 + n, "label": label, "start_offset": float(at(one).start), "end_offset": float(at(one).end)}
        for n, (label, one) in enumerate(zip(labels, words, strict=True))
    ]
    chain = [(40, 41, "part"), (41, 42, "part"), (40, 43, "cue"), (42, 45, "speaker"), (44, 45, "same-as")]
    relations = [{"id": n, "from_id": float(a), "to_id": b, "type": kind} for n, (a, b, kind) in enumerate(chain)]
    raw = {"id": 3, "text": TEXT, "entities": entities, "relations": relations, "cats": None}
    raw["Comments"] = [{"text": "проверить"}, "имя"]
    record = only("doccano", written(tmp_path / "olga.jsonl", raw))
    (found,) = record.layer.quotations()
    assert found.ranges == (at("Грипп отступил"), at("маски"), at("останутся"))
    assert (found.cue, found.mention) == (at("сказала"), at("она"))
    assert [(item.label, item.range) for item in record.layer.entities()] == [("PER", at("Нина Серова"))]
    assert record.layer.head.note == "проверить\nимя"
    assert record.notes == ("left out: 1 relation that links nothing of a quotation",)
    assert record.layer.annotator == "olga"


# -- Label Studio ----------------------------------------------------------------------------------------------------


def region(words: str, label: str, **more: Any) -> dict[str, Any]:
    start, end = at(words)
    return {"start": float(start), "end": float(end), "text": TEXT[start:end], "labels": [label], **more}


def test_rows_of_json_min_of_two_people_are_one_article(tmp_path: Path) -> None:
    rows = [
        {"id": 21, "article": TEXT, "names": [region("Нина Серова", "PER")], "said": [region("маски", "direct")],
         "annotator": 4, "annotation_id": 51, "created_at": "2026-01-12", "updated_at": "2026-01-12", "lead_time": 3.5},
        {"id": 21, "article": TEXT, "annotator": 7, "annotation_id": 52, "lead_time": 1.0},
        {"id": 22, "article": "Ничего."},
    ]  # fmt: skip
    path = tmp_path / "min.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    with Project.create(tmp_path / "p.citata", "vera") as project:
        done = import_files(project, [path], options=Options(schema=project.schema))
        assert done.refused == []
        assert project.layers_of("min-21") == ["4", "7"]
        first, second = project.layer("min-21", "4"), project.layer("min-21", "7")
        assert first is not None
        assert second is not None
        assert [ranges_of(item) for item in first.annotations()] == [(at("Нина Серова"),), (at("маски"),)]
        assert (second.head.status, second.annotations()) == (Status.DONE, [])
        assert project.layers_of("min-22") == []


def test_a_region_over_a_line_break_is_read_as_label_studio_writes_it(tmp_path: Path) -> None:
    span = Range(at("Грипп").start, at("маски").end)
    value = {
        "start": span.start,
        "end": span.end,
        "text": TEXT[slice(*span)].replace("\n", "\\n"),
        "labels": ["direct"],
    }
    made = {"completed_by": 3, "result": [{"id": "r", "type": "labels", "value": value}]}
    record = only(
        "label-studio", written(tmp_path / "t.json", {"id": 9, "data": {"text": TEXT}, "annotations": [made]})
    )
    assert record.layer.quotations()[0].ranges == (span,)


# -- Prodigy ---------------------------------------------------------------------------------------------------------


def prodigy(**more: Any) -> dict[str, Any]:
    found: list[tuple[str, str | None, int, int]] = [
        ("Грипп отступил", "direct", 6, 7), ("сказала", "cue", 3, 3), ("Нина Серова", "speaker", 1, 2),
        ("Врач", None, 0, 0),
    ]  # fmt: skip
    spans = [
        {"start": float(at(words).start), "end": float(at(words).end), "label": label, "token_start": float(first),
         "token_end": float(last), "kb_id": None}
        for words, label, first, last in found
    ]  # fmt: skip
    return {"text": TEXT, "_input_hash": 5, "_session_id": "news-olga", "answer": "accept", "spans": spans, **more}


def test_prodigy_s_token_numbers_and_null_labels(tmp_path: Path) -> None:
    links = [
        {"head": 7.0, "child": 3.0, "label": "CUE"},
        {"head": 1, "child": 6, "label": "speaker"},  # the first token of either, drawn the other way round
        {"head": 0, "child": 7, "label": None},
    ]
    record = only("prodigy", written(tmp_path / "db.jsonl", prodigy(relations=links)))
    found = quotation(record, at("Грипп отступил"))
    assert (found.cue, found.mention) == (at("сказала"), at("Нина Серова"))
    assert "left out: 1 span without a label" in record.notes
    assert record.layer.annotator == "news-olga"


# -- brat ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written_break", ["\\n", " "])
def test_a_span_over_a_line_break_is_read_however_its_words_are_written(tmp_path: Path, written_break: str) -> None:
    span = Range(at("Грипп").start, at("маски").end)
    words = TEXT[slice(*span)].replace("\n", written_break)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8", newline="")
    (tmp_path / "a.ann").write_text(f"T1\tdirect {span.start} {span.end}\t{words}\n", "utf-8", newline="")
    record = only("brat", tmp_path)
    assert record.layer.quotation("T1").ranges == (span,)


# -- CoNLL -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tags", [["B-PER", "L-PER", "U-PER", "O"], ["B-PER", "E-PER", "S-PER", "O"], ["B-PER", "I-PER", "B-PER", "O"]]
)
def test_names_that_touch_stay_two(tmp_path: Path, tags: list[str]) -> None:
    words = ("Нина", "Серова", "Олегу", "сказала")
    path = tmp_path / "x.conll"
    path.write_text("".join(f"{word} {tag}\n" for word, tag in zip(words, tags, strict=True)), "utf-8")
    record = only("conll", path)
    assert [record.article.text[slice(*item.range)] for item in record.layer.entities()] == ["Нина Серова", "Олегу"]


# -- CAS -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".xmi", ".json"])
def test_the_first_view_with_a_text_is_read_and_others_are_named(tmp_path: Path, suffix: str) -> None:
    from cassis import Cas

    from core.formats.uima import ENTITY, type_system

    types = type_system()
    cas = Cas(typesystem=types)
    for name, text in (("source", TEXT), ("перевод", "Dr. Nina Serova said that."), ("third", "Да.")):
        view = cas.create_view(name)
        view.sofa_string, view.sofa_mime = text, "text/plain"
        view.add(types.get_type(ENTITY)(begin=0, end=3, value="PER"))
    path = tmp_path / f"a{suffix}"
    cas.to_xmi(path) if suffix == ".xmi" else cas.to_json(path)
    record = only("uima-xmi" if suffix == ".xmi" else "uima-json", path)
    assert record.article.text == TEXT
    assert [item.range for item in record.layer.entities()] == [Range(0, 3)]
    assert record.notes == ("left out: 1 view перевод", "left out: 1 view third")


def test_forms_and_states_of_a_proposal_survive_a_person_s_null_fields(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 4, "label": "PER", "text": None, "id": None, "state": None, "score": None}]
    raw = {"text": TEXT, "spans": spans, "relations": None, "meta": None, "tokens": None}
    record = only("prodigy", written(tmp_path / "p.jsonl", raw))
    assert [(item.range, item.state) for item in record.layer.entities()] == [(Range(0, 4), State.MANUAL)]
    assert Form.DIRECT not in {item.form for item in record.layer.quotations()}
