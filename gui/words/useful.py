"""What settling an article would teach, in a line of the article list."""

from __future__ import annotations

from core.language import number
from core.store import TEACHING, ArticleQuery, Project
from gui.look.languages import tr


def useful_lines(project: Project | None, query: ArticleQuery, key: int) -> list[str]:
    """Return what an article, by its row number, would teach; nothing where the list is not sorted by that."""
    found = project.useful(key) if project is not None and query.order == TEACHING else None
    return [tr("To be learned: {value} per 1,000 characters", value=number(found, 1))] if found is not None else []
