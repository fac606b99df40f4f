"""Tables on terminals: aligned, and in blocks of columns where the terminal is too narrow."""

from __future__ import annotations

import os

import pytest

from core.cli import tables

HEAD = ("Слой", "Статьи", "Цитаты", "Сущности")
ROWS = (("anna", "10", "216", "179"), ("boris", "7", "166", "8"))


def test_a_wide_terminal_and_a_pipe_get_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    tables.print_table(HEAD, ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "Слой   Статьи  Цитаты  Сущности",
        "-----  ------  ------  --------",
        "anna       10     216       179",
        "boris       7     166         8",
        "",
    ]
    tables.print_table(HEAD, ())
    assert capsys.readouterr().out == ""


def test_a_narrow_terminal_gets_blocks_with_the_names_in_front(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    size = os.terminal_size((44, 20))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: size)
    tables.print_table((*HEAD, "По рукам", "Оставлено"), [(*row, "1", "100.0 %") for row in ROWS])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Слой   Статьи  Цитаты  Сущности  По рукам"
    assert lines[5] == "Слой   Оставлено"
    assert lines[7] == "anna     100.0 %"
    assert max(map(len, lines)) <= 44
