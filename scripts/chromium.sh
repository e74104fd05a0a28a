#!/bin/sh
# Print the path of a Chromium to test with, installing one if need be; print nothing when none can be had.
# What is said on the way goes to standard error.
set -u

find_one() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        [ -n "$name" ] && found=$(command -v "$name" 2>/dev/null) && { echo "$found"; return 0; }
    done
    .venv/bin/python - <<'PY' 2>/dev/null
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    path = pathlib.Path(p.chromium.executable_path)
    print(path) if path.exists() else sys.exit(1)
PY
}

find_one && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser tests (apt)…" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1
    find_one && exit 0
fi
echo "Installing Chromium for the browser tests (Playwright)…" >&2
.venv/bin/python -m playwright install chromium >/dev/null 2>&1
find_one && exit 0
echo "" ; exit 0
