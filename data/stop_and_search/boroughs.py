"""Rows by borough: rates by residents and by recorded offences, each beside London's, and searches by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.catalogue import Catalogue
from data.classes import round_breaks
from data.stop_and_search.figures import NO_RATE, OK, REFERENCE, SUPPRESSED, UNPLACED, Row, per_1000, ratio, tally
from data.stop_and_search.groups import cells
from data.stop_and_search.kept import Kept, Pair
from data.stop_and_search.offences import Offences
from data.stop_and_search.records import NO_BOROUGH
from geo.areas import boroughs as every_borough

Residents = Mapping[str, int]  # area_code -> residents
COMPARED = "black"
PARTS_OF_LONDON = (0.5, 0.75, 1.25, 2.0)  # edges between the classes of the map


def in_month(kept: Kept, area: str, month: date) -> int | None:
    """Searches in a month; None where they are hidden or the month has no borough figures."""
    table = kept.tables.get(("area", "month"))
    if table is None or month in kept.year.unplaced:
        return None
    pair = table.of(area, f"{month:%Y-%m}")
    return None if pair is None else pair[0]


def in_months(kept: Kept, area: str, months: Sequence[date]) -> int | None:
    """Searches in some months together; None where one of them is hidden."""
    found = [in_month(kept, area, month) for month in months]
    return None if not found or None in found else sum(number for number in found if number is not None)


def placed_total(kept: Kept) -> int | None:
    """Searches in the 32 boroughs together, in the months with borough figures."""
    outside = kept.totals["area"].of(NO_BOROUGH)
    return None if kept.total is None or outside is None else kept.total[0] - outside[0]


def bases(kept: Kept, catalogue: Catalogue, offences: Offences) -> list[Row]:
    """The fields of components.stop_and_search.OffenceBase."""
    rows = []
    for id, by_month in offences.items():
        months = tuple(by_month)
        number = int(sum(sum(of.values()) for of in by_month.values()))
        rows.append({
            "measure_id": id, "name": catalogue.measure(id).name, "months": months,
            "is_whole": len(months) == len(kept.year.placed), "offences": number,
            "per_100": _over(100, _searches(kept, months), number),
        })  # fmt: skip
    return rows


def _searches(kept: Kept, months: Sequence[date]) -> int | None:
    """Searches in the 32 boroughs together in some of the months."""
    if len(months) == len(kept.year.placed):
        return placed_total(kept)
    found = [in_months(kept, area.area_code, months) for area in every_borough()]
    return None if None in found else sum(number for number in found if number is not None)


def boroughs(
    kept: Kept, *, by: str, chosen: str | None, residents: Residents, people: Mapping[str, Mapping[str, int]],
    offences: Offences, bases: Sequence[Row],
) -> list[Row]:  # fmt: skip
    """The fields of components.stop_and_search.Borough: the 32 by name, then searches that are in none of them."""
    london = per_1000(placed_total(kept), sum(residents.get(area.area_code, 0) for area in every_borough()))[0]
    rows = []
    for area in every_borough():
        code = area.area_code
        pair = kept.totals["area"].of(code) if kept.year.placed else None
        rate = per_1000(pair and pair[0], residents.get(code))
        rows.append({
            "area_code": code, "area_name": area.area_name, "slug": area.slug, "is_unplaced": False,
            "is_chosen": code == chosen, "tally": tally(pair, SUPPRESSED if kept.year.placed else UNPLACED),
            "residents": residents.get(code), "per_1000": rate[0], "per_1000_lower": rate[1],
            "per_1000_upper": rate[2], "relative": _over(1, rate[0], london),
            "offences": [_per_offence(kept, code, base, offences) for base in bases],
            **_ratio(kept, code, by, people.get(code, {})),
            "by_month": tuple(in_month(kept, code, month) for month in kept.year.months),
        })  # fmt: skip
    return [*rows, _unplaced(kept, len(bases))]


def together(
    kept: Kept, *, by: str, residents: Residents, people: Mapping[str, int], bases: Sequence[Row]
) -> Row | None:  # fmt: skip
    """The 32 boroughs together in the months with borough figures, as one of their rows; None where there are none.

    `people`: London's residents by group. Every number is a shown total less what is shown of no borough.
    """
    if not kept.year.placed:
        return None
    whole = _less(kept.total, kept.totals["area"].of(NO_BOROUGH))
    persons = sum(residents.get(area.area_code, 0) for area in every_borough())
    rate = per_1000(whole and whole[0], persons)
    black, white = (_placed(kept, by, key) for key in (COMPARED, REFERENCE))
    times = ratio(black, people.get(COMPARED), white, people.get(REFERENCE))
    status = SUPPRESSED if black is None or white is None else OK if times[0] is not None else "not_available"
    return {
        "area_code": None, "area_name": "London, 32 boroughs", "slug": None, "is_unplaced": False, "is_chosen": False,
        "tally": tally(whole), "residents": persons or None, "per_1000": rate[0], "per_1000_lower": rate[1],
        "per_1000_upper": rate[2], "relative": _over(1, rate[0], rate[0]),
        "offences": [{"measure_id": base["measure_id"], "offences": base["offences"], "per_100": base["per_100"],
                      "relative": _over(1, base["per_100"], base["per_100"])} for base in bases],
        "ratio": times[0], "ratio_lower": times[1], "ratio_upper": times[2], "ratio_status": status,
        "by_month": tuple(_placed_in(kept, month) for month in kept.year.months),
    }  # fmt: skip


def _placed(kept: Kept, by: str, key: str) -> Pair | None:
    """A group's searches in the 32 boroughs."""
    table = kept.tables.get(("area", by))
    return None if table is None else _less(kept.totals[by].of(key), table.of(NO_BOROUGH, key))


def _placed_in(kept: Kept, month: date) -> int | None:
    """Searches in the 32 boroughs in a month; None where no borough has figures for it."""
    if month in kept.year.unplaced:
        return None
    outside, whole = in_month(kept, NO_BOROUGH, month), kept.totals["month"].of(f"{month:%Y-%m}")
    return None if outside is None or whole is None else whole[0] - outside


def _less(whole: Pair | None, part: Pair | None) -> Pair | None:
    return None if whole is None or part is None else (whole[0] - part[0], whole[1] - part[1])


def map_breaks(london: float | None) -> tuple[float, ...]:
    """Round edges between five classes of the boroughs' rates: about half London's rate, three quarters, five quarters
    and twice. Steps of a rate, for a few boroughs have several times the others'; none without London's rate.
    """
    return round_breaks([london * part for part in PARTS_OF_LONDON], whole=False) if london else ()


def _unplaced(kept: Kept, _: int) -> Row:
    nothing: dict[str, Any] = dict.fromkeys(
        ("area_code", "slug", "residents", "per_1000", "per_1000_lower", "per_1000_upper", "relative", "ratio",
         "ratio_lower", "ratio_upper"))  # fmt: skip
    pair = kept.totals["area"].of(NO_BOROUGH) if kept.year.placed else kept.total
    name = "No borough, or a month without borough figures" if kept.year.unplaced else "No borough"
    return {
        **nothing, "area_name": name, "is_unplaced": True, "is_chosen": False, "tally": tally(pair), "offences": [],
        "ratio_status": UNPLACED, "by_month": tuple(in_month(kept, NO_BOROUGH, month) for month in kept.year.months),
    }  # fmt: skip


def _ratio(kept: Kept, code: str, by: str, people: Mapping[str, int]) -> Row:
    found = cells(kept, code, by) if kept.year.placed else None
    pair, white = (found[0](COMPARED), found[0](REFERENCE)) if found else (None, None)
    times = ratio(pair, people.get(COMPARED), white, people.get(REFERENCE)) if found else NO_RATE
    status = UNPLACED if not kept.year.placed else SUPPRESSED if pair is None or white is None else OK
    if status == OK and times[0] is None:
        status = "not_available"
    return {"ratio": times[0], "ratio_lower": times[1], "ratio_upper": times[2], "ratio_status": status}


def _per_offence(kept: Kept, code: str, base: Row, offences: Offences) -> Row:
    by_month = offences[base["measure_id"]]
    number = int(sum(of[code] for of in by_month.values()))
    whole = kept.totals["area"].of(code)
    searches = (whole and whole[0]) if base["is_whole"] else in_months(kept, code, base["months"])
    rate = _over(100, searches, number)
    return {"measure_id": base["measure_id"], "offences": number, "per_100": rate,
            "relative": _over(1, rate, base["per_100"])}  # fmt: skip


def _over(times: float, number: float | None, base: float | None) -> float | None:
    return times * number / base if number is not None and base else None
