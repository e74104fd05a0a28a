"""The words of the page: figures as they are written, verdicts, the headline and the lead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from components.satisfaction.view import Answer, Base, SatisfactionView
from components.text.numbers import MINUS, count, listed, percent_change, plain, rounded
from components.text.periods import period
from data.catalogue import SurveyMeasure
from data.selection import month_name

CHANCE = "larger than chance alone would explain"
CHANGES = {
    "higher": f"Higher than a year before, by an amount {CHANCE}.",
    "lower": f"Lower than a year before, by an amount {CHANCE}.",
    "no_clear_change": "No clear change on the year before: chance alone could explain the difference.",
    "too_few": "Too few interviews to say whether it changed.",
    "not_comparable": "Not comparable with the year before: the series breaks between the two.",
    "not_available": "There is no figure for the year before to compare with.",
}
GAPS = {
    "clear": "Larger than chance alone would explain", "no_clear_gap": "No clear gap",
    "higher": "Higher for White people", "lower": "Lower for White people",
    "too_few": "Too few interviews to say", "not_available": "No interval possible",
}  # fmt: skip
PLACES = {
    "above_998": "Stands out above London (99.8% limits)", "above_95": "Stands out above London (95% limits)",
    "within": "No clear difference from London", "below_95": "Stands out below London (95% limits)",
    "below_998": "Stands out below London (99.8% limits)", "too_few": "Too few interviews to say",
    "not_available": "No figure",
}  # fmt: skip
PLAN = "met-business-plan-2017-18"
BAME = "Black, Asian and minority ethnic"
NOT_PUBLISHED = "not published; "  # how a basis begins that is no number of the file's own
NONE = "–"


def share(proportion: float | None) -> str:
    """`77%`."""
    return NONE if proportion is None else f"{plain(100 * proportion)}%"


def points(number: float | None) -> str:
    """`−2.8`, `+0.3`; exactly none is `0`."""
    return NONE if number is None else percent_change(number, decimals=1).removesuffix("%")


def printed(number: float, *, signed: bool = False) -> str:
    """As the documents print it, one decimal: `75.3`, `+3.0`, `−0.1`, `0.0`."""
    sign = MINUS if number < 0 else "+" if signed and number > 0 else ""
    return f"{sign}{plain(abs(number), 1)}"


def between(lower: float | None, upper: float | None, *, signed: bool = True) -> str:
    """`−9.6 to −5.6` in points, `3.6 to 7.8` without signs; nothing where it is not known."""
    if lower is None or upper is None:
        return ""
    return f"{_end(lower, signed=signed)} to {_end(upper, signed=signed)}"


def _end(number: float, *, signed: bool) -> str:
    """One decimal; two where one would make 0 of an end that is not, which decides whether the interval holds it."""
    if number == 0:
        return "0"
    places = 2 if rounded(number, 1) == 0 else 1
    sign = MINUS if number < 0 else "+" if signed else ""
    return f"{sign}{plain(abs(number), places)}"


def share_between(lower: float | None, upper: float | None) -> str:
    """`76% to 78%`, one decimal where the whole per cents would be one and the same."""
    if lower is None or upper is None:
        return ""
    places = 1 if rounded(100 * lower) == rounded(100 * upper) else 0
    return f"{plain(100 * lower, places)}% to {plain(100 * upper, places)}%"


def interviews(base: float | None, *, is_published: bool) -> str:
    """`about 12,800`, to three figures where it is worked out; as it is where it is published."""
    if base is None:
        return "Not stated"
    return count(base) if is_published else f"about {count(float(f'{base:.3g}'))}"


def of_base(base: Base) -> str:
    return interviews(base.interviews, is_published=base.is_published)


def place_name(view: SatisfactionView) -> str:
    return "London" if view.is_london else view.area.area_name


def who(measure: SurveyMeasure) -> str:
    """`residents asked who trust the Met`, `victims asked who were satisfied with follow-up`."""
    name = measure.name
    if name.startswith("Residents who "):
        return f"residents asked {name.removeprefix('Residents who ')}"
    return f"victims asked were {name.removeprefix('Victims ')}" if name.startswith("Victims ") else name


def headline(view: SatisfactionView) -> str:
    """What was answered and whether it moved; and for London, how many of the printed gaps chance does not explain."""
    return f"{_answered(view)} {_fairness(view)}" if view.is_london else _answered(view)


def _answered(view: SatisfactionView) -> str:
    now = view.latest
    if now is None:
        if not view.periods:
            return "This edition holds no answers to the surveys, only what reports printed of them."
        return f"There is no answer for {place_name(view)} in {period(view.selection.window)}."
    place = "" if view.is_london else f"In {view.area.area_name}, "
    said = f"{place}{share(now.proportion)} of {who(view.measure)} in {period(view.selection.window)}"
    return f"{said}{_moved(now)}."


def _moved(now: Answer) -> str:
    if now.change_verdict in ("higher", "lower"):
        return f", {now.change_verdict} than a year before"
    return ", with no clear change on the year before" if now.change_verdict == "no_clear_change" else ""


def _fairness(view: SatisfactionView) -> str:
    """Of the gap table of the plan: never of another period than it says."""
    clear = sum(gap.verdict == "clear" for gap in view.gaps)
    verb = "was" if clear == 1 else "were"
    plan = view.titles.get(PLAN, "business plan")
    return f"{clear or 'None'} of the {len(view.gaps)} gaps by ethnicity in the Met’s {plan} {verb} {CHANCE}."


def lead(view: SatisfactionView) -> str:
    """The widest printed gap, and what the matrix holds."""
    widest = max(view.gaps, key=lambda gap: gap.gap)
    clear, every = sum(cell.is_clear for cell in view.matrix.cells), len(view.matrix.cells)
    return (
        f"The widest printed gap, {printed(widest.gap)} points, was in ‘{widest.question}’: 95% interval "
        f"{between(widest.lower, widest.upper, signed=False)}, from approximate numbers of interviews. Across age, "
        f"sex, ethnicity, disability and sexual orientation, {clear} of {every} printed differences from the average "
        f"in {month_name(view.matrix.period_end) if view.matrix.period_end else 'the report'} were {CHANCE}."
    )


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def base_words(basis: str) -> str:
    """How many were asked, as it may stand in a line: `published`, or what the publisher states instead."""
    return basis if basis != "published" else "numbers of interviews are published with the figures"


def bases_words(stated: Iterable[tuple[date, str]]) -> str:
    """`Interviews are not published. Until 2020 … Later …`: what the publisher states instead, in the order of time.

    `stated`: each period's end with its basis, which begins with `not published; ` where figures carry no numbers.
    """
    first = {basis: end for end, basis in sorted(stated, reverse=True)}
    said = [basis for basis, _ in sorted(first.items(), key=lambda each: each[1]) if basis != "published"]
    if not said:
        return "Interviews are published with the figures."
    told = [_sentence(each.removeprefix(NOT_PUBLISHED)) for each in said]
    return " ".join(["Interviews are not published.", *told])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def years(start: date, end: date) -> str:
    """`April 2015 to March 2021`; a year is `12 months to June 2017`."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return f"12 months to {month_name(end)}" if months == 12 else f"{month_name(start)} to {month_name(end)}"  # noqa: PLR2004


def named(names: Iterable[str]) -> str:
    return listed(list(names))
