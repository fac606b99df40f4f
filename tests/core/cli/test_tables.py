"""Tables on terminals: aligned, and in blocks of columns where the terminal is too narrow."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.cli import tables
from tests.golden import same_as_golden

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
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **__: size)
    tables.print_table((*HEAD, "По рукам", "Оставлено"), [(*row, "1", "100.0 %") for row in ROWS])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Слой   Статьи  Цитаты  Сущности  По рукам"
    assert lines[5] == "Слой   Оставлено"
    assert lines[7] == "anna     100.0 %"
    assert max(map(len, lines)) <= 44


def test_tables_of_many_widths_are_parted_as_before(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out: list[str] = []
    for room in (20, 39, 40, 41, 47, 48, 49, 50, 55, 56, 57, 58, 64, 65, 66, 80, 81, 82):
        size = os.terminal_size((room, 20))
        monkeypatch.setattr("shutil.get_terminal_size", lambda *_, size=size, **__: size)
        tables.print_table(
            (*HEAD, "По рукам", "Оставлено", "Отвергнуто"), [(*row, "1", "100.0 %", "3") for row in ROWS]
        )
        out += [f"room {room}", *(line.rstrip() for line in capsys.readouterr().out.splitlines())]
    same_as_golden(Path(__file__).parent / "golden" / "tables.txt", "\n".join(out) + "\n")
