"""What a view gives to take away: its sheet, and what must be known to use it without the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode

from data.columns import Column, Kind
from data.marks import MARKS, NOT_APPLICABLE, is_mark
from data.sheet import YES_NO, Sheet

LICENCES = {"Open Government Licence v3.0": (
    "OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")}  # fmt: skip
# As a Table Schema calls the kinds of columns.
TYPES = {Kind.NUMBER: "number", Kind.WHOLE: "integer", Kind.DATE: "date", Kind.MONTH: "yearmonth",
         Kind.YES_NO: "boolean"}  # fmt: skip
PERIOD_ASKED = ("to", "year")  # parameters that name a period, which the latest has no need of
PERIODS, AREAS = ("period_start", "period_end"), ("area_code", "area_name")


class Note(Protocol):
    """What an edition's note says."""

    @property
    def edition_id(self) -> str: ...
    @property
    def is_demonstration(self) -> bool: ...
    @property
    def published_on(self) -> Any: ...


@dataclass(frozen=True, kw_only=True)
class ViewFile:
    """`name`: of the download, without its ending. `page`: the path of the page that shows the view; `query`: its
    canonical query, with the `?`. `whole`: in a sentence, what ?download=all gives of this page. `definition`, `unit`,
    `caveats`: of what is counted, where the page shows one measure.
    """

    sheet: Sheet
    name: str
    title: str
    page: str
    query: str
    edition: Note
    whole: str
    definition: str | None = None
    unit: str | None = None
    caveats: tuple[str, ...] = ()

    def about(self) -> dict[str, Any]:
        """What stands before the rows of the JSON."""
        note = self.edition
        return {
            "title": self.title, "definition": self.definition, "unit": self.unit, "caveats": list(self.caveats),
            "edition": note.edition_id, "published_on": note.published_on.isoformat(),
            "is_demonstration": note.is_demonstration,
        }  # fmt: skip


@dataclass(frozen=True)
class Addresses:
    """Where a view and its files are. `files`: the path of the files without their endings; `base`: of the site."""

    base: str
    files: str
    whole: bool = False

    def of(self, file: ViewFile) -> dict[str, str]:
        """`page` and its files; the same `fixed` to their edition; and the `latest` period of the edition in use."""
        given = dict(parse_qsl(file.query.removeprefix("?"), keep_blank_values=True))
        extra = {"download": "all"} if self.whole else {}
        newest = {name: value for name, value in given.items() if name not in PERIOD_ASKED}
        return {
            "page": self._at(file.page, given),
            **{kind: self._at(f"{self.files}.{kind}", {**given, **extra}) for kind in ("csv", "json", "metadata.json")},
            "fixed": self._at(f"{self.files}.csv", {**given, **extra, "edition": file.edition.edition_id}),
            "latest": self._at(f"{self.files}.csv", {**newest, **extra}),
        }  # fmt: skip

    def _at(self, path: str, params: Mapping[str, str]) -> str:
        return f"{self.base}{path}{'?' + urlencode(params) if params else ''}"


def metadata(file: ViewFile, addresses: Addresses) -> dict[str, Any]:
    """A Tabular Data Resource (Frictionless Data) of the CSV, with what else a reader needs to quote the figures."""
    columns = file.sheet.described()
    found = _Found()
    for row in file.sheet.rows:
        found.add(row)
    where = addresses.of(file)
    return {
        "profile": "tabular-data-resource", "name": file.name, "path": where["csv"], "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", **file.about(), "period": found.period(), "rows": found.rows,
        "geography": found.geography(), "sources": [{"title": title} for title in sorted(found.sources)],
        "licenses": [_licence(name) for name in sorted(found.licences)], "addresses": where,
        "download_all": file.whole, "schema": table_schema(columns),
        "marks": {mark: {"word": word, "meaning": meaning} for mark, (word, meaning) in MARKS.items()},
    }  # fmt: skip


def table_schema(columns: Iterable[Column]) -> dict[str, Any]:
    return {"fields": [_field(column) for column in columns], "missingValues": ["", *MARKS]}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": TYPES.get(column.kind, "string"), "description": column.says}
    if column.kind is Kind.YES_NO:
        field |= {"trueValues": [word for word, is_so in YES_NO.items() if is_so],
                  "falseValues": [word for word, is_so in YES_NO.items() if not is_so]}  # fmt: skip
    return field


def _licence(name: str) -> dict[str, str]:
    known = LICENCES.get(name)
    return {"title": name, **({"name": known[0], "path": known[1]} if known else {"name": "other"})}


class _Found:
    """What the rows say of themselves, gathered in one pass."""

    def __init__(self) -> None:
        self.rows = 0
        self.days: set[str] = set()
        self.areas: dict[str, str] = {}
        self.sources: set[str] = set()
        self.licences: set[str] = set()

    def add(self, row: Mapping[str, str]) -> None:
        self.rows += 1
        self.days |= {row[name] for name in PERIODS if _is_given(row.get(name))}
        code, name = (row.get(column) for column in AREAS)
        if _is_given(code) and _is_given(name):
            self.areas[str(code)] = str(name)
        self.sources |= set(_listed(row.get("source")))
        self.licences |= set(_listed(row.get("licence")))

    def period(self) -> dict[str, str] | None:
        return {"start": min(self.days), "end": max(self.days)} if self.days else None

    def geography(self) -> dict[str, Any]:
        codes = [{"area_code": code, "area_name": name} for code, name in self.areas.items()]
        return {"code_system": "ONS GSS codes; codes of ours where there is none", "areas": codes}


def _is_given(cell: str | None) -> bool:
    return bool(cell) and not is_mark(cell or NOT_APPLICABLE)


def _listed(cell: str | None) -> Iterator[str]:
    if cell and _is_given(cell):
        yield from cell.split("; ")
