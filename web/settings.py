"""What whoever runs the site may set, from the environment; every value has a usual one (docs/operating.md)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

WHO_SEES_METRICS = ("private", "open", "off")


@dataclass(frozen=True)
class Settings:
    """`proxies`: how many of our own stand before the site, each of which adds the address that it was asked from.

    `pages_a_minute`, `files_a_minute`: answers that may be made for one address, by a worker; 0 for any number.
    `metrics`: who may read /metrics. `hosts`: names the site answers to; none for any.
    """

    proxies: int = 0
    pages_a_minute: int = 300
    files_a_minute: int = 90
    metrics: str = "private"
    hosts: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Raises ValueError that names the variable, its value and what would be right."""
        metrics = environment.get("WEB_METRICS", cls.metrics)
        if metrics not in WHO_SEES_METRICS:
            raise ValueError(f"WEB_METRICS is '{metrics}', which is none of {', '.join(WHO_SEES_METRICS)}")
        return cls(
            _number(environment, "WEB_PROXIES", cls.proxies),
            _number(environment, "WEB_PAGES_A_MINUTE", cls.pages_a_minute),
            _number(environment, "WEB_FILES_A_MINUTE", cls.files_a_minute),
            metrics, tuple(environment.get("WEB_HOSTS", "").replace(",", " ").split()),
        )  # fmt: skip


def _number(environment: Mapping[str, str], name: str, usual: int) -> int:
    given = environment.get(name, str(usual)).strip()
    if not given.isdecimal():
        raise ValueError(f"{name} is '{given}', which is not a whole number, 0 or more")
    return int(given)
