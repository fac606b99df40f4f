"""What was wrong with the settings file, in words."""

from __future__ import annotations

from pathlib import Path

from gui.look.languages import mark, tr

REASONS = (
    mark("it is no plain file"),
    mark("it is too large"),
    mark("it is no JSON"),
    mark("it is no JSON object"),
)
"""Why nothing of a settings file could be read, where that is no error of the disk."""


def settings_words(reason: str, names: tuple[str, ...], kept: Path | None) -> str:
    """Return the sentence for a settings file: why nothing, or which keys of it could not be taken; empty: all was."""
    if reason:
        said = tr("The settings could not be read ({reason}): everything is as at the first start.",
                  reason=tr(reason))  # fmt: skip
    elif names:
        said = tr("Some settings make no sense and are as at the first start: {names}.", names=", ".join(names))
    else:
        return ""
    return said if kept is None else f"{said} " + tr("The file as it was is kept as {path}.", path=str(kept))
