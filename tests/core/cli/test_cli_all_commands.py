"""Every command, walked: what it takes (options, kinds of values, defaults, choices), and what it says of no file.

What it takes is kept in a golden file: a changed default or an option that is gone breaks people's scripts, and a page
of help does not show all of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from core.cli import COMPLETE, FAMILIES, commands, main
from tests.command_lines import context
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "commands"
WITHOUT: dict[str, tuple[str, ...]] = {
    "annotate": ("no.txt", "-o", "out.jsonl"), "import": ("p.citata", "no.txt"), "export": ("no", "-o", "out.jsonl"),
    "search": ("no", "мост"), "evaluate": ("no.jsonl", "no-2.jsonl"), "agree": ("no.jsonl", "no-2.jsonl"),
    "assign": ("no", "--to", "anna"), "report": ("no", "-o", "out.html"), "page": ("no", "-o", "out.html"),
    "merge": ("no", "no-2"), "history": ("no", "a-1"), "completion": ("csh",), "man": ("odd",),
}  # fmt: skip
"""What a command is given that finds no file, or has no such argument; others get the name of a project alone."""


def kind(type_: click.ParamType[Any]) -> str:
    """Return a kind of values on one line: its bounds, its choices, what a file may be."""
    told: dict[str, Any] = {**type_.to_info_dict()}
    if isinstance(type_, click.Choice):
        return f"one of {' '.join(map(str, type_.choices))}"
    if isinstance(type_, click.Path):
        return f"path to {type_.type.__name__ if isinstance(type_.type, type) else 'text'}" + (
            " or -" if type_.allow_dash else ""
        )
    bounds = "".join(f" {name}={told[name]}" for name in ("min", "max") if told.get(name) is not None)
    return f"{type_.name}{bounds}"


def taken(param: click.Parameter, ctx: click.Context) -> str:
    """Return all that a parameter is on one line: names, kind, default, and what is out of the ordinary."""
    default = param.get_default(ctx)
    parts = [" ".join([*param.opts, *param.secondary_opts]), f"as {param.name}", kind(param.type)]
    parts += [f"default {default!r}"] if isinstance(default, str | int | float) else []
    parts += [f"{param.nargs} values"] if param.nargs != 1 else []
    parts += [f"metavar {param.metavar}"] if param.metavar else []
    parts += [f"environment {param.envvar}"] if param.envvar else []
    for name in ("required", "multiple", "is_flag", "is_eager", "show_default", "hidden", "count"):
        parts += [name] if getattr(param, name, False) else []
    return "; ".join([*parts, *([] if param.expose_value else ["not passed on"])])


def declared(ctx: click.Context) -> str:
    one, name = ctx.command, ctx.info_name
    rows = [taken(param, ctx) for param in one.get_params(ctx)]
    return "\n".join([f"{name}: {one.get_short_help_str(200)}", *(f"  {row}" for row in rows)])


@pytest.mark.parametrize("name", commands())
def test_what_a_command_takes_and_what_it_says_of_no_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, [name, *WITHOUT.get(name, ("no.citata",))], prog_name="citata")
    helped = CliRunner().invoke(main, [name, "-h"], prog_name="citata", terminal_width=100)
    said = f"[{done.exit_code}]\n{done.stdout}{done.stderr}"
    same_as_golden(GOLDEN / f"{name}.txt", f"{declared(context(name))}\n\n{said}\n{helped.output}")
    if name != "import":  # which makes its project before it knows that there is nothing to bring in
        assert not list(tmp_path.iterdir())


def test_the_program_itself_and_the_order_of_its_commands() -> None:
    helped = CliRunner().invoke(main, ["--help"], prog_name="citata", terminal_width=100)
    told = f"{declared(context())}\n\n{COMPLETE}\n\n{helped.output}"
    same_as_golden(GOLDEN / "citata.txt", told)
    assert [name for names in FAMILIES.values() for name in names] == list(commands())
    done = CliRunner().invoke(main, [])
    assert (done.exit_code, done.output.startswith("Usage: ")) == (2, True)
