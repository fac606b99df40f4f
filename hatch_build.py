"""Build hook of hatchling: translations are compiled, weights copied in; a wheel gets the manual beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltResources(BuildHookInterface):  # type: ignore[type-arg]
    """Compile every ``.ts`` and copy the networks' weights before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files below ``resources``; git ignores them, so they are named to the wheel."""
        subprocess.run([sys.executable, str(Path(self.root) / "tools" / "qm.py"), "--all"], check=True)
        subprocess.run([sys.executable, str(Path(self.root) / "tools" / "weights.py")], check=True)
        build_data["artifacts"] += [
            "/resources/i18n/*.qm",
            "/resources/i18n/*/LC_MESSAGES/*.mo",
            "/resources/weights/**",
        ]
        if version == "standard":  # a checkout reads its own docs (gui/help/shelf.py)
            docs = Path(self.root) / "docs"
            for path in (*docs.glob("*.md"), *docs.glob("pictures/*/*.webp")):
                build_data["force_include"][str(path)] = f"resources/manual/{path.relative_to(docs).as_posix()}"
