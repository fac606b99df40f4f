"""Collect the sentences of window and command line, keep the ``.ts`` files in step, compile them (``tools/qm.py``).

``python tools/translations.py`` updates and compiles. ``--check`` changes no ``.ts``; it fails where a sentence has no
translation, a translation no sentence any more, or a placeholder is missing.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import click

from core.cli import commands
from core.cli import main as main_command
from core.cli.command import Command, Option
from core.messages import REASONS, SENTENCES
from core.report import reasons
from gui.look.languages import CONTEXT
from tools.qm import FOLDER, compile_stale

ROOT = Path(__file__).resolve().parents[1]
FORMS: dict[str, int] = {"en": 2, "ru": 3}
"""Plural forms by language; English needs translations for its plurals alone."""
_FACTS = re.compile(r"\{(\w+)")


class Source(NamedTuple):
    """A sentence of the window; ``plural``: its form depends on a number."""

    text: str
    plural: bool


class Translation(NamedTuple):
    """A sentence in one language: one form, or one for each plural; empty where it is missing."""

    forms: tuple[str, ...]


def collect() -> dict[str, Source]:
    """Return every sentence of window and command line, by its text."""
    known = (*SENTENCES.values(), *REASONS, *reasons.SENTENCES, *command_help())
    found = {text: Source(text, False) for text in known}
    for path in sorted([*(ROOT / "gui").rglob("*.py"), *(ROOT / "core").rglob("*.py")]):
        for source in _sources(ast.parse(path.read_text("utf-8"))):
            old = found.get(source.text)
            found[source.text] = Source(source.text, source.plural or (old is not None and old.plural))
    return found


def command_help() -> Iterator[str]:
    """Yield the help of every command and option as it stands in the source."""
    ctx = click.Context(main_command)
    for one in (main_command, *filter(None, (main_command.get_command(ctx, name) for name in commands()))):
        for part in (one, *one.params):
            if isinstance(part, Command | Option) and part.english_help:
                yield part.english_help


def _sources(tree: ast.AST) -> Iterator[Source]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        first = node.args[0]
        if node.func.id in ("tr", "mark") and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield Source(first.value, len(node.args) > 1)


def wanted(language: str, sources: dict[str, Source]) -> list[Source]:
    """Return the sentences that a language needs translated, sorted by their text."""
    chosen = (source for source in sources.values() if source.text and (source.plural or language != "en"))
    return sorted(chosen)


def read(language: str) -> dict[str, Translation]:
    """Return the translations in a language's ``.ts`` file, by source."""
    path = FOLDER / f"citata_{language}.ts"
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] if translation is not None else []
        if not forms:
            forms = [translation.text or "" if translation is not None else ""]
        found[message.findtext("source", "")] = Translation(tuple(forms))
    return found


def write(language: str, sources: list[Source], known: dict[str, Translation]) -> str:
    """Return the text of a ``.ts`` file with ``sources`` and what is known of their translations."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source in sources:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source.text
        translation = ElementTree.SubElement(message, "translation")
        forms = known[source.text].forms if source.text in known else ()
        if source.plural:
            message.set("numerus", "yes")
            for at in range(FORMS[language]):
                ElementTree.SubElement(translation, "numerusform").text = forms[at] if at < len(forms) else ""
        else:
            translation.text = forms[0] if forms else ""
        if not all(forms) or not forms:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "  ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def faults(language: str) -> list[str]:
    """Return what is wrong with a language's files, each in a sentence; empty where all is well."""
    sources, known = collect(), read(language)
    needed = wanted(language, sources)
    found = [f"{language}: not translated: {one.text!r}" for one in needed if not _whole(one, known, language)]
    names = {one.text for one in needed}
    found += [f"{language}: no such sentence any more: {text!r}" for text in known if text not in names]
    for one in needed:
        for form in known[one.text].forms if one.text in known else ():
            if form and set(_FACTS.findall(form)) != set(_FACTS.findall(one.text)):
                found.append(f"{language}: other placeholders: {one.text!r} and {form!r}")
            if form and one.plural and "%n" not in form:
                found.append(f"{language}: the number is missing: {form!r}")
    return found


def _whole(source: Source, known: dict[str, Translation], language: str) -> bool:
    forms = known[source.text].forms if source.text in known else ()
    return len(forms) == (FORMS[language] if source.plural else 1) and all(forms)


def update() -> None:
    """Bring the ``.ts`` files in step with the sources."""
    sources = collect()
    for language in FORMS:
        ts = FOLDER / f"citata_{language}.ts"
        ts.write_text(write(language, wanted(language, sources), read(language)), "utf-8")


def main() -> int:
    """Run the command; return its exit code."""
    if "--check" not in sys.argv[1:]:
        update()
    compile_stale()
    found = [fault for language in FORMS for fault in faults(language)]
    print("\n".join(found) or "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
