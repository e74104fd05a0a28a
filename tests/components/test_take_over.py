"""The page's components as data: what the app makes of them is what the server showed."""

from __future__ import annotations

import json
import re
from typing import Any

from dash import html

from components.elements import Markup, Native
from components.take_over import PLACE, plain, script


def read_back(content: Any) -> Any:
    found = re.fullmatch(rf'<script id="{PLACE}" type="application/json">(.*)</script>', script(content), re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_components_become_what_the_renderer_takes() -> None:
    content = [html.P(["a & b", html.Strong("c")], className="lead"), None, Native(tag="input", attributes={"x": 1})]
    assert read_back(content) == [
        {"props": {"children": ["a & b", {"props": {"children": "c"}, "type": "Strong",
                                          "namespace": "dash_html_components"}], "className": "lead"},
         "type": "P", "namespace": "dash_html_components"},
        None,
        {"props": {"tag": "input", "attributes": {"x": 1}}, "type": "Native", "namespace": "lpp_components"},
    ]  # fmt: skip


def test_markup_that_stands_in_the_document_is_left_out_and_other_markup_is_kept() -> None:
    named, nameless = plain([Markup(id="a", markup="<b>1</b>"), Markup(markup="<i>2</i>")])
    assert "markup" not in named["props"] and nameless["props"]["markup"] == "<i>2</i>"


def test_nothing_in_the_data_can_end_the_script() -> None:
    written = script(html.P("</script><script>alert(1)</script>"))
    assert written.count("</script>") == 1 and "<script>alert" not in written
    assert read_back(html.P("</script>"))["props"]["children"] == "</script>"
