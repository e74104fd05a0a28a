"""Which page an address belongs to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.routes import find_page


def page(name: str, path: str, template: str | None = None) -> dict[str, Any]:
    """As Dash registers it: a page with a template gets a path of its own too."""
    return {"name": name, "path": path, "path_template": template}


PAGES = [
    page("Overview", "/"),
    page("Borough", "/boroughs/none", "/boroughs/<slug>"),
    page("Boroughs", "/boroughs"),
    page("Wards", "/boroughs/none/wards", "/boroughs/<slug>/wards"),
    page("List", "/boroughs/list"),
    page("Figure", "/a.b/none/none", "/a.b/<x>/<y>"),
]


def found(path: str) -> tuple[str | None, dict[str, str]]:
    at, variables = find_page(PAGES, path)
    return (at["name"] if at else None), variables


@pytest.mark.parametrize(("path", "expected"), [
    ("/", ("Overview", {})),
    ("", ("Overview", {})),
    ("/boroughs", ("Boroughs", {})),
    ("/boroughs/", ("Boroughs", {})),
    ("/boroughs/camden", ("Borough", {"slug": "camden"})),
    ("/boroughs/camden/", ("Borough", {"slug": "camden"})),
    ("/boroughs/camden/wards", ("Wards", {"slug": "camden"})),
    ("/a.b/1/2", ("Figure", {"x": "1", "y": "2"})),
    ("/axb/1/2", (None, {})),
    ("/boroughs/camden/homes", (None, {})),
    ("/boroughs//wards", (None, {})),
    ("/borough", (None, {})),
])  # fmt: skip
def test_a_path_leads_to_one_page_and_its_variables(path: str, expected: tuple[str | None, dict[str, str]]) -> None:
    assert found(path) == expected


def test_a_path_written_out_comes_before_a_template_that_fits_too() -> None:
    assert found("/boroughs/list") == ("List", {})


def test_the_path_that_dash_gives_a_template_is_no_address_of_its_own() -> None:
    assert found("/boroughs/none") == ("Borough", {"slug": "none"})


@given(st.text(alphabet=st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1))
def test_whatever_stands_in_a_step_is_given_as_it_is(word: str) -> None:
    assert found(f"/boroughs/{word}/wards") == ("Wards", {"slug": word})


@given(st.text(max_size=40))
def test_no_path_is_too_odd(path: str) -> None:
    at, variables = find_page(PAGES, path)
    assert at is None or set(variables) <= {"slug", "x", "y"}
