"""Printing many briefings: two browsers at a time, each briefing tried by itself."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from queue import Queue

from data.boroughs.view import profile
from data.catalogue import catalogue
from data.warehouse import NoEdition, warehouse
from etl.briefing.chromium import find_chromium, pages_of, print_pdf
from etl.briefing.faults import CannotPrint
from etl.briefing.site import ask, served
from geo.areas import Area, boroughs, find

AT_A_TIME = 2  # a browser prints one page and ends; two keep two cores busy
SHEETS = 2
Told = Callable[[str], None]


@dataclass(frozen=True)
class Printed:
    """What came of one borough's briefing. `fault` is '' where there is a file."""

    slug: str
    path: Path
    fault: str = ""


@dataclass(frozen=True)
class Quarter:
    """Which quarter is printed, from what, and what of the question could not be met."""

    month: date
    edition: str
    is_demonstration: bool
    corrections: tuple[str, ...]


def chosen(names: Sequence[str]) -> tuple[Area, ...]:
    """The boroughs of these slugs or names, once each. Raises CannotPrint for one that is none."""
    found: dict[str, Area] = {}
    for name in names:
        area = find(name)
        if area is None or area not in boroughs():
            raise CannotPrint(f"There is no London borough called '{name}'. A name such as 'tower-hamlets' is meant.")
        found[area.slug] = area
    return tuple(found.values())


def quarter(editions: Path, to: str) -> Quarter:
    """The quarter that the page shows for `to`, or unasked. Raises CannotPrint where there are no figures."""
    try:
        with warehouse(editions).edition() as edition:
            found = profile(edition, catalogue(), boroughs()[0].slug, {"to": to or None})
            facts = edition.facts
    except (NoEdition, LookupError) as error:
        raise CannotPrint(f"There is nothing to print in {editions}: {error}") from error
    return Quarter(found["selection"].month, facts.edition_id, facts.is_demonstration, tuple(found["corrections"]))


def file_name(slug: str, shown: Quarter) -> str:
    """`camden-briefing-2017-06.pdf`, with `demonstration-` before it where the figures are made up."""
    name = f"{slug}-briefing-{shown.month:%Y-%m}.pdf"
    return f"demonstration-{name}" if shown.is_demonstration else name


def print_all(areas: Sequence[Area], shown: Quarter, *, editions: Path, out: Path, told: Told) -> list[Printed]:
    """Print each borough's briefing into `out`. `told` hears each slug when it is done.

    Raises CannotPrint when no browser or no server can be had; a briefing that fails is in the answer with its fault.
    """
    browser = find_chromium()
    out.mkdir(parents=True, exist_ok=True)
    with served(editions) as site, _profiles() as profiles, ThreadPoolExecutor(AT_A_TIME) as workers:

        def one(area: Area) -> Printed:
            path = out / file_name(area.slug, shown)
            url = f"{site}/boroughs/{area.slug}/briefing?to={shown.month:%Y-%m}"
            own = profiles.get()
            try:
                return Printed(area.slug, path, _fault(browser, url, path, own))
            finally:
                profiles.put(own)
                told(area.slug)

        return list(workers.map(one, areas))


def _profiles() -> _Profiles:
    return _Profiles(AT_A_TIME)


class _Profiles:
    """Folders for the browsers' own files, one for each that runs at a time, gone afterwards."""

    def __init__(self, number: int) -> None:
        self.number, self.stack = number, ExitStack()

    def __enter__(self) -> Queue[Path]:
        free: Queue[Path] = Queue()
        for folder in self._made():
            free.put(folder)
        return free

    def _made(self) -> Iterator[Path]:
        for _ in range(self.number):
            # A browser's last process may still be writing when the folder goes.
            made = tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)
            yield Path(self.stack.enter_context(made))

    def __exit__(self, *_: object) -> None:
        self.stack.close()


def _fault(browser: str, url: str, path: Path, profile_folder: Path) -> str:
    """Print, and look at what came out; '' where it is as it should be. A file that is not is taken away."""
    path.unlink(missing_ok=True)
    try:
        ask(url)
        print_pdf(browser, url, path, profile=profile_folder)
        pages = pages_of(path)
        if pages != SHEETS:
            path.unlink()
            return f"it came to {pages} pages and not {SHEETS}"
    except CannotPrint as error:
        return str(error)
    return ""
