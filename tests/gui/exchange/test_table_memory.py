"""How a table was read is remembered by its head, over restarts, and forgotten when it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.desk.settings import Settings
from gui.exchange.source import Source
from gui.exchange.table_memory import memory, remember, with_memory


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text("Key,Words;more\n1,Порт закрыт.;да\n", "utf-8")
    return path


def chosen(path: Path, **how: object) -> Source:
    return Source(path, chosen=True, **how)  # type: ignore[arg-type]


def test_columns_and_delimiter_come_back_after_a_restart(settings: Settings, table: Path, tmp_path: Path) -> None:
    remember(settings, [chosen(table, columns=(("text", "Words;more"), ("id", "Key")), delimiter=",")])
    other = tmp_path / "b.csv"
    other.write_text("Key,Words;more\n2,Мост открыт.;нет\n", "utf-8")
    known = memory(Settings(settings.path))
    found = with_memory(Source(other), known)
    assert found.columns == (("text", "Words;more"), ("id", "Key"))
    assert found.delimiter == ","
    assert not found.chosen


def test_another_head_another_choice_and_no_table_are_left_alone(
    settings: Settings, table: Path, tmp_path: Path
) -> None:
    remember(settings, [chosen(table, columns=(("text", "Words;more"),))])
    known = memory(settings)
    (tmp_path / "c.csv").write_text("Key,Body\n2,Мост открыт.\n", "utf-8")
    (tmp_path / "d.txt").write_text("Мост открыт.", "utf-8")
    for source in (
        Source(tmp_path / "c.csv"), Source(tmp_path / "d.txt"), Source(tmp_path / "gone.csv"), chosen(table),
        Source(table, delimiter=";"),
    ):  # fmt: skip
        assert with_memory(source, known) == source


def test_a_choice_that_is_taken_back_is_forgotten(settings: Settings, table: Path) -> None:
    remember(settings, [chosen(table, columns=(("text", "Words;more"),))])
    remember(settings, [Source(table)])
    assert memory(settings)
    remember(settings, [chosen(table)])
    assert not memory(Settings(settings.path))
