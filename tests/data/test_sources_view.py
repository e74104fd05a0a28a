"""What the Data and methods page reads from an edition that the real loader built from tiny files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import methods_view, revisions_view, sources_view
from data.catalogue import catalogue
from data.export import MODELLED
from data.glossary import glossary, load_glossary, reason_for, revision_reasons
from data.methods_export import COLUMNS, file_name, table_csv
from data.sheet import BYTE_ORDER_MARK
from data.warehouse import Edition, Warehouse
from etl.load import load

HEADER = "MajorText,MinorText,BoroughName,201704,201705,201706"
PERSONAL = "ROBBERY,ROBBERY OF PERSONAL PROPERTY"
OLD = (HEADER, f"{PERSONAL},Camden,10,11,12", f"{PERSONAL},Newham,20,0,22", "BURGLARY,DOMESTIC BURGLARY,Camden,5,6,7")
NEW = (HEADER, f"{PERSONAL},Camden,10,11,9", f"{PERSONAL},Newham,20,0,22",
       "BURGLARY,DOMESTIC BURGLARY,Camden,<b>5</b>,6,7", f"{PERSONAL},Atlantis,1,1,1")  # fmt: skip
ROBBERY = "home_office > Robbery > Robbery of personal property"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """Two releases of the same months: one figure moved, one cannot be read, one place is not known."""
    folder = tmp_path_factory.mktemp("sources")
    for release, lines in (("2017-07", OLD), ("2017-08", NEW)):
        (folder / "raw" / release).mkdir(parents=True)
        (folder / "raw" / release / "crime.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    load([folder / "raw"], editions=folder / "editions")
    with Warehouse(folder / "editions").edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def demonstration(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


def rows_of(edition: Edition, name: str, choice: tuple[str | None, str | None] = (None, None)) -> list[dict[str, str]]:
    batches = methods_view.table(edition, catalogue(), name, choice)
    written = "".join(table_csv(name, batches, edition=edition.facts))
    assert written.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(written.removeprefix(BYTE_ORDER_MARK))))


def crime(edition: Edition) -> dict[str, Any]:
    return next(s for s in sources_view.sources(edition.cursor, catalogue()) if s["dataset"] == "recorded_crime")


def test_a_dataset_adds_up_the_rows_of_its_files(edition: Edition) -> None:
    row = crime(edition)
    assert (row["files"], row["rows_read"], row["rows_loaded"], row["rows_refused"]) == (2, 7, 6, 1)
    assert row["rows_read"] == row["rows_loaded"] + row["rows_left_out_on_purpose"] + row["rows_refused"]
    assert (row["first_month"], row["last_month"]) == (date(2017, 4, 1), date(2017, 6, 1))
    assert row["provisional_from"] == date(2017, 5, 1)


def test_what_was_refused_is_grouped_by_rule_with_examples(edition: Edition) -> None:
    groups = sources_view.refused(edition.cursor)
    values = {example["value"] for group in groups for example in group["examples"]}
    assert {"<b>5</b>", "Atlantis"} <= values
    assert all(group["is_refused"] for group in groups)
    assert [row["value"] for row in sources_view.unknown_names(edition.cursor)] == ["Atlantis"]


def test_a_revised_month_is_the_sum_of_all_areas_then_and_now(edition: Edition) -> None:
    changes = revisions_view.changes(edition.cursor, catalogue())
    moved = next(row for row in changes if row["series"] == ROBBERY)
    assert (moved["month"], moved["first"], moved["now"]) == (date(2017, 6, 1), 34, 31)
    assert (moved["old_release"], moved["new_release"]) == ("2017-07", "2017-08")


def test_each_pair_of_releases_counts_its_figures_and_net_change(edition: Edition) -> None:
    whole = [row for row in revisions_view.releases(edition.cursor, catalogue()) if row["series"] is None]
    series = [row for row in revisions_view.releases(edition.cursor, catalogue()) if row["series"]]
    assert len(whole) == 1
    assert whole[0]["figures"] == sum(row["figures"] for row in series) == len(rows_of(edition, "revisions"))
    assert whole[0]["net_change"] == sum(row["net_change"] for row in series)


def test_the_revisions_file_holds_the_choice_alone(edition: Edition) -> None:
    chosen = rows_of(edition, "revisions", ("recorded_crime", ROBBERY))
    assert [(row["area_name"], row["old_value"], row["new_value"]) for row in chosen] == [("Camden", "12", "9")]
    assert chosen[0]["month"] == "2017-06-01"


def test_the_largest_changes_are_one_of_each_series_or_the_months_of_one() -> None:
    rows = [{"dataset": "d", "series": s, "month": m} for s, m in (("a", 1), ("b", 1), ("a", 2))]
    assert methods_view.largest(rows, None, None) == rows[:2]
    assert methods_view.largest(rows, "d", "a") == [rows[0], rows[2]]


@pytest.mark.parametrize("name", [name for name in COLUMNS if name != "acceptances"])
def test_every_file_has_its_columns_the_edition_and_the_licence(edition: Edition, name: str) -> None:
    found = rows_of(edition, name)
    assert found
    assert list(found[0]) == [*COLUMNS[name], "edition", "data_kind", "licence"]
    assert {row["data_kind"] for row in found} == {"official"}
    assert all(row["licence"] and row["edition"].startswith(edition.facts.edition_id) for row in found)


def test_what_was_accepted_is_a_file_with_finding_and_reason(edition: Edition) -> None:
    assert rows_of(edition, "acceptances") == []
    accepted = [{"dataset": "recorded_crime", "finding": "from 200 to 20", "reason": "counted twice"}]
    written = "".join(table_csv("acceptances", [accepted], edition=edition.facts)).splitlines()
    assert written[1].startswith("recorded_crime,from 200 to 20,counted twice,")


@pytest.mark.parametrize("name", ["sources", "files", "breaks", "measures", "glossary"])
def test_the_file_holds_the_rows_that_the_page_shows(edition: Edition, name: str) -> None:
    shown = methods_view.gathered(edition, catalogue())[name]
    first = {"glossary": "term", "measures": "measure_id", "breaks": "reason", "sources": "name", "files": "file"}[name]
    values = [getattr(row, "term", None) or row[first] for row in shown]
    assert [row[first] for row in rows_of(edition, name)] == values


def test_refused_rows_are_all_in_the_file(edition: Edition) -> None:
    assert len(rows_of(edition, "refused")) == sum(g["entries"] for g in sources_view.refused(edition.cursor))


def test_the_demonstration_marks_every_row_and_file_name(demonstration: Edition) -> None:
    assert {row["data_kind"] for row in rows_of(demonstration, "sources")} == {MODELLED}
    assert file_name("sources", demonstration.facts) == "demonstration-sources.csv"
    assert sum(s["files"] for s in sources_view.sources(demonstration.cursor, catalogue())) == len(
        sources_view.files(demonstration.cursor)
    )


def test_the_restated_april_2018_has_its_reason(official_editions: Path) -> None:
    series = "home_office > Violence against the person > Violence without injury"
    with Warehouse(official_editions).edition() as opened:
        changes = revisions_view.changes(opened.cursor, catalogue())
    row = next(r for r in changes if (r["series"], r["month"]) == (series, date(2018, 4, 1)))
    assert (row["first"], row["now"]) == (10417, 6469)
    assert reason_for("recorded_crime", series, row["new_release"]) is not None


def test_every_reason_is_used_by_a_revision_of_the_publishers_files(official_editions: Path) -> None:
    with Warehouse(official_editions).edition() as opened:
        rows = revisions_view.releases(opened.cursor, catalogue())
    used = {id(reason_for(r["dataset"], r["series"], r["new_release"])) for r in rows if r["series"]}
    assert [reason for reason in revision_reasons() if id(reason) not in used] == []


def test_the_glossary_explains_the_words_of_the_site() -> None:
    terms = " ".join(term.term.lower() for term in glossary())
    for word in ("recorded offence", "notifiable", "bocu", "basic command unit", "home office categories",
                 "provisional", "revision", "rate per 1,000", "confidence interval", "bame", "connect", "ward",
                 "strand", "flagged crime", "measure", "dataset", "source", "edition", "area", "period",
                 "breakdown", "numerator", "denominator",
                 "suppressed", "find rate", "positive outcome", "disproportionality ratio", "expected range",
                 "moving range", "false alarm", "benjamini-hochberg", "over-dispersion", "baseline", "trial limits",
                 "signal"):  # fmt: skip
        assert word in terms


def test_a_long_sentence_in_the_glossary_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "glossary.toml"
    path.write_text(f'[[term]]\nterm = "Word"\nmeaning = "{"word " * 25}end."\n', encoding="utf-8")
    with pytest.raises(ValueError, match="25 words or more"):
        load_glossary(path)
