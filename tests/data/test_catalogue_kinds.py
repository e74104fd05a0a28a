"""Answers to surveys, and measures of which there is one published figure and no file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import Break, Catalogue, Measure, Polarity, catalogue
from data.survey_bases import survey_bases

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "data" / "published"
MAPPING = ROOT / "etl" / "mappings" / "survey_questions.csv"
KEY = ("document", "section", "table_name", "row_label", "column_label")


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def figures() -> dict[tuple[str, ...], dict[str, str]]:
    """Every published figure by its key, read with the csv module: nothing of ours."""
    found = [row for path in sorted(PUBLISHED.glob("*.csv")) for row in rows(path) if "column_label" in row]
    return {tuple(row[name] for name in KEY): row for row in found}


@pytest.mark.parametrize("measure", catalogue().published, ids=lambda measure: measure.id)
def test_a_published_measure_has_exactly_one_figure(measure: object) -> None:
    assert figures()[measure.key]["value"]  # type: ignore[attr-defined]


def test_figures_read_by_eye_are_found_by_the_keys() -> None:
    """Typed from the pages of the reports."""
    found = figures()
    typed = {"anti-social-behaviour-calls": "67000", "nuisance-share-of-calls": "86", "special-constables": "2523",
             "fraud-and-cybercrime-reports": "42490", "user-satisfaction-published": "75", "police-officers": "30719",
             "victims-kept-updated": "65", "victims-told-of-an-arrest": "69", "honour-based-violence": "326",
             "dedicated-ward-officers": "1171", "complaints-per-100-employees": "13",
             "terrorism-arrests": "379"}  # fmt: skip
    assert {each: found[catalogue().published_measure(each).key]["value"] for each in typed} == typed


def test_the_period_in_words_is_that_of_the_figure() -> None:
    """Wherever the figure is dated, its words name the year and the month in which its period ends."""
    found = figures()
    for measure in catalogue().published:
        end = found[measure.key]["period_end"]
        if end:
            last = date.fromisoformat(end)
            assert f"{last:%b %Y}" in measure.period_words, measure.id
        start = found[measure.key]["period_start"]
        if start and end:
            months = (last.year - int(start[:4])) * 12 + last.month - int(start[5:7]) + 1
            said = {1: f"{last:%b %Y}", 3: "–", 12: "12 months to"}.get(months, "–")
            assert said in measure.period_words or f"Jan–Dec {last.year}" == measure.period_words, measure.id


def test_the_number_itself_never_stands_in_the_catalogue() -> None:
    found = figures()
    for measure in catalogue().published:
        number = found[measure.key]["value"]
        said = " ".join([measure.name, measure.definition, measure.why_no_series, *measure.caveats])
        if len(number) > 2:  # 13 or 86 may be a date's or an age's
            assert number not in said.replace(",", ""), measure.id
    with pytest.raises(ValueError, match="value"):
        type(measure).model_validate({**measure.model_dump(), "value": 3})


def test_a_published_measure_is_chosen_once() -> None:
    keys = [measure.key for measure in catalogue().published]
    assert len(keys) == len(set(keys))
    assert 15 <= len(keys) <= 30


def test_every_survey_measure_asks_a_question_that_the_loader_knows() -> None:
    known = {(row["survey"], row["question"]): row["wording"] for row in rows(MAPPING) if row["kind"] == "code"}
    asked = [(measure.survey, measure.question_key) for measure in catalogue().surveys]
    assert len(asked) == len(set(asked))
    for measure in catalogue().surveys:
        assert known[measure.survey, measure.question_key] == (measure.asked or ""), measure.id
        assert survey_bases()[measure.survey].months == 12
        assert measure.polarity is Polarity.HIGHER
        assert any("no numbers of interviews" in caveat for caveat in measure.caveats), measure.id


def test_every_question_of_the_attitude_survey_by_borough_has_a_measure() -> None:
    """The one question left out was published once, pooled over years and by ethnic group only."""
    known = {row["question"] for row in rows(MAPPING) if row["survey"] == "PAS"}
    chosen = {measure.question_key for measure in catalogue().surveys if measure.survey == "PAS"}
    assert known - chosen == {"Stop and search used fairly"}


def test_a_survey_measure_refuses_a_comparison_across_its_break() -> None:
    one = Break(month="2020-04", reason="Interviews moved to the telephone.")  # type: ignore[arg-type]
    measure = catalogue().surveys[0].model_copy(update={"breaks": (one,)})
    assert measure.break_between(date(2020, 3, 1), date(2020, 4, 1)) == one
    assert measure.break_between(date(2020, 4, 1), date(2020, 5, 1)) is None


def test_entries_are_found_by_their_id_and_only_among_their_kind() -> None:
    known = catalogue()
    assert known.survey("trust-in-the-met").question_key == "Trust MPS"
    assert known.published_measure("police-officers").row_label == "Officers"
    assert not known.has_measure("trust-in-the-met")
    for find in (known.measure, known.survey, known.published_measure):
        with pytest.raises(KeyError, match="nothing-of-the-kind"):
            find("nothing-of-the-kind")


def test_sentences_are_short_and_blame_nobody() -> None:
    for entry in (*catalogue().surveys, *catalogue().published):
        said = [entry.definition, *entry.caveats, getattr(entry, "question", ""), getattr(entry, "why_no_series", "")]
        for sentence in re.split(r"(?<=[.?]) ", " ".join(filter(None, said))):
            assert len(sentence.split()) < 25, sentence
            assert not re.search(r"\b(bad|good|worse|better|failed|alarming|soared)\b(?! job)", sentence), sentence


@given(st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=1, max_size=5))
def test_parts_are_accepted_exactly_where_each_whole_exists_and_is_no_part(wholes: list[int | None]) -> None:
    """Measure i is part of measure wholes[i]; one past the end does not exist."""
    known, burglary = catalogue(), catalogue().measure("burglary")
    made: list[Measure] = [
        burglary.model_copy(update={"id": f"m{i}", "part_of": None if whole is None else f"m{whole}"})
        for i, whole in enumerate(wholes)
    ]
    right = all(w is None or (w < len(wholes) and wholes[w] is None) for w in wholes)
    given_ = {"priorities": known.priorities, "datasets": known.datasets, "measures": made, "default_measure": "m0"}
    if right:
        assert Catalogue.model_validate(given_).measure("m0") == made[0]
    else:
        with pytest.raises(ValueError, match="is part of"):
            Catalogue.model_validate(given_)
