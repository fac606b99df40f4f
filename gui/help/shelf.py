"""The pages of the manual: which there are, in which languages, and where their files stand."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import resources
from gui.help.markdown import headings
from gui.look.languages import mark, tr

MANUAL = "manual"
_FILE_LINK = re.compile(r"\[([\w-]+\.md)\]\(\1\)")

_OTHER_LANGUAGE = re.compile(r"^(?:English|Русский): \[[^\n]*\n\n", re.MULTILINE)
"""The line that leads to the page in the other language, which the window chooses itself."""


class Page(NamedTuple):
    """A page: its id, its title in the window, its file by language; a page in one language is shown in both."""

    id: str
    title: str
    english: str
    russian: str = ""

    def file(self, language: str) -> str:
        """Return the name of its file in a language."""
        return self.russian if language == "ru" and self.russian else self.english


PAGES: tuple[Page, ...] = (
    Page(MANUAL, mark("Manual"), "manual.md", "manual-ru.md"),
    Page("guidelines", mark("Annotation guidelines"), "guidelines.md", "guidelines-ru.md"),
    Page("keys", mark("Keys"), "keys.md"),
    Page("glossary", mark("Glossary"), "glossary.md"),
    Page("formats", mark("Formats"), "formats.md"),
    Page("command-line", mark("Command line"), "command-line.md"),
    Page("proposers", mark("Other proposers"), "proposers.md"),
    Page("corpus", mark("The corpus"), "corpus.md"),
    Page("search", mark("Search over all articles"), "search.md"),
    Page("counts", mark("Counts"), "counts.md"),
    Page("orca", mark("Screen reader"), "orca.md", "orca-ru.md"),
    Page("project-file", mark("Project file"), "project-file.md"),
)


@cache
def folder() -> Path:
    """Return where the pages stand: in a wheel or bundle among the resources, in a checkout in ``docs``."""
    shipped = files(resources).joinpath("manual")
    if isinstance(shipped, Path) and shipped.is_dir():
        return shipped
    return Path(str(resources.__file__)).resolve().parents[1] / "docs"


def page(page_id: str) -> Page:
    """Return the page of that id; KeyError if there is none."""
    return {one.id: one for one in PAGES}[page_id]


def page_of_file(name: str) -> Page | None:
    """Return the page that a link to a file means, in whatever language; None for none of ours."""
    return next((one for one in PAGES if name in (one.english, one.russian) and name), None)


def text(page_id: str, language: str) -> str:
    """Return a page in Markdown, its links by the titles of pages; OSError where the installation lost its file."""
    source = (folder() / page(page_id).file(language)).read_text("utf-8")
    return _FILE_LINK.sub(_titled, _OTHER_LANGUAGE.sub("", source, count=1))


def _titled(link: re.Match[str]) -> str:
    """Return a link whose words are the name of a file with the title of that page instead."""
    found = page_of_file(link[1])
    return f"[{tr('“{title}”', title=tr(found.title))}]({link[1]})" if found is not None else link[0]


def anchors(page_id: str) -> list[str]:
    """Return the anchors of a page's headings in English, which name a section in every language."""
    return [one.slug for one in headings(text(page_id, "en"))]
