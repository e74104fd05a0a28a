"""Search over measures, places, pages and words: an index in memory, made once for an edition."""

from data.search.declared import pages, synonyms
from data.search.entries import Entry, Kind, entries
from data.search.match import corrected, matches, read
from data.search.results import Results, search

__all__ = ["Entry", "Kind", "Results", "corrected", "entries", "matches", "pages", "read", "search", "synonyms"]
