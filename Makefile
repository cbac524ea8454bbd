# Everything a newcomer runs. Each target sets up what it needs; nothing but Python 3.11+, gcc and make is assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench fuzz clean
SECONDS ?= 60
FUZZED := decode language text html warc packed gz jsonl parquet any
.DEFAULT_GOAL := demo

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Kawat needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed  ## set up and code the bundled sample
	@$(BIN)/kawat demo

test: $(VENV)/.installed  ## set up and run the whole suite
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.installed  ## style, types and the order of the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check kawat benchmarks fuzz training
	$(BIN)/lint-imports

bench: $(VENV)/.installed  ## print every table of numbers that the docs quote
	$(BIN)/python -m benchmarks.samples
	$(BIN)/python -m benchmarks.confidence
	$(BIN)/python -m benchmarks.relations
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.language
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -W ignore -m benchmarks.cleaning
	$(BIN)/python -m benchmarks.model

fuzz: $(VENV)/.installed  ## fuzz every target for SECONDS; what fails is kept in fuzz/found
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	for target in $(FUZZED); do $(BIN)/python -m fuzz.run $$target --seconds $(SECONDS) || exit 1; done

clean:  ## remove the environment and all caches
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis .import_linter_cache
