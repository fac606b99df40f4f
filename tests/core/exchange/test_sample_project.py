"""The sample project, built for real: every article in it, with proposals in the layer ``auto`` and in the log."""

from __future__ import annotations

from pathlib import Path

from core.exchange.sample import build_sample
from core.model import AUTO, State
from core.preannotate import Annotator
from core.preannotate.batch import preannotate, without_proposals


def test_the_sample_project_has_all_articles_and_their_proposals(tmp_path: Path) -> None:
    told: list[tuple[int, str]] = []
    annotator = Annotator()
    with build_sample(tmp_path / "sample.citata", "anna", annotator, lambda n, what: told.append((n, what))) as project:
        rows = project.article_rows("anna")
        assert [number for number, _ in told] == list(range(1, len(rows) + 1))
        assert len(rows) >= 8
        for row in rows:
            layer = project.layer(row.id, AUTO)
            assert layer is not None
            assert layer.quotations()
            assert {item.state for item in layer.annotations()} == {State.AUTO}
            assert all(item.rule and item.score is not None for item in layer.annotations())
            assert [entry.edit.name for entry in project.history(row.id, AUTO)] == ["pre-annotate"]
        assert without_proposals(project) == []
        again = preannotate(project, annotator, [rows[0].id, rows[1].id], lambda n, what: n < 1)
        assert again == 1
        assert len(project.history(rows[0].id, AUTO)) == 1
