"""Rows of the table of commands: content, sources, navigation, panels that check, find and remember."""

from __future__ import annotations

from gui.commands.row import TEXT, Command, line
from gui.look.languages import mark

_QUOTATION = ("quotation", "writable")
_ITEM = ("item", "writable")

CONTENT: tuple[Command, ...] = (
    Command("to-quoted", "content", mark("Reach to the quotation marks"), ("Shift+Q",), "content.to_quoted",
            _QUOTATION, TEXT),
    Command("to-clause", "content", mark("Reach over the clause"), ("Shift+L",), "content.to_clause",
            _QUOTATION, TEXT),
    Command("to-sentence", "content", mark("Reach over the sentence"), ("Shift+T",), "content.to_sentence",
            _QUOTATION, TEXT),
    Command("split-author", "content", mark("Leave the author’s words out"), ("Shift+A",), "content.split_author",
            _QUOTATION, TEXT),
    Command("fill-gaps", "content", mark("One range from start to end"), ("Shift+J",), "content.fill_gaps",
            _QUOTATION, TEXT),
    Command("marks", "content", mark("Quotation marks in or out"), ("'",), "content.marks", _QUOTATION, TEXT),
    Command("end-mark", "content", mark("End punctuation in or out"), (".",), "content.end", _QUOTATION, TEXT),
    Command("tidy", "content", mark("Edges as the project wants them"), (",",), "content.tidy", _QUOTATION, TEXT),
)  # fmt: skip

SOURCE: tuple[Command, ...] = (
    line("entity"),
    Command("name-speaker", "entity", mark("Speaker: whom the selected words name"), ("=",), "source.name",
            _ITEM, TEXT, icon="person"),
    Command("extend-speaker", "entity", mark("Add the selected words to the speaker’s name"), ("Shift+=",),
            "source.extend", _ITEM, TEXT),
    Command("rename-actor", "entity", mark("The actor: name, kind, gender, note…"), ("F2",), "source.rename",
            _ITEM, TEXT),
    Command("split-actor", "entity", mark("An actor of its own for this item…"), ("Shift+F2",), "source.split",
            _ITEM, TEXT),
    Command("merge-actors", "entity", mark("Merge with another actor…"), ("Ctrl+F2",), "source.merge", _ITEM, TEXT),
    Command("light-actor", "entity", mark("Light all mentions of the actor"), ("H",), "source.light", ("item",), TEXT),
    Command("link-actor", "entity", mark("The actor in the register"), ("Shift+R",), "register.link", _ITEM, TEXT),
    line("entity"),
    Command("occurrences", "entity", mark("Mark every occurrence…"), ("G",), "panels.occurrences",
            ("article", "writable"), TEXT, icon="search"),
    Command("labels", "entity", mark("Labels of the project…"), ("Ctrl+Shift+L",), "panels.labels", ("writable",)),
)  # fmt: skip

NAVIGATION: tuple[Command, ...] = (
    line("item"),
    Command("walk-kinds", "item", mark("Tab stops at: everything, quotations, entities"), ("V",),
            "navigation.kinds", (), TEXT),
    Command("navigate-all", "item", mark("Tab stops at everything again"), (), "navigation.widen", ("narrowed",)),
    Command("walk-by-score", "item", mark("The least sure first"), ("Shift+V",),
            "navigation.by_score", ("article",), TEXT, checkable=True),
    Command("next-doubtful", "item", mark("Next doubtful speaker"), ("Shift+W",), "item.next_doubtful",
            ("article",), TEXT),
    Command("show-taught", "item", mark("Show what taught this"), (), "knowledge.show_taught", ("learned",),
            icon="wand"),
    Command("accept-like", "item", mark("Accept all of this kind that are as sure"), ("Shift+Return",),
            "navigation.accept_like", _ITEM, TEXT),
    Command("accept-entities", "item", mark("Accept all open entities"), ("Ctrl+Shift+E",),
            "navigation.accept_entities", ("article", "writable")),
    Command("accept-many", "item", mark("Accept many…"), ("Ctrl+Shift+A",), "navigation.accept_many",
            ("article", "writable")),
)  # fmt: skip

PANELS: tuple[Command, ...] = (
    line("article"),
    Command("find", "article", mark("Find in the article"), ("Ctrl+F",), "panels.find", ("article",), icon="search"),
    Command("find-next", "article", mark("Next hit"), ("F3",), "panels.find_next", ("article",)),
    Command("find-previous", "article", mark("Hit before"), ("Shift+F3",), "panels.find_previous", ("article",)),
    line("article"),
    Command("checks", "article", mark("Checks"), ("F4",), "panels.checks", ("article",), icon="warning",
            checkable=True),
    Command("history", "article", mark("History"), ("Ctrl+H",), "panels.history", ("article",), icon="undo",
            checkable=True),
)  # fmt: skip

MORE_NUMBERS: tuple[Command, ...] = tuple(
    Command(f"number-{digit}-on", "", mark("Speaker of that number, and go on"), (f"Shift+{digit}",), "numbers.on",
            _ITEM, TEXT)
    for digit in range(10)
)  # fmt: skip
"""In no menu, like the digits alone."""

PROPOSERS: tuple[Command, ...] = (
    Command("proposers", "article", mark("Proposers…"), (), "proposers.open", ("project",), icon="wand"),
    Command("lay-over", "article", mark("Other proposals over this article…"), (), "proposers.lay_over",
            ("article", "writable")),
)  # fmt: skip
