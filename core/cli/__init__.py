"""The command line: one module a family of commands, loaded when one of them is asked for. Nothing here imports Qt.

A trouble of the world is one sentence on standard error and exit code 1; wrong usage is 2 (click's).
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from core.language import mark, say_as_click, sentence, tr

say_as_click()  # before click makes its own options, whose help it translates at once

import click  # noqa: E402
from click.shell_completion import CompletionItem  # noqa: E402

from core.cli.command import FOUND, Command, Option, fail, prepare_streams  # noqa: E402
from core.errors import UserError  # noqa: E402

FAMILIES: dict[str, tuple[str, ...]] = {
    "annotate": ("annotate",),
    "transfer": ("import",),
    "export": ("export",),
    "search": ("search",),
    "counts": ("counts",),
    "evaluate": ("evaluate",),
    "proposers": ("proposers",),
    "review": ("agree", "assign", "status"),
    "reports": ("ledger", "report", "page"),
    "sources": ("sources",),
    "learn": ("learn",),
    "project": ("verify", "restore", "backup", "merge", "compact", "history"),
    "shell": ("completion", "man"),
}
"""The modules of this package and the commands that each has in its ``COMMANDS``."""
COMPLETE = "_CITATA_COMPLETE"
"""The variable in which a shell asks what a half-written command line may go on with."""


class Commands(Command, click.Group):
    """The group of all commands; loads those that are asked for, turns a ``UserError`` into its sentence."""

    def main(self, *args: Any, **attributes: Any) -> Any:
        prepare_streams()
        return super().main(*args, **attributes)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            fail(sentence(error))

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for family, names in FAMILIES.items():
            if cmd_name in names:
                made: Sequence[click.Command] = importlib.import_module(f"{__name__}.{family}").COMMANDS
                return next(command for command in made if command.name == cmd_name)
        return None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands or options; where no command begins so, files, which the window opens. Loads no command."""
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        names = [CompletionItem(name) for name in commands() if name.startswith(incomplete)]
        return names or [CompletionItem(incomplete, type="file")]  # bash takes names and files not together


def version() -> str:
    """Return the version of the installed program."""
    import importlib.metadata

    try:
        return importlib.metadata.version("citata")
    except importlib.metadata.PackageNotFoundError:
        return tr("0 (not installed)")


def _print_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"citata, version {version()}")
        ctx.exit()


def _desktop(ctx: click.Context, option: click.Parameter, asked: bool) -> None:
    """Put Citata among the desktop's programs, or take it away."""
    if not asked or ctx.resilient_parsing:
        return
    from core.cli import desktop

    install = option.name == "install_desktop"
    try:
        paths = desktop.install() if install else desktop.uninstall()
    except UserError as error:
        fail(sentence(error))
    for path in paths:
        click.echo(tr("Written: {path}", path=path) if install else tr("Removed: {path}", path=path))
    if not paths:
        click.echo(tr("Nothing of Citata is there."))
    ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    exits={FOUND: mark("verify found something, or merge left conflicts")},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    cls=Option,
    help="Show the version and exit.",
)
@click.option(
    "--install-desktop",
    is_flag=True,
    expose_value=False,
    callback=_desktop,
    cls=Option,
    help="Put Citata into this desktop's menu, and have it open .citata files by a double click (Linux).",
)
@click.option(
    "--remove-desktop",
    is_flag=True,
    expose_value=False,
    callback=_desktop,
    cls=Option,
    help="Take it out of this desktop's menu again.",
)
def main() -> None:
    """Annotate who said what in Russian press texts.

    Without a command, citata opens its window: alone, on a project (citata work.citata), or on files
    (citata article.txt more.jsonl).

    Where a command reads or writes a file of texts or annotations, - is standard input or output.
    """


def commands() -> Sequence[str]:
    """Return the names of all commands, for ``gui.launch``."""
    return tuple(name for names in FAMILIES.values() for name in names)
