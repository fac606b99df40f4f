"""A real X server of a test's own, and its keyboard: layouts by setxkbmap, key presses by XTEST."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from gui.look.keys import BY_SCAN

KEYCODES = {key: code + 8 for code, key in BY_SCAN.items()} | {
    "Return": 36, "Escape": 9, "Tab": 23, "Backspace": 22, "Delete": 119, "Enter": 104, "PgDown": 117,
    "PgUp": 112, "Left": 113, "Right": 114, "Up": 111, "Down": 116,
    "Ctrl": 37, "Shift": 50, "Alt": 64, **{f"F{n}": 66 + n for n in range(1, 11)}, "F11": 95, "F12": 96,
}  # fmt: skip
"""X keycodes of a PC keyboard, which are evdev's + 8."""
SIGNS = dict(zip("?+", "/=", strict=True))
"""Signs of the table of commands that QWERTY types with Shift, by their keys."""


def lacking() -> str:
    """Return what is not there to run the window on an X server; empty where all is."""
    wanted = [name for name in ("Xvfb", "setxkbmap") if shutil.which(name) is None]
    return ", ".join(wanted + [f"lib{name}" for name in ("X11", "Xtst") if ctypes.util.find_library(name) is None])


@contextmanager
def x_server(size: str = "1366x768x24") -> Iterator[str]:
    """Run a server without a window manager; yield its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


class Keyboard:
    """The server's keyboard, which types as a hand would."""

    def __init__(self, layout: str) -> None:
        """``layout`` as for setxkbmap; of several the last one is switched on."""
        subprocess.run(["setxkbmap", layout], check=True)
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        self._x.XkbLockGroup(self._display, 0x100, layout.count(","))
        self._x.XSync(self._display, 0)

    def press(self, keys: str) -> int:
        """Press and release keys by where QWERTY has them, ``Ctrl+Shift+/``; return how many."""
        before, plus, last = keys[:-1].rpartition("+")
        key = (last if plus else keys[:-1]) + keys[-1:]
        held = [name for name in before.split("+") if name] + (["Shift"] if key in SIGNS else [])
        codes = [KEYCODES[name if len(name) > 1 else name.lower()] for name in (*held, SIGNS.get(key, key))]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XSync(self._display, 0)
        return len(codes)
