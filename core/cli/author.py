"""Who works at the command line."""

from __future__ import annotations

import getpass

from core.cli.command import option


def author_name() -> str:
    """Return the name that the log gets: the user's on this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "citata"


author_option = option("--author", envvar="CITATA_AUTHOR", help="Your name for the log; by default your user name.")
