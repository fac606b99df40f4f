"""How right a prediction is: what it finds of the gold quotations and entities, where it errs, how far its scores hold.

The rules, and therefore the figures, are those of ``score.py``: quotations are paired best overlap first, without marks
and punctuation at their edges; a pair counts from an intersection over union of a half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from core.agreement.calibration import Scored, calibration
from core.agreement.measures import Measures, f1
from core.agreement.speaker_errors import KINDS, Attribution, kind_of, touch
from core.agreement.tally import OVERLAP, Side, outermost, side_of
from core.comparing.align import pair, trimmed_content
from core.comparing.compare import check_same_text, items_of, same_source, source_name
from core.model import Entity, Form, Quotation, Range
from core.model.knowledge import SHIPPED, made_by
from core.model.layer import Layer

FORMS = tuple(form.value for form in Form)
PARTS = ("form", "cue", "mention", "speaker")


class Wrong(StrEnum):
    """What is wrong with a predicted quotation, or with there being none."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    BOUNDARY = "boundary"
    SPEAKER = "speaker"
    FORM = "form"
    CUE = "cue"
    MENTION = "mention"


class Mistake(NamedTuple):
    """One error: what the gold says, what the prediction says, and of which words of which article."""

    wrong: Wrong
    article: str
    title: str | None
    form: str
    span: Range
    """Where the content begins and ends, in code points."""
    words: str
    """The content; the gold's, or that of a spurious quotation."""
    gold: str | None
    found: str | None
    speaker: str = ""
    """The kind of a wrong speaker, one of ``KINDS``."""


class Evaluation:
    """Add articles one by one, then ask for the result; memory grows by errors and scores, not by texts."""

    def __init__(self) -> None:
        self.articles = 0
        self.mistakes: list[Mistake] = []
        """In the order of the articles; within one as they are found."""
        self._counts: Counter[str] = Counter()
        self._labels: Counter[tuple[str, str]] = Counter()
        self._speakers: Counter[str] = Counter()
        self._by_article: dict[str, Counter[str]] = {}
        self._titles: dict[str, str | None] = {}
        self._scored: list[Scored] = []
        self._made_by: Counter[str] = Counter()

    def add(self, gold: Layer, predicted: Layer) -> None:
        """Count one article; UserError ``layers-differ`` where the layers are not of the same text."""
        check_same_text(gold, predicted)
        article = gold.article
        self.articles += 1
        self._made_by[made_by(predicted.head) or SHIPPED] += 1
        mine = self._by_article.setdefault(article.id, Counter())
        self._titles[article.id] = article.title
        before = len(self.mistakes)
        counts = self._count_quotations(gold, predicted)
        mine.update(counts)
        mine["mistakes"] = len(self.mistakes) - before
        self._counts.update(counts)
        self._count_entities(gold, predicted)

    # -- quotations ------------------------------------------------------------------------------------------------

    def _count_quotations(self, gold: Layer, predicted: Layer) -> Counter[str]:
        sides = side_of(gold, Quotation, trimmed_content), side_of(predicted, Quotation, trimmed_content)
        counts: Counter[str] = Counter()
        for name, side in zip(("gold", "predicted"), sides, strict=True):
            counts[name] += len(side.items)
            counts.update(f"{name}/{_form(side, at)}" for at in range(len(side.items)))
        right: list[set[int]] = [set(), set()]
        ends: dict[int, bool] = {}
        for i, j, overlap in pair(sides[0].contents, sides[1].contents):
            exact = sides[0].contents[i] == sides[1].contents[j]
            form = _form(sides[0], i)
            counts.update(("exact", f"exact/{form}") if exact else ())
            if overlap < OVERLAP:
                continue
            right[0].add(i)
            right[1].add(j)
            counts.update(self._count_matched(sides, i, j, form))
            ends[j] = _same_speaker(sides, i, j)
            if not exact:
                self._note(Wrong.BOUNDARY, sides[0], i, _words(sides[0], i), _words(sides[1], j))
        for at in range(len(sides[0].items)):
            if at not in right[0]:
                self._note(Wrong.MISSED, sides[0], at, _words(sides[0], at), None)
        for at in range(len(sides[1].items)):
            if at not in right[1]:
                self._note(Wrong.SPURIOUS, sides[1], at, None, _words(sides[1], at))
            self._scored.append(Scored.of(sides[1].items[at], content=at in right[1], speaker=ends.get(at, False)))
        return counts

    def _count_matched(self, sides: tuple[Side, Side], i: int, j: int, form: str) -> Iterator[str]:
        """Yield what is to be counted of a pair that overlaps, and note what is wrong in it."""
        one, other = sides[0].items[i], sides[1].items[j]
        assert isinstance(one, Quotation)
        assert isinstance(other, Quotation)
        text = sides[0].layer.article.text
        names = source_name(sides[0].layer, one), source_name(sides[1].layer, other)
        same = _same_speaker(sides, i, j)
        yield from ("overlap", f"overlap/{form}", f"forms/{form}|{other.form.value}")
        if names[0] is not None:
            yield from ("known", f"known/{form}")
        if same:
            yield from ("end2end", f"end2end/{form}")
        else:
            kind = kind_of(text, Attribution(one.mention, names[0]), Attribution(other.mention, names[1]))
            self._speakers[kind] += 1
            self._note(Wrong.SPEAKER, sides[0], i, *names, speaker=kind)
        said: tuple[tuple[Wrong, bool, str | None, str | None], ...] = (
            (Wrong.FORM, one.form is other.form, one.form.value, other.form.value),
            (Wrong.CUE, touch(one.cue, other.cue), _covered(text, one.cue), _covered(text, other.cue)),
            (
                Wrong.MENTION,
                touch(one.mention, other.mention),
                _covered(text, one.mention),
                _covered(text, other.mention),
            ),
        )
        for wrong, right, mine, theirs in said:
            if right:
                yield from (wrong.value, f"{wrong.value}/{form}")
            else:
                self._note(wrong, sides[0], i, mine, theirs)
        if same and names[0] is not None:
            yield from ("speaker", f"speaker/{form}")

    def _note(
        self, wrong: Wrong, side: Side, at: int, gold: str | None, found: str | None, *, speaker: str = ""
    ) -> None:
        article, content = side.layer.article, side.contents[at]
        span = Range(content[0].start, content[-1].end)
        form = _form(side, at)
        words = _words(side, at)
        self.mistakes.append(Mistake(wrong, article.id, article.title, form, span, words, gold, found, speaker))

    # -- entities --------------------------------------------------------------------------------------------------

    def _count_entities(self, gold: Layer, predicted: Layer) -> None:
        """Count exact entities by label: precision over all predicted, recall over the outermost of the gold ones."""
        spans: list[dict[str, set[Range]]] = [{}, {}]
        for mine, layer in zip(spans, (gold, predicted), strict=True):
            for item in items_of(layer, Entity):
                assert isinstance(item, Entity)
                mine.setdefault(item.label, set()).add(item.range)
        for label in spans[0].keys() | spans[1].keys():
            wanted, proposed = spans[0].get(label, set()), spans[1].get(label, set())
            outer = outermost(wanted)
            self._labels[label, "wanted"] += len(outer)
            self._labels[label, "found"] += len(outer & proposed)
            self._labels[label, "proposed"] += len(proposed)
            self._labels[label, "right"] += len(proposed & wanted)
            self._labels[label, "gold"] += len(wanted)

    # -- the result ------------------------------------------------------------------------------------------------

    def result(self) -> Measures:
        """Return every figure: the scorer's names where it has one, with ``by_form``, ``wrong_speakers`` and others.

        What the gold has none of (quotations, entities) is not measured and left out; ``knowledge``, how many articles
        each version of a project's knowledge made, where none made any.
        """
        out: Measures = {"articles": self.articles}
        if self._made_by.keys() - {SHIPPED}:
            out["knowledge"] = dict(sorted(self._made_by.items()))
        if self._counts["gold"]:
            out |= self._quotation_figures()
        labels = {label for label, part in self._labels if part == "gold" and self._labels[label, part]}
        if labels:
            out["entities"] = {label: self._entity_figures(label) for label in sorted(labels)}
        return out

    def _quotation_figures(self) -> Measures:
        n = self._counts
        found = self._figures("")
        return {
            "gold": n["gold"],
            "predicted": n["predicted"],
            "exact": found["exact"],
            "overlap": found["overlap"],
            "recall_by_form": {form: share(n[f"overlap/{form}"], n[f"gold/{form}"]) for form in FORMS},
            **{part: found[part] for part in PARTS},
            "end2end": found["end2end"],
            "by_form": {form: self._form_figures(form) for form in FORMS},
            "forms": {form: {other: n[f"forms/{form}|{other}"] for other in FORMS} for form in FORMS},
            "wrong_speakers": {kind: self._speakers[kind] for kind in KINDS},
            "errors": {wrong.value: sum(one.wrong is wrong for one in self.mistakes) for wrong in Wrong},
            "scores": calibration(self._scored),
            "by_article": {key: self._article_figures(key) for key in self._by_article},
        }

    def _figures(self, under: str) -> Measures:
        n = self._counts
        a, b = n[f"gold{under}"], n[f"predicted{under}"]
        out: Measures = {name: _f1(n[f"{name}{under}"], a, b) for name in ("exact", "overlap", "end2end")}
        matched = n[f"overlap{under}"]
        out |= {part: share(n[f"{part}{under}"], matched) for part in ("form", "cue", "mention")}
        out["speaker"] = share(n[f"speaker{under}"], n[f"known{under}"])
        return out

    def _form_figures(self, form: str) -> Measures:
        """Return what became of the gold quotations of a form, whatever form was predicted for them."""
        n = self._counts
        gold = n[f"gold/{form}"]
        figures = self._figures(f"/{form}")
        return {
            "gold": gold,
            "predicted": n[f"predicted/{form}"],
            **{name: share(n[f"{name}/{form}"], gold) for name in ("exact", "overlap", "end2end")},
            **{part: figures[part] for part in PARTS},
        }

    def _article_figures(self, key: str) -> Measures:
        mine = self._by_article[key]
        names = ("gold", "predicted", "overlap", "end2end", "mistakes")
        return {"title": self._titles[key], **{name: mine[name] for name in names}}

    def _entity_figures(self, label: str) -> Measures:
        n = {part: self._labels[label, part] for part in ("right", "proposed", "found", "wanted")}
        p = n["right"] / n["proposed"] if n["proposed"] else 0.0
        r = n["found"] / n["wanted"]
        return {
            "p": round(p, 4),
            "r": round(r, 4),
            "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0,
            "gold": n["wanted"],
        }


def share(hit: float, of: float) -> float | None:
    """Return ``hit`` / ``of`` rounded as the scorer does; None where there is nothing to divide by."""
    return round(hit / of, 4) if of else None


def _f1(hit: int, gold: int, predicted: int) -> dict[str, Any]:
    found = f1(hit, gold, predicted)
    return {name: found[name] for name in ("p", "r", "f1")}


def _same_speaker(sides: tuple[Side, Side], i: int, j: int) -> bool:
    return same_source(*(source_name(side.layer, side.items[at]) for side, at in zip(sides, (i, j), strict=True)))


def _form(side: Side, at: int) -> str:
    item = side.items[at]
    assert isinstance(item, Quotation)
    return item.form.value


def _words(side: Side, at: int) -> str:
    text = side.layer.article.text
    return " … ".join(text[span.start : span.end] for span in side.contents[at])


def _covered(text: str, span: Range | None) -> str | None:
    return None if span is None else text[span.start : span.end]
