"""What a report of a repair names of many, and what it calls complete."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from core.errors import UserError
from core.store import back_up_now, repair, verify
from core.store.checks import Finding
from core.store.repair_report import RepairReport, note, some
from tests.store_samples import annotated

ALL = [f"e_{number}" for number in range(1, 30)]


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 29])
def test_of_many_items_the_first_twenty_are_named(count: int) -> None:
    named = some(iter(ALL[:count]))
    assert named.removesuffix(" …").split(", ") == (ALL[: min(count, 20)] or [""])
    assert named.endswith(" …") is (count > 20)


@pytest.mark.parametrize(
    ("code", "complete"),
    [
        *((code, False) for code in (
            "repair-article-lost", "repair-article-named", "repair-text", "repair-title", "repair-meta",
            "repair-labels-lost", "repair-layer-lost", "repair-layer-guessed", "repair-uncounted", "repair-head",
            "repair-log", "repair-log-broken", "repair-link", "repair-row", "repair-id", "repair-annotator",
            "repair-source", "repair-name", "repair-value", "repair-whole-backup", "verify-unreadable",
        )),
        *((code, True) for code in ("repair-from-backup", "repair-from-log", "repair-items-backup", "repair-counts")),
    ],
)  # fmt: skip
def test_what_came_back_whole_is_no_loss(code: str, *, complete: bool) -> None:
    report = RepairReport()
    assert report.complete
    note(report, code, article="a-1", count=5)
    assert report.repaired == [Finding(code=code, facts={"article": "a-1", "count": "5"})]
    assert report.complete is complete
    assert not RepairReport(lost=["{}"]).complete
    assert RepairReport(restored=["{}"]).complete


@pytest.mark.parametrize(("code", "version"), [("file-newer", 999), ("file-exists", None), ("file-missing", None)])
def test_what_a_sound_backup_does_not_stand_for_is_said(tmp_path: Path, code: str, version: int | None) -> None:
    """A backup is taken for a file that is damaged, not for one that a newer version wrote or that is not there."""
    path, out = tmp_path / "п.citata", tmp_path / "новый.citata"
    with annotated(path):
        pass
    back_up_now(path, "manual")
    if version is not None:
        with contextlib.closing(sqlite3.connect(path)) as conn:
            conn.execute(f"PRAGMA user_version = {version}")
    if code == "file-exists":
        out.write_bytes(b"mine")
    if code == "file-missing":
        path.unlink()
    with pytest.raises(UserError) as refused:
        repair(path, out)
    assert refused.value.code == code
    assert (out.read_bytes() == b"mine") if code == "file-exists" else not out.exists()


def test_a_sound_backup_stands_for_a_file_without_a_page_of_ours(tmp_path: Path) -> None:
    path, out = tmp_path / "п.citata", tmp_path / "новый.citata"
    with annotated(path) as project:
        count = project.article_count("Анна")
    path.write_bytes(b"x" * 5000)
    with pytest.raises(UserError):
        repair(path, out)  # no backup yet
    assert not out.exists()
    path.unlink()
    with annotated(path):
        pass
    back_up_now(path, "manual")
    path.write_bytes(b"x" * 5000)
    report = repair(path, out)
    assert next(one.code for one in report.repaired) == "repair-whole-backup"
    assert report.articles == count
    assert verify(out).findings == []
