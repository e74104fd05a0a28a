"""The descriptions that go with the bulk files: a Frictionless Data Package and a data dictionary."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from data.catalogue import Catalogue
from data.dictionary import TableEntry, datasets_of
from data.export import MODELLED, OFFICIAL
from data.sheet import BYTE_ORDER_MARK
from data.view_file import LICENCES
from etl.bulk.tables import Outgoing

# A type of Table Schema for each of DuckDB's that the edition uses.
TYPES = {"VARCHAR": "string", "DATE": "date", "TIMESTAMP": "datetime", "BOOLEAN": "boolean", "DOUBLE": "number",
         **dict.fromkeys(("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"), "integer")}  # fmt: skip
DICTIONARY = ("table", "column", "type", "description", "dataset", "publisher", "licence", "provisional_months",
              "caveats")  # fmt: skip
Rows = Sequence[tuple[Outgoing, TableEntry, list[dict[str, str]]]]


def data_package(
    rows: Rows, files: Sequence[dict[str, Any]], *, about: dict[str, str],
    sources: Sequence[tuple[str, str, str]], catalogue: Catalogue,
) -> dict[str, Any]:  # fmt: skip
    """The descriptor: each Parquet file with its columns, the database and the dictionary beside them."""
    is_official = about["data_kind"] == "official"
    parts = {each.name: (each, entry, columns) for each, entry, columns in rows}
    named = sorted({(publisher, dataset) for publisher, dataset, _ in sources})
    licences = sorted({licence for _, _, licence in sources} | {catalogue.dataset("population").licence})
    return {
        "name": "london-policing-performance", "version": about["edition"],
        "title": f"London Policing Performance, edition {about['edition']}",
        "description": OFFICIAL if is_official else MODELLED,
        "licenses": [_licence(name) for name in licences],
        "sources": [{"title": f"{publisher}, {_name(dataset, catalogue)}"} for publisher, dataset in named],
        "resources": [_resource(file, parts.get(file["name"].removesuffix(".parquet"))) for file in files],
    }  # fmt: skip


def _resource(file: dict[str, Any], part: tuple[Outgoing, TableEntry, list[dict[str, str]]] | None) -> dict[str, Any]:
    name, ending = file["name"].rsplit(".", 1)
    whole = name if part else f"{name}-{ending}"  # the table 'edition' and the file of all tables are two
    described = {
        "name": whole.replace("_", "-"), "path": file["name"], "format": ending, "mediatype": file["media_type"],
        "bytes": file["bytes"], "hash": f"sha256:{file['sha256']}", "description": file["says"],
    }  # fmt: skip
    if part is None:
        return described
    fields = [{"name": c["name"], "type": TYPES[c["type"]], "description": c["says"]} for c in part[2]]
    return {**described, "type": "table", "schema": {"fields": fields}}


def dictionary_csv(rows: Rows, catalogue: Catalogue) -> str:
    """A line a column, after one for its table; a spreadsheet opens it clean."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, DICTIONARY, restval="", lineterminator="\r\n")
    writer.writeheader()
    for each, entry, columns in rows:
        datasets = datasets_of(each.dataset_table, catalogue)
        writer.writerow({
            "table": each.name, "description": entry.says, "dataset": "; ".join(d.name for d in datasets),
            "publisher": "; ".join(dict.fromkeys(d.publisher for d in datasets)),
            "licence": "; ".join(dict.fromkeys(d.licence for d in datasets)),
            "provisional_months": "; ".join(str(d.provisional_months) for d in datasets),
            "caveats": " ".join(said for d in datasets for said in (d.where_counted, d.not_covered, *d.caveats)),
        })  # fmt: skip
        writer.writerows({"table": each.name, "column": c["name"], "type": c["type"], "description": c["says"]}
                         for c in columns)  # fmt: skip
    return BYTE_ORDER_MARK + written.getvalue()


def _name(dataset: str, catalogue: Catalogue) -> str:
    return next((each.name for each in catalogue.datasets if each.id == dataset), dataset)


def _licence(name: str) -> dict[str, str]:
    known = LICENCES.get(name)
    return {"name": known[0], "title": name, "path": known[1]} if known else {"name": "other", "title": name}
