"""What sort of body an organisation is, by its name; which sorts a noun may be said of (ведомство, банк, компания)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import inflected, parses
from core.preannotate.names.inflection import folded, recased
from core.preannotate.names.names import WORD

FAR = 1_000_000
WINDOWS = ((0, 1), (0, FAR), (2, FAR))
"""Paragraphs and sentences back in which the organisation that a noun points to is looked for, the nearest first."""
BARE = "company"
"""The sort that also an organisation of which nothing is known may be of: a name in marks or in Latin letters."""


@cache
def _words() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, frozenset[str]], ...], dict[str, frozenset[str]]]:
    """Return the whole words, the beginnings (longest first) and the ends of ``body_sorts.tsv`` with their sorts."""
    listed = {word: frozenset(sorts.split(",")) for word, sorts in table("body_sorts").items()}
    whole = {word: sorts for word, sorts in listed.items() if "*" not in word}
    beginnings = sorted(((w[:-1], s) for w, s in listed.items() if w.endswith("*")), key=lambda pair: -len(pair[0]))
    return whole, tuple(beginnings), {w[1:]: s for w, s in listed.items() if w.startswith("*")}


@lru_cache(maxsize=20_000)
def _sorts_of_word(word: str) -> frozenset[str]:
    whole, beginnings, ends = _words()
    low = folded(word)
    if low in whole:
        return whole[low] - {"none"}
    if word[:1].isupper() and len(low) > 4:
        for beginning, sorts in beginnings:
            if low.startswith(beginning):
                return sorts - {"none"}
    return next((ends[low[at:]] for at in range(1, len(low) - 1) if low[at:] in ends), frozenset())


@lru_cache(maxsize=20_000)
def sorts_of_name(name: str) -> frozenset[str]:
    """Return the sorts that the name of an organisation tells: by its first word, or two, listed; empty for most."""
    words = WORD.findall(name)
    first = _words()[0].get(folded(" ".join(words[:2])), frozenset())
    return first or next((sorts for word in words if (sorts := _sorts_of_word(word))), frozenset())


def sorts_of(candidate: Candidate) -> frozenset[str]:
    """Return the sorts of a named organisation: by what the article calls it, else by its name."""
    return _sorts_of(candidate.name, frozenset(candidate.titles))


@lru_cache(maxsize=20_000)
def _sorts_of(name: str, titles: frozenset[str]) -> frozenset[str]:
    beginnings = {word[:4] for word in folded(name).split()}
    called = {s for title in titles if title[:4] not in beginnings for s in sorts_of_noun(title)}
    media = ("media",) if "издание" in titles else ()
    return sorts_of_name(name).union(called, media)


@cache
def _nouns() -> dict[str, str]:
    """Return the nouns of ``body_nouns.tsv`` with their sorts; an attribute as its concept too (``оборона``)."""
    listed, concepts = table("body_nouns"), table("concepts")
    pairs = ((noun.partition(" "), sorts) for noun, sorts in listed.items())
    return listed | {f"{concepts.get(first, first)} {rest}": sorts for (first, gap, rest), sorts in pairs if gap}


def narrows(attribute: str, noun: str) -> bool:
    """Tell whether an attribute of a noun for bodies tells their sort (``надзорное ведомство``)."""
    return f"{attribute} {noun}" in _nouns()


@lru_cache(maxsize=20_000)
def sorts_of_noun(lemma: str, attributes: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the sorts of bodies that a noun with its attributes may be said of; empty where it is no such noun."""
    listed = _nouns()
    for attribute in attributes:
        if (both := listed.get(f"{attribute} {lemma}")) is not None:
            return frozenset(both.split(","))
    own = listed.get(lemma) or listed.get(lemma.rpartition("-")[2], "")  # интернет-магазин
    return frozenset(filter(None, own.split(",")))


def may_be_said_of(wanted: frozenset[str], candidate: Candidate) -> bool:
    """Tell whether a noun of the sorts ``wanted`` may be said of a named organisation."""
    own = sorts_of(candidate)
    return bool(own & wanted) if own else BARE in wanted and in_marks_or_latin(candidate)


def is_named_body(candidate: Candidate) -> bool:
    """Tell whether a candidate is an organisation with a name of its own."""
    return candidate.kind is ActorKind.ORGANISATION and not candidate.head


def is_office(candidate: Candidate) -> bool:
    """Tell whether an organisation is only an office of one (пресс-служба банка)."""
    first = folded(candidate.name).partition(" ")[0]
    return table("org_heads").get(first) == "office"


def in_marks_or_latin(candidate: Candidate) -> bool:
    """Tell whether a name looks like that of a firm: marks around or in it, or Latin letters."""
    return candidate.marked or any("a" <= c <= "z" for c in candidate.name.casefold())


def the_one(
    analysis: Analysis, start: int, wanted: frozenset[str], named: Sequence[Candidate], *, known: bool = False
) -> Candidate | None:
    """Return the one organisation named before ``start`` that may be of the sorts ``wanted``; None where several may.

    Of several the only one of a known sort, or the only one in the nearest of ``WINDOWS``; before any office of one.
    ``known``: only one whose sort is known.
    """
    bodies = [c for c in named if is_named_body(c) and c.before(start) is not None and may_be_said_of(wanted, c)]
    fitting = _without_short([c for c in bodies if not is_office(c)] or bodies)
    sure = [c for c in fitting if sorts_of(c) & wanted]
    if not known and sure and (last := _just_named(analysis, start, fitting, sure)) is not None:
        return last
    for some in (sure,) if known else (sure, fitting):
        if len(some) > 1:
            backs = [(_back(analysis, start, c), c) for c in some]
            some = next((near for w in WINDOWS if (near := [c for b, c in backs if _within(b, w)])), some)
        if len(some) == 1:
            return some[0]
    return None


def _just_named(
    analysis: Analysis, start: int, fitting: Sequence[Candidate], sure: Sequence[Candidate]
) -> Candidate | None:
    """Return the only organisation named in the sentence before, of its paragraph, where those of a known sort are
    named in other paragraphs only (``В «Луче» осторожнее. Рост замедлится, считают в компании``)."""
    near = [c for c in fitting if _within(_back(analysis, start, c), (0, 1))]
    if len(near) != 1 or near[0] in sure:
        return None
    return near[0] if all(_back(analysis, start, c)[0] > 0 for c in sure) else None


def _without_short(bodies: list[Candidate]) -> list[Candidate]:
    """Leave out a name that is the last word of another (``НПЗ`` in a headline, ``Приазовский НПЗ``): the same body."""
    if len(bodies) < 2:
        return bodies
    ends = {folded(c.name).rpartition(" ")[2] for c in bodies if " " in c.name}
    return [c for c in bodies if folded(c.name) not in ends]


def _within(back: tuple[int, int], window: tuple[int, int]) -> bool:
    return back[0] <= window[0] and back[1] <= window[1]


def _back(analysis: Analysis, start: int, candidate: Candidate) -> tuple[int, int]:
    """Return how many paragraphs and sentences before ``start`` an organisation was last named."""
    last = candidate.before(start)
    sentence = analysis.sentence_at(start)
    if last is None or sentence is None:
        return FAR, FAR
    return sentence.paragraph - last.paragraph, sentence.number - last.sentence


def of_another_body(titles: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether somebody's titles say that he is of a body of another sort than a description's words do.

    ``представитель компании`` is not who was called ``представитель министерства``.
    """
    theirs = {sort for word in words for sort in sorts_of_noun(word)}
    own = {sort for title in titles for sort in (*sorts_of_noun(title), *_sorts_of_word(title))}
    if "bank" in own:
        own.add("regulator")  # the concept of ЦБ is банк
    return bool(theirs and own) and not theirs & own


def genitive(analysis: Analysis, body: Candidate) -> str:
    """Return the name of an organisation in the genitive, also as the article has it; '' where that is not sure."""
    name = body.name
    if name.isupper() or not any("а" <= c <= "я" for c in name.casefold()):
        return name
    for mention in body.mentions:
        words = analysis.text[mention.start : mention.end]
        cased = analysis.tokens[mention.token].feat("Case") == "Gen" and len(mention.words) == len(WORD.findall(name))
        if cased and folded(words) != folded(name):
            return f"«{words}»" if body.marked else words
    sort, mark, rest = name.partition("«")
    if sort and mark:
        own = genitive_of(sort.strip())
        return f"{own[:1].lower()}{own[1:]} «{rest}" if own else ""  # Банк «Луч»: банка «Луч»
    return "" if body.marked or mark else genitive_of(name)


@lru_cache(maxsize=20_000)
def genitive_of(name: str) -> str:
    """Return the genitive of a name by its first noun and the adjectives before it (Счётная палата), '' where none."""
    out: list[str] = []
    words = name.split()
    for at, word in enumerate(words):
        found = [p for p in parses(word.lower()) if p.tag.case == "nomn" and p.tag.POS in ("NOUN", "ADJF")]
        if not found:
            return ""
        noun = found[0].tag.POS == "NOUN"
        wanted = {"gent", str(found[0].tag.number)} | ({found[0].tag.gender} - {None} if not noun else set())
        form = inflected(found[0], frozenset(map(str, wanted)))
        if form is None:
            return ""
        out.append(recased(form, word))
        if noun:
            return " ".join([*out, *words[at + 1 :]])
    return ""
