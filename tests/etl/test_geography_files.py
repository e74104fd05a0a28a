"""Lookups of areas and ward boundaries: small files by hand, and the publishers' own."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas
import pytest
import shapely

from etl.faults import LoadError
from etl.files import find_inputs
from etl.load import load
from etl.sources.ward_boundary import LAYOUTS
from geo.areas import boroughs
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]
LOOKUP = "LSOA21CD,LSOA21NM,LSOA21NMW,WD25CD,WD25NM,WD25NMW,LAD25CD,LAD25NM,LAD25NMW,ObjectId"
CAMDEN_SQUARE = "E05013654,Camden Square,,E09000007,Camden,"
UNITS = "bcu_location,borough_name"
COUNTS = "rows_read, rows_loaded, rows_rejected"
WARDS = "SELECT area_code, area_name, parent_code, generation FROM area WHERE area_type = 'ward' ORDER BY ALL"


def test_a_lookup_gives_the_wards_of_london_and_counts_the_rest(write: Write, loaded: Load) -> None:
    outside = "E05012451,Ormesby,,E06000003,Redcar and Cleveland,"
    write(
        "a.csv",
        LOOKUP,
        f"E01,a,,{outside},1",
        f"E02,b,,{CAMDEN_SQUARE},2",
        f"E03,c,,{CAMDEN_SQUARE},3",
        f"E04,d,,{outside},4",
    )
    edition = loaded()
    assert edition.rows(WARDS) == [("E05013654", "Camden Square", "E09000007", "2022")]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(4, 2, 2)]
    assert edition.rows("SELECT line, rule, rows FROM rejected_row") == [(2, "left out on purpose: outside London", 2)]


@pytest.mark.parametrize(
    ("ward", "rule"),
    [
        ("E05999999,Nowhere,,E09000007,Camden,", "unknown ward code; if it is right"),
        (",,,E09000007,Camden,", "unknown ward code; if it is right"),
        ("E05013654,Camden Square,,E09000003,Barnet,", "the code is of a ward in E09000007"),
        ("E05013654,Camden Square,,,,", "the code is of a ward in E09000007"),
    ],
)
def test_a_ward_that_is_not_known_or_in_another_borough_is_refused(
    ward: str, rule: str, write: Write, loaded: Load
) -> None:
    write("a.csv", LOOKUP, f"E02,b,,{ward},2", "E03,c,,E05013655,Elsewhere,,E09000007,Camden,,3")
    edition = loaded()
    (entry,) = edition.rows("SELECT line, column_name, rule FROM rejected_row")
    assert entry[:2] == (2, "ward") and entry[2].startswith(rule)
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 1, 1)]
    assert [row[0] for row in edition.rows(WARDS)] == ["E05013655"]


def test_a_lookup_of_command_units_that_agrees_is_counted(write: Write, loaded: Load) -> None:
    write(
        "a.csv",
        UNITS,
        "Central North,Camden",
        "central north,Islington",
        "Other,Other",
        "Unknown,Unknown",
        ",",
        "North,Gotham",
    )
    edition = loaded()
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(6, 2, 4)]
    assert edition.rows("SELECT line, value, rule FROM rejected_row ORDER BY line") == [
        (4, "Other", "left out on purpose: not a borough"),
        (5, "Unknown", "left out on purpose: not a borough"),
        (6, "", "an empty row"),
        (7, "Gotham", "unknown area; if it is right, add it to etl/mappings/areas.csv"),
    ]


def test_a_lookup_that_contradicts_the_list_of_areas_stops_the_load(write: Write, loaded: Load) -> None:
    write("a.csv", UNITS, "Central North,Camden", "Central South,Islington", "Moon,Barnet")
    with pytest.raises(LoadError) as raised:
        loaded()
    said = str(raised.value)
    assert "a.csv, line 3: puts 'Islington' into 'Central South'; geo/areas.csv has 'Central North'" in said
    assert "a.csv, line 4: puts 'Barnet' into 'Moon'; geo/areas.csv has 'North West'" in said


def test_borough_boundaries_are_known_and_left_out_with_their_reason(write: Write, loaded: Load) -> None:
    names = dict.fromkeys(["cartodb_id", "created_at", "updated_at"], 1)
    feature = {"type": "Feature", "geometry": None, "properties": {"name": "Camden", **names}}
    write("a.geojson", json.dumps({"type": "FeatureCollection", "features": [feature, feature]}))
    edition = loaded()
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 0, 2)]
    (entry,) = edition.rows("SELECT rows, rule FROM rejected_row")
    assert entry[0] == 2 and entry[1].endswith("see geo/README.md")


@pytest.mark.parametrize("content", ['{"type": "Topology"}', "{", '{"features": []}', '{"features": [{"id": 1}]}'])
def test_what_is_no_collection_of_features_is_said_to_be_none(content: str, write: Write, loaded: Load) -> None:
    write("a.geojson", content)
    with pytest.raises(LoadError, match=r"a\.geojson: is not a GeoJSON collection of features"):
        loaded()


def ward_table(folder: Path, *, wards: list[tuple[str, str, str]], name: str = "Wards", east: float = 0) -> Path:
    """A MapInfo table of squares of 1 km side by side in Camden, from (529000, 184000) on."""
    names, codes, parents = zip(*wards, strict=True)
    squares = [
        shapely.box(529_000 + east + 1000 * i, 184_000, 530_000 + east + 1000 * i, 185_000) for i in range(len(wards))
    ]
    frame = geopandas.GeoDataFrame(
        {
            "NAME": names,
            "GSS_CODE": codes,
            "DISTRICT": parents,
            "LAGSSCODE": parents,
            "HECTARES": 100.0,
            "NONLD_AREA": 0.0,
        },
        geometry=squares,
        crs="EPSG:27700",
    )
    folder.mkdir(parents=True, exist_ok=True)
    frame.to_file(folder / f"{name}.tab", driver="MapInfo File", engine="pyogrio")
    return folder / f"{name}.tab"


def zipped(folder: Path, to: Path) -> Path:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            archive.write(path, path.relative_to(folder))
    return to


CAMDEN = [("Cantelowes", "E05000131", "E09000007"), ("Camden Town", "E05000130", "E09000007")]


def test_a_mapinfo_table_in_an_archive_becomes_ward_boundaries_in_degrees(
    raw: Path, tmp_path: Path, loaded: Load
) -> None:
    ward_table(tmp_path / "made" / "inside", wards=CAMDEN)
    archive = zipped(tmp_path / "made", raw / "wards.zip")
    assert find_inputs([archive], LAYOUTS, scratch=tmp_path).passed_over == ()
    edition = loaded()
    assert edition.rows("SELECT area_code, area_name, borough_code FROM ward_boundary ORDER BY 1") == [
        ("E05000130", "Camden Town", "E09000007"),
        ("E05000131", "Cantelowes", "E09000007"),
    ]
    assert edition.rows(f"SELECT name, {COUNTS} FROM source") == [("wards.zip: inside/Wards.tab", 2, 2, 0)]
    (text,) = edition.rows("SELECT geojson FROM ward_boundary WHERE area_code = 'E05000131'")[0]
    square = geopandas.GeoSeries([shapely.box(529_000, 184_000, 530_000, 185_000)], crs="EPSG:27700")
    (wanted,) = square.to_crs("EPSG:4326")
    assert shapely.hausdorff_distance(shapely.from_geojson(text), wanted) < 0.00002  # 2 m
    assert [row[0] for row in edition.rows(WARDS)] == ["E05000130", "E05000131"]


def test_shapes_of_no_known_ward_or_another_borough_are_refused(raw: Path, loaded: Load) -> None:
    wards = [*CAMDEN, ("Nowhere", "E05999999", "E09000007"), ("Kilburn", "E05000140", "E09000003"), CAMDEN[0]]
    ward_table(raw, wards=wards)
    edition = loaded()
    assert edition.rows("SELECT line, value, rule FROM rejected_row ORDER BY line") == [
        (
            4,
            "E05999999 / Nowhere / E09000007",
            "unknown ward code; if it is right, add it to etl/mappings/ward_codes.csv",
        ),
        (5, "E05000140 / Kilburn / E09000003", "the code is of a ward in E09000007"),
        (6, "E05000131 / Cantelowes / E09000007", "second shape for this ward; line 2 was kept"),
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(5, 2, 3)]


def test_the_city_in_one_shape_is_no_ward_though_it_carries_the_code_of_one(raw: Path, loaded: Load) -> None:
    ward_table(raw, wards=[*CAMDEN, ("Castle Baynard", "E05009297", "E09000001")])
    edition = loaded()
    assert edition.rows("SELECT rule FROM rejected_row") == [("left out on purpose: the City of London as one shape",)]
    assert edition.rows("SELECT count(*) FROM ward_boundary") == [(2,)]


def test_the_same_wards_in_a_second_table_are_one_entry(raw: Path, loaded: Load) -> None:
    ward_table(raw / "a", wards=CAMDEN[:1])
    ward_table(raw / "b", wards=CAMDEN, name="Whole", east=10)
    edition = loaded()
    assert edition.rows(f"SELECT name, {COUNTS} FROM source ORDER BY 1") == [
        ("Wards.tab", 1, 0, 1),
        ("Whole.tab", 2, 2, 0),
    ]
    assert edition.rows("SELECT rows, rule FROM rejected_row") == [
        (1, "left out on purpose: the same ward in Whole.tab was kept")
    ]


def test_a_table_without_one_of_its_files_or_outside_london_stops_the_load(raw: Path, loaded: Load) -> None:
    path = ward_table(raw / "a", wards=CAMDEN)
    (shapes,) = (file for file in path.parent.iterdir() if file.suffix.lower() == ".map")
    shapes.unlink()
    with pytest.raises(LoadError, match="is a MapInfo table without its file 'Wards.map'"):
        loaded()
    for file in path.parent.iterdir():
        file.unlink()
    ward_table(raw / "a", wards=CAMDEN, east=100_000)
    with pytest.raises(LoadError, match="does not lie in London"):
        loaded()


@pytest.fixture(scope="module")
def official_edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    edition = Loaded(load([official / "geography"], editions=tmp_path_factory.mktemp("editions")).path)
    yield edition
    edition.con.close()


def test_every_row_of_the_official_files_is_accounted_for(official_edition: Loaded) -> None:
    assert official_edition.rows(f"SELECT layout, {COUNTS} FROM source ORDER BY ALL") == [
        ("Basic Command Units", 35, 32, 3),
        ("Borough boundaries, GeoJSON", 33, 0, 33),
        ("London wards, MapInfo", 633, 0, 633),
        ("London wards, MapInfo", 657, 657, 0),
        ("Small areas to wards of 2025 (ONS best fit)", 35_672, 4_994, 30_678),
    ]
    assert official_edition.rows(
        "SELECT generation, count(*) FROM area WHERE area_type = 'ward' GROUP BY ALL ORDER BY 1"
    ) == [("2018", 483), ("2018 and 2022", 174), ("2022", 530)]


def test_ward_codes_are_those_of_the_official_files_and_no_others(official_edition: Loaded) -> None:
    assert official_edition.rows(
        "SELECT count(*) FROM ward_boundary w JOIN area USING (area_code) "
        "WHERE w.borough_code <> parent_code OR generation = '2022'"
    ) == [(0,)]
    with (Path(__file__).parents[2] / "etl/mappings/ward_codes.csv").open() as file:
        runs = [line.split(",") for line in file.read().splitlines()[1:]]
    assert sum(int(last[3:]) - int(first[3:]) + 1 for first, last, *_ in runs) == 483 + 174 + 530


def test_wards_cover_their_borough_and_no_other(official_edition: Loaded) -> None:
    """Land only: wards run to the middle of the river, the borders of the map end at its bank."""
    file = Path(__file__).parents[2] / "geo" / "boroughs.geojson"
    land = geopandas.read_file(file).set_index("area_code").geometry
    for area in boroughs():
        shapes = official_edition.rows(f"SELECT geojson FROM ward_boundary WHERE borough_code = '{area.area_code}'")
        wards = shapely.union_all([shapely.from_geojson(text) for (text,) in shapes])
        assert wards.is_valid
        assert wards.intersection(land[area.area_code]).area > 0.99 * land[area.area_code].area, area.area_name
        assert wards.intersection(land.drop(area.area_code).union_all()).area < 0.01 * wards.area, area.area_name
