"""A borough's profile: what the edition and the published documents hold of it, beside London and similar boroughs."""
