"""Rows of the table of commands: articles as things, one or several."""

from __future__ import annotations

from gui.commands.row import Command, line
from gui.look.languages import mark

_CHANGED = ("articles", "project-writable")

ARTICLES: tuple[Command, ...] = (
    line("article"),
    Command("article-details", "article", mark("Title and details…"), ("Alt+Return",), "articles.details",
            ("articles",), icon="info"),
    Command("open-link", "article", mark("Open the page it came from"), ("Ctrl+Shift+O",), "articles.open_link",
            ("articles",)),
    Command("give-articles", "article", mark("Give out the selected articles…"), (), "articles.give", _CHANGED,
            icon="person"),
    Command("annotate-articles", "article", mark("Pre-annotate the selected articles"), (), "articles.annotate",
            _CHANGED, icon="wand"),
    Command("export-articles", "article", mark("Export the selected articles…"), (), "articles.export", ("articles",),
            icon="export"),
    Command("remove-articles", "article", mark("Remove from the project…"), ("Ctrl+Shift+Delete",), "articles.remove",
            _CHANGED, icon="cross"),
    Command("bring-back", "article", mark("Bring back the selected articles"), (), "articles.bring_back",
            ("removed-articles", "project-writable"), icon="undo"),
    Command("removed-articles", "article", mark("Show removed articles"), (), "articles.show_removed", ("project",)),
)  # fmt: skip

CONCORDANCE: tuple[Command, ...] = (
    Command("concordance", "article", mark("Search all articles…"), ("Ctrl+Shift+F",), "concordance.open",
            ("project",), icon="search"),
    Command("concordance-back", "article", mark("Back to the concordance"), ("Alt+Left",), "concordance.back",
            ("trail",)),
    Command("next-hit", "article", mark("Next line of the concordance"), ("Alt+Down",), "concordance.next", ("trail",)),
    Command("previous-hit", "article", mark("Previous line of the concordance"), ("Alt+Up",),
            "concordance.previous", ("trail",)),
)  # fmt: skip
