"""The register of sources: which source an actor of an article may be, as proposals with reasons."""
