"""Bars of searches per 1,000 residents and ratios to White people's rate, drawn wide in one and narrow in two."""

from __future__ import annotations

from collections.abc import Iterator

from components import theme
from components.figures import svg
from components.figures.scale import Scale, round_ticks
from components.stop_and_search import words
from components.stop_and_search.marks import BAR_GREY, Ratio, ratio_axis, ratio_mark
from components.stop_and_search.records import Group
from components.stop_and_search.scales import RatioScale, ratio_scale
from components.stop_and_search.view import StopAndSearchView
from components.text.numbers import plain

WIDTH, ROW, TOP = 1184, 46, 42
NARROW, NARROW_ROW, NARROW_TOP = 358, 48, 24
REFERENCE, BEFORE = "reference group", "Rate compared with White people"


def ratio_of(group: Group) -> Ratio:
    return Ratio(group.ratio, group.ratio_lower, group.ratio_upper, group.ratio_lowest, group.ratio_highest)


def known(view: StopAndSearchView) -> list[Group]:
    """The groups that a figure shows: those with a name. Searches of unknown ethnicity have no rate."""
    return [group for group in view.groups if group.is_known]


def label(view: StopAndSearchView) -> str:
    """The figure in a sentence."""
    told = [f"{group.name}: {_told(view, group)}" for group in known(view)]
    return f"Searches by ethnic group {words.recorded(view)}, {view.area_name}, {words.when(view)}. {'; '.join(told)}."


def _told(view: StopAndSearchView, group: Group) -> str:
    if group.tally.searches is None:
        return words.WITHHELD
    if group.per_1000 is None:
        return words.searches(group.tally.searches)
    same = group.key == words.KEY_WHITE or group.ratio is None
    beside = "" if same else f", {_times(group)} the White rate"
    return f"{words.rate(group.per_1000)} searches per 1,000 residents{beside}"


def _times(group: Group) -> str:
    return words.times(group.ratio, group.ratio_lower, group.ratio_upper)


def wide(view: StopAndSearchView) -> str:
    groups = known(view)
    bottom = TOP + ROW * len(groups) + 8
    bars = bar_scale(view, 150, 550 if view.residents_basis else 1000)
    parts = [svg.text(150, 16, _measured(view), kind="b"), *_bar_axis(bars, TOP, bottom)]
    scale = ratio_scale(_ratios(groups), left=668, right=1036)
    if view.residents_basis:
        parts += [svg.text(668, 16, BEFORE, kind="b"), *ratio_axis(scale, TOP, bottom)]
    for place, group in enumerate(groups):
        top = TOP + ROW * place
        parts += [*_named(group, 0, top + 26), *_bar(view, bars, group, top + 17)]
        if view.residents_basis:
            parts += _ratio_row(scale, group, top + 28)
        if place:
            parts.append(svg.line(0, top + 6, WIDTH, top + 6, stroke=theme.RULE, shape_rendering="crispEdges"))
    return svg.drawing(WIDTH, bottom + 34, *parts, label=label(view))


def narrow_rates(view: StopAndSearchView) -> str:
    groups = known(view)
    bottom = NARROW_TOP + NARROW_ROW * len(groups)
    bars = bar_scale(view, 0, NARROW - 58, most=4)
    parts = [svg.text(0, 14, _measured(view), kind="b"), *_bar_axis(bars, NARROW_TOP, bottom)]
    for place, group in enumerate(groups):
        top = NARROW_TOP + NARROW_ROW * place
        parts.append(svg.text(0, top + 18, _name_and_count(group), kind="halo"))
        parts += _bar(view, bars, group, top + 24, height=18)
    return svg.drawing(NARROW, bottom + 28, *parts, label=label(view))


def narrow_ratios(view: StopAndSearchView) -> str:
    groups = known(view)
    bottom = NARROW_TOP + NARROW_ROW * len(groups)
    scale = ratio_scale(_ratios(groups), left=28, right=NARROW - 28)
    parts = [svg.text(0, 14, BEFORE, kind="b"), *ratio_axis(scale, NARROW_TOP + 4, bottom)]
    for place, group in enumerate(groups):
        y = NARROW_TOP + NARROW_ROW * place + 34
        parts.append(svg.text(0, y - 14, group.name, kind="b halo"))
        parts.append(svg.text(NARROW, y - 14, _ratio_words(group), kind="end halo"))
        parts += _mark(scale, group, y)
    return svg.drawing(NARROW, bottom + 28, *parts, label=label(view))


def _measured(view: StopAndSearchView) -> str:
    return "Searches per 1,000 residents" if view.residents_basis else "Searches"


def _value(view: StopAndSearchView, group: Group) -> float | None:
    """What the bar is as long as; None where there is nothing that may be shown."""
    if group.tally.searches is None:
        return None
    return group.per_1000 if view.residents_basis else float(group.tally.searches)


def bar_scale(view: StopAndSearchView, left: float, right: float, *, most: int = 5) -> Scale:
    values = [value for group in known(view) if (value := _value(view, group)) is not None]
    return Scale(round_ticks(0.0, max([*values, 1.0]), most=most), left, right)


def _bar_axis(scale: Scale, top: float, bottom: float) -> Iterator[str]:
    places = 0 if all(tick == int(tick) for tick in scale.ticks) else 1
    for tick in scale.ticks:
        kind = "base" if tick == 0 else "grid"
        yield svg.line(scale.x(tick), top, scale.x(tick), bottom, class_=kind)
        yield svg.text(scale.x(tick), bottom + 21, plain(tick, places), kind="ax mid" if tick or scale.left else "ax")


def _named(group: Group, x: float, y: float) -> tuple[str, str]:
    number = words.searches(group.tally.searches)
    return svg.text(x, y, group.name, kind="b row"), svg.text(x, y + 17, number, kind="ax")


def _name_and_count(group: Group) -> str:
    return f"{group.name}, {words.searches(group.tally.searches)}"


def _bar(view: StopAndSearchView, scale: Scale, group: Group, y: float, *, height: float = 22) -> list[str]:
    value = _value(view, group)
    if value is None:
        why = words.WITHHELD if group.tally.searches is None else "no residents of this group to divide by"
        return [svg.text(scale.left + 6, y + height / 2 + 5, why, kind="ax")]
    fill = theme.ACCENT if group.key == words.KEY_BLACK else BAR_GREY
    said = words.rate(value) if view.residents_basis else plain(value)
    return [
        svg.rect(scale.left, y, scale.x(value) - scale.left, height, fill=fill),
        svg.text(scale.x(value) + 8, y + height / 2 + 5, said, kind="b row"),
    ]


def _ratios(groups: list[Group]) -> list[float | None]:
    return [value for group in groups for value in ratio_of(group).all]


def _ratio_row(scale: RatioScale, group: Group, y: float) -> list[str]:
    drawn = _mark(scale, group, y)
    if group.key == words.KEY_WHITE or group.ratio is None:
        return drawn
    interval = words.interval(group.ratio_lower, group.ratio_upper)
    return [*drawn, svg.text(WIDTH, y - 2, _times(group), kind="b end row"),
            svg.text(WIDTH, y + 15, interval, kind="ax end")]  # fmt: skip


def _mark(scale: RatioScale, group: Group, y: float) -> list[str]:
    if group.key == words.KEY_WHITE and group.ratio is not None:
        return [svg.circle(scale.x(1), y, 5, fill=theme.PAGE, stroke=theme.INK, stroke_width=2),
                svg.text(scale.x(1) + 12, y + 5, REFERENCE, kind="ax halo")]  # fmt: skip
    ink = theme.ACCENT if group.key == words.KEY_BLACK else theme.INK_2
    return list(ratio_mark(scale, y, ratio_of(group), ink=ink))


def _ratio_words(group: Group) -> str:
    if group.key == words.KEY_WHITE or group.ratio is None:
        return "" if group.tally.searches is not None else words.WITHHELD
    interval = words.interval(group.ratio_lower, group.ratio_upper)
    return f"{_times(group)}{f' ({interval})' if interval else ''}"
