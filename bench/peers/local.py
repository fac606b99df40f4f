"""Peers that are libraries: each reads what we wrote with its own means, writes it with them, and we read that back."""

from __future__ import annotations

import csv
import itertools
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from core.formats import format_named
from core.formats.base import Options, Record, Refused, Summary
from core.formats.quotes import COLUMNS, rows
from core.model.layer import Layer


def read_back(name: str, path: Path) -> list[Layer]:
    found = list(format_named(name).read(path, Options()))
    faults = [one for one in found if isinstance(one, Refused)]
    if faults:
        raise RuntimeError(f"{name}: {faults[0].error}")
    return [one.layer for one in found if isinstance(one, Record)]


def spacy_docbin(records: list[Record], folder: Path) -> list[Layer]:
    """spaCy loads the DocBin, finds every span by ``char_span``, and saves it again."""
    import spacy
    from spacy.tokens import DocBin

    format_named("spacy").write(folder / "out.spacy", records, Options())
    docs = list(DocBin().from_disk(folder / "out.spacy").get_docs(spacy.blank("ru").vocab))
    for doc, record in zip(docs, records, strict=True):
        assert doc.text == record.article.text
        for group in doc.spans.values():
            assert all(doc.char_span(span.start_char, span.end_char) is not None for span in group)
    DocBin(docs=docs, store_user_data=True).to_disk(folder / "back.spacy")
    return read_back("spacy", folder / "back.spacy")


def prodigy_jsonl(records: list[Record], folder: Path) -> list[Layer]:
    """srsly (Prodigy's reader) loads the lines; spaCy aligns every span to our tokens; srsly writes them."""
    import spacy
    import srsly
    from spacy.tokens import Doc

    format_named("prodigy").write(folder / "out.jsonl", records, Options())
    lines = list(srsly.read_jsonl(folder / "out.jsonl"))
    vocab = spacy.blank("ru").vocab
    for line in lines:
        doc = Doc(vocab, words=[token["text"] for token in line["tokens"]], spaces=[t["ws"] for t in line["tokens"]])
        for span in line["spans"]:
            assert line["text"][span["start"] : span["end"]] == span["text"]
            if "token_start" in span:
                words = [token.text for token in doc[span["token_start"] : span["token_end"] + 1]]
                assert "".join(words) == "".join(span["text"].split())
    srsly.write_jsonl(folder / "back.jsonl", lines)
    return read_back("prodigy", folder / "back.jsonl")


def cassis_xmi(records: list[Record], folder: Path) -> list[Layer]:
    """dkpro-cassis loads each XMI with our type system, checks it, and writes it again."""
    return _cassis(records, folder, "uima-xmi", ".xmi")


def cassis_json(records: list[Record], folder: Path) -> list[Layer]:
    """dkpro-cassis loads each JSON CAS, checks it, and writes it again."""
    return _cassis(records, folder, "uima-json", ".json")


def _cassis(records: list[Record], folder: Path, name: str, suffix: str) -> list[Layer]:
    from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

    format_named(name).write(folder / "out", records, Options())
    types = load_typesystem((folder / "out" / "TypeSystem.xml").open("rb"))
    for file in sorted((folder / "out").rglob(f"*{suffix}")):
        with file.open("rb") as opened:
            cas = load_cas_from_xmi(opened, typesystem=types) if suffix == ".xmi" else load_cas_from_json(opened)
        assert not cas.typecheck()
        cas.to_xmi(file) if suffix == ".xmi" else cas.to_json(file)
    return read_back(name, folder / "out")


def brat_rules(records: list[Record], folder: Path) -> list[Layer]:
    """brat's rules for standoff, as its parser states them: ids, places, covered text without breaks, arguments."""
    format_named("brat").write(folder / "out", records, Options())
    for file in sorted((folder / "out").rglob("*.ann")):
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        ids = set()
        for line in file.read_text(encoding="utf-8").split("\n")[:-1]:
            fields = line.split("\t")
            ids.add(fields[0])
            if line[0] == "T":
                label, places = fields[1].split(" ", 1)
                assert re.fullmatch(r"[\w-]+", label)
                spans = [tuple(map(int, part.split())) for part in places.split(";")]
                assert all(a < b for a, b in spans)
                assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
                assert fields[2] == " ".join(text[a:b] for a, b in spans)
            elif line[0] == "R":
                kind, one, two = fields[1].split(" ")
                assert one.split(":")[1] in ids
                assert two.split(":")[1] in ids
                assert kind
        assert len(ids) == file.read_text(encoding="utf-8").count("\n")
    return read_back("brat", folder / "out")


def webanno(records: list[Record], folder: Path) -> list[Layer]:
    """No peer of its own on the package index; our reader on our files, with the offsets checked against the text."""
    format_named("webanno").write(folder / "out", records, Options())
    return read_back("webanno", folder / "out")


def conll(records: list[Record], folder: Path) -> list[Layer]:
    """spaCy's converter for CoNLL-2003 reads the file and finds the same entities."""
    from spacy.training.converters import conll_ner_to_docs

    format_named("conll").write(folder / "out.conll", records, Options())
    data = (folder / "out.conll").read_text(encoding="utf-8")
    theirs = [ent.text for doc in conll_ner_to_docs(data, n_sents=0) for ent in doc.ents]
    layers = read_back("conll", folder / "out.conll")
    ours = [layer.article.text[slice(*e.range)] for layer in layers for e in layer.entities()]
    assert theirs == ours, (theirs[:5], ours[:5])
    return layers


def tables(records: list[Record], folder: Path) -> str:
    """pandas and pyarrow read the three tables and find the same rows."""
    import pandas as pd

    expected = list(rows(records, Summary(), 200))
    names = [column.name for column in COLUMNS]
    for name, read in (("csv", pd.read_csv), ("xlsx", pd.read_excel), ("parquet", pd.read_parquet)):
        path = folder / f"quotes.{name}"
        format_named(f"quotes-{name}").write(path, records, Options())
        frame = read(path)
        assert list(frame.columns) == names
        assert len(frame) == len(expected)
        for column in ("article", "quotation", "form", "start", "end"):
            assert [str(value) for value in frame[column]] == [str(row[names.index(column)]) for row in expected]
    with (folder / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == len(expected) + 1
    return f"{len(expected)} rows"


def hugging_face(records: list[Record], folder: Path) -> str:
    """``datasets.load_dataset`` takes the folder, both configurations, without a network."""
    format_named("huggingface").write(folder / "set", records, Options(licence="cc-by-4.0"))
    code = (
        "import sys; from datasets import load_dataset\n"
        "a = load_dataset(sys.argv[1], 'articles', split='train')\n"
        "q = load_dataset(sys.argv[1], 'quotations', split='train')\n"
        "assert all(r['text'][e['start']:e['end']] == e['text'] for r in a for e in r['entities'])\n"
        "print(len(a), 'articles,', len(q), 'quotations')"
    )
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(folder / "cache")}
    words = [sys.executable, "-c", code, str(folder / "set")]
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-400:])
    return done.stdout.strip()


BACK: tuple[tuple[str, str, Callable[[list[Record], Path], list[Layer]]], ...] = (
    ("spacy", "spaCy", spacy_docbin),
    ("prodigy", "srsly, spaCy", prodigy_jsonl),
    ("brat", "brat's parser rules", brat_rules),
    ("uima-xmi", "dkpro-cassis", cassis_xmi),
    ("uima-json", "dkpro-cassis", cassis_json),
    ("webanno", "(our reader)", webanno),
    ("conll", "spaCy's converter", conll),
)
"""Format, peer, what the peer does: the layers that come back."""
OUT: tuple[tuple[str, str, Callable[[list[Record], Path], str]], ...] = (
    ("quotes-csv, -xlsx, -parquet", "pandas, openpyxl, pyarrow", tables),
    ("huggingface", "datasets", hugging_face),
)
"""Formats that only go out: what the peer says."""
