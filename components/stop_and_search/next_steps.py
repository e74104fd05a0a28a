"""What a reader can do next: people to talk to, how to complain, rights when searched, and the data."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.stop_and_search.sections import heading

MET = "https://www.met.police.uk/advice/advice-and-information/st-s/stop-and-search"
# (what, why, (words of the link, address)); addresses of public bodies only.
STEPS = (
    ("Ask your borough’s community monitoring group",
     "Residents who look at their borough’s searches, with the police, and may see records and video. Bring a figure "
     "of this page and ask what lies behind it.",
     (("Get involved: Metropolitan Police", f"{MET}/get-involved-in-improving-stop-and-search/"),
      ("Mayor’s Office for Policing and Crime",
       "https://www.london.gov.uk/programmes-strategies/mayors-office-policing-and-crime"))),
    ("Know what to expect when searched",
     "An officer must say why, what for and by which power, and a record can be asked for.",
     (("Police powers to stop and search: your "
       "rights", "https://www.gov.uk/police-powers-to-stop-and-search-your-rights"),)),
    ("Say how a search went, or complain",
     "To the Met, or through the Independent Office for Police Conduct. Anybody affected or who saw it may.",
     (("Your feedback matters: Metropolitan Police", f"{MET}/your-feedback-matters/"),
      ("Complaints: Independent Office for Police Conduct", "https://www.policeconduct.gov.uk/complaints"))),
    ("Check the figures yourself",
     "Every search is a line of a file that anybody may download.",
     (("The files: data.police.uk", "https://data.police.uk/data/"),
      ("How each file was read: Data and methods", "/data-and-methods"))),
)  # fmt: skip


def next_steps() -> list[Component]:
    return [*heading("next", "What you can do next"), html.Ul([_step(*step) for step in STEPS], className="stop-next")]


def _step(what: str, why: str, links: tuple[tuple[str, str], ...]) -> Component:
    listed = [html.Li(html.A(words, href=target)) for words, target in links]
    return html.Li([html.H3(what), html.P(why), html.Ul(listed)])
