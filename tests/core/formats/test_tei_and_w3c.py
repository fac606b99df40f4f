"""TEI XML and W3C Web Annotation: well-formed, nested, linked, with every span where it belongs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from core.formats import format_named
from core.formats.base import Options, Record, Summary
from core.formats.flat import Piece
from core.formats.jsonl import read_jsonl
from core.formats.tei import cut, tei_text
from core.model import Entity, Range
from core.model.layer import Layer
from tests.acts import article_of, items, spans
from tests.paths import GOLDEN

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def golden() -> list[Record]:
    return [record for record in read_jsonl(GOLDEN) if isinstance(record, Record)]


def test_the_corpus_says_who_said_what(tmp_path: Path) -> None:
    path = tmp_path / "out.xml"
    summary = format_named("tei").write(path, golden(), Options())
    root = etree.parse(path).getroot()
    assert root.tag == f"{TEI}teiCorpus"
    texts = root.findall(f"{TEI}TEI")
    assert [text.get("n") for text in texts] == [record.article.id for record in golden()]
    first = texts[0]
    said = first.findall(f".//{TEI}said")
    assert ["".join(part.itertext()) for part in said] == ["«Это победа", "и мы рады»", "«Линза» наняла сто человек"]
    assert said[0].get("next") == f"#{said[1].get(XML_ID)}"
    assert said[1].get("prev") == f"#{said[0].get(XML_ID)}"
    who = {one.get(XML_ID): one for one in first.iter(f"{TEI}person", f"{TEI}org")}
    assert "".join(who[said[0].get("who")[1:]].itertext()) == "Вера Лунина"
    assert said[0].get("ana") == "#direct"
    cue = first.find(f".//{TEI}seg[@type='cue']")
    assert cue is not None
    assert (cue.text, cue.get("corresp")) == ("сказала", f"#{said[0].get(XML_ID)}")
    person = first.find(f".//{TEI}persName[@ref]")
    assert person is not None
    assert ("".join(person.itertext()), who[person.get("ref")[1:]].tag) == ("Вера Лунина", f"{TEI}person")
    ids = [one.get(XML_ID) for one in root.iter() if one.get(XML_ID)]
    assert len(ids) == len(set(ids))
    assert dict(summary.lines())["unknown fields"] == 3


@settings(max_examples=80)
@given(data=st.data(), text=st.text(alphabet="аЁ \n«»<&\u00a0😀и\u0306\x0b", min_size=4, max_size=50))
def test_any_layer_is_well_formed_and_its_text_whole(data: st.DataObject, text: str) -> None:
    drawn = data.draw(items(len(text)))
    layer = Layer(replace(article_of(text, 'a "<&>'), title="<T>"), "анна", drawn)
    xml = "".join(tei_text(Record(layer.article, layer), "r1", Summary()))
    root = etree.fromstring(xml)
    body = root.find("text/body")
    assert body is not None
    lines = ["".join(p.itertext()) for p in body.findall("p")]
    assert [line for line in lines if line] == [line for line in text.replace("\x0b", "\ufffd").split("\n") if line]
    ids = {one.get(XML_ID) for one in root.iter()}
    for one in root.iter():
        for name in ("who", "ref", "next", "prev", "corresp"):
            assert all(target[1:] in ids for target in (one.get(name) or "").split())


@given(st.lists(spans(12), max_size=6))
def test_parts_nest_and_cover(drawn: list[Range]) -> None:
    pieces = [Piece(f"p{n}", "x", (span,)) for n, span in enumerate(drawn)]
    parts = cut(Range(2, 10), pieces)
    for one in parts:
        for other in parts:
            apart = one.end <= other.start or other.end <= one.start
            inside = one.start >= other.start and one.end <= other.end
            assert apart or inside or (other.start >= one.start and other.end <= one.end)
    for piece in pieces:
        covered = sorted({at for part in parts if part.piece is piece for at in range(part.start, part.end)})
        assert covered == [at for at in range(*piece.ranges[0]) if 2 <= at < 10]


def test_an_empty_corpus_is_well_formed(tmp_path: Path) -> None:
    format_named("tei").write(tmp_path / "x.xml", [], Options())
    assert len(etree.parse(tmp_path / "x.xml").getroot()) == 2


def test_web_annotations_select_by_position_and_quote(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonld"
    format_named("webannotation").write(path, golden(), Options())
    found = json.loads(path.read_bytes())
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    texts = {record.article.meta.get("url", record.article.id): record.article.text for record in golden()}
    annotations: list[dict[str, Any]] = found["first"]["items"]
    ids = {one["id"] for one in annotations}
    assert len(ids) == len(annotations)
    for one in annotations:
        if one["motivation"] == "linking":
            assert one["target"] in ids
            assert one["body"][1]["id"] in ids
            continue
        for target in one["target"]:
            position, quote = target["selector"]
            text = texts[target["source"].removeprefix("urn:citata:article:")]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) >= 0
    first = annotations[0]
    assert [len(one["target"]) for one in annotations if one["id"] == "urn:citata:zavod-1:anna#q1"] == [2]
    assert first["creator"]["name"] == "anna"
    names = [body.get("name") for one in annotations for body in one["body"] if body.get("purpose") == "identifying"]
    assert names.count("Вера Лунина") == 2
    kinds = [one["body"][0]["value"] for one in annotations if one["motivation"] == "linking"]
    assert sorted(set(kinds)) == ["cue", "parent", "speaker"]


def test_a_label_becomes_a_word_of_the_schema_and_no_articles_a_whole_corpus(tmp_path: Path) -> None:
    """What ``make peers`` validates by tei_all.rng: ``teidata.word`` has no separators and no invisible characters."""
    article = article_of("Мост у Лугани.", "m")
    entity = Entity(id="e", label="водный\u200d объект\ue000", range=Range(0, 4))
    xml = "".join(tei_text(Record(article, Layer(article, "анна", [entity])), "r1", Summary()))
    assert [one.get("type") for one in etree.fromstring(xml).findall("text//name")] == ["водный__объект_"]
    format_named("tei").write(tmp_path / "none.xml", [], Options())
    (text,) = etree.parse(tmp_path / "none.xml").getroot().findall(f"{TEI}TEI")
    assert [one.tag for one in text] == [f"{TEI}teiHeader", f"{TEI}text"]
