"""What a topic's page gathers, held against the edition's own tables and against what was printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.catalogue import Break, catalogue
from data.export import MODELLED, PARTLY_MODELLED, PUBLISHED
from data.topics import topic
from data.topics.export import topic_sheet
from data.topics.printed import recorded_in
from data.topics.view import gathered
from data.warehouse import Warehouse
from geo.areas import LONDON_CODE

JUNE = {"to": "2017-06"}


def of(editions: Path, name: str = "hate-crime", **params: str) -> dict[str, Any]:
    with Warehouse(editions).edition() as edition:
        return gathered(edition, catalogue(), topic(name), params)


def rows(editions: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    with Warehouse(editions).edition() as edition:
        return edition.cursor.execute(query, list(values)).fetchall()


def printed(found: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["row_label"], row["column_label"]): row for row in found["printed"]}


def counts(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["measure_id"]: row for group in found["groups"] for row in group["counts"]}


@pytest.mark.parametrize("area", ["", "camden"])
def test_rows_are_those_the_load_has_judged(demonstration_editions: Path, area: str) -> None:
    found = of(demonstration_editions, area=area, **JUNE)
    query = "SELECT measure_id, offences_12m FROM monthly_signal WHERE area_code = ? AND month = DATE '2017-06-01'"
    held = dict(rows(demonstration_editions, query, found["area_code"]))
    assert len(counts(found)) == 8
    assert all(row["offences_12m"] == held[each] for each, row in counts(found).items())
    assert (found["area_code"] == LONDON_CODE) == (area == "")


def test_a_measure_that_the_edition_lacks_is_named_and_not_made_up(demonstration_editions: Path) -> None:
    strands = of(demonstration_editions, **JUNE)["groups"][0]
    assert [(each["name"], each["span"]) for each in strands["without"]] == [
        ("Hate crime", None), ("Racist hate crime", None)]  # fmt: skip


def test_the_map_is_of_the_chosen_measure_and_its_areas_add_up_to_london(demonstration_editions: Path) -> None:
    held = of(demonstration_editions, measure="faith-hate-crime", **JUNE)["map"]["boroughs"].frame
    parts = held[held["area_code"] != LONDON_CODE]["offences"].sum()
    (whole,) = rows(demonstration_editions, "SELECT sum(offences) FROM hate_crime WHERE strand = 'Faith' "
                    "AND month BETWEEN DATE '2016-07-01' AND DATE '2017-06-01'")[0]  # fmt: skip
    assert parts == held[held["area_code"] == LONDON_CODE]["offences"].item() == whole


def test_only_events_that_belong_beside_a_measure_stand_there(demonstration_editions: Path) -> None:
    racist = of(demonstration_editions, **JUNE)
    names = {event["name"] for event in racist["trends"]["events"]}
    assert {"EU referendum", "Finsbury Park attack", "Attacks in Paris"} <= names
    assert "Disability Hate Crime Matters" not in names
    disability = {event["name"] for event in of(demonstration_editions, measure="disability-hate-crime", **JUNE)
                  ["trends"]["events"]}  # fmt: skip
    assert "Disability Hate Crime Matters" in disability and "Finsbury Park attack" not in disability
    assert "Finsbury Park attack" not in racist["beside"]["homophobic-hate-crime"]


def test_demonstration_records_are_as_printed_where_they_were_made_to_match(demonstration_editions: Path) -> None:
    found = printed(of(demonstration_editions, "safeguarding", **JUNE))
    assert found["Domestic abuse", "Q1 2017/18"]["recorded"] == found["Domestic abuse", "Q1 2017/18"]["value"] == 19989
    twelve = printed(of(demonstration_editions, **JUNE))["Transgender Hate Crime", "July 2016 - June 2017"]
    assert (twelve["value"], twelve["recorded"], twelve["difference_pct"], twelve["note"]) == (203, 203, 0, None)


def test_a_difference_is_of_what_was_printed(demonstration_editions: Path) -> None:
    rape = printed(of(demonstration_editions, "safeguarding", **JUNE))["Rape", "Year to November 2015"]
    assert rape["value"] == 5420 and rape["recorded"] != 5420
    assert rape["difference_pct"] == pytest.approx((rape["recorded"] / 5420 - 1) * 100)


@pytest.mark.parametrize(("start", "end", "is_known"), [
    (date(2014, 4, 1), date(2014, 12, 31), True), (date(2014, 3, 1), date(2014, 12, 31), False),
    (date(2014, 4, 2), date(2014, 12, 31), False), (None, date(2014, 12, 31), False),
])  # fmt: skip
def test_a_period_is_recorded_only_where_the_edition_has_every_month_of_it(
    demonstration_editions: Path, start: date | None, end: date, is_known: bool
) -> None:
    """The demonstration begins in April 2014."""
    measure = catalogue().measure("faith-hate-crime")
    with Warehouse(demonstration_editions).edition() as edition:
        found = recorded_in(edition, measure, start, end)
        broken = measure.model_copy(update={"breaks": (Break(month="2014-09", reason="It is kept in another way."),)})  # type: ignore[arg-type]
        assert recorded_in(edition, broken, start, end) is None
    ((whole,),) = rows(demonstration_editions, "SELECT sum(offences) FROM hate_crime WHERE strand = 'Faith' "
                       "AND month BETWEEN DATE '2014-04-01' AND DATE '2014-12-31'")  # fmt: skip
    assert found == (whole if is_known else None)


def test_a_measure_that_the_edition_lacks_has_no_record(demonstration_editions: Path) -> None:
    found = printed(of(demonstration_editions, **JUNE))
    assert found["Total", "2016"]["recorded"] is None and found["Total", "2016"]["begins"] is None
    assert found["Faith", "2016"]["recorded"] is not None
    assert found["Sanction detections", "Cases a year"]["recorded"] is None


def test_the_file_has_a_line_for_everything_shown(demonstration_editions: Path) -> None:
    found = of(demonstration_editions, measure="faith-hate-crime", months="60", **JUNE)
    lines = pd.DataFrame(topic_sheet(found).rows)
    kinds = lines["kind"].value_counts().to_dict()
    months = len(found["trends"]["months"])
    assert kinds == {"measure": 8, "area, on the map": len(found["map"]["boroughs"].frame), "month": 7 * months,
                     "printed, beside what is recorded now": 29}  # fmt: skip
    faith = lines[(lines["kind"] == "measure") & (lines["measure_id"] == "faith-hate-crime")].iloc[0]
    london = lines[(lines["kind"] == "area, on the map") & (lines["area_code"] == LONDON_CODE)].iloc[0]
    assert faith["value"] == london["value"]
    assert (faith["period_start"], faith["period_end"]) == ("2016-07-01", "2017-06-30")
    beside = lines["kind"] == "printed, beside what is recorded now"
    assert set(lines[~beside]["data_kind"]) == {MODELLED}
    has_recorded = ~lines["value"].isin(["[x]", "[z]"])
    assert set(lines[beside & has_recorded]["data_kind"]) == {PARTLY_MODELLED}
    assert set(lines[beside & ~has_recorded]["data_kind"]) == {PUBLISHED}
    assert not lines[["kind", "status", "source", "edition"]].isna().any().any()
    borough = pd.DataFrame(topic_sheet(of(demonstration_editions, "safeguarding", area="camden", **JUNE)).rows)
    assert "published figure" not in set(borough["kind"])  # they are of London


# --- the publishers' files ---------------------------------------------------------------------------------------


def test_official_records_give_the_printed_figures_again(whole_official_editions: Path) -> None:
    found = of(whole_official_editions, **JUNE)
    gaps = [abs(row["difference_pct"]) for row in found["printed"] if row["difference_pct"] is not None]
    assert len(gaps) == 23 and max(gaps) < 4
    july = printed(found)["Racist and religious hate crime", "July 2016"]
    assert july["value"] == july["recorded"] == 2141
    assert printed(found)["Total", "2016"]["begins"].isoformat() == "2021-08-01"
    assert {row["words"] for row in found["indicators"]} >= {"Satisfaction of hate crime victims"}


def test_official_strands_are_not_compared_across_march_2024(whole_official_editions: Path) -> None:
    found = of(whole_official_editions)
    assert found["selection"].asked.isoformat() == "2025-05-01"
    strands = found["groups"][0]["counts"]
    assert len(strands) == 9 and {row["change_verdict"] for row in strands} == {"not_comparable"}
    assert {row["change_pct"] for row in strands} == {None} and {row["signal"] for row in strands} == {"not_comparable"}
    assert set(found["map"]["boroughs"].frame["change_status"]) <= {"not_comparable", "not_available"}
    # The 12 months to May 2024 hold the break, so they have no total beside those to May 2025.
    assert found["map"]["boroughs"].frame["offences_before"].isna().all()


def test_official_months_of_both_sides_of_the_break_are_never_added_up(whole_official_editions: Path) -> None:
    found = of(whole_official_editions, to="2024-08")
    held = found["map"]["boroughs"].frame.set_index("area_code")
    assert found["split"].month.isoformat() == "2024-03-01"
    assert held[["offences", "rate", "value", "rank", "change"]].isna().all().all()
    assert set(held["status"]) == {"not_comparable"}
    assert held.loc[LONDON_CODE, "offences_before"] > 20000  # the 12 months to August 2023 hold no break
    alone = of(whole_official_editions, to="2024-08", span="month")
    assert alone["split"] is None and alone["map"]["boroughs"].frame["offences"].notna().sum() > 30


def test_official_gap_of_june_and_july_2021_is_a_gap(whole_official_editions: Path) -> None:
    found = of(whole_official_editions, to="2022-05", measure="faith-hate-crime")
    months = {f"{row.end:%Y-%m}": row.offences for row in found["trends"]["series"][0]["rows"]}
    assert months["2021-06"] is months["2021-07"] is None and months["2021-05"] and months["2021-08"]
    assert counts(found)["faith-hate-crime"]["offences_12m"] is None
