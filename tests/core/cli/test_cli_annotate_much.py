"""``citata annotate`` in several processes: the same bytes; what a killed run did is kept; a project filled."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.model import AUTO
from core.preannotate.bulk.partial import left, partial
from core.store import Project, verify
from tests.dask_processes import machines
from tests.paths import ROOT
from tests.waiting import LIMIT

CITATA = (sys.executable, "-m", "core.cli", "annotate")
COPIES = 4
SAMPLE = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "resources" / "sample").glob("*.txt"))]


def run(*words: object, code: int = 0) -> str:
    """Run the command; return what it says on standard error."""
    done = subprocess.run([*CITATA, *map(str, words)], capture_output=True, cwd=ROOT, check=False, timeout=LIMIT)
    said = done.stderr.decode()
    assert done.returncode == code, said
    return said


@contextmanager
def begun(*words: object) -> Iterator[subprocess.Popen[bytes]]:
    """Give the command as it runs, in a session of its own; see that all its processes end."""
    heard = ["env", "--default-signal=INT"]  # a suite that runs in the background hands an ignored Ctrl+C on
    with subprocess.Popen(
        [*heard, *CITATA, *map(str, words)], cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        yield process
        process.communicate(timeout=LIMIT)
        until_gone(process.pid)


def until(condition: Callable[[], object], process: subprocess.Popen[bytes], what: str) -> None:
    start = time.monotonic()
    while not condition():
        if process.poll() is not None or time.monotonic() - start > LIMIT:
            process.kill()
            pytest.fail(f"Waited in vain for {what}; it said: {process.communicate()[1].decode()}")
        time.sleep(0.01)


def group(session: int) -> list[int]:
    """Return the processes of a session that still run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(status.parent.name))
    return found


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the worker processes of a command."""
    found = []
    for pid in group(process.pid):
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if b"spawn_main" in line:
            found.append(pid)
    return found


def records(path: Path, copies: int) -> Path:
    """Write the sample so often, each copy with another ending."""
    rows = [
        {
            "id": f"{number}-{copy}",
            "title": None,
            "text": f"{text}\n{copy}",
            "meta": {"source": "проба", "copy": str(copy)},
        }
        for copy in range(copies)
        for number, text in enumerate(SAMPLE)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_two_processes_write_what_one_writes_and_refuse_what_one_refuses(tmp_path: Path) -> None:
    path = records(tmp_path / "in.jsonl", 1)
    lines = path.read_bytes().splitlines(keepends=True)
    other = json.loads(lines[0]) | {"text": "Другой текст."}
    path.write_bytes(b"".join([*lines[:2], b"{\n", *lines[2:5], json.dumps(other).encode() + b"\n", *lines[5:]]))
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    said = run(path, "none.txt", "-o", one, "--workers", "1", code=1)
    assert run(path, "none.txt", "-o", two, "--workers", "2", code=1) == said.replace("one.jsonl", "two.jsonl")
    assert two.read_bytes() == one.read_bytes()
    assert one.read_bytes().count(b"\n") == len(SAMPLE)
    explained = run(path, "-o", two, "--workers", "2", "--explain", code=1)
    assert "because" not in explained  # that is on standard output
    assert two.read_bytes() == one.read_bytes()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["in.jsonl", "one.jsonl", "two.jsonl"]


@pytest.fixture(scope="module")
def much(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The sample so often that a run can be stopped in it, and what one process makes of it."""
    folder = tmp_path_factory.mktemp("much")
    path, out = records(folder / "in.jsonl", COPIES), folder / "whole.jsonl"
    run(path, "-o", out, "--workers", "1")
    return path, out.read_bytes()


def test_a_killed_run_leaves_no_process_and_is_taken_up_where_it_stopped(
    tmp_path: Path, much: tuple[Path, bytes]
) -> None:
    (path, whole), out = much, tmp_path / "out.jsonl"
    out.write_text("old")
    with begun(path, "-o", out, "--workers", "2") as process:
        until(lambda: (part := left(out)) and part.read_bytes().count(b"\n") >= 4, process, "four records")
        process.kill()
    assert out.read_text() == "old"
    part = left(out)
    assert part is not None
    with part.open("ab") as file:
        file.write(b'{"format": "citata/1", "id": "half')
    done = part.read_bytes().count(b"\n")
    said = run(path, "-o", out, "--workers", "2")
    assert f"{done} articles were annotated by a run before this one" in said
    assert f"{COPIES * len(SAMPLE)} articles annotated" in said
    assert out.read_bytes() == whole
    assert left(out) is None


def until_gone(session: int) -> None:
    start = time.monotonic()
    while group(session):
        if time.monotonic() - start > LIMIT:
            pytest.fail(f"These processes stayed: {group(session)}")
        time.sleep(0.01)


def test_a_killed_worker_changes_nothing(tmp_path: Path, much: tuple[Path, bytes]) -> None:
    (path, whole), out = much, tmp_path / "out.jsonl"
    with begun(path, "-o", out, "--workers", "2") as process:
        until(lambda: (part := left(out)) and part.read_bytes().count(b"\n") >= 2, process, "two records")
        for pid in workers(process):
            os.kill(pid, signal.SIGKILL)
        said = process.communicate(timeout=LIMIT)[1].decode()
    assert (process.returncode, said) == (0, f"{COPIES * len(SAMPLE)} articles annotated: {out}\n")
    assert out.read_bytes() == whole


def test_ctrl_c_says_where_the_work_is_and_nothing_else(tmp_path: Path, much: tuple[Path, bytes]) -> None:
    (path, _), out = much, tmp_path / "out.jsonl"
    with begun(path, "-o", out, "--workers", "2") as process:
        until(lambda: (part := left(out)) and part.read_bytes().count(b"\n") >= 2, process, "two records")
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=LIMIT)[1].decode()
    assert process.returncode == 1
    assert said.split("\n", 1)[0].startswith(f"What was done is kept in {left(out)}; the same command goes on")
    assert said.split("\n")[1:] == ["", "Aborted!", ""] or said.split("\n")[1:] == ["Aborted!", ""]


def test_a_partial_file_is_taken_over_by_articles_and_never_by_others(tmp_path: Path, much: tuple[Path, bytes]) -> None:
    lines = much[1].splitlines(keepends=True)[: len(SAMPLE)]
    path, out = records(tmp_path / "in.jsonl", 1), tmp_path / "out.jsonl"
    with partial(out) as made:
        part = made.path
    foreign = json.loads(lines[3]) | {"annotator": "anna"}
    part.write_bytes(lines[7] + b"\0\0\0\n" + lines[2] + json.dumps(foreign, ensure_ascii=False).encode() + b"\n")
    stale = tmp_path / f"{out.name}.0123456789ab.part"
    stale.write_bytes(lines[0])
    assert "2 articles were annotated by a run before this one" in run(path, "-o", out)
    assert out.read_bytes() == b"".join(lines)
    assert not list(tmp_path.glob("*.part"))


def test_a_partial_file_has_one_writer(tmp_path: Path) -> None:
    path, out = records(tmp_path / "in.jsonl", 1), tmp_path / "out.jsonl"
    with partial(out):
        assert f"Another run is writing {left(out)}." in run(path, "-o", out, code=1)
    assert out.read_bytes() == b""


def project_of(path: Path, source: Path) -> Path:
    from core.exchange.transfer import import_files

    with Project.create(path, "anna") as project:
        import_files(project, [source])
    return path


def bare(path: Path) -> Path:
    """Write the sample as texts."""
    folder = path / "texts"
    folder.mkdir()
    for number, text in enumerate(SAMPLE):
        (folder / f"t{number}.txt").write_text(text, encoding="utf-8")
    return folder


def logged(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return of every article what the log of its proposals has, with its author."""
    with Project.open(path, "x", read_only=True) as project:
        rows = project.article_rows(AUTO)
        return {row.id: [(one.edit.name, one.author) for one in project.history(row.id, AUTO)] for row in rows}


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=lambda how: how.name)
def test_a_project_is_filled_and_a_stopped_run_goes_on(tmp_path: Path, how: signal.Signals) -> None:
    path = project_of(tmp_path / "p.citata", bare(tmp_path))
    with begun(path, "--workers", "2", "--author", "vera") as process:
        until(lambda: any(logged(path).values()), process, "the first proposals")
        process.send_signal(how)
        told = process.communicate(timeout=LIMIT)[1].decode()
    before = logged(path)
    assert (how is signal.SIGINT) == ("done and in the project." in told), told
    said = run(path, "--workers", "2", "--author", "anna")
    after = logged(path)
    assert f"{sum(not entries for entries in before.values())} article" in said
    assert all(after[name] == entries for name, entries in before.items() if entries)
    assert all(len(entries) == 1 for entries in after.values())
    assert not verify(path).findings
    assert "Every article has proposals already." in run(path)
    one = tmp_path / "one.citata"
    assert run(project_of(one, tmp_path / "texts"), "--workers", "1") == f"{len(SAMPLE)} articles pre-annotated\n"
    assert layers(path) == layers(one)


def layers(path: Path) -> list[object]:
    with Project.open(path, "x", read_only=True) as project:
        return [found.everything() for row in project.article_rows(AUTO) if (found := project.layer(row.id, AUTO))]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["p.citata", "-o", "out.jsonl"], "A project is annotated in place"),
        (["p.citata", "--explain"], "A project is annotated in place"),
        (["t.txt", "--every"], "--every is for a project"),
        (["t.txt", "--workers", "0"], "--workers"),
    ],
)
def test_what_does_not_fit_together_is_a_usage_error(tmp_path: Path, words: list[str], said: str) -> None:
    with Project.create(tmp_path / "p.citata", "anna"):
        pass
    (tmp_path / "t.txt").write_text("Текст.", encoding="utf-8")
    first, *rest = words
    assert said in run(tmp_path / first, *rest, code=2)


def test_a_scheduler_of_this_machine_writes_the_same(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    path, one, two = records(tmp_path / "in.jsonl", 1), tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    said = run(path, "-o", one, "--workers", "1")
    assert run(path, "-o", two, "--scheduler", "local", "--workers", "2") == said.replace("one.jsonl", "two.jsonl")
    assert two.read_bytes() == one.read_bytes()


def test_a_scheduler_that_is_lost_is_a_sentence_and_what_was_done_is_gone_on_from(
    tmp_path: Path, much: tuple[Path, bytes]
) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    (path, whole), out = much, tmp_path / "out.jsonl"
    with machines(tmp_path) as made:
        made.worker()
        with begun(path, "-o", out, "--scheduler", made.address) as process:
            until(lambda: (part := left(out)) and part.read_bytes().count(b"\n") >= 2, process, "two records")
            made.scheduler.kill()
            said = process.communicate(timeout=LIMIT)[1].decode()
        assert (process.returncode, "Traceback" in said) == (1, False)
        assert f"The connection to the scheduler {made.address} has broken off" in said
        assert f"What was done is kept in {left(out)}; the same command goes on" in said
        kept = left(out)
        assert kept is not None
        done = kept.read_bytes()
        gone = run(path, "-o", out, "--scheduler", made.address, code=1)
        assert f"The scheduler {made.address} cannot be reached" in gone
        assert kept.read_bytes() == done
    assert "were annotated by a run before this one" in run(path, "-o", out)
    assert out.read_bytes() == whole


def test_without_dask_a_scheduler_is_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("Текст.", encoding="utf-8")
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "distributed.py").write_text("raise ImportError('hidden')")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(hidden), str(ROOT)))}
    done = subprocess.run(
        [*CITATA, str(text), "--scheduler", "local"], capture_output=True, cwd=ROOT, check=False, env=environment
    )
    assert done.returncode == 1
    assert b"needs distributed, which this Citata came without" in done.stderr
    assert b"pip install 'citata[cluster]'" in done.stderr
