"""Whose layers a person may look at: blind until one is done, by the rules that the project keeps."""

from __future__ import annotations

from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace

from core.model import AUTO, GOLD, Head, Status
from core.model.layer import Layer
from core.review.state import layers_to_see, may_look
from core.review.workflow import POLICY, Policy
from core.store import Project
from tests.store_samples import make_article


def test_blind_annotators_see_others_only_when_they_are_done(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "vera") as project:
        article = make_article()
        project.add_article(article)
        for name in ("anna", "boris", GOLD, AUTO):
            project.add_layer(Layer(article, name, [replace(Head(), status=Status.IN_PROGRESS)]), "import")
        project.set_value(POLICY, to_builtins(Policy(blind=True, reviewers=("vera",))))
        assert "boris" not in layers_to_see(project, article.id, "anna")
        assert not may_look(project, article.id, "anna", "boris")
        assert layers_to_see(project, article.id, "vera") == ["anna", "boris", AUTO, GOLD]
        project.set_value(POLICY, to_builtins(Policy(blind=False, reviewers=("vera",))))
        assert layers_to_see(project, article.id, "anna") == ["boris", AUTO, GOLD]
