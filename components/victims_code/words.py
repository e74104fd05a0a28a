"""The sentences of the Victims' Code page, filled from the figures on screen. They tell direction, never judgement."""

from __future__ import annotations

from components.text.numbers import MINUS, count, plain, rounded
from components.victims_code.view import Change, Month, Point, Printed, VictimsCodeView
from data.selection import month_name
from data.selection.victims_code import Requirement

# What is said of victims, in the middle of a sentence.
TOLD = {
    Requirement.UPDATED: "kept updated",
    Requirement.ARRESTED: "told whether a suspect had been arrested",
    Requirement.RELEASED: "told that a suspect had been released",
}
VERDICTS = {
    "higher": "Higher: more than chance and rounding would explain",
    "lower": "Lower: more than chance and rounding would explain",
    "no_clear_change": "No clear change", "too_few": "Too few to say", "not_available": "Not available",
}  # fmt: skip
MONTHLY = {
    "higher": "Higher: larger than chance alone would explain",
    "lower": "Lower: larger than chance alone would explain",
    "no_clear_change": "No clear change", "too_few": "Too few to say", "not_available": "Not available",
}  # fmt: skip
STANDS = {"higher": "above the range expected of it", "lower": "below the range expected of it",
          "within": "within the range expected of it"}  # fmt: skip


def percent(share: float | None, decimals: int = 0) -> str:
    """`65%`; in words where there is no figure."""
    return "no figure" if share is None else f"{plain(100 * share, decimals)}%"


def limits(lower: float | None, upper: float | None) -> str:
    """`64.1% to 65.9%`; nothing where it is not known."""
    return "" if lower is None or upper is None else f"{percent(lower, 1)} to {percent(upper, 1)}"


def signed(points: float, decimals: int = 1) -> str:
    """`−15.0`, `+2.1`; exactly none is `0`."""
    value = rounded(points, decimals)
    sign = MINUS if value < 0 else "+" if value > 0 else ""
    return f"{sign}{abs(value):,.{decimals}f}" if value else "0"


def headline(view: VictimsCodeView) -> str:
    """The chosen month of the file, or the latest published month against the first."""
    if view.has_file:
        return _of_month(view)
    row = view.chosen
    last = row.points[-1]
    if row.change is None:
        share = f"about {percent(last.share)} of offences under the Code"
        return f"Victims were {TOLD[row.requirement]} in {share}, {last.label}."
    size = abs(row.change.points)
    way = "the same as in" if not rounded(size) else (
        f"{plain(size)} points {'higher' if row.change.points > 0 else 'lower'} than in")  # fmt: skip
    share = f"Victims were {TOLD[row.requirement]} in {percent(last.share)} of offences under the Code"
    return f"{share} in {last.label}, {way} {row.points[0].label}."


def _of_month(view: VictimsCodeView) -> str:
    told, when = TOLD[view.selection.requirement], month_name(view.selection.month) if view.selection.month else ""
    if view.latest is None or view.latest.share is None:
        return f"The file has no figure for victims {told} in {view.area_name} in {when}."
    stands = STANDS.get(view.latest.signal)
    end = f": {stands}." if stands else "."
    share = percent(view.latest.share)
    return f"Victims were {told} in {share} of offences under the Code in {view.area_name} in {when}{end}"


def lead(view: VictimsCodeView) -> str:
    """How sure that is."""
    return _certainty_of_month(view) if view.has_file else _certainty(view.chosen)


def _certainty(row: Printed) -> str:
    if row.change is None:
        return ("The report gives one approximate share for the whole period and says that it stayed about the same. "
                "It does not print the number of offences, so there is no interval.")  # fmt: skip
    range_ = f"{signed(row.change.lower)} to {signed(row.change.upper)} points"
    if row.change.verdict is None:
        return (f"Rounding alone leaves {range_}. The report does not print how many offences this is a share of, so "
                "there is no interval and no verdict on chance.")  # fmt: skip
    first, last = row.points[0], row.points[-1]
    clear = ("larger than chance and rounding would explain" if row.change.verdict in ("higher", "lower") else
             "no clear change: chance and rounding could explain it")  # fmt: skip
    return (f"The change is {clear} (95% interval {range_}). The Code applied to {count(last.cases)} offences in "
            f"{last.label}, and to {count(first.cases)} in {first.label}.")  # fmt: skip


def _certainty_of_month(view: VictimsCodeView) -> str:
    row = view.latest
    if row is None or row.share is None:
        return "Months without a figure are left out; they are not nought."
    said = [f"{count(row.met)} of {count(row.cases)} offences (95% interval {limits(row.lower, row.upper)})."]
    if row.change is not None:
        end = MONTHLY[row.change_verdict].split(": ")[-1]
        said.append(f"Against the same month a year before: {signed(row.change)} points "
                    f"({signed(row.change_lower or 0.0)} to {signed(row.change_upper or 0.0)}), {end.lower()}.")
    if row.signal not in STANDS:
        said.append(no_range(row))
    return " ".join(said)


def no_range(row: Month) -> str:
    """Why a month with a figure is not judged."""
    if row.limits == "none":
        return (f"No range is expected of it: of the 24 months that end a year before, {row.baseline_months} have a "
                "figure, and it takes 12.")  # fmt: skip
    return "It has too few offences to be judged."


def point_sentence(row: Printed, point: Point) -> str:
    """One printed share in a sentence, for those who do not see it drawn."""
    own = f"Victims {TOLD[row.requirement]}, {point.label}: {percent(point.share)}"
    if point.lower is None:
        return f"{own}; no interval."
    return f"{own}, 95% interval {limits(point.lower, point.upper)}."


def change_words(change: Change) -> str:
    """`−16.6 to −13.4`, and what kind of range that is."""
    kind = "rounding alone" if change.verdict is None else "95% interval"
    return f"{signed(change.lower)} to {signed(change.upper)}, {kind}"
