"""Standard input and output within one process: what they bear, how what comes in is told, who reads what goes out."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from core.cli import main, version
from core.cli.command import EXITS, Command, Pipe, is_read, prepare_streams
from core.cli.desktop import data_folder
from core.cli.shell import manual_page
from core.cli.streams import STREAM, standard_input
from core.language import use
from tests.command_lines import context

TEXT = "Мост открыли вчера."
PAGE = f"<html><head><title>Мост</title></head><body><p>{TEXT}</p></body></html>"
ROW = {"format": "citata/1", "id": "r", "text": TEXT}


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("в архиве.txt", TEXT)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (TEXT.encode(), ".txt"), (b"{\\rtf1 x}", ".rtf"), (b"{\\RTF1 x}", ".rtf"), (b'{"a": 1}', ".jsonl"),
        (b"\xef\xbb\xbf \n" + b'{"a": 1}', ".jsonl"), (b" [1]", ".json"), (b"%PDF-1.4", ".pdf"), (b"%pdf-1.4", ".pdf"),
        (b"PK\x03\x04rest", ".zip"), (b"pk\x03\x04rest", ".zip"), (b"PK rest", ".txt"),
        (b"<!DOCTYPE html><p>", ".html"), (b"<HTML lang=ru>", ".html"), (b"<p>x", ".txt"), (b"<!doctype x>", ".txt"),
        (b" " * 4095 + b"[", ".json"), (b" " * 4096 + b"[", ".txt"), (b"-", ".txt"),
    ],
)  # fmt: skip
def test_what_comes_in_is_told_from_how_it_begins(data: bytes, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    with standard_input([Path("a.txt"), STREAM, Path("b.txt")]) as paths:
        assert [path.name for path in paths] == ["a.txt", f"stdin{suffix}", "b.txt"]
        assert paths[1].read_bytes() == data
        folder = paths[1].parent
        assert folder.name.startswith("citata-stdin-")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("format_", "suffix"), [("jsonl", ".jsonl"), ("docx", ".docx"), ("table", ".csv"), ("html", ".html")]
)
def test_a_format_that_is_named_says_how_it_is_read(format_: str, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF")))
    with standard_input([STREAM], format_) as paths:
        assert paths[0].suffix == suffix


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (TEXT.encode(), (), "stdin: 19 characters (read as utf-8)"),
        (TEXT.encode("cp1251"), ("--encoding", "cp1251"), "stdin: 19 characters (read as cp1251)"),
        (json.dumps(ROW).encode() + b"\n", (), "r: 19 characters"),
        (json.dumps(ROW).encode() + b"\n", ("--format", "jsonl"), "r: 19 characters"),
    ],
)
def test_standard_input_is_an_article_like_any_other(
    data: bytes, words: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    done = CliRunner().invoke(main, ["import", str(tmp_path / "p"), "-", "--preview", *words], input=data)
    assert (done.exit_code, done.stdout) == (0, f"{line}\n"), done.output


@pytest.mark.parametrize(("data", "name"), [(PAGE.encode(), "Мост"), (zipped(), "")])
def test_pages_and_archives_come_in_by_standard_input(data: bytes, name: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["import", str(tmp_path / "p"), "-", "--preview"], input=data)
    assert done.exit_code == 0
    assert name in done.stdout
    assert "tmp" not in done.output


def test_what_an_encoding_lacks_is_written_with_backslashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = io.BytesIO(), io.BytesIO()
    (tmp_path / "one.txt").write_text("Мост открыли\n\n«Готово».", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, "koi8-r"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, "koi8-r", "strict"))
    main.main(["import", "p.citata", "one.txt", "--preview"], standalone_mode=False)
    with pytest.raises(SystemExit):
        main.main(["status", "“нет”.citata"], standalone_mode=False)
    sys.stdout.flush()
    sys.stderr.flush()
    assert out.getvalue().decode("koi8-r").startswith("one: \\u201cМост открыли\\u201d, ")
    assert err.getvalue().decode("koi8-r").startswith("citata: There is no file \\u201cнет\\u201d.citata.")
    keeps = io.TextIOWrapper(io.BytesIO(), "ascii", "replace")
    monkeypatch.setattr(sys, "stdout", keeps)
    prepare_streams()
    assert (sys.stdout, keeps.errors) == (keeps, "replace")


def test_a_pipe_whose_reader_goes_away_takes_everything_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    pipe = Pipe(writer)
    assert (pipe.writable(), pipe.fileno(), pipe.isatty(), pipe.gone) == (True, writer, False, False)
    assert pipe.write("Мост".encode()) == 8
    assert os.read(reader, 100).decode() == "Мост"
    old = io.TextIOWrapper(os.fdopen(os.dup(writer), "wb"), "utf-8", line_buffering=True)
    monkeypatch.setattr(sys, "stdout", old)
    monkeypatch.setattr(sys, "__stdout__", old)
    prepare_streams()
    assert isinstance(sys.stdout, io.TextIOWrapper)
    assert sys.stdout is not old
    assert (sys.stdout.encoding, sys.stdout.line_buffering) == ("utf-8", True)
    assert (sys.stdout.errors, is_read()) == ("backslashreplace", True)
    click.echo("раз")
    assert os.read(reader, 100).decode() == "раз\n"
    os.close(reader)
    click.echo("два")
    assert not is_read()
    click.echo("три")
    assert pipe.write(b"x" * 9) == 9
    assert pipe.gone
    old.close()
    os.close(writer)


def test_who_has_no_pipe_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert is_read()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
    assert is_read()


def test_the_version_and_how_a_command_is_asked_for() -> None:
    done = CliRunner().invoke(main, ["--version"])
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"citata, version {version()}\n", "")
    done = CliRunner().invoke(main, ["--version", "--install-desktop", "status"])
    assert done.stdout == f"citata, version {version()}\n"
    for words in (["-h"], ["--help"], ["status", "-h"], ["status", "--help"]):
        assert CliRunner().invoke(main, words).exit_code == 0
    assert main.get_command(context(), "nothing") is None
    assert sorted(EXITS) == [0, 1, 2]


def test_completing_installs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder() == tmp_path
    for words in (["--install-desktop"], ["--remove-desktop"], ["--version"]):
        main.make_context("citata", [*words, "status"], resilient_parsing=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ex", [("export", "plain")]), ("re", [("restore", "plain"), ("report", "plain")]),
        ("work", [("work", "file")]),
        ("--v", [("--version", "plain")]), ("--", [("--version", "plain"), ("--install-desktop", "plain"),
                                                   ("--remove-desktop", "plain"), ("--help", "plain")]),
    ],
)  # fmt: skip
def test_what_a_shell_is_offered(typed: str, offered: list[tuple[str, str]]) -> None:
    found = main.shell_complete(context(), typed)
    assert sorted((one.value, one.type) for one in found) == sorted(offered)


def test_the_manual_page_is_safe_roff() -> None:
    @click.group()
    def odd() -> None:
        """.Begins with a dot-and-dash."""

    @odd.command()
    @click.option("--a", "--b|c", help="'Quoted' \\ backslash.")
    @click.option("--silent")
    def one(**_given: str) -> None:
        """Do it.

        Then
        again.
        """

    del one

    class Group(Command, click.Group):
        pass

    made = Group("odd", commands=odd.commands, help=".Begins with a dot-and-dash.", exits={7: "odd end"})
    page = manual_page(made, "1.0-b").splitlines()
    assert page[0] == '.TH CITATA 1 "" "citata 1.0\\-b" "User commands"'
    assert page[page.index(".SH NAME") + 1] == "citata \\- \\&.Begins with a dot\\-and\\-dash"
    assert page[page.index(".SH DESCRIPTION") + 2] == "\\&.Begins with a dot\\-and\\-dash."
    at = next(number for number, line in enumerate(page) if line.startswith(".SS citata one"))
    assert page[at : at + 5] == [".SS citata one [OPTIONS]", ".PP", "Do it.", ".PP", "Then again."]
    assert "\\&'Quoted' \\e backslash." in page
    assert "|\\:c" in "\n".join(page)
    assert not [line for line in page if "silent" in line]
    assert page[page.index(".SH EXIT STATUS") :][10:13] == [".TP", ".B 7", "odd end"]
    assert page[-4:] == [".SH ENVIRONMENT", ".TP", ".B CITATA_AUTHOR", "The name that the log gets."]


def test_help_is_in_the_users_language() -> None:
    use("ru")
    one = main.get_command(context(), "status")
    assert isinstance(one, Command)
    assert one.english_help.startswith("Show how far everybody is in PROJECT, and what waits for review")
    assert (one.help or "").startswith("Показать, ")
    assert Command("bare").english_help == ""
    said = CliRunner().invoke(main, ["status", "--help"], prog_name="citata").stdout
    assert said.partition(": ")[2].startswith("citata status [КЛЮЧИ] PROJECT\n\n  Показать, ")
    assert "\n\nКоды возврата:\n  0  " in said
    assert (
        CliRunner()
        .invoke(main, ["-h"], prog_name="citata")
        .stdout.partition(": ")[2]
        .startswith("citata [КЛЮЧИ] КОМАНДА")
    )
