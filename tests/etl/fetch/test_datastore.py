"""Which resource of a dataset is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.datastore import Resource, choose, read_resources
from etl.fetch.faults import FetchFault
from etl.fetch.outcome import What
from etl.fetch.wanted import DEFAULT, WantedFile, read_wanted
from tests.etl.fetch.conftest import CSV, FILE, LANDED, TITLE, Fetcher
from tests.etl.fetch.server import Answer, Site

BOROUGH = WantedFile(title="borough.level.crime", unless="histor")


def resource(title: str, released: datetime | None = None, *, format: str = "csv", url: str = "") -> Resource:
    return Resource(title, url or f"https://x/{title}", format, released)


def test_resources_keyed_by_id_behind_the_redirect_to_version_2_are_read(
    site: Site, published: Callable[..., str], fetcher: Fetcher
) -> None:
    published()
    assert fetcher.one().what == What.FETCHED
    assert fetcher.files == [LANDED]
    assert (fetcher.into / LANDED).read_bytes() == CSV


def test_resources_as_a_list_under_result_are_read_where_the_first_shape_is_not_there(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.file(FILE, CSV)
    site.ckan("exy3m", [{"id": "abc", "name": TITLE, "format": "CSV", "url": url, "created": "2026-07-09T08:00:00Z"}])
    assert fetcher.one().what == What.FETCHED
    assert fetcher.files == [LANDED]


def test_the_newest_release_is_taken_and_lies_under_its_month(site: Site, fetcher: Fetcher) -> None:
    old = {"title": TITLE, "format": "csv", "url": site.file("/old/a.csv", b"a\n1\n"), "check_timestamp": "2026-05-08"}
    new = {"title": TITLE, "format": "csv", "url": site.file("/new/a.csv", b"a\n2\n"), "check_timestamp": "2026-06-08"}
    site.datastore("exy3m", {"x": new, "y": old})
    assert fetcher.one().release == "2026-06"
    assert (fetcher.into / "recorded-crime/2026-06/a.csv").read_bytes() == b"a\n2\n"


def test_an_address_in_the_closed_store_is_asked_for_at_the_datastores_own() -> None:
    store = "https://airdrive-secure.s3-eu-west-1.amazonaws.com/london/dataset/police-force-strength/2024-08-28T16%3A15"
    url = f"{store}/Police_Force_Strength.csv"
    entry = {"id": "e442", "name": "Police force strength", "format": "csv", "url": url}
    answer = {"result": {"name": "police-force-strength", "resources": [entry]}}
    (found,) = read_resources(answer, base="https://data.london.gov.uk")
    assert found.url == "https://data.london.gov.uk/download/police-force-strength/e442/Police_Force_Strength.csv"


def test_when_no_title_fits_the_fault_names_those_there_are(
    site: Site, listed: Callable[..., None], fetcher: Fetcher
) -> None:
    listed(f"{site.url}/w.csv", title="Ward Level Crime")
    outcome = fetcher.one()
    assert outcome.what == What.FAILED
    assert "'Ward Level Crime' (csv)" in outcome.why


@pytest.mark.parametrize("answer", [{"success": False}, {"resources": "none"}, [], {"resources": {}}, 7])
def test_an_answer_of_another_form_is_a_fault(answer: object) -> None:
    with pytest.raises(FetchFault, match="resources|lists no files"):
        read_resources(answer, base="https://x")


def test_an_api_that_answers_with_a_page_is_said_to(site: Site, fetcher: Fetcher) -> None:
    site.answer("/api/dataset/exy3m", Answer(headers={"Content-Type": "text/html"}, body=b"<html>Moved</html>"))
    assert "no JSON but 'text/html'" in fetcher.one().why


dates = st.none() | st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
titles = st.sampled_from([TITLE, "Borough level crime", "MPS Borough Level Crime (Historical)", "MPS Ward Level Crime"])
resources = st.lists(
    st.builds(
        resource,
        titles,
        dates,
        format=st.sampled_from(["csv", "xlsx"]),
        url=st.sampled_from(["https://x/a", "https://x/b"]),
    ),
    max_size=8,
)


@given(resources, st.randoms(use_true_random=False))
def test_the_newest_resource_that_fits_wins_in_whatever_order(found: list[Resource], random: object) -> None:
    fitting = [r for r in found if r.format == "csv" and r.title in (TITLE, "Borough level crime")]
    shuffled = sorted(found, key=lambda _: random.random())  # type: ignore[attr-defined]
    if not fitting:
        with pytest.raises(FetchFault):
            choose(shuffled, BOROUGH)
        return
    chosen = choose(shuffled, BOROUGH)
    assert chosen in fitting
    assert chosen == choose(found, BOROUGH)
    assert all(r.released is None or (chosen.released and r.released <= chosen.released) for r in fitting)


def test_what_is_left_out_is_left_out_by_title_and_by_file_name() -> None:
    by_title = resource("Borough Level Crime (Historical)", url="https://x/MPS_Borough_Level_Crime.csv")
    by_name = resource("Borough Level Crime", url="https://x/MPS_Borough_Level_Crime_Historic.csv")
    with pytest.raises(FetchFault, match="no file is titled like"):
        choose([by_title, by_name], BOROUGH)


@pytest.mark.parametrize(
    ("folder", "index", "takes", "leaves"),
    [
        ("recorded-crime", 0, "MPS Borough Level Crime.csv", "MPS Borough Level Crime (Historical).csv"),
        ("recorded-crime", 1, "MPS_Borough_Level_Crime_Historic.csv", TITLE),
        ("recorded-crime-ward", 0, "MPS Ward Level Crime (most recent 24 months)", "MPS LSOA Level Crime"),
        ("flagged-crime", 0, "M1045_MonthlyCrimeDashboard_OtherCrimeData.csv", "MPS_Dashboard_OtherCrimeDatafy21-22"),
        ("flagged-crime", 1, "M1045_MonthlyCrimeDashboard_KnifeCrimeData.csv", "MonthlyCrimeDashboard_TNOCrimeData"),
        ("surveys", 0, "PAS_T&Cdashboard_to Q3 23-24.xlsx", "Borough Neighbourhoods"),
        ("workforce", 0, "Police_Force_Strength.csv", "Special constables"),
        ("homicide", 0, "Homicides_2003_2023.csv", "Homicide ppa.csv"),
    ],
)  # fmt: skip
def test_the_wanted_titles_take_the_publishers_names(folder: str, index: int, takes: str, leaves: str) -> None:
    (dataset,) = [d for d in read_wanted().dataset if d.folder == folder]
    file = dataset.files[index]
    format = "xlsx" if takes.endswith("xlsx") else "csv"
    assert choose([resource(leaves), resource(takes, format=format)], file).title == takes
    with pytest.raises(FetchFault):
        choose([resource(leaves)], file)


def test_a_wrong_entry_in_wanted_is_named(tmp_path: Path) -> None:
    path = tmp_path / "wanted.toml"
    path.write_text(DEFAULT.read_text().replace('"4 GB"', '"big"').replace("'homicides?", "'(homicides?"))
    with pytest.raises(FetchFault, match=r"(?s)dataset\.5\.files\.0\.title.*'big' is no size"):
        read_wanted(path)
