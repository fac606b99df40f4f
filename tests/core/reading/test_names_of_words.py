"""The name that every run of words in many sentences gives, and which words of a place are no person's."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Range, text
from core.reading.naming import kind_of, name_of, names_of
from core.reading.whole_name import whole_names
from tests.core.reading.sentences import PHRASES
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "edges"
PLACES = (
    "Заре",
    "Заря",
    "Лужск",
    "Москва",
    "Москвы",
    "Волга",
    "Владимир",
    "Вера",
    "Легран",
    "Тула",
    "Россия",
    "Минюст",
)
BESIDE = ("Ким", "Анна Зуева", "врач", "Глеб")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_names_of_every_run_of_words(size: int) -> None:
    out: list[str] = []
    for whole in PHRASES:
        out.append(whole)
        words = [Range(*match.span()) for match in text.WORD.finditer(whole)]
        for first, last in zip(words, words[size - 1 :], strict=False):
            span = Range(first.start, last.end)
            out.append(
                f"  {whole[slice(*span)]} = {' | '.join(names_of(whole, span)) or '–'}"
                f" ({kind_of(name_of(whole, span)) or '–'}) : {' | '.join(whole_names(whole, span)) or '–'}"
            )
    same_as_golden(GOLDEN / f"names-{size}.txt", "\n".join(out) + "\n")


def test_a_place_beside_a_name() -> None:
    runs = [
        whole
        for place in PLACES
        for whole in (place, *(f"{place} {other}" for other in BESIDE), *(f"{other} {place}" for other in BESIDE))
    ]
    out = [f"{whole} = {' | '.join(names_of(whole, Range(0, len(whole))))}" for whole in runs]
    same_as_golden(GOLDEN / "places.txt", "\n".join(out) + "\n")
