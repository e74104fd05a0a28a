"""The form says what is on screen, offers what the figures hold, and nothing else."""

from __future__ import annotations

import re

from components import controls
from components.render import to_html
from data.selection import Form, Show, Span
from tests.components.factories import make_view


def test_the_fields_hold_the_whole_selection() -> None:
    view = make_view(area="camden", show=Show.NUMBER, form=Form.TILES, sort="borough", all_rows=True)
    kept = {name: value for name, value in controls.fields(view.selection).items() if value}
    assert kept == view.selection.to_params()


def test_every_field_of_the_selection_is_in_the_form() -> None:
    view = make_view(area="camden")
    made = to_html(controls.form(view, path="/crime-map"))
    assert set(re.findall(r'name="(\w+)"', made)) == set(controls.fields(view.selection))


def test_ends_are_grouped_by_year_and_the_chosen_one_is_selected() -> None:
    made = to_html(controls.form(make_view(span=Span.QUARTER), path="/crime-map")).partition('id="to"')[2]
    assert re.findall(r'<optgroup label="(\d+)">', made) == ["2017", "2016", "2015", "2014"]
    assert re.findall(r"<option[^>]* selected[^>]*>([^<]*)", made) == ["Apr–Jun 2017"]


def test_only_measures_with_figures_are_offered() -> None:
    made = to_html(controls.measure_options(make_view(measure="burglary")))
    assert re.findall(r'value="([^"]+)"', made) == ["burglary"]


def test_spans_that_the_months_cannot_fill_are_not_offered() -> None:
    view = make_view(first_month=make_view().coverage.last, span=Span.MONTH)
    assert re.findall(r'value="([^"]+)"', to_html(controls.span_options(view))) == ["month"]
