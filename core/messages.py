"""English sentences for every known trouble: what is wrong, and what to do. The window translates the same codes."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: dict[str, str] = {
    # code: sentence; {names} are filled from UserError.facts
}


def sentence(code: str, facts: Mapping[str, object]) -> str:
    """Return the English sentence for ``code`` with its facts filled in; the code and facts where none is written."""
    template = SENTENCES.get(code)
    if template is None:
        return f"{code}: " + ", ".join(f"{name} {value}" for name, value in facts.items())
    return template.format_map(dict(facts))
