# Two commands do everything: `make run` and `make test`. Each does all the set-up it needs on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOLS := .venv-tools
LOCKED := --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links
PORT ?= 8050
TESTS ?=

.PHONY: help run test check fuzz audit lock bench load-test demo data load clean

help:
	@echo "make run    install, build the demonstration edition when there is none, serve on http://127.0.0.1:$(PORT)"
	@echo "make test   install what the tests need (Chromium too) and run them all"
	@echo "make check  the quick checks before a commit: ruff, mypy, import contracts, tests without a browser"
	@echo "make fuzz   ask every page, file and callback what nobody should, for some minutes"
	@echo "make lock   pin everything that requirements.txt brings along, with hashes, in requirements.lock"
	@echo "make audit  look up known weaknesses of what requirements.lock installs"
	@echo "make bench  print speed against bare baselines: loading, server, page, proxy; ONLY=server for one of them"
	@echo "make load-test  500 simulated readers for a minute: what they wait"
	@echo "make data   fetch the publishers' current files into data/raw/ and load them"
	@echo "make load   load the publishers' files in data/raw/"
	@echo "make clean  remove what the other commands made, except the editions"

run: $(VENV)/.installed
	@$(BIN)/python -m etl ensure
	@$(BIN)/python -m scripts.static
	$(BIN)/gunicorn --config gunicorn.conf.py --bind 127.0.0.1:$(PORT) app:server

test: $(VENV)/.installed-dev
	@sh scripts/quality.sh
	@sh scripts/r.sh
	@CHROMIUM="$$(sh scripts/chromium.sh)" && export CHROMIUM && $(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

check: $(VENV)/.installed-dev
	@sh scripts/quality.sh
	@$(BIN)/python -m pytest -q -m "not browser"

# EXAMPLES of each kind of request, new ones each time; over the demonstration, or over EDITIONS where that is given.
fuzz: $(VENV)/.installed-dev
	@LPP_FUZZ=$(or $(EXAMPLES),1000) LPP_FUZZ_EDITIONS=$(EDITIONS) $(BIN)/python -m pytest -q tests/web/test_fuzz.py

# Ends with 2, and says so, where no service of known weaknesses can be reached.
audit: $(TOOLS)/.installed
	@$(PYTHON) -m scripts.audit $(TOOLS)/bin/pip-audit

lock: $(TOOLS)/.installed
	@$(TOOLS)/bin/pip-compile $(LOCKED) --output-file requirements.lock requirements.txt

# All groups, or those that ONLY names: make bench ONLY=server. On the edition in EDITIONS, where that is given.
bench: $(VENV)/.installed-dev
	@CHROMIUM="$$(sh scripts/chromium.sh)" && export CHROMIUM && \
		$(if $(EDITIONS),LPP_EDITIONS=$(EDITIONS)) $(BIN)/python -m benchmarks $(ONLY)

# READERS=50 for fewer of them; PUBLICATIONS=20 puts so many editions in use meanwhile.
load-test: $(VENV)/.installed
	@$(BIN)/python -m etl ensure
	@$(BIN)/python -m scripts.static
	@$(if $(EDITIONS),LPP_EDITIONS=$(EDITIONS)) $(BIN)/python -m benchmarks.readers \
		$(if $(READERS),--readers $(READERS)) $(if $(PUBLICATIONS),--publications $(PUBLICATIONS))

demo: $(VENV)/.installed
	@$(BIN)/python -m etl demo

# A file that was not reached ends it before the load: the edition in use is better than one with a hole.
data: $(VENV)/.installed
	@$(BIN)/python -m etl fetch
	@$(BIN)/python -m etl load data/raw

load: $(VENV)/.installed
	@$(BIN)/python -m etl load data/raw

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV) && touch $@

$(VENV)/.installed: requirements.txt $(VENV)/.created
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt && touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt && touch $@

$(TOOLS)/.installed: requirements-tools.txt
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-tools.txt && touch $@

clean:
	rm -rf $(VENV) $(TOOLS) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results build data/demonstration
