"""nginx before a stand-in for the site that counts what it is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.proxy.nginx import Proxy, nginx, render, running
from tests.etl.fetch.server import Answer, Seen, Site

SHARED = "public, max-age=0, s-maxage=60, stale-while-revalidate=300"


def page(seen: Seen) -> Answer:
    """As the site answers: by coding, with a tag that can be asked for."""
    coding = seen.headers.get("accept-encoding", "")
    headers = {
        "Cache-Control": SHARED,
        "Vary": "Accept-Encoding",
        "ETag": f'W/"{coding}1"',
        "Content-Type": "text/html",
    }
    if seen.headers.get("if-none-match") == headers["ETag"]:
        return Answer(304, headers)
    return Answer(headers=headers | ({"Content-Encoding": coding} if coding else {}), body=f"page as {coding}".encode())


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    for path in ("/", "/crime-map?measure=robbery", "/livez", "/stale"):
        site.answer(path, page)
    year = {"Cache-Control": "public, max-age=31536000, immutable"}
    site.answer("/static/style.0123456789ab.css", Answer(headers=year, body=b"p{}"))
    yield site
    site.close()


@pytest.fixture(scope="module")
def proxy(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """The variant with TLS. Skipped where there is no nginx: the site does not need it, and neither do its tests."""
    if nginx() is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    with running(render(folder, site=site.url.removeprefix("http://"), tls=True)) as proxy:
        yield proxy
