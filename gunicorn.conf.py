"""How gunicorn serves the dashboard; `make run` and the Procfile point here. The environment may set every value."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))  # gunicorn's own process logs as the workers do: web/logs.py

bind = f"{os.environ.get('HOST', '0.0.0.0')}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30
graceful_timeout = 20
keepalive = 5
# The app is imported once, before the workers are there, who share what it takes; an edition is opened by each of them,
# never before the fork (tests/test_app.py). New code therefore takes a restart, not a reload.
preload_app = True
accesslog = None  # addresses of readers are personal data
errorlog = "-"
logger_class = "web.logs.Log"
forwarded_allow_ips = ""  # who asks, and whether over TLS, a proxy says where WEB_PROXIES declares one
limit_request_line = 8190  # the site answers those above 4,000 in its own words
limit_request_fields = 50
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None

# Folders of this process: where the workers write their figures for /metrics, set before prometheus_client is imported;
# and where one finds the answers that another has made (web/shared.py). One that is given is not ours to remove.
FOLDERS = {"PROMETHEUS_MULTIPROC_DIR": "lpp-metrics-", "LPP_ANSWERS_DIR": "lpp-answers-"}
# The names, with a comma between: in the environment, because a reload reads this file again.
OURS = "LPP_FOLDERS_ARE_OURS"
for name, prefix in FOLDERS.items():
    if name not in os.environ:
        os.environ[name] = tempfile.mkdtemp(prefix=prefix, dir=worker_tmp_dir)
        os.environ[OURS] = f"{os.environ.get(OURS, '')},{name}"


def pre_fork(server: Any, worker: Any) -> None:
    """What stands in memory by now stays: were it looked through for garbage, each worker would have its own copy.

    And this process, which imported the app, is no worker: it has no memory of answers to tell of.
    """
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(os.getpid())
    gc.collect()
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """Before the worker accepts: one request to itself, because Dash sets itself up on its first request, unguarded."""
    from app import warm

    warm(worker.app.wsgi())


def child_exit(server: Any, worker: Any) -> None:
    """What a worker that has gone last said of itself is no longer true; what it counted stays counted."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """Leave no folder behind that this process made."""
    for name in os.environ.get(OURS, "").split(","):
        if name:
            shutil.rmtree(os.environ[name], ignore_errors=True)


def when_ready(server: Any) -> None:
    """Say where to look."""
    for address in server.address:
        host = address[0] if isinstance(address, tuple) else address
        shown = "127.0.0.1" if host == "0.0.0.0" else host
        server.log.info(
            "London Policing Performance: http://%s:%s", shown, address[1] if isinstance(address, tuple) else ""
        )
