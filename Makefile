# Daily work in one place. `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help demo test check format score rules linking clean
help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(STAMP): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,postgres]'
	@touch $@

install: $(STAMP) ## a virtual environment with everything, in .venv

demo: $(STAMP) ## read the examples into a throw-away store and show the conflicts
	@$(BIN)/claimwire demo

test: $(STAMP) ## all tests
	@$(BIN)/python -m pytest -q -n 2

check: $(STAMP) ## format, lint, types, import contracts, openapi, docs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/claimwire openapi | diff - openapi.yaml
	@$(BIN)/openapi-spec-validator openapi.yaml

format: $(STAMP) ## format and fix what can be fixed
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

score: $(STAMP) ## extraction against ../shared/corpus: seeds, dev/un, dev/parliaments
	@$(BIN)/python benchmarks/score.py

linking: $(STAMP) ## how well reports are joined to votes: pairwise precision and recall
	@$(BIN)/python -m benchmarks.linking

rules: $(STAMP) ## how often each rule for votes is right on the development cases
	@$(BIN)/python benchmarks/rules.py

clean: ## remove what was built
	rm -rf $(VENV) build dist *.egg-info
