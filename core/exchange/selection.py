"""Which articles, layers and items go out: filters of an export, and the split into train, dev and test by article."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace as replaced

from core.errors import UserError
from core.exchange.choices import What
from core.formats import Format
from core.formats.base import Options, Record
from core.formats.dates import day_of
from core.formats.wire_sources import named_by
from core.model import (
    AUTO,
    GOLD,
    Actor,
    Annotation,
    Article,
    Entity,
    Head,
    Item,
    Quotation,
    State,
    Status,
    is_machine,
    is_open,
)
from core.model.guesses import without_guesses
from core.model.layer import Layer
from core.model.scope import EVERYTHING, Scope
from core.review.workflow import ANNOTATED, speaks_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.store import LayerState, Project


@dataclass(frozen=True)
class Wanted:
    """What to export; None is no limit.

    ``annotators`` None: people's layers, or the pre-annotation where nobody has begun an article (not with
    ``settled``). ``settled``: only what people settled within the project's scope, without the fields that the program
    guessed. ``counted``: of each article only the layer that speaks for it. ``labels``: entity labels and quotation
    forms. ``min_score`` lets items without a score pass. ``since`` and ``until`` (ISO dates, both included) look at an
    article's ``published`` or ``date``. ``flags``: of the article or of one of its items.
    """

    annotators: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None
    articles: frozenset[str] | None = None
    states: frozenset[State] | None = None
    labels: frozenset[str] | None = None
    min_score: float | None = None
    since: str | None = None
    until: str | None = None
    flags: frozenset[str] | None = None
    settled: bool = False
    counted: bool = False

    def __str__(self) -> str:
        named = {"layer": self.annotators, "status": self.statuses, "state": self.states, "label": self.labels}
        named |= {"flag": self.flags}
        parts = [f"{name} {', '.join(sorted(values))}" for name, values in named.items() if values]
        parts += [f"score {self.min_score}"] if self.min_score is not None else []
        parts += [f"since {self.since}"] if self.since else []
        parts += [f"until {self.until}"] if self.until else []
        parts += ["what people settled"] if self.settled else []
        parts += ["the layers that speak for their articles"] if self.counted else []
        return " and ".join(parts) or "what was asked for"

    @property
    def picks_items(self) -> bool:
        """Tell whether some items of a layer may be left out."""
        return self.settled or self.states is not None or self.labels is not None or self.min_score is not None


def preset(what: What, wanted: Wanted | None = None) -> Wanted:
    """Return ``wanted`` narrowed to whose word ``what`` says; statuses that are asked for there stay."""
    wanted = wanted or Wanted()
    if what is What.PEOPLE_AND_OPEN:
        return wanted
    if what is What.PROPOSALS:
        return replace(wanted, annotators=frozenset({AUTO}), states=wanted.states or frozenset({State.AUTO}))
    if what is What.COUNTED:
        states = wanted.states or frozenset(State) - {State.REJECTED}
        return replace(wanted, annotators=None, counted=True, states=states)
    people = frozenset({GOLD}) if what is What.GOLD else wanted.annotators
    return replace(wanted, annotators=people, statuses=wanted.statuses or ANNOTATED, settled=True)


def wanted_records(project: Project, wanted: Wanted) -> Iterator[Record]:
    """Yield the wanted layers with the wanted items, in the order of the articles; one at a time in memory."""
    from core.store import Registers

    scope, register = project.scope(), Registers(project).register()
    for article, layer in wanted_layers(project, wanted):
        found = kept(layer, wanted, scope)
        yield Record(article, found, sources=named_by(found, register))


def wanted_layers(project: Project, wanted: Wanted) -> Iterator[tuple[Article, Layer]]:
    """Yield the layers that ``wanted`` chooses items from, whole."""
    speaking = _speaking(project) if wanted.counted else None
    for article, layer in project.records(wanted.annotators, wanted.statuses, wanted.articles):
        if speaking is not None and speaking.get(article.id) != layer.annotator:
            continue
        proposals = wanted.annotators is None and is_machine(layer.annotator)
        if proposals and not wanted.counted and (wanted.settled or not _speak_alone(project, layer)):
            continue
        if _is_in_time(article, wanted) and _is_flagged(layer, wanted.flags):
            yield article, layer


def _speaking(project: Project) -> dict[str, str]:
    """Return whose layer speaks for each article."""
    from core.store import Reviews

    best: dict[str, LayerState] = {}
    for state in Reviews(project).states():
        held = best.get(state.article)
        if held is None or speaks_before(state, held):
            best[state.article] = state
    return {article: state.annotator for article, state in best.items()}


class Unsettled(NamedTuple):
    """Items that nobody has settled: how many would be written and of how many articles; how many stay behind."""

    written: int
    articles: int
    left: int
    left_articles: int


def unsettled(project: Project, wanted: Wanted) -> Unsettled:
    """Count what nobody has settled in the layers that ``wanted`` chooses: what would be written, what is left out."""
    scope = project.scope()
    written: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for article, layer in wanted_layers(project, wanted):
        out = {item.id for item in kept(layer, wanted, scope).annotations() if is_open(item)}
        written[article.id] += len(out)
        left[article.id] += sum(is_open(item) and item.id not in out for item in layer.annotations())
    return Unsettled(written.total(), len(+written), left.total(), len(+left))


def refuse_unsettled(project: Project, row: Format, wanted: Wanted, options: Options) -> None:
    """Raise UserError ``export-unsettled`` where the format cannot say that items were settled by nobody.

    Not where ``options.unsettled`` asks for them all the same, where the pre-annotation alone is wanted, whose name
    says it, nor where nothing unsettled would be written.
    """
    if not options.unsettled and is_refused(project, row, wanted):
        found = unsettled(project, wanted)
        raise UserError("export-unsettled", format=row.title, count=found.written, articles=found.articles)


def is_refused(project: Project, row: Format, wanted: Wanted) -> bool:
    """Tell whether something would be written of which the format cannot say that nobody has settled it."""
    if row.lossless or wanted.settled or _are_machines(wanted.annotators):
        return False
    return bool(unsettled(project, wanted).written) and (not row.holds_origin or bool(guessed_fields(project, wanted)))


def _speak_alone(project: Project, proposals: Layer) -> bool:
    """Tell whether nobody has a layer of the article, and these are the proposals that would be shown."""
    article = proposals.article.id
    machines = all(map(is_machine, project.layers_of(article)))
    return machines and project.proposals_shown(article) == proposals.annotator


def _are_machines(annotators: frozenset[str] | None) -> bool:
    return bool(annotators) and all(map(is_machine, annotators or ()))


def guessed_fields(project: Project, wanted: Wanted) -> int:
    """Count the fields of people's work that the program guessed and nobody has settled."""
    return sum(
        len(item.guessed)
        for record in wanted_records(project, wanted)
        for item in record.layer.annotations()
        if item.state not in (State.AUTO, State.REJECTED)
    )


def _is_in_time(article: Article, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    date = day_of(article.meta) or (article.meta.get("published") or article.meta.get("date") or "")[:10]
    return bool(date) and (wanted.since or "") <= date <= (wanted.until or "9999")


def _is_flagged(layer: Layer, flags: frozenset[str] | None) -> bool:
    if flags is None:
        return True
    found = {*layer.head.flags, *(flag for item in layer.annotations() for flag in item.flags)}
    return bool(found & flags)


def kept(layer: Layer, wanted: Wanted, scope: Scope = EVERYTHING) -> Layer:
    """Return the layer with the items that are wanted; links to others go, and the actors that nothing names."""
    if not wanted.picks_items:
        return layer
    chosen = {item.id: item for item in layer.annotations() if _is_wanted(item, wanted, scope)}
    if wanted.settled:
        chosen = {item_id: without_guesses(item) for item_id, item in chosen.items()}
    items: list[Item] = []
    for item in chosen.values():
        if isinstance(item, Quotation) and item.parent is not None and item.parent not in chosen:
            item = replaced(item, parent=_parent_kept(layer, item.parent, chosen))
        items.append(item)
    named = {item.speaker if isinstance(item, Quotation) else item.actor for item in chosen.values()}
    actors = [item for item in layer.items.values() if isinstance(item, Actor) and item.id in named]
    head: Head = layer.head
    return Layer(layer.article, layer.annotator, [head, *items, *actors])


def _parent_kept(layer: Layer, parent: str | None, chosen: Collection[str]) -> str | None:
    while parent is not None and parent not in chosen:
        parent = layer.quotation(parent).parent
    return parent


def _is_wanted(item: Annotation, wanted: Wanted, scope: Scope) -> bool:
    label = item.label if isinstance(item, Entity) else item.form.value
    return (
        (not wanted.settled or (item.state is not State.AUTO and scope.covers(item)))
        and (wanted.states is None or item.state in wanted.states)
        and (wanted.labels is None or label in wanted.labels)
        and (wanted.min_score is None or item.score is None or item.score >= wanted.min_score)
    )


@dataclass(frozen=True)
class Split:
    """Shares of the articles, in percent that add up to 100, and the seed that draws them."""

    shares: tuple[tuple[str, float], ...] = (("train", 80), ("dev", 10), ("test", 10))
    seed: int = 0

    def assign(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the part of each article: the same for the same ids and seed, whatever their order.

        Articles are ordered by a hash of seed and id, then cut by the shares; every part that has a share gets an
        article while there are enough.
        """
        ids = sorted(set(article_ids), key=lambda one: hashlib.sha256(f"{self.seed}\0{one}".encode()).digest())
        parts: dict[str, str] = {}
        total, at = 0.0, 0
        for number, (name, share) in enumerate(self.shares):
            total += share
            after = sum(later > 0 for _, later in self.shares[number + 1 :])
            end = min(max(round(len(ids) * total / 100), at + (share > 0)), max(len(ids) - after, at))
            parts |= dict.fromkeys(ids[at:end], name)
            at = end
        return parts

    def of(self, wanted: Wanted, assigned: dict[str, str]) -> Iterator[tuple[str, Wanted]]:
        """Yield the name of each part with what is wanted of it."""
        for name, _ in self.shares:
            yield name, replace(wanted, articles=frozenset(one for one, part in assigned.items() if part == name))
