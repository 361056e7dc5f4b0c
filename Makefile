PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := bot handlers knowledge locales tests benchmarks tools
# One for each core. Each loads the whole knowledge base: say fewer where memory is short
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help install browser chat web test lint format types catalogs learn check clean

help:  ## Show the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(VENV)/.installed  ## Create .venv and install everything into it

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	@touch $@

chat: install  ## Talk to the bot in this terminal
	@$(BIN)/ocop chat

web: install  ## Open the web chat at http://127.0.0.1:8080
	@$(BIN)/ocop run

browser:  ## Install Chromium for the tests that need a browser, where apt can
	@if [ -z "$$OCOP_CHROMIUM" ] && ! which chromium chromium-browser google-chrome | grep -q .; then \
		{ [ "$$(id -u)" = 0 ] && which apt-get >/dev/null && apt-get update -qq && \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || \
		echo "No Chromium: the tests in a browser are skipped. Install it (Debian:" \
			"apt-get install chromium), or say where it is in OCOP_CHROMIUM." >&2; \
	fi

test: install browser  ## Run all tests
	$(BIN)/python -m pytest --numprocesses $(WORKERS)

lint: install  ## Check style and format
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

format: install  ## Mend what can be mended by itself
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

types: install  ## Check types
	$(BIN)/mypy

catalogs: install  ## Check that every text is translated
	$(BIN)/python tools/check_catalogs.py

learn: install  ## Fit the table of leanings again, after ways to ask were changed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[learn]'
	$(BIN)/python -m tools.learn_leanings

check: lint types catalogs test  ## Everything that a change must pass

clean:  ## Remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
