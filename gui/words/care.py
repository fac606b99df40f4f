"""The care for a project in words: moments, sizes, why a backup was made, what a check found."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from core.errors import UserError
from core.store import Finding
from gui.look.languages import mark, sentence, tr

WHY: dict[str, str] = {
    "daily": mark("backup of the day"),
    "manual": mark("by hand"),
    "before-merge": mark("before a merge"),
    "before-compaction": mark("before the log was compacted"),
}


def qt_moment(moment: datetime) -> QDateTime:
    """Return a moment as Qt has it, in the local time."""
    return QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))


def moment_words(moment: datetime) -> str:
    """Return a moment in the local time, short: ``05.03.2026 14:07``."""
    return QLocale().toString(qt_moment(moment), QLocale.FormatType.ShortFormat)


def size_words(size: int) -> str:
    """Return a number of bytes for people."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def why_words(why: str) -> str:
    """Return why a backup was made."""
    if why.startswith("version-"):
        return tr("before the file was brought up from version {version}", version=why.removeprefix("version-"))
    return tr(WHY[why]) if why in WHY else why


def finding_words(finding: Finding) -> str:
    """Return what a check or a repair found, in a sentence."""
    return capital(sentence(UserError(finding.code, **finding.facts)))


def capital(words: str) -> str:
    """Return ``words`` as a sentence begins."""
    return words[:1].upper() + words[1:]


FILE_REASONS = (
    mark("it is a folder"),
    mark("it is a pipe"),
    mark("it is a socket"),
    mark("it is a device"),
    mark("it is write-protected"),
    mark("another program made it"),
    mark("file is not a database"),
    mark("another file stands in its place"),
    mark("another program wrote over it"),
    mark("what belongs to it was deleted or replaced"),
)
"""Why a project cannot be opened or written, where that is no error of the disk: inside the sentences about it."""
