"""Figures of how the site is doing, as Prometheus reads them: of every worker together, and nothing of any reader."""

from __future__ import annotations

import ipaddress
import os
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import flask
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client import generate_latest as written
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from web.health import state
from web.settings import Settings

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # where the workers write; gunicorn.conf.py makes it
NOTE_EVERY_SECONDS = 5.0
HOW = ("made", "kept", "unchanged")
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")

REQUESTS = Counter("lpp_requests", "Requests answered.", ["route", "method", "status"])
ANSWERS = Counter("lpp_answers", "Answers of an edition: made, kept from before, or unchanged.", ["how"])
TOOK = Histogram("lpp_request_seconds", "From the request to its last byte.", ["route"], buckets=SECONDS)
SENT = Counter("lpp_sent_bytes", "Bytes of answers, as sent.", ["route"])
REFUSED = Counter("lpp_refused_requests", "Requests that were refused, by why.", ["why"])
CHANGES = Counter("lpp_edition_changes", "Changes of the edition in use that a worker has seen.")
KEPT = Gauge("lpp_kept_answers", "Answers kept in memory.", multiprocess_mode="livesum")
KEPT_BYTES = Gauge("lpp_kept_answers_bytes", "Bytes of the answers kept in memory.", multiprocess_mode="livesum")
MEMORY = Gauge("lpp_worker_memory_bytes", "Resident memory of each worker.", multiprocess_mode="liveall")


def count(*, route: str, method: str, status: str, how: str, seconds: float, sent: int) -> None:
    """One request that has been answered."""
    REQUESTS.labels(route, method, status).inc()
    TOOK.labels(route).observe(seconds)
    SENT.labels(route).inc(sent)
    if status in ("200", "304") and how in HOW:
        ANSWERS.labels(how).inc()


class _Seen:
    """What this process noted last."""

    edition: str | None = None
    noted: float = -NOTE_EVERY_SECONDS


def note(edition: str | None, size: Callable[[], tuple[int, int]]) -> None:
    """Whether the edition has changed; and every few seconds, how large the worker and what it keeps have become."""
    if edition and edition != _Seen.edition:
        if _Seen.edition:
            CHANGES.inc()
        _Seen.edition = edition
    if time.monotonic() - _Seen.noted < NOTE_EVERY_SECONDS:
        return
    _Seen.noted = time.monotonic()
    number, held = size()
    KEPT.set(number)
    KEPT_BYTES.set(held)
    MEMORY.set(memory())


def memory() -> int:
    """Resident bytes of this process; where the system does not say, the most there have been."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024)


class Editions(Collector):
    """Which edition the worker that is asked serves, and whether it should be another."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def collect(self) -> Iterator[Metric]:
        found = state(self.folder)
        info = GaugeMetricFamily("lpp_edition_info", "The edition in use.", labels=["edition", "kind"])
        if found["edition"]:
            info.add_metric([str(found["edition"]), "demonstration" if found["is_demonstration"] else "official"], 1)
        yield info
        problem = 0 if found["status"] == "ok" else 1
        yield GaugeMetricFamily("lpp_edition_problem", "1 where the edition named cannot be served.", value=problem)


def add_metrics(server: flask.Flask, editions: Path | None, settings: Settings) -> None:
    """`/metrics`, which to whoever may not read it is not there."""

    @server.get("/metrics")
    def figures() -> flask.Response:
        if not may_read(settings):
            flask.abort(404)
        registry = CollectorRegistry()
        registry.register(Editions(editions))
        if os.environ.get(FOLDER):
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        lines = written(registry) + (b"" if os.environ.get(FOLDER) else written(REGISTRY))
        return flask.Response(lines, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def may_read(settings: Settings) -> bool:
    """Unless it is open, only an address of our own network that asks by itself, not for somebody else."""
    if settings.metrics != "private":
        return settings.metrics == "open"
    passed_on = any(name in flask.request.headers for name in FORWARDED)
    if passed_on and not settings.proxies:
        return False
    try:
        address = ipaddress.ip_address(flask.request.remote_addr or "")
    except ValueError:
        return False
    return address.is_loopback or address.is_private
