"""The sentences that open the page: rates beside each other, the find rate, and how sure. Never why."""

from __future__ import annotations

from components.stop_and_search import words
from components.stop_and_search.records import UNPLACED, Group
from components.stop_and_search.view import StopAndSearchView
from components.stop_and_search.words import KEY_BLACK, KEY_WHITE
from components.text.numbers import plain
from components.text.periods import month_list
from data.selection.stop_and_search import By

SAME = (0.95, 1.05)  # ratios that are written as 1.0
UNKNOWN_TOLD = 0.05  # share of searches of unknown ethnicity from which the opening says what they could change
FIND_RATE = "an outcome other than no further action"


def headline(view: StopAndSearchView) -> str:
    """`In London, Black people were searched at 4.1 times the rate of White people in 2017/18.`

    People, not Londoners: who is searched in London may live elsewhere.
    """
    if not view.has_searches or view.period is None:
        return "This edition holds no stops and searches."
    if view.total.status == UNPLACED:
        return f"There are no figures for {view.area_name} in {view.period.label}."
    black = words.find(view.groups, KEY_BLACK)
    if black is None or black.ratio is None:
        return _counted(view)
    start = f"In {'London' if view.is_london else view.area_name}"
    if includes_same(black):
        return (f"{start}, there was no clear difference between the rates at which Black and White people were "
                f"searched in {words.when(view)}.")  # fmt: skip
    rate = "about the same rate as" if SAME[0] <= black.ratio < SAME[1] else f"{words.times(black.ratio)} the rate of"
    return f"{start}, Black people were searched at {rate} White people in {words.when(view)}."


def includes_same(group: Group) -> bool:
    """Whether the interval of a ratio holds the same rate."""
    lower, upper = group.ratio_lower, group.ratio_upper
    return lower is not None and upper is not None and lower <= 1 <= upper


def _counted(view: StopAndSearchView) -> str:
    """Without residents by group, or where the table is withheld: how many, and what came of them."""
    when = words.when(view)
    if view.total.searches is None:
        return f"The number of searches {words.place(view)} in {when} is {words.WITHHELD_NOTE}"
    number = f"The Met carried out {words.searches(view.total.searches)} {words.place(view)} in {when}"
    if view.total.share is None:
        return f"{number}."
    return f"{number}; {words.percent(view.total.share)} had {FIND_RATE}."


def lead(view: StopAndSearchView) -> list[str]:
    """Up to four sentences: how many, the find rates and their difference, what unknown ethnicity leaves, no cause."""
    if not view.has_searches or view.period is None:
        return ["The official files of stops and searches are published on data.police.uk; see Data and methods."]
    if view.total.status == UNPLACED:
        return [_unplaced(view)]
    return list(filter(None, [_number(view), _find_rates(view), _unknown(view), _london(view)]))


def _unplaced(view: StopAndSearchView) -> str:
    months = words.months_words(view.period.unplaced) if view.period else ""
    return (f"Most searches of {months} were published without a place, so none can be counted in a borough. "
            "London’s figures stand below and under the choice of London.")  # fmt: skip


def _number(view: StopAndSearchView) -> str:
    """How many, unless the headline says so."""
    if headline(view) == _counted(view):
        return ""
    number = f"The Met carried out {words.searches(view.total.searches)} {words.place(view)}{_then(view)}"
    if view.total.searches is None:
        return ""
    if view.total.share is None:
        return f"{number}: too few to say how many had {FIND_RATE}."
    return f"{number}; {words.percent(view.total.share)} had {FIND_RATE}, which this page calls the find rate."


def _then(view: StopAndSearchView) -> str:
    """Of a borough, that months are left out: the number may be quoted without the headline."""
    period = view.period
    return " in those months" if period and period.unplaced and not view.is_london else ""


def _find_rates(view: StopAndSearchView) -> str:
    black, white = words.find(view.groups, KEY_BLACK), words.find(view.groups, KEY_WHITE)
    if not (black and white) or black.tally.share is None or white.tally.share is None:
        return "Searches are too few to compare find rates by ethnic group." if view.groups else ""
    one, other = words.pair(black.tally.share, white.tally.share)
    subject = "It was" if _number(view) else "The find rate was"
    return f"{subject} {one} for searches of Black people and {other} of White people, {difference(black)}."


def difference(group: Group) -> str:
    """What chance has to do with the gap to White people's find rate."""
    if group.verdict in ("higher", "lower"):
        return "a difference larger than chance alone would explain"
    if group.verdict == "no_clear_gap":
        return "no clear difference"
    return "too few searches to compare"


def _unknown(view: StopAndSearchView) -> str:
    """Whose record of ethnicity it is, and between what the ratio lies, whoever the unknown searches were of."""
    black = words.find(view.groups, KEY_BLACK)
    if black is None or black.ratio is None:
        return ""
    is_few = view.unknown_share is None or view.unknown_share < UNKNOWN_TOLD
    if is_few or black.ratio_lowest is None or black.ratio_highest is None:
        return f"Ethnic group is {words.recorded(view)}." if view.selection.by is By.OFFICER else ""
    return (f"Ethnic group {words.recorded(view)} is not known for {words.percent(view.unknown_share)} of the "
            f"searches: the ratio would lie {between(black)}, whoever they were of.")  # fmt: skip


def between(group: Group) -> str:
    """`between 3.2 and 4.9`, the lower end first."""
    low, high = sorted((group.ratio_lowest or 0.0, group.ratio_highest or 0.0))
    return f"between {plain(low, 1)} and {plain(high, 1)}"


def _london(view: StopAndSearchView) -> str:
    """London's own ratio, beside a borough's."""
    black = words.find(view.london_groups, KEY_BLACK)
    if view.is_london or black is None or black.ratio is None or not view.groups:
        return ""
    period = view.period
    months = f" with every month of {period.label}" if period and period.unplaced else ""
    if _has_ratio(view):
        return f"In all of London{months} the ratio was {plain(black.ratio, 1)}."
    return (f"In all of London{months} Black people were searched at {words.times(black.ratio)} the rate of White "
            "people.")  # fmt: skip


def _has_ratio(view: StopAndSearchView) -> bool:
    """Whether the headline names the area's own ratio."""
    black = words.find(view.groups, KEY_BLACK)
    return black is not None and black.ratio is not None


def announcement(view: StopAndSearchView) -> str:
    """Said aloud after a change."""
    return " ".join([headline(view), *lead(view)[:1]])


def unplaced_words(view: StopAndSearchView) -> str:
    """Why a period's borough figures rest on fewer months; '' where they do not."""
    period = view.period
    if period is None or not period.unplaced:
        return ""
    verb = "is" if len(period.unplaced) == 1 else "are"
    return (f"{month_list(period.unplaced)} {verb} left out of borough figures: more than "
            f"{words.percent(view.unplaced_limit)} of the searches were published without a place.")  # fmt: skip
