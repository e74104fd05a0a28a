"""What happened to investigations, and what the inspectors counted in samples: the figures with a size behind them."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.figures.row_marks import bar, interval, scale_of
from components.inspection import words
from components.inspection.view import InspectionView, Sample
from components.overview.tables import head, picture, row, small
from components.text.numbers import count, plain

SHARES = scale_of((0.0, 25.0, 50.0, 75.0, 100.0))


def counted(view: InspectionView) -> list[Component]:
    """Both tables, of the chosen pillar; or that this part of the report has neither."""
    if not view.outcomes and not view.samples:
        said = "This part of the report prints no count of investigations and no sample with its size."
        return [html.Header([html.H2("Outcomes and samples"), html.P(said, className="sub")])]
    return [*_outcomes(view), *_samples(view)]


def _outcomes(view: InspectionView) -> list[Component]:
    if not view.outcomes:
        return []
    total = sum(each.value for each in view.outcomes)
    when = words.day(view.outcomes[0].period_end)
    heads = row([head("What became of the investigation"), head("Share", kind="r"), head("0 to 100%", kind="sp")])
    body = [
        row([html.Th(each.name, scope="row", role="rowheader"),
             html.Td(f"{plain(each.value)}%", role="cell", className="r"),
             picture(bar(SHARES, each.value, label=f"{each.name}: {plain(each.value)}% of investigations."))])
        for each in view.outcomes
    ]  # fmt: skip
    last = row([html.Th("All", scope="row", role="rowheader"), html.Td(f"{plain(total)}%", role="cell", className="r"),
                html.Td("", role="cell", className="sp")], kind="total")  # fmt: skip
    caption = html.Caption(f"Outcomes of investigations, 12 months to {when}", className="vh")
    table = html.Table([caption, html.Thead(heads, role="rowgroup"), html.Tbody([*body, last], role="rowgroup")],
                       className="data outcomes", role="table")  # fmt: skip
    about = (f"Share of investigations in the 12 months to {when}, from the force’s own data. {checked(total)} "
             "Section: Investigating crime.")  # fmt: skip
    return [html.Header([html.H2("Outcomes of investigations", id="inspection-outcomes"),
                         html.P(about, className="sub")]), html.Div(table, className="tbl-wrap"), *_beside(view)]


def checked(total: float) -> str:
    """Whether the printed shares make a whole."""
    return "The shares add up to 100%." if total == 100 else (
        f"As printed, the shares add up to {plain(total)}% and not to 100%.")  # fmt: skip


def _beside(view: InspectionView) -> list[Component]:
    """The report's other table of the same crimes says the rest in another way; both stand as printed."""
    share = {each.name: each.value for each in view.comparisons}
    known = share.get("Proportion of crimes where suspect was identified")
    named = {each.name: each.value for each in view.outcomes}
    unknown, open_ = named.get("Completed with no suspect identified"), named.get("Not yet assigned an outcome")
    if known is None or unknown is None or open_ is None or known == 100 - unknown - open_:
        return []
    said = (f"The table of crime outcomes above, of the same 12 months, gives {plain(known)}% of crimes with a suspect "
            f"identified. Here {plain(unknown)}% have none and {plain(open_)}% no outcome yet, which leaves "
            f"{plain(100 - unknown - open_)}%. The report does not say why they differ; both stand as printed.")
    return [html.P(said, className="note")]


def _samples(view: InspectionView) -> list[Component]:
    if not view.samples:
        return []
    heads = row([head("What was found"), head("Counted", kind="r"), head("Share", "95% interval", "r"),
                 head("0 to 100%", kind="sp")])  # fmt: skip
    body = [_sample(each) for each in view.samples]
    caption = html.Caption("Shares of the inspectors’ samples, with 95% intervals", className="vh")
    table = html.Table([caption, html.Thead(heads, role="rowgroup"), html.Tbody(body, role="rowgroup")],
                       className="data samples", role="table")  # fmt: skip
    about = ("Here the report prints the size of the sample, so the share has an interval (Wilson, 95%). "
             "It says how far chance in drawing the sample may have moved it.")  # fmt: skip
    note = view.definitions.get("Crime file review (text)", "")
    return [html.Header([html.H2("What the inspectors counted in samples"), html.P(about, className="sub")]),
            html.Div(table, className="tbl-wrap"), html.P(f"Crime files: {note}", className="note")]  # fmt: skip


def _sample(each: Sample) -> Component:
    share, low, high = (plain(100 * part) for part in (each.proportion, each.lower, each.upper))
    label = f"{each.name}: {share}% of {each.base} {each.what}, 95% interval {low}% to {high}%."
    drawn = interval(SHARES, 100 * each.proportion, 100 * each.lower, 100 * each.upper, label=label)
    return row([
        html.Th([each.name, small(f"Section: {each.section}")], scope="row", role="rowheader"),
        html.Td(f"{count(each.count)} of {count(each.base)} {each.what}", role="cell", className="r of"),
        html.Td([f"{share}%", small(f"{low}% to {high}%")], role="cell", className="r"),
        picture(drawn),
    ])  # fmt: skip
