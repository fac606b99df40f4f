"""Other proposals laid over the open article: open ones go, what a person has decided stays."""

from __future__ import annotations

from core.model import AUTO, is_machine
from core.proposers.showing import lay_over
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.words.layers import layer_words


def machines_of(desk: Desk) -> list[str]:
    """Return whose proposals the open article has, ours first."""
    session = desk.session
    if session.project is None or session.article is None:
        return []
    found = [name for name in session.project.layers_of(session.article.id) if is_machine(name)]
    return sorted(found, key=lambda name: name != AUTO)


def lay(desk: Desk, machine: str) -> bool:
    """Lay the proposals of a machine over the open layer, as one act that undo takes back."""
    session = desk.session
    if session.project is None or session.layer is None or session.refuse():
        return False
    proposed = session.project.layer(session.layer.article.id, machine)
    if proposed is None:
        desk.say(tr("There are no proposals of {name} for this article.", name=layer_words(machine)))
        return False
    session.select(None)
    if session.do(lay_over(session.layer, proposed)):
        desk.say(tr("Laid over this article: {name}", name=layer_words(machine)))
        return True
    desk.say(tr("These proposals lie over this article already."))
    return False
