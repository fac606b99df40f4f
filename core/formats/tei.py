"""TEI XML: a ``teiCorpus`` with a TEI text for each article; content in ``<said>``, names in ``<persName>`` and others.

Spans that cross each other or a paragraph are cut into parts joined by ``@next`` and ``@prev``. Who a name or a
quotation points to stands in each text's ``particDesc``. It validates against TEI P5 All (``bench/peers/tei_peer.py``).
"""

from __future__ import annotations

import heapq
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from core.formats.base import Options, Record, Summary, replacing
from core.formats.flat import CUE, FORMS, PARENT, SPEAKER, Flat, Piece, count_lost, flatten
from core.formats.xml_safe import xml_text
from core.model import Actor, ActorKind, Range
from core.model.text import paragraphs

HOLDS = frozenset({"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "title", "meta"})
_NAMES = {"PER": "persName", "ORG": "orgName", "LOC": "placeName"}
_SPOKEN = {"direct": "true", "indirect": "false", "mixed": "unknown"}
_GLOSS = {
    "direct": "Words given as the source's own.",
    "indirect": "What the source said, in a clause of the author's.",
    "mixed": "A clause of the author's with words of the source's own in it.",
}
_NOTHING = (
    b"<TEI><teiHeader><fileDesc><titleStmt><title/></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
    b"</sourceDesc></fileDesc></teiHeader><text><body><p/></body></text></TEI>\n"
)
"""What stands in a corpus of no articles: the schema wants one text."""


class Part(NamedTuple):
    """A span of a piece that lies within one paragraph and nests in the others: its number from 1."""

    start: int
    end: int
    piece: Piece
    number: int


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write the corpus, streaming."""
    summary = Summary()
    with replacing(path) as out:
        out.write(_head().encode("utf-8"))
        for record in records:
            count_lost(record.layer, HOLDS, summary)
            for piece in tei_text(record, f"r{summary.articles}", summary):
                out.write(piece.encode("utf-8"))
        if not summary.articles:
            out.write(_NOTHING)
        out.write(b"</teiCorpus>\n")
    return summary


def _head() -> str:
    categories = "".join(
        f'<category xml:id="{form}"><catDesc>{escape(_GLOSS[form])}</catDesc></category>' for form in FORMS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader><fileDesc>'
        "<titleStmt><title>Annotated press texts</title></titleStmt><publicationStmt><p>Exported by Citata.</p>"
        "</publicationStmt><sourceDesc><p>The sources stand in the header of each text.</p></sourceDesc></fileDesc>"
        f'<encodingDesc><classDecl><taxonomy xml:id="form">{categories}</taxonomy></classDecl></encodingDesc>'
        "</teiHeader>\n"
    )


def tei_text(record: Record, prefix: str, summary: Summary) -> Iterator[str]:
    """Yield the pieces of one ``TEI`` element; ids in it begin with ``prefix``."""
    article, layer = record.article, record.layer
    text, replaced = xml_text(article.text)
    summary.lost["characters that XML cannot hold (replaced by U+FFFD)"] += replaced
    flat = flatten(layer)
    actors = {actor.id: f"{prefix}.a{number}" for number, actor in enumerate(flat.actors, 1)}
    title = _clean(article.title or article.id)
    yield f'<TEI xml:id="{prefix}" n={_attribute(article.id)}><teiHeader><fileDesc><titleStmt>'
    annotator = escape(_clean(layer.annotator))
    yield f"<title>{escape(title)}</title><respStmt><resp>annotation</resp><name>{annotator}</name></respStmt>"
    yield f"</titleStmt><publicationStmt><p>Status: {layer.head.status.value}.</p></publicationStmt>"
    yield f"<sourceDesc>{_source(article.title, article.meta, summary)}</sourceDesc></fileDesc>"
    if flat.actors:
        yield f"<profileDesc><particDesc>{_people(flat.actors, actors)}</particDesc></profileDesc>"
    yield '</teiHeader><text xml:lang="ru"><body>\n'
    yield from _body(text, flat, actors, prefix)
    yield "</body></text></TEI>\n"


def _source(title: str | None, meta: dict[str, str], summary: Summary) -> str:
    known = {"author": "author", "source": "publisher", "published": "date", "url": "idno"}
    summary.lost["articles' further details"] += len(set(meta) - set(known))
    inner = f"<title>{escape(_clean(title))}</title>" if title else ""
    for name, element in known.items():
        if meta.get(name):
            kind = ' type="URL"' if element == "idno" else ""
            inner += f"<{element}{kind}>{escape(_clean(meta[name]))}</{element}>"
    return f"<bibl>{inner}</bibl>" if inner else "<p>Not known.</p>"


def _people(found: list[Actor], ids: dict[str, str]) -> str:
    people, others = "", ""
    for actor in found:
        name, head = escape(_clean(actor.name)), f'xml:id="{ids[actor.id]}" n={_attribute(actor.id)}'
        if actor.kind in (None, ActorKind.PERSON, ActorKind.UNNAMED):
            people += f"<person {head}{_role(actor)}><persName>{name}</persName></person>"
        else:
            others += f'<org {head} type="{actor.kind}"><orgName>{name}</orgName></org>'
    return (f"<listPerson>{people}</listPerson>" if people else "") + (f"<listOrg>{others}</listOrg>" if others else "")


def _role(actor: Actor) -> str:
    return ' role="unnamed"' if actor.kind is ActorKind.UNNAMED else ""


# -- the text --------------------------------------------------------------------------------------------------------


def _body(text: str, flat: Flat, actors: dict[str, str], prefix: str) -> Iterator[str]:
    blocks = [span for span in paragraphs(text) if span.start < span.end]
    parts = [cut(block, flat.pieces) for block in blocks]
    numbers = {piece.id: f"{prefix}.s{number}" for number, piece in enumerate(flat.pieces, 1)}
    order: dict[str, list[str]] = defaultdict(list)
    placed: list[list[tuple[Part, str]]] = []
    for found in parts:
        placed.append([])
        for part in found:
            part_id = f"{numbers[part.piece.id]}.{len(order[part.piece.id]) + 1}"
            order[part.piece.id].append(part_id)
            placed[-1].append((part, part_id))
    links: dict[str, list[str]] = defaultdict(list)
    for link in flat.relations:
        source, target = (link.source, link.target) if link.kind == PARENT else (link.target, link.source)
        links[source] += order[target][:1]
    for block, found_parts in zip(blocks, placed, strict=True):
        yield "<p>"
        yield from _mixed(text, block, found_parts, order, links, actors)
        yield "</p>\n"
    if not blocks:
        yield "<p/>"


def cut(block: Range, pieces: Iterable[Piece]) -> list[Part]:
    """Return the parts of all pieces in one paragraph, in document order, each inside or outside every other."""
    waiting: list[tuple[int, int, int, Piece]] = []
    for index, piece in enumerate(pieces):
        for start, end in piece.ranges:
            here = max(start, block.start), min(end, block.end)
            if here[0] < here[1]:
                waiting.append((here[0], -here[1], index, piece))
    heapq.heapify(waiting)
    out: list[Part] = []
    opened: list[int] = []
    while waiting:
        start, end, index, piece = heapq.heappop(waiting)
        while opened and opened[-1] <= start:
            opened.pop()
        if opened and -end > opened[-1]:
            heapq.heappush(waiting, (opened[-1], end, index, piece))
            end = -opened[-1]
        opened.append(-end)
        out.append(Part(start, -end, piece, index))
    return out


def _mixed(
    text: str,
    block: Range,
    parts: list[tuple[Part, str]],
    order: dict[str, list[str]],
    links: dict[str, list[str]],
    actors: dict[str, str],
) -> Iterator[str]:
    at = block.start
    opened: list[tuple[int, str]] = []

    def close(upto: int) -> Iterator[str]:
        nonlocal at
        while opened and opened[-1][0] <= upto:
            end, name = opened.pop()
            yield f"{escape(text[at:end])}</{name}>"
            at = end

    for part, part_id in parts:
        yield from close(part.start)
        yield escape(text[at : part.start])
        at = part.start
        name = _element(part.piece.label)
        opened.append((part.end, name))
        yield f"<{name}{_attributes(part.piece, part_id, order, links, actors)}>"
    yield from close(block.end)
    yield escape(text[at : block.end])


def _element(label: str) -> str:
    if label in FORMS:
        return "said"
    return {CUE: "seg", SPEAKER: "rs"}.get(label) or _NAMES.get(label, "name")


def _attributes(
    piece: Piece, part_id: str, order: dict[str, list[str]], links: dict[str, list[str]], actors: dict[str, str]
) -> str:
    chain = order[piece.id]
    at = chain.index(part_id)
    out = f' xml:id="{part_id}"'
    actor = actors.get(piece.actor or "")
    if piece.label in FORMS:
        out += f' ana="#{piece.label}" direct="{_SPOKEN[piece.label]}"' + (f' who="#{actor}"' if actor else "")
    elif piece.label in (CUE, SPEAKER):
        out += f' type="{piece.label}"'
    else:
        kind = "" if piece.label in _NAMES else f" type={_attribute(_word(piece.label))}"
        out += kind + (f' ref="#{actor}"' if actor else "")
    if at == 0 and links[piece.id]:
        out += ' corresp="' + " ".join(f"#{other}" for other in links[piece.id]) + '"'
    out += f' next="#{chain[at + 1]}"' if at + 1 < len(chain) else ""
    return out + (f' prev="#{chain[at - 1]}"' if at else "")


def _word(label: str) -> str:
    """Return a label as TEI's ``teidata.word`` takes it: no separators, no control or unassigned characters."""
    clean = _clean(label).replace("\ufffd", "_")
    return "".join("_" if unicodedata.category(one)[0] in "CZ" else one for one in clean) or "_"


def _clean(text: str) -> str:
    return xml_text(text)[0]


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
