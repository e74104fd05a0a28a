"""The words of the crime map, all filled from the view and true of the figures on screen."""

from components.text.figure import (
    MAP_PATH,
    NOT_COMPARABLE,
    NOT_LISTED,
    UNITS,
    address,
    address_around,
    control_summary,
    figure_subtitle,
    figure_title,
    format_value,
    map_label,
    period_sentence,
    ranking_subtitle,
    ranking_title,
    table_caption,
    table_subtitle,
    value_text,
    why_missing,
)
from components.text.figures_of import (
    Figures,
    all_rows,
    boroughs,
    decimals,
    figures,
    london,
    places,
    selected,
    with_value,
    without_value,
)
from components.text.headline import headline
from components.text.lead import REPORTING, lead
from components.text.notes import (
    DEMONSTRATION,
    RECORDED,
    VISITOR_NOTE,
    another_year,
    how_measured,
    residents_words,
    residents_year,
    table_note,
)
from components.text.numbers import (
    DOES_NOT_APPLY,
    MINUS,
    NOT_AVAILABLE,
    NOT_CALCULATED,
    count,
    counted,
    decimals_needed,
    is_missing,
    listed,
    ordinal,
    percent,
    percent_change,
    plain,
    rank_words,
    rate,
    rate_decimals,
    rounded,
    signed,
)
from components.text.periods import period, period_before, provisional_months, provisional_words
from components.text.tips import CITY_WORDS, area_tip, area_tips, direction, rank_sentence, selected_sentence

__all__ = [
    "CITY_WORDS", "RECORDED", "DEMONSTRATION", "DOES_NOT_APPLY", "MAP_PATH", "MINUS", "NOT_AVAILABLE",
    "NOT_CALCULATED", "NOT_COMPARABLE", "NOT_LISTED", "REPORTING", "UNITS", "VISITOR_NOTE",
    "Figures", "address", "address_around", "all_rows", "another_year",
    "area_tip", "area_tips", "boroughs", "control_summary", "count", "counted", "decimals", "decimals_needed",
    "direction", "figure_subtitle", "figure_title", "figures", "format_value", "headline", "how_measured",
    "is_missing", "lead", "listed", "london", "map_label", "ordinal", "percent", "percent_change",
    "period", "period_before", "period_sentence", "places", "plain", "provisional_months",
    "provisional_words", "rank_sentence", "rank_words", "ranking_subtitle", "ranking_title",
    "rate", "rate_decimals", "residents_words", "residents_year", "rounded", "selected", "selected_sentence",
    "signed", "table_caption", "table_note", "table_subtitle", "value_text", "why_missing", "with_value",
    "without_value",
]  # fmt: skip
