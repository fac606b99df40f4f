"""Output that is begun beside the file that it becomes, and kept where the run is killed, stopped or broken off.

The next run of the same program takes over every whole record that is of one of its articles. The name of the partial
file holds what annotates here (``installed``), so that records of another version are never mixed in.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from core.errors import UserError
from core.formats.base import mode_of, replacing
from core.formats.jsonl import read_record
from core.model import AUTO, Article
from core.preannotate.bulk.installed import installed

NONE = 0, 0
"""Offset and length of an article without a record."""


LONGEST = 230
"""Bytes of a name that a partial file has in its own."""


class Partial:
    """The records of one output: appended as they are done, put into the articles' order at the end."""

    def __init__(self, target: Path, path: Path, file: IO[bytes]) -> None:
        self._target, self.path, self._file = target, path, file
        self._kept: dict[bytes, tuple[int, int]] = {}
        self._spans = array("q")
        """Offset and length of the record of each article, in their order."""
        self.kept = 0
        """How many records were taken over from an earlier run."""
        self._end = self._take_over()

    def _take_over(self) -> int:
        """Find the records that an earlier run left; return where writing goes on."""
        end = 0
        for line in iter(self._file.readline, b""):
            if not line.endswith(b"\n"):  # the one in which the run was killed
                break
            if (article := _article_of(line)) is not None:
                self._kept[_key(article)] = end, len(line)
            end += len(line)
        self._file.seek(end)
        self._file.truncate()
        return end

    def has(self, number: int, article: Article) -> bool:
        """Tell whether an earlier run left the record of an article; then it is this one's too."""
        span = self._kept.pop(_key(article), None)
        if span is None:
            return False
        self._note(number, span)
        self.kept += 1
        return True

    def write(self, number: int, line: bytes) -> None:
        """Write the record of an article, out of this process at once."""
        self._file.write(line)
        self._file.flush()
        self._note(number, (self._end, len(line)))
        self._end += len(line)

    def _note(self, number: int, span: tuple[int, int]) -> None:
        while len(self._spans) <= 2 * number:
            self._spans.extend(NONE)
        self._spans[2 * number], self._spans[2 * number + 1] = span

    def finish(self) -> None:
        """Give the output its name, with the records in the order of the articles and no others."""
        spans = [(self._spans[at], self._spans[at + 1]) for at in range(0, len(self._spans), 2) if self._spans[at + 1]]
        if _follow_each_other(spans, self._end):
            os.fsync(self._file.fileno())
            self._file.close()
            os.chmod(self.path, mode_of(self._target))
            os.replace(self.path, self._target)
        else:
            with replacing(self._target) as out:
                for offset, length in spans:
                    self._file.seek(offset)
                    out.write(self._file.read(length))
            self._file.close()
            self.path.unlink()
        with contextlib.suppress(OSError, UserError):  # what other versions left is of no use any more
            for other in _others(self._target):
                _opened(other).close()
                other.unlink()

    def leave(self) -> None:
        """Let go of it; it stays where it holds anything for the next run."""
        self._file.close()
        if not self._end:
            self.path.unlink(missing_ok=True)


@contextmanager
def partial(output: Path) -> Iterator[Partial]:
    """Give the partial file of an output; at the end it is the output.

    Whatever is raised inside, ``output`` stays as it was, and the partial file stays where it holds anything. Raises
    UserError ``file-unwritable``, ``part-held`` where another run writes it.
    """
    target = output.resolve()
    path = _path_of(target)
    try:
        made = Partial(target, path, _opened(path))
        try:
            yield made
            made.finish()
        finally:
            made.leave()
    except OSError as error:
        raise UserError("file-unwritable", path=output, reason=error.strerror or error) from error


def left(output: Path) -> Path | None:
    """Return the partial file that the next run into ``output`` takes over, None without one."""
    path = _path_of(output.resolve())
    return path if path.exists() else None


def _path_of(target: Path) -> Path:
    return target.with_name(f"{_short(target.name)}.{installed().rsplit('-')[-1]}.part")


def _short(name: str) -> str:
    """Return a name of a file to which an ending can be added on any file system."""
    data = os.fsencode(name)
    return name if len(data) <= LONGEST else hashlib.blake2b(data, digest_size=8).hexdigest()


def _others(target: Path) -> Iterator[Path]:
    """Yield the partial files of an output that other versions left."""
    name = re.compile(re.escape(_short(target.name)) + r"\.[0-9a-f]{12}\.part")
    yield from [path for path in target.parent.iterdir() if name.fullmatch(path.name)]


def _opened(path: Path) -> IO[bytes]:
    """Open a partial file and lock it; UserError ``part-held``."""
    while True:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b")
        if sys.platform == "win32":  # pragma: no cover (no locks of this kind there)
            return file
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise UserError("part-held", path=path) from None
        with contextlib.suppress(FileNotFoundError):  # it became the output of another run: once more
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()


def _article_of(line: bytes) -> Article | None:
    """Return the article of a record that pre-annotation wrote; None where a line is none."""
    try:
        record = read_record(line, source="", line_number=0)
    except UserError:
        return None
    return record.article if record.layer.annotator == AUTO else None


def _key(article: Article) -> bytes:
    return hashlib.blake2b(msgspec.msgpack.encode(article), digest_size=16).digest()


def _follow_each_other(spans: list[tuple[int, int]], end: int) -> bool:
    """Tell whether records stand one after the other, and nothing between them or behind."""
    at = 0
    for offset, length in spans:
        if offset != at:
            return False
        at += length
    return at == end
