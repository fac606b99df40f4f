"""A compacted log: shorter, the states at chosen points kept, replay and merging as before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.model import Range, Status, edits
from core.store import Points, Project, backups_of, compact, log, merge_copy, repair, verify
from tests.store_samples import annotated, do, some_work, work


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A layer worked on for three days by two people, done at the end of the second."""
    found = tmp_path / "п.citata"
    moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
    ticks = iter(range(10**6))
    monkeypatch.setattr(log, "now", lambda: log.written(moment + timedelta(minutes=next(ticks) // 4)))
    with annotated(found) as project:
        for day in range(3):
            ticks = iter(range(day * 4 * 60 * 24, 10**6))
            some_work(project, 6)
            if day == 1:
                do(project, edits.set_status(work(project), Status.DONE))
            edit = edits.toggle_flag(work(project), "q_1", "unsure")
            _, entry = project.commit(work(project), edit)
            project.commit(work(project), edit.inverse(), undoes=entry)
        layer = work(project)
        project.author = "Борис"
        project.commit(layer, edits.set_note(layer, "q_1", "не Анна"))
    monkeypatch.undo()
    return found


LATER = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("points", "kept"), [(Points.DAYS, 5), (Points.STATUSES, 3), (Points.LAST, 2)]
)  # fmt: skip
def test_the_log_is_shorter_and_the_chosen_states_stay(path: Path, points: Points, kept: int) -> None:
    with Project.open(path, "Анна") as project:
        before = {entry.id: project.layer_at("a-1", "Анна", entry.id) for entry in project.history("a-1", "Анна")}
        now = work(project)
        done = compact(project, LATER, points)
        assert work(project) == now
        history = project.history("a-1", "Анна")
        assert len(history) == kept
        assert all(project.layer_at("a-1", "Анна", entry.id) == before[entry.id] for entry in history)
        assert [entry.author for entry in history[-2:]] == ["Анна", "Борис"]
        assert all(entry.undoes is None for entry in history)
        assert done.after == kept + 1  # and the pre-annotation's
        assert done.before > done.after
        assert done.bytes_after < done.bytes_before
        assert "before-compaction" in [backup.why for backup in backups_of(path)]
        again = compact(project, LATER, points)
        assert again.before == again.after == done.after
        layer, entry = project.commit(work(project), edits.set_note(work(project), "q_2", "дальше"))
        assert project.layer_at("a-1", "Анна", entry) == layer
    assert verify(path).findings == []


def test_the_state_of_done_stays_where_status_changes_are_points(path: Path) -> None:
    with Project.open(path, "Анна") as project:
        compact(project, LATER, Points.STATUSES)
        states = [project.layer_at("a-1", "Анна", entry.id) for entry in project.history("a-1", "Анна")]
    assert Status.DONE in [state.head.status for state in states[:-2]]


def test_younger_edits_are_left_alone(path: Path) -> None:
    with Project.open(path, "Анна") as project:
        whole = len(project.history("a-1", "Анна"))
        assert compact(project, datetime(2026, 1, 1, tzinfo=UTC)).after == whole + 1
        compact(project, datetime(2026, 3, 3, tzinfo=UTC))
        history = project.history("a-1", "Анна")
        assert [entry.edit.name for entry in history[:3]] == ["compacted"] * 3  # day, done, day
        assert "compacted" not in [entry.edit.name for entry in history[3:]]
        assert len(history) > 8


def test_a_compacted_copy_still_merges(path: Path) -> None:
    other = path.with_name("их.citata")
    with Project.open(path, "Анна") as project:
        project.save_copy(other)
        compact(project, LATER)
        with Project.open(other, "Анна") as theirs:
            expected = do(theirs, edits.add_entity("LOC", Range(0, 5)))
        assert merge_copy(project, other).forwarded == [("a-1", "Анна")]
        assert work(project).items == expected.items
    with Project.open(other, "Анна") as theirs:
        assert not merge_copy(theirs, path).changed
        with Project.open(path, "Анна") as project:
            do(project, edits.set_note(work(project), "e_1", "здесь"))
        assert merge_copy(theirs, path).forwarded == [("a-1", "Анна")]
        do(theirs, edits.set_note(work(theirs), "e_1", "там"))
        with Project.open(path, "Анна") as project:
            do(project, edits.set_note(work(project), "e_2", "тут"))
            assert merge_copy(project, other).conflicts == 0
            compact(project, datetime.now(UTC) + timedelta(days=1), Points.LAST)
            assert not merge_copy(project, other).changed
    assert verify(path).findings == []
    assert verify(other).findings == []


def test_a_layer_that_ends_as_it_began_keeps_an_entry(tmp_path: Path) -> None:
    with annotated(tmp_path / "п.citata") as project:
        layer = work(project, "a-2")
        edit = edits.add_entity("ORG", Range(0, 5))
        changed, entry = project.commit(layer, edit)
        project.commit(changed, edit.inverse(), undoes=entry)
        compact(project, datetime.now(UTC) + timedelta(days=1), Points.LAST)
        (only,) = project.history("a-2", "Анна")
        assert (only.edit.removed, only.edit.added) == ((), ())
    assert verify(tmp_path / "п.citata").findings == []


def test_what_was_merged_from_others_outlives_the_entry_that_took_it(path: Path) -> None:
    other, third = path.with_name("их.citata"), path.with_name("третья.citata")
    with Project.open(path, "Анна") as project:
        project.save_copy(other)
        project.save_copy(third)
        with Project.open(other, "Анна") as theirs:
            do(theirs, edits.set_note(work(theirs), "e_1", "там"))
        do(project, edits.set_note(work(project), "e_2", "тут"))
        assert merge_copy(project, other).changed
        do(project, edits.set_note(work(project), "q_2", "потом"))
        compact(project, datetime.now(UTC) + timedelta(days=1), Points.LAST)
        assert not merge_copy(project, other).changed
    with Project.open(third, "Анна") as last:
        assert merge_copy(last, path).changed
        assert not merge_copy(last, other).changed  # it came with the first copy, though the log was compacted there
    for one in (path, other, third):
        assert verify(one).findings == []


def test_a_compacted_file_needs_no_repair(path: Path, tmp_path: Path) -> None:
    """The backups still have the entries that were made one; they are no part of its log any more."""
    with Project.open(path, "Анна") as project:
        compact(project, datetime.now(UTC) + timedelta(days=1), Points.LAST)
        before = project.history("a-1", "Анна")
    assert repair(path, tmp_path / "new.citata").repaired == []
    with Project.open(tmp_path / "new.citata", "Анна") as project:
        assert project.history("a-1", "Анна") == before


def test_an_edit_of_the_very_moment_is_left_alone(path: Path) -> None:
    """Older than the moment: what was made at it is not."""
    with Project.open(path, "Анна") as project:
        days = sorted({entry.at for entry in project.history("a-1", "Анна")})
        young = [entry for entry in project.history("a-1", "Анна") if entry.at >= days[2]]
        compact(project, days[2], Points.LAST)
        history = project.history("a-1", "Анна")
        assert history[-len(young) :] == young
        assert [entry.edit.name for entry in history[: -len(young)]] == ["compacted"]
        compact(project, days[2] + timedelta(microseconds=1), Points.LAST)
        assert [entry.at for entry in project.history("a-1", "Анна")] == [
            days[2], *(entry.at for entry in young if entry.at > days[2]),
        ]  # fmt: skip
