"""The world's troubles: what a user can read and act on. Anything else that is raised is a bug."""

from __future__ import annotations


class UserError(Exception):
    """Say what is wrong in the user's world, and carry the facts for the sentence.

    ``code`` names the trouble (``"file-not-ours"``); ``facts`` are the values that the sentence needs (path, line,
    reason …). The sentence itself is made at the border, in the user's language: ``core.messages`` for English on the
    command line, ``gui.look.languages`` in the window. ``str(error)`` is the English sentence.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        from core.messages import sentence

        return sentence(self.code, self.facts)


class StaleEdit(Exception):
    """Refuse an edit whose old values are not what the layer holds, or that would break a link or leave the text.

    Raised before anything is written; the layer stays as it was. In the window it means that somebody else changed
    the item in between, so the view reloads; in a test it means that a builder is wrong.
    """
