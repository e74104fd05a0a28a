"""nginx as deploy/ sets it up: what it keeps, what it passes on, what it refuses, and what it does without the site."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from benchmarks.proxy.nginx import NAME, Proxy, nginx, parse, render
from tests.deploy.conftest import SHARED
from tests.etl.fetch.server import Answer, Site


@pytest.fixture
def reader(proxy: Proxy) -> Iterator[httpx.Client]:
    """A browser that knows the certificate."""
    trust = ssl.create_default_context(cafile=str(proxy.folder / "fullchain.pem"))
    base = f"https://127.0.0.1:{proxy.secure}"
    with httpx.Client(base_url=base, verify=trust, trust_env=False, headers={"Host": NAME}) as client:
        client.event_hooks["request"] = [lambda request: request.extensions.update(sni_hostname=NAME)]
        yield client


@pytest.mark.skipif(nginx() is None, reason="nginx is not installed")
def test_nginx_takes_the_variant_without_tls_too(tmp_path: Path) -> None:
    assert "is successful" in parse(render(tmp_path, site="127.0.0.1:8050", tls=False))


def test_a_page_is_asked_for_once_in_each_coding_however_the_browser_says_it(reader: httpx.Client, site: Site) -> None:
    path = "/crime-map?measure=robbery"
    codings = {"gzip, deflate, br, zstd": "br", "br;q=1.0, gzip;q=0.8, *;q=0.1": "br", "gzip, deflate": "gzip",
               "br;q=0, gzip": "gzip", "identity": "", "vibrant": ""}  # fmt: skip
    for said, best in codings.items():
        with reader.stream("GET", path, headers={"Accept-Encoding": said}) as answer:
            assert b"".join(answer.iter_raw()) == f"page as {best}".encode(), said
            assert answer.headers.get("content-encoding", "") == best
            assert answer.headers["cache-control"] == SHARED and answer.headers["vary"] == "Accept-Encoding"
    assert len(site.asked(path)) == 3
    tag = {"Accept-Encoding": "br", "If-None-Match": 'W/"br1"'}
    unchanged = reader.get(path, headers=tag)
    assert (unchanged.status_code, unchanged.headers["x-cache"]) == (304, "HIT")
    assert len(site.asked(path)) == 3


def test_what_the_site_hears(reader: httpx.Client, site: Site) -> None:
    sent = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "gopher", "Cookie": "a=b", "Accept-Encoding": "br"}
    reader.get("/", headers=sent)
    heard = site.asked("/")[-1].headers
    assert (heard["x-forwarded-for"], heard["x-forwarded-proto"], heard["host"]) == ("127.0.0.1", "https", NAME)
    assert "cookie" not in heard and heard["accept-encoding"] == "br" and len(heard["x-request-id"]) == 32


def test_static_files_are_kept_and_health_is_not(reader: httpx.Client, site: Site) -> None:
    static = "/static/style.0123456789ab.css"
    answers = [reader.get(static) for _ in range(3)]
    assert [a.headers["x-cache"] for a in answers] == ["MISS", "HIT", "HIT"] and len(site.asked(static)) == 1
    assert "immutable" in answers[-1].headers["cache-control"]
    before = len(site.asked("/livez"))
    assert [reader.get("/livez").status_code for _ in range(2)] == [200, 200]
    assert len(site.asked("/livez")) == before + 2
    assert [reader.get(path).status_code for path in ("/metrics", "/healthz")] == [404, 404]


def test_over_tls_only_and_for_its_own_name_only(proxy: Proxy, reader: httpx.Client) -> None:
    assert reader.get("/").headers["strict-transport-security"].startswith("max-age=63072000")
    plain = f"http://127.0.0.1:{proxy.plain}/trends?months=60"
    answer = httpx.get(plain, headers={"Host": NAME}, trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (301, f"https://{NAME}/trends?months=60")
    assert {answer.headers["server"], reader.get("/").headers["server"]} == {"nginx"}  # and not which nginx
    with pytest.raises(httpx.RemoteProtocolError):  # closed without a word
        httpx.get(plain, headers={"Host": "elsewhere.example"}, trust_env=False)
    # A client of today cannot ask for less, so what nginx offers is read where it is written.
    assert "\nssl_protocols TLSv1.2 TLSv1.3;\n" in (proxy.folder / "tls.conf").read_text(encoding="utf-8")
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        trust = ssl.create_default_context(cafile=str(proxy.folder / "fullchain.pem"))
        trust.minimum_version = trust.maximum_version = version
        with (
            socket.create_connection(("127.0.0.1", proxy.secure)) as bare,
            trust.wrap_socket(bare, server_hostname=NAME) as secure,
        ):
            cipher = secure.cipher()
        assert cipher is not None and ("GCM" in cipher[0] or "CHACHA20" in cipher[0])


def test_too_much_at_once_or_too_long_is_refused(reader: httpx.Client) -> None:
    assert reader.post("/_dash-update-component", content=b"x" * 70_000).status_code == 413
    codes = []
    while 429 not in codes and len(codes) < 2_000:
        codes.append(reader.get("/").status_code)
    assert len(codes) > 50 and codes[-1] == 429
    assert reader.get("/static/style.0123456789ab.css").status_code == 200  # not counted


def test_when_the_site_fails_the_last_answer_stands(reader: httpx.Client, site: Site) -> None:
    aged = {"Cache-Control": "public, max-age=0, s-maxage=1", "Content-Type": "text/html"}
    site.answer("/static/stale", Answer(headers=aged, body=b"the last"), Answer(500, body=b"broken"))
    assert reader.get("/static/stale").text == "the last"
    time.sleep(2.1)  # nginx counts whole seconds
    answer = reader.get("/static/stale")
    assert (answer.status_code, answer.text, answer.headers["x-cache"]) == (200, "the last", "STALE")


def test_what_is_kept_can_be_thrown_away(reader: httpx.Client, proxy: Proxy, site: Site) -> None:
    """As docs/operations.md says: remove the files, and let nginx forget those that it has open."""
    path = "/static/style.0123456789ab.css"
    assert reader.get(path).headers["x-cache"] == "HIT"
    for kept in (proxy.folder / "cache").iterdir():
        shutil.rmtree(kept)
    os.kill(int((proxy.folder / "pid").read_text(encoding="ascii")), signal.SIGHUP)
    for _ in range(60):
        if (found := reader.get(path).headers["x-cache"]) == "MISS":
            break
        time.sleep(0.05)
    assert found == "MISS"


def test_the_log_holds_no_address_and_no_query(reader: httpx.Client, proxy: Proxy) -> None:
    reader.get("/livez?name=someone")
    reader.get("/static/none?name=someone")
    for _ in range(60):  # it is written within a second
        lines = (proxy.folder / "lpp.log").read_text(encoding="utf-8")
        if '"path":"/static/none"' in lines:
            break
        time.sleep(0.05)
    assert '"path":"/static/none"' in lines and '"cache":"HIT"' in lines
    lines += (proxy.folder / "lpp-error.log").read_text(encoding="utf-8")
    assert "127.0.0.1" not in lines and "someone" not in lines and "/livez" not in lines
