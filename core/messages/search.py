"""Sentences about the search over all articles."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # -- search over all articles (core.corpus) --
    "search-index-anew": "The search index {path} was not believed ({reason}) and is made anew. The project itself is "
    "as it was.",
    "search-index-elsewhere": "{path} cannot be written ({reason}); the search index is kept in {folder}.",
    "search-index-busy": "Another process is taking the last changes into the search index; what is shown is as it "
    "was before. Search again in a while.",
    "search-index-broken": "The search index {path} was made anew and still cannot be read ({reason}). Check the disk; "
    "the project itself is as it was.",
    "search-pattern-slow": "The pattern /{pattern}/ was looked for in all texts for {seconds} seconds without coming "
    "to an end. Add a word or a filter, so that fewer texts are read.",
    "search-pattern-many": "The pattern /{pattern}/ matches more than {most:,} times. Make it narrower.",
    "search-not-sorted": "These are {count:,} lines, and no more than {most:,} are sorted: they stand in the order of "
    "the articles. Narrow the search to sort them.",
    "query-empty": "There is nothing to look for. Type a word, a phrase in quotation marks, or a filter "
    "(мост speaker:Белов).",
    "query-not": "The query has no words that must be there. Add one, or in:quotation to look at quotations.",
    "query-unclosed": "Character {position}: what begins with {mark} has no end. Put the closing mark.",
    "query-bracket": "Character {position}: the bracket {mark} has no partner. Add it, or put the words into quotation "
    "marks.",
    "query-empty-bracket": "Character {position}: there is nothing inside the brackets.",
    "query-deep": "Character {position}: more than {most} brackets stand in each other.",
    "query-operator": "Character {position}: {operator} has nothing to work on. Put words beside it; the word itself "
    "is written in small letters or in quotation marks.",
    "query-pattern-empty": "Character {position}: there is nothing between the slashes. A pattern is written "
    "as /мост\\w*/.",
    "query-word": "Character {position}: “{word}” has no letter or digit to look for. Marks are found by a pattern, as "
    "in /[!?]/.",
    "query-gap": "Character {position}: a phrase begins and ends with a word; * and ..3 stand between words.",
    "query-gap-long": "Character {position}: no more than {most} words may stand between the words of a phrase, and "
    "the smaller number comes first.",
    "query-field": "Character {position}: there is no field {field}. The fields are: {known}. A word with a colon goes "
    "into quotation marks.",
    "query-value": "Character {position}: “{value}” is nothing that {field} can be. It can be: {known}.",
    "query-value-none": "Character {position}: {field}: needs a value right behind the colon; several are parted by "
    "commas.",
    "query-date": "Character {position}: “{value}” is no date. Type 2026, 2026-05, 2026-05-31 or 31.05.2026, or two "
    "of them as 2026-05..2026-07.",
    "query-where": "Character {position}: the words are looked for in one place only. Leave one in: with one value.",
    "query-filter-inside": "Character {position}: the filter {field}: stands inside brackets or beside OR. Filters "
    "hold for the whole query: put it at the end.",
    "query-not-there": "Character {position}: {field}: cannot be asked with in:{where}. Leave one of the two out.",
    # -- counts (core.corpus.counting, core.charts) --
    "counts-where": "Quotations are counted, so the query must ask for quotations. Leave out in:text, in:entity and "
    "label:.",
    "counts-word": "Collocates stand around a word: type one word or phrase, without filters and operators.",
    "charts-nothing": "There is nothing to draw: no quotations are counted.",
}
