"""Files that come to the window from outside, dropped or named on the command line, and are no project.

The window imports this when such a file comes: a start with a project does not read the code of imports.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.errors import UserError
from gui.desk.desk import Desk
from gui.exchange.fresh_project import open_with_files
from gui.exchange.importing import start_import
from gui.exchange.source import sources_in


def take_sources(desk: Desk, paths: list[Path], named: list[Path], show: Callable[[list[Path]], object] | None) -> None:
    """Import ``named``, what of ``paths`` is no project; ``show``: what shows the files to be imported first."""
    found = sources_in(named)
    project = desk.session.project
    if not found:
        return
    if project is None:
        open_with_files(desk, paths, found)
    elif not desk.session.project_writable:
        desk.show_error(UserError("project-read-only", path=str(project.path)))
    elif show is not None:
        show(named)
    else:
        start_import(desk, found)
