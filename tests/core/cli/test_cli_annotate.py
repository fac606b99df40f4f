"""``citata annotate`` with the real models: ids and order, layers ignored, bad lines beside good ones."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from core.cli.annotate import count
from core.formats.jsonl import read_record
from core.model import Quotation, State
from core.model.layer import Layer
from core.preannotate import Annotator, Proposals
from core.preannotate.speakers.features import NAMES
from core.report.reasons import FEATURES, in_words, rule_words
from tests.paths import ROOT

GOLDEN = ROOT / "tests" / "data" / "exchange.jsonl"
TEXT = "Новый мост откроют осенью\n\n«Деньги уже есть», — сказал глава Заречья Пётр Ёлкин."


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["annotate", *map(str, words)], catch_exceptions=False)


def layers(path: Path) -> list[Layer]:
    lines = enumerate(path.read_bytes().splitlines(), 1)
    return [read_record(line, source=str(path), line_number=number).layer for number, line in lines]


def test_texts_and_records_get_the_auto_layer(tmp_path: Path) -> None:
    text, out = tmp_path / "мост.txt", tmp_path / "out.jsonl"
    text.write_bytes(TEXT.encode("utf-16"))
    done = run(text, GOLDEN, "-o", out, "--explain")
    assert done.exit_code == 0
    found = layers(out)
    ids = [json.loads(line)["id"] for line in GOLDEN.read_bytes().splitlines()]
    assert [layer.article.id for layer in found] == ["мост", *ids]
    assert {layer.annotator for layer in found} == {"auto"}
    bridge = found[0]
    assert bridge.article.title == "Новый мост откроют осенью"
    assert [bridge.article.text[q.start : q.end] for q in bridge.quotations()] == ["«Деньги уже есть»"]
    for item in bridge.annotations():
        assert item.state is State.AUTO
        assert item.score is not None
        assert item.rule
        assert f"[{rule_words(item.rule)}]" in done.output
    assert all(isinstance(item.rule, str) for layer in found for item in layer.annotations())
    assert not any(q.id == "q1" and q.extra.get("tone") for layer in found for q in layer.quotations())
    assert "«Деньги уже есть»" in done.output
    quotation = next(item for item in bridge.annotations() if isinstance(item, Quotation))
    assert f"Direct {quotation.start}–{quotation.end}" in done.output


def test_a_bad_line_is_named_and_the_others_are_annotated(tmp_path: Path) -> None:
    lines = GOLDEN.read_bytes().splitlines(keepends=True)
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    other = json.loads(lines[0]) | {"text": "Другой текст."}
    path.write_bytes(lines[0] + b"{\n" + lines[0] + json.dumps(other).encode() + b"\n" + lines[4])
    done = run(path, tmp_path / "none.txt", "-o", out)
    assert done.exit_code == 1
    assert [layer.article.id for layer in layers(out)] == ["zavod-1", "empty-5"]
    assert f"{path}, line 2: this is not a whole JSON object" in done.output
    assert f"{path}, line 4, id: an article zavod-1 with another text" in done.output
    assert "There is no file" in done.output


def test_text_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    out, paths = tmp_path / "out.jsonl", []
    for number, text in enumerate(("Один.", "Два.", "Один.", "Три.")):
        (tmp_path / str(number)).mkdir()
        paths.append(tmp_path / str(number) / "пост.txt")
        paths[-1].write_text(text, encoding="utf-8")
    assert run(*paths, "-o", out).exit_code == 0
    assert [(layer.article.id, layer.article.text) for layer in layers(out)] == [
        ("пост", "Один."),
        ("пост-2", "Два."),
        ("пост-3", "Три."),
    ]


@pytest.mark.parametrize(("data", "words"), [(b"", "is empty"), (b"\x89PNG\r\n", "not a text file"), (b"{", "")])
def test_nothing_to_annotate_writes_nothing(tmp_path: Path, data: bytes, words: str) -> None:
    path, out = tmp_path / ("in.jsonl" if data == b"{" else "in.txt"), tmp_path / "out.jsonl"
    path.write_bytes(data)
    out.write_text("old")
    done = run(path, "-o", out)
    assert done.exit_code == 1
    assert words in done.output
    assert "Nothing was annotated: 1 refused." in done.output
    assert out.read_text() == "old"


def test_the_input_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(GOLDEN.read_bytes())
    done = run(path, "-o", path)
    assert (done.exit_code, "written over" in done.output) == (1, True)
    assert path.read_bytes() == GOLDEN.read_bytes()
    done = run(path, "-o", tmp_path / "none" / "out.jsonl")
    assert (done.exit_code, "cannot be written" in done.output) == (1, True)


def test_a_terminal_gets_a_progress_bar(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "core.cli", "annotate", str(GOLDEN), "-o", str(tmp_path / "out.jsonl")]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    shown = b""
    with subprocess.Popen(words, stderr=theirs, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as process:
        os.close(theirs)
        while chunk := _read_until_hangup(ours):
            shown += chunk
        assert process.stdout is not None
        assert process.stdout.read() == b""
    os.close(ours)
    assert process.returncode == 0
    assert "Annotating" in shown.decode("utf-8", "replace")
    assert b"/5" in shown


def _read_until_hangup(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux says EIO where the other side of a terminal has gone
        return b""


def test_articles_are_counted_before_they_are_annotated(tmp_path: Path) -> None:
    assert count([GOLDEN, tmp_path / "a.txt", tmp_path / "none.jsonl"]) == 7
    (tmp_path / "blank.jsonl").write_text('{"text": "Один."}\n\n  \n{"text": "Два."}\n', encoding="utf-8")
    assert count([tmp_path / "blank.jsonl"]) == 2


def test_the_evidence_is_printed_in_words(tmp_path: Path) -> None:
    text = tmp_path / "цех.txt"
    said = "Директор Анна Белова заявила, что цех стоит. Рядом стояли рабочие. Она добавила, что им заплатят."
    text.write_text(f"Цех закрыли\n\n{said}\n", encoding="utf-8")
    done = run(text, "-o", tmp_path / "out.jsonl", "--explain")
    lines = [line.strip() for line in done.output.splitlines()]
    assert "because cue “заявила”" in lines
    assert "because speaker: the mention names a person" in lines
    assert "because called by name where it was mentioned last" in lines
    assert not [line for line in lines if line.startswith("because") and "_" in line]


def test_every_number_of_the_ranking_has_words() -> None:
    assert not [name for name in NAMES if in_words(name) == name]
    assert not set(FEATURES) - set(NAMES)


def test_a_text_on_which_the_rules_fail_is_reported_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad, out = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "out.jsonl"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_text("Открыт парк.", encoding="utf-8")
    propose = Annotator.propose

    def stumbling(annotator: Annotator, text: str, date: str) -> Proposals:
        return propose(annotator, text if "мост" in text else text.split()[9], date)

    monkeypatch.setattr(Annotator, "propose", stumbling)
    done = run(bad, good, "-o", out)
    assert done.exit_code == 1
    assert [layer.article.id for layer in layers(out)] == ["good"]
    assert "The article bad could not be pre-annotated (IndexError: list index out of range)" in done.stderr
