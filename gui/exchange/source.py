"""What is imported from the window: files and folders, how each is read, and what is done with what they bring."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.exchange.choices import Action
from core.exchange.duplicates import Duplicates, Key
from core.formats import FORMATS, readable
from core.formats.archive import contents
from core.formats.base import Options

_WHOLE = (".ann", ".xmi", ".tsv")
"""Endings of formats whose folders are read as a whole: the subfolders name the annotators."""


@dataclass(frozen=True)
class Source:
    """A file or folder, and how it is to be read where that is not left to be seen from it."""

    path: Path
    format: str | None = None
    encoding: str | None = None
    offsets: str = "code-points"
    columns: tuple[tuple[str, str], ...] = ()
    delimiter: str | None = None
    changes: str = "accepted"
    """Tracked changes: ``accepted`` or ``rejected``."""
    chosen: bool = False
    """Whether a person has chosen columns or delimiter, or taken such a choice back."""
    link: bool = False
    """Whether it is a link that was found in a folder: such are left out, and named."""

    def options(self, choice: Choice, annotator: str) -> Options:
        """Return how the reader takes it."""
        return Options(
            encoding=self.encoding,
            offsets=self.offsets,
            columns=self.columns,
            delimiter=self.delimiter,
            changes=self.changes,
            repair=choice.repair,
            annotator=annotator,
        )


@dataclass(frozen=True)
class Choice:
    """What the import dialog leaves open."""

    replace_layers: bool = False
    add_labels: bool = True
    annotate: bool = True
    """Pre-annotate the new articles that come without annotations."""
    skip_same: bool = True
    """Pass over bare texts that the project has under another name."""
    repair: bool = False
    """Put right offsets that are off by a known bug."""
    near: Action = Action.KEEP
    """What is done with bare texts that are nearly those of the project."""
    single: Mapping[Key, Action] = field(default_factory=dict)
    """What was chosen for single records that are there already, or nearly."""

    def duplicates(self) -> Duplicates:
        """Return what is done with bare texts that are there already, or nearly."""
        return Duplicates(Action.SKIP if self.skip_same else Action.KEEP, self.near, self.single)


def suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be imported."""
    return tuple(dict.fromkeys(suffix for row in FORMATS if row.reads for suffix in row.suffixes))


def sources_in(paths: Iterable[Path]) -> list[Source]:
    """Return files as they are and, for folders, the files in them that can be imported, sorted.

    A folder of a format that is read as a whole stays one. Links in folders come with them, to be named as left out.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        inner = [Source(path)]
        if os.path.isdir(path):  # Path.is_dir raises where one may not look
            files, links = contents(path)
            if not any(one.suffix.lower() in _WHOLE for one in files):
                inner = [Source(one) for one in files if readable(one)]
                inner += [Source(one, link=True) for one in links]
        for one in inner:
            found.setdefault(one.path, one)
    return list(found.values())
