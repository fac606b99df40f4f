"""The sample project, built for real: every article in it, with proposals in the layer ``auto`` and in the log."""

from __future__ import annotations

from pathlib import Path

from core.exchange.sample import build_sample
from core.exchange.transfer import import_files
from core.model import AUTO, State
from core.preannotate import Annotator, Proposals
from core.preannotate.batch import preannotate, without_proposals
from core.store import Project


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
        assert again.filled == (rows[0].id,)
        assert again.failed == ()
        assert len(project.history(rows[0].id, AUTO)) == 1


class Stumbling(Annotator):
    """A pre-annotator whose rules fail on one kind of text."""

    def propose(self, text: str, date: str = "") -> Proposals:
        if "мост" in text:
            raise IndexError("tuple index out of range")
        return super().propose(text, date)


def test_an_article_on_which_the_rules_fail_is_reported_and_the_others_are_done(tmp_path: Path) -> None:
    texts = {"a": "Парк открыт, сообщил Егор Лугов.", "b": "Открыт мост.", "c": "Сад закрыт, сообщил Егор Лугов."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    told: list[int] = []
    with Project.create(tmp_path / "p.citata", "anna") as project:
        imported = import_files(project, sorted(tmp_path.glob("*.txt")))
        done = preannotate(project, Stumbling(), imported.articles, lambda n, _: told.append(n))
        assert done.filled == ("a", "c")
        assert [str(error) for error in done.failed] == [
            "The article b could not be pre-annotated (IndexError: tuple index out of range). "
            "Please report its text as a fault."
        ]
        assert told == [1, 2, 3]
        assert without_proposals(project) == ["b"]
