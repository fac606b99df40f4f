"""The attributing frame of a quotation: cue and mention guessed around new content, and set by a click on a word.

Light rules over the sentence (docs/guidelines.md, D1–D6, I1–I4), so that a quotation marked by hand needs no second
gesture where its frame is plain; what they miss costs one click.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from core.model import Entity, Form, Quotation, Range, State, text
from core.model.edits import add_quotation, ancestors, change, revised
from core.model.guesses import with_guesses
from core.model.layer import Edit, Layer
from core.model.marks import Part
from core.model.resolving import quotation_of, take_over_quotation
from core.reading import expand, phrase
from core.reading.naming import resolved
from core.reading.phrase import Word

REACH = 160
"""Code points from the content within which its frame must stand."""


_VERBAL = frozenset(("VERB", "INFN", "GRND", "PRTS", "ADJS"))


class Frame(NamedTuple):
    """Cue and speaker mention, either of them missing where the text has none in reach."""

    cue: Range | None
    mention: Range | None


_STANDS_FOR_SPEECH = re.compile(
    r"(Так|Об этом|Этими словами|Такими словами|С такими словами|Такое мнение|Такой ответ|Это мнение)\b"
)
"""How a sentence begins that frames the quoted sentence before it (GUIDELINES.md, case 4)."""


def guess(whole: str, ranges: Sequence[Range], form: Form, outer: Range | None = None) -> Frame:
    """Return the frame of content: between its ranges, after it, or before it, whichever holds a cue first.

    The frame stands in the sentence of the content; before a colon, or where the next sentence stands for the speech
    (``Так сказал он``), in a neighbouring one. ``outer`` is the speech that the content is quoted in: its frame is not
    the content's.
    """
    bounds = outer if outer is not None else _speech_around(whole, ranges)
    for window in _windows(whole, ranges, form):
        if bounds is not None:
            window = Range(max(window.start, bounds.start), min(window.end, bounds.end))
        words = phrase.words_of(whole, window)
        found = _in_window(words, form)
        if found is not None:
            return found
    return Frame(None, None)


def _windows(whole: str, ranges: Sequence[Range], form: Form) -> Iterator[Range]:
    """Yield where a frame may stand, the likeliest first."""
    for left, right in itertools.pairwise(ranges):
        yield Range(left.end, right.start)
    start, end = ranges[0].start, ranges[-1].end
    before, after = _before(whole, start), _after(whole, end)
    led = whole[before.start : before.end].rstrip().endswith(":")
    conjoined = form is not Form.DIRECT and whole[before.start : before.end].rstrip().endswith(",")
    framed = whole[after.start : after.end].lstrip('»"”“ \u00a0,.?!…').startswith(("—", "–", "-"))
    order = (before, after) if led or (conjoined and not framed) else (after, before)
    if form is Form.MIXED and not framed:
        order = (before, after)
    yield from (window for window in order if window.start < window.end)


def _speech_around(whole: str, ranges: Sequence[Range]) -> Range | None:
    """Return the innermost span in quotation marks that holds the content and more than its own marks."""
    own = expand.with_marks(whole, Range(ranges[0].start, ranges[-1].end))
    paragraph = text.paragraph_at(whole, own.start)
    holding = [span for span in expand.quoted(whole, paragraph) if span.contains(own) and span != own]
    return min(holding, key=lambda span: span.end - span.start, default=None)


def _before(whole: str, start: int) -> Range:
    """Return the beginning of the content's sentence, or the sentence before it where that ends in a colon."""
    paragraph = text.paragraph_at(whole, start)
    low = max(paragraph.start, start - REACH)
    ahead = whole[paragraph.start : start].rstrip('«„“"‹— \u00a0')
    if start == paragraph.start or not ahead or ahead[-1] in ".!?…":
        return Range(start, start)
    sentence = text.sentence_at(whole, max(paragraph.start, start - 2))
    return Range(max(low, min(sentence.start, start)), start)


def _after(whole: str, end: int) -> Range:
    """Return the rest of the content's sentence, or the next one where that stands for the speech."""
    paragraph = text.paragraph_at(whole, end)
    stop = min(paragraph.end, end + REACH)
    rest = whole[end:stop].lstrip('»"”“')
    sentence = rest.lstrip(".!?… \u00a0")
    ended = rest[:1] in (".", "!", "?", "…") or (rest[:1].isspace() and sentence[:1].isupper())
    if ended and sentence[:1].isalnum() and not _STANDS_FOR_SPEECH.match(sentence):
        return Range(end, end)
    for mark in range(stop - len(sentence) if ended else end + 1, stop):
        if whole[mark] in "«„\n" or (whole[mark] == "." and whole[mark + 1 : mark + 2].isspace()):
            stop = mark
            break
    return Range(end, stop)


def _in_window(words: list[Word], form: Form) -> Frame | None:
    acts = form is Form.MIXED
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        if phrase.is_cue_phrase(before, word):
            return _phrase_frame(words, index - 1, index)
        if index > 1 and phrase.is_cue_phrase(words[index - 2], word):
            return Frame(Range(words[index - 2].start, word.end), words[index - 1].span)
        if word.lower == "согласно":
            return _phrase_frame(words, index, index)
    for index, word in enumerate(words):
        if word.kinds & {"VERB", "PRTS", "ADJS"} and phrase.is_cue_verb(word, acts=acts):
            first, last = phrase.verb_cue(words, index)
            return Frame(Range(words[first].start, words[last].end), _subject(words, first, last))
    if words and words[-1].text == ":":
        named = next((n for n, word in enumerate(words) if word.nominal and phrase.nominative(word)), None)
        return Frame(None, phrase.phrase_from(words, named)) if named is not None else None
    return None


def _phrase_frame(words: list[Word], first: int, last: int) -> Frame:
    cue = Range(words[first].start, words[last].end)
    following = last + 1
    if following < len(words) and words[following].lower == "на":
        cue, following = Range(cue.start, words[following].end), following + 1
    if following < len(words) and (words[following].nominal or words[following].text in '«"'):
        return Frame(cue, phrase.phrase_from(words, following))
    return Frame(cue, None)


def _subject(words: list[Word], first: int, last: int) -> Range | None:
    """Return the subject of a cue: a pronoun right before it, the nominative phrase after it, else the one before."""
    if first > 0 and words[first - 1].lower in phrase.PRONOUNS and phrase.nominative(words[first - 1]):
        return words[first - 1].span
    for index in range(last + 1, min(len(words), last + 5)):
        word = words[index]
        if word.text in ",:;—–.":
            break
        if (word.nominal or word.text in '«"') and (phrase.nominative(word) or word.lower in phrase.PRONOUNS):
            return phrase.phrase_from(words, index)
    stop = first
    for index in range(first - 1, max(-1, first - 14), -1):
        if words[index].text in ":;—–":
            break
        if words[index].text == "," or not words[index].nominal:
            continue
        if words[index].lower in phrase.PRONOUNS:
            return words[index].span
        begin = phrase.left_of(words, index)
        if phrase.nominative(words[begin]):
            found = phrase.phrase_from(words, begin)
            return Range(found.start, min(found.end, words[stop - 1].end))
    return None


# -- acts ------------------------------------------------------------------------------------------------------------


def set_mention(layer: Layer, quotation: str, span: Range | None) -> Edit:
    """Set or clear the speaker mention; whom it names becomes the speaker, a new actor where nobody is called so.

    A pronoun resolves to the speaker before, and leaves the speaker alone where there is none. Whom it resolves to is
    a guess until a person accepts it.
    """
    before = layer.quotation(quotation)
    if span is None:
        return change("set-mention", [before], [revised(before, mention=None)])
    actor, made = resolved(layer, span, before)
    after = revised(before, mention=span)
    if actor is not None and actor != before.speaker:  # whom the words name is the program's guess
        after = with_guesses(replace(after, speaker=actor), (*after.guessed, "speaker"))
    edit = change("set-mention", [before], [after])
    return Edit(edit.name, edit.removed, (*made, *edit.added)) if edit else edit


def set_by_word(layer: Layer, quotation: str, span: Range, *, exact: bool = False) -> Edit:
    """Set cue or mention by a word that was clicked: its phrase is found; ``exact``: the span is taken as it is.

    Words of saying are the cue, everything else names the source.
    """
    whole = layer.article.text
    words = phrase.words_of(whole, text.sentence_at(whole, span.start))
    inside = [n for n, word in enumerate(words) if word.start < span.end and span.start < word.end]
    said = any(phrase.is_cue_word(words, n) for n in inside) and (not exact or len(inside) < 5)
    said = said or any(words[n].kinds & _VERBAL and not words[n].nominal for n in inside)
    before = layer.quotation(quotation)
    if said:
        cue = span if exact else phrase.cue_around(whole, span.start)
        return change("set-cue", [before], [revised(before, cue=cue)])
    return set_mention(layer, quotation, span if exact else mention_around(layer, span.start))


def mention_around(layer: Layer, at: int) -> Range:
    """Return what a click at ``at`` names: the noun phrase, and at least the entity that stands there."""
    found = phrase.phrase_around(layer.article.text, at)
    for mark in layer.at(at):
        item = layer.items[mark.item]
        if mark.part is Part.ENTITY and isinstance(item, Entity) and item.state is not State.REJECTED:
            found = Range(min(found.start, mark.start), max(found.end, mark.end))
    return found


def cut_at_frame(whole: str, span: Range) -> tuple[Range, ...]:
    """Return indirect content without a frame set off by commas inside it: ``А, по словам X, Б``."""
    words = phrase.words_of(whole, span)
    for index, word in enumerate(words[1:], 1):
        starts = words[index - 1].text == "," and (
            phrase.is_cue_phrase(word, words[min(index + 1, len(words) - 1)])
            or word.lower in ("как", "согласно")
            or phrase.is_cue_verb(word)
        )
        if not starts:
            continue
        end = next((n for n in range(index + 1, len(words)) if words[n].text == ","), None)
        inner = words[index : end if end is not None else len(words)]
        if end is None or len(inner) > 14:
            continue
        head = Range(span.start, words[index - 1].start)
        tail = text.trim_space(whole, Range(words[end].end, span.end))
        if head.start < head.end and tail.start < tail.end and _in_window(inner, Form.INDIRECT) is not None:
            return text.trim_space(whole, head), *cut_at_frame(whole, tail)
    return (span,)


def marked_words(whole: str, span: Range) -> tuple[Range, ...]:
    """Return the quoted spans of ``span`` where it begins and ends with one each; else ``span`` as it is."""
    found = [quoted for quoted in expand.quoted(whole, span) if span.contains(quoted)]
    outer = [one for one in found if not any(other != one and other.contains(one) for other in found)]
    apart = outer and outer[0].start == span.start and outer[-1].end == span.end
    return tuple(outer) if apart else (span,)


def make(layer: Layer, form: Form, ranges: Sequence[Range], parent: str | None = None) -> Edit:
    """Make a quotation of ``ranges`` with the frame around it, its speaker whom the mention names; all of it guesses.

    Where exactly this content is marked or proposed already, that quotation is taken over: the last item of ``added``
    is the quotation in any case, and the edit is empty where a person has marked it just so.
    """
    there = quotation_of(layer, ranges)
    if there is not None:
        return take_over_quotation(layer, there, form)
    found = guess(layer.article.text, ranges, form, _within(layer, parent, ranges))
    made = add_quotation(
        form, ranges, cue=found.cue, mention=found.mention, parent=parent, guessed=("cue", "mention", "parent")
    )
    quotation = made.added[0]
    assert isinstance(quotation, Quotation)
    if found.mention is None:
        return made
    actor, actors = resolved(layer, found.mention, quotation)
    spoken = with_guesses(replace(quotation, speaker=actor), (*quotation.guessed, "speaker"))
    return Edit(made.name, (), (*actors, spoken))


def _within(layer: Layer, parent: str | None, ranges: Sequence[Range]) -> Range | None:
    """Return the content range of ``parent`` that holds the beginning of ``ranges``."""
    around_it = layer.quotation(parent).ranges if parent is not None else ()
    return next((span for span in around_it if span.contains(ranges[0])), None)


def around(layer: Layer, ranges: Sequence[Range], but: str = "") -> str | None:
    """Return the innermost quotation that holds all of ``ranges`` in its content, other than ``but`` and its own."""
    holding = []
    for mark in layer.inside(ranges[0].start, ranges[0].end):
        item = layer.items[mark.item]
        if not isinstance(item, Quotation) or item.id == but or item.state is State.REJECTED:
            continue
        if item.ranges == tuple(ranges) or any(above.id == but for above in ancestors(layer, item.id)):
            continue
        if all(any(outer.contains(span) for outer in item.ranges) for span in ranges):
            holding.append(item)
    found = min(holding, key=lambda item: (sum(span.end - span.start for span in item.ranges), item.id), default=None)
    return found.id if found is not None else None
