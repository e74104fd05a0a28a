"""Tables of the page: captions, scopes, units under heads, and a box of their own to scroll in.

They are written as text at once: Dash takes a good part of a millisecond over every cell, and the page has a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.elements import Markup
from components.stop_and_search.records import TOO_FEW, Tally
from components.stop_and_search.words import FEW, FEW_NOTE, WITHHELD, WITHHELD_NOTE, is_hidden_anywhere
from components.text.numbers import DOES_NOT_APPLY


class Written(str):
    """Markup already: everything else is text and is escaped."""


Head = tuple[str, str]  # label, unit
Row = tuple[str, Sequence[str], str]  # the row's head, its cells, its class
ROLES = {
    "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell", 'th scope="row"': "rowheader",
    'th scope="col"': "columnheader", 'th scope="rowgroup"': "rowheader",
}  # fmt: skip
MUTED = (WITHHELD, DOES_NOT_APPLY, FEW)


def table(caption: str, heads: Sequence[Head], rows: Iterable[Row], *, kind: str = "", text_columns: int = 0,
          ) -> Component:  # fmt: skip
    """Figures at the right, but for the first `text_columns` columns after the row's head."""
    top = [head(*each, is_text=place <= text_columns) for place, each in enumerate(heads)]
    return whole(caption, top, [f"<tbody>{''.join(row(*each, text_columns) for each in rows)}</tbody>"], kind=kind)


def whole(caption: str, heads: Iterable[str], bodies: Iterable[str], *, kind: str, stacks: bool = False) -> Component:
    """A table of cells that are written already; one whose rows stack on a phone has its roles written out."""
    written = (f'<caption class="vh">{escape(caption)}</caption><thead><tr>{"".join(heads)}</tr></thead>'
               f'{"".join(bodies)}')  # fmt: skip
    given = {"className": f"data stop-table {kind}".strip(), **({"role": "table"} if stacks else {})}
    return Markup(tag="table", markup=_with_roles(written) if stacks else written, attributes=given)


def _with_roles(written: str) -> str:
    for tag, role in ROLES.items():
        written = written.replace(f"<{tag}", f'<{tag} role="{role}"')
    return written


def head(label: str, unit: str = "", *, is_text: bool = False, attributes: str = "") -> str:
    below = f'<span class="unit">{escape(unit)}</span>' if unit else ""
    kind = "" if is_text else ' class="r"'
    return f'<th scope="col"{kind}{attributes}>{inner(label)}{below}</th>'


def row(name: str, cells: Sequence[str], kind: str = "", text_columns: int = 0) -> str:
    written = "".join(cell(each, is_text=place < text_columns) for place, each in enumerate(cells))
    own = f' class="{kind}"' if kind else ""
    return f'<tr{own}><th scope="row">{inner(name)}</th>{written}</tr>'


def cell(content: str, *, is_text: bool = False) -> str:
    kinds = " ".join(filter(None, ["" if is_text else "r", "mute" if content in MUTED else ""]))
    own = f' class="{kinds}"' if kinds else ""
    return f"<td{own}>{inner(content)}</td>"


def inner(content: str) -> str:
    return content if isinstance(content, Written) else escape(content, quote=False)


def two(first: str, second: str) -> str:
    """A figure, and under it what belongs to it."""
    return Written(f'{inner(first)}<span class="second"> {inner(second)}</span>') if second else first


def strong(said: str) -> Written:
    return Written(f"<strong>{escape(said, quote=False)}</strong>")


def link(said: str, target: str, attributes: str = "") -> Written:
    return Written(f'<a href="{escape(target, quote=True)}"{attributes}>{inner(said)}</a>')


def barred(bar: str, number: str) -> Written:
    """A small bar with its number."""
    return Written(f'<span class="bar">{bar}</span><span class="v">{inner(number)}</span>')


def boxed(table_: Component, label: str) -> Component:
    """Wide tables scroll in their own box, the first column fixed."""
    return scrolls(table_, label)


def twin(table_: Component, label: str, *notes: str, words: str = "Show the figures as a table") -> Component:
    """The same numbers as a figure, folded."""
    summary = html.Summary([words, html.Span(f": {label}", className="vh")])
    return html.Details([summary, boxed(table_, label), *(note(each) for each in notes if each)],
                        className="stop-twin")  # fmt: skip


def note(words: str) -> Component:
    return html.P(words, className="note")


def notes_of(tallies: Iterable[Tally]) -> list[str]:
    """What `withheld` and `too few` mean, where the tallies have such."""
    every = tuple(tallies)
    few = any(tally.status == TOO_FEW for tally in every)
    return [note_ for note_ in (withheld_note(is_hidden_anywhere(every)), FEW_NOTE if few else "") if note_]


def withheld_note(is_any: bool) -> str:
    """What `withheld` means, under a table that has it."""
    return WITHHELD_NOTE if is_any else ""
