"""The exchange format holds everything: golden file, gold files where they are, drawn layers, unknown fields."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.formats.base import Options, Record, Refused
from core.formats.jsonl import read_article, read_jsonl, read_record, write_jsonl, write_record
from core.model import Actor, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.layer import Layer
from core.model.text import canonical
from tests.acts import article_of, items
from tests.paths import DATA, ROOT

GOLD = sorted(Path(os.environ.get("CITATA_GOLD", ROOT.parent / "shared" / "gold")).glob("*.jsonl"))
HARD = 'аЁ «»„“".,!\n7Zе\u0308и\u0306\u00a0\u202f\u2028\u200d\ufe0f😀👩🇷🇺\U0001d54f\\\t\x7f'


def read(line: bytes) -> Record:
    return read_record(line, source="x.jsonl", line_number=1)


@pytest.mark.parametrize("path", [DATA / "exchange.jsonl", *GOLD], ids=lambda path: path.name)
def test_every_line_comes_back_as_the_same_object(path: Path) -> None:
    lines = path.read_bytes().splitlines()
    assert lines
    for line in lines:
        record = read(line)
        expected = json.loads(line)
        for actor in expected["actors"]:
            actor.setdefault("kind", None)  # left out is null
        for quotation in expected["quotations"]:
            quotation.setdefault("parent", None)
        assert json.loads(write_record(record.article, record.layer)) == expected


def test_the_golden_file_is_understood() -> None:
    factory, emoji, unknown, rejected, empty = (
        record for record in read_jsonl(DATA / "exchange.jsonl") if isinstance(record, Record)
    )
    first = factory.layer.quotation("q1")
    assert first.form is Form.DIRECT
    assert [factory.article.text[a:b] for a, b in first.ranges] == ["«Это победа", "и мы рады»"]
    assert factory.layer.quotation("q2").state is State.ACCEPTED
    assert factory.layer.quotation("q2").score == 1
    assert first.state is State.MANUAL, "an annotator's item without origin was made by hand"
    assert emoji.layer.quotation("q2").state is State.AUTO, "the auto layer's item without origin is a proposal"
    assert emoji.layer.quotation("q3").parent == "q2"
    assert unknown.layer.head == Head(
        status=Status.IN_REVIEW,
        note="проверить",
        flags=("unsure",),
        extra={"project": {"wave": 3}, "seen": [True, None, 1.5]},
    )
    assert unknown.layer.quotation("q1").extra["cue"] == {"lemma": "сказать"}
    assert [q.id for q in rejected.layer.quotations()] == ["q2"]
    assert rejected.layer.quotation("q1").state is State.REJECTED
    assert rejected.layer.quotation("q2").parent == "q1"
    assert empty.article.meta == {"url": "https://example.org/5"}


def test_other_programs_never_see_rejected_items() -> None:
    article = article_of("«Да», — сказал он.")
    outer = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 4),), state=State.REJECTED)
    inner = Quotation(id="q2", form=Form.DIRECT, ranges=(Range(1, 3),), parent="q1", extra={"mood": "calm"})
    layer = Layer(article, "anna", [outer, inner])
    out = json.loads(write_record(article, layer))
    assert [(q["id"], q["parent"], q["mood"]) for q in out["quotations"]] == [("q2", None, "calm")]
    assert out["rejected"]["parents"] == {"q2": "q1"}
    assert read(write_record(article, layer)).layer == layer


extras = st.dictionaries(
    st.sampled_from(["tone", "x y", "wikidata"]), st.none() | st.integers() | st.text("аб", max_size=3)
)
notes = st.text(alphabet=HARD, max_size=8)


@st.composite
def hard_layers(draw: st.DrawFn) -> Layer:
    """Draw a layer with every field that an item can have, over a text with all that shifts offsets."""
    text = canonical(draw(st.text(alphabet=HARD, min_size=4, max_size=60).filter(lambda text: not text.isspace())))
    dressed: list[Item] = []
    for item in draw(items(len(text))):
        note, extra = draw(notes), draw(extras)
        if isinstance(item, (Entity, Quotation)):
            rule = draw(st.none() | notes)
            flags = tuple(draw(st.lists(notes, max_size=2)))
            unsaid = draw(st.sampled_from([{}, {"origin_unsaid": True}]))
            item = replace(item, rule=rule, note=note, flags=flags, extra=extra | unsaid)
        elif isinstance(item, Actor):
            item = replace(item, note=note, extra=extra)
        dressed.append(item)
    head = Head(status=draw(st.sampled_from(list(Status))), note=draw(notes), extra=draw(extras))
    annotator = draw(st.sampled_from(["anna", "Вера", "auto"]))
    return Layer(
        replace(article_of(text), title=draw(st.none() | notes), meta={"источник": "x"}), annotator, [head, *dressed]
    )


@given(hard_layers())
def test_a_layer_comes_back_whole(layer: Layer) -> None:
    line = write_record(layer.article, layer)
    assert b"\n" not in line
    back = read(line)
    assert back.article == layer.article
    assert back.layer == layer
    assert write_record(back.article, back.layer) == line


@given(hard_layers())
def test_every_range_carries_its_own_text(layer: Layer) -> None:
    out = json.loads(write_record(layer.article, layer))
    text = out["text"]
    spans = [*out["entities"]]
    for quotation in out["quotations"]:
        spans += [*quotation["ranges"], quotation["cue"], quotation["speaker_mention"]]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans if span)


def test_guessed_fields_and_other_names_are_written_and_read_back() -> None:
    article = article_of("«Да», — сказал он.")
    somov = Actor(id="a1", name="Пётр Сомов", aliases=("Сомов",))
    marked = Quotation(
        id="q1",
        form=Form.DIRECT,
        ranges=(Range(0, 4),),
        cue=Range(8, 14),
        mention=Range(15, 17),
        speaker="a1",
        guessed=("cue", "mention", "speaker"),
        extra={"fields": {"tone": "manual"}},
    )
    entity = Entity(id="e1", label="PER", range=Range(15, 17), actor="a1", guessed=("actor",))
    layer = Layer(article, "anna", [somov, marked, entity])
    out = json.loads(write_record(article, layer))
    wanted = {"cue": "auto", "speaker_mention": "auto", "speaker": "auto", "tone": "manual"}
    assert out["quotations"][0]["fields"] == wanted
    assert out["quotations"][0]["origin"] == "manual"
    assert out["entities"][0]["fields"] == {"actor": "auto"}
    assert out["actors"][0]["aliases"] == ["Сомов"]
    assert read(write_record(article, layer)).layer == layer
    out["quotations"][0]["cue"] = None  # what is not there is nobody's guess
    back = read(json.dumps(out).encode()).layer.quotation("q1")
    assert back.guessed == ("mention", "speaker")


def test_files_are_written_whole_and_sorted(tmp_path: Path) -> None:
    article = article_of("Анна и Борис")
    late = Entity(id="e1", label="PER", range=Range(7, 12))
    early = Entity(id="e2", label="PER", range=Range(0, 4))
    actors = [Actor(id=f"a{n}", name="x") for n in (10, 9, 1)]
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    summary = write_jsonl(path, [Record(article, Layer(article, "anna", [late, early, *actors]))])
    out = json.loads(path.read_bytes())
    assert [e["id"] for e in out["entities"]] == ["e2", "e1"]
    assert [a["id"] for a in out["actors"]] == ["a1", "a9", "a10"]
    assert (summary.articles, summary.items, summary.lines()) == (1, 5, [])
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    article = article_of("Анна")

    def records() -> object:
        yield Record(article, Layer(article, "anna"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_jsonl(path, records())  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_a_bom_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    article = article_of("Анна")
    line = write_record(article, Layer(article, "anna"))
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\r\n  \n" + line)
    found = list(read_jsonl(path))
    assert [isinstance(record, Refused) for record in found] == [False, False]
    assert [record.line for record in found] == [1, 4]


def test_an_article_is_read_whatever_its_layer_holds() -> None:
    line = '{"format": "citata/1", "id": "x", "text": "Анна\\r\\nтут", "entities": "broken", "annotator": 7}'.encode()
    article = read_article(line, source="x.jsonl", line_number=1)
    assert (article.id, article.title, article.text, article.meta) == ("x", None, "Анна\nтут", {})


def test_what_may_be_left_out_is_filled() -> None:
    layer = read('{"format": "citata/1", "id": "x", "text": "Анна", "annotator": "a", "meta": null}'.encode()).layer
    assert (layer.head, dict(layer.items)) == (Head(), {})


@pytest.mark.parametrize("annotator", ["", '"annotator": "",', '"annotator": null,', '"annotator": "  ",'])
def test_a_record_that_names_no_annotator_gets_the_name_that_is_asked_for(tmp_path: Path, annotator: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f'{{"format": "citata/1", "id": "x", {annotator} "text": "Мост готов."}}\n', encoding="utf-8")
    (record,) = read_jsonl(path, Options(annotator="vera"))
    assert isinstance(record, Record)
    assert record.layer.annotator == "vera"
    (refusal,) = read_jsonl(path)
    assert isinstance(refusal, Refused)
    assert refusal.field == "annotator"


def test_another_fault_of_the_annotator_is_not_filled(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"format": "citata/1", "id": "x", "annotator": 5, "text": "Мост готов."}\n', encoding="utf-8")
    (refusal,) = read_jsonl(path, Options(annotator="vera"))
    assert isinstance(refusal, Refused)
    assert refusal.field == "annotator"
