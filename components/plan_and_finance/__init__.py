"""The index of plan and finance: the pages that lie under it, and where each section of the report is shown."""

from components.plan_and_finance.page import download_name, page
from components.plan_and_finance.view import PATH, IndexView, view_of

__all__ = ["PATH", "IndexView", "download_name", "page", "view_of"]
