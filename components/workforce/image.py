"""The strength of the Met by month without its page."""

from __future__ import annotations

from components.pictures.picture import Drawing, Picture
from components.workforce import words
from components.workforce.chart import NARROW, WIDE, chart
from components.workforce.listing import download_name
from components.workforce.view import WorkforceView
from data.selection.workforce import PATH


def picture(view: WorkforceView) -> Picture:
    """Where the edition holds no months, words alone."""
    wide = chart(view, WIDE)
    has_aim = view.group == "officers" and bool(view.months)
    return Picture(
        title=words.chart_title(view), subtitle=words.chart_subtitle(view) if wide else "",
        headline=words.headline(view), label=words.chart_label(view),
        drawings=(Drawing(wide, (chart(view, NARROW),)),) if wide else (), said=(words.headline(view),),
        notes=(words.ambition_note(view),) if has_aim else (), edition=view.edition, path=PATH,
        query=view.selection.to_query() if view.coverage else "", name=download_name(view),
    )  # fmt: skip
