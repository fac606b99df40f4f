"""The care for a project in words: moments, sizes, why a backup was made, what a check found."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from core.errors import UserError
from core.store import Finding
from core.words.values import why_words
from gui.look.languages import sentence

__all__ = ["capital", "finding_words", "moment_words", "qt_moment", "size_words", "why_words"]


def qt_moment(moment: datetime) -> QDateTime:
    """Return a moment as Qt has it, in the local time."""
    return QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))


def moment_words(moment: datetime) -> str:
    """Return a moment in the local time, short: ``05.03.2026 14:07``."""
    return QLocale().toString(qt_moment(moment), QLocale.FormatType.ShortFormat)


def size_words(size: int) -> str:
    """Return a number of bytes for people."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def finding_words(finding: Finding) -> str:
    """Return what a check or a repair found, in a sentence."""
    return capital(sentence(UserError(finding.code, **finding.facts)))


def capital(words: str) -> str:
    """Return ``words`` as a sentence begins."""
    return words[:1].upper() + words[1:]
