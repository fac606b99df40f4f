"""What clicks and keys mean in odd sentences: names of any words, both policies, acts on content, completed names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.model import Actor, Form, Quotation, Range, text
from core.model.layer import Edit, Layer
from core.model.schema import standard
from core.reading import expand, frame, naming, phrase, speech
from core.reading.completions import completions
from tests.acts import article_of
from tests.core.reading.sentences import CUES, PHRASES, SPEECH, TYPED
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "odd"
USUAL = standard()
OTHER = replace(USUAL, marks_inside=not USUAL.marks_inside, full_stop_inside=not USUAL.full_stop_inside)


def cut(whole: str, *spans: Range | None) -> str:
    return " … ".join("–" if span is None else whole[span.start : span.end].replace("\n", "¶") for span in spans)


def each(texts: Iterable[str], described: Callable[[str], Iterator[str]]) -> str:
    """Return texts with what is said of them; what is said twice of one stands once."""
    out: list[str] = []
    for one in texts:
        out += [one.replace("\n", "¶"), *(f"  {line}" for line in dict.fromkeys(described(one))), ""]
    return "\n".join(out)


def words_in(whole: str) -> list[Range]:
    return [Range(*match.span()) for match in text.TOKEN.finditer(whole)]


def test_the_phrase_around_every_word_and_its_names() -> None:
    def described(whole: str) -> Iterator[str]:
        for word in words_in(whole):
            found = phrase.phrase_around(whole, word.start)
            yield f"{cut(whole, found)} → {' | '.join(naming.names_of(whole, found)) or '–'}"

    same_as_golden(GOLDEN / "phrases.txt", each(PHRASES, described))


def test_a_name_from_every_run_of_words() -> None:
    """A person may select anything."""

    def described(whole: str) -> Iterator[str]:
        words = words_in(whole)
        for first, start in enumerate(words):
            for end in words[first + 1 : first + 4]:
                span = Range(start.start, end.end)
                name = naming.name_of(whole, span)
                yield f"{cut(whole, span)} → {name or '–'} ({naming.kind_of(name) or '–'})"

    same_as_golden(GOLDEN / "names.txt", each(PHRASES, described))


def test_the_cue_around_every_word() -> None:
    def described(whole: str) -> Iterator[str]:
        words = phrase.words_of(whole, Range(0, len(whole)))
        for at, word in enumerate(words):
            found = phrase.cue_around(whole, word.start)
            sure = "cue" if phrase.is_cue_word(words, at) else "name"
            if sure == "cue" or found != word.span:
                yield f"{word.text}: {cut(whole, found)} ({sure})"

    same_as_golden(GOLDEN / "cues.txt", each((*CUES, *SPEECH), described))


def test_the_last_word_of_every_beginning() -> None:
    """What a person types or pastes may end anywhere: nothing may look beyond the last word."""

    def described(whole: str) -> Iterator[str]:
        for word in words_in(whole):
            cut_off = whole[: word.end]
            found = phrase.phrase_around(cut_off, word.start)
            words = phrase.words_of(cut_off, Range(0, len(cut_off)))
            kind = "cue" if words and phrase.is_cue_word(words, len(words) - 1) else "name"
            cue = phrase.cue_around(cut_off, word.start)
            yield f"{cut(cut_off, found)} | {cut(cut_off, cue)} ({kind}) → {naming.name_of(cut_off, found) or '–'}"

    same_as_golden(GOLDEN / "beginnings.txt", each((*PHRASES, *CUES), described))


def contents(whole: str) -> list[Range]:
    """Return what may be content: clauses, sentences and quoted spans."""
    found = {expand.clause_at(whole, word.start) for word in words_in(whole)}
    for paragraph in text.paragraphs(whole):
        found |= {*expand.quoted(whole, paragraph), *(text.sentence_at(whole, at) for at in paragraph)}
    return sorted(span for span in found if span.start < span.end)


def test_the_frame_around_content() -> None:
    def described(whole: str) -> Iterator[str]:
        for span in contents(whole):
            for form in Form:
                found = frame.guess(whole, [span], form)
                yield f"{form} {cut(whole, span)} ← {cut(whole, found.cue)} | {cut(whole, found.mention)}"
            pieces = speech.cut_at_author(whole, span)
            if len(pieces) > 1:
                found = frame.guess(whole, pieces, Form.DIRECT)
                yield f"apart {cut(whole, *pieces)} ← {cut(whole, found.cue)} | {cut(whole, found.mention)}"

    same_as_golden(GOLDEN / "frames.txt", each((*SPEECH, *CUES), described))


@pytest.mark.parametrize("name", ["usual", "other"])
def test_the_content_at_every_caret(name: str) -> None:
    policy = USUAL if name == "usual" else OTHER

    def described(whole: str) -> Iterator[str]:
        for form in Form:
            for at in range(len(whole) + 1):
                yield f"{form} {cut(whole, *speech.content_at(whole, at, form, policy)) or '–'}"

    same_as_golden(GOLDEN / f"content-{name}.txt", each(SPEECH, described))


def test_quoted_spans_level_by_level() -> None:
    def described(whole: str) -> Iterator[str]:
        for at in range(len(whole) + 1):
            levels: list[Range] = []
            found = expand.quoted_at(whole, at)
            while found is not None:
                levels.append(found)
                found = expand.quoted_at(whole, at, found)
            if levels:
                yield " < ".join(cut(whole, level) for level in levels)

    same_as_golden(GOLDEN / "quoted.txt", each((*SPEECH, *PHRASES), described))


def sentence_of(layer: Layer, ranges: Sequence[Range]) -> Range:
    return text.sentence_at(layer.article.text, ranges[0].start)


ACTS: tuple[tuple[str, Callable[[Layer, Sequence[Range]], Edit]], ...] = (
    ("toggle marks", lambda layer, _: speech.toggle_marks(layer, "q")),
    ("toggle end", lambda layer, _: speech.toggle_end(layer, "q")),
    ("tidy", lambda layer, _: speech.tidy(layer, "q", USUAL)),
    ("tidy otherwise", lambda layer, _: speech.tidy(layer, "q", OTHER)),
    ("split", lambda layer, _: speech.split_at_author(layer, "q")),
    ("fill", lambda layer, _: speech.fill_gaps(layer, "q")),
    ("expand", lambda layer, ranges: speech.expand_to(layer, "q", sentence_of(layer, ranges), USUAL)),
)  # fmt: skip


def test_acts_on_content() -> None:
    def described(whole: str) -> Iterator[str]:
        spans = contents(whole)
        for ranges in [*((span,) for span in spans), *(speech.cut_at_author(whole, span) for span in spans)]:
            for form in Form:
                layer = Layer(article_of(whole), "anna", [Quotation(id="q", form=form, ranges=ranges)])
                done: dict[str, list[str]] = {}
                for name, act in ACTS:
                    edit = act(layer, ranges)
                    after = cut(whole, *layer.apply(edit).quotation("q").ranges) if edit else "–"
                    done.setdefault(after, []).append(f"{name} ({edit.name})" if edit else name)
                yield f"{form} {cut(whole, *ranges)}"
                yield from (f"  → {after} : {', '.join(names)}" for after, names in done.items() if after != "–")

    same_as_golden(GOLDEN / "acts.txt", each(SPEECH[::2], described))


def test_a_click_on_every_word_sets_cue_or_mention() -> None:
    def described(whole: str) -> Iterator[str]:
        words = words_in(whole)
        layer = Layer(article_of(whole), "anna", [Quotation(id="q", form=Form.INDIRECT, ranges=(words[0],))])
        for at, word in enumerate(words):
            for span, exact in ((word, False), (Range(word.start, words[min(at + 1, len(words) - 1)].end), True)):
                edit = frame.set_by_word(layer, "q", span, exact=exact)
                after = layer.apply(edit)
                found, actor = after.quotation("q"), after.actor(after.quotation("q").speaker)
                speaker = actor.name if isinstance(actor, Actor) else "–"
                yield (
                    f"{cut(whole, span)}{' (exact)' if exact else ''}: {edit.name} {cut(whole, found.cue)} | "
                    f"{cut(whole, found.mention)} | {speaker} | guessed {', '.join(found.guessed) or '–'}"
                )

    same_as_golden(GOLDEN / "clicks.txt", each((*SPEECH[:12], *CUES[:9]), described))


def test_names_completed_while_typed() -> None:
    out: list[str] = []
    for whole, beginnings in TYPED:
        out += [whole, *(f"  {typed} → {' | '.join(completions(whole, typed, 12)) or '–'}" for typed in beginnings), ""]
    same_as_golden(GOLDEN / "completions.txt", "\n".join(out))
