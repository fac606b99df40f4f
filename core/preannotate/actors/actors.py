"""Build the cast of an article: its persons and organisations, each with all its mentions, titles and gender."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.organisations import cluster_organisations
from core.preannotate.actors.persons import cluster_persons
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.entities.proposals import EntityProposal


def build_cast(analysis: Analysis, entities: Sequence[EntityProposal]) -> Cast:
    """Return the persons and organisations that the entities name."""
    of_entity: list[Candidate | None] = [None] * len(entities)
    persons = cluster_persons(analysis, entities, of_entity)
    organisations = cluster_organisations(analysis, entities, of_entity)
    return Cast(persons, organisations, of_entity, entities)
