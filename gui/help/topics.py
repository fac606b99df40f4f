"""Which section of the manual tells of what has the keyboard: by the module that a part of the window comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

OVERALL = "reading-the-window"
"""Where nothing more precise is known."""
REVIEWING = "reviewing"
TOPICS: dict[str, str] = {
    "gui.canvas": OVERALL,
    "gui.window": OVERALL,
    "gui.window.articles": "the-list-of-articles",
    "gui.articles": "the-list-of-articles",
    "gui.window.welcome": "the-first-start",
    "gui.tour": "the-first-start",
    "gui.window.header": "looking-at-a-layer",
    "gui.inspector": "correcting-the-pre-annotation",
    "gui.inspector.overview": "actors",
    "gui.inspector.actor_dialog": "actors",
    "gui.drawer": "checks-and-history",
    "gui.drawer.corrections": REVIEWING,
    "gui.marking": "annotating-by-hand",
    "gui.marking.accept": "correcting-the-pre-annotation",
    "gui.marking.done": "correcting-the-pre-annotation",
    "gui.marking.labels": "labels-and-guidelines",
    "gui.marking.merge_actors": "actors",
    "gui.articles.giving": "several-people",
    "gui.learning": "what-the-project-has-taught",
    "gui.register": "the-register-of-sources",
    "gui.concordance": "searching-all-articles",
    "gui.counts": "counts",
    "gui.inspector.in_register": "the-register-of-sources",
    "gui.proposers": "other-proposers",
    "gui.review": REVIEWING,
    "gui.review.look_bar": "looking-at-a-layer",
    "gui.review.workflow": REVIEWING,
    "gui.care": "keeping-a-project-safe",
    "gui.exchange": "a-project",
    "gui.exchange.export_dialog": "exporting",
    "gui.exchange.export_filters": "exporting",
    "gui.exchange.export_options": "exporting",
    "gui.exchange.export_preview": "exporting",
    "gui.exchange.exported": "exporting",
    "gui.exchange.paper": "on-paper",
    "gui.desk.name_dialog": "a-project",
    "gui.desk.notice": "when-something-goes-wrong",
    "gui.bug_report": "when-something-goes-wrong",
    "gui.commands": "help",
    "gui.commands.preferences": OVERALL,
    "gui.help": "help",
    "gui.help.guidelines": "labels-and-guidelines",
    "gui.help.guidelines_page": "labels-and-guidelines",
    "gui.help.legend": OVERALL,
}
"""By module, or by the package for what has no row of its own; the sections by their English anchors."""


def topic_for(widget: QWidget | None, *, reviewing: bool = False) -> str:
    """Return the anchor of the section about a widget, or about the nearest part around it that has one."""
    while widget is not None:
        module = type(widget).__module__
        while module.startswith("gui."):
            if module in TOPICS:
                found = TOPICS[module]
                return REVIEWING if reviewing and found == OVERALL else found
            module = module.rpartition(".")[0]
        widget = widget.parentWidget()
    return REVIEWING if reviewing else OVERALL
