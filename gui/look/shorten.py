"""Words cut out of the middle of a line that is too long."""

from __future__ import annotations


def middle_out(line: str, head: int, tail: int) -> str:
    """Return the beginning and the end of ``line``, at most so many code points of each, cut between words."""
    first, last = line[:head], line[len(line) - tail :]
    if not line[head : head + 1].isspace():
        first = first.rpartition(" ")[0] or first
    if not line[len(line) - tail - 1 : len(line) - tail].isspace():
        last = last.partition(" ")[2] or last
    return f"{first.rstrip()} … {last.lstrip()}"
