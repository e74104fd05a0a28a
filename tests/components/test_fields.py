"""What rows of controls are made of works as a plain GET form."""

from __future__ import annotations

import re

from components.fields import hidden, labelled, option, radios, select
from components.render import to_html


def test_a_label_belongs_to_its_control() -> None:
    made = to_html(labelled("Month", select("to", [option("2017-06", "June 2017", is_chosen=True)], id="page-to")))
    assert 'for="page-to"' in made and 'id="page-to"' in made and 'name="to"' in made
    assert '<option selected value="2017-06">June 2017</option>' in made


def test_a_select_is_known_by_its_name_unless_it_has_an_id() -> None:
    assert 'id="to"' in to_html(select("to", []))


def test_radios_mark_the_chosen_one_and_each_has_an_id() -> None:
    made = to_html(radios("Show", "only", (("", "All"), ("clear", "Above the line")), chosen="clear"))
    assert re.findall(r'<input id="([^"]+)"', made) == ["only-any", "only-clear"]
    assert re.findall(r'value="([^"]*)" checked', made) == ["clear"]
    assert "<legend>Show</legend>" in made


def test_a_hidden_field_carries_its_value_escaped() -> None:
    assert 'type="hidden" name="rows" value="a&quot;b"' in to_html(hidden("rows", 'a"b'))
