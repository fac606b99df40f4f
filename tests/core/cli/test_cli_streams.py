"""``-`` as standard input and output, in real pipes between real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Мост открыли\n\n«Мост готов», — сообщил мэр Глеб Ершов.\n"
CITATA = (sys.executable, "-m", "core.cli")
ROOT = str(Path(__file__).resolve().parents[3])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = os.environ | {"PYTHONPATH": ROOT} | environment
    return subprocess.run([*CITATA, *words], input=stdin, capture_output=True, env=env, check=False)


def test_a_text_goes_through_all_three_commands(here: Path) -> None:
    annotated = run("annotate", "-", stdin=TEXT.encode())
    assert (annotated.returncode, annotated.stderr) == (0, b"1 article annotated\n")
    record = json.loads(annotated.stdout)
    assert (record["id"], record["annotator"], len(record["quotations"])) == ("stdin", "auto", 1)
    taken = run("import", "p.citata", "-", stdin=annotated.stdout)
    assert (taken.returncode, taken.stderr.splitlines()[0]) == (
        0,
        b"1 new article, 1 layer written, 0 there already, 0 refused",
    )
    written = run("export", "p.citata", "-o", "-", "--what", "people+open")
    assert (written.returncode, written.stdout) == (0, annotated.stdout)
    table = run("export", "p.citata", "-o", "-", "--what", "people+open", "--format", "quotes-csv")
    assert "«Мост готов»".encode() in table.stdout
    assert {path.name.partition("-")[0] for path in here.iterdir()} == {"p.citata"}


def test_texts_piped_in_turn_are_articles_of_their_own(here: Path) -> None:
    for number in range(3):
        done = run("import", "p.citata", "-", "--no-annotate", stdin=f"Мост номер {number} открыли.".encode("cp1251"))
        assert done.returncode == 0
    assert b"3 articles" in run("status", "p.citata").stdout


def test_the_explanation_stays_out_of_the_records(here: Path) -> None:
    done = run("annotate", "-", "--explain", stdin=TEXT.encode())
    assert json.loads(done.stdout)["id"] == "stdin"
    assert "because cue “сообщил”".encode() in done.stderr


@pytest.mark.parametrize(
    ("words", "stdin", "code", "said"),
    [
        (("annotate", "-"), b"", 1, "Nothing came in on standard input (-)."),
        (("annotate", "-", "-"), b"x", 1, "named twice"),
        (("import", "p.citata", "-"), b'{"format": "citata/1"', 1, "stdin, line 1: this is not a whole JSON object"),
        (("import", "p.citata", "-"), b"\x00\x01\x02\xff\xfe", 1, "stdin"),
    ],
)
def test_what_comes_in_wrong_is_one_sentence(
    here: Path, words: tuple[str, ...], stdin: bytes, code: int, said: str
) -> None:
    done = run(*words, stdin=stdin)
    assert (done.returncode, said in done.stderr.decode()) == (code, True), done.stderr.decode()
    assert "/tmp" not in done.stderr.decode()


def test_a_folder_and_the_parts_of_a_split_do_not_go_to_a_stream(here: Path) -> None:
    run("import", "p.citata", "-", stdin=TEXT.encode())
    for words in (("--format", "brat"), ("--split", "50/50")):
        done = run("export", "p.citata", "-o", "-", "--what", "people+open", *words)
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"standard output is one" in done.stderr


def closed(*words: str) -> tuple[int, bytes]:
    """Run a command whose output is closed before it says a word; return its exit code and standard error."""
    env = os.environ | {"PYTHONPATH": ROOT}
    writer = subprocess.Popen([*CITATA, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    said = writer.stderr.read()
    writer.stderr.close()
    return writer.wait(), said


def test_a_reader_that_goes_away_is_no_error_and_stops_no_work(here: Path) -> None:
    rows = [{"format": "citata/1", "id": f"a{n}", "annotator": "x", "text": "Мост готов. " * 400} for n in range(40)]
    (here / "many.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert run("import", "p.citata", "many.jsonl", "--no-annotate").returncode == 0
    assert closed("import", "p.citata", "many.jsonl", "--preview") == (0, b"")
    assert closed("annotate", "many.jsonl") == (0, b"")  # stops at the first article: nobody reads
    assert closed("backup", "p.citata", "-o", "copy.citata") == (0, b"")
    assert (here / "copy.citata").exists()
    code, _ = closed("verify", "copy.citata", "--repair", "new.citata")
    assert (code, (here / "new.citata").exists()) == (0, True)


def test_a_pipe_in_another_encoding_loses_nothing(here: Path) -> None:
    (here / "one.txt").write_text(TEXT, "utf-8")
    done = run("import", "p.citata", "one.txt", "--preview", PYTHONIOENCODING="koi8-r")
    assert (done.returncode, "\\u201cМост открыли\\u201d" in done.stdout.decode("koi8-r")) == (0, True)
