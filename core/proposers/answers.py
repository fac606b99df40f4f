"""What a proposer answered, verified against the text item by item: what fits becomes a layer, the rest is counted.

Nothing of an answer is believed: every offset counts code points of the article's own text, a text given beside a span
must be the text that stands there, labels must be the project's. Ids, states and whose word it is are ours: an answer
can only propose.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from core.errors import UserError
from core.formats import nesting
from core.language import mark
from core.model import Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, Range, State, ranges_of
from core.model.layer import Layer

ITEMS = 5_000
"""Items that an answer may have."""
NAME_LENGTH = 300
"""Characters that the name of an actor may have."""
FIELD = "proposer"
"""The name in ``extra`` of a layer's head and of an item: who proposed it, in which version."""

REASONS: dict[str, str] = {
    "shape": mark("not written as the exchange format has it"),
    "outside": mark("outside the text"),
    "text-differs": mark("another text stands there"),
    "not-found": mark("not in the text word for word"),
    "label": mark("a label that the project has not got"),
    "form": mark("an unknown form of quotation"),
    "ranges": mark("ranges that overlap or are not in order"),
    "overlap": mark("crosses what was proposed before it"),
    "twice": mark("proposed twice"),
    "link": mark("names an actor or a quotation that is not in the answer"),
    "cycle": mark("stands in itself"),
    "score": mark("a score that is none from 0 to 1"),
    "name": mark("an actor without a usable name"),
}
"""Why something of an answer is not taken, in words."""


class Refusal(NamedTuple):
    """Something of an answer that is not taken: a reason of ``REASONS``, and what it is about."""

    reason: str
    what: str


class Fitted(NamedTuple):
    """The layer that an answer makes, and what of it does not fit."""

    layer: Layer
    refused: tuple[Refusal, ...]


class _Misfit(Exception):
    """A value that does not fit; its reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_answer(line: bytes) -> dict[str, Any]:
    """Return an answer as it was written; UserError ``proposer-json`` where it is no JSON object."""
    try:
        found = nesting.decode(line.strip(), object)
        nesting.check_levels(found)
    except (msgspec.DecodeError, UnicodeDecodeError, UserError) as error:
        begins = line[:60].decode("utf-8", "replace")
        raise UserError("proposer-json", begins="".join(one for one in begins if one.isprintable())) from error
    if not isinstance(found, dict):
        raise UserError("proposer-json", begins=repr(found)[:60])
    return found


def fitted(
    article: Article,
    answer: Mapping[str, Any],
    labels: Collection[str],
    name: str,
    version: str = "",
    refused: Iterable[Refusal] = (),
) -> Fitted:
    """Return the layer ``auto:NAME`` that an answer makes of an article; ``refused``: what was refused before.

    Raises UserError ``proposer-other-article`` or ``proposer-shape`` where the answer as a whole is about something
    else or is nothing of the kind.
    """
    fit = _Fit(article, frozenset(labels), name, version_of(answer, version))
    return fit.run(answer, list(refused))


def version_of(answer: Mapping[str, Any], version: str) -> str:
    """Return the version that an answer names, or the one that the project says."""
    found = answer.get("version")
    return found.strip()[:80] if isinstance(found, str) and found.strip() and found.isprintable() else version


class _Fit:
    def __init__(self, article: Article, labels: frozenset[str], name: str, version: str) -> None:
        self._article, self._text, self._labels = article, article.text, labels
        self._name = name
        self._signed = f"{name} {version}".strip()
        self._head = {"name": name, "version": version}
        self._refused: list[Refusal] = []
        self._actors: dict[str, Actor] = {}
        self._ids: dict[str, str] = {}

    def run(self, answer: Mapping[str, Any], refused: list[Refusal]) -> Fitted:
        self._refused = refused
        self._check_article(answer)
        given = [(kind, self._listed(answer, kind)) for kind in ("actors", "entities", "quotations")]
        if sum(len(found) for _, found in given) > ITEMS:
            raise UserError("proposer-many", count=sum(len(found) for _, found in given), limit=ITEMS)
        actors, entities, quotations = (found for _, found in given)
        self._each("actors", actors, self._actor)
        made_entities = self._apart(self._each("entities", entities, self._entity))
        made = self._apart(self._each("quotations", quotations, self._quotation))
        made = self._nested(made, quotations)
        used = {one.actor for one in made_entities} | {one.speaker for one in made}
        kept = [actor for actor in self._actors.values() if actor.id in used]
        counted = Counter(one.reason for one in self._refused)
        told = {**self._head, **({"refused": dict(sorted(counted.items()))} if counted else {})}
        items: list[Item] = [Head(extra={FIELD: told}), *kept, *made_entities, *made]
        return Fitted(Layer(self._article, f"auto:{self._name}", items), tuple(self._refused))

    def _check_article(self, answer: Mapping[str, Any]) -> None:
        given = answer.get("id", self._article.id)
        if given != self._article.id:
            raise UserError("proposer-other-article", id=self._article.id, found=str(given)[:80])
        text = answer.get("text")
        if text is not None and text != self._text:
            raise UserError("proposer-other-text", id=self._article.id)
        if not any(kind in answer for kind in ("entities", "quotations")):
            raise UserError("proposer-shape", id=self._article.id)

    def _listed(self, answer: Mapping[str, Any], kind: str) -> list[Any]:
        found = answer.get(kind)
        if found is None:
            return []
        if not isinstance(found, list):
            raise UserError("proposer-shape", id=self._article.id)
        return found

    def _each(self, kind: str, given: list[Any], make: Callable[[Any, str, int], Any]) -> list[Any]:
        """Return what could be made of a list, each item on its own."""
        out = []
        for at, one in enumerate(given):
            where = f"{kind}[{at}]"
            try:
                if not isinstance(one, dict):
                    raise _Misfit("shape")
                out.append(make(one, where, at + 1))
            except _Misfit as error:
                self._refuse(error.reason, where, one)
        return out

    def _refuse(self, reason: str, where: str, about: object = None) -> None:
        shown = ""
        if isinstance(about, dict):
            found = about.get("text") or about.get("name") or about.get("label") or ""
            ranges = about.get("ranges")
            if not found and isinstance(ranges, list) and ranges and isinstance(ranges[0], dict):
                found = ranges[0].get("text") or ""
            shown = f" “{str(found)[:60]}”" if found else ""
        self._refused.append(Refusal(reason, where + shown))

    # -- items -----------------------------------------------------------------------------------------------------

    def _actor(self, given: dict[str, Any], where: str, number: int) -> Actor:
        name, theirs = given.get("name"), given.get("id")
        if not isinstance(name, str) or not name.strip() or len(name) > NAME_LENGTH or not name.isprintable():
            raise _Misfit("name")
        if not isinstance(theirs, str) or theirs in self._ids:
            raise _Misfit("shape" if not isinstance(theirs, str) else "twice")
        kind = given.get("kind")
        known = ActorKind(kind) if isinstance(kind, str) and kind in set(ActorKind) else None
        made = Actor(id=f"{self._name}.a{number}", name=" ".join(name.split()), kind=known)
        self._ids[theirs] = made.id
        self._actors[made.id] = made
        return made

    def _entity(self, given: dict[str, Any], where: str, number: int) -> Entity:
        label = given.get("label")
        if not isinstance(label, str) or label not in self._labels:
            raise _Misfit("label")
        return Entity(
            id=f"{self._name}.e{number}", label=label, range=self._span(given),
            actor=self._linked(given, "actor", where), **self._said(given, where),
        )  # fmt: skip

    def _quotation(self, given: dict[str, Any], where: str, number: int) -> Quotation:
        form = given.get("form")
        if not isinstance(form, str) or form not in set(Form):
            raise _Misfit("form")
        ranges = given.get("ranges")
        if not isinstance(ranges, list) or not ranges:
            raise _Misfit("shape")
        spans = tuple(self._span(one) for one in ranges)
        if any(left.end > right.start for left, right in itertools.pairwise(spans)):
            raise _Misfit("ranges")
        return Quotation(
            id=f"{self._name}.q{number}", form=Form(form), ranges=spans,
            cue=self._part(given, "cue", where), mention=self._part(given, "speaker_mention", where),
            speaker=self._linked(given, "speaker", where), **self._said(given, where),
        )  # fmt: skip

    def _said(self, given: dict[str, Any], where: str) -> dict[str, Any]:
        """Return what an item says beside what it marks: its rule, score, evidence, and who proposed it."""
        rule, score, evidence = given.get("rule"), given.get("score"), given.get("evidence")
        named = f"{self._name}: {rule[:60]}" if isinstance(rule, str) and rule and rule.isprintable() else self._name
        extra: dict[str, Any] = {FIELD: self._signed}
        if isinstance(evidence, list):
            why = [one[:200] for one in evidence[:20] if isinstance(one, str) and one.isprintable()]
            extra |= {"evidence": why} if why else {}
        number = score if isinstance(score, (int, float)) and not isinstance(score, bool) else None
        if score is not None and (number is None or not 0 <= number <= 1):
            self._refuse("score", f"{where}.score")
            number = None
        rounded = None if number is None else round(float(number), 3)
        return {"state": State.AUTO, "rule": named, "score": rounded, "extra": extra}

    def _span(self, given: Any) -> Range:
        """Return a span that lies in the text and has the text that is given beside it."""
        if not isinstance(given, dict):
            raise _Misfit("shape")
        start, end = given.get("start"), given.get("end")
        if type(start) is not int or type(end) is not int:
            raise _Misfit("shape")
        if not 0 <= start < end <= len(self._text):
            raise _Misfit("outside")
        said = given.get("text")
        if said is not None and said != self._text[start:end]:
            raise _Misfit("text-differs")
        return Range(start, end)

    def _part(self, given: dict[str, Any], name: str, where: str) -> Range | None:
        """Return a cue or mention; one that does not fit is left out, and the quotation stays."""
        if given.get(name) is None:
            return None
        try:
            return self._span(given[name])
        except _Misfit as error:
            self._refuse(error.reason, f"{where}.{name}", given[name])
            return None

    def _linked(self, given: dict[str, Any], name: str, where: str) -> str | None:
        theirs = given.get(name)
        found = self._ids.get(theirs) if isinstance(theirs, str) else None
        if theirs is not None and found is None:
            self._refuse("link", f"{where}.{name}")
        return found

    # -- together --------------------------------------------------------------------------------------------------

    def _apart(self, made: list[Any]) -> list[Any]:
        """Return items without those that say again, or cross, what came before them; nested ones may stand."""
        kept: list[Any] = []
        seen: set[object] = set()
        others: list[Range] = []
        for item in made:
            what = (item.label, item.range) if isinstance(item, Entity) else item.ranges
            spans = ranges_of(item)
            span = Range(spans[0].start, spans[-1].end)
            where = item.id.removeprefix(f"{self._name}.")
            if what in seen:
                self._refuse("twice", where, {"text": self._text[span.start : span.end]})
            elif any(_crosses(one, other) for one in spans for other in others):
                self._refuse("overlap", where, {"text": self._text[span.start : span.end]})
            else:
                seen.add(what)
                others += spans
                kept.append(item)
        return kept

    def _nested(self, made: list[Quotation], given: list[Any]) -> list[Quotation]:
        """Return quotations in those that they name as parents, where these hold and make no circle."""
        by_theirs: dict[str, str] = {}
        for item in made:
            theirs = given[int(item.id.rpartition("q")[2]) - 1].get("id")
            if isinstance(theirs, str):
                by_theirs.setdefault(theirs, item.id)
        parents: dict[str, str] = {}
        for item in made:
            at = int(item.id.rpartition("q")[2]) - 1
            theirs = given[at].get("parent")
            if theirs is None:
                continue
            parent = by_theirs.get(theirs) if isinstance(theirs, str) else None
            if parent is None or _reaches(parents, parent, item.id):
                self._refuse("link" if parent is None else "cycle", f"quotations[{at}].parent")
            else:
                parents[item.id] = parent
        return [msgspec.structs.replace(item, parent=parents.get(item.id)) for item in made]


def _crosses(one: Range, other: Range) -> bool:
    """Tell whether two spans overlap and neither holds the other."""
    return one.overlaps(other) and not one.contains(other) and not other.contains(one)


def _reaches(parents: Mapping[str, str], start: str, goal: str) -> bool:
    at: str | None = start
    while at is not None:
        if at == goal:
            return True
        at = parents.get(at)
    return False
