"""Qt's own dialogs speak Russian, also where Qt's translation has nothing; other sentences are left to Qt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gui.look.languages import Translations, tr
from gui.look.qt_words import LACKING


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    """Speak Russian for a test."""
    made = Translations()
    before = made.language
    made.use("ru")
    yield made
    made.use(before or "en")


def test_words_of_qt_are_russian(translations: Translations) -> None:
    for (context, source), words in LACKING["ru"].items():
        assert QCoreApplication.translate(context, source) == words
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Копировать"
    assert QCoreApplication.translate("QFileDialog", "no such words") == "no such words"


def test_counts_of_the_window_are_parted_as_the_language_does(translations: Translations) -> None:
    assert tr("%n article(s)", 7) == "7 статей"
    assert tr("%n article(s)", 12345) == "12\u00a0345 статей"
    translations.use("en")
    assert tr("%n article(s)", 12345) == "12,345 articles"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"
