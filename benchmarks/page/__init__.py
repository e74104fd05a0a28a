"""What a reader's browser is sent, when it shows the map and how soon a change: `python -m benchmarks page`."""
