"""The program's start: a command goes to the command line without importing Qt; anything else opens the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from core.collecting import without_collecting

COMPLETE = "_CITATA_COMPLETE"
"""``core.cli.COMPLETE``, known without reading the command line's code."""


def main() -> None:
    """Run ``citata``: with a command or option the command line; alone, with a project or with files the window."""
    argv = sys.argv[1:]
    if COMPLETE in os.environ:  # a shell asks how a command line may go on: nothing is opened
        from core.cli import main as run

        run(args=[], prog_name="citata", complete_var=COMPLETE)
    elif argv and (argv[0].startswith("-") or _is_command(argv[0]) or _is_misspelt(argv[0])):
        from core.cli import main as run

        run(args=argv, prog_name="citata")
    else:
        sys.exit(open_window(argv))


def _is_command(word: str) -> bool:
    """Tell whether a first argument is a command; for the name of a file the command line is not even read."""
    if "/" in word or "\\" in word or Path(word).suffix:
        return False
    from core.cli import commands

    return word in commands()


def _is_misspelt(word: str) -> bool:
    """Tell whether a first argument looks like a misspelt command: no file, no folder, no suffix."""
    return "/" not in word and "\\" not in word and not Path(word).suffix and not Path(word).exists()


def open_window(argv: list[str]) -> int:
    """Open the window and return its exit code; 1 with a sentence where Qt's libraries are missing."""
    if not has_qt():
        return 1
    with without_collecting():
        read_quickly()
        from gui.app import run

    return run(argv)


def read_quickly() -> None:
    """Import PySide6 so that the modules after it are imported a fifth faster.

    PySide6 searches the source of every module that is imported after it for its own name, so that a module can switch
    its spelling (``from __feature__ import snake_case``). We switch nothing; told that a module uses it, it does not
    search. Another release may do this otherwise: then all is as it was.
    """
    import PySide6.QtCore  # noqa: F401 (what is looked for is there after it)

    feature = vars(sys.modules.get("shibokensupport.feature", sys))
    if "_mod_uses_pyside" in feature:
        feature["_mod_uses_pyside"] = lambda _: True


def has_qt() -> bool:
    """Tell whether Qt's libraries are there; where they are not, say which Debian packages bring them."""
    from gui.libraries import missing

    lacking = missing()
    if lacking:
        from core.errors import UserError
        from core.language import sentence

        packages = " ".join(sorted(set(lacking.values())))
        error = UserError("qt-missing", libraries=", ".join(lacking), packages=packages)
        print(f"citata: {sentence(error)}", file=sys.stderr)
    return not lacking


if __name__ == "__main__":
    main()
