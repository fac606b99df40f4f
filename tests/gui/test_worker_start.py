"""However the program was started: a worker process runs that start again as its main module, and nothing of Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

CODE = """
import sys
import gui.app
main = sys.modules["__main__"]
main.__file__ = sys.argv[1]
from core.formats.base import make_article
from core.preannotate.bulk.pool import Pool
from tests.bulk_hooks import Seen
for _, found in Pool(Seen, 1).each([make_article("a", None, "Слово.")]):
    print(found)
"""
SCRIPT = """
import sys
from gui.launch import main
if __name__ == "__main__":
    sys.exit(main())
"""
"""What pip makes of the entry point."""


@pytest.mark.parametrize("start", ["citata", "packaging/start.py", "gui/__main__.py", "gui/launch.py", "gui/demo.py"])
def test_no_worker_imports_qt(tmp_path: Path, start: str) -> None:
    path = ROOT / start
    if start == "citata":
        path = tmp_path / start
        path.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", CODE, path], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert f"({[] if start == 'gui/launch.py' else ['gui', 'gui.launch']} 1)" in done.stdout
