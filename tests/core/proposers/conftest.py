"""Approvals of the tests alone, and no proxy of the machine's."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.proposers.consent import VARIABLE


@pytest.fixture(autouse=True)
def _own_approvals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "approvals.json"))
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
