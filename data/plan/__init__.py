"""The business plan: its milestones with what each report says of them, its indicators with where they are shown."""

from data.plan.export import COLUMNS, indicators_sheet, plan_sheet
from data.plan.view import gathered

__all__ = ["COLUMNS", "gathered", "indicators_sheet", "plan_sheet"]
