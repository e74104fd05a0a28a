"""How the expected range is worked out, and how often it would be left by chance, in plain words."""

from __future__ import annotations

from components.overview.view import OverviewView
from components.text.numbers import count, plain
from data.selection import add_months, month_name

BASELINE = 24  # months that end a year before the month they judge
JUDGED = 12


def expected_range(view: OverviewView) -> list[tuple[str, str]]:
    """Headings and paragraphs, in order."""
    month = view.selection.month
    first, last = add_months(month, 1 - BASELINE - JUDGED), add_months(month, -JUDGED)
    return [
        ("Two different questions", "The change compares 12 months with the 12 before. The signal asks whether one "
         "month is unusual for its series. A year can be higher while its last month is as expected."),
        ("The season", "Each month is first divided by its usual share of the year, from up to five earlier years. "
         "Where fewer than two earlier years are known, nothing is adjusted."),
        ("The range", f"The range for {month_name(month)} comes from the 24 months from {month_name(first)} to "
         f"{month_name(last)}. It is their average, plus and minus 2.66 times their average move from one month to "
         "the next. It ends a year before the month, so that a change cannot hide in its own baseline."),
        ("The rules", "A month is higher than expected when it lies above the range. So it is when seven months in a "
         "row lie above the average, or each lies above the one before. It also is when two of three months lie in "
         "or beyond the outer third. Lower works the same way."),
        ("Signals by chance alone", by_chance(view)),
        ("Few months or few offences", "With 12 to 23 months to go by, the range is called a trial range. With fewer "
         "months, or with very few offences a month, no signal is given."),
        ("The change and its interval", "The interval is exact for two counts, and is widened by how much the series "
         "moves from month to month. A change is called higher or lower when the whole interval lies on one side of "
         "zero. A percentage from fewer than 20 offences is not calculated (n/c)."),
        ("Breaks and provisional months", "Nothing is compared across a declared break in a series. Months that the "
         "publisher may still revise are shown and not judged."),
    ]  # fmt: skip


def by_chance(view: OverviewView) -> str:
    """How many of the signals on screen chance alone would raise."""
    raised = sum(row.signal in ("higher", "lower") for row in view.counts)
    if not view.judged:
        return "No measure is judged for this month, so there is no signal that chance could have raised."
    if view.judged == 1:
        return ("One measure is judged here; by chance alone a measure would raise a signal in about "
                f"{plain(100 * view.by_chance, 0)} of 100 months. {'It did.' if raised else 'It raised none.'}")
    chance = plain(view.by_chance, 1 if view.by_chance < 10 else 0)
    return (f"Of the {count(view.judged)} measures judged here, about {chance} would raise a signal by chance alone, "
            f"if nothing had changed and each stood by itself. {count(raised)} did. "
            "Measures that are parts of one another tend to raise signals together.")  # fmt: skip
