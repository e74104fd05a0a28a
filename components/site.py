"""The site's own address, for what leaves it: pictures, frames on other sites, what search engines read."""

from __future__ import annotations

import os

import flask


def site_address() -> str:
    """`https://example.org`, without a slash at its end: what WEB_ADDRESS says, else what this request was sent to.

    '' outside of a request.
    """
    set_by_hand = os.environ.get("WEB_ADDRESS", "").rstrip("/")
    if set_by_hand or not flask.has_request_context():
        return set_by_hand
    return flask.request.host_url.rstrip("/")
