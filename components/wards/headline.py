"""The sentences that open the page, chosen by what the figures on screen show."""

from __future__ import annotations

from components.text.lead import REPORTING
from components.text.numbers import count, listed
from components.text.periods import period
from components.wards.view import WardsView
from components.wards.words import FEW, noun, of_wards, set_words
from data.catalogue import Polarity

NO_RATES = (
    "Wards differ in homes, shops and visitors. There are no numbers of residents by ward in these figures, so there "
    "are no rates."
)


def headline(view: WardsView) -> str:
    """Which ward has the highest count, or in how many a count rose."""
    return _changed(view) if view.is_change else _highest(view)


def _highest(view: WardsView) -> str:
    when, ranked = period(view.selection.window), view.ranked
    if not ranked:
        return f"There are no figures for {of_wards(view)} in {when}."
    most = ranked[0].offences or 0
    if not most:
        return f"None of {of_wards(view)} had any recorded {noun(view)} in {when}."
    if most < FEW and view.total.offences is not None:
        came = f"Recorded {noun(view)} in {of_wards(view)} came to {count(view.total.offences)} in {when}"
        return f"{came}, at most {most} in any one."
    top = [row.area_name for row in ranked if row.rank == 1]
    if len(top) > 3:
        return f"{len(top)} of {of_wards(view)} shared the highest count of recorded {noun(view)} in {when}."
    shared = "had" if len(top) == 1 else "shared"
    return f"Of {of_wards(view)}, {listed(top)} {shared} the highest count of recorded {noun(view)} in {when}."


def _changed(view: WardsView) -> str:
    changes = [row.change for row in view.rows if row.change is not None]
    rose, fell = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    whole = of_wards(view) if len(changes) == len(view.rows) else f"{len(changes)} wards of {view.borough.area_name}"
    return f"Recorded {noun(view)} rose in {rose} and fell in {fell} of {whole} in {period(view.selection.window)}."


def lead(view: WardsView) -> str:
    """Which wards these are, why there are no rates, and what goes unreported."""
    told = view.measure.polarity is Polarity.REPORTING or view.measure.is_sensitive
    return " ".join([set_words(view), NO_RATES, *([REPORTING] if told else [])])
