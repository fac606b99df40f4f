"""The register of sources: who the articles' actors are, across the project; proposals of that to accept."""
