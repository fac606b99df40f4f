"""Run one peer in a process of its own, with a time limit: whatever becomes of it, the others are still measured."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
GRACE = 60.0
"""Seconds that a process which is told to end gets to stop its servers."""
INSTALL = 1800.0
"""Seconds to install a program from the package index."""


class Outcome(NamedTuple):
    """What a peer's process said last, as JSON; or why there is nothing."""

    found: dict[str, Any]
    failure: str = ""


def attempt(words: Sequence[str], seconds: float, *, grace: float = GRACE) -> Outcome:
    """Run Python with ``words``; the last line that it prints is JSON. Stopped after ``seconds``; never raises."""
    child = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        out, errors = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        end(child, grace)
        return Outcome({}, f"stopped after {seconds:.0f} s")
    lines = out.strip().splitlines()
    if child.returncode or not lines:
        said = errors.strip().splitlines() or [f"exit code {child.returncode}"]
        return Outcome({}, said[-1][:200])
    found = json.loads(lines[-1])
    assert isinstance(found, dict)
    return Outcome(found)


def end(child: subprocess.Popen[str], grace: float) -> None:
    """End a process, so that it can stop what it started; by force where it does not."""
    child.terminate()
    try:
        child.communicate(timeout=grace)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()


def end_in_order() -> None:
    """Let SIGTERM end this process as an exception does: what stands in ``finally`` is done."""

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, stop)
