"""What does not go together on a command line: exit code 2, one sentence, and nothing is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import main
from core.preannotate import Annotator, Proposals
from tests.store_samples import annotated

FILES = "A project is annotated in place: --output, --explain and --encoding are for files."
PROPOSER = "--proposer and --consent are for a project."
WORKERS = "--workers and --scheduler are for our own pre-annotation, not for --proposer."
LEARN, PROPOSERS = "Give one option at a time.", "--add, --remove, --allow, --show and --try are for one at a time."
ADD = "A command, --url, --model, --key, --version and --anew are for --add."


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usage")
    annotated(folder / "p.citata").close()
    shutil.copy(folder / "p.citata", folder / "q.citata")
    (folder / "one.txt").write_text("Мост готов.", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("annotate p.citata -o out.jsonl", FILES), ("annotate p.citata --explain", FILES),
        ("annotate p.citata --encoding utf-8", FILES), ("annotate one.txt --proposer x", PROPOSER),
        ("annotate one.txt --consent x", PROPOSER), ("annotate p.citata one.txt --proposer x", PROPOSER),
        ("annotate p.citata q.citata --every", "--every is for a project."),
        ("annotate one.txt --every", "--every is for a project."),
        ("annotate p.citata --consent x", "--consent is for --proposer."),
        ("annotate p.citata --proposer x --workers 1", WORKERS),
        ("annotate p.citata --proposer x --scheduler local", WORKERS),
        ("annotate one.txt --workers 0", "Invalid value for '--workers': 0 is not in the range x>=1."),
        ("annotate", "Missing argument 'IN...'."),
        ("import p.citata", "Missing argument 'FILE...'."),
        ("export p.citata", "Missing option '-o' / '--output'. -o - writes to standard output."),
        ("export p.citata -o out --since 2031-01-02 --until 2031-01-01", "The first date is after the last one."),
        ("export p.citata -o out --min-score -1", "Invalid value for '--min-score': -1.0 is not in the range 0<=x<=1."),
        ("search p.citata", "Missing argument 'QUERY' (or '--rebuild', to make the index anew)."),
        ("search p.citata x --limit -1", "Invalid value for '--limit': -1 is not in the range x>=0."),
        ("search p.citata x --offset -1", "Invalid value for '--offset': -1 is not in the range x>=0."),
        ("search p.citata x --context 5001", "Invalid value for '--context': 5001 is not in the range 0<=x<=5000."),
        ("counts p.citata --pairs --progress", "--pairs and --progress are asked for one at a time."),
        ("counts p.citata --collocates x --progress", "--collocates and --progress are asked for one at a time."),
        ("counts p.citata --pairs --collocates x --progress", "--pairs and --collocates are asked for one at a time."),
        ("counts p.citata --progress --chart x.svg", "'--chart' draws quotations by one or two axes, not --progress."),
        ("counts p.citata --pairs --chart x.svg", "'--chart' draws quotations by one or two axes, not --pairs."),
        ("counts p.citata --window 0", "Invalid value for '--window': 0 is not in the range 1<=x<=15."),
        ("counts p.citata --window 16", "Invalid value for '--window': 16 is not in the range 1<=x<=15."),
        ("counts p.citata --least 0", "Invalid value for '--least': 0 is not in the range x>=1."),
        ("counts p.citata --limit -1", "Invalid value for '--limit': -1 is not in the range x>=0."),
        ("evaluate a b --errors -1", "Invalid value for '--errors': -1 is not in the range x>=0."),
        ("agree a", "Give two layers or more."),
        ("agree a b --bootstrap -1", "Invalid value for '--bootstrap': -1 is not in the range x>=0."),
        ("assign p.citata", "Missing option '--to' (or '--scope', to say what is annotated)."),
        ("assign p.citata --to a --each 1", "Invalid value for '--each': 1 is not in the range x>=2."),
        ("assign p.citata --to a --blank 1.5", "Invalid value for '--blank': 1.5 is not in the range 0<=x<=1."),
        ("assign p.citata --to a --doubled -1", "Invalid value for '--doubled': -1.0 is not in the range 0<=x<=1."),
        ("report p.citata", "Missing option '-o' / '--output'."),
        ("page p.citata", "Missing option '-o' / '--output'."),
        ("learn p.citata --on --show", LEARN), ("learn p.citata --show --check", LEARN),
        ("learn p.citata --forget x --undo", LEARN), ("learn p.citata --export x --import y", LEARN),
        ("learn p.citata --off --export x", LEARN), ("learn p.citata --import x --check", LEARN),
        ("learn p.citata --json", "--json is for --show and --check."),
        ("learn p.citata --on --json", "--json is for --show and --check."),
        ("proposers p.citata --add x --remove y", PROPOSERS), ("proposers p.citata --allow x --show y", PROPOSERS),
        ("proposers p.citata --try x --allow y", PROPOSERS), ("proposers p.citata --show x --remove y", PROPOSERS),
        ("proposers p.citata --url x", ADD), ("proposers p.citata --model x", ADD), ("proposers p.citata --key x", ADD),
        ("proposers p.citata --version x", ADD), ("proposers p.citata --anew", ADD), ("proposers p.citata -- x", ADD),
        ("proposers p.citata --add x", "Name a command after --, or a server with --url."),
        ("proposers p.citata --add x --url http://y -- z", "Name a command after --, or a server with --url."),
        ("proposers p.citata --consent x --show auto", "--consent is for --add and --try."),
        ("proposers p.citata --seconds 3601", "Invalid value for '--seconds': 3601 is not in the range 1<=x<=3600."),
        ("proposers p.citata --part 499", "Invalid value for '--part': 499 is not in the range 500<=x<=200000."),
        ("proposers p.citata --part 200001", "Invalid value for '--part': 200001 is not in the range 500<=x<=200000."),
        ("compact p.citata --days -1", "Invalid value for '--days': -1 is not in the range x>=0."),
        ("merge p.citata q.citata --prefer x", "Invalid value for '--prefer': 'x' is not one of 'ours', 'theirs'."),
        ("completion", "Missing argument 'SHELL'."), ("--nothing", "No such option '--nothing'."),
    ],
)  # fmt: skip
def test_what_does_not_go_together(there: Path, monkeypatch: pytest.MonkeyPatch, line: str, said: str) -> None:
    monkeypatch.chdir(there)
    before = sorted(path.name for path in there.iterdir())
    done = CliRunner().invoke(main, line.split(), catch_exceptions=False, prog_name="citata")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[3].startswith(f"Error: {said}"), done.stderr
    assert sorted(path.name for path in there.iterdir()) == before


def test_a_run_that_is_stopped_says_where_its_work_is_and_is_gone_on_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", "«Мост готов», — сообщил мэр Глеб Ершов."), ("b", "Второй мост закрыт.")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    propose = Annotator.propose

    def stopped(annotator: Annotator, text: str, date: str) -> Proposals:
        if text.startswith("Второй"):
            raise KeyboardInterrupt
        return propose(annotator, text, date)

    words = ["annotate", "a.txt", "b.txt", "-o", "out.jsonl", "--workers", "1"]
    with monkeypatch.context() as now:
        now.setattr(Annotator, "propose", stopped)
        done = CliRunner().invoke(main, words)
        piped = CliRunner().invoke(main, [*words[:3], "--workers", "1"])
    (kept,) = tmp_path.glob("out.jsonl.*.part")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (f"What was done is kept in {kept}; the same command goes on from there.")
    assert (piped.exit_code, "kept" in piped.stderr) == (1, False)
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stderr) == (
        0, "1 article was annotated by a run before this one\n2 articles annotated: out.jsonl\n",
    )  # fmt: skip
    assert not kept.exists()
