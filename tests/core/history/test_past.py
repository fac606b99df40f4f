"""The states of a layer computed from its log are those that the store replays, whichever way one comes to them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.errors import StaleEdit
from core.history.past import Past, net
from core.history.timeline import back_to
from core.model.layer import Layer
from tests.store_samples import annotated, some_work, work


def test_every_state_is_that_of_the_store(tmp_path: Path) -> None:
    with annotated(tmp_path / "p.citata") as project:
        some_work(project, 20)
        entries = project.history("a-1", project.author)
        stored = [project.layer_at("a-1", project.author, entry.id) for entry in entries]
        article = project.article("a-1")
    past = Past(article, "Анна", entries)
    assert past.layer == stored[-1]
    chance = random.Random(5)
    for _ in range(100):
        before, at = past.layer, chance.randrange(len(entries))
        edit = past.go(at)
        assert past.layer == stored[at]
        assert past.at == at
        assert before.apply(edit) == stored[at]
    assert not past.go(past.at)


def test_a_moment_gives_the_last_state_before_it(tmp_path: Path) -> None:
    with annotated(tmp_path / "p.citata") as project:
        some_work(project, 4)
        entries = project.history("a-1", project.author)
        past = Past(project.article("a-1"), project.author, entries)
    for at, entry in enumerate(entries):
        found = past.on(entry.at)
        assert found >= at
        assert entries[found].at == entry.at
    assert past.on(datetime.now(UTC) + timedelta(days=1)) == len(entries) - 1
    assert past.on(datetime(1999, 1, 1, tzinfo=UTC)) == 0


def test_back_to_a_state_is_one_edit_that_can_be_taken_back(tmp_path: Path) -> None:
    with annotated(tmp_path / "p.citata") as project:
        some_work(project, 6)
        now = work(project)
        past = Past(now.article, now.annotator, project.history("a-1", project.author))
        past.go(2)
        after, entry = project.commit(now, back_to(now, past.layer))
        assert after == past.layer
        again, _ = project.commit(after, back_to(now, past.layer).inverse(), undoes=entry)
        assert again == now


def test_nothing_done_is_an_empty_layer(tmp_path: Path) -> None:
    with annotated(tmp_path / "p.citata") as project:
        article = project.article("a-1")
    assert Past(article, "Анна", []).layer == Layer(article, "Анна")
    assert not net("nothing", [])


def test_a_log_that_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    with annotated(tmp_path / "p.citata") as project:
        some_work(project, 5)
        entries = project.history("a-1", project.author)
        article = project.article("a-1")
    with pytest.raises(StaleEdit):
        Past(article, "Анна", entries[1:])
