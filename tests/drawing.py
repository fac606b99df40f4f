"""Texts drawn from words and marks of our own: what nobody writes, but may stand around a click while a text is odd.

The drawing is the same on every machine: only ``Random.random`` is used, whose numbers Python promises to keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

WORDS = (
    "мэр", "мэра", "врачу", "Врач", "судьи", "газета", "Газеты", "совет", "совета", "школе", "дела", "делам",
    "следствия",
    "город", "Лужска", "Туле", "житель", "жители", "сотня", "пресс-служба", "Пресс-секретарь", "вице-мэр", "ножницы",
    "новый", "новой", "Новые", "городского", "бывшая", "больной", "раненого", "говорящий", "Московский", "два", "двух",
    "Трое", "пять", "он", "Она", "её", "им", "который", "которого", "это", "этого", "сам", "что", "как", "Так", "ещё",
    "и", "И", "или", "в", "на", "по", "при", "из", "со", "с", "для", "о", "от",
    "Глеб", "Глеба", "Ершов", "Ершову", "Анна", "Анны", "Лисина", "Лисиной", "Зуева-Белова", "Ильич", "А", "Н", "Ким",
    "Тырмын", "тырмын", "Гхршову", "МЧС", "ООН", "ЕРШОВ", "Nova", "news", "Den", "XX", "12", "45-летний", "🎉",
    "сказал", "Сказал", "заявила", "считают", "пишет", "назвал", "сказано", "уверен", "рада", "сказав", "говорить",
    "ушёл", "дом", "стали", "пила", "выразил", "дал", "не", "Не", "было", "мнение", "мнению", "ответ", "словам", "По",
    "слова", "ссылкой", "ссылка", "согласно", "Согласно", "докладу", "версии", "данным", "источник", "словах",
)  # fmt: skip
MARKS = (
    ",", ",", ",", ".", ".", "-", "—", "–", ":", ";", "«", "»", "«", "»", "„", "“", '"', '"', "'", "(", ")", "!",
    "?", "…",
    "\n",
)  # fmt: skip


def pick(drawn: Random, pool: Sequence[T]) -> T:
    return pool[int(drawn.random() * len(pool))]


def salads(seed: int, count: int, words: Sequence[str] = WORDS, length: int = 13) -> list[str]:
    """Return texts of words and marks in any order, most of them apart by a space."""
    drawn = Random(seed)
    out = []
    for _ in range(count):
        pieces: list[str] = []
        for _ in range(4 + int(drawn.random() * length)):
            mark = drawn.random() < 0.25
            if mark and drawn.random() < 0.4 and pieces:
                pieces[-1] = ""
            pieces.append(pick(drawn, MARKS if mark else words))
            if mark:
                pieces.append(pick(drawn, ("", "", "", " ", " ", "\u00a0")))
            else:
                pieces.append(pick(drawn, (" ",) * 9 + ("\u00a0", "  ")))
        out.append("".join(pieces).strip())
    return out
