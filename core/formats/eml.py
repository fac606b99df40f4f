"""Mails (``.eml``): the letter without quoted replies and signature; subject, sender, date; attachments as articles."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError, fault_of
from core.formats.attachments import is_article, read_attached
from core.formats.base import Options, Record, Refused, open_for_reading, refused
from core.formats.encodings import decoded_page
from core.formats.mail_text import article_lines, unflowed, without_replies
from core.formats.names import name_of, stem_of
from core.formats.plain import BYTE_LIMIT
from core.formats.prose import Prose
from core.formats.records import placed

_FAULTS = (ValueError, TypeError, LookupError, AttributeError, RecursionError)

_UNNAMED = {"application/pdf": "file.pdf", "text/html": "page.html", "text/plain": "text.txt"}
"""Names for attachments that come without one."""


class Body(NamedTuple):
    """One part of a letter's text."""

    content: bytes
    charset: str | None
    html: bool
    flowed: bool = False
    delete_space: bool = False


class Letter(NamedTuple):
    """A mail, of whatever program: what is common to them."""

    subject: str
    meta: dict[str, str]
    bodies: list[Body]
    attached: list[tuple[str, bytes]]
    pictures: int = 0


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a mail with an empty layer, then those of its attachments; or their refusals."""
    with open_for_reading(path) as file:
        data = file.read(8 * BYTE_LIMIT)
    if not data.strip():
        yield refused(UserError("file-empty", path=path))
        return
    try:
        mail = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
        letter = _letter(mail)
    except _FAULTS as error:
        yield refused(UserError("file-format", path=path, format="a mail", reason=fault_of(error)))
        return
    yield from read_letter(letter, path, options)


def read_letter(letter: Letter, path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a letter: its own text where it has any, and each attachment that can be read."""
    articles = [one for one in letter.attached if is_article(one[0])]
    try:
        yield _record(letter, articles, path, options)._replace(source=str(path))
    except UserError as error:
        if error.code == "format-needs-extra":
            raise
        if error.code != "mail-no-text" or not articles:
            yield refused(placed(error, str(path), 0) if error.code.startswith("record-") else error)
    yield from read_attached(articles, path, options)


def _record(letter: Letter, articles: list[tuple[str, bytes]], path: Path, options: Options) -> Record:
    prose = Prose(meta=dict(letter.meta))
    lines = [line for body in letter.bodies for line in _lines(body, prose, path, options)]
    for line in article_lines(lines, prose.left):
        prose.add(line)
        prose.end()
    if not prose.text():
        raise UserError("mail-no-text", path=path)
    if articles:
        prose.said.append(f"attachments read as articles: {', '.join(name for name, _ in articles)}")
    others = [name or "?" for name, _ in letter.attached if not is_article(name)]
    if others:
        word = "attachment" if len(others) == 1 else "attachments"
        prose.said.append(f"left out: {len(others):,} {word} ({', '.join(others)})")
    prose.left["picture"] += letter.pictures
    return prose.record(stem_of(path), letter.subject.strip() or None, name_of(path), options)


def _lines(body: Body, prose: Prose, path: Path, options: Options) -> list[str]:
    """Return the lines that a part of a letter shows."""
    if body.html:
        try:
            from core.formats.html import shown_lines, tree_of
        except ImportError as error:
            needs = {"format": "a mail in HTML", "package": "trafilatura and lxml_html_clean", "extra": "articles"}
            raise UserError("format-needs-extra", **needs) from error
        if not body.content.strip():
            return []
        text, _, doubt = decoded_page(body.content, options.encoding, body.charset)
        tree, _ = tree_of(text.encode("utf-8", "replace"), "utf-8", path.name)
        without_replies(tree, prose.left)
        shown, left = shown_lines(tree, options, path.name)
        prose.left += left
    else:
        text, _, doubt = decoded_page(body.content, options.encoding, body.charset)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        shown = (unflowed(text, body.delete_space) if body.flowed else text).split("\n")
    prose.said += [doubt] if doubt else []
    return shown


# -- the parts of a MIME mail ------------------------------------------------------------------------------------------


def _letter(mail: EmailMessage) -> Letter:
    letter = Letter(str(mail["subject"] or ""), _details(mail), [], [], 0)
    pictures = _sort(mail, letter)
    return letter._replace(pictures=pictures)


def _sort(part: EmailMessage, letter: Letter) -> int:
    """Put a part, or those in it, among the letter's texts or attachments; return how many pictures are in the text."""
    kind, inner = part.get_content_type(), _parts(part)
    if kind == "multipart/alternative" and inner:
        return _sort(_preferred(inner), letter)
    if kind == "multipart/related" and inner:
        return _sort(inner[0], letter) + sum(one.get_content_maintype() == "image" for one in inner[1:])
    if inner and kind != "message/rfc822":
        return sum(_sort(one, letter) for one in inner)
    if kind == "message/rfc822":
        letter.attached.extend((f"{one['subject'] or 'mail'}.eml", one.as_bytes()) for one in inner)
        return 0
    decoded = part.get_payload(decode=True)
    content = decoded if isinstance(decoded, bytes) else b""
    if kind in ("text/plain", "text/html") and not part.is_attachment() and not part.get_filename():
        flowed = str(part.get_param("format") or "").lower() == "flowed"
        delete = str(part.get_param("delsp") or "").lower() == "yes"
        letter.bodies.append(Body(content, part.get_content_charset(), kind == "text/html", flowed, delete))
        return 0
    if part.get_content_maintype() == "image" and not part.is_attachment():
        return 1
    letter.attached.append((_name(part), content))
    return 0


def _parts(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload() if part.is_multipart() else None
    return [one for one in payload if isinstance(one, EmailMessage)] if isinstance(payload, list) else []


def _preferred(parts: list[EmailMessage]) -> EmailMessage:
    """Return the plain one of several forms of a letter, unless it only says that there is another one."""
    plain = next((one for one in parts if one.get_content_type() == "text/plain"), None)
    if plain is None:
        return parts[-1]
    if len(parts) == 1:
        return plain
    words, longest = plain.get_payload(decode=True), max(len(one.as_bytes()) for one in parts if one is not plain)
    enough = isinstance(words, bytes) and (len(words.strip()) > 200 or 20 * len(words.strip()) > longest)
    return plain if enough else parts[-1]


def _name(part: EmailMessage) -> str:
    name = part.get_filename()
    if name:
        return name
    return _UNNAMED.get(part.get_content_type(), "")


def _details(mail: EmailMessage) -> dict[str, str]:
    meta = {"author": str(mail["from"])} if mail["from"] else {}
    try:
        if mail["date"]:
            meta["published"] = parsedate_to_datetime(str(mail["date"])).isoformat()
    except (ValueError, TypeError):
        meta["published"] = str(mail["date"])
    return meta
