"""File names from other systems: bytes that are not UTF-8 read as the Cyrillic code page they are in."""

from __future__ import annotations

import os
from pathlib import Path

from core.formats.encodings import detect_name

NAME_BYTES = 240
"""Bytes that a file's name may have on the disks that matter, with room for a suffix of ours."""


def readable_name(name: str) -> str:
    """Return a file name without the half surrogates that stand for bytes that are not UTF-8."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        data = os.fsencode(name)
        return data.decode(detect_name([data]) or "latin-1", "replace")
    return name


def stem_of(path: Path) -> str:
    """Return the id that a file's name gives its article."""
    return readable_name(path.stem or path.name)


def name_of(path: Path) -> str:
    """Return a file's name for people and for an article's details."""
    return readable_name(path.name)


def path_words(path: Path) -> str:
    """Return a whole path for people."""
    return readable_name(str(path))


def safe_file_name(name: str) -> str:
    """Return a name that a file may have in a temporary folder: no folders in it, not too long, its suffix kept."""
    words = readable_name(name).replace("\\", "/").rsplit("/", 1)[-1].replace("\x00", "").strip(". ") or "file"
    stem, dot, suffix = words.rpartition(".")
    while len(words.encode("utf-8", "replace")) > NAME_BYTES and stem:
        stem = stem[:-1]
        words = f"{stem}{dot}{suffix}"
    return words if len(words.encode("utf-8", "replace")) <= NAME_BYTES else words[:40]
