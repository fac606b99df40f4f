"""Write ``docs/keys.md`` from the table of commands: ``python tools/keys_page.py``.

The Russian words are those of ``resources/i18n/citata_ru.ts``, compiled first where it is newer.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.commands.row import TEXT
from gui.commands.table import COMMANDS, MENUS
from gui.look.languages import Translations, tr
from tools.qm import compile_stale

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"


def page() -> str:
    """Return the page: a table a menu, each command with its keys in English and Russian words."""
    english, russian = (dict(_words(language)) for language in ("en", "ru"))
    lines = [
        "# Keys",
        "",
        "Written from the table of commands by `python tools/keys_page.py`. Keys are physical: they work under",
        "any layout, the Russian one too, by the Latin letter on the key; a sign that the layout itself types is that",
        "sign (`?`, `.` and `,` stand elsewhere on a Russian keyboard). Those marked • work while the text has the",
        "keyboard, the others anywhere in the window. All can be changed: Help → Change shortcuts.",
    ]
    for menu, _ in (*MENUS, ("", "")):
        rows = [command for command in COMMANDS if command.id and command.menu == menu]
        if not rows:
            continue
        title = english.get(menu, "In no menu").replace("&", "")
        lines += ["", f"## {title}", "", "| key | command | команда |", "| --- | --- | --- |"]
        for command in rows:
            shown = dict.fromkeys(key.replace("Return", "Enter") for key in command.keys)
            keys = ", ".join(f"`{key}`" for key in shown) or "–"
            where = " •" if command.scope == TEXT and command.keys else ""
            words = (table[command.id].replace("&", "").rstrip("…") for table in (english, russian))
            lines.append(f"| {keys}{where} | " + " | ".join(words) + " |")
    return "\n".join(lines) + "\n"


def _words(language: str) -> Iterator[tuple[str, str]]:
    """Yield the words of menus and commands in a language."""
    translations = Translations()
    translations.use(language)
    yield from ((menu, tr(text)) for menu, text in MENUS)
    yield from ((command.id, tr(command.text)) for command in COMMANDS if command.id)


if __name__ == "__main__":
    app = QCoreApplication.instance() or QCoreApplication([])
    compile_stale()
    PAGE.write_text(page(), encoding="utf-8")
