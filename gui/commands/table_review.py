"""Rows of the table of commands: comparing layers, adjudicating, agreement, and the annotator's corrections."""

from __future__ import annotations

from gui.commands.row import TEXT, Command, line
from gui.look.languages import mark

_HERE = ("difference", "writable")

ADJUDICATE: tuple[Command, ...] = (
    Command("compare", "adjudicate", mark("Compare and adjudicate"), ("F12",), "review.toggle", ("project",),
            checkable=True),
    Command("next-review", "adjudicate", mark("Next article to review"), ("Ctrl+Shift+PgDown",), "review.next_article",
            ("reviewing",)),
    line("adjudicate"),
    Command("layers", "adjudicate", mark("Look at a layer…"), ("Ctrl+F12",), "layers.pick", ("article",), icon="eye"),
    Command("next-layer", "adjudicate", mark("Look at the next layer"), ("Ctrl+Shift+F12",), "layers.next",
            ("article",)),
    Command("compare-with-mine", "adjudicate", mark("Compare the layer shown with mine"), (),
            "layers.compare_with_mine", ("looking",)),
    Command("own-layer", "adjudicate", mark("Back to my layer"), (), "layers.own", ("looking",)),
    line("adjudicate"),
    Command("take-both", "adjudicate", mark("Take both versions"), ("B",), "review.both", _HERE, TEXT),
    Command("take-majority", "adjudicate", mark("Take what most say"), ("Y",), "review.majority", _HERE, TEXT),
    Command("edit-version", "adjudicate", mark("Make a version of your own"), ("E",), "review.edit", _HERE, TEXT),
    Command("reopen", "adjudicate", mark("Take the decision back"), ("K",), "review.reopen", _HERE, TEXT),
    Command("remark", "adjudicate", mark("Comment on the decision"), ("Shift+M",), "review.remark", _HERE, TEXT,
            icon="note"),
    line("adjudicate"),
    Command("take-agreed", "adjudicate", mark("Take over what all agree on"), (), "review.take_agreed",
            ("reviewing", "writable")),
    Command("take-all-majority", "adjudicate", mark("Take what most say, everywhere"), (), "review.take_majority",
            ("reviewing", "writable")),
    Command("take-rest", "adjudicate", mark("Take the rest as the first has it"), (), "review.take_rest",
            ("reviewing", "writable")),
    line("adjudicate"),
    Command("reviewed", "adjudicate", mark("Reviewed, open the next one"), (), "review.finish",
            ("reviewing", "writable"), icon="check"),
    Command("give-back", "adjudicate", mark("Return with a comment…"), (), "review.give_back",
            ("reviewing", "writable")),
    line("adjudicate"),
    Command("corrections", "adjudicate", mark("Corrections of my work"), ("Shift+F12",), "panels.corrections",
            ("article",), checkable=True),
    line("adjudicate"),
    Command("agreement", "adjudicate", mark("Agreement…"), (), "review.agreement", ("project",)),
    Command("ledger", "adjudicate", mark("What became of the proposals…"), (), "review.ledger", ("project",)),
    Command("workflow", "adjudicate", mark("People and progress…"), (), "review.workflow", ("project",)),
    Command("report", "adjudicate", mark("Report…"), (), "review.report", ("project",)),
)  # fmt: skip
