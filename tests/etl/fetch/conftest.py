"""A made-up publisher, a clock that does not wait, and a fetch of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from rich.console import Console

from etl.fetch.outcome import Outcome
from etl.fetch.patience import Clock
from etl.fetch.run import fetch
from etl.fetch.show import Show
from etl.fetch.wanted import Wanted
from tests.etl.fetch.server import Site

CSV = b"MajorText,MinorText,BoroughName,202605\n" + b"ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,10\n" * 20_000
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
NAME = "MPS%20Borough%20Level%20Crime%20(most%20recent%2024%20months).csv"
TITLE = "MPS Borough Level Crime (most recent 24 months).csv"
FILE = f"/download/exy3m/abc/{NAME}"
LANDED = f"recorded-crime/2026-07/{TITLE}"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def elsewhere() -> Iterator[Site]:
    """Another host: not the publisher's, unless a test says so."""
    site = Site()
    yield site
    site.close()


class Waits(list[float]):
    """How long the fetch would have slept, each time."""

    def clock(self) -> Clock:
        return Clock(now=lambda: NOW, sleep=self.append, chance=lambda: 1.0)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "raw"


@pytest.fixture
def wanted(site: Site) -> Wanted:
    return Wanted.model_validate(
        {
            "limit": "2 MB",
            "datastore": {"url": site.url},
            "dataset": [
                {"folder": "recorded-crime", "datasets": ["exy3m"], "files": [{"title": "borough.level.crime"}]},
                {"folder": "workforce", "datasets": ["e7xoj"], "files": [{"title": "police.force.strength"}]},
            ],
            "police": {
                "url": site.url,
                "folder": "stop-and-search",
                "kind": "stop-and-search",
                "forces": ["metropolitan", "city-of-london"],
                "months_in_archive": 3,
                "limit": "2 MB",
                "file_limit": "1 MB",
            },
        }
    )


class Fetcher:
    """Fetch, and keep what was said."""

    def __init__(self, wanted: Wanted, into: Path, waits: Waits) -> None:
        self.wanted, self.into, self.waits = wanted, into, waits
        self.said = Console(record=True, file=open("/dev/null", "w"), width=200)  # noqa: SIM115

    def __call__(
        self, *only: str, since: date | None = None, dry_run: bool = False, wanted: Wanted | None = None
    ) -> list[Outcome]:
        show = Show(self.said, self.said)
        outcomes = fetch(
            wanted or self.wanted,
            into=self.into,
            only=only,
            since=since,
            dry_run=dry_run,
            clock=self.waits.clock(),
            show=show,
        )
        show.summary(outcomes)
        return outcomes

    def one(self, *only: str, **more: object) -> Outcome:
        (outcome,) = self(*(only or ("recorded-crime",)), **more)  # type: ignore[arg-type]
        return outcome

    @property
    def text(self) -> str:
        return self.said.export_text(clear=False)

    @property
    def files(self) -> list[str]:
        """What is in the folder under its real name, without the fetcher's own."""
        found = (path.relative_to(self.into).as_posix() for path in self.into.rglob("*") if path.is_file())
        return sorted(path for path in found if not path.startswith(".fetch/"))

    @property
    def parts(self) -> list[Path]:
        return sorted((self.into / ".fetch").glob("*.part"))


@pytest.fixture
def fetcher(wanted: Wanted, into: Path, waits: Waits) -> Iterator[Fetcher]:
    fetcher = Fetcher(wanted, into, waits)
    yield fetcher
    fetcher.said.file.close()


@pytest.fixture
def listed(site: Site) -> Callable[..., None]:
    """Put one borough file on the Datastore's list."""

    def _listed(url: str, **more: object) -> None:
        entry = {"title": TITLE, "format": "csv", "url": url, "check_timestamp": "2026-07-09T08:00:00Z", **more}
        site.datastore("exy3m", {"abc": entry})

    return _listed


@pytest.fixture
def published(site: Site, listed: Callable[..., None]) -> Callable[..., str]:
    """One borough file, listed and served. Gives its address."""

    def _published(content: bytes = CSV, *, list_more: Sequence[tuple[str, object]] = (), **more: object) -> str:
        url = site.file(FILE, content, **more)  # type: ignore[arg-type]
        listed(url, **dict(list_more))
        return url

    return _published
