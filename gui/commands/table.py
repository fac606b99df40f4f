"""The table of all commands: id, menu, words, keys, handler, what it needs. Menus, keys, sheet and tests read it."""

from __future__ import annotations

from gui.commands.row import TEXT, Command, line
from gui.commands.table_articles import ARTICLES, CONCORDANCE
from gui.commands.table_care import CARE, PAST, SAMPLE
from gui.commands.table_more import CONTENT, MORE_NUMBERS, NAVIGATION, PANELS, PROPOSERS, SOURCE
from gui.commands.table_review import ADJUDICATE
from gui.look.languages import mark

MENUS: tuple[tuple[str, str], ...] = (
    ("project", mark("&Project")),
    ("edit", mark("&Edit")),
    ("quotation", mark("&Quotation")),
    ("edges", mark("Move an edge")),
    ("content", mark("Content")),
    ("entity", mark("E&ntity")),
    ("item", mark("&Review")),
    ("article", mark("&Article")),
    ("adjudicate", mark("&Compare")),
    ("view", mark("&View")),
    ("help", mark("&Help")),
)
CHILDREN: dict[str, str] = {"edges": "quotation", "content": "quotation"}
"""Menus that stand in another one, where the first command of theirs comes in the table."""

PROJECT: tuple[Command, ...] = (
    Command("new-project", "project", mark("New project…"), ("Ctrl+N",), "project.new", icon="plus"),
    Command("open-project", "project", mark("Open project…"), ("Ctrl+O",), "project.open", icon="folder"),
    Command("recent", "project", mark("Open recent"), (), "project.recent", icon=""),
    Command("close-project", "project", mark("Close project"), ("Ctrl+W",), "project.close", ("project",)),
    line("project"),
    Command(
        "import", "project", mark("Import…"), ("Ctrl+I",), "project.import_files", ("bringable",), icon="import"
    ),
    Command("import-folder", "project", mark("Import a folder…"), (), "project.import_folder", ("bringable",)),
    Command("export", "project", mark("Export…"), ("Ctrl+E",), "project.export", ("project",), icon="export"),
    Command("paper", "project", mark("On paper…"), ("Ctrl+P",), "project.paper", ("project",)),
    line("project"),
    Command("register", "project", mark("Register of sources…"), ("Ctrl+Shift+R",), "register.open", ("project",),
            icon="person"),
    Command("counts", "project", mark("Counts…"), ("Ctrl+Shift+D",), "counts.open", ("project",), icon="chart"),
    Command("knowledge", "project", mark("What this project has taught…"), (), "knowledge.open", ("project",),
            icon="wand"),
    *CARE,
    line("project"),
    Command("take-over", "project", mark("Take over for writing"), (), "project.take_over", ("read-only",),
            icon="lock"),
    Command("other-name", "project", mark("Work under another name…"), (), "project.other_name", ("project",),
            icon="person"),
    Command("own-name", "project", mark("Work under my own name again"), (), "project.own_name", ("standing-in",)),
    Command("settings", "project", mark("Settings…"), ("Ctrl+,",), "view.settings", icon="settings"),
    Command("quit", "project", mark("Quit"), ("Ctrl+Q",), "project.quit"),
)  # fmt: skip

EDIT: tuple[Command, ...] = (
    Command("undo", "edit", mark("Undo"), ("Ctrl+Z",), "edit.undo", ("undo",), icon="undo"),
    Command("redo", "edit", mark("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit.redo", ("redo",), icon="redo"),
    line("edit"),
    Command("copy", "edit", mark("Copy text"), ("Ctrl+C",), "edit.copy", ("text-selection",), TEXT),
    Command("paste", "edit", mark("Paste as article…"), ("Ctrl+Shift+V",), "project.paste", ("bringable",),
            icon="article"),
    Command("select-all", "edit", mark("Select all text"), ("Ctrl+A",), "edit.select_all", ("article",), TEXT),
    Command("select-quoted", "edit", mark("Select quoted words"), ("Q",), "edit.select_quoted", ("article",), TEXT),
    Command("select-clause", "edit", mark("Select clause"), ("L",), "edit.select_clause", ("article",), TEXT),
    Command("select-sentence", "edit", mark("Select sentence"), ("T",), "edit.select_sentence", ("article",), TEXT),
    Command("deselect", "edit", mark("Select nothing"), ("Escape",), "edit.deselect", ("article",), TEXT),
)  # fmt: skip

QUOTATION: tuple[Command, ...] = (
    Command("direct", "quotation", mark("Direct"), ("D",), "quotation.direct", ("article", "writable"), TEXT),
    Command("indirect", "quotation", mark("Indirect"), ("I",), "quotation.indirect", ("article", "writable"), TEXT),
    Command("mixed", "quotation", mark("Mixed"), ("M",), "quotation.mixed", ("article", "writable"), TEXT),
    line("quotation"),
    Command("cue", "quotation", mark("Set cue"), ("C",), "quotation.cue", ("quotation", "writable"), TEXT),
    Command("mention", "quotation", mark("Set speaker mention"), ("S",), "quotation.mention",
            ("quotation", "writable"), TEXT),
    Command("speaker", "quotation", mark("Choose speaker…"), ("W",), "quotation.speaker", ("item", "writable"), TEXT,
            icon="person"),
    Command("no-speaker", "quotation", mark("Speaker not told"), ("0",), "quotation.no_speaker",
            ("item", "writable"), TEXT),
    Command("no-cue", "quotation", mark("Remove cue"), ("Shift+C",), "quotation.no_cue", ("quotation", "writable"),
            TEXT),
    Command("no-mention", "quotation", mark("Remove speaker mention"), ("Shift+S",), "quotation.no_mention",
            ("quotation", "writable"), TEXT),
    line("quotation"),
    Command("add-range", "quotation", mark("Add selected text"), ("A",), "quotation.add_range",
            ("quotation", "text-selection", "writable"), TEXT),
    Command("cut-range", "quotation", mark("Take selected text away"), ("X",), "quotation.cut_range",
            ("quotation", "writable"), TEXT),
    Command("replace-range", "quotation", mark("Move to selected text"), ("R",), "quotation.replace_range",
            ("item", "text-selection", "writable"), TEXT),
    Command("split", "quotation", mark("Split at caret"), ("Shift+X",), "quotation.split",
            ("quotation", "writable"), TEXT),
    Command("join", "quotation", mark("Join with next quotation"), ("J",), "quotation.join",
            ("quotation", "writable"), TEXT),
    Command("nest", "quotation", mark("Nested in the quotation around it"), ("P",), "quotation.nest",
            ("quotation", "writable"), TEXT),
    line("quotation"),
    Command("start-out", "edges", mark("Start: one word out"), ("[",), "edges.start_out",
            ("item", "writable"), TEXT),
    Command("start-in", "edges", mark("Start: one word in"), ("Shift+[",), "edges.start_in",
            ("item", "writable"), TEXT),
    Command("end-out", "edges", mark("End: one word out"), ("]",), "edges.end_out",
            ("item", "writable"), TEXT),
    Command("end-in", "edges", mark("End: one word in"), ("Shift+]",), "edges.end_in",
            ("item", "writable"), TEXT),
    Command("start-out-character", "edges", mark("Start: one character out"), ("Ctrl+[",),
            "edges.start_out_character", ("item", "writable"), TEXT),
    Command("start-in-character", "edges", mark("Start: one character in"), ("Ctrl+Shift+[",),
            "edges.start_in_character", ("item", "writable"), TEXT),
    Command("end-out-character", "edges", mark("End: one character out"), ("Ctrl+]",),
            "edges.end_out_character", ("item", "writable"), TEXT),
    Command("end-in-character", "edges", mark("End: one character in"), ("Ctrl+Shift+]",),
            "edges.end_in_character", ("item", "writable"), TEXT),
)  # fmt: skip

ITEM: tuple[Command, ...] = (
    Command("next-open", "item", mark("Next open item"), ("Tab",), "item.next_open", ("article",), TEXT, icon="next"),
    Command("previous-open", "item", mark("Previous open item"), ("Shift+Tab",), "item.previous_open",
            ("article",), TEXT, icon="previous"),
    Command("outer", "item", mark("Select what stands around"), ("O",), "item.outer", ("item",), TEXT),
    Command("next-item", "item", mark("Next item"), ("N",), "item.next_item", ("article",), TEXT),
    Command("previous-item", "item", mark("Previous item"), ("Shift+N",), "item.previous_item", ("article",), TEXT),
    line("item"),
    Command("accept", "item", mark("Accept and go on"), ("Return", "Enter"), "item.accept", ("item", "writable"), TEXT,
            icon="check"),
    Command("reject", "item", mark("Reject or delete and go on"), ("Delete", "Backspace"), "item.reject",
            ("item", "writable"), TEXT, icon="cross"),
    Command("accept-all", "item", mark("Accept all that is open"), ("Ctrl+Return",), "item.accept_all",
            ("article", "writable")),
    line("item"),
    Command("unsure", "item", mark("Unsure"), ("U",), "item.unsure", ("item", "writable"), TEXT, icon="flag",
            checkable=True),
    Command("note", "item", mark("Write a note"), ("Ctrl+M",), "item.note", ("article", "writable"), icon="note"),
)  # fmt: skip

ARTICLE: tuple[Command, ...] = (
    Command("next-article", "article", mark("Next article"), ("Ctrl+PgDown",), "article.next", ("project",)),
    Command("previous-article", "article", mark("Previous article"), ("Ctrl+PgUp",), "article.previous", ("project",)),
    Command("find-article", "article", mark("Find article"), ("Ctrl+L",), "article.find", ("project",), icon="search"),
    *CONCORDANCE,
    line("article"),
    Command("done", "article", mark("Done, open the next one"), ("Ctrl+Shift+Return",), "article.done",
            ("article", "writable"), icon="check"),
    Command("status-new", "article", mark("Status: new"), (), "article.status_new", ("articles", "writable")),
    Command("status-in-progress", "article", mark("Status: in progress"), (), "article.status_in_progress",
            ("articles", "writable")),
    Command("status-done", "article", mark("Status: done"), (), "article.status_done", ("articles", "writable")),
    Command("article-unsure", "article", mark("Article unsure"), ("Ctrl+U",), "article.unsure",
            ("article", "writable"), icon="flag", checkable=True),
    line("article"),
    Command("annotate", "article", mark("Pre-annotate this article"), ("F5",), "article.annotate",
            ("article", "writable"), icon="wand"),
    Command("annotate-all", "article", mark("Pre-annotate all articles…"), ("Shift+F5",), "article.annotate_all",
            ("writable",)),
    *PROPOSERS,
)  # fmt: skip

VIEW: tuple[Command, ...] = (
    Command("show-articles", "view", mark("Articles"), ("F7",), "view.show_articles", (), icon="panel_left",
            checkable=True),
    Command("show-inspector", "view", mark("Inspector"), ("F8",), "view.show_inspector", (), icon="panel_right",
            checkable=True),
    Command("show-legend", "view", mark("Legend of marks"), ("F10",), "view.show_legend", ("article",), icon="quote",
            checkable=True),
    Command("focus-text", "view", mark("Go to the text"), ("F6",), "view.focus_text", ("article",)),
    line("view"),
    Command("larger", "view", mark("Larger text"), ("Ctrl+=", "Ctrl++"), "view.larger"),
    Command("smaller", "view", mark("Smaller text"), ("Ctrl+-",), "view.smaller"),
    Command("normal-size", "view", mark("Normal text size"), ("Ctrl+0",), "view.normal_size"),
    line("view"),
    Command("focus-mode", "view", mark("Focus on the current paragraph"), ("F9",), "view.focus_mode", (),
            checkable=True),
    Command("kinds", "view", mark("Kinds of marks"), (), "view.kinds"),
    Command("theme", "view", mark("Theme"), (), "view.theme"),
    Command("language", "view", mark("Language"), (), "view.language"),
    line("view"),
    Command("full-screen", "view", mark("Full screen"), ("F11",), "view.full_screen", (), checkable=True),
)  # fmt: skip

NUMBERS: tuple[Command, ...] = tuple(
    Command(f"number-{digit}", "", mark("Speaker of that number, or label of that key"), (str(digit),), "numbers.press",
            ("article", "writable"), TEXT)
    for digit in range(1, 10)
)  # fmt: skip
"""In no menu: the menus of speakers and labels show the digits."""

HELP: tuple[Command, ...] = (
    Command("manual", "help", mark("Manual"), ("F1",), "help.manual", icon="info"),
    Command("sheet", "help", mark("Keyboard shortcuts"), ("?", "Ctrl+F1"), "help.sheet", icon="keyboard"),
    Command("guidelines", "help", mark("Guidelines of the project"), ("Ctrl+G",), "help.guidelines", ("project",),
            icon="note"),
    Command("tell", "help", mark("What is this?"), ("Shift+F1",), "help.tell", ("item",)),
    Command("shortcuts", "help", mark("Change shortcuts…"), (), "panels.shortcuts"),
    Command("palette", "help", mark("All commands…"), ("Ctrl+K",), "help.palette", icon="search"),
    *SAMPLE,
    Command("about", "help", mark("About Citata"), (), "help.about"),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    *PROJECT, *EDIT, *QUOTATION, *CONTENT, *SOURCE, *ITEM, *NAVIGATION, *ARTICLE, *ARTICLES, *PANELS, *PAST,
    *ADJUDICATE, *VIEW, *HELP, *NUMBERS, *MORE_NUMBERS,
)  # fmt: skip
SUBMENUS = ("recent", "kinds", "theme", "language")
"""Commands that open a menu of their own, filled when it opens."""


def command(command_id: str) -> Command:
    """Return the command of that id; KeyError if there is none."""
    for found in COMMANDS:
        if found.id == command_id and command_id:
            return found
    raise KeyError(command_id)
