"""The edition, the catalogue, the selection and what is computed from them. No figure, no component."""
