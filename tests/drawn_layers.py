"""Layers drawn over one text of our own: actors with names alike, entities and quotations in every state."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from msgspec.structs import replace

from core.model import Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, text
from core.model.layer import Edit, Layer
from core.model.ranges import union
from tests.acts import article_of
from tests.drawing import pick
from tests.golden import numbered

TEXT = (
    "Мэр Лужска Пётр Белов приехал. «Мост готов, — сказал он, — и открыт», — пишет газета «Нива». Инна Белова ждала; "
    "по словам Беловой, «дорога „закрыта“». Врач и новый эксперт спорят.\nПетру Белову ответила она: «Ждите». "
    "Эксперты завода сообщили, что завод, как сказал мэр, стоит. Так считает Белов."
)
WORDS = [Range(*match.span()) for match in text.WORD.finditer(TEXT)]
NAMES = (
    "Пётр Белов", "Петр Белов", "Инна Белова", "мэр Лужска", "Мэр", "эксперт", "Эксперт", "эксперты завода", "Нива",
    "Белов",
    "газета «Нива»", "врач", "Глеб Ильич Ершов",
)  # fmt: skip


def span(drawn: Random, most: int = 3) -> Range:
    first = int(drawn.random() * len(WORDS))
    return Range(WORDS[first].start, pick(drawn, WORDS[first : first + most]).end)


NAMED = [Range(TEXT.index(words), TEXT.index(words) + len(words)) for words in (
    "Пётр Белов", "Инна Белова", "Беловой", "Мэр Лужска", "Мэр Лужска Пётр Белов", "она", "он, ", "Петру Белову",
    "Эксперты завода",
    "газета «Нива»", "Нива", "эксперт", "Врач", "Врач и новый эксперт", "Белов.",
)]  # fmt: skip


def named(drawn: Random) -> Range:
    """Draw a span that is often a name, and often the same one."""
    return pick(drawn, NAMED) if drawn.random() < 0.8 else span(drawn)


def layer(drawn: Random) -> Layer:
    """Draw a layer of up to 4 actors, 5 entities and 4 quotations."""
    items: list[Item] = []
    for n in range(int(drawn.random() * 5)):
        aliases = tuple(pick(drawn, NAMES) for _ in range(int(drawn.random() * 3)))
        kind = pick(drawn, (None, ActorKind.PERSON, ActorKind.GROUP))
        items.append(Actor(id=f"a{n}", name=pick(drawn, NAMES), kind=kind, aliases=aliases))
    actors = [None, *(item.id for item in items)]
    states = (*State, State.MANUAL, State.AUTO)
    for n in range(int(drawn.random() * 6)):
        label, state = pick(drawn, ("PER", "ORG")), pick(drawn, states)
        items.append(Entity(id=f"e{n}", label=label, range=named(drawn), actor=pick(drawn, actors), state=state))
    for n in range(1 + int(drawn.random() * 4)):
        first, second = span(drawn, 7), span(drawn, 4)
        ranges = (first, second) if second.start > first.end and drawn.random() < 0.5 else (first,)
        cue, mention = (
            (span(drawn, 1) if drawn.random() < 0.5 else None),
            (named(drawn) if drawn.random() < 0.7 else None),
        )
        items.append(
            Quotation(
                id=f"q{n}",
                form=pick(drawn, tuple(Form)),
                ranges=ranges,
                cue=cue,
                mention=mention,
                speaker=pick(drawn, actors),
                parent=pick(drawn, (None, *(f"q{other}" for other in range(n)))),
                state=pick(drawn, states),
            )
        )
    return Layer(article_of(TEXT), "anna", items)


def words(where: Range | None) -> str:
    return "–" if where is None else TEXT[where.start : where.end].replace("\n", "¶")


def told(item: Item) -> str:
    """Return an item as one line."""
    if isinstance(item, Actor):
        return f"{item.id} {item.name} ({item.kind or '–'}) {'/'.join(item.aliases)}".rstrip()
    if isinstance(item, Entity):
        where = f"{words(item.range)} {item.range.start}"
        return f"{item.id} {item.label} [{where}] {item.actor or '–'} {item.state} {item.guessed}"
    if isinstance(item, Head):
        return str(item.status)
    content = " ⁞ ".join(f"{words(one)} {one.start}" for one in item.ranges)
    return (
        f"{item.id} {item.form} [{content}] {words(item.cue)} | {words(item.mention)} | {item.speaker or '–'} in"
        f" {item.parent or '–'} {item.state} {item.guessed}"
    )


def act(edit: Edit, before: Layer | None = None) -> str:
    """Return an edit as one line: its name, what goes, what comes; with new ids by number."""
    if not edit:
        return f"{edit.name}: –"
    if before is not None:
        before.apply(edit)
    gone = " ".join(item.id for item in edit.removed)
    return numbered(f"{edit.name}: -({gone}) +({' & '.join(told(item) for item in edit.added)})")


def listed(items: Iterable[object]) -> str:
    return ", ".join(str(item) for item in items) or "–"


# -- what others make of it ----------------------------------------------------------------------------------------


def shifted(drawn: Random, one: Range) -> Range:
    """Draw a span near another one."""
    start = max(0, one.start + pick(drawn, (-8, -1, 0, 0, 0, 1, 2)))
    return Range(start, max(start + 1, min(len(TEXT), one.end + pick(drawn, (-6, -1, 0, 0, 0, 1, 3)))))


def by_another(drawn: Random, base: Layer, annotator: str, prefix: str = "") -> Layer:
    """Draw the layer of somebody who agrees in most; their ids begin with ``prefix``."""
    items: list[Item] = []
    for item in base.items.values():
        if isinstance(item, Actor):
            named_so = pick(drawn, (item.name, item.name, item.name, item.name.upper(), pick(drawn, NAMES)))
            items.append(replace(item, name=named_so))
        elif drawn.random() < 0.85:
            items.append(_reworded(drawn, item))
        elif any(isinstance(one, Quotation) and one.parent == item.id for one in base.items.values()):
            items.append(item)
    if drawn.random() < 0.5:
        items.append(Entity(id="e9", label="LOC", range=span(drawn), state=State.AUTO))
    if prefix:
        items = [_prefixed(item, prefix) for item in items]
    return Layer(base.article, annotator, items)


def _reworded(drawn: Random, item: Item) -> Item:
    if drawn.random() < 0.3:
        return item
    if isinstance(item, Entity):
        label, actor = pick(drawn, (item.label, item.label, "LOC")), pick(drawn, (item.actor, item.actor, None))
        return replace(item, label=label, range=shifted(drawn, item.range), actor=actor)
    assert isinstance(item, Quotation)
    return replace(
        item,
        form=pick(drawn, (item.form, item.form, *Form)),
        ranges=union([shifted(drawn, one) for one in item.ranges]),
        cue=pick(drawn, (item.cue, item.cue, item.cue, None, span(drawn, 1))),
        mention=pick(drawn, (item.mention, item.mention, item.mention, None, named(drawn))),
        speaker=pick(drawn, (item.speaker, item.speaker, item.speaker, None)),
        parent=pick(drawn, (item.parent, item.parent, item.parent, None)),
        state=pick(drawn, (item.state, item.state, *State)),
    )


def _prefixed(item: Item, prefix: str) -> Item:
    links = {key: f"{prefix}{link}" for key in ("speaker", "actor", "parent") if (link := getattr(item, key, None))}
    return replace(item, id=f"{prefix}{item.id}", **links)


def figures(value: object) -> object:
    """Return nested numbers as they are put into a golden file: how sums are rounded says the interpreter."""
    if isinstance(value, dict):
        return {str(key): figures(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [figures(one) for one in value]
    return round(value, 6) + 0.0 if isinstance(value, float) else value
