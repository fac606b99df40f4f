"""What a project says of a proposer: its name, what is run or asked, and how long that may take."""

from __future__ import annotations

import re
import shlex
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from core.errors import UserError
from core.model import AUTO, PROPOSER
from core.proposers.address import Address

if TYPE_CHECKING:
    from core.store import Project

VALUE = "proposers"
"""The project value that holds the definitions."""
NAME = re.compile(r"[^\W_][\w.-]{0,39}")
LONGEST = 3600
"""Seconds that an article may take at most."""
PARTS = (500, 200_000)
"""The fewest and the most code points of a part of an article that a model is asked about at once."""
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Kind(StrEnum):
    """What a proposer is: a program that is run, a server that takes articles, a server of a language model."""

    COMMAND = "command"
    SERVER = "server"
    MODEL = "model"


class Definition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A proposer of a project.

    ``command``: program and arguments, run without a shell in the project's folder; ``anew``: for each article anew.
    ``url``: where a server takes articles, or the base of an OpenAI-compatible one (``http://127.0.0.1:11434/v1``);
    ``key``: the environment variable that holds its key, which is never stored. ``version`` is what proposals say,
    unless the answers name one. ``seconds``: how long an article may take; ``part``: code points that a model is asked
    about at once.
    """

    name: str
    kind: Kind
    command: tuple[str, ...] = ()
    anew: bool = False
    url: str = ""
    model: str = ""
    key: str = ""
    version: str = ""
    seconds: int = 120
    part: int = 3000

    @property
    def layer(self) -> str:
        """The annotator's name of its layers."""
        return PROPOSER + self.name

    @property
    def address(self) -> Address | None:
        """Where it is asked; None for a command."""
        return None if self.kind is Kind.COMMAND else Address.read(self.url)

    @property
    def target(self) -> str:
        """What is run, or where it is asked, in one line."""
        return shlex.join(self.command) if self.kind is Kind.COMMAND else self.url


def checked(made: Definition) -> Definition:
    """Return a definition that holds; UserError ``proposer-name``, ``proposer-definition``, ``proposer-url``."""
    if not NAME.fullmatch(made.name) or made.name == AUTO:
        raise UserError("proposer-name", name=made.name)
    reason = ""
    if made.kind is Kind.COMMAND and (not made.command or not made.command[0].strip()):
        reason = "it names no program"
    elif any("\0" in one for one in (*made.command, made.url, made.model)):
        reason = "it has a NUL character"
    elif made.kind is Kind.MODEL and not made.model.strip():
        reason = "it names no model"
    elif made.key and not _VARIABLE.fullmatch(made.key):
        reason = "the key is named by an environment variable, such as CITATA_KEY"
    elif not 1 <= made.seconds <= LONGEST:
        reason = "the time limit is 1 to 3600 seconds"
    elif not PARTS[0] <= made.part <= PARTS[1]:
        reason = "a part has 500 to 200000 characters"
    if reason:
        raise UserError("proposer-definition", name=made.name, reason=reason)
    if made.kind is not Kind.COMMAND:
        Address.read(made.url)
    return made


def definitions(project: Project) -> list[Definition]:
    """Return the proposers of a project by name; what does not hold is passed over."""
    value = project.value(VALUE)
    found: dict[str, Definition] = {}
    for one in value if isinstance(value, list) else ():
        try:
            made = checked(msgspec.convert(one, Definition))
        except (msgspec.ValidationError, UserError):
            continue
        found.setdefault(made.name, made)
    return [found[name] for name in sorted(found)]


def definition_of(project: Project, name: str) -> Definition:
    """Return the proposer of a name; UserError ``proposer-unknown``."""
    known = definitions(project)
    made = next((one for one in known if one.name == name), None)
    if made is None:
        raise UserError("proposer-unknown", name=name, known=", ".join(one.name for one in known) or "—")
    return made


def define(project: Project, made: Definition) -> None:
    """Name a proposer in a project, or change the one of that name; UserError as ``checked``, or as a commit."""
    kept = [one for one in definitions(project) if one.name != made.name]
    _store(project, [*kept, checked(made)])


def remove(project: Project, name: str) -> None:
    """Take a proposer from a project; what it proposed stays. UserError ``proposer-unknown``."""
    definition_of(project, name)
    _store(project, [one for one in definitions(project) if one.name != name])


def _store(project: Project, found: list[Definition]) -> None:
    project.set_value(VALUE, [msgspec.to_builtins(one) for one in found] or None)
