"""Small corpora drawn of our own words, and what a query finds in them by looking at every text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import regex

from core.corpus import tokens
from core.corpus.query import All, Any, Field, Gap, How, Node, Not, Pattern, Phrase, Query, Where, Word
from core.model import AUTO, GOLD, Actor, ActorKind, Article, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.gender import Gender, gender_of, with_gender
from core.model.layer import Layer
from core.model.text import digest
from core.model.values import is_open
from core.store import Project
from tests.drawing import MARKS, pick

WORDS = (
    "мост", "мосту", "Мост", "моста", "мостом", "река", "реку", "Реки", "стали", "сталь", "стать", "глава", "главе",
    "государства", "государству", "сказал", "скажет", "ещё", "еще", "Ёлка", "елки", "пресс-секретарь", "й", "12",
    "covid-19", "замо\u0301к", "замку", "и", "в", "Белов", "Белова", "Беловой", "не", "й\u0306", "И\u0306од", "🎉",
)  # fmt: skip
NAMES = ("Пётр Белов", "Инна Белова", "мэрия Лужска", "Лев Ким")
SOURCES = ("Нива", "ТАСС", "")
DAYS = ("2026-04-30", "2026-05-01", "31.05.2026", "вчера", "")
BETWEEN = ("\n", "\n\n", "\n— ", " \n \t", "\n \n\n")
"""What stands between two words that are not parted by a space alone."""
ANNOTATORS = (AUTO, "anna", "boris", GOLD)


def text_of(drawn: Random, length: int = 30) -> str:
    """Draw a text of a few words and marks."""
    pieces: list[str] = []
    for _ in range(1 + int(drawn.random() * length)):
        pieces.append(pick(drawn, WORDS))
        if drawn.random() < 0.2:
            pieces[-1] += pick(drawn, MARKS)
        pieces.append(pick(drawn, BETWEEN) if drawn.random() < 0.2 else " ")
    return "".join(pieces[:-1])


def span_of(drawn: Random, text: str, most: int = 8) -> Range:
    """Draw a span of a text that is not empty, at words or anywhere."""
    if drawn.random() < 0.3 or not tokens.spans_of(text):
        start = int(drawn.random() * len(text))
        return Range(start, min(len(text), start + 1 + int(drawn.random() * 20)))
    spans = tokens.spans_of(text)
    first = int(drawn.random() * len(spans))
    last = min(len(spans) - 1, first + int(drawn.random() * most))
    return Range(spans[first][0], spans[last][1])


def layer_of(drawn: Random, article: Article, annotator: str) -> Layer:
    """Draw a layer: actors, quotations some of which stand in others, entities, in every state."""
    text = article.text
    actors = [
        with_gender(Actor(id=f"a{at}", name=name, kind=pick(drawn, (None, *ActorKind))), pick(drawn, (None, *Gender)))
        for at, name in enumerate(NAMES)
        if drawn.random() < 0.7
    ]
    ids = (None, *(actor.id for actor in actors))
    items: list[Item] = [Head(status=pick(drawn, tuple(Status)), flags=pick(drawn, ((), ("важно",))))]
    for at in range(int(drawn.random() * 4)):
        content = sorted({span_of(drawn, text), *([span_of(drawn, text)] if drawn.random() < 0.3 else [])})
        ranges = [one for number, one in enumerate(content) if number == 0 or one.start > content[number - 1].end]
        cue = span_of(drawn, text, 2) if drawn.random() < 0.6 else None
        mention = span_of(drawn, text, 2) if drawn.random() < 0.6 else None
        items.append(
            Quotation(
                id=f"q{at}", form=pick(drawn, tuple(Form)), ranges=tuple(ranges), cue=cue, mention=mention,
                speaker=pick(drawn, ids), state=pick(drawn, tuple(State)), flags=pick(drawn, ((), ("спорно",))),
                guessed=("cue",) if cue is not None and drawn.random() < 0.2 else (),
            )
        )  # fmt: skip
    entities = [
        Entity(
            id=f"e{at}", label=pick(drawn, ("PER", "ORG")), range=span_of(drawn, text, 2),
            actor=pick(drawn, ids), state=pick(drawn, tuple(State)),
        )
        for at in range(int(drawn.random() * 3))
    ]  # fmt: skip
    return Layer(article, annotator, [*actors, *items, *entities])


def article_of(drawn: Random, number: int) -> Article:
    text = text_of(drawn)
    meta = {"source": pick(drawn, SOURCES), "published": pick(drawn, DAYS)}
    kept = {key: value for key, value in meta.items() if value}
    return Article(id=f"n-{number}", title=f"Статья {number}", text=text, digest=digest(text), meta=kept)


def fill(project: Project, drawn: Random, count: int, first: int = 0) -> None:
    """Add so many drawn articles, each with some layers."""
    for number in range(first, first + count):
        article = article_of(drawn, number)
        project.add_article(article)
        for annotator in ANNOTATORS:
            if drawn.random() < 0.4:
                project.add_layer(layer_of(drawn, article, annotator), "import")


def corpus(path: Path, seed: int, count: int = 6) -> Project:
    """Make a project of drawn articles."""
    project = Project.create(path, "anna")
    fill(project, Random(seed), count)
    return project


# -- queries ---------------------------------------------------------------------------------------------------------


def word_of(drawn: Random) -> Word:
    text = pick(drawn, [one for one in WORDS if re.search(r"\w", one)])
    how = pick(drawn, tuple(How))
    if how is How.WILDCARD:
        cut = 1 + int(drawn.random() * len(text))
        text = pick(
            drawn, (text[:cut] + "*", "*" + text[cut - 1 :], text[:1] + "?" + text[2:], "*" + text[1:cut] + "*")
        )
        if not re.search(r"\w", text):
            text = "м*"
    return Word(text, how)


def node_of(drawn: Random, depth: int = 2) -> Node:
    """Draw what words ask."""
    roll = drawn.random()
    if depth and roll < 0.2:
        return All(tuple(node_of(drawn, depth - 1) for _ in range(2)))
    if depth and roll < 0.3:
        return Any(tuple(node_of(drawn, depth - 1) for _ in range(2)))
    if depth and roll < 0.4:
        return All((node_of(drawn, depth - 1), Not(node_of(drawn, depth - 1))))
    if roll < 0.5:
        return Pattern(pick(drawn, (r"м\w+т", r"[!?.]", r"в \w+", r"^\w+", r"й", "ст(ал|ать)")))
    parts: list[Word | Gap] = [word_of(drawn)]
    while drawn.random() < 0.4:
        if drawn.random() < 0.5:
            low = int(drawn.random() * 3)
            parts.append(Gap(low, low + int(drawn.random() * 3)))
        parts.append(word_of(drawn))
    return Phrase(tuple(parts))


# -- by looking at every text ----------------------------------------------------------------------------------------


class Asked(NamedTuple):
    """A span of an article in which words are looked for; ``unit`` is what must hold all of them."""

    unit: tuple[str, ...]
    article: str
    span: Range


def _best(layers: Iterable[Layer]) -> Layer | None:
    """Return the layer that speaks for an article, as docs/search.md says."""
    ranks = ("new", "in_progress", "returned", "in_review", "done", "reviewed")

    def rank(layer: Layer) -> tuple[int, int]:
        kind = 2 if layer.annotator == GOLD else 0 if layer.annotator == AUTO else 1
        return kind, 0 if kind != 1 else ranks.index(layer.head.status)

    found = list(layers)
    top = max(map(rank, found), default=None)
    return min((one for one in found if rank(one) == top), key=lambda one: one.annotator, default=None)


def spans_asked(project: Project, query: Query) -> Iterator[Asked]:
    """Yield every span in which a query may find its words."""
    for row in project.article_rows(AUTO):
        article = project.article(row.id)
        if query.looks_in is Where.TEXT:
            yield Asked((row.id,), row.id, Range(0, len(article.text)))
            continue
        layers = [one for name in project.layers_of(row.id) if (one := project.layer(row.id, name)) is not None]
        asked = [value for one in query.filters if one.field is Field.LAYER for value in one.values]
        best = _best(layers)
        chosen = [one for one in layers if "any" in asked or one.annotator in asked] if asked else [best]
        for layer in chosen:
            if layer is not None:
                yield from _spans_in(layer, query)


def _spans_in(layer: Layer, query: Query) -> Iterator[Asked]:
    kind = Entity if query.looks_in is Where.ENTITY else Quotation
    for item in layer.everything():
        if not isinstance(item, kind) or not _lets_through(layer, item, query):
            continue
        spans: list[Range | None]
        if isinstance(item, Entity):
            spans = [item.range]
        elif query.looks_in is Where.QUOTATION:
            spans = list(item.ranges)
        else:
            spans = [item.cue if query.looks_in is Where.CUE else item.mention]
        for span in spans:
            if span is not None:
                yield Asked((layer.article.id, layer.annotator, item.id), layer.article.id, span)


def _lets_through(layer: Layer, item: Entity | Quotation, query: Query) -> bool:
    owner = item.actor if isinstance(item, Entity) else item.speaker
    actor = layer.actor(owner) if owner is not None else None
    rejected = item.state is State.REJECTED
    is_asked = any(one.field is Field.STATE for one in query.filters)
    if rejected and not is_asked:
        return False
    states = {item.state.value} | ({"proposed"} if is_open(item) else set() if rejected else {"settled"})
    told: dict[Field, set[str]] = {
        Field.STATE: states,
        Field.GENDER: {str(gender_of(actor) or "none") if actor else "none"},
        Field.KIND: {str(actor.kind or "none") if actor else "none"},
        Field.SPEAKER: {actor.name if actor else "none"},
        Field.FLAG: set(item.flags),
        Field.SOURCE: {layer.article.meta.get("source", "none")},
    }
    if isinstance(item, Quotation):
        told[Field.FORM] = {item.form.value}
    else:
        told[Field.LABEL] = {item.label}
    return all(bool(told[one.field] & set(one.values)) is not one.negated for one in query.filters if one.field in told)


def _fits(word: Word, form: str) -> bool:
    asked = tokens.fold(word.text)
    if word.how is How.EXACT:
        return form == asked
    if word.how is How.WILDCARD:
        pieces = {"*": ".*", "?": "."}
        return bool(re.fullmatch("".join(pieces.get(one) or re.escape(one) for one in asked), form))
    return form == asked or bool(set(tokens.asked_lemmas(asked)) & set(tokens.lemmas(form)))


def _ends(parts: tuple[Word | Gap, ...], forms: list[str], begins: list[bool], at: int) -> Iterator[int]:
    """Yield where a phrase that begins at a word may end; beside each other two words stand in one paragraph."""
    if not parts or at >= len(forms) or not _fits(parts[0], forms[at]):
        return
    word, gap = 1, Gap(0, 0)
    while word < len(parts) and isinstance(one := parts[word], Gap):
        word, gap = word + 1, Gap(gap.least + one.least, gap.most + one.most)
    if word == len(parts):
        yield at + 1
    for next_one in range(at + 1 + gap.least, at + 2 + gap.most):
        if gap.most or (next_one < len(begins) and not begins[next_one]):
            yield from _ends(parts[word:], forms, begins, next_one)


def begins_of(text: str) -> list[bool]:
    """Tell of every word whether it begins a paragraph: on a new line, unless one goes on there in lower case."""
    out, before = [], 0
    for start, end in tokens.spans_of(text):
        lines = text[before:start].split("\n")
        goes_on = re.match("[a-zа-яё]", lines[-1].strip() + text[start])
        out.append(len(lines) > 2 or (len(lines) == 2 and not goes_on))
        before = end
    return out


Hit = tuple[str, int, int]
"""Article, first and last code point plus one."""


def leaf(node: Phrase | Pattern, text: str, span: Range) -> set[tuple[int, int]]:
    """Return where a phrase or a pattern stands in a span of a text."""
    words = tokens.spans_of(text)
    low = [at for at, (_, end) in enumerate(words) if end > span.start]
    first = low[0] if low else len(words)
    last = len([one for one in words if one[0] < span.end])
    if isinstance(node, Pattern):
        out = set()
        for match in regex.compile(node.text, regex.IGNORECASE).finditer(text):
            inside = [at for at, (start, end) in enumerate(words) if end > match.start() and start < match.end()]
            begin = len([one for one in words if one[1] <= match.start()])
            end = inside[-1] + 1 if inside else begin
            whole = span == Range(0, len(text))
            if match.start() < match.end() and end <= last and (first <= begin < last or (whole and begin == last)):
                out.add(match.span())
        return out
    forms = [tokens.fold(text[start:end]) for start, end in words]
    begins = begins_of(text)
    found = set()
    for at in range(len(forms)):
        end = min(_ends(node.parts, forms, begins, at), default=None)
        if end is not None and first <= at and end <= last:
            found.add((words[at][0], words[end - 1][1]))
    return found


def scan(project: Project, query: Query) -> set[Hit]:
    """Return what a query finds, by looking at every text."""
    found = list(spans_asked(project, query))
    texts = {row.id: project.article(row.id).text for row in project.article_rows(AUTO)}

    def ask(node: Node) -> tuple[set[tuple[str, ...]], set[tuple[tuple[str, ...], Hit]]]:
        if isinstance(node, Not):
            return {one.unit for one in found} - ask(node.part)[0], set()
        if isinstance(node, (Phrase, Pattern)):
            hits = {
                (one.unit, (one.article, *hit)) for one in found for hit in leaf(node, texts[one.article], one.span)
            }
            return {unit for unit, _ in hits}, hits
        asked = [ask(one) for one in node.parts]
        units = [one for one, _ in asked]
        both = set.intersection(*units) if isinstance(node, All) else set.union(*units)
        return both, {hit for _, hits in asked for hit in hits if hit[0] in both}

    assert query.words is not None
    return {hit for _, hit in ask(query.words)[1]}
