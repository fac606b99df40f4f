"""The keys that commands have for this user: the user's own, else the table's."""

from __future__ import annotations

from gui.commands.row import Command
from gui.commands.table import COMMANDS, NUMBERS
from gui.commands.table_more import MORE_NUMBERS
from gui.desk.settings import Settings
from gui.look.keys import normal


def keys_of(command: Command, settings: Settings) -> tuple[str, ...]:
    """Return the keys of a command."""
    own = settings.values.shortcuts.get(command.id)
    return tuple(own) if own is not None else command.keys


def letters(settings: Settings) -> frozenset[str]:
    """Return the keys without Ctrl or Alt that commands have in the text, but for the digits."""
    digits = {normal(key) for command in (*NUMBERS, *MORE_NUMBERS) for key in command.keys}
    taken = {normal(key) for command in COMMANDS if command.id for key in keys_of(command, settings)}
    return frozenset(key for key in taken if "Ctrl" not in key and "Alt" not in key) - digits
