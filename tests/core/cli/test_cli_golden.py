"""What the commands print, word for word: tables, JSON, reports, refusals; but for paths, times and sizes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.corpus.corpus import Corpus
from core.language import use
from core.model import Form, edits
from core.store import Project
from tests.command_lines import said
from tests.core.cli.test_cli_review import project as project_of_three
from tests.counts_samples import small_project
from tests.golden import same_as_golden
from tests.sample_versions import versions_of_the_sample
from tests.store_samples import annotated, do, some_work, work

GOLDEN = Path(__file__).parent / "golden"
three = pytest.fixture(project_of_three.__wrapped__)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "vera")
    return tmp_path


def test_agree_status_and_ledger(here: Path, three: Path) -> None:
    versions_of_the_sample(here / "layers.jsonl")
    found = said(
        here,
        "import sample.citata layers.jsonl --author vera",
        "agree anna boris --project sample.citata --bootstrap 40",
        "agree anna boris auto --project sample.citata --bootstrap 40 --seed 3 --articles",
        "agree anna boris --project sample.citata --bootstrap 0 --csv",
        "agree anna boris --project sample.citata --bootstrap 20 --json",
        "agree layers.jsonl@anna sample.citata@boris --bootstrap 0 --html page.html",
        "agree anna",
        "agree anna nobody --project sample.citata",
        "status sample.citata",
        "status sample.citata --json",
        "ledger sample.citata",
        "ledger sample.citata --annotator boris --csv",
        "ledger sample.citata --annotator anna --json",
        "report sample.citata -o report.html",
        "status work.citata",
        "ledger work.citata --adjudicated",
    )
    same_as_golden(GOLDEN / "agree.txt", found)


def test_assign(here: Path, three: Path) -> None:
    for at in range(8):
        (here / f"{at}.txt").write_text(f"Мост № {at} готов.", "utf-8")
    found = said(
        here,
        f"import p.citata --no-annotate {' '.join(f'{at}.txt' for at in range(8))}",
        "assign p.citata --to olga --to vera --doubled 0.5 --each 2 --blank 0.5 --seed 2 --dry-run --json",
        "assign p.citata --to olga --to vera --dry-run",
        "assign p.citata --to olga --to vera --to anna --article 1 --article 2 --doubled 1 --each 3",
        "assign p.citata --to olga --each 1",
        "assign p.citata --to olga",
        "assign p.citata --scope quotations,PER",
        "assign p.citata --scope nothing",
        "assign p.citata",
        "status p.citata",
        "assign work.citata --to olga --to boris --article n3 --article n1 --blank 1",
        "assign work.citata --to olga --article n9",
        "status work.citata --json",
    )
    same_as_golden(GOLDEN / "assign.txt", found)


def test_search(here: Path) -> None:
    versions_of_the_sample(here / "layers.jsonl", 3)
    found = said(
        here,
        "import p.citata layers.jsonl --no-annotate",
        "search p.citata мост",
        "search p.citata мост --count",
        "search p.citata мост --count --jsonl",
        "search p.citata мост --order right --limit 2 --context 20 --jsonl",
        "search p.citata мост --limit 2 --offset 1",
        "search p.citata speaker:Галиев",
        "search p.citata in:entity~label:PER --limit 5 --order left",
        "search p.citata ничего",
        "search p.citata мост -o lines.csv",
        "search p.citata мост -o lines.xlsx --limit 1",
        "search p.citata мост -o - --format csv --limit 1",
        "search p.citata form:odd",
        "search p.citata /(/",
        "search p.citata --rebuild",
        "search p.citata",
        "search p.citata мост --order odd",
        "search p.citata мост -o p.citata",
        "search no.citata мост",
    )
    same_as_golden(GOLDEN / "search.txt", found)


def test_counts(here: Path) -> None:
    small_project(here / "p.citata").close()
    lines = (
        "counts p.citata",
        "counts p.citata --limit 1",
        "counts p.citata --by month --and gender",
        "counts p.citata --by cue --settled",
        "counts p.citata --by state --proposals",
        "counts p.citata --where мост~speaker:Белова",
        "counts p.citata --where мост~in:text",
        "counts p.citata --where цвет:белый",
        "counts p.citata --pairs",
        "counts p.citata --collocates мост --least 1",
        "counts p.citata --collocates мост --least 1 --window 1 --format csv -o -",
        "counts p.citata --by gender --format jsonl",
        "counts p.citata --by gender -o out.xlsx --chart out.svg",
        "counts p.citata --progress",
        "counts p.citata --pairs --progress",
        "counts no.citata",
    )
    text = said(here, *lines)
    use("ru")
    try:
        text += said(here, *lines[:5], *lines[8:10])
    finally:
        use(None)
    same_as_golden(GOLDEN / "counts.txt", text)


def test_search_says_what_became_of_the_index(here: Path) -> None:
    annotated(here / "p.citata").close()
    (here / "p.citata-search").mkdir()
    (here / "p.citata-search" / "index.sqlite").write_bytes(b"no index")
    found = said(here, "search p.citata мост --count")
    with Project.open(here / "p.citata", "vera") as project, Corpus(project) as corpus:
        corpus.index.project.set_value("x", 1)
        do(project, edits.set_note(work(project), "q_1", "новое"))
        with corpus.index.writing(lambda: True):
            found += said(here, "search p.citata мост --count")
    use("ru")
    found += said(here, "search p.citata form:odd", "search p.citata мост")
    same_as_golden(GOLDEN / "search-index.txt", found)


def test_import_and_export(here: Path) -> None:
    versions_of_the_sample(here / "layers.jsonl", 2)
    (here / "one.txt").write_text("Мост открыли\n\n«Мост готов», — сообщил мэр Глеб Ершов.\n", "utf-8")
    (here / "two.txt").write_text("Мост открыли\n\n«Мост готов», — сообщил мэр Глеб Ершов.\n", "utf-8")
    (here / "bad.jsonl").write_text('{"id": "x"}\n{"id": "y", "text": "Да", "title": 5}\nnot json\n', "utf-8")
    (here / "table.csv").write_text("No;Body;Head\n1;Мост готов.;Мост\n2;;Пусто\n", "utf-8")
    found = said(
        here,
        "import p.citata layers.jsonl one.txt two.txt bad.jsonl --preview",
        "import p.citata layers.jsonl one.txt two.txt bad.jsonl --report refused.tsv --no-annotate",
        "import p.citata layers.jsonl one.txt --no-annotate",
        "import p.citata two.txt --skip-same --no-annotate",
        "import p.citata two.txt one.txt layers.jsonl --preview",
        "import p.citata table.csv --column id=No --column text=Body --column title=Head --delimiter ; --no-annotate",
        "import p.citata table.csv --column Body",
        "import p.citata nothing.txt",
        "import q.citata one.txt",
        "export p.citata -o out.jsonl",
        "export p.citata -o out.jsonl --what people+open",
        "export p.citata -o out.jsonl --what gold",
        "export p.citata -o proposals.jsonl --what proposals --min-score 0.7",
        "export p.citata --preview",
        "export p.citata --preview --layer boris --label PER",
        "export p.citata --preview --layer all --state rejected --format quotes-csv",
        "export p.citata --preview --what people+open --format quotes-csv --context 20",
        "export p.citata -o boris.jsonl --layer boris --status in_progress --flag question",
        "export p.citata -o parts.jsonl --split 80/10/10 --seed 4",
        "export p.citata -o parts.jsonl --split 80/10",
        "export p.citata -o parts.jsonl --split half",
        "export p.citata -o p.citata",
        "export p.citata",
        "export p.citata -o out.xmi",
        "export p.citata -o out.tsv --format webanno --what people+open",
        "export p.citata -o since.jsonl --since 2020-01-01 --until 2030-01-01",
    )
    found += "refused.tsv:\n" + (here / "refused.tsv").read_text("utf-8").replace(str(here), "")
    same_as_golden(GOLDEN / "transfer.txt", found)


def test_care(here: Path) -> None:
    with annotated(here / "p.citata", "anna") as opened:
        some_work(opened, 4)
        do(opened, edits.toggle_flag(work(opened), "q_1", "question"))
    said(here, "backup p.citata -o copy.citata")
    for name, form, note in (("p", Form.DIRECT, "наша"), ("copy", Form.MIXED, "чужая")):
        with Project.open(here / f"{name}.citata", "anna") as opened:
            mine = work(opened)
            for edit in (
                edits.set_form(mine, ["q_2"], form),
                edits.set_note(mine, "q_1", note),
            ):
                mine, _ = opened.commit(mine, edit)
    found = said(
        here,
        "verify p.citata",
        "history p.citata a-1",
        "history p.citata a-1 --annotator anna --item q_1",
        "history p.citata a-9",
        "merge p.citata copy.citata --dry-run",
        "merge p.citata copy.citata",
        "merge p.citata copy.citata --prefer theirs",
        "restore p.citata",
        "restore p.citata 9",
        "restore p.citata copy.citata -o back.citata",
        "restore p.citata copy.citata -o back.citata",
        "compact p.citata --days 0 --keep last",
        "verify p.citata --report report.txt --repair new.citata",
        "verify no.citata",
    )
    same_as_golden(GOLDEN / "care.txt", found)


def test_russian(here: Path, three: Path) -> None:
    use("ru")
    versions_of_the_sample(here / "layers.jsonl", 2)
    (here / "one.txt").write_text(
        "Мост открыли\n\n«Мост готов», — сообщил мэр Глеб Ершов. По его словам, дорога закрыта.\n", "utf-8"
    )
    (here / "bad.jsonl").write_text('{"id": "x"}\nnot json\n', "utf-8")
    found = said(
        here,
        "annotate one.txt -o out.jsonl --explain",
        "import p.citata layers.jsonl one.txt bad.jsonl --no-annotate",
        "import p.citata one.txt --preview",
        "export p.citata -o out.csv --what people+open",
        "export p.citata --preview --layer boris",
        "agree anna boris --project p.citata --bootstrap 0",
        "assign p.citata --to olga --dry-run",
        "status work.citata",
        "ledger work.citata --adjudicated",
        "report p.citata -o report.html",
        "verify p.citata",
        "backup p.citata -o copy.citata",
        "history work.citata n1",
        "merge p.citata copy.citata --dry-run",
        "restore p.citata",
        "compact p.citata",
        "status nothing.citata",
    )
    same_as_golden(GOLDEN / "russian.txt", re.sub(r"\b[01],\d\d\b", "SCORE", found.replace("\u00a0", " ")))


def test_annotate(here: Path) -> None:
    (here / "one.txt").write_text(
        "Мост открыли\n\n«Мост готов», — сообщил мэр Глеб Ершов. По его словам, дорога закрыта.\n", "utf-8"
    )
    (here / "more.jsonl").write_text('{"id": "m", "text": "Завод встал, пишет «Маяк»."}\nnot json\n', "utf-8")
    found = said(
        here,
        "annotate one.txt more.jsonl -o out.jsonl --explain",
        "annotate one.txt one.txt -o out.jsonl",
        "annotate one.txt -o one.txt",
        "annotate no.txt -o out.jsonl",
    )
    same_as_golden(GOLDEN / "annotate.txt", re.sub(r"\b[01]\.\d\d\b", "SCORE", found))
