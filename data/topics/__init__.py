"""Pages about a few measures of one topic: their rows, one of them close up, and what was printed of it.

`declared` reads what a topic holds (a TOML file each), `view` gathers a page, `export` writes its file.
"""

from data.topics.declared import Topic, topic

__all__ = ["Topic", "topic"]
