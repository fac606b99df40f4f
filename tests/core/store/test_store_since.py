"""How much was done since a moment; what the user is told once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.errors import UserError
from core.store import Project, back_up_now, backups_of, edits_since
from tests.store_samples import annotated, some_work


def test_edits_are_counted_from_a_backup_on(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    with annotated(path) as project:
        back_up_now(path, "manual")
        some_work(project, 3)
        back_up_now(path, "before-merge")
        some_work(project, 2)
        moments = {backup.why: backup.at for backup in backups_of(path)}
        counted = edits_since(path, [moments["before-merge"], moments["manual"]])
        assert counted == [2, 6]  # three edits of the first span, and the start before them
        assert edits_since(path, [datetime.now(UTC), datetime.now(UTC) - timedelta(days=9)]) == [0, 7]
        assert edits_since(path, []) == []


def test_what_is_no_project_has_no_edits(tmp_path: Path) -> None:
    bad = tmp_path / "p.citata"
    bad.write_bytes(b"no project")
    with pytest.raises(UserError) as caught:
        edits_since(bad, [datetime.now(UTC)])
    assert caught.value.code == "file-not-ours"


def test_a_notice_is_given_once(tmp_path: Path) -> None:
    path = tmp_path / "p.citata"
    annotated(path).close()
    (tmp_path / "p.citata-backups").write_text("a file in the folder's place", "utf-8")
    with Project.open(path, "Анна") as project:
        assert project._daily is not None
        project._daily.wait()
        (notice,) = project.take_notices()
        assert notice.code == "backup-failed"
        assert project.take_notices() == []
