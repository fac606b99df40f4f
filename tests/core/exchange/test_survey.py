"""What an import would bring, said before it: by a real project, and held against what the import then does."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.exchange.choices import Action
from core.exchange.duplicates import Duplicates
from core.exchange.preview import preview_export
from core.exchange.survey import Fate, survey
from core.exchange.transfer import Split, import_files, read_files
from core.formats.base import Options
from core.formats.tables import columns_of
from core.store import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "work.citata", "vera")


def line(article_id: str, text: str = "Анна тут", annotator: str = "anna", label: str = "PER") -> str:
    entity = {"id": "e1", "label": label, "start": 0, "end": 4, "text": text[:4], "actor": None}
    record: dict[str, Any] = {"format": "citata/1", "id": article_id, "title": None, "text": text, "meta": {},
                              "annotator": annotator, "status": "new", "entities": [entity], "quotations": [],
                              "actors": []}  # fmt: skip
    return json.dumps(record)


def fates(project: Project, *paths: Path) -> list[tuple[Fate, str]]:
    return [(one.fate, one.twin) for one in survey(project, read_files(paths, format=None, options=Options()))]


def test_every_fate_is_told_before_anything_is_written(project: Project, tmp_path: Path) -> None:
    first = tmp_path / "first.jsonl"
    first.write_text(line("a") + "\n", "utf-8")
    assert fates(project, first) == [(Fate.NEW, "")]
    assert project.article_count("vera") == 0
    import_files(project, [first])
    second = tmp_path / "second.jsonl"
    second.write_text(
        "\n".join([line("a"), line("a", label="ORG"), line("a", annotator="boris"), line("a", "Другой текст"),
                   line("b"), "{"]), "utf-8")  # fmt: skip
    assert fates(project, second) == [
        (Fate.KNOWN, ""), (Fate.CHANGED, ""), (Fate.LAYER, ""), (Fate.REFUSED, ""), (Fate.NEW, "a"),
        (Fate.REFUSED, ""),
    ]  # fmt: skip


def test_bare_texts_are_recognised_by_digest_and_passed_over(project: Project, tmp_path: Path) -> None:
    texts = {"one": "Первый текст.\r\n", "two": "Второй текст.", "three": "Первый текст.\n", "four": "Второй текст."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    one, two, three, four = (tmp_path / f"{name}.txt" for name in texts)
    import_files(project, [one])
    said = fates(project, one, two, three, four, two)
    assert said == [(Fate.KNOWN, ""), (Fate.NEW, ""), (Fate.SAME, "one"), (Fate.SAME, "two"), (Fate.KNOWN, "")]
    done = import_files(project, [one, two, three, four, two], duplicates=Duplicates(Action.SKIP))
    assert (done.articles, done.known, done.refused) == (["two"], 4, [])
    assert dict(done.notes)["three"] == "passed over: the same text as one"
    again = import_files(project, [three])
    assert again.articles == ["three"]


def test_a_fault_of_the_project_is_no_refusal_of_a_record(project: Project, tmp_path: Path) -> None:
    text = tmp_path / "one.txt"
    text.write_text("Текст.", "utf-8")
    import_files(project, [text])
    records = read_files([text], format="spacy-nonsense", options=Options())
    with pytest.raises(UserError, match="no format of ours"):
        list(survey(project, records))


def test_columns_of_a_table_are_named(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Номер;Body\n1;Текст\n", "utf-8")
    assert columns_of(table, Options()) == ["Номер", "Body"]
    lines = tmp_path / "t.jsonl"
    lines.write_text('{"no": 1, "body": "x"}\n', "utf-8")
    assert columns_of(lines, Options()) == ["no", "body"]
    lines.write_text("{\n", "utf-8")
    with pytest.raises(UserError):
        columns_of(lines, Options())
    table.write_text("a;b\n", "utf-8")
    assert columns_of(table, Options()) == []


def test_a_preview_counts_parts_stops_and_may_look_at_the_first_only(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(line(f"a{number}", f"Анна {number}") for number in range(10)), "utf-8")
    import_files(project, [path])
    shown = preview_export(project, split=Split())
    assert shown.parts == [("train", 8), ("dev", 1), ("test", 1)]
    assert Counter(dict(shown.counts)) == {"layer anna": 10, "PER": 10}
    assert preview_export(project, limit=3).articles == 3
    with pytest.raises(UserError) as caught:
        preview_export(project, progress=lambda done, _: done < 4)
    assert caught.value.code == "stopped"


def test_flags_and_digests_of_a_project(project: Project, tmp_path: Path) -> None:
    record = json.loads(line("a"))
    record["flags"] = ["unsure"]
    path = tmp_path / "flags.jsonl"
    path.write_text(json.dumps(record), "utf-8")
    import_files(project, [path])
    assert project.flags_used() == ["unsure"]
    assert list(project.digests().values()) == ["a"]
