"""What is said of one local priority: how it was chosen, what the quarter did, what the month and the year say."""

from __future__ import annotations

from components import signals
from components.borough import words
from components.borough.kinds import BoroughRow, Priority
from components.borough.rules import told
from components.overview.words import interval
from components.text.numbers import count, percent_change
from data.selection import month_name

OLDER = " (categories until 2018)"
EVERYWHERE = "A priority in every borough. Calls to the police about nuisance, rowdy or intimidating behaviour."
CLEAR = {
    "higher": "Higher by more than chance alone would explain",
    "lower": "Lower by more than chance alone would explain",
}


def chosen(each: Priority) -> str:
    """In the words printed, and what counts it where that has another name."""
    if each.is_everywhere:
        return EVERYWHERE
    said = "Reported beside the two priorities" if each.is_additional else "Chosen by the borough"
    return " ".join(filter(None, [f"{said} as ‘{each.wording}’.", _counted(each)]))


def _counted(each: Priority) -> str:
    """The declaration's note is about what counts it now, not about the older categories."""
    if each.row is None:
        return each.note
    if each.row.name == f"{each.name}{OLDER}":
        return "Counted in the Met’s own categories, used until 2018."
    if each.row.name.endswith(OLDER):
        return f"Counted as {each.row.name.removesuffix(OLDER).lower()}, in the Met’s own categories, used until 2018."
    counted = "" if each.row.name.lower() == each.name.lower() else f"Counted here as: {each.row.name.lower()}."
    return " ".join(filter(None, [counted, each.note]))


def quarter(row: BoroughRow) -> str:
    """The verdict on the quarter in a sentence, with its interval."""
    if row.quarter_verdict in ("not_comparable", "not_available"):
        when = f": there is a series break in {month_name(row.broken.month)}" if row.broken else ""
        return f"{words.VERDICTS[row.quarter_verdict]}{when}."
    said = words.verdict_words(row.quarter_verdict, is_provisional=row.is_provisional)
    if not row.is_provisional:
        said = CLEAR.get(row.quarter_verdict, said)
    range_ = interval(row.quarter_lower_pct, row.quarter_upper_pct)
    return f"{said} (95% interval {range_})." if range_ else f"{said}."


def month(row: BoroughRow) -> str:
    """What the signal of the last month rests on."""
    number = f"{month_name(row.month)}: {words.counted_in(row.offences)}"
    if row.signal not in words.JUDGED or row.expected_lower is None or row.expected_upper is None:
        return f"{number}."
    rules = signals.rule_words(told(row.rules), row.signal, row.since, row.month)
    expected = f"expected {count(row.expected_lower)} to {count(row.expected_upper)}."
    trial = f"Trial range, from {row.baseline_months} months." if row.limits == "trial" else ""
    return " ".join(filter(None, [f"{number}, {expected}", f"{rules}." if rules else "", trial]))


def year(row: BoroughRow) -> str:
    """The 12 months and London's, the rates, and the place among similar boroughs."""
    if row.offences_12m is None:
        return "12 months: not available."
    return " ".join(filter(None, [_own_year(row), _london(row), _rate(row)]))


def _own_year(row: BoroughRow) -> str:
    said = words.verdict_words(row.change_verdict, is_provisional=row.is_provisional).lower()
    range_ = interval(row.change_lower_pct, row.change_upper_pct)
    between = f"({said}; {range_})" if range_ else f"({said})"
    if row.change_pct is None:
        return f"12 months: {count(row.offences_12m)} {between}."
    change = f"{percent_change(row.change_pct, decimals=1)} on the year before"
    return f"12 months: {count(row.offences_12m)}, {change} {between}."


def _london(row: BoroughRow) -> str:
    if row.london_change_pct is None:
        return ""
    return f"London: {percent_change(row.london_change_pct, decimals=1)}."


def _rate(row: BoroughRow) -> str:
    if row.rate is None:
        return ""
    here, whole = (words.rate_words(number, row.london_rate) for number in (row.rate, row.london_rate))
    place = words.place_words(row.place, row.of, row.sharing)
    where = f"; {place}, itself and similar boroughs" if place else ""
    return f"Rate {here} per 1,000 residents, London {whole}{where}."
