"""Where the adjudicated articles and their scorer are."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(os.environ.get("CITATA_GOLD") or Path(__file__).resolve().parents[3] / "shared" / "gold")
"""The folder in ``$CITATA_GOLD``, else ``../shared/gold`` beside the checkout; it may be missing."""
