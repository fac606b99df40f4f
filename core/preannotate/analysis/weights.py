"""The weights of the three networks and of the word embeddings, read from their archives as arrays."""

from __future__ import annotations

import gzip
import json
import tarfile
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


class Vectors:
    """The embeddings of 250,000 words, compressed: of each word the numbers of 100 codes, each of 3 values."""

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as tar:
            found = {m.name: _content(tar, m) for m in tar.getmembers()}
        vocabulary = gzip.decompress(found.pop("vocab.bin"))
        (count,) = np.frombuffer(vocabulary, np.uint32, 1)
        words = vocabulary[4 + 4 * int(count) :].decode("utf-8").splitlines()
        self.numbers = {word: number for number, word in enumerate(words)}
        self.unknown = self.numbers["<unk>"]
        raw = found["pq.bin"]
        size, _, parts, codes = (int(n) for n in np.frombuffer(raw, np.uint32, 4))
        self._indexes = np.frombuffer(raw, np.uint8, size * parts, 16).reshape(size, parts)
        self._codes = np.frombuffer(raw, np.float32, offset=16 + size * parts).reshape(parts, codes, -1)
        self._parts = np.arange(parts)

    def of(self, numbers: list[int]) -> Array:
        """Return the vectors of words by their numbers, one row each."""
        found: Array = self._codes[self._parts, self._indexes[numbers]]
        return found.reshape(len(numbers), -1)


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    assert file is not None
    return file.read()
