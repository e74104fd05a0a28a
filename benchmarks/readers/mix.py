"""What a reader does next. The shares are a guess at how such a site is read, the same for every run of one seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.readers.site import Site

MAP, TRENDS, OVERVIEW = "/crime-map", "/trends", "/"
ENTRIES = {OVERVIEW: 35, MAP: 30, "borough": 25, TRENDS: 10}
ELSEWHERE = {OVERVIEW: 15, MAP: 30, "borough": 25, TRENDS: 15, "/exceptions": 8, "/local-priorities": 4,
             "/data-and-methods": 3}  # fmt: skip
ADDRESSES = {MAP: "address", TRENDS: "trends-address"}
FILES = {MAP: "/crime-map.csv", TRENDS: "/trends.csv"}
KINDS_OF_CHANGE = {"measure": 45, "area": 35, "to": 12, "show": 8}  # of the map
CHANGES_A_CONTROL, GOES_BACK, DOWNLOADS = 0.55, 0.12, 0.06
T = TypeVar("T")


@dataclass(frozen=True)
class Step:
    """`what`: page, change or file. `search` begins with '?' or is empty."""

    what: str
    path: str
    search: str = ""


class Wanderer:
    """One reader's choices. Some boroughs and measures are asked for far more often than others, as on any site."""

    def __init__(self, site: Site, seed: int) -> None:
        self.site, self.chance = site, random.Random(seed)
        self.here = Step("page", OVERVIEW)
        self.seen: list[Step] = []
        self.view: dict[str, str] = {}

    def first(self) -> Step:
        return self._page(self._of(ENTRIES))

    def next(self) -> Step:
        roll = self.chance.random()
        if self.here.path in FILES and roll < DOWNLOADS:
            return Step("file", FILES[self.here.path], self.here.search)
        if roll < DOWNLOADS + GOES_BACK and self.seen:
            return self._arrive(self.chance.choice(self.seen))
        if self.here.path in ADDRESSES and roll < DOWNLOADS + GOES_BACK + CHANGES_A_CONTROL:
            return self._change()
        return self._page(self._of(ELSEWHERE))

    def wait(self) -> float:
        """Seconds of reading before the next step."""
        return self.chance.uniform(2, 8)

    def _page(self, kind: str) -> Step:
        path = f"/boroughs/{self._popular(self.site.boroughs)}" if kind == "borough" else kind
        self.view = {}
        step = self._arrive(Step("page", path))
        self.seen = [*self.seen[-9:], step]
        return step

    def _arrive(self, step: Step) -> Step:
        self.here = step
        return step

    def _change(self) -> Step:
        change = self._map_change if self.here.path == MAP else self._trends_change
        self.view = {**self.view, **change()}
        search = "?" + "&".join(f"{name}={value}" for name, value in self.view.items())
        return self._arrive(Step("change", self.here.path, search))

    def _map_change(self) -> dict[str, str]:
        kind = self._of(KINDS_OF_CHANGE)
        if kind == "measure":
            return {"measure": self._popular(self.site.measures)}
        if kind == "area":
            return {"area": self._popular(self.site.boroughs)}
        return {"to": self._popular(self.site.months)} if kind == "to" else {"show": self._even("rate", "number")}

    def _trends_change(self) -> dict[str, str]:
        if self.chance.random() < 0.6:
            return {"series": f"{self._popular(self.site.measures)}:{self._even('london', *self.site.boroughs[:8])}"}
        return self.chance.choice([{"months": "60"}, {"months": "120"}, {"compare": "year"}, {"show": "rate"}])

    def _of(self, shares: dict[str, int]) -> str:
        return self.chance.choices(list(shares), list(shares.values()))[0]

    def _popular(self, values: tuple[str, ...]) -> str:
        return popular(self.chance, values)

    def _even(self, *values: str) -> str:
        return self.chance.choice(values)


def popular(chance: random.Random, values: Sequence[T]) -> T:
    """The n-th is asked for 1/n as often as the first (Zipf)."""
    return chance.choices(values, [1 / (n + 1) for n in range(len(values))])[0]
