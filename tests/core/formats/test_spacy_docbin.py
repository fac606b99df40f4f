"""DocBin there and back: pieces on token edges come back, the others are counted; foreign Docs give their entities."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from core.errors import UserError
from core.formats.base import Options, Record
from core.formats.jsonl import read_jsonl
from core.formats.spacy_docbin import HOLDS, MISALIGNED, make_doc, read, write
from core.model import Entity, Range
from core.model.layer import Layer
from tests.acts import article_of
from tests.meaning import meaning
from tests.paths import GOLDEN

VOCAB = spacy.blank("ru").vocab


@given(st.text(alphabet="аЁ «»\n\u00a0\u2028😀👩\u200d,", max_size=30))
def test_our_tokens_rebuild_any_text(text: str) -> None:
    assert make_doc(VOCAB, text).text == text


def test_the_golden_articles_survive(tmp_path: Path) -> None:
    layers = [record.layer for record in read_jsonl(GOLDEN) if isinstance(record, Record)]
    path = tmp_path / "out.spacy"
    summary = write(path, [Record(layer.article, layer) for layer in layers], Options())
    assert summary.lost[MISALIGNED] == 0
    back = [record.layer for record in read(path, Options()) if isinstance(record, Record)]
    assert [meaning(layer, HOLDS) for layer in back] == [meaning(layer, HOLDS) for layer in layers]
    assert [layer.annotator for layer in back] == [layer.annotator for layer in layers]


def test_spans_inside_tokens_are_counted(tmp_path: Path) -> None:
    layer = Layer(article_of("Анна тут"), "anna", [Entity(id="e1", label="PER", range=Range(0, 2))])
    summary = write(tmp_path / "x.spacy", [Record(layer.article, layer)], Options())
    assert dict(summary.lines()) == {MISALIGNED: 1}


def test_spacy_itself_finds_the_groups(tmp_path: Path) -> None:
    layers = [record.layer for record in read_jsonl(GOLDEN) if isinstance(record, Record)]
    write(tmp_path / "out.spacy", [Record(layer.article, layer) for layer in layers], Options())
    doc = next(iter(DocBin().from_disk(tmp_path / "out.spacy").get_docs(VOCAB)))
    assert [(span.text, span.label_) for span in doc.ents] == [("Вера Лунина", "PER"), ("Линза", "ORG")]
    assert [span.text for span in doc.spans["quotations"]] == [
        "«Это победа",
        "и мы рады»",
        "«Линза» наняла сто человек",
    ]
    assert [span.text for span in doc.spans["cues"]] == ["сказала", "По словам"]


def test_a_foreign_doc_gives_its_entities(tmp_path: Path) -> None:
    doc = make_doc(VOCAB, "Анна тут")
    doc.ents = [doc.char_span(0, 4, label="PER")]
    DocBin(docs=[doc]).to_disk(tmp_path / "theirs.spacy")
    (record,) = read(tmp_path / "theirs.spacy", Options())
    assert isinstance(record, Record)
    assert record.article.id == "theirs-1"
    assert [(e.label, e.range) for e in record.layer.entities()] == [("PER", Range(0, 4))]
    bad = make_doc(VOCAB, "Анна\rтут")
    DocBin(docs=[bad]).to_disk(tmp_path / "bad.spacy")
    (refused,) = read(tmp_path / "bad.spacy", Options())
    assert "carriage returns" in refused.reason  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\x78\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_docbin_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.spacy"
    path.write_bytes(data)
    with pytest.raises(UserError, match="is not a DocBin"):
        list(read(path, Options()))
    assert gc.isenabled()


@settings(max_examples=40)
@given(data=st.binary(max_size=60))
def test_noise_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "n.spacy").write_bytes(data)
    with pytest.raises(UserError):
        list(read(tmp_path / "n.spacy", Options()))
