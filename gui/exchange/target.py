"""What an export writes, and whereto."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.exchange.selection import Split, Wanted
from core.exchange.transfer import split_path
from core.formats import Format
from core.formats.base import Options


@dataclass(frozen=True)
class Target:
    """What to write, how, and whereto."""

    out: Path
    row: Format
    wanted: Wanted = field(default_factory=Wanted)
    options: Options = field(default_factory=Options)
    split: Split | None = None
    total: int = 0
    """Layers to be written, where they are counted already; else 0."""

    def files(self) -> list[Path]:
        """Return the files or folders that will be written: one for each part of a split that stands apart."""
        if self.split is None or self.row.name == "huggingface":
            return [self.out]
        return [split_path(self.out, name, self.row) for name, _ in self.split.shares]
