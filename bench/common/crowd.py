"""Knowledge of very many entries, and how much slower texts are pre-annotated with it.

    python bench/common/crowd.py FILE.jsonl [--articles 60] [--entries 10000]

Three kinds: names (invented firms), offices (invented holders), verbs of the dictionary that the lexicon does not know.
Each article is annotated by the shipped models and with each kind in turn, in processor time; printed are the
ratios, and the memory that the entries take, ready to be applied.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from time import process_time

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.common.builds import ONE_THREAD

os.environ.update(ONE_THREAD)

from bench.common.report import finish
from core.formats.base import Record
from core.formats.jsonl import read_jsonl
from core.model import Article
from core.model.knowledge import Check, Entry, Knowledge, Part
from core.preannotate import Annotator
from core.preannotate.analysis import lexicon, models
from core.preannotate.learned.added import Use, words_of
from core.preannotate.learned.applied import Applied

CHECKS = tuple(Check(part=part, articles=9, without=0.5, within=0.6) for part in Part if part is not Part.SCORES)
SYLLABLES = ("ба", "ве", "го", "ду", "жи", "ка", "лю", "ме", "но", "пя", "ру", "си", "то", "фе", "ша")
OFFICES = ("глава", "директор", "министр", "председатель", "начальник")


def invented(count: int) -> list[str]:
    """Return so many words that are no words."""
    draw = random.Random(7)
    found = dict[str, None]()
    while len(found) < count:
        found["".join(draw.choices(SYLLABLES, k=4))] = None
    return list(found)


def verbs(count: int) -> list[str]:
    """Return verbs of the dictionary that introduce no speech by the lexicon, from all of the alphabet."""
    known = models.dictionary().dictionary.iter_known_words
    found: list[str] = []
    letters = "абвгдежзиклмнопрстуфхцчшщэ"
    for first in letters:
        infinitives = {word for word, tag, *_ in known(first) if "INFN" in tag and "ё" not in word}
        of = sorted(infinitives.difference(lexicon.table("cue_verbs")))
        found += random.Random(first).sample(of, min(len(of), 2 * count // len(letters)))
    return random.Random(1).sample(found, min(count, len(found)))


def entries(kind: Part, count: int) -> list[Entry]:
    """Return so many decided entries of a kind."""
    sure = {"pro": 5.0, "articles": 5}
    if kind is Part.NAMES:
        return [Entry(part=kind, words=one, shown=one.title(), says="ORG", **sure) for one in invented(count)]
    if kind is Part.OFFICES:
        draw = random.Random(3)
        return [
            Entry(
                part=kind, words=f"{draw.choice(OFFICES)} {one} = {one}ов", shown=one, says=one.title() + "ов", **sure
            )
            for one in invented(count)
        ]
    uses = (Use.DIRECT, Use.CLAUSE)
    return [
        Entry(part=kind, words=words_of(verb, use), shown=verb, says=str(use), **sure)
        for verb in verbs(count // 2)
        for use in uses
    ]


def slower(annotators: Sequence[Annotator], articles: Sequence[Article]) -> list[float]:
    """Return how much longer each annotator takes than the first, in turn on each article, the least of three times.

    A first time, which finds no word of the article known yet, is not counted.
    """
    spent = [0.0] * len(annotators)
    for article in articles:
        times: list[list[float]] = [[] for _ in annotators]
        for _ in range(4):
            for own, annotator in zip(times, annotators, strict=True):
                start = process_time()
                annotator.annotate(article)
                own.append(process_time() - start)
        for at, own in enumerate(times):
            spent[at] += min(own[1:])
    return [one / spent[0] for one in spent]


def measure(articles: Sequence[Article], count: int) -> dict[str, object]:
    """Return the ratio for each kind of entries, and the most memory that one takes."""
    shipped = Annotator()
    shipped.load()
    found: dict[str, object] = {}
    annotators = {"shipped": shipped}
    memory = dict[str, float]()
    for kind in (Part.NAMES, Part.OFFICES, Part.ADDED):
        known = Knowledge(articles=count, entries=tuple(entries(kind, count)), checks=CHECKS)
        Applied(known)  # the dictionary keeps the words that it has looked up
        tracemalloc.start()
        ready = Applied(known)
        memory[kind] = round(tracemalloc.get_traced_memory()[0] / 1e6, 1)
        tracemalloc.stop()
        del ready
        annotators[str(kind)] = Annotator(known)
    ratios = slower(list(annotators.values()), articles)
    for name, one in list(zip(annotators, ratios, strict=True))[1:]:
        found[f"preannotation_{name}_ratio"] = round(one, 3)
    found["preannotation_ratio"] = round(max(ratios), 3)
    return {**found, "memory_mb": memory}


def main() -> None:
    """Measure the articles of a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--entries", type=int, default=10_000)
    asked = parser.parse_args()
    articles = [one.article for one in read_jsonl(asked.file) if isinstance(one, Record)]
    finish(measure(articles[:: max(len(articles) // asked.articles, 1)][: asked.articles], asked.entries))


if __name__ == "__main__":
    main()
