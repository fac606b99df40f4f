"""The table of formats by what each does: which files it is read of, what it is written to, what it cannot say."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.exchange.selection import Wanted, is_refused
from core.formats import FORMATS, Format, format_named, guess, readable
from core.formats.base import Options, Record, make_article
from core.model import Actor, Entity, Form, Quotation, Range, State
from core.model.layer import Layer
from core.store import Project
from tests.modules import loaded_anew
from tests.rich import rich_layer

READ_AS = {
    "jsonl": "jsonl", "ndjson": "jsonl", "doccano.jsonl": "jsonl", "json": "jsonl", "prodigy.jsonl": "jsonl",
    "spacy": "spacy", "ann": "brat", "xmi": "uima-xmi", "cas.json": "jsonl", "tsv": "webanno", "conll": "conll",
    "bio": "conll", "iob": "conll", "html": "html", "htm": "html", "xhtml": "html", "mhtml": "mhtml", "mht": "mhtml",
    "webarchive": "mhtml", "docx": "docx", "docm": "docx", "dotx": "docx", "doc": "text", "odt": "odt", "ott": "odt",
    "fodt": "odt", "rtf": "rtf", "pdf": "pdf", "eml": "eml", "msg": "msg", "csv": "table", "quotes.csv": "table",
    "xlsx": "table", "xlsm": "table", "parquet": "table", "zip": "zip", "txt": "text", "text": "text",
}  # fmt: skip
"""What an empty file of each name is read as: JSON, ``.doc`` and ``.txt`` are told by what they hold."""
UNREAD = ("xml", "tei.xml", "jsonld", "dataset", "png", "", "xjsonl", "docs")
WRITTEN_TO = {
    "jsonl": "out.jsonl", "doccano": "out.doccano.jsonl", "label-studio": "out.json", "prodigy": "out.prodigy.jsonl",
    "spacy": "out.spacy", "brat": "out.ann/", "uima-xmi": "out.xmi/", "uima-json": "out.cas.json/",
    "webanno": "out.tsv/", "conll": "out.conll", "quotes-csv": "out.quotes.csv", "quotes-xlsx": "out.xlsx",
    "quotes-parquet": "out.parquet", "tei": "out.tei.xml", "webannotation": "out.jsonld",
    "huggingface": "out.dataset/",
}  # fmt: skip
"""The name that each format is written under, a folder with ``/``."""
READ_ONLY = ("html", "mhtml", "docx", "odt", "rtf", "pdf", "eml", "msg", "table", "zip", "folder", "text")
WRITE_ONLY = ("quotes-csv", "quotes-xlsx", "quotes-parquet", "tei", "webannotation", "huggingface")
SAYS_NO_ORIGIN = {"doccano", "brat", "webanno", "conll", "tei"}
"""Formats in which a proposal would look as a person's work."""
EXTRAS = {
    "spacy": "spacy", "uima-xmi": "uima", "uima-json": "uima", "quotes-xlsx": "tables", "quotes-parquet": "tables",
    "huggingface": "tables", "html": "articles", "mhtml": "articles", "docx": "articles", "odt": "articles",
    "rtf": "articles", "pdf": "articles", "msg": "articles", "table": "tables",
}  # fmt: skip
"""The extra by which each format that needs more is installed."""
PACKAGES = {
    "spacy": "spacy", "uima-xmi": "dkpro-cassis", "uima-json": "dkpro-cassis", "quotes-xlsx": "openpyxl",
    "quotes-parquet": "pyarrow", "huggingface": "pyarrow", "html": "trafilatura, lxml and lxml_html_clean",
    "mhtml": "trafilatura, lxml and lxml_html_clean", "docx": "lxml", "odt": "lxml", "rtf": "striprtf and lxml",
    "pdf": "pypdfium2", "msg": "python-oxmsg", "table": "openpyxl and pyarrow",
}  # fmt: skip
ROOTS = ("spacy", "cassis", "openpyxl", "pyarrow", "trafilatura", "lxml", "striprtf", "pypdfium2", "oxmsg")
"""What those packages are imported as."""


def test_an_empty_file_is_read_by_its_name(tmp_path: Path) -> None:
    found = {}
    for suffix in (*READ_AS, *UNREAD):
        path = tmp_path / f"Имя.{suffix.upper() if len(suffix) % 2 else suffix}"
        path.write_bytes(b"")
        found[suffix] = guess(path).name, readable(path)
    assert found == {suffix: (name, True) for suffix, name in READ_AS.items()} | dict.fromkeys(UNREAD, ("text", False))
    assert guess(tmp_path).name == "folder"
    assert guess(tmp_path / "none.pdf").name == "pdf"


FIELDS: tuple[tuple[Any, str], ...] = (
    ({"format": "citata/1", "data": {}}, "jsonl"),
    ({}, "jsonl"),
    ([], "jsonl"),
    (7, "jsonl"),
    ([7], "jsonl"),
    ({"%FEATURE_STRUCTURES": [], "data": {}}, "uima-json"),
    ({"data": {}, "spans": []}, "label-studio"),
    ({"data": "x"}, "table"),
    ({"annotation_id": 1, "annotator": 2, "spans": []}, "label-studio"),
    ({"annotation_id": 1}, "table"),
    ({"annotator": 1}, "table"),
    ({"spans": [], "entities": []}, "prodigy"),
    ({"tokens": [], "label": []}, "prodigy"),
    ({"_task_hash": 5}, "prodigy"),
    ({"entities": None}, "doccano"),
    ({"label": []}, "doccano"),
    ({"labels": []}, "doccano"),
    ({"label": "x", "labels": []}, "table"),
    ({"labels": "x"}, "table"),
    ({"text": "x"}, "table"),
)
"""Fields of the first object, and what JSON with them is read as."""


@pytest.mark.parametrize("form", ["line", "array", "indented", "marked", "after an empty line"])
def test_json_is_told_by_the_fields_of_its_first_object(tmp_path: Path, form: str) -> None:
    path = tmp_path / "x.json"
    said = []
    for first, _ in FIELDS:
        lines = {
            "line": json.dumps(first) + '\n{"data": {}}\n',
            "array": json.dumps([first, {"data": {}}] if isinstance(first, dict) and first else first),
            "indented": json.dumps(first, indent=1) if isinstance(first, (dict, list)) else json.dumps(first),
            "marked": "\ufeff" + json.dumps(first),
            "after an empty line": "\n" + json.dumps(first),
        }
        path.write_text(lines[form], "utf-8")
        said.append((first, guess(path).name))
    assert said == list(FIELDS)


def test_json_whose_first_element_cannot_be_read_is_told_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    deep = "[" * 5000 + "]" * 5000
    for broken, name in ((f'[{deep}, {{"data": {{}}}}]', "label-studio"), ("[{", "jsonl"), (f"{{{deep}", "jsonl")):
        path.write_text(broken, "utf-8")
        assert guess(path).name == name, broken[:5]


def test_each_format_is_written_under_its_name_to_a_file_or_a_folder(tmp_path: Path) -> None:
    layer = rich_layer()
    made = {}
    for row in FORMATS:
        if row.writes:
            folder = tmp_path / row.name
            folder.mkdir()
            path = folder / f"out{row.suffixes[0]}"
            row.write(path, [Record(layer.article, layer)], Options())
            made[row.name] = path.name + ("/" if path.is_dir() else "")
            assert row.folder is path.is_dir(), row.name
    assert made == WRITTEN_TO


def test_what_is_only_read_is_not_written_and_the_other_way_about(tmp_path: Path) -> None:
    for code, only in (("format-write-only", WRITE_ONLY), ("format-read-only", READ_ONLY)):
        known = ", ".join(one.name for one in FORMATS if one.name not in only)
        for name in only:
            row = format_named(name)
            with pytest.raises(UserError) as caught:
                row.read(tmp_path / "x", Options()) if only is WRITE_ONLY else row.write(tmp_path / "x", [], Options())
            assert (caught.value.code, caught.value.facts) == (code, {"format": name, "known": known})
    assert {row.name for row in FORMATS if not row.reads} == set(WRITE_ONLY)
    assert {row.name for row in FORMATS if not row.writes} == set(READ_ONLY)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Open a project: by vera what nobody has settled, by olga a speaker whom the program guessed."""
    with Project.create(tmp_path_factory.mktemp("p") / "p.citata", "vera") as project:
        article = make_article("a", None, "Анна: «Да».")
        project.add_article(article)
        project.add_layer(
            Layer(article, "vera", [Entity(id="e1", label="PER", range=Range(0, 4), state=State.AUTO)]), "import"
        )
        said = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(6, 10),), speaker="a1", guessed=("speaker",))
        project.add_layer(Layer(article, "olga", [Actor(id="a1", name="Анна"), said]), "import")
        yield project


def refused(project: Project, *names: str) -> set[str]:
    wanted = Wanted(annotators=frozenset(names))
    return {row.name for row in FORMATS if row.writes and is_refused(project, row, wanted)}


def test_only_a_format_that_tells_proposals_from_work_takes_them(opened: Project) -> None:
    assert refused(opened, "vera") == SAYS_NO_ORIGIN
    assert refused(opened, "olga") == {row.name for row in FORMATS if row.writes} - {"jsonl"}


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_a_format_names_the_extra_that_brings_what_it_needs(row: Format) -> None:
    def is_wanted(name: str) -> bool:
        return name.partition(".")[0] in ROOTS or name.startswith("core.formats.")

    with loaded_anew(is_wanted):
        sys.modules.update(dict.fromkeys(ROOTS))  # type: ignore[arg-type]
        assert row.missing() == ()
        if row.name not in EXTRAS or row.name == "table":  # a table of text needs nothing
            assert row.module_loaded().__name__.startswith("core.formats.")
            return
        with pytest.raises(UserError) as caught:
            row.module_loaded()
    assert caught.value.facts == {"format": row.name, "package": PACKAGES[row.name], "extra": EXTRAS[row.name]}


def test_a_format_of_no_name_is_refused_with_the_names_that_there_are() -> None:
    with pytest.raises(UserError) as caught:
        format_named("odt ")
    known = str(caught.value.facts["known"]).split(", ")
    assert known == [*(name for name in WRITTEN_TO), *READ_ONLY]
    assert [format_named(name).name for name in known] == known
