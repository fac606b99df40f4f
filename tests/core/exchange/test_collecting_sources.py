"""Articles of several sources counted together: who has which, what is left out, who is told, when it ends."""

from __future__ import annotations

import pytest

from core.errors import UserError
from core.exchange.layer_sources import collect, evaluate, named
from core.model import Article, Entity, Head, Range
from core.model.layer import Layer
from tests.acts import article_of


class Source:
    """The layers of somebody in some articles, one month for all."""

    def __init__(self, name: str, articles: str, month: str = "2026-10") -> None:
        self.name = name
        self._articles, self._month = articles, month

    def articles(self) -> list[str]:
        return list(self._articles)

    def layer(self, article_id: str) -> Layer:
        return Layer(article_of("Мост готов.", article_id), self.name, [Entity(id="e", label="LOC", range=Range(0, 4))])

    def period(self, article_id: str) -> str:
        return self._month


def test_articles_of_two_or_more_are_counted() -> None:
    told: list[tuple[int, str]] = []
    sources = [Source("anna", "абв"), Source("boris", "бвг", "2026-11"), Source("vera", "вд")]
    study = collect(sources, lambda done, what: told.append((done, what)))
    result = study.result(articles=True)
    assert told == [(1, "а"), (2, "б"), (3, "в"), (4, "г"), (5, "д")]
    assert study.annotators == ("anna", "boris", "vera")
    assert study.left_out == {"anna": 1, "boris": 1, "vera": 1}
    assert study.articles == 2
    assert list(result["by_article"]) == ["б", "в"]
    assert list(result["over_time"]) == ["2026-11"]
    assert [(one["a"], one["b"], one["articles"]) for one in result["pairs"]] == [
        ("anna", "boris", 2), ("anna", "vera", 1), ("boris", "vera", 1),
    ]  # fmt: skip


def test_sources_without_a_common_article_are_refused() -> None:
    with pytest.raises(UserError) as refused:
        collect([Source("anna", "аб"), Source("boris", "вг"), Source("vera", "")])
    assert (refused.value.code, refused.value.facts) == ("layers-apart", {"known": "anna, boris, vera"})


def test_a_study_ends_where_nobody_waits_for_it() -> None:
    told: list[int] = []
    with pytest.raises(UserError) as refused:
        collect([Source("anna", "абв"), Source("boris", "абв")], lambda done, what: told.append(done) or done < 2)
    assert refused.value.code == "stopped"
    assert told == [1, 2]


def test_an_evaluation_wants_every_article_of_the_gold() -> None:
    told: list[tuple[int, str]] = []
    made, more = evaluate(Source("gold", "аб"), Source("auto", "вбаг"), lambda done, what: told.append((done, what)))
    assert (made.articles, more, told) == (2, ["в", "г"], [(1, "а"), (2, "б")])
    with pytest.raises(UserError) as refused:
        evaluate(Source("gold", "абд"), Source("auto", "аб"))
    assert (refused.value.code, refused.value.facts) == ("evaluate-missing", {"article": "д", "name": "auto"})


def test_a_layer_under_another_name_keeps_everything() -> None:
    article = Article(id="a", title=None, text="Мост", digest="")
    layer = Layer(article, "anna", [Entity(id="e", label="LOC", range=Range(0, 4)), Head(note="н")])
    assert named(layer, "anna") is layer
    assert named(layer, "boris") == Layer(article, "boris", layer.everything())
