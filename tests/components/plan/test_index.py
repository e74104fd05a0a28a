"""The figures and words of the index, on entries made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components.map_view import EditionNote
from components.plan.view import Shown, Wanted
from components.plan_and_finance import page, words
from components.plan_and_finance.view import Entry, IndexView
from components.render import to_html


def printed(value: float, unit: str, note: str | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "published", "value": value, "unit": unit, "note": note, "what": "w", "period_words": None,
            "period_start": None, "period_end": None, "source": "s", **more}  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (printed(30719, "officers"), "30,719"), (printed(65, "%"), "65%"), (printed(32.2, "£m"), "£32.2m"),
        (printed(8000, "children", "as printed: more than 8,000"), "More than 8,000"),
        (printed(71, "%", "as printed: approximately 71%; said to have stayed"), "Approximately 71%"),
        (printed(2.5, "%", "a fall"), "2.5%"),
        ({"kind": "milestones", "value": 13, "of": 90}, "13 of 90"),
        ({"kind": "judgments", "grades": {"Good": 5, "Outstanding": 1}, "of": 6}, "5 of 6"),
    ],
)  # fmt: skip
def test_a_figure_is_written_as_the_document_prints_it(figure: dict[str, Any], said: str) -> None:
    assert words.number(figure) == said


def test_a_period_is_named_or_said_not_to_be_stated() -> None:
    june, march = date(2017, 6, 30), date(2018, 3, 31)
    assert words.period(printed(1, "%", period_words="Apr–Jun 2017", period_end=june)) == "Apr–Jun 2017"
    assert words.period(printed(1, "%", period_end=june)) == "30 June 2017"
    assert words.period(printed(1, "%", period_start=june, period_end=march)) == "June 2017 to March 2018"
    assert words.period(printed(1, "%")) == "Period not stated"


def view(**pages: str) -> IndexView:
    def section(name: str, *paths: str) -> Wanted:
        answers = tuple(Shown(page=path, path=path, shows=()) for path in paths)
        return Wanted(part=name, name=name, data_source=None, reason="Because.", answers=answers)

    found = {f"/{name}": title for name, title in pages.items()}
    entries = (Entry(path="/plan", name="Plan", says="Says.", answers=("ANNEX A",), figure=None),
               Entry(path="/finance", name="Finance", says="Says.", answers=("Reserves",), figure=printed(1, "%")))
    return IndexView(
        edition=EditionNote("e", True, date(2017, 6, 1), date(2017, 7, 1), "The Met"), pages=found,
        entries=tuple(each for each in entries if each.path in found),
        sections=(section("A", "/plan"), section("B", "/finance", "/"), section("C", "/")),
    )  # fmt: skip


def test_the_headline_counts_what_exists() -> None:
    one = words.headline(view(plan="Plan"))
    assert one == "1 of the 3 sections of the quarterly report is shown on this site, 1 of them on the pages below."
    every = IndexView(**{**vars(view(plan="Plan", finance="Finance")),
                         "pages": {"/": "Overview", "/plan": "Plan", "/finance": "F"}})  # fmt: skip
    assert words.headline(every).startswith("All 3 sections of the quarterly report are shown on this site, 2 of them")


def test_it_leads_only_to_pages_that_exist_and_says_what_an_edition_lacks() -> None:
    made = to_html(page(view(plan="Plan")))
    assert 'href="/plan"' in made and 'href="/finance"' not in made
    assert "This edition does not hold the figure." in made and "Demonstration data." in made
