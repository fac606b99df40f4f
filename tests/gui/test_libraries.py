"""Missing system libraries are named with their packages, before Qt is imported."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gui import launch, libraries
from tests.paths import ROOT


def test_the_list_for_the_readme_and_ci_is_the_programs_own() -> None:
    ours = {package for _, package in (*libraries.ALWAYS, *libraries.X11, *libraries.WAYLAND)}
    assert set((ROOT / "docs" / "debian-packages.txt").read_text().split()) == ours


def test_the_readme_has_all_packages_in_one_line() -> None:
    line = next(line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if "libegl1" in line)
    assert set((ROOT / "docs" / "debian-packages.txt").read_text().split()) <= set(line.split())


def test_each_display_needs_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert set(libraries.needed()) == {*libraries.ALWAYS, *libraries.X11}
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert libraries.needed() == libraries.ALWAYS
    monkeypatch.setattr(sys, "platform", "darwin")
    assert libraries.missing() == {}


def test_a_missing_library_is_named_with_its_package_and_not_by_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "needed", lambda: (("libnever-there.so.9", "libnever9"),))
    assert launch.open_window([]) == 1
    said = capsys.readouterr().err
    assert "libnever-there.so.9" in said
    assert "apt-get install libnever9" in said


def test_the_check_needs_no_qt() -> None:
    code = "import sys, gui.libraries as l; l.missing(); print([m for m in sys.modules if m.startswith('PySide6')])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"
