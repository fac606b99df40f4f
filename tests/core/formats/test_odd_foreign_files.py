"""Foreign files as they come: other programs' own exports, damaged lines, and what they hold that we do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.formats import format_named
from core.formats.base import Options, Record, Refused
from core.model import Actor, Entity, Form, Quotation, Range, State
from core.model.layer import Layer
from tests.acts import article_of
from tests.paths import DATA

TEXT = "😀 Анна сказала: «Да»."


def read(name: str, path: Path, **options: Any) -> list[Record | Refused]:
    return list(format_named(name).read(path, Options(**options)))


def write_json(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def only(name: str, path: Path, **options: Any) -> Record:
    (found,) = read(name, path, **options)
    assert isinstance(found, Record), found
    return found


def refusal(name: str, path: Path, **options: Any) -> Refused:
    (found,) = read(name, path, **options)
    assert isinstance(found, Refused)
    return found


# -- doccano ---------------------------------------------------------------------------------------------------------


def test_doccano_s_plain_spans_are_read(tmp_path: Path) -> None:
    raw = {"id": 7, "text": TEXT, "label": [[2, 6, "PER"]], "Comments": [], "топик": 3, "none": None}
    record = only("doccano", write_json(tmp_path / "admin.jsonl", raw), annotator="boris")
    assert (record.article.id, record.article.meta, record.layer.annotator) == ("admin-7", {"топик": "3"}, "boris")
    assert [(e.label, e.range) for e in record.layer.entities()] == [("PER", Range(2, 6))]


@pytest.mark.parametrize(
    ("raw", "field", "words"),
    [
        ({"text": TEXT, "label": [[2, 6]]}, "label[0]", "length"),
        (
            {"text": TEXT, "entities": [{"label": "PER", "start_offset": "2"}]},
            "entities[0].start_offset",
            "Expected int",
        ),
        ({"text": TEXT, "entities": [{"label": "PER", "start_offset": 2}]}, "entities[0].end_offset", "missing"),
        ({"text": TEXT, "entities": {}}, "entities", "Expected array"),
        ({"text": 7}, "text", "Expected str"),
        ({"text": TEXT, "article": 5}, "article", "Expected str"),
        ({"text": TEXT, "label": [[2, 60, "PER"]]}, "", "does not lie in the text"),
        ([1], "", "Expected object"),
    ],
)
def test_doccano_s_faults_are_named(tmp_path: Path, raw: Any, field: str, words: str) -> None:
    found = refusal("doccano", write_json(tmp_path / "x.jsonl", raw))
    assert (found.line, found.field) == (1, field)
    assert words in found.reason


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"text": "x"\n{"text": "Анна", "labels": []}\n', encoding="utf-8")
    bad, good = read("doccano", tmp_path / "x.jsonl")
    assert isinstance(bad, Refused)
    assert "not a whole JSON object" in bad.reason
    assert isinstance(good, Record)
    bad, good = read("table", tmp_path / "x.jsonl")
    assert isinstance(bad, Refused)
    assert isinstance(good, Record)


# -- Label Studio ----------------------------------------------------------------------------------------------------


def region(region_id: str, label: str, start: Any, end: Any, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]}
    if isinstance(start, int) and isinstance(end, int):
        value["text"] = TEXT[start:end]
    return {"id": region_id, "type": "labels", "from_name": "label", "to_name": "text", "value": value, **more}


def name(region_id: str, said: str) -> dict[str, Any]:
    return {"id": region_id, "type": "textarea", "from_name": "actor", "value": {"start": 0, "end": 1, "text": [said]}}


def link(kind: str, source: str, target: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": source, "to_id": target, "labels": [kind]}


def task(*result: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": 3, "data": {"text": TEXT}, "annotations": [{"result": list(result), **more}]}


def test_a_project_annotated_in_label_studio_is_read(tmp_path: Path) -> None:
    made = task(
        region("r1", "direct", 16, 20, meta={"text": ["проверить"]}, score=0.5),
        region("r2", "cue", 7, 14),
        region("r3", "PER", 2, 6, meta={"text": "x", "state": "accepted"}),
        name("r1", "Анна Ёлкина"),
        name("r3", "Анна Ёлкина"),
        name("r2", " "),
        link("cue", "r2", "r1"),
        completed_by={"email": "vera@example.org"},
    )
    record = only("label-studio", write_json(tmp_path / "project-1.json", [made]))
    layer = record.layer
    assert (record.article.id, layer.annotator) == ("project-1-3", "vera@example.org")
    quotation = layer.quotation("r1")
    speaker = layer.actor(quotation.speaker)
    assert speaker is not None
    assert (quotation.cue, quotation.note, quotation.score, speaker.name) == (
        Range(7, 14),
        "проверить",
        0.5,
        "Анна Ёлкина",
    )
    assert [(e.actor, e.state) for e in layer.entities()] == [(speaker.id, State.ACCEPTED)]


def test_every_annotation_of_a_task_is_a_record_but_skipped_ones(tmp_path: Path) -> None:
    made = task(region("r1", "PER", 2, 6), completed_by=4)
    made["annotations"] += [{"result": [], "completed_by": 5}, {"result": [], "was_cancelled": True}]
    records = read("label-studio", write_json(tmp_path / "x.json", made))
    assert [one.layer.annotator for one in records if isinstance(one, Record)] == ["4", "5"]
    bare = {
        "data": {"text": TEXT, "id": "n-1"},
        "predictions": [{"result": [region("r", "LOC", 2, 6)], "model_version": "m"}],
    }
    record = only("label-studio", write_json(tmp_path / "x.json", [bare]))
    assert (record.article.id, record.layer.annotator, len(record.layer.entities())) == ("n-1", "m", 1)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ([7], "Expected object"),
        ([{"id": 1}], "Expected object"),
        ([{"data": {"text": None}}], "Expected str"),
        ([task(region("r1", "PER", "/p[1]/text()[1]", "/p[1]"))], "hypertext"),
        ([task({"type": "labels", "value": 7})], "Expected object"),
        ([{"data": {"text": TEXT, "actors": 7}, "annotations": []}], "Expected array"),
    ],
)
def test_label_studio_s_faults_are_named(tmp_path: Path, raw: Any, words: str) -> None:
    assert words in refusal("label-studio", write_json(tmp_path / "x.json", raw)).reason


def test_a_label_studio_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[{")
    with pytest.raises(UserError, match="not a whole JSON object"):
        read("label-studio", tmp_path / "x.json")


def test_predictions_and_the_configuration_are_written(tmp_path: Path) -> None:
    items = [
        Entity(id="e1", label="PER", range=Range(2, 6), actor="a1", state=State.AUTO, score=0.5, note="x"),
        Entity(id="e2", label="PER", range=Range(2, 6), state=State.AUTO, score=1.0),
        Actor(id="a1", name="Анна"),
    ]
    layer = Layer(article_of(TEXT), "auto", items)
    path = tmp_path / "x.json"
    format_named("label-studio").write(path, [Record(layer.article, layer)], Options(predictions=True))
    (found,) = json.loads(path.read_bytes())
    assert "annotations" not in found
    assert (found["predictions"][0]["model_version"], found["predictions"][0]["score"]) == ("auto", 0.75)
    assert '<Label value="PER"' in (tmp_path / "x.config.xml").read_text(encoding="utf-8")
    assert only("label-studio", path).layer.get("e1") == items[0]


# -- Prodigy ---------------------------------------------------------------------------------------------------------


def test_prodigy_s_own_records_are_read(tmp_path: Path) -> None:
    spans = [{"start": 16, "end": 20, "label": "direct", "token_start": 5}, {"start": 7, "end": 14, "label": "cue"}]
    relations = [{"head": 5, "child": 2, "head_span": spans[0], "child_span": spans[1], "label": "CUE"}]
    relations.append({"head": 5, "child": 2, "label": "nsubj"})
    raw = {"text": TEXT, "spans": spans, "relations": relations, "answer": "accept", "meta": {"source": "сайт", "n": 3}}
    record = only("prodigy", write_json(tmp_path / "db.jsonl", raw | {"_annotator_id": "db-vera"}))
    assert (record.article.id, record.layer.annotator) == ("db-1", "db-vera")
    assert record.article.meta == {"source": "сайт", "n": "3"}
    assert record.layer.quotations()[0].cue == Range(7, 14)
    assert record.notes == ("left out: 1 relation that links nothing of a quotation",)
    found = refusal("prodigy", write_json(tmp_path / "db.jsonl", raw | {"answer": "reject"}))
    assert "not accepted there (reject)" in found.reason


# -- brat ------------------------------------------------------------------------------------------------------------


def write_brat(folder: Path, ann: str, text: str = TEXT) -> Path:
    (folder / "док%2F1.txt").write_text(text, encoding="utf-8", newline="")
    (folder / "док%2F1.ann").write_text(ann, encoding="utf-8")
    return folder


def test_brat_s_own_lines_are_read_or_counted(tmp_path: Path) -> None:
    ann = (
        "T1\tdirect 16 18;19 20\t«Д »\nT2\tcue 7 14\tсказала\nT3\tPER 2 6\tАнна\n"
        "R1\tCue Arg1:T1 Arg2:T2\t\nE1\tSay:T2 Who:T3\nA1\tNegated E1\n*\tEquiv T2 T3\n"
        "#1\tAnnotatorNotes T1\tТочно ли так?\n#2\tAnnotatorNotes T2\tглагол\n#3\tAnnotatorNotes T3\tона же\n"
        "#4\tAnnotatorNotes R1\tсвязь\n#5\tAnnotatorNotes E1\tx\n#6\tAnnotatorNotes T3\tи ещё\n"
        "N1\tReference T3 Wikidata:Q7\tАнна Ёлкина\n"
    )
    record = only("brat", write_brat(tmp_path, ann))
    assert record.article.id == "док/1"
    assert record.layer.quotation("T1").ranges == (Range(16, 18), Range(19, 20))
    assert record.layer.quotation("T1").cue == Range(7, 14)
    actor = record.layer.actor(record.layer.entities()[0].actor)
    assert actor == Actor(id="Wikidata:Q7", name="Анна Ёлкина")
    assert record.layer.quotation("T1").note == "Точно ли так?\nсвязь\nглагол"
    assert record.layer.entities()[0].note == "она же\nи ещё"
    assert record.notes[0].startswith("left out: 4 lines of brat"), "event, attribute, equivalence, note on the event"
    assert only("brat", tmp_path / "док%2F1.ann", annotator="anna").layer.annotator == "anna"


@pytest.mark.parametrize(
    ("ann", "line", "words"),
    [
        ("T1\tPER 2 6\tАнна\nnonsense\n", 2, "not of brat's"),
        ("T1\tPER 2 6\tИнна\n", 0, "and the record says"),
        ("T1\tPER 2 99\tАнна\n", 0, "does not lie"),
        ("T1\tPER 2 4;5 6\tдругой длины\n", -1, ""),
    ],
)
def test_brat_s_faults_are_named(tmp_path: Path, ann: str, line: int, words: str) -> None:
    if line < 0:
        assert only("brat", write_brat(tmp_path, ann)).layer.entities()[0].range == Range(2, 6)
        return
    found = refusal("brat", write_brat(tmp_path, ann))
    assert (found.line, words in found.reason) == (line, True)


def test_a_brat_folder_needs_its_files(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no \.ann files"):
        read("brat", tmp_path)
    (tmp_path / "a.ann").write_text("")
    assert refusal("brat", tmp_path).error.code == "file-missing"


def test_brat_s_offsets_over_crlf_are_repaired(tmp_path: Path) -> None:
    write_brat(tmp_path, "T1\tPER 6 8\tЯн\n", "Анна\r\nЯн")
    assert "record-offsets-off" in refusal("brat", tmp_path).error.code
    assert only("brat", tmp_path, repair=True).layer.entities()[0].range == Range(5, 7)


def test_a_stretch_of_line_breaks_alone_is_left_out(tmp_path: Path) -> None:
    quotation = Quotation(id="q", form=Form.DIRECT, ranges=(Range(4, 5),), cue=Range(0, 4))
    layer = Layer(article_of("Анна\nЯн"), "anna", [quotation])
    summary = format_named("brat").write(tmp_path / "out", [Record(layer.article, layer)], Options())
    assert dict(summary.lines())["line breaks at the edges of spans"] == 1
    record = only("brat", tmp_path / "out")
    assert record.layer.annotations() == []


# -- UIMA ------------------------------------------------------------------------------------------------------------


def test_a_cas_without_our_types_is_read(tmp_path: Path) -> None:
    from cassis import Cas, TypeSystem

    types = TypeSystem()
    entity = types.create_type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    types.create_feature(entity, "value", "uima.cas.String")
    cas = Cas(typesystem=types, sofa_string=TEXT, sofa_mime="text/plain")
    cas.add(entity(begin=2, end=6, value="PER"))
    cas.to_xmi(tmp_path / "их.xmi")
    (tmp_path / "TypeSystem.xml").write_text(types.to_xml() or "", encoding="utf-8")
    record = only("uima-xmi", tmp_path / "их.xmi", annotator="boris")
    assert (record.article.id, record.layer.annotator) == ("их", "boris")
    assert [(e.label, e.range) for e in record.layer.entities()] == [("PER", Range(2, 6))]
    cas.to_json(tmp_path / "их.cas.json")
    assert len(only("uima-json", tmp_path / "их.cas.json").layer.entities()) == 1


@pytest.mark.parametrize("text", ["Анна\r\nтут", None, " "])
def test_a_cas_whose_text_is_not_canonical_is_refused(tmp_path: Path, text: str | None) -> None:
    from cassis import Cas

    from core.formats.uima import type_system

    cas = Cas(typesystem=type_system(), sofa_string=text, sofa_mime="text/plain")
    cas.to_json(tmp_path / "x.json")
    assert refusal("uima-json", tmp_path / "x.json").error.code in (
        "record-not-canonical",
        "record-field",
        "record-text-empty",
    )


def test_odd_features_of_a_cas_do_no_harm(tmp_path: Path) -> None:
    from cassis import Cas

    from core.formats.uima import ENTITY, RECORD, type_system

    types = type_system()
    cas = Cas(typesystem=types, sofa_string=TEXT, sofa_mime="text/plain")
    cas.add(types.get_type(ENTITY)(begin=2, end=6, value="PER", score="much", state="odd", actor="nobody"))
    cas.add(types.get_type(RECORD)(articleId="n", meta="{", status="odd"))
    cas.to_json(tmp_path / "x.json")
    record = only("uima-json", tmp_path / "x.json")
    (entity,) = record.layer.entities()
    assert (entity.score, entity.state, entity.actor, record.article.meta) == (None, State.MANUAL, None, {})


def test_a_folder_without_cas_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no \.xmi files"):
        read("uima-xmi", tmp_path)


def test_characters_that_xml_cannot_hold_are_counted(tmp_path: Path) -> None:
    layer = Layer(article_of("Анна\x0bтут"), "anna", [Entity(id="e", label="PER", range=Range(0, 4))])
    summary = format_named("uima-xmi").write(tmp_path / "out", [Record(layer.article, layer)], Options())
    assert dict(summary.lines()) == {"characters that XML cannot hold (replaced by U+FFFD)": 1}
    assert only("uima-xmi", tmp_path / "out").article.text == "Анна\ufffdтут"


# -- documents and tables --------------------------------------------------------------------------------------------


def test_an_encrypted_pdf_is_named(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "empty.pdf")
    with_password = PdfWriter(clone_from=tmp_path / "empty.pdf")
    with_password.encrypt("secret", algorithm="RC4-128")
    with_password.write(tmp_path / "locked.pdf")
    assert "no text layer" in str(refusal("pdf", tmp_path / "empty.pdf").error)
    assert "locked with a password" in str(refusal("pdf", tmp_path / "locked.pdf").error)


def test_a_cell_without_text_and_dates_in_cells(tmp_path: Path) -> None:
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["text", "published", None])
    book.active.append(["Анна тут", datetime.date(2031, 5, 4), 7])
    book.active.append([5, None, None])
    book.active.append([None, None, None])
    book.save(tmp_path / "x.xlsx")
    good, bad = read("table", tmp_path / "x.xlsx")
    assert isinstance(good, Record)
    assert good.article.meta["published"].startswith("2031-05-04")
    assert good.article.meta["column 3"] == "7"
    assert isinstance(bad, Refused)
    assert (bad.line, bad.field, bad.reason) == (3, "text", "the cell holds no text.")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"text\n\x00\x01", "encoding-unknown"),
        ("text\nümlaut ärger öde".encode("latin-1"), "encoding-unknown"),
    ],
)
def test_a_csv_file_that_is_none_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "x.csv").write_bytes(data)
    with pytest.raises(UserError) as caught:
        read("table", tmp_path / "x.csv")
    assert caught.value.code == code


def test_a_csv_in_the_wrong_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes("text\nАнна".encode("cp1251"))
    with pytest.raises(UserError, match="not a CSV table"):
        read("table", tmp_path / "x.csv", encoding="utf-8")
    with pytest.raises(UserError, match="no encoding that is known"):
        read("table", tmp_path / "x.csv", encoding="klingon")


@pytest.mark.parametrize(("module", "suffix"), [("tables_xlsx", ".xlsx"), ("tables_parquet", ".parquet")])
def test_a_table_names_the_package_it_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str, suffix: str
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, f"core.formats.{module}", None)
    with pytest.raises(UserError, match=r"citata\[tables\]"):
        read("table", tmp_path / f"x{suffix}")


def test_mails_and_pages_as_they_come(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    mail = tmp_path / "x.eml"
    mail.write_bytes(
        b"Subject: x\nDate: yesterday\nContent-Type: text/plain; charset=nope\n\n" + "Анна тут".encode("cp1251")
    )
    record = only("eml", mail)
    assert (record.article.text, record.article.meta["published"]) == ("Анна тут", "yesterday")
    mail.write_bytes(b"Content-Type: text/plain; charset=u\x00tf\n\n\xd0\x90\xff")
    assert only("eml", mail).article.text.startswith("А")
    mail.write_bytes(b"Content-Type: text/html\n\n<p>x</p>")
    monkeypatch.setitem(sys.modules, "core.formats.html", None)
    with pytest.raises(UserError, match=r"citata\[articles\]"):
        read("eml", mail)
    monkeypatch.undo()
    from core.formats.plain import BYTE_LIMIT

    page = tmp_path / "x.html"
    page.write_bytes(b"<p>" + b"a" * BYTE_LIMIT)
    assert refusal("html", page).error.code == "file-too-large"
    words = "Анна рассказала журналистам, что новый мост через реку откроют осенью. " * 5
    page.write_bytes(
        f"<html><head><meta charset=klingon></head><body><article><p>{words}</p></article>".encode("cp1251")
    )
    assert only("html", page).article.meta["encoding"] == "cp1251"
    page.write_bytes(f"<html><body><article><p>{words}</p></article>".encode() + b"\xff\x98\xff")
    assert words.strip() in only("html", page).article.text


def test_sentences_of_several_lines_and_odd_links_are_read(tmp_path: Path) -> None:
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Quotation|kind|speaker\n"
        "#T_RL=webanno.custom.QuotationLink|kind|BT_webanno.custom.Quotation\n\n#Text=Анна\n#Text=тут\n"
        "1-1\t0-4\tАнна\tdirect\t*\tcue\t9-9\t\n1-2\t5-8\tтут\t_\t_\t_\t_\t\n\n#Text=пусто\n"
    )
    (tmp_path / "x.tsv").write_text(content, encoding="utf-8")
    record = only("webanno", tmp_path / "x.tsv")
    assert record.article.text == "Анна\nтут"
    assert [q.cue for q in record.layer.quotations()] == [None]


def test_fragments_of_brat_that_touch_are_one(tmp_path: Path) -> None:
    record = only("brat", write_brat(tmp_path, "T1\tdirect 16 18;18 20\t«Д а»\n"))
    assert record.layer.quotation("T1").ranges == (Range(16, 20),)


def test_details_that_are_no_json_are_kept(tmp_path: Path) -> None:
    raw = {"text": TEXT, "entities": [], "details": "как есть"}
    assert only("doccano", write_json(tmp_path / "x.jsonl", raw)).article.meta == {"details": "как есть"}
    (tmp_path / "x.json").write_text('[{"text": "Анна"}, 7]', encoding="utf-8")
    with pytest.raises(UserError, match="not a whole JSON object"):
        read("table", tmp_path / "x.json")


def test_a_document_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    import zipfile

    for name, members in (
        ("a.docx", {}),
        ("b.docx", {"[Content_Types].xml": "<a/>"}),
        ("c.docx", {"[Content_Types].xml": "<"}),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        assert "is not a DOCX document" in str(refusal("docx", tmp_path / name).error)
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
    with pytest.raises(UserError, match="is not an Excel workbook"):
        read("table", tmp_path / "x.xlsx")


def test_a_long_or_damaged_pdf_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.formats import pdf

    monkeypatch.setattr(pdf, "PAGES_LIMIT", 0)
    source = DATA / "press.pdf"
    assert "1 pages" in str(refusal("pdf", source).error)
    monkeypatch.undo()
    damaged = tmp_path / "x.pdf"
    damaged.write_bytes(source.read_bytes().replace(b"/Pages ", b"/Pages [] %"))
    assert "is not a PDF document" in refusal("pdf", damaged).reason


def test_damaged_cas_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xmi").write_text("<a/>")
    assert refusal("uima-xmi", tmp_path / "x.xmi").error.code == "record-field"
    for content in ("{}", '{"%FEATURE_STRUCTURES": [{"%TYPE": "x.Y"}], "%TYPES": {}, "%VIEWS": {}}', "[]", "7"):
        (tmp_path / "x.json").write_text(content)
        assert refusal("uima-json", tmp_path / "x.json").error.code in ("file-format", "record-field")
    (tmp_path / "TypeSystem.xml").write_text("<a>")
    assert "well-formed XML" in refusal("uima-xmi", tmp_path / "x.xmi").reason


def test_annotations_of_other_types_are_counted_but_for_how_a_text_is_cut(tmp_path: Path) -> None:
    from cassis import Cas

    from core.formats.uima import type_system

    types = type_system()
    names = ("org.example.segmentation.Chunk", "org.example.metadata.Source", "org.example.Mood", "org.example.Topic")
    made = [types.create_type(name, supertypeName="uima.tcas.Annotation") for name in names]
    cas = Cas(typesystem=types, sofa_string=TEXT, sofa_mime="text/plain")
    for one in (*made, made[-1]):
        cas.add(one(begin=2, end=6))
    cas.to_json(tmp_path / "x.json")
    notes = only("uima-json", tmp_path / "x.json").notes
    assert sorted(notes) == [
        "left out: 1 annotation of org.example.Mood",
        "left out: 2 annotation of org.example.Topic",
    ]


def test_an_actor_that_is_no_name_in_label_studio_is_left_out(tmp_path: Path) -> None:
    value = {"start": 2, "end": 6, "labels": ["PER"]}
    region = {"id": "r", "type": "labels", "from_name": "label", "to_name": "text", "value": value}
    task = {"data": {"text": TEXT}, "annotations": [{"result": [{**region, "meta": {"actor": ["a1"]}}]}]}
    record = only("label-studio", write_json(tmp_path / "x.json", [task]))
    assert [(one.label, one.actor) for one in record.layer.entities()] == [("PER", None)]
