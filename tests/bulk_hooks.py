"""Proposers for tests of bulk pre-annotation: the text tells what they do, so that a worker can have them."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from core.errors import UserError
from core.model import AUTO, Article, Entity, Range, State
from core.model.layer import Layer


class Quick:
    """Proposes the first word as a person, without any model."""

    def annotate(self, article: Article) -> Layer:
        end = len(article.text.split()[0])
        entity = Entity(id="e1", label="PER", range=Range(0, end), state=State.AUTO, score=0.5, rule="model")
        return Layer(article, AUTO, [entity])


class Told(Quick):
    """Does what the text says: fails, dies, dies the first time, or waits for ever."""

    def annotate(self, article: Article) -> Layer:
        word, _, path = article.text.partition(" ")
        if word == "FAIL":
            raise UserError("annotate-failed", id=article.id, reason="IndexError: told")
        if word == "DIE" or (word == "DIE-ONCE" and _first(Path(path))):
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "RAISE":
            raise OSError("told to raise")
        if word == "HANG":
            Path(path).write_text(str(os.getpid()))
            signal.pause()
        return super().annotate(article)


class Seen(Quick):
    """Proposes nothing, and says which modules its process has of Qt and how many threads NumPy may use."""

    def annotate(self, article: Article) -> Layer:
        qt = sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "gui")))
        raise UserError("annotate-failed", id=article.id, reason=f"{qt} {os.environ.get('OPENBLAS_NUM_THREADS')}")


class Unable(Quick):
    """Ends its process before it can begin."""

    def __init__(self) -> None:
        if os.environ.get("CITATA_TEST_UNABLE"):
            sys.exit(7)


class Lacking(Quick):
    """Has no models."""

    def load(self) -> None:
        raise UserError("models-missing", folder=Path("nowhere"))


def _first(path: Path) -> bool:
    """Tell whether ``path`` was not there; now it is."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
