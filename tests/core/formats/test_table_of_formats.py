"""The table of formats: by which names files are read and written, what is to be installed, what each one holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.cli.export import written_as
from core.errors import UserError
from core.formats import FORMATS, Format, format_named, guess, readable
from core.formats.base import Options

READ = {
    "jsonl": "a.jsonl a.ndjson a.JSONL a.json",
    "uima-xmi": "a.xmi",
    "spacy": "a.spacy",
    "brat": "a.ann",
    "webanno": "a.tsv",
    "conll": "a.conll a.bio a.iob",
    "html": "a.html a.htm a.xhtml a.HTML",
    "mhtml": "a.mhtml a.mht a.webarchive",
    "docx": "a.docx a.docm a.dotx",
    "odt": "a.odt a.ott a.fodt",
    "rtf": "a.rtf",
    "pdf": "a.pdf",
    "eml": "a.eml",
    "msg": "a.msg",
    "table": "a.csv a.quotes.csv a.xlsx a.xlsm a.parquet",
    "zip": "a.zip",
    "text": "a.txt a.text a.doc",
}
"""What a file with that name and one line of nothing special is read as."""
UNREAD = "a.jpg a.xml a.tei.xml a.jsonld a.dataset a.xls a.md a.docx~ a.txt.bak a"


def test_a_file_is_read_by_what_its_name_ends_in(tmp_path: Path) -> None:
    found = {}
    for names in READ.values():
        for name in names.split():
            (tmp_path / name).write_text("Паром\n", "utf-8")
            assert readable(tmp_path / name), name
            found[name] = guess(tmp_path / name).name
    assert found == {name: format for format, names in READ.items() for name in names.split()}


def test_kinds_that_are_not_read_are_text_only_where_they_are_asked_for(tmp_path: Path) -> None:
    for name in UNREAD.split():
        (tmp_path / name).write_text("Паром\n", "utf-8")
        assert not readable(tmp_path / name), name
        assert guess(tmp_path / name).name == "text"
    (tmp_path / "a.pdf").unlink(missing_ok=True)
    (tmp_path / "a.pdf").mkdir()
    assert guess(tmp_path / "a.pdf").name == "folder"


WRITTEN = [
    ("jsonl", ".jsonl", "file, lossless"),
    ("doccano", ".doccano.jsonl", "file, origin lost"),
    ("label-studio", ".json", "file"),
    ("prodigy", ".prodigy.jsonl", "file"),
    ("spacy", ".spacy", "file"),
    ("brat", ".ann", "folder, origin lost"),
    ("uima-xmi", ".xmi", "folder"),
    ("uima-json", ".cas.json", "folder"),
    ("webanno", ".tsv", "folder, origin lost"),
    ("conll", ".conll", "file, origin lost"),
    ("quotes-csv", ".quotes.csv", "file"),
    ("quotes-xlsx", ".xlsx", "file"),
    ("quotes-parquet", ".parquet", "file"),
    ("tei", ".tei.xml", "file, origin lost"),
    ("webannotation", ".jsonld", "file"),
    ("huggingface", ".dataset", "folder"),
]


def test_what_is_written_where_and_whose_word_it_holds() -> None:
    said = []
    for row in FORMATS:
        if row.writes:
            words = ["folder" if row.folder else "file", *(["lossless"] if row.lossless else [])]
            said.append(
                (row.name, row.suffixes[0], ", ".join([*words, *([] if row.holds_origin else ["origin lost"])]))
            )
    assert said == WRITTEN
    assert not [row.name for row in FORMATS if not row.writes and (row.folder or row.lossless or not row.holds_origin)]


def test_the_name_of_what_is_written_asks_for_its_format() -> None:
    asked = [f"out{suffix}" for row in FORMATS if row.writes for suffix in row.suffixes]
    assert [(name.removeprefix("out"), written_as(Path(name))) for name in [*asked, "out.CSV", "out", "out.txt"]] == [
        (".jsonl", "jsonl"),
        (".ndjson", "jsonl"),
        (".doccano.jsonl", "doccano"),
        (".json", "label-studio"),
        (".prodigy.jsonl", "prodigy"),
        (".spacy", "spacy"),
        (".ann", "brat"),
        (".xmi", "uima-xmi"),
        (".cas.json", "uima-json"),
        (".tsv", "webanno"),
        (".conll", "conll"),
        (".bio", "conll"),
        (".iob", "conll"),
        (".quotes.csv", "quotes-csv"),
        (".csv", "quotes-csv"),
        (".xlsx", "quotes-xlsx"),
        (".parquet", "quotes-parquet"),
        (".tei.xml", "tei"),
        (".xml", "tei"),
        (".jsonld", "webannotation"),
        (".dataset", "huggingface"),
        (".CSV", "quotes-csv"),
        ("", "jsonl"),
        (".txt", "jsonl"),
    ]


INSTALLED = {
    "spacy": ("spacy", "spacy"),
    **dict.fromkeys(("uima-xmi", "uima-json"), ("dkpro-cassis", "uima")),
    "quotes-xlsx": ("openpyxl", "tables"),
    **dict.fromkeys(("quotes-parquet", "huggingface"), ("pyarrow", "tables")),
    **dict.fromkeys(("html", "mhtml"), ("trafilatura, lxml and lxml_html_clean", "articles")),
    **dict.fromkeys(("docx", "odt"), ("lxml", "articles")),
    "rtf": ("striprtf and lxml", "articles"),
    "pdf": ("pypdfium2", "articles"),
    "msg": ("python-oxmsg", "articles"),
    "table": ("openpyxl and pyarrow", "tables"),
}


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_where_a_reader_cannot_be_loaded_its_package_and_extra_are_told(row: Format, tmp_path: Path) -> None:
    absent = replace(row, module="none_of_ours", reads=True, writes=True)
    for act in (lambda: absent.read(tmp_path / "x", Options()), lambda: absent.write(tmp_path / "x", [], Options())):
        if row.name not in INSTALLED:
            with pytest.raises(ImportError):
                act()
            continue
        with pytest.raises(UserError) as told:
            act()
        package, extra = INSTALLED[row.name]
        assert (told.value.code, told.value.facts) == (
            "format-needs-extra",
            {"format": row.name, "package": package, "extra": extra},
        )
    assert row.missing() == ()
    assert row.module_loaded() is format_named(row.name).module_loaded()


def test_the_sentence_for_a_format_that_is_none_names_all_in_their_order() -> None:
    read_only = ["html", "mhtml", "docx", "odt", "rtf", "pdf", "eml", "msg", "table", "zip", "folder", "text"]
    write_only = ["quotes-csv", "quotes-xlsx", "quotes-parquet", "tei", "webannotation", "huggingface"]
    both = ["jsonl", "doccano", "label-studio", "prodigy", "spacy", "brat", "uima-xmi", "uima-json", "webanno", "conll"]
    with pytest.raises(UserError) as told:
        format_named("nope")
    assert told.value.facts == {"format": "nope", "known": ", ".join([*both, *write_only, *read_only])}
    for name in write_only:
        with pytest.raises(UserError) as told:
            format_named(name).read(Path("x"), Options())
        assert (told.value.code, told.value.facts) == (
            "format-write-only",
            {"format": name, "known": ", ".join([*both, *read_only])},
        )
    for name in read_only:
        with pytest.raises(UserError) as told:
            format_named(name).write(Path("x"), [], Options())
        assert (told.value.code, told.value.facts) == (
            "format-read-only",
            {"format": name, "known": ", ".join([*both, *write_only])},
        )


@pytest.mark.parametrize(
    ("name", "line", "format"),
    [
        ("a.json", '[{"a": 1}, ' + "[" * 5000, "table"),
        ("a.json", f'[{"[" * 5000}{"]" * 5000}, {{"spans": []}}]', "prodigy"),
        ("a.json", "[" + "[" * 5000, "jsonl"),
        ("a.json", '{"text": ' + "[" * 5000, "jsonl"),
        ("a.json", '{"text": "x", "%FEATURE_STRUCTURES": ' + "[" * 5000, "uima-json"),
        ("a.json", '[{"text": "x", "entities": []}, {"text": nonsense}]', "doccano"),
        ("a.json", "[nonsense]", "jsonl"),
        ("a.json", b"[\xff]", "jsonl"),
        ("a.json", "[]", "jsonl"),
        ("a.json", "[7]", "jsonl"),
        ("a.json", "7", "jsonl"),
        ("a.json", "{}", "jsonl"),
        ("a.json", '\n\n{"format": "citata", "data": {}}', "jsonl"),
        ("a.json", '{"data": {}}', "label-studio"),
        ("a.json", '{"data": 7, "x": 1}', "table"),
        ("a.json", '{"annotation_id": 1, "text": ""}', "table"),
        ("a.json", '{"annotator": 1, "text": ""}', "table"),
        ("a.json", '{"spans": []}', "prodigy"),
        ("a.json", '{"_task_hash": 1}', "prodigy"),
        ("a.json", '{"entities": 1}', "doccano"),
        ("a.json", '{"label": []}', "doccano"),
        ("a.json", '{"labels": []}', "doccano"),
        ("a.json", '{"label": "news"}', "table"),
        ("a.json", '{"label": "news", "labels": []}', "table"),
        ("a.json", '{\n"spans": []}', "prodigy"),
        ("a.json", '[\n{"spans": []}]', "prodigy"),
        ("a.jsonl", '{"spans": []}\n{"entities": []}', "prodigy"),
        ("a.jsonl", '\ufeff{"spans": []}\nnonsense', "prodigy"),
        ("a.jsonl", '\ufeff\n{"spans": []}', "prodigy"),
        ("a.ndjson", '{"text": "x"}', "table"),
    ],
)
def test_json_is_told_by_the_fields_of_its_first_object(
    tmp_path: Path, name: str, line: str | bytes, format: str
) -> None:
    (tmp_path / name).write_bytes(line if isinstance(line, bytes) else line.encode())
    assert guess(tmp_path / name).name == format
