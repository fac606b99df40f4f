"""Reports and pictures as they are written: every word, cell and coordinate."""

from __future__ import annotations

import json
import re
from pathlib import Path

from core.exchange.transfer import import_files
from core.report import html, pictures
from core.report.ledger_table import ledger_csv, ledger_json
from core.report.project import open_ledger, project_report
from core.store import Project
from tests.golden import same_as_golden, undated
from tests.sample_versions import versions_of_the_sample

GOLDEN = Path(__file__).parent / "golden"
NIGHT = pictures.Ink(text="#eeeeee", low="#101010", high="#80a0ff", on_low="#eeeeee", on_high="#101010")


def test_pictures() -> None:
    drawn = [
        pictures.heat_map(["anna", "<boris>", "vera"], [[None, 0.75, 0.2], [0.75, None, 1.0], [0.2, 1.0, None]]),
        pictures.heat_map([], []),
        pictures.confusion({"direct": {"direct": 3, "mixed": 1}, "mixed": {"direct": 0, "mixed": 0}}, NIGHT),
        pictures.confusion({"a": {"a": 0.5, "b": 2}, "b": {"a": 1, "b": 0}}, sides=("anna", "boris")),
        pictures.intervals(
            {"F1": 0.9, "α": -0.2, "κ": None, "γ": 1.0}, {"F1": (0.8, 0.95), "α": (None, 0.1), "γ": (0.7, None)}
        ),
        pictures.intervals({}, {}),
        pictures.course({"2026-10": 0.5, "2026-11": None, "2026-12": 1.0, "2027-01": 0.0}),
        pictures.course({"2026-10": 0.5}, NIGHT),
        pictures.course({}),
    ]
    same_as_golden(GOLDEN / "pictures.svg.txt", "\n\n".join(drawn) + "\n")


def test_pages() -> None:
    table = html.table(["Name", "F1", "<n>"], [["anna & co", "0.9", "3"], ["boris", "—", "0"]], words=1)
    wide = html.table(["A", "B", "C"], [["x", "y", "1"]], words=2)
    sections = [html.section("One <1>", html.paragraph("Two & three."), table), html.section("Empty", wide)]
    sections.append(html.section("Picture", html.figure("Under <it>", pictures.course({"a": 1.0}))))
    same_as_golden(GOLDEN / "page.html", html.page("Report & more", "of <today>", sections) + "\n")


def test_the_report_of_a_project(tmp_path: Path) -> None:
    layers = versions_of_the_sample(tmp_path / "layers.jsonl")
    with Project.create(tmp_path / "press.citata", "vera") as project:
        import_files(project, [layers])
        page = project_report(project, samples=20, charts=False)
        ledger = open_ledger(project)
    page = re.sub(r"Report of [^,]+,", "Report of DAY,", page)
    same_as_golden(GOLDEN / "report.html", undated(page) + "\n")
    same_as_golden(GOLDEN / "ledger.csv", ledger_csv(ledger))
    same_as_golden(GOLDEN / "ledger.json", json.dumps(ledger_json(ledger), ensure_ascii=False, indent=1) + "\n")
