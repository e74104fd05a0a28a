"""Speed as ratios against a bare baseline in the same run, so that they mean the same on every machine."""
