"""Many simulated readers at once, as their browsers would ask: `make load-test`."""
