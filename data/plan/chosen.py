"""What each filter may say, and which milestones pass the reader's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from data.plan.rows import STATUSES
from data.selection.plan import NONE, Options, PlanSelection
from data.sources_view import Row


def slug(words: str) -> str:
    """Words as an address has them: `not-readable-in-source`; of a numbered section its number, `3.1`."""
    number = re.match(r"\d+\.\d+(?= )", words)
    return number[0] if number else re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")


def options_of(every: Sequence[Row], leads: Mapping[str, str], programmes: Iterable[Row]) -> Options:
    """The values of every filter in words, in the order in which they are listed."""
    led = sorted({code for row in every for code in row["leads"]})
    listed = {row["programme_number"]: f"{row['programme_number']}. {row['programme']}" for row in programmes}
    return {
        "area": {slug(area): area for area in dict.fromkeys(row["area"] for row in every)},
        "status": {slug(status): status for status in STATUSES},
        "quarter": {slug(quarter): quarter for quarter in quarters(every)},
        "programme": {**listed, NONE: "No programme named"},
        "lead": {**{slug(code): _named(code, leads) for code in led}, NONE: "Lead not stated"},
    }


def _named(code: str, leads: Mapping[str, str]) -> str:
    return f"{leads[code]} ({code})" if code in leads else code


def quarters(every: Iterable[Row]) -> list[str]:
    """The quarters in which milestones are due, the earliest first: `Q1 2017-18`."""
    return sorted({row["quarter"] for row in every}, key=lambda quarter: quarter.split(" ")[::-1])


def passing(every: Iterable[Row], chosen: PlanSelection) -> list[Row]:
    """The milestones that pass every filter, in their order."""
    return [row for row in every if _passes(row, chosen)]


def _passes(row: Row, chosen: PlanSelection) -> bool:
    leads = {slug(code) for code in row["leads"]} or {NONE}
    return (
        chosen.area in ("", slug(row["area"]))
        and chosen.status in ("", slug(row["status"]))
        and chosen.quarter in ("", slug(row["quarter"]))
        and chosen.programme in ("", row["programme_number"] or NONE)
        and (not chosen.lead or chosen.lead in leads)
        and _holds(row, chosen.text)
    )


def _holds(row: Row, text: str) -> bool:
    """Whether every word that is searched for occurs: in the milestone, its partners, or what a report says of it."""
    told = " ".join(filter(None, [row["milestone"], row["partners"], *(said.get("progress") for said in row["said"])]))
    return all(word in told.casefold() for word in text.casefold().split())
