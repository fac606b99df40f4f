"""Words as the search compares them: forms without case, ё and stress marks, and the dictionary forms of each.

A word of the dictionary may be a form of several others (``стали``: стать, сталь). All of them are kept, so that
whoever asks for one of them finds every text where it may stand; who asks for ``стали`` itself finds both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from core.model.text import WORD
from core.preannotate.analysis import models
from core.preannotate.analysis.lexicon import classes
from core.preannotate.analysis.tokens import one_script

RECIPE = 2
"""The number of what ``fold``, ``parted`` and ``lemmas`` do: an index made by another recipe is made anew."""
STRESS = "\u0301"
LONGEST = 60
"""Letters of a word that is asked of the dictionary; longer ones (addresses, garbage) are their own lemma."""
_PARAGRAPH = re.compile(r"\n(?:\s*\n\s*|[^\S\n]*(?![\sa-zа-яё]))")
"""What parts paragraphs. A line that goes on in lower case is the same paragraph, wrapped by hand."""
_VERBS = frozenset({"VERB", "GRND", "PRTS", "INFN"})


def words_of(text: str) -> list[str]:
    """Return the words of a text as they stand there; their number never depends on how they are folded."""
    return WORD.findall(text)


def parted(text: str) -> tuple[list[str], list[int]]:
    """Return the words of a text, and the numbers of those that begin a paragraph, without the first of all."""
    words: list[str] = []
    begins: list[int] = []
    for piece in _PARAGRAPH.split(text):  # no word has a line end in it
        found = WORD.findall(piece)
        if words and found:
            begins.append(len(words))
        words += found
    return words, begins


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text stand: plain pairs, since there are many."""
    return [match.span() for match in WORD.finditer(text)]


def some_spans_of(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return where the words of a text from one number to another (excluded) stand, as far as it has them."""
    return [match.span() for match in islice(WORD.finditer(text), first, last)]


def fold(word: str) -> str:
    """Return a word as it is compared: composed (NFC), lower case, ё as е, without stress marks, one hyphen."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    word = word.lower().replace("ё", "е").replace(STRESS, "").replace("’", "'")
    word = word.replace("\u2010", "-").replace("\u2011", "-")
    return word.encode("utf-8", "replace").decode()


def named(name: str) -> str:
    """Return a name as names are compared and counted: its words, folded; empty where it has none."""
    return " ".join(map(fold, words_of(name)))


def lemmas(form: str) -> tuple[str, ...]:
    """Return every dictionary form that a folded word may belong to, the likeliest first; itself where it has none."""
    plain = one_script(form)
    if len(plain) > LONGEST or not any(character.isalpha() for character in plain):
        return (form,)
    found = dict.fromkeys(fold(parse.normal_form) for parse in models.parses(plain))
    return tuple(found) or (form,)


def asked_lemmas(form: str) -> tuple[str, ...]:
    """Return the dictionary forms that somebody means who types a folded word: that word alone where it is one."""
    found = lemmas(form)
    return (form,) if form in found else found


@lru_cache(maxsize=20_000)
def cue_lemma(cue: str) -> str:
    """Return what a cue is counted under: the verb of speech in the dictionary's form, other words as they stand."""
    known = classes("cue_verbs")
    out = [fold(word) for word in words_of(cue)]
    for at, form in enumerate(out):
        verbs = models.verb_lemmas(form)
        listed = [one for one in verbs if any(one in kind for kind in known.values())]
        if listed:
            return min(listed)
        if verbs and str(models.parses(form)[0].tag.POS) in _VERBS:
            out[at] = min(verbs)
    return " ".join(out)
