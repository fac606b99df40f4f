"""What no repair can save is said, and nothing is written; a project that is gone comes back from its backups."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from tests.store_samples import annotated, some_work


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "п.citata"
    with annotated(found) as project:
        some_work(project, 4)
    return found


def test_a_newer_project_is_not_repaired(path: Path, tmp_path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 999")
    conn.close()
    done = run("verify", path, "--repair", tmp_path / "цел.citata")
    assert done.exit_code not in (0, 3)
    assert not (tmp_path / "цел.citata").exists()
    assert "999" in done.output


def test_a_project_that_is_gone_comes_back_from_its_backups(path: Path, tmp_path: Path) -> None:
    missing = tmp_path / "нет.citata"
    assert run("restore", missing).exit_code == 1
    assert run("restore", missing, "1").exit_code == 1
    assert run("backup", path).exit_code == 0
    whole = path.read_bytes()
    path.unlink()
    listed = run("restore", path)
    assert listed.exit_code == 0
    assert listed.output.startswith("  1  ")
    for number in ("0", "2", "99"):
        assert run("restore", path, number).exit_code == 1
        assert not path.exists()
    assert run("restore", path, "1").exit_code == 0
    assert path.exists()
    assert len(path.read_bytes()) == len(whole)
    assert run("verify", path).exit_code == 0
