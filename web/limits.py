"""How much work one address may ask for: generous, and only what has to be worked out counts.

An answer that is kept costs nothing, so a council behind one address that looks at the same pages is never refused.
Addresses are neither stored nor logged: a bucket goes by a keyed hash whose key ends with the process.
"""

from __future__ import annotations

import ipaddress
import math
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

import flask
from werkzeug.exceptions import TooManyRequests

from web import metrics
from web.questions import OURS
from web.settings import Settings

MOST_BUCKETS = 10_000  # of a worker: about 2 MB
FILES = (".csv", ".json", ".svg", ".png", ".zip", ".parquet", ".duckdb")
PROGRAMS = "/api/"


class Buckets:
    """A bucket of `a_minute` answers for each who asks, which fills again evenly within a minute.

    At most `most` are remembered; one not used for longest is forgotten first, and is full when it comes back.
    """

    def __init__(
        self, a_minute: int, *, most: int = MOST_BUCKETS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.a_minute, self.most, self.clock = a_minute, most, clock
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, who: bytes) -> float:
        """Take one; the seconds until there is one, 0 where there was."""
        now = self.clock()
        with self._lock:
            left, then = self._left.pop(who, (float(self.a_minute), now))
            left = min(float(self.a_minute), left + (now - then) * self.a_minute / 60)
            has_one = left >= 1
            self._left[who] = (left - 1 if has_one else left, now)
            if len(self._left) > self.most:
                self._left.popitem(last=False)
        return 0.0 if has_one else (1 - left) * 60 / self.a_minute

    def __len__(self) -> int:
        return len(self._left)


class Limits:
    """Two buckets for each address: for pages and their changes, and for files, which take longer to make."""

    def __init__(self, settings: Settings, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.pages = Buckets(settings.pages_a_minute, clock=clock)
        self.files = Buckets(settings.files_a_minute, clock=clock)
        self._salt = secrets.token_bytes(16)

    def add_to(self, server: flask.Flask) -> None:
        """To be added after the answers that are kept: those never come here."""
        server.before_request(self.refuse)

    def refuse(self) -> None:
        """Raises TooManyRequests, which says when to come back."""
        request = flask.request
        buckets = self.files if request.path.endswith(FILES) or request.path.startswith(PROGRAMS) else self.pages
        who = self.who(request.remote_addr)
        if who is None or not buckets.a_minute or request.path.startswith(OURS):
            return
        wait = buckets.take(who)
        if wait:
            metrics.REFUSED.labels("rate").inc()
            raise TooManyRequests(retry_after=math.ceil(wait))

    def who(self, address: str | None) -> bytes | None:
        """A client, as no more than a number; None where the address tells nobody apart.

        That is one of our own network: a proxy that nobody has declared (WEB_PROXIES), or whoever runs the site.
        """
        try:
            found = ipaddress.ip_address(address or "")
        except ValueError:
            return None
        found = getattr(found, "ipv4_mapped", None) or found
        if found.is_loopback or found.is_private or found.is_link_local:
            return None
        network = found.packed if found.version == 4 else found.packed[:8]  # a home has a whole /64
        return blake2b(network, key=self._salt, digest_size=8).digest()
