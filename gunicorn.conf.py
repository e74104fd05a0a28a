"""How gunicorn serves the dashboard; `make run` and the Procfile point here. The environment may set every value."""

from __future__ import annotations

import os
from typing import Any

bind = f"{os.environ.get('HOST', '0.0.0.0')}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30
graceful_timeout = 20
keepalive = 5
# Workers import the app themselves: an edition must never be opened before a fork.
preload_app = False
accesslog = None  # addresses of readers are personal data
errorlog = "-"
limit_request_line = 4094
limit_request_fields = 50
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None


def post_worker_init(worker: Any) -> None:
    """Before the worker accepts: one request to itself, because Dash sets itself up on its first request, unguarded."""
    from app import warm

    warm(worker.app.wsgi())


def when_ready(server: Any) -> None:
    """Say where to look."""
    for address in server.address:
        host = address[0] if isinstance(address, tuple) else address
        shown = "127.0.0.1" if host == "0.0.0.0" else host
        server.log.info(
            "London Policing Performance: http://%s:%s", shown, address[1] if isinstance(address, tuple) else ""
        )
