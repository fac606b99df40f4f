"""What a frame in brackets attributes: what stands there with it, or the clause before it or around it; and a frame
between two clauses, or behind a colon: the second."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Token
from core.preannotate.quotations.context import has_predicate, is_dash, is_nominal, is_predicate


def in_brackets(tokens: tuple[Token, ...], left: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return the positions of what a frame ``first..last`` right behind a bracket attributes, from ``left`` on."""
    close = next((t.position for t in tokens[last:] if t.text == ")"), len(tokens))
    if has_predicate(tokens[last + 2 : close]):
        return [(last + 1, close - 1)]
    if close > last + 2 and is_dash(tokens[last + 1]):
        return []  # (по другим данным — в мае)
    if close == last + 1 and not has_predicate(tokens[left:first]):  # Город (по данным переписи) вырос вдвое
        return [(left, first - 2), (close + 1, _clause_behind(tokens, close))]
    return [(left, first - 2)]


def _clause_behind(tokens: tuple[Token, ...], close: int) -> int:
    """Return the last position of the clause that goes on behind a bracket: to a comma behind its verb."""
    for comma in tokens[close + 2 : -1]:
        if comma.text in (",", ";", ":") and has_predicate(tokens[close + 1 : comma.position]):
            return comma.position - 1
    return len(tokens) - 1


OPENS = frozenset({"если", "когда", "хотя", "пока", "поскольку", "чтобы", "раз", "как", "то", "что", "едва", "ли"})
"""Words by which the clause before a frame belongs to the one behind it (``Если А, по словам X, Б``)."""


def is_between_clauses(tokens: tuple[Token, ...], left: int, first: int, last: int) -> bool:
    """Tell whether a frame between commas stands between two whole clauses (``Посол уехал, по его словам, порт
    закрыт``): it opens the second."""
    if first - 2 <= left or tokens[first - 1].text != "," or last + 3 >= len(tokens) or tokens[last + 1].text != ",":
        return False
    reported = (t.position + 1 for t in reversed(tokens[left + 1 : first - 1]) if t.lower == "что")
    left = next((at for at in reported if tokens[at - 2].text == ","), left)  # сказал, что А, по его словам, Б
    before, after = tokens[left : first - 1], tokens[last + 2 :]
    if after[0].pos in ("CCONJ", "SCONJ", "PUNCT", "VERB", "ADP") or after[0].is_placeholder:
        return False
    if any(t.lower in OPENS or t.lower.startswith("котор") or t.text in (":", "—", "–") for t in before):
        return False
    end = next((i for i, t in enumerate(after) if t.text in (",", ";", ":")), len(after))
    return _has_subject(before) and any(map(is_predicate, before)) and has_predicate(after[:end])


def _has_subject(tokens: tuple[Token, ...]) -> bool:
    return any(t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON") for t in tokens)


def after_colon(tokens: tuple[Token, ...], left: int, first: int, right: int) -> int:
    """Return where the clause of a frame begins behind the author's own clause and a colon (``Выбора нет: завод
    закроют, сказал X``)."""
    colons = [t.position for t in tokens[left:first] if t.text == ":" and not tokens[t.position - 1].text.isdigit()]
    if len(colons) != 1:
        return left  # and none of «В 6:40 взорвался дом»
    if colons[0] == first - 1:
        return first if has_predicate(tokens[right:]) else left  # Дорога закрыта: по словам мэра, мост рухнул
    before = tokens[left : colons[0]]
    living = any(t.rel == "nsubj" and t.feat("Animacy") == "Anim" for t in before)
    if not any(is_predicate(t) and (living or t.pos == "VERB") for t in before):
        return left  # Причина проста: денег нет
    behind = (*tokens[colons[0] + 1 : first], *tokens[right:])
    told = any(is_predicate(t) for t in behind) or is_nominal(tokens[colons[0] + 1 : first], tokens[right:])
    return colons[0] + 1 if told else left
