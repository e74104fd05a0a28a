"""Recorded crime by ward within one borough. Its modules are imported by name: some are for components, some query."""
