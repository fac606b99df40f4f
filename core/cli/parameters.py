"""Arguments and kinds of values that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from core.exchange.choices import typed_date
from core.language import tr

FILE = click.Path(path_type=Path)
FILE_OR_STREAM = click.Path(path_type=Path, allow_dash=True)
PROJECT = click.argument("project", type=FILE)
OFFSETS = click.Choice(["code-points", "utf-16"])


class Date(click.ParamType[str]):
    """A day, typed as 2026-01-31 or 31.01.2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day in ISO form; a usage error where it is none."""
        day = typed_date(str(value))
        if not day:
            self.fail(tr("{value} is no day. Type it as 2026-01-31 or 31.01.2026.", value=value), param, ctx)
        return day


SHARE = click.FloatRange(0, 1)
