"""Measure the proposals of the register: which actors of different articles are said to be one source.

    python bench/register.py [--gold FOLDER] [--errors N]

The articles are those of ``train.jsonl`` (default folder: $CITATA_GOLD, or ../shared/gold beside the checkout). Nobody
has said there which actors of different articles are one, so the truth is made of the names that the annotators gave:

* an actor counts where it speaks and its name is a person's with first name and surname, or an organisation's proper
  name (``core.register.names.kind_of``); experts, witnesses, "a source in the police" are somebody else in every
  article and are left out, and so are actors of one word that is a person's (a nickname, a surname alone);
* two actors are one source where their names are the same: case, ё and е, quotation marks, the old ъ at the end of a
  paper's name, the order of the words, and a patronymic that only one of them tells make no difference.

That truth is silver: two persons of one name would be one in it, and one source under two names (a paper and its
nickname) is two, which counts against the proposals.

Our rules are asked twice, of an empty register: with the names as the annotators gave them, which is near to asking
for the truth itself, and with names that the article's own words give: the fullest of the actor's mentions as
``core.reading.naming`` reads it, in whatever case and with whatever title it stands, and where that is a surname alone
the one whole name that ``core.reading.completions`` offers for it. This is what an annotator gets who corrects
nothing; actors that no mention names (the president, the message) are left out there.

Proposals from ``SURE`` on are taken as accepted; every other actor stays alone. Counted are pairs of actors of
different articles; ``by source`` is the mean over sources that are in two articles or more, so that a few people who
are everywhere do not decide; ``offered`` is the recall where a person takes the best proposal of each actor, however
unsure it is.

The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.common import gold
from core.formats.base import Record
from core.formats.jsonl import read_jsonl
from core.model import Actor, ActorKind, Range
from core.model.layer import Layer
from core.model.register import Appearance, Register
from core.preannotate.names.inflection import folded
from core.reading.completions import completions
from core.reading.naming import name_of
from core.register.names import kind_of, parsed
from core.register.proposals import SURE, propose


class Spoken(NamedTuple):
    """An actor that speaks: what it appears as, and the truth's key of the source that it is."""

    appearance: Appearance
    truth: str


class Found(NamedTuple):
    """Pairs of the truth, pairs proposed, pairs that are both; and recall by source."""

    true: int
    proposed: int
    right: int
    by_source: float
    offered: float

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0


def truth_of(name: str) -> str | None:
    """Return what the truth calls a source; None where the name is left out."""
    kind = kind_of(name, None)
    if kind is ActorKind.PERSON:
        parts = parsed(name)
        return " ".join(sorted({*parts.words} - {parts.patronymic})) if parts.first and parts.surname else None
    if kind is ActorKind.ORGANISATION:
        return " ".join(re.findall(r"[\w.-]+", folded(re.sub(r"[«»„“”\"]|ъ\b", " ", name))))
    return None


def spoken(record: Record, *, as_mentioned: bool) -> Iterator[Spoken]:
    """Yield the actors of an article that speak and that the truth knows."""
    layer, text = record.layer, record.article.text
    for actor in layer.actors():
        mine = [one for one in layer.quotations() if one.speaker == actor.id]
        truth = truth_of(actor.name)
        if not mine or truth is None:
            continue
        spans = [one.mention for one in mine if one.mention is not None]
        shown = replace(actor, name=_fullest(layer, actor, spans)) if as_mentioned else actor
        if kind_of(shown.name, None) is None:
            continue
        mentions = tuple(dict.fromkeys(text[slice(*span)] for span in spans))
        yield Spoken(Appearance(record.article.id, layer.annotator, shown, len(mine), 0, mentions), truth)


def _fullest(layer: Layer, actor: Actor, spans: Iterable[Range]) -> str:
    """Return the fullest name that mentions of an actor give by themselves."""
    named = [*spans, *(one.range for one in layer.entities() if one.actor == actor.id)]
    names = [name_of(layer.article.text, span) for span in named]
    best = max(names, key=lambda name: (_is_whole(name), kind_of(name, None) is not None, -len(name)), default="")
    if len(best.split()) == 1:
        whole = [name for name in completions(layer.article.text, best) if _is_whole(name)]
        best = whole[0] if len(whole) == 1 else best
    return best


def _is_whole(name: str) -> bool:
    """Tell whether a name is a person's with first name and surname."""
    return kind_of(name, None) is ActorKind.PERSON and bool(parsed(name).first)


def measure(actors: list[Spoken], errors: int) -> tuple[Found, float]:
    """Return what is found of the truth, and the seconds that it took."""
    start = perf_counter()
    proposals = propose(Register(), [one.appearance for one in actors])
    seconds = perf_counter() - start
    source: dict[tuple[str, str], str] = {}
    best: dict[tuple[str, str], str] = {}
    for proposal in sorted(proposals, key=lambda one: -one.score):
        for one in proposal.appearances:
            best.setdefault((one.article, one.actor.id), proposal.source.id)
            if proposal.score >= SURE:
                source.setdefault((one.article, one.actor.id), proposal.source.id)
    truth = {(one.appearance.article, one.appearance.actor.id): one.truth for one in actors}
    ours = _pairs(source)
    right = _pairs(truth)
    if errors:
        names = {(one.appearance.article, one.appearance.actor.id): one.appearance.actor.name for one in actors}
        for what, pairs in (("wrong", ours - right), ("missed", right - ours)):
            words = Counter(f"{names[a]} | {names[b]}" for a, b in (sorted(pair) for pair in pairs))
            print(
                f"{what}: {len(pairs)}", *(f"  {count} {line}" for line, count in words.most_common(errors)), sep="\n"
            )
    by_truth: dict[str, list[bool]] = defaultdict(list)
    for pair in right:
        by_truth[truth[next(iter(pair))]].append(pair in ours)
    mean = sum(sum(found) / len(found) for found in by_truth.values()) / max(1, len(by_truth))
    offered = len(_pairs(best) & right) / max(1, len(right))
    return Found(len(right), len(ours), len(ours & right), mean, offered), seconds


def _pairs(source: dict[tuple[str, str], str]) -> set[frozenset[tuple[str, str]]]:
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor, of in source.items():
        held[of].append(actor)
    return {
        frozenset((a, b)) for actors in held.values() for a, b in combinations(sorted(actors), 2) if a[0] != b[0]
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=gold.FOLDER)
    parser.add_argument("--errors", type=int, default=0, help="name so many pairs that are wrong or missed")
    given = parser.parse_args()
    records = [one for one in read_jsonl(given.gold / "train.jsonl") if isinstance(one, Record)]
    out: dict[str, float] = {"articles": len(records)}
    for title, as_mentioned in (("given", False), ("mentioned", True)):
        actors = [one for record in records for one in spoken(record, as_mentioned=as_mentioned)]
        found, seconds = measure(actors, given.errors)
        out[f"actors_{title}"] = len(actors)
        shared = sum(count > 1 for count in Counter(one.truth for one in actors).values())
        print(
            f"names as {title}: {len(actors)} actors, {shared} sources in two articles or more;"
            f" {found.true} true pairs, {found.proposed} proposed; precision {found.precision:.3f},"
            f" recall {found.recall:.3f}, by source {found.by_source:.3f}, offered {found.offered:.3f}; {seconds:.2f} s"
        )
        out |= {f"precision_{title}": round(found.precision, 4), f"recall_{title}": round(found.recall, 4),
                f"recall_by_source_{title}": round(found.by_source, 4)}  # fmt: skip
    print(json.dumps(out))


if __name__ == "__main__":
    main()
