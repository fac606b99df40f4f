"""What a data set's card says of the agreement between those who annotated it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from core.agreement.study import Study
from core.agreement.tables import headline_rows
from core.exchange.selection import Wanted
from core.model import is_person

if TYPE_CHECKING:
    from core.store import Project


def agreement_words(project: Project, wanted: Wanted) -> str:
    """Return the agreement of the people who annotated the wanted articles as a Markdown table; empty without two."""
    people = [name for name in project.annotators() if is_person(name)]
    if len(people) < 2:
        return ""
    study = Study(people)
    for _, layers in itertools.groupby(
        project.records(people, wanted.statuses, wanted.articles), lambda one: one[0].id
    ):
        study.add([layer for _, layer in layers])
    if not study.articles:
        return ""
    number = f"{study.articles:,} {'article' if study.articles == 1 else 'articles'}"
    head = f"Of {', '.join(people)} on {number} that at least two of them annotated.\n\n"
    rows = [f"| {name} | {value.replace(',', '.')} |" for name, value, *_ in headline_rows(study.result())]
    return head + "\n".join(["| measure | value |", "| --- | ---: |", *rows])
