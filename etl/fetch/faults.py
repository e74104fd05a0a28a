"""What can go wrong with a fetch: for good, or for now."""

from __future__ import annotations


class FetchFault(Exception):
    """This file cannot be had. The message is for the person at the terminal: what, and what would mend it."""


class GaveUp(FetchFault):
    """Tried as often as is decent. The cause is the last PassingFault."""


class PassingFault(Exception):
    """This attempt failed and another may not. `wait`: the seconds the server asked for, if it did."""

    def __init__(self, message: str, *, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Unreachable(PassingFault):
    """No connection to `host` could be made at all."""

    def __init__(self, message: str, *, host: str) -> None:
        super().__init__(message)
        self.host = host
