"""Every published figure stands where the document prints it, and every text row can be found there."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.data import published_source as source
from tests.data.published_anchors import ANCHORS
from tests.data.published_sums import (
    ALL_COLUMNS,
    BY_CATEGORY,
    DIFFERENCES,
    EXCEPTIONS,
    PERCENTAGES,
    TOTALS,
    rounded,
)
from tests.data.published_tables import MOPAC, PEEL, PLAN, RESERVE_KINDS, TABLES, Table, reserve_kinds

PUBLISHED = Path(__file__).parents[2] / "data" / "published"
FIGURE_COLUMNS = [
    "document",
    "section",
    "table_name",
    "row_label",
    "column_label",
    "value",
    "unit",
    "period_start",
    "period_end",
    "note",
]
NOT_READABLE = "not readable in source"
UPDATE_Q2 = "met-business-plan-update-2017-18-q2"
UPDATE_2018 = "met-business-plan-update-2018-19-q1"
ADDITIONAL = "Additional priority % change Q1 17/18 vs Q1 16/17"

# Text files: rows expected and the columns that make a row unique. Each has its own test below.
TEXT_FILES = {
    "chosen_priorities.csv": (66, ("borough", "priority_number")),
    "commissioning_areas.csv": (10, ("section", "area")),
    "documents.csv": (5, ("id",)),
    "indicators.csv": (20, ("priority", "indicator")),
    "lead_groups.csv": (11, ("code",)),
    "local_priority_crimes.csv": (6, ("priority",)),
    "milestone_progress.csv": (71, ("document", "section", "milestone")),
    "one_met_model_programmes.csv": (12, ("programme_number",)),
    "peel_areas_inspected.csv": (10, ("area",)),
    "peel_definitions.csv": (15, ("subject",)),
    "peel_earlier_inspections.csv": (14, ("section", "subject")),
    "peel_findings.csv": (42, ("section", "number")),
    "peel_judgments.csv": (13, ("pillar", "component")),
    "peel_stop_and_search_findings.csv": (6, ("subject",)),
    "plan_milestones.csv": (84, ("milestone_id",)),
    "report_sections.csv": (25, ("part", "heading")),
}
FIGURE_FILES = sorted({table.file for table in TABLES} | {key[0] for key in ANCHORS})

Row = dict[str, str]
Place = tuple[str, str, str, str]


def read(name: str) -> list[Row]:
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place(name: str, row: Row) -> Place:
    return name, row["document"], row["section"], row["table_name"]


def numbers(text: str) -> list[str]:
    return [number.rstrip(",").replace(",", "") for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


@pytest.fixture
def documents() -> None:
    source.require_sources()


def printed_figures() -> dict[tuple[Place, str, str], str]:
    """Every table cell as the document prints it, keyed as our files are."""
    found = {
        ((table.file, table.document, table.section, table.table_name), row, column): cell
        for table in TABLES
        for (row, column), cell in table.figures().items()
    }
    for borough, _, _, chosen in priorities_table():
        extra = re.search(r"\(additional priority .*?([+-]\d+%)\)", chosen)
        if extra:
            section = "Local Volume Priorities"
            found[("local_volume_priorities.csv", MOPAC, section, section), borough, ADDITIONAL] = extra[1]
    return found


def priorities_table() -> list[list[str]]:
    return source.table(MOPAC, "Local Volume Priorities", "Borough\tPriority 1")[1]


def fault(name: str, row: Row, printed: dict[tuple[Place, str, str], str]) -> str:
    """What is wrong with a figure, or nothing. A table cell is looked up; a figure in the text is read out of
    the phrase around it, which must occur once in its section."""
    key = place(name, row), row["row_label"], row["column_label"]
    if key in printed:
        cell = printed[key]
        if source.plain(cell) != row["value"]:
            return f"{key}: {row['value']} is printed as {cell}"
        return "" if ("%" in cell) == (row["unit"] == "%") else f"{key}: unit {row['unit']}, cell {cell}"
    phrase = ANCHORS.get(key[0], {}).get(key[1:])
    if phrase is None:
        return f"{key}: neither in a table nor in the text"
    found = source.find_all(phrase, source.section_text(row["document"], row["section"]))
    if found != [row["value"]]:
        return f"{key}: {row['value']}, but {phrase!r} holds {found}"
    percent = bool(re.search(r"\{\}(–\d+)?(%| per ?cent)", phrase))
    right = percent == (row["unit"] == "%") and ("£{}" not in phrase or row["unit"] in ("£m", "£bn"))
    return "" if right else f"{key}: unit {row['unit']}, phrase {phrase!r}"


# --- the files -------------------------------------------------------------------------------------


def test_every_file_is_checked() -> None:
    assert sorted(path.name for path in PUBLISHED.glob("*.csv")) == sorted([*FIGURE_FILES, *TEXT_FILES])


@pytest.mark.parametrize("name", [*FIGURE_FILES, *TEXT_FILES])
def test_a_file_is_utf8_with_unix_line_ends_and_no_stray_spaces(name: str) -> None:
    raw = (PUBLISHED / name).read_bytes()
    assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\n")
    for row in read(name):
        assert None not in row and None not in row.values(), row
        assert all(value == " ".join(value.split()) for value in row.values()), row


@pytest.mark.parametrize("name", FIGURE_FILES)
def test_figures_parse_and_are_not_repeated(name: str) -> None:
    rows = read(name)
    assert list(rows[0]) == FIGURE_COLUMNS
    keys = Counter((place(name, row), row["row_label"], row["column_label"]) for row in rows)
    assert [key for key, times in keys.items() if times > 1] == []
    for row in rows:
        assert re.fullmatch(r"-?\d+(\.\d+)?", row["value"]), row
        assert row["unit"] and row["document"] in source.FILES, row
        days = [date.fromisoformat(row[c]) for c in ("period_start", "period_end") if row[c]]
        assert days == sorted(days), row


MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]


def period_of(label: str) -> tuple[str, str] | None:
    """The period that a label names outright: a year, a financial year, a month, or a year to a month."""
    if re.fullmatch(r"20\d\d", label):
        return f"{label}-01-01", f"{label}-12-31"
    if found := re.fullmatch(r"(20\d\d)[/-]\d\d( Actual| Forecasted| Planned)?", label):
        return f"{found[1]}-04-01", f"{int(found[1]) + 1}-03-31"
    if found := re.fullmatch(rf"({'|'.join(MONTHS)}) (20\d\d)", label):
        month = MONTHS.index(found[1]) + 1
        first = date(int(found[2]), month, 1)
        return first.isoformat(), (
            (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        ).isoformat()
    return None


@pytest.mark.parametrize("name", FIGURE_FILES)
def test_a_period_named_in_the_label_is_the_period_of_the_figure(name: str) -> None:
    for row in read(name):
        named = period_of(row["column_label"])
        if named:
            assert row["period_start"] in (named[0], "") and row["period_end"] == named[1], row


@pytest.mark.parametrize("name", TEXT_FILES)
def test_text_rows_are_counted_and_not_repeated(name: str) -> None:
    rows, (count, key) = read(name), TEXT_FILES[name]
    assert len(rows) == count
    assert len({tuple(row[column] for column in key) for row in rows}) == count
    if name != "documents.csv":
        assert list(rows[0])[:3] == ["document", "section", "table_name"]
        per_document = Counter((row["document"], row["section"]) for row in rows)
        assert len({(row["document"], row["section"], row["table_name"]) for row in rows}) == len(
            per_document
        )
        assert {row["document"] for row in rows} <= set(source.FILES)


# --- the figures -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("name", FIGURE_FILES)
def test_each_figure_stands_where_the_document_prints_it(name: str) -> None:
    printed = printed_figures()
    assert [problem for row in read(name) if (problem := fault(name, row, printed))] == []


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("name", FIGURE_FILES)
def test_an_altered_figure_is_caught(name: str) -> None:
    printed = printed_figures()
    for row in read(name):
        value = row["value"]
        last = str((int(value[-1]) + 1) % 10)
        for altered in (value[:-1] + last, "1" + value.lstrip("-"), str(-Decimal(value) or Decimal(9))):
            assert fault(name, {**row, "value": altered}, printed), (altered, row)


@pytest.mark.usefixtures("documents")
def test_no_figure_of_a_table_is_missing() -> None:
    ours = {
        (place(name, row), row["row_label"], row["column_label"])
        for name in FIGURE_FILES
        for row in read(name)
    }
    assert set(printed_figures()) - ours == set()
    assert {(key, *labels) for key, phrases in ANCHORS.items() for labels in phrases} - ours == set()


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.document}-{table.table_name}")
def test_a_table_has_the_rows_and_columns_of_the_document(table: Table) -> None:
    figures = table.figures()
    assert len({row for row, _ in figures}) == table.rows
    empty = 1 if table.table_name == "Workforce ethnicity with local population" else 0
    assert len(figures) == table.rows * len(table.columns) - empty


@pytest.mark.usefixtures("documents")
def test_the_years_of_the_reserves_are_actual_forecast_or_planned_as_printed() -> None:
    assert tuple(reserve_kinds()) == RESERVE_KINDS


def test_figures_typed_by_hand_from_the_page() -> None:
    """A check on the reader of tables itself: these were read by eye."""
    typed = {
        ("recorded_crime_12_months.csv", "Total Notifiable Offences", "July 2016 - June 2017"): "790473",
        ("recorded_crime_12_months.csv", "Disability Hate Crime", "% Change"): "18.7",
        ("local_volume_priorities.csv", "Camden", "Priority 2 % change Q1 17/18 vs Q1 16/17"): "277",
        ("local_volume_priorities.csv", "Greenwich", ADDITIONAL): "-16",
        ("local_volume_priorities.csv", "Islington", ADDITIONAL): "51",
        ("satisfaction_inequalities.csv", "Ethnicity: Black", "Fair treatment"): "-11.1",
        ("satisfaction_inequalities.csv", "Sex: Female", "Dealing issues"): "0.5",
        ("finance_revenue.csv", "OVERALL MPS & MOPAC Total", "Variance to Date (£m)"): "-21.0",
        ("finance_capital.csv", "Total Capital Expenditure", "Variance (£m)"): "-98.2",
        ("finance_reserves.csv", "Net Reserve Movement", "2015/16 Actual"): "-121.5",
        ("london_crime_prevention_fund.csv", "Grand Total", "Total Allocation 17/18"): "16777584",
        ("public_perceptions_bame_gap.csv", "Victim Satisfaction", "London BAME Gap"): "5.7",
        ("peel_comparisons.csv", "Sexual offences", "Most Similar Forces rate"): "3",
    }
    for (name, row, column), value in typed.items():
        found = [r["value"] for r in read(name) if (r["row_label"], r["column_label"]) == (row, column)]
        assert found == [value], (name, row, column)


@pytest.mark.usefixtures("documents")
def test_the_plan_area_of_each_crime_category_is_as_printed() -> None:
    _, body = source.table(MOPAC, "Recorded crime 12 month average", "Police and Crime Plan Area\t")
    areas = {row[1]: f"plan area: {row[0]}" for row in body}
    rows = read("recorded_crime_12_months.csv")
    assert len(rows) == 15 * 4
    assert all(row["note"] == areas[row["row_label"]] for row in rows)


def test_the_same_thirty_two_boroughs_are_in_every_borough_table() -> None:
    fund = {row["row_label"] for row in read("london_crime_prevention_fund.csv")} - {"Grand Total"}
    assert len(fund) == 32
    assert fund == {row["row_label"] for row in read("local_volume_priorities.csv")}
    assert fund == {row["borough"] for row in read("chosen_priorities.csv")}


# --- arithmetic: what follows from what, and the published exceptions ------------------------------


def cells_of(name: str, table_name: str) -> dict[tuple[str, str], str]:
    wanted = {table_name, "Spend per head of population"} if table_name == BY_CATEGORY else {table_name}
    return {(r["row_label"], r["column_label"]): r["value"] for r in read(name) if r["table_name"] in wanted}


def disagreements() -> dict[tuple[str, str, str, str, str], str]:
    """Where recomputing from the published parts gives something other than what is published."""
    found = {}
    for rule in TOTALS:
        cells = cells_of(rule.file, rule.table_name)
        columns = dict.fromkeys(c for _, c in cells) if rule.columns == ALL_COLUMNS else rule.columns
        others = [row for row in dict.fromkeys(r for r, _ in cells) if row != rule.total]
        parts = others if rule.parts == ("every other row",) else rule.parts
        for column in columns:
            total = sum((Decimal(cells[part, column]) for part in parts), Decimal(0))
            if total != Decimal(cells[rule.total, column]):
                found["sum", rule.file, rule.table_name, rule.total, column] = str(total)
    for less in DIFFERENCES:
        cells = cells_of(less.file, less.table_name)
        for row in dict.fromkeys(r for r, c in cells if c == less.minuend):
            value = Decimal(cells[row, less.minuend]) - Decimal(cells[row, less.subtrahend])
            if value != Decimal(cells[row, less.result]):
                found["diff", less.file, less.table_name, row, less.result] = str(value)
    for share in PERCENTAGES:
        cells = cells_of(share.file, share.table_name)
        for row in dict.fromkeys(r for r, c in cells if c == share.part):
            value = 100 * Decimal(cells[row, share.part]) / Decimal(cells[row, share.whole])
            value -= 100 if share.is_change else 0
            if rounded(value, cells[row, share.result]) != Decimal(cells[row, share.result]):
                found["pct", share.file, share.table_name, row, share.result] = str(value)
    return found


def test_totals_differences_and_percentages_agree_but_for_the_listed_exceptions() -> None:
    assert disagreements() == EXCEPTIONS


def test_each_exception_is_within_rounding_and_said_in_its_note() -> None:
    for (_, name, table_name, row, column), recomputed in EXCEPTIONS.items():
        wanted = "Spend per head of population" if table_name == BY_CATEGORY else table_name
        figures = [
            r
            for r in read(name)
            if (r["table_name"], r["row_label"], r["column_label"]) == (wanted, row, column)
        ]
        assert figures
        for figure in figures:
            assert recomputed in figure["note"], figure
            decimals = len(figure["value"].partition(".")[2])
            apart = abs(Decimal(recomputed) - Decimal(figure["value"]))
            assert apart <= 2 * Decimal(1).scaleb(-decimals), figure


def test_opening_reserves_are_the_closing_reserves_of_the_year_before() -> None:
    cells = cells_of("finance_reserves.csv", "Reserves: planned and actual position")
    years = list(dict.fromkeys(column for _, column in cells))
    for before, after in zip(years, years[1:], strict=False):
        assert cells["Closing reserve Balance", before] == cells["Opening Reserve Balance", after]


# figures of the text that follow from others: part of whole in percent, or the change from whole to part
TEXT_PERCENTAGES = [
    ("complaints.csv", "4", 320, 8919, False),
    ("peel_in_text.csv", "80", 72, 90, False),
    ("peel_in_text.csv", "83", 75, 90, False),
    ("counter_terrorism.csv", "68", 379, 226, True),
    ("violence_against_women_and_girls.csv", "5", 19989, 19989 - 976, True),
    ("violence_against_women_and_girls.csv", "10", 4871, 4871 - 461, True),
]


@pytest.mark.parametrize(("name", "published", "part", "whole", "is_change"), TEXT_PERCENTAGES)
def test_percentages_of_the_text_follow_from_its_counts(
    name: str, published: str, part: int, whole: int, is_change: bool
) -> None:
    rows = read(name)
    assert {published, str(part)} <= {row["value"] for row in rows}
    value = Decimal(100 * part) / whole - (100 if is_change else 0)
    assert rounded(value, published) == Decimal(published)


def test_contradictions_of_the_text_are_said_in_a_note() -> None:
    """Published exceptions that are not rounding: each row says what it disagrees with."""
    expected = {
        ("finance_in_text.csv", "Fleet Services", "-7"): "-6%",
        ("finance_in_text.csv", "Police overtime", "9.3"): "9.4",
        ("finance_in_text.csv", "Total Q1 variance", "-32.2"): "-21.0",
        ("recorded_crime_in_text.csv", "Violence against the person", "7175"): "7,174",
        ("peel_in_text.csv", "Women among officers", "39.5"): "27%",
        ("peel_comparisons.csv", "Proportion of female officers in post", "27"): "39.5",
        ("peel_in_text.csv", "Cadets from BAME backgrounds", "57"): "56",
        ("stop_and_search.csv", "Body-worn video devices introduced", "22000"): "20,000",
        ("stop_and_search.csv", "Stop and searches with body-worn video footage", "88"): "90",
        ("satisfaction_and_perception.csv", "User satisfaction", "75"): "2014/15",
        ("satisfaction_and_perception.csv", "Feeling informed", "-2"): "+2%",
    }
    for (name, label, value), said in expected.items():
        notes = [r["note"] for r in read(name) if (r["row_label"], r["value"]) == (label, value)]
        assert len(notes) == 1 and said in notes[0], (name, label)


# --- the text tables -------------------------------------------------------------------------------


@pytest.mark.usefixtures("documents")
def test_documents_are_the_sources_and_name_themselves_so() -> None:
    rows = read("documents.csv")
    assert {row["id"]: row["file"] for row in rows} == source.FILES
    for row in rows:
        assert row["source_words"] in source.squash(" ".join(source.lines(row["id"]))), row["id"]
        date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"])
        assert re.fullmatch(r"(\d{4}-\d\d(-\d\d)?)?", row["published"])
    assert "6/10/17" in source.lines(MOPAC)
    assert "September 2019 | ©HMICFRS 2019" in "\n".join(source.lines(PEEL))


OTHER_SPELLINGS = {
    "Non-Domestic VWI": "Non Domestic Abuse Violence with Injury",
    "Robbery & Theft Person": "Robbery and Theft Person",
    "Theft from Person": "Theft Person",
    "Theft from MV": "Theft from Motor Vehicle",
    "Theft of MV": "Theft of Motor Vehicle",
}


@pytest.mark.usefixtures("documents")
def test_chosen_priorities_are_those_printed_for_each_borough() -> None:
    ours: dict[str, dict[str, str]] = {}
    for row in read("chosen_priorities.csv"):
        ours.setdefault(row["borough"], {})[row["priority_number"]] = row["priority_as_printed"]
    for borough, _, _, printed in priorities_table():
        chosen = ours.pop(borough)
        rebuilt = f"1) {chosen['1']} 2) {chosen['2']}"
        rest = printed.removeprefix(rebuilt)
        assert rest != printed, (borough, printed)
        assert ("additional priority" in rest) == ("additional" in chosen), borough
        assert chosen.get("additional", "") in rest, borough
    assert ours == {}
    for row in read("chosen_priorities.csv"):
        assert row["section"] == row["table_name"] == "Local Volume Priorities"
        assert row["priority"] == OTHER_SPELLINGS.get(
            row["priority_as_printed"], row["priority_as_printed"]
        ), row


@pytest.mark.usefixtures("documents")
def test_each_bullet_of_the_indicator_list_is_one_indicator_under_its_heading() -> None:
    bullets, heading = [], ""
    for line in source.sections(PLAN)["6.2 Key performance and insight indicators"]:
        if line.startswith("- "):
            bullets.append((heading, line))
        elif line.strip():
            heading = line.strip().removesuffix(" (with CJS partners)")
    rows = read("indicators.csv")
    for row, (priority, line) in zip(rows, bullets, strict=True):
        assert row["section"] == "6.2 Key performance and insight indicators"
        assert row["priority"] == priority and row["source_words"] in line, row
        assert set(numbers(row["indicator"])) == set(numbers(line)), row


@pytest.mark.usefixtures("documents")
def test_local_priority_crimes_and_programmes_are_named_in_the_plan() -> None:
    for row in read("local_priority_crimes.csv"):
        lines = [line.strip().rstrip(".") for line in source.sections(PLAN)[row["section"]]]
        assert lines.count(row["source_words"]) == 1, row
        assert row["boroughs"] == (
            "all boroughs" if row["priority"] == "Antisocial behaviour" else NOT_READABLE
        )
    glossary = source.section_text(PLAN, "9 Glossary and acronyms")
    for row in read("one_met_model_programmes.csv"):
        assert f" {row['programme_number']}: {row['programme']}" in glossary, row


@pytest.mark.usefixtures("documents")
def test_judgments_are_those_of_the_summary() -> None:
    printed = [source.cells(line) for line in source.sections(PEEL)["Overall summary"] if "\t" in line]
    grades = [[cell for cell in row if cell] for row in printed]
    rows = read("peel_judgments.csv")
    components = [row for row in rows if row["component"] != "Overall"]
    for row in components:
        assert [row["component"], row["judgment"], row["last_inspected"]] in grades, row
    assert len([row for row in grades if len(row) == 3]) == len(components) == 10
    overall = {row["pillar"]: row["judgment"] for row in rows if row["component"] == "Overall"}
    pillar = ""
    for grade in grades:
        if grade[-1] == "Last inspected":
            pillar = grade[0]
        elif len(grade) == 1:
            assert overall[pillar] == grade[0]
    assert overall == {"Effectiveness": "Requires improvement", "Efficiency": "Good", "Legitimacy": "Good"}
    assert "## Good" in source.sections(PEEL)["Legitimacy"]
    assert "**Good**" in source.sections(PEEL)["Efficiency"]
    assert "## Requires improvement" in source.sections(PEEL)["Effectiveness"]


@pytest.mark.usefixtures("documents")
def test_peel_areas_and_findings_are_in_the_report() -> None:
    _, body = source.table(PEEL, "What this report contains", "IPA area\t")
    ours = [[row["area"], row["inspected_2018_19"]] for row in read("peel_areas_inspected.csv")]
    assert ours == body
    for row in read("peel_stop_and_search_findings.csv"):
        assert source.section_text(PEEL, row["section"]).count(row["source_words"]) == 1, row
        assert row["finding"] in ("present", "missing", "not clear"), row


PEEL_TEXTS = ("peel_findings.csv", "peel_earlier_inspections.csv", "peel_definitions.csv")
IN_TEXT = "finding in the text"  # a kind of finding that stands in no list
BULLETED = r"(?m)^#+ \**(Causes of concern|Recommendations|Areas for improvement)\**$"


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("name", PEEL_TEXTS)
def test_what_the_inspectorate_says_stands_once_in_its_section_and_no_number_is_ours(name: str) -> None:
    for row in read(name):
        text = source.section_text(PEEL, row["section"])
        assert text.count(row["source_words"]) == 1, row
        said = [row[column] for column in ("statement", "then", "now", "definition") if column in row]
        # A tool's or a year's number stands in the text too; nothing is reckoned here.
        assert set(numbers(" ".join(said))) <= set(numbers(text)) | {"43", "2018", "19"}, row


@pytest.mark.usefixtures("documents")
def test_every_cause_recommendation_and_area_for_improvement_that_is_listed_is_transcribed() -> None:
    """The lists of the report, bullet by bullet, in order; nested bullets belong to theirs. One recommendation more
    stands in the text on armed policing, in no list."""
    kinds = {"Causes of concern": "cause of concern", "Recommendations": "recommendation",
             "Areas for improvement": "area for improvement"}  # fmt: skip
    for section in source.sections(PEEL):
        whole = [row for row in read("peel_findings.csv") if row["section"] == section]
        assert [int(row["number"]) for row in whole] == list(range(1, len(whole) + 1))
        ours = [row for row in whole if row["kind"] != IN_TEXT]
        assert whole[: len(ours)] == ours
        pieces = re.split(BULLETED, "\n".join(source.sections(PEEL)[section]))
        printed: list[tuple[str, str]] = []
        for heading, text in zip(pieces[1::2], pieces[2::2], strict=True):
            ends = text.find("We set out our detailed findings")
            listed = re.findall(r"(?ms)^- (.*?)(?=^- |\Z)", text[: None if ends < 0 else ends])
            alone = [text.strip().split("\n")[0]] if heading == "Causes of concern" else listed
            printed += [(kinds[heading], source.squash(each)) for each in alone]
        if section == "Armed policing":
            assert (printed, [row["kind"] for row in ours]) == ([], ["recommendation"])
            continue
        assert [row["kind"] for row in ours] == [kind for kind, _ in printed], section
        for row, (_, text) in zip(ours, printed, strict=True):
            assert row["source_words"] in text, row


@pytest.mark.usefixtures("documents")
def test_findings_name_the_pillar_and_component_that_were_judged() -> None:
    judged = {(row["pillar"], row["component"]) for row in read("peel_judgments.csv")}
    assert {(row["pillar"], row["component"]) for row in read("peel_findings.csv")} <= judged
    assert {row["pillar"] for row in read("peel_earlier_inspections.csv")} <= {pillar for pillar, _ in judged}


def test_definitions_are_of_tables_that_are_transcribed_or_told_of() -> None:
    tables = {row["table_name"] for name in ("peel_comparisons.csv", "peel_in_text.csv") for row in read(name)}
    told_of = {"Most similar forces", "Stop and search by ethnicity"}
    assert {row["subject"] for row in read("peel_definitions.csv")} - tables == told_of
    compared = {row["table_name"] for row in read("peel_comparisons.csv")}
    assert compared <= {row["subject"] for row in read("peel_definitions.csv")}


@pytest.mark.usefixtures("documents")
def test_every_line_of_the_contents_is_a_section_of_its_part() -> None:
    """A part with bullets under it is named by them; one without is a section itself."""
    printed: list[tuple[str, str, str]] = []
    for line in source.sections(MOPAC)["Contents"][1:]:
        if line.startswith("- "):
            part, _, pages = printed[-1] if printed[-1][1] else printed.pop()
            printed.append((part, line.removeprefix("- ").strip(), pages))
        elif line.strip():
            title, _, pages = re.sub(r" – ([\d-]+)$", r"\t\1", line.strip()).partition("\t")
            printed.append((title, "", pages))
    ours = [(row["part"], row["heading"], row["pages"]) for row in read("report_sections.csv")]
    assert ours == [(part, heading or part, pages) for part, heading, pages in printed]


def test_a_finding_says_whether_it_asks_for_data_and_what_is_listed_has_a_statement() -> None:
    """What asks for data is named by `request`, as in coverage.toml; what only the text asks for is that name alone."""
    rows = read("peel_findings.csv")
    assert {row["asks_for_data"] for row in rows} == {"yes", "no"}
    named = [(row["section"], row["request"]) for row in rows if row["request"]]
    assert len(named) == len(set(named)) == 24 + sum(row["kind"] == IN_TEXT for row in rows)
    for row in rows:
        assert row["request"] or row["asks_for_data"] == "no", row
        assert bool(row["statement"]) == (row["kind"] != IN_TEXT), row
        assert row["asks_for_data"] == "yes" or row["kind"] != IN_TEXT, row


@pytest.mark.usefixtures("documents")
def test_the_letters_of_every_lead_are_explained_by_the_documents() -> None:
    rows = {row["code"]: row for row in read("lead_groups.csv")}
    for row in rows.values():
        assert source.section_text(row["document"], row["section"]).count(row["source_words"]) == 1, row
        assert row["name"] in row["source_words"] and row["code"] in row["source_words"], row
    leads = {code for row in read("plan_milestones.csv") for code in row["lead"].split(", ")}
    assert leads == set(rows)


@pytest.mark.usefixtures("documents")
def test_commissioning_areas_are_the_legends_of_the_charts() -> None:
    for row in read("commissioning_areas.csv"):
        lines = [line.lstrip("■- ").strip() for line in source.sections(MOPAC)[row["section"]]]
        assert lines.count(row["area"]) == 1 and row["share"] == NOT_READABLE, row


@pytest.mark.usefixtures("documents")
def test_plan_milestones_are_those_of_the_plan_row_by_row() -> None:
    printed = source.plan_milestones(PLAN)
    titles = [milestone[0] for _, milestone in printed]
    for row, (section, (title, lead, partners, quarter)) in zip(
        read("plan_milestones.csv"), printed, strict=True
    ):
        assert (row["section"], row["lead"], row["partners"]) == (section, lead, partners), row
        assert row["quarter"] == f"{quarter} 2017-18", row
        assert title.startswith(row["source_words"]), row
        assert sum(other.startswith(row["source_words"]) for other in titles) == 1, row
        assert set(numbers(title)) == set(numbers(row["milestone"])), row
        assert len(row["milestone"]) <= len(title) or row["milestone"] == title, row


# What a report's own words say of a milestone, in the vocabulary of its legend.
STATUS_WORDS = {
    "delivered": r"\b(delivered|completed?)\b",
    "on track": r"\b(on track|on target)\b",
    "some delay": r"\b(delay(s|ed)?|later than planned)\b",
}
REPORTS = {MOPAC: (30, 12), UPDATE_Q2: (35, 18), UPDATE_2018: (6, 6)}


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize("document", REPORTS)
def test_milestone_reports_are_transcribed_row_by_row(document: str) -> None:
    rows = [row for row in read("milestone_progress.csv") if row["document"] == document]
    printed = source.reported_milestones(document)
    every, due = REPORTS[document]
    assert (len(printed), sum(milestone.kind == "due" for milestone in printed)) == (every, due)
    titles = [milestone.title for milestone in printed]
    for number, (row, milestone) in enumerate(zip(rows, printed, strict=True)):
        assert row["section"] == milestone.section, row
        assert (row["quarter"], row["kind"]) == (milestone.quarter, milestone.kind), row
        assert row["programme_number"] == milestone.programme_number, row
        assert row["programme"] == milestone.programme, row
        assert milestone.title.startswith(row["source_words"]), row
        assert sum(title.startswith(row["source_words"]) for title in titles) == 1, row
        # two milestones reported together share the text after the second
        text = milestone.progress or printed[number + 1].progress
        assert set(numbers(row["progress"])) <= set(numbers(text)), (row, text)
        check_status(row, text)


def check_status(row: Row, text: str) -> None:
    """A status rests on the report's own words or on a mark its legend explains, or is not readable.

    Where words of the legend occur and no status is drawn from them, a note says why.
    """
    said = {status for status, words in STATUS_WORDS.items() if re.search(words, text, re.IGNORECASE)}
    if row["status_basis"] == "words":
        assert row["status_words"] in text, row
        assert re.search(STATUS_WORDS[row["status"]], row["status_words"]), row
    elif row["status_basis"] == "mark":
        assert (row["document"], row["status"], row["mark"]) == (UPDATE_2018, "delivered", "✓"), row
    else:
        assert (row["status"], row["status_basis"], row["status_words"]) == (NOT_READABLE, "", ""), row
        assert not said or row["note"], (row, said)
    if row["mark"] != NOT_READABLE and row["status_basis"] != "mark":
        assert row["mark"] in text, row


@pytest.mark.usefixtures("documents")
def test_every_milestone_of_2018_19_has_a_mark_and_its_legend() -> None:
    text = source.squash(" ".join(source.lines(UPDATE_2018)))
    assert text.count("✓ delivered") == 1
    assert text.count("✓") == 1 + REPORTS[UPDATE_2018][0]


def test_a_reported_milestone_is_due_in_the_quarter_of_the_plan() -> None:
    plan = {row["milestone_id"]: row for row in read("plan_milestones.csv")}
    for row in read("milestone_progress.csv"):
        if row["document"] != UPDATE_2018:
            promised = plan[row["milestone_id"]]
            assert (row["milestone"], row["quarter"]) == (promised["milestone"], promised["quarter"]), row
    reported = {row["milestone_id"] for row in read("milestone_progress.csv")}
    early = {key for key, row in plan.items() if row["quarter"] in ("Q1 2017-18", "Q2 2017-18", "Q3 2017-18")}
    assert early - reported == set()
