# `make demo` and `make test` are all a newcomer needs; each creates what it needs in .venv.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test long bench facts fix lint types floors coverage clean

demo: $(VENV)/demo
	@$(BIN)/asylum-rules diff docs/examples/small-boat.toml
	@echo
	@$(BIN)/asylum-rules timeline docs/examples/small-boat.toml
	@echo
	@$(BIN)/asylum-rules explain docs/examples/small-boat.toml --policy uk/proposed --question settlement.after

test: lint types floors coverage

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

floors: $(VENV)/dev
	$(BIN)/lint-imports --no-cache

coverage: $(VENV)/dev
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

long: $(VENV)/dev
	HYPOTHESIS_PROFILE=long $(BIN)/pytest tests/properties

bench: $(VENV)/dev
	$(BIN)/python tests/bench/one_case.py

facts: $(VENV)/dev
	$(BIN)/python asylum_rules/model/write.py
	$(BIN)/ruff format -q asylum_rules/model

fix: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .[dev]
	@touch $@
