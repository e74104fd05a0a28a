"""The data as an interface for programs: /api/v1."""
