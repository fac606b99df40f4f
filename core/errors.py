"""Errors that a user can read and act on. Any other exception is a bug."""

from __future__ import annotations


class Typed(str):
    """A fact that a user typed or must type: shown as it is, in no other language."""

    __slots__ = ()


class UserError(Exception):
    """An expected error: a code and the facts that its sentence needs.

    ``code`` names the error (``"file-not-ours"``); ``facts`` are the values that the sentence needs (path, line,
    reason …). The sentence is made where it is shown, in the user's language: ``core.messages`` for English on the
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


_ABOUT_PYTHON = (TypeError, AttributeError, KeyError, IndexError, AssertionError, NotImplementedError, MemoryError)


def fault_of(error: Exception) -> str:
    """Return what somebody's file is refused for, on one line, of the error that reading it raised.

    What Python says of its own types and indexes tells nobody anything about the file.
    """
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    said = "" if isinstance(error, _ABOUT_PYTHON) else str(error).strip().split("\n")[0][:200].strip()
    return said or "it is not built as such a file is"
