"""The progress bar and the list of refusals, on a stream that says it is a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from core.cli.author import author_name
from core.cli.progress import bar, print_refused
from core.errors import UserError
from core.formats.base import Refused
from core.language import use


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_drawn_on(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)
    with bar("Reading", 3) as shown:
        shown(2, "статья")
        shown(3, "статья")
    assert "Reading" in terminal.getvalue()
    assert "3/3" in terminal.getvalue()


def test_a_pipe_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with bar("Reading", None) as shown:
        shown(1, "x")
    assert capsys.readouterr() == ("", "")


def test_refusals_are_printed_in_the_users_language(capsys: pytest.CaptureFixture[str]) -> None:
    error = UserError("record-id-empty", source="a.jsonl", line=2, field="id")
    assert print_refused([Refused("a.jsonl", 2, "id", error)]) == 1
    assert capsys.readouterr().err == "citata: a.jsonl, line 2, id: the id is empty.\n"
    use("ru")
    assert print_refused([Refused("a.jsonl", 2, "id", error)]) == 1
    assert capsys.readouterr().err == "citata: a.jsonl, строка 2, id: идентификатор пуст.\n"


@pytest.mark.parametrize(
    ("count", "more"),
    [(0, ""), (20, ""), (21, "and 1 more refused; --report FILE lists them all."), (35, "and 15 more refused; ")],
)
def test_twenty_refusals_are_printed_and_the_others_counted(
    capsys: pytest.CaptureFixture[str], count: int, more: str
) -> None:
    refusals = (
        Refused("a.jsonl", at, "id", UserError("record-id-empty", source="a.jsonl", line=at, field="id"))
        for at in range(1, count + 1)
    )
    assert print_refused(refusals) == count
    out, err = capsys.readouterr()
    lines = err.splitlines()
    shown = [f"citata: a.jsonl, line {at}, id: the id is empty." for at in range(1, min(count, 20) + 1)]
    assert (out, lines[: len(shown)]) == ("", shown)
    assert len(lines[len(shown) :]) == bool(more)
    assert "".join(lines[len(shown) :]).startswith(f"citata: {more}" if more else "")


def test_the_end_of_a_long_name_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys, "stderr", terminal)
    with bar("Reading", None) as shown:
        shown(7, f"начало{'я' * 39}ю")
    assert f" {'я' * 39}ю\n" in terminal.getvalue()
    assert "о" + "я" * 39 not in terminal.getvalue()
    assert "7/?" in terminal.getvalue()


def test_the_author_is_the_user_or_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    import getpass

    monkeypatch.setattr(getpass, "getuser", lambda: "vera")
    assert author_name() == "vera"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert author_name() == "citata"
