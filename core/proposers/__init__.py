"""Other proposers: whatever speaks the exchange format can propose, a command, a server, a language model at home.

What one proposes is verified against the text, item by item, and stands in a layer of its own (``auto:NAME``) beside
the pre-annotation's. Nothing is run and nothing leaves the machine that nobody here has allowed (``consent``).
"""

from core.proposers.definition import Definition, Kind, definition_of, definitions
from core.proposers.running import Proposing, proposing

__all__ = ["Definition", "Kind", "Proposing", "definition_of", "definitions", "proposing"]
