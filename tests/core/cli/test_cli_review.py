"""``citata agree``, ``assign``, ``status``, ``ledger`` and ``report`` on real files and projects."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from core.comparing.compare import compare
from core.errors import UserError
from core.formats.jsonl import write_record
from core.model import AUTO, GOLD, Actor, Entity, Form, Item, Quotation, Range, State, Status, edits
from core.model.layer import Layer
from core.report.project import open_ledger
from core.review.adjudicate import Adjudication
from core.review.decisions import Reason, Remark
from core.store import Assignment, Project, Reviews, Start
from tests.acts import article_of

TEXT = "«Мост откроют осенью», — сказал Лебедев. По словам главы района, дорога готова. Ёлкин заявил: «Зима близко!»"
ACTORS = (Actor(id="a1", name="Лебедев"), Actor(id="a2", name="глава района"))
FIRST = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 21),), speaker="a1", state=State.AUTO, rule="marks")
SECOND = Quotation(id="q2", form=Form.INDIRECT, ranges=(Range(65, 78),), speaker="a2", state=State.AUTO, rule="frame")
NAME = Entity(id="e1", label="PER", range=Range(32, 39), state=State.AUTO, rule="names", score=0.9)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


def layer(name: str, article: str, *items: Item) -> Layer:
    return Layer(article_of(TEXT, article), name, (*ACTORS, *items))


def write(path: Path, *layers: Layer) -> Path:
    path.write_bytes(b"".join(write_record(one.article, one) + b"\n" for one in layers))
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return (
        write(tmp_path / "a.jsonl", layer("anna", "n1", FIRST, SECOND, NAME), layer("anna", "n2", FIRST)),
        write(tmp_path / "b.jsonl", layer("boris", "n1", FIRST, NAME), layer("boris", "n2", FIRST)),
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a pre-annotation, two annotators, one adjudicated article and a thread."""
    path = tmp_path / "work.citata"
    with Project.create(path, "vera") as made:
        for article in ("n1", "n2", "n3"):
            made.add_article(article_of(TEXT, article))
            auto = Layer(made.article(article), AUTO)
            made.commit(auto, edits.fill(auto, (*ACTORS, FIRST, SECOND, NAME)))
        reviews = Reviews(made)
        reviews.assign([Assignment(article="n2", annotator="boris", start=Start.NOTHING)])
        for name, article in (("anna", "n1"), ("boris", "n1"), ("anna", "n2"), ("boris", "n2")):
            mine = made.working_layer(article, name)
            if name == "anna":
                mine, _ = made.commit(mine, edits.accept(mine, ["q1", "e1"]))
                mine, _ = made.commit(mine, edits.set_form(mine, ["q2"], Form.MIXED))
            else:
                mine, _ = made.commit(mine, edits.add_quotation(Form.DIRECT, [Range(94, 108)]))
                if article == "n1":
                    mine, _ = made.commit(mine, edits.delete(mine, ["q2"]))
            made.commit(mine, edits.set_status(mine, Status.DONE))
        layers = [made.layer("n1", "anna"), made.layer("n1", "boris")]
        now = Adjudication(compare([one for one in layers if one]), Layer(made.article("n1"), GOLD))
        gold, _ = made.commit(now.into, now.take_agreed())
        for match in now.after(gold).open:
            gold, _ = made.commit(gold, now.after(gold).reject(match, Remark(Reason.GUIDELINE_GAP, "нет правила")))
        made.commit(gold, edits.set_status(gold, Status.REVIEWED))
        reviews.comment("n2", "anna", "Проверьте вторую цитату.")
    return path


def test_agree_prints_the_scorers_keys_as_json(files: tuple[Path, Path]) -> None:
    done = run("agree", *files, "--json", "--articles")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["quotations"]["exact"] == {"p": 1.0, "r": 0.6667, "f1": 0.8, "hits": 2}
    assert found["quotations"]["overlap"]["f1"] == 0.8
    assert found["layers"] == ["anna", "boris"]
    assert found["by_article"]["n2"]["quotations.exact.f1"] == 1.0
    assert found["intervals"]["quotations.exact.f1"][1] == 1.0


def test_agree_prints_a_table_and_csv(files: tuple[Path, Path]) -> None:
    table = run("agree", *files, "--articles").stdout
    assert "anna × boris: 2 articles" in table
    assert re.search(r"Quotations, exact F1 +0\.8000 +\d", table)
    assert re.search(r"entities: PER +exact +1 +1 +1\.0000", table)
    assert re.search(r"n1 +2 +1", table)
    rows = list(csv.DictReader(io.StringIO(run("agree", *files, "--csv", "--bootstrap", 0).stdout)))
    values = {(row["scope"], row["measure"]): row["value"] for row in rows}
    assert values["all", "quotations.exact.f1"] == "0.8"


def test_agree_on_three_layers_shows_every_pair(files: tuple[Path, Path], tmp_path: Path) -> None:
    third = write(tmp_path / "c.jsonl", layer("clara", "n1", SECOND))
    out = run("agree", *files, third, "--bootstrap", 0).stdout
    assert "anna × clara: 1 article" in out
    alone = write(tmp_path / "d.jsonl", layer("dora", "n2", FIRST), layer("dora", "n9", FIRST))
    assert "not compared: 1 article that only dora has" in run("agree", files[0], alone, "--bootstrap", 0).stdout
    assert "boris × clara: 1 article" in out


class Page(HTMLParser):
    """What a browser would fetch, and the words of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.words: list[str] = []
        self.headings: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._tag == "h2":
            self.headings.append(data.strip())
            self._tag = ""


def read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def test_agree_writes_a_page_that_fetches_nothing(files: tuple[Path, Path], tmp_path: Path) -> None:
    third = write(tmp_path / "c.jsonl", layer("clara", "n1", SECOND))
    done = run("agree", *files, third, "--html", tmp_path / "out.html", "--bootstrap", 50)
    assert done.exit_code == 0
    page = read(tmp_path / "out.html")
    assert page.fetched == []
    assert "url(" not in (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.headings == [
        "Agreement",
        "Pictures",
        "Quotations and entities",
        "On matched quotations",
        "All annotators together",
        "Pairs",
        "Article by article",
    ]


def test_agree_says_what_is_wrong(files: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("agree", files[0]).exit_code == 2
    done = run("agree", files[0], tmp_path / "no.jsonl")
    assert done.exit_code == 1
    assert "no.jsonl" in done.stderr
    assert done.stderr.startswith("citata: ")


def test_agree_in_a_project_knows_months(project: Path) -> None:
    found = json.loads(run("agree", "anna", "boris", "--project", project, "--json", "--bootstrap", 0).stdout)
    assert found["articles"] == 2
    assert len(found["over_time"]) == 1
    assert "intervals" not in found


def test_agree_computes_gamma_on_wish(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"n1": 0.5, "n2": None}
    monkeypatch.setattr("core.agreement.gamma.gamma", lambda layers, seed: values[layers[0].article.id])
    found = json.loads(run("agree", *files, "--json", "--gamma", "--bootstrap", 0).stdout)
    assert found["quotations"]["gamma"] == 0.5
    assert "gamma: 0.5000" in run("agree", *files, "--gamma", "--bootstrap", 0).stdout


def test_gamma_of_articles_weighs_as_much_as_their_quotations(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"n1": 0.5, "n2": 0.2}  # three quotations, two quotations
    monkeypatch.setattr("core.agreement.gamma.gamma", lambda layers, seed: values[layers[0].article.id] + seed)
    for seed, mean in ((0, 0.38), (2, 2.38)):
        found = json.loads(run("agree", *files, "--json", "--gamma", "--bootstrap", 0, "--seed", seed).stdout)
        assert found["quotations"]["gamma"] == pytest.approx(mean)
    monkeypatch.setattr("core.agreement.gamma.gamma", lambda layers, seed: None)
    found = json.loads(run("agree", *files, "--json", "--gamma", "--bootstrap", 0).stdout)
    assert found["quotations"]["gamma"] is None
    assert "gamma" not in json.loads(run("agree", *files, "--json", "--bootstrap", 0).stdout)["quotations"]


def test_report_of_people_who_share_no_article_has_no_agreement(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.citata", "vera") as made:
        for name, article in (("anna", "n1"), ("boris", "n2")):
            made.add_article(article_of(TEXT, article))
            mine = Layer(made.article(article), name)
            made.commit(mine, edits.add_quotation(Form.DIRECT, [Range(0, 21)]))
    assert run("report", tmp_path / "new.citata", "-o", tmp_path / "r.html").exit_code == 0
    assert "Agreement" not in read(tmp_path / "r.html").headings


def test_assign_gives_what_nobody_has(project: Path) -> None:
    done = run("assign", project, "--to", "anna", "--to", "clara", "--doubled", 1, "--dry-run")
    assert "1 article would be given" in done.stdout
    assert "Not given, as finished or under review: 1 article\n" in done.stdout
    given = json.loads(
        run("assign", project, "--to", "anna", "--to", "clara", "--doubled", 1, "--blank", 1, "--json").stdout
    )
    assert {(row["article"], row["annotator"], row["start"]) for row in given} == {
        ("n3", name, "nothing") for name in ("anna", "clara")
    }
    assert "0 articles given" in run("assign", project, "--to", "anna", "--doubled", 0).stdout
    assert run("assign", project, "--to", "anna").exit_code == 0
    assert run("assign", project, "--to", "anna", "--doubled", 0.5).exit_code == 1
    assert "no article x" in run("assign", project, "--to", "anna", "--doubled", 0, "--article", "x").stderr


def test_status_shows_people_and_the_review_queue(project: Path) -> None:
    out = run("status", project).stdout
    assert "3 articles: 2 begun, 2 annotated, 1 reviewed" in out
    assert re.search(r"anna +0 +0 +0 +2", out)
    found = json.loads(run("status", project, "--json").stdout)
    assert found["review_queue"] == [{"article": "n2", "agreement": 0.0}]
    assert {one["annotator"]: one["done"] for one in found["people"]} == {"adjudicated": 0, "anna": 2, "boris": 2}


def test_ledger_is_split_by_rule_score_and_start(project: Path) -> None:
    found = json.loads(run("ledger", project, "--json").stdout)
    rows = {(row["rule"], row["band"], row["start"]): row for row in found["rows"] if row["kind"] == "quotation"}
    frame = rows["frame", "", "proposals"]
    assert (frame["proposed"], frame["changed"], frame["form"], frame["rejected"]) == (3, 2, 2, 1)
    assert rows["frame", "", "nothing"]["rejected"] == 1
    assert rows["", "", "nothing"]["added"] == 1
    assert found["total"]["quotation"]["proposed"] == 8
    gold = json.loads(run("ledger", project, "--adjudicated", "--json").stdout)
    assert gold["total"]["quotation"]["proposed"] == 2
    assert "names" in run("ledger", project, "--annotator", "anna").stdout
    assert len(run("ledger", project, "--csv").stdout.splitlines()) == 1 + len(found["rows"])


def test_reading_the_ledger_can_be_stopped(project: Path) -> None:
    with Project.open(project, "vera", read_only=True) as opened, pytest.raises(UserError) as refused:
        open_ledger(opened, shown=lambda done, what: False)
    assert refused.value.code == "stopped"


def test_ledger_of_a_project_without_proposals_says_so(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.citata", "vera"):
        pass
    done = run("ledger", tmp_path / "new.citata")
    assert done.exit_code == 1
    assert "ledger is empty" in done.stderr


def test_report_is_one_page_with_everything(project: Path, tmp_path: Path) -> None:
    done = run("report", project, "-o", tmp_path / "report.html")
    assert done.exit_code == 0
    page = read(tmp_path / "report.html")
    assert page.fetched == []
    assert page.headings == [
        "Articles",
        "Scheme",
        "Annotations",
        "Who is quoted",
        "Progress",
        "Agreement",
        "Pictures",
        "Quotations and entities",
        "On matched quotations",
        "Over time",
        "Article by article",
        "What became of the proposals",
        "Open questions",
    ]
    words = " ".join(page.words)
    assert "The guidelines do not say, нет правила" in words
    assert "vera: Проверьте вторую цитату." in words


def test_report_of_an_empty_project_has_no_agreement(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.citata", "vera") as made:
        made.add_article(article_of(TEXT))
        for name in ("anna", "boris")[:1]:
            mine = Layer(made.article("a-1"), name)
            mine, _ = made.commit(mine, edits.toggle_flag(mine, "head", "unsure"))
            mine, _ = made.commit(mine, edits.add_quotation(Form.DIRECT, [Range(0, 21)]))
            made.commit(mine, edits.toggle_flag(mine, mine.quotations()[0].id, "unsure"))
    assert run("report", tmp_path / "new.citata", "-o", tmp_path / "r.html").exit_code == 0
    page = read(tmp_path / "r.html")
    assert "Agreement" not in page.headings
    assert " ".join(page.words).count("unsure") == 2
