"""What guidelines consist of: the text to start from, and which section belongs to a label, a form or a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.model import Annotation, Entity, Form
from core.model.schema import Schema
from gui.help import shelf
from gui.help.markdown import Heading
from gui.look.languages import in_every_language, mark, tr
from gui.words.items import FORMS, label_words
from gui.words.spoken import KINDS

SPEAKER = (mark("Speaker"), mark("Speakers"))
QUOTATIONS = (mark("Quotations"), mark("Quotation"), mark("What counts"))
ENTITIES = (mark("Entities"), mark("Entity"))
FORM_WORDS: dict[Form, str] = {
    Form.DIRECT: mark("The words as they were said: in quotation marks, in a line of dialogue, or after a colon."),
    Form.INDIRECT: mark("What was said, retold in a clause."),
    Form.MIXED: mark("Retold, with a part in quotation marks word for word."),
}


def names_of(item: Annotation | None, schema: Schema | None, *, speaker: bool = False) -> list[str]:
    """Return what the heading of the section about an item may be, the most fitting first, in every language."""
    if speaker:
        return _every(SPEAKER)
    if isinstance(item, Entity):
        label = schema.label(item.label) if schema is not None else None
        return [item.label, *(label.names.values() if label is not None else ()), *_every(ENTITIES)]
    if item is not None:
        return [*_every((KINDS[item.form.value], FORMS[item.form])), item.form.value, *_every(QUOTATIONS)]
    return []


def label_names(schema: Schema | None, label_id: str) -> list[str]:
    """Return what the heading of a label's section may be."""
    label = schema.label(label_id) if schema is not None else None
    return [label_id, *(label.names.values() if label is not None else ())]


def _every(sources: Iterable[str]) -> list[str]:
    return [words for source in sources for words in in_every_language(source)]


def section_of(names: Iterable[str], found: Sequence[Heading]) -> str:
    """Return the anchor of the first heading that is one of ``names`` or begins with it; empty where there is none."""
    for name in names:
        begins = re.compile(rf"{re.escape(name)}(?!\w)", re.IGNORECASE)
        for one in found:
            if name and begins.match(one.text.strip()):
                return one.slug
    return ""


def start_text(project: str, schema: Schema, language: str) -> str:
    """Return Citata's own guidelines with a section for every form and label of a project, to go on from."""
    own = shelf.text("guidelines", language).partition("\n")[2].strip()
    lines = [f"# {tr('Guidelines of “{project}”', project=project)}", "", own, ""]
    for form in Form:
        lines += [f"## {tr(KINDS[form.value])}", "", tr(FORM_WORDS[form]), ""]
    for label in schema.labels:
        named = label_words(schema, label.id, language)
        lines += [f"## {label.id} — {named}" if named != label.id else f"## {label.id}", ""]
        lines += [tr("What counts, what does not, where it begins and ends, an example of each."), ""]
    return "\n".join(lines)
