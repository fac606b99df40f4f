"""What a frame in brackets attributes: what stands there with it, or the clause before it or around it; and a frame
between two clauses, or behind a colon: the second."""

from __future__ import annotations

from core.model.punctuation import CLOSERS, OPENERS
from core.preannotate.analysis import models
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


TURNS = frozenset({"однако", "но", "а", "зато"})
"""Conjunctions behind which a clause with a subject of its own stands apart from the one before it."""
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
    comma = next((i for i, t in enumerate(reversed(before)) if t.text == ","), None)
    part = before[-comma:] if comma else ()
    if part and not any(map(is_predicate, part)) and (part[0].lower in TURNS or not _has_subject(after[:end])):
        return False  # Опрос закончился, погрешность, по словам X, не выросла; А, но её, по словам X, сменят
    return _has_subject(before) and any(map(is_predicate, before)) and has_predicate(after[:end])


def _has_subject(tokens: tuple[Token, ...]) -> bool:
    counted = any(t.rel == "nsubj" and t.pos == "NOUN" for t in tokens)  # 1200 человек
    return counted or any(t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON") for t in tokens)


def after_colon(tokens: tuple[Token, ...], left: int, first: int, right: int) -> int:
    """Return where the clause of a frame begins behind the author's own clause and a colon (``Выбора нет: завод
    закроют, сказал X``)."""
    colons = [t.position for t in tokens[left:first] if t.text == ":" and not tokens[t.position - 1].text.isdigit()]
    if len(colons) != 1:
        return left  # and none of «В 6:40 взорвался дом»
    if colons[0] == first - 1:
        rest = [t for t in tokens[right:] if t.pos != "PUNCT"]
        told = has_predicate(rest) or is_nominal(rest[:-1], rest[-1:])
        return first if told else left  # Дорога закрыта: по словам мэра, мост рухнул
    before = tokens[left : colons[0]]
    living = any(t.rel == "nsubj" and t.feat("Animacy") == "Anim" for t in before)
    if not any(is_predicate(t) and (living or t.pos == "VERB") for t in before):
        return left  # Причина проста: денег нет
    behind = (*tokens[colons[0] + 1 : first], *tokens[right:])
    told = any(is_predicate(t) for t in behind) or is_nominal(tokens[colons[0] + 1 : first], tokens[right:])
    return colons[0] + 1 if told else left


def turn_before(tokens: tuple[Token, ...], left: int, verb: int, first: int) -> int:
    """Return where the clause of a verb before a frame begins: behind ``, но`` and its like where it has a subject of
    its own (``Суд спешил, но сам мэр узнал об этом, по его словам, из газет``), else ``left``."""
    for token in reversed(tokens[left + 2 : verb]):
        if token.lower not in TURNS or tokens[token.position - 1].text != ",":
            continue
        before, clause = tokens[left : token.position - 1], tokens[token.position + 1 : first]
        apart = _has_subject(clause) and any(map(is_predicate, before))
        return token.position + 1 if apart else left
    return left


def is_behind_dash(tokens: tuple[Token, ...], left: int, first: int, last: int) -> bool:
    """Tell whether a frame opens a whole clause behind a dash (``Завод встал — по словам X, печи остыли``)."""
    if first - 2 <= left or not is_dash(tokens[first - 1]) or last + 3 >= len(tokens) or tokens[last + 1].text != ",":
        return False
    before, after = tokens[left : first - 1], tokens[last + 2 :]
    end = next((i for i, t in enumerate(after) if t.text in (",", ";", ":")), len(after))
    return any(t.pos == "VERB" and is_predicate(t) for t in before) and has_predicate(after[:end])


def parts_clauses(tokens: tuple[Token, ...], left: int, at: int, first: int) -> bool:
    """Tell whether a dash or a comma parts a whole clause from the one that a frame interrupts (``Завод встал — печи,
    уверяет X, остыли``): behind it stands a subject, and no ``это`` or ``так``."""
    before, clause = tokens[left:at], tokens[at + 1 : first - 1]
    if tokens[at].text == "," and not _is_apart(before, clause):
        return False
    if not clause or clause[0].lower in ("это", "так", "вот") or tokens[first - 1].text != ",":
        return False
    if not any(t.pos == "VERB" and is_predicate(t) for t in before):
        return False
    if len(clause) == 1 and is_dash(tokens[at]):
        return any(p.tag.case == "nomn" for p in models.parses(clause[0].lower))  # whatever the parse saw in it
    return any(t.feat("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON", "ADJ") for t in clause)


def _is_apart(before: tuple[Token, ...], clause: tuple[Token, ...]) -> bool:
    """Tell whether a clause of the author's before a comma is no part of what follows: whole, and with no conjunction
    (``Опрос закончился, погрешность, по словам X, мала``)."""
    if not clause or clause[0].pos not in ("NOUN", "PROPN", "ADJ", "DET", "PRON") or not _has_subject(before):
        return False
    if before[-1].pos in ("NOUN", "PROPN") and before[-1].feat("Case") == "Nom":
        return False  # Пришли певцы, танцоры, по словам X, из Осаки
    linked = any(t.lower in OPENS or t.lower.startswith("котор") or t.text in (",", ":") for t in before)
    return not linked and clause[0].feat("Case") == "Nom" and not any(t.pos in ("CCONJ", "SCONJ") for t in clause)


def end_of_which(tokens: tuple[Token, ...], low: int, after: int) -> int | None:
    """Return where a clause with ``который`` that begins at ``low`` ends behind its frame, before the predicate of the
    main clause (``Врач, которого, по словам коллег, боялись, ушёл``)."""
    if not any(t.lower.startswith("котор") for t in tokens[low : low + 3]):
        return None
    marked = 0
    for token in tokens[after + 1 : -1]:
        marked += (token.text in OPENERS) - (token.text in CLOSERS)
        if token.text != "," or marked or not any(map(is_predicate, tokens[after : token.position])):
            continue
        behind = tokens[token.position + 1]
        if behind.lower == "не" and token.position + 2 < len(tokens):
            behind = tokens[token.position + 2]
        if is_predicate(behind) and behind.pos in ("VERB", "ADJ"):
            return token.position - 1
    return None
