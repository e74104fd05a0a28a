"""London's figure, which borough files repeat on every row and a total file gives again: it must always be the same."""

from __future__ import annotations

import duckdb

from etl.survey_values import NO_PROPORTION, WITHHELD
from geo.areas import LONDON_CODE

# As the boroughs' rows repeat it: one figure by file, date and question, as long as all rows agree.
REPEATED = """
CREATE OR REPLACE TEMP TABLE survey_london AS
SELECT source_id, period_end, our_survey, our_question, min(line) AS line, min_by(london_number, line) AS stated,
       min(london_number) AS least, max(london_number) AS most, least = most AS agrees
FROM survey_subject
WHERE london_number IS NOT NULL AND period_end IS NOT NULL AND our_question IS NOT NULL AND NOT is_moved
GROUP BY ALL
"""

# A row that is London's own, against London as the boroughs' rows of the same release repeat it.
CLASHES = f"""
CREATE OR REPLACE TEMP TABLE survey_clash AS
SELECT DISTINCT ON (t.source_id, t.line) t.source_id, t.line, l.line AS other_line, b.name AS other_name,
       CASE WHEN l.least <> t.number THEN l.least ELSE l.most END AS other
FROM survey_subject t
JOIN survey_london l USING (period_end, our_survey, our_question)
JOIN load_source a ON a.source_id = t.source_id
JOIN load_source b ON b.source_id = l.source_id AND b.edition = a.edition
WHERE t.fault IS NULL AND t.area_code = '{LONDON_CODE}' AND t.group_type = 'All'
  AND (l.least <> t.number OR l.most <> t.number)
ORDER BY t.source_id, t.line, l.source_id
"""
DISOWN = """
UPDATE survey_london l SET agrees = false
FROM survey_clash c JOIN survey_subject t USING (source_id, line)
JOIN load_source a ON a.source_id = t.source_id
JOIN load_source b ON b.edition = a.edition
WHERE l.source_id = b.source_id
  AND (l.period_end, l.our_survey, l.our_question) = (t.period_end, t.our_survey, t.our_question)
"""

LONDON_FIGURES = f"""
    SELECT source_id, line, true, period_end, our_survey, our_question, '{LONDON_CODE}',
           CASE WHEN agrees THEN stated END, 'All', 'All', NULL
    FROM survey_london
"""

# Where a row's London figure is none, or another than that of the first row.
MPS_CELLS = f"""
SELECT s.source_id, s.line, 2, 'MPS', s.london, CASE
    WHEN is_withheld(s.london) THEN '{WITHHELD}'
    WHEN s.london_number IS NULL THEN '{NO_PROPORTION}'
    ELSE 'London is ' || l.stated || ' in line ' || l.line || ' and ' || s.london_number
        || ' here, so that it is left out for this date and question' END
FROM survey_judged s LEFT JOIN survey_london l USING (source_id, period_end, our_survey, our_question)
WHERE s.london IS NOT NULL AND NOT s.is_moved AND (s.london_number IS NULL OR s.london_number <> l.stated)
"""


def compare_london(con: duckdb.DuckDBPyConnection) -> None:
    """Make survey_london and survey_clash from survey_subject. What clashes is not loaded from either place."""
    con.execute(REPEATED)
    con.execute(CLASHES)
    con.execute(DISOWN)
