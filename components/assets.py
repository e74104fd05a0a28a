"""Addresses of the files in assets/: each holds a hash of the content, so that a browser may keep it for ever."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

ASSETS = Path(__file__).parents[1] / "assets"
PREFIX = "/static/"
DIGITS = 12


def hashed(name: str, content: bytes) -> str:
    """`boroughs.svg` as `boroughs.3f9a….svg`."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:DIGITS]}{dot}{suffix}"


@cache
def url(name: str) -> str:
    """Where the file of that name in assets/ is served. Raises FileNotFoundError where there is none."""
    path = ASSETS / name
    return PREFIX + hashed(path.name, path.read_bytes())
