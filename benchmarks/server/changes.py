"""Changes of the map, as its page posts them: never asked before, or as readers choose."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.editions import Editions
from benchmarks.readers.mix import KINDS_OF_CHANGE, popular
from benchmarks.readers.site import change
from data.catalogue import catalogue
from data.periods import Coverage, Span
from data.selection import Selection, Show
from data.views import coverages
from data.warehouse import Warehouse
from geo.areas import boroughs

ADDRESS = "address"
SHOWN = (Show.RATE, Show.NUMBER)
CHANGES_A_VISIT = 8  # then somebody else comes, who begins with the page as it stands


@dataclass(frozen=True)
class Choices:
    """`ends`: by measure, in the order of the page, the months in which its twelve months may end, newest first."""

    ends: Mapping[str, tuple[object, ...]]
    areas: tuple[str, ...]
    default: str

    @property
    def measures(self) -> tuple[str, ...]:
        return tuple(self.ends)

    def first(self) -> Selection:
        """What the page shows without parameters."""
        return self._selection(self.default, 0, Show.RATE, None)

    def any(self, chance: random.Random) -> Selection:
        """One of all there are, each as likely as the others of its measure."""
        measure = chance.choice(self.measures)
        return self._selection(measure, chance.randrange(len(self.ends[measure])), chance.choice(SHOWN),
                               chance.choice((None, *self.areas)))  # fmt: skip

    def next(self, now: Selection, chance: random.Random) -> Selection:
        """One control changed, as benchmarks.readers.mix guesses: what is popular is chosen again and again."""
        kind = chance.choices(list(KINDS_OF_CHANGE), list(KINDS_OF_CHANGE.values()))[0]
        if kind == "measure":
            measure = popular(chance, self.measures)
            return now.change(measure=measure, month=self._nearest(measure, now.month))
        if kind == "area":
            return now.change(area=popular(chance, self.areas))
        if kind == "to":
            return now.change(month=popular(chance, self.ends[now.measure]))
        return now.change(show=next(show for show in SHOWN if show is not now.show))

    def _nearest(self, measure: str, month: object) -> object:
        return month if month in self.ends[measure] else self.ends[measure][0]

    def _selection(self, measure: str, end: int, show: Show, area: str | None) -> Selection:
        return Selection(measure, self.ends[measure][end], show=show, area=area)  # type: ignore[arg-type]


def choices_of(editions: Editions) -> Choices:
    """What the map of an edition can show for twelve months."""
    known = catalogue()
    with Warehouse(editions.folder).edition() as edition:
        held: Mapping[str, Coverage] = coverages(edition, known)
    ends = {measure: covered.ends(Span.YEAR) for measure, covered in held.items()}
    return Choices({m: e for m, e in ends.items() if e}, tuple(a.slug for a in boroughs()), known.default_measure)


def never_asked(choices: Choices, seed: int) -> Iterator[tuple[Selection, Selection]]:
    """What was on screen and what is asked for: no selection twice. All four controls may differ, which is the most
    that an answer can have to say. Endless: whoever takes more than there are waits for ever."""
    chance, seen, before = random.Random(seed), set(), choices.first()
    seen.add(before)
    while True:
        now = choices.any(chance)
        if now not in seen:
            seen.add(now)
            yield before, now
            before = now


def visits(choices: Choices, seed: int) -> Iterator[tuple[Selection, Selection]]:
    """What was on screen and what is asked for, one visit after another. Endless."""
    chance = random.Random(seed)
    while True:
        now = choices.first()
        for _ in range(CHANGES_A_VISIT):
            before, now = now, choices.next(now, chance)
            if now != before:  # a control that shows it already asks for nothing
                yield before, now


def poster(asked: dict[str, object], edition: str) -> Callable[[tuple[Selection, Selection]], bytes]:
    """The body that the page posts for a step from one selection to another."""

    def body(step: tuple[Selection, Selection]) -> bytes:
        before, now = step
        return change(asked, ADDRESS, search=now.to_query(), shown=before.to_query(), edition=edition)

    return body
