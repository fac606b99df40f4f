"""``citata proposers`` and ``annotate --proposer`` with real commands and servers; the example of docs/proposers.md."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import language
from core.cli import main
from core.model import Entity
from core.proposers import consent
from core.store import Project
from tests.paths import ROOT
from tests.proposer_samples import Said, answer, chat, command, make, project, server


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    with project(tmp_path, 3) as made:
        return made.path


def add(here: Path, folder: Path, body: str, *more: object) -> None:
    made = command(folder, body)
    done = run("proposers", here, "--add", "tool", *more, "--", *made.command)
    assert done.exit_code == 0, done.output


def test_a_command_is_named_tried_asked_shown_and_removed(here: Path, tmp_path: Path) -> None:
    add(here, tmp_path, "say(article)")
    tried = run("proposers", here, "--try", "tool", "--article", "a-2")
    assert tried.exit_code == 0
    assert "[gemma" not in tried.output
    assert "«Мост откроют осенью»" in tried.output
    with Project.open(here, "vera") as opened:
        assert opened.layers_of("a-2") == []
    done = run("annotate", here, "--proposer", "tool")
    assert (done.exit_code, "3 articles pre-annotated" in done.output) == (0, True)
    again = run("annotate", here, "--proposer", "tool")
    assert "tool has proposed for every article already." in again.output
    assert run("proposers", here, "--show", "tool").exit_code == 0
    listed = json.loads(run("proposers", here, "--json").output)
    assert (listed["name"], listed["articles"], listed["allowed"], listed["shown"]) == ("tool", 3, True, True)
    with Project.open(here, "vera") as opened:
        assert len(opened.working_layer("a-1", "vera").annotations()) == 3
    assert run("proposers", here, "--remove", "tool").exit_code == 0
    assert "names no other proposers" in run("proposers", here).output
    with Project.open(here, "vera") as opened:
        assert opened.layers_of("a-1") == ["auto:tool"]
        assert opened.value("proposals") is None
    assert run("verify", here).exit_code == 0


def test_what_is_refused_is_counted_by_reason_and_named(here: Path, tmp_path: Path) -> None:
    bad = [{"label": "PER", "start": 0, "end": 5, "text": "xxxxx"}, {"label": "NO", "start": 0, "end": 5}]
    add(here, tmp_path, f"say(article, entities={bad!r})")
    done = run("annotate", here, "--proposer", "tool")
    assert done.exit_code == 0
    assert "3 items refused: another text stands there" in done.output
    assert "3 items refused: a label that the project has not got" in done.output
    assert "a-1, entities[0] “xxxxx”: another text stands there" in done.output


def test_what_fails_is_a_sentence_and_exit_code_1(here: Path, tmp_path: Path) -> None:
    add(here, tmp_path, "say(article) if article['id'] == 'a-1' else sys.exit('cannot load the model')")
    done = run("annotate", here, "--proposer", "tool")
    assert done.exit_code == 1
    assert "citata: tool proposed nothing for a-2: The command ended with exit code 1" in done.output
    assert "and said last: cannot load the model." in done.output
    assert "1 article pre-annotated" in done.output
    language.use("ru")
    assert "Команда завершилась с кодом 1" in run("annotate", here, "--proposer", "tool").output


def test_a_command_from_somebody_else_waits_to_be_allowed(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "ran"
    add(here, tmp_path, f"open({str(mark)!r}, 'w').close(); say(article)")
    monkeypatch.setenv(consent.VARIABLE, str(tmp_path / "another-machine.json"))
    for words in (("annotate", here, "--proposer", "tool"), ("proposers", here, "--try", "tool")):
        done = run(*words)
        assert done.exit_code == 1
        assert "--allow tool" in done.output
        assert not mark.exists()
    assert "not allowed yet" in run("proposers", here).output
    assert run("proposers", here, "--allow", "tool").exit_code == 0
    assert run("annotate", here, "--proposer", "tool").exit_code == 0
    assert mark.exists()


def test_another_host_is_asked_only_with_a_consent_that_names_it(here: Path) -> None:
    url = "http://annotator.invalid:8000/x"
    named = run("proposers", here, "--add", "far", "--url", url)
    assert (named.exit_code, "--consent annotator.invalid:8000" in named.output) == (0, True)
    refused = run("annotate", here, "--proposer", "far")
    assert (refused.exit_code, "only with your consent" in refused.output) == (1, True)
    wrong = run("annotate", here, "--proposer", "far", "--consent", "example.org")
    assert (wrong.exit_code, "Nothing was sent" in wrong.output) == (1, True)
    right = run("annotate", here, "--proposer", "far", "--consent", "annotator.invalid", "--author", "olga")
    assert (right.exit_code, "There is no machine annotator.invalid" in right.output) == (1, True)
    assert "olga, 20" in run("proposers", here).output


def test_a_model_is_asked_with_the_guidelines_beside_the_project(here: Path) -> None:
    here.with_name("work.guidelines.md").write_text("# Правила проекта\n", encoding="utf-8")
    with server(lambda request: chat({"quotations": [], "entities": [{"label": "PER", "text": "Крыловой"}]})) as there:
        words = ("--add", "gemma", "--url", there.url + "/v1", "--model", "m", "--seconds", 30, "--part", 900)
        assert run("proposers", here, *words).exit_code == 0
        assert run("annotate", here, "--proposer", "gemma").exit_code == 0
    assert "# Правила проекта" in there.requests[0].json["messages"][0]["content"]
    with Project.open(here, "vera") as opened:
        layer = opened.layer("a-3", "auto:gemma")
        assert layer is not None
        assert len(layer.entities()) == 1


def test_a_server_that_stops_leaves_what_was_done(here: Path) -> None:
    done: list[str] = []

    def say(request):  # type: ignore[no-untyped-def]
        done.append(request.json["id"])
        gone = len(done) == 2
        return Said(b'{"error": "no such route"}', 404) if gone else Said(json.dumps(answer(done[-1])).encode())

    with server(say) as there:
        run("proposers", here, "--add", "far", "--url", there.url)
        first = run("annotate", here, "--proposer", "far")
        assert first.exit_code == 1
        assert "1 article is done and in the project." in first.output
        assert "no such route" in first.output
        assert run("annotate", here, "--proposer", "far").exit_code == 0
    assert done == ["a-1", "a-2", "a-2", "a-3"]


@pytest.mark.parametrize(
    "words",
    [
        ("--add", "x"),
        ("--add", "x", "--url", "http://127.0.0.1", "--", "prog"),
        ("--url", "http://127.0.0.1"),
        ("--add", "x", "--remove", "y", "--", "prog"),
        ("--", "prog"),
        ("--consent", "x"),
        ("--add", "x", "--seconds", "0", "--", "prog"),
    ],
)
def test_wrong_usage(here: Path, words: tuple[str, ...]) -> None:
    assert run("proposers", here, *words).exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--add", "auto", "--", "x"), "cannot be the name"),
        (("--add", "a b", "--", "x"), "cannot be the name"),
        (("--add", "../a", "--", "x"), "cannot be the name"),
        (("--add", "x", "--url", "ftp://x"), "begins with http://"),
        (("--add", "x", "--url", "http://127.0.0.1", "--model", " "), "names no model"),
        (("--remove", "none"), "names no proposer none"),
        (("--try", "none"), "names no proposer none"),
        (("--show", "none"), "has proposed nothing"),
    ],
)
def test_what_cannot_be(here: Path, words: tuple[str, ...], said: str) -> None:
    done = run("proposers", here, *words)
    assert (done.exit_code, said in done.output) == (1, True)


def test_a_text_has_no_proposers(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Слово.", encoding="utf-8")
    assert run("annotate", text, "--proposer", "x").exit_code == 2


def test_the_example_of_the_docs_is_twenty_lines_and_works(here: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "proposers.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- towns\.py -->\n```python\n(.*?)```\n<!-- end -->", page, re.DOTALL)
    assert found is not None
    assert len(found[1].splitlines()) <= 23
    (tmp_path / "towns.py").write_text(found[1], encoding="utf-8")
    text = "В Заречье 🏭 открыли мост. Мэр Заречья молчит, Зареченск тоже. Дорога из Верхнего Лога закрыта."
    with Project.open(here, "vera") as opened:
        opened.add_article(make("b-1", text))
    add_words = ("proposers", here, "--add", "towns", "--", sys.executable, "towns.py")
    assert run(*add_words).exit_code == 0
    assert run("annotate", here, "--proposer", "towns").exit_code == 0
    with Project.open(here, "vera") as opened:
        layer = opened.layer("b-1", "auto:towns")
        assert layer is not None
        names = [text[slice(*item.range)] for item in layer.annotations() if isinstance(item, Entity)]
        assert names == ["Заречье", "Заречья", "Верхнего Лога"]
        assert layer.head.extra["proposer"] == {"name": "towns", "version": "1"}
