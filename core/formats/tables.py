"""Tables of articles: CSV, Excel, Parquet, and JSON records, with a mapping of columns to ours.

Ours are ``text`` (needed), ``id``, ``title``; every other column goes to the article's details under its own name, or
under ours where it is mapped (``source``, ``author``, ``published``, ``url``). Without a mapping the usual names are
tried. Several columns mapped to ``text`` are joined, a paragraph each, in the order in which they were named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from core.errors import UserError
from core.formats.base import Options, Record, Refused, open_for_reading
from core.formats.dates import iso_date
from core.formats.jsonl import lines_of
from core.formats.names import stem_of
from core.formats.nesting import each_element
from core.formats.plain import title_of
from core.formats.records import checked_article, decoded, read_each, strings
from core.formats.tables_csv import rows_of as csv_rows
from core.model.layer import Layer

USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "текст", "content", "body", "article_text", "содержание", "текст статьи", "полный текст"),
    "id": ("id", "article", "article_id", "doc_id", "uid", "номер"),
    "title": ("title", "заголовок", "headline", "название"),
    "source": ("source", "источник", "publisher", "издание"),
    "author": ("author", "автор"),
    "published": ("published", "date", "дата", "pubdate", "created_at"),
    "url": ("url", "link", "ссылка"),
}
"""Names by which a column is taken for ours, in lower case."""
_FIXED = ("text", "id", "title")
_FAULT = "\x00"
"""The column under which a line that could not be read brings its refusal."""


def read(path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield an article with an empty layer for every row, or its refusal with the row's number (the head is row 1)."""
    mapping: dict[str, str] = {}
    texts: list[str] = []

    def make(number: int, row: Mapping[str, Any]) -> Record:
        if isinstance(fault := row.get(_FAULT), UserError):
            raise fault
        if not mapping:
            mapping.update(column_mapping(list(row), options.columns))
            texts.extend(text_columns(mapping, options.columns))
        return _record(number, row, mapping, texts, path, options)

    yield from read_each(_rows(path, options), str(path), make)


def _rows(path: Path, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    readers = {".xlsx": _xlsx, ".xlsm": _xlsx, ".parquet": _parquet, ".jsonl": _json, ".ndjson": _json, ".json": _json}
    return readers.get(path.suffix.lower(), csv_rows)(path, options)


def columns_of(path: Path, options: Options) -> list[str]:
    """Return the names of the columns of a table, as its first row has them; raises UserError as ``read``."""
    for _, row in _rows(path, options):
        if isinstance(fault := row.get(_FAULT), UserError):
            raise fault
        return [str(name) for name in row if name is not None]
    return []


def column_mapping(columns: list[str], asked: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return (our name → their column); raises UserError ``column-missing`` where one is asked for or needed."""
    pairs = list(asked)
    mapping = dict(reversed(pairs))
    for ours, theirs in pairs:
        if theirs not in columns:
            raise UserError("column-missing", field=ours, column=theirs, known=", ".join(columns[:30]))
    for ours in USUAL:
        free = [column for column in columns if column not in mapping.values()]
        if ours not in mapping and (found := usual_column(ours, free)) is not None:
            mapping[ours] = found
    if "text" not in mapping:
        raise UserError("column-missing", field="text", column="text", known=", ".join(columns[:30]))
    return mapping


def usual_column(ours: str, columns: Sequence[str]) -> str | None:
    """Return the column that is taken for a field of ours by its name, or None."""
    lower = {column.strip().lower(): column for column in reversed(columns)}
    return next((lower[name] for name in USUAL[ours] if name in lower), None)


def text_columns(mapping: Mapping[str, str], asked: Iterable[tuple[str, str]]) -> list[str]:
    """Return the columns whose cells make the text, in their order."""
    return [theirs for ours, theirs in asked if ours == "text"] or [mapping["text"]]


def _record(
    number: int, row: Mapping[str, Any], mapping: dict[str, str], texts: list[str], path: Path, options: Options
) -> Record:
    cells = [cell for name in texts if isinstance(cell := row.get(name), str) and cell.strip()]
    if not cells and not isinstance(row.get(texts[0]), str):
        raise UserError("record-field", field=texts[0], reason="the cell holds no text")
    text = "\n".join(cells)
    given = row.get(mapping["id"]) if "id" in mapping else None
    title = row.get(mapping["title"]) if "title" in mapping else None
    named = {theirs: ours for ours, theirs in mapping.items()} | dict.fromkeys(texts, "text")
    rest = {named.get(str(key), str(key)): value for key, value in row.items() if named.get(str(key)) not in _FIXED}
    plain = {
        name: value if isinstance(value, (str, int, float, bool)) else _worded(value) for name, value in rest.items()
    }
    if isinstance(day := plain.get("published"), str):
        plain["published"] = iso_date(day)
    article = checked_article(
        str(given).strip() if given not in (None, "") else f"{stem_of(path)}-{number}",
        str(title).strip() or None if title is not None else title_of(text),
        text,
        {name: value for name, value in strings(plain).items() if value},
    )
    return Record(article, Layer(article, options.annotator))


def _worded(value: Any) -> Any:
    """Return a date in ISO, anything else that JSON lacks as its words."""
    if value is None or isinstance(value, (dict, list)):
        return value
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()  # Excel keeps a day as its midnight
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


# -- one reader a kind -----------------------------------------------------------------------------------------------


def _xlsx(path: Path, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        from core.formats.tables_xlsx import rows_of
    except ModuleNotFoundError as error:
        raise UserError("format-needs-extra", format="an Excel table", package="openpyxl", extra="tables") from error
    yield from rows_of(path)


def _parquet(path: Path, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        from core.formats.tables_parquet import rows_of
    except ModuleNotFoundError as error:
        raise UserError("format-needs-extra", format="a Parquet table", package="pyarrow", extra="tables") from error
    yield from rows_of(path)


def _listed(data: bytes) -> list[dict[str, Any]]:
    """Return the objects of an array; one that is nested too deeply is its fault alone."""
    try:
        return msgspec.json.decode(data, type=list[dict[str, Any]])
    except RecursionError:
        each = each_element(data)
        return [{_FAULT: one} if isinstance(one, UserError) else msgspec.convert(one, dict[str, Any]) for one in each]


def _json(path: Path, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield objects of JSONL, or of one JSON array."""
    with open_for_reading(path) as file:
        start = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
        if start == b"[":
            file.seek(0)
            try:
                listed = _listed(file.read().removeprefix(b"\xef\xbb\xbf"))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UserError("record-json", source=str(path), line=0, reason=str(error)) from error
            yield from enumerate(listed, 1)
            return
    for number, line in lines_of(path):
        try:
            yield number, decoded(line, dict[str, Any])
        except UserError as error:
            yield number, {_FAULT: error}
