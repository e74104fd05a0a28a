"""Where the figures come from, and which rows were refused."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.methods import words
from components.methods.parts import download, note, section, table
from components.methods.view import MethodsView, Row
from components.text.numbers import count, counted, listed

MOST_GROUPS, MOST_NAMES, MOST_FILES = 40, 40, 60
SOURCE_HEADS = ("Dataset", "Publisher and licence", "Coverage", "Provisional", "#Files", "#Rows read", "#Loaded",
                "#Left out on purpose", "#Refused")  # fmt: skip
FILE_HEADS = ("File", "Release", "Layout", "Months", "#Rows read", "#Loaded", "#Not loaded", "#Figures not loaded",
              "Note")  # fmt: skip
REFUSED_HEADS = ("Why", "Dataset", "#Entries", "#Rows", "#Offences", "For example")
NAME_HEADS = ("Name in the file", "Column", "Dataset", "#Rows", "#Offences")


def sources(view: MethodsView) -> Component:
    held = {source["dataset"] for source in view.sources}
    absent = [dataset.name for dataset in view.catalogue.datasets if dataset.id not in held]
    sub = "One row for each dataset: who publishes it, how far it goes, and what became of its rows."
    return section(
        "sources", "Sources", sub,
        table("sources", "Datasets in this edition", SOURCE_HEADS, [_source(source) for source in view.sources]),
        download("Download the sources (CSV)", "sources"),
        note("A dataset without files of its own (–) is read from the files of another, or comes with the program. "
             "Provisional months may still be revised; months without that mark may be restated too, only less often."),
        note(f"Not in this edition: {listed(absent)}.") if absent else None,
        html.H3("Files", className="sub-head"),
        *[_files(view, source) for source in view.sources if source["files"]],
        download("Download the list of files (CSV)", "files"),
    )  # fmt: skip


def _source(source: Row) -> list[Any]:
    names = ("files", "rows_read", "rows_loaded", "rows_left_out_on_purpose", "rows_refused")
    # Without files of its own there is nothing to count here, which is not nought.
    figures = [count(source[name]) if source["files"] else "–" for name in names]
    publisher = [source["publisher"], html.Span(source["licence"], className="second")]
    coverage = words.months(source["first_month"], source["last_month"])
    link = html.A(source["name"], href=source["landing_page"])
    return [link, publisher, coverage, words.provisional(source), *figures]


def _files(view: MethodsView, source: Row) -> Component:
    read = [file for file in view.files if file["dataset"] == source["dataset"]]
    rows = [_file(file) for file in read[:MOST_FILES]]
    caption = f"Files of {source['name']}"
    if len(read) > MOST_FILES:
        caption += f": the first {MOST_FILES} of {len(read)}; the download has them all"
    heading = html.Summary(f"{source['name']}: {counted(len(read), 'file')}")
    return html.Details([heading, table(f"files-{source['dataset']}", caption, FILE_HEADS, rows)])


def _file(file: Row) -> list[Any]:
    figures = [count(file[name]) for name in ("rows_read", "rows_loaded", "rows_rejected", "figures_rejected")]
    months = words.months(file["first_month"], file["last_month"])
    return [file["file"], file["release"] or "Not dated", file["layout"], months, *figures, file["note"] or "–"]


def refused(view: MethodsView) -> Component:
    sub = "Nothing that was read is dropped in silence. What could not stand, or is not used, has its reason here."
    shown = view.refused[:MOST_GROUPS]
    more = len(view.refused) - len(shown)
    return section(
        "refused", "Refused rows and figures", sub,
        table("refused", "What was refused, then what was left out on purpose", REFUSED_HEADS,
              [_group(view, group) for group in shown]) if shown else html.P("Nothing was refused in this edition."),
        download("Download every refused row and figure (CSV)", "refused"),
        note(f"{more} more reasons are in the download.") if more else None,
        note("An entry is one row, one figure, or a run of rows of one kind. Values stand as they do in the file."),
        html.H3("Names not known", className="sub-head"),
        _names(view),
    )  # fmt: skip


def _group(view: MethodsView, group: Row) -> list[Any]:
    offences = "–" if group["offences"] is None else count(group["offences"])
    examples = html.Ul([html.Li(words.example(row)) for row in group["examples"]], className="examples")
    reason = group["rule"][:1].upper() + group["rule"][1:]
    dataset = view.dataset_name(group["dataset"])
    return [reason, dataset, count(group["entries"]), count(group["rows"]), offences, examples]


def _names(view: MethodsView) -> Component:
    if not view.unknown_names:
        return html.P("Every name of an area and a category in the files is known.", className="said")
    shown = view.unknown_names[:MOST_NAMES]
    caption = f"Names that no list knows: {len(shown)} of {len(view.unknown_names)}"
    return table("names", caption, NAME_HEADS, [_name(view, row) for row in shown])


def _name(view: MethodsView, row: Row) -> list[Any]:
    figures = [count(row["rows"]), "–" if row["offences"] is None else count(row["offences"])]
    return [words.quoted(row["value"]), row["column_name"] or "–", view.dataset_name(row["dataset"]), *figures]
