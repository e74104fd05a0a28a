"""Views of stop and search made by hand: small figures whose answers fit on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from components.map_view import EditionNote
from components.stop_and_search.records import (
    Borough,
    Group,
    Linked,
    Month,
    ObjectGroup,
    OffenceBase,
    Outcome,
    OutcomeCell,
    Period,
    PerOffence,
    PublishedFact,
    PublishedFinding,
    SearchObject,
    Tally,
)
from components.stop_and_search.view import StopAndSearchView
from data.catalogue import catalogue
from data.selection import month_range
from data.selection.stop_and_search import SearchSelection

MONTHS = month_range(date(2017, 4, 1), date(2018, 3, 1))
UNPLACED_MONTHS = MONTHS[-2:]
YEAR = Period(key="2017-18", label="2017/18", months=MONTHS, unplaced=UNPLACED_MONTHS, is_whole=True)
SECRET = 3  # a count that a hidden figure stands for: no page may show it


def tally(searches: int | None, found: int | None = None, **given: Any) -> Tally:
    """A tally whose interval is two points either way; under 100 searches it has no share."""
    if searches is None:
        return Tally(searches=None, found=None, share=None, share_lower=None, share_upper=None, status="suppressed")
    found = searches // 4 if found is None else found
    share = found / searches if searches >= 100 else None
    lower, upper = (None, None) if share is None else (share - 0.02, share + 0.02)
    return Tally(**{"searches": searches, "found": found, "share": share, "share_lower": lower, "share_upper": upper,
                    "status": "ok" if share is not None else "too_few", **given})  # fmt: skip


def group(key: str, name: str, searches: int | None, **given: Any) -> Group:
    """White 1,000 searches of 100,000 residents is 10 per 1,000; no interval where nothing is compared."""
    nothing = dict.fromkeys(
        ("residents", "per_1000", "per_1000_lower", "per_1000_upper", "ratio", "ratio_lower", "ratio_upper",
         "ratio_lowest", "ratio_highest", "gap", "gap_lower", "gap_upper"))  # fmt: skip
    part = None if searches is None else searches / 4000
    return Group(**{"key": key, "name": name, "is_known": True, "tally": tally(searches), "part": part, **nothing,
                    "verdict": "not_available", **given})  # fmt: skip


WHITE = group("white", "White", 1000, residents=100_000, per_1000=10.0, per_1000_lower=9.4, per_1000_upper=10.6,
              ratio=1.0, verdict="reference")  # fmt: skip
BLACK = group("black", "Black", 2000, residents=50_000, per_1000=40.0, per_1000_lower=38.3, per_1000_upper=41.8,
              ratio=4.0, ratio_lower=3.71, ratio_upper=4.31, ratio_lowest=2.9, ratio_highest=5.2, gap=-0.031,
              gap_lower=-0.052, gap_upper=-0.01, verdict="lower")  # fmt: skip
ASIAN = group("asian", "Asian", 500, residents=50_000, per_1000=10.0, per_1000_lower=9.1, per_1000_upper=10.9,
              ratio=1.0, ratio_lower=0.9, ratio_upper=1.11, ratio_lowest=0.7, ratio_highest=2.3, gap=0.004,
              gap_lower=-0.02, gap_upper=0.03, verdict="no_clear_gap")  # fmt: skip
UNKNOWN = group("not-stated", "Not stated", 500, is_known=False)
GROUPS = (WHITE, BLACK, ASIAN, UNKNOWN)


def object_group(key: str, name: str, searches: int | None, **given: Any) -> ObjectGroup:
    nothing = dict.fromkeys(
        ("gap", "gap_lower", "gap_upper", "ratio", "ratio_lower", "ratio_upper", "ratio_lowest",
         "ratio_highest"))  # fmt: skip
    return ObjectGroup(**{"key": key, "name": name, "is_known": True, "tally": tally(searches), **nothing,
                          "verdict": "not_available", "against_all": "no_clear_gap", **given})  # fmt: skip


DRUGS = SearchObject(
    key="drugs", name="Controlled drugs", note="The files do not tell possession from supply.", tally=tally(2400),
    known=tally(2000), groups=(
        object_group("white", "White", 600, ratio=1.0, verdict="reference", against_all="higher"),
        object_group("black", "Black", 1100, tally=tally(1100, 220), ratio=3.7, ratio_lower=3.3, ratio_upper=4.1,
                     ratio_lowest=2.8, ratio_highest=4.9, gap=-0.05, gap_lower=-0.09, gap_upper=-0.01, verdict="lower",
                     against_all="lower"),
        object_group("asian", "Asian", 300, ratio=1.0, verdict="no_clear_gap"),
    ),
)  # fmt: skip
WEAPONS = SearchObject(
    key="weapons", name="Offensive weapons", note="", tally=tally(900), known=tally(900),
    groups=(
        object_group("white", "White", 150, ratio=1.0, verdict="reference"),
        object_group("black", "Black", 700, ratio=9.3, ratio_lower=7.9, ratio_upper=11.1, ratio_lowest=6.0,
                     ratio_highest=12.0, verdict="no_clear_gap"),
        object_group("asian", "Asian", 50, verdict="too_few", against_all="too_few"),
    ),
)  # fmt: skip
OTHER = SearchObject(
    key="other", name="Other objects", note="", tally=tally(150), known=tally(None),
    groups=tuple(object_group(each.key, each.name, None) for each in GROUPS[:3]),
)


def outcome(key: str, name: str, *numbers: int | None, is_possession: bool = False) -> Outcome:
    keys = ("all", "white", "black", "asian")
    cells = [OutcomeCell(group=at, searches=number, part=None if number is None else number / 4000,
                         status="ok" if number is not None else "suppressed")
             for at, number in zip(keys, numbers, strict=False)]  # fmt: skip
    return Outcome(key=key, name=name, note="", is_possession=is_possession, cells=tuple(cells))


OUTCOMES = (
    outcome("none", "No further action", 3000, 750, 1500, 375), outcome("arrest", "Arrest", 700, 200, 400, 80),
    outcome("warning", "Cannabis or khat warning", 300, 50, None, None, is_possession=True),
)  # fmt: skip


def month(when: date, *, is_london: bool = True) -> Month:
    without = when in UNPLACED_MONTHS
    return Month(
        month=when, searches=None if without and not is_london else 40, per_1000=None if without else 0.4,
        status="unplaced" if without and not is_london else "ok", london=12_000 + when.month, london_found=3000,
        london_share=0.25, london_per_1000=1.3, no_borough=11_400 if without else 1080,
        no_borough_share=0.95 if without else 0.09,
    )  # fmt: skip


def borough(code: str | None, name: str, slug: str | None, per_1000: float | None, **given: Any) -> Borough:
    searches = None if per_1000 is None else int(per_1000 * 200)
    by = {"measure_id": "drug-offences", "offences": 100}
    rate = None if per_1000 is None else per_1000 * 30
    return Borough(**{
        "area_code": code, "area_name": name, "slug": slug, "is_unplaced": False, "is_chosen": False,
        "tally": tally(searches), "residents": 200_000, "per_1000": per_1000,
        "per_1000_lower": per_1000 and per_1000 * 0.9, "per_1000_upper": per_1000 and per_1000 * 1.1,
        "relative": per_1000 and per_1000 / 10,
        "offences": (PerOffence(**by, per_100=rate, relative=rate and rate / 300),),
        "ratio": 3.0, "ratio_lower": 2.5, "ratio_upper": 3.6, "ratio_status": "ok",
        "by_month": (40,) * 10 + (None,) * 2, **given,
    })  # fmt: skip


CAMDEN = borough("E09000007", "Camden", "camden", 20.0)
BARNET = borough("E09000003", "Barnet", "barnet", 4.0)
HIDDEN = borough("E09000027", "Richmond upon Thames", "richmond-upon-thames", None, ratio=None, ratio_lower=None,
                 ratio_upper=None, ratio_status="suppressed", by_month=(None,) * 12)  # fmt: skip
NOWHERE = borough(None, "No borough", None, None, is_unplaced=True, tally=tally(600),
                  residents=None, offences=(), ratio=None, ratio_lower=None, ratio_upper=None, ratio_status="unplaced",
                  by_month=(50,) * 12)  # fmt: skip
LONDON = borough("E12000007", "London, 32 boroughs", None, 10.0)
FACT = PublishedFact(
    key="body-worn-video", document="peel-2018-19", title="PEEL 2018/19", publisher="HMICFRS", section="Treating",
    row_label="Searches with body-worn video footage", column_label="Share", value=88.0, unit="%", period_start=None,
    period_end=None, note="as printed: some 88",
)  # fmt: skip
FINDING = PublishedFinding(
    document="peel-2018-19", title="PEEL 2018/19", publisher="HMICFRS", section="Treating",
    subject="Find rates by ethnicity and type of search", finding="missing", description="Not shown for each type",
)  # fmt: skip


def made(**given: Any) -> StopAndSearchView:
    """London in 2017/18 as the persons described themselves; fields replaced by `given`."""
    view = StopAndSearchView(
        catalogue=catalogue(), selection=SearchSelection("2017-18"), corrections=(), has_searches=True,
        edition=EditionNote("e-1", False, date(2018, 3, 1), date(2018, 5, 9), "Metropolitan Police Service"),
        periods=(YEAR,), period=YEAR, area_code="E12000007", area_name="London", is_london=True, total=tally(4000),
        london=tally(4000), per_1000=20.0, per_1000_lower=19.4, per_1000_upper=20.6, residents=200_000,
        all_residents_year=2018, months=tuple(month(each) for each in MONTHS), groups=GROUPS, london_groups=GROUPS,
        ages=(group("under-18", "Under 18", 900), group("over-34", "Over 34", 1100)),
        genders=(group("male", "Male", 3700), group("female", "Female", 300)), unknown=500, unknown_share=0.125,
        unknown_share_other=0.011, residents_basis="Census 2021", residents_year=2021, mixed_residents=10_000,
        mixed_share=0.05, mixed_effect={"black": 3.3}, objects=(DRUGS, WEAPONS, OTHER), area_objects=(),
        outcomes=OUTCOMES, linked=Linked(status="blank", linked=None, not_linked=None, blank=None),
        boroughs=(CAMDEN, BARNET, HIDDEN, NOWHERE), london_placed=LONDON, map_breaks=(5.0, 10.0, 15.0, 20.0),
        offence_bases=(OffenceBase(measure_id="drug-offences", name="Drug offences", months=YEAR.placed,
                                   is_whole=True, offences=3000, per_100=300.0),),
        offence="drug-offences", unplaced_limit=0.25, blank_months={}, city_searches=120, no_outcome=0, hidden=6,
        withheld_tables=(), published=(FACT,), findings=(FINDING,),
    )  # fmt: skip
    return replace(view, **given)


def in_camden(**given: Any) -> StopAndSearchView:
    """The same in Camden, which has no figures for February and March 2018."""
    view = made(
        selection=SearchSelection("2017-18", area="camden"), area_code="E09000007", area_name="Camden",
        is_london=False, boroughs=(replace(CAMDEN, is_chosen=True), BARNET, HIDDEN, NOWHERE),
        months=tuple(month(each, is_london=False) for each in MONTHS),
    )  # fmt: skip
    return replace(view, **given)
