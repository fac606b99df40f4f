"""A small project whose counts are known by heart: four articles, who says what in them, and who has settled it."""

from __future__ import annotations

from pathlib import Path

from core.formats.base import make_article
from core.model import AUTO, Actor, ActorKind, Form, Item, Quotation, Range, State
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.register import Source, SourceEdit
from core.store import Project, Registers

ARTICLES = (
    ("n-1", "«Мост откроют в мае», — сказала Нина Белова. Глеб Ершов сообщил, что паром уйдёт.",
     {"source": "Нива", "published": "2031-05-04"}),
    ("n-2", "«Новый мост стоит дорого», — заметил Ершов. «Старый мост закроют», — сказала Белова.",
     {"source": "Нива", "published": "2031-05-20"}),
    ("n-3", "По словам мэра, мост стоит.", {"source": "Заря", "published": "2031-07-01"}),
    ("n-4", "«Паром не нужен», — сказал Ершов.", {}),
)  # fmt: skip
BELOVA = with_gender(Actor(id="a1", name="Нина Белова", kind=ActorKind.PERSON, source="s_1"), Gender.FEMININE)
ERSHOV = with_gender(Actor(id="a2", name="Глеб Ершов", kind=ActorKind.PERSON), Gender.MASCULINE)
SOURCE = Source(id="s_1", name="Нина Львовна Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE)
SAID: dict[str, tuple[tuple[str, str, Form, str, Actor | None, State, float | None], ...]] = {
    "n-1": (
        ("q1", "«Мост откроют в мае»", Form.DIRECT, "сказала", BELOVA, State.ACCEPTED, 0.9),
        ("q2", "паром уйдёт", Form.INDIRECT, "сообщил", ERSHOV, State.AUTO, 0.7),
    ),
    "n-2": (
        ("q1", "«Новый мост стоит дорого»", Form.DIRECT, "заметил", ERSHOV, State.MANUAL, None),
        ("q2", "«Старый мост закроют»", Form.DIRECT, "сказала", BELOVA, State.CORRECTED, 0.8),
    ),
    "n-3": (("q1", "мост стоит", Form.INDIRECT, "По словам", None, State.AUTO, 0.5),),
    "n-4": (
        ("q1", "«Паром не нужен»", Form.DIRECT, "сказал", ERSHOV, State.AUTO, None),
        ("q2", "Ершов", Form.MIXED, "сказал", ERSHOV, State.REJECTED, 0.1),
    ),
}
"""Id, content, form, cue, speaker, state and score of the quotations of each article."""


def small_project(path: Path) -> Project:
    """Make the project: Vera's layers of the first two articles, the pre-annotation's of the others."""
    project = Project.create(path, "vera")
    Registers(project).change("add-source", [SourceEdit(None, SOURCE)])
    for id_, text, meta in ARTICLES:
        article = make_article(id_, f"Статья {id_}", text, meta)
        project.add_article(article)
        items: list[Item] = [BELOVA, ERSHOV]
        for quotation, content, form, cue, speaker, state, score in SAID[id_]:
            start, at = text.index(content), text.index(cue)
            items.append(
                Quotation(
                    id=quotation, form=form, ranges=(Range(start, start + len(content)),),
                    cue=Range(at, at + len(cue)), speaker=speaker.id if speaker else None, state=state, score=score,
                )
            )  # fmt: skip
        project.add_layer(Layer(project.article(id_), "vera" if id_ < "n-3" else AUTO, items), "import")
    return project
