"""The log: one JSON object a line, or a plain line on a terminal; no address of a reader in it, whoever writes it."""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

from gunicorn.glogging import Logger

from web.reference import NONE, reference

LEVELS = ("debug", "info", "warning", "error")
MOST_FRAMES = 30
# What gunicorn writes with an address or a whole query in it, by how it begins, and what is written instead.
PERSONAL = {
    "Invalid request from ip": "a request was no HTTP as it should be",
    "Error handling request": "a request failed",
    "Ignored premature client disconnection": "a client went away",
    "Exception on": "a request failed",
}


def level() -> str:
    """WEB_LOG_LEVEL. Raises ValueError for what is no level."""
    given = os.environ.get("WEB_LOG_LEVEL", "info").lower()
    if given not in LEVELS:
        raise ValueError(f"WEB_LOG_LEVEL is '{given}', which is none of {', '.join(LEVELS)}")
    return given


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    """What a line holds. Of an error its kind and where it happened: its words may quote what a reader typed."""
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    fields: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "said": _said(record)}
    fields |= getattr(record, "fields", {})
    if "id" not in fields and reference() != NONE:
        fields["id"] = reference()
    if record.exc_info and record.exc_info[0]:
        fields |= {"error": record.exc_info[0].__name__, "where": _frames(record)}
    return fields


def _said(record: logging.LogRecord) -> str:
    begun = record.msg if isinstance(record.msg, str) else str(record.msg)
    return next((instead for start, instead in PERSONAL.items() if begun.startswith(start)), record.getMessage())


def _frames(record: logging.LogRecord) -> list[str]:
    frames = traceback.extract_tb(record.exc_info[2]) if record.exc_info else []
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames][-MOST_FRAMES:]


class Lines(logging.Formatter):
    """JSON, for whatever gathers logs."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(fields_of(record), ensure_ascii=False, default=str)


class Words(logging.Formatter):
    """The same on a terminal: `14:05:09 info request GET /crime-map 200`."""

    def format(self, record: logging.LogRecord) -> str:
        fields = fields_of(record)
        time, where = str(fields.pop("at"))[11:19], fields.pop("where", [])
        line = " ".join([time, *(str(value) for value in fields.values() if value is not None)])
        return "\n    ".join([line, *where])


def handler() -> logging.Handler:
    made = logging.StreamHandler(sys.stderr)
    made.setFormatter(Words() if sys.stderr.isatty() else Lines())
    return made


class Log(Logger):  # type: ignore[misc]  # gunicorn says nothing of its types
    """Gunicorn's log, and with it that of everything else in the process."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers = [handler()]
        root = logging.getLogger()
        root.handlers = [handler()]
        root.setLevel(level().upper())
