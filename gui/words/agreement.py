"""Names of the measures of agreement."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Form
from gui.look.languages import mark, tr
from gui.words.items import FORMS

MEASURES: dict[str, str] = {
    "quotations.exact.f1": mark("Quotations, exact F1"),
    "quotations.overlap.f1": mark("Quotations, overlap F1"),
    "quotations.strict.exact.f1": mark("Quotations, exact F1 with marks and punctuation"),
    "quotations.form.kappa": mark("Form, Cohen’s κ"),
    "quotations.form.alpha": mark("Form, Krippendorff’s α"),
    "quotations.cue.overlap": mark("Cue, share"),
    "quotations.mention.overlap": mark("Speaker mention, share"),
    "quotations.speaker.same": mark("Speaker, share"),
    "quotations.end2end.f1": mark("Who said what, F1"),
    "quotations.token_alpha": mark("Content by token, α"),
    "quotations.unitising_alpha.all": mark("Content as units, α_U"),
    "actors.b3.f1": mark("Actors, B³"),
    "actors.lea.f1": mark("Actors, LEA"),
    "entities.exact.f1": mark("Entities, exact F1"),
    "entities.overlap.f1": mark("Entities, overlap F1"),
}


FOUND: dict[str, str] = {
    "quotations": mark("quotations"),
    "quotations, as marked": mark("quotations, as marked"),
    "entities": mark("entities"),
    "all": mark("all"),
    "exact": mark("exact"),
    "overlap": mark("overlapping"),
}


def found_words(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row of ``found_rows`` with its words in the window's language."""
    what, _, label = row[0].partition(": ")
    form = FORMS.get(Form(label)) if label in set(Form) else FOUND.get(label)
    named = tr(form).lower() if form is not None else label
    return f"{tr(FOUND[what])}: {named}", tr(FOUND[row[1]]), *row[2:]


def measure_words(name: str) -> str:
    """Return what a headline measure is called, by its dotted name."""
    return tr(MEASURES[name])
