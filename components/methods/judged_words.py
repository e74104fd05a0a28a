"""The words of the section on change and surprise. A number in braces is filled in from data.methods_judging."""

from __future__ import annotations

# Anchor, heading, words, source.
JUDGED: tuple[tuple[str, str, str, str], ...] = (
    ("judged-change", "Change over 12 months",
     "The 12 months to a month are compared with the 12 before. The interval of their ratio is exact for two counts "
     "that vary by chance alone. It is then widened, because most series vary more than that. How much more is "
     "measured on up to {years_fitted:.0f} years, and at least {fewest_years_fitted:.0f}, from what month and year "
     "alone would give. Higher or lower is said only where the whole {confidence:.0%} interval lies on one side of no "
     "change. Otherwise there is no clear change. Where both counts are under {smallest_count:.0f} there are too few "
     "to say. No percentage is given from a base under {smallest_base:.0f}.",
     "Przyborowski and Wilenski, Biometrika 31 (1940); Clopper and Pearson, Biometrika 26 (1934); McCullagh and "
     "Nelder, Generalized Linear Models (1989)"),
    ("judged-season", "The season is taken out first",
     "Many offences are more frequent in some months than in others. Earlier years show how far a calendar month "
     "usually lies from the average of the 12 months about it. The median of {fewest_season_years:.0f} to "
     "{season_years:.0f} such years is taken, so that one odd year makes no season. Part of it is chance, and is taken "
     "off again. Only earlier months are used, so a later month never changes a verdict.",
     "Miller and Williams, International Journal of Forecasting 19 (2003), for taking off what is chance"),
    ("expected-range", "Expected range",
     "The range is that of an XmR chart. It is the average of a baseline, plus or minus {xmr:g} times the average step "
     "from one month to the next. The baseline is the {baseline:.0f} months that end {gap:.0f} months before the month "
     "judged. So a change of the latest year is not hidden in what it is compared with. The season is put back, so the "
     "range follows it.",
     "Wheeler, Understanding Variation (2000)"),
    ("judged-limits", "Trial limits, and no limits",
     "With {shortest_baseline:.0f} to {longest_trial:.0f} months in the baseline the limits are trial limits. With "
     "fewer there are none. A baseline of under {smallest_mean:g} offences a month gives no verdict: such small counts "
     "pass limits too easily. Provisional months are not judged, because the publisher may still revise them. A series "
     "ends at a declared break and another begins. Nothing is compared across it.", ""),
    ("judged-rules", "Higher or lower than expected",
     "One of four rules is met. The month lies outside the range. It ends {run:.0f} months that all lie above, or all "
     "below, the average. It and one of the two months before lie in the outer third of the range, or beyond, on the "
     "same side. Or it ends {trend:.0f} months that each rise, or each fall. A rolling 12-month total is never judged "
     "this way.",
     "NHS England, Making Data Count"),
    ("exceptions", "Exceptions and chance",
     "Exceptions are ranked by how often chance alone would put the month, or the {together:.0f} months to it, so far "
     "from the average. Even where nothing changes, about {any_rule:.1%} of months break a rule. That many are to be "
     "expected by chance, as simulation showed. The limits alone give {beyond_limit:.1%}. The line in the list is the "
     "Benjamini–Hochberg line at {line:.0%}. At most about 1 in {one_in:.0f} above it is expected to be there by "
     "chance. It is drawn over every series judged in the month, the Met’s older categories among them. Series that "
     "share offences move together, so the number by chance varies more than it would for series that do not.",
     "Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995); Cryer and Ryan, Journal of Quality "
     "Technology 22 (1990)"),
    ("judged-surveys", "Shares and changes in surveys",
     "A share has Wilson’s {confidence:.0%} interval. The change on the period that ended 12 months earlier has "
     "Newcombe’s. Both rest on interviews divided by a design effect. The publisher states none, and "
     "{design_effect:g} is assumed. The files hold no numbers of interviews, so approximate yearly ones stand in; they "
     "are listed below. Where shares are published as whole per cents, rounding alone can move a change, so the "
     "interval is widened for that. From under {interviews:.0f} interviews no change is told.",
     "Wilson, Journal of the American Statistical Association 22 (1927); Newcombe, Statistics in Medicine 17 (1998)"),
    ("judged-not", "What none of this can say",
     "Why a figure is higher or lower. Recorded offences also move with reporting, with police activity and with how "
     "offences are recorded. An expected range says what the past leads one to expect, not what ought to be. A month "
     "within it is no proof that nothing has changed.", ""),
)  # fmt: skip
