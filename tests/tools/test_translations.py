"""Every sentence of the window is translated, none is left over, and the compiled files follow their sources."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tools import qm, translations


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_missing_stale_or_left_over(language: str) -> None:
    assert translations.faults(language) == []


def test_the_check_notices_a_new_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    known = translations.collect()
    more = {**known, "A sentence of no language": translations.Source("A sentence of no language", False)}
    monkeypatch.setattr(translations, "collect", lambda: more)
    assert translations.faults("ru") == ["ru: not translated: 'A sentence of no language'"]


def test_a_file_is_compiled_again_where_its_source_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(qm.FOLDER / "citata_ru.ts", tmp_path)
    monkeypatch.setattr(qm, "FOLDER", tmp_path)
    ts, made = tmp_path / "citata_ru.ts", tmp_path / "citata_ru.qm"
    catalogue = tmp_path / "ru" / "LC_MESSAGES" / "citata.mo"
    assert qm.compile_stale() == [made, catalogue]
    before = made.stat().st_mtime
    os.utime(ts, (before - 10, before - 10))
    assert qm.compile_stale() == []
    ts.write_text(ts.read_text("utf-8").replace("Принять", "Взять"), "utf-8")
    os.utime(ts, (before + 10, before + 10))
    was = made.read_bytes()
    assert qm.compile_stale() == [made, catalogue]
    assert made.read_bytes() != was
    assert sorted(tmp_path.iterdir()) == [made, ts, tmp_path / "ru"]
    assert sorted(catalogue.parent.iterdir()) == [catalogue]
