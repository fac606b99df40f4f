"""Remove articles and bring them back: what goes out of sight is said first, and nothing is deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMessageBox

from core.errors import UserError
from core.model.details import bring_back, remove
from core.store.article_edits import Held
from gui.desk.acts import ArticlesEdited
from gui.desk.desk import Desk
from gui.look.languages import tr

NAMED = 4
"""People whose layers are named; of more, how many."""


def ask_to_remove(desk: Desk, article_ids: Sequence[str], then: Callable[[], object]) -> None:
    """Say what people have made of the articles, and go on with ``then`` where it is to go out of sight.

    Of one article that nobody has worked on nothing is asked: it can be brought back.
    """
    project = desk.session.project
    if project is None or not article_ids:
        return
    try:
        held = project.held(article_ids)
    except UserError as error:
        desk.show_error(error)
        return
    if len(article_ids) == 1 and not (held.layers or held.comments):
        then()
        return
    box = QMessageBox(desk.window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Remove articles"))
    box.setText(tr("Remove %n article(s) from the project?", len(article_ids)))
    kept = tr("Nothing is deleted: undo, or the list of removed articles, brings everything back.")
    box.setInformativeText(f"{held_words(held)}\n{kept}")
    go = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(go)

    def ended() -> None:
        if box.clickedButton() is go:
            then()

    box.finished.connect(ended)
    box.finished.connect(box.deleteLater)
    box.open()


def held_words(held: Held) -> str:
    """Return what goes out of sight with some articles."""
    if not held.layers and not held.comments:
        return tr("Nobody has annotated anything in them.")
    names = ", ".join(held.people[:NAMED])
    if len(held.people) > NAMED:
        names = tr("{names} and %n more", len(held.people) - NAMED, names=names)
    parts = [tr("%n layer(s)", held.layers) + (f" ({names})" if names else ""),
             tr("%n item(s)", held.annotations)]  # fmt: skip
    if held.comments:
        parts.append(tr("%n comment(s)", held.comments))
    return tr("Out of sight with them: {what}.", what=", ".join(parts))


def remove_articles(desk: Desk, article_ids: Sequence[str]) -> bool:
    """Remove articles, as one act, and say how to get them back."""
    if not desk.session.act(ArticlesEdited(remove(article_ids), "remove-article")):
        return False
    desk.notice.show_text(
        tr("%n article(s) removed.", len(article_ids)), action=tr("Undo"), run=lambda: desk.trigger("undo")
    )
    return True


def bring_articles_back(desk: Desk, article_ids: Sequence[str]) -> bool:
    """Bring removed articles back, as one act."""
    if not desk.session.act(ArticlesEdited(bring_back(article_ids), "remove-article")):
        return False
    desk.say(tr("%n article(s) brought back", len(article_ids)))
    return True
