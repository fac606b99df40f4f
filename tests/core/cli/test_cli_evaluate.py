"""``citata evaluate`` from the shell: figures, errors, JSON, the page, and what cannot be measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from core.formats.jsonl import write_record
from core.language import use
from core.model import Actor, Entity, Form, Quotation, Range
from core.model.layer import Layer
from core.store import Project
from tests.acts import article_of
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
TEXT = "«Мост готов», — сказала мэр Арина Велехова. Она добавила, что дорога открыта. «Ждём весны», — ответил сосед."
ACTORS = (Actor(id="a1", name="Арина Велехова"), Actor(id="a2", name="сосед"))


def at(words: str) -> Range:
    start = TEXT.index(words)
    return Range(start, start + len(words))


def quotation(number: int, form: Form, words: str, cue: str, mention: str | None, speaker: str, score: float) -> Any:
    return Quotation(
        id=f"q{number}",
        form=form,
        ranges=(at(words),),
        cue=at(cue),
        mention=None if mention is None else at(mention),
        speaker=speaker,
        score=score,
        extra={"scores": {"content": score, "speaker": 0.55}} if number == 2 else {},
    )


FIRST = quotation(1, Form.DIRECT, "«Мост готов»", "сказала", "мэр Арина Велехова", "a1", 0.97)
SECOND = quotation(2, Form.INDIRECT, "дорога открыта", "добавила", "Она", "a1", 0.92)
THIRD = quotation(3, Form.DIRECT, "«Ждём весны»", "ответил", "сосед", "a2", 0.4)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles: one all right, one with a wrong speaker and a boundary, one with nothing found."""
    monkeypatch.chdir(tmp_path)
    wrong = quotation(2, Form.MIXED, "что дорога открыта", "сказала", "Она", "a2", 0.92)
    name = Entity(id="e1", label="PER", range=at("Арина Велехова"))
    gold = [(FIRST, SECOND, THIRD, name), (FIRST, SECOND), (FIRST,)]
    found = [(FIRST, SECOND, THIRD, name), (FIRST, wrong), ()]
    for file, who, rows in (("gold.jsonl", "gold", gold), ("found.jsonl", "auto", found)):
        lines = []
        for number, row in enumerate(rows, 1):
            article = article_of(TEXT, f"a-{number}")
            lines.append(write_record(article, Layer(article, who, (*ACTORS, *row) if row else ())))
        (tmp_path / file).write_bytes(b"\n".join(lines) + b"\n")
    return tmp_path


def run(*words: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, words)], input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_printed(here: Path, language: str) -> None:
    use(language)
    said = run("gold.jsonl", "found.jsonl", "--errors", 20)
    assert said.exit_code == 0
    same_as_golden(GOLDEN / f"evaluate-{language}.txt", said.stdout.replace("\u00a0", " "))


def test_json_has_every_figure_and_every_error(here: Path) -> None:
    found = json.loads(run("gold.jsonl", "found.jsonl", "--json").stdout)
    assert (found["articles"], found["gold"], found["predicted"]) == (3, 6, 5)
    assert found["overlap"] == {"p": 1.0, "r": 0.8333, "f1": 0.9091}
    assert found["end2end"] == {"p": 0.8, "r": 0.6667, "f1": 0.7273}
    assert found["recall_by_form"] == {"direct": 0.75, "indirect": 1.0, "mixed": None}
    assert found["wrong_speakers"]["pronoun"] == 1
    assert found["entities"]["PER"]["f1"] == 1.0
    assert found["left_out"] == []
    assert {one["wrong"] for one in found["mistakes"]} == {"speaker", "boundary", "form", "cue", "missed"}
    missed = next(one for one in found["mistakes"] if one["wrong"] == "missed")
    assert (missed["article"], missed["words"], missed["start"]) == ("a-3", "Мост готов", 1)
    sure = next(one for one in found["scores"]["at_least"] if one["score"] == 0.9)
    assert (sure["share"], sure["precision"]) == (0.8, 0.75)
    every = next(one for one in found["scores"]["all_fields"] if one["score"] == 0.9)
    assert (every["share"], every["precision"]) == (0.4, 1.0)


def test_the_page_names_articles_and_speaks_the_language(here: Path) -> None:
    use("ru")
    done = run("gold.jsonl", "found.jsonl", "--html", "page.html")
    page = (here / "page.html").read_text("utf-8")
    assert (done.exit_code, done.stdout) == (0, "")
    assert 'lang="ru"' in page
    for words in ("Неверные говорящие: 1", "местоимение принято за кого-то другого: 1", "Пропущенные цитаты: 1", "a-3"):
        assert words in page
    assert "pronoun" not in page


def test_a_project_and_standard_input_are_sources(here: Path) -> None:
    done = CliRunner().invoke(main, ["import", "p.citata", "gold.jsonl", "found.jsonl"], catch_exceptions=False)
    assert done.exit_code == 0
    found = json.loads(run("p.citata@gold", "-", "--json", stdin=(here / "found.jsonl").read_bytes()).stdout)
    assert found["end2end"]["f1"] == 0.7273
    with Project.open(here / "p.citata", "x", read_only=True) as project:
        assert project.layers_of("a-2") == ["auto", "gold"]
    same = json.loads(run("gold.jsonl", "gold.jsonl", "--json").stdout)
    assert (same["end2end"]["f1"], same["mistakes"]) == (1.0, [])


def test_what_cannot_be_measured_is_one_sentence(here: Path) -> None:
    lines = (here / "found.jsonl").read_bytes().splitlines(keepends=True)
    (here / "few.jsonl").write_bytes(lines[0])
    for words, sentence in (
        (("gold.jsonl", "few.jsonl"), "auto has no article a-2"),
        (("gold.jsonl", "none.jsonl"), "There is no file none.jsonl"),
        (("none.citata@gold", "few.jsonl"), "There is no file none.citata"),
        (("-", "-"), "named twice"),
    ):
        done = run(*words)
        assert (done.exit_code, sentence in done.stderr, done.stderr.count("\n")) == (1, True, 1), done.stderr
    done = run("few.jsonl", "gold.jsonl")
    assert "not compared: 2 articles that only gold has: a-2, a-3\n" in done.stdout


def test_how_many_errors_are_printed(here: Path) -> None:
    every = [line for line in run("gold.jsonl", "found.jsonl", "--errors", 99).stdout.splitlines() if line[:2] == "a-"]
    assert len(every) == 5
    for asked, shown in (
        ((), 0),
        (("--errors", 0), 0),
        (("--errors", 1), 1),
        (("--errors", 4), 4),
        (("--errors", 5), 5),
    ):
        lines = run("gold.jsonl", "found.jsonl", *asked).stdout.splitlines()
        assert [line for line in lines if line[:2] == "a-"] == every[:shown]
    with_page = run("gold.jsonl", "found.jsonl", "--errors", 2, "--html", "page.html")
    assert [line for line in with_page.stdout.splitlines() if line[:2] == "a-"] == every[:2]
    assert with_page.stderr == "Written: page.html\n"
    both = run("gold.jsonl", "found.jsonl", "--json", "--html", "page.html")
    assert (json.loads(both.stdout)["articles"], both.stderr) == (3, "Written: page.html\n")


def test_an_error_in_json_has_every_field(here: Path) -> None:
    text = run("gold.jsonl", "found.jsonl", "--json").stdout
    assert text.startswith('{\n "articles": 3')
    assert "Мост" in text
    for one in json.loads(text)["mistakes"]:
        assert set(one) == {"article", "wrong", "form", "words", "gold", "found", "start", "end", "speaker", "title"}, (
            one
        )
        assert one["start"] < one["end"]


@pytest.mark.parametrize("count", [5, 6])
def test_articles_that_only_one_has_are_named_up_to_five(here: Path, count: int) -> None:
    line = json.loads((here / "gold.jsonl").read_bytes().splitlines()[0])
    rows = [json.dumps({**line, "id": f"n-{at}"}, ensure_ascii=False) for at in range(count + 1)]
    (here / "one.jsonl").write_text(rows[0] + "\n", "utf-8")
    (here / "all.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    names = ", ".join(f"n-{at}" for at in range(1, 6))
    said = f"not compared: {count} articles that only all has: {names}{' …' if count > 5 else ''}"
    assert said in run("one.jsonl", "all.jsonl").stdout.splitlines()
