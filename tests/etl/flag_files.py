"""Small files in the publisher's two layouts of flagged crime."""

from __future__ import annotations

WIDE_HEADER = "Borough,MajorText,MinorText,201504,201505"
LONG_HEADER = (
    "Month_Year,Area Type,Borough_SNT,Area name,Area code,Crime Type,Crime Subtype,Measure,Financial Year,FY_FYIndex,"
    "Count,Refresh Date"
)
CODES = {"Camden": "E09000007", "Newham": "E09000025"}


def line(
    count: object = 5,
    *,
    month: str = "2023-04-01",
    kind: str = "Borough",
    area: str = "Camden",
    part: str | None = None,
    code: str | None = None,
    flag: str = "Knife Crime,Knife Crime",
    measure: str = "Offences",
    refreshed: str = "2025-08-21",
) -> str:
    """One row of an M1045 file; what is not given is Camden's knife crime of April 2023."""
    place = f"{area},{area if part is None else part},{CODES.get(area, '') if code is None else code}"
    return f"{month},{kind},{place},{flag},{measure},fy23-24,23-24_01,{count},{refreshed}"
