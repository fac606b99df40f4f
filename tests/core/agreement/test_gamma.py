"""Gamma, where its package is installed; a sentence that says what to install, where it is not."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from core.agreement.gamma import gamma
from core.errors import UserError
from core.model import Form, Item, Quotation, Range
from core.model.layer import Layer
from tests.acts import article_of

ARTICLE = article_of("слово " * 60)
INSTALLED = importlib.util.find_spec("pygamma_agreement") is not None


def layer(name: str, *places: tuple[int, int]) -> Layer:
    items: list[Item] = [
        Quotation(id=f"q{at}", form=Form.DIRECT, ranges=(Range(*place),)) for at, place in enumerate(places)
    ]
    return Layer(ARTICLE, name, items)


def test_gamma_is_one_for_equal_layers_and_less_for_others() -> None:
    one = layer("anna", (0, 40), (100, 160), (200, 230))
    if not INSTALLED:
        with pytest.raises(UserError, match="pip install"):
            gamma([one, one])
        return
    same = layer("boris", (0, 40), (100, 160), (200, 230))
    moved = layer("boris", (20, 60), (100, 160), (300, 330))
    assert gamma([one, same]) == pytest.approx(1.0)
    less = gamma([one, moved], seed=1)
    assert less is not None
    assert less < 0.9
    assert gamma([one, layer("boris")]) is None


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with pytest.raises(UserError) as refused:
        gamma([layer("anna", (0, 5)), layer("boris", (0, 5))])
    assert refused.value.code == "gamma-missing"
