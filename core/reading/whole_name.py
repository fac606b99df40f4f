"""Whether a suggestion is a name that somebody could bear: whole, in the nominative, its words agreeing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile

from core.model import Range, text
from core.preannotate.analysis.models import parses
from core.preannotate.names.inflection import folded, readings
from core.reading.naming import names_of

_GENDERS = ("masc", "femn", "neut")
_BEFORE_A_NOUN = frozenset({"ADJF", "PRTF", "NUMR"})
_NEVER_FIRST = frozenset({"PREP", "CONJ", "PRCL"})
_NAMES = ("Name", "Surn", "Patr")
_OF_MEN = ("ов", "ев", "ин", "ын")
"""Ends of surnames that a woman's has with а."""
LIKELY = 0.25
"""Weight from which a reading of a name counts."""
_OPENING = ("«", "„", "“", '"')


@lru_cache(maxsize=4096)
def is_whole(name: str) -> bool:
    """Tell whether ``name`` is a whole name in the nominative.

    Its head and what stands before it agree in the nominative (not ``китайскую компанию``, not ``Пётр Белова``), it has
    a head (not ``китайская``), and a person's name behind the head is in the nominative like a title's, or governed
    (``мэр Инна Белова``, ``жена Петра Белова``; not ``мэр Инне Беловой``).
    """
    words = [match.group() for match in text.WORD.finditer(name) if match.group()[:1].isalpha()]
    if not words:
        return any(letter.isalnum() for letter in name)
    if len(words) > 2 and words[1].lower() == "из":  # один из свидетелей
        return _agree(words[:1], "nomn")
    if words[0][:1].isupper() and (len(words) == 1 or is_name(words[0])):
        return _agree(list(takewhile(lambda word: word[:1].isupper(), words)), "nomn")
    if words[0].islower() and str(parses(words[0])[0].tag.POS) in _NEVER_FIRST:
        return False
    head = next((n for n, word in enumerate(words) if _is_head(word)), None)
    if head is None:
        return len(words) == 1 and _stands_alone(words[0])
    fits = _counted(words[: head + 1]) if _is_numeral(words[0]) else _agree(words[: head + 1], "nomn")
    if not fits or _has_verb(words[head + 1 :]):
        return False
    rest = list(dropwhile(lambda word: not is_name(word), words[head + 1 :]))
    person = list(takewhile(lambda word: word[:1].isupper(), rest))
    if not person or name[: name.find(person[0])].endswith(_OPENING):
        return True
    return _agree(person, "gent") or (_agree(person, "nomn") and _bears(words[head], person))


def whole_names(whole: str, span: Range) -> list[str]:
    """Return the whole names that a span of text may mean, the likeliest first.

    Of a person's name one form; of a phrase no part but the one before a person's name, which is a title.
    """
    out: list[str] = []
    first = folded(text.WORD.findall(whole[slice(*span)])[0]) if text.WORD.search(whole[slice(*span)]) else ""
    for name in names_of(whole, span):
        declined = folded(name.partition(" ")[0]) != first
        titled = _with_name(name, out[0]) if out and declined else name
        if is_whole(titled) and not any(_is_part(titled, other, out) or _same_name(titled, other) for other in out):
            out.append(titled)
    return out


def _with_name(name: str, person: str) -> str:
    """Put the person's name at the end of a phrase into the nominative, as its title is."""
    count = len(person.split())
    words = name.split()
    if not person[:1].isupper() or not _same_name(" ".join(words[-count:]), person):
        return name
    return " ".join([*words[:-count], person])


def _is_part(name: str, other: str, known: Sequence[str]) -> bool:
    """Tell whether a name is the beginning of another one, and what follows there is nobody's name."""
    return other.startswith(f"{name} ") and other[len(name) + 1 :] not in known


def _same_name(name: str, other: str) -> bool:
    """Tell whether two names are forms of one: as many words that begin alike."""
    pairs = list(zip(name.split(), other.split(), strict=False))
    alike = all(folded(a)[: _stem(a, b)] == folded(b)[: _stem(a, b)] for a, b in pairs)
    return alike and len(name.split()) == len(other.split())


def _stem(word: str, other: str) -> int:
    """Return how many letters two forms of a short or long word have in common."""
    return max(1, min(3, len(word) - 1, len(other) - 1))


def _agree(words: Sequence[str], case: str) -> bool:
    """Tell whether all words can stand in one case, one number and, where it is one, one gender."""
    if all(word[:1].isupper() for word in words) and is_name(words[0]):
        person = any(all(_is_form(word, case, gender) for word in words) for gender in "mf")
        if person or len(words) > 1:
            return person
    return any(
        all(_can_be(word, case, number, gender) for word in words)
        for number, genders in (("sing", _GENDERS), ("plur", ("",)))
        for gender in genders
    )


def _is_form(word: str, case: str, gender: str) -> bool:
    """Tell whether a word of a name has a likely reading in that case and gender (``m`` or ``f``)."""
    if gender == "f" and folded(word).endswith(_OF_MEN):
        return False
    return any(
        (reading.case, reading.gender) == (case, gender) and reading.weight > LIKELY for reading in readings(word)
    )


def _can_be(word: str, case: str, number: str, gender: str) -> bool:
    """Tell whether a word has that form; one that the dictionary cannot decline (``ООН``, ``Nova``) can be any."""
    found = parses(word.lower())
    if not found or word[:1].lower() < "а" or (word.isupper() and len(word) > 1):
        return True
    for parse in found:
        if "Fixd" in parse.tag:
            return True
        if str(parse.tag.case) != case or str(parse.tag.number or number) != number:
            continue
        own = str(parse.tag.gender or "")
        if number == "plur" or not own or own == gender or "ms-f" in parse.tag:
            return True
    return False


def _is_numeral(word: str) -> bool:
    return any(str(parse.tag.POS) == "NUMR" for parse in parses(word.lower()))


def _counted(words: Sequence[str]) -> bool:
    """Tell a numeral in the nominative with what it counts, which is in the genitive: ``два очевидца``."""
    return len(words) > 1 and _can_be(words[0], "nomn", "plur", "") and _agree([words[-1]], "gent")


def _has_verb(words: Sequence[str]) -> bool:
    return any(str(parse.tag.POS) == "VERB" for word in words for parse in parses(word.lower())[:1])


def _is_head(word: str) -> bool:
    """Tell whether a word is a noun, or one that only a name can be."""
    found = parses(word.lower())
    if not found or "LATN" in found[0].tag or (word.isupper() and len(word) > 1):
        return True
    likely = str(found[0].tag.POS)
    return likely == "NOUN" or (likely not in _BEFORE_A_NOUN and any(str(parse.tag.POS) == "NOUN" for parse in found))


def _stands_alone(word: str) -> bool:
    """Tell whether a word that is no noun names somebody by itself: ``задержанный``, ``больной``."""
    found = parses(word.lower())
    kinds = {str(parse.tag.POS) for parse in found}
    noun = "PRTF" in kinds or any("Subx" in parse.tag for parse in found)
    return noun and _agree([word], "nomn")


def _is_known(word: str) -> bool:
    return any(parse.is_known for parse in parses(word.lower()))


def is_name(word: str) -> bool:
    """Tell whether a word with a capital may be of a person's name: the dictionary has it as one, or not at all."""
    return word[:1].isupper() and (
        not _is_known(word) or any(kind in parse.tag for parse in parses(word.lower())[:4] for kind in _NAMES)
    )


def _bears(title: str, person: Sequence[str]) -> bool:
    """Tell whether whom a title is said of can have that name: ``мэр Инна`` can, ``жена Пётр`` cannot."""
    nouns = [parse for parse in parses(title.lower()) if {"nomn", "sing"} in parse.tag]
    if not nouns:
        return False
    women = all(str(parse.tag.gender) == "femn" for parse in nouns)
    return not women or all(_can_be(word, "nomn", "sing", "femn") for word in person)
