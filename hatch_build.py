"""Build hook of hatchling: a wheel, or an editable installation, gets the compiled translations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):  # type: ignore[type-arg]
    """Compile every ``.ts`` before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write what is compiled into ``resources/i18n``; git ignores it, so it is named to the wheel."""
        subprocess.run([sys.executable, str(Path(self.root) / "tools" / "qm.py"), "--all"], check=True)
        build_data["artifacts"] += ["/resources/i18n/*.qm", "/resources/i18n/*/LC_MESSAGES/*.mo"]
