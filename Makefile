# `make demo` and `make test` are all a newcomer needs; each creates what it needs in .venv.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
ON_ALL_CORES = --numprocesses auto --dist worksteal
INSTALLED = @command -v $(1) > /dev/null || { apt-get update -qq && apt-get install -y -qq $(2); }

# The floors that carry meaning, held to full branch coverage.
MEANING = asylum_rules/errors.py,asylum_rules/tablefile.py,asylum_rules/fragment.py,asylum_rules/units/*,asylum_rules/sources/*,asylum_rules/language/*,asylum_rules/model/*,asylum_rules/rulebooks/*,asylum_rules/cells/*,asylum_rules/decide/*,asylum_rules/impact/*,asylum_rules/lint/*,asylum_rules/prose/*,asylum_rules/smt/*,asylum_rules/prove/*,asylum_rules/population/*

.PHONY: demo test test-spark test-browser long rows agree bench bench-browser bench-population facts law docs package reports fix lint types floors check tests clean

demo: $(VENV)/demo
	@$(BIN)/asylum-rules diff docs/examples/small-boat.toml
	@echo
	@$(BIN)/asylum-rules timeline docs/examples/small-boat.toml
	@echo
	@$(BIN)/asylum-rules explain docs/examples/small-boat.toml --policy uk/proposed --question settlement.after

test: lint types floors check tests

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

floors: $(VENV)/dev
	$(BIN)/lint-imports --no-cache

check: $(VENV)/dev
	$(BIN)/asylum-rules check

tests: $(VENV)/dev
	$(BIN)/pytest $(ON_ALL_CORES) --cov --cov-report= --ignore tests/properties --ignore tests/spark
	$(BIN)/coverage report
	$(BIN)/coverage report --fail-under 100 --include '$(MEANING)'
	$(BIN)/pytest $(ON_ALL_CORES) tests/properties

test-spark: $(VENV)/spark
	$(BIN)/pytest tests/spark

# In Debian's Chromium, which is installed where it is missing, as Node is.
test-browser: $(VENV)/dev tests/browser/node_modules
	$(call INSTALLED,chromium,chromium)
	node --test --test-concurrency 2 tests/browser/*.test.js

bench-browser: $(VENV)/dev tests/browser/node_modules
	$(call INSTALLED,chromium,chromium)
	node tests/browser/explorer.bench.js

long: $(VENV)/dev
	HYPOTHESIS_PROFILE=long $(BIN)/pytest tests/properties

rows: $(VENV)/dev
	PYTHONPATH=. $(BIN)/python tests/rows/million.py

agree: $(VENV)/dev
	HYPOTHESIS_PROFILE=agree $(BIN)/pytest tests/agreement

bench: $(VENV)/dev
	$(BIN)/python tests/bench/one_case.py
	PYTHONPATH=. $(BIN)/python tests/bench/every_case.py

bench-population: $(VENV)/bench
	PYTHONPATH=. $(BIN)/python tests/bench/population/compare.py

facts: $(VENV)/dev
	$(BIN)/python asylum_rules/model/write.py
	$(BIN)/ruff format -q asylum_rules/model

law: $(VENV)/demo
	$(BIN)/python asylum_rules/report/law.py

docs: $(VENV)/dev
	$(BIN)/sphinx-build -q -W --keep-going -E -j auto -d build/doctrees docs build/docs

package: $(VENV)/dev
	$(BIN)/python .ci/package.py

reports: $(VENV)/demo
	mkdir -p docs/examples/reports
	for case in docs/examples/*.toml docs/examples/boat/*.toml; do \
		$(BIN)/asylum-rules diff $$case --format html --out docs/examples/reports/$$(basename $$case .toml).html || exit; \
	done
	$(BIN)/asylum-rules impact uk/baseline uk/latest --format html --out docs/examples/reports/impact.html

fix: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

tests/browser/node_modules: tests/browser/package-lock.json
	$(call INSTALLED,npm,nodejs npm)
	npm ci --prefix tests/browser
	@touch $@

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .[dev]
	@touch $@

$(VENV)/spark: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .[dev,spark]
	@touch $@

$(VENV)/bench: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .[bench]
	@touch $@
