"""Dedicated ward officers, special constables and complaints: what documents print of them."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.printed import checked, folded_prose, place_words, printed_table, prose_table, short_title, span_words
from components.text.numbers import count, plain
from components.workforce.view import WorkforceView
from data.printed.records import Sentence


def wards(view: WorkforceView) -> list[Component | None]:
    table = view.table("dwo")
    if table is None:
        return [html.H2("Dedicated ward officers"), html.P("This edition holds no published figures.", className="sub")]
    follows = target_follows(view)
    return [
        html.Header([html.H2(table.title), html.P(table.about, className="sub")]), printed_table(table),
        html.P(f"Source: {place_words(table)}", className="note source"), *checked(table),
        *([html.P(follows, className="note")] if follows else []),
        folded_prose(view.wards, caption="Dedicated ward officers in the text of the documents"),
    ]  # fmt: skip


def target_follows(view: WorkforceView) -> str:
    """That the target is so many officers in each ward, where the figures say so."""
    table = view.table("dwo")
    found = {(each.row, each.column): each.cell.value for each in view.wards}
    number, each_ward = (found.get(key) for key in (("Wards in London", "Number"), (
        "Dedicated Ward Officers in each ward", "Aim by December 2017, at least")))  # fmt: skip
    target = table.rows[0].cells.get("Dec 17 Target DWOs") if table and table.rows else None
    if number is None or each_ward is None or target is None or number * each_ward != target.value:
        return ""
    return f"The target is {plain(each_ward)} officers in each of {count(number)} wards: {count(target.value)}."


def specials(view: WorkforceView) -> list[Component]:
    """Volunteers with police powers, who are in no month of the file."""
    told = [
        f"{count(each.cell.value)} in {span_words(None, each.cell.period_end)} ({short_title(each.document_title)}, "
        f"section ‘{each.section}’)" for each in view.specials
    ]  # fmt: skip
    if not told:
        return []
    return [
        html.H2("Special constables"),
        html.P(
            "Volunteers with police powers. They are in no month of the file. Documents count them as people:",
            className="sub",
        ),
        html.Ul([html.Li(f"{each}.") for each in told], className="checks"),
    ]


def complaints(view: WorkforceView) -> list[Component]:
    if not view.complaints:
        return [
            html.H2("Complaints"),
            html.P("This edition holds no published figures of complaints.", className="sub"),
        ]
    said = (
        "Complaints by the public that were recorded; one case may hold several allegations. Cases per employee "
        "and cases per "
        "officer are different measures, and the years differ too. More complaints can mean that more people come "
        "forward."
    )
    share = share_again(view.complaints)
    return [
        html.Header([html.H2("Complaints"), html.P(said, className="sub")]),
        prose_table(view.complaints, caption="Public complaints, as published"),
        *([html.P(share, className="note source")] if share else []),
    ]


def share_again(given: Sequence[Sentence]) -> str:
    """The share of complaints that are about stop and search, to one decimal."""
    found = {each.row: each.cell.value for each in given if each.column == "2018/19"}
    part, whole = found.get("Complaints about stop and search"), found.get("Public complaints")
    if not part or not whole:
        return ""
    share = plain(100 * part / whole, 1)
    return f"Worked out from the counts, {count(part)} of {count(whole)} complaints in 2018/19 is {share}%."
