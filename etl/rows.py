"""Reading a recognised file's rows as text, line by line numbered, and keeping aside those that do not fit the header.

Also the ledger of files in which one row is one fact (see etl.wide for those in which a row holds many).
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import Fault, LoadError, quote
from etl.files import InputFile

MISFITS = """
CREATE TEMP TABLE IF NOT EXISTS misfit_row (source_id INTEGER, line BIGINT, text VARCHAR, columns_expected INTEGER);
CREATE OR REPLACE TEMP VIEW misfit_entry AS
SELECT source_id, line, NULL AS column_name, text AS value,
       'the row has not the ' || columns_expected || ' columns of the header' AS rule, NULL AS offences, 1 AS rows
FROM misfit_row
"""

# `rule` is NULL where a row stands; `number` is the count it carries, if it carries one. Each is one row of the files,
# unless `{rows}` says how many rows of one kind it stands for.
REJECTIONS = """
INSERT INTO rejected_row BY NAME
SELECT source_id, line, column_name, value, rule, offences, rows FROM misfit_entry SEMI JOIN {judged} USING (source_id)
UNION ALL
SELECT source_id, line, column_name, value, rule, number, {rows} FROM {judged} WHERE rule IS NOT NULL
ORDER BY ALL
"""

COUNTS = """
INSERT INTO load_count BY NAME
SELECT s.source_id,
       s.n + coalesce(m.n, 0) AS rows_read, coalesce(l.n, 0) AS rows_loaded,
       s.refused + coalesce(m.n, 0) AS rows_rejected,
       s.n AS values_read, coalesce(l.n, 0) AS values_loaded, s.refused AS values_rejected, 0 AS values_blank,
       s.offences AS offences_read, coalesce(l.offences, 0) AS offences_loaded, s.offences_refused AS offences_rejected
FROM (SELECT source_id, sum({rows}) AS n, coalesce(sum({rows}) FILTER (rule IS NOT NULL), 0) AS refused,
             coalesce(sum(number), 0) AS offences,
             coalesce(sum(number) FILTER (rule IS NOT NULL), 0) AS offences_refused
      FROM {judged} GROUP BY ALL) s
LEFT JOIN (SELECT source_id, count(*) AS n FROM misfit_row GROUP BY ALL) m USING (source_id)
LEFT JOIN (SELECT source_id, sum(rows_listed) AS n, sum(offences_listed) AS offences FROM {loaded} GROUP BY ALL) l
    USING (source_id)
"""


def read_rows(
    con: duckdb.DuckDBPyConnection,
    file: InputFile,
    *,
    insert: str,
    into: str,
    columns: Sequence[str],
    group_by: str = "",
) -> Fault | None:
    """Run `INSERT INTO {into} SELECT {insert} FROM read_csv(…)` over the file's rows, read as text.

    `columns` names the file's columns in their order, for use in `insert`, which starts with the source's id and the
    line: `{source_id}, {line}, …` are given as `$source_id` and the SQL expression `line_number`. `into` must have the
    columns source_id and line. Rows that do not fit go to misfit_row. The Fault is a file without rows that
    fit, or one that ends in the middle of a row.

    With `group_by`, rows of no further interest are kept only as a number of rows: `insert` then gives
    `min(line_number)` for the line, and `count(*)` for the column `rows` of `into`.
    """
    con.execute(MISFITS)
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in columns)
    con.execute(
        f"INSERT INTO {into} SELECT {insert} FROM (SELECT *, row_number() OVER () + 1 AS line_number "
        f"FROM read_csv($path, auto_detect = false, header = true, delim = '{file.text.delimiter}', quote = '\"', "
        f"escape = '\"', columns = {{{types}}}, store_rejects = true, rejects_limit = 0, null_padding = false))"
        + (f" GROUP BY {group_by}" if group_by else ""),
        {"path": str(file.text.readable), "source_id": file.source_id},
    )
    return _misfits(con, file, into=into, expected=len(columns), rows="rows" if group_by else "1")


def refuse(faults: Sequence[Fault | None]) -> None:
    """Raise LoadError for the faults among these, if there are any."""
    found = [fault for fault in faults if fault]
    if found:
        raise LoadError.of(found)


def _misfits(con: duckdb.DuckDBPyConnection, file: InputFile, *, into: str, expected: int, rows: str) -> Fault | None:
    """Rows with too few or too many columns: kept aside, and the lines of the others put right around them."""
    rejects = con.execute("SELECT line, any_value(csv_line) FROM reject_errors GROUP BY line ORDER BY line").fetchall()
    con.execute("TRUNCATE reject_errors; TRUNCATE reject_scans")
    count = f"SELECT coalesce(sum({rows}), 0) FROM {into} WHERE source_id = ?"
    (kept,) = con.execute(count, [file.source_id]).fetchall()[0]
    if kept + len(rejects) == 0:
        return Fault(file.path, "has a header but no rows")
    if rejects and rejects[-1][0] == kept + len(rejects) + 1 and not file.text.ends_in_line_end:
        text = quote(rejects[-1][1])
        return Fault(file.path, f"ends in the middle of a row: {text}. Download it again.", line=rejects[-1][0])
    if kept == 0:
        return Fault(file.path, f"has no row with the {expected} columns of its header")
    for line, text in rejects:
        con.execute(f"UPDATE {into} SET line = line + 1 WHERE source_id = ? AND line >= ?", [file.source_id, line])
        con.execute("INSERT INTO misfit_row VALUES (?, ?, ?, ?)", [file.source_id, line, text, expected])
    return None


def account_rows(con: duckdb.DuckDBPyConnection, *, judged: str, loaded: str, rows: str = "1") -> None:
    """Write rejected_row and load_count for files in which a row is one fact.

    `judged`: a table of every row read, with source_id, line, rule, column_name, value, number; `rows` is its column
    that says how many rows of the file each stands for, where that is not one. `loaded`: a table or
    sub-query of what goes into the edition, by source, with rows_listed and offences_listed, made from the edition's
    own rows and not from `judged`, so that the balance means something.
    """
    con.execute(MISFITS)
    con.execute(REJECTIONS.format(judged=judged, rows=rows))
    con.execute(COUNTS.format(judged=judged, loaded=loaded, rows=rows))
