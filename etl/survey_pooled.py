"""Answers pooled over several years by neighbourhood and ethnic group, in files with three header rows.

The first row has the question over each column, the second the ethnic group, the third what is given: a percentage of
answers, or the number of people asked. The years stand nowhere but in the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import duckdb

from etl.faults import Fault, quote
from etl.files import InputFile
from etl.ledger import date_files
from etl.rows import read_rows, refuse
from etl.survey_values import WITHHELD

STAGE = """
CREATE OR REPLACE TEMP TABLE pooled_row (source_id INTEGER, line BIGINT, area VARCHAR, cells VARCHAR[]);
CREATE OR REPLACE TEMP TABLE pooled_column
    (source_id INTEGER, position INTEGER, question VARCHAR, ethnic_group VARCHAR, given VARCHAR);
CREATE OR REPLACE TEMP TABLE pooled_period
    (source_id INTEGER, survey VARCHAR, period_start DATE, period_end DATE);
"""
HEADER_LINES = (2, 3)
EXAMPLE = "2015-16 to 2020-21 neighbourhoods.csv"
YEARS = re.compile(r"(20\d\d)-(\d\d)(?!\d)")

KEYED = """
CREATE OR REPLACE TEMP TABLE pooled_header AS
SELECT c.source_id, c.position, c.question AS published, q.question, c.ethnic_group, g.group_type, g.group_name,
       CASE WHEN c.given LIKE '\\%%' ESCAPE '\\' THEN 'percentage'
            WHEN lower(c.given) IN ('base', 'unweighted base', 'n') THEN 'base' END AS given, c.given AS given_published
FROM pooled_column c JOIN pooled_period p USING (source_id)
LEFT JOIN map_survey_questions q ON q.survey = name_key(p.survey) AND q.published = name_key(c.question)
    AND q.kind <> 'ignore'
LEFT JOIN map_survey_groups g ON g.published = name_key(c.ethnic_group) AND g.kind <> 'ignore'
"""

# The first column that is not understood, by file; and columns that would be the same figure twice.
NOT_UNDERSTOOD = """
SELECT source_id, 'column ' || position + 1 || ' has ' || CASE
    WHEN question IS NULL
    THEN 'an unknown question; if it is right, add it to etl/mappings/survey_questions.csv: ' || published
    WHEN group_name IS NULL
    THEN 'an unknown group; if it is right, add it to etl/mappings/survey_groups.csv: ' || ethnic_group
    ELSE 'neither a percentage nor a base as its third header: ' || given_published END
FROM pooled_header
WHERE question IS NULL OR group_name IS NULL OR given IS NULL
QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY position) = 1
UNION ALL
SELECT source_id,
       'columns ' || string_agg(position + 1, ' and ' ORDER BY position) || ' have the same question, group and kind'
FROM pooled_header WHERE question IS NOT NULL AND group_name IS NOT NULL AND given IS NOT NULL
GROUP BY source_id, question, group_name, given HAVING count(*) > 1
"""

# A percentage below 1 with decimals is a proportion in the wrong place: a hundred times too small.
JUDGED = f"""
CREATE OR REPLACE TEMP TABLE pooled_cell AS
SELECT source_id, line, position, area, question, group_type, group_name, given, text, number,
       group_name || ': ' || question || if(given = 'base', ' (base)', '') AS column_name,
       CASE WHEN area = '' THEN 'the row has no area'
            WHEN line > min(line) OVER (PARTITION BY source_id, name_key(area))
            THEN 'second row for this area in the file; line '
                || min(line) OVER (PARTITION BY source_id, name_key(area)) || ' was kept'
            WHEN is_withheld(text) THEN '{WITHHELD}'
            WHEN given = 'base' AND NOT coalesce(regexp_full_match(text, '\\d{{1,9}}'), false)
            THEN 'not a whole number of interviews'
            WHEN given = 'percentage' AND (number IS NULL OR number > 100) THEN 'not a percentage from 0 to 100'
            WHEN given = 'percentage' AND number > 0 AND number < 1
            THEN 'below 1 although the header says %; is it a proportion? It is not multiplied here'
       END AS rule
FROM (
    SELECT r.source_id, r.line, h.position, r.area, h.question, h.group_type, h.group_name, h.given,
           r.cells[h.position] AS text, survey_number(r.cells[h.position]) AS number
    FROM pooled_row r JOIN pooled_header h USING (source_id)
)
"""

FIGURES = """
INSERT INTO survey_figure
SELECT c.source_id, c.line, false, p.period_start, p.period_end, p.survey, c.question, NULL, c.area, c.group_type,
       c.group_name, max(c.number) FILTER (c.given = 'percentage' AND c.rule IS NULL) / 100,
       CAST(max(c.number) FILTER (c.given = 'base' AND c.rule IS NULL) AS INTEGER) AS base,
       if(base IS NULL, 'not published', 'published')
FROM pooled_cell c JOIN pooled_period p USING (source_id)
WHERE c.area <> '' AND (c.rule IS NULL OR c.rule NOT LIKE 'second row%')
GROUP BY ALL
"""

CELLS = """
INSERT INTO survey_cell
SELECT source_id, line, position, if(area = '', 'area', column_name), text, rule FROM pooled_cell
"""


def load_pooled(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Add the files' figures to survey_figure and survey_cell.

    Raises LoadError for a file whose name has no years, or whose three header rows are not understood.
    """
    con.execute(STAGE)
    refuse([_stage(con, file) for file in files])
    con.execute(KEYED)
    paths = {file.source_id: file.path for file in files}
    refuse([Fault(paths[source_id], said) for source_id, said in con.execute(NOT_UNDERSTOOD).fetchall()])
    con.execute(JUDGED)
    con.execute(FIGURES)
    con.execute(CELLS)
    date_files(con, months="(SELECT source_id, unnest([period_start, period_end]) AS month FROM pooled_period)")


def _stage(con: duckdb.DuckDBPyConnection, file: InputFile) -> Fault | None:
    columns = [f"c{i}" for i in range(len(file.text.header))]
    texts = [f"trim(coalesce({column}, ''))" for column in columns]
    insert = f"$source_id, line_number, {texts[0]}, CAST([{', '.join(texts[1:])}] AS VARCHAR[])"
    fault = read_rows(con, file, insert=insert, into="pooled_row", columns=columns)
    return fault or _stage_header(con, file)


def _stage_header(con: duckdb.DuckDBPyConnection, file: InputFile) -> Fault | None:
    """Take the second and third header rows out of the rows, and the period out of the file's name."""
    heads = con.execute(
        f"DELETE FROM pooled_row WHERE source_id = ? AND line IN {HEADER_LINES} AND area = '' RETURNING line, cells",
        [file.source_id],
    ).fetchall()
    rows = dict(heads)
    if len(rows) < len(HEADER_LINES):
        return Fault(file.path, "has not the three header rows: questions, ethnic groups, and what is given", line=2)
    period = years_in(file.path.name)
    if period is None:
        return Fault(file.path, f"does not say which years it pools; its name should, such as {quote(EXAMPLE)}")
    columns = zip(file.text.header[1:], *(rows[line] for line in HEADER_LINES), strict=True)
    con.executemany(
        "INSERT INTO pooled_column VALUES (?, ?, ?, ?, ?)",
        [(file.source_id, position, *column) for position, column in enumerate(columns, 1)],
    )
    con.execute("INSERT INTO pooled_period VALUES (?, ?, ?, ?)", [file.source_id, file.layout.variant, *period])
    return None


def years_in(name: str) -> tuple[date, date] | None:
    """The first and the last month of the financial years in a file's name; None where there are none."""
    years = [int(first) for first, last in YEARS.findall(name) if (int(first) + 1) % 100 == int(last)]
    return (date(min(years), 4, 1), date(max(years) + 1, 3, 1)) if years else None
