"""The settings that the window keeps between runs: typed values in one small file, replaced as a whole."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from gui.desk.settings_file import is_name, read
from gui.look.languages import LANGUAGES
from gui.look.theme import THEMES

PROJECTS = 200
"""Projects of which the person's name is kept."""
QUERIES = 30
"""Queries that are offered again."""
RECENT = 10
"""Projects that the menu offers again."""


class Preferences(msgspec.Struct, kw_only=True):
    """Every setting with its default; unknown fields in the file are ignored. Renamed fields keep their old key."""

    language: str = "system"
    theme: str = "system"
    author: str = ""
    """The name that the person gave; empty before they were asked."""
    authors: dict[str, str] = {}
    """The person's own name in each project, by its path."""
    reading_family: str = "PT Serif"
    reading_size: float = 14.0
    """Points."""
    column: int = 72
    """Characters a line."""
    line_spacing: float = 1.5
    hidden_kinds: list[str] = []
    focus_mode: bool = False
    show_articles: bool = True
    show_inspector: bool = True
    show_legend: bool = False
    navigate_by_score: bool = msgspec.field(default=False, name="walk_by_score")
    stops: str = msgspec.field(default="all", name="walk_kinds")
    """What Tab stops at: ``all``, ``quotations`` or ``entities``."""
    recent: list[str] = []
    last_project: str = ""
    last_articles: dict[str, str] = {}
    """By project path."""
    geometry: dict[str, str] = msgspec.field(default_factory=dict, name="places")
    """Window and splitter geometry, base64, by name."""
    import_folder: str = ""
    tables: dict[str, tuple[tuple[tuple[str, str], ...], str | None]] = {}
    """How tables are read, by the key of their head: (our field, its column), and the delimiter where it was told."""
    export_folder: str = ""
    queries: list[str] = []
    """What was looked for in all articles, the last first."""
    lines_order: str = "article"
    """What the lines of a concordance are sorted by."""
    lines_context: int = 120
    """Code points before and after the words found."""
    shortcuts: dict[str, list[str]] = {}
    """The user's own keys, by command id."""


LIMITS: dict[str, tuple[float, float]] = {
    "reading_size": (9.0, 40.0),
    "column": (40, 120),
    "line_spacing": (1.0, 2.5),
    "lines_context": (20, 2000),
}


CHOICES: dict[str, frozenset[str]] = {
    "language": frozenset({"system", *LANGUAGES}),
    "theme": frozenset({"system", *THEMES}),
    "stops": frozenset({"all", "quotations", "entities"}),
    "lines_order": frozenset({"article", "left", "right", "speaker", "date", "source"}),
}


def _within(name: str) -> Callable[[Any], bool]:
    low, high = LIMITS[name]
    return lambda value: low <= value <= high  # what is no number at all is not within either


def _chosen(name: str) -> Callable[[Any], bool]:
    return lambda value: value in CHOICES[name]


SANE: dict[str, Callable[[Any], bool]] = {
    **{name: _within(name) for name in LIMITS},
    **{name: _chosen(name) for name in CHOICES},
    "author": is_name,
    "authors": lambda value: all(name and is_name(name) for name in value.values()),
}
"""Which values a setting may have, by field, where that is more than its type."""


class Settings:
    """The preferences and the file they live in."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the preferences at ``path`` (default: this system's folder for settings); ``troubles`` were left out."""
        self.path = Path(os.path.realpath(path if path is not None else default_path()))
        self.values, self.troubles = read(self.path, Preferences, SANE)

    def change(self, **changes: Any) -> None:
        """Set preferences, within their limits, and write them at once."""
        for name, value in changes.items():
            if name in LIMITS:
                low, high = LIMITS[name]
                value = type(getattr(Preferences(), name))(min(high, max(low, value)))
            setattr(self.values, name, value)
        self.write()

    def write(self) -> None:
        """Put the preferences on disk; errors of the disk are ignored."""
        if self.path.exists() and not self.path.is_file():
            return  # a pipe or a device: what is there is not ours to replace
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self.path.with_suffix(".new")
            temporary.write_bytes(msgspec.json.format(msgspec.json.encode(self.values)))
            temporary.replace(self.path)
        except OSError:
            return

    def author_of(self, project: Path) -> str:
        """Return the person's own name in a project, else the name they gave at first; empty before they were asked."""
        return self.values.authors.get(str(project.resolve())) or self.values.author

    def keep_author(self, project: Path, name: str) -> None:
        """Remember the person's own name in a project; the first one that they give is suggested for all others."""
        kept = {**self.values.authors, str(project.resolve()): name}
        self.change(author=self.values.author or name, authors=dict(list(kept.items())[-PROJECTS:]))

    def remember_project(self, path: Path) -> None:
        """Move a project to the top of the recent ones."""
        name = str(path.resolve())
        self.change(
            recent=[name, *(other for other in self.values.recent if other != name)][:RECENT], last_project=name
        )

    def forget_project(self, path: Path) -> None:
        """Keep nothing of a project whose file goes away."""
        name, values = str(path.resolve()), self.values
        self.change(
            recent=[other for other in values.recent if other != name],
            last_project="" if values.last_project == name else values.last_project,
            authors={other: author for other, author in values.authors.items() if other != name},
            last_articles={other: article for other, article in values.last_articles.items() if other != name},
        )

    def remember_article(self, project: Path, article: str) -> None:
        """Remember which article of a project was open."""
        kept = {**self.values.last_articles, str(project.resolve()): article}
        self.change(last_articles=dict(list(kept.items())[-50:]))

    def remember_query(self, text: str) -> None:
        """Move a query to the top of those that are offered again."""
        self.change(queries=[text, *(other for other in self.values.queries if other != text)][:QUERIES])

    def last_article(self, project: Path) -> str | None:
        """Return the article of a project that was open last, if known."""
        return self.values.last_articles.get(str(project.resolve()))


def default_path() -> Path:
    """Return the settings file; the environment variable CITATA_SETTINGS names another."""
    named = os.environ.get("CITATA_SETTINGS")
    return Path(named) if named else Path(platformdirs.user_config_dir("citata", appauthor=False)) / "settings.json"


def account_name() -> str:
    """Return the account's name; ``annotator`` where the system has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "annotator"
