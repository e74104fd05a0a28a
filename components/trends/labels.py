"""The labels at the right of a panel: the latest figure, its average, the limits, far enough apart to be read."""

from __future__ import annotations

from dataclasses import dataclass

from components import theme
from components.figures import svg
from components.trends.frame import Frame, provisional_months
from components.trends.lines import BEFORE
from components.trends.view import Period, SeriesView, TrendsView
from components.trends.words import limits, short_end, signal, told
from data.selection import Span
from data.selection.trends import Compare

GAP = 15.0  # from one line of labels to the next
COLOURS = {"higher": theme.HIGHER, "lower": theme.LOWER}


@dataclass(frozen=True)
class Label:
    """Words beside the y that they belong to."""

    y: float
    words: str
    ink: str
    kind: str = ""


def end_labels(view: TrendsView, series: SeriesView, place: Frame) -> list[str]:
    """In the order of their places, moved apart; the marks stay where they are."""
    found = sorted(_labels(view, series, place), key=lambda label: label.y)
    low, high = place.top + 4.0, place.bottom - (23.0 if provisional_months(view, series) else 4.0)
    x = place.size.right + 8.0
    drawn = [
        svg.text(x, y + 4.5, label.words, kind=label.kind or "sm", ink=label.ink)
        for label, y in zip(found, spread([label.y for label in found], GAP, low, high), strict=True)
    ]
    if provisional_months(view, series):
        drawn.append(svg.text(x, place.bottom - 2.0, "provisional", kind="ax sm"))
    return drawn


def spread(ys: list[float], gap: float, low: float, high: float) -> list[float]:
    """Rising places at least `gap` apart and within `low` and `high` where they fit, as near as can be to `ys`."""
    placed: list[float] = []
    for y in ys:
        placed.append(max(y, low, placed[-1] + gap if placed else low))
    ceiling = high
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], ceiling)
        ceiling = placed[place] - gap
    return placed


def _labels(view: TrendsView, series: SeriesView, place: Frame) -> list[Label]:
    latest, judged = series.latest, series.judged_row
    if latest is None or latest.value is None:
        return []
    by_month = view.selection.by is Span.MONTH
    told_of = signal(series) if judged is latest and by_month else ""
    ink = COLOURS.get(told_of, theme.INK if by_month else theme.ACCENT)
    words = f"{short_end(view, latest)} {told(view, series, latest.value)}"
    labels = [Label(place.y(latest.value), words, ink, "b")]
    if latest.average is not None:
        average = f"Average {told(view, series, latest.average)}"
        labels.append(Label(place.y(latest.average), average, theme.ACCENT, "sm b" if place.size.is_phone else "b"))
    if view.selection.compare is Compare.YEAR and latest.before is not None:
        before = f"{'Before' if place.size.is_phone else 'A year before'} {told(view, series, latest.before)}"
        labels.append(Label(place.y(latest.before), before, BEFORE))
    return [*labels, *_limits(view, series, judged, place)]


def _limits(view: TrendsView, series: SeriesView, row: Period | None, place: Frame) -> list[Label]:
    told_limits = limits(view, series, row)
    if row is None or row.lower is None or row.upper is None or told_limits is None:
        return []
    lower, upper = told_limits
    return [
        Label(place.y(row.upper), f"Upper {upper}", theme.INK_3),
        Label(place.y(row.lower), f"Lower {lower}", theme.INK_3),
    ]
