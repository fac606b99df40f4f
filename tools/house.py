"""Draw the packages from the import contract: ``python tools/house.py`` writes them into ``docs/house.md``.

The layers stand in ``[tool.importlinter]`` of ``pyproject.toml``; what a wing is for is the first line of its package's
docstring. ``--check`` changes nothing and fails where the drawing is out of date or the page names a file that is gone.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "house.md"
BEGIN, END = "<!-- wings: written by tools/house.py -->\n", "<!-- end of wings -->\n"
_NAMED = re.compile(r"`((?:core|gui|resources|tests|tools|docs|bench)/[\w./-]+)`")


def layers() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each layers contract as its root package and its layers, the upper ones first; modules by full name."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in pyproject["tool"]["importlinter"]["contracts"]:
        if contract["type"] != "layers":
            continue
        containers = contract.get("containers", [""])
        for container in containers:
            rows = [re.split(r"\s*[|:]\s*", row) for row in contract["layers"]]
            named = [[f"{container}.{name.strip('() ')}".strip(".") for name in row] for row in rows]
            yield container or named[0][0].split(".")[0], named


def purpose(module: str) -> str:
    """Return what a package or module is for: the first sentence of its docstring; empty where there is none."""
    path = ROOT.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    if not source.exists():
        return ""
    words = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return re.split(r"(?<=[.:;])\s|\n", words, maxsplit=1)[0].rstrip(".:;").replace('"', "'")


def drawing() -> str:
    """Return the wings as Mermaid flow charts, one a package: upper layers import lower ones."""
    return "\n".join(_chart(package, rows) for package, rows in layers())


def _chart(package: str, rows: Sequence[Sequence[str]]) -> str:
    lines = ["```mermaid", "flowchart TD"]
    for at, row in enumerate(rows):
        lines.append(f'  subgraph layer{at}[" "]')
        lines.append("    direction LR")
        for module in row:
            words = purpose(module)
            name = module.removeprefix(f"{package}.")
            lines.append(f'    {module.replace(".", "_")}["<b>{name}</b><br>{words}"]')
        lines.append("  end")
    lines += [f"  layer{at} --> layer{at + 1}" for at in range(len(rows) - 1)]
    return "\n".join([*lines, "```", ""])


def page(old: str) -> str:
    """Return the page with the drawing made anew; ValueError where the page has no room for it."""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} has no lines {BEGIN.strip()} and {END.strip()}")
    return before + BEGIN + drawing() + END + after


def missing(text: str) -> list[str]:
    """Return the files and folders that a page names and that do not exist."""
    return sorted({name for name in _NAMED.findall(text) if not (ROOT / name).exists()})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where the page is out of date")
    check = parser.parse_args().check
    old = PAGE.read_text(encoding="utf-8")
    new = page(old)
    if not check:
        PAGE.write_text(new, encoding="utf-8")
        return 0
    faults = [f"{PAGE.name} names {name}, which does not exist" for name in missing(old)]
    if new != old:
        faults.append(f"{PAGE.name} is out of date: run python tools/house.py")
    print("\n".join(faults), end="\n" if faults else "")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
