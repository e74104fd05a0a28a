"""What answers of every kind share: what they say to caches and to other sites."""
