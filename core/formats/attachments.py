"""Files that come inside a mail: each one of a kind that can be read is an article of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from core.errors import UserError
from core.formats.base import Options, Record, Refused
from core.formats.names import safe_file_name
from core.temporary import private_folder

_NOT_READ = frozenset({".json", ".jsonl", ".ndjson", ".xml", ".ann", ".conll"})
"""Kinds that hold annotations or settings: nothing that a press office sends as an article."""


def is_article(name: str) -> bool:
    """Tell whether an attachment is of a kind that is read as an article."""
    from core.formats import readable

    path = Path(name)
    return readable(path) and path.suffix.lower() not in _NOT_READ


def read_attached(attached: Iterable[tuple[str, bytes]], path: Path, options: Options) -> Iterator[Record | Refused]:
    """Yield the records of attachments (name, content), their sources named below the mail's."""
    from core.formats import guess

    with private_folder() as made:
        for number, (name, content) in enumerate(attached, 1):
            folder = made / str(number)
            folder.mkdir()
            file = folder / safe_file_name(name)
            file.write_bytes(content)
            try:
                for record in guess(file).read(file, options):
                    yield renamed(record, str(folder), str(path))
            except UserError as error:
                facts = {key: _renamed(value, str(folder), str(path)) for key, value in error.facts.items()}
                yield Refused(f"{path}/{name}", 0, "", UserError(error.code, **facts))


def renamed(record: Record | Refused, made: str, outer: str) -> Record | Refused:
    """Return a record or refusal with the file that people know for the temporary one it was read from."""
    source = record.source.replace(made, outer, 1)
    if isinstance(record, Record):
        return record._replace(source=source)
    facts = {key: _renamed(value, made, outer) for key, value in record.error.facts.items()}
    return Refused(source, record.line, record.field, UserError(record.error.code, **facts))


def _renamed(value: object, made: str, outer: str) -> object:
    return str(value).replace(made, outer) if isinstance(value, (str, Path)) else value
