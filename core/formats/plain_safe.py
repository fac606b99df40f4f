"""What text formats cannot hold: control characters that no reader of ours takes from a file, and halves of pairs."""

from __future__ import annotations

import re

from core.formats.base import Summary

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that say that a file is no text."""
_UNHELD = re.compile(rf"{CONTROLS.pattern[:-1]}\ud800-\udfff]")


def text_held(text: str, summary: Summary, keeps: str = "") -> str:
    """Return ``text`` with U+FFFD for every character that a text file cannot hold, and count those.

    Nothing changes its place. ``keeps`` are characters that the format writes as escapes.
    """
    replaced = 0

    def instead(match: re.Match[str]) -> str:
        nonlocal replaced
        if match[0] in keeps:
            return match[0]
        replaced += 1
        return "\ufffd"

    made = _UNHELD.sub(instead, text)
    summary.lost["characters that a text file cannot hold (replaced by U+FFFD)"] += replaced
    return made
