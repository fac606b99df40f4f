"""The article list by what settling an article would teach, and going on in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.model import AUTO, Entity, Range, State
from core.store import Project
from gui.window.articles import ORDERS
from gui.window.main_window import MainWindow
from tests.learning_samples import articles, put

TEACHES = [name for name, _ in ORDERS].index("teaching")


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Three articles; of the second the program is least sure, then of the third."""
    path = tmp_path / "press.citata"
    with Project.create(path, "vera") as project:
        for article, score in zip(articles("Слово. " * 100 for _ in range(3)), (0.9, 0.3, 0.6), strict=True):
            project.add_article(article)
            name = Entity(id="e", label="PER", range=Range(0, 5), state=State.AUTO, score=score, rule="model")
            put(project, article.id, AUTO, [name])
    return path


def listed(window: MainWindow) -> list[str]:
    model = window.articles.model
    return model.ids(range(model.rowCount()))


def test_the_list_is_sorted_by_what_articles_would_teach_and_says_how_much(window: MainWindow) -> None:
    panel = window.articles
    assert listed(window) == ["a-0", "a-1", "a-2"]
    tip = Qt.ItemDataRole.ToolTipRole
    assert "To be learned" not in panel.model.data(panel.model.index(0), tip)
    panel.order.setCurrentIndex(TEACHES)
    assert listed(window) == ["a-1", "a-2", "a-0"]
    assert "To be learned: 1.0 per 1,000 characters" in panel.model.data(panel.model.index(0), tip)
    assert "1 − score" in panel.order.itemData(TEACHES, tip)


def test_next_article_goes_by_it(window: MainWindow) -> None:
    window.articles.order.setCurrentIndex(TEACHES)
    window.desk.open_article("a-1")
    window.commands.actions["next-article"].trigger()
    assert window.session.article is not None
    assert window.session.article.id == "a-2"
