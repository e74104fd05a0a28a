#!/bin/sh
# Style, types and import contracts. The first that fails ends it.
set -eu
bin=.venv/bin
"$bin/ruff" check .
"$bin/mypy"
"$bin/lint-imports"
