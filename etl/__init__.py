"""From publishers' files to an edition."""
