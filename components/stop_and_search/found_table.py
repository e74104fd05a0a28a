"""The find rates as a table: a body for each reason, a row for each ethnic group."""

from __future__ import annotations

from html import escape

from dash.development.base_component import Component

from components.stop_and_search import tables, words
from components.stop_and_search.records import ObjectGroup, SearchObject, Tally
from components.stop_and_search.view import StopAndSearchView

HEADS = (
    ("Ethnic group", ""), ("Searches", ""), ("With an outcome", "other than no further action"), ("Find rate", ""),
    ("95% interval", ""), ("Points from White", "95% interval"), ("Against White", ""),
    ("Against the other groups", "together"),
)  # fmt: skip
TEXT = (0, 6, 7)  # columns of words
NOTHING = ["–", "–", "–"]


def table_by_reason(view: StopAndSearchView) -> Component:
    heads = [tables.head(*each, is_text=place in TEXT) for place, each in enumerate(HEADS)]
    period = view.period.label if view.period else ""
    caption = f"Find rate by reason and ethnic group {words.recorded(view)}, London, {period}"
    return tables.whole(caption, heads, (_body(each) for each in view.objects), kind="stop-by-reason")


def _body(each: SearchObject) -> str:
    top = f'<tr class="reason"><th scope="rowgroup" colspan="{len(HEADS)}">{escape(each.name)}</th></tr>'
    rows = [_row("All searches", each.tally, NOTHING, "total")]
    if each.groups:
        rows += [_row("Known groups together", each.known, NOTHING), *(_group(group) for group in each.groups)]
    else:
        rows.append(f'<tr><td class="mute" colspan="{len(HEADS)}">By ethnic group: withheld as a whole</td></tr>')
    return f"<tbody>{top}{''.join(rows)}</tbody>"


def _group(group: ObjectGroup) -> str:
    if not group.is_known:
        return _row(group.name, group.tally, NOTHING)
    gap = words.gap(group.gap, group.gap_lower, group.gap_upper)
    return _row(group.name, group.tally, [gap, words.VERDICTS[group.verdict], words.VERDICTS[group.against_all]])


def _row(name: str, tally: Tally, beside: list[str], kind: str = "") -> str:
    cells = [words.number(tally.searches), words.number(tally.found), words.found_share(tally),
             words.share_interval(tally) or "–", *beside]  # fmt: skip
    written = "".join(tables.cell(each, is_text=place in TEXT) for place, each in enumerate(cells, 1))
    own = f' class="{kind}"' if kind else ""
    return f'<tr{own}><th scope="row">{escape(name)}</th>{written}</tr>'
