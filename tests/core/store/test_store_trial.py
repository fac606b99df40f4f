"""A merge tried on a copy says what the merge itself then does, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Form, edits
from core.store import Project, merge_copy, open_conflicts, try_merge
from tests.store_samples import annotated, do, make_article, some_work, work


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a project that went separate ways: one conflict, one new article, one text that differs."""
    path, copy = tmp_path / "p.citata", tmp_path / "copy.citata"
    with annotated(path) as project:
        some_work(project, 3)
        project.save_copy(copy)
        do(project, edits.set_form(work(project), ["q_1"], Form.MIXED))
        project.add_article(make_article("a-4", "Один текст.", "Четвёртая"))
    with Project.open(copy, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_1"], Form.INDIRECT))
        project.add_article(make_article("a-3", "Новая статья.", "Третья"))
        project.add_article(make_article("a-4", "Другой текст.", "Четвёртая"))
    return path, copy


def files(path: Path) -> list[str]:
    """Return what stands in the folder, but for what SQLite keeps beside an open file."""
    return sorted(one.name for one in path.parent.iterdir() if not one.name.endswith(("-wal", "-shm")))


def test_a_trial_says_what_the_merge_does_and_changes_nothing(copies: tuple[Path, Path]) -> None:
    path, copy = copies
    with Project.open(path, "Анна") as project:
        project.wait_for_backup()
        before, names = work(project), files(path)
        trial = try_merge(project, copy)
        assert work(project) == before
        assert not project.has_article("a-3")
        assert open_conflicts(project) == []
        assert files(path) == names
        assert trial.report == merge_copy(project, copy)
        assert [one.conflict for one in trial.conflicts] == [one.conflict for one in open_conflicts(project)]
    assert trial.report.articles == ["a-3"]
    assert trial.report.refused[0][0] == "a-4"
    assert trial.titles == {"a-3": "Третья", "a-4": "Четвёртая", "a-1": "Завод"}


def test_conflicts_that_wait_already_are_not_those_of_the_trial(copies: tuple[Path, Path]) -> None:
    path, copy = copies
    with Project.open(path, "Анна") as project:
        merge_copy(project, copy)
        assert try_merge(project, copy).conflicts == []
        assert len(open_conflicts(project)) == 1


def test_a_copy_that_is_none_is_refused(copies: tuple[Path, Path]) -> None:
    path, copy = copies
    copy.write_bytes(b"no project")
    with Project.open(path, "Анна") as project, pytest.raises(UserError) as caught:
        try_merge(project, copy)
    assert caught.value.code == "file-not-ours"
