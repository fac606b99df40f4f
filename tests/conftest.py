"""What holds for all tests: no screen, English, translations compiled, Hypothesis without deadlines."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"

import pytest
from hypothesis import HealthCheck, settings

from core.language import use
from tools.qm import compile_stale

settings.register_profile(
    "citata", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("citata")


@pytest.fixture(scope="session", autouse=True)
def _compiled_translations() -> None:
    compile_stale()


@pytest.fixture(autouse=True)
def _english() -> None:
    """Let no test leave its language to the next one: a window chooses core's too."""
    use(None)
