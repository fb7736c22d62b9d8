# Every chore of the project. `make demo` shows the main job; `make test` is what CI runs.
PYTHON ?= python3
BIN := .venv/bin
VOICES := corpora/voices
export PIP_DISABLE_PIP_VERSION_CHECK := 1

GAZETTEER := src/sayso/knowledge/compiled/gazetteer.sqlite
BUILDERS := $(wildcard src/sayso/knowledge/gazetteer/*.py src/sayso/knowledge/gazetteer/*.csv) src/sayso/knowledge/en/toponyms.csv

.PHONY: help setup knowledge demo test check bench models evaluate clean
help: ## Lists the chores
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/ready: constraints.txt pip.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer; set PYTHON=python3.11")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r pip.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(GAZETTEER): .venv/ready constraints.txt $(BUILDERS)
	$(BIN)/python -m sayso.knowledge.gazetteer.build

knowledge: $(GAZETTEER) ## Compiles the gazetteer from the installed packages and our own tables

setup: .venv/ready knowledge ## Makes .venv with everything in it

demo: setup ## Reads the bundled accounts of one episode, in the terminal
	$(BIN)/sayso read src/sayso/demo/hamedan-2016.jsonl

test: setup ## Sets up, then runs the checks and the tests
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -q

check: setup ## Lint, types, import directions, both corpora
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m evaluation.voices check $(VOICES)/*.jsonl
	$(BIN)/python -m evaluation.deeds check corpora/deeds/parts/*.txt corpora/deeds/*.jsonl

bench: setup ## Measures speed against the bare parser, memory, start-up, and the intake
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.memory
	$(BIN)/python -m bench.start
	$(BIN)/python -m bench.intake

models: setup ## Trains the weights anew from the corpora (needs torch; about an hour on one core)
	$(BIN)/python -m pip install --quiet 'torch>=2.4'
	$(BIN)/python -m training.attribution
	$(BIN)/python -m training.events
	$(BIN)/python -m training.places

evaluate: setup ## Measures what can be measured with the data at hand
	$(BIN)/python -m evaluation.nesting $(VOICES)/test.jsonl

clean: ## Removes the environment and caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
