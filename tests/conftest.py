"""One Hypothesis profile for all tests: without a deadline, which a slow machine would fail by."""

from hypothesis import settings

settings.register_profile("citata", deadline=None)
settings.load_profile("citata")
