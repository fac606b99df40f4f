"""The language of what core says to people: sentences are English in the source and go through ``tr``.

The window chooses it (``gui.look.languages``); the command line takes the system's, by the variables that gettext
knows: LANGUAGE, LC_ALL, LC_MESSAGES, LANG. The translations are those of the window, compiled to ``.mo`` beside them
(``tools/qm.py``), so that what click says is found there too.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from core.errors import Typed, UserError
from core.messages import SENTENCES, reason

T = TypeVar("T")
DOMAIN = "citata"
LANGUAGES = ("en", "ru")
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_chosen: str | None = None


def use(language: str | None) -> None:
    """Speak a language of ``LANGUAGES`` from now on; None: the system's."""
    global _chosen
    _chosen = language


def language() -> str:
    """Return the code of the language that is spoken."""
    return _chosen or system_language()


def system_language() -> str:
    """Return the first language that the environment asks for and that we have; English else."""
    asked = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    codes = (name.split(".")[0].split("@")[0].split("_")[0].lower() for name in asked.split(":"))
    return next((code for code in codes if code in LANGUAGES), "en")


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, languages=[code], fallback=True)


def tr(source: str, n: int | None = None, /, **facts: object) -> str:
    """Return ``source`` in the language, ``{names}`` filled from ``facts``, ``%n`` and the plural from ``n``.

    ``source`` must be a literal, or marked with ``mark``: tools/translations.py finds sentences in the syntax tree.
    """
    known = _catalogue(language())
    if n is None:
        text = known.gettext(source) if source else ""
    else:
        text = known.ngettext(source, source, n).replace("%n", number(n))
    return text.format_map(facts) if facts else text


def number(value: float, places: int = 0) -> str:
    """Return a number with its thousands and its decimals parted as the language does."""
    text = f"{value:,.{places}f}"
    return text.translate({ord(","): "\u00a0", ord("."): ","}) if language() == "ru" else text


def moment(at: datetime, *, seconds: bool = False) -> str:
    """Return a moment in the local time as the language writes it: ``28.11.2026 14:07``, in English ISO 8601."""
    day, second = "%d.%m.%Y" if language() == "ru" else "%Y-%m-%d", ":%S" if seconds else ""
    return f"{at.astimezone():{day} %H:%M{second}}"


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


def day_words(value: str) -> str:
    """Return a date of an article (ISO 8601, the time left out) as the language writes it; anything else as it is."""
    found = _DAY.fullmatch(value) if language() == "ru" else None
    return value if found is None else f"{found[3]}.{found[2]}.{found[1]}"


def letters(text: str) -> str:
    """Return what words are sorted by: no case, Ё after Е (in Unicode it stands apart, before А or after я)."""
    return text.casefold().replace("ё", "е\uffff")


def by_letters(named: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Return what bears names in the order of their letters."""
    return sorted(named, key=lambda one: letters(one[0]))


def mark(source: str) -> str:
    """Return ``source`` itself: marks a sentence in a table, which ``tr`` translates later."""
    return source


def sentence(error: UserError) -> str:
    """Return the sentence about a known error, with its position in a file in front where it has one."""
    facts = error.facts
    template = SENTENCES.get(error.code)
    said = reason(error.code, facts) if template is None else reason(error.code, _shown(facts), tr(template))
    if not facts.get("source") or "line" not in facts:
        return said
    where = [str(facts["source"])]
    if facts["line"]:
        where.append(tr("line {line}", line=facts["line"]))
    if facts.get("field"):
        where.append(str(facts["field"]))
    return f"{', '.join(where)}: {said}"


def _shown(facts: Mapping[str, object]) -> dict[str, object]:
    """Return ``facts`` with those reasons translated that are sentences of ours, numbers as it has them."""
    return {name: shown(value, tr) for name, value in facts.items()}


class Count(int):
    """A number that a sentence may ask to have parted by thousands (``{count:,}``), as the language does."""

    def __format__(self, spec: str) -> str:
        return number(self) if spec == "," else super().__format__(spec)


def shown(value: object, translate: Callable[[str], str]) -> object:
    """Return a fact of a sentence as it is shown; an error in it as its own sentence."""
    if isinstance(value, UserError):
        facts = {name: shown(one, translate) for name, one in value.facts.items()}
        return reason(value.code, facts, translate(SENTENCES.get(value.code, value.code))).removesuffix(".")
    if isinstance(value, str) and value and not isinstance(value, Typed):
        return translate(value)
    return Count(value) if type(value) is int else value


def say_as_click() -> None:
    """Have click's own words ("Usage", "No such option") come from our catalogue."""
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
