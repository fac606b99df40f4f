"""Rows of the table of commands: copies, backups, checking, merging, the log, the states of an article, the sample."""

from __future__ import annotations

from gui.commands.row import Command, line
from gui.look.languages import mark

CARE: tuple[Command, ...] = (
    line("project"),
    Command("save-copy", "project", mark("Save a copy…"), ("Ctrl+Shift+S",), "care.save_copy", ("project",),
            icon="copy"),
    Command("backups", "project", mark("Backups…"), ("Ctrl+Shift+B",), "care.backups", icon="clock"),
    Command("verify", "project", mark("Check the project…"), (), "care.verify", icon="shield"),
    Command("merge-copy", "project", mark("Merge another copy…"), (), "care.merge", ("writable",), icon="merge"),
    Command("conflicts", "project", mark("Resolve conflicts…"), (), "care.conflicts", ("project",)),
    Command("compact", "project", mark("Compact the log…"), (), "care.compact", ("writable",)),
)  # fmt: skip

PAST: tuple[Command, ...] = (
    Command("as-of", "article", mark("The article as it was on…"), ("Ctrl+Shift+H",), "care.as_of", ("article",),
            icon="clock", checkable=True),
)  # fmt: skip

SAMPLE: tuple[Command, ...] = (
    Command("tour", "help", mark("Tour"), (), "help.tour"),
    Command("sample", "help", mark("Open the sample project"), (), "care.sample", icon="article"),
)
