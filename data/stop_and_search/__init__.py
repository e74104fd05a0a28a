"""Stop and search: what a view of it shows, with every small number of people protected.

`periods` which months make a year and which have borough figures; `records` a year's searches as numbers; `few`,
`tables` and `kept` what of them may be shown; `figures` rates, ratios and intervals of it; `view` gathers a page;
`lines` and `export` write its sheet.
"""

from data.stop_and_search.export import stop_and_search_sheet
from data.stop_and_search.view import gathered

__all__ = ["gathered", "stop_and_search_sheet"]
