"""(cursor, what is asked) -> plain rows about the wards of a borough; every value is a bound parameter.

The publisher's ward files list a category for a ward only where at least one offence of their 24 months was recorded
there: no row of them is all noughts. So a ward that a month lists at all counts 0 in a category it leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import duckdb

from data.catalogue import Measure
from data.periods import Window
from data.wards.months import Sets

Cursor = duckdb.DuckDBPyConnection
TAXONOMY = "home_office"  # the only one that ward files are in
AIRPORTS = "other-airports"
Key = tuple[str, str, str]  # taxonomy, major, minor

MONTH_SETS = f"""
SELECT borough_code, month, list(DISTINCT generation) FROM (
    SELECT DISTINCT borough_code, month, area_code FROM recorded_crime_ward WHERE taxonomy = '{TAXONOMY}'
) JOIN area USING (area_code) GROUP BY ALL
"""
LISTED = "SELECT DISTINCT taxonomy, major, minor, month FROM recorded_crime_ward"
WARDS = """
SELECT area_code, area_name FROM area
WHERE area_type = 'ward' AND parent_code = ? AND list_has_all(string_split(generation, ' and '), ?)
ORDER BY area_name, area_code
"""
COUNTS = """
SELECT area_code, CAST(CASE WHEN NOT coalesce(bool_or(offences IS NULL) FILTER ({where}), false)
                            THEN coalesce(sum(offences) FILTER ({where}), 0) END AS BIGINT)
FROM recorded_crime_ward WHERE borough_code = ? AND month BETWEEN ? AND ? AND taxonomy = ?
GROUP BY area_code HAVING count(DISTINCT month) = ?
"""
BOROUGH = """
SELECT CAST(CASE WHEN count(DISTINCT month) = ? AND NOT bool_or(offences IS NULL) THEN sum(offences) END AS BIGINT)
FROM recorded_crime WHERE {where} AND area_code = ? AND month BETWEEN ? AND ?
"""
RELEASE = "SELECT max(edition) FROM source WHERE dataset = ? AND first_month <= ? AND last_month >= ?"
# Named as in the tables: the boundary file has older names of some wards.
BOUNDARIES = """
SELECT b.area_code, coalesce(a.area_name, b.area_name), geojson
FROM ward_boundary b LEFT JOIN area a USING (area_code) WHERE borough_code = ? ORDER BY b.area_code
"""


def month_sets(cursor: Cursor) -> dict[str, dict[date, Sets]]:
    """Of each borough and month with ward figures: the sets that all its wards belong to."""
    found: dict[str, dict[date, Sets]] = {}
    for borough, month, generations in cursor.execute(MONTH_SETS).fetchall():
        sets = [frozenset(str(each).split(" and ")) for each in generations]
        found.setdefault(borough, {})[month] = frozenset.intersection(*sets)
    return found


def listed_months(cursor: Cursor) -> dict[Key, set[date]]:
    """The months in which ward files list a category for any ward at all."""
    found: dict[Key, set[date]] = {}
    for taxonomy, major, minor, month in cursor.execute(LISTED).fetchall():
        found.setdefault((taxonomy, major, minor), set()).add(month)
    return found


def months_of(measure: Measure, listed: Mapping[Key, set[date]]) -> set[date]:
    """The months in which ward files list any of a measure's categories."""
    return {month for key, months in listed.items() if _is_of(measure, key) for month in months}


def _is_of(measure: Measure, key: Key) -> bool:
    row = dict(zip(("taxonomy", "major", "minor"), key, strict=True))
    return any(all(row[column] == value for column, value in keys.items()) for keys in measure.select)


def wards(cursor: Cursor, borough_code: str, sets: Sets) -> list[tuple[str, str]]:
    """Code and name of the borough's wards that belong to all of `sets`, by name."""
    found: list[tuple[str, str]] = cursor.execute(WARDS, [borough_code, sorted(sets)]).fetchall()
    return found


def counts(cursor: Cursor, measure: Measure, borough_code: str, window: Window) -> dict[str, int | None]:
    """Offences of each ward that every month of the period lists; None where one of its figures was refused."""
    where, values = _where(measure)
    query = COUNTS.format(where=f"WHERE {where}")
    asked = [*values, *values, borough_code, window.start, window.end, TAXONOMY, window.span.months]
    return dict(cursor.execute(query, asked).fetchall())


def borough_count(cursor: Cursor, measure: Measure, area_code: str, window: Window) -> int | None:
    """Offences of a place in the borough files; None unless every month of the period has a figure."""
    where, values = _where(measure)
    asked = [window.span.months, *values, area_code, window.start, window.end]
    row = cursor.execute(BOROUGH.format(where=where), asked).fetchone()
    return row[0] if row else None


def borough_categories(cursor: Cursor, measure: Measure, area_code: str, window: Window) -> list[Key]:
    """The measure's categories in which the borough files count any offence in the period, by name."""
    where, values = _where(measure)
    query = f"""
        SELECT DISTINCT taxonomy, major, minor FROM recorded_crime
        WHERE {where} AND area_code = ? AND month BETWEEN ? AND ? AND offences > 0 ORDER BY minor"""
    found: list[Key] = cursor.execute(query, [*values, area_code, window.start, window.end]).fetchall()
    return found


def release(cursor: Cursor, dataset: str, window: Window) -> str:
    """The newest of the publisher's releases, YYYY-MM, that has months of the period; '' where none says."""
    row = cursor.execute(RELEASE, [dataset, window.end, window.start]).fetchone()
    return str(row[0]) if row and row[0] else ""


def boundaries(cursor: Cursor, borough_code: str) -> list[tuple[str, str, str]]:
    """Code, name and GeoJSON of each of the borough's ward boundaries."""
    found: list[tuple[str, str, str]] = cursor.execute(BOUNDARIES, [borough_code]).fetchall()
    return found


def last_ward_month(cursor: Cursor) -> date | None:
    """The latest month with ward figures."""
    row = cursor.execute("SELECT max(month) FROM recorded_crime_ward").fetchone()
    return row[0] if row else None


def _where(measure: Measure) -> tuple[str, list[str]]:
    parts = [" AND ".join(f"{column} = ?" for column in keys) for keys in measure.select]
    values = [value for keys in measure.select for value in keys.values()]
    return "(" + " OR ".join(f"({part})" for part in parts) + ")", values
