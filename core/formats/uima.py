"""UIMA CAS for INCEpTION, WebAnno and DKPro, through dkpro-cassis: XMI files with their type system.

Entities are DKPro ``NamedEntity``; a quotation's parts are one custom span layer ``webanno.custom.Quotation``
(INCEpTION draws relations only within a layer) with ``webanno.custom.QuotationLink`` between them. What else the format
can hold stands in ``citata.Record`` and ``citata.Actor``. UIMA counts UTF-16 units; cassis converts.
"""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from cassis import Cas, TypeSystem, load_cas_from_xmi
from cassis.typesystem import (
    TYPE_NAME_ANNOTATION,
    TYPE_NAME_STRING,
    TYPE_NAME_TOP,
    AnnotationHasNoSofa,
    TypeNotFoundError,
)

from core.errors import UserError, fault_of
from core.formats.base import Options, Record, Refused, Summary, open_for_reading
from core.formats.brat import file_name
from core.formats.flat import RESERVED, Flat, Piece, Relation, actor_kind, count_lost, flatten, unflatten
from core.formats.folders import files_below, whose, writing_folder
from core.formats.nesting import decode
from core.formats.prodigy import tokens_of
from core.formats.records import checked_article, notes_of, refusal, strings
from core.formats.xml_safe import check_xml, xml_text
from core.model import Actor, Range, State, Status
from core.model.text import paragraphs

HOLDS = frozenset(
    {"entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "title", "meta"}
    | {"status"}
)
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
SENTENCE, TOKEN = f"{_DKPRO}.segmentation.type.Sentence", f"{_DKPRO}.segmentation.type.Token"
ENTITY, QUOTATION, LINK = f"{_DKPRO}.ner.type.NamedEntity", "webanno.custom.Quotation", "webanno.custom.QuotationLink"
RECORD, ACTOR = "citata.Record", "citata.Actor"
_SPAN = ("itemId", "actor", "actorName", "state", "score")
_TYPES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (SENTENCE, TYPE_NAME_ANNOTATION, ()),
    (TOKEN, TYPE_NAME_ANNOTATION, ()),
    (ENTITY, TYPE_NAME_ANNOTATION, ("value", "identifier", *_SPAN)),
    (QUOTATION, TYPE_NAME_ANNOTATION, ("kind", *_SPAN)),
    (LINK, TYPE_NAME_ANNOTATION, ("kind",)),
    (RECORD, TYPE_NAME_TOP, ("articleId", "title", "annotator", "status", "meta")),
    (ACTOR, TYPE_NAME_TOP, ("actorId", "name", "kind")),
)
"""Type, supertype, string features."""


# -- writing ---------------------------------------------------------------------------------------------------------


def type_system() -> TypeSystem:
    """Return the type system of our files."""
    types = TypeSystem(add_document_annotation_type=True)
    for name, above, features in _TYPES:
        made = types.create_type(name, supertypeName=above)
        for feature in features:
            types.create_feature(made, feature, TYPE_NAME_STRING)
    for feature in ("Governor", "Dependent"):
        types.create_feature(LINK, feature, TYPE_NAME_ANNOTATION)
    return types


def write(path: Path, records: Iterable[Record], options: Options) -> Summary:
    """Write a folder: ``ANNOTATOR/ARTICLE.xmi`` and ``TypeSystem.xml``."""
    return write_folder(path, records, ".xmi")


def write_folder(path: Path, records: Iterable[Record], suffix: str) -> Summary:
    """Write a CAS for every record, as XMI or JSON by ``suffix``."""
    summary, types = Summary(), type_system()
    with writing_folder(path) as folder:
        (folder / "TypeSystem.xml").write_text(types.to_xml() or "", encoding="utf-8")
        for record in records:
            count_lost(record.layer, HOLDS, summary)
            below = folder / file_name(record.layer.annotator)
            below.mkdir(exist_ok=True)
            cas = make_cas(record, types, summary, xml=suffix == ".xmi")
            target = below / f"{file_name(record.article.id)}{suffix}"
            if suffix == ".xmi":
                cas.to_xmi(target)
            else:
                cas.to_json(target)
    return summary


def make_cas(record: Record, types: TypeSystem, summary: Summary, *, xml: bool) -> Cas:
    """Return a record as a CAS; with ``xml``, characters that XML cannot hold are replaced and counted."""
    article, layer = record.article, record.layer
    held = partial(_held, summary) if xml else _as_it_is
    text = held(article.text)
    cas = Cas(typesystem=types, sofa_string=text, sofa_mime="text/plain", document_language="ru")
    for span in paragraphs(text):
        if text[span.start : span.end].strip():
            cas.add(types.get_type(SENTENCE)(begin=span.start, end=span.end))
    cas.add_all([types.get_type(TOKEN)(begin=start, end=end) for start, end in tokens_of(text)])
    flat = flatten(layer, split=True)
    actors = {actor.id: actor for actor in flat.actors}
    spans = {piece.id: _span(piece, types, actors, held) for piece in flat.pieces}
    cas.add_all(spans.values())
    for link in flat.relations:
        source, target = spans[link.source], spans[link.target]
        ends = {"begin": target.begin, "end": target.end, "Governor": source, "Dependent": target}
        cas.add(types.get_type(LINK)(kind=link.kind, **ends))
    title = None if article.title is None else held(article.title)
    head = {"articleId": held(article.id), "title": title, "annotator": held(layer.annotator)}
    more = {"status": layer.head.status.value, "meta": held(msgspec.json.encode(article.meta).decode())}
    cas.add(types.get_type(RECORD)(**head, **more))
    for actor in flat.actors:
        kind = actor.kind.value if actor.kind else None
        cas.add(types.get_type(ACTOR)(actorId=held(actor.id), name=held(actor.name), kind=kind))
    return cas


def _held(summary: Summary, words: str) -> str:
    """Return ``words`` as XML can hold them, and count what it cannot."""
    made, replaced = xml_text(words)
    summary.lost["characters that XML cannot hold (replaced by U+FFFD)"] += replaced
    return made


def _as_it_is(words: str) -> str:
    return words


def _span(piece: Piece, types: TypeSystem, actors: dict[str, Actor], held: Callable[[str], str]) -> Any:
    start, end = piece.ranges[0]
    actor = actors.get(piece.actor or "")
    features: dict[str, Any] = {"begin": start, "end": end, "itemId": held(piece.id)}
    features |= {"actor": held(actor.id), "actorName": held(actor.name)} if actor else {}
    features |= {"state": piece.state.value} if piece.state else {}
    features |= {"score": repr(piece.score)} if piece.score is not None else {}
    if piece.label in RESERVED:
        return types.get_type(QUOTATION)(kind=piece.label, **features)
    return types.get_type(ENTITY)(value=held(piece.label), **features)


# -- reading ---------------------------------------------------------------------------------------------------------


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of a folder of XMI files, or of one; ``TypeSystem.xml`` lies beside or above them."""
    yield from read_folder(path, ".xmi", options)


def read_folder(path: Path, suffix: str, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of every CAS below ``path``."""
    files = files_below(path, suffix) if path.is_dir() else [path]
    if not files:
        raise UserError("file-format", path=path, format="a folder of CAS files", reason=f"it has no {suffix} files")
    for file in files:
        try:
            cas = _load_xmi(file, _types_beside(file)) if suffix == ".xmi" else load_json(file)
            yield _record(cas, *whose(file, path, ""), options)._replace(source=str(file))
        except UserError as error:
            yield refusal(error, file)


def _types_beside(file: Path) -> TypeSystem:
    from cassis import load_typesystem

    for folder in (file.parent, file.parent.parent):
        found = folder / "TypeSystem.xml"
        if found.is_file():
            data = found.read_bytes()
            check_xml(data, found)
            return _trying(partial(load_typesystem, io.BytesIO(data)), found, "a UIMA type system")
    return type_system()


def _load_xmi(file: Path, types: TypeSystem) -> Cas:
    with open_for_reading(file) as opened:
        data = opened.read()
    check_xml(data, file)
    return _trying(lambda: load_cas_from_xmi(io.BytesIO(data), typesystem=types, lenient=True), file, "a CAS in XMI")


def load_json(file: Path) -> Cas:
    """Return the CAS of a JSON file; raises UserError ``file-format``."""
    from cassis.json import CasJsonDeserializer

    class Deserializer(CasJsonDeserializer):  # type: ignore[misc]
        """cassis 0.12 makes every view but the initial one twice, and fails at the second time."""

        def _get_or_create_view(self, cas: Cas, view_name: str, *numbers: Any, **named: Any) -> Cas:
            if any(sofa.sofaID == view_name for sofa in cas.sofas):
                return cas.get_view(view_name)
            return super()._get_or_create_view(cas, view_name, *numbers, **named)

    with open_for_reading(file) as opened:
        data = opened.read()
    return _trying(
        lambda: Deserializer().deserialize(io.BytesIO(data), TypeSystem(), lenient=True), file, "a CAS in JSON"
    )


def _trying(load: Any, file: Path, format: str) -> Any:
    """Return what cassis loads; whatever it raises on a damaged file is a refusal of that file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load()
    except (
        TypeNotFoundError,
        AnnotationHasNoSofa,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        SyntaxError,
        RuntimeError,
    ) as error:
        reason = fault_of(error)
        if isinstance(error, (LookupError, AttributeError, TypeError)):
            reason = "a link leads to something that the file does not index"
        raise UserError("file-format", path=file, format=format, reason=reason) from error


def _with_text(cas: Cas, lost: Counter[str]) -> tuple[Cas, str]:
    """Return the view that is read, and its text: the first that has one; the others are counted by name."""
    read: tuple[Cas, str] | None = None
    for sofa in cas.sofas:
        view = cas.get_view(sofa.sofaID)
        if read is None and isinstance(view.sofa_string, str):
            read = view, view.sofa_string
        elif isinstance(view.sofa_string, str):
            lost[f"view {sofa.sofaID}"] += 1
    if read is None:
        raise UserError("record-field", field="sofa", reason="the CAS has no text")
    return read


_READ = frozenset((SENTENCE, TOKEN, ENTITY, QUOTATION, LINK, RECORD, ACTOR))


def _count_foreign(cas: Cas, lost: Counter[str]) -> None:
    """Count the annotations of types that cannot be kept here; how a text is cut into tokens is nobody's word."""
    for found in cas.select_all_annotations():
        name = str(found.type.name)
        if (
            name not in _READ
            and not name.startswith("uima.")
            and ".segmentation." not in name
            and ".metadata." not in name
        ):
            lost[f"annotation of {name}"] += 1


def _record(whole: Cas, named: str, user: str, options: Options) -> Record:
    lost: Counter[str] = Counter()
    cas, text = _with_text(whole, lost)
    _count_foreign(cas, lost)
    known = {one.name for one in cas.typesystem.get_types()}
    heads = list(cas.select(RECORD)) if RECORD in known else []
    ours: dict[str, Any] = {name: _feature(heads[0], name) for name in _TYPES[5][2]} if heads else {}
    article = checked_article(ours.get("articleId") or named, ours.get("title"), text, _meta(ours))
    if len(article.text) != len(text):
        raise UserError("record-not-canonical", field="sofa", what="carriage returns or a BOM")
    flat, ids = Flat(), dict[int, str]()
    if ACTOR in known:
        for one in cas.select(ACTOR):
            if _feature(one, "actorId"):
                actor_id, name = str(one.actorId), str(_feature(one, "name") or one.actorId)
                flat.actors.append(Actor(id=actor_id, name=name, kind=actor_kind(_feature(one, "kind"))))
    for type_name, label in ((ENTITY, "value"), (QUOTATION, "kind")):
        for at, span in enumerate(cas.select(type_name) if type_name in known else (), 1):
            ids[id(span)] = str(_feature(span, "itemId") or f"{label[0]}{at}")
            flat.pieces.append(_piece(span, ids[id(span)], str(_feature(span, label) or "")))
    for link in cas.select(LINK) if LINK in known else ():
        source, target = ids.get(id(_feature(link, "Governor")), ""), ids.get(id(_feature(link, "Dependent")), "")
        flat.relations.append(Relation(str(_feature(link, "kind") or ""), source, target))
    status = next((one for one in Status if one.value == ours.get("status")), Status.NEW)
    annotator = ours.get("annotator") or options.annotator
    if user == ours.get("articleId") or user == "INITIAL_CAS":
        user = ""  # the document as it was before anybody worked on it
    if user and user != annotator:  # who worked on it beats what our own export wrote
        annotator, status = user, Status.NEW
    elif not user and options.annotator != Options.annotator:
        annotator = options.annotator
    return Record(article, unflatten(article, annotator, flat, status=status, unheld=lost), notes_of(None, lost))


def _piece(span: Any, piece_id: str, label: str) -> Piece:
    state = next((state for state in State if state.value == _feature(span, "state")), None)
    try:
        score = float(_feature(span, "score") or "nan")
    except (TypeError, ValueError):
        score = -1.0
    begin, end = _feature(span, "begin"), _feature(span, "end")
    ranges = (Range(begin, end),) if isinstance(begin, int) and isinstance(end, int) else ()
    return Piece(piece_id, label, ranges, _feature(span, "actor"), state, score if 0 <= score <= 1 else None)


def _feature(found: Any, name: str) -> Any:
    return getattr(found, name, None)


def _meta(ours: dict[str, Any]) -> dict[str, str]:
    try:
        return strings(decode(ours.get("meta") or "{}", dict[str, Any]))
    except (msgspec.DecodeError, UserError):
        return {}
