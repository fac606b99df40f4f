"""Read the settings file whatever is in it: each value that makes sense is taken, the others are named."""

from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from core.model import is_person

LARGEST = 8 << 20
"""Bytes of a settings file; a larger one is none."""
NAME_LENGTH = 200
"""Characters of a person's name."""


class Troubles(NamedTuple):
    """What was wrong with a settings file: why nothing of it could be read, or which keys, and where it is kept."""

    reason: str = ""
    names: tuple[str, ...] = ()
    kept: Path | None = None


def is_name(value: str) -> bool:
    """Tell whether a setting may be a person's name: one line, and none of the program's own layers; or empty."""
    return value == " ".join(value.split()) and is_person(value) and len(value) <= NAME_LENGTH


T = TypeVar("T", bound=msgspec.Struct)


def read(path: Path, kind: type[T], sane: Mapping[str, Callable[[Any], bool]]) -> tuple[T, Troubles]:
    """Return the settings at ``path``, by default those of ``kind``; ``sane`` tells by field which values may be.

    A file with anything wrong is kept beside itself, before the next change replaces it.
    """
    found, reason = _raw(path)
    if reason:
        return kind(), Troubles(reason, (), _keep(path))
    taken: dict[str, Any] = {}
    wrong: list[str] = []
    for field in msgspec.structs.fields(kind):
        if field.encode_name in found:
            try:
                value = msgspec.convert(found[field.encode_name], type=field.type)
                msgspec.json.encode(value)  # half a character is no text
                if not sane.get(field.name, _anything)(value):
                    raise ValueError
                taken[field.name] = value
            except (msgspec.ValidationError, ValueError):
                wrong.append(field.encode_name)
    return kind(**taken), Troubles("", tuple(wrong), _keep(path)) if wrong else Troubles()


def _anything(value: object) -> bool:
    return True


def _raw(path: Path) -> tuple[dict[str, Any], str]:
    """Return what the file holds by key, and why that is nothing; a file that is not there is no trouble."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return {}, "it is no plain file"
        if state.st_size > LARGEST:
            return {}, "it is too large"
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return {}, ""
    except OSError as error:
        return {}, error.strerror or str(error)
    except (ValueError, RecursionError):
        return {}, "it is no JSON"
    return (found, "") if isinstance(found, dict) else ({}, "it is no JSON object")


def _keep(path: Path) -> Path | None:
    """Keep a copy of a broken file, so that what a person wrote there can be put right."""
    kept = path.with_name(f"{path.stem}.broken{path.suffix}")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        shutil.copyfile(path, kept)
    except OSError:
        return None
    return kept
