"""The overview: every measure for an area and a period, judged; a published report beside the records; the file."""
