"""Another build of this program beside this one, and processes that are measured alike."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""The environment in which NumPy uses one processor."""


@contextmanager
def built(commit: str | None) -> Iterator[Path | None]:
    """Give the checkout of a commit as a git worktree in a temporary folder; None where none is named."""
    if commit is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "other"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", str(other), commit], check=True, capture_output=True)
        try:
            _lend(other)
            yield other
        finally:
            subprocess.run([*git, "remove", "--force", str(other)], check=True, capture_output=True)


def _lend(other: Path) -> None:
    """Let a checkout use this one's weights, which no commit holds (tools/weights.py)."""
    ours, theirs = ROOT / "resources" / "weights", other / "resources" / "weights"
    if ours.is_dir() and not theirs.exists():
        theirs.symlink_to(ours, target_is_directory=True)
