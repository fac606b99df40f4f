"""Commands that propose, as real processes: right answers, and every way in which a program can fail."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.model.layer import Layer
from core.preannotate.batch import preannotate, without_proposals
from core.proposers import Definition, Kind, Proposing
from core.proposers.waiting import Stopped
from core.store import Project
from tests.proposer_samples import command, make, project
from tests.waiting import until


def asked(definition: Definition, folder: Path) -> Proposing:
    from core.model.schema import standard

    return Proposing(definition, standard(), folder)


def outcomes(definition: Definition, folder: Path, count: int = 2) -> list[Layer | UserError]:
    articles = [make(f"a-{number}") for number in range(1, count + 1)]
    return [found for _, found in asked(definition, folder).each(articles)]


def reason(found: Layer | UserError) -> UserError:
    assert isinstance(found, UserError)
    inner = found.facts["reason"]
    assert isinstance(inner, UserError)
    return inner


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"


def wait_until_gone(pid: int) -> None:
    until(lambda: is_gone(pid), "the end of the process")


def test_a_command_gets_lines_of_the_exchange_format_and_proposes(tmp_path: Path) -> None:
    body = """
        assert article["format"] == "citata/1" and "PER" in article["labels"], article
        say(article, version=str(os.getpid()))
    """
    found = outcomes(command(tmp_path, body), tmp_path, 3)
    layers = [one for one in found if isinstance(one, Layer)]
    assert [(one.article.id, len(one.annotations())) for one in layers] == [("a-1", 3), ("a-2", 3), ("a-3", 3)]
    pids = {one.head.extra["proposer"]["version"] for one in layers}
    assert len(pids) == 1  # one process for all
    wait_until_gone(int(pids.pop()))


def test_a_command_may_be_started_anew_for_each_article(tmp_path: Path) -> None:
    path = tmp_path / "filter.py"
    path.write_text(
        "import json, os, sys\n"
        "for line in sys.stdin.read().splitlines():\n"  # reads to the end before it answers
        "    print(json.dumps({'id': json.loads(line)['id'], 'entities': [], 'version': str(os.getpid())}))\n"
    )
    definition = Definition(name="f", kind=Kind.COMMAND, command=(sys.executable, str(path)), anew=True)
    found = [one for one in outcomes(definition, tmp_path) if isinstance(one, Layer)]
    assert len({one.head.extra["proposer"]["version"] for one in found}) == 2


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ("print('no such file', file=sys.stderr); sys.exit(3)", "proposer-exit", "no such file"),
        ("sys.exit(0)", "proposer-silent", "without an answer"),
        ("os.kill(os.getpid(), 9)", "proposer-killed", "signal 9"),
        ("print('Loading model…')", "proposer-json", "Loading model"),
        ("print('<html>')", "proposer-json", "<html>"),
        ("print('[]')", "proposer-json", "not one JSON object"),
        ("say({'id': 'other'})", "proposer-other-article", "about other"),
        ("print(json.dumps({'id': article['id']}))", "proposer-shape", "no lists"),
        ("time.sleep(600)", "proposer-slow", "1 seconds"),
        ("print(); print('  '); time.sleep(600)", "proposer-slow", "1 seconds"),
        ("os.close(1); time.sleep(600)", "proposer-slow", "1 seconds"),
    ],
)
def test_what_a_command_does_wrong_is_said_of_the_article(tmp_path: Path, body: str, code: str, said: str) -> None:
    body = f"if article['id'] == 'a-2':\n    {body}\nelse:\n    say(article)"
    seconds = 1 if code == "proposer-slow" else 120
    found = outcomes(command(tmp_path, body, seconds=seconds), tmp_path, 3)
    assert isinstance(found[0], Layer)
    assert isinstance(found[2], Layer)
    assert reason(found[1]).code == code
    assert said in str(found[1])
    assert str(found[1]).startswith("tool proposed nothing for a-2: ")


def test_a_line_too_many_does_not_shift_the_answers(tmp_path: Path) -> None:
    found = outcomes(command(tmp_path, "say(article); say(article); say(article)"), tmp_path, 4)
    assert [one.article.id for one in found if isinstance(one, Layer)] == ["a-1", "a-2", "a-3", "a-4"]


def test_an_answer_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.proposers.process.LINE_LIMIT", 200_000)
    found = outcomes(command(tmp_path, "while True: sys.stdout.write('x' * 65536)"), tmp_path, 1)
    assert reason(found[0]).code == "proposer-too-much"


def test_noise_on_standard_error_does_no_harm(tmp_path: Path) -> None:
    found = outcomes(command(tmp_path, "sys.stderr.write('noise\\n' * 200000); say(article)"), tmp_path)
    assert all(isinstance(one, Layer) for one in found)


def test_a_command_that_reads_nothing_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "deaf.py"
    path.write_text("import time\ntime.sleep(600)\n")
    definition = Definition(name="deaf", kind=Kind.COMMAND, command=(sys.executable, str(path)), seconds=1)
    long = make("a-1", "Слово. " * 200_000)
    found = [one for _, one in asked(definition, tmp_path).each([long])]
    assert reason(found[0]).code == "proposer-slow"


def test_a_command_is_killed_with_its_children(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    body = f"""
        import subprocess
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        open({str(pids)!r}, "w").write(f"{{os.getpid()}} {{child.pid}}")
        time.sleep(600)
    """
    found = outcomes(command(tmp_path, body, seconds=3), tmp_path, 1)
    assert reason(found[0]).code == "proposer-slow"
    for pid in pids.read_text().split():
        wait_until_gone(int(pid))


@pytest.mark.parametrize("program", ["no-such-program-anywhere", "/no/such/program", "./none.sh"])
def test_a_command_that_is_not_there_ends_the_run(tmp_path: Path, program: str) -> None:
    with pytest.raises(UserError) as error:
        outcomes(Definition(name="x", kind=Kind.COMMAND, command=(program,)), tmp_path)
    assert str(error.value) == f"There is no command {program}. Install it, or write its whole path."


def test_a_command_that_may_not_run_ends_the_run(tmp_path: Path) -> None:
    path = tmp_path / "data.txt"
    path.write_text("no program")
    with pytest.raises(UserError) as error:
        outcomes(Definition(name="x", kind=Kind.COMMAND, command=(str(path),)), tmp_path)
    assert error.value.code == "proposer-not-started"


def test_no_shell_reads_the_arguments(tmp_path: Path) -> None:
    words = "$(touch pwned); `touch pwned` | & > pwned"
    made = command(tmp_path, f"assert sys.argv[1] == {words!r}; say(article)")
    made = Definition(name="tool", kind=Kind.COMMAND, command=(*made.command, words))
    assert isinstance(outcomes(made, tmp_path, 1)[0], Layer)
    assert not (tmp_path / "pwned").exists()


def test_after_three_failures_in_a_row_it_is_asked_no_more(tmp_path: Path) -> None:
    log = tmp_path / "log"
    body = f"open({str(log)!r}, 'a').write(article['id'] + ' '); sys.exit(1)"
    with pytest.raises(UserError) as error:
        outcomes(command(tmp_path, body), tmp_path, 9)
    assert error.value.code == "proposer-gave-up"
    assert "exit code 1" in str(error.value)
    assert log.read_text().split() == ["a-1", "a-2", "a-3"]


def test_who_stops_does_not_wait_for_the_answer(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    body = f"open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    run = asked(command(tmp_path, body), tmp_path)
    assert list(run.each([make()], going=lambda: not (pid.exists() and pid.read_text()))) == []
    wait_until_gone(int(pid.read_text()))
    assert issubclass(Stopped, Exception)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Project]:
    with project(tmp_path, 3) as made:
        yield made


def test_its_layer_stands_beside_ours_and_what_fails_stays_as_it_was(here: Project, tmp_path: Path) -> None:
    body = "say(article) if article['id'] != 'a-2' else sys.exit(2)"
    run = asked(command(tmp_path, body), tmp_path)
    done = preannotate(here, run, without_proposals(here, "auto:tool"))
    assert (done.filled, len(done.failed)) == (("a-1", "a-3"), 1)
    assert here.layers_of("a-1") == ["auto:tool"]
    assert without_proposals(here, "auto:tool") == ["a-2"]
    assert without_proposals(here) == ["a-1", "a-2", "a-3"]
    assert here.history("a-1", "auto:tool")[0].edit.name == "pre-annotate"


def test_a_run_that_was_killed_goes_on_where_it_was(here: Project, tmp_path: Path) -> None:
    """The program that asks is killed while the second article is asked about; the first is in the project."""
    log = tmp_path / "log"
    body = f"""
        open({str(log)!r}, "a").write(article["id"] + " ")
        if article["id"] == "a-2" and not os.path.exists({str(tmp_path / "go")!r}):
            time.sleep(600)
        say(article)
    """
    made = command(tmp_path, body)
    path = here.path
    here.close()
    words = [sys.executable, "-m", "core.cli", "proposers", str(path), "--add", "tool", "--", *made.command]
    subprocess.run(words, check=True, capture_output=True)
    run = [sys.executable, "-m", "core.cli", "annotate", str(path), "--proposer", "tool"]
    running = subprocess.Popen(run, stderr=subprocess.DEVNULL)
    until(lambda: running.poll() is not None or (log.exists() and "a-2" in log.read_text()), "the second article")
    assert running.poll() is None
    running.kill()
    running.wait()
    (tmp_path / "go").touch()
    log.write_text("")
    done = subprocess.run(run, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert log.read_text().split() == ["a-2", "a-3"]
    assert "2 articles pre-annotated" in done.stderr
    with Project.open(path, "vera") as opened:
        assert all(opened.layers_of(f"a-{n}") == ["auto:tool"] for n in (1, 2, 3))
