"""Reading what a page shows and what its files hold, so that tests can set one beside the other."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from typing import Any, NamedTuple

from flask.testing import FlaskClient

from data.marks import MARKS

ENDING = ".metadata.json"
WORDS = {word: sign for sign, (word, _) in MARKS.items()}
FIGURE = re.compile(r"([+\u2212-]?)£?(\d[\d,]*(?:\.\d+)?)(?:%|m| points?)?")
MONTH = re.compile(r"\b([A-Z][a-z]+) (\d{4})$")
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEAR = re.compile(r"(19|20)\d\d")
Record = Mapping[str, Any]


def file_paths(client: FlaskClient) -> list[str]:
    """The paths of every page's files, without their endings, with the names of their variables."""
    rules = [rule.rule for rule in client.application.url_map.iter_rules()]
    return sorted(rule.removesuffix(ENDING) for rule in rules if rule.endswith(ENDING))


def lines(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


def as_csv_says(value: Any, name: str, mark: str | None) -> str:
    """How the CSV writes what the JSON holds; a null without a mark does not apply, or is an empty text."""
    if value is None:
        return WORDS[mark] if mark else "[z]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return WORDS.get(value, value) if name == "status" else str(value)


def is_same_cell(cell: str, row: Record, name: str) -> bool:
    """Whether a cell of the CSV says what the JSON's row says under that name."""
    said = as_csv_says(row[name], name, row["marks"].get(name))
    return cell in (said, f"'{said}") or (cell == "" and row[name] is None)


class Line(NamedTuple):
    """A row of a table: what it is named by (its heads), the other words in it, and its figures as written."""

    names: list[str]
    words: list[str]
    figures: list[str]


@dataclass
class Table:
    """A table of a page; `heads`: what stands over its columns."""

    caption: str = ""
    heads: list[str] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.place = ""
        self.row: list[tuple[str, str]] = []
        self.drawings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.row = []
        elif tag in ("caption", "th", "td"):
            self.place = tag
        self.drawings += tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self.drawings -= tag == "svg"
        if tag in ("caption", "th", "td"):
            self.place = ""
        elif tag == "tr" and self.tables:
            self._add(self.tables[-1])

    def handle_data(self, data: str) -> None:
        words = data.strip()
        if not words or self.drawings:
            return
        if self.place == "caption":
            self.tables[-1].caption += words
        elif self.place:
            self.row.append((self.place, words))

    def _add(self, table: Table) -> None:
        if not any(place == "td" for place, _ in self.row):
            table.heads += [words for _, words in self.row]
            return
        cells = [words for place, words in self.row if place == "td"]
        table.rows.append(Line(
            [words for place, words in self.row if place == "th"],
            [words for words in cells if not FIGURE.fullmatch(words)],
            [words for words in cells if FIGURE.fullmatch(words)],
        ))  # fmt: skip


def tables(document: str) -> list[Table]:
    """Those of a served page, drawings left out."""
    reader = _Reader()
    reader.feed(document)
    return reader.tables


def is_written(shown: str, exact: float) -> bool:
    """Whether `shown` is how a page writes `exact`, or a share `exact` in per cent: rounded half away from zero."""
    sign, digits = FIGURE.fullmatch(shown).groups()  # type: ignore[union-attr]
    number = Decimal(digits.replace(",", "")) * (-1 if sign in ("-", "\u2212") else 1)
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    each = (Decimal(repr(exact)), 100 * Decimal(repr(exact)), Decimal(repr(100 * exact)))
    return any(number == value.quantize(step, ROUND_HALF_UP) for value in each)


class Held:
    """The rows of a file by the words in them, to be asked for the figures of rows that a page's row is about."""

    def __init__(self, rows: Iterable[Record], *, aliases: Mapping[str, str]) -> None:
        self.aliases = aliases
        self.values: list[set[float]] = []
        self.named: dict[str, set[int]] = {}
        self.places: list[set[str]] = []  # the tables and sections of documents that a row stands in
        for number, row in enumerate(rows):
            self.values.append({float(value) for value in row.values() if _is_number(value)})
            self.places.append({str(row[name]) for name in ("table_name", "section") if row.get(name)})
            for value in row.values():
                for name in _names(value) if isinstance(value, str) else ():
                    self.named.setdefault(name, set()).add(number)

    def holds(self, shown: str, row: Line, table: Table) -> bool:
        """Whether a row of the file that is about what this row of the page is about has the figure."""
        return any(is_written(shown, value) for each in self._about(row, table) for value in self.values[each])

    def _about(self, row: Line, table: Table) -> set[int]:
        """The rows with the row's name; or else with the rarest of its words; or else with what heads its columns.

        A table that names where it is printed is about the rows printed there.
        """
        named = [found for each in row.names if (found := self._named(each))]
        told = sorted((found for each in row.words if (found := self._rows(each))), key=len)
        headed = [found for each in table.heads if (found := self._rows(each))]
        printed = {each for each, places in enumerate(self.places) if any(place in table.caption for place in places)}
        return set().union(*(named or told[:1] or headed)) | printed

    def _named(self, words: str) -> set[int]:
        """Of `Burglary, Camden` the rows that are of both."""
        parts = [self._rows(part) for part in words.rsplit(", ", 1)]
        return self._rows(words) or set.intersection(*parts)

    def _rows(self, words: str) -> set[int]:
        return set().union(*(self.named.get(name, set()) for name in (*_names(words), self.aliases.get(words, ""))))


def _names(words: str) -> Iterator[str]:
    """What a row may be found by: its words, and its month as 2017-06 however it is written."""
    yield words.casefold()
    written = MONTH.search(words)  # of `Highest, September 2016` and `to September 2016` too
    if written and written[1][:3] in SHORT:
        yield f"{written[2]}-{1 + SHORT.index(written[1][:3]):02}"
    elif re.match(r"\d{4}-\d\d(-\d\d)?$", words):
        yield words[:7]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class Controls(HTMLParser):
    """What a page's own controls and links offer, by parameter: the selections that a reader can reach."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.select = path, ""
        self.offered: dict[str, set[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "select":
            self.select = given.get("name", "")
        elif tag == "option" and self.select:
            self._offer(self.select, given.get("value", ""))
        elif tag == "input" and given.get("type") in ("radio", "hidden") and "name" in given:
            self._offer(given["name"], given.get("value", ""))
        elif tag == "a" and given.get("href", "").startswith(f"{self.path}?"):
            for part in given["href"].partition("?")[2].split("&"):
                self._offer(*part.partition("=")[::2])

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""

    def _offer(self, name: str, value: str) -> None:
        self.offered.setdefault(name, set()).add(value)


def offered(document: str, path: str) -> dict[str, list[str]]:
    reader = Controls(path)
    reader.feed(document)
    return {name: sorted(values) for name, values in sorted(reader.offered.items())}
