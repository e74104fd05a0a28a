"""Trends: series of measure and area over time; the periods drawn, the month judged, the file."""
