"""The manual page for man, whole, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli import main
from core.cli.shell import manual_page
from core.language import use
from tests.golden import same_as_golden


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_manual_page(language: str) -> None:
    use(language)
    same_as_golden(Path(__file__).parent / "golden" / f"man-{language}.txt", manual_page(main, "1.2.3-a") + "\n")
