"""Projects about an invented factory and paper, settled by people as a test says: what learning learns from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from core.formats.base import make_article
from core.learning.evidence import settled
from core.learning.learner import Learner
from core.model import AUTO, Article, Entity, Form, Item, Quotation, Range, State, Status
from core.model.edits import fill
from core.model.layer import Layer
from core.model.scope import EVERYTHING
from core.preannotate import Annotator
from core.store import Project

TEXTS = (
    "Завод «Гранит» открыл цех. Об этом сообщил директор Пётр Лугин. По его словам, Гранит растёт.",
    "Гранит подвёл итоги года. «Мы довольны», — сказал Пётр Лугин. Ромашка молчит.",
    "В Гранит приехали гости. Ромашка им рада, заявила Анна Зуева.",
    "Сотрудники Ромашки и Гранита встретились. Анна Зуева отметила, что всё хорошо.",
    "О Ромашке говорят все. Гранит молчит, сказал Лугин.",
    "Делегация посетила Ромашку и Гранит.",
)
FORMS = ("Ромашкой", "Ромашка", "Ромашки", "Ромашке", "Ромашку", "Гранита", "Гранит")


def places(text: str, words: str) -> list[Range]:
    """Return where words stand in a text, longest forms first, none inside another word."""
    found, start = [], text.find(words)
    while start >= 0:
        end = start + len(words)
        if not text[end : end + 1].isalpha():
            found.append(Range(start, end))
        start = text.find(words, end)
    return found


def named(text: str, label: str = "ORG", forms: Iterable[str] = FORMS, *, state: State = State.MANUAL) -> list[Item]:
    """Return the names of the factory and the paper in a text, as somebody has settled them."""
    spans = sorted(span for form in forms for span in places(text, form))
    return [Entity(id=f"n_{at}", label=label, range=span, state=state) for at, span in enumerate(spans)]


def proposed(article: Article, spans: Mapping[str, str], *, state: State = State.AUTO) -> list[Item]:
    """Return names proposed by the rule ``model``: those words with those labels."""
    items: list[Item] = []
    for words, label in spans.items():
        for span in places(article.text, words):
            number = f"e{len(items) + 1}"
            items.append(Entity(id=number, label=label, range=span, state=state, score=0.9, rule="model"))
    return items


def quoted(text: str, content: str, cue: str, *, state: State, number: int = 1) -> Quotation:
    """Return a quotation of those words with that cue, proposed by the rule ``clause``."""
    (where, *_), (said, *_) = places(text, content), places(text, cue)
    return Quotation(
        id=f"q{number}", form=Form.INDIRECT, ranges=(where,), cue=said, state=state, score=0.8, rule="clause"
    )


def articles(texts: Iterable[str] = TEXTS) -> list[Article]:
    """Return articles of those texts."""
    return [make_article(f"a-{number}", None, text, {}) for number, text in enumerate(texts)]


def put(project: Project, article_id: str, annotator: str, items: Iterable[Item], status: Status | None = None) -> None:
    """Let a layer hold these items; ``status``: and be so far."""
    before = project.working_layer(article_id, annotator)
    head = before.head if status is None else type(before.head)(status=status)
    edit = fill(before, (head, *items), "import")
    if edit:
        project.commit(before, edit)


def settle(project: Project, article_id: str, items: Iterable[Item], annotator: str = "anna") -> None:
    """Let an annotator be done with an article."""
    put(project, article_id, annotator, items, Status.DONE)


def made(path: Path, settled: int = 4, texts: Iterable[str] = TEXTS) -> Path:
    """Make a project whose proposals take the factory for a person; Anna has put that right in so many articles."""
    with Project.create(path, "anna") as project:
        for number, article in enumerate(articles(texts)):
            project.add_article(article)
            put(project, article.id, AUTO, proposed(article, {"Гранит": "PER", "Гранита": "PER"}))
            if number < settled:
                settle(project, article.id, named(article.text))
    return path


def layer(article: Article, items: Iterable[Item], annotator: str = "anna") -> Layer:
    """Return a layer without a project."""
    return Layer(article, annotator, items)


def learned(layers: list[Layer], auto: Annotator | None = None) -> Learner:
    """Return a learner that took these layers, each with what is proposed for its article."""
    learner = Learner()
    for one in layers:
        proposed = auto.annotate(one.article) if auto is not None else Layer(one.article, AUTO)
        learner.take(settled(one.article, [one], proposed, EVERYTHING))
    return learner
