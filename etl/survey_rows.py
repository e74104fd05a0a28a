"""Survey files in which a row is one figure: a date, a survey, a borough, a question, and often London's figure beside.

Spreadsheets in several languages wrote them: dates in either order, decimal points or commas, commas or semicolons
between the columns, and columns without a name at the end. A layout of ours has a figure of one group of people a row,
and how many of them were asked (docs/satisfaction.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import Fault
from etl.files import InputFile
from etl.ledger import date_files
from etl.rows import read_rows, refuse
from etl.survey_dates import make_dates
from etl.survey_london import LONDON_FIGURES, MPS_CELLS, compare_london
from etl.survey_values import NO_PROPORTION, WITHHELD

NAMED = ("date", "survey", "area", "question", "proportion", "london", "group_kind", "group_published", "base")

STAGE = f"""
CREATE OR REPLACE TEMP TABLE survey_row (
    source_id INTEGER, line BIGINT, {", ".join(f"{name} VARCHAR" for name in NAMED)}, unnamed VARCHAR[])
"""

# Each row with what we call its survey, question and area. `number` and `london_number` are proportions or NULL. A
# value right after the last named column says that the row's cells have moved: nothing in it can be trusted.
KEYED = """
CREATE OR REPLACE TEMP TABLE survey_keyed AS
SELECT r.*, d.day, CASE WHEN d.day = last_day(d.day) THEN CAST(date_trunc('month', d.day) AS DATE) END AS period_end,
       s.survey AS our_survey, q.question AS our_question, coalesce(a.area_code, l.area_code) AS area_code,
       CASE WHEN survey_number(proportion) <= 1 THEN survey_number(proportion) END AS number,
       CASE WHEN survey_number(london) <= 1 THEN survey_number(london) END AS london_number,
       coalesce(r.unnamed[1], '') <> '' AS is_moved,
       CASE WHEN r.group_published IS NULL THEN 'All' ELSE g.group_type END AS group_type,
       CASE WHEN r.group_published IS NULL THEN 'All' ELSE g.group_name END AS group_name,
       CASE 'ignore' WHEN a.kind THEN a.reason WHEN s.kind THEN s.reason WHEN q.kind THEN q.reason END AS ignored
FROM survey_row r JOIN survey_date d USING (source_id, line)
LEFT JOIN map_areas a ON a.published = name_key(r.area)
LEFT JOIN map_survey_areas l ON l.published = name_key(r.area)
LEFT JOIN map_survey_names s ON s.published = name_key(r.survey)
LEFT JOIN map_survey_questions q ON q.survey = name_key(s.survey) AND q.published = name_key(r.question)
LEFT JOIN map_survey_groups g ON g.published = name_key(r.group_published)
    AND name_key(g.group_type) = name_key(r.group_kind) AND g.kind <> 'ignore'
"""

# What keeps a row from being about anything: the column, its value, the rule.
SUBJECT = """
CREATE OR REPLACE TEMP TABLE survey_subject AS
SELECT *, CASE
    WHEN is_moved THEN ['after the last named column', unnamed[1],
        'a value right after the last named column; are the cells moved, as by a decimal comma without quotes?']
    WHEN day IS NULL THEN ['date', date, 'not a date such as 31/12/2016']
    WHEN period_end IS NULL
    THEN ['date', date, 'not the last day of a month, as the dates of these files are; is it in another order?']
    WHEN ignored IS NOT NULL
    THEN ['row', concat_ws(' / ', survey, area, question), 'left out on purpose: ' || ignored]
    WHEN our_survey IS NULL
    THEN ['survey', survey, 'unknown survey; if it is right, add it to etl/mappings/survey_names.csv']
    WHEN our_question IS NULL
    THEN ['question', concat_ws(' / ', survey, question),
          'unknown question; if it is right, add it to etl/mappings/survey_questions.csv']
    WHEN area_code IS NULL THEN ['area', area, 'unknown area; if it is right, add it to etl/mappings/areas.csv']
    WHEN group_name IS NULL
    THEN ['group', concat_ws(' / ', group_kind, group_published),
          'unknown group; if it is right, add it to etl/mappings/survey_groups.csv']
END AS fault
FROM survey_keyed
"""

# Two rows of a file about the same thing are one when they say the same, and none when they do not.
JUDGED = f"""
CREATE OR REPLACE TEMP TABLE survey_judged AS
SELECT s.*, coalesce(fault[1], 'proportion') AS column_name, coalesce(fault[2], proportion) AS value,
       CASE
    WHEN fault IS NOT NULL THEN fault[3]
    WHEN is_withheld(proportion) THEN '{WITHHELD}'
    WHEN number IS NULL THEN '{NO_PROPORTION}'
    WHEN min(number) OVER same <> max(number) OVER same
    THEN 'for the same date, area and question line ' || min_by(line, number) OVER same || ' gives '
        || min(number) OVER same || ' and line ' || max_by(line, number) OVER same || ' gives '
        || max(number) OVER same || ': neither is loaded'
    WHEN line > min(line) OVER same
    THEN 'the same as line ' || min(line) OVER same || ', which was kept'
    WHEN c.other IS NOT NULL
    THEN 'London is ' || number || ' here and ' || c.other || ' in line ' || c.other_line || ' of ' || c.other_name
        || ': neither is loaded'
END AS rule
FROM survey_subject s LEFT JOIN survey_clash c USING (source_id, line)
WINDOW same AS (PARTITION BY source_id, period_end, our_survey, our_question, area_code, group_type, group_name,
                             fault IS NULL, number IS NULL)
"""

# A number of interviews: whole, and not none.
IS_BASE = "coalesce(regexp_full_match(base, '0*[1-9]\\d{0,8}'), false)"

# A figure that was refused is NULL: known to be published, and not known.
FIGURES = f"""
INSERT INTO survey_figure
SELECT f.source_id, f.line, f.is_repeat, period_end - to_months(b.months - 1), period_end, our_survey, our_question,
       area_code, a.area_name, group_type, group_name, number, asked, if(asked IS NULL, b.statement, 'published')
FROM (
    SELECT source_id, line, false AS is_repeat, period_end, our_survey, our_question, area_code,
           CASE WHEN rule IS NULL THEN number END AS number, group_type, group_name,
           CASE WHEN rule IS NULL AND {IS_BASE} THEN CAST(base AS INTEGER) END AS asked
    FROM survey_judged WHERE fault IS NULL
    UNION ALL {LONDON_FIGURES}
) f JOIN area a USING (area_code) JOIN survey_base b ON b.survey = f.our_survey
"""

# The figure of each row, and whatever else in the row is wrong although its figure may stand.
CELLS = f"""
INSERT INTO survey_cell
SELECT source_id, line, 0, column_name, value, rule FROM survey_judged
UNION ALL
SELECT source_id, line, 1, 'columns without a name', array_to_string(list_filter(unnamed, lambda x: x <> ''), ', '),
       'values in columns without a name; what they mean is not said, and the row is read without them'
FROM survey_judged WHERE NOT is_moved AND len(list_filter(unnamed, lambda x: x <> '')) > 0
UNION ALL {MPS_CELLS}
UNION ALL
SELECT source_id, line, 3, 'base', base,
       CASE WHEN rule IS NOT NULL THEN rule WHEN is_withheld(base) THEN '{WITHHELD}'
            WHEN NOT {IS_BASE} THEN 'not a whole number of interviews' END
FROM survey_judged WHERE base IS NOT NULL
"""


def load_rows(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Add the files' figures to survey_figure and survey_cell.

    Raises LoadError for a file that ends in the middle of a row, has no rows, or whose dates have no certain order.
    """
    con.execute(STAGE)
    refuse([_stage(con, file) for file in files])
    refuse(make_dates(con, files))
    con.execute(KEYED)
    con.execute(SUBJECT)
    date_files(con, months="(SELECT source_id, period_end AS month FROM survey_keyed)")
    compare_london(con)
    con.execute(JUDGED)
    con.execute(FIGURES)
    con.execute(CELLS)


def _stage(con: duckdb.DuckDBPyConnection, file: InputFile) -> Fault | None:
    columns = [f"c{i}" for i in range(len(file.text.header))]
    text = {role: f"trim(coalesce({c}, ''))" for role, c in zip(file.layout.roles, columns, strict=False)}
    named = ", ".join(text.get(role, "NULL") for role in NAMED)
    unnamed = ", ".join(f"trim(coalesce({column}, ''))" for column in columns[len(file.layout.roles) :])
    insert = f"$source_id, line_number, {named}, CAST([{unnamed}] AS VARCHAR[])"
    return read_rows(con, file, insert=insert, into="survey_row", columns=columns)
