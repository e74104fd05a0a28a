"""What every answer tells the browser that it may do with it: run our one script, use our one style sheet, no more."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

import flask

# Style sheets of Dash's own menus and error boxes, which its renderer writes into the page at its start and nobody
# sees. A new version of Dash may have others: the tests in the browser then report what the console says.
RENDERER_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",  # an empty one, filled afterwards
    "'sha256-Do5Z9ZqsPvCQTUBQS9BnDm/2+on7omuzuLYk5sbA+2s='",
)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
PERMISSIONS = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
               "midi", "payment", "usb")  # fmt: skip
POLICY = "Content-Security-Policy"
# An image that is opened by itself: it holds its own style and font, and nothing else may happen in it.
IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # An address may hold a postcode: it stays with us.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Data is no document: nothing in it is loaded, run, framed or asked for a camera, and a change of a page is small.
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
OF_DATA = ("X-Content-Type-Options", "Cross-Origin-Resource-Policy")
SECURE_FOR = "max-age=31536000"  # a year, of this host alone: what stands beside it is not ours to decide


def policy(styles: Iterable[str] = ()) -> str:
    """What a document may load and run. `styles`: what the style elements in it hold, each allowed by its hash."""
    allowed = " ".join(["'self'", *RENDERER_STYLES, *(_hash(style) for style in styles)])
    # blob: and data: are the images that the page itself makes to save a figure, and the arrow of a select.
    return (
        f"default-src 'none'; script-src 'self'; style-src {allowed}; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def policy_of(document: str) -> str:
    """The policy of a document with style elements: a briefing has one, whose words are the edition's."""
    return policy(STYLE.findall(document))


def add_headers(server: flask.Flask) -> None:
    server.after_request(with_headers)


def with_headers(answer: flask.Response) -> flask.Response:
    """The answer with every header that it has not given itself. HSTS only where it goes over TLS."""
    is_image, is_data = answer.mimetype == "image/svg+xml", answer.mimetype == "application/json"
    answer.headers.setdefault(POLICY, IMAGE_POLICY if is_image else DATA_POLICY if is_data else policy())
    for name in OF_DATA if is_data else HEADERS:
        answer.headers.setdefault(name, HEADERS[name])
    if flask.request.is_secure:
        answer.headers["Strict-Transport-Security"] = SECURE_FOR
    return answer


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
