"""The data as an interface for programs: /api/v1. Its description (OpenAPI) is made from the models in this folder."""
