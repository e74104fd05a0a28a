"""The sections of the open data page."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.methods.parts import facts, section, table
from components.open_data.view import API, LATEST, OpenDataView, Operation, ReadingExample, operations
from components.shell import LICENCE, PRODUCT, day
from components.text.numbers import count, plain
from data.marks import MARKS

MEGABYTE = 1_000_000
EXAMPLE = "/crime-map.csv?measure=burglary&span=12m&to=2017-06&show=rate"


def of_a_page(view: OpenDataView) -> Component:
    """How an address becomes a file."""
    rows = [
        [html.Code(".csv"), "The table of the page, for a spreadsheet: UTF-8, ISO dates, area codes, status, source, "
         "edition and licence in every row."],
        [html.Code(".json"), "The same rows with numbers as numbers. Where there is none, null, and why under marks."],
        [html.Code(".metadata.json"), "What the table is: title, definition, period, areas, sources, licence, edition, "
         "and each column described, as a Frictionless table schema."],
        [html.Code("?download=all"), "All areas and periods, as far as the page has them: its metadata says which."],
        [html.Code("?edition=…"), "The same from a named edition. Such an address gives what it gave for as long as "
         "the edition is kept."],
    ]  # fmt: skip
    marked = [[html.Code(mark), word.replace("_", " "), meaning] for mark, (word, meaning) in MARKS.items()]
    return section(
        "pages", "A page as a file",
        "Every page that shows a table is one: put the ending behind its path and leave the rest of the address.",
        table("endings", "What to add to a page’s address", ["Ending or parameter", "What it gives"], rows),
        html.P(["For example ", html.A(html.Code(EXAMPLE), href=EXAMPLE), "."], className="note"),
        table("marks", "What stands in a CSV where there is no figure", ["Mark", "In JSON", "Meaning"], marked),
    )  # fmt: skip


def interface(view: OpenDataView) -> Component:
    """The lists of the interface, from its own description."""
    found = list(operations(view.description))
    rows = [[html.A(html.Code(f"{LATEST}{each.path}"), href=f"#api-{each.path.strip('/')}"), each.says]
            for each in found]  # fmt: skip
    described = html.A("OpenAPI description", href=f"{API}/openapi.json")
    return section(
        "interface", "The interface for programs",
        "Plain GET addresses that answer in JSON. No key is needed, and pages of other sites may ask.",
        html.P([described, " for tools that read it."], className="said"),
        table("lists", "What there is of the edition in use", ["Address", "What it gives"], rows),
        html.H3("How it answers", className="sub-head"),
        html.Ul([html.Li(said) for said in HOW], className="sentences plain"),
        *(_operation(each) for each in found),
    )  # fmt: skip


HOW: tuple[list[Any], ...] = (
    [html.Code("/latest/"), " follows the edition in use. Put ", html.Code("/editions/ID/"), " in its place to keep to "
     "one edition: every answer names its own."],
    ["Lists come in pages: ", html.Code("limit"), " and ", html.Code("offset"), " choose the rows, ",
     html.Code("total"), " says how many there are, and ", html.Code("next"), " leads to those that follow, in the "
     "same edition."],
    ["A parameter that is not known is refused, so that no filter is passed over in silence. Errors are ",
     html.Code("application/problem+json"), "."],
    ["Answers carry an ", html.Code("ETag"), ": with ", html.Code("If-None-Match"), " nothing is sent twice."],
)  # fmt: skip


def _operation(each: Operation) -> Component:
    name = each.path.strip("/")
    asked = [[html.Code(p.name), f"{p.says}{' Required.' if p.is_required else ''}", p.kind] for p in each.parameters]
    columns = [[html.Code(column), kind, says] for column, kind, says in each.columns]
    inside = [
        html.Summary(f"{each.name}: parameters and columns"),
        table(f"{name}-asked", f"Parameters of {each.path}", ["Parameter", "What it does", "Kind"], asked),
        table(f"{name}-columns", f"Columns of a row of {each.path}", ["Column", "Kind", "What it holds"], columns),
    ]
    return html.Details(inside, id=f"api-{name}")


def whole_editions(view: OpenDataView) -> Component:
    edition = view.edition.edition_id
    if not view.files:
        said = html.P(["The files of this edition have not been written. To write them, run ",
                       html.Code("python -m etl bulk"), "."], className="empty")  # fmt: skip
        return section("bulk", "Everything at once", "Every table of an edition, to take away.", said)
    rows = [
        [html.A(file.name, href=f"{API}/editions/{edition}/bulk/{file.name}"), file.says, _size(file.bytes),
         html.Code(file.sha256, className="second")]
        for file in view.files
    ]  # fmt: skip
    return section(
        "bulk", "Everything at once",
        "Every table of the edition as Parquet, and all of them in one DuckDB file. Tables of people go out as sums.",
        table("files", f"Files of edition {edition}", ["File", "What is in it", "#Size", "SHA-256"], rows),
        html.P(["At ", html.Code(f"{LATEST}/bulk/NAME"), " an address leads to the file of the edition in use."],
               className="note"),
    )  # fmt: skip


def reading(view: OpenDataView) -> Component:
    """The examples of docs/reading-the-file.md, folded away; a test runs them."""
    return section(
        "reading", "Python, R and the DuckDB shell",
        "The DuckDB file opens as it is, with any DuckDB since 1.0. The examples are run by the site’s tests.",
        html.Ul([html.Li(said) for said in FIRST], className="sentences plain"),
        *(_example(place, each) for place, each in enumerate(view.examples, start=1)),
    )  # fmt: skip


FIRST: tuple[list[Any], ...] = (
    [html.Code("SELECT kind FROM edition"), " says whether the figures are official or a demonstration, made up."],
    [html.Code("recorded_crime"), " holds two sets of categories: keep to one ", html.Code("taxonomy"), "."],
    ["A row that is not there, and an ", html.Code("offences"), " that is ", html.Code("NULL"),
     ", are no figure. Neither is zero."],
    ["Strands of hate crime and flags overlap: never add them up."],
)  # fmt: skip


def _example(place: int, each: ReadingExample) -> Component:
    said = [html.Code(part) if within % 2 else part for within, part in enumerate(each.says.split("`"))]
    shown = html.Pre(html.Code(each.code), className="example", tabIndex=0,
                     **marks(role="region", aria_label=f"Code: {each.heading}"))  # fmt: skip
    return html.Details([html.Summary(each.heading), html.P(said, className="said"), shown], id=f"example-{place}")


def _size(bytes_: int) -> str:
    return f"{plain(bytes_ / MEGABYTE, 1)} MB" if bytes_ >= MEGABYTE / 10 else f"{count(bytes_ / 1000)} kB"


def editions(view: OpenDataView) -> Component:
    rows: list[list[Any]] = [
        [html.A(html.Code(each.edition_id), href=f"{API}/editions/{each.edition_id}/measures"),
         "Demonstration: made up" if each.is_demonstration else "Official", day(each.published_on),
         "In use" if each.edition_id == view.edition.edition_id else "Kept"]
        for each in view.kept
    ]  # fmt: skip
    return section(
        "editions", "Editions",
        "An edition is all figures as they were on a day. It never changes; a later one may revise its figures.",
        table("kept", "Editions that are kept here", ["Edition", "Kind", "Put in use", "State"], rows),
    )


def citing(view: OpenDataView) -> Component:
    note = view.edition
    said = (f"{PRODUCT}, edition {note.edition_id}, put in use {day(note.published_on)}: the title of the page or "
            "file, and its address with the edition.")  # fmt: skip
    licence = html.A("Open Government Licence v3.0", href=LICENCE)
    pairs = [("Cite as", said), ("Licence", [licence, ", unless a row says otherwise. Name the source of its row."])]
    return section("cite", "Cite and reuse", "A figure that is quoted should be found again.", facts(pairs))
