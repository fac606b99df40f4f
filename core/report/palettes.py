"""Colours that everybody can read and tell apart: contrast on a paper, distance as colour-blind eyes see them.

Contrast by WCAG 2.2 (relative luminance); colour-blind vision by Viénot, Brettel and Mollon (1999), "Digital video
colourmaps for checking the legibility of displays by dichromats"; distance in CIE L*a*b* (1976).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

LEAST_CONTRAST = 4.5
LEAST_DISTANCE = 11.0
"""In L*a*b*; below it two thin lines side by side are hard to tell apart."""
SAFE: tuple[tuple[str, str], ...] = (
    ("#1f5fa8", "#7db4f0"),
    ("#7a4a00", "#e0b060"),
    ("#2d6a2d", "#86c986"),
    ("#7b3294", "#c9a0e0"),
    ("#9c1c3c", "#f09aa8"),
    ("#00656b", "#5fcfd3"),
    ("#4d4d4d", "#bdbdbd"),
    ("#5b5b00", "#d6d65c"),
    ("#8a3d00", "#f0a070"),
    ("#3a3a9e", "#a6a6f5"),
)
"""Pairs for the light and the dark theme; each reads on its paper."""

Rgb: TypeAlias = tuple[float, float, float]


def _linear(colour: str) -> Rgb:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb``, 1 to 21."""
    high, low = sorted((_luminance(_linear(first)), _luminance(_linear(second))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(rgb: Rgb) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def as_seen(colour: str, eye: str) -> Rgb:
    """Return a colour as linear RGB as an eye sees it: ``full``, ``protan`` or ``deutan``."""
    red, green, blue = _linear(colour)
    if eye == "protan":
        both = 0.11238 * red + 0.88762 * green
        return both, both, 0.00401 * red - 0.00401 * green + blue
    if eye == "deutan":
        both = 0.29275 * red + 0.70725 * green
        return both, both, -0.02234 * red + 0.02234 * green + blue
    return red, green, blue


def distance(first: str, second: str, eye: str = "full") -> float:
    """Return how far apart two colours look to an eye, in L*a*b*."""
    return math.dist(_lab(as_seen(first, eye)), _lab(as_seen(second, eye)))


def _lab(rgb: Rgb) -> Rgb:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = _luminance(rgb)
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883

    def f(value: float) -> float:
        return float(max(value, 0.0) ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def legible(colours: Mapping[str, str], paper: str) -> Iterator[tuple[str, str | None]]:
    """Yield what is amiss: a name alone whose contrast on ``paper`` is too low, two names that some take for one."""
    for name, colour in colours.items():
        if contrast(colour, paper) < LEAST_CONTRAST:
            yield name, None
    for (name, colour), (other, second) in itertools.combinations(colours.items(), 2):
        if min(distance(colour, second, eye) for eye in ("full", "protan", "deutan")) < LEAST_DISTANCE:
            yield name, other


def suggest(taken: Sequence[str]) -> tuple[str, str]:
    """Return the pair of ``SAFE`` that is farthest from all ``taken`` (colours of the light theme)."""

    def apart(pair: tuple[str, str]) -> float:
        eyes = ("full", "protan", "deutan")
        return min((distance(pair[0], other, eye) for other in taken for eye in eyes), default=math.inf)

    return max(SAFE, key=apart)
