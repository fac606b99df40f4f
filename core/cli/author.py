"""Who works at the command line."""

from __future__ import annotations

import getpass


def author_name() -> str:
    """Return the name that the log gets: the user's on this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "citata"
