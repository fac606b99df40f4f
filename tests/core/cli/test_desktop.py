"""Citata among a desktop's programs: the files of freedesktop.org's specifications, written and taken away."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

from core.cli import desktop
from core.errors import UserError
from tests.core.cli.test_cli_project import run
from tests.store_samples import annotated

PROGRAM = ["/opt/Мой $дом/citata\\x", "100%"]


def entry(path: Path) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_the_entry_starts_this_program_on_files_of_our_type(tmp_path: Path) -> None:
    made = desktop.install(["/usr/bin/citata"], tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in made} == {
        "applications/citata.desktop",
        "mime/packages/citata.xml",
        "icons/hicolor/scalable/apps/citata.svg",
        "icons/hicolor/scalable/mimetypes/application-x-citata.svg",
    }
    found = entry(tmp_path / "applications" / "citata.desktop")
    assert (found["Exec"], found["TryExec"]) == ('"/usr/bin/citata" %F', "/usr/bin/citata")
    assert found["MimeType"] == "application/x-citata;"
    assert {"Comment", "Comment[ru]"} <= set(found)


def test_odd_folders_are_quoted_as_the_specification_wants() -> None:
    """Exec: first the quoting of arguments, then that of strings, which doubles every backslash."""
    lines = desktop.started_by("Exec=citata %F\nTryExec=citata\nName=x\n", PROGRAM).splitlines()
    assert lines == [
        r'Exec="/opt/Мой \\$дом/citata\\\\x" "100%%" %F',
        r"TryExec=/opt/Мой $дом/citata\\x",
        "Name=x",
    ]


def test_the_type_knows_a_project_by_its_first_bytes(tmp_path: Path) -> None:
    desktop.install(["/usr/bin/citata"], tmp_path)
    root = ElementTree.parse(tmp_path / "mime" / "packages" / "citata.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    outer = root.find(f".//{space}match")
    inner = root.find(f".//{space}match/{space}match")
    annotated(tmp_path / "п.citata").close()
    head = (tmp_path / "п.citata").read_bytes()[:100]
    for match in (outer, inner):
        assert match is not None
        at, value = int(match.get("offset") or 0), (match.get("value") or "").encode()
        assert head[at : at + len(value)] == value


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="shared-mime-info is not installed")
def test_the_desktop_s_own_index_takes_the_type(tmp_path: Path) -> None:
    desktop.install(["/usr/bin/citata"], tmp_path)
    assert "application/x-citata:*.citata" in (tmp_path / "mime" / "globs").read_text("utf-8")


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_entry_is_valid(tmp_path: Path) -> None:
    desktop.install(PROGRAM[:1], tmp_path)
    path = tmp_path / "applications" / "citata.desktop"
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_what_was_installed_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.touch()
    made = desktop.install(["/usr/bin/citata"], tmp_path)
    assert sorted(desktop.uninstall(tmp_path)) == sorted(made)
    assert not any(path.exists() for path in made)
    assert other.exists()
    assert desktop.uninstall(tmp_path) == []


def test_the_data_folder_is_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert desktop.data_folder() == tmp_path / "data"
    for unusable in ("", "relative"):
        monkeypatch.setenv("XDG_DATA_HOME", unusable)
        assert desktop.data_folder() == tmp_path / ".local" / "share"


def test_other_systems_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(UserError) as caught:
        desktop.install(["citata"])
    assert caught.value.code == "desktop-only-linux"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file")
    with pytest.raises(UserError) as caught:
        desktop.install(["citata"], tmp_path)
    assert caught.value.code == "file-unwritable"
    assert "applications" in str(caught.value)


def test_this_program_is_the_script_the_bundle_or_the_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "citata"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert desktop.this_program() == [str(script)]
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "pytest")])
    assert desktop.this_program() == [sys.executable, "-m", "gui"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert desktop.this_program() == [sys.executable]


def test_the_options_of_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    entry_path = tmp_path / "applications" / "citata.desktop"
    shown = run("--install-desktop")
    assert (shown.exit_code, shown.output.count("Written: ")) == (0, 4)
    assert entry_path.exists()
    assert run("--remove-desktop").output.count("Removed: ") == 4
    assert run("--remove-desktop").output == "Nothing of Citata is there.\n"
    shutil.rmtree(tmp_path / "applications")
    (tmp_path / "applications").touch()
    refused = run("--install-desktop")
    assert refused.exit_code == 1
    assert "cannot be written" in refused.output


def programs(folder: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> Path:
    """Put programs that only note what they were given first on the path; return where they note it."""
    log = folder / "log"
    (folder / "bin").mkdir()
    for name in names:
        script = folder / "bin" / name
        script.write_text(f'#!/bin/sh\necho "{name} $1" >> "{log}"\nexit 3\n')
        script.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder / "bin"))
    return log


def test_the_desktop_s_indexes_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    log = programs(tmp_path, monkeypatch, "update-mime-database", "update-desktop-database", "gtk-update-icon-cache")
    told = [
        f"update-mime-database {data}/mime", f"update-desktop-database {data}/applications",
        f"gtk-update-icon-cache {data}/icons/hicolor",
    ]  # fmt: skip
    desktop.install(["/usr/bin/citata"], data)
    assert log.read_text().splitlines() == told
    desktop.uninstall(data)
    assert log.read_text().splitlines() == [*told, *told]
    desktop.uninstall(data)
    assert log.read_text().splitlines() == [*told, *told]  # nothing was there
    shutil.rmtree(data)
    (data / "applications").mkdir(parents=True)
    (data / "applications" / "citata.desktop").touch()
    desktop.uninstall(data)
    assert log.read_text().splitlines() == [*told, *told, told[1]]


def test_a_program_for_an_index_may_be_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = programs(tmp_path, monkeypatch, "gtk-update-icon-cache")
    desktop.install(["/usr/bin/citata"], tmp_path / "data")
    assert log.read_text() == f"gtk-update-icon-cache {tmp_path}/data/icons/hicolor\n"


def test_the_files_are_those_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "pytest")])
    made = desktop.install()
    assert [path.relative_to(tmp_path).as_posix() for path in made] == [
        "applications/citata.desktop", "mime/packages/citata.xml", "icons/hicolor/scalable/apps/citata.svg",
        "icons/hicolor/scalable/mimetypes/application-x-citata.svg",
    ]  # fmt: skip
    assert entry(made[0])["Exec"] == f'"{sys.executable}" "-m" "gui" %F'
    assert made[2].read_bytes() == made[3].read_bytes()
    assert made[2].read_bytes().lstrip().startswith(b"<")
    assert made[0].read_bytes().endswith(b"\n")
    assert desktop.uninstall() == made


def test_what_cannot_be_written_or_taken_away_is_named_with_the_reason(tmp_path: Path) -> None:
    taken = tmp_path / "mime" / "packages" / "citata.xml"
    taken.mkdir(parents=True)
    for install in (True, False):
        with pytest.raises(UserError) as caught:
            desktop.install(["citata"], tmp_path) if install else desktop.uninstall(tmp_path)
        assert caught.value.code == "file-unwritable"
        assert caught.value.facts["path"] == taken
        assert caught.value.facts["reason"] in ("Is a directory", "Operation not permitted")


def test_what_this_program_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("citata.py", "citata", "other"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["citata"])
    assert desktop.this_program() == [str(tmp_path / "citata")]
    monkeypatch.setattr(sys, "argv", ["other"])
    assert desktop.this_program() == [sys.executable, "-m", "gui"]
    monkeypatch.setattr(sys, "argv", ["./citata"])
    assert desktop.this_program() == [str(tmp_path / "citata")]
