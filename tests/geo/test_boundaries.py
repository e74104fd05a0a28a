"""geo.build makes valid, matching boundaries from a full-resolution file, or says what is wrong with it."""

import subprocess
import sys
from pathlib import Path

import geopandas
import pytest
import shapely

from geo.areas import boroughs, city
from geo.build import BoundaryError, check_borders, draw, read_boundaries, simplify, write_boundaries

ROOT = Path(__file__).parents[2]
CODES = sorted(area.area_code for area in (*boroughs(), city()))
NATIONAL_GRID = "EPSG:27700"


@pytest.fixture(scope="module")
def source(official: Path) -> Path:
    return official / "geography" / "london_boroughs.geojson"


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("built") / "boroughs.geojson"
    write_boundaries(simplify(read_boundaries(source)), out=out)
    return out


@pytest.fixture
def ours() -> geopandas.GeoDataFrame:
    """The committed boundaries, to be spoilt in one way or another and written as somebody's file."""
    return geopandas.read_file(ROOT / "geo" / "boroughs.geojson")


def written(frame: geopandas.GeoDataFrame, *, folder: Path) -> Path:
    path = folder / "published.geojson"
    frame.to_file(path, driver="GeoJSON")
    return path


def test_the_official_file_gives_33_valid_areas_with_the_listed_codes(built: Path) -> None:
    frame = geopandas.read_file(built)
    assert list(frame["area_code"]) == CODES
    assert frame.is_valid.all()


def test_no_area_differs_from_the_official_one_by_over_half_a_per_cent(source: Path, built: Path) -> None:
    original = geopandas.read_file(source).to_crs(NATIONAL_GRID).set_index("name").area
    simple = geopandas.read_file(built).to_crs(NATIONAL_GRID).set_index("area_name").area
    assert (simple / original - 1).abs().max() <= 0.005


def test_neighbours_share_their_borders_without_overlaps_or_slivers(built: Path) -> None:
    shapes = geopandas.read_file(built).geometry.to_numpy()
    london = shapely.union_all(shapes)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(london.area, rel=1e-9)
    assert shapely.get_num_geometries(london) == 1
    assert shapely.get_num_interior_rings(shapely.get_geometry(london, 0)) == 0


def test_the_committed_boundaries_share_their_borders_too(ours: geopandas.GeoDataFrame) -> None:
    check_borders(ours)
    assert shapely.coverage_is_valid(ours.geometry.to_numpy())


def test_what_was_built_can_be_drawn(built: Path) -> None:
    assert draw(built).count('data-code="E09') == 33 + 32


def test_a_national_file_is_read_by_its_codes_and_the_rest_of_the_country_left_out(
    ours: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    national = ours.rename(columns={"area_code": "LAD23CD", "area_name": "LAD23NM"}).sort_values("LAD23NM")
    outside = shapely.box(-0.4, 51.3, -0.3, 51.35)
    national.loc[33] = {"LAD23CD": "E07000207", "LAD23NM": "Elmbridge", "geometry": outside}
    frame = read_boundaries(written(national, folder=tmp_path))
    assert list(frame["area_code"]) == CODES
    assert list(frame["area_name"]) == list(ours["area_name"])


def test_an_unknown_name_is_quoted_with_the_borough_that_is_missing(
    ours: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    spoilt = ours.drop(columns="area_code").replace({"area_name": {"Camden": "Camdem"}})
    with pytest.raises(BoundaryError, match=r"areas.csv: 'Camdem'; missing from the file: 'Camden'$"):
        read_boundaries(written(spoilt, folder=tmp_path))


def test_london_itself_is_not_taken_for_a_borough(ours: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    spoilt = ours.drop(columns="area_code").replace({"area_name": {"City of London": "London"}})
    with pytest.raises(BoundaryError, match=r"areas.csv: 'London'; missing from the file: 'City of London'$"):
        read_boundaries(written(spoilt, folder=tmp_path))


def test_a_borough_that_comes_twice_is_an_error(ours: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    spoilt = ours.replace({"area_code": {"E09000008": "E09000007"}})
    with pytest.raises(BoundaryError, match="missing from the file: 'Croydon'; .* more than once: 'Camden'$"):
        read_boundaries(written(spoilt, folder=tmp_path))


def test_a_file_without_codes_or_names_is_an_error_that_lists_its_columns(
    ours: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    nameless = ours.drop(columns="area_code").rename(columns={"area_name": "borough"})
    with pytest.raises(BoundaryError, match="no column of borough codes or names, only borough$"):
        read_boundaries(written(nameless, folder=tmp_path))


def test_neighbours_that_overlap_are_named(ours: geopandas.GeoDataFrame) -> None:
    spoilt = ours.set_index("area_name")
    spoilt.loc[["Camden"], "geometry"] = spoilt.loc[["Camden"]].translate(xoff=0.001)
    with pytest.raises(BoundaryError, match="'Camden'.*'Westminster'"):
        check_borders(spoilt.reset_index())


def test_simplifying_too_far_is_refused(ours: geopandas.GeoDataFrame) -> None:
    with pytest.raises(BoundaryError, match=r"'.+' changes by .+% at 2000 m"):
        simplify(ours.to_crs(NATIONAL_GRID), tolerance_m=2000)


def test_the_command_says_what_is_wrong_and_writes_nothing(
    ours: geopandas.GeoDataFrame, tmp_path: Path
) -> None:
    spoilt = ours.drop(columns="area_code").replace({"area_name": {"Barnet": "Barnett"}})
    path = written(spoilt, folder=tmp_path)
    out, svg = tmp_path / "out.geojson", tmp_path / "out.svg"
    command = [sys.executable, "-m", "geo.build", str(path), "--out", str(out), "--svg", str(svg)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert str(path) in ran.stderr
    assert "'Barnett'" in ran.stderr
    assert not out.exists()
    assert not svg.exists()


def test_the_command_writes_the_boundaries_and_the_map(source: Path, tmp_path: Path) -> None:
    out, svg = tmp_path / "out.geojson", tmp_path / "out.svg"
    command = [sys.executable, "-m", "geo.build", str(source), "--out", str(out), "--svg", str(svg)]
    subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert svg.read_text(encoding="utf-8") == draw(out)
