"""Who may get a project's texts: each host and command is allowed for itself, in this project, on this machine."""

from __future__ import annotations

from pathlib import Path

from core.proposers.consent import VALUE, Consent, consents, withdraw
from core.store import Project

GIVEN = {"host": "one.example:443", "by": "vera", "at": "2026-01-01"}
OTHER = {"host": "two.example:8080", "by": "boris", "at": "2026-01-02", "through": "proxy.example:3128"}


def test_consents_are_read_and_taken_back(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "vera") as project:
        assert consents(project) == []
        for spoilt in ("one.example", {"host": "one.example"}, 7):
            project.set_value(VALUE, spoilt)
            assert consents(project) == []
        project.set_value(VALUE, [GIVEN, {"host": 1}, "x", {"host": "h", "by": "b"}, OTHER])
        assert consents(project) == [Consent(**GIVEN), Consent(**OTHER)]
        withdraw(project, "three.example")
        assert consents(project) == [Consent(**GIVEN), Consent(**OTHER)]
        withdraw(project, "one.example:443")
        assert project.value(VALUE) == [OTHER]
        withdraw(project, "two.example")
        assert project.value(VALUE) is None
