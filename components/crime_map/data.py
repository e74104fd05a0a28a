"""The table behind the map, its downloads and notes, and how it is measured."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape, unescape

from dash import html
from dash.development.base_component import Component

from components import text
from components.downloads import file_links
from components.elements import marks
from components.map_view import MapView
from components.patterns import Pattern, Sketch, fill, joined, words
from components.pictures.links import frame_folded, picture_links
from components.pictures.picture import frame_address
from components.render import to_html
from components.site import site_address
from components.tables import borough_table
from components.tags import tag
from data.catalogue import catalogue

SHOWN_ROWS = 10
HEIGHT = 960  # px of a frame


def data_side(view: MapView) -> Sketch:
    heading = tag("header", tag("h2", "Data behind this map"), tag("p", text.table_subtitle(view), class_="sub"))
    notes = tag("div", *(tag("p", note, class_="note") for note in text.table_note(view)), class_="notes")
    table = joined('<div class="tbl-wrap">', borough_table(view), "</div>")
    return joined(heading, table, Sketch([BELOW.rows([_below(view)])]), notes)


def _below(view: MapView) -> list[str]:
    """In the order of BELOW's slots. Addresses are canonical: they give what is on screen whatever the address said."""
    chosen = view.selection
    words = f"Show the first {SHOWN_ROWS} boroughs" if chosen.all_rows else "Show all 32 boroughs"
    target = text.address(chosen, all_rows=not chosen.all_rows)
    # Twice escaped: the code of the frame is shown as text.
    framed = (escape(each, quote=True) for each in (site_address(), chosen.to_query(), text.figure_title(view)))
    return [words, target, chosen.to_query(), download_name(view), *framed]


def _actions() -> Component:
    """Downloads and the link, for the view at the slot `query`."""
    return html.Div([
        *file_links(text.MAP_PATH, "{query}", name="{name}", whole="CSV, all areas and periods"),
        *picture_links(text.MAP_PATH, "{query}", name="{name}"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def _rows_link() -> Component:
    return html.A("{words}", href="{target}", id="rows-link", className="btn quiet", **marks(data_address=""))


# Under the table: one row, of which a change sends only what differs.
BELOW = Pattern(
    "crime-map-below",
    to_html([
        html.Div([_rows_link(), _actions()], className="below"),
        frame_folded(f"{{site}}{frame_address(text.MAP_PATH, '{framed}')}", title="{title}", height=HEIGHT, dated=True),
    ]),
    row="words target query name site framed title",
)  # fmt: skip


def download_name(view: MapView) -> str:
    """`burglary-rate-12m-2017-06`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    parts = [chosen.measure, chosen.show.value, chosen.span.value, f"{chosen.month:%Y-%m}"]
    parts += [chosen.area] if chosen.area else []
    return "-".join(["demonstration", *parts] if view.edition.is_demonstration else parts)


def method(view: MapView) -> Sketch:
    """Headings and paragraphs in two columns of about equal length; by what the script says of the measure, where that
    is what the catalogue says of it."""
    measure, dataset = view.measure, view.dataset
    known = Sketch([METHODS[bool(measure.breaks)].rows([[measure.id, dataset.id]])])
    written = two_columns(text.how_measured(measure, dataset))
    return known if unescape(fill(known)) == unescape(fill(written)) else written


def two_columns(said: Sequence[tuple[str, str]]) -> Sketch:
    entries = [tag("div", tag("h3", head), tag("p", words)) for head, words in said]
    half = (len(entries) + 1) // 2
    return joined(tag("div", *entries[:half]), tag("div", *entries[half:]))


def _declare() -> None:
    """Make known what is said of each measure and dataset: the longest texts of the page, the same in every edition."""
    tables: dict[str, dict[str, str]] = {}
    for measure in catalogue().measures:
        dataset = catalogue().dataset(measure.dataset)
        for name, (_, paragraph) in zip(SAID, text.how_measured(measure, dataset), strict=False):
            tables.setdefault(name, {})[dataset.id if name in OF_A_DATASET else measure.id] = paragraph
        of_all = " ".join(dataset.caveats)
        own = tables["recorded"][dataset.id].removeprefix(of_all)
        tables["recorded"][dataset.id] = of_all  # once for all its measures
        tables.setdefault("own", {}).update({measure.id: own} if own else {})
    for name, table in tables.items():
        words(name, table)


# In the order of text.how_measured; the last where a series has a break.
SAID = ("counted", "where", "uncovered", "rates", "recorded", "small", "provisional", "breaks")
OF_A_DATASET = {"where", "uncovered", "rates", "recorded", "small", "provisional"}
HEADS = ("What is counted", "Where", "Who is not covered", "Rates and visitors", text.RECORDED, "Small differences",
         "Provisional months", "Breaks in the series")  # fmt: skip
OWN = {"recorded": "{measure:own}"}  # what a measure adds to its dataset's words
_declare()
METHODS = {
    has_breaks: Pattern(
        f"method-{'with' if has_breaks else 'without'}-breaks",
        fill(two_columns([
            (head, f"{{{'dataset' if name in OF_A_DATASET else 'measure'}:{name}}}{OWN.get(name, '')}")
            for head, name in zip(HEADS, SAID, strict=True) if has_breaks or name != "breaks"
        ])),
        row="measure dataset",
    )
    for has_breaks in (False, True)
}  # fmt: skip
