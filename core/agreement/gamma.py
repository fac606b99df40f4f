"""Gamma, the measure of Mathet, Widlöcher and Métivier for unitising and categorising at once; an optional extra."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np

from core.comparing.compare import items_of
from core.errors import UserError
from core.model import Quotation
from core.model.layer import Layer

SAMPLES = 30
"""Random continua that the chance level is estimated from."""


def gamma(layers: Sequence[Layer], *, seed: int = 0) -> float | None:
    """Return gamma over the content of quotations, form as category; None where fewer than two layers have any.

    Every content range is a unit. Computed by pygamma-agreement with the combined categorical dissimilarity
    (alpha = 1, beta = 1, delta = 1). UserError ``gamma-missing`` where that package is not installed.
    Source: Y. Mathet, A. Widlöcher, J.-P. Métivier, The unified and holistic method gamma, Computational Linguistics
    41 (2015).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pyannote.core import Segment
            from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum
    except ImportError as error:
        raise UserError("gamma-missing") from error
    continuum = Continuum()
    used = set()
    for layer in layers:
        continuum.add_annotator(layer.annotator)
        for item in items_of(layer, Quotation):
            assert isinstance(item, Quotation)
            for start, end in item.ranges:
                continuum.add(layer.annotator, Segment(start, end), item.form.value)
                used.add(layer.annotator)
    if len(used) < 2:
        return None
    np.random.seed(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = continuum.compute_gamma(CombinedCategoricalDissimilarity(alpha=1, beta=1), n_samples=SAMPLES)
    return float(result.gamma)
