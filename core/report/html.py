"""One HTML file without the network: the page, its tables and the sections about agreement. Printed well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from core.agreement.study import HEADLINES, at_path
from core.agreement.tables import found_rows, group_rows, headline_names, headline_rows, number, pair_rows
from core.agreement.tables import title as measure
from core.language import language, tr
from core.model import Form
from core.report.pictures import confusion, course, heat_map, intervals
from core.words.values import form_words

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
  .wide { overflow: visible; font-size: .75rem; } @page { margin: 18mm 16mm; }
  @page landscape { size: landscape; margin: 14mm 12mm; } .landscape { page: landscape; }
  .landscape table { font-size: .68rem; } .landscape th, .landscape td { padding: .2rem .28rem; }
  th { hyphens: auto; overflow-wrap: break-word; }
  .landscape th { font-size: .58rem; overflow-wrap: anywhere; } }
"""


def page(title: str, under: str, sections: Iterable[str], *, style: str = "") -> str:
    """Return a whole HTML page; ``sections`` and ``style`` are ready, title and the line under it are plain text."""
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{STYLE}{style}</style></head><body>\n"
        f'<h1>{escape(title)}</h1><p class="soft">{escape(under)}</p>\n{"".join(sections)}\n</body></html>\n'
    )


def section(title: str, *parts: str, landscape: bool = False) -> str:
    """Return a section with a heading, on pages of its own across where printed so; nothing without content."""
    body = "".join(parts)
    kind = ' class="landscape"' if landscape else ""
    return f"<section{kind}><h2>{escape(title)}</h2>{body}</section>\n" if body else ""


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
    values = {measure(".".join(path)): at_path(result, path) for path in HEADLINES}
    bounds = {measure(name): found for name, found in result.get("intervals", {}).items()}
    head = (tr("Measure"), tr("Value"), *((tr("from"), tr("to")) if bounds else ()))
    rows = [row if bounds else row[:2] for row in headline_rows(result)]
    said = [f"{' × '.join(result['layers'])}: {tr('%n article(s)', result['articles'])}."]
    said += [] if two else [tr("Figures pool all pairs of annotators.")]
    said += [tr("Intervals: 95 %, bootstrap over articles.")] if bounds else []
    drawn = figure("", intervals(values, bounds))
    out = [section(tr("Agreement"), paragraph(" ".join(said)), drawn, table(head, rows))]
    out.append(section(tr("Pictures"), f'<div class="pictures">{_pictures(result)}</div>'))
    found = (tr("What"), tr("Measure"), "A", "B", tr("Precision"), tr("Recall"), "F1")
    out.append(section(tr("Quotations and entities"), table(found, found_rows(result), words=2)))
    out.append(section(tr("On matched quotations"), _matched(result)))
    names = headline_names()
    if not two:
        every = [(name, number(value)) for name, value in _alphas(result["all"])]
        out.append(section(tr("All annotators together"), table((tr("Measure"), "α"), every)))
        pairs = table(("A", "B", tr("Articles"), *names), pair_rows(result), words=2)
        out.append(section(tr("Pairs"), pairs, landscape=True))
    for name, title in (("over_time", tr("Over time")), ("by_article", tr("Article by article"))):
        rows = group_rows(result.get(name, {}))
        out.append(section(title, table(("", "A", "B", *names), rows), landscape=True))
    return out


def _pictures(result: Mapping[str, Any]) -> str:
    names = ("quotations.overlap.f1", "quotations.end2end.f1")
    out = [figure(measure(name), heat_map(result["layers"], result["matrix"][name])) for name in names]
    sides = tuple(result["layers"]) if len(result["layers"]) == 2 else ("", "")
    if result["quotations"]["form"]["confusion"]:
        drawn = confusion(forms_in_words(result["quotations"]["form"]["confusion"]), sides=(sides[0], sides[1]))
        out.append(figure(tr("Form of matched quotations"), drawn))
    if result["entities"]["label"]["confusion"]:
        drawn = confusion(result["entities"]["label"]["confusion"], sides=(sides[0], sides[1]))
        out.append(figure(tr("Label of matched entities"), drawn))
    periods = {period: found["quotations.end2end.f1"] for period, found in result["over_time"].items()}
    if len(periods) > 1:
        out.append(figure(f"{measure('quotations.end2end.f1')}: {tr('Over time')}", course(periods)))
    return "".join(out)


def forms_in_words(counts: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return a confusion of forms with the forms in words."""
    names = {form.value: form_words(form) for form in Form}
    return {names[one]: {names[other]: count for other, count in row.items()} for one, row in counts.items()}


def _matched(result: Mapping[str, Any]) -> str:
    quotations = result["quotations"]
    distance = quotations["boundary_distance"]
    within = distance["edges_within"]
    edges = [
        tr("within {bound} characters: {count}", bound=bound, count=count)
        for bound, count in within.items()
        if bound != "more"
    ]
    edges.append(tr("further off: {count}", count=within["more"]))
    rows = [
        (tr("Same form"), number(quotations["form"]["agreement"])),
        (tr("Cue: equal"), number(quotations["cue"]["exact"])),
        (tr("Cue: touching, or neither has one"), number(quotations["cue"]["overlap"])),
        (tr("Speaker mention: equal"), number(quotations["mention"]["exact"])),
        (tr("Speaker mention: touching, or neither has one"), number(quotations["mention"]["overlap"])),
        (tr("Speaker: equal name"), number(quotations["speaker"]["name"])),
        (tr("Speaker: the same, up to a shorter name"), number(quotations["speaker"]["same"])),
        (tr("Speaker: the same, where A knows it"), number(quotations["speaker"]["known"])),
        (tr("Distance of beginnings, mean, characters"), number(distance["start"], 2)),
        (tr("Distance of ends, mean, characters"), number(distance["end"], 2)),
    ]
    matched = tr("%n quotation(s) overlap by half or more.", quotations["matched"])
    said = f"{matched} {tr('Edges: {edges}.', edges=', '.join(edges))}"
    return paragraph(said) + table((tr("Measure"), tr("Value")), rows)


def _alphas(found: Mapping[str, Any]) -> list[tuple[str, float | None]]:
    return [
        (tr("Form of the same quotation"), found["form_alpha"]),
        (tr("Content by token, by form"), found["token_alpha"]),
        (tr("Content by token, in or out"), found["token_alpha_binary"]),
        (tr("Content as units (α_U)"), found["unitising_alpha"]["all"]),
        (tr("Entities as units (α_U)"), found["entities_unitising_alpha"]["all"]),
    ]
