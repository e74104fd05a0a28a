"""One request: only to addresses that are allowed, with what each answer means."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TypeVar

import httpx

from etl.faults import quote
from etl.fetch.faults import FetchFault, GaveUp, PassingFault, Unreachable
from etl.fetch.patience import Patience, asked_wait

Result = TypeVar("Result")

MOST_REDIRECTS = 5
LARGEST_ANSWER = 20 * 10**6  # of an API; a dataset's list is well under 1 MB
WORTH_ANOTHER_TRY = (408, 425, 429, 500, 502, 503, 504)
# `identity`: a packed answer could not be gone on with, and its length would say nothing about the file.
HEADERS = {"User-Agent": "london-policing-performance (fetches published files)", "Accept-Encoding": "identity"}


def origin_of(url: httpx.URL) -> str:
    port = f":{url.port}" if url.port else ""
    return f"{url.scheme}://{url.host}{port}"


class Web:
    """A publisher's web. `base` may be what the person who runs this says; other hosts only by https."""

    def __init__(self, base: str, hosts: Iterable[str], *, patience: Patience) -> None:
        self.base = base.rstrip("/")
        self.patience = patience
        others = (host if "://" in host else f"https://{host}" for host in hosts)
        self.origins = {origin_of(_url(address)) for address in (self.base, *others)}
        self.lost: dict[str, str] = {}
        self.client = httpx.Client(headers=HEADERS, timeout=httpx.Timeout(60.0, connect=20.0))

    def __enter__(self) -> Web:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.client.close()

    def allowed(self, address: str, *, onto: httpx.URL | None = None) -> httpx.URL:
        """The address, as one that may be asked. Raises FetchFault for one that leads away from the publisher."""
        url = _url(address, onto=onto)
        if origin_of(url) not in self.origins:
            raise FetchFault(
                f"leads to {origin_of(url)}, which is not among the publisher's hosts "
                f"({', '.join(sorted(self.origins))}); if it is one, add it to wanted.toml"
            )
        return url

    @contextmanager
    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Iterator[httpx.Response]:
        """The answer, its body unread. Redirects are followed by hand so that each address is looked at first.

        Raises FetchFault for an address that is not allowed, PassingFault when the connection fails.
        """
        url = self.allowed(address)
        try:
            if url.host in self.lost:
                raise GaveUp(f"{self.lost[url.host]}; not tried again")
            for _ in range(MOST_REDIRECTS + 1):
                with self.client.stream("GET", url, headers=dict(headers or {})) as response:
                    if not response.has_redirect_location:
                        yield response
                        return
                    url = self.allowed(str(response.headers["location"]), onto=url)
        except httpx.RequestError as error:
            raise _passing(error, url) from error
        raise FetchFault(f"{address} leads from one address to the next without end")

    def json(self, path: str) -> Any:
        """An API's answer, read whole. Raises FetchFault for what is no JSON."""
        return self.keep_trying(lambda: self._json(f"{self.base}/{path}"))

    def keep_trying(self, act: Callable[[], Result]) -> Result:
        """As Patience does; but a host that could not be reached at all is not waited for again in this run."""
        try:
            return self.patience.keep_trying(act)
        except GaveUp as error:
            if isinstance(error.__cause__, Unreachable):
                self.lost[error.__cause__.host] = f"{error.__cause__}"
            raise

    def check(self, response: httpx.Response) -> None:
        """Raises PassingFault or FetchFault unless the answer brings what was asked for."""
        # Our own words for the status: the server's go to a terminal.
        status = f"{response.status_code} {httpx.codes.get_reason_phrase(response.status_code)}".strip()
        address = response.url.copy_with(query=None)  # a query may hold a signature, which is nobody's to read
        if response.status_code in WORTH_ANOTHER_TRY:
            wait = asked_wait(response.headers.get("retry-after"), now=self.patience.clock.now())
            raise PassingFault(f"{address} answers {status}", wait=wait)
        if response.status_code not in (200, 206):
            raise FetchFault(f"{address} answers {status}")

    def _json(self, address: str) -> Any:
        with self.get(address, {"Accept": "application/json"}) as response:
            self.check(response)
            body = bytearray()
            for chunk in response.iter_bytes(65536):
                body += chunk
                if len(body) > LARGEST_ANSWER:
                    raise FetchFault(f"{address} answers with more than {LARGEST_ANSWER // 10**6} MB")
        try:
            return json.loads(bytes(body))
        except (ValueError, RecursionError) as error:
            kind = response.headers.get("content-type", "no content type")
            raise FetchFault(f"{address} answers with no JSON but {quote(kind)}") from error


def _url(address: str, *, onto: httpx.URL | None = None) -> httpx.URL:
    try:
        url = onto.join(address) if onto else httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchFault(f"{quote(address)} is no address") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchFault(f"{quote(address)} is no address; it would begin with https://")
    return url


def _passing(error: httpx.RequestError, url: httpx.URL) -> PassingFault:
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return Unreachable(f"{url.host} cannot be reached", host=url.host)
    if isinstance(error, httpx.TimeoutException):
        return PassingFault(f"{url.host} gave no answer in time")
    return PassingFault(f"{url.host}: the connection was cut")
