"""The neural models and the morphological dictionary, loaded once and only when something is annotated.

The weights lie in the wheel ``natasha`` (folder ``data``, MIT); neither natasha nor pymorphy2 is imported, since
pymorphy2 does not start on Python 3.11 and later.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from core.errors import UserError

EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
NER = "model/slovnet_ner_news_v1.tar"
MORPH = "model/slovnet_morph_news_v1.tar"
SYNTAX = "model/slovnet_syntax_news_v1.tar"

BATCH = 8
"""Sequences in one forward pass."""


class Tag(NamedTuple):
    """Part of speech (UD) and its features, ``{"Case": "Nom", …}``."""

    pos: str
    feats: dict[str, str]


class Arc(NamedTuple):
    """Head of a token (its place in the same sentence, -1 for the root) and the UD relation."""

    head: int
    rel: str


def data_folder() -> Path:
    """Return the folder of weights inside the installed ``natasha``; UserError ``models-missing`` where absent."""
    spec = importlib.util.find_spec("natasha")
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        folder = Path(place) / "data"
        if all((folder / name).is_file() for name in (EMBEDDINGS, NER, MORPH, SYNTAX)):
            return folder
    raise UserError("models-missing", package="natasha", folder=str(places[0] if places else ""))


class Models:
    """The three slovnet models over one set of embeddings; 1 s and about 200 MB to load, then kept."""

    def __init__(self) -> None:
        import navec
        import slovnet

        folder = data_folder()
        embeddings = navec.Navec.load(folder / EMBEDDINGS)
        self._ner: Any = slovnet.NER.load(folder / NER).navec(embeddings)
        self._morph: Any = slovnet.Morph.load(folder / MORPH).navec(embeddings)
        self._syntax: Any = slovnet.Syntax.load(folder / SYNTAX).navec(embeddings)

    def morphology(self, sentences: Sequence[Sequence[str]]) -> list[list[Tag]]:
        """Return one tag a word for every sentence (lists of words)."""
        infer = self._morph.infer
        decode = infer.decoder.tags_vocab.decode
        return _in_batches(
            sentences,
            lambda batch: ([_tag(decode(i)) for i in ids] for ids in infer.process(infer.encoder(batch))),
        )

    def syntax(self, sentences: Sequence[Sequence[str]]) -> list[list[Arc]]:
        """Return one arc a word for every sentence."""
        infer = self._syntax.infer
        rel = infer.decoder.rels_vocab.decode

        def arcs(batch: Sequence[Sequence[str]]) -> Iterator[list[Arc]]:
            for heads, rels in infer.process(infer.encoder(batch)):
                yield [Arc(int(head) - 1, rel(r)) for head, r in zip(heads, rels, strict=True)]

        return _in_batches(sentences, arcs)

    def names(self, sequences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return one BIO tag (``B-PER``, ``I-ORG``, ``O``, …) a word for every sequence of words."""
        infer = self._ner.infer
        decode = infer.decoder.tags_vocab.decode
        return _in_batches(
            sequences, lambda batch: ([decode(i) for i in ids] for ids in infer.process(infer.encoder(batch)))
        )


@lru_cache(maxsize=4096)
def _parsed(tag: str) -> Tag:
    pos, _, rest = tag.partition("|")
    return Tag(pos, dict(pair.split("=", 1) for pair in rest.split("|") if "=" in pair))


def _tag(tag: str) -> Tag:
    return _parsed(tag)


def _in_batches(sequences: Sequence[Sequence[str]], run: Any) -> list[Any]:
    """Run ``run`` over batches of like length, so that little is padded; empty sequences give empty results."""
    order = sorted((i for i, s in enumerate(sequences) if s), key=lambda i: len(sequences[i]))
    out: list[Any] = [[] for _ in sequences]
    for at in range(0, len(order), BATCH):
        places = order[at : at + BATCH]
        for place, result in zip(places, run([list(sequences[i]) for i in places]), strict=True):
            out[place] = result
    return out


_LOCK = threading.Lock()
_LOADED: dict[str, Any] = {}


def load() -> Models:
    """Return the models, loading them on the first call (about 1 s); safe from several threads."""
    with _LOCK:
        if "models" not in _LOADED:
            _LOADED["models"] = Models()
        models: Models = _LOADED["models"]
        return models


def dictionary() -> Any:
    """Return pymorphy3's analyser, made on the first call."""
    with _LOCK:
        if "dictionary" not in _LOADED:
            import pymorphy3

            _LOADED["dictionary"] = pymorphy3.MorphAnalyzer()
        return _LOADED["dictionary"]


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[Any, ...]:
    """Return pymorphy3's parses of a word, likeliest first."""
    return tuple(dictionary().parse(word))


_FITS: dict[str, frozenset[str]] = {
    "VERB": frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"}),
    "AUX": frozenset({"VERB", "INFN", "GRND"}),
    "NOUN": frozenset({"NOUN"}),
    "PROPN": frozenset({"NOUN"}),
    "ADJ": frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "COMP"}),
    "DET": frozenset({"ADJF"}),
    "PRON": frozenset({"NPRO"}),
    "ADV": frozenset({"ADVB", "PRED", "COMP"}),
    "ADP": frozenset({"PREP"}),
    "SCONJ": frozenset({"CONJ"}),
    "CCONJ": frozenset({"CONJ"}),
}


@lru_cache(maxsize=100_000)
def lemma(word: str, pos: str = "") -> str:
    """Return the dictionary form of ``word`` (lower case, ё as е) that fits the part of speech, else the likeliest."""
    found = parses(word.lower())
    fits = _FITS.get(pos)
    best = next((p for p in found if fits and str(p.tag.POS) in fits), found[0] if found else None)
    form: str = best.normal_form if best else word.lower()
    return form.replace("ё", "е")


def verb_lemmas(word: str) -> frozenset[str]:
    """Return the infinitives that ``word`` can be a form of (before anything is parsed); empty where none."""
    return _verb_lemmas(word.lower())


@lru_cache(maxsize=100_000)
def _verb_lemmas(word: str) -> frozenset[str]:
    return frozenset(
        p.normal_form.replace("ё", "е") for p in parses(word) if str(p.tag.POS) in ("VERB", "GRND", "PRTS")
    )
