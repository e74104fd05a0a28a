"""The short id of a request: in its line of the log, in the lines of what went wrong, and on an error's page.

Imports nothing of ours: gunicorn's own process uses it for its log, and must not hold the application's code.
"""

from __future__ import annotations

import flask

REFERENCE = "lpp.reference"  # in the request's environment, where no header can put anything
QUIET = "lpp.quiet"  # a request of the application to itself, which is neither counted nor logged
NONE = "none"


def reference() -> str:
    """Of the request at hand, or `none` outside of one."""
    return str(flask.request.environ.get(REFERENCE, NONE)) if flask.has_request_context() else NONE
