"""Names completed from the article while one is typed: what begins so in the text, alone or after words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Range, text
from core.preannotate.analysis.models import parses
from core.preannotate.names.inflection import folded, recased
from core.reading.naming import names_of
from core.reading.phrase import phrase_from, words_of
from core.reading.whole_name import is_name, is_whole, whole_names

MOST = 6
LOOKED_AT = 40
"""Places in the text that are tried for one beginning."""


def completions(whole: str, typed: str, limit: int = MOST) -> list[str]:
    """Return whole names that go on from what is typed with words of the article, at most ``limit``.

    The last typed word is the beginning of a word in the text. After earlier words the rest stands as in the text
    (``жена М`` → ``жена Ивана Петрова``); a name that begins with it, or has it as a later word, is put in the
    nominative. What is no whole name in the nominative is left out; of two spellings the one with ё stays.
    """
    head, _, last = typed.rpartition(" ")
    if not last:
        return []
    out: dict[str, str] = {}
    for span in _phrases(whole, last, within_names=not head):
        for name in _names(whole, span, head.strip()):
            key = folded(name)
            if key != folded(typed.strip()) and is_whole(name) and ("ё" in name or key not in out):
                out[key] = name
    return list(out.values())[:limit]


def _phrases(whole: str, last: str, *, within_names: bool) -> Iterator[Range]:
    """Yield the noun phrases with a word that begins with ``last``, in the order of the text.

    The word is the first one of its phrase, or with ``within_names`` a later one of a person's name.
    """
    sought, seen = folded(last), 0
    begun: re.Match[str] | None = None
    """The first word of the name that the words of the text are in."""
    end = -1
    for match in text.WORD.finditer(whole):
        goes_on = match.start() == end + 1 and whole[end] in " \u00a0" and match.group()[:1].isupper()
        begun = begun if goes_on and begun is not None else match if within_names and is_name(match.group()) else None
        end = match.end()
        if len(match.group()) >= len(last) + (not within_names) and folded(match.group()[: len(last)]) == sought:
            start = begun.start() if begun is not None else match.start()
            words = words_of(whole, Range(start, text.sentence_at(whole, start).end))
            yield phrase_from(words, 0) if words else Range(*match.span())
            seen += 1
            if seen == LOOKED_AT:
                return


def _names(whole: str, span: Range, head: str) -> Iterator[str]:
    first = text.token_at(whole, span.start)
    if not head:
        yield from whole_names(whole, span)
        return
    attribute = [parse for parse in parses(head.rpartition(" ")[2].lower())[:1] if str(parse.tag.POS) == "ADJF"]
    for parse in attribute:  # второй с… → второй свидетель
        yield from (f"{head} {in_case(name, 'nomn', str(parse.tag.number))}" for name in names_of(whole, first)[:1])
    for piece in dict.fromkeys((span, first)) if not attribute else ():
        if any(str(parse.tag.case) == "gent" for parse in parses(whole[first.start : first.end].lower())):
            yield f"{head} {' '.join(whole[piece.start : piece.end].split())}"
        for name in names_of(whole, piece)[:1]:
            yield f"{head} {in_case(name, 'gent')}"
    yield f"{head} {' '.join(whole[span.start : span.end].split())}"


def in_case(name: str, case: str, number: str | None = None) -> str:
    """Return a name in the nominative in another case (pymorphy3's name), or in another number.

    The head and what stands before it change, and every word of a person's name; what the head governs stays.
    """
    out, end, governed = [], 0, False
    for match in text.WORD.finditer(name):
        word = match.group()
        out.append(name[end : match.start()])
        end = match.end()
        quoted = name[match.start() - 1 : match.start()] in tuple('«"„“')
        out.append(word if governed or quoted else _inflected(word, case, number))
        governed = governed or quoted or (not word[:1].isupper() and _is_noun(word))
    return "".join(out) + name[end:]


def _is_noun(word: str) -> bool:
    return any(str(parse.tag.POS) == "NOUN" for parse in parses(word.lower())[:1])


def _inflected(word: str, case: str, number: str | None) -> str:
    for parse in parses(word.lower()):
        if str(parse.tag.case) == "nomn":
            form = parse.inflect({case, number} if number else {case})
            written = word if form is None or "ё" in form.word else word.replace("ё", "е").replace("Ё", "Е")
            return recased(str(form.word), written) if form is not None else word
    return word
