"""What a layer says, without the names of its ids: for comparing what went through a foreign format."""

from __future__ import annotations

from typing import Any

from core.model import Entity, Quotation, State
from core.model.layer import Layer


def meaning(layer: Layer, holds: frozenset[str]) -> dict[str, Any]:
    """Return the entities and quotations of a layer as comparable values, with what ``holds`` names of them."""
    live = {item.id: item for item in layer.annotations() if item.state is not State.REJECTED}

    def name(actor_id: str | None) -> Any:
        actor = layer.actor(actor_id)
        if actor is None or "actors" not in holds:
            return None
        return (actor.name, actor.kind if "kinds" in holds else None)

    def common(item: Entity | Quotation) -> tuple[Any, ...]:
        return (
            item.state.value if "states" in holds else None,
            item.score if "scores" in holds else None,
            item.note if "notes" in holds else "",
            item.rule if "rules" in holds else None,
        )

    def shape(item: Quotation) -> tuple[Any, ...]:
        return (item.form.value, item.ranges if "fragments" in holds else (item.start, item.end))

    entities = [
        (item.label, item.range, name(item.actor), *common(item)) for item in live.values() if isinstance(item, Entity)
    ]
    quotations = []
    for item in live.values():
        if isinstance(item, Quotation):
            parent = live.get(item.parent or "")
            quotations.append(
                (
                    shape(item),
                    item.cue if "links" in holds else None,
                    item.mention if "links" in holds else None,
                    name(item.speaker),
                    shape(parent) if isinstance(parent, Quotation) and "parents" in holds else None,
                    *common(item),
                )
            )
    head, article = layer.head, layer.article
    return {
        "text": article.text,
        "title": article.title if "title" in holds else None,
        "meta": article.meta if "meta" in holds else None,
        "status": head.status if "status" in holds else None,
        "entities": sorted(entities, key=repr) if "entities" in holds else [],
        "quotations": sorted(quotations, key=repr) if "quotations" in holds else [],
    }
