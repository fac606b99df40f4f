"""Try the bundle in a bare Debian, beside a pip install: as root, after ``make bundle``, ``python packaging/trial.py``.

Needs Debian's debootstrap, xvfb, xdotool and imagemagick. In ``out/bundle/bare``, a Debian without Python: installs the
``.deb`` with apt, runs the commands, opens the window on a screen of its own and keeps a picture of it
(``out/bundle/window.png``). Then the same Debian gets Python and Citata by pip, and both are measured: bytes on disk,
seconds from the start to the mapped window with cold disk caches, peak memory (VmHWM). The last line is JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from gui.libraries import ALWAYS, X11

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "bundle"
BARE = OUT / "bare"
DISPLAY = ":87"
ARTICLE = "«Мост откроют в мае», — сказала мэр Заречья Анна Белова. По её словам, деньги нашлись.\n"
EXTRAS = "[articles,tables,uima]"
RUNS = 3


def run(*command: str | Path, check: bool = True, **options: object) -> str:
    """Run a command and return what it prints on both streams."""
    done = subprocess.run(
        [str(one) for one in command],
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **options,
    )  # type: ignore[call-overload]
    if check and done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}")
    return str(done.stdout)


def inside(*command: str, check: bool = True, data: str | None = None) -> str:
    """Run a command in the bare Debian, in a Russian environment and with the display."""
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "DISPLAY": DISPLAY, "LANG": "C.UTF-8",
           "DEBIAN_FRONTEND": "noninteractive"}  # fmt: skip
    return run("chroot", BARE, *command, check=check, env=env, input=data)


@contextmanager
def bare() -> Iterator[None]:
    """Make the bare Debian of this machine's release and mirror; mount what programs expect, unmount it afterwards."""
    release = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    mirror = run("apt-get", "indextargets", "--format", "$(REPO_URI)").split()[0]
    shutil.rmtree(BARE, ignore_errors=True)  # the last trial left Python in it
    run("debootstrap", "--variant=minbase", release["VERSION_CODENAME"], BARE, mirror)
    mounts = [("/proc", "proc"), ("/dev", "dev"), ("/tmp/.X11-unix", "tmp/.X11-unix")]
    for source, target in mounts:
        (BARE / target).mkdir(parents=True, exist_ok=True)
        run("mount", "--bind", source, BARE / target)
    try:
        yield
    finally:
        for _, target in reversed(mounts):
            run("umount", "-l", BARE / target, check=False)


@contextmanager
def screen() -> Iterator[None]:
    """Run an X server of 1366 by 768."""
    Path("/tmp/.X11-unix").mkdir(exist_ok=True)
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(1)
        yield
    finally:
        server.terminate()
        server.wait()


def opened(program: str, picture: Path | None = None) -> tuple[float, int]:
    """Open the window with cold caches; return the seconds until it is mapped, and its peak memory in bytes."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3")
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "DISPLAY": DISPLAY, "LANG": "ru_RU.UTF-8"}
    begun = time.monotonic()
    window = subprocess.Popen(["chroot", str(BARE), program, "/root/work.citata"], env=env, stderr=subprocess.PIPE)
    try:
        run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Citata", env={**os.environ, "DISPLAY": DISPLAY})
        seconds = time.monotonic() - begun
        time.sleep(8)  # models are loaded behind the first paint
        if picture is not None:
            run("import", "-display", DISPLAY, "-window", "root", picture)
        return seconds, peak(window.pid)
    finally:
        window.terminate()
        window.wait()


def peak(pid: int) -> int:
    """Return the peak resident memory of a process in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024


def size_of(*folders: str) -> int:
    """Return the bytes on disk below folders of the bare Debian."""
    return sum(int(run("du", "-sB1", BARE / folder.lstrip("/")).split()[0]) for folder in folders)


def figures(program: str, *folders: str, picture: Path | None = None) -> dict[str, float]:
    """Return megabytes on disk, seconds to the window, megabytes of memory of one installation."""
    runs = [opened(program, picture) for _ in range(RUNS)]
    return {
        "disk_mb": round(size_of(*folders) / 1e6),
        "cold_start_s": round(median(seconds for seconds, _ in runs), 2),
        "memory_mb": round(max(memory for _, memory in runs) / 1e6),
    }


def try_commands(program: str) -> None:
    """Run the commands as somebody would: version, annotate, a project, exports; print what they say."""
    (BARE / "root" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (BARE / "root" / "work.citata").unlink(missing_ok=True)
    for words in (
        ("--version",),
        ("annotate", "/root/a.txt", "-o", "/root/annotated.jsonl"),
        ("import", "/root/work.citata", "/root/a.txt"),
        ("status", "/root/work.citata"),
        ("export", "/root/work.citata", "-o", "/root/out.jsonl", "--layer", "auto"),
        ("export", "/root/work.citata", "-o", "/root/out.xlsx", "--format", "quotes-xlsx", "--layer", "auto"),
        ("export", "/root/work.citata", "-o", "/root/out.spacy", "--format", "spacy", "--layer", "auto"),
    ):
        shown = inside(program, *words, check=False).strip()
        print(f"$ citata {' '.join(words)}\n{shown[:400]}\n")


def main() -> int:
    """Try the newest package; return 1 with a sentence where something is missing."""
    lacking = [tool for tool in ("debootstrap", "Xvfb", "xdotool", "import") if not shutil.which(tool)]
    packages = sorted(OUT.glob("citata_*.deb"), key=lambda path: path.stat().st_mtime)
    if lacking or os.geteuid() or not packages:
        print(f"Needed: root, `make bundle` first, and {', '.join(lacking) or 'nothing else'}.", file=sys.stderr)
        return 1
    package = packages[-1]
    with screen(), bare():
        shutil.copy(package, BARE / "root" / "citata.deb")
        inside("apt-get", "update", "-q")
        inside("apt-get", "install", "-y", "-q", "--no-install-recommends", "/root/citata.deb")
        python = inside("sh", "-c", "command -v python3 || true").strip()
        print(f"Python in the bare Debian: {python or 'none'}\n")
        try_commands("/usr/bin/citata")
        bundle = figures("/usr/bin/citata", "/usr/lib/citata", picture=OUT / "window.png")
        inside(
            "apt-get", "install", "-y", "-q", "--no-install-recommends", "python3-venv", *dict(ALWAYS + X11).values()
        )
        wheels = OUT / "wheels"
        run(
            OUT / "venv" / "bin" / "python",
            "-m",
            "pip",
            "wheel",
            "-q",
            "--wheel-dir",
            wheels,
            f"{ROOT}{EXTRAS}",
        )
        shutil.copytree(wheels, BARE / "root" / "wheels", dirs_exist_ok=True)
        inside("python3", "-m", "venv", "/opt/citata")
        inside(
            "/opt/citata/bin/pip",
            "install",
            "-q",
            "--no-index",
            "--find-links",
            "/root/wheels",
            f"citata{EXTRAS}",
        )
        pip = figures("/opt/citata/bin/citata", "/opt/citata", "/usr/lib/python3.11", "/usr/lib/python3")
        inside("apt-get", "remove", "-y", "-q", "citata")
    print(f"package: {package.stat().st_size / 1e6:.0f} MB")
    print(json.dumps({"package_mb": round(package.stat().st_size / 1e6), "bundle": bundle, "pip": pip}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
