"""Every check has its words in the window; no words are left of a check that is gone."""

from __future__ import annotations

from core.model import check
from gui.words.checks import CHECKS, FIXES


def test_every_check_has_its_words() -> None:
    assert list(CHECKS) == [code for code, _ in check.CHECKS]
    assert set(FIXES) <= set(CHECKS)
