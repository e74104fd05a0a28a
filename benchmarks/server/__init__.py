"""What gunicorn answers, against an empty Flask route on the same worker: `python -m benchmarks server`."""
