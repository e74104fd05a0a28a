"""What is said of one exception. Direction only: nothing is called good or bad, and no borough is blamed."""

from __future__ import annotations

from urllib.parse import urlencode

from components.exceptions.view import METHODS, ExceptionRow
from components.signals import WORDS, range_words, rule_words
from components.text.numbers import MINUS, NOT_AVAILABLE, NOT_CALCULATED, count, percent_change, plain
from data.selection import month_name, trends

NO_BREAK = "\u00a0"
SURELY = 10_000  # the chances beyond which no number is told
OFTEN = 5  # one in so many, or more, is not surprising by itself
VERDICTS = {
    "no_clear_change": "no clear change", "too_few": "too few to say", "not_comparable": "not comparable",
    "not_available": "not available", "higher": "higher", "lower": "lower",
}  # fmt: skip


def series_words(row: ExceptionRow) -> str:
    """`Theft from the person, Camden`."""
    return f"{row.measure}, {row.area_name}"


def figure_words(row: ExceptionRow) -> str:
    """`1,146 in June 2017. Expected 572 to 1,024`."""
    return f"{latest_words(row)}. {expected_words(row)}"


def latest_words(row: ExceptionRow) -> str:
    return f"{count(row.offences)} in {month_name(row.month)}"


def expected_words(row: ExceptionRow) -> str:
    lower, upper = range_words(row.expected_lower, row.expected_upper)
    return f"Expected {lower} to {upper}"


def chance_words(p_value: float | None) -> str:
    """How often chance alone gives as much: `less than 1 in 10,000`, `about 1 in 250`, `more than 1 in 5`.

    The number of chances is rounded to two figures, so that it does not look surer than it is.
    """
    if p_value is None:
        return NOT_AVAILABLE
    if p_value * SURELY < 1:
        return f"less than 1 in {SURELY:,}"
    if p_value * OFTEN > 1:
        return f"more than 1 in {OFTEN}"
    return f"about 1 in {float(f'{1 / p_value:.2g}'):,.0f}"


def reason_words(row: ExceptionRow) -> str:
    """The rules that it broke, in plain words. A month outside the range is near its limit too, which goes unsaid."""
    rules = [rule for rule in row.rules.split(",") if rule != "outer_third" or "beyond_limit" not in row.rules]
    return rule_words(",".join(rules), row.signal, row.since, row.month)


def since_words(row: ExceptionRow) -> str:
    """Since when it has been on this side of its average, where the rules do not say so already."""
    if row.since is None or row.since >= row.month or "run" in row.rules.split(","):
        return ""
    return f"{'Above' if row.signal == 'higher' else 'Below'} its average since {month_name(row.since)}"


def limits_words(row: ExceptionRow) -> str:
    """That the range rests on fewer than two years of figures, where it does."""
    if row.limits != "trial":
        return ""
    return f"Trial limits: {row.baseline_months} months to compare with"


def change_words(row: ExceptionRow) -> str:
    """`+22.3%`, or why there is none."""
    if row.change_pct is not None:
        return percent_change(row.change_pct, decimals=1)
    if row.change_verdict == "not_comparable":
        return "Not comparable"
    return NOT_AVAILABLE if row.offences_12m is None or row.offences_12m_before is None else NOT_CALCULATED


def interval_words(row: ExceptionRow) -> str:
    """`+15.1% to +30.0%`; where no percentage can be given, the two counts."""
    if row.change_pct is not None and row.change_lower_pct is not None and row.change_upper_pct is not None:
        return f"{_sided(row.change_lower_pct)} to {_sided(row.change_upper_pct)}"
    if row.offences_12m is None or row.offences_12m_before is None:
        return ""
    return f"{count(row.offences_12m)}, before {count(row.offences_12m_before)}"


def _sided(number: float) -> str:
    """A limit of an interval always bears its sign, or none where it rounds to nothing."""
    sign = "+" if round(number, 1) > 0 else MINUS if round(number, 1) < 0 else ""
    return f"{sign}{plain(abs(number), 1)}%"


def verdict_words(row: ExceptionRow) -> str:
    """Said where the change alone would mislead: the interval includes none, or the counts are small."""
    told = ("no_clear_change", "too_few")
    return VERDICTS[row.change_verdict].capitalize() if row.change_verdict in told else ""


def london_signal_words(row: ExceptionRow) -> str:
    """Under the head of the column that says whose signal it is, in one or two words."""
    short = {"higher": "Higher", "lower": "Lower", "within": "Within range"}
    return short.get(row.london_signal or "", WORDS.get(row.london_signal or "", ""))


def london_change_words(row: ExceptionRow) -> str:
    """`12 months: +3.1%, no clear change` of London's same measure; nothing in London's own row."""
    if row.is_london or row.london_change_pct is None:
        return ""
    clear = ", no clear change" if row.london_change_verdict == "no_clear_change" else ""
    return f"12 months:{NO_BREAK}{percent_change(row.london_change_pct, decimals=1)}{clear}"


def trends_address(row: ExceptionRow) -> str:
    return trends.address(row.measure_id, row.slug, to=row.month)


def revised_words(row: ExceptionRow) -> str:
    """`Revised: first published as 1,098`."""
    if row.revised is None:
        return ""
    first = row.revised["first"]
    return "Revised since it was first published" if first is None else f"Revised: first published as {count(first)}"


def revised_address(row: ExceptionRow) -> str:
    """The series' revisions on the methods page; all of its dataset's where the figure has several parts."""
    found = row.revised or {}
    asked = ":".join(filter(None, [found.get("dataset"), found.get("series")]))
    return f"{METHODS}?{urlencode({'revised': asked})}#revisions"


def break_words(row: ExceptionRow) -> str:
    return f"Recording changed in {month_name(row.broken.month)}" if row.broken else ""


def measure_address(row: ExceptionRow) -> str:
    return f"{METHODS}#measure-{row.measure_id}"
