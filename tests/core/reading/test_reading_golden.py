"""What gestures and words mean in the drawn sentences: phrases, cues, names, contents, frames, speakers to choose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model import Form, Quotation, Range
from core.model.layer import Layer
from core.model.schema import standard
from core.reading import candidates, completions, expand, frame, naming, phrase, speech
from tests.acts import article_of
from tests.core.preannotate.quotations.charts import read_charts
from tests.golden import same_as_golden

HERE = Path(__file__).parent
CHARTS = HERE.parent / "preannotate" / "quotations" / "quotation_charts.txt"
PARTS = 6


def drawn() -> list[str]:
    """Return the texts of the drawn sentences."""
    return [case.text for case in read_charts(CHARTS)]


def said(text: str, spans: tuple[Range, ...] | list[Range]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans) or "–"


def at_words(text: str) -> Iterator[str]:
    """Yield what a click on each word takes as a name or a cue, and what the name is in the nominative."""
    seen = set()
    for word in phrase.words_of(text, Range(0, len(text))):
        span, cue = phrase.phrase_around(text, word.start), phrase.cue_around(text, word.start)
        if (span, cue) in seen or not word.text[0].isalnum():
            continue
        seen.add((span, cue))
        names = ", ".join(naming.names_of(text, span))
        if names == said(text, [span]) == said(text, [cue]):
            continue
        yield f"  {said(text, [span])} = {naming.name_of(text, span)} [{names}] cue {said(text, [cue])}"


def at_carets(text: str) -> Iterator[str]:
    """Yield the contents that the keys of the three forms mark, at carets along the text."""
    seen = set()
    for offset in range(0, len(text), 9):
        found = [speech.content_at(text, offset, form, standard()) for form in Form]
        line = " | ".join([*(said(text, spans) for spans in found), said(text, [expand.clause_at(text, offset)])])
        if line not in seen:
            seen.add(line)
            yield f"  @ {line}"


def of_whole(text: str) -> Iterator[str]:
    """Yield the frame that marking a quoted or the whole text guesses, the speakers to choose, words completed."""
    whole = Range(0, len(text))
    layer = Layer(article_of(text), "anna")
    for form in Form:
        for span in [*expand.quoted(text, whole), whole]:
            ranges = speech.content_of(text, span, form, standard())
            if not ranges:
                continue
            found = frame.guess(text, ranges, form)
            sides = (said(text, [side]) if side is not None else "–" for side in (found.cue, found.mention))
            made = layer.apply(frame.make(layer, form, ranges))
            chosen = [
                f"{one.actor.name} {one.actor.kind} {one.why} {one.distance}"
                for item in made.quotations()
                if isinstance(item, Quotation)
                for one in candidates.choices(made, item)
            ]
            yield f"  {form} {said(text, ranges)} | {' | '.join(sides)} | {'; '.join(chosen)}"
    typed = {word.text[:3] for word in phrase.words_of(text, whole) if word.capital}
    for start in sorted(typed):
        yield f"  {start}… {', '.join(completions.completions(text, start)) or '–'}"


@pytest.mark.parametrize("part", range(PARTS))
def test_what_gestures_mean(part: int) -> None:
    out: list[str] = []
    for text in drawn()[part::PARTS]:
        out += [text.replace("\n", "¶")]
        out += [line.replace("\n", "¶") for line in (*at_words(text), *at_carets(text), *of_whole(text))]
    same_as_golden(HERE / "golden" / f"sentences-{part}.txt", "\n".join(out) + "\n")


CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def test_names_in_the_cases() -> None:
    names = ("Иван Петров", "Анна Белова", "министр обороны", "пресс-служба завода", "МИД", "Лев Ким", "партия «Заря»")
    out = [" | ".join([completions.in_case(name, case) for case in CASES]) for name in names]
    same_as_golden(HERE / "golden" / "cases.txt", "\n".join(out) + "\n")
