"""How far wards fall short of their borough: for information, for they never add up to it.

Offences without an exact place are in a borough and in no ward: 1 to 3% when both files are of one release. When the
borough's figures are of a later release, it may have been restated below the wards.
"""

from __future__ import annotations

import duckdb

USUAL_PCT = (0.0, 5.0)  # by how much wards may fall short of their borough without a remark

# The airports are a place of their own in borough files, and Heathrow a ward of Hillingdon in ward files.
SHORTFALL = """
WITH ward AS (
    SELECT borough_code AS area_code, month, taxonomy, sum(offences) AS offences FROM recorded_crime_ward GROUP BY ALL
), borough AS (
    SELECT CASE area_code WHEN 'other-airports' THEN 'E09000017' ELSE area_code END AS area_code, month, taxonomy,
           sum(offences) AS offences FROM recorded_crime GROUP BY ALL
), from_file AS (
    SELECT month, arg_max(source_id, (edition, source_id)) AS source_id
    FROM (SELECT DISTINCT month FROM ward) JOIN source s ON month BETWEEN s.first_month AND s.last_month
    WHERE s.dataset = 'recorded_crime_ward' GROUP BY ALL
)
SELECT source_id, area_name, 100 * (1 - sum(ward.offences) / sum(borough.offences)) AS short_pct
FROM ward JOIN borough USING (area_code, month, taxonomy) JOIN from_file USING (month)
JOIN area USING (area_code)
GROUP BY ALL HAVING sum(borough.offences) > 0
ORDER BY source_id, area_name
"""


def compare_wards(con: duckdb.DuckDBPyConnection) -> list[str]:
    """A sentence for each file of wards whose months the boroughs have too."""
    by_file: dict[int, dict[str, float]] = {}
    for source_id, area, short_pct in con.execute(SHORTFALL).fetchall():
        by_file.setdefault(source_id, {})[area] = round(short_pct, 1) + 0.0  # never -0.0
    names = dict(con.execute("SELECT source_id, name || ' (' || edition || ')' FROM source").fetchall())
    return [_sentence(names[source_id], short) for source_id, short in by_file.items()]


def _sentence(name: str, short: dict[str, float]) -> str:
    unusual = [f"{area} {pct:.1f}%" for area, pct in short.items() if not USUAL_PCT[0] <= pct <= USUAL_PCT[1]]
    said = f"{name}: wards fall short of their borough by {min(short.values()):.1f}% to {max(short.values()):.1f}%"
    usual = f"{USUAL_PCT[0]:g} to {USUAL_PCT[1]:g}%"
    return f"{said}; not within {usual}: {', '.join(unusual)}." if unusual else f"{said}, which is usual ({usual})."
