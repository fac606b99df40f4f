"""``make demo``: build the sample project, pre-annotate it, export it, and open the window on its first article."""

from __future__ import annotations

import sys
from pathlib import Path

from core.cli.progress import bar
from core.exchange.sample import build_sample
from core.exchange.transfer import export_project
from core.preannotate import Annotator
from gui.launch import has_qt, open_window

PROJECT, EXPORT, PICTURE = Path("demo.citata"), Path("demo.jsonl"), Path("demo.png")


def main() -> int:
    """Run the demo in the current folder; without a display the window is rendered to ``demo.png``."""
    for old in PROJECT.parent.glob(f"{PROJECT.name}*"):
        if old.is_file():
            old.unlink()
    with bar("Pre-annotating the sample articles", 10) as shown:
        build_sample(PROJECT, "demo", Annotator(), shown).close()
    print(f"Project: {PROJECT.resolve()}")
    from core.store import Project

    with Project.open(PROJECT, "demo", read_only=True) as project:
        export_project(project, EXPORT)
    print(f"Export:  {EXPORT.resolve()}")
    if not has_qt():
        return 1
    from gui.app import has_display, render

    if has_display():
        return open_window([str(PROJECT)])
    render(PROJECT, PICTURE)
    print(f"There is no display here, so the window was rendered to {PICTURE.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
