"""One panel of find rates: a row for each ethnic group, a line for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from components import theme
from components.figures import svg
from components.figures.scale import Scale, round_ticks
from components.stop_and_search import words
from components.stop_and_search.marks import dot, wrapped
from components.stop_and_search.records import ObjectGroup, SearchObject
from components.stop_and_search.view import StopAndSearchView
from components.text.numbers import plain

WIDTH, LEFT, RIGHT, TOP, ROW = 357, 62, 300, 56, 25
CLEAR = ("higher", "lower")
JUDGED = (*CLEAR, "no_clear_gap")
TICK = 5.5  # px, half the height of the mark of a rate that is compared with nothing


def scale_of(view: StopAndSearchView) -> Scale:
    """From none to a round per cent that holds every interval: the same for all panels."""
    tallies = [each.tally for each in view.objects]
    tallies += [group.tally for each in view.objects for group in each.groups if group.is_known]
    highest = max([100 * tally.share_upper for tally in tallies if tally.share_upper is not None] or [40.0])
    return Scale(round_ticks(0.0, highest, most=5), LEFT, RIGHT)


def shown(each: SearchObject) -> list[ObjectGroup]:
    return [group for group in each.groups if group.is_known]


def is_drawn(each: SearchObject) -> bool:
    """Whether any ethnic group has a find rate to draw."""
    return any(group.tally.share is not None for group in shown(each))


def is_judged(group: ObjectGroup) -> bool:
    """Whether the group is compared with the other known groups: not where their figures are withheld or too few."""
    return group.against_all in JUDGED


def label(each: SearchObject) -> str:
    told = [f"{group.name} {_said(group)}" for group in shown(each)]
    every = f"known groups together {words.found_share(each.known)}"
    return f"{each.name}, find rates: {'; '.join([every, *told])}."


def _said(group: ObjectGroup) -> str:
    clear = f", {group.against_all} than the other groups" if group.against_all in CLEAR else ""
    apart = ", not compared" if group.tally.share is not None and not is_judged(group) else ""
    return f"{words.found_share(group.tally)}{clear}{apart}"


def panel(each: SearchObject, scale: Scale) -> str:
    """SVG, 357 px wide on every screen."""
    groups = shown(each)
    bottom = TOP + ROW * max(len(groups), 1)
    parts = list(_title(each))
    parts += [*_axis(scale, bottom), *_all(each, scale, bottom)]
    for place, group in enumerate(groups):
        parts += _row(group, scale, TOP + ROW * place + 14)
    return svg.drawing(WIDTH, bottom + 28, *parts, label=label(each))


def _title(each: SearchObject) -> Iterator[str]:
    """The reason, a long one in two lines, and its number of searches at the right."""
    lines = wrapped(each.name, 34)
    for place, words_ in enumerate(lines[:2]):
        yield svg.text(0, 14 + 17 * place, words_, kind="b row")
    yield svg.text(WIDTH, 14, words.searches(each.tally.searches), kind="ax end")


def _axis(scale: Scale, bottom: float) -> Iterator[str]:
    for tick in scale.ticks:
        yield svg.line(scale.x(tick), TOP, scale.x(tick), bottom, class_="grid")
        yield svg.text(scale.x(tick), bottom + 18, f"{plain(tick)}%", kind="ax mid")


def _all(each: SearchObject, scale: Scale, bottom: float) -> Iterator[str]:
    """The line of all known groups together, where they are searches enough."""
    if each.known.share is None:
        return
    x = scale.x(100 * each.known.share)
    yield svg.line(x, TOP - 2, x, bottom, stroke=theme.INK, stroke_width=1.4)
    yield svg.text(x, TOP - 6, f"Known groups {words.percent(each.known.share)}", kind="sm mid halo")


def _row(group: ObjectGroup, scale: Scale, y: float) -> Iterator[str]:
    """Name, interval and dot, and the number; words alone where there is no share."""
    tally = group.tally
    yield svg.text(0, y + 4.5, group.name)
    if tally.share is None or tally.share_lower is None or tally.share_upper is None:
        yield svg.text(LEFT + 6, y + 4.5, _why(group), kind="ax halo")
        return
    is_clear = group.against_all in CLEAR
    ink = theme.ACCENT if is_clear else theme.INK_3
    low, high = scale.x(100 * tally.share_lower), scale.x(100 * tally.share_upper)
    yield svg.line(low, y, high, y, stroke=ink, stroke_width=2)
    yield from _mark(group, scale.x(100 * tally.share), y, ink=ink)
    yield svg.text(WIDTH, y + 4.5, words.percent(tally.share), kind="end")


def _mark(group: ObjectGroup, x: float, y: float, *, ink: str) -> Iterator[str]:
    """A hollow dot says that no difference is clear, so a rate that is compared with nothing has none."""
    if is_judged(group):
        yield dot(x, y, ink=ink, filled=group.against_all in CLEAR)
    else:
        yield svg.line(x, y - TICK, x, y + TICK, stroke=ink, stroke_width=2)


def _why(group: ObjectGroup) -> str:
    if group.tally.searches is None:
        return words.WITHHELD
    return f"{words.searches(group.tally.searches)}: too few"
