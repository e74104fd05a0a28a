"""Trying again: how often, how long between, and when to give up."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

from etl.fetch.faults import GaveUp, PassingFault

Result = TypeVar("Result")


@dataclass(frozen=True)
class Clock:
    """Time and chance, so that tests need not wait. `chance` gives a number from 0 to 1."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True)
class Patience:
    """Waits double from `first_wait` up to `longest_wait` seconds; a server that asks for more than `longest_asked`
    is not waited for."""

    clock: Clock = Clock()
    attempts: int = 6
    first_wait: float = 1.0
    longest_wait: float = 60.0
    longest_asked: float = 300.0
    tell: Callable[[str], None] = lambda line: None

    def keep_trying(self, act: Callable[[], Result]) -> Result:
        """What `act` gives, once it gives something. Raises GaveUp after the last attempt."""
        for attempt in range(1, self.attempts + 1):
            try:
                return act()
            except PassingFault as error:
                if attempt == self.attempts:
                    raise GaveUp(f"{error} (tried {attempt} times)") from error
                wait = self._wait(attempt, error)
                self.tell(f"{error}; trying again in {wait:.0f} s")
                self.clock.sleep(wait)
        raise AssertionError("unreachable")

    def _wait(self, attempt: int, error: PassingFault) -> float:
        if error.wait is not None and error.wait > self.longest_asked:
            raise GaveUp(f"{error}, and asks to wait {error.wait:.0f} s; try again later") from error
        wait = min(self.longest_wait, self.first_wait * 2.0 ** (attempt - 1))
        # Half of it by chance: many who were cut off at the same moment must not come back at the same moment.
        wait *= 0.5 + 0.5 * self.clock.chance()
        return wait if error.wait is None else error.wait + wait


def asked_wait(value: str | None, *, now: datetime) -> float | None:
    """Retry-After, which is a number of seconds or a date. None when there is none, or none that can be read."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
