"""One HTML file without the network: the page, its tables and the sections about agreement. Printed well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from core.agreement.study import HEADLINES, at_path
from core.agreement.tables import TITLES, found_rows, group_rows, headline_names, headline_rows, number, pair_rows
from core.report.pictures import confusion, course, heat_map, intervals

STYLE = """
:root { color-scheme: light; --ink: #1d2128; --soft: #545c69; --line: #d9dde3; --panel: #f6f7f9; --accent: #2a5db0; }
body { margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 60rem; color: var(--ink); background: #fff;
  font: 15px/1.5 Inter, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .2rem; } h2 { font-size: 1.2rem; margin: 2.4rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; } p { margin: .4rem 0; } .soft { color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; font-size: .9rem; }
th, td { text-align: left; padding: .32rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
tbody tr:hover { background: var(--panel); } .wide { overflow-x: auto; } svg { max-width: 100%; height: auto; }
.pictures { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; } figure { margin: .4rem 0; }
figcaption { color: var(--soft); font-size: .85rem; margin-bottom: .3rem; }
.swatch { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; vertical-align: -.05rem; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; }
  table, figure { break-inside: avoid; } thead { display: table-header-group; } tbody tr:hover { background: none; }
  .wide { overflow: visible; font-size: .75rem; } @page { margin: 18mm 16mm; } }
"""


def page(title: str, under: str, sections: Iterable[str]) -> str:
    """Return a whole HTML page; ``sections`` are HTML already, title and the line under it are plain text."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>\n"
        f'<h1>{escape(title)}</h1><p class="soft">{escape(under)}</p>\n{"".join(sections)}\n</body></html>\n'
    )


def section(title: str, *parts: str) -> str:
    """Return a section with a heading; nothing where it has no content."""
    body = "".join(parts)
    return f"<section><h2>{escape(title)}</h2>{body}</section>\n" if body else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """Return a table of plain text cells; the first ``words`` columns are words, the others numbers."""
    body = "".join(f"<tr>{_cells('td', row, words)}</tr>" for row in rows)
    if not body:
        return ""
    top = f"<thead><tr>{_cells('th', head, words)}</tr></thead>"
    return f'<div class="wide"><table>{top}<tbody>{body}</tbody></table></div>'


def _cells(tag: str, cells: Sequence[str], words: int) -> str:
    return "".join(
        f"<{tag}>{escape(cell)}</{tag}>" if at < words else f'<{tag} class="n">{escape(cell)}</{tag}>'
        for at, cell in enumerate(cells)
    )


def paragraph(words: str) -> str:
    """Return a paragraph of plain text."""
    return f"<p>{escape(words)}</p>"


def figure(caption: str, svg: str) -> str:
    """Return a picture with its caption."""
    return f"<figure><figcaption>{escape(caption)}</figcaption>{svg}</figure>"


def agreement_sections(result: Mapping[str, Any]) -> list[str]:
    """Return the sections about a study's result."""
    two = len(result["layers"]) == 2
    values = {TITLES[".".join(path)]: at_path(result, path) for path in HEADLINES}
    bounds = {TITLES[name]: found for name, found in result.get("intervals", {}).items()}
    head = ("Measure", "Value", *(("from", "to") if bounds else ()))
    rows = [row if bounds else row[:2] for row in headline_rows(result)]
    scope = f"{' and '.join(result['layers']) if two else ', '.join(result['layers'])}: {result['articles']} articles."
    pooled = "" if two else " Figures pool all pairs of annotators."
    note = " Intervals: 95 %, bootstrap over articles." if bounds else ""
    out = [
        section("Agreement", paragraph(scope + pooled + note), figure("", intervals(values, bounds)), table(head, rows))
    ]
    out.append(section("Pictures", f'<div class="pictures">{_pictures(result)}</div>'))
    found = ("What", "Measure", "A", "B", "Precision", "Recall", "F1")
    out.append(section("Quotations and entities", table(found, found_rows(result), words=2)))
    out.append(section("On matched quotations", _matched(result)))
    if not two:
        every = [(name, number(value)) for name, value in _alphas(result["all"])]
        out.append(section("All annotators together", table(("Measure", "α"), every)))
        out.append(section("Pairs", table(("A", "B", "Articles", *headline_names()), pair_rows(result), words=2)))
    for name, title in (("over_time", "Over time"), ("by_article", "Article by article")):
        rows = group_rows(result.get(name, {}))
        out.append(section(title, table(("", "A", "B", *headline_names()), rows)))
    return out


def _pictures(result: Mapping[str, Any]) -> str:
    names = ("quotations.overlap.f1", "quotations.end2end.f1")
    out = [figure(TITLES[name], heat_map(result["layers"], result["matrix"][name])) for name in names]
    sides = tuple(result["layers"]) if len(result["layers"]) == 2 else ("", "")
    if result["quotations"]["form"]["confusion"]:
        drawn = confusion(result["quotations"]["form"]["confusion"], sides=(sides[0], sides[1]))
        out.append(figure("Form of matched quotations", drawn))
    if result["entities"]["label"]["confusion"]:
        drawn = confusion(result["entities"]["label"]["confusion"], sides=(sides[0], sides[1]))
        out.append(figure("Label of matched entities", drawn))
    periods = {period: found["quotations.end2end.f1"] for period, found in result["over_time"].items()}
    if len(periods) > 1:
        out.append(figure(f"{TITLES['quotations.end2end.f1']} over time", course(periods)))
    return "".join(out)


def _matched(result: Mapping[str, Any]) -> str:
    quotations = result["quotations"]
    distance = quotations["boundary_distance"]
    edges = ", ".join(f"{count} within {bound}" for bound, count in distance["edges_within"].items() if bound != "more")
    rows = [
        ("Same form", number(quotations["form"]["agreement"])),
        ("Cue: equal", number(quotations["cue"]["exact"])),
        ("Cue: touching, or neither has one", number(quotations["cue"]["overlap"])),
        ("Speaker mention: equal", number(quotations["mention"]["exact"])),
        ("Speaker mention: touching, or neither has one", number(quotations["mention"]["overlap"])),
        ("Speaker: equal name", number(quotations["speaker"]["name"])),
        ("Speaker: the same, up to a shorter name", number(quotations["speaker"]["same"])),
        ("Speaker: the same, where A knows it", number(quotations["speaker"]["known"])),
        ("Distance of beginnings, mean, characters", number(distance["start"], 2)),
        ("Distance of ends, mean, characters", number(distance["end"], 2)),
    ]
    said = paragraph(
        f"{quotations['matched']} quotations overlap by half or more. Edges: {edges} characters, "
        f"{distance['edges_within']['more']} further off."
    )
    return said + table(("Measure", "Value"), rows)


def _alphas(found: Mapping[str, Any]) -> list[tuple[str, float | None]]:
    return [
        ("Form of the same quotation", found["form_alpha"]),
        ("Content by token, by form", found["token_alpha"]),
        ("Content by token, in or out", found["token_alpha_binary"]),
        ("Content as units (α_U)", found["unitising_alpha"]["all"]),
        ("Entities as units (α_U)", found["entities_unitising_alpha"]["all"]),
    ]
