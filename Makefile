# What a person does with this checkout. `make` alone lists it.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
NEEDS := pyproject.toml
SHARED ?= ../shared

.PHONY: help demo test lint check format train bench clean

help:
	@echo "make demo    install, read the sample reports, write a dossier to demo/dossier"
	@echo "make test    install, run the tests"
	@echo "make check   format, lint, types, architecture, tests: what a commit must pass"
	@echo "make bench   score every benchmark in $(SHARED)/bench into benchmarks/results.md"
	@echo "make train   rebuild the marking model from $(SHARED)/bench (two hours on two cores)"

$(VENV)/installed: $(NEEDS)
	$(PYTHON) -c 'import sys; sys.exit("Dateline needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

demo: $(VENV)/installed
	@mkdir -p demo
	@rm -rf demo/case.db* demo/dossier
	$(RUN)/dateline read samples/reports --places samples/places.csv --case demo/case.db
	$(RUN)/dateline show demo/case.db incidents --limit 12
	$(RUN)/dateline verify demo/case.db
	$(RUN)/dateline report demo/case.db --out demo/dossier
	@echo
	@echo "Open demo/dossier/index.html in a browser."

test: $(VENV)/installed
	$(RUN)/python -m pytest

lint: $(VENV)/installed
	$(RUN)/ruff format --check
	$(RUN)/ruff check
	$(RUN)/mypy
	$(RUN)/lint-imports --no-cache

check: lint test

format: $(VENV)/installed
	$(RUN)/ruff format
	$(RUN)/ruff check --fix

bench: $(VENV)/installed
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(RUN)/python -m benchmarks.quality $(SHARED)/bench --write benchmarks/results.md

train:
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --requirement training/requirements.txt
	.venv-train/bin/python -m training $(SHARED)/bench --settle

clean:
	rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache
