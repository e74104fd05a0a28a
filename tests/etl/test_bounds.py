"""A source that shrinks or jumps is not published until somebody says why it is right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.edition import in_use
from etl.faults import LoadError
from etl.load import load
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
HEAD = "MajorText,MinorText,BoroughName,201704,201705"


def robbery(april: int, may: int) -> tuple[str, str]:
    return HEAD, f"ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,{april},{may}"


@pytest.fixture
def before(write: Write, raw: Path, editions: Path) -> Path:
    write("2017-06/a.csv", *robbery(100, 100))
    return load([raw], editions=editions).path


@pytest.mark.parametrize(("april", "may"), [(95, 95), (125, 125), (50, 150), (100, 100)])
def test_a_restatement_within_bounds_is_published(
    april: int, may: int, before: Path, write: Write, raw: Path, editions: Path
) -> None:
    write("2017-07/b.csv", *robbery(april, may), "DRUG OFFENCES,TRAFFICKING OF DRUGS,Camden,0,0")
    assert load([raw], editions=editions).path != before


@pytest.mark.parametrize(
    ("april", "may", "change"), [(94, 95, r"-5\.5%"), (126, 125, r"\+25\.5%"), (0, 0, r"-100\.0%")]
)
def test_a_jump_or_a_fall_stops_the_load(
    april: int, may: int, change: str, before: Path, write: Write, raw: Path, editions: Path
) -> None:
    write("2017-07/b.csv", *robbery(april, may))
    with pytest.raises(
        LoadError, match=rf"(?s)2017-04 to 2017-05 would go from 200 to .*{change}.*--accept recorded_crime="
    ):
        load([raw], editions=editions)
    assert in_use(editions) == before
    assert not list(editions.glob(".building*"))


def test_months_that_would_be_gone_stop_the_load(before: Path, write: Write, raw: Path, editions: Path) -> None:
    (raw / "2017-06" / "a.csv").unlink()
    write("2017-07/b.csv", "MajorText,MinorText,BoroughName,201705", "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,100")
    with pytest.raises(LoadError, match="2017-04 that the edition in use holds would be gone"):
        load([raw], editions=editions)


def test_new_months_are_compared_with_nothing(before: Path, write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/b.csv", "MajorText,MinorText,BoroughName,201706", "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,9999")
    assert load([raw], editions=editions).path != before


def test_an_accepted_jump_is_published_and_its_reason_is_kept(
    before: Path, write: Write, raw: Path, editions: Path
) -> None:
    write("2017-07/b.csv", *robbery(10, 10))
    loaded = load([raw], editions=editions, accepted={"recorded_crime": "robbery was counted twice until June"})
    ((dataset, finding, reason),) = Loaded(loaded.path).rows("SELECT * FROM acceptance")
    assert (dataset, reason) == ("recorded_crime", "robbery was counted twice until June")
    assert "from 200 to 20 (-90.0%" in finding


def test_a_demonstration_in_use_says_nothing_about_real_figures(write: Write, raw: Path, editions: Path) -> None:
    write("demo/a.csv", *robbery(5000, 5000))
    write("demo/MODELLED.txt", "made up")
    load([raw / "demo"], editions=editions)
    write("real/2017-06/a.csv", *robbery(1, 1))
    assert load([raw / "real"], editions=editions).edition_id.startswith("official-")


def test_the_command_line_asks_for_a_reason_and_a_dataset_that_exists(
    before: Path, write: Write, raw: Path, editions: Path
) -> None:
    write("2017-07/b.csv", *robbery(10, 10))
    run = CliRunner().invoke
    refused = run(app, ["load", str(raw), "--editions", str(editions)])
    assert refused.exit_code == 1
    assert run(app, ["load", str(raw), "--editions", str(editions), "--accept", "recorded_crime"]).exit_code == 2
    assert run(app, ["load", str(raw), "--editions", str(editions), "--accept", "x=y"]).exit_code == 1
    assert in_use(editions) == before
    assert (
        run(app, ["load", str(raw), "--editions", str(editions), "--accept", "recorded_crime=known error"]).exit_code
        == 0
    )
    assert in_use(editions) != before
