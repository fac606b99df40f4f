"""The neural models and the morphological dictionary, loaded once and only when something is annotated.

The weights are those of natasha (MIT), copied into ``resources/weights`` when Citata is built (docs/adr/0004).
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from core.errors import UserError
from core.preannotate.analysis.known_words import KnownWords

WEIGHTS = Path(str(files("resources"))) / "weights"
EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
NER = "model/slovnet_ner_news_v1.tar"
MORPH = "model/slovnet_morph_news_v1.tar"
SYNTAX = "model/slovnet_syntax_news_v1.tar"


class Tag(NamedTuple):
    """Part of speech (UD) and its features, ``{"Case": "Nom", …}``."""

    pos: str
    feats: dict[str, str]


class Parse(NamedTuple):
    """A sentence parsed. ``heads``: of every word the position of its head in the sentence, -1 for the root;
    ``relations``: those of UD."""

    tags: list[Tag]
    heads: list[int]
    relations: list[str]


def data_folder() -> Path:
    """Return the folder of weights; UserError ``models-missing`` where one is absent."""
    if all((WEIGHTS / name).is_file() for name in (EMBEDDINGS, NER, MORPH, SYNTAX)):
        return WEIGHTS
    raise UserError("models-missing", folder=WEIGHTS)


class Models:
    """The three networks over one set of embeddings; about 0.5 s and 150 MB to load, then kept."""

    def __init__(self) -> None:
        from core.preannotate.analysis.networks import Networks
        from core.preannotate.analysis.weights import Archive, Vectors

        folder = data_folder()
        archives = (Archive(folder / name) for name in (MORPH, SYNTAX, NER))
        self._networks = Networks(Vectors(folder / EMBEDDINGS), *archives)
        self._tags = [_tag(tag) for tag in self._networks.morphology.tags]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Return for every sentence (words, at least one each) the tags, the heads and the relations of its words."""
        tags = self._tags
        return [
            Parse([tags[i] for i in numbers], heads, relations)
            for numbers, heads, relations in self._networks.parse(sentences)
        ]

    def names(self, sequences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return one BIO tag (``B-PER``, ``I-ORG``, ``O``, …) a word for every sequence of at least one word."""
        return self._networks.name_tags(sequences)


def _tag(tag: str) -> Tag:
    pos, _, rest = tag.partition("|")
    return Tag(pos, dict(pair.split("=", 1) for pair in rest.split("|") if "=" in pair))


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
    if "dictionary" in _LOADED:
        return _LOADED["dictionary"]
    with _LOCK:
        if "dictionary" not in _LOADED:
            import pymorphy3
            import pymorphy3_dicts_ru

            path = pymorphy3_dicts_ru.get_path()  # found by itself only after a look at every installed package
            _LOADED["dictionary"] = pymorphy3.MorphAnalyzer(path)
        return _LOADED["dictionary"]


def has_dictionary() -> bool:
    """Tell whether ``dictionary`` returns at once."""
    return "dictionary" in _LOADED


@cache
def _known_words() -> KnownWords:
    return KnownWords(dictionary())


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[Any, ...]:
    """Return pymorphy3's parses of a word, likeliest first; none where it asks a letter for a name that it has not."""
    return _parsed(word)


def _parsed(word: str) -> tuple[Any, ...]:
    known = _known_words().parses(word.lower()) if len(word) > 1 else ()  # one capital is an initial too
    if known:
        return known
    try:
        return tuple(dictionary().parse(word))
    except ValueError:  # unicodedata.name of A\U00017000, a Tangut letter after a Latin one
        return ()


BEGINNING = 6
"""Letters by which a word is told from the forms of listed ones before it is parsed: a parse costs 50 µs."""


def beginnings(parse: Any) -> set[str]:
    """Return the first ``BEGINNING`` letters of all forms of a parsed word, in lower case, ё as е.

    Of a word in the dictionary each form is joined of what its paradigm says; to make ``parse.lexeme`` takes ten times
    as long.
    """
    method = parse.methods_stack[0]
    if len(parse.methods_stack) > 1 or len(method) < 4:  # guessed by its ending, or no word of the dictionary
        return {lower(form.word[:BEGINNING]) for form in parse.lexeme}
    _, word, paradigm_id, index = method
    known = dictionary().dictionary
    paradigm = known.paradigms[paradigm_id]
    count = len(paradigm) // 3  # endings, then tags, then prefixes
    stem = known.build_stem(paradigm, index, word)[:BEGINNING]
    forms = zip(paradigm[:count], paradigm[2 * count :], strict=True)
    return {
        lower((known.paradigm_prefixes[prefix] + stem + known.suffixes[ending])[:BEGINNING]) for ending, prefix in forms
    }


def beginnings_of(words: Iterable[str]) -> frozenset[str]:
    """Return the ``beginnings`` of all forms of words given in their dictionary form (lower case, ё as е)."""
    listed = tuple(words)  # most of the words stand in no text: their readings are not kept
    known = (p for word in listed for p in _parsed(word) if p.normal_form.replace("ё", "е") == word)
    return frozenset().union((word[:BEGINNING] for word in listed), *map(beginnings, known))


_FORMS: dict[tuple[int, int, frozenset[str]], int | None] = {}
"""Which form of a paradigm has the grammemes asked for, by one of its forms: as few as there are paradigms of names."""


def inflected(parse: Any, wanted: frozenset[str]) -> str | None:
    """Return the form of a parsed word that has the grammemes ``wanted``, as ``parse.inflect`` does; None where none.

    That makes all forms to choose one; which one that is depends on the paradigm alone, and is kept.
    """
    method = parse.methods_stack[0]
    if len(parse.methods_stack) > 1 or len(method) < 4:  # guessed by its ending, or an initial
        form = parse.inflect(wanted)
        return str(form.word) if form else None
    _, word, paradigm_id, index = method
    asked = paradigm_id, index, wanted
    if asked not in _FORMS:
        _FORMS[asked] = _known_words().form(paradigm_id, index, wanted)
    found = _FORMS[asked]
    if found is None:
        return None
    known = dictionary().dictionary
    paradigm = known.paradigms[paradigm_id]
    prefix = known.paradigm_prefixes[paradigm[2 * len(paradigm) // 3 + found]]
    return f"{prefix}{known.build_stem(paradigm, index, word)}{known.suffixes[paradigm[found]]}"


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

NOTHING: frozenset[str] = frozenset()
"""What is kept for the many words that have nothing of what is asked for: an empty set is 200 bytes each time."""
_OF_VERBS = frozenset(("VERB", "GRND", "PRTS", "ADJS"))
"""The dictionary's parts of speech that are forms of an infinitive, and short adjectives."""


@lru_cache(maxsize=100_000)
def lemma(word: str, pos: str = "") -> str:
    """Return the dictionary form of ``word`` (lower case, ё as е) that fits the part of speech, else the likeliest."""
    if word.isascii():
        return word.lower()  # numbers, marks and Latin words: whatever they are parsed as
    found = parses(word.lower())
    fits = _FITS.get(pos, NOTHING)
    best = next((p for p in found if not fits.isdisjoint(p.tag.grammemes)), found[0] if found else None)
    if pos in ("NOUN", "PROPN") and best is not None and "PRTF" in best.tag.grammemes:
        best = best.inflect({"masc", "sing", "nomn"}) or best  # опрошенные: опрошенный, not опросить
        return str(best.word).replace("ё", "е")
    form: str = best.normal_form if best else word.lower()
    return form.replace("ё", "е")


@lru_cache(maxsize=100_000)
def lower(word: str) -> str:
    """Return a word in lower case, ё as е."""
    return word.lower().replace("ё", "е")


CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc"}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
"""The dictionary's names of cases and genders, and those of the morphology model."""
NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Init"))
"""The dictionary's grammemes of names."""
_FEATS = {
    "Tense": ("tense", {"past": "Past", "pres": "Pres", "futr": "Fut"}),
    "Number": ("number", {"sing": "Sing", "plur": "Plur"}),
    "Gender": ("gender", GENDERS),
    "Person": ("person", {"1per": "1", "2per": "2", "3per": "3"}),
}


def cases_of(tags: Iterable[Any]) -> frozenset[str]:
    """Return the cases (UD) of some of the dictionary's tags of a word."""
    return frozenset(CASES.get(str(tag.case), "") for tag in tags)


def number_and_gender(tag: Any) -> dict[str, str]:
    """Return the number and, where it has one, the gender of a dictionary's tag as the morphology model names them."""
    number = {"Number": "Plur" if tag.number == "plur" else "Sing"}
    return number if tag.gender is None else number | {"Gender": GENDERS[str(tag.gender)]}


def verb_feats(word: str) -> dict[str, str]:
    """Return the features of a word whose likeliest reading is a finite verb, by the dictionary; empty of any other."""
    found = parses(word.lower())
    if not found or str(found[0].tag.POS) != "VERB":
        return {}
    told = ((name, values.get(str(getattr(found[0].tag, field)))) for name, (field, values) in _FEATS.items())
    return {"Mood": "Ind", "VerbForm": "Fin"} | {name: value for name, value in told if value is not None}


@lru_cache(maxsize=100_000)
def verb_lemmas(word: str) -> frozenset[str]:
    """Return the infinitives that ``word`` can be a form of, of a short adjective the long one; empty where none."""
    found = (p for p in parses(word.lower()) if not _OF_VERBS.isdisjoint(p.tag.grammemes))
    return frozenset(p.normal_form.replace("ё", "е") for p in found) or NOTHING
