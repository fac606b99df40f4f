"""The system's libraries that Qt needs on Linux, and the Debian packages that bring them; asked before Qt is imported.

Qt itself ends the process where its platform plugin cannot be loaded, so that no message of ours could follow.
"""

from __future__ import annotations

import ctypes
import os
import sys

ALWAYS = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon.so.0", "libxkbcommon-x11-0"),
)
X11 = (
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
)
WAYLAND = (("libwayland-cursor.so.0", "libwayland-cursor0"), ("libwayland-egl.so.1", "libwayland-egl1"))
"""(file that the dynamic linker looks for, Debian 12's package)."""


def needed() -> tuple[tuple[str, str], ...]:
    """Return the libraries for the display that is here: X11, Wayland, or none (then Qt draws off the screen)."""
    if not sys.platform.startswith("linux"):
        return ()
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    x11 = bool(os.environ.get("DISPLAY")) and chosen in ("", "xcb")
    wayland = bool(os.environ.get("WAYLAND_DISPLAY")) and chosen in ("", "wayland")
    return ALWAYS + (X11 if x11 else ()) + (WAYLAND if wayland else ())


def missing() -> dict[str, str]:
    """Return the needed libraries that cannot be loaded, with the package that brings each."""
    out = {}
    for library, package in needed():
        try:
            ctypes.CDLL(library)
        except OSError:
            out[library] = package
    return out
