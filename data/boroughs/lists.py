"""Which measures stand in which table of a profile. What is in neither of the first two lists and is recorded crime
stands among the recorded offences."""

from __future__ import annotations

from typing import Any

from data.catalogue import Catalogue, Measure

# London-wide priorities in every borough: the business plan's mandatory high-harm crimes.
HIGH_HARM = (
    "domestic-abuse", "domestic-abuse-violence-with-injury", "sexual-offences", "rape", "sexual-offences-2018",
    "knife-crime", "knife-crime-with-injury", "knife-injury-victims-under-25", "gun-crime",
    "lethal-barrelled-discharges", "hate-crime",
)  # fmt: skip
STRANDS = (
    "racist-and-religious-hate-crime", "racist-hate-crime", "faith-hate-crime", "antisemitic-hate-crime",
    "islamophobic-hate-crime", "homophobic-hate-crime", "transgender-hate-crime", "disability-hate-crime",
)  # fmt: skip
# Shown beside similar boroughs, after the borough's own priorities.
COMPARED = (
    "total-notifiable-offences", "violence-with-injury", "robbery", "burglary", "theft-from-the-person",
    "vehicle-offences", "domestic-abuse", "sexual-offences", "knife-crime",
)  # fmt: skip
MOST_COMPARED = 10


def in_order(catalogue: Catalogue, ids: tuple[str, ...]) -> tuple[Measure, ...]:
    """Those of `ids` that the catalogue has, in the order of the list."""
    return tuple(catalogue.measure(one) for one in ids if catalogue.has_measure(one))


def recorded(catalogue: Catalogue) -> tuple[Measure, ...]:
    """Every measure of recorded crime that has no table of its own above."""
    apart = {*HIGH_HARM, *STRANDS}
    return tuple(m for m in catalogue.measures if m.dataset == "recorded_crime" and m.id not in apart)


class Combined:
    """A measure that is made of others, with the dataset of the first of them, as a row names one."""

    def __init__(self, measure: Any, dataset: str) -> None:
        self.measure, self.dataset = measure, dataset

    def __getattr__(self, name: str) -> Any:
        return getattr(self.measure, name)


def known(catalogue: Catalogue) -> dict[str, Any]:
    """Every measure that the edition judges month by month, by its id."""
    made = {one.id: Combined(one, catalogue.measure(one.add[0]).dataset) for one in catalogue.combined}
    return {**{one.id: one for one in catalogue.measures}, **made}
