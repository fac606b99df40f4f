"""The settings file: defaults, limits, what a broken or foreign file gives, who the annotator is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.app import make_window, tell_settings
from gui.desk import settings as module
from gui.desk.settings import RECENT, Preferences, Settings, default_path
from gui.desk.settings_file import LARGEST, Troubles
from gui.window.main_window import MainWindow
from tests.gui.waiting import until


def test_what_is_changed_is_there_again(tmp_path: Path) -> None:
    first = Settings(tmp_path / "deep" / "settings.json")
    first.change(theme="dark", column=80, last_articles={"/p": "a"})
    again = Settings(first.path)
    assert (again.values.theme, again.values.column, again.values.last_articles) == ("dark", 80, {"/p": "a"})
    assert [path.name for path in first.path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"column": "wide"}', b"\xff\xfe"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings(path).values == Preferences()


def test_a_setting_that_makes_no_sense_is_as_at_first_and_the_others_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    content = (
        '{"column": 100000, "reading_size": 1e999, "line_spacing": NaN, "theme": "purple", "language": 7, '
        '"walk_kinds": "nothing", "author": "auto", "authors": {"/p": "adjudicated"}, "places": {"window": "\\ud83d"}, '
        '"shortcuts": [], "import_folder": "/texts", "walk_by_score": true}'
    )
    path.write_text(content)
    made = Settings(path)
    assert made.values == Preferences(import_folder="/texts", navigate_by_score=True)
    assert set(made.troubles.names) == {
        "column", "reading_size", "line_spacing", "theme", "language", "walk_kinds", "author", "authors", "places",
        "shortcuts",
    }  # fmt: skip
    made.change(column=80)
    assert made.troubles.kept is not None
    assert made.troubles.kept.read_text() == content
    again = Settings(path)
    assert (again.values.column, again.troubles) == (80, Troubles())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[1]", "it is no JSON object"),
        (b" " * (LARGEST + 1), "it is too large"),
    ],
    ids=["cut", "nested", "bytes", "list", "large"],
)
def test_a_file_of_which_nothing_can_be_read_says_why(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    made = Settings(path)
    assert made.values == Preferences()
    assert made.troubles == Troubles(said, (), tmp_path / "settings.broken.json")


def test_a_file_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    assert Settings(tmp_path / "none" / "settings.json").troubles == Troubles()


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_neither_read_nor_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "settings.json"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    made = Settings(path)
    assert made.troubles == Troubles("it is no plain file")
    before = path.stat()
    made.change(column=80)
    assert os.path.samestat(path.stat(), before)
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


def test_settings_behind_a_link_stay_there(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles" / "s.json", tmp_path / "settings.json"
    real.parent.mkdir()
    real.write_text('{"column": 90}')
    link.symlink_to(real)
    made = Settings(link)
    made.change(theme="dark")
    assert link.is_symlink()
    assert Settings(real).values.column == 90


def test_the_window_starts_with_a_broken_file_and_says_so(empty_window: MainWindow, project_path: Path) -> None:
    path = empty_window.settings.path
    path.write_text('{"column": -5, "reading_size": 0, "places": {"window": "?", "splitter": "%%%"}, "language": "en", '
                    '"shortcuts": {"direct": ["NoSuchKey", ""]}, "hidden_kinds": ["x"], "theme": 1, '
                    '"recent": ["\\u0000"], "author": "vera"}')  # fmt: skip
    window = make_window(Settings(path))
    try:
        window.show()
        tell_settings(window.desk)
        said = window.notice.text.text()
        assert "Some settings make no sense and are as at the first start: theme, reading_size, column." in said
        assert str(path.with_name("settings.broken.json")) in said
        assert window.desk.open_project(project_path)
        window.session.select("q2")
        window.notice.show_text("something else", level="info")
        tell_settings(window.desk)
        assert window.notice.text.text().splitlines() == ["something else", said]
        QApplication.processEvents()
    finally:
        window.close()


def test_settings_of_before_their_fields_were_renamed_are_read_and_written_under_the_same_keys(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"walk_by_score": true, "walk_kinds": "entities", "places": {"window": "AAA="}}')
    old = Settings(path)
    assert (old.values.navigate_by_score, old.values.stops) == (True, "entities")
    assert old.values.geometry == {"window": "AAA="}
    old.change(stops="quotations")
    assert Settings(path).values.stops == "quotations"
    assert '"walk_kinds": "quotations"' in path.read_text()


def test_fields_of_another_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"from_the_future": 1, "theme": "dark"}')
    assert Settings(path).values.theme == "dark"


def test_numbers_keep_within_their_limits(tmp_path: Path) -> None:
    made = Settings(tmp_path / "s.json")
    made.change(reading_size=400.0, column=3, line_spacing=0.1)
    assert (made.values.reading_size, made.values.column, made.values.line_spacing) == (40.0, 40, 1.0)


def test_a_disk_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    made = Settings(blocked / "settings.json")
    made.change(theme="dark")
    assert made.values.theme == "dark"


def test_recent_projects_are_few_and_once_each(tmp_path: Path) -> None:
    made = Settings(tmp_path / "s.json")
    for number in range(RECENT + 3):
        made.remember_project(tmp_path / f"{number}.citata")
    made.remember_project(tmp_path / "5.citata")
    assert len(made.values.recent) == RECENT
    assert Path(made.values.recent[0]).name == "5.citata"
    assert len(set(made.values.recent)) == RECENT


def test_the_annotator_is_nobody_until_asked_and_keeps_a_name_for_each_project(tmp_path: Path) -> None:
    made = Settings(tmp_path / "s.json")
    one, other = tmp_path / "one.citata", tmp_path / "other.citata"
    assert made.author_of(one) == ""
    made.keep_author(one, "vera")
    assert (made.author_of(one), made.author_of(other)) == ("vera", "vera")
    made.keep_author(other, "anna")
    again = Settings(made.path)
    assert (again.author_of(one), again.author_of(other), again.author_of(tmp_path / "third.citata")) == (
        "vera",
        "anna",
        "vera",
    )


def test_an_account_without_a_name_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr(module.getpass, "getuser", nobody)
    assert module.account_name() == "annotator"


def test_the_file_stands_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CITATA_SETTINGS", str(tmp_path / "x.json"))
    assert default_path() == tmp_path / "x.json"
    monkeypatch.delenv("CITATA_SETTINGS")
    assert default_path().name == "settings.json"


def test_the_window_comes_back_as_it_was_left(window: MainWindow, settings: Settings, project_path: Path) -> None:
    window.commands.actions["show-articles"].trigger()
    until(lambda: window.minimumWidth() < 740, "the window's layout without the list")
    window.resize(740, 600)  # the offscreen screen is 800 wide, and no window comes back larger than its screen
    window.splitter.setSizes([0, 440, 300])
    window.desk.open_article("zavod")
    QApplication.processEvents()
    sizes = window.splitter.sizes()
    window.close()
    again = make_window(Settings(settings.path))
    try:
        again.show()
        assert again.desk.open_project(project_path)
        QApplication.processEvents()
        assert (again.width(), again.height()) == (740, 600)
        assert again.splitter.sizes() == sizes
        assert again.session.article is not None
        assert again.session.article.id == "zavod"
    finally:
        again.close()


def test_another_name_annotates_another_layer(window: MainWindow) -> None:
    window.session.select("q2")
    window.commands.actions["direct"].trigger()
    window.desk.set_author("anna")
    assert window.session.layer is not None
    assert window.session.layer.annotator == "anna"
    assert window.session.layer.quotation("q2").form.value == "indirect"
    assert "anna" in window.layer_label.text()
