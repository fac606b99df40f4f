"""``citata completion`` and ``man``: what a shell and a system learn of the commands from their own help."""

from __future__ import annotations

import click

from core.cli.command import Command, command
from core.language import tr

SHELLS = ("bash", "zsh", "fish")


@command()
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script that completes citata's commands, options and files in a SHELL.

    bash: citata completion bash > ~/.local/share/bash-completion/completions/citata

    zsh: citata completion zsh > "${fpath[1]}/_citata"

    fish: citata completion fish > ~/.config/fish/completions/citata.fish

    Completing opens no window and no project.
    """
    from click.shell_completion import get_completion_class

    from core.cli import COMPLETE, main

    made = get_completion_class(shell)
    assert made is not None
    asked = made(main, {}, "citata", COMPLETE)
    click.echo(asked.source_template % asked.source_vars())


@command()
def man() -> None:
    """Print the manual page of citata, for man: citata man > ~/.local/share/man/man1/citata.1"""
    from core.cli import main, version

    page = manual_page(main, version())
    click.echo(page)


def manual_page(main: click.Group, version: str) -> str:
    """Return the manual page in roff, made from the help of every command, in the user's language."""
    ctx = click.Context(main, info_name="citata", **main.context_settings)
    short = main.get_short_help_str(200).rstrip(".")
    about = _roff(tr("User commands"))
    lines = [f'.TH CITATA 1 "" "citata {_roff(version)}" "{about}"']
    lines += [_head(tr("NAME")), rf"citata \- {_roff(short)}"]
    lines += [_head(tr("SYNOPSIS")), ".B citata", _roff(" ".join(main.collect_usage_pieces(ctx)))]
    lines += [_head(tr("DESCRIPTION")), *_paragraphs(main.help or "")]
    lines += [_head(tr("OPTIONS")), *_options(main, ctx), _head(tr("COMMANDS"))]
    for name in main.list_commands(ctx):
        one = main.get_command(ctx, name)
        assert one is not None
        inner = click.Context(one, info_name=name, parent=ctx)
        usage = " ".join(one.collect_usage_pieces(inner))
        lines += [f".SS citata {name} {_roff(usage)}", *_paragraphs(one.help or ""), *_options(one, inner)]
    assert isinstance(main, Command)
    lines.append(_head(tr("EXIT STATUS")))
    for code, words in sorted(main.exits.items()):
        lines += [".TP", f".B {code}", _roff(tr(words))]
    lines += [_head(tr("ENVIRONMENT")), ".TP", ".B CITATA_AUTHOR", _roff(tr("The name that the log gets."))]
    return "\n".join(lines)


def _head(title: str) -> str:
    return f".SH {_roff(title)}"


def _options(one: click.Command, ctx: click.Context) -> list[str]:
    """Return the options of a command as a list of terms and what they mean."""
    lines = []
    for param in one.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None and record[1]:
            lines += [".TP", f".B {_roff(record[0])}", _roff(record[1])]
    return lines


def _paragraphs(help_text: str) -> list[str]:
    return [line for part in help_text.split("\n\n") for line in (".PP", _roff(" ".join(part.split())))]


def _roff(words: str) -> str:
    """Return words as roff takes them: hyphens as typed, breaks after |, no request at the start."""
    safe = words.replace("\\", "\\e").replace("-", "\\-").replace("|", "|\\:")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


COMMANDS = (completion, man)
