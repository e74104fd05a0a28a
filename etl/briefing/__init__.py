"""`python -m etl briefing`: the boroughs' briefings as PDFs, printed by a browser from the dashboard itself."""
