"""Satisfaction and fairness: what people answer, where, and how far apart groups are, with how sure each figure is.

`rows` asks the edition for series and boroughs, `groups` and `neighbourhoods` for answers by ethnic group, `published`
for the printed tables; `shares`, `bases` and `intervals` say how sure; `view` gathers the page, `export` its file.
"""

from data.satisfaction.export import satisfaction_sheet
from data.satisfaction.view import gathered

__all__ = ["gathered", "satisfaction_sheet"]
