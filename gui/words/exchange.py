"""What the formats say, in the window's language: titles, what they cannot hold, what a reader repaired or decided."""

from __future__ import annotations

from collections.abc import Iterable

from core.errors import UserError
from core.exchange.choices import Action
from core.exchange.selection import Unsettled
from core.exchange.survey import Fate
from core.formats import Format
from gui.look.languages import mark, sentence, tr

TITLES: tuple[str, ...] = (
    mark("Citata JSONL"),
    mark("Quotations, CSV"),
    mark("Quotations, Excel"),
    mark("Quotations, Parquet"),
    mark("Hugging Face data set"),
    mark("Saved web page"),
    mark("Word document"),
    mark("Saved web page with its frames (MHTML, webarchive)"),
    mark("OpenDocument text"),
    mark("RTF document"),
    mark("Outlook mail"),
    mark("PDF with a text layer"),
    mark("Mail"),
    mark("Table of articles (CSV, Excel, Parquet, JSON)"),
    mark("ZIP archive"),
    mark("Folder"),
    mark("Plain text"),
)
"""Titles of formats that are not names."""

KINDS: tuple[str, ...] = (
    mark("a CSV table"),
    mark("a DOCX document"),
    mark("a DocBin"),
    mark("a PDF document"),
    mark("a Parquet file"),
    mark("a Parquet table"),
    mark("a ZIP archive"),
    mark("a brat folder"),
    mark("a folder of CAS files"),
    mark("a folder of WebAnno TSV"),
    mark("a mail"),
    mark("a web page"),
    mark("an Excel table"),
    mark("an Excel workbook"),
)
"""What a file is not, in ``file-format``."""

IN_WINDOW: dict[str, str] = {
    "column-missing": mark("there is no column {column}; there are: {known}. Choose the columns of this table."),
    "file-format": mark("This is not {format}, or is damaged ({reason}). Make it again, or choose another format."),
    "encoding-wrong": mark("This is not text in {encoding}: byte {byte} does not fit. Choose another encoding."),
    "encoding-unknown": mark("This is text in no encoding that can be told from Russian. Choose the encoding."),
    "record-format": mark("the format is {found}, and citata/1 is read here. Choose the file's format."),
    "record-offsets-off": mark("{reading}. Tick “Put right offsets that are off”; every covered text fits then."),
    "record-label": mark("the label {label} is not one of the project's ({known}). Tick “Add labels that the project "
                         "lacks”, or add it to the project."),
    "record-layer-differs": mark("the layer of {annotator} for article {id} is there already and differs. Tick "
                                 "“Replace layers that differ”, or give the record another annotator."),
}  # fmt: skip
"""Sentences of ``core.messages`` that name options of the command line, as the window says them."""

FATES: dict[Fate, str] = {
    Fate.NEW: mark("New article"),
    Fate.LAYER: mark("New layer"),
    Fate.CHANGED: mark("Layer differs"),
    Fate.SAME: mark("Same text as {id}"),
    Fate.NEAR: mark("Nearly {id}"),
    Fate.KNOWN: mark("There already"),
    Fate.REFUSED: mark("Refused"),
}


def reason_words(error: UserError) -> str:
    """Return why a record or file was refused, without file and line, and what to do about it in the window."""
    facts = {name: value for name, value in error.facts.items() if name not in ("line", "field")}
    own = IN_WINDOW.get(error.code)
    if own is None:
        return sentence(UserError(error.code, **facts))
    shown = {name: tr(value) if isinstance(value, str) and value else value for name, value in facts.items()}
    return tr(own).format_map(shown)


def title_words(row: Format) -> str:
    """Return a format's title."""
    return tr(row.title)


def fate_words(fate: Fate, twin: str = "") -> str:
    """Return what an import would do with a record; ``twin`` is the article of the same text."""
    return tr(FATES[fate]).format(id=twin)


ACTIONS: dict[Action, str] = {
    Action.KEEP: mark("Keep both"),
    Action.SKIP: mark("Skip it"),
    Action.VERSION: mark("Take as a new version"),
}
"""What is done with a text that is there already, or nearly."""


def action_words(action: Action) -> str:
    """Return what is done with a text that is there already, or nearly."""
    return tr(ACTIONS[action])


def unsettled_words(found: Unsettled) -> str:
    """Return how much of an export nobody has settled, or what was left out of it as such; empty where nothing is."""
    if found.written:
        items, articles = tr("%n item(s)", found.written), tr("%n article(s)", found.articles)
        return tr("Settled by nobody: {items} in {articles}.", items=items, articles=articles)
    if found.left:
        items, articles = tr("%n item(s)", found.left), tr("%n article(s)", found.left_articles)
        return tr("Left out, settled by nobody: {items} in {articles}.", items=items, articles=articles)
    return ""


def counted_words(rows: Iterable[tuple[str, int]]) -> str:
    """Return names and numbers on one line: ``cues 3, notes 1``."""
    return ", ".join(f"{name} {number}" for name, number in rows)


def missing_words(row: Format) -> str:
    """Return which packages a format lacks and how they are installed; empty where it lacks none."""
    missing = row.missing()
    if not missing or row.needs is None:
        return ""
    return tr(
        "This format needs {package}, which this Citata came without. Where pip installed it: "
        "pip install 'citata[{extra}]'",
        package=", ".join(missing),
        extra=row.needs[1],
    )
