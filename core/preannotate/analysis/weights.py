"""The weights of the three networks and of the word embeddings, read from their archives as arrays."""

from __future__ import annotations

import gzip
import json
import mmap
import tarfile
from bisect import bisect_right
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float32]]


class Layer(NamedTuple):
    """A convolution over three tokens, one matrix (in, out) for each of them, its bias, then ReLU and batch norm.

    ``scale`` and ``shift``: the batch norm as one product and one sum.
    """

    taps: tuple[Array, Array, Array]
    bias: Array
    scale: Array
    shift: Array


class Dense(NamedTuple):
    """A linear map: weight (in, out) and bias."""

    weight: Array
    bias: Array


class Archive:
    """One network: ``scheme`` says which array is which weight."""

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as tar:
            found = {m.name: _content(tar, m) for m in tar.getmembers() if not m.name.endswith("word.gz")}
        self.scheme: dict[str, Any] = json.loads(found["model.json"])
        self._found = found

    def array(self, weight: dict[str, Any]) -> Array:
        """Return the array that a weight of the scheme names."""
        raw = self._found[f"arrays/{weight['array']}.bin"]
        return np.frombuffer(raw, weight["dtype"]).reshape(weight["shape"])

    def words(self, name: str) -> list[str]:
        """Return a vocabulary: ``shape``, ``tag`` or ``rel``, in the order of their numbers."""
        return gzip.decompress(self._found[f"vocabs/{name}.gz"]).decode("utf-8").splitlines()

    def dense(self, scheme: dict[str, Any]) -> Dense:
        """Return a linear map of the scheme."""
        return Dense(self.array(scheme["weight"]), self.array(scheme["bias"]))

    def layers(self) -> list[Layer]:
        """Return the convolutions in order."""
        return [self._layer(layer["conv"], layer["norm"]) for layer in self.scheme["encoder"]["layers"]]

    def _layer(self, conv: dict[str, Any], norm: dict[str, Any]) -> Layer:
        weight = self.array(conv["weight"])
        mean, spread = self.array(norm["mean"]), self.array(norm["std"])
        scale = self.array(norm["weight"]) / spread
        first, second, third = (np.ascontiguousarray(weight[:, :, k].T) for k in range(3))
        return Layer((first, second, third), self.array(conv["bias"]), scale, self.array(norm["bias"]) - mean * scale)


class Vocabulary:
    """The words of the embeddings and their numbers.

    The words come sorted, but for the two special ones at the end: halving finds the run of words that one is in, a
    search of its bytes the word. A table of all words would take 30 MB.
    """

    SPECIAL = (b"<unk>", b"<pad>")
    RUN = 32
    """Words of which the first is kept apart, for halving."""

    def __init__(self, lines: bytes) -> None:
        """``lines``: the words in UTF-8, one a line."""
        ends = np.flatnonzero(np.frombuffer(lines, np.uint8) == ord("\n"))
        self._size = ends.size + 1
        known = self._size - len(self.SPECIAL)
        self.unknown = known + self.SPECIAL.index(b"<unk>")
        self._lines = lines[: ends[known - 1] + 1]
        self._starts = [0, *(ends[self.RUN - 1 : known - 1 : self.RUN] + 1).tolist()]
        self._firsts = [lines[start : lines.index(b"\n", start)] for start in self._starts]
        self._starts.append(len(self._lines))

    def __len__(self) -> int:
        return self._size

    def number(self, word: str) -> int:
        """Return the number of a word, or that which stands for all unknown ones."""
        sought = word.encode("utf-8", "surrogatepass")
        run = bisect_right(self._firsts, sought) - 1
        if run < 0 or b"\n" in sought:
            return self.unknown
        start = self._starts[run]
        if sought == self._firsts[run]:
            return run * self.RUN
        found = self._lines.find(b"\n" + sought + b"\n", start, self._starts[run + 1])
        return run * self.RUN + self._lines.count(b"\n", start, found + 1) if found >= 0 else self.unknown


class Vectors:
    """The embeddings of 250,000 words, compressed: of each word the numbers of 100 codes, each of 3 values."""

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as tar:
            vocabulary = gzip.decompress(_content(tar, tar.getmember("vocab.bin")))
            codes_at = tar.getmember("pq.bin")
        (count,) = np.frombuffer(vocabulary, np.uint32, 1)
        self.vocabulary = Vocabulary(vocabulary[4 + 4 * int(count) :])
        # Mapped: 25 MB that all processes of this machine share, read where they are looked at.
        mapped = np.memmap(path, np.uint8, "r", codes_at.offset_data, (codes_at.size,))
        raw: np.ndarray[Any, np.dtype[np.uint8]] = mapped.view(np.ndarray)
        size, _, parts, codes = (int(n) for n in raw[:16].view(np.uint32))
        self._indexes = raw[16 : 16 + size * parts].reshape(size, parts)
        self._codes = raw[16 + size * parts :].view(np.float32).reshape(parts * codes, -1)
        self._indexes[:: max(mmap.PAGESIZE // parts, 1), 0].max()  # a word of every page: all are mapped now
        self._parts = np.arange(0, parts * codes, codes)
        """Where the codes of each part begin."""

    def of(self, numbers: list[int]) -> Array:
        """Return the vectors of words by their numbers, one row each."""
        return self._codes.take(self._indexes[numbers] + self._parts, axis=0, mode="clip").reshape(len(numbers), -1)


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    assert file is not None
    return file.read()
