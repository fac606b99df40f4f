"""The program's start: a command goes to the command line without importing Qt; anything else opens the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Run ``citata``: with a command or option the command line; alone, with a project or with files the window."""
    argv = sys.argv[1:]
    from core.cli import COMPLETE, commands
    from core.cli import main as run

    if COMPLETE in os.environ:  # a shell asks how a command line may go on: nothing is opened
        run(args=[], prog_name="citata", complete_var=COMPLETE)
    elif argv and (argv[0] in commands() or argv[0].startswith("-") or _is_misspelt(argv[0])):
        run(args=argv, prog_name="citata")
    else:
        sys.exit(open_window(argv))


def _is_misspelt(word: str) -> bool:
    """Tell whether a first argument looks like a misspelt command: no file, no folder, no suffix."""
    return "/" not in word and "\\" not in word and not Path(word).suffix and not Path(word).exists()


def open_window(argv: list[str]) -> int:
    """Open the window and return its exit code; 1 with a sentence where Qt's libraries are missing."""
    if not has_qt():
        return 1
    from gui.app import run

    return run(argv)


def has_qt() -> bool:
    """Tell whether Qt's libraries are there; where they are not, say which Debian packages bring them."""
    from core.errors import UserError
    from core.language import sentence
    from gui.libraries import missing

    lacking = missing()
    if lacking:
        packages = " ".join(sorted(set(lacking.values())))
        error = UserError("qt-missing", libraries=", ".join(lacking), packages=packages)
        print(f"citata: {sentence(error)}", file=sys.stderr)
    return not lacking


if __name__ == "__main__":
    main()
