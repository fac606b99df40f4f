"""The text of a mail as its reader sees it: wrapped lines joined (RFC 3676), quoted replies and signatures apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from core.formats.page_blocks import Node

_QUOTED = re.compile(r"(?:>[ ]?)+")
_ATTRIBUTION = re.compile(
    r"^(?=.{6,300}$).*(?:(?:написал(?:а|\(а\))?|пишет|писал(?:а|\(а\))?|wrote|schrieb)\b.{0,80}:|<\S+@\S+>\s*:)\s*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^\s*[-_—]{2,}\s*(?:исходное сообщение|original message|ursprüngliche nachricht)\s*[-_—]{2,}\s*$", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"^\s*[-_—]{2,}\s*(?:(?:начало )?(?:пересылаемо\w*|пересланно\w*|переадресованно\w*) (?:сообщени\w|письм\w)|"
    r"forwarded message|конец пересылаемого сообщения|end of forwarded message)\s*[-_—]*\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^\s*\*?(?:от|от кого|кому|копия|дата|отправлено|тема|from|to|cc|date|sent|subject|reply-to)\*?\s*:", re.IGNORECASE
)
_REPLIES = (
    ".//blockquote[@type='cite']",
    ".//*[@id='divRplyFwdMsg']",
    ".//*[@id='appendonsend']",
)
_REPLY_CLASSES = frozenset({"gmail_quote", "gmail_attr", "yahoo_quoted", "moz-cite-prefix", "OutlookMessageHeader"})
_SIGNATURE_CLASSES = frozenset({"gmail_signature", "moz-signature", "gmail_signature_prefix"})


def unflowed(text: str, delete_space: bool) -> str:
    """Return text of ``format=flowed`` with its soft line breaks joined; ``delete_space``: ``delsp=yes``."""
    out: list[str] = []
    pending: tuple[int, str] | None = None
    for line in text.split("\n"):
        quoted = _QUOTED.match(line.replace("> >", ">>")) if line.startswith(">") else None
        depth = quoted[0].count(">") if quoted else 0
        words = line.replace("> >", ">>")[depth:] if depth else line
        words = words[1:] if words.startswith(" ") else words
        flows = words.endswith(" ") and words != "-- "
        if pending is not None and pending[0] == depth and words != "-- ":
            words = pending[1] + words
        elif pending is not None:
            out.append(_quoted(*pending))
        pending = (depth, words[:-1] if delete_space else words) if flows else None
        if not flows:
            out.append(_quoted(depth, words))
    if pending is not None:
        out.append(_quoted(*pending))
    return "\n".join(out)


def _quoted(depth: int, words: str) -> str:
    return f"{'>' * depth} {words}" if depth else words


def article_lines(lines: list[str], left: Counter[str]) -> list[str]:
    """Return the lines of a mail that are its own text; count what is left out.

    A mail that is nothing but a quotation or a forwarded mail is read as that.
    """
    lines = _without_signature(lines, left)
    own = list(_own(lines, left))
    if any(line.strip() for line in own):
        return own
    left.pop("line of a quoted mail", None)
    return [line for line in (_QUOTED.sub("", one, count=1) for one in lines) if not _is_head(line)]


def _without_signature(lines: list[str], left: Counter[str]) -> list[str]:
    """Return the lines without a signature: what follows the last line ``--`` and is no quotation."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
        if lines[at].rstrip("\r") in ("-- ", "--") and any(line.strip() for line in lines[:at]):
            tail = [line for line in lines[at + 1 :] if line.strip() and not line.startswith(">")]
            left["line of a signature"] += len(tail)
            return [*lines[:at], *(line for line in lines[at + 1 :] if line.startswith(">"))]
    return lines


def _is_head(line: str) -> bool:
    return bool(_ORIGINAL.match(line) or _FORWARDED.match(line) or _HEAD.match(line))


def _own(lines: list[str], left: Counter[str]) -> Iterator[str]:
    heads = False
    for at, line in enumerate(lines):
        following = next((one for one in lines[at + 1 : at + 4] if one.strip()), "")
        if _ORIGINAL.match(line):
            left["line of a quoted mail"] += sum(bool(one.strip()) for one in lines[at:])
            return
        if _FORWARDED.match(line) or (heads and _HEAD.match(line)):
            heads = True
            left["line of the head of a forwarded mail"] += 1
        elif line.startswith(">") or (_ATTRIBUTION.match(line) and following.startswith(">")):
            left["line of a quoted mail"] += bool(line.strip("> "))
        else:
            heads = heads and not line.strip()
            yield line


def without_replies(tree: Node, left: Counter[str]) -> None:
    """Take quoted mails and signatures out of an HTML mail, unless there is nothing else in it."""
    body = next(tree.iter("body"), tree)
    replies = [one for path in _REPLIES for one in body.findall(path)]
    groups = {
        "line of a quoted mail": [*_found(body, _REPLY_CLASSES), *replies],
        "line of a signature": _found(body, _SIGNATURE_CLASSES),
    }
    gone = {one for group in groups.values() for one in group}
    if not _has_other_words(body, gone):
        return
    for kind, group in groups.items():
        for one in group:
            if one.getparent() is not None and not any(above in gone for above in one.iterancestors()):
                left[kind] += max(1, sum(bool(text.strip()) for text in one.itertext()))
                one.drop_tree()


def _found(body: Node, classes: frozenset[str]) -> list[Node]:
    return [one for one in body.iter() if isinstance(one.tag, str) and classes & set((one.get("class") or "").split())]


def _has_other_words(node: Node, gone: set[Node]) -> bool:
    if node in gone or not isinstance(node.tag, str) or node.tag in ("style", "script", "head"):
        return False
    own = (node.text or "").strip() or any((one.tail or "").strip() for one in node)
    return bool(own) or any(_has_other_words(one, gone) for one in node)
