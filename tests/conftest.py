"""What holds for all tests: Hypothesis by one profile, without deadlines (how fast a machine is decides no test)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "citata", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("citata")
