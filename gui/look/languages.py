"""The window's languages: every sentence is English in the source and goes through ``tr``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import as_file, files
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core import language as core_language
from core.errors import UserError
from core.messages import SENTENCES, reason
from gui.look.qt_words import LACKING, QtWords

CONTEXT = "citata"
LANGUAGES: dict[str, str] = {"en": "English", "ru": "Русский"}
"""Codes and own names of the languages that the window speaks."""


def tr(source: str, n: int | None = None, /, **facts: object) -> str:
    """Return ``source`` in the window's language, ``{names}`` filled from ``facts``, ``%n`` and the plural from ``n``.

    ``source`` must be a literal, or marked with ``mark``: tools/translations.py finds sentences in the syntax tree.
    """
    text = QCoreApplication.translate(CONTEXT, source, "", -1 if n is None else n)
    if n is not None and n >= 1000:
        text = text.replace(str(n), core_language.number(n), 1)
    return text.format_map(facts) if facts else text


def in_every_language(source: str) -> list[str]:
    """Return ``source`` as it is in every language of the window, for what is searched and not shown."""
    found = [translator.translate(CONTEXT, source) for translator in _every_language()]
    return list(dict.fromkeys([source, *(text for text in found if text)]))


@lru_cache(maxsize=1)
def _every_language() -> list[QTranslator]:
    return [made for made in (_ours(language) for language in LANGUAGES) if made is not None]


def mark(source: str) -> str:
    """Return ``source`` itself: marks a sentence in a table, which ``tr`` translates later."""
    return source


def sentence(error: UserError) -> str:
    """Return the sentence about a known error, with its position in a file in front where it has one."""
    facts = error.facts
    template = SENTENCES.get(error.code)
    said = reason(error.code, facts) if template is None else tr(template).format_map(_shown(facts))
    if not facts.get("source") or "line" not in facts:
        return said
    where = [str(facts["source"])]
    if facts["line"]:
        where.append(tr("line {line}", line=facts["line"]))
    if facts.get("field"):
        where.append(str(facts["field"]))
    return f"{', '.join(where)}: {said}"


def _shown(facts: Mapping[str, object]) -> dict[str, object]:
    """Return ``facts`` with those reasons translated that are sentences of ours."""
    return {name: core_language.shown(value, tr) for name, value in facts.items()}


def system_language() -> str:
    """Return the first language of the system that the window speaks, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("-", "_").split("_")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


class Translations:
    """Put the translations of one language into the application, ours and those of Qt's own dialogs.

    The application has one set of translators, so all instances share what is installed.
    """

    _language = ""
    _installed: ClassVar[list[QTranslator]] = []

    @property
    def language(self) -> str:
        """The code of the language in use; empty before the first ``use``."""
        return Translations._language

    def use(self, choice: str) -> None:
        """Switch to a language code, or ``system``; every window gets a LanguageChange event."""
        language = choice if choice in LANGUAGES else system_language()
        core_language.use(language)
        if language == Translations._language:
            return
        for translator in Translations._installed:
            QCoreApplication.removeTranslator(translator)
        Translations._language = language
        lacking = QtWords(language) if language in LACKING else None
        Translations._installed = [made for made in (lacking, _qt(language), _ours(language)) if made is not None]
        QLocale.setDefault(QLocale(language))
        for translator in Translations._installed:
            QCoreApplication.installTranslator(translator)


def _ours(language: str) -> QTranslator | None:
    translator = QTranslator()
    with as_file(files("resources").joinpath("i18n", f"citata_{language}.qm")) as path:
        return translator if translator.load(str(path)) else None


def _qt(language: str) -> QTranslator | None:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None
