"""Whether the process lives, whether it can answer, and what it serves: for whoever runs the site."""

from __future__ import annotations

from pathlib import Path

import flask

from data.warehouse import NoEdition, warehouse

NEVER = {"Cache-Control": "no-store"}


def add_health(server: flask.Flask, editions: Path | None) -> None:
    """`/livez`: the process answers. `/readyz`: it has figures to show. `/healthz`: which, and what is wrong."""

    @server.get("/livez")
    def livez() -> flask.Response:
        return flask.Response("alive\n", content_type="text/plain; charset=utf-8", headers=NEVER)

    @server.get("/readyz")
    def readyz() -> flask.Response:
        found = state(editions)
        words = "ready\n" if found["edition"] else "no edition to serve\n"
        status = 200 if found["edition"] else 503
        return flask.Response(words, status, content_type="text/plain; charset=utf-8", headers=NEVER)

    @server.get("/healthz")
    def healthz() -> flask.Response:
        found = state(editions)
        answer = flask.jsonify(found)
        answer.status_code = 200 if found["status"] == "ok" else 503 if found["edition"] is None else 200
        answer.headers.update(NEVER)
        return answer


def state(editions: Path | None) -> dict[str, str | bool | None]:
    """`status`: ok; degraded where the edition that is named cannot be opened and the last good one serves; down."""
    place = warehouse(editions)
    try:
        with place.edition() as edition:
            facts = edition.facts
    except NoEdition:
        return {"status": "down", "edition": None, "is_demonstration": None, "published_on": None,
                "problem": place.complaint or "no edition"}  # fmt: skip
    return {
        "status": "degraded" if place.complaint else "ok", "edition": facts.edition_id,
        "is_demonstration": facts.is_demonstration, "published_on": facts.published_on.isoformat(),
        "problem": place.complaint or None,
    }  # fmt: skip
