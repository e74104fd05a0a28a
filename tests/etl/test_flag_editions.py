"""Two rows, or two files, for one figure of flagged crime: which is kept, and what is said of the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from etl import flag_editions
from etl.faults import LoadError
from tests.etl.conftest import Loaded
from tests.etl.flag_files import LONG_HEADER, WIDE_HEADER, line

Write = Callable[..., Path]
Load = Callable[[], Loaded]
APRIL, MAY = date(2023, 4, 1), date(2023, 5, 1)
FLAGGED = "SELECT flag, month, offences FROM flagged_crime ORDER BY ALL"
REFUSED = "SELECT line, value, rule, offences FROM rejected_row ORDER BY line"
REVISED = "SELECT dataset, area_code, month, series, old_value, new_value, old_source_id, new_source_id FROM revision"
KNIFE, GUN = "Knife Crime,Knife Crime", "Gun Crime,Gun Crime"


def test_parts_of_other_or_not_known_are_added_up_and_said(write: Write, loaded: Load) -> None:
    parts = [line(n, area="Other / NK", part=p) for n, p in ((4, ""), (5, "N/K (Legacy Only)"), (6, "Unknown"))]
    write("a.csv", LONG_HEADER, *parts)
    edition = loaded()
    assert edition.rows("SELECT area_code, offences FROM flagged_crime") == [("other-unknown", 15)]
    assert edition.rows("SELECT rows_loaded, note FROM source") == [
        (3, "refreshed 2025-08-21; rows added up by area name: 3, into figures: 1")
    ]


def test_a_second_row_for_a_boroughs_figure_is_refused_not_added(write: Write, loaded: Load) -> None:
    write("a.csv", LONG_HEADER, line(4), line(5), line(6, part="Camden Town"))
    edition = loaded()
    assert edition.rows(FLAGGED) == [("Knife crime", APRIL, 4)]
    rule = "second row for this area, month and flag in the file; line 2 was kept"
    value = "Knife Crime / Knife Crime"
    assert edition.rows(REFUSED) == [(3, value, rule, 5), (4, value, rule, 6)]


def test_the_same_part_twice_is_refused_not_added(write: Write, loaded: Load) -> None:
    write("a.csv", LONG_HEADER, *[line(4, area="Other / NK", part="Unknown")] * 2)
    edition = loaded()
    assert edition.rows(FLAGGED) == [("Knife crime", APRIL, 4)]
    assert edition.rows("SELECT rows_loaded, rows_rejected FROM source") == [(1, 1)]


def test_of_two_refresh_dates_in_one_file_the_later_is_kept_and_the_other_listed(write: Write, loaded: Load) -> None:
    old, new = {"refreshed": "2025-08-02"}, {"refreshed": "2025-08-21"}
    write("a.csv", LONG_HEADER, line(4, **old), line(7, **new), line(3, flag=GUN, **new), line(9, flag=GUN, **old))
    edition = loaded()
    assert edition.rows(FLAGGED) == [("Gun crime", APRIL, 3), ("Knife crime", APRIL, 7)]
    assert edition.rows(REFUSED) == [
        (2, "Knife Crime / Knife Crime", "refreshed on 2025-08-21 by line 3, which was kept", 4),
        (5, "Gun Crime / Gun Crime", "refreshed on 2025-08-21 by line 4, which was kept", 9),
    ]


def test_a_flag_under_two_parents_is_one_flag_and_counted_once(write: Write, loaded: Load) -> None:
    own, parents = "Lethal Barrel Discharge,Lethal Barrel Discharge", "Gun Crime,Lethal Barrel Discharge"
    write("a.csv", LONG_HEADER, line(2, flag=own), line(2, flag=parents), line(3, flag=parents, month="2023-05-01"))
    edition = loaded()
    assert edition.rows(FLAGGED) == [("Lethal barrelled discharge", APRIL, 2), ("Lethal barrelled discharge", MAY, 3)]
    assert edition.rows("SELECT line FROM rejected_row") == [(3,)]


def test_a_second_row_for_an_area_and_flag_of_a_wide_file_is_refused(write: Write, loaded: Load) -> None:
    write("a.csv", WIDE_HEADER, "Camden,Special,Knife Crime,3,4", "camden,SPECIAL,Knife  crime,5,6")
    edition = loaded()
    assert edition.rows("SELECT sum(offences) FROM flagged_crime") == [(7,)]
    assert edition.rows("SELECT line, rule FROM rejected_row") == [
        (3, "second row for this area and flag in the file; line 2 was kept")
    ]


def test_a_newer_file_replaces_the_flags_it_holds_and_no_other(write: Write, loaded: Load) -> None:
    months = ((4, "2023-04-01"), (5, "2023-05-01"))
    write("2025-08/all.csv", LONG_HEADER, *(line(n, month=m, flag=f) for n, m in months for f in (KNIFE, GUN)))
    write("2026-03/knives.csv", LONG_HEADER, line(8, month="2023-05-01", refreshed="2026-03-18"))
    edition = loaded()
    assert edition.rows(FLAGGED) == [("Gun crime", APRIL, 4), ("Gun crime", MAY, 5),
                                     ("Knife crime", APRIL, 4), ("Knife crime", MAY, 8)]  # fmt: skip
    assert edition.rows(REVISED) == [("flagged_crime", "E09000007", MAY, "Knife crime", 5, 8, 1, 2)]


def test_a_month_in_which_the_newer_file_lists_none_is_none_there_too(write: Write, loaded: Load) -> None:
    """Zeros are left out, so a gap between a flag's first and last month is covered, not older news."""
    racist = {"flag": "Hate crime,Racist Crime"}
    write("2025-08/a.csv", LONG_HEADER, line(4, **racist), line(5, month="2023-05-01", **racist))
    ends = [line(1, month=m, refreshed="2026-03-18", **racist) for m in ("2023-04-01", "2023-06-01")]
    write("2026-03/b.csv", LONG_HEADER, *ends)
    edition = loaded()
    assert edition.rows("SELECT month, offences FROM hate_crime") == [(APRIL, 1), (date(2023, 6, 1), 1)]
    assert edition.rows(REVISED) == [
        ("hate_crime", "E09000007", APRIL, "Racist", 4, 1, 1, 2),
        ("hate_crime", "E09000007", MAY, "Racist", 5, None, 1, 2),
    ]


def test_of_two_files_of_one_release_the_later_refresh_wins(write: Write, loaded: Load) -> None:
    write("2025-08/a.csv", LONG_HEADER, line(4, refreshed="2025-08-21"))
    write("2025-08/b.csv", LONG_HEADER, line(5, refreshed="2025-08-02"))
    assert loaded().rows(FLAGGED) == [("Knife crime", APRIL, 4)]


def test_two_files_of_one_release_may_say_the_same(write: Write, loaded: Load) -> None:
    write("2025-08/a.csv", LONG_HEADER, line(4), line(9, flag=GUN))
    write("2025-08/b.csv", LONG_HEADER, line(4))
    assert loaded().rows("SELECT sum(offences) FROM flagged_crime") == [(13,)]


def test_two_files_of_one_release_that_differ_stop_the_load(write: Write, loaded: Load) -> None:
    write("2025-08/a.csv", LONG_HEADER, line(4))
    write("2025-08/b.csv", LONG_HEADER, line(5))
    with pytest.raises(
        LoadError, match=r"'a.csv' and 'b.csv' both belong to the release 2025-08 and both cover April 2023 \(Knife"
    ):
        loaded()


def test_revisions_that_do_not_explain_the_change_stop_the_publication(
    write: Write, loaded: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flag_editions, "REVISIONS", flag_editions.REVISIONS.replace("ORDER BY ALL", "LIMIT 0"))
    write("2025-08/a.csv", LONG_HEADER, line(4))
    write("2026-03/b.csv", LONG_HEADER, line(5))
    with pytest.raises(LoadError, match=r"2023-04 \(Knife crime\): the revisions do not explain"):
        loaded()
