"""The register of sources in words: fields of a source, what an act did, and why an actor may be a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.language import mark, tr
from core.model import ActorKind
from core.model.gender import Gender
from core.model.register import Source
from core.words.values import kind_words

if TYPE_CHECKING:
    from core.register.proposals import Reason  # reads the models of pre-annotation, which the window paints without

FIELDS: dict[str, str] = {
    "name": mark("name"),
    "kind": mark("kind"),
    "gender": mark("gender"),
    "aliases": mark("other names"),
    "role": mark("office or trade"),
    "note": mark("note"),
    "identifier": mark("identifier"),
    "merged": mark("source that it was merged into"),
    "extra": mark("other fields"),
}
"""The fields of a source, for the middle of a sentence."""
GENDERS: dict[Gender, str] = {Gender.FEMININE: mark("feminine"), Gender.MASCULINE: mark("masculine")}
ACTS: dict[str, str] = {
    "add-source": mark("new source in the register"),
    "describe-source": mark("describe a source of the register"),
    "merge-sources": mark("merge sources of the register"),
    "part-source": mark("take a merge of sources apart"),
    "split-source": mark("split a source of the register"),
    "tell-apart": mark("tell sources of the register apart"),
    "remove-source": mark("remove a source from the register"),
    "link-source": mark("link to the register"),
    "unlink-source": mark("take links to the register away"),
    "accept-sources": mark("accept proposals of the register"),
    "import-sources": mark("import sources into the register"),
    "merge": mark("take another copy in"),
    "repair": mark("repair"),
}
"""What acts on the register are called."""
REASONS: dict[str, str] = {
    "same": mark("the same name: {words}"),
    "order": mark("the same name in another order: {words}"),
    "patronymic": mark("the same name, with patronymic: {words}"),
    "longer": mark("the same first name and surname: {words}"),
    "initials": mark("the same surname and initial: {words}"),
    "abbreviation": mark("abbreviation: {words}"),
    "spelling": mark("spelt otherwise: {words}"),
    "script": mark("the same name in another alphabet: {words}"),
    "alone": mark("the same single name: {words}"),
    "surname": mark("the surname alone: {words}"),
    "title": mark("called the same: {words}"),
    "identifier": mark("the same identifier: {words}"),
    "homonyms": mark("{words} sources bear this name"),
    "twice": mark("another actor of the article is this source already"),
}
"""Why an actor may be a source: by the code of the reason."""


def source_field_words(field: str) -> str:
    """Return what a field of a source is called."""
    return tr(FIELDS[field]) if field in FIELDS else field


def gender_words(gender: Gender | None) -> str:
    """Return a gender; nothing where it is not told."""
    return tr(GENDERS[gender]) if gender is not None else ""


def act_words(name: str) -> str:
    """Return what an act on the register did."""
    return tr(ACTS[name]) if name in ACTS else name


def reason_of_source_words(reason: Reason) -> str:
    """Return why an actor may be a source."""
    return tr(REASONS[reason.code]).format(words=reason.words)


def about_source(source: Source) -> str:
    """Return what is known of a source beside its names, in one line."""
    kind: ActorKind | None = source.kind
    parts = (kind_words(kind), gender_words(source.gender), source.role, source.identifier)
    return ", ".join(part for part in parts if part)
