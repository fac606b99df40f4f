"""Measure which texts are taken for nearly the same: variants of one article, and articles that differ.

    python bench/duplicates.py FILE.jsonl

Texts of our own (``bench/disks.py``) are changed as articles are changed between a page, a mail and a correction: all
should be found. The articles of FILE (exchange JSONL) are compared with one another, every pair: those that are found
are listed, to be looked at. The last line is JSON.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from disks import text_of

from core.exchange.duplicates import THRESHOLD, likeness, sketch
from core.formats.base import Record, make_article
from core.formats.jsonl import read_jsonl
from core.model import Article

Variant = Callable[[list[str], random.Random], list[str]]


def with_others(lines: list[str], draw: random.Random, share: float) -> list[str]:
    """Return the text with a share of its words others."""
    words = " ".join(lines).split()
    return [" ".join(draw.choice(words) if draw.random() < share else line for line in one.split()) for one in lines]


VARIANTS: dict[str, Variant] = {
    "other white space": lambda lines, draw: [line.replace(" ", "  ") + "\n" for line in lines],
    "another headline": lambda lines, draw: ["Когда ждать открытия, рассказали в администрации", *lines[1:]],
    "no headline": lambda lines, draw: lines[1:],
    "other quotation marks, no ё": lambda lines, draw: [
        line.replace("«", '"').replace("»", '"').replace("ё", "е").replace("—", "-") for line in lines
    ],
    "a signature": lambda lines, draw: [*lines, "Пресс-служба администрации", "Тел. 12-34-56, press@zarechye.example"],
    "a note in front": lambda lines, draw: ["Добрый день! Просим опубликовать новость.", *lines],
    "the last paragraph gone": lambda lines, draw: lines[:-1],
    "two paragraphs more": lambda lines, draw: [
        *lines,
        "Ранее сообщалось о задержке поставки ограждений для нового участка.",
        "На встрече с жителями обещали посадить сорок лип и клёнов вдоль дорожек.",
    ],
    "every twentieth word another": lambda lines, draw: with_others(lines, draw, 0.05),
    "every tenth word another": lambda lines, draw: with_others(lines, draw, 0.1),
}


def article(lines: list[str]) -> Article:
    return make_article("x", None, "\n".join(lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    chosen = parser.parse_args()
    draw, missed, asked = random.Random(14), 0, 0
    for name, change in VARIANTS.items():
        found = []
        for number in range(50):
            lines = text_of(number)
            found.append(likeness(sketch(article(lines)), sketch(article(change(lines, draw)))))
        asked += len(found)
        missed += sum(one < THRESHOLD for one in found)
        print(f"{min(found):.2f} to {max(found):.2f}  {name}")
    articles = [one.article for one in read_jsonl(chosen.file) if isinstance(one, Record)]
    start = time.perf_counter()
    sketches = [sketch(one) for one in articles]
    each = (time.perf_counter() - start) / max(1, len(articles))
    pairs = [
        (likeness(a, b), x.id, y.id)
        for (x, a), (y, b) in itertools.combinations(zip(articles, sketches, strict=True), 2)
    ]
    pairs.sort(reverse=True)
    for one in pairs[:5]:
        print(f"{one[0]:.2f}  {one[1]} and {one[2]}")
    figures = {
        "variants": asked, "missed": missed, "pairs": len(pairs), "found": sum(one[0] >= THRESHOLD for one in pairs),
        "milliseconds_each": round(1000 * each, 2),
    }  # fmt: skip
    print(json.dumps({"bench": "duplicates", **figures}))


if __name__ == "__main__":
    main()
