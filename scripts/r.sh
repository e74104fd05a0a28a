#!/bin/sh
# R with DBI for the test of docs/reading-the-file.md, where Debian's packages can be installed; else that test is skipped.
set -u

Rscript -e 'library(DBI)' >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing R for the test of the examples (apt)…" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends r-base-core r-cran-dbi; } \
        >/dev/null 2>&1
fi
exit 0
