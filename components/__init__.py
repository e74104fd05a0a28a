"""What pages are made of. Components take frames and words; they query nothing."""
