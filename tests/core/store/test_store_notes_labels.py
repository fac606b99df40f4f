"""Which articles have notes, and which labels are borne, read from a real file."""

from __future__ import annotations

from pathlib import Path

from core.model import Form, Range, edits
from core.store import ArticleQuery, Project
from tests.acts import article_of

NOTED = ArticleQuery(noted=True)


def test_articles_with_a_note_anywhere_are_found(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "anna") as project:
        for number in range(4):
            project.add_article(article_of("Мост готов, сказал он.", f"a-{number}"))
        assert project.article_rows("anna", NOTED) == []
        for number in range(3):
            layer = project.working_layer(f"a-{number}", "anna")
            layer, _ = project.commit(layer, edits.add_quotation(Form.DIRECT, [Range(0, 10)]))
            layer, _ = project.commit(layer, edits.add_entity("LOC", Range(0, 4)))
            target = ("head", layer.quotations()[0].id, layer.entities()[0].id)[number]
            project.commit(layer, edits.set_note(layer, target, "сверить"))
        assert [row.id for row in project.article_rows("anna", NOTED)] == ["a-0", "a-1", "a-2"]
        assert project.article_count("anna", NOTED) == 3
        assert project.article_count("vera", NOTED) == 0


def test_the_labels_that_are_borne_are_told(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "anna") as project:
        project.add_article(article_of("Мост готов, сказал он."))
        assert project.labels_used() == []
        layer = project.working_layer("a-1", "anna")
        for label in ("ORG", "LOC", "ORG"):
            layer, _ = project.commit(layer, edits.add_entity(label, Range(0, 4)))
        assert project.labels_used() == ["LOC", "ORG"]
