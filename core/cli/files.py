"""Text that commands write to files."""

from __future__ import annotations

from pathlib import Path

from core.formats.base import replacing


def write_text(path: Path, words: str) -> None:
    """Write a text file, whole or not at all; UserError ``file-unwritable``."""
    with replacing(path) as out:
        out.write(words.encode())
