"""A typed query and how far it is read: its characters, operators and quotation marks, and where something is wrong."""

from __future__ import annotations

import re

from core.corpus.vocabulary import OPERATORS
from core.errors import Typed, UserError
from core.model.punctuation import PAIRS

OPENERS = '"«“„'  # ``PAIRS`` has those that end a phrase
_NAMED = re.compile(r"\w+(?=[\s(\"«“„]|$)")
_SIGN = re.compile(r"\w+|.")


class Cursor:
    """Goes over a text from left to right; ``at`` is the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def here(self, count: int = 1) -> str:
        """Return the next characters, fewer at the end."""
        return self.text[self.at : self.at + count]

    def is_end(self) -> bool:
        """Go on to the next character that is no space; tell whether there is none."""
        while self.here().isspace():
            self.at += 1
        return self.at >= len(self.text)

    def operator(self) -> str:
        """Return the operator that stands here: AND, OR, NOT, or nothing."""
        if self.is_end():
            return ""
        if self.here() in "|&":
            return OPERATORS[self.here()]
        found = _NAMED.match(self.text, self.at)
        return OPERATORS.get(found.group(), "") if found else ""

    def take_operator(self) -> None:
        """Go over the operator that stands here."""
        found = _SIGN.match(self.text, self.at)
        assert found is not None
        self.at = found.end()

    def is_minus(self) -> bool:
        """Tell whether a minus stands here, right before something."""
        after = self.text[self.at + 1 : self.at + 2]
        return self.here() == "-" and bool(after) and not after.isspace()

    def is_exact_phrase(self) -> bool:
        """Tell whether an equals sign stands here, right before a quotation mark."""
        return self.here() == "=" and self.text[self.at + 1 : self.at + 2] in tuple(OPENERS)

    def quoted(self) -> tuple[str, int]:
        """Return what stands in the quotation marks that open here, and where it begins."""
        at, mark = self.at, self.here()
        end = next((end for end in range(at + 1, len(self.text)) if self.text[end] in PAIRS[mark]), None)
        if end is None:
            raise self.error("query-unclosed", at, mark=mark)
        self.at = end + 1
        return self.text[at + 1 : end], at + 1

    def error(self, code: str, at: int | None = None, **facts: object) -> UserError:
        """Return what is wrong at a character; by default at the next one."""
        typed = {name: Typed(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
        return UserError(code, position=(self.at if at is None else at) + 1, **typed)
