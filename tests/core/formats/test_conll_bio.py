"""CoNLL-2003 BIO: one flat layer of whole tokens, what it loses counted, foreign files read."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats.base import Options, Record, Refused
from core.formats.conll import read, write
from core.formats.jsonl import read_jsonl
from core.model import Entity, Form, Quotation, Range
from core.model.layer import Layer
from tests.acts import article_of
from tests.paths import GOLDEN


def covered(layer: Layer) -> list[tuple[str, str]]:
    text = layer.article.text
    return [(e.label, text[slice(*e.range)]) for e in layer.entities()]


def test_entities_there_and_back(tmp_path: Path) -> None:
    layers = [record.layer for record in read_jsonl(GOLDEN) if isinstance(record, Record)]
    summary = write(tmp_path / "out.conll", [Record(layer.article, layer) for layer in layers], Options())
    lines = (tmp_path / "out.conll").read_text(encoding="utf-8").split("\n")
    assert lines[:2] == ["-DOCSTART- -X- O O", ""]
    assert "Вера -X- _ B-PER" in lines
    assert "Лунина -X- _ I-PER" in lines
    back = [record.layer for record in read(tmp_path / "out.conll", Options()) if isinstance(record, Record)]
    assert [covered(layer) for layer in back] == [covered(layer) for layer in layers]
    assert [layer.article.id for layer in back][:2] == ["out-1", "out-2"]
    lost = dict(summary.lines())
    assert lost["quotations"] == 7
    assert lost["articles' white space (tokens joined by spaces)"] == 5


def test_quotations_there_and_back(tmp_path: Path) -> None:
    text = "«Да», — сказал Ян. Он добавил, что рад."
    parts = {
        name: Range(text.index(name), text.index(name) + len(name)) for name in ("«Да»", "сказал", "Ян", "что рад")
    }
    first = Quotation(id="q1", form=Form.DIRECT, ranges=(parts["«Да»"],), cue=parts["сказал"], mention=parts["Ян"])
    second = Quotation(id="q2", form=Form.INDIRECT, ranges=(parts["что рад"],), cue=Range(22, 29))
    layer = Layer(article_of(text), "anna", [first, second])
    write(tmp_path / "q.conll", [Record(layer.article, layer)], Options(part="quotations"))
    (record,) = read(tmp_path / "q.conll", Options(annotator="boris"))
    assert isinstance(record, Record)
    back, words = record.layer, record.article.text
    assert back.annotator == "boris"
    assert words == "« Да » , — сказал Ян .\nОн добавил , что рад ."

    def said(span: Range | None) -> str | None:
        return None if span is None else words[slice(*span)]

    found = [(q.form.value, said(q.ranges[0]), said(q.cue), said(q.mention)) for q in back.quotations()]
    assert found == [("direct", "« Да »", "сказал", "Ян"), ("indirect", "что рад", "добавил", None)]


def test_what_is_lost_is_counted(tmp_path: Path) -> None:
    spans = [Range(0, 8), Range(5, 8), Range(0, 2), Range(9, 11), Range(4, 5)]
    entities = [Entity(id=f"e{n}", label="A B", range=span) for n, span in enumerate(spans)]
    layer = Layer(article_of("Анна тут Ещё"), "anna", entities)
    summary = write(tmp_path / "x.conll", [Record(layer.article, layer)], Options())
    lost = dict(summary.lines())
    assert lost["spans behind others that they overlap"] == 2
    assert lost["spans grown to whole tokens"] == 1
    assert lost["spans without a token"] == 1
    assert "Анна -X- _ B-A_B" in (tmp_path / "x.conll").read_text(encoding="utf-8")


def test_iob1_and_files_without_docstart_are_read(tmp_path: Path) -> None:
    path = tmp_path / "их.conll"
    path.write_text("Анна NNP I-NP I-PER\nЁлкина NNP I-NP I-PER\nЯн X X B-PER\n\nНИИ X X I-ORG\n", encoding="utf-8")
    (record,) = read(path, Options())
    assert isinstance(record, Record)
    assert covered(record.layer) == [("PER", "Анна Ёлкина"), ("PER", "Ян"), ("ORG", "НИИ")]


@pytest.mark.parametrize(
    ("content", "line", "words"), [("Анна\n", 1, "no tag"), ("Анна O\nЯн X-PER\n", 2, "not of BIO")]
)
def test_a_damaged_line_is_named(tmp_path: Path, content: str, line: int, words: str) -> None:
    path = tmp_path / "x.conll"
    path.write_text(content + "\n-DOCSTART- -X- O O\n\nДа O\n", encoding="utf-8")
    refused, good = read(path, Options())
    assert isinstance(refused, Refused)
    assert (refused.line, words in refused.reason) == (line, True)
    assert isinstance(good, Record)
