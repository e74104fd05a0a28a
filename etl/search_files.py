"""What is known of a stop-and-search file as a whole: whose it is, and which file gives a month."""

from __future__ import annotations

import re

import duckdb

from etl.faults import Fault, quote
from etl.files import InputFile

MET, CITY = "metropolitan", "city-of-london"

# The publisher names a file after its month and force. It is the only place where the force is declared.
DECLARED = re.compile(r"\d{4}-\d{2}-(.+?)-stop-and-search\b", re.IGNORECASE)
ENOUGH_POINTS = 20  # from here on the points themselves tell: 84% of the City's lie in the City, 0.1% of the Met's
CITY_SHARE, MET_SHARE = 0.5, 0.05
COVERS_FROM = 100  # a file covers its main month, and any other of which it has this many searches

# Searches by file and month. `covers` tells a month the file is about from a few searches that slipped in.
MONTHS = f"""
CREATE OR REPLACE TEMP TABLE search_month AS
SELECT source_id, force, month, searches, with_borough, edition, name,
       searches >= {COVERS_FROM} OR searches = max(searches) OVER (PARTITION BY source_id) AS covers
FROM (SELECT source_id, force, month, count(*) AS searches, count(area_code) AS with_borough
      FROM stop_and_search GROUP BY ALL) JOIN load_source USING (source_id)
"""

# The same month twice: the archive's folders are named for the month, not the release, so that nothing says which is
# the newer. The one with more searches is the more complete.
REPLACED = """
CREATE OR REPLACE TEMP TABLE search_replaced AS
SELECT source_id, month, searches,
       '''' || first(name) OVER best || ''' gives ' || strftime(month, '%B %Y') || ' with '
       || CASE WHEN first(searches) OVER best > searches THEN 'more' ELSE 'as many' END || ' searches ('
       || format('{:,}', first(searches) OVER best) || ' against ' || format('{:,}', searches) || ')' AS rule
FROM search_month WHERE covers
WINDOW best AS (PARTITION BY force, month ORDER BY searches DESC, with_borough DESC, edition DESC, source_id)
QUALIFY row_number() OVER best > 1
"""

REMOVE = """
DELETE FROM rejected_row USING search_replaced r, stop_and_search s
WHERE (s.source_id, s.month) = (r.source_id, r.month)
    AND (rejected_row.source_id, rejected_row.line) = (s.source_id, s.line);
INSERT INTO rejected_row BY NAME
SELECT source_id, min(line) AS line, NULL AS column_name, strftime(month, '%Y-%m') AS value, any_value(rule) AS rule,
       NULL AS offences, count(*) AS rows
FROM search_replaced JOIN stop_and_search USING (source_id, month) GROUP BY source_id, month ORDER BY ALL;
DELETE FROM stop_and_search USING search_replaced r
WHERE (stop_and_search.source_id, stop_and_search.month) = (r.source_id, r.month);
"""

# What a reader of the list of sources should know about a file.
NOTES = """
UPDATE load_source SET note = concat_ws('; ', note, n.said) FROM (
    SELECT source_id, string_agg(said, '; ' ORDER BY rank) AS said FROM (
        SELECT source_id, 1 AS rank, rule AS said FROM search_replaced
        UNION ALL
        SELECT source_id, 2, 'searches of another month than the rest, counted in theirs: '
               || format('{:,}', CAST(sum(searches) AS BIGINT))
        FROM search_month WHERE NOT covers GROUP BY ALL
        UNION ALL
        SELECT source_id, 3, 'no search after ' || strftime(max(searched_at), '%-d %B %Y')
               || '; if the file was cut short, download it again'
        FROM stop_and_search SEMI JOIN (FROM search_month WHERE covers) USING (source_id, month)
        GROUP BY source_id HAVING max(searched_at) < last_day(max(month)) - INTERVAL 1 DAY
        UNION ALL
        SELECT source_id, 4, 'searches with coordinates but in no borough: ' || format('{:,}', count(*))
        FROM stop_and_search WHERE has_coordinates AND area_code IS NULL GROUP BY ALL
        UNION ALL
        SELECT source_id, 5, said FROM search_force WHERE said IS NOT NULL
    ) GROUP BY ALL
) n WHERE n.source_id = load_source.source_id
"""


def declared_force(name: str) -> str | None:
    """The force in a file name as the publisher gives them, such as 2017-04-metropolitan-stop-and-search.csv."""
    found = DECLARED.search(name)
    return found.group(1).lower() if found else None


def other_force(file: InputFile) -> Fault | None:
    """A file that is named for another police force: its searches would count as the Met's."""
    declared = declared_force(file.path.name)
    if declared in (None, MET, CITY):
        return None
    message = f"is named as a file of {quote(declared)}; only '{MET}' and '{CITY}' are loaded. Leave it out."
    return Fault(file.path, message)


def force_of(name: str, *, points: int, in_city: int) -> tuple[str, str | None]:
    """Whose searches a file holds, and what to say about that where it is not plain.

    No column says it. With enough points they decide, whatever the name; between the shares and without enough points
    the name does; without such a name, the points there are.
    """
    share = in_city / points if points else 0.0
    declared = declared_force(name)
    plain = MET if share < MET_SHARE else CITY if share > CITY_SHARE else None
    if points >= ENOUGH_POINTS and plain:
        other = declared is not None and declared != plain
        return plain, f"named for {declared}, but {in_city:,} of {points:,} points lie in the City" if other else None
    if declared in (MET, CITY):
        return declared, None
    guess = CITY if share > CITY_SHARE else MET
    return guess, f"taken as {guess}: {in_city:,} of {points:,} points lie in the City, and the name does not say"


def choose_months(con: duckdb.DuckDBPyConnection) -> None:
    """Keep of each force and month the searches of one file (and what slipped into others); list the rest."""
    con.execute(MONTHS)
    con.execute(REPLACED)
    con.execute(REMOVE)
    con.execute(NOTES)
