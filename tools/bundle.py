"""Make the Linux bundle: ``python tools/bundle.py`` writes ``out/bundle/citata_VERSION_ARCH.deb``.

One folder made by PyInstaller (Python, Qt, the models and the readers of documents inside) in a Debian package, with
the menu entry, the icon, the type of project files, the manual page and the completions. Needs Debian's ``dpkg-deb``
and ``binutils``, the libraries that Qt loads for X11 and Wayland (``gui/libraries.py`` names them), and the package
index. The package runs on machines whose glibc is not older than the one here.
"""

from __future__ import annotations

import gzip
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "bundle"
MAINTAINER = "Citata's authors <citata@localhost>"
DESCRIPTION = """annotate who said what in press texts
 Citata is a desktop program in which people annotate Russian press articles by
 hand: quotations, cue words, speakers and entities, proposed by language models
 that run on this machine. It exports training data as JSONL and helps to review
 what others annotated. Python, Qt and the models are inside."""
COMPLETIONS = {
    "bash": "bash-completion/completions/citata",
    "zsh": "zsh/vendor-completions/_citata",
    "fish": "fish/vendor_completions.d/citata.fish",
}
"""Where Debian's shells look for completions, below ``/usr/share``."""
LATER = ("libgtk-3-0", "libcups2", "cups", "ibus")
"""Packages whose libraries Qt loads only where a desktop has them: recommended, not needed."""


def run(*command: str | Path, **options: object) -> str:
    """Run a command and return its output; its errors end this one."""
    done = subprocess.run([str(one) for one in command], check=True, text=True, stdout=subprocess.PIPE, **options)  # type: ignore[call-overload]
    return str(done.stdout)


def environment() -> Path:
    """Return an environment of its own with Citata and PyInstaller: nothing of this one gets into the bundle."""
    folder = OUT / "venv"
    if not (folder / "bin" / "pip").exists():
        venv.create(folder, with_pip=True)
    pip = (folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--upgrade", "pip")
    run(*pip, "pyinstaller>=6.16,<7", f"{ROOT}[articles,tables,uima]")
    return folder / "bin"


def folder_of_program(tools: Path) -> Path:
    """Return the folder that PyInstaller makes."""
    where = ("--distpath", OUT / "dist", "--workpath", OUT / "work")
    run(
        tools / "pyinstaller", "--noconfirm", "--log-level", "WARN", *where, ROOT / "packaging" / "citata.spec", cwd=OUT
    )
    return OUT / "dist" / "citata"


def programs(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def glibc(folder: Path) -> str:
    """Return the newest version of glibc that a folder's programs name (``2.34``)."""
    found = {int(one) for path in programs(folder) for one in re.findall(rb"GLIBC_2\.(\d+)", path.read_bytes())}
    return f"2.{max(found)}"


def depends(folder: Path) -> tuple[list[str], list[str]]:
    """Return the Debian packages whose libraries the bundle takes from the system: needed, and recommended."""
    inside = {path.name for path in folder.rglob("*.so*")}
    libraries: set[str] = set()
    for path in programs(folder):
        for line in run("objdump", "-p", path).splitlines():
            name = line.split()[-1] if line.strip().startswith("NEEDED") else ""
            if name and name not in inside:
                libraries.add(name)
    packages = {package for name in libraries for package in packages_of(name)}
    from gui.libraries import ALWAYS, WAYLAND, X11

    packages |= {package for name, package in (*ALWAYS, *X11, *WAYLAND) if name not in inside}
    needed = sorted(packages - set(LATER) - {"libc6"})
    return [f"libc6 (>= {glibc(folder)})", *needed], sorted(packages & set(LATER))


def packages_of(library: str) -> set[str]:
    """Return the packages that bring a library, as this machine's packages say."""
    done = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True, check=False)
    return {line.partition(":")[0] for line in done.stdout.splitlines() if line.rpartition("/")[2] == library}


def tree(program: Path) -> Path:
    """Return the folder that becomes the package, without its control file."""
    root = OUT / "tree"
    shutil.rmtree(root, ignore_errors=True)
    home = root / "usr" / "lib" / "citata"
    shutil.copytree(program, home, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "citata").symlink_to("../lib/citata/citata")
    from core.cli.desktop import SHARED

    share = root / "usr" / "share"
    for source, targets in SHARED.items():
        for target in targets:
            put(share / target, (ROOT / "resources" / source).read_bytes())
    put(share / "man" / "man1" / "citata.1.gz", gzip.compress(run(program / "citata", "man").encode(), mtime=0))
    for shell, target in COMPLETIONS.items():
        put(share / target, run(program / "citata", "completion", shell).encode())
    put(share / "doc" / "citata" / "copyright", (ROOT / "LICENSE").read_bytes())
    put(share / "doc" / "citata" / "changelog.gz", gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0))
    return root


def put(path: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def package(root: Path, version: str) -> Path:
    """Return the ``.deb`` made of a folder."""
    architecture = run("dpkg", "--print-architecture").strip()
    needed, recommended = depends(root / "usr" / "lib" / "citata")
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = [
        "Package: citata",
        f"Version: {version}",
        f"Architecture: {architecture}",
        f"Maintainer: {MAINTAINER}",
        "Section: science",
        "Priority: optional",
        f"Installed-Size: {size // 1024}",
        f"Depends: {', '.join(needed)}",
        *([f"Recommends: {', '.join(recommended)}"] if recommended else []),
        f"Description: {DESCRIPTION}",
    ]
    put(root / "DEBIAN" / "control", ("\n".join(control) + "\n").encode())
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    out = OUT / f"citata_{version}_{architecture}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "--build", root, out)
    return out


def main() -> int:
    """Make the package; return 1 with a sentence where a tool of Debian is missing."""
    missing = [tool for tool in ("dpkg-deb", "objdump") if not shutil.which(tool)]
    if missing:
        print(f"The bundle needs {' and '.join(missing)}. On Debian: apt-get install dpkg binutils.", file=sys.stderr)
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    program = folder_of_program(environment())
    out = package(tree(program), importlib.metadata.version("citata"))
    print(f"{out}: {out.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
