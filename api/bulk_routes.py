"""The bulk files of an edition: a list with sizes and hashes, and the files themselves, piece by piece."""

from __future__ import annotations

import base64
from http import HTTPStatus
from pathlib import Path
from typing import Any

import flask
from flask_openapi3.blueprint import APIBlueprint
from werkzeug.wrappers import Response

from api import parameters as asked
from api import rows as given
from api.answers import DATED, LATEST, editions, page, refusals, responses, url
from api.problems import NotFound
from data.bulk import BulkFile, bulk_files, path_of
from data.warehouse import EditionFacts
from web.caching import ALLOWED, kept

FOR_EVER = "public, max-age=31536000, immutable"  # a file of an edition never changes
BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
KINDS = ("application/vnd.apache.parquet", "application/vnd.duckdb", "text/csv", "application/json")
SENT: dict[str | int | HTTPStatus, Any] = {
    "200": {"description": "The file.", "content": dict.fromkeys(KINDS, BINARY)},
    "206": {"description": "The part of it that Range asks for.", "content": dict.fromkeys(KINDS, BINARY)},
    **refusals("304", "404", "416", "422", "503"),
}
MOVED: dict[str | int | HTTPStatus, Any] = {
    "302": {"description": "To the same file of the edition in use, at its own address."},
    **refusals("404", "422", "503"),
}
LIST_SAYS = ("Bulk files", "The whole edition as Parquet, one file a table, and as one DuckDB file, with a data "
             "dictionary and a Frictionless data package. Tables of people go out as sums.")  # fmt: skip
FILE_SAYS = ("A bulk file", "One of the files that /bulk lists. Parts may be asked for (Range).")


def add_bulk(api: APIBlueprint) -> None:
    for prefix, tag, views, sent in (
        ("/latest", LATEST, (latest_list, latest_file), MOVED),
        ("/editions/<edition_id>", DATED, (dated_list, dated_file), SENT),
    ):
        name = tag.name.lower()
        api.get(
            f"{prefix}/bulk", tags=[tag], summary=LIST_SAYS[0], description=LIST_SAYS[1], operation_id=f"{name}_bulk",
            responses=responses(given.FileRow),
        )(views[0])  # fmt: skip
        api.get(
            f"{prefix}/bulk/<name>", tags=[tag], summary=FILE_SAYS[0], description=FILE_SAYS[1],
            operation_id=f"{name}_file", responses=sent,
        )(views[1])  # fmt: skip


def latest_list(query: asked.Paged) -> flask.Response:
    return _list(query, None)


def dated_list(path: asked.EditionPath, query: asked.Paged) -> flask.Response:
    return _list(query, path.edition_id)


def latest_file(path: asked.LatestFilePath) -> Response:
    return flask.redirect(url(f"/editions/{_held(None, path.name)[0].edition_id}/bulk/{path.name}"))


def dated_file(path: asked.FilePath) -> Response:
    facts, file, where = _held(path.edition_id, path.name)
    sent = flask.send_file(
        where, mimetype=file.media_type, as_attachment=True, download_name=f"{facts.edition_id}-{file.name}",
        conditional=True, etag=file.sha256,
    )  # fmt: skip
    sent.headers["Cache-Control"] = FOR_EVER
    sent.headers["Repr-Digest"] = f"sha-256=:{base64.b64encode(bytes.fromhex(file.sha256)).decode()}:"
    sent.headers.update(ALLOWED)
    return sent


def _list(query: asked.Paged, edition_id: str | None) -> flask.Response:
    facts, files = _files(edition_id)
    rows = [
        {"name": file.name, "bytes": file.bytes, "sha256": file.sha256, "media_type": file.media_type,
         "url": url(f"/editions/{facts.edition_id}/bulk/{file.name}"), "says": file.says}
        for file in files
    ]  # fmt: skip
    shown = rows[query.offset : query.offset + query.limit]
    return kept(page(facts, len(rows), shown, query, "/bulk"), facts, is_fixed=bool(edition_id))


def _files(edition_id: str | None) -> tuple[EditionFacts, tuple[BulkFile, ...]]:
    house = editions()
    with house.edition(edition_id) as edition:
        facts = edition.facts
    files = bulk_files(house.folder, facts.edition_id)
    if not files:
        raise NotFound(f"The bulk files of edition {facts.edition_id} have not been written: python -m etl bulk.")
    return facts, files


def _held(edition_id: str | None, name: str) -> tuple[EditionFacts, BulkFile, Path]:
    facts, files = _files(edition_id)
    file = next((each for each in files if each.name == name), None)
    where = path_of(editions().folder, facts.edition_id, name)
    if file is None or where is None:
        raise NotFound(f"There is no file '{name}' of edition {facts.edition_id}: /bulk lists its files.")
    return facts, file, where.resolve()
