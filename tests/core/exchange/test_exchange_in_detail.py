"""Small parts of exchange to the letter: typed dates, new labels, names of parts, samples, cards, measuring."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.exchange.agreement_card import agreement_words
from core.exchange.choices import typed_date
from core.exchange.fitting import has_annotations
from core.exchange.layer_sources import FileLayers, evaluate
from core.exchange.new_labels import missing_labels, with_labels
from core.exchange.preview import SAMPLE, preview_export
from core.exchange.selection import Split, Wanted
from core.exchange.survey import Fate, survey
from core.exchange.transfer import export_project, import_files, read_files, split_path
from core.formats import format_named
from core.formats.base import Options
from core.model import GOLD, Actor, Entity, Head, Range, Status, edits
from core.model.layer import Layer
from core.model.schema import Schema, standard
from core.store import Project
from tests.acts import article_of


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "work.citata", "vera")


def record(article_id: str = "x", annotator: str = "anna", text: str = "Анна тут", **fields: Any) -> str:
    entity = {"id": "e1", "label": "PER", "start": 0, "end": 4, "text": "Анна", "actor": None}
    usual = {"title": None, "meta": {}, "status": "new", "quotations": [], "actors": [], "entities": [entity]}
    head = {"format": "citata/1", "id": article_id, "text": text, "annotator": annotator}
    return json.dumps(head | usual | fields) + "\n"


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(lines), "utf-8")
    return path


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("", ""), ("  ", ""), ("2026-03-15", "2026-03-15"), (" 2026-03-15 ", "2026-03-15"),
        ("15.03.2026", "2026-03-15"),
        ("5.3.2026", "2026-03-05"), ("05.3.2026", "2026-03-05"), ("31.02.2026", None), ("2026-02-30", None),
        ("20260315", None), ("2026-3-15", None), ("15.3.26", None), ("115.3.2026", None), ("15.3.2026 г.", None),
        ("2026-W11-7", None), ("29.02.2028", "2028-02-29"), ("15/03/2026", None), ("март", None),
    ],
)  # fmt: skip
def test_a_date_is_typed_as_here_or_as_iso(typed: str, date: str | None) -> None:
    assert typed_date(typed) == date


def test_labels_that_come_in_have_their_name_a_colour_and_no_key() -> None:
    schema = Schema(labels=standard().labels, marks_inside=not standard().marks_inside, full_stop_inside=True)
    made = with_labels(schema, ["A", "B", "C", "D", "E"])
    assert (made.marks_inside, made.full_stop_inside) == (schema.marks_inside, True)
    assert made.labels[:3] == schema.labels
    new = made.labels[3:]
    assert [(one.id, one.names) for one in new] == [(name, {"en": name, "ru": name}) for name in "ABCDE"]
    assert [one.key for one in new] == [standard().labels[0].__class__(id="x", names={}, light="", dark="").key] * 5
    looks = [(one.light, one.dark) for one in new]
    assert len(set(looks)) == 4
    assert looks[4] == looks[0]
    alone = with_labels(schema, ["A"])
    assert with_labels(alone, ["B"]).labels == made.labels[:5]
    article = article_of("Анна тут")
    items = [Entity(id=f"e{at}", label=label, range=Range(0, 4)) for at, label in enumerate(["B", "PER", "A", "B"])]
    assert missing_labels(schema, Layer(article, "anna", [Actor(id="a1", name="C"), *items])) == ["B", "A"]


def test_a_layer_says_something_by_its_items_or_by_a_word_on_the_article() -> None:
    article = article_of("Анна тут")
    heads = (Head(status=Status.DONE), Head(note="x"), Head(flags=("x",)), Head(extra={"x": 1}))
    assert not has_annotations(Layer(article, "anna", [Head()]))
    assert all(has_annotations(Layer(article, "anna", [head])) for head in heads)
    assert has_annotations(Layer(article, "anna", [Actor(id="a1", name="Анна")]))


def test_a_layer_that_was_emptied_takes_another_without_a_question(project: Project, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", record())
    other = written(tmp_path / "b.jsonl", record(status="done"))

    def fate() -> Fate:
        (seen,) = survey(project, read_files([other], format=None, options=Options()))
        return seen.fate

    assert fate() is Fate.NEW
    import_files(project, [path])
    assert fate() is Fate.CHANGED
    layer = project.layer("x", "anna")
    assert layer is not None
    layer, _ = project.commit(layer, edits.fill(layer, []))
    assert fate() is Fate.LAYER
    assert import_files(project, [other]).whose == {"anna": 1}


def test_the_part_stands_before_the_suffix_of_the_format() -> None:
    found = [
        split_path(Path("d") / name, "dev", format_named(format_)).as_posix()
        for name, format_ in [
            ("a.jsonl", "jsonl"), ("a.NDJSON", "jsonl"), ("a.txt", "jsonl"), ("a", "jsonl"), ("a.b.c", "jsonl"),
            ("a.quotes.csv", "quotes-csv"), ("a.csv", "quotes-csv"), ("a.tei.xml", "tei"), ("a.XML", "tei"),
            ("a.doccano.jsonl", "doccano"), ("a.jsonl", "doccano"), ("set", "brat"),
        ]
    ]  # fmt: skip
    assert found == [
        "d/a.dev.jsonl", "d/a.dev.ndjson", "d/a.dev.txt", "d/a.dev", "d/a.b.dev.c", "d/a.dev.quotes.csv",
        "d/a.dev.csv", "d/a.dev.tei.xml", "d/a.dev.xml", "d/a.dev.doccano.jsonl", "d/a.dev.jsonl", "d/set.dev",
    ]  # fmt: skip
    split = Split((("a", 50), ("b", 0), ("c", 50)), seed=3)
    wanted = Wanted(labels=frozenset({"PER"}))
    parts = dict(split.of(wanted, {"1": "a", "2": "c", "3": "a"}))
    assert list(parts) == ["a", "b", "c"]
    assert [one.articles for one in parts.values()] == [{"1", "3"}, frozenset(), {"2"}]
    assert all(one.labels == {"PER"} for one in parts.values())


def test_a_sample_is_the_beginning_of_the_first_file_that_a_person_can_read(project: Project, tmp_path: Path) -> None:
    text = "Анна тут. " + "Паром пойдёт в мае. " * 400
    import_files(project, [written(tmp_path / "a.jsonl", record(text=text), record("y", text=text + "Да."))])
    options = Options(unsettled=True)
    out = tmp_path / "out.jsonl"
    export_project(project, out, options=options)
    assert preview_export(project, options=options).sample == out.read_text("utf-8")[:SAMPLE]
    assert preview_export(project, format="quotes-csv").sample.startswith("article,title")
    assert preview_export(project, format="quotes-parquet").sample == ""
    assert preview_export(project, format="brat", options=options).sample == "T1\tPER 0 4\tАнна\n"
    assert "split: train" in preview_export(project, format="huggingface", options=options).sample
    limited = preview_export(project, limit=1, split=Split())
    assert (limited.articles, limited.counts, limited.refused) == (1, [("layer anna", 1), ("PER", 1)], False)
    assert [name for name, _ in limited.parts] == ["train", "dev", "test"]
    assert sum(number for _, number in limited.parts) == 1
    assert preview_export(project).parts == []


def test_a_card_tells_the_agreement_of_people_on_the_wanted_articles(project: Project, tmp_path: Path) -> None:
    assert agreement_words(project, Wanted()) == ""
    lines = [record(one, name) for one in ("x", "y") for name in ("anna", "boris", "auto", GOLD)]
    lines += [record("z", "anna"), record("z", "auto"), record("x", "vera", status="done", entities=[])]
    import_files(project, [written(tmp_path / "a.jsonl", *lines)])
    head, empty, *table = agreement_words(project, Wanted()).split("\n")
    assert head == "Of anna, boris, vera on 2 articles that at least two of them annotated."
    assert (empty, table[:2]) == ("", ["| measure | value |", "| --- | ---: |"])
    assert len(table) > 4
    for row in table[2:]:
        assert row.count("|") == 3, row
        assert "," not in row.split("|")[2], row
    one = agreement_words(project, Wanted(articles=frozenset({"y"})))
    assert one.startswith(
        "Of anna, boris, vera on 1 article that at least two of them annotated.\n\n| measure | value |"
    )
    assert "| Entities, exact F1 | 1.0000 |" in one
    assert agreement_words(project, Wanted(articles=frozenset({"z"}))) == ""
    assert agreement_words(project, Wanted(statuses=frozenset({Status.DONE}))) == ""


def test_a_machine_is_measured_on_every_article_of_the_gold(tmp_path: Path) -> None:
    gold = FileLayers(written(tmp_path / "g.jsonl", record("x"), record("y")))
    more = [record(one, "auto") for one in ("y", "z", "x", "w")]
    told: list[tuple[int, str]] = []
    found, only = evaluate(gold, FileLayers(written(tmp_path / "p.jsonl", *more)), lambda *said: told.append(said))
    assert only == ["z", "w"]
    assert told == [(1, "x"), (2, "y")]
    assert found.articles == 2
    with pytest.raises(UserError) as caught:
        evaluate(gold, FileLayers(written(tmp_path / "q.jsonl", record("y", "auto"))))
    assert (caught.value.code, caught.value.facts) == ("evaluate-missing", {"article": "x", "name": "auto"})
