"""Title and details of an article: what an edit changes of them, what is refused, which addresses a browser gets."""

from __future__ import annotations

import pytest

from core.errors import StaleEdit, UserError
from core.model import Article
from core.model.details import (
    LONGEST,
    ArticleEdit,
    Facts,
    bring_back,
    change_details,
    check_current,
    check_detail,
    facts_of,
    link_of,
    remove,
)

META = {"source": "Голос", "published": "вчера", "note": "x"}
ARTICLE = Article(id="a-1", title="Мост", text="т", digest="d", meta=META)


@pytest.mark.parametrize(
    ("title", "meta", "before", "after"),
    [
        ("Мост", META, {}, {}),
        (" Мост ", {"source ": " Голос", "published": "вчера", "note": "x ", "url": "  "}, {}, {}),
        ("Цех", META, {"title": "Мост"}, {"title": "Цех"}),
        ("  ", META, {"title": "Мост"}, {"title": None}),
        (None, META, {"title": "Мост"}, {"title": None}),
        ("Мост", {"source": "Нива", "published": "вчера"}, {"meta:source": "Голос", "meta:note": "x"},
         {"meta:source": "Нива", "meta:note": None}),
        ("Мост", {**META, "author": "Яна"}, {"meta:author": None}, {"meta:author": "Яна"}),
        ("Цех", {}, {"title": "Мост", "meta:source": "Голос", "meta:published": "вчера", "meta:note": "x"},
         {"title": "Цех", "meta:source": None, "meta:published": None, "meta:note": None}),
    ],
)  # fmt: skip
def test_an_edit_says_what_changes_and_nothing_else(
    title: str | None, meta: dict[str, str], before: dict[str, object], after: dict[str, object]
) -> None:
    """A value that stands as it stood is not asked for its sense: ``вчера`` came from a file."""
    edit = change_details(ARTICLE, title, meta)
    assert (edit.article, edit.before, edit.after) == ("a-1", before, after)
    assert bool(edit) is bool(before)
    assert edit.inverse() == ArticleEdit("a-1", edit.after, edit.before)
    assert list(edit.before) == list(before)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        *((key, "2026-05-31", None) for key in ("date", "published", "modified", "updated", "created", "note")),
        *((key, "31 мая", "details-date") for key in ("date", "published", "modified", "updated", "created")),
        ("published", "2026-05-31T10:00:00+03:00", None),
        ("published", "20260531", "details-date"),
        ("published", "2026-02-30", "details-date"),
        ("note", "31 мая", None),
        *((key, "https://citata.example/1", None) for key in ("url", "link", "canonical_url")),
        *((key, "citata.example", "details-link") for key in ("url", "link", "canonical_url")),
        ("source", "citata.example", None),
        ("", "x", "details-key"),
        ("a\nb", "x", "details-key"),
        ("k" * LONGEST, "x", None),
        ("k" * (LONGEST + 1), "x", "details-key"),
    ],
)  # fmt: skip
def test_a_detail_is_what_its_key_says(key: str, value: str, code: str | None) -> None:
    if code is None:
        check_detail(key, value)
        assert change_details(ARTICLE, "Мост", {**META, key: value})
        return
    with pytest.raises(UserError) as caught:
        check_detail(key, value)
    assert caught.value.code == code
    assert caught.value.facts == ({"key": key[:LONGEST]} if code == "details-key" else {"value": value})
    if key:
        with pytest.raises(UserError):
            change_details(ARTICLE, "Мост", {key: value})


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("https://citata.example/a?b=1#c", "https://citata.example/a?b=1#c"),
        (" http://citata.example ", "http://citata.example"),
        ("https://citata.example/a b", None),
        ("ftp://citata.example/", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https:///a", None),
        ("https://[::1", None),
        ("citata.example", None),
        ("", None),
    ],
)
def test_only_pages_of_the_web_are_given_to_a_browser(value: str, link: str | None) -> None:
    assert link_of(value) == link


def test_removed_articles_are_brought_back_by_the_opposite_edit() -> None:
    gone, back = remove(["a-1", "a-2"]), bring_back(["a-1", "a-2"])
    assert [(one.article, one.before, one.after) for one in gone] == [
        ("a-1", {"removed": False}, {"removed": True}),
        ("a-2", {"removed": False}, {"removed": True}),
    ]
    assert back == [one.inverse() for one in gone]


def test_an_edit_of_what_has_changed_since_is_refused() -> None:
    now = facts_of("Мост", META, removed=False)
    assert now == {
        "title": "Мост",
        "removed": False,
        "meta:source": "Голос",
        "meta:published": "вчера",
        "meta:note": "x",
    }
    check_current(remove(["a-1"])[0], now)
    check_current(change_details(ARTICLE, "Цех", {}), now)
    check_current(ArticleEdit("a-1", {"meta:new": None}, {"meta:new": "x"}), now)
    before: tuple[Facts, ...] = (
        {"title": "Цех"}, {"meta:note": None}, {"removed": True}, {"meta:new": "x"}, {"title": "Мост", "removed": True},
    )  # fmt: skip
    for stale in before:
        with pytest.raises(StaleEdit, match=f"^a-1: its {list(stale)[-1]} is not as it was$"):
            check_current(ArticleEdit("a-1", stale, {}), now)
