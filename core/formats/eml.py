"""Mails (``.eml``): the plain body, or the main text of the HTML one; subject, sender and date."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.encodings import detect
from core.formats.plain import BYTE_LIMIT
from core.formats.records import checked_article, read_one
from core.model.layer import Layer


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the article of a mail with an empty layer, or its refusal."""
    yield from read_one(path, lambda: _record(path, options))


def _record(path: Path, options: Options) -> Record:
    with open_for_reading(path) as file:
        data = file.read(8 * BYTE_LIMIT)
    if not data.strip():
        raise UserError("file-empty", path=path)
    try:
        mail = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
        meta, title = _details(mail, path), str(mail["subject"] or "").strip() or None
        body = mail.get_body(("plain", "html"))
        content = body.get_payload(decode=True) if body is not None else None
        charset = body.get_content_charset() if body is not None else None
        html = body is not None and body.get_content_subtype() == "html"
        left = sum(1 for _ in mail.iter_attachments()) if mail.is_multipart() else 0
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise UserError("file-format", path=path, format="a mail", reason=str(error)[:200]) from error
    if not isinstance(content, bytes) or not content.strip():
        raise UserError("mail-no-text", path=path)
    notes = (f"left out: {left} attachments",) if left else ()
    if html:
        try:
            from core.formats.html import page
        except ModuleNotFoundError as error:
            needs = {"format": "a mail in HTML", "package": "trafilatura", "extra": "articles"}
            raise UserError("format-needs-extra", **needs) from error
        found = page(content, path.stem, options, path.name)
        article = checked_article(path.stem, title or found.article.title, found.article.text, meta)
    else:
        article = checked_article(path.stem, title, _text(content, options.encoding or charset), meta)
    return Record(article, Layer(article, options.annotator), notes)


def _text(content: bytes, charset: str | None) -> str:
    for name in (charset, detect(content), "utf-8"):
        try:
            return content.decode(name or "utf-8").strip("\r\n")
        except (ValueError, LookupError):
            continue
    return content.decode("utf-8", "replace").strip("\r\n")


def _details(mail: EmailMessage, path: Path) -> dict[str, str]:
    meta = {"file": path.name}
    if mail["from"]:
        meta["author"] = str(mail["from"])
    try:
        if mail["date"]:
            meta["published"] = parsedate_to_datetime(str(mail["date"])).isoformat()
    except (ValueError, TypeError):
        meta["published"] = str(mail["date"])
    return meta
