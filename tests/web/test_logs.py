"""What a line of the log holds, and what it never does."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from web.logs import Lines, Words, level


def record(said: str, *values: object, error: bool = False, **more: object) -> logging.LogRecord:
    info = None
    if error:
        try:
            raise KeyError("SE1 2AA")
        except KeyError:
            info = sys.exc_info()
    made = logging.LogRecord("lpp", logging.WARNING, __file__, 1, said, values, info)
    made.__dict__.update(more)
    return made


def test_a_line_is_one_object_with_its_fields() -> None:
    line = Lines().format(record("request", fields={"route": "/crime-map", "status": 200, "id": "0a"}))
    assert "\n" not in line
    found = json.loads(line)
    assert found.pop("at").endswith("+00:00")
    assert found == {"level": "warning", "said": "request", "route": "/crime-map", "status": 200, "id": "0a"}


def test_of_an_error_its_kind_and_where_but_not_its_words() -> None:
    found = json.loads(Lines().format(record("the page %s failed", "/boroughs", error=True)))
    assert found["said"] == "the page /boroughs failed" and found["error"] == "KeyError"
    assert any("test_logs.py" in frame for frame in found["where"]) and "SE1" not in str(found)


@pytest.mark.parametrize("said", ["Invalid request from ip=81.2.69.142: bad", "Error handling request GET /a?q=SE1",
                                  "Exception on /a?q=SE1 [GET]"])  # fmt: skip
def test_what_the_server_writes_of_a_reader_is_written_without_him(said: str) -> None:
    for written in (Lines().format(record(said)), Words().format(record(said))):
        assert "81.2" not in written and "SE1" not in written and "request" in written


def test_a_terminal_gets_words() -> None:
    line = Words().format(record("request", fields={"method": "GET", "route": "/", "status": 200, "edition": None}))
    assert line[8:] == " warning request GET / 200"


def test_the_level_is_one_of_four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_LOG_LEVEL", "Warning")
    assert level() == "warning"
    monkeypatch.setenv("WEB_LOG_LEVEL", "loud")
    with pytest.raises(ValueError, match="WEB_LOG_LEVEL is 'loud'"):
        level()
