"""What the program filled in around a person's work: fields marked as guesses, then accepted or cleared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from core.model import Annotation, State, guesses_of

A = TypeVar("A", bound=Annotation)


def with_guesses(item: A, names: Iterable[str]) -> A:
    """Return ``item`` with exactly those of its fields marked as guessed that ``names`` gives and that have a value."""
    guessed = guesses_of(item, names)
    return item if item.guessed == guessed else replace(item, guessed=guessed)


def without_guesses(item: A, names: Iterable[str] | None = None) -> A:
    """Return ``item`` with guessed fields (all of them, or those of ``names``) empty and no longer guesses."""
    gone = set(item.guessed) if names is None else set(item.guessed) & set(names)
    if not gone:
        return item
    return replace(item, **dict.fromkeys(gone), guessed=tuple(name for name in item.guessed if name not in gone))


def relinked(item: A, **changes: object) -> A:
    """Return ``item`` with changes that say nothing new of it (its actor became another); guesses stay guesses."""
    after = replace(item, **changes)
    return with_guesses(after, after.guessed) if after.guessed else after


def accepted(item: A) -> A:
    """Return ``item`` accepted as it is: a proposal becomes accepted, a person's own item stays manual."""
    if item.state in (State.AUTO, State.REJECTED):
        return replace(item, state=State.ACCEPTED, guessed=())
    return replace(item, guessed=()) if item.guessed else item


def refused(item: A, names: Iterable[str] | None = None) -> A:
    """Return ``item`` with what is open in it refused: a proposal is rejected, guessed fields are cleared.

    With ``names`` it is those fields alone. A proposal that was accepted is corrected by it: it says less now.
    """
    if item.state is State.AUTO and names is None:
        return replace(item, state=State.REJECTED)
    left = without_guesses(item, names)
    return replace(left, state=State.CORRECTED) if left != item and item.state is State.ACCEPTED else left
