"""What annotates here: the version of Citata, and a digest of everything else that proposals depend on.

Two processes with the same word propose the same; records of a run that was broken off are kept by the same word.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from core.preannotate.analysis import models

RESOURCES = models.WEIGHTS.parent
CORE = Path(__file__).resolve().parents[2]
BESIDE = ("formats/dates.py",)
"""Modules of other wings that proposals depend on."""
PACKAGES = ("pymorphy3", "pymorphy3-dicts-ru", "razdel")
"""Packages that bring a dictionary or rules of their own."""


@lru_cache(maxsize=1)
def installed() -> str:
    """Return version and digest, as ``0.1.0-3f9a1c02d4b7``; some tens of milliseconds at the first call."""
    digest = hashlib.blake2b(digest_size=6)
    for package in PACKAGES:
        digest.update(f"{package} {_version(package)}\n".encode())
    for path in _files():
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return f"{_version('citata')}-{digest.hexdigest()}"


def _files() -> Iterator[Path]:
    for folder, pattern in (("weights", "*.tar"), ("models", "*.json"), ("lexicons", "*.tsv")):
        yield from sorted((RESOURCES / folder).rglob(pattern))
    for wing in ("model", "preannotate"):  # a bundle has no code to read: there the version stands for it
        yield from sorted((CORE / wing).rglob("*.py"))
    yield from (path for path in (CORE / name for name in BESIDE) if path.is_file())


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "0"
