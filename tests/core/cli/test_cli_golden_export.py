"""What ``citata export`` and ``import`` write under each of their options, word for word."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import main
from core.model import Range, Status, edits
from core.store import Project
from tests.command_lines import said
from tests.counts_samples import small_project
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
WIDE = 700


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of six quotations, with a finished layer of Vera's, a flag and a rejected item."""
    path = tmp_path_factory.mktemp("export") / "small.citata"
    with small_project(path) as opened:
        layer = opened.working_layer("n-1", "vera")
        layer, _ = opened.commit(layer, edits.toggle_flag(layer, "q1", "question"))
        layer, _ = opened.commit(layer, edits.add_entity("PER", opened_range(layer.article.text, "Нина Белова")))
        opened.commit(layer, edits.set_status(layer, Status.DONE))
    return path


def opened_range(text: str, words: str) -> Range:
    return Range(text.index(words), text.index(words) + len(words))


@pytest.fixture
def here(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "vera")
    (tmp_path / "small.citata").write_bytes(project.read_bytes())
    return tmp_path


def test_which_articles_and_items(here: Path) -> None:
    asked = (
        "", "--what people", "--what people+open", "--what proposals", "--what counted", "--what gold",
        "--layer vera", "--layer auto", "--layer all", "--layer vera --layer auto", "--layer nobody",
        "--status done", "--status new --status in_progress", "--state auto", "--state manual --state accepted",
        "--state rejected", "--label direct --what people+open", "--label PER --label indirect --layer all",
        "--min-score 0.7 --layer all", "--min-score 0.71 --layer all", "--min-score 1.1",
        "--since 2031-05-20 --layer all", "--since 21.05.2031 --layer all", "--until 2031-05-20 --layer all",
        "--until 2031-05-19 --layer all", "--since 2031-05-20 --until 20.05.2031 --layer all",
        "--since 2031-05-21 --until 2031-05-20", "--since 2031-02-31", "--flag question --layer all",
        "--flag other --layer all", "--what gold --layer vera", "--what people --status new",
    )  # fmt: skip
    same_as_golden(
        GOLDEN / "export-which.txt",
        said(here, *(f"export small.citata -o - --format quotes-csv {words}" for words in asked), width=400),
    )


def test_how_it_is_written(here: Path) -> None:
    found = said(
        here,
        "export small.citata -o out.jsonl --layer all",
        "cat out.jsonl",
        "export small.citata -o - --format doccano --layer vera",
        "export small.citata -o - --format doccano --layer vera --offsets utf-16",
        "export small.citata -o - --format conll --layer auto",
        "export small.citata -o - --format conll --layer auto --part quotations",
        "export small.citata -o - --format conll --layer auto --part quotations --unsettled",
        "export small.citata -o - --format label-studio --layer vera --predictions",
        "export small.citata -o - --format label-studio --layer vera",
        "export small.citata -o - --format quotes-csv --layer all --context 0",
        "export small.citata -o - --format quotes-csv --layer all --context 5",
        "export small.citata -o parts.jsonl --layer all --split 50/50",
        "export small.citata -o parts.jsonl --layer all --split 50/25/25 --seed 3",
        "export small.citata -o parts.jsonl --split 100",
        "export small.citata -o parts.jsonl --split 25/25/25/25",
        "export small.citata -o parts.jsonl --split 110/-10",
        "export small.citata -o parts.jsonl --split 50/49.99",
        "export small.citata -o - --layer all --split 50/50",
        "export small.citata -o - --format brat",
        "export small.citata -o card --format huggingface --layer all --licence CC0-1.0",
        "export small.citata --preview",
        "export small.citata --preview --layer all",
        "export small.citata --preview --layer auto --format conll",
        "export small.citata --preview --layer auto --format conll --unsettled",
        "export small.citata -o kept.csv --preview",
        "export small.citata -o out.CSV --layer vera",
        "export small.citata -o out.conll --layer vera --unsettled",
        "export small.citata -o out.conll --layer vera",
        "export small.citata -o small.citata",
        "export small.citata -o no/out.jsonl",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "export-how.txt", found)
    assert not (here / "kept.csv").exists()
    assert "CC0-1.0" in (here / "card" / "README.md").read_text("utf-8")
    assert {path.name for path in here.glob("parts*")} == {"parts.dev.jsonl", "parts.test.jsonl", "parts.train.jsonl"}


def parts(here: Path, words: str) -> dict[str, list[str]]:
    """Return the ids in each part of a split."""
    for path in here.glob("s.*"):
        path.unlink()
    said(here, f"export small.citata -o s.jsonl --layer all --layer vera {words}")
    return {
        path.name: [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]
        for path in sorted(here.glob("s.*"))
    }


def test_a_split_is_the_same_for_a_seed(here: Path) -> None:
    halves = parts(here, "--split 50/50")
    assert sorted(halves) == ["s.test.jsonl", "s.train.jsonl"]
    assert parts(here, "--split 50/50 --seed 0") == halves
    assert any(parts(here, f"--split 50/50 --seed {seed}") != halves for seed in range(1, 5))
    assert sorted(id_ for ids in halves.values() for id_ in ids) == ["n-1", "n-2", "n-3", "n-4"]


def test_how_it_is_read(here: Path) -> None:
    (here / "t.csv").write_text("No|Body|More\n1|«Дом стоит», — сказал Ершов.|Ещё.\n", "utf-8")
    (here / "t.tsv").write_text("id\ttext\n7\tМост готов.\n", "utf-8")
    (here / "old.txt").write_bytes("Мост закрыт на год.".encode("cp866"))
    (here / "a.txt").write_text("Мост открыли на год раньше срока, сообщили в мэрии.", "utf-8")
    (here / "b.txt").write_text("Мост открыли на год раньше срока, сообщили в мэрии.", "utf-8")
    (here / "c.txt").write_text("Мост открыли на год раньше срока, сообщили вчера в мэрии.", "utf-8")
    row = {
        "format": "citata/1",
        "id": "r",
        "text": "🏗 Мост.",
        "entities": [{"id": "e", "label": "TOOL", "start": 2, "end": 6}],
    }
    (here / "r.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    shifted = {**row, "id": "u", "entities": [{"id": "e", "label": "LOC", "start": 3, "end": 7, "text": "Мост"}]}
    (here / "u.jsonl").write_text(json.dumps(shifted) + "\n", "utf-8")
    found = said(
        here,
        "import p.citata t.csv --column id=No --column text=Body --column text=More --delimiter | --preview",
        "import p.citata t.csv --column id=No --column text=Body --column text=More --delimiter | --author olga",
        "import p.citata t.tsv --format table --delimiter tab --no-annotate",
        "import p.citata old.txt --encoding cp866 --preview",
        "import p.citata old.txt --encoding no-such --preview",
        "import p.citata a.txt --no-annotate",
        "import p.citata b.txt c.txt --preview",
        "import p.citata b.txt --duplicates skip --no-annotate",
        "import p.citata b.txt --skip-same --no-annotate",
        "import p.citata c.txt --skip-same --no-annotate",
        "import p.citata c.txt --duplicates version --no-annotate",
        "import p.citata b.txt --no-annotate",
        "import p.citata r.jsonl --report refused.tsv",
        "cat refused.tsv",
        "import p.citata r.jsonl --add-labels --annotator boris",
        "import p.citata u.jsonl --offsets code-points",
        "import p.citata u.jsonl --repair --preview",
        "import p.citata u.jsonl --repair",
        "import p.citata r.jsonl u.jsonl --preview --annotator olga --add-labels",
        "import p.citata a.txt no.txt",
        "import p.citata no.txt no-2.txt",
        "import p.citata t.csv --column =Body",
        "import p.citata t.csv --column text=",
        "import p.citata t.csv --column text",
        "import p.citata t.csv --column text=No=1 --preview",
        "import p.citata a.txt --format jsonl",
        "export p.citata -o - --layer all",
        "status p.citata",
        "history p.citata r",
    )
    same_as_golden(GOLDEN / "import-how.txt", found)


def test_a_layer_that_differs_is_replaced_only_when_asked(here: Path) -> None:
    row = {"format": "citata/1", "id": "r", "annotator": "anna", "text": "Мост стоит.", "note": "раз"}
    for note in ("раз", "два"):
        (here / f"{note}.jsonl").write_text(json.dumps({**row, "note": note}, ensure_ascii=False) + "\n", "utf-8")
    found = said(
        here,
        "import q.citata раз.jsonl",
        "import q.citata два.jsonl --preview",
        "import q.citata два.jsonl",
        "export q.citata -o - --layer anna",
        "import q.citata два.jsonl --replace",
        "export q.citata -o - --layer anna",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "import-replace.txt", found)


def test_a_preview_changes_and_makes_nothing(here: Path) -> None:
    (here / "a.txt").write_text("Мост открыли.", "utf-8")
    before = hashlib.sha256((here / "small.citata").read_bytes()).digest()
    assert CliRunner().invoke(main, ["import", "new.citata", "a.txt", "--preview"]).exit_code == 0
    assert CliRunner().invoke(main, ["import", "small.citata", "a.txt", "--preview"]).exit_code == 0
    assert not (here / "new.citata").exists()
    assert hashlib.sha256((here / "small.citata").read_bytes()).digest() == before


def test_the_authors_name(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--author, else CITATA_AUTHOR, else the user's name: the log of the project bears it."""
    (here / "a.txt").write_text("«Мост готов», — сообщил мэр Глеб Ершов.", "utf-8")
    for at, (words, variable, author) in enumerate(
        ((["--author", "olga"], "anna", "olga"), ([], "anna", "anna"), ([], None, "vera"))
    ):
        if variable is None:
            monkeypatch.delenv("CITATA_AUTHOR", raising=False)
        else:
            monkeypatch.setenv("CITATA_AUTHOR", variable)
        assert CliRunner().invoke(main, ["import", f"{at}.citata", "a.txt", *words]).exit_code == 0
        with Project.open(here / f"{at}.citata", "x", read_only=True) as opened:
            assert {entry.author for entry in opened.history("a", "auto")} == {author}
