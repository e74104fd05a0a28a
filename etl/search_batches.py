"""Reading stop-and-search files many at a time: every row becomes a short row of codes and numbers, in one statement.

The rows stand in the order of the files, so a row's place among its file's rows gives its line, without a count that
would keep the reader from working on several files at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import duckdb

from etl.faults import Fault, quote
from etl.files import InputFile
from etl.search_words import COLUMNS, FLAGS, flag, said

BATCH_BYTES = 100_000_000  # of text: some 450,000 searches

FILES = """
CREATE OR REPLACE TEMP TABLE search_file (
    path said_path, source_id INTEGER, name VARCHAR, first_row BIGINT, row_count BIGINT, misfits BIGINT[]);
CREATE OR REPLACE TEMP MACRO line_of(place, misfits) AS
    place + 1 + CASE WHEN misfits IS NULL THEN 0 ELSE len(list_filter(misfits, lambda before: before < place)) END;
"""

# `unread` holds the texts that could not be made out, by our name of the column; NULL in nearly every row.
ROWS = """
CREATE OR REPLACE TEMP TABLE search_row AS
SELECT path, timezone('Europe/London', timezone('UTC', utc)) AS searched_at,
       CASE WHEN isfinite(latitude) THEN latitude END AS latitude,
       CASE WHEN isfinite(longitude) THEN longitude END AS longitude, {made},
       CASE WHEN {unread}
            THEN map_from_entries(list_filter([{texts}], lambda entry: entry[2] IS NOT NULL)) END AS unread
FROM (
    SELECT CAST(filename AS said_path) AS path,
           try_strptime(date, '%Y-%m-%dT%H:%M:%S+00:00') AS utc, date AS date_text,
           TRY_CAST(latitude AS DOUBLE) AS latitude, latitude AS latitude_text,
           TRY_CAST(longitude AS DOUBLE) AS longitude, longitude AS longitude_text, {columns}
    FROM read_csv($paths, auto_detect = false, header = true, delim = '{delimiter}', quote = '"', escape = '"',
                  columns = {{{types}}}, store_rejects = true, rejects_limit = 0, null_padding = false, filename = true)
)
"""

# `before` is the number of rows that fit before the one that does not: places stay right around misfits.
MISFITS = """
CREATE OR REPLACE TEMP TABLE search_misfit AS
SELECT source_id, line, ltrim(text, chr(10) || chr(13)) AS text, is_open,
       line - 1 - row_number() OVER (PARTITION BY source_id ORDER BY line) AS before
FROM (SELECT file_path, line, any_value(csv_line) AS text,
             bool_or(error_type = 'UNQUOTED VALUE' AND contains(trim(csv_line, chr(10) || chr(13)), chr(10))) AS is_open
      FROM reject_errors JOIN reject_scans USING (scan_id, file_id) GROUP BY ALL)
JOIN search_file f ON CAST(f.path AS VARCHAR) = file_path;
TRUNCATE reject_errors; TRUNCATE reject_scans;
UPDATE search_file f SET first_row = r.first_row, row_count = r.n, misfits = r.misfits FROM (
    SELECT p.source_id, min(r.rowid) AS first_row, count(r.path) AS n, any_value(m.misfits) AS misfits
    FROM search_file p LEFT JOIN search_row r USING (path)
    LEFT JOIN (SELECT source_id, list(before ORDER BY before) AS misfits FROM search_misfit GROUP BY ALL) m
        USING (source_id)
    GROUP BY ALL
) r WHERE r.source_id = f.source_id
"""

SHAPE = """
SELECT f.source_id, f.row_count, count(m.line), max(m.line), arg_max(m.text, m.line), min(m.line) FILTER (m.is_open)
FROM search_file f LEFT JOIN search_misfit m USING (source_id) GROUP BY ALL ORDER BY ALL
"""

LAST_FLAG = "SELECT unread['is_more_than_outer'] FROM search_row r JOIN search_file f USING (path) " \
    "WHERE f.source_id = ? AND r.rowid = f.first_row + f.row_count - 1"  # fmt: skip


def batches(files: Sequence[InputFile]) -> Iterator[list[InputFile]]:
    """The files in their order, as many at a time as make BATCH_BYTES, all of one delimiter."""
    for _, alike in groupby(files, key=lambda file: file.text.delimiter):
        batch: list[InputFile] = []
        size = 0
        for file in alike:
            more = file.text.readable.stat().st_size
            if batch and size + more > BATCH_BYTES:
                yield batch
                batch, size = [], 0
            batch.append(file)
            size += more
        yield batch


def stage(con: duckdb.DuckDBPyConnection, batch: Sequence[InputFile]) -> list[Fault]:
    """Make search_row, search_file and search_misfit of these files, and say which of them cannot be loaded.

    Needs the type said_path, of the files' readable paths.
    """
    con.execute(FILES)
    rows = [(str(file.text.readable), file.source_id, file.path.name) for file in batch]
    con.executemany("INSERT INTO search_file (path, source_id, name) VALUES (?, ?, ?)", rows)
    con.execute(_rows_sql(batch[0]), {"paths": [path for path, _, _ in rows]})
    con.execute(MISFITS)
    shapes = {source_id: shape for source_id, *shape in con.execute(SHAPE).fetchall()}
    return [fault for file in batch if (fault := _fault(con, file, *shapes[file.source_id]))]


def _rows_sql(file: InputFile) -> str:
    texts = {column: f"{column}_text" for column in ("date", "latitude", "longitude", *COLUMNS, *FLAGS)}
    lost = {column: f"{text} IS NOT NULL AND {column} IS NULL" for column, text in texts.items() if column != "date"}
    lost["date"] = "date_text IS NOT NULL AND utc IS NULL"
    for column in ("latitude", "longitude"):
        lost[column] = f"{column}_text IS NOT NULL AND isfinite({column}) IS NOT TRUE"
    words = [f"{said(c)} AS {c}, {c} AS {c}_text" for c in COLUMNS]
    flags = [f"{flag(c)} AS {c}, {c} AS {c}_text" for c in FLAGS]
    return ROWS.format(
        made=", ".join((*COLUMNS, *FLAGS)),
        unread=" OR ".join(f"({test})" for test in lost.values()),
        texts=", ".join(f"('{column}', CASE WHEN {test} THEN {texts[column]} END)" for column, test in lost.items()),
        columns=", ".join(words + flags),
        delimiter=file.text.delimiter,
        types=", ".join(f"'{role}': 'VARCHAR'" for role in file.layout.roles),
    )


def _fault(
    con: duckdb.DuckDBPyConnection, file: InputFile, rows: int, misfits: int, last: int, text: str, is_open: int | None
) -> Fault | None:
    """What is wrong with the file as a whole. `last` and `text` are its last misfit, `is_open` the line of a quotation
    mark that never closes."""
    if rows + misfits == 0:
        return Fault(file.path, "has a header but no rows")
    if is_open:
        return Fault(file.path, "has a quotation mark that never closes, so nothing after it can be read", line=is_open)
    if not file.text.ends_in_line_end:
        if last == rows + misfits + 1:
            return Fault(file.path, f"ends in the middle of a row: {quote(text)}. Download it again.", line=last)
        flag_text = con.execute(LAST_FLAG, [file.source_id]).fetchone()
        if flag_text and flag_text[0]:
            message = f"ends in the middle of a row, in {quote(flag_text[0])}. Download it again."
            return Fault(file.path, message, line=rows + misfits + 1)
    return Fault(file.path, "has no row with the columns of its header") if rows == 0 else None
