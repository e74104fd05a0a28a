"""The address of the plan page: what it may say, what it may not, and that no address fails."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from data.plan.chosen import passing, slug
from data.selection.plan import FILTERS, LONGEST_SEARCH, PlanSelection, from_params

OPTIONS = {
    "area": {"3.1": "3.1 Safe", "estates": "Estates"}, "status": {"on-track": "on track"},
    "quarter": {"q1-2017-18": "Q1 2017-18"}, "programme": {"3": "3. Local", "none": "No programme named"},
    "lead": {"s-g": "S&G", "none": "Lead not stated"},
}  # fmt: skip


def row(**changed: Any) -> dict[str, Any]:
    return {"milestone": "Open a hub", "area": "3.1 Safe", "status": "on track", "quarter": "Q1 2017-18",
            "programme_number": "3", "leads": ("S&G", "TP"), "partners": "Trust",
            "said": [{"progress": "Began in May"}], **changed}  # fmt: skip


ROWS = [row(), row(area="Estates", programme_number=None, leads=(), said=[], partners=None), row(status="delivered")]


def test_each_filter_lets_its_own_through() -> None:
    def found(**chosen: Any) -> list[int]:
        return [ROWS.index(each) for each in passing(ROWS, PlanSelection(**chosen))]

    assert found() == [0, 1, 2]
    assert found(area="3.1") == [0, 2] and found(area="estates") == [1]
    assert found(status="on-track") == [0, 1] and found(quarter="q1-2017-18") == [0, 1, 2]
    assert found(programme="3") == [0, 2] and found(programme="none") == [1]
    assert found(lead="s-g") == [0, 2] and found(lead="none") == [1] and found(lead="tp") == [0, 2]
    assert found(text="HUB open") == [0, 1, 2] and found(text="may began") == [0, 2] and found(text="trust") == [0, 2]
    assert found(text="hub closed") == [] and found(area="3.1", status="on-track") == [0]


def test_words_become_slugs_and_a_numbered_section_its_number() -> None:
    assert [slug(each) for each in ("3.1 Making every", "not readable in source", "S&G", "Q1 2017-18")] == [
        "3.1", "not-readable-in-source", "s-g", "q1-2017-18"]  # fmt: skip


@given(st.fixed_dictionaries({}, optional={
    **{name: st.sampled_from(["", *OPTIONS[name]]) for name in FILTERS},
    "q": st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=LONGEST_SEARCH),
    "rows": st.sampled_from(["", "all", "x"]),
}))  # fmt: skip
def test_an_address_and_its_selection_are_the_same(params: dict[str, str]) -> None:
    chosen, said = from_params(params, OPTIONS)
    assert said == () and from_params(chosen.to_params(), OPTIONS) == (chosen, ())
    assert chosen.to_params() == {name: value for name, value in params.items() if value not in ("", "x")}


@given(st.dictionaries(st.sampled_from([*FILTERS, "q", "rows", "z"]), st.text(max_size=200)))
def test_no_address_fails_and_each_fault_is_said(params: dict[str, str]) -> None:
    chosen, said = from_params(params, OPTIONS)
    faults = [name for name in FILTERS
              if (params.get(name) or "").strip() and params[name].strip().casefold() not in OPTIONS[name]]  # fmt: skip
    assert len([each for each in said if each.startswith("There is no ")]) == len(faults)
    assert len(chosen.text) <= LONGEST_SEARCH and "\0" not in chosen.text
    assert all(getattr(chosen, name) in ("", *OPTIONS[name]) for name in FILTERS)
