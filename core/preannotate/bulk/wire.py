"""What goes to a worker and comes back: an article and its proposals as bytes, which any process can read."""

from __future__ import annotations

import msgspec

from core.errors import UserError
from core.model import AUTO, Article, Item
from core.model.layer import Layer
from core.preannotate.bulk.many import Proposer, proposed


class Reply(msgspec.Struct, frozen=True, array_like=True):
    """What a worker says: the items of a layer, or the code and the facts of a UserError."""

    items: tuple[Item, ...] = ()
    code: str = ""
    facts: dict[str, str] = {}


_encoder = msgspec.msgpack.Encoder()
_articles = msgspec.msgpack.Decoder(Article)
_replies = msgspec.msgpack.Decoder(Reply)


def asked(article: Article) -> bytes:
    """Return the bytes of an article."""
    return _encoder.encode(article)


def answered(proposer: Proposer, data: bytes) -> bytes:
    """Return the reply to an article."""
    try:
        found = proposed(proposer, _articles.decode(data))
    except UserError as error:
        found = error
    return refusal(found) if isinstance(found, UserError) else _encoder.encode(Reply(found.everything()))


def refusal(error: UserError) -> bytes:
    """Return the reply that an error is."""
    return _encoder.encode(Reply(code=error.code, facts={name: str(value) for name, value in error.facts.items()}))


def error(data: bytes) -> UserError:
    """Return the error that a reply tells of."""
    reply = _replies.decode(data)
    return UserError(reply.code, **reply.facts)


def read(article: Article, data: bytes) -> Layer | UserError:
    """Return what a reply says of an article; raises the UserError that is none of this article."""
    reply = _replies.decode(data)
    if not reply.code:
        return Layer(article, AUTO, reply.items)
    found = error(data)
    if found.code != "annotate-failed":
        raise found
    return found
