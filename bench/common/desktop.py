"""A desktop of its own without a screen: an X server, a session bus with AT-SPI, a window manager.

apt-get install xvfb openbox dbus xdotool at-spi2-core python3-pyatspi   (and orca, speech-dispatcher, to hear)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.common.report import finish

NEEDED = ("Xvfb", "dbus-run-session", "openbox", "xdotool")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that Debian's ``python3-pyatspi`` belongs to."""


def run_on_own_desktop(command: Sequence[str], *, needed: Sequence[str] = (), **settings: str) -> int:
    """Run ``command`` on a new desktop, with ``settings`` in its environment; return its exit code.

    Where something is not installed, that is said, and the program ends.
    """
    missing = [name for name in (*NEEDED, *needed) if shutil.which(name) is None]
    if missing:
        print(f"Not installed: {', '.join(missing)}. {__doc__}")
        finish({"not_installed": missing})
        raise SystemExit(0)
    with tempfile.TemporaryDirectory() as folder, _x_server() as display:
        home, runtime = Path(folder) / "home", Path(folder) / "run"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        _silent_speech(home)
        env = {
            name: value
            for name, value in os.environ.items()
            if name not in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
        }
        env |= {
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }
        env |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", **settings}
        try:
            return subprocess.run(["dbus-run-session", "--", *command], env=env, stderr=subprocess.DEVNULL).returncode
        finally:
            _end_speech(runtime)


@contextmanager
def _x_server() -> Iterator[str]:
    """Run an X server of 1366×768 and give its display."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise SystemExit("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _silent_speech(home: Path) -> None:
    """Let speech-dispatcher speak with a voice that makes no sound: a real one waits for a sound card."""
    folder = home / ".config" / "speech-dispatcher"
    folder.mkdir(parents=True)
    lines = ('AudioOutputMethod "none"', 'AddModule "dummy" "sd_dummy" ""', "DefaultModule dummy")
    (folder / "speechd.conf").write_text("\n".join(lines) + "\n", "utf-8")


def _end_speech(runtime: Path) -> None:
    """End the speech server that Orca started on this desktop."""
    held = runtime / "speech-dispatcher" / "pid" / "speech-dispatcher.pid"
    if held.exists():
        try:
            os.kill(int(held.read_text("utf-8")), 15)
        except (ProcessLookupError, ValueError):
            print("the speech server had ended already", file=sys.stderr)
